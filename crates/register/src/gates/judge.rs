//! Weighing the rules.

use std::cmp::Reverse;
use std::sync::Arc;

use model::{Coverage, ListingStatus, PartyId};

use super::ask::Ask;
use super::place::{Chain, body_of};
use super::report::{Finding, GateReport};
use super::rule::{Looked, Rule};
use super::words::{Body, Certainty, Doing, Existing};
use super::{file, quota};
use crate::axes::Permission;
use crate::fold::Register;
use crate::reason::{Arg, Reason};
use crate::report::Recognition;

/// The rules on what is allowed. Cloning is cheap.
#[derive(Debug, Clone, Default)]
pub struct Gates {
    pub(super) rules: Arc<[Arc<Rule>]>,
    pub(super) looked: Arc<[Looked]>,
}

/// A party as the rules see it.
struct Side<'a> {
    id: &'a PartyId,
    chain: Chain<'a>,
    body: Option<Body>,
}

impl Gates {
    /// Reads rules from files of TOML: pairs of a name, for messages, and the text. Sets hold over all files.
    ///
    /// # Errors
    /// [`GatesError`](super::GatesError) with file, line and remedy, for the first fault.
    ///
    /// # Example
    /// ```
    /// let text = r#"
    /// [[rule]]
    /// id = "xa-7-mills"
    /// title = "Mill Act, section 7"
    /// jurisdiction = "xa-7"
    /// counterpart = ["xb"]
    /// activities = ["tie"]
    /// effect = "needs-notice"
    /// from = "2020"
    /// certainty = "settled"
    /// source = { title = "Mill Act" }
    /// "#;
    /// let gates = register::Gates::parse([("mills.toml", text)])?;
    /// let register = register::Register::default();
    /// let ask = register::Ask::new_tie(register::AsOf::on(jiff::civil::date(2024, 6, 1)));
    /// let (a, b) = ("xa-7.upper-mill".parse()?, "xb.nether-mill".parse()?);
    /// assert_eq!(gates.between(&register, &a, &b, &ask).permission.word(), "needs-notice");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn parse<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, super::GatesError> {
        file::parse(files)
    }

    /// Every rule, in the order of the files.
    #[must_use]
    pub fn rules(&self) -> &[Arc<Rule>] {
        &self.rules
    }

    /// The countries whose law somebody has looked through.
    #[must_use]
    pub fn looked(&self) -> &[Looked] {
        &self.looked
    }

    /// Whether there is no rule at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty() && self.looked.is_empty()
    }

    /// What the rules say of two parties, whether or not a tie between them is known.
    ///
    /// `a` and `b` are ids of parties or bare codes (`us-tx`, `ru-sam`); what the register says of them (what they belong to, what
    /// they are) counts, and so does the code itself. Their order matters only for [`Ask::bodies`]. `O(rules)`, without
    /// allocation but for what is found; only quotas look into the history of the party.
    #[must_use]
    pub fn between(&self, register: &Register, a: &PartyId, b: &PartyId, ask: &Ask) -> GateReport {
        self.weigh(register, &[a, b], ask, None)
    }

    /// What the rules say of the parties of a tie, with what registries said of it.
    pub(crate) fn weigh(
        &self,
        register: &Register,
        parties: &[&PartyId],
        ask: &Ask,
        recognition: Option<&[Recognition]>,
    ) -> GateReport {
        let given = |idx: usize| ask.bodies.get(idx).copied().flatten();
        let side = |(idx, id): (usize, _)| Side {
            id,
            chain: Chain::of(register, id),
            body: given(idx).or_else(|| body_of(register, id)),
        };
        let sides: Vec<Side<'_>> = parties.iter().copied().enumerate().map(side).collect();
        let mut findings: Vec<Finding> = Vec::new();
        for rule in self.rules.iter().filter(|rule| rule.speaks_of(ask) && rule.is_known(ask.as_of.known_on)) {
            for under in sides.iter().filter(|side| side.chain.is_in(rule.jurisdiction.as_str())) {
                let others = sides.iter().filter(|other| !std::ptr::eq(*other, under));
                let found = others.filter_map(|other| find(register, rule, under, other, ask, recognition));
                // Of several partners, the one of whom it speaks most surely.
                findings.extend(found.min_by_key(|finding| finding.doubts.len()));
            }
        }
        self.report(&sides, findings, ask)
    }

    fn report(&self, sides: &[Side<'_>], mut findings: Vec<Finding>, ask: &Ask) -> GateReport {
        findings.sort_by(|a, b| {
            let key = |finding: &Finding| (Reverse(finding.effect), !finding.is_settled());
            key(a).cmp(&key(b)).then_with(|| (&a.rule.id, &a.party).cmp(&(&b.rule.id, &b.party)))
        });
        let at_least = gravest(findings.iter().filter(|finding| finding.is_settled()));
        let at_most = gravest(findings.iter());
        let not_looked = self.not_looked(sides);
        let decided =
            at_least == at_most && (at_least != Permission::Open || (not_looked.is_empty() && !self.is_empty()));
        let permission = if decided { at_least } else { Permission::Unclear };
        let reasons = self.why(&findings, at_most, &not_looked, ask);
        GateReport { permission, at_least, at_most, reasons, findings, not_looked }
    }

    fn why(&self, findings: &[Finding], at_most: Permission, not_looked: &[PartyId], ask: &Ask) -> Vec<Reason> {
        match (findings.first(), not_looked.first()) {
            (Some(first), _) if at_most != Permission::Open => {
                std::iter::once(&first.reason).chain(&first.doubts).cloned().collect()
            }
            _ if self.is_empty() => vec![Reason::new("permission-unclear")],
            (_, Some(country)) => {
                vec![Reason::new("permission-not-looked").with("place", Arg::Party(country.clone()))]
            }
            _ => vec![Reason::new("permission-open").with("on", Arg::Day(ask.as_of.true_on))],
        }
    }

    /// The countries of the parties that are in nobody's list of those looked through.
    fn not_looked(&self, sides: &[Side<'_>]) -> Vec<PartyId> {
        let is_looked = |side: &&Side<'_>| !self.looked.iter().any(|one| side.chain.is_in(one.jurisdiction.as_str()));
        let mut missing: Vec<PartyId> =
            sides.iter().filter(is_looked).filter_map(|side| PartyId::parse(side.id.country()).ok()).collect();
        missing.sort();
        missing.dedup();
        missing
    }
}

fn gravest<'a>(findings: impl Iterator<Item = &'a Finding>) -> Permission {
    findings.map(|finding| finding.effect).max().unwrap_or(Permission::Open)
}

