//! A pair and its account: what speaks for it and against, the rules, what is not known, the ties there are.

use planning::matching::{Account, Block, CATALOGUE, Cell, Place, Side, Task, Term};
use register::{Arg, ClaimKey, Reason};
use serde::Serialize;
use utoipa::ToSchema;

use super::super::words::{ReasonDto, WordDto, place_url, reason, word};
use super::brief::title;
use super::firm::RunnerUpDto;
use super::{Shown, rounded};
use crate::messages::Messages;

/// How many reasons for a pair are shown.
const N_FOR: usize = 3;
/// How many against.
const N_AGAINST: usize = 2;

/// A place of a brief.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MatchPlaceDto {
    /// Its id.
    #[schema(example = "us-ny")]
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its page; null when the brief itself describes it.
    pub url: Option<String>,
    /// Latitude and longitude in degrees.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<[f64; 2]>,
}

/// A pair and its account.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MatchPairDto {
    /// The place of the left.
    pub left: MatchPlaceDto,
    /// The place of the right.
    pub right: MatchPlaceDto,
    /// What it is worth, 0 to 1.
    pub worth: f64,
    /// What it is worth to the left.
    pub worth_left: f64,
    /// What it is worth to the right.
    pub worth_right: f64,
    /// Whether the brief demands it.
    pub is_must: bool,
    /// Why it may not be chosen; null if it may.
    pub blocked: Option<ReasonDto>,
    /// What the gates say; null when the brief asks none.
    pub permission: Option<WordDto>,
    /// What the gates would say of a new tie, where the two places have one that stands and `permission` is about keeping it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permission_anew: Option<WordDto>,
    /// The rules behind that.
    pub rules: Vec<ReasonDto>,
    /// The ties that there are between the two, or between bodies within them.
    pub ties: Vec<KnownTieDto>,
    /// What speaks for it more than for others, the weightiest first.
    #[serde(rename = "for")]
    pub reasons_for: Vec<TermDto>,
    /// What speaks against it more than against others, the weightiest first.
    #[serde(rename = "against")]
    pub reasons_against: Vec<TermDto>,
    /// What is not known.
    pub missing: Vec<TermDto>,
    /// Every criterion with a weight, where asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<TermDto>,
    /// What would be without it, where asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub runner_up: Option<RunnerUpDto>,
}

/// A tie that there is.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct KnownTieDto {
    /// Its id.
    pub id: String,
    /// The names of its parties.
    pub title: String,
    /// Its page.
    pub url: String,
    /// Its standing on the day.
    pub standing: WordDto,
    /// Its pulse on the day.
    pub pulse: WordDto,
    /// Whether it is between the two places themselves.
    pub is_own: bool,
}

/// One criterion's part.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct TermDto {
    /// The criterion.
    #[schema(example = "shared-sectors")]
    pub criterion: String,
    /// Its title.
    pub title: String,
    /// Its value, 0 to 1; null where data are missing.
    pub value: Option<f64>,
    /// Its weight.
    pub weight: f64,
    /// What it adds to the worth of the pair.
    pub adds: f64,
    /// By how much it is better here than on average over all lawful pairs, times its weight.
    pub ahead: f64,
    /// The sentence.
    pub reason: ReasonDto,
}

/// The candidates of a place, best first.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CandidatesDto {
    /// The place.
    pub place: MatchPlaceDto,
    /// Its best lawful candidates, whoever else is given them.
    pub candidates: Vec<MatchPairDto>,
}

/// A place.
pub(super) fn place(task: &Task<'_>, of: &Place) -> MatchPlaceDto {
    MatchPlaceDto {
        id: of.id.to_string(),
        name: of.name.clone(),
        url: task.scene.register.party_key(&of.id).map(|_| place_url(&of.id)),
        location: of.location.as_ref().map(|cited| [cited.value.0, cited.value.1]),
    }
}

/// A place by its number.
pub(super) fn place_at(task: &Task<'_>, side: Side, at: usize) -> MatchPlaceDto {
    place(task, &task.places(side)[at])
}

/// The two places of a cell.
pub(super) fn ends(task: &Task<'_>, (left, right): Cell) -> (MatchPlaceDto, MatchPlaceDto) {
    (place_at(task, Side::Left, left), place_at(task, Side::Right, right))
}

