//! What stands around every page: head, navigation, search, the two clocks, the path to here, and the foot.

use jiff::civil::Date;
use register::AsOf;

use crate::access::Actor;
use crate::assets::Assets;
use crate::filter::kept_params;
use crate::language::{Language, Spoken};
use crate::messages::Messages;
use crate::query::query_string;
use crate::shared::Snapshot;

/// A step of the path to a page.
#[derive(Debug)]
pub(super) struct Crumb {
    pub(super) label: String,
    /// Its address without the days; `None` for the page itself.
    pub(super) path: Option<String>,
}

/// What stands around a page.
#[derive(Debug)]
pub(super) struct Frame {
    pub(super) title: String,
    /// One sentence for search engines and link previews.
    pub(super) summary: String,
    /// The entry of the navigation that is marked.
    pub(super) nav: &'static str,
    /// Where the forms of the page lead.
    pub(super) path: String,
    /// Parameters that the as-of form keeps beside the days.
    pub(super) keep: Vec<(&'static str, String)>,
    pub(super) as_of: AsOf,
    pub(super) q: String,
    pub(super) crumbs: Vec<Crumb>,
    /// Whether the page is of a pair of days.
    pub(super) has_clocks: bool,
    /// Whether the page has a map.
    pub(super) has_map: bool,
    /// The scripts that add to the page, by name; it reads without them.
    pub(super) scripts: Vec<&'static str>,
    /// The same as JSON.
    pub(super) json: Option<String>,
    pub(super) assets: &'static Assets,
    pub(super) head: String,
    today: Date,
    /// What every link keeps: the days and the language.
    kept: [(&'static str, String); 3],
    /// The same as a query; a page has a hundred links.
    kept_query: String,
    spoken: Spoken,
}

impl Frame {
    pub(super) fn new(snapshot: &Snapshot, as_of: AsOf, title: impl Into<String>, path: impl Into<String>) -> Self {
        let kept = kept_params(as_of, snapshot);
        let kept_query = query_string(kept.iter().map(|(name, value)| (*name, value.as_str())));
        Self {
            title: title.into(),
            summary: String::new(),
            nav: "",
            path: path.into(),
            keep: Vec::new(),
            as_of,
            q: String::new(),
            crumbs: Vec::new(),
            has_clocks: true,
            has_map: false,
            scripts: Vec::new(),
            json: None,
            assets: Assets::known(),
            head: snapshot.head.to_string(),
            today: snapshot.today,
            kept,
            kept_query,
            spoken: Spoken::current(),
        }
    }

    /// The addresses of the page's scripts.
    pub(super) fn script_addresses(&self) -> Vec<String> {
        self.scripts.iter().filter_map(|name| Assets::script(name)).collect()
    }

    /// A page that is the same on every day.
    pub(super) fn timeless(snapshot: &Snapshot, title: impl Into<String>, path: impl Into<String>) -> Self {
        Self { has_clocks: false, ..Self::new(snapshot, AsOf::on(snapshot.today), title, path) }
    }

    /// Marks an entry of the navigation and begins the path to the page with it; the page itself ends it.
    pub(super) fn under(mut self, nav: &'static str, path: &str, label: &str) -> Self {
        self.nav = nav;
        self.crumbs.push(Crumb { label: Messages::current().text("nav-ties"), path: Some("/".to_owned()) });
        if path != "/" {
            self.crumbs.push(Crumb { label: label.to_owned(), path: Some(path.to_owned()) });
        }
        self
    }

    /// Adds the page itself to the path that leads to it.
    pub(super) fn here(mut self) -> Self {
        self.crumbs.push(Crumb { label: self.title.clone(), path: None });
        self
    }

    /// An address of ours with the days and the language asked for.
    pub(super) fn href(&self, path: impl AsRef<str>) -> String {
        let (path, kept) = (path.as_ref(), self.kept_query.as_str());
        match (path.split_once('#'), path.contains('?')) {
            (Some((path, anchor)), _) => format!("{path}{kept}#{anchor}"),
            (None, true) => format!("{path}{}", kept.replacen('?', "&", 1)),
            (None, false) => [path, kept].concat(),
        }
    }

    /// An address of ours that takes no days, with the language asked for.
    pub(super) fn undated_href(&self, path: impl AsRef<str>) -> String {
        format!("{}{}", path.as_ref(), query_string([self.spoken.language.param()]))
    }

    /// The days and the language as parameters of forms that lead elsewhere.
    pub(super) fn kept_fields(&self) -> impl Iterator<Item = &(&'static str, String)> {
        self.kept.iter().filter(|(_, value)| !value.is_empty())
    }

    /// Parameters that the as-of form keeps.
    pub(super) fn asof_fields(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let keep = self.keep.iter().map(|(name, value)| (*name, value.as_str()));
        keep.chain([self.spoken.language.param()]).filter(|(_, value)| !value.is_empty())
    }

    /// The tag of the language of this page.
    pub(super) fn lang(&self) -> &'static str {
        self.spoken.language.tag()
    }

    /// This page in every language: the tag, what its readers call it, the address, and whether it is this one.
    pub(super) fn languages(&self) -> impl Iterator<Item = (&'static str, &'static str, String, bool)> {
        let link = |language: Language| {
            let address = self.spoken.address_in(language);
            (language.tag(), language.own_name(), address, language == self.spoken.language)
        };
        Language::ALL.into_iter().map(link)
    }

    /// Whether both days are today.
    pub(super) fn is_today(&self) -> bool {
        self.as_of == AsOf::on(self.today)
    }

    /// This page today.
    pub(super) fn today_href(&self) -> String {
        format!("{}{}", self.path, query_string(self.asof_fields()))
    }

    /// The two days in a sentence.
    pub(super) fn as_of_sentence(&self) -> String {
        let messages = Messages::current();
        let days =
            [("true", messages.day(self.as_of.true_on).into()), ("known", messages.day(self.as_of.known_on).into())];
        messages.with(if self.is_today() { "asof-today" } else { "asof-days" }, &days)
    }

    /// Who is signed in.
    pub(super) fn actor(&self) -> Option<&Actor> {
        self.spoken.visitor.actor()
    }

    /// Whether one can sign in here.
    pub(super) fn has_accounts(&self) -> bool {
        self.spoken.visitor.has_accounts()
    }

    /// The hidden field `csrf` of a form that is posted. A page with one is not kept for others.
    pub(super) fn csrf(&self) -> String {
        self.spoken.visitor.csrf()
    }

    /// Where to sign in and come back from to this page.
    pub(super) fn sign_in_href(&self) -> String {
        // The secret of a link stands in no other address, and signing in does not lead to signing in.
        let is_ours = ["/welcome", "/sign-in"].iter().any(|start| self.spoken.address.starts_with(start));
        let next = if is_ours { "" } else { &*self.spoken.address };
        format!("/sign-in{}", query_string([("next", next), self.spoken.language.param()]))
    }

    /// Whether an entry of the navigation is the one of this page.
    pub(super) fn is_at(&self, nav: &str) -> bool {
        self.nav == nav
    }
}
