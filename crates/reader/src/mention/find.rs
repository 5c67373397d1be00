//! The names in one sentence, from left to right.

use std::ops::Range;

use gazetteer::{PlaceIdx, PlaceKind};
use smallvec::SmallVec;

use super::institution;
use super::judge::{Beside, Case, Judge, Signs};
use super::lexicon::Lexicon;
use super::memory::{Memory, Named};
use super::name::{self, Name, basic_spelling, longest};
use super::person;
use super::qualify;
use super::resolve::{code, settle};
use super::scene::Scene;
use super::types::{Mention, MentionKind};
use crate::language::UnitWord;
use crate::text::{Sentence, TokenKind};

/// Finds what a sentence names, in order and without overlaps. `memory` is the document's.
pub(crate) fn find(scene: &Scene<'_>, sentence: &Sentence, memory: &mut Memory) -> Vec<Mention> {
    if !sentence.tokens.iter().any(|token| token.is_capital) {
        return Vec::new();
    }
    let lexicon = Lexicon::of(scene.language);
    let mut finder = Finder::new(scene, lexicon, sentence, memory);
    finder.walk();
    finder.found.retain(|mention| !is_in_address(scene.text, sentence, mention));
    finder.found
}

/// `https://mill.example/Upper_Mill`: the words of an address name nobody.
fn is_in_address(text: &str, sentence: &Sentence, mention: &Mention) -> bool {
    let start = sentence.bytes(mention.tokens.clone()).start;
    let before = &text[..start];
    let chunk = &before[before.rfind(char::is_whitespace).map_or(0, |blank| blank + 1)..];
    chunk.contains("://") || chunk.contains("www.")
}

/// A town of fewer people may have namesakes that no list has.
const SMALL: u32 = 20_000;

/// Walks over a sentence.
pub(super) struct Finder<'a> {
    pub(super) scene: &'a Scene<'a>,
    pub(super) lexicon: &'static Lexicon,
    pub(super) sentence: &'a Sentence,
    pub(super) memory: &'a mut Memory,
    pub(super) found: Vec<Mention>,
    /// The names judged and the signs for and against each, when somebody wants to know.
    pub(super) judged: Option<Vec<(Range<usize>, Signs)>>,
    case: Case,
    /// Where the next institution begins: no name runs into it.
    pub(super) stop: usize,
}

impl<'a> Finder<'a> {
    pub(super) fn new(
        scene: &'a Scene<'a>,
        lexicon: &'static Lexicon,
        sentence: &'a Sentence,
        memory: &'a mut Memory,
    ) -> Self {
        Finder {
            scene,
            lexicon,
            sentence,
            memory,
            found: Vec::new(),
            judged: None,
            case: Case::of(sentence),
            stop: sentence.len(),
        }
    }

    pub(super) fn walk(&mut self) {
        let mut spans = institution::spans(self.scene, self.lexicon, self.sentence).into_iter().peekable();
        let mut at = 0;
        while at < self.sentence.len() {
            if let Some(span) = spans.next_if(|span| span.start <= at) {
                if span.start == at {
                    at = self.institution(span);
                }
                continue;
            }
            self.stop = spans.peek().map_or(self.sentence.len(), |span| span.start);
            at = self.step(at);
        }
    }

    /// Takes what begins at a token and gives where to go on.
    fn step(&mut self, at: usize) -> usize {
        let token = &self.sentence.tokens[at];
        if token.kind != TokenKind::Word {
            return at + 1;
        }
        if let Some((end, unit)) = self.unit_before(at)
            // "глава города Марина Дбар"
            && !(self.lexicon.is_declined() && person::is_given_name(self.lexicon, self.sentence.word(end)))
            && let Some(end) = self.place(at, end, Some(unit)).or_else(|| self.unlisted(at, end, unit))
        {
            return end;
        }
        if !token.is_capital
            && let Some(end) = self.demonym(at)
        {
            return end; // "польский Конин", "française"
        }
        if let Some(end) = self.called(at).or_else(|| self.adjective(at)) {
            return end;
        }
        if !token.is_capital || self.is_party_letter(at) || self.is_money(at) || self.lexicon.is_date(self.sentence, at)
        {
            return at + 1;
        }
        self.acronym(at)
            .or_else(|| self.known_body(at))
            .or_else(|| self.announced(at))
            .or_else(|| self.shortened(at))
            .or_else(|| self.demonym(at))
            .or_else(|| self.person(at))
            .or_else(|| self.place(at, at, None))
            .or_else(|| self.unknown(at))
            .unwrap_or(at + 1)
    }

