//! Which ties a list shows: the filters of the home page, of `/api/ties` and of the map, applied to a view.

use jiff::ToSpan;
use jiff::civil::Date;
use model::{PartyId, TieClass, TieId};
use register::{AsOf, PartyKey, Pulse, Register, Standing, TieKey, Turn};
use rustc_hash::FxHashSet;

use crate::facets;
use crate::fault::Fault;
use crate::language::Language;
use crate::query::{self, TieQuery, query_string};
use crate::shared::Snapshot;

/// The levels that can be asked for.
pub(crate) const LEVELS: [&str; 5] = ["country", "state", "county", "city", "institution"];

/// Words of a query beyond these are not looked at.
const MOST_WORDS: usize = 8;
/// Parties a word may mean.
const MOST_PARTIES: usize = 2_000;

/// The filters, read and checked.
#[derive(Debug, Clone, Default)]
pub(crate) struct Filter {
    pub(crate) q: String,
    pub(crate) between: Option<TieId>,
    pub(crate) country: Option<PartyId>,
    pub(crate) region: Option<PartyId>,
    pub(crate) party: Option<PartyId>,
    pub(crate) class: Option<TieClass>,
    pub(crate) standing: Option<Standing>,
    pub(crate) pulse: Option<Pulse>,
    pub(crate) level: Option<&'static str>,
    /// The first year of the decade it began in; `None` inside for ties of which nobody says since when.
    pub(crate) decade: Option<Option<i16>>,
    /// What an activity was about.
    pub(crate) topic: Option<String>,
    /// What happened to it after `from`, until the day of the view.
    pub(crate) turn: Option<Turn>,
    pub(crate) from: Option<Date>,
    /// Whether ties that had not begun are kept without being asked for.
    pub(crate) with_not_begun: bool,
    pub(crate) after: Option<TieId>,
}

impl Filter {
    pub(crate) fn read(query: &TieQuery) -> Result<Self, Fault> {
        Ok(Self {
            q: query.q.trim().to_owned(),
            between: given(&query.between, |text| TieId::parse(text).ok(), "problem-relation")?,
            country: given(&query.country, |text| PartyId::parse(text).ok(), "problem-party")?,
            region: given(&query.region, |text| PartyId::parse(text).ok(), "problem-party")?,
            party: given(&query.party, |text| PartyId::parse(text).ok(), "problem-party")?,
            class: word("class", &query.class, |text| TieClass::parse(text).ok())?,
            standing: word("standing", &query.standing, Standing::parse)?,
            pulse: word("pulse", &query.pulse, Pulse::parse)?,
            level: word("level", &query.level, |text| LEVELS.into_iter().find(|level| *level == text))?,
            decade: given(&query.decade, decade, "problem-decade")?,
            topic: Some(query.topic.trim().to_owned()).filter(|topic| !topic.is_empty()),
            turn: word("turn", &query.turn, Turn::parse)?,
            from: given(&query.from, |text| query::day(text, Date::ZERO).ok(), "problem-date")?,
            with_not_begun: false,
            after: given(&query.after, |text| TieId::parse(text).ok(), "problem-cursor")?,
        })
    }

    /// The filters as parameters, the days and the cursor left out.
    pub(crate) fn params(&self) -> Vec<(&'static str, String)> {
        let text = |value: Option<&str>| value.unwrap_or_default().to_owned();
        vec![
            ("q", self.q.clone()),
            ("between", text(self.between.as_ref().map(TieId::as_str))),
            ("country", text(self.country.as_ref().map(PartyId::as_str))),
            ("region", text(self.region.as_ref().map(PartyId::as_str))),
            ("party", text(self.party.as_ref().map(PartyId::as_str))),
            ("class", text(self.class.map(TieClass::word))),
            ("standing", text(self.standing.map(Standing::word))),
            ("pulse", text(self.pulse.map(Pulse::word))),
            ("level", text(self.level)),
            ("decade", self.decade.map(decade_word).unwrap_or_default()),
            ("topic", text(self.topic.as_deref())),
            ("turn", text(self.turn.map(Turn::word))),
            ("from", self.from.map(|day| day.to_string()).unwrap_or_default()),
        ]
    }

    /// The same filters without those whose answer depends on the day of the view.
    pub(crate) fn on_any_day(self) -> Self {
        Self { class: None, standing: None, pulse: None, topic: None, turn: None, with_not_begun: true, ..self }
    }

    /// The days that `turn` looks at: after the first, until the second.
    pub(crate) fn span(&self, as_of: AsOf) -> (Date, Date) {
        let a_year_before = as_of.true_on.checked_sub(1.year()).unwrap_or(as_of.true_on);
        (self.from.unwrap_or(a_year_before), as_of.true_on)
    }

    /// Whether nothing was asked for that narrows the list.
    pub(crate) fn is_empty(&self) -> bool {
        self.params().iter().all(|(name, value)| value.is_empty() || *name == "from")
    }
}

/// The ties of one page: from the cursor on, at most `limit`; and the cursor of the next page, if there is one.
pub(crate) struct Page<'a> {
    pub(crate) ties: &'a [TieKey],
    pub(crate) next: Option<String>,
}

