//! What the API says, its description, and its paging.

use axum::http::Method;
use serde_json::Value;

use crate::asking::{app, ask, get, json};
use crate::invented::{HOSTILE, LISTED, N_TOWNS, TIE};

#[test]
fn records_are_as_promised() {
    for (name, address) in [
        ("tie", format!("/api/ties/{TIE}?true_on=2023-01-01")),
        ("tie_listed", format!("/api/ties/{LISTED}")),
        ("ties", "/api/ties?q=Most&limit=2".into()),
        ("party", "/api/parties/xa-nm.little-harbor".into()),
        ("search", "/api/search?q=%D1%80%D0%B5%D0%BA%D0%B0&limit=3".into()),
        ("counts", "/api/counts".into()),
        ("map", format!("/api/map.geojson?q={HOSTILE}&true_on=2020-01-01")),
        ("map_points", format!("/api/map?q={TIE}&true_on=2023-01-01")),
        ("map_changes", format!("/api/map/changes?q={TIE}&standing=ended")),
        ("problem", "/api/ties?standing=asleep".into()),
    ] {
        let pretty = serde_json::to_string_pretty(&get(&address).json()).unwrap();
        let mut settings = insta::Settings::clone_current();
        settings.add_filter(r"[0-9a-f]{16}0707[07]+", "[claim]");
        settings.bind(|| insta::assert_snapshot!(name, pretty, &address));
    }
}

