//! From a document to what it says: sentences, cues, names, dates, then pairs, activities and the rest.
//!
//! The engine knows no language: all words come from [`crate::language`]. It goes once through the document; what a sentence
//! cannot say alone ("its", "the two cities", "the French delegation") is taken from the sentences before it.

mod activity;
mod bodies;
mod by_party;
mod combine;
mod context;
mod describe;
mod extra;
mod focus;
mod gate;
mod group;
mod hedge;
mod joined;
mod line;
mod party;
mod scene;
mod speaker;
mod status;
mod taking_part;
mod tie;
mod trace;

use std::ops::Range;
use std::sync::LazyLock;

use gazetteer::Gazetteer;
use model::PartialDate;

pub(crate) use self::by_party::ByParty;
use self::line::Line;
use self::party::Parties;
use self::scene::Scene;
use self::tie::Pair;
use crate::date::{DateMention, DateRole, DateWords, dateline_date, dates};
use crate::document::Document;
use crate::language::{Cue, Language, TieWord, guess, languages};
use crate::mention;
use crate::reading::{LeftOut, LeftOutReason, Reading};
use crate::text::{Sentence, Span, Token, TokenKind, tokenize};

/// Reads documents with a gazetteer.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a> {
    gazetteer: &'a Gazetteer,
    rules: Rules,
    is_whole: bool,
}

/// So many statements of ties are read in a document, and so many activities told; a directory of a whole country has fewer.
/// The rest is left out, and the reading says so: what a document gives is then no longer than a few times the document.
const MOST: usize = 10_000;

/// So many bytes of a text are read: some thousand pages. What one document costs is then bounded, whatever stands in it.
pub const LONGEST_TEXT: usize = 2_000_000;

/// So much of the rest is shown, in bytes.
const SHOWN: usize = 200;

/// Where reading ends in a text that is too long: behind a line, a sentence or a word, or in a text without any at the limit.
fn end_of_reading(text: &str) -> Option<usize> {
    if text.len() <= LONGEST_TEXT {
        return None;
    }
    let head = &text[..text.floor_char_boundary(LONGEST_TEXT)];
    let ends = [head.rfind('\n'), head.rfind(". ").map(|dot| dot + 1), head.rfind(char::is_whitespace)];
    // An end far before the limit would leave out too much.
    let end = ends.into_iter().flatten().find(|end| *end >= LONGEST_TEXT / 2);
    Some(end.unwrap_or(head.len()))
}

/// Families of rules, so that what each adds can be measured. All are on by default; a reader without one reads less.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each family stands alone")]
pub struct Rules {
    /// Pairs by the shape of one sentence: "A's sister city B", "between A and B", "A is twinned with B, C and D".
    pub sentences: bool,
    /// Items below a heading that names ties.
    pub lists: bool,
    /// "A (B), C (D)".
    pub brackets: bool,
    /// A word for a tie whose sides were named in the sentences before.
    pub implied: bool,
    /// Two sides at work in a document about ties.
    pub shown: bool,
    /// Names that are more likely no places, taken where only a place can stand.
    pub doubtful: bool,
    /// The title, as a sentence that is never evidence.
    pub title: bool,
}

impl Default for Rules {
    fn default() -> Self {
        Self { sentences: true, lists: true, brackets: true, implied: true, shown: true, doubtful: true, title: true }
    }
}

impl<'a> Reader<'a> {
    /// A reader that resolves places by `gazetteer`.
    #[must_use]
    pub fn new(gazetteer: &'a Gazetteer) -> Self {
        Self { gazetteer, rules: Rules::default(), is_whole: false }
    }

    /// The same reader with only these families of rules.
    #[must_use]
    pub const fn with_rules(self, rules: Rules) -> Self {
        Self { rules, ..self }
    }

    /// The same reader without its shortcut: documents that name no tie and show no work of towns or schools are read whole
    /// as well. Slow, to check that nothing is lost.
    #[must_use]
    pub const fn reading_all(self) -> Self {
        Self { is_whole: true, ..self }
    }

    /// Reads one document. Never fails: what cannot be understood is not in the reading.
    ///
    /// Of a text longer than [`LONGEST_TEXT`] its beginning is read; the rest is among what was left out.
    #[must_use]
    pub fn read(&self, document: &Document) -> Reading {
        let Some(end) = end_of_reading(&document.text) else { return self.read_whole(document) };
        let (text, rest) = document.text.split_at(end);
        let mut reading = self.read_whole(&Document { text: text.to_owned(), ..document.clone_without_text() });
        let evidence = end..end + rest.find('\n').unwrap_or(rest.len()).min(rest.floor_char_boundary(SHOWN));
        reading.left_out.push(LeftOut { evidence, reason: LeftOutReason::TooMuch });
        reading
    }

