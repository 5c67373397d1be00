//! Regions and districts called after a town, in any case: "с Волынской и Закарпатской областями", "Псковского района",
//! "Брестский облисполком". Such a name is given with its unit word, "Псковский район", since alone it is an adjective.

use std::ops::Range;

use gazetteer::{Gazetteer, PlaceIdx, PlaceKind};

use super::find::Finder;
use super::lexicon::Called;
use super::name::{self, longest};
use super::resolve::{code, settle};
use super::types::MentionKind;
use crate::language::UnitWord;
use crate::text::TokenKind;

/// The most adjectives that share a unit word.
const MOST_LISTED: usize = 8;

impl Finder<'_> {
    /// Takes the unit whose adjective stands at a token and gives where to go on.
    pub(super) fn called(&mut self, at: usize) -> Option<usize> {
        let (unit, words) = self.unit_of_adjectives(at)?;
        let stem = self.stem(at)?;
        let is_last = words.start == at + 1;
        let mut mention = self.mention(at..if is_last { words.end } else { at + 1 }, at..at + 1, MentionKind::Region);
        mention.name = self.name_of(&stem, unit);
        mention.unit = Some(UnitWord::Region);
        if let Some(place) = self.region_called(at, &stem, &mention.name, unit) {
            mention.candidates = name::only(place);
        } else if unit.is_district {
            let around = if is_last { self.lies_in(words.end) } else { None };
            let town = || self.town_of(at)?.places(self.scene.gazetteer).next();
            mention.country = match around {
                Some((end, place)) => {
                    mention.tokens.end = end;
                    code(self.scene.gazetteer, place)
                }
                None => town().and_then(|town| code(self.scene.gazetteer, town)),
            };
        }
        if mention.is_unknown() {
            return None;
        }
        settle(&mut mention, self.scene.gazetteer);
        let end = mention.tokens.end;
        self.found.push(mention);
        Some(end)
    }

    /// The unit word behind a list of adjectives, with its tokens.
    fn unit_of_adjectives(&self, at: usize) -> Option<(&'static Called, Range<usize>)> {
        let mut next = at;
        for _ in 0..MOST_LISTED {
            let token = self.sentence.tokens.get(next)?;
            if token.kind != TokenKind::Word || !token.is_capital || !self.may_be_adjective(next) {
                return None;
            }
            next += 1;
            let mut found: Option<(usize, usize)> = None;
            if next < self.stop {
                self.lexicon.called_words.find_at(self.sentence, next, |end, unit| {
                    found = found.max(Some((end, *unit)));
                });
            }
            if let Some((end, unit)) = found {
                return Some((&self.lexicon.called[unit], next..end));
            }
            let is_comma = self.sentence.is_mark(next, ",");
            next += usize::from(is_comma);
            let is_and = self.scene.is_and(self.sentence, next);
            next += usize::from(is_and);
            if !is_comma && !is_and {
                return None;
            }
        }
        None
    }

    /// The adjective as written, without its ending.
    fn stem(&self, at: usize) -> Option<String> {
        let written = &self.scene.text[self.sentence.tokens[at].range()];
        let stems = self.lexicon.adjective_tails.iter().filter_map(|tail| written.strip_suffix(tail.as_str()));
        stems.min_by_key(|stem| stem.len()).map(str::to_owned)
    }

    /// The name in its basic form.
    fn name_of(&self, stem: &str, unit: &Called) -> String {
        let is_stressed = unit.ending == "ий" && self.lexicon.called_stressed.contains(&stem.to_lowercase());
        [stem, if is_stressed { "ой" } else { &unit.ending }, " ", &unit.name].concat()
    }

    /// The region of this name: by the gazetteer's spelling, by code, or the one in which the town of its name lies.
    fn region_called(&self, at: usize, stem: &str, name: &str, unit: &Called) -> Option<PlaceIdx> {
        let gazetteer: &Gazetteer = self.scene.gazetteer;
        let is_region = |place: &PlaceIdx| matches!(gazetteer.kind(*place), PlaceKind::Region | PlaceKind::County);
        let spelled = gazetteer.exact(&gazetteer::fold(name)).with_kinds().map(|(place, _)| place).find(is_region);
        if spelled.is_some() || unit.is_district {
            return spelled;
        }
        let coded = self.lexicon.called_regions.get(&stem.to_lowercase()).and_then(|code| gazetteer.by_code(code));
        coded.or_else(|| {
            let town = self.town_of(at)?.places(gazetteer).find(|place| gazetteer.kind(*place) == PlaceKind::City)?;
            gazetteer.units(town)[0]
        })
    }

    /// "района Минска", "района Псковской области": what a district lies in, and where its name ends.
    fn lies_in(&self, at: usize) -> Option<(usize, PlaceIdx)> {
        if let Some((unit, words)) = self.unit_of_adjectives(at)
            && words.start == at + 1
        {
            let stem = self.stem(at)?;
            let name = self.name_of(&stem, unit);
            return Some((words.end, self.region_called(at, &stem, &name, unit)?));
        }
        let name = longest(self.scene, self.lexicon, self.sentence, at, self.stop)?;
        let place = name.places(self.scene.gazetteer).next()?;
        Some((name.tokens.end, place))
    }
}
