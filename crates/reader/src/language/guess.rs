//! Which language a text is in, from the small words that only one language has.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use smallvec::SmallVec;

use super::languages;
use super::signs::words;

/// How much of a text is looked at, in bytes.
const LOOKED_AT: usize = 4_000;
/// No small word is longer.
const LONGEST: usize = 16;

/// The small words of all languages, each with the positions of its languages.
static SMALL_WORDS: LazyLock<FxHashMap<&'static [u8], SmallVec<[u8; 4]>>> = LazyLock::new(|| {
    let mut all: FxHashMap<&[u8], SmallVec<[u8; 4]>> = FxHashMap::default();
    for (at, language) in (0..).zip(languages()) {
        for word in &language.stopwords {
            all.entry(word.as_bytes()).or_default().push(at);
        }
    }
    all
});

/// The language whose small words are the most frequent; `None` when fewer than three words of any are found.
///
/// ```
/// assert_eq!(reader::language::guess("The mayor of the city was in Tula with a delegation."), Some("en"));
/// assert_eq!(reader::language::guess("Tula Albany 1991"), None);
/// ```
#[must_use]
pub fn guess(text: &str) -> Option<&'static str> {
    let small = &*SMALL_WORDS;
    let mut counts = vec![0_u32; languages().len()];
    words(&text[..text.floor_char_boundary(LOOKED_AT)], |_, word| {
        let mut lower = [0; LONGEST];
        let Some(lower) = lower.get_mut(..word.len()) else { return };
        lower.copy_from_slice(word);
        lower.make_ascii_lowercase();
        for language in small.get(&*lower).into_iter().flatten() {
            counts[usize::from(*language)] += 1;
        }
    });
    let most = counts.iter().zip(languages()).max_by_key(|(count, language)| (**count, &language.tag))?;
    (*most.0 >= 3).then_some(&most.1.tag)
}
