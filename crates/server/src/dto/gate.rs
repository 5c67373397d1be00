//! What the rules on what is allowed say, with every rule's citation.

use model::PartyId;
use register::{Ask, Finding, GateReport, Reading, Reason, Register, Rule};
use serde::Serialize;
use utoipa::ToSchema;

use super::words::{AsOfDto, ReasonDto, ValueDto, WordDto, as_of, names, reason, word};
use crate::language::Language;
use crate::messages::Messages;

/// What the rules say of a tie or of two places, on one day. Not legal advice.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GateDto {
    /// The answer, and why.
    #[serde(flatten)]
    pub answer: ValueDto,
    /// The gravest of what is settled.
    pub at_least: WordDto,
    /// The gravest of what may be asked for, if every doubt were decided against it.
    pub at_most: WordDto,
    /// The rules that apply or may, the gravest first.
    pub findings: Vec<FindingDto>,
    /// Ids of the countries whose law nobody has looked through.
    pub not_looked: Vec<String>,
}

/// A question to the rules, and the answer.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct GateAnswerDto {
    /// The days asked for.
    pub as_of: AsOfDto,
    /// The ids of the parties.
    pub parties: Vec<String>,
    /// What is to be done: `new-tie`, `kept-tie`, or a kind of activity.
    pub doing: WordDto,
    /// The answer.
    #[serde(flatten)]
    pub gates: GateDto,
}

/// One rule that applies, or may.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FindingDto {
    /// The id of the rule.
    #[schema(example = "us-tx-gov-795")]
    pub rule: String,
    /// What the rule is called.
    pub title: String,
    /// The place whose law it is.
    pub jurisdiction: String,
    /// The id of the party that stands under it.
    pub party: String,
    /// What it asks for here, if it applies.
    pub effect: WordDto,
    /// Whether nothing is doubtful about it.
    pub is_settled: bool,
    /// What it says of this.
    pub says: ReasonDto,
    /// Why that is not settled; empty when it is.
    pub doubts: Vec<ReasonDto>,
    /// What the registry said on whose recognition the rule rests.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recognition: Option<ReasonDto>,
    /// How sure the rule is as a whole.
    pub certainty: WordDto,
    /// How it is read, where a dispute bears on this.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub readings: Vec<ReadingDto>,
    /// What it means for existing ties.
    pub existing: WordDto,
    /// Since when and until when it is in force, in words.
    pub in_force: String,
    /// The days on which it may have begun, as EDTF.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// The days on which it may have ended, as EDTF.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// Words of the rule, or of the source that reports it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// Who must be told or asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// What to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub todo: Option<String>,
    /// What else there is to know of its scope.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Where it is written.
    pub source: CitationDto,
}

/// One way to read a rule.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ReadingDto {
    /// Who reads it so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// What it then means.
    pub says: String,
}

/// Where a rule is written.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CitationDto {
    /// The work.
    pub title: String,
    /// Its address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The day it speaks of or was published, as EDTF.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
}

/// A question about some parties, and the answer.
#[must_use]
pub fn gate_answer(register: &Register, parties: &[PartyId], ask: &Ask, report: &GateReport) -> GateAnswerDto {
    GateAnswerDto {
        as_of: as_of(ask.as_of),
        parties: parties.iter().map(ToString::to_string).collect(),
        doing: word("doing", ask.doing_word()),
        gates: gates(register, report),
    }
}

/// What the rules say.
#[must_use]
pub fn gates(register: &Register, report: &GateReport) -> GateDto {
    GateDto {
        answer: ValueDto {
            word: word("permission", report.permission.word()),
            reason: joined(register, &report.reasons),
        },
        at_least: word("permission", report.at_least.word()),
        at_most: word("permission", report.at_most.word()),
        findings: report.findings.iter().map(|one| finding(register, one)).collect(),
        not_looked: report.not_looked.iter().map(ToString::to_string).collect(),
    }
}

/// Several reasons as one: the key of the first, all sentences, all claims.
fn joined(register: &Register, reasons: &[Reason]) -> ReasonDto {
    let sentences: Vec<String> = reasons.iter().map(|one| Messages::current().reason(register, one)).collect();
    let claims: Vec<_> = reasons.iter().flat_map(|one| one.claims.iter().copied()).collect();
    ReasonDto {
        key: reasons.first().map_or("permission-unclear", |one| one.key),
        text: sentences.join(" "),
        claims: names(register, &claims),
    }
}

fn finding(register: &Register, finding: &Finding) -> FindingDto {
    let rule: &Rule = &finding.rule;
    let text = Texts::of(rule);
    FindingDto {
        rule: rule.id.clone(),
        title: text.title,
        jurisdiction: rule.jurisdiction.to_string(),
        party: finding.party.to_string(),
        effect: word("permission", finding.effect.word()),
        is_settled: finding.is_settled(),
        says: reason(register, &finding.reason),
        doubts: finding.doubts.iter().map(|one| reason(register, one)).collect(),
        recognition: finding.recognition.as_ref().map(|one| reason(register, one)),
        certainty: word("certainty", rule.certainty.word()),
        readings: finding.readings().iter().map(reading).collect(),
        existing: word("existing", rule.existing.word()),
        in_force: Messages::current().in_force(rule),
        from: rule.from.map(|from| from.to_string()),
        until: rule.until.map(|until| until.to_string()),
        quote: rule.quote.clone(),
        to: text.to,
        todo: text.todo,
        note: text.note,
        source: CitationDto {
            title: rule.source.title.clone(),
            url: rule.source.url.clone(),
            date: rule.source.date.map(|date| date.to_string()),
        },
    }
}

/// What is said of a rule in the language of the reader.
struct Texts {
    title: String,
    to: Option<String>,
    todo: Option<String>,
    note: Option<String>,
}

impl Texts {
    /// Our Russian summary says at once what there is to do and to know.
    fn of(rule: &Rule) -> Self {
        match (Messages::current().language(), &rule.russian) {
            (Language::Russian, Some(said)) => {
                Self { title: said.title.clone(), to: said.to.clone(), todo: None, note: Some(said.says.clone()) }
            }
            _ => Self {
                title: rule.title.clone(),
                to: rule.to.clone(),
                todo: rule.todo.clone(),
                note: rule.note.clone(),
            },
        }
    }
}

fn reading(reading: &Reading) -> ReadingDto {
    match (Messages::current().language(), &reading.russian) {
        (Language::Russian, Some(said)) => ReadingDto { by: said.by.clone(), says: said.says.clone() },
        _ => ReadingDto { by: reading.by.clone(), says: reading.says.clone() },
    }
}
