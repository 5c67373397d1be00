//! Finding parties by name.

mod fixture;

use fixture::*;
use model::{Fact, NameUse, PartyName};
use register::Register;

fn named(party: &str, text: &str, language: &str) -> model::Claim {
    let usage = if language.is_empty() { NameUse::Alternative } else { NameUse::Preferred };
    of_party(party, Fact::Named(PartyName { text: text.to_owned(), language: language.to_owned(), usage }))
}

fn mills() -> Register {
    register([
        named("xa", "Exland", "en"),
        named("xa-no", "North Exland", "en"),
        named("xa-no.mill", "Mill", "en"),
        named("xa-so.mill", "Mill", "en"),
        named("xa-so.canon-mill", "Cañon Mill", "en"),
        named("xb.starye-melnitsy", "Starye Melnitsy", "en"),
        named("xb.starye-melnitsy", "Старые Мельницы", "ru"),
        named("xb.starye-melnitsy", "Old Mills", ""),
        claim("xa-so.mill~xb.starye-melnitsy", stands("full"), "1991/..", "1995"),
    ])
}

#[test]
fn find() {
    let register = mills();
    for (text, expected) in [
        ("Mill", "xa-so.mill* xa-no.mill* xa-so.canon-mill xb.starye-melnitsy"), // "Old Mills" begins so
        ("mill, NO", "xa-no.mill*"),
        ("Mill, North Exland", "xa-no.mill*"),
        ("Mill, Exland", "xa-so.mill* xa-no.mill* xa-so.canon-mill"),
        ("Mill, Nowhere", ""),
        ("canon mill", "xa-so.canon-mill*"),
        ("Cañon", "xa-so.canon-mill"),
        ("старые мельницы", "xb.starye-melnitsy*"),
        ("Мельницы", "xb.starye-melnitsy"),
        ("STARYE", "xb.starye-melnitsy"),
        ("old mills", "xb.starye-melnitsy*"),
        ("xa-no.mill", "xa-no.mill*"),
        ("", ""),
        ("…", ""),
        ("zzz", ""),
    ] {
        let found: Vec<String> = register
            .find_parties(text, 9)
            .iter()
            .map(|f| format!("{}{}", register.party(f.party).id(), if f.is_whole { "*" } else { "" }))
            .collect();
        assert_eq!(found.join(" "), expected, "{text}");
    }
    assert!(register.find_parties("Mill", 0).is_empty());
}

#[test]
fn an_old_id_leads_to_the_party_it_was_merged_into() {
    let mut writer = Writer::default();
    writer.claims([
        named("xa.mill", "Mill", "en"),
        named("xa.mill-old", "Old Mill", "en"),
        of_party("xa.yard", Fact::PartOf("xa.mill-old".parse().expect("a party"))),
    ]);
    writer.write(model::Body::Merge(model::Merge {
        from: "xa.mill-old".parse().expect("a party"),
        into: "xa.mill".parse().expect("a party"),
        replaces: None,
        reason: String::new(),
        by: "owner".to_owned(),
    }));
    let register = writer.register();
    let yard = register.party_key(&"xa.yard".parse().expect("a party")).expect("known");
    assert_eq!(register.party(yard).part_of.as_ref().map(model::PartyId::as_str), Some("xa.mill"));
    let found: Vec<&str> =
        register.find_parties("old mill", 9).iter().map(|f| register.party(f.party).id().as_str()).collect();
    assert_eq!(found, ["xa.mill"]);
}
