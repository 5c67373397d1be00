//! What stands behind a name and says where it lies: "Albany (New York)", "Hampton, Virginia", "Wuhan in China".

use std::ops::Range;

use gazetteer::{Gazetteer, PlaceIdx, PlaceKind};

use super::lexicon::Lexicon;
use super::name::{longest, only};
use super::resolve::{code, settle};
use super::scene::Scene;
use super::types::{Candidate, Mention, Why};
use crate::text::{Sentence, TokenKind};

/// A unit or country written behind a name.
#[derive(Debug, Clone)]
pub(super) struct Qualifier {
    /// The token after it, a closing bracket included.
    pub(super) end: usize,
    /// The tokens of the unit's name.
    pub(super) tokens: Range<usize>,
    /// The units it may be.
    pub(super) units: Vec<PlaceIdx>,
    /// As written.
    pub(super) named: String,
    /// The country behind it, with its tokens.
    pub(super) country: Option<(Range<usize>, PlaceIdx)>,
}

/// The qualifier that follows a name that ends at `end`. What it may be is narrowed to units that hold one of `candidates`;
/// a name without candidates takes a country only.
pub(super) fn after(
    scene: &Scene<'_>,
    lexicon: &Lexicon,
    sentence: &Sentence,
    end: usize,
    candidates: &[Candidate],
) -> Option<Qualifier> {
    let (start, is_bracketed) = begins(lexicon, sentence, end)?;
    let (mut unit_end, mut units) = unit_at(scene, lexicon, sentence, start)?;
    let gazetteer = scene.gazetteer;
    let is_adjacent = start == end;
    if candidates.is_empty() {
        units.retain(|unit| !is_adjacent && gazetteer.kind(*unit) == PlaceKind::Country);
    } else {
        units.retain(|unit| candidates.iter().any(|candidate| lies_in(gazetteer, candidate.place, *unit)));
    }
    if units.is_empty() || is_adjacent && goes_on(sentence, unit_end) {
        return None;
    }
    let tokens = start..unit_end;
    let named = scene.text[sentence.bytes(start..unit_end)].to_owned();
    let country = country_after(scene, lexicon, sentence, unit_end, &units);
    if let Some((tokens, _)) = &country {
        unit_end = tokens.end;
    }
    if is_bracketed {
        if !sentence.is_mark(unit_end, ")") {
            return None;
        }
        unit_end += 1;
    }
    Some(Qualifier { end: unit_end, tokens, units, named, country })
}

/// The same for a name that has no namesake in the unit: only a country or a region right behind a comma, a bracket or "in",
/// with which the list of names does not go on.
pub(super) fn elsewhere(scene: &Scene<'_>, lexicon: &Lexicon, sentence: &Sentence, end: usize) -> Option<Qualifier> {
    let (start, is_bracketed) = begins(lexicon, sentence, end)?;
    let (unit_end, mut units) = unit_at(scene, lexicon, sentence, start)?;
    let is_large = |kind: PlaceKind| matches!(kind, PlaceKind::Country | PlaceKind::Region);
    units.retain(|unit| is_large(scene.gazetteer.kind(*unit)));
    let goes_on = |at: usize| {
        let comma = usize::from(sentence.is_mark(at, ","));
        scene.is_and(sentence, at + comma)
    };
    if units.is_empty() || start == end || !is_bracketed && goes_on(unit_end) {
        return None;
    }
    let named = scene.text[sentence.bytes(start..unit_end)].to_owned();
    let tokens = start..unit_end;
    let country = country_after(scene, lexicon, sentence, unit_end, &units);
    let end = country.as_ref().map_or(unit_end, |(tokens, _)| tokens.end);
    if is_bracketed && !sentence.is_mark(end, ")") {
        return None;
    }
    Some(Qualifier { end: end + usize::from(is_bracketed), tokens, units, named, country })
}

/// The country behind a unit: "Albany (New York, USA)", "London, England, United Kingdom".
fn country_after(
    scene: &Scene<'_>,
    lexicon: &Lexicon,
    sentence: &Sentence,
    end: usize,
    units: &[PlaceIdx],
) -> Option<(Range<usize>, PlaceIdx)> {
    if !sentence.is_mark(end, ",") {
        return None;
    }
    let (country_end, countries) = unit_at(scene, lexicon, sentence, end + 1)?;
    let holds = |country: &PlaceIdx| units.iter().any(|unit| lies_in(scene.gazetteer, *unit, *country));
    let country = countries.into_iter().find(holds)?;
    Some((end + 1..country_end, country))
}

/// Where the unit's name would begin, and whether it stands in brackets.
fn begins(lexicon: &Lexicon, sentence: &Sentence, end: usize) -> Option<(usize, bool)> {
    if sentence.is_mark(end, "(") {
        return Some((end + 1, true));
    }
    if sentence.is_mark(end, ",") {
        return Some((end + 1, false));
    }
    let mut start = None;
    if end < sentence.len() {
        lexicon.inside.find_at(sentence, end, |next, ()| start = start.max(Some(next)));
    }
    // "McAllen Texas": nothing between.
    let start = start.unwrap_or(end);
    (start < sentence.len()).then_some((start, false))
}

