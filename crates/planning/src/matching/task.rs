//! A brief meets a register: the places with their facts, the value of every criterion for every pair, and the pairs that may
//! not be chosen, each with its reason.

use jiff::civil::Date;
use model::{PartyId, TieClass};
use rayon::prelude::*;
use register::{AsOf, Ask, Doing, Permission, Reason, Register, Standing};
use rustc_hash::FxHashMap;

use super::brief::{Brief, Objective, PairRule, Partners, SideBrief, Weights};
use super::criteria::{CATALOGUE, Score};
use super::fault::{BriefError, Fault};
use super::place::Place;
use super::scene::{Cell, Scene};
use super::units::UnitList;

/// What the gates say of a pair.
#[derive(Debug, Clone)]
pub struct Ruling {
    /// Whether it is allowed.
    pub permission: Permission,
    /// The rules behind that.
    pub reasons: Vec<Reason>,
}

/// Asks the gates about two places.
pub type Gate<'a> = &'a (dyn Fn(&Ask, &PartyId, &PartyId) -> Ruling + Sync);

/// The gates of a register.
pub fn gates_of(register: &Register) -> impl Fn(&Ask, &PartyId, &PartyId) -> Ruling + Sync {
    |ask, left, right| {
        let report = register.gates().between(register, left, right, ask);
        let binding = report.findings.iter().filter(|finding| finding.effect != Permission::Open);
        let mut reasons: Vec<Reason> =
            binding.flat_map(|finding| std::iter::once(&finding.reason).chain(&finding.doubts)).cloned().collect();
        if reasons.is_empty() && !ask.is_new {
            // That a rule leaves an old tie alone is worth a sentence.
            reasons.extend(report.findings.iter().map(|finding| finding.reason.clone()));
        }
        Ruling { permission: report.permission, reasons: if reasons.is_empty() { report.reasons } else { reasons } }
    }
}

/// The keys of the sentences of rules that forbid.
pub const FORBIDDING_KEYS: [&str; 3] = ["gate-prohibited", "gate-must-end", "gate-quota-used"];

/// What a brief is put to.
#[derive(Clone, Copy)]
pub struct World<'a> {
    /// The register.
    pub register: &'a Register,
    /// The unit lists that briefs can name.
    pub units: &'a [UnitList],
    /// The day of asking.
    pub today: Date,
    /// The gates.
    pub gate: Gate<'a>,
}

/// Why a pair may not be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Block {
    /// A gate prohibits it.
    Prohibited,
    /// The brief rules it out: the number of its rule.
    MustNot(usize),
    /// A place has closed its search: the number of its rule.
    Closed(usize),
    /// A place cannot be paired with itself.
    Same,
}

/// A side of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The rows.
    Left,
    /// The columns.
    Right,
}

/// A brief that has met a register.
pub struct Task<'a> {
    /// The brief.
    pub brief: Brief,
    /// Its places and what lies between them.
    pub scene: Scene<'a>,
    /// How many partners each place of the left and of the right may have; places that nobody may be given to need none.
    pub partners: [Vec<Partners>; 2],
    /// Pairs that must be chosen.
    pub musts: Vec<Cell>,
    /// Places of the brief that are left out since they have not renewed their description.
    pub stale: Vec<Place>,
    gate: Gate<'a>,
    day: Date,
    permissions: Vec<Permission>,
    blocks: Vec<Option<Block>>,
    scores: Vec<Option<Score>>,
    /// The mean of each criterion over the lawful pairs where it is known.
    means: Vec<f64>,
}

