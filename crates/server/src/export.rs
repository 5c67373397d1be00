//! Exports: the register on a pair of days as files, in the records of [`formats::export`].
//!
//! The conversions are public because the command line writes the same files.

use std::sync::Arc;

use axum::extract::{Extension, Path};
use formats::export::{
    ClaimRow, DirectionValue, PartyRecord, PartyRef, PartyValue, RegistryValue, TieRecord, write_claims, write_csv,
    write_geojson, write_json_lines, write_sources,
};
use model::{Claim, Fact, NameUse, PartyKind, Scheme, TieClass};
use register::{AsOf, PartyKey, Register, TieReport};

use crate::answer::Made;
use crate::api::{Answer, Now, aside};
use crate::dto::Problem;
use crate::fault::Fault;
use crate::query::{AsOfQuery, Asked};
use crate::shared::Snapshot;
use crate::views::Listed;

/// Gives the ties, parties, claims or sources of a pair of days as one file.
///
/// `ties` and `parties` come as `csv`, `jsonl` and `geojson`; `claims` as `jsonl`, the exact form that `twain import` reads,
/// and as `csv`; `sources` as `jsonl`.
#[utoipa::path(
    get, path = "/export/{file}", tag = "export",
    params(("file" = String, Path, description = "Such as `ties.csv`."), AsOfQuery),
    responses(
        (status = 200, description = "The file.", body = String, content_type = "text/csv"),
        (status = 400, description = "A parameter is not known or cannot be read.", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "No such file.", body = Problem, content_type = "application/problem+json"),
    )
)]
pub(crate) async fn file(Extension(snapshot): Now, Path(file): Path<String>, Asked(query): Asked<AsOfQuery>) -> Answer {
    let as_of = query.as_of(snapshot.today)?;
    let missing = || Fault::missing("problem-no-export", &file);
    let file = FILES.into_iter().find(|known| known.name() == file).ok_or_else(missing)?;
    let listed = snapshot.view(as_of).await;
    let body = aside(move || write(&snapshot, &listed, as_of, file)).await?.map_err(Fault::inner)?;
    Ok(Made::new(file.content_type(), body))
}

/// A file that can be had.
#[derive(Debug, Clone, Copy)]
struct File {
    what: &'static str,
    form: &'static str,
}

const FILES: [File; 9] = [
    File { what: "ties", form: "csv" },
    File { what: "ties", form: "jsonl" },
    File { what: "ties", form: "geojson" },
    File { what: "parties", form: "csv" },
    File { what: "parties", form: "jsonl" },
    File { what: "parties", form: "geojson" },
    File { what: "claims", form: "csv" },
    File { what: "claims", form: "jsonl" },
    File { what: "sources", form: "jsonl" },
];

/// The names of the files that can be had, for the pages that link them.
pub(crate) fn file_names() -> impl Iterator<Item = String> {
    FILES.into_iter().map(File::name)
}

impl File {
    fn name(self) -> String {
        format!("{}.{}", self.what, self.form)
    }

    const fn content_type(self) -> &'static str {
        match self.form.as_bytes() {
            b"csv" => "text/csv; charset=utf-8",
            b"geojson" => "application/geo+json",
            _ => "application/jsonl",
        }
    }
}

fn write(snapshot: &Arc<Snapshot>, listed: &Listed, as_of: AsOf, file: File) -> Result<Vec<u8>, formats::Error> {
    let register = &*snapshot.register;
    let ties = listed.ties.iter().map(|tie| tie_record(register, &register.report(*tie, as_of)));
    let parties = snapshot.index.parties().iter().map(|party| {
        let n_ties = register.party(*party).ties().iter().filter(|tie| listed.view.state(**tie).n_known > 0).count();
        party_record(register, *party, n_ties)
    });
    let claims = register.claim_keys().map(|key| register.known(key)).filter(|known| known.is_known_on(as_of.known_on));
    let claims = claims.map(|known| &known.claim);
    let sources = snapshot.index.sources.iter().filter_map(|id| register.source(id));
    let mut out = Vec::new();
    let written = match (file.what, file.form) {
        ("ties", "csv") => write_csv(ties, &mut out),
        ("ties", "geojson") => write_geojson(ties, &mut out),
        ("ties", _) => write_json_lines(ties, &mut out),
        ("parties", "csv") => write_csv(parties, &mut out),
        ("parties", "geojson") => write_geojson(parties, &mut out),
        ("parties", _) => write_json_lines(parties, &mut out),
        ("claims", "csv") => write_csv(claims.map(ClaimRow::from), &mut out),
        ("sources", _) => write_sources(sources, &mut out),
        _ => write_claims(claims, &mut out),
    };
    written.map(|_| out)
}

