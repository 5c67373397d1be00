//! Plain text: the whole file is the text, as it is.

use std::ops::ControlFlow;

use super::charset::decode;
use super::read::Document;
use super::sink::Sink;

pub(super) fn read(bytes: &[u8], sink: &mut Sink<'_>) -> ControlFlow<()> {
    let text = decode(bytes, None).noted(1, sink)?;
    if text.trim().is_empty() {
        return ControlFlow::Continue(());
    }
    sink.document(Document { text, ..Document::default() })
}
