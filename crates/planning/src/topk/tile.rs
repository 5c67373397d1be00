//! The kernel: scores of a few rows against one panel of items, in registers, compared with what each row wants.
//!
//! A score is the sum of products in the order of the features, each step one fused multiplication and addition. That is
//! the same to the last bit on every processor and however the work is cut.

use pulp::{Arch, Simd, WithSimd};

use super::best::Best;
use super::features::Features;
use crate::costs::short;

/// How many vectors of items a panel is wide.
const VECTORS: usize = 3;

/// Bytes in a cache line; a vector that lies across two takes twice as long to load.
const LINE: usize = 64;

/// Items turned so that a panel lies in the order in which it is read: feature by feature, `width` items each.
pub(super) struct Panels {
    arch: Arch,
    packed: Vec<f32>,
    start: usize,
    n_items: usize,
    n_features: usize,
    width: usize,
}

impl Panels {
    pub(super) fn new(items: Features) -> Self {
        let arch = Arch::new();
        let width = arch.dispatch(PanelWidth);
        let n_panels = items.n_rows.div_ceil(width);
        let mut packed = vec![0.0; n_panels * width * items.width + LINE / size_of::<f32>()];
        let start = packed.as_ptr().align_offset(LINE).min(LINE / size_of::<f32>());
        for (panel, room) in packed[start..].chunks_exact_mut((width * items.width).max(1)).take(n_panels).enumerate() {
            for at in 0..width.min(items.n_rows - panel * width) {
                for (feature, value) in items.row(panel * width + at).iter().enumerate() {
                    room[feature * width + at] = *value;
                }
            }
        }
        Self { arch, packed, start, n_items: items.n_rows, n_features: items.width, width }
    }

    /// Offers the scores of rows against all items to `best`, one for each row.
    pub(super) fn score(&self, rows: &[&[f32]], best: &mut [Best]) {
        self.arch.dispatch(Score { panels: self, rows, best });
    }

    fn panel(&self, panel: usize) -> &[f32] {
        let size = self.width * self.n_features;
        &self.packed[self.start + panel * size..][..size]
    }
}

struct PanelWidth;

impl WithSimd for PanelWidth {
    type Output = usize;

    #[inline(always)]
    fn with_simd<S: Simd>(self, _: S) -> usize {
        VECTORS * S::F32_LANES
    }
}

struct Score<'a> {
    panels: &'a Panels,
    rows: &'a [&'a [f32]],
    best: &'a mut [Best],
}

impl WithSimd for Score<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        // As many rows as fit into the registers beside a panel's vectors and one value of a row.
        if S::REGISTER_COUNT >= 32 { self.run::<S, 8>(simd) } else { self.run::<S, 4>(simd) }
    }
}

impl Score<'_> {
    #[inline(always)]
    fn run<S: Simd, const ROWS: usize>(self, simd: S) {
        let Self { panels, rows, best } = self;
        let groups: Vec<Vec<[f32; ROWS]>> = rows.chunks(ROWS).map(|rows| turn(rows, panels.n_features)).collect();
        for panel in 0..panels.n_items.div_ceil(panels.width) {
            let (items, _) = S::as_simd_f32s(panels.panel(panel));
            let items = items.as_chunks::<VECTORS>().0;
            let first = panel * panels.width;
            let n_items = panels.width.min(panels.n_items - first);
            for (group, best) in groups.iter().zip(best.chunks_mut(ROWS)) {
                let scores = scores(simd, group, items);
                for (best, scores) in best.iter_mut().zip(&scores) {
                    let wanted = simd.splat_f32s(best.threshold);
                    let greatest = scores.iter().fold(scores[0], |greatest, scores| simd.max_f32s(greatest, *scores));
                    let is_wanted = simd.greater_than_f32s(greatest, wanted);
                    if simd.first_true_m32s(is_wanted) < S::F32_LANES {
                        offer(&pulp::bytemuck::cast_slice::<S::f32s, f32>(scores)[..n_items], first, best);
                    }
                }
            }
        }
    }
}

/// The rows feature by feature; missing ones are zero.
fn turn<const ROWS: usize>(rows: &[&[f32]], n_features: usize) -> Vec<[f32; ROWS]> {
    let feature = |feature: usize| std::array::from_fn(|row| rows.get(row).map_or(0.0, |row| row[feature]));
    (0..n_features).map(feature).collect()
}

#[inline(always)]
fn scores<S: Simd, const ROWS: usize>(
    simd: S,
    group: &[[f32; ROWS]],
    items: &[[S::f32s; VECTORS]],
) -> [[S::f32s; VECTORS]; ROWS] {
    let mut sums = [[simd.splat_f32s(0.0); VECTORS]; ROWS];
    for (values, items) in group.iter().zip(items) {
        for (sums, value) in sums.iter_mut().zip(values) {
            let value = simd.splat_f32s(*value);
            for (sum, items) in sums.iter_mut().zip(items) {
                *sum = simd.mul_add_f32s(value, *items, *sum);
            }
        }
    }
    sums
}

/// Out of line: it runs for few tiles, and would take registers from the kernel.
#[inline(never)]
fn offer(scores: &[f32], first: usize, best: &mut Best) {
    for (at, score) in scores.iter().enumerate() {
        if *score > best.threshold {
            best.push(short(first + at), *score);
        }
    }
}
