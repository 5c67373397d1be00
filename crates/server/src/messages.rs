//! Sentences: every text that a person reads comes from the message files, never from code.
//!
//! One folder of Fluent files per language under `messages/`. A key that a file lacks is shown as the key itself, and fails a
//! test. What is shown of the data (names, summaries, titles) stays in the words of its source.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jiff::civil::Date;
use model::{
    Act, Attribute, Claim, Edge, Fact, Identifier, PartialDate, PartyId, Period, Precision, Qualifier, Subject, TieId,
};
use register::{Arg, Reason, Register};
use unic_langid::LanguageIdentifier;

/// The message files of English, embedded.
const ENGLISH: [&str; 4] = [
    include_str!("../messages/en/reasons.ftl"),
    include_str!("../messages/en/words.ftl"),
    include_str!("../messages/en/pages.ftl"),
    include_str!("../messages/en/match.ftl"),
];

/// The sentences of one language.
pub struct Messages {
    bundle: FluentBundle<FluentResource>,
}

impl Messages {
    /// English.
    #[must_use]
    pub fn english() -> &'static Self {
        static BUNDLE: LazyLock<Messages> = LazyLock::new(|| Messages::build(&ENGLISH));
        &BUNDLE
    }

    fn build(files: &[&str]) -> Self {
        let mut bundle =
            FluentBundle::new_concurrent(vec!["en".parse::<LanguageIdentifier>().expect("a language tag")]);
        // The isolation marks would show in terminals and break searches in pages; all our languages run left to right.
        bundle.set_use_isolating(false);
        for file in files {
            let resource = FluentResource::try_new((*file).to_owned()).expect("the message files are tested to parse");
            bundle.add_resource(resource).expect("the message files are tested to hold each key once");
        }
        Self { bundle }
    }

    /// Whether the language has this key.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// A sentence without arguments.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.format(key, None)
    }

    /// A sentence with arguments.
    #[must_use]
    pub fn with(&self, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.clone())).collect();
        self.format(key, Some(&args))
    }

    /// The label of a word of a closed list, such as `standing`, `in-force`.
    #[must_use]
    pub fn word(&self, list: &str, word: &str) -> String {
        self.format(&format!("word-{list}-{word}"), None)
    }

    /// Words of an open list in a row, such as "mining, forestry and oil & gas". What the list does not have stays as written.
    #[must_use]
    pub fn words(&self, list: &str, words: &[String]) -> String {
        let label = |word: &String| {
            let key = format!("word-{list}-{}", word.replace('_', "-"));
            match list {
                "" => word.clone(),
                _ if self.has(&key) => self.text(&key),
                _ => word.replace('_', " "),
            }
        };
        let labels: Vec<String> = words.iter().map(label).collect();
        match labels.split_last() {
            None => String::new(),
            Some((only, [])) => only.clone(),
            Some((last, others)) => {
                let first = others.join(&self.text("list-separator"));
                self.with("list-and", &[("first", first.into()), ("last", last.clone().into())])
            }
        }
    }

    /// A day, such as "29 November 2020".
    #[must_use]
    pub fn day(&self, day: Date) -> String {
        let month = self.text(&format!("month-{}", day.month()));
        self.with(
            "date-day",
            &[("day", day.day().to_string().into()), ("month", month.into()), ("year", day.year().to_string().into())],
        )
    }

    /// A date as far as it is known.
    #[must_use]
    pub fn date(&self, date: &PartialDate) -> String {
        let first = date.earliest();
        let year = date.year();
        let plain = match date.precision() {
            Precision::Day => self.day(first),
            Precision::Month => {
                let month = self.text(&format!("month-{}", first.month()));
                self.with("date-month", &[("month", month.into()), ("year", year.to_string().into())])
            }
            Precision::Season => {
                let key = format!("date-season-{}", 20 + first.month() / 3);
                self.with(&key, &[("year", year.to_string().into()), ("next", (year + 1).to_string().into())])
            }
            Precision::Year => year.to_string(),
            Precision::Decade => self.with("date-decade", &[("year", year.to_string().into())]),
            Precision::Century => {
                let last = year + 99;
                self.with("date-century", &[("year", year.to_string().into()), ("last", last.to_string().into())])
            }
        };
        let key = match date.qualifier() {
            Qualifier::Plain => return plain,
            Qualifier::Approximate => "date-approximate",
            Qualifier::Uncertain => "date-uncertain",
            Qualifier::ApproximateAndUncertain => "date-both",
        };
        self.with(key, &[("date", plain.into())])
    }

    /// A period.
    #[must_use]
    pub fn when(&self, period: &Period) -> String {
        if let Some(date) = period.as_date() {
            return self.date(&date);
        }
        let name = |edge: Edge| match edge {
            Edge::At(date) => Some(self.date(&date)),
            Edge::Open | Edge::Unknown => None,
        };
        let (start, end) = (name(period.start()), name(period.end()));
        match (start, end, period.end()) {
            (Some(start), Some(end), _) => self.with("period-span", &[("start", start.into()), ("end", end.into())]),
            (Some(start), None, Edge::Unknown) => self.with("period-from", &[("start", start.into())]),
            (Some(start), None, _) => self.with("period-since", &[("start", start.into())]),
            (None, Some(end), _) => self.with("period-until", &[("end", end.into())]),
            (None, None, Edge::Open) => self.text("period-began-unknown"),
            (None, None, _) => self.text("period-unknown"),
        }
    }

    /// The sentence of a reason.
    #[must_use]
    pub fn reason(&self, register: &Register, reason: &Reason) -> String {
        let value = |arg: &Arg| -> FluentValue<'static> {
            match arg {
                Arg::When(period) => self.when(period).into(),
                Arg::Day(day) => self.day(*day).into(),
                Arg::Number(number) => (*number).into(),
                Arg::Party(party) => party_name(register, party).into(),
                Arg::Source(source) => {
                    register.source(source).map_or_else(|| source.to_string(), |source| source.title.clone()).into()
                }
                Arg::Text(text) if text.is_empty() => "none".into(),
                Arg::Text(text) => text.clone().into(),
                Arg::Word(list, word) => self.word(list, word).into(),
                Arg::Words(list, words) => self.words(list, words).into(),
            }
        };
        let args: FluentArgs<'_> = reason
            .args
            .iter()
            .map(|(name, arg)| match (*name, arg) {
                ("what", Arg::Text(text)) => ("what", FluentValue::from(with_full_stop(text))),
                (name @ ("left_people" | "right_people" | "km"), Arg::Number(number)) => {
                    (name, grouped(*number).into())
                }
                (name, arg) => (name, value(arg)),
            })
            .collect();
        self.format(reason.key, Some(&args))
    }

    /// What a claim says, in one sentence.
    #[must_use]
    pub fn fact(&self, register: &Register, claim: &Claim) -> String {
        let subject = match &claim.subject {
            Subject::Party(party) => party_name(register, party),
            Subject::Tie(tie) | Subject::Relation(tie) => self.tie_name(register, tie),
        };
        let when = self.when(&claim.held);
        let with = |key: &str, more: &[(&str, String)]| {
            let mut args = FluentArgs::new();
            args.set("subject", subject.clone());
            args.set("when", when.clone());
            more.iter().for_each(|(name, value)| args.set(*name, value.clone()));
            self.format(key, Some(&args))
        };
        match &claim.fact {
            Fact::Named(name) => {
                let key = if name.usage == model::NameUse::Former { "fact-named-former" } else { "fact-named" };
                with(key, &[("name", name.text.clone())])
            }
            Fact::Identified(identifier) => with(
                "fact-identified",
                &[("scheme", self.scheme(identifier)), ("value", identifier.value().to_owned())],
            ),
            Fact::Is(kind) => with("fact-is", &[("kind", self.word("kind", kind.word()))]),
            Fact::Has(Attribute::Arctic) => with("fact-arctic", &[]),
            Fact::Has(Attribute::Unresolved(why)) => with("fact-unresolved", &[("why", with_full_stop(why))]),
            Fact::Has(attribute) => {
                let (label, value) = self.attribute(attribute);
                with("fact-has", &[("attribute", label), ("value", value)])
            }
            Fact::PartOf(whole) => with("fact-part-of", &[("whole", party_name(register, whole))]),
            Fact::Succeeds(other) => with("fact-succeeds", &[("other", party_name(register, other))]),
            Fact::TieStands { class, word } => {
                with("fact-stands", &[("class", self.word("class", class.word())), ("word", word.clone())])
            }
            Fact::Act(act) => {
                let words = [("act", self.word("act", act.kind.word())), ("details", self.details(act))];
                match &act.party {
                    Some(party) => {
                        let [act, details] = words;
                        with("fact-act-party", &[act, details, ("party", party_name(register, party))])
                    }
                    None => with("fact-act-joint", &words),
                }
            }
            Fact::Activity(activity) => {
                let kind = self.word("activity", activity.kind.word());
                with("fact-activity", &[("summary", activity.summary.clone()), ("kind", kind)])
            }
            Fact::NoContact => with("fact-no-contact", &[]),
            Fact::Carrier(carrier) => {
                let event = self.word("carrier-event", carrier.event.word());
                let party = party_name(register, &carrier.party);
                with("fact-carrier", &[("carrier", carrier.name.clone()), ("event", event), ("party", party)])
            }
            Fact::Listing(listing) => {
                let status = self.word("listing", listing.status.word());
                with("fact-listing", &[("registry", listing.registry.clone()), ("status", status)])
            }
            Fact::StatedCount(count) => with(
                "fact-stated-count",
                &[
                    ("bound", count.bound.word().to_owned()),
                    ("number", count.number.to_string()),
                    ("unit", count.unit.clone()),
                ],
            ),
            Fact::Wish(wish) => with("fact-wish", &[("wish", wish.clone())]),
        }
    }

    /// The label and the value of an attribute.
    #[must_use]
    pub fn attribute(&self, attribute: &Attribute) -> (String, String) {
        let (key, value) = match attribute {
            Attribute::Location { lat_e6, lon_e6 } => {
                ("location", format!("{:.4}°, {:.4}°", f64::from(*lat_e6) / 1e6, f64::from(*lon_e6) / 1e6))
            }
            Attribute::Population(n) => ("population", grouped(*n)),
            Attribute::AreaKm2(n) => ("area-km2", grouped(*n)),
            Attribute::UtcOffsetMin(minutes) => (
                "utc-offset",
                format!("{}{:02}:{:02}", if *minutes < 0 { '−' } else { '+' }, minutes.abs() / 60, minutes.abs() % 60),
            ),
            Attribute::GdpUsdMillion(n) => ("gdp", grouped(*n)),
            Attribute::Capital(text) => ("capital", text.clone()),
            Attribute::Coast(text) => ("coast", text.replace('_', " ")),
            Attribute::Climate(text) => ("climate", text.clone()),
            Attribute::Sector(text) => ("sector", text.replace('_', " ")),
            Attribute::Hazard(text) => ("hazard", text.replace('_', " ")),
            Attribute::Arctic => ("arctic", String::new()),
            Attribute::FlagshipUniversity(text) => ("flagship-university", text.clone()),
            Attribute::FederalDistrict(text) => ("federal-district", text.clone()),
            Attribute::Unresolved(text) => ("unresolved", text.clone()),
            Attribute::Founded(date) => ("founded", self.date(date)),
        };
        (self.text(&format!("attribute-{key}")), value)
    }

    /// The name of an identifier's list.
    #[must_use]
    pub fn scheme(&self, identifier: &Identifier) -> String {
        self.text(&format!("scheme-{}", identifier.scheme().word()))
    }

    /// The name of a tie: its parties' names.
    #[must_use]
    pub fn tie_name(&self, register: &Register, tie: &TieId) -> String {
        let names: Vec<String> = tie.parties().map(|party| party_name(register, &party)).collect();
        names.join(&self.text("names-separator"))
    }

    /// What an act's claim adds: instrument, condition, reason.
    fn details(&self, act: &Act) -> String {
        let mut details = String::new();
        if let Some(instrument) = &act.instrument {
            details += &self.with("fact-details-instrument", &[("instrument", instrument.title.clone().into())]);
        }
        if let Some(condition) = &act.condition {
            details += &self.with("fact-details-condition", &[("condition", condition.clone().into())]);
        }
        if let Some(reason) = act.reason {
            let reason = self.word("reason-code", reason.word());
            details += &self.with("fact-details-reason", &[("reason", reason.into())]);
        }
        details
    }

    fn format(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        // A missing argument shows as its name, so that it is seen and mended.
        self.bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned()
    }
}

