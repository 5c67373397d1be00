//! Sentences: every text that a person reads comes from the message files, never from code.
//!
//! One folder of Fluent files per language under `messages/`. A key that a file lacks is shown as the key itself, and fails a
//! test. What is shown of the data (names, summaries, titles) stays in the words of its source.

mod sentence;

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jiff::civil::Date;
use model::{
    Act, Attribute, Claim, Edge, Fact, Identifier, PartialDate, PartyId, Period, Precision, Qualifier, Subject, TieId,
};
use register::{Arg, PartyKey, Reason, Register};
use rustc_hash::FxHashMap;
use unic_langid::LanguageIdentifier;

use self::sentence::Sentence;
use crate::language::Language;

/// The message files of a language, embedded.
macro_rules! files {
    ($tag:literal) => {
        [
            include_str!(concat!("../messages/", $tag, "/reasons.ftl")),
            include_str!(concat!("../messages/", $tag, "/words.ftl")),
            include_str!(concat!("../messages/", $tag, "/pages.ftl")),
            include_str!(concat!("../messages/", $tag, "/match.ftl")),
            include_str!(concat!("../messages/", $tag, "/plan.ftl")),
            include_str!(concat!("../messages/", $tag, "/studio.ftl")),
            include_str!(concat!("../messages/", $tag, "/access.ftl")),
            include_str!(concat!("../messages/", $tag, "/desk.ftl")),
        ]
    };
}

const ENGLISH: [&str; 8] = files!("en");
const RUSSIAN: [&str; 8] = files!("ru");

/// The sentences of one language.
pub struct Messages {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    /// Every sentence without arguments, formatted once: a page has hundreds.
    labels: FxHashMap<String, String>,
    /// The others, as far as they are simple enough.
    sentences: FxHashMap<String, Sentence>,
}

/// The grammatical case of a date, for languages that have them; sentences know it as `$case`.
#[derive(Debug, Clone, Copy)]
enum Case {
    /// As it stands alone.
    Plain,
    /// After "since", "until" and "about".
    Of,
}

