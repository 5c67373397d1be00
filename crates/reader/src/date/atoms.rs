//! A sentence's words as atoms of dates, and the numbers among them.

use super::table::{Count, Small};
use super::words::{Atom, DateWords};
use crate::text::{Sentence, TokenKind};

/// A sentence with everything in it that may belong to a date.
pub(super) struct Reading<'a> {
    pub sentence: &'a Sentence,
    pub words: &'a DateWords,
    atoms: Vec<(u32, u32, Atom)>,
    /// The first atom of each token, and one past the last of all.
    first: Vec<u32>,
    /// Whether a name that only looks like a date stands here.
    blocked: Vec<(usize, usize)>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(sentence: &'a Sentence, words: &'a DateWords) -> Self {
        let mut atoms = Vec::new();
        let mut first = Vec::with_capacity(sentence.len() + 1);
        let mut blocked = Vec::new();
        words.atoms.find(sentence, |start, end, atom| {
            if *atom == Atom::Small(Small::Not) {
                blocked.push((start, end));
            }
            first.resize(start + 1, number(atoms.len()));
            atoms.push((number(start), number(end), *atom));
        });
        first.resize(sentence.len() + 1, number(atoms.len()));
        Self { sentence, words, atoms, first, blocked }
    }

    /// Whether anything here can be the heart of a date.
    pub(super) fn may_hold_a_date(&self) -> bool {
        self.sentence.tokens.iter().any(|token| token.kind == TokenKind::Number)
            || self.atoms.iter().any(|(_, _, atom)| {
                !matches!(atom, Atom::Cue(_) | Atom::Small(_) | Atom::Count(_) | Atom::Future | Atom::Past)
            })
    }

    /// Every atom with its tokens, in order of start.
    pub(super) fn all(&self) -> impl Iterator<Item = (usize, usize, Atom)> + '_ {
        self.atoms.iter().map(|(start, end, atom)| (*start as usize, *end as usize, *atom))
    }

    /// The atoms that begin at a token.
    fn here(&self, at: usize) -> impl Iterator<Item = (usize, Atom)> + '_ {
        let here = match (self.first.get(at), self.first.get(at + 1)) {
            (Some(from), Some(to)) => &self.atoms[*from as usize..*to as usize],
            _ => &[],
        };
        here.iter().map(|(_, end, atom)| (*end as usize, *atom))
    }

    /// Whether a date can begin at a token: nothing else is worth a look.
    pub(super) fn may_begin(&self, at: usize) -> bool {
        self.sentence.tokens[at].kind == TokenKind::Number || self.here(at).next().is_some()
    }

    /// The longest atom at a token of which `pick` makes something, and where it ends.
    pub(super) fn find<T>(&self, at: usize, pick: impl Fn(Atom) -> Option<T>) -> Option<(usize, T)> {
        let mut best: Option<(usize, T)> = None;
        for (end, atom) in self.here(at) {
            if best.as_ref().is_none_or(|(longest, _)| end > *longest)
                && let Some(found) = pick(atom)
            {
                best = Some((end, found));
            }
        }
        best
    }

    /// Where the longest such word at a token ends.
    pub(super) fn small(&self, at: usize, small: Small) -> Option<usize> {
        self.find(at, |atom| (atom == Atom::Small(small)).then_some(())).map(|(end, ())| end)
    }

    pub(super) fn counting(&self, at: usize, count: Count) -> Option<usize> {
        self.find(at, |atom| (atom == Atom::Count(count)).then_some(())).map(|(end, ())| end)
    }

    /// The token after as many such words as stand here.
    pub(super) fn skip(&self, mut at: usize, small: Small) -> usize {
        while let Some(end) = self.small(at, small) {
            at = end;
        }
        at
    }

    /// Where the name ends that only looks like a date and begins here.
    pub(super) fn blocked_until(&self, at: usize) -> Option<usize> {
        self.blocked.iter().find(|(start, _)| *start == at).map(|(_, end)| *end)
    }

    pub(super) fn is_mark(&self, at: usize, mark: &str) -> bool {
        self.sentence.is_mark(at, mark)
    }

    /// Whether the token follows the one before it without white space or a mark: a hyphen stood there.
    pub(super) fn is_joined(&self, at: usize) -> bool {
        let tokens = &self.sentence.tokens;
        at > 0
            && tokens.get(at).is_some_and(|token| !token.spaced && is_word(token.kind))
            && is_word(tokens[at - 1].kind)
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.sentence.tokens.get(at).is_some_and(|token| token.is_capital)
    }

    /// The digits of a token that is nothing but digits without separators.
    pub(super) fn digits(&self, at: usize) -> Option<&'a str> {
        let token = self.sentence.tokens.get(at)?;
        let word = self.sentence.word(at);
        // A separator makes the token longer than its digits: 2,000 is no year.
        let is_plain = token.kind == TokenKind::Number
            && word.len() == (token.end - token.start) as usize
            && word.bytes().all(|byte| byte.is_ascii_digit());
        is_plain.then_some(word)
    }

    /// The number that digits of at most `most` places write.
    pub(super) fn number(&self, at: usize, most: usize) -> Option<u32> {
        self.digits(at).filter(|digits| digits.len() <= most)?.parse().ok()
    }

    /// A number of things, in digits, in words, or an article for one.
    pub(super) fn count(&self, at: usize) -> Option<(usize, u32)> {
        if let Some(number) = self.number(at, 3) {
            return Some((at + 1, number)).filter(|_| number > 0);
        }
        self.spelled(at).or_else(|| self.small(at, Small::Article).map(|end| (end, 1)))
    }

    /// A number in words: "twenty-five", "vingt et un", "treinta y cinco".
    fn spelled(&self, at: usize) -> Option<(usize, u32)> {
        let word = |at| self.find(at, |atom| if let Atom::Number(number) = atom { Some(number) } else { None });
        let (mut end, mut sum) = word(at)?;
        let mut room = if sum >= 20 && sum % 10 == 0 { 20 } else { 0 };
        while room > 0 {
            let next =
                if self.sentence.word(end).len() <= 2 { self.small(end, Small::And).unwrap_or(end) } else { end };
            let Some((after, more)) = word(next).filter(|(_, more)| *more < room) else { break };
            (end, sum) = (after, sum + more);
            room = if more % 10 == 0 { 10 } else { 0 };
        }
        Some((end, sum))
    }

    /// An ordinal: "40th", "40-я", "40.", "fortieth", "twenty-fifth".
    pub(super) fn ordinal(&self, at: usize) -> Option<(usize, u32)> {
        self.ordinal_digits(at).or_else(|| {
            let ordinal = |at| self.find(at, |atom| if let Atom::Ordinal(number) = atom { Some(number) } else { None });
            let tens = |atom| if let Atom::Number(number) = atom { Some(number) } else { None };
            let plain = ordinal(at);
            let joined =
                self.find(at, tens).filter(|(_, tens)| *tens >= 20 && tens % 10 == 0).and_then(|(end, tens)| {
                    let next = self.small(end, Small::And).unwrap_or(end);
                    ordinal(next).filter(|(_, ones)| *ones < 10).map(|(end, ones)| (end, tens + ones))
                });
            joined.or(plain)
        })
    }

    fn ordinal_digits(&self, at: usize) -> Option<(usize, u32)> {
        let token = self.sentence.tokens.get(at).filter(|token| token.kind == TokenKind::Number)?;
        let word = self.sentence.word(at);
        let cut = word.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, suffix) = word.split_at(cut);
        let number: u32 = if digits.len() <= 3 { digits.parse().ok()? } else { return None };
        let is_suffix = |text: &str| self.words.habits.ordinal_suffix.iter().any(|suffix| suffix == text);
        if !suffix.is_empty() {
            return is_suffix(suffix).then_some((at + 1, number));
        }
        if cut != (token.end - token.start) as usize {
            return None;
        }
        if self.is_joined(at + 1) && is_suffix(self.sentence.word(at + 1)) {
            return Some((at + 2, number));
        }
        let has_dot = self.is_mark(at + 1, ".") && !self.sentence.tokens[at + 1].spaced;
        if has_dot && is_suffix(self.sentence.word(at + 2)) && !self.sentence.tokens[at + 2].spaced {
            return Some((at + 3, number));
        }
        (has_dot && self.words.habits.ordinal_dot).then_some((at + 2, number))
    }
}

const fn is_word(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Word | TokenKind::Number)
}

fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