    fn read_whole(&self, document: &Document) -> Reading {
        let Some(language) = language_of(document) else { return Reading::default() };
        let mut reading = Reading { language: language.tag.clone(), ..Reading::default() };
        let opened = if self.is_whole {
            Some(gate::spans(document, language))
        } else {
            gate::may_speak(document, language, self.gazetteer)
        };
        let Some(spans) = opened else { return reading };
        let mut scene = self.scene(document, spans, language);
        let mut pairs = pairs(&scene, self.rules);
        let rest = pairs.get(MOST).map(|pair| pair.line);
        pairs.truncate(MOST);
        scene.parties.place_by_context(&scene.lines, &pairs);
        context::drop_at_home(&scene, &mut pairs);
        scene.know_sides(&pairs);
        let told = activity::told(&scene, &pairs, language);
        let untold = told.get(MOST).map(|told| told.line);
        let told: Vec<activity::Told> = told.into_iter().take(MOST).collect();
        // What is told vaguely is recorded so, and listed among what says too little too.
        let plainly = told.iter().filter(|told| !told.activity.vague).map(|told| told.line);
        let mut used: Vec<usize> = plainly.chain(pairs.iter().map(|pair| pair.line)).collect();
        used.sort_unstable();
        let activities = joined::joined(told);
        reading.ties = combine::ties(&scene, &pairs, &activities);
        reading.activities = activities;
        reading.counts = extra::counts(&scene);
        reading.carriers = extra::carriers(&scene);
        reading.listings = extra::listings(&scene, &pairs);
        reading.wishes = extra::wishes(&scene, &pairs);
        reading.left_out = extra::left_out(&scene, |line| used.binary_search(&line).is_ok());
        let rest = rest.into_iter().chain(untold).min().map(|line| scene.lines[line].span.range.clone());
        reading.left_out.extend(rest.map(|evidence| LeftOut { evidence, reason: LeftOutReason::TooMuch }));
        attribute(&mut reading, &scene, &document.text);
        reading.parties = scene.parties.all;
        reading
    }

    /// How a document is understood, sentence by sentence: cues, names, dates and pairs. For those who write a language.
    #[must_use]
    pub fn trace(&self, document: &Document) -> String {
        let Some(language) = language_of(document) else { return String::from("no language was recognized\n") };
        let scene = self.scene(document, gate::spans(document, language), language);
        trace::trace(&scene, &pairs(&scene, self.rules))
    }

