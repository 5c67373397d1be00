//! Numbers and texts in the file, read so that no damaged byte can do harm, and written.

#![expect(clippy::cast_possible_truncation, reason = "a byte at a time is what is wanted")]

/// Reads a number of seven bits a byte, lowest first, and moves past it; nothing when the bytes end or it is too long.
#[inline]
pub(crate) fn varint(bytes: &mut &[u8]) -> Option<u64> {
    let mut value = 0_u64;
    for shift in (0..63).step_by(7) {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        value |= u64::from(byte & 0x7f) << shift;
        if *byte < 0x80 {
            return Some(value);
        }
    }
    None
}

/// Writes a number of seven bits a byte.
pub(crate) fn push_varint(mut value: u64, out: &mut Vec<u8>) {
    while value >= 0x80 {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// Reads a text with its length before it, and moves past it.
#[inline]
pub(crate) fn text<'a>(bytes: &mut &'a [u8]) -> Option<&'a str> {
    let len = usize::try_from(varint(bytes)?).ok()?;
    let found = bytes.get(..len)?;
    *bytes = &bytes[len..];
    std::str::from_utf8(found).ok()
}

/// Writes a text with its length before it.
pub(crate) fn push_text(text: &str, out: &mut Vec<u8>) {
    push_varint(text.len() as u64, out);
    out.extend_from_slice(text.as_bytes());
}

/// The text at a position; empty when there is none.
#[inline]
pub(crate) fn text_at(bytes: &[u8], at: u32) -> &str {
    let mut rest = bytes.get(at as usize..).unwrap_or_default();
    text(&mut rest).unwrap_or_default()
}

/// The `idx`-th little-endian number of four bytes.
#[inline]
pub(crate) fn u32_at(bytes: &[u8], idx: usize) -> Option<u32> {
    let start = idx.checked_mul(4)?;
    let four = bytes.get(start..start.checked_add(4)?)?;
    Some(u32::from_le_bytes(four.try_into().ok()?))
}
