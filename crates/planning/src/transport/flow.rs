//! The network and the shortest paths in it.
//!
//! Nodes are the rows, the columns and a hub. A unit of flow goes from the hub through a row, a chosen pair and a column back
//! to the hub. `u` and `v` are the prices of rows and columns, 0 that of the hub; `c − u − v` is what is left of a pair's cost.
//! All prices fit all flows from the start, except that flow piles up before rows and is missing behind columns. Each
//! shortest path takes one unit from where there is too much to where there is too little, and moves prices so that they
//! fit again. A way that is barred by capacity or price is never taken, so what remains at the end is a best plan.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::answer::{Capacities, Range, Shortfall, Side};
use super::lanes::{Lanes, Reach};
use crate::Costs;
use crate::costs::short;

/// The state of a solve.
pub(super) struct Flow<'a> {
    costs: Costs<'a>,
    sign: f64,
    /// Prices of rows, of columns and of the hub; the last is taken off the others at the end.
    pub(super) u: Vec<f64>,
    pub(super) v: Vec<f64>,
    hub: f64,
    pub(super) rows: Vec<Node>,
    pub(super) cols: Vec<Node>,
    hub_excess: i64,
    way: Way,
    lanes: Lanes,
}

/// What a row or column holds.
pub(super) struct Node {
    pub(super) range: Range,
    /// The greatest number of partners it was given, which may be more than there are.
    asked: u32,
    /// How much flows between the hub and this node.
    pub(super) flow: u32,
    /// How much more flows in than out.
    excess: i64,
    /// The other ends of its chosen pairs, in no order.
    pub(super) partners: Vec<u32>,
}

/// A place in the network.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Place {
    Row(usize),
    Col(usize),
    Hub,
}

/// Room for a search for a shortest path.
struct Way {
    far: Vec<f64>,
    from: Vec<u32>,
    is_done: Vec<bool>,
    touched: Vec<u32>,
    queue: BinaryHeap<Item>,
    /// The distance of the nearest place found that lacks flow.
    nearest: f64,
    /// Columns that the row under way has already chosen carry its number here.
    chosen_by: Vec<u32>,
}

#[derive(PartialEq)]
struct Item {
    far: f64,
    id: u32,
}

impl Eq for Item {}

impl PartialOrd for Item {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Item {
    fn cmp(&self, other: &Self) -> Ordering {
        other.far.total_cmp(&self.far).then_with(|| other.id.cmp(&self.id)) // the queue gives the greatest first
    }
}

impl<'a> Flow<'a> {
    /// Prices that fit an empty plan, and the flow that they call for.
    pub(super) fn new(costs: Costs<'a>, sign: f64, capacities: &Capacities) -> Self {
        let (n_rows, n_cols) = (costs.n_rows(), costs.n_cols());
        let mut u = Vec::with_capacity(n_rows);
        let mut rows = Vec::with_capacity(n_rows);
        for (row, range) in capacities.rows.iter().enumerate() {
            let allowed = || costs.row(row).iter().filter(|value| value.is_finite()).map(|value| value * sign);
            let least = allowed().fold(f64::INFINITY, f64::min);
            u.push(if least < f64::INFINITY { least } else { 0.0 });
            let max = range.max.min(short(allowed().count()));
            // A row that gains takes as many partners as it may, one that loses as few as it must.
            let flow = if least < 0.0 { max.max(range.min) } else { range.min };
            let within = Range { min: range.min, max: max.max(range.min) };
            rows.push(Node { range: within, asked: range.max, flow, excess: flow.into(), partners: Vec::new() });
        }
        let lacking = |range: &Range| {
            let excess = -i64::from(range.min);
            Node { range: *range, asked: range.max, flow: range.min, excess, partners: Vec::new() }
        };
        let cols: Vec<Node> = capacities.cols.iter().map(lacking).collect();
        let hub_excess = -rows.iter().chain(&cols).map(|node| node.excess).sum::<i64>();
        let n_nodes = n_rows + n_cols + 1;
        let way = Way {
            far: vec![f64::INFINITY; n_nodes],
            from: vec![0; n_nodes],
            is_done: vec![false; n_nodes],
            touched: Vec::new(),
            queue: BinaryHeap::new(),
            nearest: f64::INFINITY,
            chosen_by: vec![u32::MAX; n_cols],
        };
        Self { costs, sign, u, v: vec![0.0; n_cols], hub: 0.0, rows, cols, hub_excess, way, lanes: Lanes::new(n_cols) }
    }