    /// "D-Minneapolis": a party's letter, not the beginning of the name.
    fn is_party_letter(&self, at: usize) -> bool {
        let next = self.sentence.tokens.get(at + 1);
        self.lexicon.party_letters.contains(self.sentence.word(at))
            && next.is_some_and(|next| next.kind == TokenKind::Word && next.is_capital && !next.spaced)
    }

    /// "US$30 billion": money, not a country.
    fn is_money(&self, at: usize) -> bool {
        self.sentence.is_mark(at + 1, "$") && !self.sentence.tokens[at + 1].spaced
            || at > 0 && self.sentence.is_mark(at - 1, "$")
    }

    fn unit_before(&self, at: usize) -> Option<(usize, UnitWord)> {
        let mut found = None;
        self.scene.language.units_before.find_at(self.sentence, at, |end, unit| {
            if found.is_none_or(|(longest, _)| end > longest) {
                found = Some((end, *unit));
            }
        });
        found.filter(|(end, _)| *end < self.stop)
    }

    fn unit_after(&self, at: usize) -> Option<(usize, UnitWord)> {
        let mut found = None;
        if at < self.stop {
            self.scene.language.units_after.find_at(self.sentence, at, |end, unit| {
                if found.is_none_or(|(longest, _)| end > longest) {
                    found = Some((end, *unit));
                }
            });
        }
        found
    }

    fn person(&mut self, at: usize) -> Option<usize> {
        let person = person::at(self.lexicon, self.sentence, at).or_else(|| self.holder(at))?;
        // "Virginia Beach" begins with a given name and is none.
        let name = longest(self.scene, self.lexicon, self.sentence, at, self.stop);
        if name.is_some_and(|name| name.tokens.len() > 1 && name.tokens.end >= person.end) {
            return None;
        }
        self.memory.surnames.insert(self.sentence.word(person.end - 1).to_owned());
        Some(person.end)
    }

    /// "the mayor of Wuhan, Tang Liangzhi,": between commas behind an office and its place stands who holds it.
    fn holder(&self, at: usize) -> Option<Range<usize>> {
        let place = self.found.last().filter(|last| last.tokens.end + 1 == at && self.sentence.is_mark(at - 1, ","))?;
        let of =
            place.tokens.start.checked_sub(1).filter(|of| self.lexicon.after_of.contains(self.sentence.word(*of)))?;
        let office = self.sentence.word(of.checked_sub(1)?);
        let is_office = |word: &str| self.lexicon.titles.contains(word);
        if !is_office(office) && !office.strip_suffix('s').is_some_and(is_office) {
            return None;
        }
        let end = person::run_end(self.sentence, at).min(self.stop);
        let is_known = || {
            longest(self.scene, self.lexicon, self.sentence, at, self.stop).is_some_and(|name| name.tokens.end == end)
        };
        (end >= at + 2 && self.sentence.is_mark(end, ",") && !is_known()).then_some(at..end)
    }

    /// A country or unit by its short name: "UK", "U.S.".
    fn shortened(&mut self, at: usize) -> Option<usize> {
        let short = qualify::shortened(self.scene, self.lexicon, self.sentence, at)?;
        let is_country = self.scene.gazetteer.kind(short.place) == PlaceKind::Country;
        // Two letters of a state alone are more often something else.
        let written = &self.scene.text[self.sentence.tokens[at].range()];
        if !is_country && short.name_end == at + 1 && !written.contains('.') {
            return None;
        }
        let kind = if is_country { MentionKind::Country } else { MentionKind::Region };
        let mut mention = self.mention(at..short.end, at..short.name_end, kind);
        mention.country = code(self.scene.gazetteer, short.place);
        mention.candidates = name::only(short.place);
        self.found.push(mention);
        Some(short.end)
    }

