//! Of all equally good assignments, the one that comes first: row 0 gets its lowest column, then row 1, and so on.
//!
//! Whichever prices prove the optimum, the optimal assignments are those that use only tight pairs (`c − u − v = 0`) and leave
//! over only columns without a price. So the choice does not depend on how the solver got there. Two assignments differ by
//! cycles in a graph of rows, where an arrow leads to the holder of a tight column; only rows in a common strongly connected
//! component (Tarjan 1972) can exchange columns, and without ties there is none.
//!
//! With `E` tight pairs this takes O(n + E) when nothing is tied, O(n · min(E, n · m / 64)) at worst.

use super::bits;
use super::engine::{Engine, NONE};
use super::tarjan::components;
use crate::costs::short;

/// Exchanges columns until the assignment is the first of the equally good ones. `u` are the rows' prices.
pub(super) fn make_first(engine: &mut Engine, u: &[f64], tolerance: f64) {
    let tight = Tight::new(engine, u, tolerance);
    let n_rows = engine.mate.len();
    let component = components(n_rows + 1, |node, from| {
        let col = tight.next(node, from)?;
        Some((col, node_of(&engine.holder, n_rows, col)))
    });
    let mut size = vec![0u32; n_rows + 1];
    component.iter().for_each(|component| size[*component as usize] += 1);
    let mut exchange = Exchange::new(&tight, &mut engine.mate, &mut engine.holder, &component);
    for row in 0..n_rows {
        if size[component[row] as usize] > 1 {
            exchange.improve(row);
        }
        exchange.settle(row);
    }
}

/// A row, or the node after the last, which stands for all columns that are left over.
fn node_of(holder: &[u32], n_rows: usize, col: usize) -> usize {
    if holder[col] == NONE { n_rows } else { holder[col] as usize }
}

/// Which pairs are tight. A node with few tight columns has a list of them, one with many has marks.
struct Tight {
    nodes: Vec<Cols>,
    listed: Vec<u32>,
    marked: Vec<u64>,
    n_words: usize,
}

#[derive(Clone, Copy)]
enum Cols {
    Listed { start: usize, end: usize },
    Marked { start: usize },
}

impl Tight {
    fn new(engine: &Engine, u: &[f64], tolerance: f64) -> Self {
        let n_words = bits::n_words(engine.v.len());
        let mut tight =
            Self { nodes: Vec::with_capacity(u.len() + 1), listed: Vec::new(), marked: Vec::new(), n_words };
        let mut marks = vec![0; n_words];
        for (row, u) in u.iter().enumerate() {
            let limit = u + tolerance;
            if engine.lists.bound(row) > limit {
                let start = tight.listed.len();
                let entries = engine.lists.entries(row).iter();
                let is_tight = |col: u32, cost: f64| cost - engine.v[col as usize] <= limit;
                tight.listed.extend(entries.filter(|entry| is_tight(entry.col, entry.cost)).map(|entry| entry.col));
                tight.listed[start..].sort_unstable();
                tight.nodes.push(Cols::Listed { start, end: tight.listed.len() });
            } else {
                let cells = engine.table.row(row);
                engine.lanes.mark_up_to(cells, engine.table.sign, &engine.v, limit, &mut marks);
                tight.push(&marks);
            }
        }
        marks.fill(0);
        for (col, v) in engine.v.iter().enumerate().filter(|_| u.len() < engine.v.len()) {
            marks[col / 64] |= u64::from(*v >= -tolerance) << (col % 64);
        }
        tight.push(&marks);
        tight
    }

    /// Adds a node with these columns.
    fn push(&mut self, marks: &[u64]) {
        let n_cols: usize = marks.iter().map(|word| word.count_ones() as usize).sum();
        if n_cols > 2 * self.n_words {
            self.nodes.push(Cols::Marked { start: self.marked.len() });
            self.marked.extend_from_slice(marks);
            return;
        }
        let start = self.listed.len();
        self.listed.extend(std::iter::successors(bits::next(marks, 0), |col| bits::next(marks, col + 1)).map(short));
        self.nodes.push(Cols::Listed { start, end: self.listed.len() });
    }

    fn is_tight(&self, node: usize, col: usize) -> bool {
        match self.nodes[node] {
            Cols::Listed { start, end } => self.listed[start..end].binary_search(&short(col)).is_ok(),
            Cols::Marked { start } => bits::has(&self.marked[start..start + self.n_words], col),
        }
    }

