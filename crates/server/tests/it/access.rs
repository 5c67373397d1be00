//! Signing in, and what one may do then: asked as a browser would, with cookies and forms.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use accounts::{Accounts, Purpose, Role, Work};
use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request};
use http_body_util::BodyExt;
use jiff::Timestamp;
use server::{Access, Shared};
use tower::ServiceExt;

use crate::asking::Answer;
use crate::invented;

const PASSWORD: &str = "mill wheel river boat";
const START: i64 = 1_800_000_000;

fn noon() -> Timestamp {
    Timestamp::from_second(START).unwrap()
}

/// A workbench with accounts.
struct Bench {
    app: Router,
    accounts: Accounts,
}

impl Bench {
    async fn new() -> Self {
        Self::with(noon, false).await
    }

    async fn with(now: fn() -> Timestamp, is_secure: bool) -> Self {
        let accounts = Accounts::open_in_memory(Work::LEAST).await.unwrap();
        let access = Access { accounts: accounts.clone(), now, is_secure, is_behind_proxy: is_secure };
        let shared = Shared::new(invented::site(), Arc::new(invented::register()), "b3:0123456789".into());
        Self { app: server::router(Arc::new(shared.with_access(access))), accounts }
    }

    fn browser(&self) -> Browser {
        Browser { app: self.app.clone(), cookies: BTreeMap::new() }
    }

    /// A browser in which an account of this role is signed in.
    async fn signed_in(&self, name: &str, role: Role) -> Browser {
        let link = self.accounts.make_link(&Purpose::Invitation(role), noon()).await.unwrap();
        self.accounts.settle(&link, name, PASSWORD, noon()).await.unwrap();
        let mut browser = self.browser();
        let answer = browser.sign_in(name, PASSWORD, "").await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        browser
    }
}

/// A browser: it keeps cookies.
struct Browser {
    app: Router,
    cookies: BTreeMap<String, String>,
}

impl Browser {
    async fn get(&mut self, address: &str) -> Answer {
        self.ask(&Method::GET, address, &[], "").await
    }

