//! Names of the gazetteer at a token: the longest that fits, in its basic form.

use std::ops::Range;

use gazetteer::{Gazetteer, Hits, NameKind, PlaceIdx, PlaceKind};
use smallvec::{SmallVec, smallvec};

use super::lexicon::Lexicon;
use super::scene::Scene;
use super::types::{Candidate, Why};
use crate::text::{Sentence, TokenKind};

/// A name found. What it may mean is looked up when asked for: most names are only looked at on the way.
#[derive(Debug, Clone)]
pub(super) struct Name {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// Its folded basic form.
    key: String,
    /// Whether that is not how it is written.
    is_inflected: bool,
}

impl Name {
    /// The places that bear it, most populous first.
    pub(super) fn places(&self, gazetteer: &Gazetteer) -> impl Iterator<Item = PlaceIdx> {
        let hits = gazetteer.exact(&self.key).with_kinds();
        hits.filter(|(_, kind)| *kind != NameKind::Code).map(|(place, _)| place)
    }

    /// The same, each with what speaks for it without any context.
    pub(super) fn candidates(&self, gazetteer: &Gazetteer) -> SmallVec<[Candidate; 4]> {
        let mut found = candidates(gazetteer, gazetteer.exact(&self.key));
        self.spell_saints(gazetteer, &mut found);
        found
    }

    /// "St Petersburg" is Saint Petersburg's own name as much as it is that of a smaller St. Petersburg.
    fn spell_saints(&self, gazetteer: &Gazetteer, found: &mut [Candidate]) {
        let Some(short) = short_saint(&self.key) else { return };
        for one in found {
            let own = gazetteer::fold(gazetteer.place(one.place).name);
            if own != self.key && short_saint(&own) == Some(short) {
                one.score += BY_NAME;
            }
        }
    }

    /// Its folded basic form, where that is not how it is written.
    pub(super) fn basic(&self) -> Option<&str> {
        self.is_inflected.then_some(&self.key)
    }

    /// Whether it is the own name of one of them, and not a by-name.
    pub(super) fn is_own(&self, gazetteer: &Gazetteer) -> bool {
        self.is_inflected || gazetteer.exact(&self.key).with_kinds().any(|(_, kind)| kind == NameKind::Own)
    }
}

/// What follows "saint" or "st" in a name.
fn short_saint(key: &str) -> Option<&str> {
    key.strip_prefix("saint ").or_else(|| key.strip_prefix("st "))
}

/// The most candidates kept for a name; there are some hundred places called San José.
const KEPT: usize = 48;
/// What speaks for a candidate without any context, as log-odds: people (with `FEW` added to each, so that hamlets are alike),
/// rank, register.
const PEOPLE: f32 = 0.4;
const FEW: f32 = 1_000.0;
const CAPITAL: f32 = 0.8;
const COUNTRY: f32 = 1.5;
const REGION: f32 = 0.8;
const COUNTY: f32 = -1.0;
const IN_REGISTER: f32 = 0.3;
/// A city with at least one in so many of a region's people comes before it, by so much.
const SEAT_SHARE: u32 = 20;
const BELOW_SEAT: f32 = 0.5;
const BY_NAME: f32 = 1.6;
/// The most words of an inflected name.
const WORDS: usize = 3;
/// The most forms of its beginning that are followed further.
const FORMS: usize = 200;

/// The longest name that begins at token `at` and ends before `stop`.
pub(super) fn longest(
    scene: &Scene<'_>,
    lexicon: &Lexicon,
    sentence: &Sentence,
    at: usize,
    stop: usize,
) -> Option<Name> {
    let first = sentence.tokens.get(at)?;
    if first.kind != TokenKind::Word || !first.is_capital {
        return None;
    }
    let written = as_written(scene, lexicon, sentence, at, stop);
    let inflected = if lexicon.endings.is_empty() { None } else { inflected(scene, lexicon, sentence, at, stop) };
    match (written, inflected) {
        (Some(written), Some(inflected)) => Some(better(scene, sentence, written, inflected)),
        (written, inflected) => written.or(inflected),
    }
}

