//! One sentence into words, numbers and marks.
//!
//! Words are folded as the gazetteer folds names, so that lexicons and places compare by the same spelling. Each token knows
//! its bytes in the document; nothing is copied from it but the folded text.

use std::ops::Range;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, perhaps with digits, apostrophes or the full stops of an abbreviation.
    Word,
    /// Digits, perhaps with separators: `20,000`, `11`, `2016`.
    Number,
    /// The possessive `'s` or `’s`, cut from its word.
    Possessive,
    /// One mark of punctuation.
    Mark,
}

/// One token of a sentence.
#[derive(Debug, Clone)]
pub struct Token {
    /// First byte in the document.
    pub start: u32,
    /// One past its last byte in the document.
    pub end: u32,
    /// What it is.
    pub kind: TokenKind,
    /// Whether its first letter is a capital (or the script has none).
    pub is_capital: bool,
    /// Whether it has two letters or more, all capitals.
    pub is_shout: bool,
    /// Whether white space stands before it.
    pub spaced: bool,
    folded: (u32, u32),
}

impl Token {
    /// Its bytes in the document.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A sentence in tokens.
#[derive(Debug, Clone, Default)]
pub struct Sentence {
    /// First and one past the last byte in the document.
    pub range: Range<usize>,
    /// Its tokens in order.
    pub tokens: Vec<Token>,
    folded: String,
}

impl Sentence {
    /// The folded spelling of a token; marks are themselves.
    #[must_use]
    pub fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &self.folded[token.folded.0 as usize..token.folded.1 as usize])
    }

    /// The folded spelling from a token to the sentence's end, words a blank apart, marks standing between them.
    #[must_use]
    pub fn folded_from(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &self.folded[token.folded.0 as usize..])
    }

    /// The token after those that make up the first `length` bytes of [`Self::folded_from`] `at`.
    #[must_use]
    pub fn token_after(&self, at: usize, length: usize) -> usize {
        let end = self.tokens[at].folded.0 as usize + length;
        at + self.tokens[at..].iter().take_while(|token| (token.folded.1 as usize) <= end).count()
    }

    /// Whether the token at `at` is this mark.
    #[must_use]
    pub fn is_mark(&self, at: usize, mark: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Mark) && self.word(at) == mark
    }

    /// How many tokens it has.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether it has none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// The bytes in the document that the tokens `range` cover; an empty range covers nothing at its start.
    #[must_use]
    pub fn bytes(&self, range: Range<usize>) -> Range<usize> {
        let Some(first) = self.tokens.get(range.start) else { return self.range.end..self.range.end };
        if range.is_empty() {
            return first.start as usize..first.start as usize;
        }
        let last = &self.tokens[(range.end - 1).min(self.tokens.len() - 1)];
        first.start as usize..last.end as usize
    }

    /// The number of the first token that begins at or after a byte of the document.
    #[must_use]
    pub fn token_at(&self, byte: usize) -> usize {
        self.tokens.partition_point(|token| (token.start as usize) < byte)
    }

    /// A word without anything to fold but capitals; gives its end.
    fn push_plain(&mut self, base: usize, part: &str, range: Range<usize>, spaced: bool) -> usize {
        let word = &part.as_bytes()[range.clone()];
        if !self.folded.is_empty() {
            self.folded.push(' ');
        }
        let start = self.folded.len();
        self.folded.push_str(&part[range.clone()]);
        self.folded[start..].make_ascii_lowercase();
        let is_capital = word[0].is_ascii_uppercase() || is_prefixed(word);
        self.tokens.push(Token {
            start: index(base + range.start),
            end: index(base + range.end),
            kind: if word[0].is_ascii_digit() { TokenKind::Number } else { TokenKind::Word },
            is_capital,
            is_shout: is_capital && word.len() > 1 && !word.iter().any(u8::is_ascii_lowercase),
            spaced,
            folded: (index(start), index(self.folded.len())),
        });
        range.end
    }

    /// A token that is glued to the one before stands beside it without a blank, as it does in a folded name.
    fn push(&mut self, mut token: Token, folded: &str, glued: bool) {
        if !self.folded.is_empty() && !glued {
            self.folded.push(' ');
        }
        let start = index(self.folded.len());
        self.folded.push_str(folded);
        token.folded = (start, index(self.folded.len()));
        self.tokens.push(token);
    }
}

