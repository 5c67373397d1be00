//! The assignment solver against known optima, another solver, brute force and the laws it must obey.

#![expect(clippy::unwrap_used, reason = "a test that unwraps fails with the line")]
#![expect(clippy::cast_possible_truncation, reason = "the numbers of these tests are small and whole")]

mod laws;
mod library;
mod small;

use planning::{Answer, Assignment, Clash, Costs, Error, Goal, assign, audit};

const NEVER: f64 = f64::INFINITY;

/// Solves, and checks the proof of whatever comes back.
fn solve(n_rows: usize, n_cols: usize, values: &[f64], goal: Goal) -> Result<Answer, Error> {
    let costs = Costs::try_new(n_rows, n_cols, values)?;
    let answer = assign(costs, goal)?;
    match &answer {
        Answer::Optimal(plan) => {
            let audit = audit(costs, goal, plan);
            assert!(audit.is_proof(), "{n_rows} × {n_cols}: {audit:?}");
        }
        Answer::Impossible(clash) => check_clash(costs, clash),
    }
    Ok(answer)
}

fn optimal(n_rows: usize, n_cols: usize, values: &[f64], goal: Goal) -> Assignment {
    match solve(n_rows, n_cols, values, goal).unwrap() {
        Answer::Optimal(plan) => plan,
        Answer::Impossible(clash) => panic!("no answer: {clash:?}"),
    }
}

/// The set named must really have too few partners: all those it may be given, and no fewer named.
fn check_clash(costs: Costs, clash: &Clash) {
    let is_allowed = |row: usize, col: usize| costs.at(row, col).is_finite();
    if costs.n_rows() <= costs.n_cols() {
        assert!(clash.rows.len() > clash.cols.len(), "{clash:?}");
        let open = |col: &usize| clash.rows.iter().any(|row| is_allowed(*row, *col));
        assert_eq!((0..costs.n_cols()).filter(open).collect::<Vec<_>>(), clash.cols);
    } else {
        assert!(clash.cols.len() > clash.rows.len(), "{clash:?}");
        let open = |row: &usize| clash.cols.iter().any(|col| is_allowed(*row, *col));
        assert_eq!((0..costs.n_rows()).filter(open).collect::<Vec<_>>(), clash.rows);
    }
}

/// Numbers without chance: xorshift (Marsaglia 2003), the same in every run.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self, below: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % below
    }

    /// In 0..1, with all the digits a number can have.
    fn unit(&mut self) -> f64 {
        self.next(1 << 53) as f64 / (1u64 << 53) as f64
    }

    /// Distances between places that stand in a few crowds: the costs that make solvers slow.
    fn crowded(&mut self, n_rows: usize, n_cols: usize, is_whole: bool) -> Vec<f64> {
        let crowds: Vec<(f64, f64)> = (0..7).map(|_| (self.unit() * 9e3, self.unit() * 9e3)).collect();
        let mut places = |n: usize| -> Vec<(f64, f64)> {
            let place = |numbers: &mut Self| {
                let at = crowds[(numbers.unit() * numbers.unit() * 7.0) as usize];
                (at.0 + numbers.unit() * 99.0, at.1 + numbers.unit() * 99.0)
            };
            (0..n).map(|_| place(self)).collect()
        };
        let (rows, cols) = (places(n_rows), places(n_cols));
        let far = |a: &(f64, f64), b: &(f64, f64)| (a.0 - b.0).hypot(a.1 - b.1);
        let all = rows.iter().flat_map(|row| cols.iter().map(move |col| far(row, col)));
        all.map(|far| if is_whole { far.round() } else { far }).collect()
    }
}
