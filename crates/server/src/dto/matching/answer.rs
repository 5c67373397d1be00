//! The answer as a whole.

use planning::matching::{Block, Cell, Check, FORBIDDING_KEYS, Objective, Proof, Side, Task};
use register::{AsOf, ClaimKey, Permission, Reason};
use serde::Serialize;
use utoipa::ToSchema;

use super::super::cited::{BasisDto, basis};
use super::super::words::{AsOfDto, ReasonDto, as_of, reason};
use super::brief::{BriefDto, brief};
use super::fairness::{FairnessDto, fairness};
use super::firm::{ComparisonDto, ReachDto, WhyDto, comparison, reach, runner_up, why};
use super::pair::{CandidatesDto, MatchPairDto, MatchPlaceDto, block_reason, candidates, pair, place, place_at};
use super::rules::{CitedRuleDto, cited};
use super::{Answered, Shown, rounded};
use crate::messages::Messages;

/// The answer to a brief.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MatchDto {
    /// The question.
    pub brief: BriefDto,
    /// The days it is answered for.
    pub as_of: AsOfDto,
    /// The answer in numbers.
    pub summary: SummaryDto,
    /// What the check found, where asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub check: Option<CheckDto>,
    /// The chosen pairs, by the ids of the left.
    pub pairs: Vec<MatchPairDto>,
    /// The places without a partner, the left side first, each with why.
    pub without: Vec<WithoutDto>,
    /// The pairs that rules or the brief bar, those barred alike together.
    pub barred: Vec<BarredDto>,
    /// The rules cited, with where they are written.
    pub rules: Vec<CitedRuleDto>,
    /// Places left out because they have not renewed their description.
    pub left_out: Vec<LeftOutDto>,
    /// How each side fares, where asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fairness: Vec<FairnessDto>,
    /// Where the answer turns when one weight moves alone, where asked for and the objective is the greatest total.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub turns: Option<Vec<ReachDto>>,
    /// Other weightings, where asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub comparisons: Vec<ComparisonDto>,
    /// Pairs asked about.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub why: Vec<WhyDto>,
    /// Candidates of places asked about.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<CandidatesDto>,
    /// What must be kept in mind.
    pub limits: Vec<String>,
    /// The claims it rests on, and their sources.
    #[serde(flatten)]
    pub basis: BasisDto,
}

/// The answer in numbers.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SummaryDto {
    /// How many pairs are chosen.
    pub n_pairs: usize,
    /// What they are worth together.
    pub total: f64,
    /// What they are worth on average; null without pairs.
    pub mean: Option<f64>,
    /// What the worst is worth; null without pairs.
    pub worst: Option<f64>,
    /// How many of them have a tie already that counts.
    pub n_with_tie: usize,
    /// How many places of the left have no partner.
    pub n_left_without: usize,
    /// How many of those have nobody they may be given to.
    pub n_left_barred: usize,
    /// How many places of the right have no partner.
    pub n_right_without: usize,
    /// How many pairs rules prohibit.
    pub n_prohibited: usize,
    /// What proves the answer, in a sentence.
    pub proof: String,
}

/// What a check found.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CheckDto {
    /// Whether the answer is what it says.
    pub is_good: bool,
    /// What is wrong, in sentences.
    pub faults: Vec<String>,
    /// No answer can be better in total by more than this; null where no prices prove it.
    pub gap: Option<f64>,
    /// Whether it is shown that the worst pair cannot be better, where that was asked.
    pub is_floor_proved: Option<bool>,
    /// How many pairs would both rather have each other.
    pub n_blocking: usize,
    /// The same in a sentence.
    pub text: String,
}

/// A place without a partner.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct WithoutDto {
    /// `left` or `right`.
    #[schema(value_type = String)]
    pub side: &'static str,
    /// The place.
    pub place: MatchPlaceDto,
    /// Whether nobody may be given to it.
    pub is_barred: bool,
    /// Why, the weightiest first; the rules are cited where they bar it.
    pub reasons: Vec<ReasonDto>,
}

/// Pairs that are barred alike.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct BarredDto {
    /// The place of the left.
    pub left: MatchPlaceDto,
    /// The places of the right.
    pub right: Vec<MatchPlaceDto>,
    /// Whether a rule of law bars them, rather than the brief.
    pub is_prohibited: bool,
    /// Why.
    pub reasons: Vec<ReasonDto>,
}

/// A place left out.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct LeftOutDto {
    /// The place.
    pub place: MatchPlaceDto,
    /// When it last renewed its description.
    pub renewed: Option<String>,
}

