//! What the rules say of two parties.

use std::sync::Arc;

use model::PartyId;

use super::rule::{Reading, Rule};
use crate::axes::Permission;
use crate::reason::Reason;

/// The doubts that readings belong to.
const DISPUTED: [&str; 2] = ["gate-doubt-disputed", "gate-doubt-existing-disputed"];

/// One rule that applies, or may.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The rule, with its citation.
    pub rule: Arc<Rule>,
    /// The party that stands under it.
    pub party: PartyId,
    /// What it asks for, if it applies as it is read here; [`Permission::Open`] where it leaves this free.
    pub effect: Permission,
    /// What it says of this.
    pub reason: Reason,
    /// Why that is not settled; empty when it is.
    pub doubts: Vec<Reason>,
    /// What the registry said on whose recognition the rule rests.
    pub recognition: Option<Reason>,
}

impl Finding {
    /// Whether nothing is doubtful about it.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.doubts.is_empty()
    }

    /// How the rule is read, where a dispute about it bears on this.
    #[must_use]
    pub fn readings(&self) -> &[Reading] {
        let is_disputed = self.doubts.iter().any(|doubt| DISPUTED.contains(&doubt.key));
        if is_disputed { &self.rule.readings } else { &[] }
    }

    /// What it alone would allow.
    #[must_use]
    pub fn permission(&self) -> Permission {
        if self.is_settled() || self.effect == Permission::Open { self.effect } else { Permission::Unclear }
    }
}

/// What the rules say of two parties on a day. Adding a rule never lowers `at_least` or `at_most`.
#[derive(Debug, Clone)]
pub struct GateReport {
    /// The answer: `at_least` where the rules settle it, else unclear.
    pub permission: Permission,
    /// The gravest of what is settled.
    pub at_least: Permission,
    /// The gravest of what may be asked for, if every doubt were decided against it.
    pub at_most: Permission,
    /// Why: the gravest rule and what is doubtful about it, or why there is none. Never empty.
    pub reasons: Vec<Reason>,
    /// The rules that apply or may, the gravest first, settled before doubtful, then by id.
    pub findings: Vec<Finding>,
    /// Countries of the parties whose law nobody has looked through.
    pub not_looked: Vec<PartyId>,
}

impl GateReport {
    /// Whether a settled rule forbids it.
    #[must_use]
    pub fn is_barred(&self) -> bool {
        self.at_least == Permission::Prohibited
    }
}
