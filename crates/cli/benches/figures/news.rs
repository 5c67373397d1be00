//! The texts of collections of news, and invented ones.

use camino::{Utf8Path, Utf8PathBuf};
use reader::Document;

/// The files of Reuters-21578, in order.
pub(crate) fn reuters_files(folder: &Utf8Path) -> Vec<Utf8PathBuf> {
    let entries = folder.join("reuters-21578").read_dir_utf8().into_iter().flatten();
    let paths = entries.filter_map(|entry| entry.ok().map(camino::Utf8DirEntry::into_path));
    let mut files: Vec<Utf8PathBuf> = paths.filter(|path| path.as_str().ends_with(".sgm.zst")).collect();
    files.sort_unstable();
    files
}

/// The bodies of one of them: what stands in `<BODY>`, in Latin-1, with a few entities.
pub(crate) fn reuters(file: &Utf8Path) -> Vec<String> {
    let text = latin(&unpacked(file));
    let bodies = text.split("<BODY>").skip(1).filter_map(|rest| rest.split("</BODY>").next());
    bodies
        .map(|body| body.replace("&lt;", "<").replace("&gt;", ">").replace("&#3;", "").replace("&amp;", "&"))
        .collect()
}

/// The articles of the BBC collection, a tar archive of text files.
pub(crate) fn bbc(folder: &Utf8Path) -> Vec<String> {
    let archive = unpacked(&folder.join("bbc/bbc-raw.tar.zst"));
    let mut texts = Vec::new();
    let mut rest = archive.as_slice();
    // A header of 512 bytes: name at 0, size in octal at 124, kind at 156; then the file, filled up to 512 bytes.
    while let Some((header, behind)) = rest.split_at_checked(512) {
        let size =
            std::str::from_utf8(&header[124..135]).ok().and_then(|size| usize::from_str_radix(size.trim(), 8).ok());
        let size = size.unwrap_or(0).min(behind.len());
        let name = String::from_utf8_lossy(&header[..100]);
        if name.trim_end_matches('\0').ends_with(".txt") && !name.contains("README") && header[156] == b'0' {
            texts.push(latin(&behind[..size]));
        }
        rest = behind.get(size.next_multiple_of(512)..).unwrap_or_default();
    }
    texts
}

/// The items of AG News: title and description of each row.
pub(crate) fn ag_news(folder: &Utf8Path) -> Vec<String> {
    let table = unpacked(&folder.join("ag-news/test.csv.zst"));
    let rows = csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_slice()).into_records();
    rows.filter_map(Result::ok).map(|row| row.iter().skip(1).collect::<Vec<_>>().join("\n")).collect()
}

/// So many documents of invented news that say nothing of ties.
pub(crate) fn invented(n_documents: usize) -> Vec<Document> {
    let sentences = [
        "Shares of the mill fell by four pct on Tuesday after the company said that it would close two of its plants.",
        "The minister told reporters that the budget would be ready before the end of the year.",
        "Prices of grain rose again last week, and dealers expect no change until the harvest is in.",
        "The team lost its third game at home when the keeper let a long shot through his hands.",
        "A spokesman said the board had not yet decided whether to pay a dividend for the quarter.",
        "Rain is expected over most of the coast, with some sun in the north later in the day.",
    ];
    let text = |number: usize| {
        let told = (0..8).map(|at| sentences[(number * 5 + at * (number % 3 + 1)) % sentences.len()]);
        told.collect::<Vec<_>>().join(" ")
    };
    (0..n_documents).map(|number| Document { text: text(number), ..Document::default() }).collect()
}

fn unpacked(file: &Utf8Path) -> Vec<u8> {
    std::fs::File::open(file).and_then(zstd::decode_all).unwrap_or_default()
}

fn latin(bytes: &[u8]) -> String {
    bytes.iter().copied().map(char::from).collect()
}