/// The answer to a brief, with what is to be shown beside the pairs.
#[must_use]
pub fn matching(answered: Answered<'_>, shown: &Shown) -> MatchDto {
    let Answered { task, plan, .. } = answered;
    let mut claims = Vec::new();
    let mut pairs: Vec<MatchPairDto> = plan.pairs.iter().map(|cell| pair(task, *cell, shown, &mut claims)).collect();
    for (pair, found) in pairs.iter_mut().zip(shown.runner_ups.iter().flatten()) {
        pair.runner_up = Some(runner_up(task, found));
    }
    let barred = barred(task, &mut claims);
    let without = without(answered, &mut claims);
    let why = shown.why.iter().map(|asked| why(task, plan, asked, &mut claims)).collect();
    let candidates = shown.candidates.iter().map(|asked| candidates(task, *asked, shown, &mut claims)).collect();
    let sides = [Side::Left, Side::Right].map(|side| task.fairness(plan, side));
    MatchDto {
        brief: brief(answered),
        as_of: as_of(AsOf { true_on: task.day(), known_on: task.scene.as_of.known_on }),
        summary: summary(answered, &without),
        check: shown.check.as_ref().map(|found| check(task, found)),
        pairs,
        without,
        barred,
        rules: cited(answered),
        left_out: left_out(task),
        fairness: if shown.fairness { sides.iter().map(|side| fairness(task, side)).collect() } else { Vec::new() },
        turns: shown.reaches.as_ref().map(|reaches| reaches.iter().map(|of| reach(task, of)).collect()),
        comparisons: shown.comparisons.iter().map(|of| comparison(task, of)).collect(),
        why,
        candidates,
        limits: LIMITS.iter().map(|key| Messages::current().text(key)).collect(),
        basis: basis(task.scene.register, claims),
    }
}

/// What must be kept in mind with every answer.
const LIMITS: [&str; 4] = ["plan-limit-proposal", "plan-limit-law", "plan-limit-data", "plan-limit-weights"];

fn summary(answered: Answered<'_>, without: &[WithoutDto]) -> SummaryDto {
    let Answered { task, plan, .. } = answered;
    let n_pairs = plan.pairs.len();
    let count = |test: &dyn Fn(&WithoutDto) -> bool| without.iter().filter(|place| test(place)).count();
    let is_prohibited = |cell: &Cell| task.permission(*cell) == Permission::Prohibited;
    SummaryDto {
        n_pairs,
        total: rounded(plan.total),
        mean: (n_pairs > 0).then(|| rounded(plan.total / n_pairs as f64)),
        worst: plan.worst.map(rounded),
        n_with_tie: plan.pairs.iter().filter(|cell| task.has_tie(**cell)).count(),
        n_left_without: count(&|place| place.side == "left"),
        n_left_barred: count(&|place| place.side == "left" && place.is_barred),
        n_right_without: count(&|place| place.side == "right"),
        n_prohibited: task.cells().filter(is_prohibited).count(),
        proof: Messages::current().text(match (&plan.proof, task.brief.objective) {
            (Proof::Prices { .. }, Objective::Fair) => "plan-proof-fair",
            (Proof::Prices { .. }, _) if task.puts_ties_first(&task.brief.weights) => "plan-proof-prices-first",
            (Proof::Prices { .. }, _) => "plan-proof-prices",
            (Proof::Stable, _) => "plan-proof-stable",
            (Proof::Best, _) => "plan-proof-best",
        }),
    }
}

fn check(task: &Task<'_>, check: &Check) -> CheckDto {
    let messages = Messages::current();
    let gap = check.audit.as_ref().map(|audit| audit.gap);
    let key = match (check.is_good(), task.brief.objective) {
        (false, _) => "plan-check-bad",
        (true, Objective::Total) if task.puts_ties_first(&task.brief.weights) => "plan-check-total-first",
        (true, Objective::Total) => "plan-check-total",
        (true, Objective::Fair) => "plan-check-fair",
        (true, Objective::Stable { .. }) => "plan-check-stable",
        (true, Objective::Browse { .. }) => "plan-check-browse",
    };
    let gap_text = gap.map_or_else(String::new, |gap| format!("{gap:.0e}"));
    let args =
        [("gap", gap_text.into()), ("blocking", check.n_blocking.into()), ("what", check.faults.join("; ").into())];
    CheckDto {
        is_good: check.is_good(),
        faults: check.faults.clone(),
        gap,
        is_floor_proved: check.is_floor_proved,
        n_blocking: check.n_blocking,
        text: messages.with(key, &args),
    }
}

