//! Things by the parties they name, so that a document of thousands of ties is not gone through for each of them.

use rustc_hash::FxHashMap;

/// The numbers of things that name parties.
#[derive(Debug, Default)]
pub(crate) struct ByParty {
    of: FxHashMap<usize, Vec<usize>>,
}

impl ByParty {
    /// Of things in order, each with its parties.
    pub(crate) fn new<'a>(all: impl Iterator<Item = &'a [usize]>) -> Self {
        let mut made = Self::default();
        all.enumerate().for_each(|(thing, parties)| made.add(thing, parties));
        made
    }

    /// Says that a thing names these parties too.
    pub(crate) fn add(&mut self, thing: usize, parties: &[usize]) {
        for party in parties {
            self.of.entry(*party).or_default().push(thing);
        }
    }

    /// All things that name two of these parties, in order, among some that name one.
    ///
    /// Who names two names one that is not the most named of all: a city with a thousand ties costs no more than its partners.
    pub(crate) fn with_two(&self, parties: &[usize]) -> Vec<usize> {
        let lists = || parties.iter().filter_map(|party| Some((*party, self.of.get(party)?)));
        let most = lists().max_by_key(|(_, list)| list.len()).map(|(party, _)| party);
        let mut found: Vec<usize> =
            lists().filter(|(party, _)| Some(*party) != most).flat_map(|(_, list)| list).copied().collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

#[cfg(test)]
mod tests {
    use super::ByParty;

    #[test]
    fn who_names_two_is_found() {
        let all: [&[usize]; 5] = [&[1, 2], &[1, 3], &[2, 3], &[1], &[4, 3, 2]];
        let by_party = ByParty::new(all.into_iter());
        for two in [[1, 2], [1, 3], [2, 3], [4, 2], [1, 4], [5, 1]] {
            let found = by_party.with_two(&two);
            let has_both = |parties: &[usize]| two.iter().all(|party| parties.contains(party));
            for (thing, parties) in all.iter().enumerate() {
                assert!(!has_both(parties) || found.contains(&thing), "{two:?} {found:?}");
            }
            assert!(found.is_sorted(), "{found:?}");
        }
        assert!(by_party.with_two(&[1]).is_empty());
    }

    #[test]
    fn the_most_named_costs_nothing() {
        let all: Vec<[usize; 2]> = (1..1_000).map(|partner| [0, partner]).collect();
        let by_party = ByParty::new(all.iter().map(<[usize; 2]>::as_slice));
        assert_eq!(by_party.with_two(&[0, 7]), [6]);
    }
}
