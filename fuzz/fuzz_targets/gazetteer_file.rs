//! The gazetteer file: whatever its bytes are, opening it fails or it answers.
#![no_main]

use std::sync::LazyLock;

use gazetteer::build::{Builder, NewPlace};
use gazetteer::{Context, Gazetteer, PlaceIdx, PlaceKind, fold};

static FILE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut builder = Builder::default();
    for (i, name) in ["Upper Mill", "Nether Mill", "Mill", "Мельница", "Saint Mill"].into_iter().cycle().take(400).enumerate() {
        builder.add(NewPlace {
            names: vec![format!("{name} {i}")],
            population: i as u32 * 7,
            lat: i as f32 / 5.0,
            lon: i as f32 / 3.0,
            geonames: Some(i as u32 + 1),
            party: Some(format!("xa.mill-{i}")),
            ..NewPlace::named(name, PlaceKind::City, "XA")
        });
    }
    builder.finish(&mut |_, _| {}).expect("a few places are not too many")
});

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    ask(bytes.to_vec());
    // Most bytes are no gazetteer at all: so also a good one with some of them changed, each by a position and a value.
    let mut file = FILE.clone();
    for edit in bytes.chunks_exact(4) {
        let at = u32::from_le_bytes([edit[0], edit[1], edit[2], 0]) as usize % file.len();
        file[at] ^= edit[3];
    }
    ask(file);
});

fn ask(file: Vec<u8>) {
    let Ok(gazetteer) = Gazetteer::open(file) else { return };
    for idx in gazetteer.iter().step_by(17).chain([PlaceIdx(u32::MAX)]) {
        let place = gazetteer.place(idx);
        let _ = (gazetteer.names(idx).count(), gazetteer.children(idx).len());
        let _ = place.party.and_then(|id| gazetteer.by_party(id));
        let _ = place.geonames.and_then(|id| gazetteer.by_geonames(id));
    }
    for text in ["Upper Mill", "mill", "m"] {
        gazetteer.prefixes_of(&fold(text), |_, hits| {
            let _ = hits.with_kinds().count();
        });
        let _ = (gazetteer.starting_with(text, 5), gazetteer.fuzzy(text, 5));
        let _ = gazetteer.rank(text, &Context::default(), 5);
    }
    let _ = (gazetteer.nearest(10.0, 20.0, 3), gazetteer.sources(), gazetteer.verify());
}
