//! A clerk's list: one row per partner of one place. What is empty gives no claim, and nothing is made up.
//!
//! The standing column is what the *owner's* side decided: the other side's decision is not the clerk's to state.

use model::{
    Act, ActKind, Activity, ActivityKind, Carrier, CarrierEvent, Claim, Edge, Fact, Grade, Instrument, Listing,
    ListingStatus, NameUse, PartyId, PartyKind, PartyName, Period, Source, SourceId, SourceKind, Subject, TieClass,
    TieId,
};

use super::cells::Row;
use super::facts::{Draft, Frame, Work, file_name};
use super::parties::{Partner, partner};
use super::places::is_cyrillic;
use super::slug::slug;

const SLUG_CHARS: usize = 48;

/// What a row says, and the sources it brings; `None` when it is wrong, which has been noted.
pub(super) fn read(row: &mut Row<'_>, owner: &PartyId, hash: Option<[u8; 32]>) -> Option<(Vec<Source>, Vec<Claim>)> {
    let frame = Frame::read(row);
    let (works, sources) = cited(row, hash);
    let partner = partner(row);
    // The tie is checked with the owner alone while the partner is in doubt, so that one look finds every problem.
    let other = partner.as_ref().map_or_else(|| owner.clone(), |partner| partner.id.clone());
    let mut list = List { row, owner, partner: other, drafts: Vec::new() };
    list.stands();
    list.signed();
    list.standing();
    list.visits();
    list.carrier();
    list.listing();
    let facts = list.drafts;
    if facts.is_empty() && row.problems.is_empty() {
        row.problem("class", "a class, or another cell that says something about the tie");
    }
    let partner = partner?;
    let Ok(tie) = TieId::between([owner.clone(), partner.id.clone()]) else {
        row.problem("partner", "another place than the owner of the list");
        return None;
    };
    let mut drafts = party_drafts(row, &partner);
    drafts.extend(facts.into_iter().map(|(column, fact, held)| Draft {
        subject: Subject::Tie(tie.clone()),
        fact,
        held,
        column,
    }));
    let claims = drafts.iter().flat_map(|draft| frame.claim_per_work(row, draft, &works)).collect();
    Some((sources, claims))
}

fn party_drafts(row: &Row<'_>, partner: &Partner) -> Vec<Draft> {
    let Some((part_of, part_of_column)) = &partner.minted else { return Vec::new() };
    let name = row.text("partner").to_owned();
    let language = if is_cyrillic(&name) { "ru" } else { "" };
    let named = PartyName { text: name, language: language.to_owned(), usage: NameUse::Preferred };
    let facts = [
        (Fact::Named(named), "partner"),
        (Fact::Is(PartyKind::City), "partner"),
        (Fact::PartOf(part_of.clone()), *part_of_column),
    ];
    let subject = Subject::Party(partner.id.clone());
    let draft = |(fact, column)| Draft { subject: subject.clone(), fact, held: Period::UNKNOWN, column };
    facts.map(draft).into()
}

/// The works a row rests on, and those of them the book does not have.
fn cited(row: &Row<'_>, hash: Option<[u8; 32]>) -> (Vec<Work>, Vec<Source>) {
    let known: Option<Vec<Work>> = row.list("source").into_iter().map(|item| known_work(row, item)).collect();
    if let Some(works) = known.filter(|works| !works.is_empty()) {
        return (works, Vec::new());
    }
    let minted = row.filled("source").map_or_else(|| table_source(row.file, hash), |text| minted_source(row, text));
    let grade = row.mapping.and_then(|mapping| mapping.grade).unwrap_or(minted.grade);
    (vec![Work { id: minted.id.clone(), published: None, grade }], vec![Source { grade, ..minted }])
}

fn known_work(row: &Row<'_>, item: &str) -> Option<Work> {
    let id = SourceId::parse(item).ok()?;
    let source = row.context.book.get(&id)?;
    Some(Work { published: source.published, grade: source.grade, id })
}