/// The countries, regions and counties that the name at `at` may mean, and where it ends.
pub(super) fn unit_at(
    scene: &Scene<'_>,
    lexicon: &Lexicon,
    sentence: &Sentence,
    at: usize,
) -> Option<(usize, Vec<PlaceIdx>)> {
    if let Some(short) = shortened(scene, lexicon, sentence, at) {
        return Some((short.end, vec![short.place]));
    }
    let name = longest(scene, lexicon, sentence, at, sentence.len())?;
    let units: Vec<PlaceIdx> = name
        .places(scene.gazetteer)
        .filter(|place| {
            matches!(scene.gazetteer.kind(*place), PlaceKind::Country | PlaceKind::Region | PlaceKind::County)
        })
        .collect();
    (!units.is_empty()).then_some((name.tokens.end, units))
}

/// A unit by its short name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Short {
    /// What it stands for.
    pub(super) place: PlaceIdx,
    /// The token after its name; the full stop of "Va." belongs to it.
    pub(super) name_end: usize,
    /// The token after it.
    pub(super) end: usize,
}

/// "Va.", "N.Y.", "W. Va.", "TX", "U.S.": a unit's short name.
pub(super) fn shortened(scene: &Scene<'_>, lexicon: &Lexicon, sentence: &Sentence, at: usize) -> Option<Short> {
    let part = |at: usize| {
        let token = sentence.tokens.get(at).filter(|token| token.is_capital && token.kind == TokenKind::Word)?;
        Some(scene.text[token.range()].replace('.', ""))
    };
    let first = part(at)?;
    let second = if first.len() == 1 && sentence.is_mark(at + 1, ".") { part(at + 2) } else { None };
    let (written, last) =
        second.map_or_else(|| (first.clone(), at), |second| ([first.as_str(), &second].concat(), at + 2));
    let is_shouted = sentence.tokens[last].is_shout && written.len() > 2;
    let code = lexicon.short.get(&written).or_else(|| lexicon.shouted.get(&written).filter(|_| is_shouted))?;
    let place = scene.gazetteer.by_code(code)?;
    let has_stop = sentence.is_mark(last + 1, ".") && !sentence.tokens[last + 1].spaced;
    let is_cut = has_stop && !sentence.tokens[last].is_shout;
    // A full stop at the end may be the sentence's own.
    let end = last + 1 + usize::from(is_cut);
    Some(Short { place, name_end: end, end })
}

/// Whether a name goes on behind `end`: what looked like a qualifier is the beginning of another name.
fn goes_on(sentence: &Sentence, end: usize) -> bool {
    sentence.tokens.get(end).is_some_and(|token| token.kind == TokenKind::Word && token.is_capital)
}

/// Whether a place lies in a unit or country, or is that itself.
pub(super) fn lies_in(gazetteer: &Gazetteer, place: PlaceIdx, unit: PlaceIdx) -> bool {
    if place == unit {
        return false;
    }
    match gazetteer.kind(unit) {
        PlaceKind::Country => {
            gazetteer.country_code(place) == gazetteer.country_code(unit) && gazetteer.kind(place) != PlaceKind::Country
        }
        _ => gazetteer.units(place).contains(&Some(unit)),
    }
}

/// What it is worth to lie where the text says: more than anything else can be.
const STATED: f32 = 20.0;

/// Writes into a mention what its qualifier says. `inner` is the mention of the qualifier itself.
pub(super) fn state(scene: &Scene<'_>, mention: &mut Mention, qualifier: Qualifier, mut inner: Mention) {
    let gazetteer = scene.gazetteer;
    mention.tokens.end = qualifier.end;
    let Some(&stated) = qualifier.units.first() else { return };
    mention.stated = Some(stated);
    mention.country = code(gazetteer, stated);
    inner.candidates = only(stated);
    settle(&mut inner, gazetteer);
    if let Some((tokens, country)) = qualifier.country {
        let mut outer = Mention { tokens: tokens.clone(), name_tokens: tokens, ..inner.clone() };
        outer.name = gazetteer.place(country).name.to_owned();
        outer.candidates = only(country);
        settle(&mut outer, gazetteer);
        mention.inner.push(outer);
    }
    mention.inner.push(inner);
    if gazetteer.kind(stated) != PlaceKind::Country {
        mention.region_named = Some(qualifier.named);
    }
    for candidate in &mut mention.candidates {
        if qualifier.units.iter().any(|unit| lies_in(gazetteer, candidate.place, *unit)) {
            candidate.score += STATED;
            candidate.why.push(Why::Stated(stated));
        }
    }
}
