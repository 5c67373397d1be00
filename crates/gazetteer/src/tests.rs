//! Laws of the look-ups: each fast way gives what the slow one gives, and no damaged byte does harm.

use std::collections::{BTreeMap, BTreeSet};

use fst::Streamer;
use proptest::prelude::*;

use crate::build::{Builder, NewPlace, tiny, tiny_builder};
use crate::fuzzy::edits_allowed;
use crate::{Context, Error, Gazetteer, NameKind, PlaceIdx, PlaceKind, Reason, distance_km, fold, fold_mapped};

/// Names that often share letters, beginnings and words, some of them in other scripts.
fn names() -> impl Strategy<Value = Vec<(String, u32)>> {
    let name = "[abcАБä]{1,4}([ -][abc]{1,6}){0,2}";
    proptest::collection::vec((name, 0_u32..50), 1..40)
}

fn built(names: &[(String, u32)]) -> Gazetteer {
    let mut builder = Builder::default();
    for (i, (name, population)) in names.iter().enumerate() {
        builder.add(NewPlace {
            population: *population,
            lat: (i as f32 * 37.0) % 180.0 - 90.0,
            lon: (i as f32 * 101.0) % 360.0 - 180.0,
            ..NewPlace::named(name, PlaceKind::City, "DE")
        });
    }
    Gazetteer::open(builder.finish(&mut |_, _| {}).unwrap()).unwrap()
}

/// Every key with its places.
fn keys(gazetteer: &Gazetteer) -> BTreeMap<String, Vec<PlaceIdx>> {
    let mut keys = BTreeMap::new();
    let mut stream = gazetteer.names.stream();
    while let Some((key, output)) = stream.next() {
        let key = std::str::from_utf8(key).unwrap().to_owned();
        keys.insert(key, gazetteer.hits(output.value()).collect());
    }
    keys
}

/// Edits by the whole table, swaps of neighbors included.
fn edits(a: &[char], b: &[char]) -> usize {
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            rows[i][j] = match (i, j) {
                (0, j) => j,
                (i, 0) => i,
                _ => {
                    let change = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                    let mut least = change.min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1);
                    if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                        least = least.min(rows[i - 2][j - 2] + 1);
                    }
                    least
                }
            };
        }
    }
    rows[a.len()][b.len()]
}

fn places(ranked: &[crate::Ranked]) -> Vec<PlaceIdx> {
    ranked.iter().map(|ranked| ranked.place).collect()
}

