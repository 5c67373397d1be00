//! Names that are nearly a text.
//!
//! Walking every name with the table of edits beside it visits a large part of the index, since two edits in the first
//! letters leave nearly every name possible. So the text is cut in two: of at most two edits either one at most falls into the
//! first half, or both do and the second half is exact. The first case is a walk forward, the second one a walk backward over
//! the index of reversed names, and both are narrow (Mihov and Schulz 2004 call this forward-backward).

#![expect(clippy::cast_possible_truncation, reason = "columns of the band are below five")]

use fst::raw::{CompiledAddr, Fst, Transition};

use crate::search::falling;
use crate::{Gazetteer, PlaceIdx, Ranked, Reason, fold};

impl Gazetteer {
    /// The places with a name that is nearly the text: fewest edits first, then most populous; at most `limit`.
    ///
    /// An edit is a letter added, left out or changed, or two neighbors swapped (no letter is edited twice). Up to three
    /// letters allow none, up to seven one, longer texts two.
    ///
    /// ```
    /// # let gazetteer = gazetteer::build::tiny();
    /// let found = gazetteer.fuzzy("Uper Mlil", 5);
    /// assert_eq!(gazetteer.place(found[0].place).name, "Upper Mill");
    /// assert_eq!(found[0].reasons[0], gazetteer::Reason::Edits(2));
    /// ```
    ///
    /// # Source
    /// Damerau (1964) for the swaps; Wagner and Fischer (1974) for the table; Mihov and Schulz (2004) for the two walks.
    #[must_use]
    pub fn fuzzy(&self, text: &str, limit: usize) -> Vec<Ranked> {
        let folded = fold(text);
        if folded.is_empty() || limit == 0 {
            return Vec::new();
        }
        let mut found: Vec<(u8, PlaceIdx)> = Vec::new();
        for (edits, name) in self.nearly(&folded) {
            found.extend(self.exact(&name).map(|idx| (edits, idx)));
        }
        found.sort_unstable_by_key(|(edits, idx)| (*idx, *edits));
        found.dedup_by_key(|(_, idx)| *idx);
        found.sort_unstable();
        found.truncate(limit);
        falling(found.into_iter().map(|(edits, idx)| self.plain(idx, Reason::Edits(edits))).collect())
    }

    /// The folded names nearly like a folded text, with their edits; a name may come twice.
    fn nearly(&self, folded: &str) -> Vec<(u8, String)> {
        let letters: Vec<char> = folded.chars().collect();
        let max = edits_allowed(letters.len());
        if max == 0 {
            return vec![(0, folded.to_owned())];
        }
        let cut = letters.len() / 2;
        let mut names = Walk::new(letters.clone(), max, cut, max - 1).over(&self.names);
        let mut reversed = letters;
        reversed.reverse();
        let exact = reversed.len() - cut;
        for (edits, name) in Walk::new(reversed, max, exact, 0).over(&self.backward) {
            names.push((edits, name.chars().rev().collect()));
        }
        names
    }
}

