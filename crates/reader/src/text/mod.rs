//! Text into sentences and tokens, every one with its byte range.

mod sentence;
mod token;

pub use sentence::{Span, sentences};
pub(crate) use token::elision;
pub use token::{Sentence, Token, TokenKind, tokenize};
