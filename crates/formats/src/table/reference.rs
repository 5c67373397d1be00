//! Templates, examples and the layout reference, made from the declaration of the columns.

use std::fmt::Write as _;

use super::form::Form;
use super::kind::TableKind;

/// A template: the header line of a layout, ending in a line break. Empty for [`TableKind::LeftOut`].
///
/// ```
/// use formats::table::{TableKind, template};
/// assert_eq!(template(TableKind::Planned), "parties,from,kind,date,summary,source,note\n");
/// ```
#[must_use]
pub fn template(kind: TableKind) -> String {
    let names: Vec<&str> = kind.columns().iter().map(|column| column.name).collect();
    if names.is_empty() { String::new() } else { format!("{}\n", names.join(",")) }
}

/// The template with one invented row below it.
#[must_use]
pub fn example(kind: TableKind) -> String {
    let cells: Vec<String> = kind.columns().iter().map(|column| quoted(column.example)).collect();
    if cells.is_empty() { String::new() } else { format!("{}{}\n", template(kind), cells.join(",")) }
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

/// Every layout with its columns, in Markdown, for the manual.
#[must_use]
pub fn layout_reference() -> String {
    let mut out = String::from(
        "# Table layouts\n\nUTF-8 text; cells separated by `,`, `;` or tab. The columns may stand in any order; \
         a column that is not required may be missing. An empty cell means that it is not known. Dates are EDTF: `1991`, \
         `1991-10`, `1991-10-05`, `1990~`, `199X`, `1991/..`. Lists are joined by `;`.\n",
    );
    for kind in TableKind::ALL {
        let columns = kind.columns();
        let _ = write!(out, "\n## `{}`\n\n", kind.word());
        if columns.is_empty() {
            out.push_str("Any columns. Never imported.\n");
            continue;
        }
        if !kind.is_imported() {
            out.push_str("Checked, never imported.\n\n");
        }
        out.push_str("| column | required | meaning | form | example |\n|---|---|---|---|---|\n");
        for column in columns {
            let required = if column.required { "yes" } else { "" };
            let unit = if column.unit.is_empty() { String::new() } else { format!(", in {}", column.unit) };
            let example = if column.example.is_empty() { String::new() } else { format!("`{}`", column.example) };
            let form = described(column.form);
            let _ = writeln!(out, "| `{}` | {required} | {}{unit} | {form} | {example} |", column.name, column.meaning);
        }
    }
    out
}

fn described(form: Form) -> String {
    form.expected().replace('|', "\\|")
}
