//! Invented names of places.

const FIRST: &[&str] = &[
    "Upper", "Lower", "Old", "New", "Great", "Little", "North", "South", "East", "West", "High", "Long", "White",
    "Black", "Red", "Green",
];
const SECOND: &[&str] = &[
    "Mill", "Ferry", "Bridge", "Ford", "Market", "Harbor", "Abbey", "Meadow", "Orchard", "Quarry", "Lock", "Well",
    "Tower", "Barn", "Weir", "Heath",
];
/// Unknown to any country, in the script of a second language.
const SECOND_LANGUAGE: &[&str] = &[
    "Мельня",
    "Паром",
    "Мостовь",
    "Бродень",
    "Торжок",
    "Гавань",
    "Аббать",
    "Луговь",
    "Садовь",
    "Камень",
    "Шлюзь",
    "Колодь",
    "Башнь",
    "Амбар",
    "Запруд",
    "Пустошь",
];

/// A place: its id, its name and its name in a second language. Different numbers give different ids.
pub(crate) struct InventedPlace {
    pub(crate) unit: String,
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) second_name: String,
}

/// The place with this number. Neighbors in number lie in different countries, ten in all, of nine units each.
pub(crate) fn place(number: u32) -> InventedPlace {
    let country = char::from(b"abcdefghij"[(number % 10) as usize]);
    let unit = format!("x{country}-{}", number / 10 % 9 + 1);
    let (first, second) = (FIRST[(number / 16 % 16) as usize], (number % 16) as usize);
    let nth = number / 256;
    let tail = if nth == 0 { String::new() } else { format!(" {}", nth + 1) };
    let name = format!("{first} {}{tail}", SECOND[second]);
    let second_name = format!("{}{tail}", SECOND_LANGUAGE[second]);
    let id = format!("{unit}.{}", name.to_lowercase().replace(' ', "-"));
    InventedPlace { unit, id, name, second_name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_differ() {
        let ids: std::collections::HashSet<String> = (0..20_000).map(|number| place(number).id).collect();
        assert_eq!(ids.len(), 20_000);
        assert_eq!((place(0).id.as_str(), place(0).name.as_str()), ("xa-1.upper-mill", "Upper Mill"));
        assert_eq!(place(257).id, "xh-8.upper-ferry-2");
    }
}
