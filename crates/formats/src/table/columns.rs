//! The one declaration of every column: parser, messages, templates and reference all read it here.

use model::{
    ActKind, ActivityKind, Bound, CarrierEvent, CountUnit, Grade, ListingStatus, PartyKind, ReasonCode, Scheme,
    SourceKind, TieClass,
};

use super::form::{Column, Form};

/// Declares the columns of one layout, a line each.
macro_rules! columns {
    ($name:ident: $($need:ident $column:ident: $form:expr, $meaning:literal $(, in $unit:literal)?, e.g. $example:literal;)*) => {
        pub(super) const $name: &[Column] = &[$(Column {
            name: stringify!($column),
            required: columns!(@ $need),
            form: $form,
            meaning: $meaning,
            unit: concat!($($unit)?),
            example: $example,
        }),*];
    };
    (@ required) => { true };
    (@ optional) => { false };
}

columns! { SOURCES:
    required id: Form::SourceId, "the register's short name of the work", e.g. "gazette-1991";
    required title: Form::Text, "its title, or the reference as given", e.g. "Mill twins with Mill";
    optional publisher: Form::Text, "who published it", e.g. "Upper Mill Gazette";
    optional url: Form::Text, "its address", e.g. "https://gazette.example/1991";
    optional published: Form::Date, "when it was published", e.g. "1991-04-03";
    optional retrieved: Form::Day, "when it was read", e.g. "2024-05-01";
    optional language: Form::Text, "its language as a BCP 47 tag", e.g. "en";
    required kind: Form::Word(SourceKind::WORDS), "what kind of work it is", e.g. "press";
    required grade: Form::Word(Grade::WORDS), "how far what it says carries", e.g. "report";
    optional note: Form::Text, "our remark", e.g. "";
}

columns! { PLACES:
    required id: Form::Party, "the register's own id: country or unit, then a name", e.g. "xa-7.upper-mill";
    required name: Form::Text, "the name to show first in English", e.g. "Upper Mill";
    optional name_ru: Form::Text, "the name to show first in Russian", e.g. "";
    optional other_names: Form::List, "other names in use", e.g. "Mill-on-the-Hill;Uppermill";
    required kind: Form::Word(PartyKind::WORDS), "what it is; `district_federal` is read as federal-district", e.g. "city";
    optional part_of: Form::PartyList, "what it belongs to", e.g. "xa-7";
    optional iso: Form::Iso, "its ISO 3166 code", e.g. "XA-UM";
    optional geonames: Form::Identifier(Scheme::GeoNames), "its GeoNames number", e.g. "1";
    optional wikidata: Form::Identifier(Scheme::Wikidata), "its Wikidata item", e.g. "Q1";
    optional lat: Form::Decimal, "latitude, WGS 84, together with `lon`", in "degrees", e.g. "12.5";
    optional lon: Form::Decimal, "longitude, WGS 84, together with `lat`", in "degrees", e.g. "-45.25";
    optional population: Form::Whole, "people living there", in "people", e.g. "9000";
    optional population_year: Form::Date, "the date of `population`", e.g. "2020";
    optional area_km2: Form::Whole, "its area", in "km²", e.g. "124";
    optional capital: Form::Text, "its seat of government", e.g. "";
    optional utc_offset: Form::Decimal, "standard time east of UTC", in "hours", e.g. "5.5";
    optional coast: Form::List, "seas it lies on; `none` gives no claim", e.g. "arctic";
    optional climate: Form::List, "Köppen main classes, A to E", e.g. "D;E";
    optional sectors: Form::List, "economic sectors of note", e.g. "milling;fisheries";
    optional hazards: Form::List, "natural hazards", e.g. "flood";
    optional arctic: Form::YesNo, "whether part of it lies in the Arctic; no gives no claim", e.g. "yes";
    optional gdp_usd_million: Form::Whole, "gross domestic product", in "million current U.S. dollars", e.g. "310";
    optional gdp_year: Form::Date, "the date of `gdp_usd_million`", e.g. "2020";
    optional flagship_university: Form::Text, "its best-known university, as a label", e.g. "";
    optional federal_district: Form::Text, "a federal district or other grouping of units", e.g. "";
    required source: Form::Sources, "the works it rests on; the first is cited, the others go to the note", e.g. "gazette-1991";
    optional note: Form::Text, "our remark", e.g. "";
}

