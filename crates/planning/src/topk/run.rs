//! Cuts the task into blocks of rows and deals them to the cores.

use rayon::prelude::{IndexedParallelIterator, IntoParallelIterator, ParallelIterator};

use super::best::{Best, Scored};
use super::features::Features;
use super::tile::Panels;
use crate::Error;

/// How many rows go through all panels together: enough that reading the panels costs little beside using them, few enough
/// that the rows stay in the second cache (480 rows of 64 features are 120 kB).
const BLOCK: usize = 480;

/// The best items of each row.
#[derive(Debug, Clone, PartialEq)]
pub struct TopK {
    per_row: usize,
    all: Vec<Scored>,
}

impl TopK {
    /// The best items of row `row`, best first, equal scores by rising item.
    ///
    /// # Panics
    /// When there is no such row.
    pub fn row(&self, row: usize) -> &[Scored] {
        &self.all[row * self.per_row..(row + 1) * self.per_row]
    }

    /// How many items each row has: `k`, or all if there are fewer.
    pub fn per_row(&self) -> usize {
        self.per_row
    }
}

/// For each row of `rows`, the `k` rows of `items` with the greatest inner product, exact in the sense of `f32`: products are
/// summed in the order of the features, each step rounded once.
///
/// Runs on all cores of the current `rayon` pool; the answer does not depend on how many. O(rows · items · features);
/// memory is one more copy of `items`, the answer, and some hundred kB per core. Where the number of features is in the
/// thousands, a matrix product in blocks over the features as well would be the better tool.
///
/// # Errors
/// [`Error::WrongWidth`] when the two tables do not have the same features.
///
/// # Example
/// ```
/// use planning::{Features, top_k};
/// let rows = Features::try_new(1, 2, &[1.0, 2.0])?;
/// let items = Features::try_new(3, 2, &[1.0, 0.0, 0.0, 1.0, 2.0, 0.0])?;
/// let best = top_k(rows, items, 2)?;
/// assert_eq!(best.row(0).iter().map(|best| (best.item, best.score)).collect::<Vec<_>>(), [(1, 2.0), (2, 2.0)]);
/// # Ok::<(), planning::Error>(())
/// ```
pub fn top_k(rows: Features, items: Features, k: usize) -> Result<TopK, Error> {
    if rows.width != items.width {
        return Err(Error::WrongWidth { expected: rows.width, found: items.width });
    }
    let per_row = k.min(items.n_rows);
    if per_row == 0 {
        return Ok(TopK { per_row, all: Vec::new() });
    }
    let panels = Panels::new(items);
    let blocks: Vec<Vec<Scored>> = (0..rows.n_rows.div_ceil(BLOCK))
        .into_par_iter()
        .with_max_len(1)
        .map(|block| {
            let numbers = block * BLOCK..rows.n_rows.min((block + 1) * BLOCK);
            let mut best: Vec<Best> = numbers.clone().map(|_| Best::new(per_row)).collect();
            panels.score(&numbers.map(|row| rows.row(row)).collect::<Vec<_>>(), &mut best);
            best.into_iter().flat_map(Best::into_sorted).collect()
        })
        .collect();
    Ok(TopK { per_row, all: blocks.concat() })
}
