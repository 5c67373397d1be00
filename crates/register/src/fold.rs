//! The fold: entries of the ledger, one after another, into the register.
//!
//! Applying entries in any number of steps gives the same register as applying them at once; the order of claims that do not
//! name each other does not matter to any answer. Merges and splits rename parties, so they fold everything anew.

use jiff::Timestamp;
use model::{Body, Claim, Entry, Merge, Name, PartyId, Review, Seq, Source, SourceId, Subject, TieId, Verdict};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::as_of::day_number;
use crate::event::{ALWAYS, Event, NEVER, Side, What, events_of, known_from};
use crate::events::Events;
use crate::gates::Gates;
use crate::house::House;
use crate::judge::Case;
use crate::keys::{ClaimKey, PartyKey, TieKey, next};
use crate::names::Index;
use crate::party::Party;
use crate::tie::{Registries, Tie, TiePlaces};

/// Whether a claim counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// It counts.
    Counts,
    /// It waits for review.
    Proposed,
    /// A reviewer rejected or amended it.
    Rejected,
    /// It was taken back.
    Retracted,
}

/// A claim as the register knows it.
#[derive(Debug, Clone)]
pub struct Known {
    /// The claim's name.
    pub name: Name,
    /// Its position in the ledger.
    pub seq: Seq,
    /// When it was written down.
    pub recorded_at: Timestamp,
    /// The claim.
    pub claim: Claim,
    /// Whether it counts today.
    pub status: Status,
    /// The position of its source in the register.
    source: u32,
    /// The day its source said it, whatever reviews came later.
    said: i32,
    pub(crate) known_from: i32,
    pub(crate) known_until: i32,
}

impl Known {
    /// Whether it counts today.
    #[must_use]
    pub fn counts(&self) -> bool {
        self.status == Status::Counts
    }

    /// Whether it was known, and counted, on a day.
    #[must_use]
    pub fn is_known_on(&self, day: jiff::civil::Date) -> bool {
        let day = day_number(day);
        self.known_from <= day && day < self.known_until
    }
}

/// What a source entry says, and the claims that rest on it.
#[derive(Debug, Clone)]
pub(crate) struct SourceRecord {
    pub id: SourceId,
    pub edition: Option<Source>,
    pub claims: Vec<ClaimKey>,
}

/// The register.
#[derive(Debug, Clone, Default)]
pub struct Register {
    house: House,
    gates: Gates,
    head: Seq,
    claims: Vec<Known>,
    /// The first eight bytes of each claim's name, in order: a map of whole names would take more time than the fold.
    by_name: Vec<(u64, ClaimKey)>,
    n_sorted: usize,
    sources: Vec<SourceRecord>,
    source_keys: FxHashMap<SourceId, u32>,
    pub(crate) parties: Vec<Party>,
    party_keys: FxHashMap<PartyId, PartyKey>,
    ties: Vec<Tie>,
    tie_keys: FxHashMap<TieId, TieKey>,
    events: Events,
    registries: Registries,
    /// Claims about the ties between countries or regions as a set.
    relations: FxHashMap<TieId, Vec<ClaimKey>>,
    pub(crate) names: Index,
    /// Every entry by which somebody decided something, in the order of the ledger.
    decisions: Vec<Entry>,
    reviews: FxHashMap<Name, Vec<(Seq, i32, Review)>>,
    retractions: FxHashMap<Name, i32>,
    merges: Vec<(Name, Merge)>,
    splits: FxHashSet<Name>,
    alias: FxHashMap<PartyId, PartyId>,
    /// Claims that a merge left without two parties.
    collapsed: Vec<ClaimKey>,
    changed_claims: Vec<Name>,
    changed_parties: Vec<PartyKey>,
}

impl Register {
    /// An empty register with these house rules.
    #[must_use]
    pub fn new(house: House) -> Self {
        Self { house, ..Self::default() }
    }