    fn scene(&self, document: &Document, spans: Vec<Span>, language: &'static Language) -> Scene<'a> {
        let mut lines = lines(document, spans, language);
        if !self.rules.title {
            lines.retain(|line| !line.is_title);
        }
        let mut memory = mention::Memory::default();
        let title = document.title.as_deref().unwrap_or_default();
        let within = |is_title: bool| {
            let text = if is_title { title } else { document.text.as_str() };
            mention::Scene { text, language, gazetteer: self.gazetteer }
        };
        for line in &lines {
            memory.learn(&within(line.is_title), &line.sentence);
        }
        for line in &mut lines {
            let scene = within(line.is_title);
            let found = mention::find(&scene, &line.sentence, &mut memory);
            line.mentions = found.into_iter().filter(|mention| !line.is_said_otherwise(mention)).collect();
        }
        let mut mentions: Vec<Vec<mention::Mention>> =
            lines.iter_mut().map(|line| std::mem::take(&mut line.mentions)).collect();
        let ties = lines.iter().flat_map(|line| line.cues.iter().map(move |found| (line, found)));
        let words = ties.filter_map(|(line, found)| {
            let is_of_towns = matches!(found.cue, Cue::Tie(TieWord::Sister | TieWord::Friendship));
            is_of_towns.then(|| line.sentence.word(found.tokens.start))
        });
        let words: Vec<&str> = words.collect();
        let countries = mention::countries_of(language, &words).to_vec();
        let likely = mention::Context { countries, home: None, is_gathered: false };
        mention::resolve(&mut mentions, self.gazetteer, &likely);
        for (line, mentions) in lines.iter_mut().zip(mentions) {
            line.mentions = mentions;
        }
        let is_about_towns =
            lines.iter().any(|line| line.has(|cue| matches!(cue, Cue::Tie(word) if context::is_named(word))));
        let describing = describe::Describing { language, gazetteer: self.gazetteer, is_about_towns };
        lines.iter_mut().for_each(|line| describing.describe(line));
        for line in lines.iter_mut().filter(|_| self.rules.doubtful) {
            line.trust_doubtful(language, self.gazetteer);
        }
        bodies::by_whole_name(&mut lines, language);
        keep_bodies(&mut lines, document, language);
        bodies::drop_seats(&mut lines, language);
        bodies::by_short_name(&mut lines, language);
        lines.iter_mut().for_each(|line| group::place_by_people(line, self.gazetteer));
        lines.iter_mut().for_each(group::place_by_description);
        describe::tell_apart(&mut lines, self.gazetteer);
        describe::part_namesakes(&mut lines, self.gazetteer);
        let mut parties = Parties::collect(&mut lines, self.gazetteer);
        let groups: Vec<Vec<group::Group>> = lines.iter().map(group::groups).collect();
        parties.place_by_list(&lines, &groups);
        let focus = focus::focus(&lines, &groups, &parties);
        let section = focus::sections(&lines);
        let names_tie = |cue: Cue| cue == Cue::Carrier || matches!(cue, Cue::Tie(word) if context::is_named(word));
        let is_about_ties = lines.iter().any(|line| line.has(names_tie));
        let (gazetteer, published) = (self.gazetteer, document.published);
        Scene { lines, groups, parties, focus, section, gazetteer, is_about_ties, published }
    }
}

/// Says whose words each item rests on.
fn attribute(reading: &mut Reading, scene: &Scene<'_>, text: &str) {
    let speakers = speaker::speakers(scene, text);
    let of = |evidence: &Range<usize>| {
        // The title has bytes of its own and comes first.
        let titles = scene.lines.iter().take_while(|line| line.is_title).count();
        let next = scene.lines[titles..].partition_point(|line| line.span.range.start <= evidence.start);
        let line = (titles + next).checked_sub(1).filter(|line| *line >= titles)?;
        speakers[line].clone()
    };
    reading.ties.iter_mut().for_each(|tie| tie.speaker = of(&tie.evidence));
    reading.activities.iter_mut().for_each(|done| done.speaker = of(&done.evidence));
    reading.counts.iter_mut().for_each(|count| count.speaker = of(&count.evidence));
    reading.wishes.iter_mut().for_each(|wish| wish.speaker = of(&wish.evidence));
}

/// Whether a line of the text writes nearly all words large, as headlines do.
fn is_headline(line: &Line) -> bool {
    let is_word = |token: &&Token| token.kind == TokenKind::Word && token.range().len() >= LONG_WORD;
    let words: Vec<&Token> = line.sentence.tokens.iter().filter(is_word).collect();
    let n_large = words.iter().filter(|token| token.is_capital).count();
    line.span.is_line && words.len() >= HEADLINE && n_large + 1 >= words.len()
}

/// Fewer long words make no headline: a name alone is no sign.
const HEADLINE: usize = 6;
/// Shorter words are small in headlines too.
const LONG_WORD: usize = 4;

/// A headline writes all words large, so that a body's name has no end there: only one that the text names counts. And where
/// a university is named, its schools and departments act for it.
fn keep_bodies(lines: &mut [Line], document: &Document, language: &Language) {
    let is_body = |mention: &mention::Mention| mention.kind == mention::MentionKind::Institution;
    let is_part = |line: &Line, mention: &mention::Mention| {
        let mut part = false;
        language.institutions.parts.find_at(&line.sentence, mention.name_tokens.start, |_, ()| part = true);
        part
    };
    let is_company = |line: &Line, mention: &mention::Mention| {
        let mut company = false;
        for token in mention.tokens.clone() {
            language.institutions.companies.find_at(&line.sentence, token, |_, ()| company = true);
        }
        company
    };
    let is_running = |line: &&Line| !line.is_title && !is_headline(line);
    let running: Vec<Range<usize>> = lines.iter().filter(is_running).map(|line| line.span.range.clone()).collect();
    let is_in_running = |name: &str| running.iter().any(|range| document.text[range.clone()].contains(name));
    let has_whole =
        lines.iter().any(|line| line.mentions.iter().any(|mention| is_body(mention) && !is_part(line, mention)));
    for line in lines {
        let keeps: Vec<bool> = line
            .mentions
            .iter()
            .map(|mention| {
                let only_in_title = (line.is_title || is_headline(line)) && !is_in_running(&mention.name);
                let is_no_party = only_in_title || has_whole && is_part(line, mention);
                let may_be_company = is_body(mention) || mention.candidates.is_empty();
                !(is_body(mention) && is_no_party || may_be_company && is_company(line, mention))
            })
            .collect();
        let mut keep = keeps.into_iter();
        line.mentions.retain(|_| keep.next().unwrap_or(true));
    }
}

fn language_of(document: &Document) -> Option<&'static Language> {
    let given = document.language.as_deref().and_then(|tag| tag.split(['-', '_']).next());
    let known = |tag: &str| languages().iter().find(|language| language.tag.eq_ignore_ascii_case(tag));
    given.and_then(known).or_else(|| guess(&document.text).and_then(known))
}

