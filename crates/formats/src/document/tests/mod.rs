//! Documents of each kind, through one door.

mod build;
mod hostile;

use std::fmt::Write;
use std::ops::ControlFlow;

use super::{Document, Kind, MAX_BYTES, read_documents};
use crate::Problem;
use build::{docx, packed, pdf};

/// All that a file gives, in order.
fn found(kind: Kind, bytes: &[u8]) -> Vec<Result<Document, Problem>> {
    let mut found = Vec::new();
    read_documents(kind, "file", &mut &*bytes, &mut |one| {
        found.push(one);
        ControlFlow::Continue(())
    });
    found
}

/// What a file gives, in one text: for each document its facts in brackets and its text, for each problem its sentence.
fn shown(kind: Kind, bytes: &[u8]) -> String {
    let mut out = String::new();
    for one in found(kind, bytes) {
        match one {
            Ok(document) => {
                let Document { id, title, published, dateline, language, address, text, part } = document;
                let facts = [
                    part,
                    id.unwrap_or_default(),
                    title.unwrap_or_default(),
                    published.map(|date| date.to_string()).unwrap_or_default(),
                    dateline.unwrap_or_default(),
                    language.unwrap_or_default(),
                    address.unwrap_or_default(),
                ];
                let facts: Vec<String> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
                if !facts.is_empty() {
                    writeln!(out, "[{}]", facts.join(" | ")).unwrap();
                }
                out.push_str(&text);
            }
            Err(problem) => write!(out, "{problem}").unwrap(),
        }
        out.push('\n');
    }
    out.truncate(out.trim_end_matches('\n').len());
    out
}

fn check(kind: Kind, bytes: impl AsRef<[u8]>, expected: &str) {
    let bytes = bytes.as_ref();
    assert_eq!(shown(kind, bytes), expected, "{kind}: {}", String::from_utf8_lossy(bytes));
}

#[test]
fn plain_text_stays_as_it_is() {
    check(Kind::Text, "Upper Mill  and\tNether Mill.\r\n\r\nTwins.\n", "Upper Mill  and\tNether Mill.\r\n\r\nTwins.");
    assert_eq!(found(Kind::Text, b" a \n")[0].as_ref().unwrap().text, " a \n");
    check(Kind::Text, b"\xFF\xFEM\0i\0l\0l\0", "Mill");
    let (bytes, ..) = encoding_rs::WINDOWS_1251.encode("Города подписали соглашение.");
    check(Kind::Text, bytes, "Города подписали соглашение.");
    check(
        Kind::Text,
        b"M\xC3\xBChle\nund \xFFObere M\xC3\xBChle",
        "file:2: found `1 byte sequences that are not UTF-8`, expected text in UTF-8; each was replaced by U+FFFD\n\
         Mühle\nund \u{FFFD}Obere Mühle",
    );
    check(Kind::Text, b" \n", "");
}

#[test]
fn a_page_gives_its_main_content() {
    let page = "<!doctype html><html lang=en><head><title>Twins | Gazette</title>
        <meta property='article:published_time' content='1991-04-03T10:00:00+02:00'>
        <link rel=canonical href='https://gazette.example/twins'>
        <script>var x = '<p>not this</p>';</script><style>p { color: red }</style></head>
        <body><nav><a href=/>Home</a> <a href=/news>News</a></nav>
        <article><h1>Upper Mill finds a twin</h1>
        <p>Upper Mill &amp; Nether&nbsp;Mill signed an agreement
           on Tuesday, the mayors said.<p>It is the <a href=/2>second</a> of its kind<br>in the county.
        <ul><li>schools<li>choirs</ul>
        <table><tr><td>Upper Mill<td>1991<tr><td>Far Mill<td>1992</table>
        <p style='display: none'>Hidden words that nobody sees on the page at all.</p></article>
        <div class=sidebar><p>Read also: a long text about something else entirely, here.</p></div>
        <footer><p>All rights reserved by the Gazette, for ever and ever and ever.</p></footer></body></html>";
    check(
        Kind::Html,
        page,
        "[Upper Mill finds a twin | 1991-04-03 | en | https://gazette.example/twins]\n\
         Upper Mill finds a twin\n\n\
         Upper Mill & Nether Mill signed an agreement on Tuesday, the mayors said.\n\n\
         It is the second of its kind\nin the county.\n\n\
         schools\nchoirs\n\n\
         Upper Mill\t1991\nFar Mill\t1992",
    );
}