/// A tie as an exported record.
#[must_use]
pub fn tie_record(register: &Register, report: &TieReport) -> TieRecord {
    let tie = register.tie(report.tie);
    let of_party = |party: PartyKey, value: &str| PartyValue {
        party: register.party(party).id().to_string(),
        value: value.to_owned(),
    };
    TieRecord {
        id: tie.id().to_string(),
        parties: tie.parties().iter().map(|party| party_point(register, *party)).collect(),
        class: report.class.map_or("", TieClass::word).to_owned(),
        word: report.word.clone(),
        standing: report.state.standing.word().to_owned(),
        standing_by_party: report.parties.iter().map(|side| of_party(side.party, side.standing.word())).collect(),
        recognition: report
            .recognition
            .iter()
            .map(|listing| RegistryValue {
                registry: listing.registry.clone(),
                value: listing.status.word().to_owned(),
            })
            .collect(),
        pulse: report.state.pulse.word().to_owned(),
        pulse_by_direction: report
            .directions
            .iter()
            .map(|direction| DirectionValue {
                from: register.party(direction.from).id().to_string(),
                value: direction.pulse.word().to_owned(),
            })
            .collect(),
        carrier: report.parties.iter().map(|side| of_party(side.party, side.carrier.word())).collect(),
        permission: report.gates.permission.word().to_owned(),
        since: report.since.as_ref().map(|(date, _)| date.to_string()).unwrap_or_default(),
        last_contact: register.last_contact(&report.state).map(|date| date.to_string()).unwrap_or_default(),
        n_claims: n(register.claims_of_tie(report.tie).len()),
        true_on: report.as_of.true_on.to_string(),
        known_on: report.as_of.known_on.to_string(),
        url: format!("/ties/{}", tie.id()),
    }
}

/// A party as an exported record; `n_ties` is the number of its ties in the export.
#[must_use]
pub fn party_record(register: &Register, key: PartyKey, n_ties: usize) -> PartyRecord {
    let party = register.party(key);
    let identifier = |schemes: &[Scheme]| {
        let found = party.identifiers.iter().rev().find(|identifier| schemes.contains(&identifier.scheme()));
        found.map(|identifier| identifier.value().to_owned()).unwrap_or_default()
    };
    PartyRecord {
        id: party.id().to_string(),
        name: party.name.clone(),
        name_local: local_name(register, key),
        kind: party.kind.map_or("", PartyKind::word).to_owned(),
        part_of: party.part_of.as_ref().map(ToString::to_string).unwrap_or_default(),
        country: party.id().country().to_owned(),
        lat: party.location.map(|(lat, _)| lat),
        lon: party.location.map(|(_, lon)| lon),
        iso: identifier(&[Scheme::Iso3166_1, Scheme::Iso3166_2]),
        geonames: identifier(&[Scheme::GeoNames]),
        wikidata: identifier(&[Scheme::Wikidata]),
        ror: identifier(&[Scheme::Ror]),
        n_ties: n(n_ties),
        url: format!("/places/{}", party.id()),
    }
}

/// The first preferred name that is not English.
fn local_name(register: &Register, key: PartyKey) -> String {
    let is_local = |claim: &&Claim| match &claim.fact {
        Fact::Named(name) => name.usage == NameUse::Preferred && !name.language.is_empty() && name.language != "en",
        _ => false,
    };
    let claims = register.party(key).claims().iter().map(|claim| register.known(*claim)).filter(|known| known.counts());
    match claims.map(|known| &known.claim).find(is_local).map(|claim| &claim.fact) {
        Some(Fact::Named(name)) => name.text.clone(),
        _ => String::new(),
    }
}

fn party_point(register: &Register, key: PartyKey) -> PartyRef {
    let party = register.party(key);
    PartyRef {
        id: party.id().to_string(),
        name: party.name.clone(),
        lat: party.location.map(|(lat, _)| lat),
        lon: party.location.map(|(_, lon)| lon),
    }
}

fn n(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