/// The places without a partner, those of the left first.
fn without(answered: Answered<'_>, claims: &mut Vec<ClaimKey>) -> Vec<WithoutDto> {
    let Answered { task, plan, .. } = answered;
    let mut all = Vec::new();
    for side in [Side::Left, Side::Right] {
        let is_free = |at: &usize| task.partners_of(plan, side, *at).next().is_none();
        for at in (0..task.places(side).len()).filter(is_free) {
            let is_barred = task.is_barred(side, at);
            let reasons = if is_barred { bars(task, side, at) } else { vec![outbid(task, side, at)] };
            claims.extend(reasons.iter().flat_map(|why| why.claims.iter().copied()));
            let reasons = reasons.iter().map(|why| reason(task.scene.register, why)).collect();
            all.push(WithoutDto { side: side.word(), place: place_at(task, side, at), is_barred, reasons });
        }
    }
    all
}

/// Why nobody may be given to a place, each reason once.
fn bars(task: &Task<'_>, side: Side, at: usize) -> Vec<Reason> {
    let n_others = task.places(if side == Side::Left { Side::Right } else { Side::Left }).len();
    let mut reasons: Vec<Reason> = Vec::new();
    for other in 0..n_others {
        let cell = if side == Side::Left { (at, other) } else { (other, at) };
        for reason in why_barred(task, cell) {
            let is_known = |known: &Reason| {
                known == &reason || (known.key == reason.key && known.key.starts_with("plan-block-closed"))
            };
            if !reasons.iter().any(is_known) {
                reasons.push(reason);
            }
        }
    }
    reasons
}

/// What bars a pair: the rules that prohibit it, or the brief.
fn why_barred(task: &Task<'_>, cell: Cell) -> Vec<Reason> {
    match task.block(cell) {
        None => Vec::new(),
        Some(Block::Prohibited) => {
            let mut rules = task.ruling(cell).map(|ruling| ruling.reasons).unwrap_or_default();
            // What else would have to be done does not matter where it is forbidden.
            let forbids = |rule: &Reason| FORBIDDING_KEYS.contains(&rule.key);
            if rules.iter().any(forbids) {
                rules.retain(forbids);
            }
            if rules.is_empty() { vec![block_reason(task, Block::Prohibited, cell)] } else { rules }
        }
        Some(block) => vec![block_reason(task, block, cell)],
    }
}

/// Others had more to give to those it could have.
fn outbid(task: &Task<'_>, side: Side, at: usize) -> Reason {
    let best = task.candidates(side, at, 1, task.as_is());
    let other = if side == Side::Left { Side::Right } else { Side::Left };
    let name = |side: Side, at: usize| register::Arg::Text(task.places(side)[at].name.clone());
    let mut args = vec![("place", name(side, at))];
    // Without text the sentence says that there is none.
    args.push(("best", best.first().map_or_else(|| register::Arg::Text(String::new()), |best| name(other, *best))));
    Reason { key: "plan-without-outbid", args, claims: Vec::new() }
}

/// The barred pairs, those of one left place with the same reasons together.
fn barred(task: &Task<'_>, claims: &mut Vec<ClaimKey>) -> Vec<BarredDto> {
    let mut groups: Vec<(usize, Vec<Reason>, BarredDto)> = Vec::new();
    for cell in task.cells() {
        let Some(block) = task.block(cell) else { continue };
        let mut reasons = why_barred(task, cell);
        // The names of the pair itself would keep pairs apart that are barred alike.
        if block != Block::Prohibited {
            reasons.iter_mut().for_each(|why| why.args.retain(|(name, _)| !["left", "right"].contains(name)));
        }
        let right = place_at(task, Side::Right, cell.1);
        let same = groups.iter_mut().rev().take_while(|group| group.0 == cell.0).find(|group| group.1 == reasons);
        match same {
            Some((_, _, group)) => group.right.push(right),
            None => {
                claims.extend(reasons.iter().flat_map(|why| why.claims.iter().copied()));
                let group = BarredDto {
                    left: place_at(task, Side::Left, cell.0),
                    right: vec![right],
                    is_prohibited: block == Block::Prohibited,
                    reasons: why_barred(task, cell).iter().map(|why| reason(task.scene.register, why)).collect(),
                };
                groups.push((cell.0, reasons, group));
            }
        }
    }
    groups.into_iter().map(|(_, _, group)| group).collect()
}

fn left_out(task: &Task<'_>) -> Vec<LeftOutDto> {
    let out = |of: &planning::matching::Place| LeftOutDto {
        place: place(task, of),
        renewed: of.renewed.map(|day| day.to_string()),
    };
    task.stale.iter().map(out).collect()
}
