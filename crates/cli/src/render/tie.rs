//! A tie for an officer: the five axes with a reason each, per side, what happened when, and the evidence.

use register::{CarrierReport, Reason, TieReport};
use unicode_width::UnicodeWidthStr;

use super::notes::{Notes, short_source};
use super::sayer::{NOT_KNOWN, Sayer, heading};
use crate::table::{pad, paragraph};

/// The least and the greatest width of the labels at the left.
const LABELS: (usize, usize) = (13, 28);

/// The text of a tie.
pub(crate) fn tie(sayer: Sayer<'_>, report: &TieReport) -> String {
    let names = report.directions.iter().map(|side| sayer.register.party(side.from).name.width() + "  from ".len());
    let label_width = names.max().unwrap_or_default().clamp(LABELS.0, LABELS.1) + 1;
    let mut page = Page { sayer, report, label_width, notes: Notes::default(), out: String::new() };
    page.title();
    page.axes();
    page.disputes();
    page.timeline();
    let notes = page.notes.render(sayer);
    if !notes.is_empty() {
        page.out += &heading("Evidence");
        page.out += &notes;
    }
    page.out
}

struct Page<'a> {
    sayer: Sayer<'a>,
    report: &'a TieReport,
    label_width: usize,
    notes: Notes,
    out: String,
}

impl Page<'_> {
    fn title(&mut self) {
        use owo_colors::OwoColorize;
        let name = self.sayer.tie_name(self.report.tie);
        self.out += &format!("{}\n", name.bold());
        self.out += &format!("{}\n", self.sayer.register.tie(self.report.tie).id());
        self.out += &paragraph("", &self.sayer.days(), self.sayer.width);
        self.out.push('\n');
    }

    fn axes(&mut self) {
        let report = self.report;
        let words = self.sayer.messages();
        let class = report.class.map_or_else(|| NOT_KNOWN.to_owned(), |class| words.word("class", class.word()));
        self.line("Class", &class, &report.class_reason);
        if let Some((date, claim)) = report.since {
            let mark = self.notes.mark(&[claim]);
            self.plain("Since", &format!("{}{mark}", words.date(&date)));
        } else {
            self.plain("Since", NOT_KNOWN);
        }
        let summary = self.sayer.standing(report.tie, &report.state);
        self.plain("Standing", &summary);
        for party in &report.parties {
            let name = self.name(party.party);
            for (idx, reason) in party.reasons.iter().enumerate() {
                let word = if idx == 0 { words.word("standing", party.standing.word()) } else { String::new() };
                self.line(&format!("  {}", if idx == 0 { &name } else { "" }), &word, reason);
            }
        }
        self.line("Pulse", &words.word("pulse", report.state.pulse.word()), &report.pulse_reason);
        for direction in &report.directions {
            let label = format!("  from {}", self.name(direction.from));
            self.line(&label, &words.word("pulse", direction.pulse.word()), &direction.reason);
        }
        self.plain("Carriers", "");
        for party in &report.parties {
            let label = format!("  {}", self.name(party.party));
            self.line(&label, &words.word("carrier", party.carrier.word()), &party.carrier_reason);
        }
        for carrier in &report.carriers {
            self.carrier(carrier);
        }
        self.recognition();
        self.permission();
    }

    fn permission(&mut self) {
        let gates = &self.report.gates;
        let word = self.sayer.messages().word("permission", gates.permission.word());
        for (idx, reason) in gates.reasons.iter().enumerate() {
            let (label, word) = if idx == 0 { ("Permission", word.as_str()) } else { ("", "") };
            self.line(label, word, reason);
        }
        if !gates.findings.is_empty() {
            let id = self.sayer.register.tie(self.report.tie).id();
            self.plain("", &format!("The rules: twain gate {id} --on {}", self.report.as_of.true_on));
        }
    }

    fn carrier(&mut self, carrier: &CarrierReport) {
        let words = self.sayer.messages();
        let side = carrier.party.map(|party| format!(", for {}", self.name(party))).unwrap_or_default();
        let event = words.word("carrier-event", carrier.event.word());
        let mark = self.notes.mark(&[carrier.claim]);
        let text = format!("- {}{side}: {event}, {}{mark}", carrier.name, words.when(&carrier.when));
        self.plain("", &text);
    }

    fn recognition(&mut self) {
        if self.report.recognition.is_empty() {
            self.plain("Recognition", "no registry is known to have said anything");
        }
        for (idx, entry) in self.report.recognition.iter().enumerate() {
            let words = self.sayer.messages();
            let mark = self.notes.mark(&[entry.claim]);
            let status = words.word("listing", entry.status.word());
            let text = format!("{}: {status}, {}{mark}", entry.registry, words.when(&entry.when));
            self.plain(if idx == 0 { "Recognition" } else { "" }, &text);
        }
    }

    fn disputes(&mut self) {
        for (title, reasons) in [("Contradictions", &self.report.contradictions), ("Problems", &self.report.problems)] {
            if reasons.is_empty() {
                continue;
            }
            self.out += &heading(title);
            for reason in reasons {
                let text = self.sentence(reason);
                self.out += &paragraph("  - ", &text, self.sayer.width);
            }
        }
    }

    fn timeline(&mut self) {
        let report = self.report;
        if report.timeline.is_empty() {
            return;
        }
        self.out += &heading("Timeline");
        let dates: Vec<String> = report.timeline.iter().map(|item| self.sayer.messages().when(&item.when)).collect();
        let width = dates.iter().map(|date| date.width()).max().unwrap_or_default();
        for (item, date) in report.timeline.iter().zip(&dates) {
            let claim = &self.sayer.register.known(item.claims[0]).claim;
            let mut text = self.sayer.messages().fact(self.sayer.register, claim);
            if item.is_later {
                text += " (after the day asked for)";
            }
            text += &self.notes.mark(&item.claims);
            text += &format!(" · {}", short_source(self.sayer, claim));
            if item.claims.len() > 1 {
                text += &format!(" and {} more", item.claims.len() - 1);
            }
            self.out += &paragraph(&format!("  {}  ", pad(date, width)), &text, self.sayer.width);
        }
    }

    /// A label, a word, and why.
    fn line(&mut self, label: &str, word: &str, reason: &Reason) {
        let sentence = self.sentence(reason);
        let text = if word.is_empty() { sentence } else { format!("{word}. {sentence}") };
        self.plain(label, &text);
    }

    fn plain(&mut self, label: &str, text: &str) {
        let lead = pad(label, self.label_width);
        if lead.width() > self.label_width {
            // A long label keeps its line, and the text goes under it.
            self.out += &format!("{label}\n");
            self.out += &paragraph(&" ".repeat(self.label_width), text, self.sayer.width);
        } else {
            self.out += &paragraph(&lead, text, self.sayer.width);
        }
    }

    fn sentence(&mut self, reason: &Reason) -> String {
        let sentence = self.sayer.messages().reason(self.sayer.register, reason);
        let mark = self.notes.mark(&reason.claims);
        format!("{sentence}{mark}")
    }

    fn name(&self, party: register::PartyKey) -> String {
        self.sayer.register.party(party).name.clone()
    }
}