/// The longer of two; of equal ones the one spelled so in the text's own script, else that of the far bigger place.
fn better(scene: &Scene<'_>, sentence: &Sentence, written: Name, inflected: Name) -> Name {
    let gazetteer = scene.gazetteer;
    let weight = |name: &Name| name.places(gazetteer).next().map_or(0, |first| weight(gazetteer, first));
    let text = &scene.text[sentence.bytes(written.tokens.clone())];
    let spelled = |name: &Name, folded: &str| is_spelled(gazetteer, name, text, folded);
    let is_by_chance =
        || !text.is_ascii() && !spelled(&written, &gazetteer::fold(text)) && spelled(&inflected, &inflected.key);
    let is_better = inflected.tokens.end > written.tokens.end
        || inflected.tokens.end == written.tokens.end && (weight(&inflected) / 4 > weight(&written) || is_by_chance());
    if is_better { inflected } else { written }
}

/// Whether a place of the name is spelled so in the script of the text, and does not only fold to it.
fn is_spelled(gazetteer: &Gazetteer, name: &Name, text: &str, folded: &str) -> bool {
    name.places(gazetteer)
        .take(3)
        .any(|place| gazetteer.names(place).any(|other| is_one_script(text, other) && gazetteer::fold(other) == folded))
}

/// Whether one of the first places of a folded name is spelled so in the script of the text.
fn spelled_so(gazetteer: &Gazetteer, folded: &str, text: &str) -> bool {
    gazetteer.exact(folded).with_kinds().take(4).any(|(place, _)| {
        gazetteer.names(place).any(|other| is_one_script(text, other) && gazetteer::fold(other) == folded)
    })
}

/// Whether two spellings are in the same script, every letter of them: "Тулă" mixes two.
fn is_one_script(a: &str, b: &str) -> bool {
    let is_cyrillic_letter = |letter: char| ('\u{400}'..='\u{52f}').contains(&letter);
    let same = |letter: char| is_cyrillic_letter(letter) == is_cyrillic(a);
    b.chars().filter(|letter| letter.is_alphabetic()).all(same)
}

fn is_cyrillic(text: &str) -> bool {
    text.chars().next().is_some_and(|letter| ('\u{400}'..='\u{52f}').contains(&letter))
}

/// The population; a country or region counts as big even when that is unknown.
fn weight(gazetteer: &Gazetteer, place: PlaceIdx) -> u32 {
    let population = gazetteer.population(place);
    match gazetteer.kind(place) {
        PlaceKind::Country | PlaceKind::Region => population.max(1_000_000),
        _ => population,
    }
}

fn as_written(scene: &Scene<'_>, lexicon: &Lexicon, sentence: &Sentence, at: usize, stop: usize) -> Option<Name> {
    // "St." and "Louis" have a full stop between them that the gazetteer's "st louis" has not; "Bishop's Stortford" is
    // "bishops stortford" there.
    let is_short = sentence.is_mark(at + 1, ".") && lexicon.starts.contains(sentence.word(at)) && at + 2 < stop;
    let is_owner = is_owners_name(sentence, at + 1) && at + 2 < stop;
    if is_short || is_owner {
        let first = [sentence.word(at), if is_owner { "s" } else { "" }].concat();
        let joined = [&first, " ", sentence.folded_from(at + 2)].concat();
        let end = |length: usize| {
            if length <= first.len() { at + 1 } else { sentence.token_after(at + 2, length - first.len() - 1) }
        };
        let found = longest_of(scene, lexicon, sentence, (at, stop), &joined, end);
        if is_short || found.as_ref().is_some_and(|name| name.tokens.end > at + 2) {
            return found;
        }
    }
    longest_of(scene, lexicon, sentence, (at, stop), sentence.folded_from(at), |length| {
        sentence.token_after(at, length)
    })
}

/// Whether the token is a possessive that a capitalized word follows at once.
fn is_owners_name(sentence: &Sentence, at: usize) -> bool {
    sentence.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Possessive)
        && sentence.tokens.get(at + 1).is_some_and(|next| next.is_capital && next.kind == TokenKind::Word)
}

