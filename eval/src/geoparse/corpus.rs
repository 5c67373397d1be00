//! The two shapes of labeled corpora: Local-Global Lexicon (`<articles><article docid=…>`) and GeoVirus.
//!
//! Both are XML with one text per article and its toponyms by first and one past the last character. GeoVirus counts
//! characters from 1 and gives no document ids, so articles are numbered from 0; here every position counts from 0.

use std::io::Read;

use anyhow::{Context, Result, bail};
use camino::Utf8Path;
use quick_xml::Reader;
use quick_xml::events::Event;

/// A labeled text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Document {
    /// Its id, or its number among the articles.
    pub(crate) id: String,
    /// The text.
    pub(crate) text: String,
    /// What is labeled in it, in the order of the file.
    pub(crate) gold: Vec<Gold>,
}

/// A labeled toponym.
#[derive(Debug, Clone, Default)]
pub(crate) struct Gold {
    /// First character, from 0.
    pub(crate) start: usize,
    /// One past its last character.
    pub(crate) end: usize,
    /// As written.
    pub(crate) name: String,
    /// Degrees north and east, if the corpus says where it is.
    pub(crate) point: Option<(f64, f64)>,
}

/// What a corpus counts as a toponym.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Local-Global Lexicon: "French" and "Egyptians" are labeled too.
    Lgl,
    /// GeoVirus: names only.
    GeoVirus,
}

/// A corpus.
#[derive(Debug)]
pub(crate) struct Corpus {
    /// Which shape it has.
    pub(crate) kind: Kind,
    /// Its documents, in the order of the file.
    pub(crate) documents: Vec<Document>,
}

/// Reads a file whole, unpacking it if its name says so.
pub(crate) fn text_of(path: &Utf8Path) -> Result<String> {
    let file = fs_err::File::open(path)?;
    let mut text = String::new();
    if path.extension() == Some("zst") {
        zstd::Decoder::new(file)?.read_to_string(&mut text)
    } else {
        std::io::BufReader::new(file).read_to_string(&mut text)
    }
    .with_context(|| format!("{path} is not text"))?;
    Ok(text)
}

/// Reads a corpus of either shape.
pub(crate) fn read(path: &Utf8Path) -> Result<Corpus> {
    let text = text_of(path)?;
    let kind = if text.contains("<locations") {
        Kind::GeoVirus
    } else if text.contains("<toponyms") {
        Kind::Lgl
    } else {
        bail!("{path} has neither <toponyms> nor <locations>");
    };
    let documents = documents(&text).with_context(|| path.to_string())?;
    Ok(Corpus { kind, documents })
}

fn documents(xml: &str) -> Result<Vec<Document>> {
    let mut reader = Reader::from_str(xml);
    let mut documents: Vec<Document> = Vec::new();
    let mut here = Here::default();
    loop {
        match reader.read_event()? {
            Event::Start(tag) => {
                let name = tag.name().as_ref().to_owned();
                if name == "article" {
                    here.document = Document { id: documents.len().to_string(), ..Document::default() };
                    if let Some(id) = tag.try_get_attribute("docid")? {
                        here.document.id = id.value.into_owned();
                    }
                }
                here.path.push(name);
                here.text.clear();
            }
            Event::Text(part) => here.text.push_str(&part),
            Event::CData(part) => here.text.push_str(&part),
            Event::GeneralRef(part) => {
                let letter = match part.resolve_char_ref()? {
                    Some(letter) => letter.to_string(),
                    None => quick_xml::escape::resolve_predefined_entity(&part).unwrap_or_default().to_owned(),
                };
                here.text.push_str(&letter);
            }
            Event::End(_) => {
                here.end();
                if here.path.pop().as_deref() == Some("article") {
                    documents.push(std::mem::take(&mut here.document));
                }
            }
            Event::Eof => return Ok(documents),
            _ => {}
        }
    }
}

/// Where the reader stands, and what it has of the article so far.
#[derive(Default)]
struct Here {
    path: Vec<String>,
    text: String,
    document: Document,
    gold: Gold,
    lat: Option<f64>,
    lon: Option<f64>,
}

impl Here {
    /// Takes what the element that ends holds.
    fn end(&mut self) {
        let [.., parent, name] = self.path.as_slice() else { return };
        let text = self.text.trim();
        match (parent.as_str(), name.as_str()) {
            ("article", "text") => self.document.text = std::mem::take(&mut self.text),
            ("toponym" | "location", "start") => self.gold.start = text.parse().unwrap_or(0),
            ("toponym" | "location", "end") => self.gold.end = text.parse().unwrap_or(0),
            ("toponym", "phrase") | ("location", "name") => self.gold.name = text.to_owned(),
            (_, "lat") => self.lat = text.parse().ok(),
            (_, "lon") => self.lon = text.parse().ok(),
            (_, "toponym" | "location") => {
                let mut gold = std::mem::take(&mut self.gold);
                gold.point = self.lat.take().zip(self.lon.take());
                place(&self.document.text, &mut gold);
                self.document.gold.push(gold);
            }
            _ => {}
        }
    }
}

/// Moves a label that counts characters from 1.
fn place(text: &str, gold: &mut Gold) {
    let at = |start: usize| text.chars().skip(start).take(gold.end.saturating_sub(gold.start)).eq(gold.name.chars());
    if !at(gold.start) && gold.start > 0 && at(gold.start - 1) {
        gold.start -= 1;
        gold.end -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Document, name, start, end, point.
    type Row<'a> = (&'a str, &'a str, usize, usize, Option<(f64, f64)>);

    fn check(xml: &str, expected: &[Row<'_>]) {
        let documents = documents(xml).unwrap();
        let found: Vec<_> = documents
            .iter()
            .flat_map(|document| {
                document
                    .gold
                    .iter()
                    .map(|gold| (document.id.as_str(), gold.name.as_str(), gold.start, gold.end, gold.point))
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn both_shapes_count_characters_from_zero() {
        check(
            "<articles><article docid=\"7\"><text><![CDATA[É & Mill, Vale.]]></text><toponyms count=\"2\"><toponym><start>4</start>\
             <end>8</end><phrase>Mill</phrase><gaztag><name>Mill</name><lat>1.5</lat><lon>-2</lon></gaztag></toponym>\
             <toponym><start>10</start><end>14</end><phrase>Vale</phrase></toponym></toponyms></article></articles>",
            &[("7", "Mill", 4, 8, Some((1.5, -2.0))), ("7", "Vale", 10, 14, None)],
        );
        check(
            "<articles><article><text>É &amp; Mill.</text><locations><location><name>Mill</name><start>5</start><end>9</end>\
             <lat>1.5</lat><lon>-2</lon></location></locations></article></articles>",
            &[("0", "Mill", 4, 8, Some((1.5, -2.0)))],
        );
    }
}
