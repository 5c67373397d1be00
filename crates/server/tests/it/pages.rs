//! What pages show, parsed and queried.

use crate::asking::{get, page, words};
use crate::invented::{HOSTILE, LISTED, TIE};

/// Every kind of page.
const ADDRESSES: [&str; 22] = [
    "/",
    "/?q=Reka&standing=in-force",
    "/ties/xa-nm.little-harbor~xb-ss.staraya-reka",
    "/ties/xa-nm.hostile-bay~xb-ss.novy-most",
    "/places",
    "/places/xb-ss.staraya-reka",
    "/places/xa",
    "/sources",
    "/sources/letter",
    "/counts",
    "/counts/city-pairs",
    "/counts/edit?of=city-pairs&between=xa~xb&class=project&unknown=in",
    "/revive",
    "/revive?quiet=6&dormant=12&sources=1",
    "/ties/xa-nm.little-harbor~xb-ss.staraya-reka/sheet",
    "/ties/xa-nm.little-harbor~xb-ss.staraya-reka/letter",
    "/places/xb-ss.staraya-reka/sheets",
    "/charts",
    "/match",
    "/match/mill-sinyaya",
    "/match/mill-sinyaya?firm=on&against=near&left=upper+mill&right=novy+most&ties=2&first=on",
    "/about",
];

/// An address in a language.
fn in_language(address: &str, tag: &str) -> String {
    format!("{address}{}lang={tag}", if address.contains('?') { '&' } else { '?' })
}

#[test]
fn an_address_cut_short_leads_to_the_list() {
    for (asked, led) in [("/ties", "/"), ("/ties?lang=ru", "/?lang=ru")] {
        let answer = get(asked);
        assert_eq!((answer.status.as_u16(), answer.header("location")), (308, led));
    }
}

#[test]
fn every_page_is_whole() {
    let all = ADDRESSES.iter().flat_map(|address| ["en", "ru"].map(|tag| (in_language(address, tag), tag)));
    for (address, tag) in all {
        let page = page(&address);
        assert_eq!(page.all("h1").len(), 1, "{address}");
        assert_eq!(page.one("html").attr("lang"), Some(tag), "{address}");
        assert_eq!(page.one(".languages [aria-current]").attr("hreflang"), Some(tag), "{address}");
        assert!(page.text("head > title").contains("Twain"), "{address}");
        assert_eq!(page.one("a.skip").attr("href"), Some("#main"), "{address}");
        assert!(page.has("#main") && page.has("form#asof input[name=true_on]"), "{address}");
        assert!(page.has("form[role=search] input[name=q]"), "{address}");
        assert!(page.has("link[rel=icon]"), "{address}");
        // No inline script or style, no handler.
        assert!(!page.has("style, [style], script:not([src])"), "{address}");
        assert!(
            page.all("*").iter().all(|element| element.value().attrs().all(|(name, _)| !name.starts_with("on"))),
            "{address}"
        );
        // What is referred to is there, once.
        for label in page.all("[aria-labelledby]") {
            for id in label.attr("aria-labelledby").unwrap().split(' ') {
                assert_eq!(page.all(&format!("[id='{id}']")).len(), 1, "{address}: {id}");
            }
        }
        let mut ids: Vec<&str> = page.all("[id]").iter().filter_map(|element| element.attr("id")).collect();
        let n_ids = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), n_ids, "{address}: an id stands twice");
    }
}

#[test]
fn every_link_of_ours_leads_somewhere() {
    let mut seen: Vec<String> = Vec::new();
    for address in ADDRESSES {
        for link in page(address).links("a[href^='/'], link[href^='/']") {
            let plain = link.split('#').next().unwrap().to_owned();
            // One address of each kind of list item is enough.
            if !seen.contains(&plain) && !plain.contains("town-0") {
                assert_eq!(get(&plain).status, 200, "{address} links {plain}");
                seen.push(plain);
            }
        }
    }
    assert!(seen.len() > 50);
}

