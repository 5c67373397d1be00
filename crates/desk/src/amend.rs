//! A claim on the same words that says it better.

use model::{
    ActKind, ActivityKind, CarrierEvent, Claim, Fact, ListingStatus, Maker, MakerKind, PartyId, PartyKind, Period,
    Speaker, Subject, TieClass, TieId,
};

use crate::error::Error;

/// The fields of a claim that an amendment changes, as texts; `None` leaves a field as it is.
///
/// Which fields beyond the first three a claim has depends on its fact: [`fields`] names them. An empty text takes away what
/// may be missing: the speaker, the side, the condition, the number of people, the period.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Amendment {
    /// What it is about: a party, or the parties of a tie joined by `~`. The kind of subject stays.
    pub subject: Option<String>,
    /// When it held, such as `2020-02` or `1991/..`.
    pub held: Option<String>,
    /// Whose words they are: an office.
    pub speaker: Option<String>,
    /// The class of a tie.
    pub class: Option<String>,
    /// The word the source uses for a tie.
    pub word: Option<String>,
    /// The kind of an act, an activity or a party; what became of a carrier; what a registry says.
    pub kind: Option<String>,
    /// The side that decided, traveled or sent.
    pub from: Option<String>,
    /// What happened, in a sentence.
    pub summary: Option<String>,
    /// The condition of an act.
    pub condition: Option<String>,
    /// The number of a stated count, or of people.
    pub number: Option<String>,
    /// The name of a party, carrier or registry, or the words of a wish.
    pub name: Option<String>,
}

/// The fields that a fact has beside subject, `held` and speaker, with what they hold.
#[must_use]
pub fn fields(fact: &Fact) -> Vec<(&'static str, String)> {
    let party = |id: &Option<PartyId>| id.as_ref().map(ToString::to_string).unwrap_or_default();
    match fact {
        Fact::TieStands { class, word } => vec![("class", class.word().to_owned()), ("word", word.clone())],
        Fact::Act(act) => vec![
            ("kind", act.kind.word().to_owned()),
            ("from", party(&act.party)),
            ("condition", act.condition.clone().unwrap_or_default()),
        ],
        Fact::Activity(activity) => vec![
            ("kind", activity.kind.word().to_owned()),
            ("from", party(&activity.from)),
            ("summary", activity.summary.clone()),
            ("number", activity.size.map(|size| size.to_string()).unwrap_or_default()),
        ],
        Fact::Is(kind) => vec![("kind", kind.word().to_owned())],
        Fact::Named(name) => vec![("name", name.text.clone())],
        Fact::Carrier(carrier) => vec![("kind", carrier.event.word().to_owned()), ("name", carrier.name.clone())],
        Fact::Listing(listing) => vec![("kind", listing.status.word().to_owned()), ("name", listing.registry.clone())],
        Fact::Wish(wish) => vec![("name", wish.clone())],
        Fact::StatedCount(count) => vec![("number", count.number.to_string())],
        Fact::Identified(_) | Fact::Has(_) | Fact::PartOf(_) | Fact::Succeeds(_) | Fact::NoContact => Vec::new(),
    }
}

/// The claim with what an amendment changes, written down by the office that changes it.
///
/// # Errors
/// [`Error`] when a field cannot hold what is given, or the fact does not have it.
pub fn amended(old: &Claim, with: &Amendment, by: &str) -> Result<Claim, Error> {
    let mut new = old.clone();
    new.maker = Maker { kind: MakerKind::Role, name: by.to_owned(), version: String::new() };
    if let Some(subject) = &with.subject {
        let named = match &old.subject {
            Subject::Party(_) => PartyId::parse(subject.trim()).map(Subject::Party),
            Subject::Tie(_) => TieId::parse(subject).map(Subject::Tie),
            Subject::Relation(_) => TieId::parse(subject).map(Subject::Relation),
        };
        new.subject = named.map_err(|source| Error::Value { field: "subject", source })?;
    }
    if let Some(held) = &with.held {
        let held: Result<Period, model::Error> = held.trim().parse();
        new.held = held.map_err(|source| Error::Value { field: "held", source })?;
    }
    if let Some(office) = &with.speaker {
        new.speaker =
            Some(office.trim()).filter(|office| !office.is_empty()).map(|office| Speaker { office: office.to_owned() });
    }
    change_fact(&mut new.fact, with)?;
    Ok(new)
}

