//! Strongly connected components (Tarjan 1972), with a stack of our own, so that long chains do no harm.

use super::engine::NONE;

/// The number of each node's component. `next` gives, for a node and a position, the first arrow from that position on: where
/// it stands and where it leads.
pub(super) fn components(n_nodes: usize, next: impl Fn(usize, usize) -> Option<(usize, usize)>) -> Vec<u32> {
    let mut search = Search {
        order: vec![NONE; n_nodes],
        low: vec![0; n_nodes],
        component: vec![NONE; n_nodes],
        open: Vec::new(),
        path: Vec::new(),
        n_seen: 0,
        n_components: 0,
    };
    for root in 0..n_nodes {
        if search.order[root] == NONE {
            search.walk(root, &next);
        }
    }
    search.component
}

/// `order` and `low` as in the paper; nodes in `open` are not yet in a component.
struct Search {
    order: Vec<u32>,
    low: Vec<u32>,
    component: Vec<u32>,
    open: Vec<usize>,
    path: Vec<(usize, usize)>,
    n_seen: u32,
    n_components: u32,
}

impl Search {
    fn enter(&mut self, node: usize) {
        self.order[node] = self.n_seen;
        self.low[node] = self.n_seen;
        self.n_seen += 1;
        self.open.push(node);
        self.path.push((node, 0));
    }

    fn walk(&mut self, root: usize, next: impl Fn(usize, usize) -> Option<(usize, usize)>) {
        self.enter(root);
        while let Some((node, from)) = self.path.last_mut() {
            let node = *node;
            if let Some((at, other)) = next(node, *from) {
                *from = at + 1;
                if self.order[other] == NONE {
                    self.enter(other);
                } else if self.component[other] == NONE {
                    self.low[node] = self.low[node].min(self.order[other]);
                }
                continue;
            }
            self.path.pop();
            if let Some((parent, _)) = self.path.last() {
                self.low[*parent] = self.low[*parent].min(self.low[node]);
            }
            if self.low[node] == self.order[node] {
                self.close(node);
            }
        }
    }

    fn close(&mut self, root: usize) {
        while let Some(node) = self.open.pop() {
            self.component[node] = self.n_components;
            if node == root {
                break;
            }
        }
        self.n_components += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::components;
    use crate::costs::short;

    #[test]
    fn circles_are_components() {
        let arrows = [vec![1], vec![2], vec![0, 3], vec![4], vec![], vec![5, 4]];
        let next = |node: usize, from: usize| arrows[node].get(from).map(|other| (from, *other));
        assert_eq!(components(6, next), [2, 2, 2, 1, 0, 3]);
        let n = 100_000;
        let chain = components(n, |node, from| (from == 0 && node + 1 < n).then_some((0, node + 1)));
        assert!(chain.iter().rev().zip(0..).all(|(component, at)| *component == short(at)));
    }
}
