//! The rules that an answer cites.

use register::{Arg, Permission, Reason, Rule};
use serde::Serialize;
use utoipa::ToSchema;

use super::super::gate::CitationDto;
use super::Answered;
use crate::messages::Messages;

/// A rule that an answer cites.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CitedRuleDto {
    /// Its id.
    #[schema(example = "us-tx-gov-795")]
    pub rule: String,
    /// What it is called.
    pub title: String,
    /// The place whose law it is.
    pub jurisdiction: String,
    /// Since when and until when it is in force, in words.
    pub in_force: String,
    /// Words of the rule, or of the source that reports it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// Where it is written.
    pub source: CitationDto,
}

/// The rules that the gates name for the chosen pairs and for those they prohibit, each once, in the order of the rules.
pub(super) fn cited(answered: Answered<'_>) -> Vec<CitedRuleDto> {
    let Answered { task, plan, .. } = answered;
    let prohibited = task.cells().filter(|cell| task.permission(*cell) == Permission::Prohibited);
    let rulings = plan.pairs.iter().copied().chain(prohibited).filter_map(|cell| task.ruling(cell));
    let mut titles: Vec<String> = Vec::new();
    for reason in rulings.flat_map(|ruling| ruling.reasons) {
        titles.extend(title(&reason).filter(|title| !titles.iter().any(|known| known == title)).map(str::to_owned));
    }
    let rules = task.scene.register.gates().rules().iter();
    rules.filter(|rule| titles.contains(&rule.title)).map(|rule| of(rule)).collect()
}

fn title(reason: &Reason) -> Option<&str> {
    reason.args.iter().find_map(|(name, arg)| match arg {
        Arg::Said { en, .. } if *name == "rule" => Some(en.as_str()),
        _ => None,
    })
}

fn of(rule: &Rule) -> CitedRuleDto {
    let (messages, russian) = (Messages::current(), rule.russian.as_ref());
    CitedRuleDto {
        rule: rule.id.clone(),
        title: messages.of_two(&rule.title, russian.map(|russian| &russian.title)).to_owned(),
        jurisdiction: rule.jurisdiction.to_string(),
        in_force: messages.in_force(rule),
        quote: rule.quote.clone(),
        source: CitationDto {
            title: rule.source.title.clone(),
            url: rule.source.url.clone(),
            date: rule.source.date.map(|date| date.to_string()),
        },
    }
}
