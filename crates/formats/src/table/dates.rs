//! Dates as clerks write them: `3/4/1991` means nothing until the mapping file says which number is the day.

use super::mapping::DateOrder;

/// A written date, made ready for the model.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// A text for the model to read or refuse.
    Text(String),
    /// Day and month in an order nobody has stated.
    NoOrder,
}

/// Turns `3/4/1991`, `03.04.1991` and `4/1991` into EDTF by the stated order; any other text stays as it is.
pub(super) fn to_edtf(text: &str, order: Option<DateOrder>) -> Written {
    let Some(parts) = numbers(text) else { return Written::Text(text.to_owned()) };
    let Some(order) = order else { return Written::NoOrder };
    let text = match (parts.as_slice(), order) {
        (&[month, year], _) => format!("{year:04}-{month:02}"),
        (&[day, month, year], DateOrder::DayFirst) | (&[month, day, year], DateOrder::MonthFirst) => {
            format!("{year:04}-{month:02}-{day:02}")
        }
        _ => text.to_owned(),
    };
    Written::Text(text)
}

/// The two or three numbers of a date with the year last, written with one kind of separator.
fn numbers(text: &str) -> Option<Vec<u16>> {
    let separator = text.chars().find(|c| !c.is_ascii_digit()).filter(|c| matches!(c, '/' | '.' | '-'))?;
    let parts: Vec<&str> = text.split(separator).collect();
    let (year, rest) = parts.split_last()?;
    let short = |part: &&str| (1..=2).contains(&part.len());
    if year.len() != 4 || !(1..=2).contains(&rest.len()) || !rest.iter().all(short) {
        return None;
    }
    parts.iter().map(|part| if part.bytes().all(|b| b.is_ascii_digit()) { part.parse().ok() } else { None }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_by_the_stated_order_only() {
        let text = |s: &str| Written::Text(s.into());
        for (found, order, expected) in [
            ("1991-04-03", None, text("1991-04-03")),
            ("1991/1997", None, text("1991/1997")),
            ("3/4/1991", None, Written::NoOrder),
            ("25/12/1991", None, Written::NoOrder),
            ("3/4/1991", Some(DateOrder::DayFirst), text("1991-04-03")),
            ("3/4/1991", Some(DateOrder::MonthFirst), text("1991-03-04")),
            ("03.04.1991", Some(DateOrder::DayFirst), text("1991-04-03")),
            ("03-04-1991", Some(DateOrder::DayFirst), text("1991-04-03")),
            ("4/1991", Some(DateOrder::DayFirst), text("1991-04")),
            ("3/4/91", Some(DateOrder::DayFirst), text("3/4/91")),
            ("soon", Some(DateOrder::DayFirst), text("soon")),
            ("", Some(DateOrder::DayFirst), text("")),
        ] {
            assert_eq!(to_edtf(found, order), expected, "{found}");
        }
    }
}