#[test]
fn a_page_states_its_title_and_day() {
    let body = "<p>The two mills have been partners for as long as anyone remembers.</p>";
    let stated = |head: &str, expected: &str| {
        let text = "The two mills have been partners for as long as anyone remembers.";
        let expected = if expected.is_empty() { text.to_owned() } else { format!("[{expected}]\n{text}") };
        check(Kind::Html, format!("<html><head>{head}</head><body>{body}</body></html>"), &expected);
    };
    stated("", "");
    stated("<title>Mills</title>", "Mills");
    stated("<title>Mills</title><meta property=og:title content='Two mills'>", "Two mills");
    stated("<meta name=date content=3/4/1991>", "");
    stated("<meta name=date content=1991-04>", "1991-04");
    stated("<meta property=og:locale content=de_AT>", "de-AT");
    stated(
        "<link rel=canonical href='https://gazette.example/1991/04/03/mills'>",
        "1991-04-03 | https://gazette.example/1991/04/03/mills",
    );
    stated(
        "<script type='application/ld+json'>{\"@graph\": [{\"@type\": \"WebSite\", \"headline\": \"Site\"},
         {\"@type\": [\"NewsArticle\"], \"headline\": \"Two &amp; mills\", \"datePublished\": \"1991-04-03\"}]}</script>",
        "Two & mills | 1991-04-03",
    );
    stated("<script type='application/ld+json'>{broken</script>", "");
}

#[test]
fn markdown_loses_its_marks() {
    check(
        Kind::Markdown,
        "---\ntitle: \"Twins\"\ndate: 1991-04-03\nlang: en\n---\n# Upper *Mill*\n\nIt is a [sister city](https://a.example) of\n\
         **Nether Mill**.\n\n- schools\n- choirs\n\n| a | b |\n|---|---|\n| c | d |\n\n![a picture](p.png)\n\n<div>in <b>HTML</b></div>\n",
        "[Twins | 1991-04-03 | en]\nUpper Mill\n\nIt is a sister city of\nNether Mill.\n\nschools\nchoirs\n\na\tb\nc\td\n\nin HTML",
    );
    check(Kind::Markdown, "# One\n\ntext", "[One]\nOne\n\ntext");
    check(Kind::Markdown, "", "");
}

#[test]
fn json_lines_keep_the_field_exactly() {
    check(
        Kind::JsonLines,
        "\u{FEFF}{\"id\": 7, \"lang\": \"en_GB\", \"title\": \" Twins \", \"date\": \"1991-04-03\", \"url\": \"https://a.example\", \
         \"text\": \" a\\n\\n b\", \"more\": [1]}\n\n{\"text\": 5}\n{\"body\": \"c\", \"content\": \"d\"}\n{\"title\": \"e\"}\n{\"text\": \"f",
        "[line 1 | 7 | Twins | 1991-04-03 | en-GB | https://a.example]\n a\n\n b\n\
         file:3: found `{\"text\": 5}`, expected one JSON object a line; at byte 10: invalid type: integer `5`, expected a string\n\
         [line 4]\nc\n\
         file:5: found `{\"title\": \"e\"}`, expected an object with a field `text`, `body` or `content`\n\
         file:6: found `{\"text\": \"f`, expected one JSON object a line; at byte 11: EOF while parsing a string",
    );
}

#[test]
fn a_second_name_or_an_odd_value_loses_no_line() {
    check(
        Kind::JsonLines,
        "{\"title\": \"a\", \"headline\": \"b\", \"date\": \"yesterday\", \"published\": \"1991-04-03\", \"lang\": \"en\", \
         \"language\": \"de\", \"url\": null, \"address\": \"https://a.example\", \"text\": \"c\"}\n\
         {\"date\": 1991.5, \"published\": {\"a\": [1]}, \"title\": true, \"id\": [1], \"text\": \"d\"}\n",
        "[line 1 | a | 1991-04-03 | en | https://a.example]\nc\n[line 2]\nd",
    );
}

#[test]
fn a_feed_gives_its_entries() {
    check(
        Kind::Feed,
        "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'aaaa'>]><rss xmlns:content='c'><channel><title>Gazette</title>\
         <language>en-gb</language>\n<item><title>Twins &amp;amp; mills</title><link>https://gazette.example/1</link>\
         <guid>g1</guid><pubDate>Wed, 03 Apr 1991 10:00:00 GMT</pubDate><description>short</description>\
         <content:encoded><![CDATA[<p>Upper Mill </p><p>and </item> &a; Nether Mill</p>]]></content:encoded></item>\n\
         <item><description>&lt;b&gt;bold&lt;/b&gt; words</description></item>\n<item></item></channel></rss>",
        "[entry 1 | g1 | Twins & mills | 1991-04-03 | en-GB | https://gazette.example/1]\n\
         Upper Mill\n\nand &a; Nether Mill\n[entry 2 | en-GB]\nbold words\n\
         file:4: found `entry 3`, expected an entry with a title, a description or a content",
    );
    check(
        Kind::Feed,
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='de'><entry><id>urn:1</id><title>Zwillinge</title>\
         <link rel='self' href='https://a.example/self'/><link href='https://a.example/1'/><updated>1991-04-03T10:00:00Z</updated>\
         <content type='xhtml'><div xmlns='x'><p>Obere <b>Mühle</b></p><p>Untere</p></div></content></entry>\
         <entry><title>cut</title><summary type='text'>off",
        "[entry 1 | urn:1 | Zwillinge | 1991-04-03 | de | https://a.example/1]\nObere Mühle\n\nUntere\n\
         [entry 2 | cut | de]\n\n\
         file:1: found `a feed cut short`, expected a whole feed; get the file again",
    );
    check(
        Kind::Feed,
        "<rss></rss>",
        "file:1: found `a feed without entries`, expected RSS with `item` or Atom with `entry`",
    );
}

#[test]
fn mail_gives_no_addresses() {
    check(
        Kind::Mail,
        "From: Clerk <clerk@example.org>\r\nTo: all@example.org\r\nSubject: =?utf-8?q?M=C3=BChle?=\r\n\
         Date: Wed, 03 Apr 1991 23:00:00 -0500\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
         Upper Mill and=\r\n Nether Mill are twins.\r\n\r\nclerk@example.org wrote\r\n",
        "[Mühle | 1991-04-03]\nUpper Mill and Nether Mill are twins.\n\n[address] wrote",
    );
    check(
        Kind::Mail,
        "Subject: a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n\
         <p>One<p>Two\r\n--b\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Disposition: attachment; filename=a.pdf\r\n\r\n\
         %PDF-1.7\r\n--b--\r\n",
        "file:1: found `an attached document`, expected the message alone; save the attachment and read it as a file\n\
         [a]\nOne\n\nTwo",
    );
    check(Kind::Mail, "", "file:1: found `no mail headers`, expected a mail message; save it again as .eml");
}

#[test]
fn a_newsletter_with_many_links_is_mail() {
    let links = "https://gazette.example/digest/1 https://gazette.example/global-news/2 a/rfc822\n".repeat(50);
    let found = found(Kind::Mail, format!("Subject: Mills\n\n{links}").as_bytes());
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].as_ref().unwrap().text.lines().count(), 50);
    for kind in ["Message/RFC822; a=b", "message / global", "multipart(a)/digest", "message/(a)rfc822"] {
        let nested = format!("content-type: {kind}\n\n").repeat(50);
        let problem = "file:1: found `a message with many messages within`, expected one message; save each on its own";
        check(Kind::Mail, nested, problem);
    }
}

