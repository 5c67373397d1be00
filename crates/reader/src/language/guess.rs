//! Which language a text is in, from the small words that only one language has.

use std::ops::ControlFlow;
use std::sync::LazyLock;

use smallvec::SmallVec;

use super::languages;
use super::signs::words_until;
use super::table::WordTable;

/// How much of a text is looked at, in bytes.
const LOOKED_AT: usize = 4_000;
/// So many small words more than any other language has are enough.
const SURE: u32 = 12;

/// The small words of all languages.
struct SmallWords {
    words: WordTable,
    /// The languages of each, by position.
    languages: Vec<SmallVec<[u8; 4]>>,
}

static SMALL_WORDS: LazyLock<SmallWords> = LazyLock::new(|| {
    let mut all = SmallWords { words: WordTable::new(), languages: Vec::new() };
    for (at, language) in (0..).zip(languages()) {
        for word in &language.stopwords {
            let word = all.words.add(word, false);
            all.languages.resize(all.languages.len().max(word + 1), SmallVec::new());
            all.languages[word].push(at);
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
    words_until(&text[..text.floor_char_boundary(LOOKED_AT)], |_, (word, first)| {
        let mut is_sure = false;
        small.words.find_from(word, first, |word| {
            for language in &small.languages[word] {
                counts[usize::from(*language)] += 1;
                is_sure |= counts[usize::from(*language)] >= SURE;
            }
        });
        if is_sure && leads(&counts) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    let most = counts.iter().zip(languages()).max_by_key(|(count, language)| (**count, &language.tag))?;
    (*most.0 >= 3).then_some(&most.1.tag)
}

/// Whether one language is [`SURE`] words ahead of all others.
fn leads(counts: &[u32]) -> bool {
    let most = counts.iter().max().copied().unwrap_or(0);
    counts.iter().filter(|count| most - **count < SURE).count() == 1
}
