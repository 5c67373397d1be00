//! Headers, conditional requests, compression, odd requests, and the register changing under the server.

use std::sync::Arc;

use axum::http::Method;
use model::{ActKind, Body, Fact};

use crate::asking::{Answer, app, ask, get};
use crate::invented::{self, Said, TIE};

#[test]
fn every_answer_is_guarded() {
    for address in
        ["/", "/api/ties", "/nowhere", "/favicon.svg", "/api/ties?x=1", "/ties/xb-ss.staraya-reka~xa-nm.little-harbor"]
    {
        let answer = get(address);
        let policy = answer.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'; script-src 'self'; style-src 'self';"), "{address}: {policy}");
        assert!(!policy.contains("unsafe"), "{address}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{address}");
        assert_eq!(answer.header("referrer-policy"), "same-origin", "{address}");
    }
}

#[test]
fn what_is_known_is_not_sent_again() {
    for address in ["/", "/api/ties", "/favicon.svg"] {
        let first = get(address);
        let tag = first.header("etag").to_owned();
        assert!(tag.starts_with('"') && first.header("cache-control") == "no-cache", "{address}: {tag}");
        for tags in [tag.clone(), format!("\"other\", {tag}"), format!("W/{tag}"), "*".into()] {
            let again = ask(app(), &Method::GET, address, &[("if-none-match", &tags)]);
            assert_eq!(
                (again.status.as_u16(), again.body.len(), again.header("etag")),
                (304, 0, tag.as_str()),
                "{tags}"
            );
        }
        assert_eq!(ask(app(), &Method::GET, address, &[("if-none-match", "\"other\"")]).status, 200);
    }
}

#[test]
fn head_says_what_get_would() {
    for address in ["/", "/api/ties", "/nowhere", "/favicon.svg"] {
        let (full, head) = (get(address), ask(app(), &Method::HEAD, address, &[]));
        assert_eq!((full.status, full.header("content-type")), (head.status, head.header("content-type")), "{address}");
        assert_eq!(head.header("content-length"), full.body.len().to_string(), "{address}");
        assert!(head.body.is_empty(), "{address}");
    }
}

#[test]
fn large_bodies_are_compressed_for_those_who_ask() {
    let plain = get("/api/ties");
    let zipped = ask(app(), &Method::GET, "/api/ties", &[("accept-encoding", "gzip, br")]);
    assert_eq!((zipped.header("content-encoding"), zipped.header("vary")), ("gzip", "accept-encoding"));
    assert!(zipped.body.len() * 4 < plain.body.len() && zipped.header("etag") != plain.header("etag"));
    assert_eq!(plain.header("vary"), "accept-encoding");
    let small = ask(app(), &Method::GET, "/favicon.svg", &[("accept-encoding", "gzip")]);
    assert_eq!(small.header("content-encoding"), "");
}

#[test]
fn odd_requests_are_answered() {
    let long = "x".repeat(3_000);
    for (address, status) in [
        (format!("/?q={long}"), 200),
        (format!("/api/search?q={long}"), 200),
        (format!("/?q={}", "x".repeat(60_000)), 400),
        (format!("/ties/{long}"), 404),
        ("/?q=%F0%9F%8C%8D".into(), 200),
        ("/?q=%00%01".into(), 200),
        ("/?q=%FF%FE".into(), 200),
        ("/ties/%00".into(), 404),
        ("/ties/..%2F..%2Fetc%2Fpasswd".into(), 404),
        ("/assets/..%2F..%2FCargo.toml".into(), 404),
        ("/assets/%2Fetc%2Fpasswd".into(), 404),
        ("/places/%FF".into(), 400),
        ("/api/ties?true_on=9999-12-31&known_on=0001-01-01".into(), 200),
        ("//".into(), 404),
        ("/ties/".into(), 404),
    ] {
        let answer = get(&address);
        assert_eq!(answer.status, status, "{}", address.chars().take(80).collect::<String>());
    }
}

#[test]
fn a_newer_register_and_a_new_day_show_at_once() {
    let mut ledger = invented::ledger();
    let shared = invented::shared();
    let asked = |address: &str| -> Answer { ask(server::router(Arc::clone(&shared)), &Method::GET, address, &[]) };
    let address = format!("/api/ties/{TIE}");
    let before = asked(&address);
    assert_eq!(asked(&address).header("etag"), before.header("etag"));
    let ended = Fact::Act(invented::act(Some("xb-ss.staraya-reka"), ActKind::Ended));
    let claim =
        ledger.made(invented::subject(TIE), ended, Said { held: "2024-05-01", said: "2024-05-02", ..Said::default() });
    ledger.add(Body::Claim(claim));
    let mut register = register::Register::new(register::House::default());
    register.apply(ledger.entries);
    shared.replace(Arc::new(register), "b3:next".into());
    let after = asked(&address);
    assert_eq!(
        (&before.json()["standing"]["value"], &after.json()["standing"]["value"]),
        (&"suspended".into(), &"ended".into())
    );
    assert_ne!(before.header("etag"), after.header("etag"));
    assert!(asked("/").text().contains("b3:next"));
}

#[test]
fn an_empty_register_is_no_error() {
    let register = Arc::new(register::Register::new(register::House::default()));
    let site = server::Site { definitions: Vec::new(), ..invented::site() };
    let shared = Arc::new(server::Shared::new(site, register, "no entries".into()));
    for address in
        ["/", "/places", "/sources", "/counts", "/about", "/api/ties", "/api/map", "/api/counts", "/export/ties.csv"]
    {
        let answer = ask(server::router(Arc::clone(&shared)), &Method::GET, address, &[]);
        assert_eq!(answer.status, 200, "{address}");
    }
    let home = ask(server::router(Arc::clone(&shared)), &Method::GET, "/", &[]).page();
    assert!(home.text("#nothing").contains("twain import"));
}

#[test]
fn without_room_in_the_cache_answers_are_the_same() {
    let site = server::Site { cache_bytes: 0, ..invented::site() };
    let shared = Arc::new(server::Shared::new(site, Arc::new(invented::register()), "b3:0123456789".into()));
    let answer = ask(server::router(shared), &Method::GET, "/", &[]);
    assert_eq!(answer.header("etag"), get("/").header("etag"));
}
