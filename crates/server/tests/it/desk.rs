//! Reading documents and deciding on what was read, asked as browsers would.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock, Weak};

use accounts::{Accounts, Purpose, Role, Work};
use axum::Router;
use axum::body::Body as HttpBody;
use axum::http::{Method, Request};
use http_body_util::BodyExt;
use jiff::Timestamp;
use ledger::{Head, Receipt, canon};
use model::{Body, Entry, Fact, Seq, Subject};
use register::{House, Register, Status};
use server::{Access, Shared, Writer, Writing};
use tower::ServiceExt;

use crate::asking::Answer;
use crate::invented;

const PASSWORD: &str = "mill wheel river boat";
/// Upper Mill and Nether Mill are in the small gazetteer; nobody ever wrote this.
const TEXT: &str = "Upper Mill and Nether Mill have been sister cities since 1991.\n\
    A delegation from Upper Mill visited Nether Mill in May 2019.\n\
    The mayor of Upper Mill said: <script>alert(1)</script> & \"more\" to come.\n";

fn noon() -> Timestamp {
    "2024-05-31T12:00:00Z".parse().unwrap()
}

/// A ledger in memory that the workbench shows.
#[derive(Debug, Default)]
struct Kept {
    entries: Mutex<Vec<Entry>>,
    shared: OnceLock<Weak<Shared>>,
}

impl Kept {
    fn add(&self, bodies: &[Body]) -> Receipt {
        let mut entries = self.entries.lock().unwrap();
        let (mut names, mut n_added) = (Vec::new(), 0);
        for body in bodies {
            let name = canon::encode(body).name;
            names.push(name);
            if entries.iter().all(|entry| entry.name != name) {
                let seq = Seq(entries.len() as u64 + 1);
                entries.push(Entry { seq, name, recorded_at: noon(), body: body.clone() });
                n_added += 1;
            }
        }
        let shared = self.shared.get().unwrap().upgrade().unwrap();
        shared.replace(Arc::new(folded(&entries)), format!("b3:{}", entries.len()));
        Receipt { n_added, n_skipped: bodies.len() - n_added, names, head: Head::START }
    }

    fn register(&self) -> Register {
        folded(&self.entries.lock().unwrap())
    }
}

fn folded(entries: &[Entry]) -> Register {
    let mut register = Register::new(House::default());
    register.apply(entries.to_vec());
    register
}

#[derive(Debug)]
struct ToKept(Arc<Kept>);

impl Writer for ToKept {
    fn append(&self, bodies: Vec<Body>) -> Writing<'_> {
        let receipt = self.0.add(&bodies);
        Box::pin(async move { Ok(receipt) })
    }
}

/// A workbench that reads, writes, and knows people.
struct Bench {
    app: Router,
    kept: Arc<Kept>,
    accounts: Accounts,
    shared: Arc<Shared>,
}

impl Bench {
    async fn new() -> Self {
        let accounts = Accounts::open_in_memory(Work::LEAST).await.unwrap();
        let access = Access { accounts: accounts.clone(), now: noon, is_secure: false, is_behind_proxy: false };
        let kept = Arc::new(Kept::default());
        let shared = Shared::new(invented::site(), Arc::new(Register::new(House::default())), "no entries".into());
        let shared = shared.with_access(access).with_gazetteer(Arc::new(gazetteer::build::tiny()));
        let shared = Arc::new(shared.with_writer(Arc::new(ToKept(Arc::clone(&kept)))));
        kept.shared.set(Arc::downgrade(&shared)).unwrap();
        Self { app: server::router(Arc::clone(&shared)), kept, accounts, shared }
    }

    fn visitor(&self) -> Browser {
        Browser { app: self.app.clone(), cookies: BTreeMap::new() }
    }