/// How many edits a text of so many letters allows.
pub(crate) const fn edits_allowed(n_letters: usize) -> u8 {
    match n_letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// The widest band: two edits to each side.
const WIDTH: usize = 5;
const FAR: u8 = 100;

/// Part of a row of the table of edits: column `row + i - max` at `i`.
type Band = [u8; WIDTH];

/// The last two rows.
#[derive(Clone, Copy)]
struct Bands {
    now: Band,
    before: Option<(Band, char)>,
}

/// A walk over an index, along all names that stay near the text.
struct Walk {
    letters: Vec<char>,
    /// Edits in all.
    max: u8,
    /// Letters of the text in its first part …
    cut: usize,
    /// … and edits allowed there.
    max_before_cut: u8,
    name: Vec<u8>,
    found: Vec<(u8, String)>,
}

impl Walk {
    const fn new(letters: Vec<char>, max: u8, cut: usize, max_before_cut: u8) -> Self {
        Self { letters, max, cut, max_before_cut, name: Vec::new(), found: Vec::new() }
    }

    fn over<D: AsRef<[u8]>>(mut self, index: &Fst<D>) -> Vec<(u8, String)> {
        // The part is fetched once, not at every node.
        if let Ok(index) = Fst::new(index.as_bytes()) {
            let bands = Bands { now: self.first_band(), before: None };
            self.step(&index, index.root().addr(), 0, 0, &bands);
        }
        self.found
    }

    fn first_band(&self) -> Band {
        let max = usize::from(self.max);
        std::array::from_fn(|i| match i.checked_sub(max) {
            Some(column) if column <= self.letters.len() => self.held(column, column as u8),
            _ => FAR,
        })
    }

    /// A count of edits, unless it is too many for its column.
    fn held(&self, column: usize, edits: u8) -> u8 {
        let max = if column <= self.cut { self.max_before_cut } else { self.max };
        if edits > max { FAR } else { edits }
    }

    /// Looks at everything below a node; `row` letters lead to it, and `n_pending` bytes of one more.
    fn step(&mut self, index: &Fst<&[u8]>, addr: CompiledAddr, row: usize, n_pending: usize, bands: &Bands) {
        let node = index.node(addr);
        if node.is_final() && n_pending == 0 {
            self.end(row, &bands.now);
        }
        if n_pending == 0 && self.is_spent(row, &bands.now) {
            // No edit is left: only letters of the text lead on, and most nodes have many others.
            let (firsts, n_firsts) = self.next_bytes(row);
            for byte in &firsts[..n_firsts] {
                if let Some(i) = node.find_input(*byte) {
                    self.follow(index, node.transition(i), row, n_pending, bands);
                }
            }
            return;
        }
        for transition in node.transitions() {
            self.follow(index, transition, row, n_pending, bands);
        }
    }

    fn follow(&mut self, index: &Fst<&[u8]>, transition: Transition, row: usize, n_pending: usize, bands: &Bands) {
        self.name.push(transition.inp);
        let start = self.name.len() - 1 - n_pending;
        match letter(&self.name[start..]) {
            Some(letter) => {
                let next = self.next_band(row + 1, letter, bands);
                if next.iter().any(|edits| *edits < FAR) {
                    let bands = Bands { now: next, before: Some((bands.now, letter)) };
                    self.step(index, transition.addr, row + 1, 0, &bands);
                }
            }
            None if n_pending < 3 => self.step(index, transition.addr, row, n_pending + 1, bands),
            None => {}
        }
        self.name.pop();
    }

    /// Whether none of the counts allows one more edit, neither in its column nor in the next one.
    fn is_spent(&self, row: usize, band: &Band) -> bool {
        let max = usize::from(self.max);
        let mut counts = band.iter().enumerate().filter(|(_, edits)| **edits < FAR);
        counts.all(|(i, edits)| self.held((row + i).saturating_sub(max) + 1, edits + 1) == FAR)
    }

    /// The first bytes of the letters of the text that the band touches, each once, and how many they are.
    fn next_bytes(&self, row: usize) -> ([u8; WIDTH + 1], usize) {
        let max = usize::from(self.max);
        let (mut bytes, mut n_bytes) = ([0; WIDTH + 1], 0);
        let touched = row.saturating_sub(max)..(row + max + 2).min(self.letters.len());
        for letter in &self.letters[touched.start.min(touched.end)..touched.end] {
            let mut buffer = [0; 4];
            let first = letter.encode_utf8(&mut buffer).as_bytes()[0];
            if n_bytes < bytes.len() && !bytes[..n_bytes].contains(&first) {
                bytes[n_bytes] = first;
                n_bytes += 1;
            }
        }
        (bytes, n_bytes)
    }

    /// A name ends after `row` letters.
    fn end(&mut self, row: usize, band: &Band) {
        let i = (self.letters.len() + usize::from(self.max)).checked_sub(row);
        let edits = i.and_then(|i| band.get(i)).copied().unwrap_or(FAR);
        if edits <= self.max
            && let Ok(name) = std::str::from_utf8(&self.name)
        {
            self.found.push((edits, name.to_owned()));
        }
    }

    fn next_band(&self, row: usize, letter: char, bands: &Bands) -> Band {
        let max = usize::from(self.max);
        let mut band = [FAR; WIDTH];
        for i in 0..=2 * max {
            let Some(column) = (row + i).checked_sub(max).filter(|column| *column <= self.letters.len()) else {
                continue;
            };
            // In the row before, the same column is one to the right.
            let above = bands.now.get(i + 1).copied().unwrap_or(FAR) + 1;
            let left = if i > 0 { band[i - 1] + 1 } else { FAR };
            let mut least = above.min(left);
            if column > 0 {
                let is_same = self.letters[column - 1] == letter;
                least = least.min(bands.now[i] + u8::from(!is_same));
                if let Some((before, letter_before)) = bands.before
                    && column > 1
                    && self.letters[column - 2] == letter
                    && self.letters[column - 1] == letter_before
                {
                    least = least.min(before[i] + 1);
                }
            }
            band[i] = self.held(column, least);
        }
        band
    }
}

/// The letter that the bytes are, once they are a whole one.
fn letter(bytes: &[u8]) -> Option<char> {
    match bytes {
        [one] if *one < 0x80 => Some(char::from(*one)),
        _ => std::str::from_utf8(bytes).ok()?.chars().next(),
    }
}