#[test]
fn the_language_stays_and_the_page_stays() {
    for address in ADDRESSES {
        let page = page(&in_language(address, "ru"));
        let ours = page.links("a[href^='/']:not(.languages a)");
        let ours = ours.iter().filter(|link| !link.starts_with("/api/openapi") && !link.starts_with("/assets/"));
        for link in ours {
            assert!(link.contains("lang=ru"), "{address} forgets the language in {link}");
        }
        for form in page.all("form:not([method=post])") {
            let action = form.attr("action").unwrap_or_default();
            let css = scraper::Selector::parse("input[type=hidden][name=lang][value=ru]").unwrap();
            assert_eq!(form.select(&css).count(), 1, "{address} forgets the language in the form to {action}");
        }
        assert_eq!(page.links(".languages a[hreflang=en]"), [address.to_owned()]);
    }
    let english = page("/ties/xa-nm.little-harbor~xb-ss.staraya-reka?true_on=2021-01-01");
    let russian = english.links(".languages a[hreflang=ru]");
    assert_eq!(russian, ["/ties/xa-nm.little-harbor~xb-ss.staraya-reka?true_on=2021-01-01&lang=ru"]);
}

#[test]
fn a_page_in_russian_speaks_it() {
    let tie = page(&in_language(&format!("/ties/{TIE}"), "ru"));
    assert!(tie.text("h1").contains("Старая Река"), "{}", tie.text("h1"));
    assert_eq!(tie.text("[data-party='xa-nm.little-harbor'] [data-axis=standing] .chip"), "Статус: приостановлена");
    assert!(tie.text("#timeline").contains("приостановка"), "{}", tie.text("#timeline"));
    let place = page("/places/xb-ss.staraya-reka?lang=ru");
    assert!(place.text("h1").starts_with("Старая Река"), "{}", place.text("h1"));
    assert_eq!(place.text("h1 [lang=en]"), "Staraya Reka");
    assert!(page("/?q=Nowhere&lang=ru").text("#nothing").contains("другое написание"));
    let lost = get("/nowhere?lang=ru");
    assert_eq!((lost.status.as_u16(), lost.page().one("html").attr("lang")), (404, Some("ru")));
}

#[test]
fn a_language_that_is_not_there_is_refused_with_those_that_are() {
    let answer = get("/about?lang=tlh");
    assert_eq!(answer.status, 400);
    assert!(answer.page().text("#hint").contains("en, ru"));
    assert_eq!(get("/about?lang=ru&lang=en").status, 400);
}

#[test]
fn the_api_speaks_russian_too() {
    let tie = crate::asking::json(&format!("/api/ties/{TIE}?lang=ru"));
    assert_eq!(tie["standing"]["label"], "приостановлена");
    assert_eq!(crate::asking::json(&format!("/api/ties/{TIE}"))["standing"]["label"], "suspended");
    assert_eq!(get("/api/ties/nowhere?lang=ru").json()["title"], "Не найдено");
}

#[test]
fn lists_are_in_the_order_of_the_language() {
    let names = |tag: &str| -> Vec<String> {
        let page = page(&in_language("/?q=reka", tag));
        page.all("#ties > li > a").iter().map(|link| words(*link).to_lowercase()).collect()
    };
    let (english, russian) = (names("en"), names("ru"));
    assert!(english.len() > 1 && english.is_sorted() && russian.is_sorted(), "{english:?} {russian:?}");
}

/// What a choice of a filter promises: its value and the number in its label.
fn choices(page: &crate::asking::Page, name: &str) -> Vec<(String, usize)> {
    let options = page.all(&format!(".filters select[name={name}] option:not([value=''])"));
    let number = |label: String| label.rsplit('(').next().unwrap().trim_end_matches(')').parse().unwrap();
    options.iter().map(|option| (option.attr("value").unwrap().to_owned(), number(words(*option)))).collect()
}

#[test]
fn each_choice_of_a_filter_gives_as_many_ties_as_it_promises() {
    let listed = |address: &str| crate::asking::json(address)["n_all"].as_u64().unwrap();
    let mut n_choices = 0;
    for start in ["/?", "/?standing=unknown", "/?q=Reka&level=city", "/?decade=unknown&true_on=2021-01-01"] {
        let shown = page(start);
        for name in ["country", "region", "class", "standing", "pulse", "level", "decade", "topic"] {
            for (value, n) in choices(&shown, name).into_iter().take(12) {
                let kept = start[2..].split('&').filter(|pair| !pair.starts_with(name)).collect::<Vec<_>>().join("&");
                let address = format!("/api/ties?{kept}&{name}={value}");
                assert_eq!(listed(&address), n as u64, "{start}: {address}");
                n_choices += 1;
            }
        }
    }
    assert!(n_choices > 20, "{n_choices}");
    let topics = choices(&page("/?true_on=2020-12-31"), "topic");
    assert!(topics.iter().any(|(value, n)| value == "smart_city" && *n > 0), "{topics:?}");
}

