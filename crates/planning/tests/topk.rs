//! The k best by inner product against a slow and plain computation of the same.

#![expect(clippy::unwrap_used, reason = "a test that unwraps fails with the line")]

use planning::{Error, Features, Scored, top_k};
use proptest::prelude::{Just, Strategy, prop, proptest};

/// What `top_k` promises, word for word.
fn plain(rows: &[f32], items: &[f32], width: usize, k: usize) -> Vec<Vec<Scored>> {
    let score = |row: &[f32], item: &[f32]| row.iter().zip(item).fold(0.0f32, |sum, (a, b)| a.mul_add(*b, sum));
    let rank = |row: &[f32]| {
        let score = |(item, features): (usize, &[f32])| Scored {
            item: u32::try_from(item).unwrap(),
            score: score(row, features),
        };
        let mut all: Vec<Scored> = items.chunks(width).enumerate().map(score).collect();
        all.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.item.cmp(&b.item)));
        all.truncate(k);
        all
    };
    rows.chunks(width).map(rank).collect()
}

fn check(rows: &[f32], items: &[f32], width: usize, k: usize) {
    let rows_as_table = Features::try_new(rows.len() / width, width, rows).unwrap();
    let items_as_table = Features::try_new(items.len() / width, width, items).unwrap();
    let found = top_k(rows_as_table, items_as_table, k).unwrap();
    let expected = plain(rows, items, width, k);
    let found: Vec<Vec<Scored>> = (0..expected.len()).map(|row| found.row(row).to_vec()).collect();
    assert_eq!(
        found,
        expected,
        "{} rows, {} items, {width} features, k = {k}",
        rows.len() / width,
        items.len() / width
    );
}

/// Numbers of few digits, so that many scores are equal, or of many.
fn numbers(n: usize, seed: u64, steps: u64) -> Vec<f32> {
    let mut state = seed | 1;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 20) % steps
    };
    (0..n).map(|_| next() as f32 / steps as f32 * 2.0 - 1.0).collect()
}

#[test]
fn blocks_panels_and_groups_leave_nothing_out() {
    for (n_rows, n_items, width, k) in [
        (1, 1, 1, 1),
        (3, 47, 5, 4),
        (9, 48, 64, 10),
        (8, 49, 3, 60),
        (500, 97, 7, 3),
        (970, 1, 2, 1),
        (5, 1000, 64, 10),
        (17, 300, 1, 300),
    ] {
        for steps in [2, 1 << 24] {
            check(&numbers(n_rows * width, 5, steps), &numbers(n_items * width, 9, steps), width, k);
        }
    }
}

#[test]
fn nothing_asked_or_nothing_there_gives_nothing() {
    let row = Features::try_new(1, 2, &[1.0, 2.0]).unwrap();
    let none = Features::try_new(0, 2, &[]).unwrap();
    assert_eq!(top_k(row, row, 0).unwrap().per_row(), 0);
    assert_eq!(top_k(row, none, 3).unwrap().row(0), []);
    assert_eq!(top_k(none, row, 3).unwrap().per_row(), 1);
    let bare = Features::try_new(3, 0, &[]).unwrap();
    let scored = [Scored { item: 0, score: 0.0 }, Scored { item: 1, score: 0.0 }];
    assert_eq!(top_k(bare, bare, 2).unwrap().row(2), scored); // without features all are equal
}

#[test]
fn bad_tables_name_the_cell() {
    let error = |n_rows, width, values: &[f32]| Features::try_new(n_rows, width, values).unwrap_err().to_string();
    assert_eq!(error(2, 2, &[1.0, 2.0, 3.0, f32::NAN]), "the value in row 1, column 1 is not a number");
    assert_eq!(error(1, 2, &[1.0, -2e15]), "the value in row 0, column 1 is beyond 1e15");
    assert_eq!(error(1, 2, &[1.0]), "a table of 1 rows and 2 columns needs 2 values, 1 were given");
    let (one, two) = (Features::try_new(1, 1, &[1.0]).unwrap(), Features::try_new(1, 2, &[1.0, 2.0]).unwrap());
    assert_eq!(top_k(one, two, 1), Err(Error::WrongWidth { expected: 1, found: 2 }));
}

#[test]
fn the_number_of_threads_does_not_matter() {
    let (rows, items) = (numbers(2_000 * 8, 3, 1 << 20), numbers(700 * 8, 4, 1 << 20));
    let run = || {
        let (rows, items) = (Features::try_new(2_000, 8, &rows), Features::try_new(700, 8, &items));
        top_k(rows.unwrap(), items.unwrap(), 6).unwrap()
    };
    let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap().install(run);
    let many = rayon::ThreadPoolBuilder::new().num_threads(5).build().unwrap().install(run);
    assert_eq!(alone, many);
}

proptest! {
    #[test]
    fn any_table(
        (width, rows, items) in (1usize..6).prop_flat_map(|width| {
            let table = move || prop::collection::vec(prop::collection::vec(-3i8..4, width), 0..70);
            (Just(width), table(), table())
        }),
        k in 0usize..9,
    ) {
        let flat = |table: &[Vec<i8>]| -> Vec<f32> { table.iter().flatten().map(|value| f32::from(*value)).collect() };
        let (rows, items) = (flat(&rows), flat(&items));
        check(&rows, &items, width, k);
    }
}
