//! Word documents: no package, and no XML within one, makes the reading fail.
#![no_main]

use std::ops::ControlFlow;

use formats::document::{Kind, read_documents};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let package = if bytes.starts_with(b"PK") { bytes.to_vec() } else { stored("word/document.xml", bytes) };
    read_documents(Kind::Docx, "file", &mut package.as_slice(), &mut |_| ControlFlow::Continue(()));
});

/// A zip package of one entry that is not packed, so that the fuzzer reaches the XML.
fn stored(name: &str, content: &[u8]) -> Vec<u8> {
    let number = |number: usize, n_bytes: usize| number.to_le_bytes()[..n_bytes].to_vec();
    let lengths = [number(content.len(), 4), number(content.len(), 4), number(name.len(), 2)].concat();
    let entry = [b"PK\x03\x04", &[0; 14][..], &lengths, &[0; 2], name.as_bytes(), content].concat();
    let directory = [b"PK\x01\x02", &[0; 16][..], &lengths, &[0; 16], name.as_bytes()].concat();
    let end = [b"PK\x05\x06", &[0; 8][..], &number(directory.len(), 4), &number(entry.len(), 4), &[0; 2]].concat();
    [entry, directory, end].concat()
}
