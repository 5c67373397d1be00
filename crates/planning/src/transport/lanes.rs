//! A pass over one row of the table, written for vector instructions chosen when the program runs.

use pulp::{Arch, Simd, WithSimd};

/// The vector unit of this processor, and room for what a pass finds.
pub(super) struct Lanes {
    arch: Arch,
    pub(super) marks: Vec<u64>,
}

/// What a row is looked through for: columns that it reaches sooner than they were reached before.
pub(super) struct Reach<'a> {
    pub(super) cells: &'a [f64],
    pub(super) sign: f64,
    /// The price of the row, and those of the columns.
    pub(super) u: f64,
    pub(super) v: &'a [f64],
    /// How far the row is, and the columns so far.
    pub(super) far: f64,
    pub(super) fars: &'a [f64],
    /// Farther than this is of no interest.
    pub(super) nearest: f64,
}

impl Lanes {
    pub(super) fn new(n_cols: usize) -> Self {
        Self { arch: Arch::new(), marks: vec![0; n_cols.div_ceil(64)] }
    }

    /// Marks the columns, 64 to a word.
    pub(super) fn mark(&mut self, reach: Reach) {
        self.arch.dispatch(Mark { reach, out: &mut self.marks });
    }
}

struct Mark<'a> {
    reach: Reach<'a>,
    out: &'a mut [u64],
}

impl WithSimd for Mark<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) {
        let Self { reach: Reach { cells, sign, u, v, far, fars, nearest }, out } = self;
        for (((cells, v), fars), word) in cells.chunks(64).zip(v.chunks(64)).zip(fars.chunks(64)).zip(out) {
            let columns = cells.iter().zip(v).zip(fars).enumerate();
            *word = columns.fold(0, |word, (at, ((c, v), before))| {
                let rest = c * sign - u - v;
                let reached = far + if rest > 0.0 { rest } else { 0.0 };
                word | (u64::from((reached < *before) & (reached < nearest)) << at)
            });
        }
    }
}
