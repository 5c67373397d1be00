//! Names that begin so, or nearly so: search while somebody types.

use fst::{IntoStreamer, Streamer};

use crate::bytes::varint;
use crate::layout::Part;
use crate::{Gazetteer, PlaceIdx, Ranked, Reason, fold};

/// Places kept for each beginning that many names share.
pub(crate) const N_LEADERS: usize = 64;
/// How many names a beginning must have to be one of those.
pub(crate) const MANY_NAMES: usize = 256;

impl Gazetteer {
    /// The places with a name that begins as the text does, for search while somebody types.
    ///
    /// Places one of whose names is the whole text come first, then all by population; at most `limit`. An empty text begins
    /// nothing.
    ///
    /// ```
    /// # let gazetteer = gazetteer::build::tiny();
    /// let found = gazetteer.starting_with("upp", 5);
    /// assert_eq!(gazetteer.place(found[0].place).name, "Upper Mill");
    /// ```
    #[must_use]
    pub fn starting_with(&self, text: &str, limit: usize) -> Vec<Ranked> {
        let folded = fold(text);
        if folded.is_empty() || limit == 0 {
            return Vec::new();
        }
        let mut whole: Vec<PlaceIdx> = self.exact(&folded).take(limit).collect();
        let begun = self.leaders(&folded, limit).unwrap_or_else(|| self.all_starting_with(&folded));
        let begun: Vec<PlaceIdx> = begun.into_iter().filter(|idx| !whole.contains(idx)).collect();
        let n_whole = whole.len();
        whole.extend(begun);
        whole.truncate(limit);
        let found = whole.into_iter().enumerate();
        let ranked =
            found.map(|(i, idx)| self.plain(idx, if i < n_whole { Reason::NamedExactly } else { Reason::Begins }));
        falling(ranked.collect())
    }

    /// The most populous places of a beginning that many names share, if they are enough.
    fn leaders(&self, folded: &str, limit: usize) -> Option<Vec<PlaceIdx>> {
        let at = usize::try_from(self.beginnings.get(folded)?.value()).ok()?;
        let mut rest = self.part(Part::Leaders).get(at..)?;
        let n_leaders = varint(&mut rest)?;
        // The whole names that come first may be among the leaders, so as many more are needed.
        if limit.saturating_mul(2) > N_LEADERS {
            return None;
        }
        let mut last = 0;
        let mut leaders = Vec::new();
        for _ in 0..n_leaders {
            last += u32::try_from(varint(&mut rest)?).ok()?;
            leaders.push(self.known(last)?);
        }
        Some(leaders)
    }

    /// Every place with a name of that beginning, most populous first.
    pub(crate) fn all_starting_with(&self, folded: &str) -> Vec<PlaceIdx> {
        let mut found = Vec::new();
        let mut stream = match after(folded) {
            Some(end) => self.names.range().ge(folded).lt(end).into_stream(),
            None => self.names.range().ge(folded).into_stream(),
        };
        while let Some((_, output)) = stream.next() {
            found.extend(self.hits(output.value()));
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// The order is the answer; scores are made to fall with it.
pub(crate) fn falling(mut ranked: Vec<Ranked>) -> Vec<Ranked> {
    let mut highest = 1.0_f32;
    for one in &mut ranked {
        one.score = one.score.min(highest);
        highest = one.score;
    }
    ranked
}

/// The first text behind all that begin with this one; nothing behind the last.
fn after(beginning: &str) -> Option<Vec<u8>> {
    let mut bytes = beginning.as_bytes().to_vec();
    while let Some(last) = bytes.pop() {
        if last < u8::MAX {
            bytes.push(last + 1);
            return Some(bytes);
        }
    }
    None
}