columns! { INSTITUTIONS:
    required id: Form::Party, "the register's own id", e.g. "xa-7.mill-college";
    required name: Form::Text, "the name to show first in English", e.g. "Mill College";
    optional name_ru: Form::Text, "the name to show first in Russian", e.g. "";
    optional other_names: Form::List, "other names in use", e.g. "College of Milling";
    required kind: Form::Word(PartyKind::WORDS), "what it is; `law_school` is read as college, `foundation` as institution", e.g. "college";
    optional part_of: Form::PartyList, "the body or unit it belongs to", e.g. "xa-7";
    optional city: Form::Party, "the place it is in: the id of a place gives a claim, a bare name does not", e.g. "xa-7.upper-mill";
    optional ror: Form::Identifier(Scheme::Ror), "its ROR id or address", e.g. "0abcdef12";
    optional wikidata: Form::Identifier(Scheme::Wikidata), "its Wikidata item", e.g. "Q2";
    optional unresolved: Form::Text, "why the name as stated cannot be resolved to one body", e.g. "";
    required source: Form::Sources, "the works it rests on; the first is cited, the others go to the note", e.g. "gazette-1991";
    optional note: Form::Text, "our remark", e.g. "";
}

columns! { TIES:
    required parties: Form::Tie, "who is tied", e.g. "xa-7.upper-mill;xb.nether-mill";
    required class: Form::Word(TieClass::WORDS), "the form of the tie, by what it rests on", e.g. "full";
    optional word: Form::Text, "the word the source uses", e.g. "twin towns";
    optional held: Form::Period, "when it stood, as far as the source says", e.g. "1991/..";
    optional speaker: Form::Text, "whose words they are when not the source's own: an office, never a person", e.g. "";
    optional quote: Form::Text, "the exact words", e.g. "";
    optional locator: Form::Bytes, "where the quote is in the text of the first source", e.g. "";
    required source: Form::Sources, "the works that say so: one claim each", e.g. "gazette-1991";
    optional note: Form::Text, "our remark", e.g. "";
}

columns! { ACTS:
    required parties: Form::Tie, "the tie", e.g. "xa-7.upper-mill;xb.nether-mill";
    optional party: Form::Party, "who decided; empty for all jointly", e.g. "";
    required act: Form::Word(ActKind::WORDS), "what was decided", e.g. "signed";
    optional date: Form::Period, "when", e.g. "1991-04-03";
    optional instrument: Form::Text, "the document it rests on, as written", e.g. "Twinning charter";
    optional term_end: Form::Date, "when the document's term ends", e.g. "";
    optional condition: Form::Text, "the condition stated", e.g. "";
    optional reason: Form::Word(ReasonCode::WORDS), "why", e.g. "";
    optional speaker: Form::Text, "whose words they are when not the source's own: an office, never a person", e.g. "";
    optional quote: Form::Text, "the exact words", e.g. "The two mills are twins.";
    optional locator: Form::Bytes, "where the quote is in the text of the first source", e.g. "bytes:120-144";
    required source: Form::Sources, "the works that say so: one claim each", e.g. "gazette-1991";
    optional note: Form::Text, "our remark", e.g. "";
}

