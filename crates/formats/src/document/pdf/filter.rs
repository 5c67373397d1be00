//! The packings of streams, each with a bound on what it may give.

use super::object::from_hex;
use crate::document::inflate::{Wrap, inflate};

/// Unpacks by one filter, at most `limit` bytes; `None` for filters of pictures and unknown ones.
pub(super) fn unpack(filter: &str, packed: &[u8], limit: usize) -> Option<Vec<u8>> {
    let mut bytes = match filter {
        "FlateDecode" | "Fl" => {
            let unpacked = inflate(packed, Wrap::Zlib, limit);
            // Some writers leave the wrapping out.
            if unpacked.bytes.is_empty() && packed.len() > 2 {
                inflate(packed, Wrap::Raw, limit).bytes
            } else {
                unpacked.bytes
            }
        }
        "LZWDecode" | "LZW" => lzw(packed, limit),
        "ASCIIHexDecode" | "AHx" => from_hex(packed.split(|&byte| byte == b'>').next().unwrap_or_default()),
        "ASCII85Decode" | "A85" => ascii_85(packed),
        "RunLengthDecode" | "RL" => run_length(packed, limit),
        "Crypt" => packed.to_vec(),
        _ => return None,
    };
    bytes.truncate(limit);
    Some(bytes)
}

fn ascii_85(packed: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(packed.len() / 5 * 4);
    let mut group = [84_u8; 5];
    let mut n_digits = 0;
    for &byte in packed {
        match byte {
            b'z' if n_digits == 0 => bytes.extend([0; 4]),
            b'!'..=b'u' => {
                group[n_digits] = byte - b'!';
                n_digits += 1;
                if n_digits == 5 {
                    bytes.extend(four_bytes(group));
                    (group, n_digits) = ([84; 5], 0);
                }
            }
            b'~' => break,
            _ => {}
        }
    }
    if n_digits > 1 {
        bytes.extend(four_bytes(group).iter().take(n_digits - 1));
    }
    bytes
}

fn four_bytes(group: [u8; 5]) -> [u8; 4] {
    group.iter().fold(0_u32, |sum, &digit| sum.wrapping_mul(85).wrapping_add(u32::from(digit))).to_be_bytes()
}

fn run_length(packed: &[u8], limit: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut at = 0;
    while let Some(&length) = packed.get(at) {
        if length == 128 || bytes.len() >= limit {
            break;
        }
        at += 1;
        if length < 128 {
            let end = (at + usize::from(length) + 1).min(packed.len());
            bytes.extend_from_slice(&packed[at..end]);
            at = end;
        } else if let Some(&byte) = packed.get(at) {
            bytes.extend(std::iter::repeat_n(byte, 257 - usize::from(length)));
            at += 1;
        }
    }
    bytes
}

/// LZW with codes of 9 to 12 bits that widen one code early, as PDF has it by default.
fn lzw(packed: &[u8], limit: usize) -> Vec<u8> {
    const CLEAR: usize = 256;
    const END: usize = 257;
    let mut bytes: Vec<u8> = Vec::new();
    // Each entry is a range of what was already given.
    let mut table: Vec<(usize, usize)> = Vec::new();
    let mut previous: Option<(usize, usize)> = None;
    let (mut bits, mut n_bits) = (0_usize, 0_u32);
    let mut width = 9;
    for &byte in packed {
        bits = bits << 8 | usize::from(byte);
        n_bits += 8;
        if n_bits < width {
            continue;
        }
        n_bits -= width;
        let code = bits >> n_bits;
        bits &= (1 << n_bits) - 1;
        let start = bytes.len();
        match code {
            CLEAR => {
                table.clear();
                (previous, width) = (None, 9);
                continue;
            }
            END => break,
            0..=255 => bytes.push(u8::try_from(code).unwrap_or_default()),
            _ => {
                let known = table.get(code - 258).copied();
                // A code not yet in the table is the one about to enter it: the previous with its own first byte.
                let Some((from, to)) = known.or(previous.map(|(from, to)| (from, to + 1))) else { break };
                for at in from..to {
                    let Some(&byte) = bytes.get(at) else { break };
                    bytes.push(byte);
                }
            }
        }
        if let Some((from, to)) = previous
            && table.len() < 4096 - 258
        {
            table.push((from, to + 1));
        }
        previous = Some((start, bytes.len()));
        width = match table.len() + 258 + 1 {
            ..=511 => 9,
            512..=1023 => 10,
            1024..=2047 => 11,
            _ => 12,
        };
        if bytes.len() >= limit {
            break;
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packings_are_undone() {
        assert_eq!(unpack("A85", b"87cURD]j7BEbo80~>", 99).unwrap(), b"Hello world!");
        assert_eq!(unpack("AHx", b"48 69>", 99).unwrap(), b"Hi");
        assert_eq!(unpack("RL", &[1, b'a', b'b', 254, b'c', 128], 99).unwrap(), b"abccc");
        // The example of the PDF reference, section on LZW.
        let packed = [0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01];
        assert_eq!(unpack("LZW", &packed, 99).unwrap(), [45, 45, 45, 45, 45, 65, 45, 45, 45, 66]);
        assert_eq!(unpack("LZW", &packed, 4).unwrap().len(), 4);
        assert_eq!(unpack("DCTDecode", b"", 9), None);
    }
}
