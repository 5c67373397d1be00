//! From what somebody typed to a place of the gazetteer, where the register has nobody of that name.
//!
//! The rules speak of every place on earth, and most have no tie yet. As with the register, several candidates are a question back.

use std::cell::OnceCell;

use gazetteer::{Gazetteer, PlaceIdx, PlaceKind, Ranked, Reason};
use model::PartyId;
use register::{Body, Register};

use crate::exit::{Failure, Outcome};
use crate::open::Context;
use crate::resolve;

/// So many candidates are looked at.
const MOST_FOUND: usize = 200;
/// More candidates than this are not listed.
const MOST_SHOWN: usize = 12;

/// A place that a rule may speak of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Meant {
    /// Its id.
    pub id: PartyId,
    /// The body it acts through, where the register does not say.
    pub body: Option<Body>,
}

impl Meant {
    const fn bare(id: PartyId) -> Self {
        Self { id, body: None }
    }
}

/// The gazetteer, opened when it is needed first.
pub(crate) struct Atlas<'a> {
    cx: Context<'a>,
    file: OnceCell<Option<Gazetteer>>,
}

impl<'a> Atlas<'a> {
    pub(crate) const fn new(cx: Context<'a>) -> Self {
        Self { cx, file: OnceCell::new() }
    }

    /// The places that texts mean: by the register, else by the gazetteer, else by code.
    pub(crate) fn places(&self, register: &Register, texts: &[String]) -> Outcome<Vec<Meant>> {
        texts.iter().map(|text| self.place(register, text)).collect()
    }

    fn place(&self, register: &Register, text: &str) -> Outcome<Meant> {
        let code = resolve::code(register, text);
        if code.is_none() && !resolve::candidates(register, text).is_empty() {
            return resolve::party(register, text).map(|party| Meant::bare(register.party(party).id().clone()));
        }
        // `cn` and `au-nsw` tell by their shape what they are.
        if let Some(unit) = code.as_ref().filter(|code| !code.as_str().contains('.')) {
            return Ok(Meant::bare(unit.clone()));
        }
        let found = match self.file()? {
            Some(gazetteer) => self.found(gazetteer, text, code.as_ref())?,
            None => None,
        };
        match found.or_else(|| code.map(Meant::bare)) {
            Some(meant) => Ok(meant),
            None => Err(self.nobody(register, text)?),
        }
    }

    fn file(&self) -> Outcome<Option<&Gazetteer>> {
        if self.file.get().is_none() {
            let file = crate::commands::gazetteer::open_if_any(self.cx)?;
            return Ok(self.file.get_or_init(|| file).as_ref());
        }
        Ok(self.file.get().and_then(Option::as_ref))
    }

    /// The place of the gazetteer, said aloud where a name was typed.
    fn found(&self, gazetteer: &Gazetteer, text: &str, code: Option<&PartyId>) -> Outcome<Option<Meant>> {
        let places = match code {
            Some(code) => with_id(gazetteer, code),
            None => named(gazetteer, text),
        };
        match places.as_slice() {
            [] => Ok(None),
            [only] => {
                let id = reader::claims::id_of_place(gazetteer, *only);
                if code.is_none() {
                    self.cx.out.say(&format!("“{text}” means {}, by the gazetteer", line(gazetteer, *only)));
                }
                Ok(Some(Meant { id, body: body(gazetteer.kind(*only)) }))
            }
            several => Err(which(gazetteer, text, several)),
        }
    }

    fn nobody(&self, register: &Register, text: &str) -> Outcome<Failure> {
        let Failure { message, hint, exit } = resolve::nobody(register, text);
        let how = match self.file()? {
            Some(_) => "a place without ties is found by a code too, such as us-ar.little-rock",
            None => {
                "a place without ties is found by a code, such as us-ar.little-rock, or after `twain gazetteer build`"
            }
        };
        Ok(Failure { message, hint: format!("{hint}; {how}"), exit })
    }
}