#[test]
fn docx_gives_paragraphs_lists_and_tables() {
    let body = "<w:p><w:r><w:t>Upper</w:t></w:r><w:r><w:t xml:space='preserve'> Mill &amp; co</w:t></w:r><w:del><w:r><w:delText>no</w:delText></w:r></w:del></w:p>\
        <w:p><w:pPr><w:numPr><w:ilvl w:val='0'/></w:numPr></w:pPr><w:r><w:t>schools</w:t></w:r></w:p>\
        <w:p><w:pPr><w:numPr><w:ilvl w:val='0'/></w:numPr></w:pPr><w:r><w:t>choirs</w:t></w:r></w:p>\
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr>\
        <w:tr><w:tc><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>d</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
        <w:p><w:r><w:t>The</w:t><w:tab/><w:t>end</w:t><w:br/><w:t>line</w:t></w:r></w:p>";
    check(
        Kind::Docx,
        docx(body, "<dc:title>Twins &lt;1&gt;</dc:title><dc:language>en-GB</dc:language>"),
        "[Twins <1> | en-GB]\nUpper Mill & co\n\nschools\nchoirs\n\na\tb\nc\td\n\nThe\tend\nline",
    );
    check(Kind::Docx, b"PK\x03\x04", "file:1: found `a package cut short`, expected a whole .docx; get the file again");
}

