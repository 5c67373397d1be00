//! A gazetteer of a few invented places, small enough to know by heart, for examples and tests.

use super::{Builder, Handle, NewPlace};
use crate::{Gazetteer, PlaceKind, Source};

/// A gazetteer of two invented countries, Aland (`XA`) and Beeland (`XB`), with a few mills each.
///
/// For examples and tests: no place in it exists.
#[must_use]
pub fn tiny() -> Gazetteer {
    let bytes = tiny_builder().finish(&mut |_, _| {}).expect("a few places are not too many");
    Gazetteer::open(bytes).expect("the file was just written")
}

pub(crate) fn tiny_builder() -> Builder {
    let mut builder = Builder::default();
    builder.add_source(Source {
        name: "invented mills".into(),
        origin: "written by hand".into(),
        license: "CC0-1.0".into(),
        checksum: "blake3:0".into(),
        taken: "all places".into(),
    });
    let unit = |name: &str, kind, country: &str, code: &str, population, lat, lon| NewPlace {
        code: Some(code.into()),
        population,
        lat,
        lon,
        ..NewPlace::named(name, kind, country)
    };
    builder.add(NewPlace {
        names: vec!["Republic of Aland".into(), "Аланд".into()],
        ..unit("Aland", PlaceKind::Country, "XA", "XA", 900_000, 10.5, 20.5)
    });
    builder.add(unit("Beeland", PlaceKind::Country, "XB", "XB", 400_000, -40.0, 179.0));
    let vale = builder.add(NewPlace {
        names: vec!["Мельничная область".into()],
        ..unit("Mill Vale", PlaceKind::Region, "XA", "XA-MV", 60_000, 10.1, 20.1)
    });
    let coast = builder.add(unit("Coast", PlaceKind::Region, "XB", "XB-C", 100_000, -41.0, -179.5));
    towns(&mut builder, vale, coast);
    builder
}

fn towns(builder: &mut Builder, vale: Handle, coast: Handle) {
    let town = |name: &str, country: &str, region, population, lat, lon| NewPlace {
        region: Some(region),
        population,
        lat,
        lon,
        feature: "PPL".into(),
        ..NewPlace::named(name, PlaceKind::City, country)
    };
    builder.add(NewPlace {
        names: vec!["Oberm\u{fc}hle".into(), "Верхняя Мельница".into(), "UML".into()],
        geonames: Some(701),
        party: Some("xa.upper-mill".into()),
        is_capital: true,
        feature: "PPLC".into(),
        ..town("Upper Mill", "XA", vale, 40_000, 10.0, 20.0)
    });
    builder.add(NewPlace { geonames: Some(702), ..town("Mill", "XA", vale, 9_000, 10.2, 20.3) });
    builder.add(NewPlace {
        names: vec!["Saint Mill".into()],
        geonames: Some(703),
        party: Some("xb.mill".into()),
        ..town("Mill", "XB", coast, 7_000, -41.2, 179.9)
    });
    builder.add(NewPlace { geonames: Some(704), ..town("Nether Mill", "XB", coast, 0, -41.1, -179.8) });
    builder.add(NewPlace {
        region: Some(vale),
        party: Some("xa.mill-university".into()),
        ..NewPlace::named("Mill University", PlaceKind::Institution, "XA")
    });
}