    /// Sends all flow where it belongs.
    pub(super) fn solve(&mut self) -> Result<(), Shortfall> {
        for row in 0..self.rows.len() {
            while self.rows[row].excess > 0 {
                self.send(Place::Row(row))?;
            }
        }
        while self.hub_excess > 0 {
            self.send(Place::Hub)?;
        }
        let hub = std::mem::take(&mut self.hub);
        self.u.iter_mut().for_each(|price| *price += hub);
        self.v.iter_mut().for_each(|price| *price -= hub);
        for (price, node) in self.u.iter_mut().zip(&self.rows) {
            // Such a row has all the partners there are for it: it is not its capacity that keeps it from having more.
            if node.range.max < node.asked && *price < 0.0 {
                *price = 0.0;
            }
        }
        Ok(())
    }

    /// The chosen pairs, rising.
    pub(super) fn pairs(&self) -> Vec<(usize, usize)> {
        let of_row = |(row, node): (usize, &Node)| {
            let mut cols: Vec<usize> = node.partners.iter().map(|col| *col as usize).collect();
            cols.sort_unstable();
            cols.into_iter().map(move |col| (row, col))
        };
        self.rows.iter().enumerate().flat_map(of_row).collect()
    }

    /// What is left of a pair's cost; infinite if forbidden.
    pub(super) fn rest(&self, row: usize, col: usize) -> f64 {
        self.costs.at(row, col) * self.sign - self.u[row] - self.v[col]
    }

    pub(super) fn id(&self, place: Place) -> usize {
        match place {
            Place::Row(row) => row,
            Place::Col(col) => self.rows.len() + col,
            Place::Hub => self.rows.len() + self.cols.len(),
        }
    }

    pub(super) fn place(&self, id: usize) -> Place {
        match id.checked_sub(self.rows.len()) {
            None => Place::Row(id),
            Some(col) if col < self.cols.len() => Place::Col(col),
            Some(_) => Place::Hub,
        }
    }

    fn excess(&mut self, place: Place) -> &mut i64 {
        match place {
            Place::Row(row) => &mut self.rows[row].excess,
            Place::Col(col) => &mut self.cols[col].excess,
            Place::Hub => &mut self.hub_excess,
        }
    }

    /// Takes one unit from `start` to the nearest place that lacks one.
    fn send(&mut self, start: Place) -> Result<(), Shortfall> {
        self.reach(start, start, 0.0);
        let end = loop {
            let Some(Item { far, id }) = self.way.queue.pop() else { return Err(self.shortfall()) };
            let id = id as usize;
            if self.way.is_done[id] || far > self.way.far[id] {
                continue;
            }
            let place = self.place(id);
            if *self.excess(place) < 0 {
                break place;
            }
            self.way.is_done[id] = true;
            match place {
                Place::Row(row) => self.leave_row(row, far),
                Place::Col(col) => self.leave_col(col, far),
                Place::Hub => self.leave_hub(far),
            }
        };
        self.move_prices(end);
        self.carry(start, end);
        Ok(())
    }

    /// Notes that `to` can be reached from `from` at this distance.
    fn reach(&mut self, from: Place, to: Place, far: f64) {
        let id = self.id(to);
        if far >= self.way.far[id] || far >= self.way.nearest || self.way.is_done[id] {
            return;
        }
        if self.way.far[id] == f64::INFINITY {
            self.way.touched.push(short(id));
        }
        self.way.far[id] = far;
        self.way.from[id] = short(self.id(from));
        if *self.excess(to) < 0 {
            self.way.nearest = far;
        }
        self.way.queue.push(Item { far, id: short(id) });
    }

    fn leave_row(&mut self, row: usize, far: f64) {
        let node = &self.rows[row];
        for col in &node.partners {
            self.way.chosen_by[*col as usize] = short(row);
        }
        if node.flow > node.range.min {
            self.reach(Place::Row(row), Place::Hub, far + (-self.u[row] - self.hub).max(0.0));
        }
        let fars = &self.way.far[self.rows.len()..self.rows.len() + self.cols.len()];
        let (cells, u, nearest) = (self.costs.row(row), self.u[row], self.way.nearest);
        self.lanes.mark(Reach { cells, sign: self.sign, u, v: &self.v, far, fars, nearest });
        for at in 0..self.lanes.marks.len() {
            let mut word = self.lanes.marks[at];
            while word != 0 {
                let col = at * 64 + word.trailing_zeros() as usize;
                word &= word - 1;
                if self.way.chosen_by[col] != short(row) {
                    self.reach(Place::Row(row), Place::Col(col), far + self.rest(row, col).max(0.0));
                }
            }
        }
        for col in &self.rows[row].partners {
            self.way.chosen_by[*col as usize] = u32::MAX;
        }
    }

