//! The form that amends a claim: the fields of its fact, the parties it is about with the other places that their names may
//! mean, and the entries that come of it.

use std::collections::BTreeMap;

use desk::{Amendment, Ruling, amended, amending, described_as, meant_as, naming_of, parties_of, review};
use gazetteer::PlaceIdx;
use ledger::canon;
use model::{
    ActKind, ActivityKind, Body, CarrierEvent, Claim, Fact, ListingStatus, Name, PartyId, PartyKind, Review, Subject,
    TieClass, TieId, Verdict,
};
use reader::Reading;
use reader::claims::{About, Proposals, is_about_identity, meanings};
use register::{ClaimKey, Register};

use super::home::Choice;
use crate::dto;
use crate::fault::Fault;
use crate::messages::Messages;

/// A field of the form.
pub(super) struct Field {
    pub(super) name: String,
    pub(super) label: String,
    pub(super) value: String,
    /// What it may be; empty for a text.
    pub(super) choices: Vec<Choice>,
    /// Whether it is a sentence rather than a word.
    pub(super) is_long: bool,
    /// How it is written, where that must be said.
    pub(super) hint: String,
}

/// Another place that a party's name may mean.
#[derive(Debug, Clone)]
struct Other {
    party: usize,
    place: PlaceIdx,
    id: PartyId,
    label: String,
}

/// The parties of a source's claims whose names may mean other places.
#[derive(Debug, Default)]
pub(super) struct Seats(BTreeMap<PartyId, Vec<Other>>);

/// So many other places are offered for a name.
const MOST_OFFERED: usize = 12;

impl Seats {
    /// Looks through a reading.
    pub(super) fn of(reading: &Reading, proposals: &Proposals, about: &About<'_>) -> Self {
        let mut seats: BTreeMap<PartyId, Vec<Other>> = BTreeMap::new();
        for (idx, (party, id)) in reading.parties.iter().zip(&proposals.parties).enumerate() {
            let others = meanings(party).into_iter().take(MOST_OFFERED).filter_map(|meaning| {
                let other = meant_as(party, meaning.place, about).filter(|other| other != id)?;
                Some(Other {
                    party: idx,
                    place: meaning.place,
                    id: other,
                    label: dto::within(about.gazetteer, meaning.place),
                })
            });
            let others: Vec<Other> = others.collect();
            seats.entry(id.clone()).or_insert(others);
        }
        Self(seats)
    }

    fn others(&self, id: &PartyId) -> &[Other] {
        self.0.get(id).map_or(&[], Vec::as_slice)
    }
}

/// The fields of a claim.
pub(super) fn fields(claim: &Claim, named: &Register, seats: &Seats) -> Vec<Field> {
    let messages = Messages::current();
    let parties = parties_of(&claim.subject);
    let called = |id: &PartyId| {
        let name = named.party_key(id).map(|key| messages.shown_name(named, key).to_owned());
        name.map_or_else(|| id.to_string(), |name| format!("{name} ({id})"))
    };
    let choice = |value: String, label: String, is_chosen| Choice { value, label, is_chosen };
    let mut all = Vec::new();
    for (idx, id) in parties.iter().enumerate() {
        let own = choice(id.to_string(), called(id), true);
        let others = seats.others(id).iter().map(|other| choice(other.id.to_string(), other.label.clone(), false));
        let label = messages.with("desk-field-party", &[("n", (idx + 1).into())]);
        let choices = std::iter::once(own).chain(others).collect();
        all.push(Field {
            name: format!("party-{idx}"),
            label,
            value: String::new(),
            choices,
            is_long: false,
            hint: String::new(),
        });
        all.push(text(&format!("other-{idx}"), "other", ""));
    }
    all.push(text("held", "held", &claim.held.to_string()));
    for (name, value) in desk::fields(&claim.fact) {
        all.push(match name {
            "from" => {
                let everybody = choice(String::new(), messages.text("desk-field-from-all"), value.is_empty());
                let one = |id: &PartyId| choice(id.to_string(), called(id), id.as_str() == value);
                let choices = std::iter::once(everybody).chain(parties.iter().map(one)).collect();
                Field { choices, ..text("from", "from", &value) }
            }
            "class" | "kind" => Field { choices: words(&claim.fact, &value), ..text(name, name, &value) },
            _ => Field { is_long: matches!(name, "summary" | "name" | "condition"), ..text(name, name, &value) },
        });
    }
    let speaker = claim.speaker.as_ref().map(|speaker| speaker.office.clone()).unwrap_or_default();
    all.push(text("speaker", "speaker", &speaker));
    all
}

