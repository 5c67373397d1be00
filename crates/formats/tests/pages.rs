//! Web pages as they are: the 674 of the shared data, where that is present. They may not be published, so nothing of them is here.

use std::io::Cursor;
use std::ops::ControlFlow;
use std::path::Path;

use formats::document::{Kind, kind_of, read_documents};

const PAGES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/html/trafilatura-pages.tar.zst");

/// The files in a tar archive: a header of 512 bytes with the name at 0 and the size in octal at 124, then the content.
fn files(tar: &[u8]) -> Vec<(String, &[u8])> {
    let mut files = Vec::new();
    let mut at = 0;
    while let Some(header) = tar.get(at..at + 512) {
        let text =
            |from: usize, to: usize| String::from_utf8_lossy(&header[from..to]).trim_matches(['\0', ' ']).to_owned();
        let Ok(size) = usize::from_str_radix(&text(124, 136), 8) else { break };
        at += 512;
        if matches!(header[156], 0 | b'0') {
            files.push((text(0, 100), &tar[at..at + size]));
        }
        at += size.next_multiple_of(512);
    }
    files
}

#[test]
fn nearly_every_page_gives_a_title_and_text() {
    if !Path::new(PAGES).is_file() {
        eprintln!("not run: {PAGES} is not there");
        return;
    }
    let tar = zstd::decode_all(Cursor::new(std::fs::read(PAGES).unwrap())).unwrap();
    let (mut n_pages, mut n_texts, mut n_titles, mut n_dates) = (0, 0, 0, 0);
    for (name, page) in files(&tar) {
        n_pages += 1;
        assert!(matches!(kind_of(&name, page), Ok(Kind::Html)), "{name}");
        read_documents(Kind::Html, &name, &mut &*page, &mut |found| {
            if let Ok(document) = found {
                n_texts += usize::from(document.text.len() > 200);
                n_titles += usize::from(document.title.is_some());
                n_dates += usize::from(document.published.is_some());
            }
            ControlFlow::Continue(())
        });
    }
    eprintln!("{n_pages} pages: {n_texts} with text, {n_titles} with a title, {n_dates} with a day");
    assert!(n_pages > 600);
    assert!(n_texts * 100 >= n_pages * 97, "{n_texts} of {n_pages}");
    assert!(n_titles * 100 >= n_pages * 99, "{n_titles} of {n_pages}");
    assert!(n_dates * 100 >= n_pages * 60, "{n_dates} of {n_pages}");
}
