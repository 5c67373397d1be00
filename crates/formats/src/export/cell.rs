//! How a value is written in one CSV cell.

/// A value of one CSV cell.
pub(super) trait Cell {
    /// Whether it is a number, which never needs the guard.
    const IS_NUMBER: bool = false;

    /// Its text.
    fn text(&self) -> String;

    /// Its text as it stands in the file.
    fn cell(&self) -> String {
        if Self::IS_NUMBER { self.text() } else { guarded(self.text()) }
    }
}

/// Keeps a spreadsheet from running a text as a formula: what begins like one gets a `'` before it.
pub(super) fn guarded(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text }
}

impl Cell for String {
    fn text(&self) -> String {
        self.clone()
    }
}

impl Cell for u32 {
    const IS_NUMBER: bool = true;

    fn text(&self) -> String {
        self.to_string()
    }
}

impl Cell for f64 {
    const IS_NUMBER: bool = true;

    fn text(&self) -> String {
        self.to_string()
    }
}

impl<T: Cell> Cell for Option<T> {
    const IS_NUMBER: bool = T::IS_NUMBER;

    fn text(&self) -> String {
        self.as_ref().map(T::text).unwrap_or_default()
    }
}

impl<T: Cell> Cell for Vec<T> {
    fn text(&self) -> String {
        self.iter().map(|item| item.text().replace(';', ",")).collect::<Vec<_>>().join(";")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_guarded_and_numbers_are_not() {
        let check = |cell: String, expected: &str| assert_eq!(cell, expected);
        check("=1+1".to_owned().cell(), "'=1+1");
        check("@mill".to_owned().cell(), "'@mill");
        check("-".to_owned().cell(), "'-");
        check("Upper Mill".to_owned().cell(), "Upper Mill");
        check((-45.25_f64).cell(), "-45.25");
        check(Some(-1.5_f64).cell(), "-1.5");
        check(None::<f64>.cell(), "");
        check(vec!["+a;b".to_owned(), "=c".to_owned()].cell(), "'+a,b;=c");
    }
}