/// The list itself as a source, named `table:` and its file name.
fn table_source(file: &str, hash: Option<[u8; 32]>) -> Source {
    let file = file_name(file);
    let text: String = file.to_lowercase().chars().map(|c| if is_id_char(c) { c } else { '-' }).collect();
    source(&format!("table:{text}"), file, hash)
}

fn is_id_char(c: char) -> bool {
    matches!(c, 'a'..='z' | '0'..='9' | '-' | '.' | '_')
}

/// A source for a reference in the clerk's words. What could be mistaken for another's id gets a piece of its hash.
fn minted_source(row: &Row<'_>, text: &str) -> Source {
    let slug = slug(text);
    let short: String = slug.text.chars().take(SLUG_CHARS).collect();
    let is_address = text.starts_with("https://") || text.starts_with("http://");
    // The same reference, minted by an earlier import or pass, is no other's.
    let is_other = |source: &Source| source.kind != SourceKind::Table || source.title != text;
    let is_taken = SourceId::parse(&short).is_ok_and(|id| row.context.book.get(&id).is_some_and(is_other));
    let id = if slug.is_lossy || short.len() < slug.text.len() || short.is_empty() || is_address || is_taken {
        format!("{}-{}", short.trim_end_matches('-'), &blake3::hash(text.as_bytes()).to_hex()[..8])
    } else {
        short
    };
    let mut source = source(&id, text, None);
    if is_address {
        text.clone_into(&mut source.url);
    }
    source
}

fn source(id: &str, title: &str, hash: Option<[u8; 32]>) -> Source {
    Source {
        id: SourceId::parse(id).expect("it is made of lower-case letters, digits and `-._:`"),
        title: title.to_owned(),
        publisher: String::new(),
        url: String::new(),
        published: None,
        retrieved: None,
        language: String::new(),
        kind: SourceKind::Table,
        // An office speaks for itself here; a list copied from elsewhere says so with `grade` in the mapping.
        grade: Grade::Report,
        note: String::new(),
        text: None,
        hash,
    }
}

/// Collects what a row says of the tie.
struct List<'r, 'a> {
    row: &'r mut Row<'a>,
    owner: &'r PartyId,
    partner: PartyId,
    drafts: Vec<(&'static str, Fact, Period)>,
}

impl List<'_, '_> {
    /// Whether the row itself fills a cell, not only the mapping file's default.
    fn is_own(&self, column: &str) -> bool {
        !self.row.raw(column).is_empty() && self.row.filled(column).is_some()
    }

    fn on(&mut self, column: &str) -> Period {
        self.row.date(column).map_or(Period::UNKNOWN, Period::on)
    }

    fn stands(&mut self) {
        // Without a word of its own, the list's cell for the class is the word it uses.
        let own = self.row.text("word");
        let word = if own.is_empty() { self.row.raw("class") } else { own }.to_owned();
        let Some(class) = self.row.parsed("class", TieClass::parse) else {
            if self.is_own("word") && self.row.text("class").is_empty() {
                self.row
                    .problem("class", "the class that the word stands for, also by [values.class] in a mapping file");
            }
            return;
        };
        let is_in_force = self.row.text("standing").replace(['_', ' '], "-").eq_ignore_ascii_case("in-force");
        let since = if is_in_force { self.row.date("standing_since") } else { None };
        let held = since.map_or(Period::UNKNOWN, |since| {
            Period::span(Edge::At(since), Edge::Unknown).expect("a span with one end is never backwards")
        });
        let column = if own.is_empty() && since.is_none() { "class" } else { "" };
        self.drafts.push((column, Fact::TieStands { class, word }, held));
    }