    async fn signed_in(&self, name: &str, role: Role) -> Browser {
        let link = self.accounts.make_link(&Purpose::Invitation(role), noon()).await.unwrap();
        self.accounts.settle(&link, name, PASSWORD, noon()).await.unwrap();
        let mut browser = self.visitor();
        let fields = [("name", name), ("password", PASSWORD), ("next", "")];
        assert_eq!(browser.post("/sign-in", "/sign-in", &fields).await.status, 303);
        browser
    }

    /// The source whose text was proposed.
    fn source(&self) -> String {
        let register = self.kept.register();
        let id = register.source_ids().find(|id| id.as_str().starts_with("text-")).unwrap();
        id.to_string()
    }

    /// The first claim on a tie that is as wanted, and its name.
    fn claim(&self, is_wanted: impl Fn(&Fact) -> bool) -> String {
        let register = self.kept.register();
        let mut keys = register.claim_keys();
        let key = keys.find(|key| is_wanted(&register.known(*key).claim.fact)).unwrap();
        register.known(key).name.to_string()
    }

    fn status(&self, name: &str) -> Status {
        let register = self.kept.register();
        register.known(register.claim_named(&name.parse().unwrap()).unwrap()).status
    }

    fn n_reviews(&self, name: &str) -> usize {
        self.kept.register().reviews_of(&name.parse().unwrap()).count()
    }
}

/// A browser: it keeps cookies.
struct Browser {
    app: Router,
    cookies: BTreeMap<String, String>,
}

impl Browser {
    async fn get(&mut self, address: &str) -> Answer {
        self.ask(&Method::GET, address, "", Vec::new()).await
    }