    async fn ask(&mut self, method: &Method, address: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut request = Request::builder().method(method).uri(address).header("host", "127.0.0.1:8080");
        if !cookies.is_empty() {
            request = request.header("cookie", cookies.join("; "));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = self.app.clone().oneshot(request.body(Body::from(body.to_owned())).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        for set in parts.headers.get_all("set-cookie") {
            let pair = set.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        Answer { status: parts.status, headers: parts.headers, body: body.collect().await.unwrap().to_bytes() }
    }

    /// Posts fields as they are; `csrf` is the caller's.
    async fn send(&mut self, address: &str, fields: &[(&str, &str)], headers: &[(&str, &str)]) -> Answer {
        let encoded = |text: &str| -> String {
            let byte = |byte: u8| match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
                other => format!("%{other:02X}"),
            };
            text.bytes().map(byte).collect()
        };
        let body: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        let form = ("content-type", "application/x-www-form-urlencoded");
        let headers: Vec<_> = [form].iter().chain(headers).copied().collect();
        self.ask(&Method::POST, address, &headers, &body.join("&")).await
    }

    /// The stamp of the forms of a page.
    async fn csrf(&mut self, page: &str) -> String {
        let answer = self.get(page).await;
        assert_eq!(answer.status, 200, "{page}: {}", answer.text());
        let page = answer.page();
        page.all("input[name=csrf]")[0].attr("value").unwrap().to_owned()
    }

    /// Posts a form of a page.
    async fn post(&mut self, page: &str, address: &str, fields: &[(&str, &str)]) -> Answer {
        let csrf = self.csrf(page).await;
        let fields: Vec<_> = [("csrf", csrf.as_str())].iter().chain(fields).copied().collect();
        self.send(address, &fields, &[]).await
    }

    async fn sign_in(&mut self, name: &str, password: &str, next: &str) -> Answer {
        self.post("/sign-in", "/sign-in", &[("name", name), ("password", password), ("next", next)]).await
    }
}

fn header(answer: &Answer, name: &str) -> String {
    answer.header(name).to_owned()
}

#[tokio::test]
async fn the_first_link_makes_an_owner_who_invites_a_second() {
    let bench = Bench::new().await;
    let link = bench.accounts.make_link(&Purpose::First, noon()).await.unwrap();
    let address = format!("/welcome/{}", link.reveal());
    let mut owner = bench.browser();
    // Looking twice, as mail programs do, does not use it up.
    assert_eq!(owner.get(&address).await.status, 200);
    let fields = |name, password, again| [("name", name), ("password", password), ("again", again)];
    for (name, password, again, field) in [
        ("clerk", PASSWORD, "another", "password"),
        ("clerk", "short", "short", "password"),
        ("someone@example.org", PASSWORD, PASSWORD, "name"),
    ] {
        let answer = owner.post(&address, &address, &fields(name, password, again)).await;
        let page = answer.page();
        assert_eq!((answer.status.as_u16(), page.text("#wrong").is_empty()), (422, false), "{name}");
        assert!(page.has(&format!("#{field}[aria-invalid=true][autofocus]")), "{name}: {}", answer.text());
        assert!(!answer.text().contains(PASSWORD), "a password came back");
    }
    let answer = owner.post(&address, &address, &fields("Clerk", PASSWORD, PASSWORD)).await;
    assert_eq!((answer.status.as_u16(), answer.header("location")), (303, "/accounts?done=welcome"));
    assert_eq!(owner.get(&address).await.status, 404, "the link lives");

    let answer = owner.post("/accounts", "/accounts/invite", &[("role", "reviewer")]).await;
    let invitation = answer.page().text("#link code");
    let path = invitation.strip_prefix("http://127.0.0.1:8080").unwrap().to_owned();
    let mut second = bench.browser();
    let page = second.get(&format!("{path}?lang=ru")).await;
    assert!(page.text().contains("рецензент") && page.page().has(&format!("form[action='{path}?lang=ru']")));
    let answer = second.post(&path, &path, &fields("reader", PASSWORD, PASSWORD)).await;
    assert_eq!(answer.header("location"), "/account?done=welcome");
    assert!(second.get("/account").await.page().text("#me").contains("reader"));
    let refused = second.get("/accounts").await;
    assert_eq!(refused.status, 403);
    assert!(refused.page().text("#fault").contains("owner"), "{}", refused.text());
    assert_eq!(second.send("/accounts/invite", &[("role", "owner")], &[]).await.status, 403);
}

#[tokio::test]
async fn who_is_not_signed_in_is_led_to_where_one_can_and_back() {
    let bench = Bench::new().await;
    bench.signed_in("clerk", Role::Owner).await;
    let mut browser = bench.browser();
    let answer = browser.get("/accounts?done=role&lang=ru").await;
    assert_eq!(
        (answer.status.as_u16(), answer.header("location")),
        (303, "/sign-in?next=%2Faccounts%3Fdone%3Drole%26lang%3Dru&lang=ru")
    );
    assert_eq!(answer.header("cache-control"), "private, no-store");
    let page = browser.get(&header(&answer, "location")).await;
    assert_eq!(page.page().one("input[name=next]").attr("value"), Some("/accounts?done=role&lang=ru"));
    assert_eq!(browser.sign_in("clerk", PASSWORD, "/accounts").await.header("location"), "/accounts");
    assert_eq!(browser.get("/sign-in?next=/audit").await.header("location"), "/audit");
    for next in ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "/\t/elsewhere.example"] {
        assert_eq!(browser.sign_out_and_in(next).await, "/", "{next}");
    }
    let mut nobody = bench.browser();
    assert_eq!(nobody.send("/account/tokens", &[("label", "x")], &[]).await.status, 401);
}

impl Browser {
    async fn sign_out_and_in(&mut self, next: &str) -> String {
        let answer = self.post("/account", "/sign-out", &[]).await;
        assert_eq!((answer.status.as_u16(), answer.header("location")), (303, "/"));
        header(&self.sign_in("clerk", PASSWORD, next).await, "location")
    }
}

#[tokio::test]
async fn a_form_from_elsewhere_or_of_another_is_refused() {
    let bench = Bench::new().await;
    let mut clerk = bench.signed_in("clerk", Role::Owner).await;
    let mut other = bench.signed_in("other", Role::Contributor).await;
    let (mine, theirs) = (clerk.csrf("/account").await, other.csrf("/account").await);
    let label = ("label", "sheet");
    for (fields, headers, status) in [
        (vec![label], vec![], 403),
        (vec![("csrf", ""), label], vec![], 403),
        (vec![("csrf", theirs.as_str()), label], vec![], 403),
        (vec![("csrf", mine.as_str()), label], vec![("origin", "https://elsewhere.example")], 403),
        (vec![("csrf", mine.as_str()), label], vec![("origin", "http://127.0.0.1:9090")], 403),
        (vec![("csrf", mine.as_str()), label], vec![("origin", "null")], 403),
        (vec![("csrf", mine.as_str()), label], vec![("sec-fetch-site", "cross-site")], 403),
        (vec![("csrf", mine.as_str()), label, ("more", "1")], vec![], 400),
        (vec![("csrf", mine.as_str())], vec![], 400),
        (vec![("csrf", mine.as_str()), label], vec![("origin", "http://127.0.0.1:8080")], 200),
        (vec![("csrf", mine.as_str()), label], vec![("sec-fetch-site", "same-origin")], 200),
    ] {
        let answer = clerk.send("/account/tokens", &fields, &headers).await;
        assert_eq!(answer.status, status, "{fields:?} {headers:?}: {}", answer.text());
    }
    assert_eq!(bench.accounts.tokens("clerk").await.unwrap().len(), 2);
    // Nobody is signed in by a form elsewhere, either.
    let sign_in = [("name", "clerk"), ("password", PASSWORD), ("csrf", mine.as_str())];
    assert_eq!(bench.browser().send("/sign-in", &sign_in, &[]).await.status, 403);
    let long = "x".repeat(70_000);
    let large = clerk.send("/account/tokens", &[("csrf", &mine), ("label", &long)], &[]).await;
    assert_eq!(large.status, 413, "{}", large.text());
}

#[tokio::test]
async fn cookies_are_out_of_reach_and_go_by_tls_beyond_this_machine() {
    for is_secure in [false, true] {
        let bench = Bench::with(noon, is_secure).await;
        let link = bench.accounts.make_link(&Purpose::First, noon()).await.unwrap();
        bench.accounts.settle(&link, "clerk", PASSWORD, noon()).await.unwrap();
        let mut browser = bench.browser();
        let page = browser.get("/sign-in").await;
        assert_eq!(page.header("cache-control"), "private, no-store");
        let answer = browser.sign_in("clerk", PASSWORD, "").await;
        for set in [page.header("set-cookie"), answer.header("set-cookie")] {
            for part in ["; Path=/", "; HttpOnly", "; SameSite=Lax"] {
                assert!(set.contains(part), "{set}");
            }
            assert_eq!((set.contains("; Secure"), set.starts_with("__Host-")), (is_secure, is_secure), "{set}");
        }
        assert!(answer.header("set-cookie").contains("Max-Age=1209600"));
    }
}

#[tokio::test]
async fn a_session_ends_when_it_was_not_used() {
    static NOW: AtomicI64 = AtomicI64::new(START);
    fn now() -> Timestamp {
        Timestamp::from_second(NOW.load(Ordering::Relaxed)).unwrap()
    }
    let bench = Bench::with(now, false).await;
    let mut clerk = bench.signed_in("clerk", Role::Owner).await;
    let csrf = clerk.csrf("/account").await;
    assert_eq!(clerk.get("/account").await.status, 200);
    NOW.store(START + 86_400, Ordering::Relaxed);
    assert_eq!(clerk.get("/account").await.status, 303);
    assert!(!clerk.get("/").await.text().contains("clerk"));
    assert_eq!(clerk.send("/account/tokens", &[("csrf", &csrf), ("label", "x")], &[]).await.status, 401);
}

#[tokio::test]
async fn trying_passwords_takes_ever_longer() {
    let bench = Bench::new().await;
    bench.signed_in("clerk", Role::Owner).await;
    let mut browser = bench.browser();
    for _ in 0..6 {
        let answer = browser.sign_in("clerk", "a wrong password", "").await;
        assert_eq!(answer.status, 422);
        assert!(answer.page().has("#password[aria-invalid=true][autofocus]"));
        assert!(!answer.text().contains("a wrong password"));
    }
    let answer = browser.sign_in("Clerk", PASSWORD, "").await;
    assert_eq!((answer.status.as_u16(), answer.header("retry-after")), (429, "2"));
    assert!(answer.page().text("#hint").contains('2'));
    // Others are not held up.
    let unknown = browser.sign_in("nobody", PASSWORD, "").await;
    assert_eq!(unknown.status, 422);
}

#[tokio::test]
async fn a_page_for_one_never_reaches_another() {
    let bench = Bench::new().await;
    let mut clerk = bench.signed_in("clerk", Role::Owner).await;
    let mut nobody = bench.browser();
    for address in ["/", "/about", "/places", "/nowhere"] {
        // The one signed in asks first, then the one who is not, and again.
        for _ in 0..2 {
            let mine = clerk.get(address).await;
            assert!(mine.text().contains("clerk") && mine.page().has("form[action='/sign-out']"), "{address}");
            assert_eq!(mine.header("cache-control"), "private, no-store", "{address}");
            let theirs = nobody.get(address).await;
            assert!(!theirs.text().contains("clerk") && !theirs.text().contains("csrf"), "{address}");
            assert!(theirs.page().has(".account a[href^='/sign-in']"), "{address}");
            assert_eq!(theirs.header("set-cookie"), "", "{address}");
        }
    }
    let tag = header(&nobody.get("/").await, "etag");
    assert_eq!(nobody.ask(&Method::GET, "/", &[("if-none-match", &tag)], "").await.status, 304);
    assert_eq!(clerk.ask(&Method::GET, "/", &[("if-none-match", &tag)], "").await.status, 200);
    // A page with a form is stamped for each, and kept for none.
    let stamps = [nobody.csrf("/sign-in").await, nobody.csrf("/sign-in").await, bench.browser().csrf("/sign-in").await];
    assert!(stamps[0] != stamps[1] && stamps[1] != stamps[2]);
    // What programs are given is the same for all, and stays in the cache.
    assert_eq!(clerk.get("/api/ties").await.header("cache-control"), "no-cache");
}

#[tokio::test]
async fn an_owner_stays_and_others_change_at_once() {
    let bench = Bench::new().await;
    let mut clerk = bench.signed_in("clerk", Role::Owner).await;
    let page = clerk.get("/accounts").await.page();
    assert!(!page.has("form[action='/accounts/end']"), "the only owner can be ended");
    let answer = clerk.post("/accounts", "/accounts/end", &[("name", "clerk")]).await;
    assert_eq!(answer.status, 400);
    assert!(answer.page().text("#fault").contains("only owner"));
    let demoted = clerk.post("/accounts", "/accounts/role", &[("name", "clerk"), ("role", "reviewer")]).await;
    assert_eq!(demoted.status, 400);
    let mut second = bench.signed_in("second", Role::Contributor).await;
    assert_eq!(second.get("/accounts").await.status, 403);
    let raised = clerk.post("/accounts", "/accounts/role", &[("name", "second"), ("role", "owner")]).await;
    assert_eq!(raised.header("location"), "/accounts?done=role");
    assert_eq!(second.get("/accounts").await.status, 200);
    let ended = second.post("/accounts", "/accounts/end", &[("name", "clerk")]).await;
    assert_eq!(ended.header("location"), "/accounts?done=ended");
    assert_eq!(clerk.get("/account").await.status, 303, "an ended account is signed in");
    assert!(second.get("/accounts").await.page().text("#accounts").contains("ended on"));
    let reset = second.post("/accounts", "/accounts/reset", &[("name", "second")]).await;
    assert!(reset.page().text("#link").contains("/welcome/"));
    let open = second.get("/accounts").await.page();
    let id = open.one("form[action='/accounts/withdraw'] input[name=id]").attr("value").unwrap().to_owned();
    second.post("/accounts", "/accounts/withdraw", &[("id", &id)]).await;
    assert!(bench.accounts.links(noon()).await.unwrap().is_empty());
}

#[tokio::test]
async fn ones_own_account() {
    let bench = Bench::new().await;
    let mut clerk = bench.signed_in("clerk", Role::Owner).await;
    let mut elsewhere = bench.browser();
    elsewhere.sign_in("clerk", PASSWORD, "").await;
    let new = "five words stand in a row";
    let fields = |old, password, again| [("old", old), ("password", password), ("again", again)];
    for (old, password, again, field) in [
        ("wrong password", new, new, "#old[autofocus]"),
        (PASSWORD, "short", "short", "#password[autofocus]"),
        (PASSWORD, new, "other", "#password[autofocus]"),
    ] {
        let answer = clerk.post("/account", "/account/password", &fields(old, password, again)).await;
        assert_eq!(answer.status, 422);
        assert!(answer.page().has(field), "{field}");
    }
    let changed = clerk.post("/account", "/account/password", &fields(PASSWORD, new, new)).await;
    assert_eq!(changed.header("location"), "/account?done=password");
    assert_eq!(clerk.get("/account?done=password").await.status, 200);
    assert_eq!(elsewhere.get("/account").await.status, 303);
    assert_eq!(elsewhere.sign_in("clerk", PASSWORD, "").await.status, 422);
    assert_eq!(elsewhere.sign_in("clerk", new, "").await.status, 303);
    assert!(clerk.get("/account").await.page().has("form[action='/account/sessions']"));
    clerk.post("/account", "/account/sessions", &[]).await;
    assert_eq!(elsewhere.get("/account").await.status, 303);
}

#[tokio::test]
async fn a_token_reads_and_no_more() {
    let bench = Bench::new().await;
    let mut clerk = bench.signed_in("clerk", Role::Owner).await;
    let made = clerk.post("/account", "/account/tokens", &[("label", "sheet")]).await;
    let token = made.page().all("#token code")[0].inner_html();
    assert!(!clerk.get("/account").await.text().contains(&token), "it is shown again");
    let bearer = format!("Bearer {token}");
    let mut program = bench.browser();
    let mut status = async |address: &str, value: &str| {
        let answer = program.ask(&Method::GET, address, &[("authorization", value)], "").await;
        (answer.status.as_u16(), header(&answer, "www-authenticate"), header(&answer, "content-type"))
    };
    let no = (401, "Bearer".to_owned(), "application/problem+json".to_owned());
    for address in ["/api/ties", "/export/ties.csv"] {
        assert_eq!(status(address, &bearer).await.0, 200, "{address}");
        assert_eq!(status(address, "Bearer twain_0").await, no, "{address}");
        assert_eq!(status(address, "Basic cHJveHk6eA==").await.0, 200, "a proxy's own password is its business");
    }
    let post = program.ask(&Method::POST, "/account/tokens", &[("authorization", &bearer)], "label=x").await;
    assert_eq!(post.status, 401);
    let id = bench.accounts.tokens("clerk").await.unwrap()[0].id.to_string();
    let revoked = clerk.post("/account", "/account/tokens/revoke", &[("id", &id)]).await;
    assert_eq!(revoked.header("location"), "/account?done=revoked");
    let after = program.ask(&Method::GET, "/api/ties", &[("authorization", &bearer)], "").await;
    assert_eq!(after.status, 401);
}

#[tokio::test]
async fn the_audit_tells_every_decision_newest_first() {
    let bench = Bench::new().await;
    let mut nobody = bench.browser();
    let page = nobody.get("/audit").await.page();
    let all = page.all("#audit tbody tr").len();
    assert!(all > 0);
    let times: Vec<_> = page.all("#audit time").iter().map(|time| time.attr("datetime").unwrap().to_owned()).collect();
    assert!(times.windows(2).all(|pair| pair[0] >= pair[1]), "{times:?}");
    for link in page.links("#audit td a") {
        assert_eq!(nobody.get(&link).await.status, 200, "{link}");
    }
    let kinds = ["accept", "reject", "amend", "retraction", "merge", "split"];
    let mut found = 0;
    for kind in kinds {
        found += nobody.get(&format!("/audit?kind={kind}")).await.page().all("#audit tbody tr").len();
    }
    assert_eq!(found, all);
    assert_eq!(nobody.get("/audit?by=nobody+here").await.page().all("#audit").len(), 0);
    assert_eq!(nobody.get("/audit?after=0").await.page().all("#audit").len(), 0);
    assert_eq!(nobody.get("/audit?kind=other").await.status, 400);
    assert_eq!(nobody.get("/audit?after=x").await.status, 400);
}

#[tokio::test]
async fn without_accounts_nobody_signs_in() {
    let shared = Shared::new(invented::site(), Arc::new(invented::register()), "b3:0123456789".into());
    let mut browser = Browser { app: server::router(Arc::new(shared)), cookies: BTreeMap::new() };
    assert!(!browser.get("/").await.page().has(".account"));
    for address in ["/sign-in", "/account", "/accounts", &format!("/welcome/{}", "0".repeat(64))] {
        assert_eq!(browser.get(address).await.status, 403, "{address}");
    }
}
