//! What each family of the reader's rules adds: the labeled documents read with all, then with one family left out at a time.

use anyhow::Result;
use reader::{Document, Reader};

use crate::reader::{FAMILIES, prediction, rules};
use crate::score::{Labels, Score};

/// A labeled document.
pub(crate) struct Labeled {
    pub(crate) document: Document,
    pub(crate) labels: Labels,
    pub(crate) is_negative: bool,
}

/// Prints a line of figures for the reader as it is, without its shortcut past ordinary news, and without each family.
pub(crate) fn ablate(reader: Reader<'_>, documents: &[Labeled]) -> Result<()> {
    println!("{} documents\n", documents.len());
    println!(
        "| left out | ties P | R | F1 | by name | kind | status | since | activities P | R | F1 | date | false on negatives |"
    );
    println!("|{}", "---|".repeat(13));
    print_line("none", &score(reader, documents)?);
    print_line("none, no document passed over", &score(reader.reading_all(), documents)?);
    for family in FAMILIES {
        print_line(family, &score(reader.with_rules(rules(&[family.to_owned()])), documents)?);
    }
    Ok(())
}

/// How well a reader reads the documents.
pub(crate) fn score(reader: Reader<'_>, documents: &[Labeled]) -> Result<Score> {
    let mut score = Score::default();
    for one in documents {
        let reading = reader.read(&one.document);
        let found: Labels = serde_json::from_value(prediction(&serde_json::Value::Null, &one.document, &reading))?;
        score.add(&one.labels, &found, one.is_negative);
    }
    Ok(score)
}

fn print_line(name: &str, score: &Score) {
    let [precision, recall, f1] = score.ties.figures();
    let [kind, status, since] = score.of_ties();
    let [_, _, by_name] = score.by_name.figures();
    let [activities_precision, activities_recall, activities_f1] = score.events.figures();
    let figures = [
        precision,
        recall,
        f1,
        by_name,
        kind,
        status,
        since,
        activities_precision,
        activities_recall,
        activities_f1,
        score.of_events(),
    ];
    let figures: Vec<String> = figures.iter().map(|figure| format!("{figure:.3}")).collect();
    let (ties, activities) = score.false_on_negatives;
    println!("| {name} | {} | {ties} ties, {activities} activities of {} |", figures.join(" | "), score.n_negatives());
}