/// Lays a brief out over a register.
///
/// # Errors
/// [`BriefError`] with the line and the remedy when a place is not known, a side is empty, or a must pair cannot be.
pub fn prepare<'a>(brief: Brief, world: World<'a>) -> Result<Task<'a>, BriefError> {
    let day = brief.true_on.unwrap_or(world.today);
    let as_of = AsOf { true_on: day, known_on: brief.known_on.unwrap_or(world.today) };
    let mut gather = Gather { brief: &brief, world, as_of, stale: Vec::new() };
    let sides = (gather.side(Side::Left)?, gather.side(Side::Right)?);
    let stale = gather.stale;
    let scene = Scene::new(world.register, as_of, sides, brief.existing.clone());
    let scores = score(&scene);
    let n_cells = scene.left.len() * scene.right.len();
    let mut task = Task {
        partners: [vec![brief.left.partners; scene.left.len()], vec![brief.right.partners; scene.right.len()]],
        permissions: vec![Permission::Open; n_cells],
        blocks: vec![None; n_cells],
        musts: Vec::new(),
        gate: world.gate,
        brief,
        scene,
        stale,
        day,
        scores,
        means: Vec::new(),
    };
    task.ask_gates();
    task.apply_rules()?;
    task.apply_capacities()?;
    task.apply_musts()?;
    task.means = task.find_means();
    Ok(task)
}

/// Finds the places of a brief.
struct Gather<'a, 'b> {
    brief: &'b Brief,
    world: World<'a>,
    as_of: AsOf,
    stale: Vec<Place>,
}

impl Gather<'_, '_> {
    /// The places of a side, by id.
    fn side(&mut self, side: Side) -> Result<Vec<Place>, BriefError> {
        let file = match side {
            Side::Left => &self.brief.left,
            Side::Right => &self.brief.right,
        };
        let mut ids = self.ids(file)?.to_vec();
        ids.sort();
        if let Some(twice) = ids.windows(2).find(|pair| pair[0] == pair[1]) {
            return Err(BriefError::at(file.line, Fault::Twice { place: twice[0].to_string() }));
        }
        let described: FxHashMap<&PartyId, &Place> = self.brief.places.iter().map(|place| (&place.id, place)).collect();
        let mut places = Vec::with_capacity(ids.len());
        for id in ids {
            let place = match described.get(&id) {
                Some(place) => (*place).clone(),
                None => Place::of_register(self.world.register, &id, self.as_of)
                    .ok_or_else(|| BriefError::at(file.line, Fault::UnknownPlace { place: id.to_string() }))?,
            };
            if self.is_stale(&place) { self.stale.push(place) } else { places.push(place) }
        }
        if places.is_empty() {
            return Err(BriefError::at(file.line, Fault::EmptySide { side: side.word() }));
        }
        Ok(places)
    }

    fn ids<'s>(&'s self, file: &'s SideBrief) -> Result<&'s [PartyId], BriefError> {
        let Some(name) = &file.list else { return Ok(&file.places) };
        let list = self.world.units.iter().find(|list| list.id == *name);
        list.map(|list| list.units.as_slice()).ok_or_else(|| {
            let known = self.world.units.iter().map(|list| list.id.as_str()).collect::<Vec<_>>().join(", ");
            BriefError::at(file.line, Fault::UnitList { found: name.clone(), known })
        })
    }

    fn is_stale(&self, place: &Place) -> bool {
        let months = i32::try_from(self.brief.renew_months).unwrap_or(i32::MAX).min(12_000);
        let last = |renewed: Date| renewed.saturating_add(jiff::Span::new().months(months));
        place.renewed.is_some_and(|renewed| last(renewed) < self.as_of.true_on)
    }
}

/// Every criterion for every pair, pair by pair.
fn score(scene: &Scene<'_>) -> Vec<Option<Score>> {
    let n_cols = scene.right.len();
    let cells = (0..scene.left.len() * n_cols).into_par_iter().with_min_len(256);
    cells
        .flat_map_iter(|at| CATALOGUE.iter().map(move |criterion| (criterion.score)(scene, (at / n_cols, at % n_cols))))
        .collect()
}

impl Side {
    /// `left` or `right`, as in briefs.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
        }
    }
}

