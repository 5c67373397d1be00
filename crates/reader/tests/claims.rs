//! Readings into claims: what becomes what, and what always holds.

use std::collections::BTreeSet;

use gazetteer::Gazetteer;
use model::{Claim, Fact, Grade, Locator, SourceId, Subject};
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use reader::claims::{About, Nobody, Proposals, is_about_identity, propose};
use reader::{Document, Reader};

fn document(text: &str) -> Document {
    Document {
        title: None,
        published: "2020-11-30".parse().ok(),
        language: Some("en".to_owned()),
        text: text.to_owned(),
    }
}

fn proposals(gazetteer: &Gazetteer, text: &str) -> Proposals {
    let document = document(text);
    let reading = Reader::new(gazetteer).read(&document);
    let source = SourceId::parse("gazette").expect("an id");
    let about = About { source: &source, said_on: document.published, grade: Grade::Report, gazetteer, known: &Nobody };
    propose(&reading, &document, &about)
}

/// A claim in one line.
fn line(claim: &Claim) -> String {
    let subject = match &claim.subject {
        Subject::Party(id) => id.to_string(),
        Subject::Tie(id) | Subject::Relation(id) => id.to_string(),
    };
    let says = match &claim.fact {
        Fact::TieStands { class, word } => format!("{class} “{word}”"),
        Fact::Act(act) => {
            let party = act.party.as_ref().map_or_else(|| "all".to_owned(), ToString::to_string);
            let condition = act.condition.as_ref().map(|text| format!(" if {text}")).unwrap_or_default();
            format!("{} by {party}{condition}", act.kind)
        }
        Fact::Activity(activity) => {
            let light = if activity.light { ", light" } else { "" };
            format!("{}{light}: {}", activity.kind, activity.summary)
        }
        Fact::StatedCount(count) => format!("{} {} {} ({})", count.bound, count.number, count.unit, count.what),
        Fact::Wish(wish) => format!("wish: {wish}"),
        Fact::Named(name) => format!("called {} ({})", name.text, name.language),
        Fact::Identified(identifier) => format!("{} {}", identifier.scheme(), identifier.value()),
        Fact::Is(kind) => format!("is {kind}"),
        Fact::PartOf(whole) => format!("in {whole}"),
        other => format!("{other:?}"),
    };
    format!("{subject} [{}] {says}", claim.held)
}

/// What a text says beside who is who.
fn said(text: &str) -> Vec<String> {
    let gazetteer = gazetteer::build::tiny();
    let all = proposals(&gazetteer, text);
    all.claims.iter().filter(|claim| !is_about_identity(&claim.fact)).map(line).collect()
}

fn check(text: &str, expected: &[&str]) {
    assert_eq!(said(text), expected, "{text}");
}

#[test]
fn ties_stand_since_their_date() {
    check(
        "Upper Mill and Nether Mill have been sister cities since 1991.",
        &["xa.upper-mill~xb-c.nether-mill [1991/..] full “sister cities”"],
    );
}

#[test]
fn a_visit_has_a_side_and_a_month() {
    check(
        "This February a delegation from Upper Mill visited its sister city Nether Mill.",
        &[
            "xa.upper-mill~xb-c.nether-mill [2020-02] visit: A delegation from Upper Mill visited Nether Mill.",
            "xa.upper-mill~xb-c.nether-mill [] full “sister city”",
        ],
    );
}

#[test]
fn a_suspension_is_an_act() {
    let said = said("Upper Mill has suspended its sister city agreement with Nether Mill.");
    assert!(said.iter().any(|line| line.contains("suspended by")), "{said:?}");
    assert!(said.iter().any(|line| line.contains("full")), "{said:?}");
}

#[test]
fn a_new_party_is_described_once_and_before_it_is_needed() {
    let gazetteer = gazetteer::build::tiny();
    let text = "Upper Mill and Nether Mill have been sister cities since 1991. A delegation from Nether Mill visited \
                Upper Mill in May 2019.";
    let claims = proposals(&gazetteer, text).claims;
    let lines: Vec<String> = claims.iter().map(line).collect();
    let of_nether: Vec<&str> =
        lines.iter().map(String::as_str).filter(|line| line.starts_with("xb-c.nether-mill ")).collect();
    let expected = [
        "xb-c.nether-mill [] called Nether Mill (en)",
        "xb-c.nether-mill [] is city",
        "xb-c.nether-mill [] geonames 704",
        "xb-c.nether-mill [] in xb-c",
    ];
    assert!(expected.iter().all(|line| of_nether.iter().filter(|other| other == &line).count() == 1), "{of_nether:?}");
    let first = |is: &dyn Fn(&Claim) -> bool| claims.iter().position(is).unwrap();
    let tie = first(&|claim| matches!(claim.fact, Fact::TieStands { .. }));
    let name = first(&|claim| claim.subject == Subject::Party(model::PartyId::parse("xb-c.nether-mill").unwrap()));
    assert!(name < tie);
    assert!(lines.iter().any(|line| line == "xb-c [] called Coast (en)"), "{lines:?}");
}