/// Cuts `text[range]` into tokens. Ranges beyond the text give an empty sentence.
///
/// ```
/// let text = "Albany's sister city, Tula (Russia).";
/// let sentence = reader::text::tokenize(text, 0..text.len());
/// let words: Vec<&str> = (0..sentence.len()).map(|at| sentence.word(at)).collect();
/// assert_eq!(words, ["albany", "'s", "sister", "city", ",", "tula", "(", "russia", ")", "."]);
/// assert_eq!(&text[sentence.bytes(2..4)], "sister city");
/// ```
#[must_use]
pub fn tokenize(text: &str, range: Range<usize>) -> Sentence {
    let mut sentence = Sentence { range: range.clone(), ..Sentence::default() };
    let Some(part) = text.get(range.clone()) else { return sentence };
    let mut at = 0;
    let mut spaced = true;
    while let Some(letter) = part[at..].chars().next() {
        if letter.is_whitespace() {
            spaced = true;
            at += letter.len_utf8();
        } else if is_joint(part, at, letter) {
            spaced = false;
            at += letter.len_utf8();
        } else {
            let end = plain_word_end(part.as_bytes(), at);
            at = match end {
                Some(end) => sentence.push_plain(range.start, part, at..end, spaced),
                None => {
                    let end = if letter.is_alphanumeric() { word_end(part, at) } else { at + letter.len_utf8() };
                    push_word(&mut sentence, range.start, part, at..end, spaced);
                    end
                }
            };
            spaced = false;
        }
    }
    sentence
}

/// Where a word of nothing but ASCII letters and digits ends, if what follows cannot belong to it: nearly every word.
fn plain_word_end(bytes: &[u8], at: usize) -> Option<usize> {
    let length = bytes[at..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let end = at + length;
    let last = bytes[at..end].last()?;
    let is_plain = match bytes.get(end) {
        Some(b'\'') => false,
        Some(b'.') => length > 1 || last.is_ascii_digit(),
        Some(b',') => !last.is_ascii_digit(),
        Some(next) => next.is_ascii(),
        None => true,
    };
    is_plain.then_some(end)
}

/// A hyphen within a word: `sister-city` is two words side by side, as it is in a folded name.
fn is_joint(part: &str, at: usize, letter: char) -> bool {
    let touches = |side: Option<char>| side.is_some_and(|letter| letter.is_alphanumeric() || letter == '.');
    matches!(letter, '-' | '‐' | '‑')
        && touches(part[..at].chars().next_back())
        && touches(part[at + letter.len_utf8()..].chars().next())
}

/// Initials with their full stops are no longer than this, in bytes.
const INITIALS: usize = 24;

/// Where the word that begins at `at` ends: letters and digits, marks on letters, and between them apostrophes, the full
/// stops of `U.S.`, and the separators of `20,000`.
fn word_end(part: &str, at: usize) -> usize {
    let mut end = at;
    let mut letters = part[at..].char_indices().peekable();
    let mut before = ' ';
    while let Some((offset, letter)) = letters.next() {
        let next = letters.peek().map_or(' ', |(_, next)| *next);
        let is_inside = match letter {
            '\'' | '’' | 'ʼ' | '‘' => before.is_alphabetic() && next.is_alphabetic(),
            '.' => {
                offset <= INITIALS
                    && before.is_alphabetic()
                    && next.is_alphabetic()
                    && is_initials(&part[at..at + offset])
            }
            ',' | '\u{a0}' => before.is_ascii_digit() && is_thousands(&part[at + offset + letter.len_utf8()..]),
            '\u{ad}' => true, // a soft hyphen is no hyphen
            _ => letter.is_alphanumeric() || is_combining(letter),
        };
        if !is_inside {
            // The last full stop of `U.S.` belongs to it.
            let is_last = letter == '.' && offset <= INITIALS;
            if is_last && part[at..at + offset].contains('.') && is_initials(&part[at..at + offset]) {
                end = at + offset + 1;
            }
            return end;
        }
        end = at + offset + letter.len_utf8();
        before = letter;
    }
    end
}

/// `U`, `U.S`, `D.C`: single letters with full stops between them.
fn is_initials(text: &str) -> bool {
    text.split('.').all(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic))
}

