//! Whole names, and names at the beginning of a text.

use fst::raw::{Fst, Output};

use crate::layout::Part;
use crate::{Gazetteer, Hits};

impl Gazetteer {
    /// The places of a folded name, most populous first; none when there is no such name.
    ///
    /// ```
    /// # let gazetteer = gazetteer::build::tiny();
    /// let first = gazetteer.exact(&gazetteer::fold("Upper Mill")).next().unwrap();
    /// assert_eq!(gazetteer.place(first).name, "Upper Mill");
    /// assert!(gazetteer.exact("").is_empty());
    /// ```
    #[must_use]
    pub fn exact(&self, folded: &str) -> Hits<'_> {
        match self.names.get(folded) {
            Some(output) => self.hits(output.value()),
            None => Hits::none(),
        }
    }

    /// Calls `found` with the end and the places of every name that `folded` begins with, shortest first.
    ///
    /// A name must end where a word does: at the end of the text or before a blank.
    ///
    /// ```
    /// # let gazetteer = gazetteer::build::tiny();
    /// let mut ends = Vec::new();
    /// gazetteer.prefixes_of("upper mill and nether mill", |end, _| ends.push(end));
    /// assert_eq!(ends, [10]);
    /// ```
    pub fn prefixes_of(&self, folded: &str, mut found: impl FnMut(usize, Hits<'_>)) {
        // The part is fetched once, not at every node.
        let Ok(index) = Fst::new(self.names.as_bytes()) else { return };
        let bytes = folded.as_bytes();
        let mut node = index.root();
        let mut output = Output::zero();
        for (at, byte) in bytes.iter().enumerate() {
            let Some(step) = node.find_input(*byte) else { return };
            let transition = node.transition(step);
            output = output.cat(transition.out);
            node = index.node(transition.addr);
            if node.is_final() && bytes.get(at + 1).is_none_or(|next| *next == b' ') {
                found(at + 1, self.hits(output.cat(node.final_output()).value()));
            }
        }
    }

    pub(crate) fn hits(&self, value: u64) -> Hits<'_> {
        Hits::new(value, self.part(Part::Postings), self.header.n_places)
    }
}