    fn demonym(&mut self, at: usize) -> Option<usize> {
        let (end, country) = self.demonym_at(at)?;
        let longer = longest(self.scene, self.lexicon, self.sentence, at, self.stop);
        if longer.is_some_and(|name| name.tokens.end > end) {
            return None;
        }
        let mut mention = self.mention(at..end, at..end, MentionKind::Demonym);
        mention.country = Some(country);
        self.found.push(mention);
        Some(end)
    }

    pub(super) fn demonym_at(&self, at: usize) -> Option<(usize, [u8; 2])> {
        let mut found: Option<(usize, [u8; 2])> = None;
        self.scene.language.demonyms.find_at(self.sentence, at, |end, country| {
            if found.is_none_or(|(longest, _)| end > longest) {
                found = Some((end, *country));
            }
        });
        found
    }

    fn acronym(&mut self, at: usize) -> Option<usize> {
        let Some(named) = self.memory.acronyms.get(self.sentence.word(at)) else { return self.well_known(at) };
        if named.is_guess && !self.sentence.tokens[at].is_shout {
            return None;
        }
        let named = named.clone();
        let mut mention = self.mention(at..at + 1, at..at + 1, named.kind);
        mention.country = named.country;
        mention.candidates = named.candidates;
        mention.alias_of = Some(named.full).filter(|full| *full != mention.name);
        self.found.push(mention);
        Some(at + 1)
    }

    /// "Vietnam International Education Development (VIED)": its initials in brackets say that it is one name, of a body.
    fn announced(&mut self, at: usize) -> Option<usize> {
        let end = person::run_end(self.sentence, at).min(self.stop);
        let is_bracketed = self.sentence.is_mark(end, "(") && self.sentence.is_mark(end + 2, ")");
        if end < at + 3 || !is_bracketed || self.lexicon.has_capital_nouns || self.lexicon.is_declined() {
            return None;
        }
        let short = &self.sentence.tokens[end + 1];
        let initials: String = (at..end).filter_map(|at| self.sentence.word(at).chars().next()).collect();
        if !short.is_shout || initials != self.sentence.word(end + 1) {
            return None;
        }
        Some(self.institution(at..end))
    }

    /// "Georgia Tech", "ETH Zurich": a body without a noun that says so.
    fn known_body(&mut self, at: usize) -> Option<usize> {
        let (length, country) = self.lexicon.known_body(self.sentence.word(at), self.sentence.folded_from(at))?;
        let end = self.sentence.token_after(at, length);
        if end > self.stop || !self.sentence.tokens[end - 1].is_capital {
            return None;
        }
        let mut mention = self.mention(at..end, at..end, MentionKind::Institution);
        mention.country = Some(country);
        mention.tokens.end = self.bracketed_acronym(end, &mention).unwrap_or(end);
        let end = mention.tokens.end;
        self.found.push(mention);
        Some(end)
    }

    /// "UCLA": a body that no text needs to introduce.
    fn well_known(&mut self, at: usize) -> Option<usize> {
        let (full, country) = self.lexicon.acronyms.get(self.sentence.word(at))?;
        if !self.sentence.tokens[at].is_shout {
            return None;
        }
        let mut mention = self.mention(at..at + 1, at..at + 1, MentionKind::Institution);
        mention.country = Some(*country);
        mention.alias_of = Some(full.clone());
        self.found.push(mention);
        Some(at + 1)
    }