fn is_thousands(rest: &str) -> bool {
    rest.len() >= 3
        && rest.bytes().take(3).all(|byte| byte.is_ascii_digit())
        && !rest.as_bytes().get(3).is_some_and(u8::is_ascii_digit)
}

const fn is_combining(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

fn push_word(sentence: &mut Sentence, base: usize, part: &str, range: Range<usize>, spaced: bool) {
    let word = &part[range.clone()];
    let first = word.chars().next().unwrap_or(' ');
    if !first.is_alphanumeric() {
        return sentence.push(token(base, &range, TokenKind::Mark, word, spaced), plain_mark(word), false);
    }
    if let Some(head) = elision(word) {
        let parted = range.start + head;
        let start = range.start..parted;
        sentence.push(token(base, &start, TokenKind::Word, &word[..head], spaced), &folded(&word[..head]), false);
        return push_glued(sentence, base, part, parted..range.end);
    }
    let stem = word.len() - possessive(word);
    let kind = if first.is_numeric() { TokenKind::Number } else { TokenKind::Word };
    let head = range.start..range.start + stem;
    sentence.push(token(base, &head, kind, &word[..stem], spaced), &folded(&word[..stem]), false);
    if stem < word.len() {
        let tail = range.start + stem..range.end;
        sentence.push(token(base, &tail, TokenKind::Possessive, &word[stem..], false), "'s", false);
    }
}

/// What follows an elision: a word of its own that names write together with it.
fn push_glued(sentence: &mut Sentence, base: usize, part: &str, range: Range<usize>) {
    let word = &part[range.clone()];
    sentence.push(token(base, &range, TokenKind::Word, word, false), &folded(word), true);
}

/// "eThekwini": a name with a small prefix before its capital.
fn is_prefixed(word: &[u8]) -> bool {
    let is_small = |at: usize| word.get(at).is_some_and(u8::is_ascii_lowercase);
    let is_large = |at: usize| word.get(at).is_some_and(u8::is_ascii_uppercase);
    is_small(0) && (is_large(1) && is_small(2) || is_small(1) && is_large(2) && is_small(3))
}

/// How many bytes of a word are an elided small word before another: `d’`, `l’`, `qu’`.
pub(crate) fn elision(word: &str) -> Option<usize> {
    let (at, mark) = word.char_indices().find(|(_, letter)| matches!(letter, '\'' | '’'))?;
    let head = word[..at].to_lowercase();
    let small =
        matches!(head.as_str(), "l" | "d" | "qu" | "n" | "s" | "m" | "t" | "c" | "j" | "jusqu" | "lorsqu" | "puisqu");
    let rest = &word[at + mark.len_utf8()..];
    (small && rest.chars().count() > 1).then_some(at + mark.len_utf8())
}

fn token(base: usize, range: &Range<usize>, kind: TokenKind, word: &str, spaced: bool) -> Token {
    let is_capital = word.chars().next().is_some_and(|first| first.is_alphabetic() && !first.is_lowercase());
    let is_shout = is_capital && word.chars().nth(1).is_some() && !word.chars().any(char::is_lowercase);
    Token {
        start: index(base + range.start),
        end: index(base + range.end),
        kind,
        is_capital,
        is_shout,
        spaced,
        folded: (0, 0),
    }
}

/// How many bytes of a word are its possessive ending.
fn possessive(word: &str) -> usize {
    for ending in ["'s", "’s", "'S", "’S"] {
        if word.len() > ending.len() && word.ends_with(ending) {
            return ending.len();
        }
    }
    0
}

/// Quotes and dashes of every kind made alike.
fn plain_mark(mark: &str) -> &str {
    match mark {
        "“" | "”" | "„" | "«" | "»" | "‟" => "\"",
        "‘" | "’" | "‚" | "‹" | "›" | "`" => "'",
        "–" | "—" | "‐" | "‑" | "−" | "―" => "-",
        "•" | "·" | "∙" | "▪" | "●" => "*",
        _ => mark,
    }
}

fn folded(word: &str) -> String {
    if word.is_ascii() && word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return word.to_ascii_lowercase();
    }
    let plain = gazetteer::fold(word);
    // A word of letters that fold to nothing stays itself, so that no token is empty.
    if plain.is_empty() { word.to_owned() } else { plain.replace(' ', "") }
}

/// Documents over four gigabytes are refused before they come here.
fn index(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
