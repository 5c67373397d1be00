//! Whether a name of the gazetteer is a place where it stands, or an ordinary word, a person, a company.
//!
//! Each sign that speaks for or against has a weight; the sum is the log-odds of a place. The weights were fitted by logistic
//! regression (`cargo xtask eval geoparse --fit`) and rounded; docs/reference/quality.md says on what. A doubtful name is kept
//! with its candidates: a slot that only a place can fill ("sister city of …") may still take it.

use gazetteer::{Gazetteer, PlaceKind};

use super::lexicon::Lexicon;
use super::memory::Memory;
use super::name::Name;
use super::scene::Scene;
use crate::text::{Sentence, TokenKind};

macro_rules! signs {
    ($($(#[$doc:meta])* $sign:ident = $weight:expr,)+) => {
        /// What speaks for or against a place.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Sign { $($(#[$doc])* $sign),+ }

        /// What each sign weighs, in their order.
        const WEIGHTS: &[f32] = &[$($weight),+];

        /// Their names, in their order.
        pub(super) const NAMES: &[&str] = &[$(stringify!($sign)),+];
    };
}

signs! {
    /// Always there: what no other sign says.
    Always = 0.7,
    /// A country or continent.
    Country = 1.8,
    /// A unit of the first level.
    Region = 1.0,
    /// A lower unit.
    County = 0.1,
    /// A city of a million or more.
    Million = 0.5,
    /// A city of two hundred thousand or more.
    Large = 0.4,
    /// A city of thirty thousand or more.
    Medium = -0.6,
    /// A town of five thousand or more.
    Town = -1.2,
    /// Anything smaller.
    Small = -1.2,
    /// A by-name, not the place's own.
    ByName = -1.1,
    /// Two words or more.
    Words = 0.6,
    /// Its last word is a unit's: "County".
    NamesUnit = 1.8,
    /// Three letters or fewer.
    Brief = -2.1,
    /// All capitals although its neighbors are not.
    Shouted = -0.7,
    /// Also an ordinary word.
    Ordinary = -2.3,
    /// Also a given name.
    GivenName = -1.3,
    /// The first word of its sentence.
    First = -0.2,
    /// In a line of capitalized words.
    Heading = -0.3,
    /// Behind "in", "near".
    AfterIn = 1.3,
    /// Behind "at".
    AfterAt = 0.2,
    /// Behind "from", "to".
    AfterFrom = 0.5,
    /// Behind "of".
    AfterOf = 0.8,
    /// Behind "the".
    AfterThe = 0.3,
    /// Behind "and" or a comma after another place.
    AfterPlace = 1.2,
    /// Behind an initial or a given name.
    AfterGivenName = -0.0,
    /// Behind a capitalized word of direction: "South", "Downtown".
    AfterDirection = 0.5,
    /// Behind another capitalized word.
    AfterCapital = -1.0,
    /// Joined to what is before it by a hyphen.
    AfterHyphen = -0.1,
    /// Its state or country follows.
    Stated = 1.4,
    /// A body follows: "Police", "County", "High School".
    BeforeBody = -0.7,
    /// A body that every place has follows: "Police", "Mayor".
    BeforeService = -0.2,
    /// A paper, a team or a company follows: "Times", "Airlines".
    BeforePress = -3.4,
    /// Another capitalized word follows.
    BeforeCapital = -1.3,
    /// A word for people or things of a place follows: "resident", "area".
    BeforeLocal = 1.4,
    /// A verb of speech follows.
    BeforeSpeech = -1.1,
    /// A comma and an age follow.
    BeforeAge = -0.3,
    /// The possessive follows.
    BeforeOwn = -0.4,
    /// A hyphen follows.
    BeforeHyphen = 0.1,
    /// Another word without a capital follows.
    BeforeWord = -0.3,
    /// It is the surname of a person of the text.
    Surname = -2.9,
    /// Elsewhere in the text it is plainly a place.
    Placed = 1.0,
    /// Within the name of an institution.
    InInstitution = -0.7,
    /// In brackets.
    InBrackets = -0.3,
}

/// A set of signs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Signs(u64);

impl Signs {
    fn add_if(&mut self, sign: Sign, is_there: bool) {
        self.0 |= u64::from(is_there) << sign as u32;
    }

    /// The log-odds of a place.
    pub(super) fn weight(self, lexicon: &Lexicon) -> f32 {
        lexicon.trust
            + WEIGHTS.iter().enumerate().filter(|(at, _)| self.0 >> at & 1 == 1).map(|(_, weight)| weight).sum::<f32>()
    }

    /// Whether a capitalized word that is none of a place's stands right beside the name, in running text; the one before it
    /// does not count when the name `is_second`.
    pub(super) fn has_capital_beside(self, is_second: bool) -> bool {
        let has = |sign: Sign| self.0 >> sign as u32 & 1 == 1;
        let before = has(Sign::AfterCapital) || has(Sign::AfterGivenName) || has(Sign::AfterHyphen);
        let after = has(Sign::BeforeCapital) || has(Sign::BeforePress) || has(Sign::Surname);
        !has(Sign::Heading) && (before && !is_second || after)
    }

    /// One for each sign there is, in their order.
    pub(super) fn flags(self) -> Vec<bool> {
        (0..NAMES.len()).map(|at| self.0 >> at & 1 == 1).collect()
    }
}

/// What a name is judged with.
pub(super) struct Judge<'a> {
    pub(super) scene: &'a Scene<'a>,
    pub(super) lexicon: &'a Lexicon,
    pub(super) sentence: &'a Sentence,
    pub(super) memory: &'a Memory,
    pub(super) case: Case,
}

/// What is known of a name's neighbors before it is judged.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Beside {
    /// A unit that holds it follows, or the body that acts for it.
    pub(super) is_stated: bool,
    /// A place stands just before it, in one list with it.
    pub(super) follows_place: bool,
    /// It stands within the name of an institution.
    pub(super) is_within: bool,
}

