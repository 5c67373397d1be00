//! What the tests of criteria share: places in one line, and a scene of two.

use std::sync::LazyLock;

use jiff::civil::date;
use model::PartyId;
use register::{Arg, AsOf, House, Reason, Register};

use super::super::brief::Existing;
use super::super::place::{Cited, Place, Several};
use super::super::scene::{Cell, Scene};

/// The only pair of a scene of two.
pub(super) const CELL: Cell = (0, 0);

pub(super) fn place(id: &str) -> Place {
    Place::new(PartyId::parse(id).expect("a good id"), format!("Place {id}"))
}

pub(super) fn several(words: &[&str]) -> Several {
    words.iter().map(|word| Cited { value: (*word).to_owned(), claim: None }).collect()
}

/// A scene of places of which a register knows nothing.
pub(super) fn scene(left: Place, right: Place) -> Scene<'static> {
    scene_of(vec![left], vec![right])
}

pub(super) fn scene_of(left: Vec<Place>, right: Vec<Place>) -> Scene<'static> {
    static EMPTY: LazyLock<Register> = LazyLock::new(|| Register::new(House::default()));
    let as_of = AsOf { true_on: date(2020, 11, 29), known_on: date(2020, 11, 29) };
    Scene::new(&EMPTY, as_of, (left, right), Existing::default())
}

/// The first list of words in a reason.
pub(super) fn words(reason: &Reason) -> Vec<&str> {
    let found = reason.args.iter().find_map(|(_, arg)| match arg {
        Arg::Words(_, words) => Some(words),
        _ => None,
    });
    found.expect("the reason has a list").iter().map(String::as_str).collect()
}