#[test]
fn nobody_is_guessed() {
    let gazetteer = gazetteer::build::tiny();
    let text = "The University of Elsewhere signed a cooperation agreement with Mill University.";
    let claims = proposals(&gazetteer, text).claims;
    let unresolved = claims.iter().any(|claim| {
        matches!(&claim.subject, Subject::Party(id) if id.as_str() == "zz.university-of-elsewhere")
            && matches!(&claim.fact, Fact::Has(model::Attribute::Unresolved(_)))
    });
    assert!(unresolved, "{:?}", claims.iter().map(line).collect::<Vec<_>>());
}

#[test]
fn a_text_without_ties_gives_nothing() {
    check("The mill turned all night. Nobody came.", &[]);
    check("", &[]);
}

/// Sentences that each name both sides, so that none needs another to be understood.
const ALONE: [&str; 8] = [
    "Upper Mill and Nether Mill have been sister cities since 1991.",
    "In May 2019 a delegation from Upper Mill visited its sister city Nether Mill.",
    "Upper Mill signed a cooperation agreement with Nether Mill in March 2015.",
    "A delegation from Nether Mill visited Upper Mill on 4 June 2018.",
    "The mill turned all night.",
    "Nobody came to the fair, and the miller slept.",
    "A festival was held by Upper Mill and Nether Mill in August 2017.",
    "Upper Mill and Nether Mill exchanged students in 2016.",
];

/// Anything between sentences: noise, quotation marks, other scripts, broken lines.
fn noise() -> impl Strategy<Value = String> {
    prop_oneof![Just(" ".to_owned()), Just("\n\n".to_owned()), Just(" “— ".to_owned()), "[ -~]{0,12}", "\\PC{0,6}",]
}

fn texts() -> impl Strategy<Value = String> {
    let piece = (prop::sample::select(&ALONE[..]), noise()).prop_map(|(sentence, noise)| format!("{sentence}{noise}"));
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 96,
        failure_persistence: Some(Box::new(FileFailurePersistence::Off)),
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn evidence_is_the_slice_of_the_text(text in texts()) {
        let gazetteer = gazetteer::build::tiny();
        for claim in proposals(&gazetteer, &text).claims {
            match claim.evidence.locator {
                Locator::Bytes { start, end } => {
                    let slice = &text[usize::try_from(start).unwrap()..usize::try_from(end).unwrap()];
                    prop_assert_eq!(&claim.evidence.quote, slice);
                    prop_assert!(!slice.is_empty());
                }
                ref other => prop_assert!(false, "{other:?} of {}", line(&claim)),
            }
        }
    }

    /// Texts are short here, since a longer one is only read when it speaks of ties plainly enough (see `engine::gate`).
    /// Of paragraphs that are understood alone, a document cut after any of them says of activities what the whole says of
    /// them. A tie is one item of the whole document, stated where it is named best and dated by all sentences, so of ties
    /// only the parties must be the same.
    #[test]
    fn a_document_cut_short_says_what_stood_before(
        sentences in prop::collection::vec(prop::sample::select(&ALONE[..]), 1..5),
        cut in 0..4_usize,
    ) {
        let gazetteer = gazetteer::build::tiny();
        let cut = cut.min(sentences.len());
        let (part, whole) = (sentences[..cut].join("\n\n"), sentences.join("\n\n"));
        let before: BTreeSet<String> = facts(&proposals(&gazetteer, &part).claims);
        let after: BTreeSet<String> = facts(&proposals(&gazetteer, &whole).claims);
        prop_assert!(before.is_subset(&after), "lost {:?}", before.difference(&after).collect::<Vec<_>>());
    }

    /// Reading keeps no memory between documents.
    #[test]
    fn the_order_of_documents_does_not_matter(a in texts(), b in texts()) {
        let gazetteer = gazetteer::build::tiny();
        let first = (proposals(&gazetteer, &a), proposals(&gazetteer, &b));
        let second = (proposals(&gazetteer, &b), proposals(&gazetteer, &a));
        prop_assert_eq!(first.0, second.1);
        prop_assert_eq!(first.1, second.0);
    }
}

/// Acts and activities in full, ties by their parties.
fn facts(claims: &[Claim]) -> BTreeSet<String> {
    let fact = |claim: &Claim| match &claim.fact {
        Fact::Act(_) | Fact::Activity(_) => Some(line(claim)),
        Fact::TieStands { .. } => Some(format!("{:?}", claim.subject)),
        _ => None,
    };
    claims.iter().filter_map(fact).collect()
}