static DATE_WORDS: LazyLock<Vec<(String, DateWords)>> = LazyLock::new(|| {
    let load = |language: &Language| {
        let table = language.table.get("date").and_then(toml::Value::as_table).cloned().unwrap_or_default();
        // The files are ours and a test reads each: a fault in them is a bug.
        let words = DateWords::load(&table).unwrap_or_else(|fault| panic!("languages/{}: {fault}", language.tag));
        (language.tag.clone(), words)
    };
    languages().iter().map(load).collect()
});

fn date_words(tag: &str) -> Option<&'static DateWords> {
    DATE_WORDS.iter().find(|(other, _)| other == tag).map(|(_, words)| words)
}

/// The document's sentences with cues and dates; the title is the first.
fn lines(document: &Document, spans: Vec<Span>, language: &Language) -> Vec<Line> {
    let mut lines = Vec::new();
    if let Some(title) = document.title.as_deref().filter(|title| !title.trim().is_empty()) {
        let span = Span { range: 0..title.len(), paragraph: 0, is_line: true };
        lines.push(line(tokenize(title, 0..title.len()), span, language, true));
    }
    let mut quote_open = false;
    let mut paragraph = u32::MAX;
    for span in spans {
        if span.paragraph != paragraph {
            quote_open = false;
            paragraph = span.paragraph;
        }
        let mut line = line(tokenize(&document.text, span.range.clone()), span, language, false);
        (line.quoted, quote_open) = line::quoted(&line.sentence, quote_open);
        lines.push(line);
    }
    add_dates(&mut lines, document, language);
    lines
}

fn line(sentence: Sentence, span: Span, language: &Language, is_title: bool) -> Line {
    Line {
        cues: line::cues(&sentence, language),
        roles: line::roles(&sentence, language),
        span,
        sentence,
        mentions: Vec::new(),
        parties: Vec::new(),
        dates: Vec::new(),
        is_title,
        quoted: Vec::<Range<usize>>::new(),
    }
}

fn add_dates(lines: &mut [Line], document: &Document, language: &Language) {
    let Some(words) = date_words(&language.tag) else { return };
    let published = document.published.or_else(|| {
        let first = lines.iter().filter(|line| !line.is_title).take(4);
        dateline_date(first.map(|line| &line.sentence), words)
    });
    let mut previous: Option<PartialDate> = None;
    for line in lines {
        line.dates = dates(&line.sentence, words, published.as_ref(), previous.as_ref());
        // A year counted back from a jubilee is not spoken of.
        let spoken = |date: &&DateMention| matches!(date.role, DateRole::On | DateRole::Since | DateRole::Span);
        if let Some(last) = line.dates.iter().rev().filter(spoken).find_map(|date| date.date) {
            previous = Some(last);
        }
    }
}

/// The pairs that the sentences tie, in order of the text.
fn pairs(scene: &Scene<'_>, rules: Rules) -> Vec<Pair> {
    let mut found: Vec<Pair> = Vec::new();
    let stated =
        scene.lines.iter().enumerate().filter(|(at, _)| rules.sentences && !context::is_list_heading(scene, *at));
    for (at, line) in stated.filter(|(_, line)| !context::is_row(line)) {
        // One more than is kept shows that there is more.
        if found.len() > MOST {
            break;
        }
        for cue in &line.cues {
            if let Cue::Tie(word) = cue.cue {
                found.extend(tie::pairs(scene, at, cue, word));
            }
        }
    }
    if rules.sentences {
        found.extend(context::carriers(scene));
    }
    if rules.brackets {
        found.extend(context::brackets(scene));
    }
    if rules.lists {
        found.extend(context::lists(scene, &found));
    }
    if rules.implied {
        found.extend(context::implied(scene, &found));
    }
    if rules.shown {
        found.extend(context::shown(scene, &found));
    }
    found.sort_by_key(|pair| pair.line);
    context::drop_guesses(scene, &mut found);
    found
}
