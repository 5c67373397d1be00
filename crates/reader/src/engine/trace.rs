//! How a document was understood, sentence by sentence: for those who write a language's phrases.

use std::fmt::Write as _;

use super::scene::Scene;
use super::tie::Pair;

/// The sentences with what was recognized in each, and the pairs they tie.
pub(super) fn trace(scene: &Scene<'_>, pairs: &[Pair]) -> String {
    let mut out = String::new();
    let name = |party: usize| scene.parties.all[party].name.as_str();
    let focus: Vec<&str> = scene.focus.iter().take(4).map(|party| name(*party)).collect();
    let _ = writeln!(out, "about: {}", focus.join(", "));
    for (at, line) in scene.lines.iter().enumerate() {
        let words: Vec<&str> = (0..line.sentence.len()).map(|token| line.sentence.word(token)).collect();
        let _ = writeln!(out, "{at}{} {}", if line.is_title { " (title)" } else { "" }, words.join(" "));
        let shown = |tokens: &std::ops::Range<usize>| words[tokens.clone()].join(" ");
        for found in &line.cues {
            let _ = writeln!(out, "    {:?}: {}", found.cue, shown(&found.tokens));
        }
        for group in &scene.groups[at] {
            let members: Vec<String> = group
                .mentions
                .iter()
                .map(|mention| {
                    let mention = &line.mentions[*mention];
                    let country = mention.country.map(|code| String::from_utf8_lossy(&code).into_owned());
                    format!("{} {:?} {}", mention.name, mention.kind, country.unwrap_or_default())
                })
                .collect();
            let role = group.role.map(|(_, role)| format!("{role:?}")).unwrap_or_default();
            let owns = if group.possessive { " 's" } else { "" };
            let _ = writeln!(out, "    names {role}: {}{owns}", members.join(" | "));
        }
        for date in &line.dates {
            let day = date.date.as_ref().map(ToString::to_string).unwrap_or_default();
            let _ = writeln!(out, "    date {:?}: {} = {day}", date.role, shown(&date.tokens));
        }
        for pair in pairs.iter().filter(|pair| pair.line == at) {
            let _ =
                writeln!(out, "    pair {} - {} ({:?}, {:?})", name(pair.a), name(pair.b), pair.word, pair.strength);
        }
    }
    out
}