#[test]
fn paging_visits_each_tie_once() {
    for limit in [1, 7, 50, 500] {
        let mut seen: Vec<String> = Vec::new();
        let mut after = String::new();
        loop {
            let page = json(&format!("/api/ties?limit={limit}&after={after}"));
            seen.extend(page["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap().to_owned()));
            match page["next"].as_str() {
                Some(next) => next.clone_into(&mut after),
                None => break,
            }
        }
        let n_seen = seen.len();
        seen.sort();
        seen.dedup();
        assert_eq!((seen.len(), n_seen), (N_TOWNS + 4, N_TOWNS + 4), "limit {limit}");
    }
}

#[test]
fn ties_come_by_name() {
    let page = json("/api/ties?limit=500");
    let titles: Vec<String> = page["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| register::fold_name(item["title"].as_str().unwrap()))
        .collect();
    assert!(titles.is_sorted(), "{titles:?}");
}

#[test]
fn filters_narrow() {
    for (query, expected) in [
        ("", N_TOWNS + 4),
        ("between=xa~xb", N_TOWNS + 4),
        ("between=xa~xc", 0),
        ("party=xa-nm.little-harbor", 1),
        ("party=xa-nm", N_TOWNS + 4),
        ("class=friendship", 1),
        ("standing=suspended", 1),
        ("standing=suspended&true_on=2021-01-01", 0),
        ("level=institution", 1),
        ("pulse=alive&true_on=2020-12-01", 1),
        ("q=%D0%A1%D1%82%D0%B0%D1%80%D0%B0%D1%8F+%D0%A0%D0%B5%D0%BA%D0%B0", N_TOWNS + 1), // Старая Река
        ("q=little+reka", 1),
        ("q=Little+Harbor+%E2%80%93+Staraya+Reka", 1),
        ("q=%E2%80%A6", 0),
    ] {
        assert_eq!(json(&format!("/api/ties?limit=500&{query}"))["n_all"], expected, "{query}");
    }
}

#[test]
fn what_cannot_be_read_is_refused_with_a_remedy() {
    for address in [
        "/api/ties?colour=red",
        "/api/ties?true_on=2020-13-01",
        "/api/ties?known_on=29.11.2020",
        "/api/ties?limit=0",
        "/api/ties?limit=501",
        "/api/ties?limit=many",
        "/api/ties?after=nonsense",
        "/api/ties?after=xa.no~xb.no",
        "/api/ties?class=marriage",
        "/api/ties?level=galaxy",
        "/api/ties?between=us",
        "/api/ties?party=New+York",
        "/api/ties?q=a&q=b",
        "/api/map?limit=5",
        "/api/search?q=a&sort=name",
        "/api/sources/letter?true_on=2020-01-01",
        "/api/openapi.json?pretty=1",
        "/?colour=red",
        "/places?sort=n",
    ] {
        let answer = get(address);
        assert_eq!(answer.status, 400, "{address}: {}", answer.text());
        if address.starts_with("/api/") {
            assert_eq!(answer.header("content-type"), "application/problem+json", "{address}");
            let problem = answer.json();
            for field in ["type", "title", "detail", "hint"] {
                assert!(!problem[field].as_str().unwrap().is_empty(), "{address}: {field}");
            }
            assert_eq!(problem["status"], 400, "{address}");
        } else {
            assert!(answer.page().has("#hint"), "{address}");
        }
    }
}

#[test]
fn what_is_not_there_is_404() {
    for address in [
        "/api/ties/xa.a~xb.b",
        "/api/ties/nonsense",
        "/api/parties/xz",
        "/api/parties/%3Cb%3E",
        "/api/sources/none",
        "/api/counts/none",
        "/api/none",
        "/export/ties.pdf",
    ] {
        let answer = get(address);
        assert_eq!(
            (answer.status.as_u16(), answer.header("content-type")),
            (404, "application/problem+json"),
            "{address}"
        );
    }
}

#[test]
fn every_route_is_described_and_every_example_answers() {
    let description = json("/api/openapi.json");
    assert!(description["openapi"].as_str().unwrap().starts_with("3.1"));
    let paths = description["paths"].as_object().unwrap();
    let source = include_str!("../../src/router.rs");
    let n_routes = source.matches(".routes(routes!(").count();
    assert_eq!(paths.len(), n_routes);
    for (path, item) in paths {
        let get = &item["get"];
        assert!(get["summary"].as_str().is_some_and(|text| !text.is_empty()), "{path} has no summary");
        let path = path.replace("{file}", "ties.csv").replace("{name}", first_claim()).replace("{id}", id_for(path));
        let mut query = String::new();
        for parameter in get["parameters"].as_array().into_iter().flatten() {
            assert!(parameter["description"].as_str().is_some_and(|text| !text.is_empty()), "{path}: {parameter}");
            let Some(example) = parameter["example"].as_str() else { continue };
            if parameter["in"] == "query" && !(path.starts_with("/api/map") && parameter["name"] == "limit") {
                query += &format!(
                    "&{}={}",
                    parameter["name"].as_str().unwrap(),
                    example.replace("Тула", "%D0%A2%D1%83%D0%BB%D0%B0")
                );
            }
        }
        let address = format!("{path}?{}", query.trim_start_matches('&'));
        let answer = crate::asking::get(&address);
        assert_eq!(answer.status, 200, "{address}: {}", answer.text());
    }
}

fn id_for(path: &str) -> &'static str {
    match path {
        "/api/ties/{id}" => TIE,
        "/api/parties/{id}" => "xa-nm.upper-mill",
        "/api/sources/{id}" => "gazette",
        "/api/match/{id}" | "/api/match/{id}/map" => "mill-sinyaya",
        _ => "city-pairs",
    }
}

fn first_claim() -> &'static str {
    static NAME: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    NAME.get_or_init(|| json("/api/sources/gazette")["claims"][0]["name"].as_str().unwrap().to_owned())
}

#[test]
fn the_described_fields_are_the_fields_sent() {
    let description = json("/api/openapi.json");
    let schemas = &description["components"]["schemas"];
    for (schema, address) in [
        ("TieDto", format!("/api/ties/{TIE}")),
        ("CountDto", "/api/counts/city-pairs".into()),
        ("TiePageDto", "/api/ties".into()),
    ] {
        let described = described_fields(schemas, &schemas[schema]);
        let sent = json(&address);
        for field in sent.as_object().unwrap().keys() {
            assert!(described.contains(&field.as_str()), "{schema} does not describe {field}");
        }
    }
}

/// The fields of a schema, with those of the schemas it is made of.
fn described_fields<'a>(schemas: &'a Value, schema: &'a Value) -> Vec<&'a str> {
    let own = schema["properties"].as_object().into_iter().flatten().map(|(field, _)| field.as_str());
    let parts = schema["allOf"].as_array().into_iter().flatten().flat_map(|part| {
        let named = part["$ref"].as_str().and_then(|name| name.rsplit('/').next());
        described_fields(schemas, named.map_or(part, |name| &schemas[name]))
    });
    own.chain(parts).collect()
}

#[test]
fn the_map_is_split_at_the_antimeridian_and_counts_what_it_lacks() {
    let map = json("/api/map.geojson");
    let features = map["features"].as_array().unwrap();
    let tie = features.iter().find(|feature| feature["properties"]["id"] == TIE).unwrap();
    assert_eq!(tie["geometry"]["type"], "MultiLineString");
    let lines = tie["geometry"]["coordinates"].as_array().unwrap();
    for line in lines {
        let longitudes: Vec<f64> = line.as_array().unwrap().iter().map(|point| point[0].as_f64().unwrap()).collect();
        assert!(longitudes.windows(2).all(|pair| (pair[0] - pair[1]).abs() < 90.0), "{longitudes:?}");
    }
    assert_eq!(map["n_not_drawn"], N_TOWNS + 2); // neither the towns nor hostile bay nor the college have a place
    let place = features.iter().find(|feature| feature["properties"]["id"] == "xb-ss.staraya-reka").unwrap();
    assert_eq!(place["properties"]["n_ties"], N_TOWNS + 1);
}

#[test]
fn exports_hold_every_tie_known() {
    let csv = get("/export/ties.csv");
    assert_eq!(csv.header("content-type"), "text/csv; charset=utf-8");
    assert_eq!(csv.text().lines().count(), N_TOWNS + 5);
    assert_eq!(get("/export/ties.csv?known_on=1900-01-01").text().lines().count(), 1);
    let geo: Value = get("/export/ties.geojson").json();
    assert_eq!(geo["features"].as_array().unwrap().len(), N_TOWNS + 4);
    for file in
        ["ties.jsonl", "parties.csv", "parties.jsonl", "parties.geojson", "claims.csv", "claims.jsonl", "sources.jsonl"]
    {
        assert!(!get(&format!("/export/{file}")).text().is_empty(), "{file}");
    }
}

#[test]
fn only_reading_is_possible() {
    for method in [Method::POST, Method::PUT, Method::DELETE, Method::PATCH] {
        for address in ["/", "/api/ties"] {
            let answer = ask(app(), &method, address, &[]);
            assert_eq!((answer.status.as_u16(), answer.header("allow")), (405, "GET,HEAD"), "{method} {address}");
        }
    }
}