#[test]
fn regions_are_those_of_the_country_chosen() {
    let all = choices(&page("/"), "region");
    let of_one = choices(&page("/?country=xb&region=xb-ss"), "region");
    assert!(all.iter().any(|(value, _)| value.starts_with("xa-")), "{all:?}");
    assert!(!of_one.is_empty() && of_one.iter().all(|(value, _)| value.starts_with("xb-")), "{of_one:?}");
    assert_eq!(page("/?region=xa-nm").one(".filters select[name=region] [selected]").attr("value"), Some("xa-nm"));
    assert_eq!(get("/?decade=1995").status, 400);
}

#[test]
fn the_home_page_lists_ties_with_their_state() {
    let page = page("/?q=Little+Harbor");
    let items = page.all("#ties > li");
    assert_eq!(items.len(), 1);
    assert_eq!(items[0].attr("data-tie-id"), Some(TIE));
    let said = words(items[0]);
    for part in ["Little Harbor – Staraya Reka", "full partnership", "suspended", "last contact: 2020"] {
        assert!(said.contains(part), "{said}: {part}");
    }
    assert!(page.has("#ties .chip.standing-suspended") && page.has("#places a[href='/places/xa-nm.little-harbor']"));
}

#[test]
fn both_clocks_change_the_page() {
    let address = format!("/ties/{TIE}");
    let standing = |query: &str| {
        page(&format!("{address}{query}")).text("[data-party='xa-nm.little-harbor'] [data-axis=standing] .chip")
    };
    assert_eq!(standing(""), "Standing: suspended");
    assert_eq!(standing("?true_on=2021-01-01"), "Standing: in force");
    assert_eq!(standing("?true_on=2022-03-20&known_on=2022-03-08"), "Standing: in force"); // not said before the 9th
    let early = page(&format!("{address}?true_on=2021-01-01"));
    assert!(early.has("#timeline > .later"), "the suspension is known and lies later");
    assert!(!page(&format!("{address}?true_on=2021-01-01&known_on=2021-01-01")).has("#timeline > .later"));
    // The days stay in every link of the page.
    let links = early.links("main a[href^='/']");
    assert!(!links.is_empty() && links.iter().all(|link| link.contains("true_on=2021-01-01")), "{links:?}");
}

#[test]
fn the_clocks_and_filters_stay_in_the_forms() {
    let page = page("/?standing=unknown&true_on=2021-01-01");
    assert_eq!(page.one("#asof input[name=standing]").attr("value"), Some("unknown"));
    assert_eq!(page.one("#asof input[name=true_on]").attr("value"), Some("2021-01-01"));
    assert_eq!(page.one("#asof input[name=known_on]").attr("value"), Some("2024-06-01"));
    assert_eq!(page.one(".filters input[name=true_on]").attr("value"), Some("2021-01-01"));
    assert_eq!(page.one(".filters option[value=unknown][selected]").attr("value"), Some("unknown"));
    assert!(page.links("#asof a").contains(&"/?standing=unknown".to_owned()));
}

#[test]
fn an_empty_result_says_what_to_do() {
    for (address, part) in [
        ("/?q=Nowhere", "another spelling"),
        ("/?class=solidarity", "Take one away"),
        ("/?known_on=1900-01-01", "Choose later dates"),
    ] {
        let said = page(address).text("#nothing");
        assert!(said.contains(part), "{address}: {said}");
    }
}

#[test]
fn unordered_ids_lead_to_the_ordered_one() {
    let answer = get("/ties/xb-ss.staraya-reka~xa-nm.little-harbor?true_on=2020-01-01");
    assert_eq!(
        (answer.status.as_u16(), answer.header("location")),
        (308, format!("/ties/{TIE}?true_on=2020-01-01").as_str())
    );
}

#[test]
fn what_is_not_there_is_a_page_with_a_search() {
    for (address, search) in [
        ("/ties/xa.nowhere~xb.else-where", "nowhere else where"),
        ("/places/xa.no-such-town", "no such town"),
        ("/nowhere", "nowhere"),
    ] {
        let answer = get(address);
        assert_eq!(answer.status, 404, "{address}");
        let page = answer.page();
        assert_eq!(page.one("main form[role=search] input[name=q]").attr("value"), Some(search), "{address}");
        assert!(page.has("#hint"), "{address}");
    }
}