fn text(name: &str, label: &str, value: &str) -> Field {
    let messages = Messages::current();
    let hint = format!("desk-field-{label}-hint");
    Field {
        name: name.to_owned(),
        label: messages.text(&format!("desk-field-{label}")),
        // A field of a form has one line.
        value: value.split_whitespace().collect::<Vec<_>>().join(" "),
        choices: Vec::new(),
        is_long: false,
        hint: if messages.has(&hint) { messages.text(&hint) } else { String::new() },
    }
}

/// The words that a field of a fact may hold.
fn words(fact: &Fact, value: &str) -> Vec<Choice> {
    let (list, words) = match fact {
        Fact::TieStands { .. } => ("class", TieClass::WORDS),
        Fact::Act(_) => ("act", ActKind::WORDS),
        Fact::Activity(_) => ("activity", ActivityKind::WORDS),
        Fact::Carrier(_) => ("carrier-event", CarrierEvent::WORDS),
        Fact::Listing(_) => ("listing", ListingStatus::WORDS),
        Fact::Is(_) => ("kind", PartyKind::WORDS),
        _ => return Vec::new(),
    };
    let choice = |word: &&str| Choice {
        value: (*word).to_owned(),
        label: Messages::current().word(list, word),
        is_chosen: *word == value,
    };
    words.iter().map(choice).collect()
}

/// What a form says, by the names of its fields.
pub(super) type Given = BTreeMap<String, String>;

/// What is amended, and what with.
pub(super) struct Amending<'a> {
    pub(super) register: &'a Register,
    pub(super) key: ClaimKey,
    pub(super) given: &'a Given,
    pub(super) ruling: Ruling<'a>,
    pub(super) seats: &'a Seats,
}