    fn signed(&mut self) {
        let signed_by = self.row.parsed("signed_by", |text| match text.to_ascii_lowercase().as_str() {
            "both" => Ok(None),
            "owner" => Ok(Some(self.owner.clone())),
            "partner" => Ok(Some(self.partner.clone())),
            _ => Err(()),
        });
        let held = self.on("signed");
        let term_end = self.row.date("term_end");
        let columns = ["signed", "signed_by", "term_end"];
        let Some(first) = columns.into_iter().find(|column| self.is_own(column)) else { return };
        let column = if columns.iter().filter(|column| self.is_own(column)).count() == 1 { first } else { "" };
        let instrument = term_end.map(|end| Instrument { title: String::new(), term_end: Some(end) });
        let (kind, party) = (ActKind::Signed, signed_by.flatten());
        self.drafts.push((column, Fact::Act(Act { party, kind, instrument, condition: None, reason: None }), held));
    }

    fn standing(&mut self) {
        let standing = self.row.parsed("standing", |text| {
            let word = text.to_ascii_lowercase().replace(['_', ' '], "-");
            match word.as_str() {
                "in-force" | "unknown" => Ok(None),
                _ => ActKind::parse(&word).map(Some),
            }
        });
        let held = self.on("standing_since");
        let condition = self.row.filled("condition").map(str::to_owned);
        let Some(Some(kind)) = standing else {
            if condition.is_some() {
                self.row.problem("condition", "a standing such as suspended beside it, or nothing");
            }
            if self.is_own("standing_since") && self.row.text("standing").is_empty() {
                self.row.problem("standing", "what has held since the date beside it");
            }
            return;
        };
        let column = if held.is_unknown() && condition.is_none() { "standing" } else { "" };
        let act = Act { party: Some(self.owner.clone()), kind, instrument: None, condition, reason: None };
        self.drafts.push((column, Fact::Act(act), held));
    }

    fn visits(&mut self) {
        let sides = [
            ("last_visit_out", self.owner.clone(), "Last visit to the partner, as listed"),
            ("last_visit_in", self.partner.clone(), "Last visit from the partner, as listed"),
        ];
        for (column, from, summary) in sides {
            let Some(date) = self.row.date(column) else { continue };
            let activity = Activity {
                kind: ActivityKind::Visit,
                from: Some(from),
                participants: Vec::new(),
                topics: Vec::new(),
                size: None,
                light: false,
                summary: summary.to_owned(),
            };
            self.drafts.push((column, Fact::Activity(activity), Period::on(date)));
        }
    }

    fn carrier(&mut self) {
        let name = self.row.filled("carrier");
        let event = self.row.parsed("carrier_state", CarrierEvent::parse);
        match (name, event) {
            (Some(name), Some(event)) => {
                let carrier = Carrier { party: self.owner.clone(), name: name.to_owned(), event };
                self.drafts.push(("", Fact::Carrier(carrier), Period::UNKNOWN));
            }
            (Some(_), None) if self.row.text("carrier_state").is_empty() => {
                let expected = format!("what is known of the carrier, one of: {}", CarrierEvent::WORDS.join(", "));
                self.row.problem("carrier_state", expected);
            }
            (None, _) if self.is_own("carrier_state") => {
                self.row.problem("carrier", "the carrier that the state beside it speaks of");
            }
            _ => {}
        }
    }

    fn listing(&mut self) {
        let registry = self.row.filled("registry");
        let status = self.row.parsed("listed", |text| match text.to_ascii_lowercase().as_str() {
            "yes" => Ok(ListingStatus::Listed),
            "no" => Ok(ListingStatus::NotListed),
            _ => ListingStatus::parse(text),
        });
        match (registry, status) {
            (Some(registry), Some(status)) => {
                let listing = Listing { registry: registry.to_owned(), status };
                self.drafts.push(("", Fact::Listing(listing), Period::UNKNOWN));
            }
            (Some(_), None) if self.is_own("registry") && self.row.text("listed").is_empty() => {
                self.row.problem("listed", "what the registry says: yes, no or one of its words");
            }
            (None, _) if self.is_own("listed") => self.row.problem("registry", "the registry that lists it"),
            _ => {}
        }
    }
}