fn change_fact(fact: &mut Fact, with: &Amendment) -> Result<(), Error> {
    let mut fields = Fields { with, used: Vec::new() };
    match fact {
        Fact::TieStands { class, word } => {
            fields.parsed("class", class, TieClass::parse)?;
            fields.text("word", word);
        }
        Fact::Act(act) => {
            fields.parsed("kind", &mut act.kind, ActKind::parse)?;
            fields.party(&mut act.party)?;
            fields.optional("condition", &mut act.condition);
        }
        Fact::Activity(activity) => {
            fields.parsed("kind", &mut activity.kind, ActivityKind::parse)?;
            fields.party(&mut activity.from)?;
            fields.text("summary", &mut activity.summary);
            fields.number(&mut activity.size)?;
        }
        Fact::Is(kind) => fields.parsed("kind", kind, PartyKind::parse)?,
        Fact::Named(name) => fields.text("name", &mut name.text),
        Fact::Carrier(carrier) => {
            fields.parsed("kind", &mut carrier.event, CarrierEvent::parse)?;
            fields.text("name", &mut carrier.name);
        }
        Fact::Listing(listing) => {
            fields.parsed("kind", &mut listing.status, ListingStatus::parse)?;
            fields.text("name", &mut listing.registry);
        }
        Fact::Wish(wish) => fields.text("name", wish),
        Fact::StatedCount(count) => {
            let mut number = Some(count.number);
            fields.number(&mut number)?;
            count.number = number.ok_or(Error::Number { found: String::new() })?;
        }
        Fact::Identified(_) | Fact::Has(_) | Fact::PartOf(_) | Fact::Succeeds(_) | Fact::NoContact => {}
    }
    fields.all_used()
}

/// The fields given, and which of them the fact has.
struct Fields<'a> {
    with: &'a Amendment,
    used: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    /// What is given for a field that the fact has.
    fn take(&mut self, field: &'static str) -> Option<&'a str> {
        self.used.push(field);
        self.with.all().into_iter().find(|(name, _)| *name == field).and_then(|(_, given)| given)
    }

    fn parsed<T>(
        &mut self,
        field: &'static str,
        into: &mut T,
        parse: impl Fn(&str) -> Result<T, model::Error>,
    ) -> Result<(), Error> {
        if let Some(given) = self.take(field) {
            *into = parse(given).map_err(|source| Error::Value { field, source })?;
        }
        Ok(())
    }

    fn text(&mut self, field: &'static str, into: &mut String) {
        if let Some(given) = self.take(field) {
            given.clone_into(into);
        }
    }

    fn optional(&mut self, field: &'static str, into: &mut Option<String>) {
        if let Some(given) = self.take(field) {
            *into = Some(given.trim().to_owned()).filter(|text| !text.is_empty());
        }
    }

    fn party(&mut self, into: &mut Option<PartyId>) -> Result<(), Error> {
        if let Some(given) = self.take("from").map(str::trim) {
            let party = (!given.is_empty()).then(|| PartyId::parse(given)).transpose();
            *into = party.map_err(|source| Error::Value { field: "from", source })?;
        }
        Ok(())
    }

    fn number(&mut self, into: &mut Option<u32>) -> Result<(), Error> {
        if let Some(given) = self.take("number").map(str::trim) {
            let number = (!given.is_empty()).then(|| given.parse()).transpose();
            *into = number.map_err(|_| Error::Number { found: given.to_owned() })?;
        }
        Ok(())
    }

    /// Refuses what was given and the fact does not have.
    fn all_used(&self) -> Result<(), Error> {
        let strange = self.with.all().into_iter().find(|(field, given)| given.is_some() && !self.used.contains(field));
        let Some((field, _)) = strange else { return Ok(()) };
        Err(Error::NoField { field, has: ["subject", "held", "speaker"].iter().chain(&self.used).copied().collect() })
    }
}

