//! The exported records: ties, parties and claims.

use model::Claim;

use super::cell::Cell;
use crate::claims::ClaimRecord;
use crate::record::{Described, record};

/// A record that can be a row of a CSV table.
pub trait Row: serde::Serialize {
    /// The header, in the order of the cells.
    fn names() -> &'static [&'static str];
    /// The cells, as they stand in the file.
    fn cells(&self) -> Vec<String>;
}

/// Declares a record that is also a row.
macro_rules! row {
    (
        $(#[doc = $about:literal])+
        $name:ident { $($(#[doc = $doc:literal])+ $field:ident: $type:ty,)+ }
    ) => {
        record! { $(#[doc = $about])+ $name { $($(#[doc = $doc])+ $field: $type,)+ } }

        impl Row for $name {
            fn names() -> &'static [&'static str] {
                &[$(stringify!($field)),+]
            }

            fn cells(&self) -> Vec<String> {
                vec![$(self.$field.cell()),+]
            }
        }
    };
}

row! {
    /// A tie as seen on two dates: what is true on one, as far as known on the other.
    TieRecord {
        /// The tie's name: the ids of its parties, in order, joined by `~`.
        id: String,
        /// Who is tied.
        parties: Vec<PartyRef>,
        /// The form of the tie, by evidence: full, friendship, project, contact, solidarity, institutional or intent.
        class: String,
        /// The word that the best source uses for it.
        word: String,
        /// The standing of the tie as a whole; where the parties differ, it says so.
        standing: String,
        /// The standing on each side.
        standing_by_party: Vec<PartyValue>,
        /// What each registry says.
        recognition: Vec<RegistryValue>,
        /// Whether the tie is alive: alive, ticking over, quiet, dormant, no carrier or unknown. Unknown is not dormant.
        pulse: String,
        /// The pulse in each direction, by the side that travels or sends.
        pulse_by_direction: Vec<DirectionValue>,
        /// The health of the body that does the work, on each side.
        carrier: Vec<PartyValue>,
        /// What the rules in force allow.
        permission: String,
        /// When the tie began, as EDTF; empty when not known.
        since: String,
        /// The last known contact, as EDTF; empty when none is known.
        last_contact: String,
        /// How many claims it rests on.
        n_claims: u32,
        /// The day the record speaks of.
        true_on: String,
        /// The day up to which sources had spoken.
        known_on: String,
        /// The address of its page.
        url: String,
    }
}

row! {
    /// A row of the answer to a brief: a pair, a place without a partner, or a place.
    MatchRecord {
        /// The ids of the pair joined by `~`, or the id of the place.
        id: String,
        /// What the row is: pair, without (a place that has no partner) or place.
        kind: String,
        /// The id of the place of the left; of a row about one place, that place on whichever side.
        left: String,
        /// Its name.
        left_name: String,
        /// The id of the place of the right.
        right: String,
        /// Its name.
        right_name: String,
        /// What the pair is worth, 0 to 1.
        worth: Option<f64>,
        /// The ids of the ties that there are between the two or bodies within them.
        ties: Vec<String>,
        /// What the rules allow: open, needs-notice, needs-approval, needs-screening, prohibited or unclear; empty if not asked.
        permission: String,
        /// The rules, or why the place has no partner.
        rules: Vec<String>,
        /// What speaks for the pair, the weightiest first.
        reasons_for: Vec<String>,
        /// What speaks against it.
        reasons_against: Vec<String>,
        /// The criteria whose data are missing.
        missing: Vec<String>,
        /// Whom the place of the left would have instead, where that was asked.
        runner_up: Vec<String>,
        /// By how much the total would then fall.
        runner_up_cost: Option<f64>,
        /// The latitude of the place of the left, WGS 84.
        left_lat: Option<f64>,
        /// Its longitude.
        left_lon: Option<f64>,
        /// The latitude of the place of the right.
        right_lat: Option<f64>,
        /// Its longitude.
        right_lon: Option<f64>,
        /// The day the row speaks of.
        true_on: String,
        /// The day up to which sources had spoken.
        known_on: String,
    }
}

row! {
    /// A place or institution.
    PartyRecord {
        /// The register's own id.
        id: String,
        /// Its name in English, or the one most used.
        name: String,
        /// Its name in its own language; empty when not known.
        name_local: String,
        /// What it is.
        kind: String,
        /// The id of what it belongs to; empty when not known.
        part_of: String,
        /// The id of its country.
        country: String,
        /// Latitude, WGS 84, in degrees.
        lat: Option<f64>,
        /// Longitude, WGS 84, in degrees.
        lon: Option<f64>,
        /// Its ISO 3166 code; empty when it has none.
        iso: String,
        /// Its GeoNames number; empty when not known.
        geonames: String,
        /// Its Wikidata item; empty when not known.
        wikidata: String,
        /// Its ROR id; empty when not known.
        ror: String,
        /// How many ties it has in this export.
        n_ties: u32,
        /// The address of its page.
        url: String,
    }
}

row! {
    /// A claim as one row; the exact form is that of the JSON Lines.
    ClaimRow {
        /// party, tie or relation.
        subject_kind: String,
        /// The id of what it is about.
        subject: String,
        /// The kind of fact.
        fact: String,
        /// What it says, as JSON.
        value: String,
        /// When that held, as EDTF; empty when nobody says.
        held: String,
        /// When the source said it, as EDTF; empty when the source is undated.
        said_on: String,
        /// Whose words they are when not the source's own.
        speaker: String,
        /// The id of the source.
        source: String,
        /// The place in it: `bytes:START-END`, `TABLE:LINE:COLUMN` or `whole`.
        locator: String,
        /// The exact words, or the row.
        quote: String,
        /// How far it carries.
        grade: String,
        /// Our remark.
        note: String,
        /// What wrote it down: kind, name and version.
        maker: String,
    }
}

record! {
    /// A party of a tie.
    PartyRef {
        /// Its id.
        id: String,
        /// Its name.
        name: String,
        /// Latitude, WGS 84, in degrees.
        lat: Option<f64>,
        /// Longitude, WGS 84, in degrees.
        lon: Option<f64>,
    }
}

record! {
    /// What holds on one side.
    PartyValue {
        /// The id of the side.
        party: String,
        /// What holds.
        value: String,
    }
}

record! {
    /// What a registry says.
    RegistryValue {
        /// The registry's short name.
        registry: String,
        /// What it says.
        value: String,
    }
}

record! {
    /// What holds in one direction.
    DirectionValue {
        /// The id of the side that travels or sends.
        from: String,
        /// What holds.
        value: String,
    }
}

/// Writes a pair as `key=value` in CSV, and describes it.
macro_rules! pair {
    ($name:ident, $key:ident, $value:ident, $form:literal) => {
        impl Cell for $name {
            fn text(&self) -> String {
                format!("{}={}", self.$key, self.$value)
            }
        }

        impl Described for $name {
            fn form() -> String {
                concat!("object ", $form, "; in CSV `", stringify!($key), "=", stringify!($value), "`").into()
            }
        }
    };
}

pair!(PartyRef, id, name, "(id, name, lat, lon)");
pair!(PartyValue, party, value, "(party, value)");
pair!(RegistryValue, registry, value, "(registry, value)");
pair!(DirectionValue, from, value, "(from, value)");

impl Default for PartyRecord {
    fn default() -> Self {
        let empty = String::new;
        Self {
            id: empty(),
            name: empty(),
            name_local: empty(),
            kind: empty(),
            part_of: empty(),
            country: empty(),
            lat: None,
            lon: None,
            iso: empty(),
            geonames: empty(),
            wikidata: empty(),
            ror: empty(),
            n_ties: 0,
            url: empty(),
        }
    }
}

impl From<&Claim> for ClaimRow {
    fn from(claim: &Claim) -> Self {
        let record = ClaimRecord::from(claim);
        let (subject_kind, subject) = tagged(&record.subject);
        let (fact, value) = tagged(&record.fact);
        let locator = match &claim.evidence.locator {
            model::Locator::Bytes { start, end } => format!("bytes:{start}-{end}"),
            model::Locator::Row { table, line, column } => format!("{table}:{line}:{column}"),
            model::Locator::Whole => "whole".to_owned(),
        };
        let maker = [record.maker.kind, record.maker.name, record.maker.version].join(" ");
        Self {
            subject_kind,
            subject,
            fact,
            value,
            held: record.held,
            said_on: record.said_on.unwrap_or_default(),
            speaker: record.speaker.unwrap_or_default(),
            source: record.evidence.source,
            locator,
            quote: record.evidence.quote,
            grade: record.grade,
            note: record.note,
            maker: maker.trim_end().to_owned(),
        }
    }
}

/// The key and the content of a tagged record; a text stands for itself, anything else as JSON.
fn tagged(record: &impl serde::Serialize) -> (String, String) {
    match serde_json::to_value(record).expect("records are made of texts and numbers") {
        serde_json::Value::Object(object) => object.into_iter().next().map_or_else(Default::default, |(key, value)| {
            let value = match value {
                serde_json::Value::String(text) => text,
                other => other.to_string(),
            };
            (key, value)
        }),
        serde_json::Value::String(word) => (word, String::new()),
        _ => (String::new(), String::new()),
    }
}
