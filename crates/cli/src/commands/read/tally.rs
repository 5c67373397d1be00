//! What a run read in all, and which events several documents tell.

use std::collections::HashMap;

use model::{Claim, Fact, Subject};

use super::pipeline::Read;
use crate::render::counted;

/// Events beyond so many are not compared between documents: memory stays bounded.
const MOST_EVENTS: usize = 500_000;

/// Counts of a run.
#[derive(Debug, Default)]
pub(super) struct Totals {
    pub(super) n_documents: usize,
    pub(super) n_problems: usize,
    pub(super) n_bytes: usize,
    n_silent: usize,
    n_unread: usize,
    n_ties: usize,
    n_activities: usize,
    n_counts: usize,
    n_wishes: usize,
    n_left_out: usize,
    n_claims: usize,
    /// The documents that tell of an event, by the hash of what makes it that event.
    events: HashMap<[u8; 16], Told>,
}

#[derive(Debug)]
struct Told {
    n_documents: usize,
    last: usize,
    summary: String,
}

impl Totals {
    /// A document that says nothing.
    pub(super) fn add_silent(&mut self, n_bytes: usize, is_in_known_language: bool) {
        self.n_documents += 1;
        self.n_bytes += n_bytes;
        self.n_silent += usize::from(is_in_known_language);
        self.n_unread += usize::from(!is_in_known_language);
    }

    pub(super) fn add(&mut self, read: &Read) {
        self.n_documents += 1;
        self.n_bytes += read.text.document.text.len();
        let (read, is_silent) = (&read.text, read.text.is_silent());
        let reading = &read.reading;
        self.n_unread += usize::from(reading.language.is_empty());
        self.n_silent += usize::from(is_silent && !reading.language.is_empty());
        self.n_ties += reading.ties.len();
        self.n_activities += reading.activities.len();
        self.n_counts += reading.counts.len();
        self.n_wishes += reading.wishes.len();
        self.n_left_out += reading.left_out.len() + read.proposals.skipped.len();
        self.n_claims += read.proposals.claims.len();
        for claim in &read.proposals.claims {
            self.tell(claim);
        }
    }

    fn tell(&mut self, claim: &Claim) {
        let (Fact::Activity(_) | Fact::Act(_), Subject::Tie(tie)) = (&claim.fact, &claim.subject) else { return };
        // Without a date nobody knows whether it is the same event.
        if claim.held.is_unknown() {
            return;
        }
        let essence = reader::claims::Essence::of(&claim.subject, &claim.fact);
        let hash = blake3::hash(format!("{} {}", essence.as_str(), claim.held).as_bytes());
        let mut key = [0; 16];
        key.copy_from_slice(&hash.as_bytes()[..16]);
        if self.events.len() >= MOST_EVENTS && !self.events.contains_key(&key) {
            return;
        }
        let summary = || match &claim.fact {
            Fact::Activity(activity) => format!("{} ({}): {}", tie, claim.held, activity.summary),
            Fact::Act(act) => format!("{} ({}): {}", tie, claim.held, act.kind),
            _ => String::new(),
        };
        let told = self.events.entry(key).or_insert_with(|| Told { n_documents: 0, last: 0, summary: summary() });
        if told.last != self.n_documents {
            told.last = self.n_documents;
            told.n_documents += 1;
        }
    }

    /// The events that several documents tell, the most told first.
    pub(super) fn told_again(&self) -> Vec<String> {
        let mut told: Vec<&Told> = self.events.values().filter(|told| told.n_documents > 1).collect();
        told.sort_by(|a, b| b.n_documents.cmp(&a.n_documents).then_with(|| a.summary.cmp(&b.summary)));
        told.iter().map(|told| format!("{} documents: {}", told.n_documents, told.summary)).collect()
    }

    /// One line for all.
    pub(super) fn line(&self) -> String {
        let mut parts = vec![
            counted(self.n_ties, "tie", "ties"),
            counted(self.n_activities, "act or activity", "acts and activities"),
            counted(self.n_counts, "stated count", "stated counts"),
            counted(self.n_wishes, "wish", "wishes"),
            counted(self.n_claims, "claim", "claims"),
            format!("{} left out", counted(self.n_left_out, "sentence", "sentences")),
        ];
        if self.n_silent > 0 {
            parts.push(format!("{} nothing of ties", said(self.n_silent, "says", "say")));
        }
        if self.n_unread > 0 {
            parts.push(format!("{} in a language that is not read", said(self.n_unread, "is", "are")));
        }
        format!("{}: {}", counted(self.n_documents, "document", "documents"), parts.join(", "))
    }
}

fn said(number: usize, one: &str, several: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { several })
}
