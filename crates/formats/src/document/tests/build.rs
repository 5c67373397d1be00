//! DOCX and PDF files for tests, built from their parts.

use std::io::Write;

use flate2::Compression;
use flate2::write::{DeflateEncoder, ZlibEncoder};

pub(super) fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn number(number: usize, n_bytes: usize) -> Vec<u8> {
    let mut bytes = number.to_le_bytes().to_vec();
    bytes.resize(n_bytes, 0);
    bytes
}

/// A zip package: the first entry stored, the others deflated.
fn zip(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (idx, (name, content)) in entries.iter().enumerate() {
        let (method, bytes) = if idx == 0 { (0, content.to_vec()) } else { (8, deflated(content)) };
        // Flags, method, time and checksum, which is not looked at, then the lengths.
        let sizes =
            [number(0, 2), number(method, 2), number(0, 8), number(bytes.len(), 4), number(content.len(), 4)].concat();
        let offset = out.len();
        out.extend(
            [b"PK\x03\x04", &number(20, 2)[..], &sizes, &number(name.len(), 2), &number(0, 2), name.as_bytes(), &bytes]
                .concat(),
        );
        let head = [b"PK\x01\x02", &number(20, 4)[..], &sizes, &number(name.len(), 2), &number(0, 12)].concat();
        directory.extend([&head[..], &number(offset, 4), name.as_bytes()].concat());
    }
    let start = out.len();
    out.extend(&directory);
    out.extend([b"PK\x05\x06", &number(0, 4)[..], &number(entries.len(), 2), &number(entries.len(), 2)].concat());
    out.extend([number(directory.len(), 4), number(start, 4), number(0, 2)].concat());
    out
}

/// A Word document with this body and these properties.
pub(super) fn docx(body: &str, properties: &str) -> Vec<u8> {
    let main = format!("<?xml version='1.0'?><w:document xmlns:w='w'><w:body>{body}</w:body></w:document>");
    let core = format!("<cp:coreProperties xmlns:dc='d'>{properties}</cp:coreProperties>");
    zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("docProps/core.xml", core.as_bytes()),
        ("word/document.xml", main.as_bytes()),
    ])
}

fn stream(dict: &str, bytes: &[u8], is_packed: bool) -> Vec<u8> {
    let (filter, bytes) = if is_packed { ("/Filter /FlateDecode", packed(bytes)) } else { ("", bytes.to_vec()) };
    let mut out = Vec::from(format!("<< {dict} {filter} /Length {} >>\nstream\n", bytes.len()));
    out.extend(bytes);
    out.extend(b"\nendstream");
    out
}

/// A PDF of these pages, titled `Twins`. Fonts: `F1` Helvetica; `F2` of two-byte codes with a map, 1 is Ж and 2 is я;
/// `F3` the same without a map. Packed, its objects but streams stand in a stream of objects, too.
pub(super) fn pdf(pages: &[&str], is_packed: bool) -> Vec<u8> {
    let map = "begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfchar <0001> <0416> endbfchar \
               1 beginbfrange <0002> <0002> [<044F>] endbfrange endcmap";
    let kids: String = (0..pages.len()).map(|idx| format!("{} 0 R ", 20 + 2 * idx)).collect();
    let mut objects = vec![
        (1, "<< /Type /Catalog /Pages 2 0 R >>".to_owned()),
        (
            2,
            format!(
                "<< /Type /Pages /Kids [{kids}] /Count {} /Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >> >> >>",
                pages.len()
            ),
        ),
        (3, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned()),
        (4, "<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /ToUnicode 6 0 R >>".to_owned()),
        (5, "<< /Type /Font /Subtype /Type0 /Encoding /Identity-H >>".to_owned()),
        (7, "<< /Title (Twins) >>".to_owned()),
    ];
    let mut streams = vec![(6, stream("", map.as_bytes(), is_packed))];
    for (idx, page) in pages.iter().enumerate() {
        objects.push((20 + 2 * idx, format!("<< /Type /Page /Parent 2 0 R /Contents {} 0 R >>", 21 + 2 * idx)));
        streams.push((21 + 2 * idx, stream("", page.as_bytes(), is_packed)));
    }
    if is_packed {
        let (mut head, mut body) = (String::new(), String::new());
        for (number, object) in &objects {
            head.push_str(&format!("{number} {} ", body.len()));
            body.push_str(&format!("{object} "));
        }
        let dict = format!("/Type /ObjStm /N {} /First {}", objects.len(), head.len());
        streams.push((9, stream(&dict, (head + &body).as_bytes(), true)));
        objects.clear();
    }
    let mut out = Vec::from("%PDF-1.7\n");
    let objects = objects.into_iter().map(|(number, object)| (number, object.into_bytes()));
    for (number, object) in objects.chain(streams) {
        out.extend(format!("{number} 0 obj\n").bytes());
        out.extend(object);
        out.extend(b"\nendobj\n");
    }
    out.extend(b"trailer << /Root 1 0 R /Info 7 0 R >>\n%%EOF");
    out
}