    /// A place whose name begins at `at`, `start` being where its unit word or else its name begins.
    fn place(&mut self, start: usize, at: usize, unit: Option<UnitWord>) -> Option<usize> {
        let mut name = longest(self.scene, self.lexicon, self.sentence, at, self.stop)?;
        // "RES-2025-009" is a number.
        let next = self.sentence.tokens.get(name.tokens.end);
        if name.tokens.len() == 1 && next.is_some_and(|next| next.kind == TokenKind::Number && !next.spaced) {
            return None;
        }
        let begins = at == 0 || self.sentence.tokens[at - 1].kind == TokenKind::Mark;
        if begins && name.tokens.len() > 1 && self.lexicon.articles.contains(self.sentence.word(at)) {
            return None; // "in Las Palmas" is a whole name, "The Philippines" at the beginning of a sentence has an article.
        }
        // "North Suffolk": a part of the place that follows.
        let is_led = |at: usize| self.sentence.tokens.get(at).is_some_and(|next| next.is_capital && next.spaced);
        let is_side = name.tokens.len() == 1 && self.lexicon.directions.contains(self.sentence.word(at));
        if unit.is_none() && is_side && is_led(name.tokens.end) {
            return None;
        }
        name::leave_unit(self.scene, self.lexicon, self.sentence, &mut name);
        // "в Центре китайского языка": another case of a word that is no place.
        if unit.is_none() && name.basic().is_some_and(|basic| self.scene.language.not_places.contains(basic)) {
            return None;
        }
        let name_tokens = name.tokens.clone();
        // "city of" without a capital is part of the sentence: "sister city of Tula".
        let start = if start < at && self.sentence.tokens[start].is_capital { start } else { at };
        let mut mention = self.mention(start..name_tokens.end, name_tokens, MentionKind::Place);
        mention.name = basic_spelling(self.scene, self.lexicon, self.sentence, &name);
        mention.candidates = name.candidates(self.scene.gazetteer);
        // "Kochi Prefecture" may be its name in the gazetteer too.
        let last = self.unit_after(mention.name_tokens.end - 1).map(|(_, unit)| unit);
        mention.unit = unit.or_else(|| last.filter(|unit| *unit == UnitWord::State && mention.name_tokens.len() > 1));
        self.extend(&mut mention);
        if unit.is_none() && self.is_road(&mention) {
            return None;
        }
        let is_stated = mention.stated.is_some() || mention.for_place;
        if unit.is_none() && !is_stated && name.tokens.len() == 1 && self.goes_on_heading(at) {
            return None;
        }
        let follows_place = self.follows_place(at);
        let signs = self.signs(&name, Beside { is_stated, follows_place, is_within: false });
        mention.is_doubtful = unit.is_none() && signs.weight(self.lexicon) < 0.0;
        // The first word of a sentence has its capital from there.
        let is_second = mention.name_tokens.start == 1 && !self.lexicon.first_names.contains(self.sentence.word(0));
        mention.is_of_longer = mention.is_doubtful
            && !is_stated
            && signs.has_capital_beside(is_second)
            && !self.lexicon.titles.contains(self.sentence.word(mention.tokens.end));
        if mention.is_doubtful {
            let word = self.sentence.word(at);
            let is_first = at == 0 || begins && !self.sentence.is_mark(at - 1, ",");
            let is_ordinary = self.scene.language.stopwords.contains(word)
                || is_first && !is_stated && self.scene.language.not_places.contains(word);
            if name.tokens.len() == 1 && is_ordinary {
                return None; // "One year into the war"
            }
            mention.kind = MentionKind::Unknown;
        }
        settle(&mut mention, self.scene.gazetteer);
        let end = self.bracketed_acronym(mention.tokens.end, &mention).unwrap_or(mention.tokens.end);
        mention.tokens.end = end;
        self.found.push(mention);
        Some(end)
    }

    /// Takes in what belongs to a name behind it: its unit word, the body that acts for it, or where it lies.
    fn extend(&self, mention: &mut Mention) {
        if let Some((end, unit)) = self.unit_after(mention.tokens.end) {
            mention.unit = Some(unit);
            mention.tokens.end = end;
        }
        if let Some(end) = self.body_after(mention.tokens.end) {
            mention.for_place = true;
            mention.tokens.end = end;
            return;
        }
        let end = mention.tokens.end;
        if let Some(qualifier) = qualify::after(self.scene, self.lexicon, self.sentence, end, &mention.candidates) {
            let inner = self.mention(qualifier.tokens.clone(), qualifier.tokens.clone(), MentionKind::Region);
            qualify::state(self.scene, mention, qualifier, inner);
        } else if self.is_small(mention)
            && let Some(qualifier) = qualify::elsewhere(self.scene, self.lexicon, self.sentence, end)
        {
            // "Warminster, Pennsylvania": the list has only namesakes.
            let inner = self.mention(qualifier.tokens.clone(), qualifier.tokens.clone(), MentionKind::Region);
            mention.candidates.clear();
            qualify::state(self.scene, mention, qualifier, inner);
        }
    }

    /// Whether it is a name of small towns only.
    fn is_small(&self, mention: &Mention) -> bool {
        let gazetteer = self.scene.gazetteer;
        let is_small =
            |place: PlaceIdx| gazetteer.kind(place) == PlaceKind::City && gazetteer.population(place) < SMALL;
        !mention.candidates.is_empty() && mention.candidates.iter().all(|one| is_small(one.place))
    }