proptest! {
    #[test]
    fn every_name_is_found(names in names()) {
        let gazetteer = built(&names);
        prop_assert!(gazetteer.verify().is_ok());
        for idx in gazetteer.iter() {
            for name in gazetteer.names(idx).filter(|name| !fold(name).is_empty()) {
                prop_assert!(gazetteer.exact(&fold(name)).any(|found| found == idx), "{name}");
            }
        }
        for (key, hits) in keys(&gazetteer) {
            prop_assert!(hits.is_sorted(), "{key}: {hits:?}");
            let populations: Vec<u32> = hits.iter().map(|idx| gazetteer.population(*idx)).collect();
            prop_assert!(populations.is_sorted_by(|a, b| a >= b), "{key}: {populations:?}");
        }
    }

    #[test]
    fn beginnings_are_those_of_a_slow_scan(names in names(), text in "[abc ]{0,6}") {
        let gazetteer = built(&names);
        let folded = fold(&text);
        let keys = keys(&gazetteer);
        let begun: BTreeSet<PlaceIdx> =
            keys.iter().filter(|(key, _)| key.starts_with(&folded)).flat_map(|(_, hits)| hits.clone()).collect();
        let whole: Vec<PlaceIdx> = keys.get(&folded).cloned().unwrap_or_default();
        let rest = begun.into_iter().filter(|idx| !whole.contains(idx));
        let expected: Vec<PlaceIdx> = whole.iter().copied().chain(rest).take(7).collect();
        let expected = if folded.is_empty() { Vec::new() } else { expected };
        prop_assert_eq!(places(&gazetteer.starting_with(&text, 7)), expected);
    }

    #[test]
    fn names_before_a_text_are_those_of_a_slow_scan(names in names(), text in "[abc ]{0,16}") {
        let gazetteer = built(&names);
        let folded = fold(&text);
        let mut found = Vec::new();
        gazetteer.prefixes_of(&folded, |end, hits| found.push((end, hits.collect::<Vec<PlaceIdx>>())));
        let ends = (1..=folded.len()).filter(|end| *end == folded.len() || folded[*end..].starts_with(' '));
        let keys = keys(&gazetteer);
        let expected: Vec<(usize, Vec<PlaceIdx>)> =
            ends.filter_map(|end| Some((end, keys.get(&folded[..end])?.clone()))).collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn near_names_are_those_of_a_slow_scan(names in names(), text in "[abcä]{1,5}( [abc]{1,6}){0,2}") {
        let gazetteer = built(&names);
        let letters: Vec<char> = fold(&text).chars().collect();
        let mut best: BTreeMap<PlaceIdx, usize> = BTreeMap::new();
        for (key, hits) in keys(&gazetteer) {
            let edits = edits(&letters, &key.chars().collect::<Vec<char>>());
            for idx in hits.into_iter().filter(|_| edits <= usize::from(edits_allowed(letters.len()))) {
                let known = best.entry(idx).or_insert(edits);
                *known = edits.min(*known);
            }
        }
        let mut expected: Vec<(usize, PlaceIdx)> = best.into_iter().map(|(idx, edits)| (edits, idx)).collect();
        expected.sort_unstable();
        let found = gazetteer.fuzzy(&text, usize::MAX);
        let found: Vec<(usize, PlaceIdx)> = found
            .iter()
            .map(|ranked| match ranked.reasons[0] {
                Reason::Edits(edits) => (usize::from(edits), ranked.place),
                _ => panic!("{:?}", ranked.reasons),
            })
            .collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn the_nearest_are_those_of_a_slow_scan(names in names(), lat in -90.0_f64..90.0, lon in -180.0_f64..180.0) {
        let gazetteer = built(&names);
        let all = gazetteer.iter().map(|idx| gazetteer.place(idx));
        let mut expected: Vec<f64> =
            all.map(|place| distance_km((lat, lon), (f64::from(place.lat), f64::from(place.lon)))).collect();
        expected.sort_unstable_by(f64::total_cmp);
        expected.truncate(5);
        let found: Vec<f64> = gazetteer.nearest(lat, lon, 5).into_iter().map(|(_, km)| km).collect();
        prop_assert_eq!(found.len(), expected.len());
        for (found, expected) in found.iter().zip(&expected) {
            // Single precision is good to a few meters.
            prop_assert!((found - expected).abs() < 0.05, "{found} and {expected}");
        }
    }

    #[test]
    fn folding_twice_is_folding_once(text in ".{0,30}") {
        let folded = fold(&text);
        prop_assert_eq!(fold(&folded), folded);
    }

    #[test]
    fn folding_agrees_with_the_model(text in "[A-Za-z0-9 .,'’ÀàßøÆœłïЁёЙйҐїЩъ漢字ひ한-]{0,30}") {
        prop_assert_eq!(fold(&text), model::fold_letters(&text));
    }

    #[test]
    fn folded_letters_know_where_they_came_from(text in ".{0,20}[ а-яa-z.]{0,20}") {
        // One sign that comes to two words ('¼') is part of both.
        prop_assume!(text.chars().all(|letter| !fold(letter.encode_utf8(&mut [0; 4])).contains(' ')));
        let (mut folded, mut origin) = (String::new(), Vec::new());
        fold_mapped(&text, &mut folded, &mut origin);
        prop_assert_eq!(&folded, &fold(&text));
        prop_assert_eq!(origin.len(), folded.len() + 1);
        prop_assert!(origin.is_sorted());
        for (at, _) in folded.match_indices(' ') {
            let word = folded[..at].rfind(' ').map_or(0, |before| before + 1);
            let original = &text[origin[word] as usize..origin[at] as usize];
            prop_assert_eq!(fold(original), &folded[word..at]);
        }
        for at in origin {
            prop_assert!(text.is_char_boundary(at as usize));
        }
    }

    #[test]
    fn the_order_of_places_changes_no_answer(names in names()) {
        let mut turned = names.clone();
        turned.reverse();
        let (one, other) = (built(&names), built(&turned));
        for (key, hits) in keys(&one) {
            let named = |gazetteer: &Gazetteer, hits: &[PlaceIdx]| {
                let mut names: Vec<(u32, String)> =
                    hits.iter().map(|idx| (gazetteer.population(*idx), gazetteer.place(*idx).name.to_owned())).collect();
                names.sort_unstable();
                names
            };
            let others: Vec<PlaceIdx> = other.exact(&key).collect();
            prop_assert_eq!(named(&one, &hits), named(&other, &others));
        }
    }
}

/// Everything one can ask, so that a damaged byte has a chance to do harm.
fn ask(gazetteer: &Gazetteer) {
    let far = PlaceIdx(u32::MAX);
    for idx in gazetteer.iter().take(100).chain([far]) {
        let place = gazetteer.place(idx);
        let _ = (gazetteer.names(idx).count(), gazetteer.children(idx).len());
        let _ =
            (place.code.and_then(|code| gazetteer.by_code(code)), place.party.and_then(|id| gazetteer.by_party(id)));
        let _ = place.geonames.and_then(|id| gazetteer.by_geonames(id));
    }
    for text in ["Upper Mill", "mill", "xa", "m"] {
        let _ = gazetteer.exact(&fold(text)).with_kinds().count();
        gazetteer.prefixes_of(&fold(text), |_, hits| {
            let _ = hits.count();
        });
        let _ = (gazetteer.starting_with(text, 5), gazetteer.fuzzy(text, 5));
        let _ = gazetteer.rank(text, &Context { region: Some("XA-MV".into()), ..Context::default() }, 5);
    }
    let _ = (gazetteer.nearest(10.0, 20.0, 3), gazetteer.sources(), gazetteer.verify());
}

#[test]
fn a_damaged_or_cut_file_gives_an_error_or_answers() {
    let file = tiny_builder().finish(&mut |_, _| {}).unwrap();
    let mut n_found = 0;
    for at in 0..file.len() {
        let mut damaged = file.clone();
        damaged[at] ^= 1 << (at % 8);
        match Gazetteer::open(damaged) {
            Ok(gazetteer) => {
                ask(&gazetteer);
                n_found += usize::from(gazetteer.verify().is_err());
            }
            Err(_) => n_found += 1,
        }
        assert!(Gazetteer::open(file[..at].to_vec()).is_err(), "cut at {at}");
    }
    // What is between the parts belongs to none of them.
    assert!(file.len() - n_found < 8 * 16, "{n_found} of {}", file.len());
}

#[test]
fn other_and_older_files_are_named() {
    let mut file = tiny_builder().finish(&mut |_, _| {}).unwrap();
    assert_eq!(Gazetteer::open(b"name,lat,lon".to_vec()).unwrap_err().to_string(), "this is not a gazetteer file");
    file[8] = 0;
    let older = Gazetteer::open(file).unwrap_err();
    assert_eq!(older.to_string(), "gazetteer file has format 0, this program reads 1");
    assert_eq!(older.hint(), "rebuild it with `twain gazetteer build`");
    assert!(matches!(Gazetteer::open(Vec::new()), Err(Error::NotAGazetteer)));
}

#[test]
fn beginnings_of_many_names_are_those_of_a_slow_scan_too() {
    let mut state = 7_u64;
    let mut names = Vec::new();
    for _ in 0..3000 {
        let mut name = String::new();
        for _ in 0..6 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            name.push(['a', 'b', 'c', 'я'][(state >> 60) as usize % 4]);
        }
        names.push((name, (state >> 40) as u32));
    }
    let gazetteer = built(&names);
    assert!(gazetteer.beginnings.len() > 3, "{}", gazetteer.beginnings.len());
    for text in ["a", "ab", "ya", "abc", "abcab", "zz"] {
        let slow: Vec<PlaceIdx> = gazetteer.all_starting_with(text).into_iter().take(10).collect();
        assert_eq!(places(&gazetteer.starting_with(text, 10)), slow, "{text}");
        assert_eq!(gazetteer.starting_with(text, 500).len(), gazetteer.all_starting_with(text).len().min(500));
    }
}

#[test]
fn units_identifiers_and_kinds_of_names() {
    let gazetteer = tiny();
    let vale = gazetteer.by_code("XA-MV").unwrap();
    let names = |idxs: Vec<PlaceIdx>| idxs.iter().map(|idx| gazetteer.place(*idx).name.to_owned()).collect::<Vec<_>>();
    assert_eq!(names(gazetteer.children(vale)), ["Upper Mill", "Mill", "Mill University"]);
    assert_eq!(names(gazetteer.children(gazetteer.country("XA").unwrap())), ["Mill Vale"]);
    assert_eq!(gazetteer.country("XA-MV"), None);
    let mill = gazetteer.by_geonames(701).unwrap();
    assert_eq!(gazetteer.by_party("xa.upper-mill"), Some(mill));
    assert_eq!((gazetteer.by_geonames(9), gazetteer.by_party("xa.none"), gazetteer.by_code("")), (None, None, None));
    let kinds = |key: &str| gazetteer.exact(key).with_kinds().map(|(_, kind)| kind).collect::<Vec<_>>();
    assert_eq!(kinds("upper mill"), [NameKind::Own]);
    assert_eq!(kinds("obermuhle"), [NameKind::Listed]);
    assert_eq!(kinds("uml"), [NameKind::Code]);
    assert_eq!(kinds("st mill"), [NameKind::Made]);
    assert_eq!(kinds("aland"), [NameKind::Own]);
}

#[test]
fn context_moves_candidates_and_says_why() {
    let gazetteer = tiny();
    let check = |name: &str, context: Context, country: &str, reason: &Reason| {
        let ranked = gazetteer.rank(name, &context, 9);
        assert_eq!(gazetteer.place(ranked[0].place).country, country, "{name}: {ranked:?}");
        assert!(ranked[0].reasons.contains(reason), "{name}: {ranked:?}");
        assert!(ranked.iter().all(|one| (0.0..=1.0).contains(&one.score)));
        assert!(ranked.is_sorted_by(|a, b| a.score >= b.score));
    };
    let none = Context::default;
    check("Mill", none(), "XB", &Reason::InRegister);
    check("Mill, Aland", none(), "XA", &Reason::Population(9_000));
    check("Mill, Beeland", none(), "XB", &Reason::InCountry("XB".into()));
    check("Mill, Coast", none(), "XB", &Reason::InRegion("Coast".into()));
    check("Mill", Context { country: Some("XB".into()), ..none() }, "XB", &Reason::InRegister);
    check("Mill", Context { near: Some((-41.2, 179.9)), ..none() }, "XB", &Reason::NamedExactly);
    let nether = gazetteer.by_geonames(704).unwrap();
    let ranked = gazetteer.rank("Mill", &Context { others: vec![nether], ..none() }, 1);
    assert_eq!(gazetteer.place(ranked[0].place).country, "XB", "{ranked:?}");
}
