//! Charts as SVG, made here so that they need no script and can be saved as they are.
//!
//! A chart is a table first: series over categories. The colors are attributes, for the saved file; on a page the style sheet
//! puts its own in their place by class, light or dark. Every bar carries its numbers as a title.

use std::fmt::Write;

/// A table to draw.
#[derive(Debug, Clone, Default)]
pub(crate) struct Chart {
    /// Its short name, for addresses and ids.
    pub(crate) id: &'static str,
    pub(crate) title: String,
    /// What it shows, in a sentence or two, for those who do not see it.
    pub(crate) summary: String,
    pub(crate) form: Form,
    /// What the categories are, such as "Year".
    pub(crate) of: String,
    pub(crate) series: Vec<String>,
    /// Whether the last series is what the others leave, which is gray.
    pub(crate) has_rest: bool,
    pub(crate) rows: Vec<Row>,
}

/// One category.
#[derive(Debug, Clone, Default)]
pub(crate) struct Row {
    pub(crate) label: String,
    /// Whether it stands apart, like what is not dated: said in words, since its column would dwarf the others.
    pub(crate) is_apart: bool,
    /// A number per series.
    pub(crate) values: Vec<usize>,
}

/// How a chart lies.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Form {
    /// Upright columns, for years.
    #[default]
    Columns,
    /// Bars from the left, for things with long names.
    Bars,
}

/// The colors of the series on paper; the style sheet has its own under `chart-0` and so on.
const COLORS: [&str; 4] = ["#0f6d92", "#b4530a", "#8f3f4b", "#5f6a76"];
const INK: &str = "#4c5865";
const RULE: &str = "#dbd7cc";
const WIDTH: usize = 960;
const LEGEND: usize = 34;

impl Row {
    fn sum(&self) -> usize {
        self.values.iter().sum()
    }
}

impl Chart {
    /// The rows that are drawn.
    fn drawn(&self) -> impl ExactSizeIterator<Item = &Row> {
        self.rows.iter().filter(|row| !row.is_apart).collect::<Vec<_>>().into_iter()
    }

    /// The greatest sum of a row that is drawn.
    fn most(&self) -> usize {
        self.drawn().map(Row::sum).max().unwrap_or(0)
    }

    /// What stands apart, in words.
    pub(crate) fn apart(&self) -> Vec<String> {
        let said = |row: &Row| {
            let parts = self.series.iter().zip(&row.values).filter(|(_, value)| **value > 0);
            let parts: Vec<String> = parts.map(|(name, value)| format!("{name} {value}")).collect();
            format!("{}: {}", row.label, parts.join(", "))
        };
        self.rows.iter().filter(|row| row.is_apart).map(said).collect()
    }

    fn fill(&self, series: usize) -> String {
        let is_rest = self.has_rest && series + 1 == self.series.len();
        let idx = if is_rest { COLORS.len() - 1 } else { series % COLORS.len() };
        format!(" class=\"chart-{idx}\" fill=\"{}\"", COLORS[idx])
    }

    /// The row with the greatest sum.
    pub(crate) fn peak(&self) -> Option<(&str, usize)> {
        let peak = self.drawn().max_by_key(|row| row.sum())?;
        (peak.sum() > 0).then(|| (peak.label.as_str(), peak.sum()))
    }

