//! The rules on a tie or an activity for an officer: the answer, each rule with its source, and what to do.

use model::PartyId;
use register::{Ask, Finding, GateReport, Permission};

use super::sayer::{Sayer, heading};
use crate::table::{pad, paragraph};

/// The width of the labels at the left.
const LABELS: usize = 14;

/// What stands at the end of every answer.
const ADVICE: &str = "This is what the rules known here say, as their sources give them; it is not legal advice. \
                      Read the sources and ask a lawyer before you act on it.";

/// The text of an answer of the rules.
pub(crate) fn gate(sayer: Sayer<'_>, parties: &[PartyId], ask: &Ask, report: &GateReport) -> String {
    let mut page = Page { sayer, out: String::new() };
    page.title(parties, ask);
    page.answer(report);
    if !report.findings.is_empty() {
        page.out += &heading("Rules");
    }
    for (idx, finding) in report.findings.iter().enumerate() {
        page.rule(idx + 1, finding);
    }
    page.coverage(parties, report);
    page.out.push('\n');
    page.out += &paragraph("", ADVICE, sayer.width);
    page.out
}

struct Page<'a> {
    sayer: Sayer<'a>,
    out: String,
}

impl Page<'_> {
    fn title(&mut self, parties: &[PartyId], ask: &Ask) {
        use owo_colors::OwoColorize;
        let names: Vec<String> = parties.iter().map(|party| self.name(party)).collect();
        self.out += &format!("{}\n", names.join(" – ").bold());
        let words = self.sayer.messages();
        let class = ask.class.map(|class| format!(" ({})", words.word("class", class.word()))).unwrap_or_default();
        let doing = words.word("doing", ask.doing_word());
        self.out += &format!("{doing}{class}, on {}\n\n", words.day(ask.as_of.true_on));
    }

    fn answer(&mut self, report: &GateReport) {
        let words = self.sayer.messages();
        let why: Vec<String> = report.reasons.iter().map(|why| words.reason(self.sayer.register, why)).collect();
        let word = |permission: Permission| words.word("permission", permission.word());
        self.line("Permission", &format!("{}. {}", word(report.permission), why.join(" ")));
        if report.at_least != report.at_most {
            let (least, most) = (word(report.at_least), word(report.at_most));
            self.line("", &format!("What is settled: {least}. If every doubt were decided against it: {most}."));
        }
    }

    fn rule(&mut self, number: usize, finding: &Finding) {
        let words = self.sayer.messages();
        let rule = &finding.rule;
        let said = |why| words.reason(self.sayer.register, why);
        let settled = if finding.is_settled() { "settled" } else { "unclear" };
        let effect = words.word("permission", finding.effect.word());
        let mut lines = vec![
            ("Law of", self.law(finding)),
            ("In force", words.in_force(rule).trim_start_matches("in force ").to_owned()),
            ("Says", said(&finding.reason)),
        ];
        lines.extend(finding.doubts.iter().map(|doubt| ("", said(doubt))));
        for reading in finding.readings() {
            let by = reading.by.as_ref().map(|by| format!("{by}: ")).unwrap_or_default();
            lines.push(("Reading", format!("{by}{}", reading.says)));
        }
        lines.extend(finding.recognition.iter().map(|why| ("Recognition", said(why))));
        lines.extend(rule.quote.iter().map(|quote| ("Words", format!("“{quote}”"))));
        let is_free = finding.effect == Permission::Open;
        lines.extend(rule.todo.iter().filter(|_| !is_free).map(|todo| ("To do", todo.clone())));
        lines.extend(rule.note.iter().map(|note| ("Scope", note.clone())));
        lines.push(("Source", source(finding)));
        self.out += &paragraph(
            &pad(&format!("{number}."), 4),
            &format!("{} [{effect}, {settled}]", rule.title),
            self.sayer.width,
        );
        for (label, text) in lines {
            self.line(&format!("    {label}"), &text);
        }
    }

    fn law(&self, finding: &Finding) -> String {
        let (place, party) = (self.name(&finding.rule.jurisdiction), self.name(&finding.party));
        if place == party { place } else { format!("{place}, which binds {party}") }
    }

    /// How far somebody looked in the countries concerned.
    fn coverage(&mut self, parties: &[PartyId], report: &GateReport) {
        self.out += &heading("Looked through");
        let looked = self.sayer.register.gates().looked();
        let concerned = |country: &PartyId| parties.iter().any(|party| party.country() == country.country());
        let texts: Vec<(String, String)> = looked
            .iter()
            .filter(|one| concerned(&one.jurisdiction))
            .map(|one| (self.name(&one.jurisdiction), one.note.clone()))
            .chain(report.not_looked.iter().map(|country| (self.name(country), "nobody has looked".to_owned())))
            .collect();
        for (name, text) in texts {
            self.out += &paragraph("  - ", &format!("{name}: {text}"), self.sayer.width);
        }
    }

    fn line(&mut self, label: &str, text: &str) {
        let width = LABELS + if label.starts_with(' ') { 4 } else { 0 };
        self.out += &paragraph(&pad(label, width), text, self.sayer.width);
    }

    fn name(&self, party: &PartyId) -> String {
        self.sayer.messages().party_name(self.sayer.register, party)
    }
}

fn source(finding: &Finding) -> String {
    let source = &finding.rule.source;
    let date = source.date.map(|date| format!(" ({date})")).unwrap_or_default();
    let url = source.url.as_ref().map(|url| format!(" {url}")).unwrap_or_default();
    format!("{}{date}{url}", source.title)
}
