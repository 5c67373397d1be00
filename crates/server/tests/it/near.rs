//! Places of the gazetteer that the register has no ties of: found, and shown with what is near them.

use std::sync::{Arc, OnceLock};

use axum::http::Method;
use server::Shared;

use crate::asking::{Answer, ask};
use crate::invented;

fn get(address: &str) -> Answer {
    static SHARED: OnceLock<Arc<Shared>> = OnceLock::new();
    let shared = || {
        let shared = Shared::new(invented::site(), Arc::new(invented::register()), "b3:0123456789".into());
        Arc::new(shared.with_gazetteer(Arc::new(gazetteer::build::tiny())))
    };
    ask(server::router(Arc::clone(SHARED.get_or_init(shared))), &Method::GET, address, &[])
}

#[test]
fn places_without_ties_are_found_beside_those_with() {
    let found = |q: &str| {
        let answer = get(&format!("/api/search?q={q}")).json();
        let names = |list: &str| -> Vec<String> {
            let items = answer[list].as_array().cloned().unwrap_or_default();
            items
                .iter()
                .map(|item| format!("{} {}", item["name"].as_str().unwrap(), item["url"].as_str().unwrap()))
                .collect()
        };
        (names("items"), names("places"))
    };
    let (parties, places) = found("mill");
    assert!(parties.iter().any(|party| party.starts_with("Mill College")), "{parties:?}");
    // Whole names first; institutions have no page.
    assert_eq!(places, ["Mill /near/702", "Mill /near/703", "Mill Vale /near/XA-MV"]);
    assert_eq!(found("Mill,+Beeland").1[0], "Mill /near/703");
    assert_eq!(found("staraya").1, [""; 0]);
    assert_eq!(
        get("/api/search?q=%D0%B2%D0%B5%D1%80%D1%85%D0%BD&lang=ru").json()["places"][0]["name"],
        "Верхняя Мельница"
    );
    let page = get("/?q=saint+mill").page();
    assert_eq!(page.links("#atlas a"), ["/near/703"]);
    assert!(page.text("#atlas").contains("Saint Mill"));
}

#[test]
fn a_place_without_ties_shows_the_nearest_with() {
    let page = get("/near/703?true_on=2020-11-29").page();
    assert_eq!((page.text("h1"), page.text(".lede")), ("Mill".into(), "city, Coast, Lowland".into()));
    assert!(page.has("#none"));
    let near = page.links("#near > li > a");
    assert!(
        near.len() > 1 && near.iter().all(|link| link.starts_with("/places/") && link.contains("true_on=2020-11-29"))
    );
    let far: Vec<f64> = page
        .all("#near > li > .quiet:nth-last-of-type(1)")
        .into_iter()
        .map(|far| crate::asking::words(far).split(' ').rev().nth(1).unwrap().parse().unwrap())
        .collect();
    assert!(far.is_sorted(), "{far:?}");
    assert_eq!(page.links("#facts a"), ["/places/xb?true_on=2020-11-29"]);
    assert!(get("/near/703?lang=ru").page().text("#none").contains("не известно"));
}

#[test]
fn what_the_register_has_is_its_own_page() {
    let answer = get("/near/XB?lang=ru");
    assert_eq!((answer.status.as_u16(), answer.header("location")), (307, "/places/xb?lang=ru"));
    for nothing in ["/near/999999", "/near/x", "/near/ZZ"] {
        assert_eq!(get(nothing).status, 404, "{nothing}");
    }
    assert_eq!(crate::asking::get("/near/703").status, 404, "without a gazetteer");
}