#[test]
fn a_bad_date_says_how_to_write_one_and_shows_the_form_again() {
    let answer = get(&format!("/ties/{TIE}?true_on=yesterday"));
    assert_eq!(answer.status, 400);
    let page = answer.page();
    assert!(page.text("#fault").contains("yesterday") && page.text("#hint").contains("2020-11-29"));
    assert_eq!(page.one("form#asof").attr("action"), Some(format!("/ties/{TIE}").as_str()));
}

#[test]
fn names_cannot_break_out_of_the_page() {
    for address in [
        format!("/ties/{HOSTILE}"),
        "/places/xa-nm.hostile-bay".into(),
        "/sources/hostile".into(),
        "/?q=%3Cscript%3Ealert(1)".into(),
    ] {
        let page = page(&address);
        assert!(!page.has("script:not([src]), img, main b"), "{address}");
    }
    let said = page(&format!("/ties/{HOSTILE}")).text("h1");
    assert_eq!(said, "<script>alert(1)</script> Bay – Novy Most");
    assert!(!page("/sources/letter").links("a").iter().any(|link| link.starts_with("javascript:")));
}

#[test]
fn a_place_shows_its_names_facts_and_ties() {
    let place = page("/places/xb-ss.staraya-reka");
    assert!(place.has("#names [lang=ru]") && place.text("#facts").contains("481"));
    assert!(place.links("#facts a[rel=external]").contains(&"https://www.wikidata.org/wiki/Q1384".to_owned()));
    assert!(place.has(&format!("#ties [data-tie-id='{TIE}']")));
    let unit = page("/places/xb-ss");
    assert!(unit.has(&format!("#within [data-tie-id='{TIE}']")) && !unit.has(&format!("#ties [data-tie-id='{TIE}']")));
    assert!(page("/places/xa-nm.college").text("#unresolved").contains("three colleges"));
    assert!(page("/ties/xa-nm.college~xb-ss.universitet").text(".unresolved").contains("three colleges"));
}

#[test]
fn a_kept_text_leads_to_its_claims_and_back() {
    let page = page("/sources/letter");
    let mark = page.one("#text mark");
    assert_eq!(words(mark), "The delegation came in February.");
    let target = page.links("#text mark a")[0].clone();
    assert!(page.has(&format!("[id='{}']", &target[1..])), "{target}");
    for link in page.links("#claims a[href^='#']") {
        assert!(page.has(&format!("[id='{}']", &link[1..])), "{link}");
    }
    assert!(page.text("#claims").contains("waits for review"));
}

#[test]
fn a_count_shows_its_list_and_what_others_stated() {
    let page = page("/counts/city-pairs?true_on=2021-01-01");
    let n_in = page.all("#in > li").len();
    assert_eq!(page.text("#number"), n_in.to_string());
    assert!(page.has(&format!("#disputed [data-tie-id='{LISTED}']")), "only a list names it");
    let stated = page.text("#stated");
    assert!(stated.contains("about 7") && stated.contains("no list came with it"), "{stated}");
    assert!(page.has("#stated details.evidence"));
}

#[test]
fn charts_have_their_tables_and_files() {
    let charts = page("/charts");
    for (id, form) in [("begun", "Year"), ("together", "Kind"), ("coverage", "Year")] {
        let drawn = charts.one(&format!("#{id} svg[role=img]"));
        let named = drawn.attr("aria-labelledby").unwrap();
        assert!(named.split(' ').all(|id| !charts.text(&format!("[id='{id}']")).is_empty()), "{named}");
        let rows = charts.all(&format!("#{id} tbody tr"));
        let csv = get(&format!("/charts/{id}.csv"));
        assert!(csv.text().starts_with(form) && csv.text().lines().count() > rows.len(), "{}", csv.text());
        let sum_of_csv: usize = csv
            .text()
            .lines()
            .skip(1)
            .flat_map(|line| line.split(',').skip(1))
            .map(|n| n.parse::<usize>().unwrap())
            .sum();
        let shown = charts.all(&format!("#{id} td > details > summary"));
        let sum_of_page: usize = shown.iter().map(|cell| words(*cell).parse::<usize>().unwrap()).sum();
        assert!(sum_of_csv > 0 && sum_of_csv == sum_of_page, "{id}: {sum_of_csv} {sum_of_page}");
        let svg = get(&format!("/charts/{id}.svg?lang=ru"));
        assert_eq!((svg.status.as_u16(), svg.header("content-type")), (200, "image/svg+xml"));
        assert!(!svg.text().contains("style") && svg.text().contains("lang=\"ru\""));
    }
    // Ended and suspended stand in the year their source gives, and not before they are known.
    assert!(charts.text("#begun tbody").contains("2022"));
    assert!(!page("/charts?true_on=2021-01-01").text("#begun tbody").contains("2022"));
    assert_eq!(get("/charts/begun.pdf").status, 404);
}