    /// Applies entries in the order of the ledger; entries at or before [`Self::head`] are passed over.
    pub fn apply(&mut self, entries: impl IntoIterator<Item = Entry>) {
        let entries = entries.into_iter();
        let n_coming = entries.size_hint().0;
        self.claims.reserve(n_coming);
        self.by_name.reserve(n_coming);
        self.events.reserve(n_coming);
        let mut must_refold = false;
        for entry in entries {
            if entry.seq <= self.head {
                continue;
            }
            self.head = entry.seq;
            must_refold |= self.take(entry);
        }
        if must_refold {
            self.refold();
        }
        self.settle();
    }

    /// The position of the last entry applied.
    #[must_use]
    pub const fn head(&self) -> Seq {
        self.head
    }

    /// The house rules in force.
    #[must_use]
    pub const fn house(&self) -> &House {
        &self.house
    }

    /// Changes the house rules; every later view follows them.
    pub fn set_house(&mut self, house: House) {
        self.house = house;
    }

    /// The same register with these rules on what is allowed.
    #[must_use]
    pub fn with_gates(mut self, gates: Gates) -> Self {
        self.gates = gates;
        self
    }

    /// The rules on what is allowed; none in a new register.
    #[must_use]
    pub const fn gates(&self) -> &Gates {
        &self.gates
    }

    /// How many claims there are, counting or not.
    #[must_use]
    pub fn n_claims(&self) -> usize {
        self.claims.len()
    }

    /// How many ties there are.
    #[must_use]
    pub fn n_ties(&self) -> usize {
        self.ties.len()
    }

    /// How many parties there are.
    #[must_use]
    pub fn n_parties(&self) -> usize {
        self.parties.len()
    }

    /// How many sources there are.
    #[must_use]
    pub fn n_sources(&self) -> usize {
        self.sources.len()
    }

    /// A claim.
    #[must_use]
    pub fn known(&self, claim: ClaimKey) -> &Known {
        &self.claims[claim.idx()]
    }

    /// A claim by its name.
    #[must_use]
    pub fn claim_named(&self, name: &Name) -> Option<ClaimKey> {
        let head = name_head(name);
        let first = self.by_name.partition_point(|(other, _)| *other < head);
        let same = self.by_name[first..].iter().take_while(|(other, _)| *other == head);
        same.map(|(_, key)| *key).find(|key| self.known(*key).name == *name)
    }

    /// The claims whose name begins with these hexadecimal digits, at most `limit`, in the order of their names.
    #[must_use]
    pub fn claims_beginning(&self, digits: &str, limit: usize) -> Vec<ClaimKey> {
        let digits = digits.to_ascii_lowercase();
        let head: String = digits.chars().take(16).collect();
        let Ok(least) = u64::from_str_radix(&format!("{head:0<16}"), 16) else { return Vec::new() };
        if digits.is_empty() {
            return Vec::new();
        }
        let first = self.by_name.partition_point(|(other, _)| *other < least);
        let keys = self.by_name[first..].iter().map(|(_, key)| *key);
        let name = |key: &ClaimKey| self.known(*key).name.to_string();
        let short = |key: &ClaimKey| name(key).starts_with(&head);
        keys.take_while(short).filter(|key| name(key).starts_with(&digits)).take(limit).collect()
    }

    /// Every claim, in the order of the ledger.
    pub fn claim_keys(&self) -> impl Iterator<Item = ClaimKey> + use<> {
        (0..next(self.claims.len())).map(ClaimKey)
    }

    /// A party.
    #[must_use]
    pub fn party(&self, party: PartyKey) -> &Party {
        &self.parties[party.idx()]
    }

    /// A party by its id, after merges.
    #[must_use]
    pub fn party_key(&self, id: &PartyId) -> Option<PartyKey> {
        self.party_keys.get(self.alias.get(id).unwrap_or(id)).copied()
    }

    /// Every party, in no particular order.
    pub fn party_keys(&self) -> impl Iterator<Item = PartyKey> + use<> {
        (0..next(self.parties.len())).map(PartyKey)
    }

