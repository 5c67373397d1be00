//! What is posted to be read: a text, files of every kind that the reader knows, or documents that were read before; bounded
//! in size while they come in, so that nothing larger is ever held.

use std::ops::ControlFlow;

use axum::extract::Multipart;
use axum::extract::multipart::{Field, MultipartError};
use axum::http::StatusCode;
use formats::document::{kind_of, read_documents};
use model::PartialDate;
use serde::{Deserialize, Serialize};

use crate::fault::Fault;
use crate::messages::Messages;

/// The most bytes of all that is posted.
pub(super) const MOST_POSTED: usize = 32 << 20;
/// The most bytes of a file, or of a text of somebody signed in.
const MOST_FILE: usize = 4 << 20;
/// The most files.
const MOST_FILES: usize = 20;
/// The most documents shown of one file: a feed or a mailbox may have thousands.
const MOST_DOCUMENTS: usize = 50;
/// The most bytes of a text of a visitor: a long article.
const MOST_VISITED: usize = 128 << 10;
/// The most bytes of a title or an address.
const MOST_LINE: usize = 2_000;

/// How much is taken.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    n_files: usize,
    n_bytes: usize,
}

impl Limits {
    /// What those who may propose can send, and what all others can.
    pub(super) const fn of(may_propose: bool) -> Self {
        if may_propose {
            Self { n_files: MOST_FILES, n_bytes: MOST_FILE }
        } else {
            Self { n_files: 0, n_bytes: MOST_VISITED }
        }
    }

    /// The limits, for the form.
    pub(super) fn sentence(self) -> String {
        let args = [("files", self.n_files.into()), ("kilobytes", (self.n_bytes >> 10).into())];
        Messages::current().with(if self.n_files > 0 { "desk-limit-files" } else { "desk-limit-text" }, &args)
    }
}

/// A document as a form carries it from the page that showed it to the one that proposes it. JSON, since forms change line
/// ends, and evidence counts bytes.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Carried {
    pub(super) text: String,
    pub(super) title: Option<String>,
    pub(super) published: Option<String>,
    pub(super) language: Option<String>,
    pub(super) address: Option<String>,
    /// The file it is of.
    pub(super) file: String,
    /// Where in the file.
    pub(super) part: String,
}

impl Carried {
    pub(super) fn to_json(&self) -> String {
        serde_json::to_string(self).expect("a document has text keys")
    }
}

/// A file that was not read, and why.
#[derive(Debug, Clone)]
pub(super) struct Unread {
    pub(super) name: String,
    pub(super) why: String,
}

/// What a form held.
#[derive(Debug, Default)]
pub(super) struct Posted {
    pub(super) csrf: String,
    pub(super) text: String,
    title: String,
    address: String,
    date: String,
    files: Vec<(String, Vec<u8>)>,
    pub(super) carried: Vec<Carried>,
    pub(super) problems: Vec<Unread>,
}

/// What is read on its own, so that one that breaks loses no other.
#[derive(Debug)]
pub(super) enum Input {
    Text(Carried),
    File(String, Vec<u8>),
}

impl Posted {
    /// Takes a form, field by field.
    pub(super) async fn read(mut form: Multipart, limits: Limits) -> Result<Self, Fault> {
        let mut posted = Self::default();
        while let Some(field) = form.next_field().await.map_err(unread)? {
            posted.take(field, limits).await?;
        }
        posted.date = posted.date.trim().to_owned();
        if !posted.date.is_empty() && posted.date.parse::<PartialDate>().is_err() {
            return Err(Fault::bad("problem-date").with("found", posted.date));
        }
        Ok(posted)
    }

    async fn take(&mut self, field: Field<'_>, limits: Limits) -> Result<(), Fault> {
        match field.name().unwrap_or_default() {
            "csrf" => self.csrf = line(field).await?,
            "title" => self.title = line(field).await?,
            "address" => self.address = line(field).await?,
            "date" => self.date = line(field).await?,
            // A form sends line ends as two bytes; who wrote the text meant one.
            "text" => self.text = text(field, limits.n_bytes).await?.replace("\r\n", "\n"),
            "files" => self.file(field, limits).await?,
            "document" => {
                // Escaped and with its title: no more than six bytes for one.
                let json = text(field, MOST_POSTED).await?;
                let carried: Carried = serde_json::from_str(&json).map_err(|_| Fault::bad("problem-document"))?;
                if carried.text.len() > MOST_POSTED || self.carried.len() >= MOST_FILES * MOST_DOCUMENTS {
                    return Err(Fault::too_large());
                }
                self.carried.push(carried);
            }
            other => return Err(Fault::bad("problem-posted").with("found", other)),
        }
        Ok(())
    }