    /// The drawing. `lang` is the tag of the language of its words.
    pub(crate) fn svg(&self, lang: &str) -> String {
        let mut body = String::new();
        let height = match self.form {
            Form::Columns => self.columns(&mut body),
            Form::Bars => self.bars(&mut body),
        };
        let (id, title, summary) = (self.id, escaped(&self.title), escaped(&self.summary));
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" \
             height=\"{height}\" role=\"img\" lang=\"{lang}\" aria-labelledby=\"{id}-svg-title {id}-svg-desc\" \
             font-family=\"system-ui, sans-serif\" font-size=\"13\"><title id=\"{id}-svg-title\">{title}</title>\
             <desc id=\"{id}-svg-desc\">{summary}</desc>{}{body}</svg>",
            self.legend()
        )
    }

    /// The table as CSV (RFC 4180).
    pub(crate) fn csv(&self) -> String {
        let cell = |text: &str| {
            if text.contains([',', '"', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
        };
        let heads = std::iter::once(cell(&self.of)).chain(self.series.iter().map(|name| cell(name)));
        let mut out = heads.collect::<Vec<_>>().join(",") + "\r\n";
        for row in &self.rows {
            let values = row.values.iter().map(usize::to_string);
            out += &(std::iter::once(cell(&row.label)).chain(values).collect::<Vec<_>>().join(",") + "\r\n");
        }
        out
    }

    fn legend(&self) -> String {
        let mut out = String::new();
        let mut x = 40;
        for (idx, name) in self.series.iter().enumerate() {
            let _ = write!(out, "<rect x=\"{x}\" y=\"6\" width=\"14\" height=\"14\" rx=\"2\"{}/>", self.fill(idx));
            text(&mut out, x + 20, 18, "start", name);
            x += 44 + name.chars().count() * 8;
        }
        out
    }

    /// Upright columns; gives the height of the drawing.
    fn columns(&self, out: &mut String) -> usize {
        let (left, top, tall) = (40, LEGEND + 10, 230);
        let base = top + tall;
        let (step, highest) = scale(self.most());
        for value in (0..=highest).step_by(step) {
            let y = base - value * tall / highest;
            let _ = write!(out, "<path class=\"chart-rule\" stroke=\"{RULE}\" d=\"M{left} {y}H{WIDTH}\"/>");
            text(out, left - 6, y + 4, "end", &value.to_string());
        }
        let slot = (WIDTH - left) as f64 / self.drawn().len().max(1) as f64;
        for (idx, row) in self.drawn().enumerate() {
            let x = left as f64 + slot * idx as f64;
            let mut y = base as f64;
            let _ = write!(out, "<g>{}", self.hover(row));
            for (series, value) in row.values.iter().enumerate().filter(|(_, value)| **value > 0) {
                let high = *value as f64 * tall as f64 / highest as f64;
                y -= high;
                let wide = (slot - 2.0).max(1.5);
                let _ = write!(
                    out,
                    "<rect x=\"{:.1}\" y=\"{y:.1}\" width=\"{wide:.1}\" height=\"{high:.1}\"{}/>",
                    x + 1.0,
                    self.fill(series)
                );
            }
            out.push_str("</g>");
            // A label needs about forty units; round years come first.
            let every = [1, 2, 5, 10, 20, 50].into_iter().find(|every| slot * f64::from(*every) >= 44.0).unwrap_or(100);
            if row.label.parse::<u32>().is_ok_and(|year| year.is_multiple_of(every)) {
                let at = x + slot / 2.0;
                let _ = write!(
                    out,
                    "<text class=\"chart-text\" fill=\"{INK}\" x=\"{at:.1}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
                    base + 18,
                    escaped(&row.label)
                );
            }
        }
        for (idx, said) in self.apart().iter().enumerate() {
            text(out, WIDTH, base + 36 + 16 * idx, "end", said);
        }
        base + 44
    }

    /// Bars from the left; gives the height of the drawing.
    fn bars(&self, out: &mut String) -> usize {
        let (left, top, slot) = (190, LEGEND + 4, 26);
        let wide = WIDTH - left - 50;
        let (_, highest) = scale(self.most());
        for (idx, row) in self.rows.iter().enumerate() {
            let y = top + slot * idx;
            text(out, left - 8, y + 16, "end", &row.label);
            let mut x = left as f64;
            let _ = write!(out, "<g>{}", self.hover(row));
            for (series, value) in row.values.iter().enumerate().filter(|(_, value)| **value > 0) {
                let long = *value as f64 * wide as f64 / highest as f64;
                let _ = write!(
                    out,
                    "<rect x=\"{x:.1}\" y=\"{}\" width=\"{long:.1}\" height=\"{}\"{}/>",
                    y + 3,
                    slot - 6,
                    self.fill(series)
                );
                x += long;
            }
            let _ = write!(
                out,
                "<text class=\"chart-text\" fill=\"{INK}\" x=\"{:.1}\" y=\"{}\">{}</text></g>",
                x + 6.0,
                y + 16,
                row.sum()
            );
        }
        top + slot * self.rows.len() + 8
    }

    /// What a bar says when pointed at.
    fn hover(&self, row: &Row) -> String {
        let parts = self.series.iter().zip(&row.values).filter(|(_, value)| **value > 0);
        let parts: Vec<String> = parts.map(|(name, value)| format!("{name}: {value}")).collect();
        if parts.is_empty() {
            return String::new();
        }
        format!("<title>{}</title>", escaped(&format!("{} — {}", row.label, parts.join(", "))))
    }
}

fn text(out: &mut String, x: usize, y: usize, anchor: &str, said: &str) {
    let said = escaped(said);
    let _ = write!(
        out,
        "<text class=\"chart-text\" fill=\"{INK}\" x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">{said}</text>"
    );
}

/// A step of 1, 2 or 5 times a power of ten so that at most six lines reach `most`, and where the highest of them is.
fn scale(most: usize) -> (usize, usize) {
    let most = most.max(1);
    let mut power = 1;
    loop {
        for times in [1, 2, 5] {
            let step = times * power;
            if most.div_ceil(step) <= 5 {
                return (step, most.div_ceil(step) * step);
            }
        }
        power *= 10;
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_are_round_and_reach() {
        for (most, expected) in
            [(0, (1, 1)), (4, (1, 4)), (7, (2, 8)), (23, (5, 25)), (180, (50, 200)), (25_000, (5_000, 25_000))]
        {
            assert_eq!(scale(most), expected, "{most}");
        }
    }

    #[test]
    fn a_drawing_and_its_table_hold_the_numbers_and_no_markup_of_names() {
        let row = |label: &str, values: &[usize]| Row { label: label.into(), is_apart: false, values: values.to_vec() };
        for form in [Form::Columns, Form::Bars] {
            let chart = Chart {
                id: "x",
                title: "<b>&".into(),
                form,
                of: "Year".into(),
                series: vec!["a, b".into(), "c".into()],
                rows: vec![row("1990", &[3, 1]), row("1991", &[0, 0])],
                ..Chart::default()
            };
            let svg = chart.svg("en");
            assert!(svg.contains("&lt;b&gt;&amp;") && !svg.contains("<b>"), "{svg}");
            assert!(svg.contains("<title>1990 — a, b: 3, c: 1</title>") && svg.matches("<rect").count() == 4, "{svg}");
            assert_eq!(chart.csv(), "Year,\"a, b\",c\r\n1990,3,1\r\n1991,0,0\r\n");
            assert_eq!(chart.peak(), Some(("1990", 4)));
        }
        assert_eq!(Chart::default().svg("en").matches("<svg").count(), 1);
    }
}
