//! Sentences made ready: nearly all are text with words filled in, and here that is all it costs to say one. Fluent itself walks
//! a tree for each, which was most of the time of making a page.
//!
//! What needs more than text, values and choices by a word (plural forms, functions, other messages) is left to Fluent, as is
//! a sentence for which an argument is missing. A test says every sentence both ways.

use fluent_bundle::FluentValue;
use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, VariantKey};

/// A sentence in pieces.
#[derive(Debug)]
pub(super) struct Sentence(Vec<Piece>);

#[derive(Debug)]
enum Piece {
    Text(Box<str>),
    /// The argument of this name.
    Value(Box<str>),
    /// What stands beside the word that an argument is, or what stands for all others.
    Choice {
        of: Box<str>,
        words: Vec<(Box<str>, Sentence)>,
        others: Sentence,
    },
}

impl Sentence {
    /// A pattern of Fluent in pieces; `None` when it needs more.
    pub(super) fn of(pattern: &Pattern<&str>) -> Option<Self> {
        pattern.elements.iter().map(Piece::of).collect::<Option<_>>().map(Self)
    }

    /// Writes it with the arguments that `value` gives by name. `false` when one is missing, or is a number where a word is
    /// asked for; what was written then is part of a sentence.
    pub(super) fn say<'v>(&self, out: &mut String, value: &impl Fn(&str) -> Option<&'v FluentValue<'v>>) -> bool {
        self.0.iter().all(|piece| match piece {
            Piece::Text(text) => {
                out.push_str(text);
                true
            }
            Piece::Value(name) => match value(name) {
                Some(FluentValue::String(text)) => {
                    out.push_str(text);
                    true
                }
                Some(FluentValue::Number(number)) => {
                    out.push_str(&number.as_string());
                    true
                }
                _ => false,
            },
            Piece::Choice { of, words, others } => match value(of) {
                Some(FluentValue::String(asked)) => {
                    let found = words.iter().find(|(word, _)| **word == **asked);
                    found.map_or(others, |(_, sentence)| sentence).say(out, value)
                }
                _ => false,
            },
        })
    }
}

impl Piece {
    fn of(element: &PatternElement<&str>) -> Option<Self> {
        match element {
            PatternElement::TextElement { value } => Some(Self::Text((*value).into())),
            PatternElement::Placeable { expression: Expression::Inline(value) } => match value {
                InlineExpression::VariableReference { id } => Some(Self::Value(id.name.into())),
                InlineExpression::StringLiteral { value } if !value.contains('\\') => Some(Self::Text((*value).into())),
                _ => None,
            },
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                let InlineExpression::VariableReference { id } = selector else { return None };
                let (mut words, mut others) = (Vec::new(), None);
                for variant in variants {
                    let sentence = || Sentence::of(&variant.value);
                    // A number never is the word that is asked for.
                    if let VariantKey::Identifier { name } = variant.key {
                        words.push((name.into(), sentence()?));
                    }
                    if variant.default {
                        others = Some(sentence()?);
                    }
                }
                Some(Self::Choice { of: id.name.into(), words, others: others? })
            }
        }
    }
}