    async fn ask(&mut self, method: &Method, address: &str, content_type: &str, body: Vec<u8>) -> Answer {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut request = Request::builder().method(method).uri(address).header("host", "127.0.0.1:8080");
        for (name, value) in [("cookie", cookies.join("; ")), ("content-type", content_type.to_owned())] {
            if !value.is_empty() {
                request = request.header(name, value);
            }
        }
        let response = self.app.clone().oneshot(request.body(HttpBody::from(body)).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        for set in parts.headers.get_all("set-cookie") {
            let (name, value) = set.to_str().unwrap().split(';').next().unwrap().split_once('=').unwrap();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        Answer { status: parts.status, headers: parts.headers, body: body.collect().await.unwrap().to_bytes() }
    }

    async fn csrf(&mut self, page: &str) -> String {
        let answer = self.get(page).await;
        assert_eq!(answer.status, 200, "{page}: {}", answer.text());
        answer.page().all("input[name=csrf]")[0].attr("value").unwrap().to_owned()
    }

    /// Posts a form of a page.
    async fn post(&mut self, page: &str, address: &str, fields: &[(&str, &str)]) -> Answer {
        let csrf = self.csrf(page).await;
        let fields = [("csrf", csrf.as_str())].into_iter().chain(fields.iter().copied());
        let body: Vec<String> = fields.map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        self.ask(&Method::POST, address, "application/x-www-form-urlencoded", body.join("&").into_bytes()).await
    }

    /// Posts fields, and files as name and bytes.
    async fn upload(&mut self, address: &str, fields: &[(&str, &str)], files: &[(&str, &[u8])]) -> Answer {
        let mut body = Vec::new();
        for (name, value) in fields {
            let head = format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(head.as_bytes());
        }
        for (name, bytes) in files {
            let head = format!(
                "--edge\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\
                 Content-Type: application/octet-stream\r\n\r\n"
            );
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"--edge--\r\n");
        self.ask(&Method::POST, address, "multipart/form-data; boundary=edge", body).await
    }

    /// Reads a text and proposes it.
    async fn propose(&mut self, text: &str) -> Answer {
        let read = self.upload("/read", &[("text", text)], &[]).await;
        assert_eq!(read.status, 200, "{}", read.text());
        let page = read.page();
        let document = page.all("input[name=document]");
        let Some(document) = document.first() else { return read };
        let (csrf, document) = (self.csrf("/read").await, document.attr("value").unwrap());
        self.upload("/read/propose", &[("csrf", &csrf), ("document", document)], &[]).await
    }

    /// Decides on a claim as the page shows it.
    async fn decide(&mut self, source: &str, claim: &str, fields: &[(&str, &str)]) -> Answer {
        let page = format!("/review/{source}");
        let seen = self.seen(source, claim).await;
        let fields: Vec<_> = [("seen", seen.as_str())].into_iter().chain(fields.iter().copied()).collect();
        self.post(&page, &format!("{page}/{claim}"), &fields).await
    }

    async fn seen(&mut self, source: &str, claim: &str) -> String {
        let answer = self.get(&format!("/review/{source}")).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        let page = answer.page();
        page.all(&format!("#claim-{claim} input[name=seen]"))[0].attr("value").unwrap().to_owned()
    }
}

fn encoded(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    };
    text.bytes().map(byte).collect()
}

fn is_standing(fact: &Fact) -> bool {
    matches!(fact, Fact::TieStands { .. })
}

#[tokio::test]
async fn a_visitor_sees_what_a_text_says_and_nothing_is_kept() {
    let bench = Bench::new().await;
    let mut visitor = bench.visitor();
    let page = visitor.get("/read").await.page();
    assert!(page.has("form#read textarea[name=text]") && !page.has("input[type=file]"));
    let read = visitor.upload("/read", &[("text", &TEXT.replace('\n', "\r\n"))], &[]).await;
    assert_eq!(read.header("cache-control"), "private, no-store");
    let page = read.page();
    // The text, letter by letter, whatever stands in it.
    let text: String = page.one(".desk-words .text").text().collect();
    assert_eq!(text, TEXT);
    assert!(!page.has(".desk-words script"));
    for item in page.all(".items > li") {
        let words = item.attr("data-words").unwrap();
        let items = page.one(&format!("mark[id='{words}']")).attr("data-items").unwrap();
        assert!(items.split(' ').any(|id| Some(id) == item.attr("id")), "{words} does not lead back");
    }
    assert!(page.text(".items").contains("Upper Mill – Nether Mill"), "{}", page.text(".items"));
    assert!(page.text(".names").contains("Nether Mill, Coast, XB"), "{}", page.text(".names"));
    assert!(page.text(".propose").contains("signs in") && !page.has(".propose button"), "{}", page.text(".propose"));
    assert!(bench.kept.entries.lock().unwrap().is_empty());
    // The bounds of visitors.
    assert_eq!(visitor.upload("/read", &[], &[("a.txt", b"Mill")]).await.status, 401);
    assert_eq!(visitor.upload("/read", &[("text", &"a ".repeat(100_000))], &[]).await.status, 413);
    assert_eq!(visitor.upload("/read", &[("text", " \n")], &[]).await.status, 400);
    assert_eq!(visitor.upload("/read", &[("text", "Mill"), ("date", "soon")], &[]).await.status, 400);
    assert_eq!(visitor.upload("/read", &[("txt", "Mill")], &[]).await.status, 400);
    assert_eq!(visitor.upload("/read/propose", &[("document", "{}")], &[]).await.status, 401);
}

#[tokio::test]
async fn a_text_is_proposed_once() {
    let bench = Bench::new().await;
    let mut clerk = bench.signed_in("clerk", Role::Contributor).await;
    let first = clerk.propose(TEXT).await;
    assert_eq!(first.status, 200, "{}", first.text());
    assert_eq!(first.page().one("#proposed li").attr("data-new"), Some("true"));
    let n_entries = bench.kept.entries.lock().unwrap().len();
    assert!(n_entries > 5);
    assert_eq!(bench.kept.register().source(&bench.source().parse_id()).unwrap().text.as_deref(), Some(TEXT));
    // Read again, there is nothing to propose; sent again, it adds nothing and says so.
    let again = clerk.propose(TEXT).await.page();
    assert!(again.text(".propose").contains("Nothing in it is new"), "{}", again.text(".propose"));
    let carried = serde_json::json!({"text": TEXT, "title": null, "published": null, "language": null, "address": null, "file": "", "part": ""});
    let csrf = clerk.csrf("/read").await;
    let fields = [("csrf", csrf.as_str()), ("document", &carried.to_string())];
    let again = clerk.upload("/read/propose", &fields, &[]).await.page();
    assert_eq!(again.one("#proposed li").attr("data-new"), Some("false"));
    assert!(again.text("#proposed").contains("nothing was added"), "{}", again.text("#proposed"));
    assert_eq!(bench.kept.entries.lock().unwrap().len(), n_entries);
    let unstamped = clerk.upload("/read/propose", &fields[1..], &[]).await;
    assert_eq!(unstamped.status, 403);
}

trait ParseId {
    fn parse_id(&self) -> model::SourceId;
}

impl ParseId for String {
    fn parse_id(&self) -> model::SourceId {
        model::SourceId::parse(self).unwrap()
    }
}

#[tokio::test]
async fn a_file_that_cannot_be_read_loses_no_other() {
    let bench = Bench::new().await;
    let mut clerk = bench.signed_in("clerk", Role::Contributor).await;
    let large = vec![b'a'; (4 << 20) + 1];
    let html =
        b"<html lang=en><title>News</title><article><p>Upper Mill and Nether Mill are twins.</p></article></html>";
    let files: [(&str, &[u8]); 5] = [
        ("a.png", b"\x89PNG\r\n\x1a\n"),
        ("news.html", html),
        ("quiet.txt", b"It rained."),
        ("large.txt", &large),
        ("broken.pdf", b"%PDF-1.7 and no more"),
    ];
    let read = clerk.upload("/read", &[("text", TEXT)], &files).await;
    let page = read.page();
    assert_eq!(page.all("section.desk-text").len(), 2, "{}", read.text());
    let problems = page.text("#problems");
    for name in ["a.png", "large.txt", "broken.pdf"] {
        assert!(problems.contains(name), "{problems}");
    }
    assert!(page.text("#silent").contains("It rained"), "{}", page.text("#silent"));
    assert_eq!(page.all("form[action='/read/propose']").len(), 3, "each, and all at once");
    let many: Vec<(&str, &[u8])> = (0..21).map(|_| ("a.txt", b"It rained.".as_slice())).collect();
    let page = clerk.upload("/read", &[], &many).await.page();
    assert!(page.text("#problems").contains("more than 20 files"), "{}", page.text("#problems"));
}

#[tokio::test]
async fn what_waits_is_accepted_undone_rejected_and_amended() {
    let bench = Bench::new().await;
    let mut reviewer = bench.signed_in("archivist", Role::Reviewer).await;
    reviewer.propose(TEXT).await;
    let (source, tie) = (bench.source(), bench.claim(is_standing));
    let queue = reviewer.get("/review").await.page();
    assert_eq!(queue.links("#queue a"), [format!("/review/{source}")]);
    let page = reviewer.get(&format!("/review/{source}")).await.page();
    let text: String = page.one(".desk-words .text").text().collect();
    assert_eq!(text, TEXT);
    let card = page.text(&format!("#claim-{tie}"));
    assert!(card.contains("Upper Mill") && card.contains("Nether Mill") && card.contains("waits for review"), "{card}");

    let done = reviewer.decide(&source, &tie, &[("do", "accept")]).await;
    assert_eq!(done.status, 303, "{}", done.text());
    assert!(done.header("location").starts_with(&format!("/review/{source}?done={tie}")));
    assert_eq!(bench.status(&tie), Status::Counts);
    // It shows at once, with its names.
    let ties = reviewer.get("/").await.page();
    assert!(ties.text("#ties").contains("Upper Mill"), "{}", ties.text("#ties"));
    let back = reviewer.get(done.header("location").split('#').next().unwrap()).await.page();
    assert!(back.text("#done").contains("counts") && back.has("#done button[value=undo]"), "{}", back.text("#done"));

    assert_eq!(reviewer.decide(&source, &tie, &[("do", "undo")]).await.status, 303);
    assert_eq!((bench.status(&tie), bench.n_reviews(&tie)), (Status::Proposed, 2));
    assert_eq!(reviewer.decide(&source, &tie, &[("do", "undo")]).await.status, 400);
    let reject = [("do", "reject"), ("reason", "another mill")];
    assert_eq!(reviewer.decide(&source, &tie, &reject).await.status, 303);
    assert_eq!(bench.status(&tie), Status::Rejected);
    assert_eq!(reviewer.decide(&source, &tie, &[("do", "undo")]).await.status, 303);

    let amend = [("do", "amend"), ("held", "1992/.."), ("reason", "wrong year"), ("class", "full")];
    let amended = reviewer.decide(&source, &tie, &amend).await;
    assert_eq!(amended.status, 303, "{}", amended.text());
    assert_eq!(bench.status(&tie), Status::Rejected);
    let register = bench.kept.register();
    let new =
        register.claim_keys().map(|key| register.known(key)).find(|known| known.claim.held.to_string() == "1992/..");
    assert!(new.unwrap().counts());
    assert_eq!(new.unwrap().claim.maker.name, "archivist");
    let visit = bench.claim(|fact| matches!(fact, Fact::Activity(_)));
    for (field, value) in [("held", "soon"), ("kind", "wedding"), ("other-0", "Nowhere at all")] {
        let answer = reviewer.decide(&source, &visit, &[("do", "amend"), (field, value)]).await;
        assert_eq!(answer.status, 400, "{field}");
    }
    // An amendment is undone, and made again.
    assert_eq!(reviewer.decide(&source, &tie, &[("do", "undo")]).await.status, 303);
    assert_eq!(bench.status(&tie), Status::Proposed);
    assert_eq!(reviewer.decide(&source, &tie, &amend).await.status, 303);
    let register = bench.kept.register();
    let new =
        register.claim_keys().map(|key| register.known(key)).find(|known| known.claim.held.to_string() == "1992/..");
    assert!(new.unwrap().counts(), "the same amendment counts again");
}

#[tokio::test]
async fn two_who_decide_at_once_lose_nothing() {
    let bench = Bench::new().await;
    let mut first = bench.signed_in("archivist", Role::Reviewer).await;
    let mut second = bench.signed_in("clerk", Role::Reviewer).await;
    first.propose(TEXT).await;
    let (source, tie) = (bench.source(), bench.claim(is_standing));
    let seen = second.seen(&source, &tie).await;
    assert_eq!(first.decide(&source, &tie, &[("do", "accept")]).await.status, 303);
    let (page, address) = (format!("/review/{source}"), format!("/review/{source}/{tie}"));
    let reject = [("do", "reject"), ("reason", "another <b>mill</b>"), ("seen", seen.as_str())];
    let conflict = second.post(&page, &address, &reject).await;
    assert_eq!(conflict.status, 409);
    assert_eq!((bench.status(&tie), bench.n_reviews(&tie)), (Status::Counts, 1), "nothing is overwritten");
    let page = conflict.page();
    assert!(page.text("#decisions").contains("archivist"), "{}", page.text("#decisions"));
    // Deciding anew sends the same form with what has now been seen.
    let fields: Vec<(String, String)> = page
        .all("form[method=post] input[type=hidden]")
        .iter()
        .filter(|input| input.parent().is_some())
        .map(|input| (input.attr("name").unwrap().to_owned(), input.attr("value").unwrap().to_owned()))
        .filter(|(name, _)| name != "csrf")
        .collect();
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert!(fields.contains(&("reason", "another <b>mill</b>")));
    assert_eq!(second.post(&format!("/review/{source}"), &address, &fields).await.status, 303);
    assert_eq!((bench.status(&tie), bench.n_reviews(&tie)), (Status::Rejected, 2), "both are kept, the later counts");
    let card = first.get(&format!("/review/{source}")).await.page().text(&format!("#claim-{tie}"));
    assert!(card.contains("accepted · archivist") && card.contains("rejected · clerk: another <b>mill</b>"), "{card}");
}

#[tokio::test]
async fn all_of_a_source_are_accepted_but_those_that_came_later() {
    let bench = Bench::new().await;
    let mut reviewer = bench.signed_in("archivist", Role::Reviewer).await;
    reviewer.propose(TEXT).await;
    let source = bench.source();
    let page = format!("/review/{source}");
    let none = reviewer.post(&page, &page, &[("upto", "1")]).await;
    assert!(none.header("location").contains("n=0"), "{}", none.header("location"));
    let upto = reviewer.get(&page).await.page().one("input[name=upto]").attr("value").unwrap().to_owned();
    assert_eq!(reviewer.post(&page, &page, &[("upto", &upto)]).await.status, 303);
    let register = bench.kept.register();
    assert!(register.claim_keys().all(|key| register.known(key).counts()));
    assert!(reviewer.get("/review").await.page().text("#sentence").contains("Nothing waits"));
}

#[tokio::test]
async fn only_reviewers_decide_and_anybody_looks() {
    let bench = Bench::new().await;
    let mut clerk = bench.signed_in("clerk", Role::Contributor).await;
    clerk.propose(TEXT).await;
    let (source, tie) = (bench.source(), bench.claim(is_standing));
    let mut visitor = bench.visitor();
    for address in
        ["/review", "/review?lang=ru", "/read?lang=ru", &format!("/review/{source}?lang=ru&true_on=2020-01-01")]
    {
        let answer = visitor.get(address).await;
        assert_eq!(answer.status, 200, "{address}: {}", answer.text());
        let main = answer.page().text("main");
        assert!(!main.contains("desk-"), "{address}: {main}");
    }
    let page = visitor.get(&format!("/review/{source}")).await.page();
    assert!(page.has(&format!("#claim-{tie}")) && !page.has(".decide") && !page.has("#accept-all"));
    let address = format!("/review/{source}/{tie}");
    assert_eq!(
        visitor.ask(&Method::POST, &address, "application/x-www-form-urlencoded", b"do=accept".to_vec()).await.status,
        401
    );
    assert_eq!(clerk.post("/review", &address, &[("do", "accept"), ("seen", "")]).await.status, 403);
    assert_eq!(bench.n_reviews(&tie), 0);
    assert_eq!(visitor.get("/review/nowhere").await.status, 404);
    // The claim and its tie lead here.
    let claim = visitor.get(&format!("/claims/{tie}")).await.page();
    assert_eq!(claim.links("#to-review"), [format!("/review/{source}#claim-{tie}")]);
    drop(bench.shared);
}

#[tokio::test]
async fn another_place_is_picked_and_described() {
    let bench = Bench::new().await;
    let mut reviewer = bench.signed_in("archivist", Role::Reviewer).await;
    reviewer.propose("Nether Mill, Beeland, and Mill, Aland, are sister cities. Upper Mill is near.").await;
    let (source, tie) = (bench.source(), bench.claim(is_standing));
    let page = reviewer.get(&format!("/review/{source}")).await.page();
    let other = page.all(&format!("#claim-{tie} select[name^=party-] option:not([selected])"));
    let (field, value) = other
        .iter()
        .find_map(|option| {
            let select = scraper::ElementRef::wrap(option.parent()?)?;
            Some((select.attr("name")?.to_owned(), option.attr("value")?.to_owned()))
        })
        .expect("another Mill is offered");
    let answer =
        reviewer.decide(&source, &tie, &[("do", "amend"), (&field, &value), ("reason", "the other Mill")]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let register = bench.kept.register();
    let id = model::PartyId::parse(&value).unwrap();
    let party = register.party(register.party_key(&id).unwrap());
    assert_eq!(party.name, "Mill", "it is described");
    let is_new = |claim: &model::Claim| matches!(&claim.subject, Subject::Tie(tie) if tie.has(&id));
    assert!(register.claim_keys().any(|key| register.known(key).counts() && is_new(&register.known(key).claim)));
}
