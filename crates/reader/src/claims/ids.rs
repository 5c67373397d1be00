//! Ids for parties that no register has: where they are, then what they are called.
//!
//! `us-ny.albany`, `xa-mv.mill`, `de.muehle`; `zz.` where no country is known. The same place gets the same id in every
//! document: an id depends on the gazetteer and the name, never on what else a text says.

use gazetteer::{Gazetteer, Place, PlaceIdx};
use model::PartyId;

/// Where the country is not known: ISO 3166 leaves this code to its users, and CLDR reads it as an unknown country.
const NOWHERE: &str = "zz";

/// The id of a place of the gazetteer: the register's or its ISO 3166 code, else its unit and its name, such as `us-ny.albany`.
#[must_use]
pub fn of_place(gazetteer: &Gazetteer, idx: PlaceIdx) -> PartyId {
    let place = gazetteer.place(idx);
    if let Some(id) = place.party.or(place.code).and_then(|id| PartyId::parse(&id.to_ascii_lowercase()).ok()) {
        return id;
    }
    let unit = place.region.and_then(|region| gazetteer.place(region).code).unwrap_or(place.country);
    let slug = slug(place.name);
    match place.geonames.filter(|_| has_greater_namesake(gazetteer, &place, &slug)) {
        Some(number) => joined(unit, &format!("{slug}-{number}")),
        None => joined(unit, &slug),
    }
}

/// The id of a name that is on no list.
pub(super) fn of_name(name: &str, country: Option<[u8; 2]>) -> PartyId {
    let country = country.map(|code| String::from_utf8_lossy(&code).into_owned());
    joined(country.as_deref().unwrap_or(NOWHERE), &slug(name))
}

/// The id of a country.
pub(super) fn of_country(code: [u8; 2]) -> Option<PartyId> {
    PartyId::parse(&String::from_utf8_lossy(&code).to_ascii_lowercase()).ok()
}

/// Whether a more populous place of the same unit has the same name: then the name alone does not tell which.
fn has_greater_namesake(gazetteer: &Gazetteer, place: &Place<'_>, own: &str) -> bool {
    gazetteer.exact(&gazetteer::fold(place.name)).any(|other| {
        let other = gazetteer.place(other);
        // Positions fall with the number of people.
        other.idx < place.idx
            && other.code.is_none()
            && (other.country, other.region) == (place.country, place.region)
            && slug(other.name) == own
    })
}

fn joined(unit: &str, slug: &str) -> PartyId {
    let unit = unit.to_ascii_lowercase();
    let unit = if PartyId::parse(&unit).is_ok() { unit.as_str() } else { NOWHERE };
    PartyId::parse(&format!("{unit}.{slug}")).expect("a slug is made of letters, digits and hyphens")
}

/// A name as the second part of an id; letters of scripts that are not folded to Latin become their numbers.
fn slug(name: &str) -> String {
    let folded = model::fold_letters(&name.replace('.', " "));
    let mut slug = String::with_capacity(folded.len());
    for letter in folded.chars() {
        match letter {
            'a'..='z' | '0'..='9' => slug.push(letter),
            ' ' => slug.push('-'),
            other => slug += &format!("-u{:x}-", u32::from(other)),
        }
    }
    let words: Vec<&str> = slug.split('-').filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "unnamed".to_owned() } else { words.join("-") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_ids() {
        for (name, country, expected) in [
            ("Nether Mill", Some(*b"XB"), "xb.nether-mill"),
            ("Saint-Étienne-du-Moulin", Some(*b"XA"), "xa.saint-etienne-du-moulin"),
            ("Верхняя Мельница", None, "zz.verkhnyaya-melnitsa"),
            ("磨坊", Some(*b"CN"), "cn.u78e8-u574a"),
            ("…", None, "zz.unnamed"),
        ] {
            assert_eq!(of_name(name, country).as_str(), expected, "{name}");
        }
    }

    #[test]
    fn places_become_ids_by_their_region() {
        let gazetteer = gazetteer::build::tiny();
        let mut ids: Vec<String> =
            gazetteer.exact("mill").map(|idx| of_place(&gazetteer, idx).as_str().to_owned()).collect();
        ids.sort();
        assert_eq!(ids, ["xa-mv.mill", "xb.mill"]);
    }

    #[test]
    fn a_lesser_namesake_is_told_by_its_number() {
        use gazetteer::build::{Builder, NewPlace};
        let mut builder = Builder::default();
        for (number, population) in [(1, 500), (2, 9_000)] {
            let mill = NewPlace::named("Mill", gazetteer::PlaceKind::City, "XA");
            builder.add(NewPlace { geonames: Some(number), population, ..mill });
        }
        let gazetteer = Gazetteer::open(builder.finish(&mut |_, _| {}).unwrap()).unwrap();
        let mut ids: Vec<String> =
            gazetteer.exact("mill").map(|idx| of_place(&gazetteer, idx).as_str().to_owned()).collect();
        ids.sort();
        assert_eq!(ids, ["xa.mill", "xa.mill-1"]);
    }
}