impl Messages {
    /// English.
    #[must_use]
    pub fn english() -> &'static Self {
        Self::of(Language::English)
    }

    /// The language of the answer under way.
    #[must_use]
    pub fn current() -> &'static Self {
        Self::of(Language::current())
    }

    /// A language.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        static ENGLISH_SAID: LazyLock<Messages> = LazyLock::new(|| Messages::build(Language::English, &ENGLISH));
        static RUSSIAN_SAID: LazyLock<Messages> = LazyLock::new(|| Messages::build(Language::Russian, &RUSSIAN));
        match language {
            Language::English => &ENGLISH_SAID,
            Language::Russian => &RUSSIAN_SAID,
        }
    }

    fn build(language: Language, files: &[&str]) -> Self {
        let tag = language.tag().parse::<LanguageIdentifier>().expect("a language tag");
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // The isolation marks would show in terminals and break searches in pages; all our languages run left to right.
        bundle.set_use_isolating(false);
        for file in files {
            let resource = FluentResource::try_new((*file).to_owned()).expect("the message files are tested to parse");
            bundle.add_resource(resource).expect("the message files are tested to hold each key once");
        }
        let (labels, sentences) = (FxHashMap::default(), FxHashMap::default());
        let mut messages = Self { language, bundle, labels, sentences };
        let keys = || files.iter().flat_map(|file| keys(file));
        messages.labels = keys().map(|key| (key.to_owned(), messages.format(key, None))).collect();
        let simple = |key: &str| Sentence::of(messages.bundle.get_message(key)?.value()?);
        messages.sentences = keys().filter_map(|key| Some((key.to_owned(), simple(key)?))).collect();
        messages
    }

    /// Which language it is.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// Whether the language has this key.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }

    /// A sentence without arguments.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.label(key).map_or_else(|| key.to_owned(), str::to_owned)
    }

    /// A sentence without arguments, as it is kept.
    #[must_use]
    pub fn label(&self, key: &str) -> Option<&str> {
        self.labels.get(key).map(String::as_str)
    }

    /// A sentence with arguments.
    #[must_use]
    pub fn with(&self, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        let value = |name: &str| args.iter().find(|(arg, _)| *arg == name).map(|(_, value)| value);
        self.say(key, value).unwrap_or_else(|| {
            let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.clone())).collect();
            self.format(key, Some(&args))
        })
    }

    /// The label of a word of a closed list, such as `standing`, `in-force`.
    #[must_use]
    pub fn word(&self, list: &str, word: &str) -> String {
        self.text(&format!("word-{list}-{word}"))
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

    /// A whole number with thin spaces between thousands, from 10 000 on.
    #[must_use]
    pub fn number(&self, number: u64) -> String {
        grouped(number)
    }

    /// Three decimals, with the language's own sign before them.
    #[must_use]
    pub fn decimals(&self, number: f64) -> String {
        format!("{number:.3}").replace('.', &self.text("decimal-sign"))
    }

    /// A day, such as "29 November 2020".
    #[must_use]
    pub fn day(&self, day: Date) -> String {
        let month = self.month(day, Case::Of);
        self.with(
            "date-day",
            &[("day", day.day().to_string().into()), ("month", month.into()), ("year", day.year().to_string().into())],
        )
    }

    fn month(&self, day: Date, case: Case) -> String {
        self.with(&format!("month-{}", day.month()), &[("case", case.word().into())])
    }

    /// A date as far as it is known.
    #[must_use]
    pub fn date(&self, date: &PartialDate) -> String {
        self.date_in(date, Case::Plain)
    }

    /// "Since" and a date.
    #[must_use]
    pub fn since(&self, date: &PartialDate) -> String {
        self.with("period-since", &[("start", self.date_in(date, Case::Of).into())])
    }

    fn date_in(&self, date: &PartialDate, case: Case) -> String {
        let key = match date.qualifier() {
            Qualifier::Plain => return self.plain_date(date, case),
            Qualifier::Approximate => "date-approximate",
            Qualifier::Uncertain => "date-uncertain",
            Qualifier::ApproximateAndUncertain => "date-both",
        };
        self.with(key, &[("date", self.plain_date(date, case).into())])
    }

    /// A date without its qualifier.
    fn plain_date(&self, date: &PartialDate, case: Case) -> String {
        let first = date.earliest();
        let year = date.year();
        let with = |key: &str, name: &str, more: String| {
            self.with(key, &[("year", year.to_string().into()), (name, more.into()), ("case", case.word().into())])
        };
        match date.precision() {
            Precision::Day => self.day(first),
            Precision::Month => with("date-month", "month", self.month(first, case)),
            Precision::Season => {
                with(&format!("date-season-{}", 20 + first.month() / 3), "next", (year + 1).to_string())
            }
            Precision::Year => with("date-year", "next", (year + 1).to_string()),
            Precision::Decade => with("date-decade", "last", (year + 9).to_string()),
            Precision::Century => with("date-century", "last", (year + 99).to_string()),
        }
    }

    /// A period.
    #[must_use]
    pub fn when(&self, period: &Period) -> String {
        if let Some(date) = period.as_date() {
            return self.date(&date);
        }
        let is_span = matches!((period.start(), period.end()), (Edge::At(_), Edge::At(_)));
        let case = if is_span { Case::Plain } else { Case::Of };
        let name = |edge: Edge| match edge {
            Edge::At(date) => Some(self.date_in(&date, case)),
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

    /// Since when and until when a rule is in force, as far as its dates are known.
    #[must_use]
    pub fn in_force(&self, rule: &register::Rule) -> String {
        let of = |date: &PartialDate| FluentValue::from(self.date_in(date, Case::Of));
        let since = match rule.from {
            None => self.text("gate-in-force-unknown"),
            Some(from) => match (from.as_date(), from.start(), from.end()) {
                (Some(date), ..) => self.with("gate-in-force-since", &[("from", of(&date))]),
                (None, Edge::At(first), Edge::At(last)) => {
                    self.with("gate-in-force-between", &[("first", of(&first)), ("last", of(&last))])
                }
                (None, _, Edge::At(last)) => self.with("gate-in-force-by", &[("last", of(&last))]),
                (None, ..) => self.text("gate-in-force-unknown"),
            },
        };
        let until = rule.until.map(|until| match (until.as_date(), until.end(), until.start()) {
            (Some(date), ..) | (None, Edge::At(date), _) => self.with("gate-until", &[("until", of(&date))]),
            (None, _, Edge::At(date)) => self.with("gate-until-after", &[("until", of(&date))]),
            (None, ..) => String::new(),
        });
        since + &until.unwrap_or_default()
    }

    /// Of a text and its Russian form, if there is one, that of the language.
    #[must_use]
    pub fn of_two<'t>(&self, english: &'t str, russian: Option<&'t String>) -> &'t str {
        match (self.language, russian) {
            (Language::Russian, Some(russian)) => russian,
            _ => english,
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
                Arg::Party(party) => self.party_name(register, party).into(),
                Arg::Source(source) => {
                    register.source(source).map_or_else(|| source.to_string(), |source| source.title.clone()).into()
                }
                Arg::Said { en, .. } if en.is_empty() => "none".into(),
                Arg::Said { en, ru } => self.of_two(en, ru.as_ref()).to_owned().into(),
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
        self.said(reason.key, &args)
    }

    /// What a claim says, in one sentence.
    #[must_use]
    pub fn fact(&self, register: &Register, claim: &Claim) -> String {
        let subject = match &claim.subject {
            Subject::Party(party) => self.party_name(register, party),
            Subject::Tie(tie) | Subject::Relation(tie) => self.tie_name(register, tie),
        };
        let when = self.when(&claim.held);
        let with = |key: &str, more: &[(&str, String)]| {
            let mut args = FluentArgs::new();
            args.set("subject", subject.clone());
            args.set("when", when.clone());
            more.iter().for_each(|(name, value)| args.set(*name, value.clone()));
            self.said(key, &args)
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
            Fact::PartOf(whole) => with("fact-part-of", &[("whole", self.party_name(register, whole))]),
            Fact::Succeeds(other) => with("fact-succeeds", &[("other", self.party_name(register, other))]),
            Fact::TieStands { class, word } => {
                with("fact-stands", &[("class", self.word("class", class.word())), ("word", word.clone())])
            }
            Fact::Act(act) => {
                let words = [("act", self.word("act", act.kind.word())), ("details", self.details(act))];
                match &act.party {
                    Some(party) => {
                        let [act, details] = words;
                        with("fact-act-party", &[act, details, ("party", self.party_name(register, party))])
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
                let party = self.party_name(register, &carrier.party);
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
            Attribute::Coast(text) => ("coast", self.words("coast", std::slice::from_ref(text))),
            Attribute::Climate(text) => ("climate", self.words("climate", std::slice::from_ref(text))),
            Attribute::Sector(text) => ("sector", self.words("sector", std::slice::from_ref(text))),
            Attribute::Hazard(text) => ("hazard", self.words("hazard", std::slice::from_ref(text))),
            Attribute::Arctic => ("arctic", String::new()),
            Attribute::FlagshipUniversity(text) => ("flagship-university", text.clone()),
            Attribute::FederalDistrict(text) => {
                ("federal-district", self.words("federal-district", &[text.replace(' ', "-")]))
            }
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
        let names: Vec<String> = tie.parties().map(|party| self.party_name(register, &party)).collect();
        names.join(&self.text("names-separator"))
    }

    /// The name of a party in this language, where it has one; else the name it has.
    #[must_use]
    pub fn shown_name<'r>(&self, register: &'r Register, key: PartyKey) -> &'r str {
        let party = register.party(key);
        match (self.language, &party.name_ru) {
            (Language::Russian, Some(name)) => name,
            _ => &party.name,
        }
    }

    /// The same by id, which is shown when the register does not know it: bare codes of countries and units in capitals, as ISO 3166
    /// writes them.
    #[must_use]
    pub fn party_name(&self, register: &Register, party: &PartyId) -> String {
        let known = register.party_key(party).map(|key| self.shown_name(register, key).to_owned());
        known.unwrap_or_else(|| match party.as_str() {
            code if code.contains('.') => code.to_owned(),
            code => code.to_uppercase(),
        })
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

    /// A simple sentence with these arguments.
    fn say<'v>(&self, key: &str, value: impl Fn(&str) -> Option<&'v FluentValue<'v>>) -> Option<String> {
        let mut out = String::with_capacity(80);
        self.sentences.get(key)?.say(&mut out, &value).then_some(out)
    }

    /// A sentence with these arguments.
    fn said(&self, key: &str, args: &FluentArgs<'_>) -> String {
        let value = |name: &str| args.iter().find(|(arg, _)| *arg == name).map(|(_, value)| value);
        self.say(key, value).unwrap_or_else(|| self.format(key, Some(args)))
    }

    /// A sentence as Fluent makes it.
    fn format(&self, key: &str, args: Option<&FluentArgs<'_>>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        // A missing argument shows as its name, so that it is seen and mended.
        self.bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned()
    }
}

impl Case {
    const fn word(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Of => "of",
        }
    }
}

/// The keys of a message file, in its order.
fn keys(file: &str) -> impl Iterator<Item = &str> {
    let begins = |line: &&str| line.starts_with(|first: char| first.is_ascii_lowercase());
    file.lines().filter(begins).filter_map(|line| line.split_once('=')).map(|(key, _)| key.trim())
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
mod tests;
