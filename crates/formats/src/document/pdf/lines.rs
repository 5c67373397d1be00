//! Runs of text to the lines and paragraphs of a page.

use super::content::Run;

/// Gaps of a line above which a blank stands, in parts of the size.
const WORD_GAP: f64 = 0.16;
/// How far text may be from a line's foot and still be on it, in parts of the size.
const SAME_LINE: f64 = 0.5;
/// The gap between lines above which a paragraph ends, in parts of the usual gap.
const PARAGRAPH_GAP: f64 = 1.35;

/// The text of a page: lines parted by a line break, paragraphs by a blank line. The order is that of drawing, which is
/// the order of reading in nearly all files, columns included.
pub(super) fn page_text(runs: Vec<Run>) -> String {
    let usual_gap = usual_gap(&runs);
    let mut text = String::new();
    let mut last: Option<Run> = None;
    for run in runs {
        if let Some(last) = &last {
            push_break(&mut text, last, &run, usual_gap);
        }
        if !(run.text.starts_with(' ') && text.ends_with([' ', '\n'])) {
            text.push_str(&run.text);
        } else {
            text.push_str(run.text.trim_start());
        }
        last = Some(run);
    }
    text
}

fn push_break(text: &mut String, last: &Run, run: &Run, usual_gap: f64) {
    let size = last.size.max(run.size);
    let down = last.across - run.across;
    let gap = run.from - last.to;
    let is_same_line = last.turn == run.turn && down.abs() < SAME_LINE * size;
    if is_same_line && gap > -2.0 * size {
        if gap > WORD_GAP * size && !text.ends_with([' ', '\n']) && !run.text.starts_with(' ') {
            // A gap of several letters is one between cells.
            text.push(if gap > 3.0 * size { '\t' } else { ' ' });
        }
        return;
    }
    let blanks = text.len() - text.trim_end_matches([' ', '\t']).len();
    text.truncate(text.len() - blanks);
    let is_next_line = last.turn == run.turn && down > 0.0 && down <= (usual_gap * PARAGRAPH_GAP).max(1.2 * size);
    let is_same_size = run.size < last.size * 1.2 && last.size < run.size * 1.2;
    // The top of the next column goes on with the sentence.
    let goes_on = down < 0.0 && is_same_size && !text.ends_with(['.', '!', '?', ':', '»', '”', '"']);
    text.push_str(if is_same_size && (is_next_line || goes_on) { "\n" } else { "\n\n" });
}

/// The gap between lines that is met most, by rounding to half a point.
#[expect(clippy::cast_possible_truncation, reason = "gaps are bounded on the line before")]
fn usual_gap(runs: &[Run]) -> f64 {
    let mut gaps: Vec<i32> = Vec::new();
    for pair in runs.windows(2) {
        let down = pair[0].across - pair[1].across;
        if pair[0].turn == pair[1].turn && down > SAME_LINE * pair[1].size && down < 4.0 * pair[1].size && down < 1000.0
        {
            gaps.push((down * 2.0).round() as i32);
        }
    }
    gaps.sort_unstable();
    let groups = gaps.chunk_by(|a, b| a == b);
    // The smaller of two gaps met as often is that within paragraphs.
    let most = groups.max_by_key(|group| (group.len(), -group[0]));
    most.map_or(0.0, |group| f64::from(group[0]) / 2.0)
}
