//! Which party a clerk means by a name: one known, one to be minted, or a question back.

use model::PartyId;

use super::cells::Row;
use super::slug::slug;

/// Looks up parties by name; the register or a gazetteer answers.
pub trait KnownParties {
    /// The parties that may be meant, best first.
    ///
    /// `name` is text as found, folding happens behind this call. `country` and `region` are the cells beside it as
    /// found, codes or names, `None` where empty; they narrow the answer. None known gives an empty list, several
    /// candidates are a question to the person, never a choice.
    fn candidates(&self, name: &str, country: Option<&str>, region: Option<&str>) -> Vec<PartyId>;
}

/// Knows no party: every partner is new.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoParties;

impl KnownParties for NoParties {
    fn candidates(&self, _name: &str, _country: Option<&str>, _region: Option<&str>) -> Vec<PartyId> {
        Vec::new()
    }
}

/// The party that a row is about.
pub(super) struct Partner {
    pub(super) id: PartyId,
    /// For a party not known before: what it is part of, and the column that says so.
    pub(super) minted: Option<(PartyId, &'static str)>,
}

/// The partner of a row; `None` when that is not clear, which has been noted.
pub(super) fn partner(row: &mut Row<'_>) -> Option<Partner> {
    let name = row.filled("partner")?;
    if let Some(id) = written_id(name) {
        return Some(Partner { id, minted: None });
    }
    let (country, region) = (row.filled("country"), row.filled("region"));
    let mut candidates = row.context.parties.candidates(name, country, region);
    if candidates.len() > 1 {
        row.problem("partner", format!("one place: write its id in the cell, one of: {}", joined(&candidates)));
        return None;
    }
    match candidates.pop() {
        Some(id) => Some(Partner { id, minted: None }),
        None => mint(row, name),
    }
}

fn joined(ids: &[PartyId]) -> String {
    ids.iter().map(PartyId::as_str).collect::<Vec<_>>().join(", ")
}

/// An id in the place of a name: it has a dot, or is a country or unit code in lower case.
fn written_id(name: &str) -> Option<PartyId> {
    let id = PartyId::parse(name).ok()?;
    let is_code = name.len() == 2 || name.as_bytes().get(2) == Some(&b'-') && name.len() <= 6;
    if name.contains('.') || is_code { Some(id) } else { None }
}

fn mint(row: &mut Row<'_>, name: &str) -> Option<Partner> {
    let home = home(row)?;
    let slug = slug(name);
    let id = PartyId::parse(&format!("{}.{}", home.prefix, slug.text)).ok().filter(|_| !slug.is_lossy);
    let Some(id) = id else {
        let expected =
            format!("a name in Latin or Cyrillic letters, or an id of your choice such as `{}.name`", home.prefix);
        row.problem("partner", expected);
        return None;
    };
    Some(Partner { id, minted: Some((home.part_of, home.column)) })
}

/// Where a new party is at home.
struct Home {
    /// The first parts of its id.
    prefix: String,
    /// The country or unit it belongs to.
    part_of: PartyId,
    /// The column that says so.
    column: &'static str,
}

fn home(row: &mut Row<'_>) -> Option<Home> {
    let n_problems = row.problems.len();
    let country = country(row);
    if row.problems.len() > n_problems {
        return None;
    }
    let Some(region) = row.filled("region") else {
        let Some(country) = country else {
            row.problem("country", "the partner's country as an ISO 3166-1 code: the partner is not known yet");
            return None;
        };
        return Some(Home { prefix: country.to_string(), part_of: country, column: "country" });
    };
    if let Some(unit) = unit_code(region, country.as_ref()) {
        if country.is_some_and(|country| country.as_str() != unit.country()) {
            row.problem("region", "a region of the country beside it");
            return None;
        }
        return Some(Home { prefix: unit.to_string(), part_of: unit, column: "region" });
    }
    named_region(row, region, country)
}

fn named_region(row: &mut Row<'_>, region: &str, country: Option<PartyId>) -> Option<Home> {
    let mut units = row.context.parties.candidates(region, row.filled("country"), None);
    units.retain(|id| {
        let is_unit = !id.as_str().contains('.') && id.as_str().contains('-');
        is_unit && country.as_ref().is_none_or(|country| country.as_str() == id.country())
    });
    match (units.as_slice(), country) {
        ([unit], _) => Some(Home { prefix: unit.to_string(), part_of: unit.clone(), column: "region" }),
        ([], Some(country)) => {
            let slug = slug(region);
            if slug.text.is_empty() || slug.is_lossy {
                row.problem("region", "an ISO 3166-2 code such as XA-7, or a name in Latin or Cyrillic letters");
                return None;
            }
            Some(Home { prefix: format!("{country}.{}", slug.text), part_of: country, column: "country" })
        }
        ([], None) => {
            row.problem("country", "the partner's country as an ISO 3166-1 code: the partner is not known yet");
            None
        }
        (units, _) => {
            row.problem("region", format!("one region: write its ISO 3166-2 code, one of: {}", joined(units)));
            None
        }
    }
}

/// The country of a row by code or name; `None` when the cell is empty or not clear, the latter noted.
fn country(row: &mut Row<'_>) -> Option<PartyId> {
    let text = row.filled("country")?;
    if text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return PartyId::parse(&text.to_ascii_lowercase()).ok();
    }
    let mut known = row.context.parties.candidates(text, None, None);
    known.retain(|id| id.as_str() == id.country());
    if known.len() != 1 {
        row.problem("country", "an ISO 3166-1 code such as XA, or the name of a country known here");
        return None;
    }
    known.pop()
}

/// A unit by code: `XA-7` or `xa-7`, or `7` or `NY` beside its country.
fn unit_code(text: &str, country: Option<&PartyId>) -> Option<PartyId> {
    let is_unit = |unit: &str| (1..=3).contains(&unit.len()) && unit.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let code = match (text.split_once('-'), country) {
        (Some((home, unit)), _) if home.len() == 2 && is_unit(unit) => text.to_owned(),
        (None, Some(country)) if is_unit(text) && !text.bytes().any(|byte| byte.is_ascii_lowercase()) => {
            format!("{country}-{text}")
        }
        _ => return None,
    };
    PartyId::parse(&code.to_ascii_lowercase()).ok()
}