columns! { ACTIVITIES:
    required parties: Form::Tie, "the tie", e.g. "xa-7.upper-mill;xb.nether-mill";
    optional from: Form::Party, "the side that traveled or sent; empty when both did or nobody says", e.g. "xb.nether-mill";
    required kind: Form::Word(ActivityKind::WORDS), "what was done", e.g. "visit";
    optional date: Form::Period, "when", e.g. "1992-06";
    optional participants: Form::List, "bodies that took part beyond the parties", e.g. "Mill Choir";
    optional topics: Form::List, "topics", e.g. "music";
    optional size: Form::Whole, "how many took part", in "people", e.g. "24";
    optional in_person: Form::YesNo, "whether people met; a meeting that was not in person is read as online", e.g. "yes";
    optional light: Form::YesNo, "only a greeting, an anniversary or a letter without reply", e.g. "no";
    required summary: Form::Text, "what happened, in one short sentence", e.g. "The choir sang in Upper Mill";
    optional speaker: Form::Text, "whose words they are when not the source's own: an office, never a person", e.g. "";
    optional quote: Form::Text, "the exact words", e.g. "";
    optional locator: Form::Bytes, "where the quote is in the text of the first source", e.g. "";
    required source: Form::Sources, "the works that say so: one claim each", e.g. "gazette-1991";
    optional note: Form::Text, "our remark", e.g. "";
}

columns! { PLANNED:
    required parties: Form::Tie, "the tie", e.g. "xa-7.upper-mill;xb.nether-mill";
    optional from: Form::Party, "the side that will travel or send", e.g. "";
    required kind: Form::Word(ActivityKind::WORDS), "what is planned", e.g. "visit";
    optional date: Form::Period, "when", e.g. "2031";
    required summary: Form::Text, "what is planned, in one short sentence", e.g. "Jubilee of the charter";
    required source: Form::Sources, "the works that say so", e.g. "gazette-1991";
    optional note: Form::Text, "our remark", e.g. "";
}

columns! { CARRIERS:
    required parties: Form::Tie, "the tie", e.g. "xa-7.upper-mill;xb.nether-mill";
    required party: Form::Party, "the side it works for", e.g. "xa-7.upper-mill";
    required carrier: Form::Text, "its name", e.g. "Mill Twinning Society";
    required event: Form::Word(CarrierEvent::WORDS), "what happened to it", e.g. "founded";
    optional date: Form::Period, "when", e.g. "1990";
    required source: Form::Sources, "the works that say so: one claim each", e.g. "gazette-1991";
    optional note: Form::Text, "our remark", e.g. "";
}

columns! { NO_CONTACT:
    required parties: Form::Tie, "the tie", e.g. "xa-7.upper-mill;xb.nether-mill";
    required held: Form::Period, "the span in which nothing was done together", e.g. "2001/2009";
    optional speaker: Form::Text, "whose words they are when not the source's own: an office, never a person", e.g. "mayor's office";
    required source: Form::Sources, "the works that say so: one claim each", e.g. "gazette-1991";
    optional note: Form::Text, "our remark", e.g. "";
}

columns! { LISTINGS:
    required parties: Form::Tie, "the tie", e.g. "xa-7.upper-mill;xb.nether-mill";
    required registry: Form::Text, "the registry's short name", e.g. "mill-union";
    required status: Form::Word(ListingStatus::WORDS), "what it says", e.g. "listed";
    optional date: Form::Period, "the date of the list", e.g. "2020";
    required source: Form::Sources, "the works that say so: one claim each", e.g. "gazette-1991";
    optional note: Form::Text, "our remark", e.g. "";
}

