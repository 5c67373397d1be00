//! Rows about ties: what stands, what was decided, done, carried, listed, counted and wished.

use model::{
    Act, ActKind, Activity, ActivityKind, Bound, Carrier, CarrierEvent, CountUnit, Fact, Instrument, Listing,
    ListingStatus, PartyId, ReasonCode, StatedCount, Subject, TieClass,
};

use super::cells::Row;
use super::facts::Draft;
use super::kind::TableKind;

/// What a row says; `None` when it is wrong, which has been noted, or when the layout is not about ties.
pub(super) fn draft(row: &mut Row<'_>) -> Option<Draft> {
    match row.kind {
        TableKind::Ties => tie(row),
        TableKind::Acts => act(row),
        TableKind::Activities | TableKind::Planned => activity(row),
        TableKind::Carriers => carrier(row),
        TableKind::NoContact => no_contact(row),
        TableKind::Listings => listing(row),
        TableKind::StatedCounts => stated_count(row),
        TableKind::Wishes => wish(row),
        _ => None,
    }
}

fn owned(text: Option<&str>) -> Option<String> {
    text.map(str::to_owned)
}

fn tie(row: &mut Row<'_>) -> Option<Draft> {
    let tie = row.tie("parties");
    let class = row.parsed("class", TieClass::parse);
    let held = row.period("held");
    let word = row.text("word").to_owned();
    Some(Draft { subject: Subject::Tie(tie?), fact: Fact::TieStands { class: class?, word }, held, column: "" })
}

fn act(row: &mut Row<'_>) -> Option<Draft> {
    let tie = row.tie("parties");
    let party = row.party_of("party", tie.as_ref());
    let kind = row.parsed("act", ActKind::parse);
    let held = row.period("date");
    let title = row.text("instrument").to_owned();
    let term_end = row.date("term_end");
    let instrument = if title.is_empty() && term_end.is_none() { None } else { Some(Instrument { title, term_end }) };
    let reason = row.parsed("reason", ReasonCode::parse);
    let condition = owned(row.filled("condition"));
    let fact = Fact::Act(Act { party, kind: kind?, instrument, condition, reason });
    Some(Draft { subject: Subject::Tie(tie?), fact, held, column: "" })
}

fn activity(row: &mut Row<'_>) -> Option<Draft> {
    let tie = row.tie("parties");
    let from = row.party_of("from", tie.as_ref());
    let kind = row.parsed("kind", ActivityKind::parse);
    let held = row.period("date");
    let summary = row.text("summary").to_owned();
    let mut activity =
        Activity { kind: kind?, from, participants: Vec::new(), topics: Vec::new(), size: None, light: false, summary };
    if row.kind == TableKind::Activities {
        activity.participants = row.list("participants").into_iter().map(str::to_owned).collect();
        activity.topics = row.list("topics").into_iter().map(str::to_owned).collect();
        activity.size = row.whole("size");
        activity.light = row.yes_no("light") == Some(true);
        if row.yes_no("in_person") == Some(false) && activity.kind == ActivityKind::Meeting {
            activity.kind = ActivityKind::Online;
        }
    }
    Some(Draft { subject: Subject::Tie(tie?), fact: Fact::Activity(activity), held, column: "" })
}

fn carrier(row: &mut Row<'_>) -> Option<Draft> {
    let tie = row.tie("parties");
    let party: Option<PartyId> = row.party_of("party", tie.as_ref());
    let event = row.parsed("event", CarrierEvent::parse);
    let held = row.period("date");
    let name = row.text("carrier").to_owned();
    let fact = Fact::Carrier(Carrier { party: party?, name, event: event? });
    Some(Draft { subject: Subject::Tie(tie?), fact, held, column: "" })
}

fn no_contact(row: &mut Row<'_>) -> Option<Draft> {
    let tie = row.tie("parties");
    let held = row.period("held");
    Some(Draft { subject: Subject::Tie(tie?), fact: Fact::NoContact, held, column: "" })
}

fn listing(row: &mut Row<'_>) -> Option<Draft> {
    let tie = row.tie("parties");
    let status = row.parsed("status", ListingStatus::parse);
    let held = row.period("date");
    let registry = row.text("registry").to_owned();
    let fact = Fact::Listing(Listing { registry, status: status? });
    Some(Draft { subject: Subject::Tie(tie?), fact, held, column: "" })
}

fn stated_count(row: &mut Row<'_>) -> Option<Draft> {
    let between = row.tie("between");
    let number = row.whole("number");
    let bound = row.parsed("bound", Bound::parse);
    let what = row.parsed("what", CountUnit::parse);
    let held = row.period("as_of");
    let fact = Fact::StatedCount(StatedCount {
        number: number?,
        bound: bound?,
        unit: row.text("unit").to_owned(),
        what: what?,
        definition: owned(row.filled("definition")),
        irreproducible: owned(row.filled("irreproducible")),
    });
    Some(Draft { subject: Subject::Relation(between?), fact, held, column: "" })
}

fn wish(row: &mut Row<'_>) -> Option<Draft> {
    let between = row.tie("between");
    let fact = Fact::Wish(row.text("wish").to_owned());
    Some(Draft { subject: Subject::Relation(between?), fact, held: model::Period::UNKNOWN, column: "" })
}
