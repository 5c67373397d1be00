//! Whose words a sentence reports: the office or body, never a person's name.

use super::line::Line;
use super::scene::Scene;
use crate::language::{Cue, Role};
use crate::mention::MentionKind;
use crate::reading::Speaker;

/// The most tokens between a word of speech and the office that speaks.
const REACH: usize = 14;

/// For each sentence, whose words it reports; `None` where the document speaks itself.
///
/// "He added" and a sentence within a quotation are the words of the one who spoke last.
pub(crate) fn speakers(scene: &Scene<'_>, text: &str) -> Vec<Option<Speaker>> {
    let mut last: Option<Speaker> = None;
    let mut speakers = Vec::with_capacity(scene.lines.len());
    for line in &scene.lines {
        if line.is_title {
            speakers.push(None);
            continue;
        }
        let speech = line.find(|cue| cue == Cue::Speech).next().map(|found| found.tokens.clone());
        let named = speech.as_ref().and_then(|speech| office(line, speech.start, text));
        if let Some(named) = named {
            last = Some(named);
        }
        let reports = speech.is_some() || !line.quoted.is_empty();
        speakers.push(if reports { last.clone() } else { None });
    }
    speakers
}

/// The office nearest to a word of speech, with the people or place it stands for.
fn office(line: &Line, speech: usize, text: &str) -> Option<Speaker> {
    let distance = |at: usize| at.abs_diff(speech);
    let office = line
        .find(|cue| cue == Cue::Office)
        .filter(|found| distance(found.tokens.start) <= REACH)
        .min_by_key(|found| distance(found.tokens.start))?;
    let mut start = office.tokens.start;
    let before = start.checked_sub(1).and_then(|at| line.mention_at(at));
    if let Some(mention) = before
        && matches!(
            line.mentions[mention].kind,
            MentionKind::Demonym | MentionKind::Place | MentionKind::Region | MentionKind::Country
        )
    {
        start = line.mentions[mention].tokens.start;
    }
    let mut end = office.tokens.end;
    if let Some((after, Role::Of | Role::To)) = line.role_at(end) {
        let named = (after..(after + 2).min(line.sentence.len())).find_map(|at| line.mention_at(at));
        // A name that nothing knows may be a person's.
        let known = |mention: &usize| {
            line.mentions[*mention].kind != MentionKind::Unknown && !line.mentions[*mention].is_doubtful
        };
        if let Some(mention) = named.filter(known) {
            end = line.mentions[mention].tokens.end;
        }
    }
    let words = text.get(line.bytes(start..end))?;
    Some(Speaker { office: words.split_whitespace().collect::<Vec<_>>().join(" ") })
}
