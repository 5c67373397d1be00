//! What a page states about itself: title, day of publication, language, address.

use html5ever::local_name;
use model::PartialDate;

use super::page::Page;
use super::statement::{Statement, statements};
use crate::document::read::Document;
use crate::document::{dates, tags};

/// Names of `<meta>` that give the title, in order of trust.
const TITLES: [&str; 7] =
    ["og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title", "parsely-title", "headline"];

/// Names of `<meta>` that give the day of publication, in order of trust.
const DATES: [&str; 25] = [
    "article:published_time",
    "datepublished",
    "og:published_time",
    "article:published",
    "og:article:published_time",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.date",
    "dc.date",
    "dc.date.created",
    "dcterms.created",
    "citation_publication_date",
    "citation_date",
    "parsely-pub-date",
    "sailthru.date",
    "publication_date",
    "publish_date",
    "publish-date",
    "pubdate",
    "cxenseparse:recs:publishtime",
    "rnews:datepublished",
    "article.published",
    "datecreated",
    "isodatetime",
    "date",
];

/// What the page states; the text is left empty.
pub(super) fn stated(page: &Page) -> Document {
    let statement = statements(page);
    let address = page.canonical.as_deref().and_then(tags::web_address);
    let address = address.or_else(|| meta(page, &["og:url"]).and_then(tags::web_address)).or(statement.url.clone());
    let locale = || meta(page, &["og:locale", "content-language", "dc.language"]).and_then(tags::language);
    Document {
        title: title(page, &statement),
        published: published(page, &statement).or_else(|| address.as_deref().and_then(dates::in_address)),
        language: page.language.as_deref().and_then(tags::language).or_else(locale),
        address,
        ..Document::default()
    }
}

fn meta<'a>(page: &'a Page, names: &[&str]) -> Option<&'a str> {
    let find = |name: &&str| page.metas.iter().find(|meta| meta.name == *name && !meta.content.trim().is_empty());
    names.iter().find_map(find).map(|meta| meta.content.as_str())
}

fn title(page: &Page, statement: &Statement) -> Option<String> {
    let headings = page.elements.iter().filter(|element| element.name == local_name!("h1"));
    let heading = || {
        let headings: Vec<_> = headings.take(2).collect();
        // Two headings of the first rank are as likely the site's as the page's.
        if let [heading] = headings.as_slice() { tags::one_line(&page.raw_text(heading.pieces.clone())) } else { None }
    };
    let stated = statement.headline.as_deref().and_then(super::inline_text);
    let meta = || meta(page, &TITLES).and_then(tags::one_line);
    stated.or_else(meta).or_else(heading).or_else(|| tags::one_line(&page.title))
}

fn published(page: &Page, statement: &Statement) -> Option<PartialDate> {
    let date_of = |name: &&str| meta(page, &[name]).and_then(dates::stated);
    statement.published.or_else(|| DATES.iter().find_map(date_of)).or_else(|| from_times(page))
}

/// `<time>` that says it is the day of publication, else the only day that any `<time>` gives.
fn from_times(page: &Page) -> Option<PartialDate> {
    let dated = |element: &&super::page::Element| element.datetime.is_some();
    let times = page.elements.iter().filter(dated).filter_map(|element| {
        let date = dates::stated(element.datetime.as_deref()?)?;
        let says = element.itemprop.as_deref() == Some("datePublished")
            || ["published", "pubdate", "entry date", "post date", "publish"]
                .iter()
                .any(|mark| element.marks.contains(mark));
        Some((says, date))
    });
    let times: Vec<_> = times.collect();
    if let Some((_, date)) = times.iter().find(|(says, _)| *says) {
        return Some(*date);
    }
    let (_, first) = *times.first()?;
    times.iter().all(|(_, date)| *date == first).then_some(first)
}