    /// A tie.
    #[must_use]
    pub fn tie(&self, tie: TieKey) -> &Tie {
        &self.ties[tie.idx()]
    }

    /// A tie by its name, after merges.
    #[must_use]
    pub fn tie_key(&self, id: &TieId) -> Option<TieKey> {
        self.tie_keys.get(&self.resolved(id)?).copied()
    }

    /// Every tie, in no particular order.
    pub fn tie_keys(&self) -> impl Iterator<Item = TieKey> + use<> {
        (0..next(self.ties.len())).map(TieKey)
    }

    /// The claims about a tie, in the order they were written down.
    #[must_use]
    pub fn claims_of_tie(&self, tie: TieKey) -> Vec<ClaimKey> {
        let of_events = self.events.of(tie).iter().map(|event| ClaimKey(event.claim));
        let mut claims: Vec<ClaimKey> = of_events.chain(self.tie(tie).others.iter().copied()).collect();
        claims.sort_unstable();
        claims.dedup();
        claims
    }

    /// A tie with its events.
    pub(crate) fn case(&self, tie: TieKey) -> Case<'_> {
        Case { tie: &self.ties[tie.idx()], events: self.events.of(tie) }
    }

    pub(crate) const fn registries(&self) -> &Registries {
        &self.registries
    }

    /// The newest edition of a source.
    #[must_use]
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources[*self.source_keys.get(id)? as usize].edition.as_ref()
    }

    /// The claims that rest on a source, in the order of the ledger.
    #[must_use]
    pub fn claims_of_source(&self, id: &SourceId) -> &[ClaimKey] {
        self.source_keys.get(id).map_or(&[], |key| &self.sources[*key as usize].claims)
    }

    /// Every source id that some entry names, in no particular order.
    pub fn source_ids(&self) -> impl Iterator<Item = &SourceId> {
        self.sources.iter().map(|record| &record.id)
    }

    /// The claims about all the ties between these parties as a set: stated counts and wishes.
    #[must_use]
    pub fn claims_of_relation(&self, relation: &TieId) -> &[ClaimKey] {
        self.resolved(relation).and_then(|relation| self.relations.get(&relation)).map_or(&[], Vec::as_slice)
    }

    /// What a party id stands for after merges.
    #[must_use]
    pub fn resolved_party<'a>(&'a self, id: &'a PartyId) -> &'a PartyId {
        self.alias.get(id).unwrap_or(id)
    }

    /// Every relation that claims speak of.
    pub fn relations(&self) -> impl Iterator<Item = &TieId> {
        self.relations.keys()
    }

    /// The reviews of a claim, in the order of the ledger.
    pub fn reviews_of(&self, claim: &Name) -> impl Iterator<Item = &Review> {
        self.reviews.get(claim).into_iter().flatten().map(|(_, _, review)| review)
    }

    /// Every review, retraction, merge and split, in the order of the ledger.
    #[must_use]
    pub fn decisions(&self) -> &[Entry] {
        &self.decisions
    }

    /// Claims that a merge left without two parties: shown as problems, never dropped.
    #[must_use]
    pub fn collapsed(&self) -> &[ClaimKey] {
        &self.collapsed
    }

    /// Takes one entry; `true` when everything must be folded anew.
    fn take(&mut self, entry: Entry) -> bool {
        let day = day_of(entry.recorded_at);
        if !matches!(entry.body, Body::Claim(_) | Body::Source(_)) {
            self.decisions.push(entry.clone());
        }
        match entry.body {
            Body::Claim(claim) => {
                let key = self.keep(entry.name, entry.seq, entry.recorded_at, day, claim);
                self.place(key);
                false
            }
            Body::Source(source) => {
                let key = self.source_key(&source.id);
                // A date of reading moves the day from which undated claims are known.
                let moved = self.sources[key as usize].edition.as_ref().map(|old| old.retrieved)
                    != Some(source.retrieved)
                    && !self.sources[key as usize].claims.is_empty();
                self.sources[key as usize].edition = Some(source);
                moved
            }
            Body::Review(review) => {
                let claim = review.claim;
                self.reviews.entry(claim).or_default().push((entry.seq, day, review));
                self.changed_claims.push(claim);
                false
            }
            Body::Retraction(retraction) => {
                let first = self.retractions.entry(retraction.claim).or_insert(day);
                *first = (*first).min(day);
                self.changed_claims.push(retraction.claim);
                false
            }
            Body::Merge(merge) => {
                self.merges.push((entry.name, merge));
                true
            }
            Body::Split(split) => {
                self.splits.insert(split.merge);
                true
            }
        }
    }

    /// Keeps a claim, without placing it.
    fn keep(&mut self, name: Name, seq: Seq, recorded_at: Timestamp, recorded: i32, claim: Claim) -> ClaimKey {
        let key = ClaimKey(next(self.claims.len()));
        let source = self.source_key(&claim.evidence.source);
        self.sources[source as usize].claims.push(key);
        let retrieved = self.sources[source as usize].edition.as_ref().and_then(|edition| edition.retrieved);
        let said = known_from(&claim, retrieved, recorded);
        let (status, known_from, known_until) = self.status_of(&name, &claim, said);
        self.claims.push(Known { name, seq, recorded_at, claim, status, source, said, known_from, known_until });
        self.by_name.push((name_head(&name), key));
        key
    }

    /// Whether a claim counts, and between which days it was known to.
    ///
    /// A program's claim counts from its first acceptance; any claim counts until it is rejected and not accepted again. A
    /// reopened one is as if nobody had decided: a program's waits again, any other counts.
    fn status_of(&self, name: &Name, claim: &Claim, said: i32) -> (Status, i32, i32) {
        let proposed = claim.maker.kind == model::MakerKind::Reader;
        let mut status = if proposed { Status::Proposed } else { Status::Counts };
        let mut from = (!proposed).then_some(said);
        let mut until = NEVER;
        for (_, day, review) in self.reviews.get(name).into_iter().flatten() {
            match review.verdict {
                Verdict::Accept => {
                    (status, until) = (Status::Counts, NEVER);
                    from = from.or(Some(said.max(*day)));
                }
                Verdict::Reopen if !proposed => (status, until) = (Status::Counts, NEVER),
                Verdict::Reopen => (status, until) = (Status::Proposed, until.min(*day)),
                Verdict::Reject | Verdict::Amend => (status, until) = (Status::Rejected, until.min(*day)),
            }
        }
        let Some(from) = from else { return (self.taken_back(name, status), said, ALWAYS) };
        let retracted = self.retractions.get(name).copied().unwrap_or(NEVER);
        (self.taken_back(name, status), from, until.min(retracted))
    }

    fn taken_back(&self, name: &Name, status: Status) -> Status {
        if self.retractions.contains_key(name) { Status::Retracted } else { status }
    }

    /// Judges a claim's status anew after a review or retraction, and tells its events.
    fn rejudge(&mut self, name: Name) {
        let Some(key) = self.claim_named(&name) else { return };
        let known = &self.claims[key.idx()];
        let recorded = day_of(known.recorded_at);
        let retrieved = self.source(&known.claim.evidence.source).and_then(|source| source.retrieved);
        let said = known_from(&known.claim, retrieved, recorded);
        let (status, from, until) = self.status_of(&name, &known.claim, said);
        let subject = known.claim.subject.clone();
        let known = &mut self.claims[key.idx()];
        (known.status, known.said, known.known_from, known.known_until) = (status, said, from, until);
        match subject {
            Subject::Party(id) => {
                if let Some(party) = self.party_key(&id) {
                    self.note_party(party);
                }
            }
            Subject::Tie(id) => {
                if let Some(tie) = self.tie_key(&id) {
                    for event in self.events.of_mut(tie).iter_mut().filter(|event| event.claim == key.0) {
                        (event.known_from, event.known_until) = (from, until);
                    }
                }
            }
            Subject::Relation(_) => {}
        }
    }

    /// Puts a kept claim where its subject is.
    fn place(&mut self, key: ClaimKey) {
        match self.claims[key.idx()].claim.subject.clone() {
            Subject::Party(id) => {
                let party = self.make_party(&id);
                self.parties[party.idx()].claims.push(key);
                self.note_party(party);
            }
            Subject::Tie(id) => match self.resolved(&id) {
                Some(id) => self.place_on_tie(key, &id),
                None => self.collapsed.push(key),
            },
            Subject::Relation(id) => match self.resolved(&id) {
                Some(id) => self.relations.entry(id).or_default().push(key),
                None => self.collapsed.push(key),
            },
        }
    }

    fn place_on_tie(&mut self, key: ClaimKey, id: &TieId) {
        let tie_key = self.make_tie(id);
        let Known { claim, source, said, known_from, known_until, .. } = &self.claims[key.idx()];
        let (source, known_from, known_until) = (*source, *known_from, *known_until);
        let base = Event {
            at: 0,
            earliest: 0,
            latest: 0,
            until: NEVER,
            said: *said,
            known_from,
            known_until,
            claim: key.0,
            source,
            grade: claim.grade,
            side: Side::All,
            what: What::NoContact,
        };
        // What began nobody knows when counts from the first day on which it may have been said.
        let said = claim.said_on.as_ref().map_or(*said, |said| day_number(said.earliest()));
        let Tie { id, others, carriers, .. } = &mut self.ties[tie_key.idx()];
        let mut places = TiePlaces { id, carriers, registries: &mut self.registries, alias: &self.alias };
        let made = events_of(claim, base, said, &mut places);
        if made.iter().all(Option::is_none) {
            others.push(key);
        }
        made.into_iter().flatten().for_each(|event| self.events.push(tie_key, event));
    }

    /// Marks a party for a new summary.
    fn note_party(&mut self, party: PartyKey) {
        if !std::mem::replace(&mut self.parties[party.idx()].is_changed, true) {
            self.changed_parties.push(party);
        }
    }

    fn make_party(&mut self, id: &PartyId) -> PartyKey {
        let id = self.alias.get(id).unwrap_or(id);
        if let Some(key) = self.party_keys.get(id) {
            return *key;
        }
        let key = PartyKey(next(self.parties.len()));
        self.parties.push(Party::new(id.clone()));
        self.party_keys.insert(id.clone(), key);
        self.note_party(key);
        key
    }

    fn make_tie(&mut self, id: &TieId) -> TieKey {
        if let Some(key) = self.tie_keys.get(id) {
            return *key;
        }
        let key = TieKey(next(self.ties.len()));
        let parties: Vec<PartyKey> = id.parties().map(|party| self.make_party(&party)).collect();
        for party in &parties {
            self.parties[party.idx()].ties.push(key);
        }
        self.ties.push(Tie::new(id.clone(), parties));
        self.tie_keys.insert(id.clone(), key);
        key
    }

    fn source_key(&mut self, id: &SourceId) -> u32 {
        if let Some(key) = self.source_keys.get(id) {
            return *key;
        }
        let key = next(self.sources.len());
        self.sources.push(SourceRecord { id: id.clone(), edition: None, claims: Vec::new() });
        self.source_keys.insert(id.clone(), key);
        key
    }

    /// A tie's name after merges; `None` when a merge left it fewer than two parties.
    fn resolved(&self, id: &TieId) -> Option<TieId> {
        if self.alias.is_empty() {
            return Some(id.clone());
        }
        TieId::between(id.parties().map(|party| self.alias.get(&party).cloned().unwrap_or(party))).ok()
    }

    /// Folds all claims anew under the merges in force.
    fn refold(&mut self) {
        self.alias = aliases(&self.merges, &self.splits);
        let claims = std::mem::take(&mut self.claims);
        self.by_name.clear();
        self.n_sorted = 0;
        self.sources.iter_mut().for_each(|source| source.claims.clear());
        self.parties.clear();
        self.party_keys.clear();
        self.ties.clear();
        self.tie_keys.clear();
        self.relations.clear();
        self.collapsed.clear();
        self.names = Index::default();
        self.changed_parties.clear();
        self.events = Events::default();
        for known in claims {
            let day = day_of(known.recorded_at);
            let key = self.keep(known.name, known.seq, known.recorded_at, day, known.claim);
            self.place(key);
        }
    }

    /// Sorts and summarizes what changed.
    fn settle(&mut self) {
        if self.n_sorted < self.by_name.len() / 2 {
            self.by_name.par_sort_unstable();
        } else {
            // What was sorted before is one run of a stable sort: adding a few names costs a pass.
            self.by_name.sort();
        }
        self.n_sorted = self.by_name.len();
        let (claims, ties, registries) = (&self.claims, &self.ties, &self.registries);
        // The numbers of registries and carriers depend on which came first, their names do not.
        let label = |tie: TieKey, what: What| match what {
            What::Carrier { carrier, .. } => ties[tie.idx()].carriers[carrier as usize].as_str(),
            What::Listing { registry, .. } => registries.name(registry),
            _ => "",
        };
        self.events.settle(ties.len(), |tie, a, b| {
            (a.at, rank(a.what))
                .cmp(&(b.at, rank(b.what)))
                .then_with(|| label(tie, a.what).cmp(label(tie, b.what)))
                .then_with(|| claims[a.claim as usize].name.cmp(&claims[b.claim as usize].name))
        });
        for name in std::mem::take(&mut self.changed_claims) {
            self.rejudge(name);
        }
        for party in std::mem::take(&mut self.changed_parties) {
            let old = std::mem::take(&mut self.parties[party.idx()].names);
            old.iter().for_each(|name| self.names.remove(party, name));
            self.summarize(party);
            self.parties[party.idx()].names.iter().for_each(|name| self.names.insert(party, name));
        }
    }
}

