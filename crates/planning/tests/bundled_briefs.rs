//! The briefs and unit lists under `data/` are good, and the invented one is answered as it asks to be.

use jiff::civil::date;
use planning::matching::{Brief, Ruling, Side, UnitList, World, prepare};
use register::{House, Permission, Register};

macro_rules! data {
    ($name:literal) => {
        ($name, include_str!(concat!("../../../data/", $name, ".toml")))
    };
}

#[test]
fn unit_lists_name_each_place_once() {
    let lists = [
        (data!("units/us-states"), 50),
        (data!("units/ru-subjects-83"), 83),
        (data!("units/ru-subjects-85"), 85),
        (data!("units/ru-subjects-89"), 89),
    ];
    for ((name, text), n_units) in lists {
        let list = UnitList::parse(text).unwrap_or_else(|fault| panic!("{name}: {fault}"));
        assert_eq!((format!("units/{}", list.id).as_str(), list.units.len()), (name, n_units));
        assert!(!list.sources.is_empty() && !list.about.is_empty(), "{name} says whose count it is");
    }
}

#[test]
fn briefs_can_be_read() {
    for (name, text) in [data!("briefs/us-ru-2020"), data!("briefs/us-ru-today"), data!("briefs/municipal-demo")] {
        let brief = Brief::parse(text).unwrap_or_else(|fault| panic!("{name}: {fault}"));
        assert_eq!(format!("briefs/{}", brief.id), name);
    }
}

#[test]
fn the_invented_municipalities_get_what_the_brief_asks() {
    let register = Register::new(House::default());
    let gate = |_: &_, _: &_, _: &_| Ruling { permission: Permission::Open, reasons: Vec::new() };
    let world = World { register: &register, units: &[], today: date(2026, 11, 1), gate: &gate };
    let brief = Brief::parse(data!("briefs/municipal-demo").1).expect("tested above");
    let task = prepare(brief, world).expect("its places are all described");
    let plan = task.solve().expect("an answer");

    let name = |side: Side, at: usize| task.places(side)[at].name.as_str();
    let partners = |place: &str| -> Vec<&str> {
        let pairs = plan.pairs.iter().map(|cell| (name(Side::Left, cell.0), name(Side::Right, cell.1)));
        pairs
            .filter_map(|(left, right)| (right == place).then_some(left).or((left == place).then_some(right)))
            .collect()
    };
    let stale: Vec<&str> = task.stale.iter().map(|place| place.name.as_str()).collect();
    assert_eq!(stale, ["Vitriana Balka", "Pietrafonda"], "not renewed for half a year");
    assert!(partners("Dzvinkove").is_empty() && partners("Wilgendam").is_empty(), "they have closed their search");
    assert_eq!(partners("Kamianyi Mist"), ["Stary Jarzebiec"], "both councils have voted");
    assert!(partners("Lindenfurt").len() <= 1 && !partners("Lindenfurt").contains(&"Pivnichna Prystan"));
    assert_eq!(plan.pairs.len(), 22, "every other hromada has a partner");
    assert!(task.check(&plan).is_good());
    assert_eq!(task.check(&plan).n_blocking, 0, "nobody would rather have each other");
}