/// The longest name that a folded text begins with; `end` gives the token after so many of its bytes.
fn longest_of(
    scene: &Scene<'_>,
    lexicon: &Lexicon,
    sentence: &Sentence,
    (at, stop): (usize, usize),
    text: &str,
    end: impl Fn(usize) -> usize,
) -> Option<Name> {
    let mut best = None;
    scene.gazetteer.prefixes_of(text, |length, hits| {
        let end = end(length);
        if end <= stop && is_name_shaped(lexicon, sentence, at..end) && has_places(&hits) {
            best = Some((end, length));
        }
    });
    let (end, length) = best?;
    Some(Name { tokens: at..end, key: text[..length].to_owned(), is_inflected: false })
}

fn has_places(hits: &Hits<'_>) -> bool {
    hits.clone().with_kinds().any(|(_, kind)| kind != NameKind::Code)
}

/// Cuts a unit word off a name that only a rule put there: "Ohio State" is Ohio, "Dublin City" Dublin, "Kansas City" itself.
pub(super) fn leave_unit(scene: &Scene<'_>, lexicon: &Lexicon, sentence: &Sentence, name: &mut Name) {
    let last = name.tokens.end - 1;
    if last == name.tokens.start || !lexicon.loose_units.contains(sentence.word(last)) {
        return;
    }
    if let Some(shorter) = as_written(scene, lexicon, sentence, name.tokens.start, last)
        && shorter.tokens.end == last
        && !name.is_own(scene.gazetteer)
        && shorter.places(scene.gazetteer).any(|one| name.places(scene.gazetteer).any(|other| other == one))
    {
        *name = shorter;
    }
}

/// Whether these tokens are capitalized as a name is: the first and the last, and what is not a particle between them.
fn is_name_shaped(lexicon: &Lexicon, sentence: &Sentence, tokens: Range<usize>) -> bool {
    let last = tokens.end - 1;
    tokens.into_iter().all(|at| {
        let token = &sentence.tokens[at];
        match token.kind {
            TokenKind::Word if token.is_capital => true,
            TokenKind::Word => {
                at < last && lexicon.particles.contains(sentence.word(at)) || joined_by_hyphen(sentence, at)
            }
            TokenKind::Mark => sentence.word(at) == ".",
            TokenKind::Possessive => at < last,
            TokenKind::Number => false,
        }
    })
}

/// "Stratford-upon-avon", "Bad-homburg": what a hyphen joins to a capitalized word needs no capital.
fn joined_by_hyphen(sentence: &Sentence, at: usize) -> bool {
    at > 0 && !sentence.tokens[at].spaced && sentence.tokens[at - 1].kind == TokenKind::Word
}

/// The candidates behind the hits, each with what speaks for it without any context.
pub(super) fn candidates(gazetteer: &Gazetteer, hits: Hits<'_>) -> SmallVec<[Candidate; 4]> {
    let kinds: SmallVec<[(PlaceIdx, NameKind); 4]> =
        hits.with_kinds().filter(|(_, kind)| *kind != NameKind::Code).take(KEPT).collect();
    let mut found: SmallVec<[Candidate; 4]> =
        kinds.iter().map(|(place, kind)| candidate(gazetteer, *place, *kind)).collect();
    prefer_capitals(gazetteer, &kinds, &mut found);
    prefer_cities(gazetteer, &mut found);
    found
}

/// "Brasilia" is the capital's own name, and what one language calls the country.
fn prefer_capitals(gazetteer: &Gazetteer, kinds: &[(PlaceIdx, NameKind)], found: &mut [Candidate]) {
    let capital = kinds.iter().position(|(place, kind)| *kind == NameKind::Own && gazetteer.is_capital(*place));
    let Some(capital) = capital.map(|at| (gazetteer.country_code(found[at].place), found[at].score)) else { return };
    for ((place, kind), one) in kinds.iter().zip(found) {
        let is_country = gazetteer.kind(*place) == PlaceKind::Country && gazetteer.country_code(*place) == capital.0;
        if is_country && *kind != NameKind::Own {
            one.score = one.score.min(capital.1 - BELOW_SEAT);
        }
    }
}

