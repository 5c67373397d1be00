//! How much of an input is taken before it is called too large.

use std::io::{self, BufRead, Read};

/// The longest document read, in bytes, packed or unpacked.
pub const MAX_BYTES: usize = 32 << 20;

/// What came of reading a whole input.
pub(super) enum Whole {
    /// All of it.
    Bytes(Vec<u8>),
    /// It is longer than [`MAX_BYTES`].
    TooLong,
}

/// Reads all there is, up to [`MAX_BYTES`].
pub(super) fn read_whole(from: &mut dyn BufRead) -> io::Result<Whole> {
    let mut bytes = Vec::new();
    from.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(if bytes.len() > MAX_BYTES { Whole::TooLong } else { Whole::Bytes(bytes) })
}

/// Reads up to and with the next `end` into `piece`, which holds at most [`MAX_BYTES`]; the rest of a longer piece is
/// skipped. Gives how many bytes the piece has, 0 at the end of all.
pub(super) fn read_piece(from: &mut dyn BufRead, end: u8, piece: &mut Vec<u8>) -> io::Result<usize> {
    piece.clear();
    let n_read = from.take(MAX_BYTES as u64).read_until(end, piece)?;
    let is_over = n_read < MAX_BYTES || piece.last() == Some(&end);
    Ok(n_read + if is_over { 0 } else { from.skip_until(end)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_too_long_is_skipped_and_the_next_is_read() {
        let mut text = vec![b'a'; MAX_BYTES + 10];
        text.extend_from_slice(b"\nb\n");
        let (mut from, mut line) = (text.as_slice(), Vec::new());
        assert_eq!(read_piece(&mut from, b'\n', &mut line).unwrap(), MAX_BYTES + 11);
        assert_eq!(line.len(), MAX_BYTES);
        assert_eq!((read_piece(&mut from, b'\n', &mut line).unwrap(), line.as_slice()), (2, b"b\n".as_slice()));
        assert_eq!(read_piece(&mut from, b'\n', &mut line).unwrap(), 0);
    }
}
