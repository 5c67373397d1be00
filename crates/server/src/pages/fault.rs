//! What is wrong with a request, as a page: the sentence, the remedy, the search field, and the two clocks again.

use askama::Template;
use register::AsOf;

use super::filters;
use super::frame::Frame;
use crate::fault::Fault;
use crate::messages::Messages;
use crate::shared::Snapshot;

#[derive(Template)]
#[template(path = "fault.html")]
struct FaultPage<'a> {
    frame: Frame,
    status: u16,
    sentence: String,
    hint: String,
    search: &'a str,
}

/// The page of a fault.
pub(crate) fn fault(snapshot: &Snapshot, fault: &Fault, address: &str) -> String {
    let title = Messages::current().text(&format!("status-{}", fault.status.as_u16()));
    let path = address.split('?').next().unwrap_or("/");
    // A page that is not there, or cannot be asked so, is no place to send the clocks to.
    let path = if fault.key == "problem-date" { path } else { "/" };
    let frame = Frame::new(snapshot, AsOf::on(snapshot.today), title, path).under("", "/", "").here();
    let page = FaultPage {
        frame,
        status: fault.status.as_u16(),
        sentence: fault.sentence(),
        hint: fault.hint(),
        search: &fault.search,
    };
    page.render().unwrap_or_else(|_| fault.sentence())
}