/// The places whose name is meant, without those that only lie elsewhere or are called so as well.
fn named(gazetteer: &Gazetteer, text: &str) -> Vec<PlaceIdx> {
    let mut found = gazetteer.rank(text, &gazetteer::Context::default(), MOST_FOUND);
    found.retain(|one| body(gazetteer.kind(one.place)).is_some());
    best(&mut found, |one| one.reasons.iter().filter(|why| is_within(why)).count());
    best(&mut found, |one| usize::from(one.reasons.contains(&Reason::NamedExactly)));
    let mut places: Vec<PlaceIdx> = found.iter().map(|one| one.place).collect();
    let towns: Vec<PlaceIdx> = places.iter().copied().filter(|one| gazetteer.kind(*one) == PlaceKind::City).collect();
    // A county is called after its town: the bare name means the town.
    let is_of_a_town = |unit: PlaceIdx| {
        let whole = |idx| (gazetteer.place(idx).country, gazetteer.place(idx).region);
        gazetteer.kind(unit) == PlaceKind::County && towns.iter().any(|town| whole(*town) == whole(unit))
    };
    places.retain(|idx| !is_of_a_town(*idx));
    places
}

/// Keeps those that fit best.
fn best(found: &mut Vec<Ranked>, fit: impl Fn(&Ranked) -> usize) {
    let most = found.iter().map(&fit).max().unwrap_or_default();
    found.retain(|one| fit(one) == most);
}

const fn is_within(why: &Reason) -> bool {
    matches!(why, Reason::InCountry(_) | Reason::InRegion(_))
}

/// The place of an id such as `us-ar.little-rock`.
fn with_id(gazetteer: &Gazetteer, id: &PartyId) -> Vec<PlaceIdx> {
    let name = id.as_str().rsplit('.').next().unwrap_or_default();
    // `us-mn.little-rock-5035199`: the number tells namesakes of one unit apart.
    let bare = name.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == '-');
    let names = [name, bare].map(|name| gazetteer::fold(&name.replace('-', " ")));
    let hits = names.iter().flat_map(|name| gazetteer.exact(name));
    let mut places: Vec<PlaceIdx> = hits.filter(|idx| reader::claims::id_of_place(gazetteer, *idx) == *id).collect();
    places.sort();
    places.dedup();
    // A town and its county may come to one id: the town is meant.
    if places.iter().any(|idx| gazetteer.kind(*idx) == PlaceKind::City) {
        places.retain(|idx| gazetteer.kind(*idx) == PlaceKind::City);
    }
    places.truncate(1);
    places
}

/// The body that a place of this kind acts through; `None` for what cannot have a tie.
const fn body(kind: PlaceKind) -> Option<Body> {
    match kind {
        PlaceKind::Country => Some(Body::Country),
        PlaceKind::Region => Some(Body::State),
        PlaceKind::County => Some(Body::County),
        PlaceKind::City => Some(Body::Municipality),
        _ => None,
    }
}

/// `Little Rock, Arkansas, US (city, 202591 people; us-ar.little-rock)`.
fn line(gazetteer: &Gazetteer, idx: PlaceIdx) -> String {
    let place = gazetteer.place(idx);
    let region = place.region.map(|region| format!(", {}", gazetteer.place(region).name)).unwrap_or_default();
    let people = if place.population > 0 { format!(", {} people", place.population) } else { String::new() };
    let id = reader::claims::id_of_place(gazetteer, idx);
    format!("{}{region}, {} ({}{people}; {id})", place.name, place.country, place.kind.word())
}

fn which(gazetteer: &Gazetteer, text: &str, several: &[PlaceIdx]) -> Failure {
    let mut lines: Vec<String> =
        several.iter().take(MOST_SHOWN).map(|idx| format!("  {}", line(gazetteer, *idx))).collect();
    if several.len() > MOST_SHOWN {
        lines.push(format!("  … and {} more", several.len() - MOST_SHOWN));
    }
    Failure::wrong(
        format!("“{text}” may mean several places of the gazetteer:\n{}", lines.join("\n")),
        format!(
            "name one by its id, such as {}, or add where it is",
            reader::claims::id_of_place(gazetteer, several[0])
        ),
    )
}