impl Amendment {
    /// The fields that not every claim has, in the order in which they are asked for.
    fn all(&self) -> [(&'static str, Option<&str>); 8] {
        [
            ("class", self.class.as_deref()),
            ("word", self.word.as_deref()),
            ("kind", self.kind.as_deref()),
            ("from", self.from.as_deref()),
            ("summary", self.summary.as_deref()),
            ("condition", self.condition.as_deref()),
            ("number", self.number.as_deref()),
            ("name", self.name.as_deref()),
        ]
    }
}

#[cfg(test)]
mod tests {
    use model::{Activity, Bound, CountUnit, StatedCount};
    use testkit::ClaimDraft as Draft;

    use super::*;

    /// What comes of an amendment: the fields, or the error with its remedy.
    fn check(old: &Claim, with: &Amendment, expected: &str) {
        let found = match amended(old, with, "archivist") {
            Ok(new) => {
                assert_eq!((new.maker.kind, new.maker.name.as_str()), (MakerKind::Role, "archivist"));
                assert_eq!(new.evidence, old.evidence);
                let fields = fields(&new.fact).into_iter().map(|(_, value)| value).collect::<Vec<_>>().join("|");
                format!("{:?} {} {fields}", new.subject, new.held)
            }
            Err(error) => format!("{}: {error}; {}", error.field(), error.hint()),
        };
        assert!(found.contains(expected), "{found}");
    }

    fn set(field: &str, value: &str) -> Amendment {
        let given = |name: &str| (name == field).then(|| value.to_owned());
        Amendment {
            subject: given("subject"),
            held: given("held"),
            speaker: given("speaker"),
            class: given("class"),
            word: given("word"),
            kind: given("kind"),
            from: given("from"),
            summary: given("summary"),
            condition: given("condition"),
            number: given("number"),
            name: given("name"),
        }
    }

    #[test]
    fn fields_change_as_their_facts_allow() {
        let tie = "xa.upper-mill~xb.nether-mill";
        let stands = Draft::tie(tie, Fact::TieStands { class: TieClass::Full, word: "twins".into() }).claim();
        check(&stands, &set("class", "friendship"), "friendship|twins");
        check(&stands, &set("held", " 2020-02 "), "2020-02 full|twins");
        check(&stands, &set("subject", "xb.nether-mill~xa.lower-mill"), "xa.lower-mill~xb.nether-mill");
        check(&stands, &set("class", "married"), "class: ");
        check(&stands, &set("held", "soon"), "held: ");
        check(&stands, &set("subject", "xa.upper-mill"), "subject: ");
        check(
            &stands,
            &set("number", "7"),
            "number: this claim has no number; it has subject, held, speaker, class, word",
        );
        let activity = Activity {
            kind: ActivityKind::Visit,
            from: None,
            participants: Vec::new(),
            topics: Vec::new(),
            size: Some(3),
            light: false,
            summary: "They came.".into(),
        };
        let visit = Draft::tie(tie, Fact::Activity(activity)).claim();
        check(&visit, &set("from", "xa.upper-mill"), "visit|xa.upper-mill|They came.|3");
        check(&visit, &set("number", ""), "visit||They came.|");
        check(&visit, &set("number", "some"), "number: `some` is not a number");
        let count = StatedCount {
            number: 70,
            bound: Bound::Exactly,
            unit: "pairs".into(),
            what: CountUnit::Pairs,
            definition: None,
            irreproducible: None,
        };
        let count = Draft::relation("xa~xb", Fact::StatedCount(count)).claim();
        check(&count, &set("number", "77"), "77");
        check(&count, &set("number", ""), "number: `` is not a number");
    }

    #[test]
    fn a_speaker_is_taken_away_by_nothing() {
        let old = Draft::relation("xa~xb", Fact::Wish("more ties".into())).speaker("the mayor").claim();
        assert_eq!(amended(&old, &set("speaker", " "), "archivist").unwrap().speaker, None);
        assert_eq!(amended(&old, &Amendment::default(), "archivist").unwrap().speaker, old.speaker);
    }
}