#[test]
fn ties_are_weighed_for_revival_with_their_reasons() {
    let usual = page("/revive");
    assert!(!usual.has("#changes"));
    let groups = ["ready", "ask", "mend", "rest"];
    let n_all: usize = groups.iter().map(|group| usual.all(&format!("#{group} > article")).len()).sum();
    assert!(n_all > 10, "{n_all}");
    // Suspended by one side: to be mended, and the reason says by whom, with its evidence.
    let one = usual.one(&format!("#mend [data-tie-id='{TIE}']"));
    assert!(words(one).contains("Against it") && words(one).contains("Little Harbor"), "{}", words(one));
    assert!(one.select(&scraper::Selector::parse("details details.evidence a[href^='/claims/']").unwrap()).count() > 0);
    assert!(usual.has(&format!("#mend [data-tie-id='{TIE}'] a[href='/ties/{TIE}/letter']")));
}

#[test]
fn moving_a_threshold_says_which_ties_change_class() {
    let wide = page("/revive?quiet=36&true_on=2022-06-01");
    let n_changes = wide.all("#changes li").len();
    let said = wide.text("#changes");
    assert!(n_changes > 0 && said.contains("becomes"), "{said}");
    assert_eq!(wide.one(".filters input[name=quiet]").attr("value"), Some("36"));
    assert_eq!(wide.one("#asof input[name=quiet]").attr("value"), Some("36"));
    // What it says is what the register says by these rules.
    let back = page("/revive?quiet=24");
    assert!(!back.has("#changes"), "the number of the house changes nothing");
    assert_eq!(get("/revive?quiet=0").status, 400);
}

#[test]
fn a_sheet_says_what_is_not_known_and_numbers_its_sources() {
    let sheet = page(&format!("/ties/{TIE}/sheet"));
    assert_eq!(sheet.all("article.sheet").len(), 1);
    let n_sources = sheet.all(".sheet-sources > li").len();
    let notes: Vec<usize> =
        sheet.all("sup").iter().map(|note| words(*note).trim_start_matches(", ").parse().unwrap()).collect();
    assert!(!notes.is_empty() && notes.iter().all(|note| (1..=n_sources).contains(note)), "{notes:?} of {n_sources}");
    let empty = page(&format!("/ties/{LISTED}/sheet")).text("article.sheet");
    assert!(empty.contains("not known"), "{empty}");
    let all = page("/places/xb-ss.novy-most/sheets").all("article.sheet").len();
    assert_eq!(all, page("/places/xb-ss.novy-most").all("#ties > li").len());
}

#[test]
fn a_letter_is_drafted_in_both_languages_and_given_back_as_edited() {
    let page_of = |query: &str| page(&format!("/ties/{TIE}/letter{query}"));
    let letter = page_of("");
    let (english, russian) = (letter.text("textarea[lang=en]"), letter.text("textarea[lang=ru]"));
    assert!(english.contains("Dear colleagues") && english.contains("by 31 July 2024"), "{english}");
    assert!(russian.contains("Уважаемые коллеги") && russian.contains("до 31 июля 2024"), "{russian}");
    assert!(english.contains("[office that writes], Little Harbor") && russian.contains("Старая Река"), "{russian}");
    assert!(letter.has("#permission"));
    let second = page_of("?letter=second&from=xb-ss.staraya-reka&by=2024-09-01").text("textarea[lang=en]");
    assert!(second.contains("We write once more") && second.contains("1 September 2024"), "{second}");
    assert!(second.contains("[office that writes], Staraya Reka"), "{second}");
    for wrong in ["?by=soon", "?letter=third", "?from=us"] {
        assert_eq!(get(&format!("/ties/{TIE}/letter{wrong}")).status, 400, "{wrong}");
    }
    let saved =
        crate::asking::post("/letter", "name=a_b%22%0D%0A&lang=ru&text=%D0%9F%D0%B8%D1%81%D1%8C%D0%BC%D0%BE%20%3Cb%3E");
    assert_eq!((saved.status.as_u16(), saved.text()), (200, "Письмо <b>"));
    assert_eq!(saved.header("content-type"), "text/plain; charset=utf-8");
    assert_eq!(saved.header("content-disposition"), "attachment; filename=\"letter-a_b-ru.txt\"");
    assert_eq!(saved.header("x-content-type-options"), "nosniff");
    // Nothing of it is kept.
    assert_ne!(crate::asking::post("/letter", "name=a&text=other").text(), saved.text());
    assert_eq!(get("/letter").status, 405);
}

