//! PDF: no bytes make the reading fail.
#![no_main]

use std::ops::ControlFlow;

use formats::document::{Kind, kind_of, read_documents};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = kind_of("file", bytes);
    read_documents(Kind::Pdf, "file", &mut &*bytes, &mut |_| ControlFlow::Continue(()));
});