/// A region called after a large city in it ("Barcelona", "Tel Aviv") is rarely meant by the bare name.
fn prefer_cities(gazetteer: &Gazetteer, found: &mut [Candidate]) {
    for at in 0..found.len() {
        let region = found[at].place;
        if !matches!(gazetteer.kind(region), PlaceKind::Region | PlaceKind::County) {
            continue;
        }
        let seat = found.iter().find(|one| {
            gazetteer.units(one.place).contains(&Some(region))
                && gazetteer.kind(one.place) == PlaceKind::City
                && gazetteer.population(one.place) >= gazetteer.population(region) / SEAT_SHARE
        });
        if let Some(score) = seat.map(|seat| seat.score) {
            found[at].score = found[at].score.min(score - BELOW_SEAT);
        }
    }
}

/// A single candidate that needs no reasons: the name is a code.
pub(super) fn only(place: PlaceIdx) -> SmallVec<[Candidate; 4]> {
    smallvec![Candidate { place, score: 1.0, why: smallvec![Why::Unit] }]
}

fn candidate(gazetteer: &Gazetteer, idx: PlaceIdx, kind: NameKind) -> Candidate {
    let population = gazetteer.population(idx);
    let mut why: SmallVec<[Why; 4]> = smallvec![Why::Population(population)];
    #[expect(clippy::cast_precision_loss, reason = "a logarithm needs no more digits")]
    let mut score = PEOPLE * (population as f32 + FEW).ln();
    if gazetteer.is_capital(idx) {
        why.push(Why::Capital);
        score += CAPITAL;
    }
    if let Some(rank) = match gazetteer.kind(idx) {
        PlaceKind::Country | PlaceKind::Continent => Some(COUNTRY),
        PlaceKind::Region => Some(REGION),
        PlaceKind::County => Some(COUNTY),
        _ => None,
    } {
        why.push(Why::Unit);
        score += rank;
    }
    if gazetteer.is_party(idx) {
        why.push(Why::InRegister);
        score += IN_REGISTER;
    }
    if kind != NameKind::Own {
        score -= BY_NAME;
    }
    Candidate { place: idx, score, why }
}

/// The longest name whose words, each perhaps in another case, begin at `at`.
fn inflected(scene: &Scene<'_>, lexicon: &Lexicon, sentence: &Sentence, at: usize, stop: usize) -> Option<Name> {
    let written = &scene.text[sentence.tokens[at].range()];
    let is_latin = !is_cyrillic(written);
    let mut best: Option<(usize, String)> = None;
    let mut beginnings: Vec<String> = vec![String::new()];
    for end in at..stop.min(at + WORDS) {
        let token = &sentence.tokens[end];
        if token.kind != TokenKind::Word || !(token.is_capital || joined_by_hyphen(sentence, end)) {
            break;
        }
        let forms = forms(lexicon, sentence.word(end));
        let mut longer = Vec::with_capacity(beginnings.len() * forms.len());
        for beginning in &beginnings {
            for form in &forms {
                longer.push(if beginning.is_empty() { form.clone() } else { [beginning, " ", form].concat() });
            }
        }
        let biggest = longer
            .iter()
            .skip(1) // the first is the name as written
            .rev() // of equal ones the last is taken, and the first ending is the likeliest
            .filter_map(|name| {
                let (place, _) = scene.gazetteer.exact(name).with_kinds().find(|(_, kind)| *kind != NameKind::Code)?;
                // "Bremeno" is Bremen too, in another language: a spelling in the text's script comes first.
                let is_spelled = is_latin || spelled_so(scene.gazetteer, name, written);
                Some(((is_spelled, weight(scene.gazetteer, place)), name))
            })
            .max_by_key(|(weight, _)| *weight);
        if let Some((_, name)) = biggest {
            best = Some((end + 1, name.clone()));
        }
        longer.truncate(FORMS);
        beginnings = longer;
    }
    let (end, basic) = best?;
    Some(Name { tokens: at..end, key: basic, is_inflected: true })
}