/// The first eight bytes of a name.
fn name_head(name: &Name) -> u64 {
    u64::from_be_bytes(name.0[..8].try_into().expect("a name has 32 bytes"))
}

/// The day of a moment, in UTC.
fn day_of(moment: Timestamp) -> i32 {
    i32::try_from(moment.as_second().div_euclid(86_400)).expect("a timestamp lies within years -9999 to 9999")
}

/// What comes first on one day: an end of what stood, what stands, acts in the order of a tie's life, then the rest.
const fn rank(what: What) -> (u8, u8) {
    match what {
        What::StoodUntil => (0, 0),
        What::Stands { class, .. } => (1, class as u8),
        What::Act(act) => (2, act as u8),
        What::TermEnds { .. } => (3, 0),
        What::Contact { kind, light } => (4, kind as u8 * 2 + light as u8),
        What::NoContact => (5, 0),
        What::Carrier { event, .. } => (6, event as u8),
        What::Listing { status, .. } => (7, status as u8),
    }
}

/// Which id stands for which, following chains of merges that no split undid. A circle keeps its least id.
fn aliases(merges: &[(Name, Merge)], splits: &FxHashSet<Name>) -> FxHashMap<PartyId, PartyId> {
    let direct: FxHashMap<&PartyId, &PartyId> =
        merges.iter().filter(|(name, _)| !splits.contains(name)).map(|(_, merge)| (&merge.from, &merge.into)).collect();
    let mut alias = FxHashMap::default();
    for &start in direct.keys() {
        let mut path = vec![start];
        let mut end = start;
        while let Some(next) = direct.get(end) {
            if path.contains(next) {
                let circle = path.iter().skip_while(|id| *id != next);
                end = circle.min().copied().unwrap_or(end);
                break;
            }
            path.push(next);
            end = next;
        }
        if end != start {
            alias.insert(start.clone(), end.clone());
        }
    }
    alias
}
