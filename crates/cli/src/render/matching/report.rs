//! The answer as a report in Markdown: fit to be handed to who decides.

use server::dto::{MatchDto, MatchPairDto, WithoutDto};
use server::messages::Messages;

use super::{account, beside, page};

/// The report of an answer.
pub(crate) struct Report<'a> {
    pub answer: &'a MatchDto,
}

impl Report<'_> {
    /// The whole report.
    pub(crate) fn render(&self) -> String {
        let parts = [
            self.head(),
            self.pairs(),
            self.accounts(),
            self.without(),
            self.barred(),
            self.fairness(),
            self.turns(),
            self.comparisons(),
            self.criteria(),
            self.rules(),
            self.sources(),
            self.limits(),
        ];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
    }

    fn head(&self) -> String {
        let (brief, messages) = (&self.answer.brief, Messages::english());
        let mut out = format!("# {}\n\n{}\n\n", brief.brief.title, page::one_line(&brief.brief.question));
        out += &format!("**{}**\n\n", messages.text("plan-limit-proposal"));
        let mut line = |key: &str, text: &str| out += &format!("- {}: {text}\n", messages.text(key));
        line("plan-label-days", &page::days(self.answer));
        line("plan-label-left", &page::side(&brief.left));
        line("plan-label-right", &page::side(&brief.right));
        line("plan-label-answer", &page::numbers(self.answer));
        line("plan-label-aim", &brief.objective_text);
        let proof = self.answer.check.as_ref().map_or(&self.answer.summary.proof, |check| &check.text);
        line("plan-label-proof", proof);
        out
    }

    fn pairs(&self) -> String {
        let messages = Messages::english();
        if self.answer.pairs.is_empty() {
            return String::new();
        }
        let mut out = section("plan-report-pairs");
        let labels =
            ["plan-report-place", "plan-report-partner", "plan-label-worth", "plan-label-rules", "plan-report-chiefly"];
        out += &row(&labels.map(|key| messages.text(key)));
        out += "|---|---|---:|---|---|\n";
        for pair in &self.answer.pairs {
            out += &row(&[
                pair.left.name.clone(),
                pair.right.name.clone(),
                format!("{:.3}", pair.worth),
                pair.permission.as_ref().map(|word| word.label.clone()).unwrap_or_default(),
                pair.reasons_for.first().map(|term| term.reason.text.clone()).unwrap_or_default(),
            ]);
        }
        out
    }

    fn accounts(&self) -> String {
        if self.answer.pairs.is_empty() {
            return String::new();
        }
        let accounts: Vec<String> = self.answer.pairs.iter().map(account).collect();
        format!("{}{}", section("plan-report-accounts"), accounts.join("\n"))
    }

    fn without(&self) -> String {
        let messages = Messages::english();
        let mut out = String::new();
        for (side, key) in [("left", "plan-without-left"), ("right", "plan-without-right")] {
            let places: Vec<&WithoutDto> = self.answer.without.iter().filter(|place| place.side == side).collect();
            if places.is_empty() {
                continue;
            }
            out += &format!("\n## {}\n\n", messages.with(key, &[("n", places.len().into())]));
            for place in places.iter().filter(|place| side == "left" || place.is_barred) {
                out += &format!("- **{}**: {}\n", place.place.name, page::reasons(place));
            }
            let others = places.iter().filter(|place| side == "right" && !place.is_barred);
            let others: Vec<&str> = others.map(|place| place.place.name.as_str()).collect();
            if !others.is_empty() {
                out += &format!("- {}.\n", others.join(", "));
            }
        }
        for left in &self.answer.left_out {
            let args =
                [("place", left.place.name.clone().into()), ("day", left.renewed.clone().unwrap_or_default().into())];
            out += &format!("- {}\n", messages.with("plan-left-out-place", &args));
        }
        out.trim_start_matches('\n').to_owned()
    }

    fn barred(&self) -> String {
        let groups: Vec<_> =
            self.answer.barred.iter().filter(|group| !page::is_told_elsewhere(self.answer, group)).collect();
        if groups.is_empty() {
            return String::new();
        }
        let n_pairs: usize = groups.iter().map(|group| group.right.len()).sum();
        let mut out = format!("## {}\n\n", Messages::english().with("plan-barred", &[("n", n_pairs.into())]));
        for group in groups {
            let reasons: Vec<&str> = group.reasons.iter().map(|reason| reason.text.as_str()).collect();
            out += &format!("- {} – {}: {}\n", group.left.name, page::names(&group.right), reasons.join(" "));
        }
        out
    }

    fn fairness(&self) -> String {
        let messages = Messages::english();
        let mut out = String::new();
        for side in &self.answer.fairness {
            out += &section(if side.side == "left" { "plan-fair-left" } else { "plan-fair-right" });
            for (key, text) in beside::fairness_lines(side) {
                out += &format!("- {}: {text}\n", messages.text(key));
            }
            out += "\n";
            let labels = ["plan-report-people", "plan-report-places", "plan-fair-without", "plan-report-barred"];
            out += &row(&labels.map(|key| messages.text(key)));
            out += "|---|---:|---:|---:|\n";
            for band in &side.bands {
                let numbers = [band.n_places, band.n_without, band.n_barred].map(|n| n.to_string());
                out += &row(&[&[beside::people(band)], numbers.as_slice()].concat());
            }
            out += "\n";
        }
        out.trim_end().to_owned() + if out.is_empty() { "" } else { "\n" }
    }

    fn turns(&self) -> String {
        let Some(reaches) = &self.answer.turns else { return String::new() };
        let telling = reaches.iter().filter(|reach| beside::is_telling(reach));
        let lines: String = telling.map(|reach| format!("- {}\n", beside::reach_sentence(reach))).collect();
        format!("{}{lines}", section("plan-turns"))
    }

    fn comparisons(&self) -> String {
        let messages = Messages::english();
        let mut out = String::new();
        for of in &self.answer.comparisons {
            let title = messages.with("plan-against", &[("name", of.name.clone().into())]);
            out += &format!("## {title}\n\n{}\n\n", beside::compared(self.answer, of));
            let labels = [
                "plan-report-place",
                "plan-report-before",
                "plan-report-after",
                "plan-report-gain",
                "plan-report-gain-other",
            ];
            out += &row(&labels.map(|key| messages.text(key)));
            out += "|---|---|---|---:|---:|\n";
            for shift in &of.shifts {
                out += &row(&[
                    shift.place.name.clone(),
                    shift.before.join(", "),
                    shift.after.join(", "),
                    format!("{:+.3}", shift.gain),
                    format!("{:+.3}", shift.gain_by_other),
                ]);
            }
        }
        out
    }

    /// What was weighed, and on what grounds.
    fn criteria(&self) -> String {
        let messages = Messages::english();
        let mut out = section("plan-report-criteria");
        let labels = ["plan-report-criterion", "plan-report-weight", "plan-report-about"];
        out += &row(&labels.map(|key| messages.text(key)));
        out += "|---|---:|---|\n";
        for weight in &self.answer.brief.weights {
            out += &row(&[weight.title.clone(), weight.weight.to_string(), weight.about.clone()]);
        }
        let unknown = format!("{}", self.answer.brief.unknown);
        out + &format!("\n{}\n", messages.with("plan-report-unknown", &[("unknown", unknown.into())]))
    }

    /// The rules cited, with their words and where they are written.
    fn rules(&self) -> String {
        if self.answer.rules.is_empty() {
            return String::new();
        }
        let lines: String = self.answer.rules.iter().map(|rule| format!("- {}\n", page::rule(rule))).collect();
        format!("{}{lines}", section("plan-report-rules"))
    }

    fn sources(&self) -> String {
        let messages = Messages::english();
        let mut out = section("plan-report-sources");
        for side in [&self.answer.brief.left, &self.answer.brief.right] {
            if let Some(list) = &side.list {
                let sources: Vec<String> =
                    list.sources.iter().map(|source| format!("{} ({})", source.title, source.id)).collect();
                out += &format!("- {}: {} {}\n", list.title, page::one_line(&list.about), sources.join("; "));
            }
        }
        let args =
            [("claims", self.answer.basis.claims.len().into()), ("sources", self.answer.basis.sources.len().into())];
        out += &format!("- {}\n", messages.with("plan-report-basis", &args));
        for source in &self.answer.basis.sources {
            out += &format!("  - {} ({})\n", source.title, source.id);
        }
        out
    }

    fn limits(&self) -> String {
        let lines: String = self.answer.limits.iter().map(|limit| format!("- {limit}\n")).collect();
        format!("{}{lines}", section("plan-report-limits"))
    }
}