impl Amending<'_> {
    /// The entries of the amendment: who new parties are, the claim, the decision, and the names that are accepted with it.
    /// `describe` says who the parties of these other places are.
    pub(super) fn bodies(&self, describe: impl FnOnce(&[(usize, PlaceIdx)]) -> Vec<Claim>) -> Result<Vec<Body>, Fault> {
        let old = &self.register.known(self.key).claim;
        let (subject, places) = self.subject(&old.subject)?;
        let with = Amendment {
            subject: Some(subject).filter(|subject| *subject != text_of(&old.subject)),
            ..self.changes(old)
        };
        let new = amended(old, &with, self.ruling.by).map_err(|error| wrong(&error, self.given))?;
        let same = Claim { maker: old.maker.clone(), ..new.clone() };
        if same == *old {
            return Err(Fault::bad("problem-amend-nothing"));
        }
        let accept = Ruling { verdict: Verdict::Accept, ..self.ruling };
        let mut bodies = self.described(if places.is_empty() { Vec::new() } else { describe(&places) }, accept);
        let names = naming_of(self.register, parties_of(&new.subject));
        bodies.extend(names.iter().filter(|key| **key != self.key).map(|key| review(self.register, *key, accept)));
        let name = canon::encode(&Body::Claim(new.clone())).name;
        match self.register.claim_named(&name) {
            // It was amended so before, and that was undone.
            Some(known) if !self.register.known(known).counts() => bodies.push(review(self.register, known, accept)),
            Some(_) => {}
            None => bodies.push(Body::Claim(new)),
        }
        bodies.push(amending(self.register, self.key, Some(name), self.ruling));
        Ok(bodies)
    }

    /// What the parties are: those chosen, or what is written beside them; and the places that must be described.
    fn subject(&self, old: &Subject) -> Result<(String, Vec<(usize, PlaceIdx)>), Fault> {
        let (mut ids, mut places) = (Vec::new(), Vec::new());
        for (idx, own) in parties_of(old).iter().enumerate() {
            let given = |name: &str| self.given.get(&format!("{name}-{idx}")).map_or("", |text| text.trim());
            let id = match (given("other"), given("party")) {
                ("", "") => own.to_string(),
                ("", chosen) => {
                    let other = self.seats.others(own).iter().find(|other| other.id.as_str() == chosen);
                    places.extend(other.map(|other| (other.party, other.place)));
                    chosen.to_owned()
                }
                (written, _) => self.written(written)?,
            };
            ids.push(id);
        }
        Ok((ids.join("~"), places))
    }

    /// The party that a text means: its id, or its whole name if only one has it.
    fn written(&self, text: &str) -> Result<String, Fault> {
        let mut found = self.register.find_parties(text, 2).into_iter().filter(|found| found.is_whole);
        match (found.next(), found.next()) {
            (Some(only), None) => Ok(self.register.party(only.party).id().to_string()),
            (None, _) if text.contains('.') && PartyId::parse(text).is_ok() => Ok(text.to_owned()),
            _ => Err(Fault::bad("problem-party").with("found", text)),
        }
    }

    /// The fields that differ from what the claim says.
    fn changes(&self, old: &Claim) -> Amendment {
        let speaker = old.speaker.as_ref().map(|speaker| speaker.office.clone()).unwrap_or_default();
        let mut now: BTreeMap<&str, String> = desk::fields(&old.fact).into_iter().collect();
        now.extend([("held", old.held.to_string()), ("speaker", speaker)]);
        let changed = |name: &str| {
            let (given, now) = (self.given.get(name)?, now.get(name)?);
            let is_same = given.split_whitespace().eq(now.split_whitespace());
            (!is_same).then(|| given.trim().to_owned())
        };
        Amendment {
            subject: None,
            held: changed("held"),
            speaker: changed("speaker"),
            class: changed("class"),
            word: changed("word"),
            kind: changed("kind"),
            from: changed("from"),
            summary: changed("summary"),
            condition: changed("condition"),
            number: changed("number"),
            name: changed("name"),
        }
    }

    /// The claims on who new parties are, those that are not there yet, each with its acceptance.
    fn described(&self, claims: Vec<Claim>, accept: Ruling<'_>) -> Vec<Body> {
        let mut bodies = Vec::new();
        for claim in claims.into_iter().filter(|claim| is_about_identity(&claim.fact)) {
            let body = Body::Claim(claim);
            let name: Name = canon::encode(&body).name;
            match self.register.claim_named(&name) {
                Some(known) if self.register.known(known).counts() => {}
                Some(known) => bodies.push(review(self.register, known, accept)),
                None => {
                    let (reason, by) = (accept.reason.to_owned(), accept.by.to_owned());
                    let decided =
                        Review { claim: name, replaces: None, verdict: Verdict::Accept, amended: None, reason, by };
                    bodies.extend([body, Body::Review(decided)]);
                }
            }
        }
        bodies
    }
}

fn text_of(subject: &Subject) -> String {
    match subject {
        Subject::Party(id) => id.to_string(),
        Subject::Tie(id) | Subject::Relation(id) => TieId::as_str(id).to_owned(),
    }
}

/// A field that cannot hold what was given.
fn wrong(error: &desk::Error, given: &Given) -> Fault {
    let field = error.field();
    let found = given.get(field).map_or("", String::as_str);
    let label = Messages::current().text(&format!("desk-field-{field}"));
    Fault::bad("problem-amend").with("field", label).with("found", found)
}

/// Who parties are whose names mean other places.
pub(super) fn describe(
    reading: &Reading,
    document: &reader::Document,
    about: &About<'_>,
    places: &[(usize, PlaceIdx)],
) -> Vec<Claim> {
    described_as(reading, document, about, places)
}
