//! Names whose bytes are given.

use std::ops::Range;

use super::find::Finder;
use super::lexicon::Lexicon;
use super::memory::Memory;
use super::name;
use super::qualify;
use super::resolve::settle;
use super::scene::Scene;
use super::types::{Mention, MentionKind};
use crate::text::Sentence;

/// The mention of a name whose bytes are given, found with every means: as it is, as a short name or an adjective, without
/// the words around it, with a letter or two wrong.
pub(crate) fn given(scene: &Scene<'_>, sentence: &Sentence, range: &Range<usize>) -> Option<Mention> {
    let lexicon = Lexicon::of(scene.language);
    let start = sentence.token_at(range.start);
    let end = sentence.token_at(range.end).max(start + 1).min(sentence.len());
    if start >= end {
        return None;
    }
    let mut memory = Memory::default();
    let finder = Finder::new(scene, lexicon, sentence, &mut memory);
    let mut mention = finder.mention(start..end, start..end, MentionKind::Place);
    let gazetteer = scene.gazetteer;
    if let Some(short) = qualify::shortened(scene, lexicon, sentence, start) {
        mention.candidates = name::only(short.place);
    } else {
        let words: Vec<&str> =
            (start..end).map(|at| sentence.word(at)).filter(|word| *word != "." && *word != "'s").collect();
        let parts = (0..words.len()).flat_map(|skip| [words[skip..].join(" "), words[..words.len() - skip].join(" ")]);
        let hits = |name: String| name::candidates(gazetteer, gazetteer.exact(&name));
        mention.candidates = parts.map(hits).find(|found| !found.is_empty()).unwrap_or_default();
    }
    if mention.candidates.is_empty() {
        scene.language.demonyms.find_at(sentence, start, |_, country| mention.country = Some(*country));
        mention.kind = if mention.country.is_some() { MentionKind::Demonym } else { mention.kind };
    }
    if mention.is_unknown() {
        mention.candidates =
            gazetteer.fuzzy(&mention.name, 8).into_iter().flat_map(|ranked| name::only(ranked.place)).collect();
    }
    settle(&mut mention, gazetteer);
    Some(mention)
}
