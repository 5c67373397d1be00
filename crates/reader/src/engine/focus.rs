//! Whom a document is about: the city that writes, or the one that the news is from.

use super::group::{self, Group};
use super::line::{Line, is_side};
use super::party::Parties;
use crate::language::{Cue, Refer, Role};
use crate::mention::MentionKind;
use crate::reading::PartyType;
use crate::text::TokenKind;

/// How much each sign weighs.
const IN_TITLE: f32 = 3.0;
const FIRST_IN_TITLE: f32 = 1.0;
const FIRST_SENTENCE: f32 = 2.0;
const DATELINE: f32 = 2.5;
const OWNS_A_TIE: f32 = 2.0;
const AS_SUBJECT: f32 = 0.5;
const AS_GUEST: f32 = 1.5;
const AS_GROUP: f32 = 0.5;
/// "the Lethbridge Twinning Society": whose body does the work.
const HAS_CARRIER: f32 = 1.5;
const MOST_COUNTED: u32 = 6;

/// The parties that are no countries, the likeliest focus first.
pub(crate) fn focus(lines: &[Line], groups: &[Vec<Group>], parties: &Parties) -> Vec<usize> {
    let mut score = vec![0.0_f32; parties.all.len()];
    for (party, count) in parties.counts.iter().enumerate().filter(|(party, _)| parties.known[*party]) {
        score[party] += f32::from(u16::try_from((*count).min(MOST_COUNTED)).unwrap_or(0)) * 0.5;
    }
    let first_text = lines.iter().position(|line| !line.is_title);
    for (at, line) in lines.iter().enumerate() {
        let dateline = group::dateline_end(line);
        for mention in (0..line.mentions.len()).filter(|mention| line.mentions[*mention].tokens.start < dateline) {
            if let Some(party) = side(line, mention) {
                score[party] += DATELINE;
            }
        }
        for mention in has_carrier(line) {
            if let Some(party) = side(line, mention) {
                score[party] += HAS_CARRIER;
            }
        }
        let mut is_first = true;
        for group in groups[at].iter().filter(|group| group.known && !group.is_countries) {
            for mention in &group.mentions {
                let Some(party) = side(line, *mention) else { continue };
                if line.is_title {
                    score[party] += IN_TITLE + if is_first { FIRST_IN_TITLE } else { 0.0 };
                } else if Some(at) == first_text && is_first && !matches!(group.role, Some((_, Role::From))) {
                    score[party] += FIRST_SENTENCE;
                }
                if let Some(guest) = guest(line, group).filter(|_| !line.is_title) {
                    score[party] -= guest;
                }
                if is_first && group.role.is_none() {
                    score[party] += AS_SUBJECT;
                }
                is_first = false;
            }
            if owns_tie(line, group) {
                for mention in &group.mentions {
                    if let Some(party) = side(line, *mention) {
                        score[party] += OWNS_A_TIE;
                    }
                }
            }
        }
    }
    let mut order: Vec<usize> = (0..parties.all.len())
        .filter(|party| parties.all[*party].kind != PartyType::Country && score[*party] > 0.0)
        .collect();
    order.sort_by(|a, b| score[*b].total_cmp(&score[*a]).then(a.cmp(b)));
    order
}

/// "the Lethbridge Twinning Society", "the Sister City Commission of Laredo": the one name that a body for ties bears.
fn has_carrier(line: &Line) -> impl Iterator<Item = usize> {
    let carriers = line.find(|cue| cue == Cue::Carrier).filter(|carrier| carrier.tokens.len() >= 2);
    carriers.filter_map(|carrier| {
        let before = line.mentions.iter().position(|mention| mention.tokens.end == carrier.tokens.start);
        let is_second =
            before.is_some_and(|at| at > 0 && line.mentions[at - 1].tokens.end + 1 >= line.mentions[at].tokens.start);
        before.filter(|_| !is_second)
    })
}

/// "a delegation from Tula", "our friends from Hikone": where somebody comes from who is not at home here.
fn guest(line: &Line, group: &Group) -> Option<f32> {
    let Some((start, Role::From)) = group.role else { return None };
    let before = |wanted: Cue| line.find(move |cue| cue == wanted).any(|found| found.tokens.end == start);
    if before(Cue::Refer(Refer::Partner)) { Some(AS_GUEST) } else { before(Cue::Group).then_some(AS_GROUP) }
}

/// The party of a mention that something knows.
fn side(line: &Line, mention: usize) -> Option<usize> {
    line.parties[mention].filter(|_| line.mentions[mention].kind != MentionKind::Unknown)
}

/// "Santa Cruz's sister city", "twin towns of Dursley".
fn owns_tie(line: &Line, group: &Group) -> bool {
    line.cues.iter().any(|found| {
        matches!(found.cue, Cue::Tie(_))
            && (group.possessive
                && found.tokens.start >= group.tokens.end
                && found.tokens.start <= group.tokens.end + 4
                || matches!(group.role, Some((start, Role::Of)) if start == found.tokens.end))
    })
}

/// The place whose name alone stands above each sentence: round-ups and lists of minutes are written so.
pub(crate) fn sections(lines: &[Line]) -> Vec<Option<usize>> {
    let mut current = None;
    let alone = |line: &Line| {
        let words = line.sentence.tokens.iter().filter(|token| token.kind == TokenKind::Word).count();
        let side = line.mentions.first().filter(|mention| mention.tokens.len() == words && is_side(mention.kind));
        side.filter(|_| !line.is_title).and_then(|_| line.parties[0])
    };
    let n_headings = lines.iter().filter(|line| alone(line).is_some()).count();
    let found = lines.iter().map(|line| {
        current = alone(line).or(current);
        current
    });
    let found: Vec<Option<usize>> = found.collect();
    // One such line is a title or a dateline.
    if n_headings >= 2 { found } else { vec![None; lines.len()] }
}