columns! { STATED_COUNTS:
    required between: Form::Tie, "the countries or regions the number speaks of", e.g. "xa;xb";
    required number: Form::Whole, "the number", e.g. "12";
    required bound: Form::Word(Bound::WORDS), "how it was put", e.g. "about";
    required unit: Form::Text, "the unit in the source's words", e.g. "pairs of twin towns";
    required what: Form::Word(CountUnit::WORDS), "what that unit counts", e.g. "pairs";
    optional as_of: Form::Period, "the day it speaks of", e.g. "1991";
    optional speaker: Form::Text, "who stated it: an office, never a person", e.g. "envoy of XB";
    optional quote: Form::Text, "the exact words", e.g. "";
    optional locator: Form::Bytes, "where the quote is in the text of the first source", e.g. "";
    required source: Form::Sources, "the works that say so: one claim each", e.g. "gazette-1991";
    optional definition: Form::Text, "the saved definition that expresses it", e.g. "";
    optional irreproducible: Form::Text, "why no definition can", e.g. "no list was given";
    optional note: Form::Text, "our remark", e.g. "";
}

columns! { WISHES:
    required between: Form::Tie, "the countries or regions it speaks of", e.g. "xa;xb";
    optional speaker: Form::Text, "who wishes: an office, never a person", e.g. "envoy of XB";
    optional said_on: Form::Date, "when it was said; else the date of the source", e.g. "1991-04-02";
    required wish: Form::Text, "what is hoped for, in one short sentence", e.g. "Every town should have a twin";
    optional quote: Form::Text, "the exact words", e.g. "";
    optional locator: Form::Bytes, "where the quote is in the text of the first source", e.g. "";
    required source: Form::Sources, "the works that say so: one claim each", e.g. "gazette-1991";
    optional note: Form::Text, "our remark", e.g. "";
}

columns! { LEFT_OUT: }

/// What the owner's side last decided, as a clerk's list says it.
pub(super) const STANDINGS: &[&str] = &[
    "in-force",
    "intent",
    "filed",
    "approved",
    "signed",
    "renewed",
    "suspended",
    "resumed",
    "ended",
    "expired",
    "superseded",
    "unknown",
];

/// What a clerk's list may say of a registry.
pub(super) const LISTED: &[&str] =
    &["yes", "no", "listed", "listed-charter", "not-listed", "delisted", "approved", "registered"];

columns! { PARTNERS:
    required partner: Form::Text, "the partner's name, or its id", e.g. "Nether Mill";
    optional country: Form::Text, "its country: an ISO 3166-1 code or a name; needed for a partner not known yet", e.g. "XB";
    optional region: Form::Text, "its region: an ISO 3166-2 code or a name", e.g. "";
    optional class: Form::Word(TieClass::WORDS), "the form of the tie", e.g. "full";
    optional word: Form::Text, "the word the list or document uses", e.g. "twin town";
    optional signed: Form::Date, "when the agreement was signed", e.g. "1991-04-03";
    optional signed_by: Form::Word(SIGNERS), "which side signed; empty means both. Never a person's name: ignore such a column", e.g. "both";
    optional term_end: Form::Date, "when the agreement's term ends", e.g. "";
    optional standing: Form::Word(STANDINGS), "what the owner's side last decided", e.g. "suspended";
    optional standing_since: Form::Date, "since when", e.g. "2022-03";
    optional condition: Form::Text, "the condition stated with it", e.g. "until the dam is mended";
    optional last_visit_out: Form::Date, "the last visit to the partner", e.g. "2019";
    optional last_visit_in: Form::Date, "the last visit from the partner", e.g. "2018-06";
    optional carrier: Form::Text, "the body that does the work on the owner's side", e.g. "Mill Twinning Society";
    optional carrier_state: Form::Word(CarrierEvent::WORDS), "what is known of it, required with `carrier`", e.g. "active";
    optional registry: Form::Text, "a registry, by its short name", e.g. "mill-union";
    optional listed: Form::Word(LISTED), "what the registry says, required with `registry`", e.g. "yes";
    optional source: Form::Text, "where this is written: source ids, or any reference; empty means the list itself", e.g. "Council minutes 1991";
    optional note: Form::Text, "a remark, without names or contact details of persons", e.g. "";
}

/// Which side signed.
pub(super) const SIGNERS: &[&str] = &["both", "owner", "partner"];
