//! The match studio: a brief, what an address changes in it, and what a wrong address is told.

use crate::asking::{get, page, words};

const BRIEF: &str = "/match/mill-sinyaya";

/// The pairs of an answer, by the ids of their items.
fn pairs(address: &str) -> Vec<String> {
    page(address).all("#pairs > li").iter().map(|pair| pair.attr("id").unwrap().to_owned()).collect()
}

#[test]
fn the_briefs_are_listed_and_answered() {
    assert_eq!(page("/match").one("#briefs a").attr("href"), Some(BRIEF));
    let answer = page(BRIEF);
    assert!(answer.text("h1").contains("Partners for North Mill"));
    assert_eq!(
        pairs(BRIEF),
        ["xa-nm.hostile-bay~xb-ss.novy-most", "xa-nm.little-harbor~xb-ss.staraya-reka"],
        "those that a tie joins already"
    );
    assert!(answer.text("#without").contains("Upper Mill"));
    assert!(answer.text("#check").contains("prices prove"), "{}", answer.text("#check"));
    assert!(answer.has("#fairness .card"));
    assert!(answer.has("#map[data-ties]") || answer.has(".map-pane"));
}

#[test]
fn an_address_changes_the_brief() {
    let changed = format!("{BRIEF}?ties=0&distance=3");
    assert_ne!(pairs(&changed), pairs(BRIEF), "other weights, other pairs");
    assert_eq!(page(&changed).one("#studio [name=distance]").attr("value"), Some("3"));
    assert_eq!(page(BRIEF).one("#studio [name=ties]").attr("value"), Some("4"));
    for objective in ["fair", "stable", "browse"] {
        let answer = page(&format!("{BRIEF}?objective={objective}"));
        assert_eq!(answer.one("#studio [name=objective] [selected]").attr("value"), Some(objective));
    }
    assert!(page(&format!("{BRIEF}?against=near")).has("#beside"));
    assert!(page(&format!("{BRIEF}?firm=on")).has("#turns"));
}

#[test]
fn two_places_are_asked_about_in_any_order_and_by_name() {
    for asked in ["left=xa-nm.upper-mill&right=xb-ss.novy-most", "left=NOVY+MOST&right=Upper"] {
        let answer = page(&format!("{BRIEF}?{asked}"));
        let why = answer.text("#why");
        assert!(why.contains("Upper Mill and Novy Most could be given to each other"), "{asked}: {why}");
    }
    let chosen = page(&format!("{BRIEF}?left=little+harbor&right=staraya+reka"));
    assert!(chosen.text("#why").contains("are given to each other"));
}

#[test]
fn a_wrong_address_is_told_what_is_wrong() {
    for (asked, status, said) in [
        ("?size=-1", 400, "size"),
        ("?size=many", 400, "many"),
        ("?objective=best", 400, "best"),
        ("?against=nobody", 400, "nobody"),
        ("?sise=1", 400, "sise"),
        ("?ties=0&distance=0", 400, "weights"),
        ("?left=Atlantis&right=Novy+Most", 400, "Atlantis"),
        ("?true_on=yesterday", 400, "yesterday"),
    ] {
        let answer = get(&format!("{BRIEF}{asked}"));
        assert_eq!(answer.status.as_u16(), status, "{asked}");
        assert!(words(answer.page().one("#main")).contains(said), "{asked}: {}", words(answer.page().one("#main")));
    }
    assert_eq!(get("/match/nothing").status.as_u16(), 404);
}

#[test]
fn the_api_says_the_same_as_the_page() {
    let answer = get("/api/match/mill-sinyaya").json();
    let named: Vec<String> = answer["pairs"]
        .as_array()
        .unwrap()
        .iter()
        .map(|pair| format!("{}~{}", pair["left"]["id"].as_str().unwrap(), pair["right"]["id"].as_str().unwrap()))
        .collect();
    assert_eq!(named, pairs(BRIEF));
    let map = get("/api/match/mill-sinyaya/map").json();
    assert_eq!(map["type"], "FeatureCollection");
    assert_eq!(get("/api/match").json()[0]["id"], "mill-sinyaya");
}