    async fn file(&mut self, field: Field<'_>, limits: Limits) -> Result<(), Fault> {
        let name = field.file_name().unwrap_or_default().to_owned();
        // A field for files that is left empty is sent with an empty name.
        if name.is_empty() {
            return Ok(());
        }
        let messages = Messages::current();
        if limits.n_files == 0 {
            return Err(Fault::sign_in());
        }
        let why = if self.files.len() >= limits.n_files {
            drain(field).await?;
            messages.with("desk-too-many", &[("files", limits.n_files.into())])
        } else {
            match bytes(field, limits.n_bytes).await? {
                Some(bytes) => {
                    return {
                        self.files.push((name, bytes));
                        Ok(())
                    };
                }
                None => messages.with("desk-too-large", &[("kilobytes", (limits.n_bytes >> 10).into())]),
            }
        };
        self.problems.push(Unread { name, why });
        Ok(())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.files.is_empty() && self.problems.is_empty()
    }

    /// Each thing to be read.
    pub(super) fn inputs(self) -> Vec<Input> {
        let some = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let mut inputs = Vec::new();
        if !self.text.trim().is_empty() {
            inputs.push(Input::Text(Carried {
                text: self.text,
                title: some(&self.title),
                published: some(&self.date),
                address: some(&self.address),
                ..Carried::default()
            }));
        }
        inputs.extend(self.files.into_iter().map(|(name, bytes)| Input::File(name, bytes)));
        inputs
    }
}

impl Input {
    pub(super) fn name(&self) -> &str {
        match self {
            Self::Text(_) => "",
            Self::File(name, _) => name,
        }
    }

    /// The documents, and what could not be read.
    pub(super) fn documents(self) -> (Vec<Carried>, Vec<Unread>) {
        let (name, bytes) = match self {
            Self::Text(carried) => return (vec![carried], Vec::new()),
            Self::File(name, bytes) => (name, bytes),
        };
        let unread = |problem: formats::Problem| Unread { name: name.clone(), why: why(&problem) };
        let kind = match kind_of(&name, &bytes) {
            Ok(kind) => kind,
            Err(problem) => return (Vec::new(), vec![unread(problem)]),
        };
        let (mut documents, mut problems) = (Vec::new(), Vec::new());
        read_documents(kind, &name, &mut bytes.as_slice(), &mut |found| {
            match found {
                Ok(_) if documents.len() >= MOST_DOCUMENTS => {
                    let why = Messages::current().with("desk-first-only", &[("n", MOST_DOCUMENTS.into())]);
                    problems.push(Unread { name: name.clone(), why });
                    return ControlFlow::Break(());
                }
                Ok(found) => documents.push(Carried {
                    text: found.text,
                    title: found.title,
                    published: found.published.map(|date| date.to_string()),
                    language: found.language,
                    address: found.address,
                    file: name.clone(),
                    part: found.part,
                }),
                Err(problem) => problems.push(unread(problem)),
            }
            ControlFlow::Continue(())
        });
        (documents, problems)
    }
}

/// Why a file was not read, or not whole: in the language of the answer where what was found has a sentence, or else in the
/// words of who read it.
fn why(problem: &formats::Problem) -> String {
    let words = problem.found.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let key = format!("unread-{}", words.collect::<Vec<_>>().join("-").to_ascii_lowercase());
    Messages::current().label(&key).map_or_else(|| problem.to_string(), str::to_owned)
}

/// The bytes of a field; `None` when it has more, which are passed over.
async fn bytes(mut field: Field<'_>, most: usize) -> Result<Option<Vec<u8>>, Fault> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field.chunk().await.map_err(unread)? {
        if bytes.len() + chunk.len() > most {
            drain(field).await?;
            return Ok(None);
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(Some(bytes))
}

async fn drain(mut field: Field<'_>) -> Result<(), Fault> {
    while field.chunk().await.map_err(unread)?.is_some() {}
    Ok(())
}

async fn text(mut field: Field<'_>, most: usize) -> Result<String, Fault> {
    let mut bytes = Vec::new();
    // Not drained: who sends more than is taken need not be listened to.
    while let Some(chunk) = field.chunk().await.map_err(unread)? {
        if bytes.len() + chunk.len() > most {
            return Err(Fault::too_large());
        }
        bytes.extend_from_slice(&chunk);
    }
    String::from_utf8(bytes).map_err(|_| Fault::bad("problem-posted").with("found", "UTF-8"))
}

async fn line(field: Field<'_>) -> Result<String, Fault> {
    text(field, MOST_LINE).await
}

/// Why a form could not be read.
#[expect(clippy::needless_pass_by_value, reason = "it is given to `map_err`")]
fn unread(error: MultipartError) -> Fault {
    match error.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Fault::too_large(),
        _ => Fault::bad("problem-posted").with("found", error.body_text()),
    }
}
