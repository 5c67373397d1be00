//! Message catalogs of gettext (`.mo`): pairs of a text and its translation.
//!
//! Format, as the manual of gettext gives it: the magic number `0x950412de` in either byte order, a revision, the number of
//! texts, the positions of two tables (texts and translations); each table row is a length and a position. The first
//! text is empty and its translation describes the file.

/// Reads a catalog; nothing when the bytes are none. Damaged rows are left out.
#[must_use]
pub fn catalog(bytes: &[u8]) -> Option<Vec<(String, String)>> {
    let four = |at: usize| -> Option<[u8; 4]> { bytes.get(at..at.checked_add(4)?)?.try_into().ok() };
    let is_little = match u32::from_le_bytes(four(0)?) {
        0x9504_12de => true,
        0xde12_0495 => false,
        _ => return None,
    };
    let number = |at: usize| {
        let bytes = four(at)?;
        let number = if is_little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) };
        usize::try_from(number).ok()
    };
    let text = |row: usize| {
        let (len, at) = (number(row)?, number(row.checked_add(4)?)?);
        std::str::from_utf8(bytes.get(at..at.checked_add(len)?)?).ok()
    };
    let (n_texts, texts, translations) = (number(8)?, number(12)?, number(16)?);
    let rows = (0..n_texts.min(bytes.len() / 8)).filter_map(|i| {
        let (from, to) = (text(texts.checked_add(i * 8)?)?, text(translations.checked_add(i * 8)?)?);
        // A text may carry a context before it and plural forms behind it.
        let from = from.rsplit('\u{4}').next()?.split('\0').next()?;
        let to = to.split('\0').next()?;
        (!from.is_empty() && !to.is_empty()).then(|| (from.to_owned(), to.to_owned()))
    });
    Some(rows.collect())
}

#[cfg(test)]
mod tests {
    use super::catalog;

    fn written(pairs: &[(&str, &str)]) -> Vec<u8> {
        let n = pairs.len();
        let (mut tables, mut heap) = (vec![Vec::new(), Vec::new()], Vec::new());
        let number = |number: usize| u32::try_from(number).unwrap().to_le_bytes();
        for (side, table) in tables.iter_mut().enumerate() {
            for pair in pairs {
                let text = if side == 0 { pair.0 } else { pair.1 };
                table.extend(number(text.len()));
                table.extend(number(28 + 16 * n + heap.len()));
                heap.extend(text.bytes().chain([0]));
            }
        }
        let head = [0x9504_12de, 0, n, 28, 28 + 8 * n, 0, 0];
        let mut bytes: Vec<u8> = head.into_iter().flat_map(number).collect();
        tables.into_iter().for_each(|table| bytes.extend(table));
        bytes.extend(heap);
        bytes
    }

    #[test]
    fn pairs_are_read_and_damage_is_left_out() {
        let bytes = written(&[("", "Language: xx"), ("Mill", "Mühle"), ("Name for XA\u{4}Vale", "Tal")]);
        let expected = [("Mill", "Mühle"), ("Vale", "Tal")].map(|(a, b)| (a.to_owned(), b.to_owned()));
        assert_eq!(catalog(&bytes), Some(expected.to_vec()));
        assert_eq!(catalog(b"not one"), None);
        for len in 0..bytes.len() {
            let _ = catalog(&bytes[..len]);
        }
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 0xff;
            let _ = catalog(&damaged);
        }
    }
}
