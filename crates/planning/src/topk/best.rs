//! Keeps the best of a stream of scores.

/// A place and how well it scores.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scored {
    /// The row in the table of items.
    pub item: u32,
    /// The inner product.
    pub score: f32,
}

/// The best `k` of the scores offered so far, and some that may no longer be among them.
pub(super) struct Best {
    k: usize,
    kept: Vec<Scored>,
    /// A score must exceed this to be of interest. Items come in rising order, so an equal score comes too late.
    pub(super) threshold: f32,
}

impl Best {
    pub(super) fn new(k: usize) -> Self {
        Self { k, kept: Vec::new(), threshold: if k == 0 { f32::INFINITY } else { f32::NEG_INFINITY } }
    }

    /// Takes a score that exceeds the threshold.
    pub(super) fn push(&mut self, item: u32, score: f32) {
        self.kept.push(Scored { item, score });
        if self.kept.len() >= 2 * self.k + 6 {
            self.kept.select_nth_unstable_by(self.k - 1, in_order);
            self.kept.truncate(self.k);
            self.threshold = self.kept[self.k - 1].score;
        }
    }

    /// The best, in order.
    pub(super) fn into_sorted(mut self) -> Vec<Scored> {
        self.kept.sort_unstable_by(in_order);
        self.kept.truncate(self.k);
        self.kept
    }
}

/// Higher scores first, then lower rows.
fn in_order(a: &Scored, b: &Scored) -> std::cmp::Ordering {
    b.score.total_cmp(&a.score).then(a.item.cmp(&b.item))
}