    /// "Sister City Exchange, Hurstville": an ordinary word with a capital as those before it.
    fn goes_on_heading(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| &self.sentence.tokens[before]);
        let is_led = before.is_some_and(|before| before.is_capital && before.kind == TokenKind::Word);
        is_led && self.scene.language.not_places.contains(self.sentence.word(at))
    }

    fn body_after(&self, at: usize) -> Option<usize> {
        let mut found = None;
        if at < self.sentence.len() && self.sentence.tokens[at].is_capital {
            self.scene
                .language
                .institutions
                .for_place
                .find_at(self.sentence, at, |end, ()| found = found.max(Some(end)));
        }
        found
    }

    /// Whether it is a street's name: "Dublin Road", but neither "Rapides Parish Court" nor "Florida Highway Patrol".
    fn is_road(&self, mention: &Mention) -> bool {
        let end = mention.tokens.end;
        let is_capital = |at: usize| self.sentence.tokens.get(at).is_some_and(|token| token.is_capital);
        mention.unit.is_none()
            && mention.stated.is_none()
            && self.lexicon.roads.contains(self.sentence.word(end))
            && is_capital(end)
            && !is_capital(end + 1)
    }

    /// What speaks for and against a name's being a place.
    pub(super) fn signs(&mut self, name: &Name, beside: Beside) -> Signs {
        let Self { scene, lexicon, sentence, case, .. } = *self;
        let signs = Judge { scene, lexicon, sentence, memory: self.memory, case }.signs(name, beside);
        if let Some(judged) = &mut self.judged {
            judged.push((name.tokens.clone(), signs));
        }
        signs
    }

    /// Whether the last name found is a place, and nothing but a comma or an "and" stands between it and `start`.
    fn follows_place(&self, start: usize) -> bool {
        self.found.last().is_some_and(|last| {
            let is_place = matches!(last.kind, MentionKind::Place | MentionKind::Region | MentionKind::Country);
            let end = last.tokens.end;
            let is_and = |at: usize| self.scene.is_and(self.sentence, at);
            let is_comma = self.sentence.is_mark(end, ",");
            is_place
                && (end + 1 == start && (is_comma || is_and(end)) || end + 2 == start && is_comma && is_and(end + 1))
        })
    }

    /// A capitalized name in the middle of a sentence that the gazetteer does not have.
    fn unknown(&mut self, at: usize) -> Option<usize> {
        let word = self.sentence.word(at);
        let begins =
            at == 0 || self.sentence.tokens[at - 1].kind == TokenKind::Mark && !self.sentence.is_mark(at - 1, ",");
        let is_small_word = self.scene.language.stopwords.contains(word) || self.lexicon.articles.contains(word);
        let is_ordinary = self.scene.language.not_places.contains(word);
        if self.lexicon.has_capital_nouns && !self.is_led(at) {
            return None;
        }
        // "Nether Wallop (twinned with …)", "Nether Wallop district is linked with …"
        let run = self.joined_end(person::run_end(self.sentence, at));
        let is_announced = begins && (self.sentence.is_mark(run, "(") || self.unit_after(run).is_some());
        if begins && !is_announced || is_small_word || is_ordinary || self.lexicon.titles.contains(word) {
            return None;
        }
        // Where every noun has a capital, a run of them is no name.
        let run = if self.lexicon.has_capital_nouns { at + 1 } else { run }.min(self.stop);
        // What the gazetteer does have ends the unknown name.
        let known =
            // What a hyphen joins stays together: "Чапел-Хилл".
            (at + 1..run).filter(|next| self.sentence.tokens[*next].spaced).find(|next| longest(self.scene, self.lexicon, self.sentence, *next, self.stop).is_some());
        let end = known.unwrap_or(run);
        if end <= at {
            return None;
        }
        let mut mention = self.mention(at..end, at..end, MentionKind::Unknown);
        mention.is_doubtful = true;
        // "Minister Plenipotentiary of China" lies nowhere.
        if !self.lexicon.after_of.contains(self.sentence.word(end)) {
            self.extend(&mut mention);
        }
        if mention.stated.is_some() {
            mention.kind = MentionKind::Place;
            mention.is_doubtful = false;
        }
        let end = mention.tokens.end;
        self.found.push(mention);
        Some(end)
    }

    /// "Suseong-gu": what a hyphen joins belongs to the name.
    fn joined_end(&self, mut end: usize) -> usize {
        let is_joined = |at: usize| {
            self.sentence.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word && !token.spaced)
        };
        while is_joined(end) {
            end += 1;
        }
        end
    }

    /// "the town of Nether Wallop": a name that no list has, and the unit word before it says what it is.
    fn unlisted(&mut self, start: usize, at: usize, unit: UnitWord) -> Option<usize> {
        let word = self.sentence.word(at);
        let lists = [&self.scene.language.stopwords, &self.scene.language.not_places, &self.lexicon.articles];
        let is_word = lists.iter().any(|list| list.contains(word)) || self.lexicon.titles.contains(word);
        let token = self.sentence.tokens.get(at)?;
        let is_name = token.kind == TokenKind::Word && token.is_capital && !token.is_shout && word.len() > 2;
        if is_word || !is_name || self.lexicon.is_declined() || self.lexicon.has_capital_nouns {
            return None;
        }
        // "Villa de Leyva" has the unit word in its name.
        let is_listed = || longest(self.scene, self.lexicon, self.sentence, start, self.stop).is_some();
        if self.demonym_at(at).is_some() || is_listed() {
            return None;
        }
        let mut run = person::run_end(self.sentence, at).min(self.stop);
        // "the region of Warmia and Mazury" is one.
        let is_second = |at: usize| self.sentence.tokens.get(at).is_some_and(|next| next.is_capital && !next.is_shout);
        if unit == UnitWord::Region && self.scene.is_and(self.sentence, run) && is_second(run + 1) {
            run = person::run_end(self.sentence, run + 1).min(self.stop);
        }
        let mut mention = self.mention(at..run, at..run, MentionKind::Place);
        self.extend(&mut mention);
        mention.unit = Some(unit);
        let end = mention.tokens.end;
        self.found.push(mention);
        Some(end)
    }

    /// Whether what stands before a word is not an article or an adjective, which would make it a plain noun.
    fn is_led(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let word = self.sentence.word(before);
        let lists = [&self.lexicon.after_in, &self.lexicon.after_at, &self.lexicon.after_from, &self.lexicon.after_of];
        let is_lower = self.sentence.tokens[before].kind == TokenKind::Word && !self.sentence.tokens[before].is_capital;
        !self.lexicon.articles.contains(word)
            && (!is_lower || self.scene.is_and(self.sentence, before) || lists.iter().any(|list| list.contains(word)))
    }

    /// "(AUT)" behind a name: remembered, and where it ends.
    pub(super) fn bracketed_acronym(&mut self, at: usize, mention: &Mention) -> Option<usize> {
        let token = self.sentence.tokens.get(at + 1)?;
        let is_bracketed = self.sentence.is_mark(at, "(") && self.sentence.is_mark(at + 2, ")");
        if !is_bracketed || token.kind != TokenKind::Word || !token.is_capital || mention.is_doubtful {
            return None;
        }
        if mention.kind != MentionKind::Institution && !token.is_shout {
            return None;
        }
        let named = Named::of(mention);
        self.memory.acronyms.insert(self.sentence.word(at + 1).to_owned(), named);
        Some(at + 3)
    }

    /// Gives an acronym just remembered, if there is one in brackets at `at`, the country that only the words behind it say.
    pub(super) fn place_acronym(&mut self, at: usize, country: Option<[u8; 2]>) {
        if self.sentence.is_mark(at, "(")
            && let Some(named) = self.memory.acronyms.get_mut(self.sentence.word(at + 1))
        {
            named.country = named.country.or(country);
        }
    }

    pub(super) fn mention(&self, tokens: Range<usize>, name_tokens: Range<usize>, kind: MentionKind) -> Mention {
        Mention {
            name: self.scene.written(self.sentence, name_tokens.clone()),
            tokens,
            name_tokens,
            kind,
            candidates: SmallVec::new(),
            country: None,
            region_named: None,
            stated: None,
            unit: None,
            alias_of: None,
            short: None,
            for_place: false,
            is_doubtful: false,
            is_of_longer: false,
            inner: Vec::new(),
        }
    }
}
