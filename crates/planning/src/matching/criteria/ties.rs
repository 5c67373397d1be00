//! Existing and dormant ties at or below the two places.
//!
//! House choice. Each tie counts for what remains of it: its class, its standing (as the brief says), its pulse, and whether
//! it is between the places themselves or between cities or institutions within them. A tie that is known to live counts
//! twice as much as one of which nobody knows that. The best counts whole, each other one third of what it is worth alone,
//! added up as chances are: a few faint ties do not outweigh a living one, and the value never exceeds 1.

use model::TieClass;
use register::{Pulse, Reason, Standing};

use super::super::scene::{Cell, Link, Scene};
use super::{Basis, Criterion, Score, Why};

pub(super) const CRITERION: Criterion = Criterion { id: "ties", basis: Basis::House, score, explain };

fn score(scene: &Scene<'_>, cell: Cell) -> Option<Score> {
    let mut best = 0.0f64;
    let mut none = 1.0;
    for link in scene.links(cell) {
        let worth = worth(scene, link);
        none *= 1.0 - worth * OTHERS;
        best = best.max(worth);
    }
    Some(Score::same(1.0 - none / (1.0 - best * OTHERS) * (1.0 - best)))
}

/// What each tie but the best counts for, of what it is worth alone.
const OTHERS: f64 = 1.0 / 3.0;

fn explain(scene: &Scene<'_>, cell: Cell) -> Reason {
    let counted: Vec<&Link> = scene.links(cell).iter().filter(|link| worth(scene, link) > 0.0).collect();
    let Some(best) = counted.iter().rev().copied().max_by(|a, b| worth(scene, a).total_cmp(&worth(scene, b))) else {
        return Why::new("match-ties-none", scene, cell).done();
    };
    let register = scene.register;
    let parties = register.tie(best.tie).parties();
    let [one, other] = [parties[0], parties[1]].map(|party| register.party(party).id());
    let report = register.report(best.tie, scene.as_of);
    let mut why = Why::new("match-ties", scene, cell)
        .party("one", one)
        .party("other", other)
        .word("standing", "standing", best.standing.word())
        .word("pulse", "pulse", best.pulse.word())
        .number("more", counted.len() as u64 - 1);
    let claims =
        report.class_reason.claims.iter().chain(report.parties.iter().flat_map(|party| &party.reasons[0].claims));
    claims.for_each(|claim| why.add(*claim));
    why.done()
}

/// What is left of a tie, 0 to 1.
fn worth(scene: &Scene<'_>, link: &Link) -> f64 {
    let counts =
        scene.existing.classes.is_empty() || link.class.is_some_and(|class| scene.existing.classes.contains(&class));
    if !counts {
        return 0.0;
    }
    let level = match (link.is_own, link.is_institutional) {
        (true, _) => 1.0,
        (false, false) => 0.6,
        (false, true) => 0.4,
    };
    let class = match link.class {
        Some(TieClass::Full | TieClass::Institutional) => 1.0,
        Some(TieClass::Friendship) => 0.8,
        Some(TieClass::Project) | None => 0.6,
        Some(TieClass::Contact | TieClass::Solidarity) => 0.4,
        Some(TieClass::Intent) => 0.3,
    };
    let pulse = match link.pulse {
        Pulse::Alive => 1.0,
        Pulse::TickingOver => 0.9,
        Pulse::Quiet => 0.65,
        // Who knows of a tie from a list alone knows neither its standing nor its pulse. That is one ignorance, not two, and the
        // standing has paid for it: the pulse is taken for quiet.
        Pulse::Unknown if link.standing == Standing::Unknown => 0.65,
        Pulse::Unknown | Pulse::Dormant => 0.5,
        Pulse::NoCarrier => 0.4,
    };
    // What the two places themselves signed stays signed when nobody visits: silence takes only half as much from it.
    let pulse = if link.is_own { f64::midpoint(pulse, 1.0) } else { pulse };
    level * class * scene.existing.worth(link.standing) * pulse
}