#[test]
fn pdf_gives_lines_and_paragraphs() {
    let page = "BT /F1 10 Tf 50 700 Td (Upper Mill and ) Tj (Nether) Tj 0 -12 Td [(M)-10(ill are part-)] TJ 0 -12 Td (ners.) Tj \
                0 -30 Td (New) Tj 30 0 Td (words.) Tj ET /Artifact BMC BT /F1 8 Tf 50 20 Td (page 1) Tj ET EMC";
    check(Kind::Pdf, pdf(&[page], false), "[Twins]\nUpper Mill and Nether\nMill are partners.\n\nNew words.");
    check(
        Kind::Pdf,
        pdf(&[page, "BT /F1 10 Tf (More.) Tj ET"], true),
        "[Twins]\nUpper Mill and Nether\nMill are partners.\n\nNew words.\n\nMore.",
    );
    check(
        Kind::Pdf,
        pdf(&["q 1 0 0 1 0 0 cm Q"], false),
        "file:1: found `a PDF that has no text`, expected text; run OCR first",
    );
    let codes = "BT /F2 10 Tf <00010002> Tj ET";
    check(Kind::Pdf, pdf(&[codes], false), "[Twins]\nЖя");
    let lost = "BT /F3 10 Tf <00010002> Tj ET";
    check(
        Kind::Pdf,
        pdf(&[lost], false),
        "file:1: found `a PDF whose letters cannot be told`, expected text; run OCR over its pages first",
    );
    let mut locked = pdf(&[page], false);
    locked.extend(b"trailer << /Encrypt 9 0 R >>");
    check(
        Kind::Pdf,
        locked,
        "file:1: found `a locked PDF`, expected one without restrictions; print it to a new PDF and read that",
    );
    check(Kind::Pdf, b"%PDF-1.7", "file:1: found `no page that can be read`, expected a whole PDF; get the file again");
}

#[test]
fn fonts_are_kept_from_page_to_page() {
    // Unpacked for each page, the map of the font alone would take more than a whole file may.
    let map = format!("begincmap {}1 beginbfchar <41> <0416> endbfchar endcmap", " ".repeat(1 << 20));
    let map = packed(map.as_bytes());
    let mut file = Vec::from("%PDF-1.7\n2 0 obj << /Type /Font /Subtype /Type1 /ToUnicode 3 0 R >> endobj\n");
    file.extend(format!("3 0 obj << /Filter /FlateDecode /Length {} >> stream\n", map.len()).bytes());
    file.extend(map);
    file.extend(b"\nendstream endobj\n4 0 obj << /Length 22 >> stream\nBT /F 9 Tf (A) Tj ET  \nendstream endobj\n");
    let page = "<< /Type /Page /Contents 4 0 R /Resources << /Font << /F 2 0 R >> >> >>";
    file.extend((10..210).flat_map(|number| format!("{number} 0 obj {page} endobj\n").into_bytes()));
    check(Kind::Pdf, file, &["Ж"; 200].join("\n\n"));
}

#[test]
fn what_is_too_long_is_a_problem_and_the_next_is_read() {
    let mut lines = Vec::from(b"{\"text\": \"");
    lines.resize(MAX_BYTES + 1, b'a');
    lines.extend(b"\"}\n{\"text\": \"b\"}\n");
    check(
        Kind::JsonLines,
        lines,
        "file:1: found `a line of more than 32 MiB`, expected a shorter one; split it\n[line 2]\nb",
    );
    let mut feed = Vec::from(b"<rss><item><description>");
    feed.resize(MAX_BYTES + 100, b'a');
    feed.extend(b"</description></item><item><description>b</description></item></rss>");
    check(
        Kind::Feed,
        feed,
        "file:1: found `entry 1 of more than 32 MiB`, expected a shorter one; split it\n[entry 2]\nb",
    );
    for kind in [Kind::Text, Kind::Html, Kind::Markdown, Kind::Mail, Kind::Pdf, Kind::Docx] {
        check(
            kind,
            vec![b'a'; MAX_BYTES + 1],
            "file:1: found `a document of more than 32 MiB`, expected a shorter one; split it",
        );
    }
}

#[test]
fn what_unpacks_to_too_much_is_a_problem() {
    let text = "a".repeat(MAX_BYTES + 1);
    let bomb = docx(&format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"), "");
    assert!(bomb.len() < 1 << 20);
    check(
        Kind::Docx,
        bomb,
        "file:1: found `an unpacked document of more than 32 MiB`, expected a shorter one; split it",
    );
    let twice = packed(&packed(&vec![b' '; MAX_BYTES]));
    let pages: String = (10..60).map(|n| format!("{n} 0 obj << /Type /Page /Contents 9 0 R >> endobj ")).collect();
    let mut file = Vec::from(pages);
    file.extend(format!("9 0 obj << /Filter [/FlateDecode /FlateDecode] /Length {} >> stream\n", twice.len()).bytes());
    file.extend(twice);
    file.extend(b"\nendstream endobj");
    let problem = "file:1: found `a PDF that unpacks to too much`, expected a plainer PDF; only its beginning was read\n\
                   file:1: found `a PDF that has no text`, expected text; run OCR first";
    check(Kind::Pdf, file, problem);
}

#[test]
fn the_caller_may_break_off() {
    let mut n_given = 0;
    read_documents(Kind::JsonLines, "file", &mut &b"{\"text\": \"a\"}\n{\"text\": \"b\"}\n"[..], &mut |_| {
        n_given += 1;
        ControlFlow::Break(())
    });
    assert_eq!(n_given, 1);
}