/// The most populous of the places that one of these folded forms of a token names in the text's own script.
pub(super) fn of_form(
    scene: &Scene<'_>,
    sentence: &Sentence,
    at: usize,
    forms: impl Iterator<Item = String>,
) -> Option<Name> {
    let written = &scene.text[sentence.tokens[at].range()];
    let people = |form: &str| {
        let (place, _) = scene.gazetteer.exact(form).with_kinds().find(|(_, kind)| *kind != NameKind::Code)?;
        spelled_so(scene.gazetteer, form, written).then(|| scene.gazetteer.population(place))
    };
    let known = forms.filter_map(|form| Some((people(&form)?, form)));
    let (_, key) = known.max_by_key(|(people, _)| *people)?;
    Some(Name { tokens: at..at + 1, key, is_inflected: true })
}

/// A word as it is written, then in every basic form that its ending allows.
pub(super) fn forms(lexicon: &Lexicon, word: &str) -> Vec<String> {
    let mut forms = vec![word.to_owned()];
    for (from, to) in &lexicon.folded_endings {
        if let Some(stem) = word.strip_suffix(from.as_str()).filter(|stem| stem.len() >= 3) {
            let form = [stem, to].concat();
            if !forms.contains(&form) {
                forms.push(form);
            }
        }
    }
    forms
}

/// The basic form of a name as it would be written: a spelling of its place if one folds to it, else by its words' endings.
pub(super) fn basic_spelling(scene: &Scene<'_>, lexicon: &Lexicon, sentence: &Sentence, name: &Name) -> String {
    let written = &scene.text[sentence.bytes(name.tokens.clone())];
    if !name.is_inflected {
        return plain(written);
    }
    let basic = &name.key;
    let names = name.places(scene.gazetteer).take(3).flat_map(|place| scene.gazetteer.names(place));
    let spelled =
        names.filter(|other| is_one_script(written, other) && gazetteer::fold(other) == *basic).min_by_key(|other| {
            (
                foreign_letters(scene.text, other),
                ending_rank(lexicon, written, other),
                usize::MAX - likeness(written, other),
            )
        });
    spelled.map_or_else(|| respell(lexicon, written, basic), str::to_owned)
}

/// How many letters of a spelling the text does not have: "Іркутськ" is not in its language.
fn foreign_letters(text: &str, spelling: &str) -> usize {
    let is_there = |letter: char| text.contains(letter) || letter.to_lowercase().all(|small| text.contains(small));
    spelling.chars().filter(|letter| letter.is_alphabetic() && !is_there(*letter)).count()
}

/// Which of the endings leads from the written form to another; the earliest is the likeliest.
fn ending_rank(lexicon: &Lexicon, written: &str, other: &str) -> usize {
    let leads = |(from, to): &(String, String)| {
        written.strip_suffix(from.as_str()).is_some_and(|stem| other.strip_suffix(to.as_str()) == Some(stem))
    };
    lexicon.endings.iter().position(leads).unwrap_or(lexicon.endings.len())
}

/// How many letters the words of two spellings begin with in common: "Иркутска" is nearer to "Иркутск" than to "Іркутськ".
fn likeness(a: &str, b: &str) -> usize {
    let words = |text: &str| text.to_lowercase().split([' ', '-']).map(str::to_owned).collect::<Vec<_>>();
    let common = |(a, b): (&String, &String)| a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    words(a).iter().zip(&words(b)).map(common).sum()
}

/// One blank between words, whatever stood there.
fn plain(written: &str) -> String {
    written.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn respell(lexicon: &Lexicon, written: &str, basic: &str) -> String {
    let words = written.split_whitespace().zip(basic.split(' ')).map(|(word, form)| {
        let ending = lexicon.endings.iter().find_map(|(from, to)| {
            let spelled = [word.strip_suffix(from.as_str())?, to].concat();
            (gazetteer::fold(&spelled) == form).then_some(spelled)
        });
        ending.unwrap_or_else(|| word.to_owned())
    });
    words.collect::<Vec<_>>().join(" ")
}
