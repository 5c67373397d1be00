//! Stable pairs: nobody could do better together than with those they have.
//!
//! Both sides rank whom they accept, and each has room for a number of partners. Deferred acceptance (Gale and Shapley 1962,
//! with room for several Roth 1984): the side that proposes gets the best partners it can have in any stable outcome, the
//! other side the worst. It does not handle ties in a ranking: break them before, by code.

use std::collections::BinaryHeap;

use crate::costs::short;
use crate::transport::Side;
use crate::{Error, Pair};

/// Who accepts whom, in which order, and how many.
#[derive(Debug, Clone)]
pub struct Market {
    rows: Vec<Wishes>,
    cols: Vec<Wishes>,
}

/// One place's ranking.
#[derive(Debug, Clone)]
struct Wishes {
    /// Whom it accepts, best first.
    order: Vec<u32>,
    /// The same with their ranks, by number.
    ranks: Vec<(u32, u32)>,
    room: u32,
}

impl Market {
    /// A market of rows and columns. Each is given by whom it accepts (numbers of the other side, best first) and how many
    /// partners it has room for. A pair can form only if both accept it.
    ///
    /// # Errors
    /// [`Error::UnknownPartner`] and [`Error::RankedTwice`] with the place and the number.
    pub fn try_new(rows: Vec<(Vec<u32>, u32)>, cols: Vec<(Vec<u32>, u32)>) -> Result<Self, Error> {
        const MAX: usize = i32::MAX as usize;
        if rows.len().max(cols.len()) > MAX {
            return Err(Error::TooLarge { found: rows.len().max(cols.len()), max: MAX });
        }
        let (n_rows, n_cols) = (rows.len(), cols.len());
        let read = |side: Vec<(Vec<u32>, u32)>, n_others: usize| -> Result<Vec<Wishes>, Error> {
            side.into_iter().enumerate().map(|(at, (order, room))| Wishes::try_new(at, order, room, n_others)).collect()
        };
        Ok(Self { rows: read(rows, n_cols)?, cols: read(cols, n_rows)? })
    }
}

impl Wishes {
    fn try_new(at: usize, order: Vec<u32>, room: u32, n_others: usize) -> Result<Self, Error> {
        if let Some(partner) = order.iter().copied().find(|partner| *partner as usize >= n_others) {
            return Err(Error::UnknownPartner { at, partner, n_others });
        }
        let mut ranks: Vec<(u32, u32)> = order.iter().copied().zip(0..).collect();
        ranks.sort_unstable();
        if let Some(twice) = ranks.windows(2).find(|pair| pair[0].0 == pair[1].0) {
            return Err(Error::RankedTwice { at, partner: twice[0].0 });
        }
        Ok(Self { order, ranks, room })
    }

    /// How this place ranks another, 0 best; `None` if it does not accept it.
    fn rank(&self, other: usize) -> Option<u32> {
        let at = self.ranks.binary_search_by_key(&short(other), |(partner, _)| *partner).ok()?;
        Some(self.ranks[at].1)
    }
}

/// The stable pairs that are best for the proposing side, rising. O(p log p) for `p` entries in all rankings.
///
/// # Example
/// ```
/// use planning::{Market, Side, blocking_pairs, stable_pairs};
/// let market = Market::try_new(vec![(vec![0, 1], 1), (vec![0, 1], 1)], vec![(vec![1, 0], 1), (vec![0], 1)])?;
/// let pairs = stable_pairs(&market, Side::Rows);
/// assert_eq!(pairs, [(0, 1), (1, 0)]);
/// assert!(blocking_pairs(&market, &pairs).is_empty());
/// # Ok::<(), planning::Error>(())
/// ```
pub fn stable_pairs(market: &Market, proposing: Side) -> Vec<Pair> {
    let (own, others) = match proposing {
        Side::Rows => (&market.rows, &market.cols),
        Side::Cols => (&market.cols, &market.rows),
    };
    // Each of the others holds the ranks of those it has said yes to for now, the worst on top.
    let mut held: Vec<BinaryHeap<u32>> = vec![BinaryHeap::new(); others.len()];
    let mut next = vec![0; own.len()];
    let mut open: Vec<(usize, u32)> = own.iter().enumerate().map(|(at, wishes)| (at, wishes.room)).rev().collect();
    while let Some((at, room)) = open.pop() {
        let Some(partner) = own[at].order.get(next[at]).filter(|_| room > 0) else { continue };
        next[at] += 1;
        let other = *partner as usize;
        let mut left = room;
        if let Some(rank) = others[other].rank(at).filter(|_| others[other].room > 0) {
            held[other].push(rank);
            left -= 1;
            if held[other].len() > others[other].room as usize {
                let worst = held[other].pop().expect("one was just put in");
                let refused = others[other].order[worst as usize] as usize;
                if refused == at {
                    left += 1;
                } else {
                    open.push((refused, 1));
                }
            }
        }
        open.push((at, left));
    }
    let pairs = held
        .iter()
        .enumerate()
        .flat_map(|(other, ranks)| ranks.iter().map(move |rank| (others[other].order[*rank as usize] as usize, other)));
    let mut pairs: Vec<Pair> = match proposing {
        Side::Rows => pairs.collect(),
        Side::Cols => pairs.map(|(col, row)| (row, col)).collect(),
    };
    pairs.sort_unstable();
    pairs
}

/// The pairs that would both rather have each other than what `pairs` gives them, rising. Stable pairs have none.
///
/// Works for any pairs, for instance those with the greatest total: it tells how many would want to leave. Pairs that one
/// side does not accept count as worse than anything for it.
pub fn blocking_pairs(market: &Market, pairs: &[Pair]) -> Vec<Pair> {
    let rows = worst_ranks(&market.rows, pairs.iter().copied());
    let cols = worst_ranks(&market.cols, pairs.iter().map(|(row, col)| (*col, *row)));
    let mut taken = pairs.to_vec();
    taken.sort_unstable();
    let mut blocking = Vec::new();
    for (row, wishes) in market.rows.iter().enumerate() {
        for col in wishes.order.iter().take(rows[row]).map(|col| *col as usize) {
            let would = market.cols[col].rank(row).is_some_and(|rank| (rank as usize) < cols[col]);
            if would && taken.binary_search(&(row, col)).is_err() {
                blocking.push((row, col));
            }
        }
    }
    blocking.sort_unstable();
    blocking
}

/// For each place, the rank from which on it would not take another: that of its worst partner, or the end if it has room.
fn worst_ranks(side: &[Wishes], pairs: impl Iterator<Item = Pair>) -> Vec<usize> {
    let mut n_partners = vec![0; side.len()];
    let mut worst = vec![0; side.len()];
    for (at, partner) in pairs {
        n_partners[at] += 1;
        let rank = side[at].rank(partner).map_or(usize::MAX, |rank| rank as usize);
        worst[at] = worst[at].max(rank);
    }
    let limit = |(at, wishes): (usize, &Wishes)| if n_partners[at] < wishes.room { usize::MAX } else { worst[at] };
    side.iter().enumerate().map(limit).collect()
}
