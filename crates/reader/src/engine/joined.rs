//! Tellings of one activity, joined: a text comes back to the same visit again and again.

use model::PartialDate;

use super::activity::Told;
use super::by_party::ByParty;
use crate::reading::Activity;

/// Joins tellings of one activity: same kind, parties in common, dates that do not contradict each other.
pub(crate) fn joined(told: Vec<Told>) -> Vec<Activity> {
    let mut joined: Vec<Activity> = Vec::new();
    let mut dates: Vec<String> = Vec::new();
    let mut by_party = ByParty::default();
    // Those of one side may be told again by that side alone.
    let mut of_one: Vec<usize> = Vec::new();
    for Told { activity, is_again, .. } in told {
        let date = written(activity.date.as_ref());
        // What is spoken of again is the last of its kind, whichever part of a side is named now.
        if let Some(at) = (0..joined.len()).rev().find(|at| joined[*at].kind == activity.kind).filter(|_| is_again)
            && is_compatible(&dates[at], &date)
            && joined[at].participants.iter().any(|party| activity.participants.contains(party))
        {
            let n_before = joined[at].participants.len();
            merge(&mut joined[at], activity);
            by_party.add(at, &joined[at].participants[n_before..]);
            dates[at] = written(joined[at].date.as_ref());
            continue;
        }
        let is_same = |at: &usize| is_same(&joined[*at], &activity) && is_compatible(&dates[*at], &date);
        let before = if activity.participants.len() < 2 {
            (0..joined.len()).find(is_same)
        } else {
            let of_two = by_party.with_two(&activity.participants).into_iter().find(is_same);
            of_two.into_iter().chain(of_one.iter().copied().find(is_same)).min()
        };
        match before {
            Some(at) => {
                let n_before = joined[at].participants.len();
                merge(&mut joined[at], activity);
                by_party.add(at, &joined[at].participants[n_before..]);
                dates[at] = written(joined[at].date.as_ref());
            }
            None => {
                by_party.add(joined.len(), &activity.participants);
                if activity.participants.len() < 2 {
                    of_one.push(joined.len());
                }
                dates.push(date);
                joined.push(activity);
            }
        }
    }
    joined
}

/// Whether two tellings may be of one activity, but for their dates.
fn is_same(a: &Activity, b: &Activity) -> bool {
    let shared = || a.participants.iter().filter(|party| b.participants.contains(party)).count();
    a.kind == b.kind && shared() >= a.participants.len().min(b.participants.len()).min(2)
}

fn written(date: Option<&PartialDate>) -> String {
    date.map(ToString::to_string).unwrap_or_default()
}

/// Whether one date is the other, or the month or year around it, or none.
fn is_compatible(a: &str, b: &str) -> bool {
    a.starts_with(b) || b.starts_with(a)
}

fn merge(into: &mut Activity, more: Activity) {
    for party in more.participants {
        if !into.participants.contains(&party) {
            into.participants.push(party);
        }
    }
    let finer = more.date.as_ref().map_or(0, |date| date.to_string().len())
        > into.date.as_ref().map_or(0, |date| date.to_string().len());
    if finer {
        into.date = more.date;
        into.end = more.end;
    }
    // The telling that has the condition is the one to show for it.
    if into.condition.is_none() && more.condition.is_some() {
        into.condition = more.condition;
        into.evidence = more.evidence;
    }
    into.reason = into.reason.or(more.reason);
    into.announced &= more.announced;
    into.vague &= more.vague;
    into.size = into.size.or(more.size);
    into.from = into.from.or(more.from);
    for topic in more.topics {
        if !into.topics.contains(&topic) {
            into.topics.push(topic);
        }
    }
}
