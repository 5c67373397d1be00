//! Unpacking with a bound, so that a small file cannot become a large one.

use std::io::Read;

/// The wrapping of a deflate stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wrap {
    /// None, as in zip.
    Raw,
    /// Zlib, as in PDF.
    Zlib,
}

/// What came of unpacking.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unpacked {
    /// The bytes, up to the first fault or the limit.
    pub(super) bytes: Vec<u8>,
    /// Whether it ended as it should.
    pub(super) is_whole: bool,
}

/// Unpacks at most `limit` bytes; what can be unpacked before a fault is kept.
pub(super) fn inflate(packed: &[u8], wrap: Wrap, limit: usize) -> Unpacked {
    match wrap {
        Wrap::Raw => bounded(flate2::bufread::DeflateDecoder::new(packed), limit),
        Wrap::Zlib => bounded(flate2::bufread::ZlibDecoder::new(packed), limit),
    }
}

fn bounded(mut from: impl Read, limit: usize) -> Unpacked {
    let mut bytes = Vec::new();
    // Reading to the end keeps what came before a fault.
    let result = from.by_ref().take(limit as u64).read_to_end(&mut bytes);
    let is_over = bytes.len() < limit || matches!(from.read(&mut [0]), Ok(0));
    Unpacked { is_whole: result.is_ok() && is_over, bytes }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[test]
    fn unpacking_is_bounded_and_keeps_what_it_can() {
        let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(&[b'a'; 100_000]).unwrap();
        let packed = encoder.finish().unwrap();
        let whole = inflate(&packed, Wrap::Zlib, 100_000);
        assert_eq!((whole.bytes.len(), whole.is_whole), (100_000, true));
        let bounded = inflate(&packed, Wrap::Zlib, 1000);
        assert_eq!((bounded.bytes.len(), bounded.is_whole), (1000, false));
        assert!(!inflate(&packed[..packed.len() / 2], Wrap::Zlib, 100_000).is_whole);
        assert!(!inflate(b"no", Wrap::Raw, 10).is_whole);
    }
}
