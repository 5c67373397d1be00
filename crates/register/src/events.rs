//! The events of all ties, in one piece of memory: a view walks a hundred thousand ties, and what lies apart costs more than
//! all the judging.
//!
//! New events wait in the order in which they come and are put in place together. When there are many, the whole is laid out
//! anew; when there are few, the ties they concern move to the end, and the whole is laid out anew once half of it is unused.

use std::cmp::Ordering;

use crate::event::Event;
use crate::keys::{TieKey, next};

/// Where the events of one tie are.
#[derive(Debug, Clone, Copy, Default)]
struct Span {
    start: u32,
    len: u32,
}

impl Span {
    const fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.start as usize + self.len as usize
    }
}

/// The events of all ties.
#[derive(Debug, Clone, Default)]
pub(crate) struct Events {
    all: Vec<Event>,
    spans: Vec<Span>,
    coming: Vec<(TieKey, Event)>,
    n_unused: usize,
}

impl Events {
    /// Makes room for so many more.
    pub(crate) fn reserve(&mut self, n_coming: usize) {
        self.coming.reserve(n_coming);
    }

    /// Adds an event, to be put in place by [`Self::settle`].
    pub(crate) fn push(&mut self, tie: TieKey, event: Event) {
        self.coming.push((tie, event));
    }

    /// The events of a tie, in order.
    pub(crate) fn of(&self, tie: TieKey) -> &[Event] {
        self.spans.get(tie.idx()).map_or(&[], |span| &self.all[span.range()])
    }

    /// The same, to change when they are known.
    pub(crate) fn of_mut(&mut self, tie: TieKey) -> &mut [Event] {
        match self.spans.get(tie.idx()) {
            Some(span) => &mut self.all[span.range()],
            None => &mut [],
        }
    }

    /// Puts what came in place, for a register of `n_ties`.
    pub(crate) fn settle(&mut self, n_ties: usize, order: impl Fn(TieKey, &Event, &Event) -> Ordering) {
        self.spans.resize(n_ties, Span::default());
        if self.coming.len() > self.all.len() / 4 {
            self.lay_out(order);
        } else {
            self.append(order);
        }
    }

    /// Lays everything out anew, tie after tie.
    fn lay_out(&mut self, order: impl Fn(TieKey, &Event, &Event) -> Ordering) {
        let coming = std::mem::take(&mut self.coming);
        let mut n_coming = vec![0u32; self.spans.len()];
        coming.iter().for_each(|(tie, _)| n_coming[tie.idx()] += 1);
        let filler = coming.first().map(|(_, event)| *event).or_else(|| self.all.first().copied());
        let Some(filler) = filler else { return };
        let n_kept: usize = self.spans.iter().map(|span| span.len as usize).sum();
        let mut all = vec![filler; n_kept + coming.len()];
        let mut at = 0;
        for (span, n_new) in self.spans.iter_mut().zip(&n_coming) {
            let kept = self.all[span.range()].iter();
            let old = std::mem::replace(span, Span { start: next(at), len: span.len });
            all[at..at + old.len as usize].iter_mut().zip(kept).for_each(|(to, from)| *to = *from);
            at += (old.len + n_new) as usize;
        }
        for (tie, event) in coming {
            let span = &mut self.spans[tie.idx()];
            all[span.range().end] = event;
            span.len += 1;
        }
        for (tie, _) in (0u32..).map(TieKey).zip(&n_coming).filter(|(_, n_new)| **n_new > 0) {
            all[self.spans[tie.idx()].range()].sort_by(|a, b| order(tie, a, b));
        }
        (self.all, self.n_unused) = (all, 0);
    }

    /// Moves the ties that something came for to the end.
    fn append(&mut self, order: impl Fn(TieKey, &Event, &Event) -> Ordering) {
        let mut coming = std::mem::take(&mut self.coming);
        coming.sort_by_key(|(tie, _)| *tie);
        for group in coming.chunk_by(|(a, _), (b, _)| a == b) {
            let tie = group[0].0;
            let (old, start) = (self.spans[tie.idx()].range(), self.all.len());
            self.n_unused += old.len();
            self.all.extend_from_within(old);
            self.all.extend(group.iter().map(|(_, event)| *event));
            self.all[start..].sort_by(|a, b| order(tie, a, b));
            self.spans[tie.idx()] = Span { start: next(start), len: next(self.all.len() - start) };
        }
        if self.n_unused > self.all.len() / 2 {
            self.lay_out(order);
        }
    }
}