fn section(key: &str) -> String {
    format!("## {}\n\n", Messages::english().text(key))
}

/// A row of a table; a bar within a cell would end it.
fn row(cells: &[String]) -> String {
    format!("| {} |\n", cells.iter().map(|cell| cell.replace('|', "\\|")).collect::<Vec<_>>().join(" | "))
}

/// The account of a pair as one short paragraph.
fn account(pair: &MatchPairDto) -> String {
    let messages = Messages::english();
    let sentences = |terms: &[server::dto::TermDto]| {
        terms.iter().map(|term| term.reason.text.as_str()).collect::<Vec<_>>().join(" ")
    };
    let mut parts = vec![format!("**{}** {}", messages.text("plan-label-for"), sentences(&pair.reasons_for))];
    if !pair.reasons_against.is_empty() {
        parts.push(format!("**{}** {}", messages.text("plan-label-against"), sentences(&pair.reasons_against)));
    }
    if let Some(permission) = &pair.permission {
        let rules: Vec<&str> = pair.rules.iter().map(|rule| rule.text.as_str()).collect();
        let rules = format!("{}. {}", permission.label, rules.join(" "));
        parts.push(format!("**{}** {}", messages.text("plan-label-rules"), rules.trim()));
    }
    if !pair.missing.is_empty() {
        parts.push(format!("**{}** {}.", messages.text("plan-label-missing"), account::titles(&pair.missing)));
    }
    parts.extend(pair.runner_up.iter().map(|found| format!("**{}** {}", messages.text("plan-label-else"), found.text)));
    format!("### {} – {}\n\n{}\n", pair.left.name, pair.right.name, parts.join(" "))
}
