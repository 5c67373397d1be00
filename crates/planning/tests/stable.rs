//! Stable pairs: no blocking pair, the best of all stable outcomes for those who propose, and published instances.

#![expect(clippy::unwrap_used, reason = "a test that unwraps fails with the line")]

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use planning::{Error, Market, Pair, Side, blocking_pairs, stable_pairs};
use proptest::prelude::{Just, Strategy, prop, prop_assert, prop_assert_eq, proptest};

type Rankings = Vec<(Vec<u32>, u32)>;

fn rankings(n_own: usize, n_others: usize) -> impl Strategy<Value = Rankings> {
    let all: Vec<u32> = (0..u32::try_from(n_others).unwrap()).collect();
    let order = (Just(all).prop_shuffle(), 0..=n_others).prop_map(|(mut order, n)| {
        order.truncate(n);
        order
    });
    prop::collection::vec((order, 0u32..3), n_own)
}

fn markets() -> impl Strategy<Value = (Rankings, Rankings)> {
    (1usize..4, 1usize..4).prop_flat_map(|(n_rows, n_cols)| (rankings(n_rows, n_cols), rankings(n_cols, n_rows)))
}

/// Every set of acceptable pairs within capacities that nobody would leave.
fn all_stable(rows: &Rankings, cols: &Rankings) -> Vec<Vec<Pair>> {
    let market = Market::try_new(rows.clone(), cols.clone()).unwrap();
    let accepts = |(row, col): &Pair| {
        rows[*row].0.contains(&u32::try_from(*col).unwrap()) && cols[*col].0.contains(&u32::try_from(*row).unwrap())
    };
    let cells = (0..rows.len()).flat_map(|row| (0..cols.len()).map(move |col| (row, col)));
    let cells: Vec<Pair> = cells.filter(accepts).collect();
    let sets = (0..1u32 << cells.len()).map(|set| -> Vec<Pair> {
        cells.iter().enumerate().filter(|(at, _)| set >> at & 1 == 1).map(|(_, pair)| *pair).collect()
    });
    let fits = |pairs: &Vec<Pair>| {
        let row_fits = |row: usize| pairs.iter().filter(|pair| pair.0 == row).count() <= rows[row].1 as usize;
        let col_fits = |col: usize| pairs.iter().filter(|pair| pair.1 == col).count() <= cols[col].1 as usize;
        (0..rows.len()).all(row_fits) && (0..cols.len()).all(col_fits)
    };
    sets.filter(fits).filter(|pairs| blocking_pairs(&market, pairs).is_empty()).collect()
}

/// The ranks of a row's partners in rising order; having none counts as the worst.
fn ranks(rows: &Rankings, row: usize, pairs: &[Pair]) -> Vec<usize> {
    let rank = |col: usize| rows[row].0.iter().position(|other| *other as usize == col).unwrap();
    let mut ranks: Vec<usize> = pairs.iter().filter(|pair| pair.0 == row).map(|pair| rank(pair.1)).collect();
    ranks.sort_unstable();
    ranks
}

proptest! {
    #[test]
    fn those_who_propose_do_best((rows, cols) in markets()) {
        let market = Market::try_new(rows.clone(), cols.clone()).unwrap();
        let found = stable_pairs(&market, Side::Rows);
        let all = all_stable(&rows, &cols);
        prop_assert!(all.contains(&found), "{:?} of {:?}", found, all);
        for other in &all {
            for row in 0..rows.len() {
                let (mine, theirs) = (ranks(&rows, row, &found), ranks(&rows, row, other));
                prop_assert_eq!(mine.len(), theirs.len()); // the same places stay free in every stable outcome
                prop_assert!(mine.iter().zip(&theirs).all(|(mine, theirs)| mine <= theirs));
            }
        }
        let turned = Market::try_new(cols, rows).unwrap();
        let by_cols: Vec<Pair> = stable_pairs(&turned, Side::Cols).into_iter().map(|(col, row)| (row, col)).collect();
        prop_assert_eq!(by_cols.len(), found.len());
        prop_assert!(by_cols.iter().all(|pair| found.contains(pair)));
    }
}

#[test]
fn bad_rankings_are_named() {
    let error = |rows: Rankings, cols: Rankings| Market::try_new(rows, cols).unwrap_err();
    assert_eq!(error(vec![(vec![1], 1)], vec![(vec![0], 1)]), Error::UnknownPartner { at: 0, partner: 1, n_others: 1 });
    let twice = error(vec![(vec![0], 1)], vec![(vec![], 1), (vec![0, 0], 1)]);
    assert_eq!(twice.to_string(), "ranking 1 names partner 0 twice");
}

/// Reads a table of the hospitals-residents instances: an id, and the ranking in square brackets at the end of each line.
fn read_side(folder: &std::path::Path, name: &str) -> Option<Vec<(String, u32, Vec<String>)>> {
    let plain = fs::read(folder.join(name));
    let bytes = plain.or_else(|_| zstd::decode_all(fs::File::open(folder.join(format!("{name}.zst")))?)).ok()?;
    let text = String::from_utf8(bytes).unwrap();
    let line = |line: &str| {
        let (head, order) = line.split_once('[').unwrap();
        let fields: Vec<&str> = head.split(',').collect();
        let order = order.trim_end_matches(['"', ']', '\r']).split(',').map(|id| id.trim().to_owned());
        // Residents have names where programs have the number of positions.
        let room = fields.get(2).and_then(|field| field.parse().ok()).unwrap_or(1);
        (fields[0].trim().to_owned(), room, order.filter(|id| !id.is_empty()).collect())
    };
    Some(text.lines().skip(1).filter(|line| line.contains('[')).map(line).collect())
}

#[test]
fn published_instances() {
    let folder =
        PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/stable-matching/hospital-residents"));
    for (residents, programs, n_unmatched, n_open) in [
        ("residentSmall.csv", "programSmall.csv", 1, 1),
        ("residents4000.csv", "programs4000.csv", 334, 39),
        ("residentsLarge.csv", "programsLarge.csv", 13_027, 94),
    ] {
        let (Some(rows), Some(cols)) = (read_side(&folder, residents), read_side(&folder, programs)) else {
            eprintln!("not tested: {residents} is not there");
            continue;
        };
        let numbers = |side: &[(String, u32, Vec<String>)]| -> BTreeMap<String, u32> {
            side.iter().zip(0..).map(|((id, _, _), at)| (id.clone(), at)).collect()
        };
        let (row_numbers, col_numbers) = (numbers(&rows), numbers(&cols));
        let side = |side: &[(String, u32, Vec<String>)], numbers: &BTreeMap<String, u32>| -> Rankings {
            let order = |order: &[String]| order.iter().filter_map(|id| numbers.get(id).copied()).collect();
            side.iter().map(|(_, room, ids)| (order(ids), *room)).collect()
        };
        let market = Market::try_new(side(&rows, &col_numbers), side(&cols, &row_numbers)).unwrap();
        let n_positions: u32 = cols.iter().map(|(_, room, _)| room).sum();
        for proposing in [Side::Rows, Side::Cols] {
            let pairs = stable_pairs(&market, proposing);
            assert_eq!(blocking_pairs(&market, &pairs), [], "{residents} {proposing:?}");
            let found = (rows.len() - pairs.len(), n_positions as usize - pairs.len());
            assert_eq!(found, (n_unmatched, n_open), "{residents} {proposing:?}");
        }
    }
}
