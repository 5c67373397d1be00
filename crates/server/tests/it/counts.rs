//! Edited definitions: the number, the list and the difference follow the address, and the API says what the page says.

use crate::asking::{get, json, page, words};
use crate::invented::{LISTED, N_TOWNS};

#[test]
fn an_edited_definition_counts_and_says_what_differs() {
    let days = "&true_on=2021-01-01";
    let saved = json(&format!("/api/counts/city-pairs?{}", &days[1..]));
    for query in [
        "of=city-pairs",
        "of=city-pairs&between=xa~xb&level=city&class=full&class=friendship&standing=in-force&unknown=disputed&unit=pairs",
        "of=city-pairs&between=xa~xb&level=city&class=full&class=friendship&standing=in-force&unknown=in",
        "of=city-pairs&between=xa~xb&class=full&standing=in-force&unknown=out&unit=xb",
        "of=city-pairs&between=xa~xc",
    ] {
        let address = format!("/api/counts/edit?{query}{days}");
        let edited = json(&address);
        let shown = page(&address.replacen("/api", "", 1));
        let base = saved["number"].as_u64().unwrap();
        assert_eq!(edited["saved_number"], base, "{query}");
        assert_eq!(shown.text("#number"), edited["number"].to_string(), "{query}");
        let n_shown = shown.all("#difference li[data-tie-id]").len();
        assert_eq!(n_shown, edited["differences"].as_array().unwrap().len(), "{query}");
        let in_list = shown.all("#in > li").len();
        assert_eq!(
            in_list,
            edited["items"].as_array().into_iter().flatten().filter(|item| item["verdict"] == "in").count()
        );
    }
    let wide = json(&format!(
        "/api/counts/edit?of=city-pairs&between=xa~xb&level=city&unknown=in&class=friendship&standing=in-force{days}"
    ));
    let now: Vec<(&str, &str, &str)> = wide["differences"]
        .as_array()
        .unwrap()
        .iter()
        .map(|difference| {
            let text = |name: &str| difference[name].as_str().unwrap();
            (text("tie"), text("was"), text("is"))
        })
        .collect();
    assert!(now.contains(&(LISTED, "disputed", "in")), "{now:?}");
    assert!(now.iter().any(|(_, was, is)| (*was, *is) == ("in", "out")), "{now:?}");
    assert!(wide["differences"][0]["reasons"][0]["text"].as_str().is_some_and(|text| !text.is_empty()));
}

#[test]
fn a_fault_names_its_field() {
    for (query, field) in [
        ("between=xa", "between"),
        ("level=galaxy", "level"),
        ("class=marriage", "class"),
        ("standing=asleep", "standing"),
        ("unknown=maybe", "unknown"),
        ("unit=planets", "unit"),
        ("colour=red", "colour"),
        ("true_on=soon", "soon"),
    ] {
        let answer = get(&format!("/api/counts/edit?of=city-pairs&{query}"));
        assert_eq!(answer.status, 400, "{query}: {}", answer.text());
        assert!(answer.json()["detail"].as_str().unwrap().contains(field), "{query}: {}", answer.text());
    }
    assert_eq!(get("/api/counts/edit?of=none").status, 404);
}

#[test]
fn the_form_holds_what_was_asked_and_the_saved_one_is_a_click_away() {
    let address = "/counts/edit?of=city-pairs&between=xa~xb&class=full&class=project&unknown=out&unit=xb&lang=ru&true_on=2021-01-01";
    let page = page(address);
    let checked: Vec<&str> =
        page.all("#definition input[checked]").iter().map(|input| input.attr("value").unwrap()).collect();
    assert_eq!(checked, ["full", "project"]);
    assert_eq!(page.one("#definition select[name=unknown] option[selected]").attr("value"), Some("out"));
    assert_eq!(page.one("#definition select[name=unit] option[selected]").attr("value"), Some("xb"));
    let asof: Vec<String> =
        page.all("#asof input[type=hidden]").iter().map(|field| field.attr("name").unwrap().to_owned()).collect();
    assert_eq!(asof.iter().filter(|name| *name == "class").count(), 2, "{asof:?}");
    assert!(
        page.links("#definition a")
            .iter()
            .any(|href| href.starts_with("/counts/edit?of=city-pairs") && href.contains("lang=ru"))
    );
    assert!(words(page.one("h1")).contains("определению"));
    let counted = json("/api/counts/city-pairs");
    assert!(counted["items"].as_array().unwrap().len() > N_TOWNS);
}