/// A pair and its account; `claims` collects what it rests on.
pub(super) fn pair(task: &Task<'_>, cell: Cell, shown: &Shown, claims: &mut Vec<ClaimKey>) -> MatchPairDto {
    let account = task.account(cell, &task.brief.weights);
    let register = task.scene.register;
    let mut said = |of: &Term| {
        claims.extend(&of.reason.claims);
        term(task, of)
    };
    let (left, right) = ends(task, cell);
    MatchPairDto {
        left,
        right,
        worth: rounded(account.worth.both),
        worth_left: rounded(account.worth.left),
        worth_right: rounded(account.worth.right),
        is_must: task.musts.binary_search(&cell).is_ok(),
        blocked: account.block.map(|block| reason(register, &block_reason(task, block, cell))),
        reasons_for: account.reasons_for(N_FOR).into_iter().map(&mut said).collect(),
        reasons_against: account.reasons_against(N_AGAINST).into_iter().map(&mut said).collect(),
        missing: account.missing().into_iter().map(&mut said).collect(),
        terms: if shown.every_term { account.terms.iter().map(&mut said).collect() } else { Vec::new() },
        ties: ties(task, cell),
        permission: account.ruling.as_ref().map(|ruling| word("permission", ruling.permission.word())),
        permission_anew: task.ruling_anew(cell).map(|ruling| word("permission", ruling.permission.word())),
        rules: rules(task, &account, claims),
        runner_up: None,
    }
}

/// The rules that bear on a pair.
fn rules(task: &Task<'_>, account: &Account, claims: &mut Vec<ClaimKey>) -> Vec<ReasonDto> {
    let kept = task.ruling_anew(account.cell).map(|anew| Reason {
        key: "plan-rules-kept",
        args: vec![("anew", Arg::Word("permission", anew.permission.word()))],
        claims: Vec::new(),
    });
    let reasons = kept.iter().chain(account.ruling.iter().flat_map(|ruling| &ruling.reasons));
    let said = |rule: &Reason| {
        claims.extend(&rule.claims);
        reason(task.scene.register, rule)
    };
    reasons.map(said).collect()
}

fn term(task: &Task<'_>, term: &Term) -> TermDto {
    TermDto {
        criterion: CATALOGUE[term.criterion].id.to_owned(),
        title: title(term.criterion),
        value: term.score.map(|score| rounded(score.both)),
        weight: term.weight,
        adds: rounded(term.share),
        ahead: rounded(term.ahead),
        reason: reason(task.scene.register, &term.reason),
    }
}

fn ties(task: &Task<'_>, cell: Cell) -> Vec<KnownTieDto> {
    let register = task.scene.register;
    let known = |link: &planning::matching::Link| {
        let id = register.tie(link.tie).id();
        KnownTieDto {
            id: id.to_string(),
            title: Messages::current().tie_name(register, id),
            url: format!("/ties/{id}"),
            standing: word("standing", link.standing.word()),
            pulse: word("pulse", link.pulse.word()),
            is_own: link.is_own,
        }
    };
    task.scene.links(cell).iter().map(known).collect()
}

/// Why a pair may not be chosen.
pub(super) fn block_reason(task: &Task<'_>, block: Block, (left, right): Cell) -> Reason {
    let text = |name: &'static str, text: &str| (name, Arg::Text(text.to_owned()));
    let names = [Side::Left, Side::Right].map(|side| {
        let at = if side == Side::Left { left } else { right };
        text(side.word(), &task.places(side)[at].name)
    });
    let tag = Messages::current().language().tag();
    let (key, more) = match block {
        Block::Prohibited => ("plan-block-prohibited", Vec::new()),
        Block::Same => ("plan-block-same", Vec::new()),
        Block::MustNot(number) => {
            ("plan-block-must-not", vec![text("what", task.brief.must_not[number].why.text_in(tag))])
        }
        Block::Closed(number) => {
            let rule = &task.brief.closed[number];
            let name = [&task.places(Side::Left)[left], &task.places(Side::Right)[right]]
                .into_iter()
                .find(|place| place.id == rule.place)
                .map_or_else(|| rule.place.to_string(), |place| place.name.clone());
            ("plan-block-closed", vec![text("place", &name), text("what", rule.why.text_in(tag))])
        }
    };
    Reason { key, args: names.into_iter().chain(more).collect(), claims: Vec::new() }
}

/// The candidates of a place with their accounts.
pub(super) fn candidates(
    task: &Task<'_>,
    (side, at): (Side, usize),
    shown: &Shown,
    claims: &mut Vec<ClaimKey>,
) -> CandidatesDto {
    let cell = |other: usize| if side == Side::Left { (at, other) } else { (other, at) };
    let best = task.candidates(side, at, task.brief.candidates, task.as_is());
    CandidatesDto {
        place: place_at(task, side, at),
        candidates: best.into_iter().map(|other| pair(task, cell(other), shown, claims)).collect(),
    }
}
