//! Bytes that mean harm, or nothing: no kind of document may fail on them, or take long.

use proptest::prelude::*;

use super::build::{docx, pdf};
use super::found;
use crate::document::{Kind, kind_of};

/// One good file of each kind.
fn samples() -> Vec<(Kind, Vec<u8>)> {
    let page = "BT /F1 10 Tf 50 700 Td [(Upper) -300 (Mill)] TJ 0 -12 TD (and) ' (Nether) Tj ET q 2 0 0 2 0 0 cm BT /F2 9 Tf <0001> Tj ET Q";
    let word = "<w:p><w:r><w:t>Upper Mill</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    vec![
        (Kind::Text, "Obere Mühle und Untere Mühle.".into()),
        (Kind::Html, "<html lang=en><script type='application/ld+json'>{\"@type\":\"NewsArticle\"}</script><article class='a b-c'><p>Upper Mill &amp; Nether<ul><li>a<li>b</ul><table><tr><td>c</table><!-- d --></article>".into()),
        (Kind::Markdown, "---\ntitle: a\n---\n# b\n\n- [c](d) *e* `f`\n\n> g\n\n| h |\n|---|\n| i |\n\n<p>j\n".into()),
        (Kind::JsonLines, "{\"id\": 1, \"text\": \"a\"}\n{\"body\": \"b\\u00e9\"}\n".into()),
        (Kind::Feed, "<?xml version='1.0' encoding='utf-8'?><rss><channel><item><title>a &amp; b</title><description><![CDATA[<p>c]]></description></item></channel></rss>".into()),
        (Kind::Mail, b"Subject: =?utf-8?b?w6k=?=\r\nDate: Wed, 03 Apr 1991 10:00:00 GMT\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; charset=iso-8859-1\r\n\r\n<p>a\xE9 x@example.org\r\n--b--\r\n".to_vec()),
        (Kind::Pdf, pdf(&[page], false)),
        (Kind::Pdf, pdf(&[page, page], true)),
        (Kind::Docx, docx(word, "<dc:title>a</dc:title>")),
    ]
}

#[test]
fn good_files_are_told_and_read() {
    for (kind, bytes) in samples() {
        let told = kind_of(&format!("a.{}", kind.word()), &bytes);
        assert_eq!(told, Ok(kind));
        assert!(found(kind, &bytes).iter().any(Result::is_ok), "{kind}");
    }
}

#[test]
fn nesting_and_repetition_take_no_time() {
    let n = 50_000;
    let cases = [
        (Kind::Html, "<div>".repeat(n)),
        (Kind::Html, "<b><p>".repeat(n)),
        (Kind::Html, "<table><tr><td>a".repeat(n)),
        (Kind::Html, "<a href=x>".repeat(n) + &"</p>".repeat(n)),
        (Kind::Html, format!("<p {}>a", "a=b ".repeat(2000))),
        (Kind::Html, format!("<header>{}", "<header><i>".repeat(n))),
        (Kind::Html, format!("<script type=application/ld+json>{}", "[".repeat(n))),
        (Kind::Html, "&amp".repeat(n)),
        (Kind::Html, "<!--".repeat(n)),
        (Kind::Markdown, ">".repeat(n)),
        (Kind::Markdown, "[".repeat(n)),
        (Kind::Markdown, "*a_".repeat(n)),
        (Kind::Markdown, "- ".repeat(n)),
        (Kind::Markdown, "`a``".repeat(n)),
        (Kind::Markdown, "<a ".repeat(n)),
        (Kind::Markdown, "|a".repeat(n) + "\n" + &"|-".repeat(n)),
        (Kind::JsonLines, format!("{{\"x\": {}", "[".repeat(n))),
        (Kind::Feed, "<item>".repeat(n)),
        (Kind::Feed, format!("<item>{}", "<title>".repeat(n))),
        (Kind::Feed, format!("<item><description>{}", "&lt;".repeat(n))),
        (Kind::Mail, "Content-Type: message/rfc822\n\n".repeat(n)),
        (Kind::Mail, "Content-Type: multipart/mixed; boundary=a\n\n--a\n".repeat(n)),
        (Kind::Mail, format!("Content-Type: multipart/digest; boundary=a\n\n{}", "--a\n\n".repeat(n))),
        (Kind::Mail, format!("Subject: {}", "=?utf-8?q?=61?= ".repeat(n))),
        (Kind::Mail, format!("Subject: a\n\n{}", "a@b.".repeat(n))),
        (Kind::Pdf, "1 0 obj ".repeat(n)),
        (Kind::Pdf, format!("1 0 obj {}", "[<<".repeat(n))),
        (Kind::Pdf, "1 0 obj << /Type /ObjStm /N 9 /First 0 >> stream\n".repeat(n)),
        (Kind::Pdf, "trailer ".repeat(n)),
        (Kind::Pdf, "1 0 obj << /Type /Catalog /Pages 1 0 R /Kids [1 0 R] >> endobj".to_owned()),
    ];
    for (kind, text) in cases {
        found(kind, text.as_bytes());
    }
    let forms = "1 0 obj << /Type /Page /Contents 2 0 R /Resources << /XObject << /X 2 0 R >> >> >> endobj \
                 2 0 obj << /Subtype /Form >> stream\n"
        .to_owned()
        + &"/X Do ".repeat(500)
        + "\nendstream endobj";
    found(Kind::Pdf, forms.as_bytes());
    found(Kind::Docx, &docx(&"<w:p><w:tbl><w:tr><w:del>".repeat(n), ""));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_bytes_make_it_fail(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        for kind in Kind::ALL {
            found(kind, &bytes);
        }
        let _ = kind_of("a", &bytes);
    }

    #[test]
    fn no_damage_makes_it_fail(which in 0..9_usize, cut in any::<prop::sample::Index>(), changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..8)) {
        let (kind, mut bytes) = samples().swap_remove(which);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        found(kind, &bytes);
        bytes.truncate(cut.index(bytes.len() + 1));
        found(kind, &bytes);
    }

    #[test]
    fn a_file_cut_short_says_so_or_gives_what_it_has(which in 0..9_usize, cut in any::<prop::sample::Index>()) {
        let (kind, bytes) = samples().swap_remove(which);
        let cut = cut.index(bytes.len());
        prop_assert!(cut < 40 || !found(kind, &bytes[..cut]).is_empty());
    }
}
