//! Asking the router, and reading what it says.

use std::sync::{Arc, OnceLock};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use http_body_util::BodyExt;
use scraper::{ElementRef, Html, Selector};
use serde_json::Value;
use tower::ServiceExt;

use crate::invented;

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    pub(crate) fn page(&self) -> Page {
        assert!(self.header("content-type").starts_with("text/html"), "{}", self.text());
        Page(Html::parse_document(self.text()))
    }
}

/// A parsed page.
pub(crate) struct Page(pub(crate) Html);

impl Page {
    pub(crate) fn all(&self, css: &str) -> Vec<ElementRef<'_>> {
        self.0.select(&Selector::parse(css).unwrap()).collect()
    }

    pub(crate) fn one(&self, css: &str) -> ElementRef<'_> {
        let found = self.all(css);
        assert_eq!(found.len(), 1, "{css}");
        found[0]
    }

    pub(crate) fn has(&self, css: &str) -> bool {
        !self.all(css).is_empty()
    }

    pub(crate) fn text(&self, css: &str) -> String {
        words(self.one(css))
    }

    pub(crate) fn links(&self, css: &str) -> Vec<String> {
        self.all(css).iter().filter_map(|element| element.attr("href")).map(str::to_owned).collect()
    }
}

/// The words of an element, single blanks between them.
pub(crate) fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The application over the invented register.
pub(crate) fn app() -> Router {
    static SHARED: OnceLock<Arc<server::Shared>> = OnceLock::new();
    server::router(Arc::clone(SHARED.get_or_init(invented::shared)))
}

/// Asks an application with a method and headers.
pub(crate) fn ask(app: Router, method: &Method, address: &str, headers: &[(&str, &str)]) -> Answer {
    let mut request = Request::builder().method(method).uri(address);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    send(app, request.body(Body::empty()).unwrap())
}

fn send(app: Router, request: Request<Body>) -> Answer {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let response = app.oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        Answer { status: parts.status, headers: parts.headers, body: body.collect().await.unwrap().to_bytes() }
    })
}

/// Posts a form.
pub(crate) fn post(address: &str, form: &'static str) -> Answer {
    let request = Request::builder().method(Method::POST).uri(address);
    let request = request.header("content-type", "application/x-www-form-urlencoded").body(Body::from(form)).unwrap();
    send(app(), request)
}

pub(crate) fn get(address: &str) -> Answer {
    ask(app(), &Method::GET, address, &[])
}

/// A page that is there.
pub(crate) fn page(address: &str) -> Page {
    let answer = get(address);
    assert_eq!(answer.status, 200, "{address}: {}", answer.text());
    answer.page()
}

/// A record that is there.
pub(crate) fn json(address: &str) -> Value {
    let answer = get(address);
    assert_eq!(answer.status, 200, "{address}: {}", answer.text());
    answer.json()
}