    fn leave_col(&mut self, col: usize, far: f64) {
        let node = &self.cols[col];
        if node.flow < node.range.max {
            self.reach(Place::Col(col), Place::Hub, far + (self.v[col] - self.hub).max(0.0));
        }
        for at in 0..self.cols[col].partners.len() {
            let row = self.cols[col].partners[at] as usize;
            let rest = (-self.rest(row, col)).max(0.0);
            self.reach(Place::Col(col), Place::Row(row), far + rest);
        }
    }

    fn leave_hub(&mut self, far: f64) {
        for row in 0..self.rows.len() {
            if self.rows[row].flow < self.rows[row].range.max {
                self.reach(Place::Hub, Place::Row(row), far + (self.hub + self.u[row]).max(0.0));
            }
        }
        for col in 0..self.cols.len() {
            if self.cols[col].flow > self.cols[col].range.min {
                self.reach(Place::Hub, Place::Col(col), far + (self.hub - self.v[col]).max(0.0));
            }
        }
    }

    /// Whatever was nearer than the end becomes dearer by the difference; clears the room.
    fn move_prices(&mut self, end: Place) {
        let end = self.way.far[self.id(end)];
        for id in std::mem::take(&mut self.way.touched) {
            let id = id as usize;
            let nearer = (self.way.far[id] - end).min(0.0);
            if self.way.is_done[id] {
                match self.place(id) {
                    Place::Row(row) => self.u[row] -= nearer,
                    Place::Col(col) => self.v[col] += nearer,
                    Place::Hub => self.hub += nearer,
                }
            }
            self.way.far[id] = f64::INFINITY;
            self.way.is_done[id] = false;
        }
        self.way.queue.clear();
        self.way.nearest = f64::INFINITY;
    }

    /// Moves one unit back along the path that was found.
    fn carry(&mut self, start: Place, end: Place) {
        *self.excess(start) -= 1;
        *self.excess(end) += 1;
        let mut to = end;
        while to != start {
            let from = self.place(self.way.from[self.id(to)] as usize);
            self.step(from, to);
            to = from;
        }
    }

    /// Lets one more unit flow from one place to the next.
    pub(super) fn step(&mut self, from: Place, to: Place) {
        match (from, to) {
            (Place::Row(row), Place::Col(col)) => {
                self.rows[row].partners.push(short(col));
                self.cols[col].partners.push(short(row));
            }
            (Place::Col(col), Place::Row(row)) => {
                self.rows[row].partners.retain(|other| *other as usize != col);
                self.cols[col].partners.retain(|other| *other as usize != row);
            }
            (Place::Hub, Place::Row(row)) => self.rows[row].flow += 1,
            (Place::Row(row), Place::Hub) => self.rows[row].flow -= 1,
            (Place::Col(col), Place::Hub) => self.cols[col].flow += 1,
            (Place::Hub, Place::Col(col)) => self.cols[col].flow -= 1,
            other => unreachable!("no edge joins {other:?}"),
        }
    }

    /// Why nothing that lacks flow can be reached: what was reached, or what was not, is cut off by full capacities.
    fn shortfall(&self) -> Shortfall {
        let is_reached = |place| self.way.is_done[self.id(place)];
        let hub = is_reached(Place::Hub);
        let rows: Vec<usize> = (0..self.rows.len()).filter(|row| is_reached(Place::Row(*row)) != hub).collect();
        let cols: Vec<usize> = (0..self.cols.len()).filter(|col| is_reached(Place::Col(*col)) != hub).collect();
        let is_allowed = |row: usize, col: usize| self.costs.at(row, col).is_finite();
        let total = |nodes: &[Node], of: &[usize], bound: fn(&Range) -> u32| -> u64 {
            of.iter().map(|at| u64::from(bound(&nodes[*at].range))).sum()
        };
        let mut room = 0;
        if hub {
            for row in (0..self.rows.len()).filter(|row| rows.binary_search(row).is_err()) {
                room += cols.iter().filter(|col| is_allowed(row, **col)).count() as u64;
            }
            room += total(&self.rows, &rows, |range| range.max);
            return Shortfall {
                side: Side::Cols,
                need: total(&self.cols, &cols, |range| range.min),
                short: cols,
                full: rows,
                room,
            };
        }
        for col in (0..self.cols.len()).filter(|col| cols.binary_search(col).is_err()) {
            room += rows.iter().filter(|row| is_allowed(**row, col)).count() as u64;
        }
        room += total(&self.cols, &cols, |range| range.max);
        Shortfall { side: Side::Rows, need: total(&self.rows, &rows, |range| range.min), short: rows, full: cols, room }
    }
}
