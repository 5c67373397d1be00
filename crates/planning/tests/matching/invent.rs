//! Invented briefs: places with random facts, random weights and rules, all written as a brief's text.

use jiff::civil::{Date, date};
use model::PartyId;
use planning::matching::{Brief, BriefError, Cell, Ruling, Task, World, prepare};
use proptest::prelude::{Just, Strategy, any, prop};
use register::{Ask, House, Permission, Register};

/// The day of asking.
pub(crate) const TODAY: Date = date(2026, 11, 1);

const SECTORS: [&str; 6] = ["mining", "metals", "fisheries", "tourism", "agriculture", "food"];
const THEMES: [&str; 5] = ["schools", "water", "heating", "roads", "music"];

/// One invented place.
#[derive(Debug, Clone)]
pub(crate) struct Invented {
    pub(crate) population: Option<u64>,
    pub(crate) location: Option<[f64; 2]>,
    pub(crate) sectors: Vec<&'static str>,
    pub(crate) needs: Vec<&'static str>,
    pub(crate) offers: Vec<&'static str>,
    pub(crate) partners: (u32, u32),
}

/// An invented brief.
#[derive(Debug, Clone)]
pub(crate) struct Question {
    pub(crate) left: Vec<Invented>,
    pub(crate) right: Vec<Invented>,
    /// Weights of size, distance, shared-sectors and needs.
    pub(crate) weights: [u32; 4],
    pub(crate) objective: &'static str,
    pub(crate) must_not: Vec<Cell>,
    /// Pairs that the gate prohibits.
    pub(crate) barred: Vec<Cell>,
    pub(crate) must: Vec<Cell>,
}

fn place() -> impl Strategy<Value = Invented> {
    let some = |all: &'static [&'static str]| prop::sample::subsequence(all, 0..=all.len());
    let location = prop::option::of((-80i32..80, -180i32..180).prop_map(|(lat, lon)| [f64::from(lat), f64::from(lon)]));
    let partners = (0u32..3, 0u32..3).prop_map(|(min, more)| (min.min(1), min.min(1) + more));
    (prop::option::of(1_000u64..5_000_000), location, some(&SECTORS), some(&THEMES), some(&THEMES), partners).prop_map(
        |(population, location, sectors, needs, offers, partners)| Invented {
            population,
            location,
            sectors,
            needs,
            offers,
            partners,
        },
    )
}

/// Briefs of up to `most` places on each side.
pub(crate) fn question(most: usize) -> impl Strategy<Value = Question> {
    let sides = (prop::collection::vec(place(), 1..=most), prop::collection::vec(place(), 1..=most));
    let weights = prop::array::uniform4(0u32..5).prop_filter("some weight", |weights| weights.iter().sum::<u32>() > 0);
    let cells = |n: usize| prop::collection::vec((0..most, 0..most), 0..=n);
    let objective = prop::sample::select(vec!["total", "fair", "stable", "browse"]);
    (sides, weights, objective, cells(3), cells(4), any::<bool>(), Just(())).prop_map(
        |((left, right), weights, objective, must_not, barred, has_must, ())| {
            let fits = |cells: Vec<Cell>| -> Vec<Cell> {
                cells.into_iter().filter(|(row, col)| *row < left.len() && *col < right.len()).collect()
            };
            let (must_not, barred) = (fits(must_not), fits(barred));
            let is_free = |cell: &Cell| {
                let has_room = left[cell.0].partners.1 > 0 && right[cell.1].partners.1 > 0;
                !must_not.contains(cell) && !barred.contains(cell) && has_room
            };
            let must = fits(vec![(0, right.len() - 1)]).into_iter().filter(|cell| has_must && is_free(cell)).collect();
            Question { left, right, weights, objective, must_not, barred, must }
        },
    )
}

/// The id of a place; ids are in the order of numbers.
pub(crate) fn id(side: char, at: usize) -> String {
    format!("x{side}-p{at:02}")
}

impl Question {
    /// The brief, with the places in this order.
    pub(crate) fn text(&self, left_order: &[usize], right_order: &[usize]) -> String {
        let [size, distance, sectors, needs] = self.weights;
        let mut text = format!(
            "id = \"invented\"\ntitle = \"Invented\"\nquestion = \"Who?\"\nobjective = {{ kind = \"{}\" }}\n\
             [left]\nunits = {}\n[right]\nunits = {}\n[criteria]\nsize = {size}\ndistance = {distance}\n\
             shared-sectors = {sectors}\nneeds = {needs}\n",
            self.objective,
            list(left_order.iter().map(|at| id('a', *at))),
            list(right_order.iter().map(|at| id('b', *at))),
        );
        let pair =
            |(row, col): &Cell| format!("pair = [\"{}\", \"{}\"]\nwhy = \"told so\"\n", id('a', *row), id('b', *col));
        self.must.iter().for_each(|cell| text += &format!("[[must]]\n{}", pair(cell)));
        self.must_not.iter().for_each(|cell| text += &format!("[[must_not]]\n{}", pair(cell)));
        for (side, order, places) in [('a', left_order, &self.left), ('b', right_order, &self.right)] {
            order.iter().for_each(|at| text += &describe(&id(side, *at), &places[*at]));
        }
        text
    }

    /// The brief in the order of numbers.
    pub(crate) fn plain(&self) -> String {
        let numbers = |n: usize| (0..n).collect::<Vec<_>>();
        self.text(&numbers(self.left.len()), &numbers(self.right.len()))
    }
}

fn list(words: impl Iterator<Item = String>) -> String {
    format!("[{}]", words.map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", "))
}

fn describe(id: &str, place: &Invented) -> String {
    let words = |words: &[&str]| list(words.iter().map(ToString::to_string));
    let (min, max) = place.partners;
    let mut text = format!(
        "[[capacity]]\nplace = \"{id}\"\nmin = {min}\nmax = {max}\n[[place]]\nid = \"{id}\"\nname = \"{id}\"\n\
         sectors = {}\nneeds = {}\noffers = {}\n",
        words(&place.sectors),
        words(&place.needs),
        words(&place.offers),
    );
    if let Some(population) = place.population {
        text += &format!("population = {population}\n");
    }
    if let Some([lat, lon]) = place.location {
        text += &format!("location = [{lat:?}, {lon:?}]\n");
    }
    text
}

/// Puts a brief to an empty register and does something with the task.
pub(crate) fn with_task<T>(text: &str, barred: &[Cell], run: impl FnOnce(&Task<'_>) -> T) -> Result<T, BriefError> {
    let register = Register::new(House::default());
    let gate = |_: &Ask, left: &PartyId, right: &PartyId| {
        let is_barred =
            barred.iter().any(|(row, col)| left.as_str() == id('a', *row) && right.as_str() == id('b', *col));
        Ruling { permission: if is_barred { Permission::Prohibited } else { Permission::Open }, reasons: Vec::new() }
    };
    let text = if barred.is_empty() {
        text.to_owned()
    } else {
        format!("{text}[gates]\nbody = \"municipality\"\nactivity = \"tie\"\n")
    };
    let brief = Brief::parse(&text)?;
    let world = World { register: &register, units: &[], today: TODAY, gate: &gate };
    prepare(brief, world).map(|task| run(&task))
}