impl<'a> Page<'a> {
    /// Cuts a page out of ties in the order of the index. The cursor is the name of the last tie seen: it stays good when
    /// ties come or go, and a tie that is not there any more has kept its place only if the register knows it.
    pub(crate) fn cut(
        snapshot: &Snapshot,
        ties: &'a [TieKey],
        after: Option<&TieId>,
        limit: usize,
    ) -> Result<Self, Fault> {
        let rank = |tie: &TieKey| snapshot.index.rank(*tie);
        let from = match after {
            None => 0,
            Some(id) => {
                let cursor = snapshot.register.tie_key(id).and_then(|tie| rank(&tie));
                let cursor = cursor.ok_or_else(|| Fault::bad("problem-cursor").with("found", id.as_str()))?;
                ties.partition_point(|tie| rank(tie).is_some_and(|rank| rank <= cursor))
            }
        };
        let to = ties.len().min(from + limit);
        let last = ties[from..to].last().filter(|_| to < ties.len());
        let next = last.map(|tie| snapshot.register.tie(*tie).id().as_str().to_owned());
        Ok(Self { ties: &ties[from..to], next })
    }
}

/// What every link keeps: the days, left out where they are today, and the language, left out where it is the default.
pub(crate) fn kept_params(as_of: AsOf, snapshot: &Snapshot) -> [(&'static str, String); 3] {
    let (lang, tag) = Language::current().param();
    let text = |day: Date| if day == snapshot.today { String::new() } else { day.to_string() };
    [("true_on", text(as_of.true_on)), ("known_on", text(as_of.known_on)), (lang, tag.to_owned())]
}

/// An address with the filters and days in it.
pub(crate) fn address(path: &str, filter: &Filter, as_of: AsOf, snapshot: &Snapshot, after: &str) -> String {
    let mut params = filter.params();
    params.extend(kept_params(as_of, snapshot));
    params.push(("after", after.to_owned()));
    format!("{path}{}", query_string(params.iter().map(|(name, value)| (*name, value.as_str()))))
}

/// What a search text means: for each of its parts, the parties it may name.
pub(crate) struct Wanted(Vec<FxHashSet<PartyKey>>);

impl Wanted {
    /// The whole text as one name; if no party has it, each of its words as one.
    pub(crate) fn of(register: &Register, text: &str) -> Self {
        let parties = |text: &str| -> FxHashSet<PartyKey> {
            register.find_parties(text, MOST_PARTIES).into_iter().map(|found| found.party).collect()
        };
        if text.is_empty() {
            return Self(Vec::new());
        }
        if let Ok(id) = TieId::parse(text)
            && let Some(tie) = register.tie_key(&id)
        {
            return Self(register.tie(tie).parties().iter().map(|party| FxHashSet::from_iter([*party])).collect());
        }
        let whole = parties(text);
        if !whole.is_empty() {
            return Self(vec![whole]);
        }
        let words = text.split(|letter: char| letter.is_whitespace() || "–—,;~/&".contains(letter));
        let words: Vec<_> =
            words.filter(|word| register::fold_name(word).len() > 1).take(MOST_WORDS).map(parties).collect();
        // Nothing that can be looked for finds nothing.
        Self(if words.is_empty() { vec![FxHashSet::default()] } else { words })
    }

    pub(crate) fn has(&self, register: &Register, tie: TieKey) -> bool {
        let parties = register.tie(tie).parties();
        self.0.iter().all(|wanted| parties.iter().any(|party| wanted.contains(party)))
    }
}

/// Whether a party of the tie is `whole` or lies in it, by its id or by what it belongs to.
pub(crate) fn has_within(register: &Register, tie: TieKey, whole: &PartyId) -> bool {
    register.tie(tie).parties().iter().any(|party| is_within(register, *party, whole))
}

/// Whether a party is `whole` or lies in it.
pub(crate) fn is_within(register: &Register, party: PartyKey, whole: &PartyId) -> bool {
    let whole = register.resolved_party(whole);
    let party = register.party(party);
    let by_id = party.id().as_str().strip_prefix(whole.as_str());
    by_id.is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '.'])) || party.part_of.as_ref() == Some(whole)
}

fn given<T>(text: &str, read: impl Fn(&str) -> Option<T>, key: &'static str) -> Result<Option<T>, Fault> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    read(text).map(Some).ok_or_else(|| Fault::bad(key).with("found", text))
}

fn word<T>(name: &'static str, text: &str, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>, Fault> {
    given(text, read, "problem-word").map_err(|fault| fault.with("name", name).with("allowed", allowed(name)))
}

/// The words a filter knows.
fn allowed(name: &str) -> String {
    facets::words(name).join(", ")
}

/// Reads a decade: its first year, or the word for no year.
fn decade(text: &str) -> Option<Option<i16>> {
    if text == facets::UNDATED {
        return Some(None);
    }
    let is_plain = text.len() == 4 && text.ends_with('0') && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_plain { text.parse().ok().map(Some) } else { None }
}

fn decade_word(decade: Option<i16>) -> String {
    decade.map_or_else(|| facets::UNDATED.to_owned(), |year| year.to_string())
}

/// The limit of a page of the API.
pub(crate) fn limit(query: &TieQuery) -> Result<usize, Fault> {
    query::limit(query.limit.trim())
}