impl Task<'_> {
    /// The day the answer speaks of.
    #[must_use]
    pub fn day(&self) -> Date {
        self.day
    }

    /// The places of a side.
    #[must_use]
    pub fn places(&self, side: Side) -> &[Place] {
        match side {
            Side::Left => &self.scene.left,
            Side::Right => &self.scene.right,
        }
    }

    /// Every pair.
    pub fn cells(&self) -> impl Iterator<Item = Cell> + use<> {
        let (n_rows, n_cols) = (self.scene.left.len(), self.scene.right.len());
        (0..n_rows).flat_map(move |left| (0..n_cols).map(move |right| (left, right)))
    }

    fn at(&self, (left, right): Cell) -> usize {
        left * self.scene.right.len() + right
    }

    /// Why a pair may not be chosen, if so.
    #[must_use]
    pub fn block(&self, cell: Cell) -> Option<Block> {
        self.blocks[self.at(cell)]
    }

    /// What the gates say of a pair.
    #[must_use]
    pub fn permission(&self, cell: Cell) -> Permission {
        self.permissions[self.at(cell)]
    }

    /// What the gates say of a pair, with their reasons; none when the brief asks no gate.
    ///
    /// Where the two places themselves have a tie of the class that is sought, and it stands, the question is whether it may
    /// be kept: the law often treats existing ties in another way than new ones. [`Self::ruling_anew`] asks the other question.
    #[must_use]
    pub fn ruling(&self, cell: Cell) -> Option<Ruling> {
        Some(self.asked(&self.ask(cell)?, cell))
    }

    /// What the gates would say of a new tie, where [`Self::ruling`] speaks of one that stands; none for all other pairs.
    #[must_use]
    pub fn ruling_anew(&self, cell: Cell) -> Option<Ruling> {
        let ask = self.ask(cell).filter(|ask| !ask.is_new)?;
        Some(self.asked(&Ask { is_new: true, ..ask }, cell))
    }

    fn asked(&self, ask: &Ask, (left, right): Cell) -> Ruling {
        (self.gate)(ask, &self.scene.left[left].id, &self.scene.right[right].id)
    }

    /// What the brief asks of the gates about a pair.
    fn ask(&self, cell: Cell) -> Option<Ask> {
        let asked = self.brief.gates?;
        Some(Ask {
            as_of: self.scene.as_of,
            bodies: [Some(asked.body); 2],
            doing: asked.doing,
            class: Some(self.brief.class),
            is_new: !(asked.doing == Doing::Tie && self.is_tied(cell)),
        })
    }

    /// Whether the two places themselves have a tie of the class that is sought, and it stands. One that only a list names is
    /// not known to stand, and one that is suspended still does: to resume it is no new beginning.
    fn is_tied(&self, cell: Cell) -> bool {
        let stands = |standing| matches!(standing, Standing::InForce | Standing::Suspended | Standing::Contested);
        let links = self.scene.links(cell).iter();
        links.filter(|link| link.is_own && link.class == Some(self.brief.class)).any(|link| stands(link.standing))
    }

    /// The values of the criteria for a pair, in the order of [`CATALOGUE`].
    #[must_use]
    pub fn scores(&self, cell: Cell) -> &[Option<Score>] {
        &self.scores[self.at(cell) * CATALOGUE.len()..][..CATALOGUE.len()]
    }

    /// What a pair is worth by some weights, 0 to 1: for both, for the left, for the right.
    #[must_use]
    pub fn worth(&self, cell: Cell, weights: &Weights) -> Score {
        let scores = self.scores(cell);
        let mean = |side: &[f64], value: fn(&Score) -> f64| {
            let (mut sum, mut total) = (0.0, 0.0);
            for (at, (weight, score)) in side.iter().zip(scores).enumerate() {
                sum += weight * score.as_ref().map_or_else(|| self.brief.unknown_for(weights, at), value);
                total += weight;
            }
            if total > 0.0 { sum / total } else { 0.0 }
        };
        Score {
            both: mean(&weights.both, |score| score.both),
            left: mean(&weights.left, |score| score.left),
            right: mean(&weights.right, |score| score.right),
        }
    }

    /// Whether any tie between two places, or bodies within them, counts by the brief.
    #[must_use]
    pub fn has_tie(&self, cell: Cell) -> bool {
        let at = super::criteria::position("ties").expect("the catalogue holds it");
        self.scores(cell)[at].is_some_and(|score| score.both > 0.0)
    }

    /// Whether existing ties come first by some weights: the brief says so, asks for the greatest total, and ties weigh anything
    /// at all. Where the worst-off place comes first, or places rank for themselves, nothing else can come before that.
    #[must_use]
    pub fn puts_ties_first(&self, weights: &Weights) -> bool {
        let at = super::criteria::position("ties").expect("the catalogue holds it");
        self.brief.existing.first && self.brief.objective == Objective::Total && weights.both[at] > 0.0
    }

    /// Whether a pair comes before others where existing ties come first: a tie of a class that counts is known to
    /// stand, as more than a list says, and its standing counts at least one half.
    #[must_use]
    pub fn comes_first(&self, cell: Cell) -> bool {
        let existing = &self.brief.existing;
        let counts = |class: Option<TieClass>| {
            existing.classes.is_empty() || class.is_some_and(|class| existing.classes.contains(&class))
        };
        let stands = |standing: Standing| {
            let is_known = !matches!(
                standing,
                Standing::Unknown | Standing::Intent | Standing::Contact | Standing::Ended | Standing::None
            );
            is_known && existing.worth(standing) >= 0.5
        };
        self.scene.links(cell).iter().any(|link| counts(link.class) && stands(link.standing))
    }

    /// The mean of a criterion over all lawful pairs.
    pub(super) fn mean(&self, criterion: usize) -> f64 {
        self.means[criterion]
    }

    fn find_means(&self) -> Vec<f64> {
        let (mut sums, mut counts) = (vec![0.0; CATALOGUE.len()], vec![0.0; CATALOGUE.len()]);
        for cell in self.cells().filter(|cell| self.block(*cell).is_none()) {
            for (at, score) in self.scores(cell).iter().enumerate() {
                if let Some(score) = score {
                    sums[at] += score.both;
                    counts[at] += 1.0;
                }
            }
        }
        sums.iter().zip(counts).map(|(sum, count): (&f64, f64)| sum / count.max(1.0)).collect()
    }

    fn ask_gates(&mut self) {
        if self.brief.gates.is_none() {
            return;
        }
        let n_cols = self.scene.right.len();
        let ask =
            |at: usize| self.ruling((at / n_cols, at % n_cols)).map_or(Permission::Open, |ruling| ruling.permission);
        self.permissions = (0..self.permissions.len()).into_par_iter().with_min_len(64).map(ask).collect();
        for (block, permission) in self.blocks.iter_mut().zip(&self.permissions) {
            *block = (*permission == Permission::Prohibited).then_some(Block::Prohibited);
        }
    }

    /// The number of a place on a side.
    fn find(&self, side: Side, id: &PartyId) -> Option<usize> {
        self.places(side).binary_search_by(|place| place.id.cmp(id)).ok()
    }

    /// The pair of a rule; `None` if one of its places is left out as stale.
    fn cell(&self, rule: &PairRule) -> Result<Option<Cell>, BriefError> {
        let find = |side: Side, id: &PartyId| match self.find(side, id) {
            Some(at) => Ok(Some(at)),
            None if self.stale.iter().any(|place| place.id == *id) => Ok(None),
            None => Err(BriefError::at(rule.line, Fault::NotOnSide { place: id.to_string(), side: side.word() })),
        };
        Ok(find(Side::Left, &rule.left)?.zip(find(Side::Right, &rule.right)?))
    }

    fn block_all(&mut self, cells: impl IntoIterator<Item = Cell>, block: Block) {
        for cell in cells {
            let at = self.at(cell);
            self.blocks[at] = self.blocks[at].or(Some(block));
        }
    }

    fn apply_rules(&mut self) -> Result<(), BriefError> {
        let (n_rows, n_cols) = (self.scene.left.len(), self.scene.right.len());
        for (number, rule) in self.brief.must_not.clone().iter().enumerate() {
            let cell = self.cell(rule)?;
            self.block_all(cell, Block::MustNot(number));
        }
        for (number, rule) in self.brief.closed.clone().iter().enumerate() {
            let (left, right) = (self.find(Side::Left, &rule.place), self.find(Side::Right, &rule.place));
            if left.is_none() && right.is_none() && self.stale.iter().all(|place| place.id != rule.place) {
                return Err(BriefError::at(
                    rule.line,
                    Fault::NotOnSide { place: rule.place.to_string(), side: "left or right" },
                ));
            }
            if rule.since.is_some_and(|since| since > self.day) {
                continue;
            }
            self.block_all(
                left.into_iter().flat_map(|left| (0..n_cols).map(move |right| (left, right))),
                Block::Closed(number),
            );
            self.block_all(
                right.into_iter().flat_map(|right| (0..n_rows).map(move |left| (left, right))),
                Block::Closed(number),
            );
        }
        let same: Vec<Cell> =
            self.cells().filter(|(left, right)| self.scene.left[*left].id == self.scene.right[*right].id).collect();
        self.block_all(same, Block::Same);
        Ok(())
    }

    fn apply_capacities(&mut self) -> Result<(), BriefError> {
        for (id, partners, line) in self.brief.capacities.clone() {
            let found = [Side::Left, Side::Right].map(|side| self.find(side, &id));
            if found == [None, None] && self.stale.iter().all(|place| place.id != id) {
                return Err(BriefError::at(line, Fault::NotOnSide { place: id.to_string(), side: "left or right" }));
            }
            for (side, at) in found.into_iter().enumerate().filter_map(|(side, at)| Some((side, at?))) {
                self.partners[side][at] = partners;
            }
        }
        let (n_rows, n_cols) = (self.scene.left.len(), self.scene.right.len());
        for left in 0..n_rows {
            if (0..n_cols).all(|right| self.block((left, right)).is_some()) {
                self.partners[0][left].min = 0; // nobody may be given to it, and that is an answer
            }
        }
        for right in 0..n_cols {
            if (0..n_rows).all(|left| self.block((left, right)).is_some()) {
                self.partners[1][right].min = 0;
            }
        }
        Ok(())
    }

    fn apply_musts(&mut self) -> Result<(), BriefError> {
        let mut wanted = [vec![0u32; self.scene.left.len()], vec![0u32; self.scene.right.len()]];
        for rule in self.brief.must.clone() {
            let Some(cell) = self.cell(&rule)? else { continue };
            if self.musts.contains(&cell) {
                continue;
            }
            let (left, right) = (&self.scene.left[cell.0].name, &self.scene.right[cell.1].name);
            if let Some(block) = self.block(cell) {
                let (left, right, because) = (left.clone(), right.clone(), self.because(block, cell));
                return Err(BriefError::at(rule.line, Fault::MustBlocked { left, right, because }));
            }
            for (side, at, name) in [(0, cell.0, left), (1, cell.1, right)] {
                wanted[side][at] += 1;
                let (wanted, max) = (wanted[side][at], self.partners[side][at].max);
                if wanted > max {
                    return Err(BriefError::at(rule.line, Fault::MustTooMany { place: name.clone(), wanted, max }));
                }
            }
            self.musts.push(cell);
        }
        self.musts.sort_unstable();
        Ok(())
    }

    /// What stands against a pair, for an error message.
    fn because(&self, block: Block, cell: Cell) -> String {
        match block {
            Block::MustNot(number) => format!("the brief rules it out ({})", self.brief.must_not[number].why.text),
            Block::Closed(number) => {
                let rule = &self.brief.closed[number];
                format!("{} has closed its search ({})", rule.place, rule.why.text)
            }
            Block::Same => "it is one place".to_owned(),
            Block::Prohibited => {
                let ruling = self.ruling(cell);
                let words = |reason: &Reason| {
                    let title = reason.args.iter().find(|(name, _)| *name == "rule");
                    match title {
                        Some((_, register::Arg::Said { en, .. })) => en.clone(),
                        _ => reason.key.to_owned(),
                    }
                };
                let reasons = ruling.iter().flat_map(|ruling| &ruling.reasons);
                let rules: Vec<String> =
                    reasons.filter(|reason| FORBIDDING_KEYS.contains(&reason.key)).map(words).collect();
                let rules = if rules.is_empty() { "no rule is named".to_owned() } else { rules.join("; ") };
                format!("a gate prohibits it ({rules})")
            }
        }
    }
}
