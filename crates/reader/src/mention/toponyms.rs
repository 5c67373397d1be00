//! Every place named in a text, for measuring and for whoever needs no more than that.

use std::ops::Range;

use gazetteer::{Gazetteer, PlaceIdx};

use super::find::{Finder, find};
use super::given::given;
use super::judge;
use super::lexicon::Lexicon;
use super::memory::Memory;
use super::resolve::{Context, home_countries, resolve};
use super::scene::Scene;
use super::types::{Mention, MentionKind};
use crate::language::{Language, languages};
use crate::text::{Sentence, sentences, tokenize};

/// A place named in a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Toponym {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// The place meant, if the gazetteer has one.
    pub place: Option<PlaceIdx>,
    /// All places that bear the name, best first.
    pub candidates: Vec<PlaceIdx>,
    /// Whether it is the adjective or people of a country: "French", "Egyptians".
    pub is_demonym: bool,
}

/// The places named in a text, in order and without overlaps.
///
/// `tag` is the text's language, such as `en`; one that is not known is read as English. Names within names of institutions
/// and qualifiers behind names count: "Hartford" of "University of Hartford", "Texas" of "Tyler, Texas". Names the gazetteer
/// does not have are left out.
#[must_use]
pub fn toponyms(text: &str, tag: &str, gazetteer: &Gazetteer) -> Vec<Toponym> {
    let Some(language) = language(tag) else { return Vec::new() };
    let scene = Scene { text, language, gazetteer };
    let (sentences, mut mentions) = found(&scene);
    resolve(&mut mentions, gazetteer, &context(language));
    let mut toponyms = Vec::new();
    for (sentence, mentions) in sentences.iter().zip(&mentions) {
        for mention in mentions {
            gather(&scene, sentence, mention, &mut toponyms);
        }
    }
    toponyms.sort_by_key(|toponym| toponym.range.start);
    toponyms.dedup_by(|later, earlier| later.range.start < earlier.range.end);
    toponyms
}

fn found(scene: &Scene<'_>) -> (Vec<Sentence>, Vec<Vec<Mention>>) {
    let is_abbreviation = |word: &str| scene.language.abbreviations.contains(word);
    let spans = sentences(scene.text, &is_abbreviation);
    let sentences: Vec<Sentence> = spans.into_iter().map(|span| tokenize(scene.text, span.range)).collect();
    let mut memory = learned(scene, &sentences);
    let mentions = sentences.iter().map(|sentence| find(scene, sentence, &mut memory)).collect();
    (sentences, mentions)
}

fn language(tag: &str) -> Option<&'static Language> {
    let named = |tag: &str| languages().iter().find(|language| language.tag == tag);
    named(tag).or_else(|| named("en"))
}

fn gather(scene: &Scene<'_>, sentence: &Sentence, mention: &Mention, found: &mut Vec<Toponym>) {
    for inner in &mention.inner {
        gather(scene, sentence, inner, found);
    }
    let is_demonym = mention.kind == MentionKind::Demonym;
    let place = place_of(scene, mention);
    if mention.kind == MentionKind::Institution || mention.is_doubtful || place.is_none() {
        return;
    }
    let candidates = mention.candidates.iter().map(|candidate| candidate.place).collect();
    found.push(Toponym { range: sentence.bytes(mention.name_tokens.clone()), place, candidates, is_demonym });
}

fn learned(scene: &Scene<'_>, sentences: &[Sentence]) -> Memory {
    let mut memory = Memory::default();
    for sentence in sentences {
        memory.learn(scene, sentence);
    }
    memory
}

/// What spoke for and against each name of the gazetteer in a text: its bytes, and a flag for each of [`sign_names`].
#[must_use]
pub fn signs(text: &str, tag: &str, gazetteer: &Gazetteer) -> Vec<(Range<usize>, Vec<bool>)> {
    let Some(language) = language(tag) else { return Vec::new() };
    let scene = Scene { text, language, gazetteer };
    let is_abbreviation = |word: &str| language.abbreviations.contains(word);
    let spans = sentences(text, &is_abbreviation);
    let sentences: Vec<Sentence> = spans.into_iter().map(|span| tokenize(text, span.range)).collect();
    let mut memory = learned(&scene, &sentences);
    let mut all = Vec::new();
    for sentence in &sentences {
        let mut finder = Finder::new(&scene, Lexicon::of(language), sentence, &mut memory);
        finder.judged = Some(Vec::new());
        finder.walk();
        let judged = finder.judged.unwrap_or_default();
        all.extend(judged.into_iter().map(|(tokens, signs)| (sentence.bytes(tokens), signs.flags())));
    }
    all
}

/// The names of the signs, in the order of the flags that [`signs`] gives.
#[must_use]
pub fn sign_names() -> &'static [&'static str] {
    judge::NAMES
}

fn context(language: &Language) -> Context {
    Context { countries: home_countries(language).to_vec(), home: None, is_gathered: true }
}

/// The place a mention means; for an adjective or a people the country.
fn place_of(scene: &Scene<'_>, mention: &Mention) -> Option<PlaceIdx> {
    let country = || scene.gazetteer.country(std::str::from_utf8(&mention.country?).ok()?);
    mention.place().or_else(|| if mention.kind == MentionKind::Demonym { country() } else { None })
}

/// The place meant by each of some names whose bytes are known, such as those a person has marked.
///
/// What else the text names is used, as it is when names are found. A name that the gazetteer does not have gives `None`.
#[must_use]
pub fn resolve_given(text: &str, tag: &str, gazetteer: &Gazetteer, ranges: &[Range<usize>]) -> Vec<Option<PlaceIdx>> {
    let Some(language) = language(tag) else { return vec![None; ranges.len()] };
    let scene = Scene { text, language, gazetteer };
    let (sentences, mut mentions) = found(&scene);
    // Where each of the given names stands among the mentions.
    let mut at: Vec<Option<(usize, Vec<usize>)>> = Vec::new();
    for range in ranges {
        let last = sentences.len().saturating_sub(1);
        let nth = sentences.partition_point(|sentence| sentence.range.end <= range.start).min(last);
        let Some(sentence) = sentences.get(nth) else {
            at.push(None);
            continue;
        };
        let path = path_of(sentence, &mentions[nth], range);
        let path = path.or_else(|| {
            let given = given(&scene, sentence, range)?;
            mentions[nth].push(given);
            Some(vec![mentions[nth].len() - 1])
        });
        at.push(path.map(|path| (nth, path)));
    }
    resolve(&mut mentions, gazetteer, &context(language));
    at.into_iter().map(|at| at.and_then(|(nth, path)| meant(&scene, &mentions[nth], &path))).collect()
}

/// The way to the mention of exactly these bytes through mentions and what is named within them.
fn path_of(sentence: &Sentence, mentions: &[Mention], range: &Range<usize>) -> Option<Vec<usize>> {
    mentions.iter().enumerate().find_map(|(nth, mention)| {
        if sentence.bytes(mention.name_tokens.clone()) == *range && mention.kind.is_place() && !mention.is_unknown() {
            return Some(vec![nth]);
        }
        let mut path = path_of(sentence, &mention.inner, range)?;
        path.insert(0, nth);
        Some(path)
    })
}

fn meant(scene: &Scene<'_>, mentions: &[Mention], path: &[usize]) -> Option<PlaceIdx> {
    let (first, rest) = path.split_first()?;
    let mention = mentions.get(*first)?;
    if rest.is_empty() { place_of(scene, mention) } else { meant(scene, &mention.inner, rest) }
}