/// How most words of a sentence are written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Case {
    /// With a capital: a heading.
    is_heading: bool,
    /// All in capitals.
    is_shouted: bool,
}

impl Case {
    pub(super) fn of(sentence: &Sentence) -> Self {
        let (mut n_words, mut n_capital, mut n_shouted) = (0, 0, 0);
        for token in sentence.tokens.iter().filter(|token| token.kind == TokenKind::Word) {
            n_words += 1;
            n_capital += usize::from(token.is_capital);
            n_shouted += usize::from(token.is_shout);
        }
        Self { is_heading: n_capital * 3 > n_words * 2, is_shouted: n_shouted * 3 > n_words * 2 }
    }
}

impl Judge<'_> {
    /// What speaks for and against a name.
    pub(super) fn signs(&self, name: &Name, beside: Beside) -> Signs {
        let mut signs = Signs::default();
        signs.add_if(Sign::Always, true);
        self.add_size(&mut signs, name);
        self.add_shape(&mut signs, name);
        self.add_before(&mut signs, name.tokens.start, beside.follows_place);
        self.add_after(&mut signs, name.tokens.end);
        signs.add_if(Sign::Stated, beside.is_stated);
        signs.add_if(Sign::InInstitution, beside.is_within);
        let word = self.sentence.word(name.tokens.start);
        let is_single = name.tokens.len() == 1;
        signs.add_if(Sign::Surname, is_single && self.memory.surnames.contains(word));
        signs.add_if(Sign::Placed, self.memory.placed.contains(word));
        signs
    }

    fn add_size(&self, signs: &mut Signs, name: &Name) {
        let gazetteer: &Gazetteer = self.scene.gazetteer;
        let has = |wanted: PlaceKind| name.places(gazetteer).any(|place| gazetteer.kind(place) == wanted);
        let n_people = name.places(gazetteer).next().map_or(0, |first| gazetteer.population(first));
        let size = if has(PlaceKind::Country) || has(PlaceKind::Continent) {
            Sign::Country
        } else if has(PlaceKind::Region) {
            Sign::Region
        } else {
            match n_people {
                1_000_000.. => Sign::Million,
                200_000.. => Sign::Large,
                30_000.. => Sign::Medium,
                5_000.. => Sign::Town,
                _ => Sign::Small,
            }
        };
        signs.add_if(size, true);
        signs.add_if(Sign::County, has(PlaceKind::County));
        signs.add_if(Sign::ByName, self.lexicon.has_own_names && !name.is_own(gazetteer));
    }

    fn add_shape(&self, signs: &mut Signs, name: &Name) {
        let at = name.tokens.start;
        let token = &self.sentence.tokens[at];
        let word = self.sentence.word(at);
        let is_single = name.tokens.len() == 1;
        signs.add_if(Sign::Words, !is_single);
        signs.add_if(Sign::Brief, is_single && word.chars().count() <= 3);
        signs.add_if(
            Sign::NamesUnit,
            !is_single && self.lexicon.unit_names.contains(self.sentence.word(name.tokens.end - 1)),
        );
        signs.add_if(Sign::Shouted, at > 0 && token.is_shout && !self.case.is_shouted);
        let is_ordinary = self.scene.language.not_places.contains(word) || self.scene.language.stopwords.contains(word);
        let is_phrase = || {
            self.scene
                .language
                .not_places
                .contains(&gazetteer::fold(&self.scene.written(self.sentence, name.tokens.clone())))
        };
        signs.add_if(Sign::Ordinary, if is_single { is_ordinary } else { is_phrase() });
        signs.add_if(Sign::GivenName, is_single && self.lexicon.first_names.contains(word));
        signs.add_if(Sign::First, at == 0 || self.sentence.is_mark(at - 1, "\"") || self.sentence.is_mark(at - 1, ":"));
        signs.add_if(Sign::Heading, self.case.is_heading);
    }

    fn add_before(&self, signs: &mut Signs, start: usize, follows_place: bool) {
        signs.add_if(Sign::AfterPlace, follows_place);
        let Some(before) = start.checked_sub(1) else { return };
        signs.add_if(Sign::InBrackets, self.sentence.is_mark(before, "("));
        // "J. Paris": what counts stands before the full stop.
        let has_stop = before > 0 && self.sentence.is_mark(before, ".");
        let at = before - usize::from(has_stop);
        let is_initial = self.sentence.word(at).chars().count() == 1;
        if self.sentence.tokens[at].kind != TokenKind::Word || has_stop && !is_initial {
            return;
        }
        if !self.sentence.tokens[start].spaced {
            signs.add_if(Sign::AfterHyphen, true);
        } else if let Some(sign) = self.before(at, is_initial, follows_place) {
            signs.add_if(sign, true);
        }
    }

    /// What the word before a name says.
    fn before(&self, at: usize, is_initial: bool, follows_place: bool) -> Option<Sign> {
        let word = self.sentence.word(at);
        let lists = self.lexicon;
        let small = [
            (&lists.after_in, Sign::AfterIn),
            (&lists.after_at, Sign::AfterAt),
            (&lists.after_from, Sign::AfterFrom),
            (&lists.after_of, Sign::AfterOf),
            (&lists.articles, Sign::AfterThe),
        ];
        if let Some((_, sign)) = small.into_iter().find(|(list, _)| list.contains(word)) {
            return Some(sign);
        }
        if !self.sentence.tokens[at].is_capital || follows_place || lists.is_date(self.sentence, at) {
            return None;
        }
        if lists.directions.contains(word) {
            return Some(Sign::AfterDirection);
        }
        if lists.has_capital_nouns || self.scene.language.stopwords.contains(word) {
            return None;
        }
        Some(if is_initial || lists.first_names.contains(word) { Sign::AfterGivenName } else { Sign::AfterCapital })
    }

    fn add_after(&self, signs: &mut Signs, end: usize) {
        let Some(token) = self.sentence.tokens.get(end) else { return };
        let word = self.sentence.word(end);
        let lists = self.lexicon;
        let sign = match token.kind {
            TokenKind::Possessive => Sign::BeforeOwn,
            TokenKind::Mark if word == "," => {
                let is_age = self.sentence.tokens.get(end + 1).is_some_and(|next| next.kind == TokenKind::Number)
                    && self.sentence.word(end + 1).len() <= 2
                    && (self.sentence.is_mark(end + 2, ",") || self.sentence.is_mark(end + 2, "."));
                signs.add_if(Sign::BeforeAge, is_age);
                return;
            }
            TokenKind::Word if !token.spaced => Sign::BeforeHyphen,
            TokenKind::Word if lists.press.contains(word) && token.is_capital => Sign::BeforePress,
            TokenKind::Word if lists.services.contains(word) && token.is_capital => Sign::BeforeService,
            TokenKind::Word if lists.bodies.contains(word) && token.is_capital => Sign::BeforeBody,
            TokenKind::Word
                if token.is_capital
                    && !lists.has_capital_nouns
                    && word.chars().count() > 1
                    && !self.scene.is_and(self.sentence, end) =>
            {
                Sign::BeforeCapital
            }
            TokenKind::Word if lists.speech.contains(word) => Sign::BeforeSpeech,
            TokenKind::Word if lists.locals.contains(word) => Sign::BeforeLocal,
            TokenKind::Word => Sign::BeforeWord,
            _ => return,
        };
        signs.add_if(sign, true);
    }
}
