//! Outputs of other systems, a line per document: fields apart by `,,`, toponyms by `||`.
//!
//! The fields are the gazetteer's name, the name as written, latitude, longitude, first and one past the last character.

use super::score::Predicted;

/// The toponyms of every document. A field that is missing or no number drops its toponym.
pub(crate) fn parse(text: &str) -> Vec<Vec<Predicted>> {
    text.lines().map(|line| line.split("||").filter_map(toponym).collect()).collect()
}

fn toponym(text: &str) -> Option<Predicted> {
    let fields: Vec<&str> = text.split(",,").collect();
    let number = |at: usize| fields.get(at)?.trim().parse::<f64>().ok();
    let place = |at: usize| fields.get(at)?.trim().parse::<usize>().ok();
    Some(Predicted {
        name: (*fields.get(1)?).to_owned(),
        point: number(2).zip(number(3)),
        start: place(4)?,
        end: place(5)?,
    })
}

#[test]
fn reads_toponyms_of_each_line() {
    let found = parse("Mill Town,,Mill,,1.5,,-2,,0,,4||bad||\n\nNo Gaz,,Vale,,,,,,7,,11||\n");
    assert_eq!(found.len(), 3);
    assert_eq!(found[0], [Predicted { start: 0, end: 4, name: "Mill".into(), point: Some((1.5, -2.0)) }]);
    assert!(found[1].is_empty());
    assert_eq!(found[2][0].point, None);
}