#[test]
fn without_javascript_everything_is_there() {
    // The map's element says nothing that the list does not.
    let page = page("/");
    assert_eq!(page.all("#ties > li").len(), 50);
    assert!(page.has("nav.pager a[rel=next]"));
}

#[test]
fn what_was_said_of_a_relation_is_shown_and_the_list_stays_the_list() {
    let said = page("/?between=xb~xa").text("#said");
    assert!(said.contains("that all ties revive") && said.contains("the ambassador"), "{said}");
    assert!(!page("/").has("#said") && !page("/?between=xa~xb&known_on=1999-01-01").has("#said"));
}

#[test]
fn merged_places_lead_to_the_one_that_stays() {
    let mut ledger = crate::invented::ledger();
    let id = |text: &str| model::PartyId::parse(text).unwrap();
    let (from, into) = (id("xa-nm.upper-mill"), id("xa-nm.little-harbor"));
    let (reason, by) = ("one town now".into(), "editor".into());
    ledger.add(model::Body::Merge(model::Merge { from, into, replaces: None, reason, by }));
    let mut register = register::Register::new(register::House::default());
    register.apply(ledger.entries);
    let shared =
        std::sync::Arc::new(server::Shared::new(crate::invented::site(), std::sync::Arc::new(register), "b3:1".into()));
    let ask =
        |address: &str| crate::asking::ask(server::router(shared.clone()), &axum::http::Method::GET, address, &[]);
    let moved = ask("/places/xa-nm.upper-mill?true_on=2020-01-01");
    assert_eq!(
        (moved.status.as_u16(), moved.header("location")),
        (307, "/places/xa-nm.little-harbor?true_on=2020-01-01")
    );
    assert_eq!(
        ask("/ties/xa-nm.upper-mill~xb-ss.novy-most").header("location"),
        "/ties/xa-nm.little-harbor~xb-ss.novy-most"
    );
}

#[test]
fn a_tie_shows_the_rules_on_what_is_allowed_with_their_sources() {
    let rules = "[[rule]]\nid = \"xa-mill-act\"\ntitle = \"Mill Act\"\njurisdiction = \"xa\"\ncounterpart = [\"xb\"]\n\
                 activities = [\"tie\"]\neffect = \"prohibited\"\nexisting = \"unclear\"\nfrom = \"2000\"\n\
                 certainty = \"settled\"\nquote = \"No mill abroad.\"\ntodo = \"Ask the miller.\"\n\
                 ru = { title = \"Закон о мельницах\", says = \"Спросите мельника.\" }\n\
                 source = { title = \"Mill Act of Aland\", url = \"https://mills.example/act\" }\n";
    let gates = register::Gates::parse([("rules.toml", rules)]).unwrap();
    let register = crate::invented::register().with_gates(gates);
    let site = crate::invented::site();
    let shared = std::sync::Arc::new(server::Shared::new(site, std::sync::Arc::new(register), "b3:1".into()));
    let address = format!("/ties/{TIE}?true_on=2020-01-01");
    let ask = |address: &str| {
        let router = server::router(std::sync::Arc::clone(&shared));
        crate::asking::ask(router, &axum::http::Method::GET, address, &[]).page()
    };
    let page = ask(&address);
    assert!(page.text("[data-axis=permission]").starts_with("unclear"), "{}", page.text("[data-axis=permission]"));
    let rules = page.text("#rules");
    for words in
        ["not legal advice", "Mill Act", "may be prohibited", "No mill abroad.", "Ask the miller.", "since 2000"]
    {
        assert!(rules.contains(words), "{words}: {rules}");
    }
    assert!(page.links("#rules a").contains(&"https://mills.example/act".to_owned()));
    // In Russian our words are Russian; the quote stays as it was said.
    let russian = ask(&format!("{address}&lang=ru")).text("#rules");
    for words in ["Закон о мельницах", "Спросите мельника.", "No mill abroad."] {
        assert!(russian.contains(words), "{words}: {russian}");
    }
    assert!(!russian.contains("Ask the miller."), "{russian}");
}