    /// The first column from `from` on that is tight with `node`.
    fn next(&self, node: usize, from: usize) -> Option<usize> {
        match self.nodes[node] {
            Cols::Listed { start, end } => {
                let cols = &self.listed[start..end];
                cols.get(cols.partition_point(|col| (*col as usize) < from)).map(|col| *col as usize)
            }
            Cols::Marked { start } => bits::next(&self.marked[start..start + self.n_words], from),
        }
    }

    /// The same, of the columns in `within`.
    fn next_within(&self, node: usize, from: usize, within: &[u64]) -> Option<usize> {
        match self.nodes[node] {
            Cols::Listed { .. } => {
                let mut from = from;
                loop {
                    let col = self.next(node, from)?;
                    if bits::has(within, col) {
                        return Some(col);
                    }
                    from = col + 1;
                }
            }
            Cols::Marked { start } => bits::next_in_both(&self.marked[start..start + self.n_words], within, from),
        }
    }
}

struct Exchange<'a> {
    tight: &'a Tight,
    mate: &'a mut [u32],
    holder: &'a mut [u32],
    component: &'a [u32],
    /// Columns that rows under way or after it hold, or nobody.
    open: Vec<u64>,
    /// Of these, the ones that no walk for the row under way has come to.
    unseen: Vec<u64>,
    /// How a walk came to each node: from which one, and over which column.
    from: Vec<u32>,
    over: Vec<u32>,
}

impl<'a> Exchange<'a> {
    fn new(tight: &'a Tight, mate: &'a mut [u32], holder: &'a mut [u32], component: &'a [u32]) -> Self {
        let (n_nodes, n_words) = (mate.len() + 1, tight.n_words);
        let (from, over) = (vec![NONE; n_nodes], vec![NONE; n_nodes]);
        Self { tight, mate, holder, component, open: vec![!0; n_words], unseen: vec![0; n_words], from, over }
    }

    fn node_of(&self, col: usize) -> usize {
        node_of(self.holder, self.mate.len(), col)
    }

    /// The column of `row` is not exchanged from now on.
    fn settle(&mut self, row: usize) {
        bits::clear(&mut self.open, self.mate[row] as usize);
    }

    /// Gives `row` the lowest column it can have while rows before it keep theirs.
    fn improve(&mut self, row: usize) {
        let old = self.mate[row] as usize;
        self.unseen.copy_from_slice(&self.open);
        bits::clear(&mut self.unseen, old);
        let mut from = 0;
        while let Some(col) = self.tight.next_within(row, from, &self.unseen).filter(|col| *col < old) {
            from = col + 1;
            let node = self.node_of(col);
            if self.component[node] != self.component[row] {
                continue;
            }
            bits::clear(&mut self.unseen, col);
            self.from[node] = short(row);
            self.over[node] = short(col);
            if let Some(end) = self.walk(node, old) {
                self.pass_on(row, end, old);
                return;
            }
        }
    }

    /// Looks for a chain of exchanges from `start` that ends with somebody taking `goal`.
    fn walk(&mut self, start: usize, goal: usize) -> Option<usize> {
        let mut is_left_over_seen = start == self.mate.len();
        let mut walked = vec![start];
        while let Some(node) = walked.pop() {
            if self.tight.is_tight(node, goal) {
                return Some(node);
            }
            let mut from = 0;
            while let Some(col) = self.tight.next_within(node, from, &self.unseen) {
                from = col + 1;
                bits::clear(&mut self.unseen, col);
                let next = self.node_of(col);
                if next == self.mate.len() && std::mem::replace(&mut is_left_over_seen, true) {
                    continue;
                }
                self.from[next] = short(node);
                self.over[next] = short(col);
                walked.push(next);
            }
        }
        None
    }

    /// Each node on the way to `end` takes the column of the next, and the last takes `goal`.
    fn pass_on(&mut self, row: usize, end: usize, goal: usize) {
        let (mut node, mut col) = (end, goal);
        loop {
            let is_row = node < self.mate.len();
            self.holder[col] = if is_row { short(node) } else { NONE };
            if is_row {
                self.mate[node] = short(col);
            }
            if node == row {
                return;
            }
            col = self.over[node] as usize;
            node = self.from[node] as usize;
        }
    }
}