/// What one rule says of the party under it and one partner; `None` when it does not speak of them on that day.
fn find(
    register: &Register,
    rule: &Arc<Rule>,
    under: &Side<'_>,
    other: &Side<'_>,
    ask: &Ask,
    recognition: Option<&[Recognition]>,
) -> Option<Finding> {
    let in_force = rule.in_force(ask.as_of.true_on);
    if in_force == Coverage::No || !rule.counterpart.has(rule.jurisdiction.country(), &other.chain) {
        return None;
    }
    let bodies_fit = fits(&rule.bodies, under.body) && fits(&rule.counterpart_bodies, other.body);
    if !bodies_fit {
        return None;
    }
    let (effect, certainty) = rule.weigh(ask);
    let mut finding = Finding {
        rule: Arc::clone(rule),
        party: under.id.clone(),
        effect,
        reason: says(rule, effect, ask),
        doubts: Vec::new(),
        recognition: None,
    };
    finding.doubts.extend(doubts_of_text(rule, in_force, certainty, ask));
    for (bodies, body, id) in [(&rule.bodies, under.body, under.id), (&rule.counterpart_bodies, other.body, other.id)] {
        if !bodies.is_empty() && body.is_none() {
            finding.doubts.push(Reason::new("gate-doubt-body").with("party", Arg::Party(id.clone())));
        }
    }
    if let Some(quota) = rule.quota {
        let (effect, reason, doubt) = quota::weigh(register, rule, quota, under.id, ask);
        (finding.effect, finding.reason) = (effect, reason);
        finding.doubts.extend(doubt);
    }
    if let (Some(registry), Some(listings)) = (&rule.recognition, recognition) {
        recognize(&mut finding, registry, listings);
    }
    let mood = if finding.is_settled() { "is" } else { "may" };
    finding.reason = finding.reason.text("mood", mood);
    Some(finding)
}

/// Whether a body is among those a rule names; an unknown one may be.
fn fits(bodies: &[Body], body: Option<Body>) -> bool {
    bodies.is_empty() || body.is_none_or(|body| bodies.contains(&body))
}

fn says(rule: &Rule, effect: Permission, ask: &Ask) -> Reason {
    let is_kept = ask.doing == Doing::Tie && !ask.is_new;
    let key = match rule.existing {
        Existing::MustEnd if is_kept => "gate-must-end",
        Existing::MayStay if is_kept => "gate-may-stay",
        _ => match effect {
            Permission::Prohibited => "gate-prohibited",
            Permission::NeedsScreening => "gate-needs-screening",
            Permission::NeedsApproval => "gate-needs-approval",
            Permission::NeedsNotice | Permission::Open | Permission::Unclear => "gate-needs-notice",
        },
    };
    let by = rule.existing_by.map_or_else(|| Arg::Text(String::new()), Arg::When);
    Reason::new(key)
        .with("rule", rule.title_arg())
        .with("doing", Arg::Word("doing", ask.doing_word()))
        .with("to", rule.to_arg())
        .with("by", by)
}

/// What the rule's own words and dates leave open.
fn doubts_of_text(rule: &Rule, in_force: Coverage, certainty: Certainty, ask: &Ask) -> impl Iterator<Item = Reason> {
    let of_existing = certainty != rule.certainty;
    let of_text = match (certainty, of_existing) {
        (Certainty::Settled, _) => None,
        (Certainty::Unclear, false) => Some("gate-doubt-text"),
        (Certainty::Disputed, false) => Some("gate-doubt-disputed"),
        (Certainty::Unclear, true) => Some("gate-doubt-existing"),
        (Certainty::Disputed, true) => Some("gate-doubt-existing-disputed"),
    };
    let of_day =
        (in_force == Coverage::Maybe).then(|| Reason::new("gate-doubt-day").with("on", Arg::Day(ask.as_of.true_on)));
    of_day.into_iter().chain(of_text.map(Reason::new))
}

/// Adds what the registry said on whose recognition the rule rests. Silence shows nothing; a word against it is a doubt.
fn recognize(finding: &mut Finding, registry: &str, listings: &[Recognition]) {
    let Some(said) = listings.iter().find(|listing| listing.registry == registry) else {
        finding.recognition = Some(Reason::new("gate-recognition-silent").text("registry", registry));
        return;
    };
    let reason = |key| {
        Reason::new(key)
            .text("registry", registry)
            .with("status", Arg::Word("listing", said.status.word()))
            .with("when", Arg::When(said.when))
            .on(said.claim.0)
    };
    finding.recognition = Some(reason("gate-recognition-said"));
    if matches!(said.status, ListingStatus::NotListed | ListingStatus::Delisted) {
        finding.doubts.push(reason("gate-doubt-recognition"));
    }
}