/// The name to show for a party: its English name, or its id when the register does not know it.
fn party_name(register: &Register, party: &PartyId) -> String {
    register.party_key(party).map_or_else(|| party.to_string(), |key| register.party(key).name.clone())
}

fn with_full_stop(text: &str) -> String {
    if text.ends_with(['.', '!', '?', '…']) { text.to_owned() } else { format!("{text}.") }
}

/// A whole number with thin spaces between thousands, from 10 000 on.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    if digits.len() < 5 {
        return digits;
    }
    let mut out = String::new();
    for (idx, digit) in digits.chars().enumerate() {
        if idx > 0 && (digits.len() - idx).is_multiple_of(3) {
            out.push('\u{202f}');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_and_word_has_its_sentence() {
        let messages = Messages::english();
        for key in register::REASON_KEYS {
            assert!(messages.has(key), "no sentence for the reason {key}");
        }
        let lists: [(&str, &[&str]); 13] = [
            ("class", model::TieClass::WORDS),
            ("act", model::ActKind::WORDS),
            ("activity", model::ActivityKind::WORDS),
            ("carrier-event", model::CarrierEvent::WORDS),
            ("grade", model::Grade::WORDS),
            ("listing", model::ListingStatus::WORDS),
            ("kind", model::PartyKind::WORDS),
            ("bound", model::Bound::WORDS),
            ("reason-code", model::ReasonCode::WORDS),
            ("source-kind", model::SourceKind::WORDS),
            ("verdict", model::Verdict::WORDS),
            ("count-unit", model::CountUnit::WORDS),
            ("level", &["country", "state", "county", "city", "institution"]),
        ];
        for (list, words) in lists {
            for word in words {
                assert!(messages.has(&format!("word-{list}-{word}")), "no label for {list} {word}");
            }
        }
        let axes = [
            ("standing", register::Standing::ALL.iter().map(|v| v.word()).collect::<Vec<_>>()),
            ("pulse", register::Pulse::ALL.iter().map(|v| v.word()).collect()),
            ("carrier", register::CarrierHealth::ALL.iter().map(|v| v.word()).collect()),
            ("permission", register::Permission::ALL.iter().map(|v| v.word()).collect()),
        ];
        for (list, words) in axes {
            for word in words {
                assert!(messages.has(&format!("word-{list}-{word}")), "no label for {list} {word}");
            }
        }
    }

    #[test]
    fn every_criterion_has_its_sentences() {
        let messages = Messages::english();
        for criterion in planning::matching::CATALOGUE {
            for key in [format!("criterion-{}", criterion.id), format!("criterion-{}-about", criterion.id)] {
                assert!(messages.has(&key), "no sentence {key}");
            }
        }
        for key in planning::matching::criteria::REASON_KEYS {
            assert!(messages.has(key), "no sentence for the reason {key}");
        }
        for (list, words) in planning::matching::criteria::WORDS {
            for word in *words {
                let key = format!("word-{list}-{}", word.replace('_', "-"));
                assert!(messages.has(&key), "no label for {list} {word}");
            }
        }
    }

    #[test]
    fn words_read_well() {
        let check = |list: &str, words: &[&str], expected: &str| {
            let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
            assert_eq!(Messages::english().words(list, &words), expected);
        };
        check("sector", &[], "");
        check("sector", &["oil_gas"], "oil & gas");
        check("sector", &["mining", "it", "oil_gas"], "mining, information technology and oil & gas");
        check("topic", &["district_heating", "school meals"], "district heating and school meals");
        check("", &["A_B"], "A_B");
    }

    #[test]
    fn periods_read_well() {
        for (period, expected) in [
            ("1991", "1991"),
            ("2020-02", "February 2020"),
            ("2023-11-06", "6 November 2023"),
            ("2023-21", "spring 2023"),
            ("2023-24", "winter 2023–2024"),
            ("199X", "the 1990s"),
            ("1990~", "about 1990"),
            ("1991/..", "since 1991"),
            ("/1997", "until 1997"),
            ("1991/2022", "1991 to 2022"),
            ("/..", "since a date not known"),
            ("", "not dated"),
        ] {
            let period: Period = period.parse().expect("a period");
            assert_eq!(Messages::english().when(&period), expected);
        }
    }
}
