//! Words of closed lists as values of options: clap checks them, lists them and completes them.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use formats::document::Kind;
use formats::table::TableKind;
use model::{Grade, TieClass, Verdict};
use register::{Body, Doing, Pulse, Standing};

fn words<T>(
    all: &'static [T],
    word: impl Fn(T) -> &'static str + Clone + Send + Sync + 'static,
) -> impl TypedValueParser<Value = T>
where
    T: Copy + Send + Sync + 'static,
{
    let allowed = PossibleValuesParser::new(all.iter().map(|value| word(*value)).collect::<Vec<_>>());
    allowed.map(move |text| {
        all.iter().copied().find(|value| word(*value) == text).expect("clap lets only the words of the list through")
    })
}

pub(super) fn classes() -> impl TypedValueParser<Value = TieClass> {
    words(TieClass::ALL, TieClass::word)
}

pub(super) fn standings() -> impl TypedValueParser<Value = Standing> {
    words(Standing::ALL, Standing::word)
}

pub(super) fn pulses() -> impl TypedValueParser<Value = Pulse> {
    words(Pulse::ALL, Pulse::word)
}

pub(super) fn bodies() -> impl TypedValueParser<Value = Body> {
    words(Body::ALL, Body::word)
}

pub(super) fn doings() -> impl TypedValueParser<Value = Doing> {
    let allowed = PossibleValuesParser::new(Doing::all().map(Doing::word).collect::<Vec<_>>());
    allowed.map(|text| Doing::parse(&text).expect("clap lets only the words of the list through"))
}

pub(super) fn verdicts() -> impl TypedValueParser<Value = Verdict> {
    words(Verdict::ALL, Verdict::word)
}

pub(super) fn grades() -> impl TypedValueParser<Value = Grade> {
    words(Grade::ALL, Grade::word)
}

pub(super) fn documents() -> impl TypedValueParser<Value = Kind> {
    words(&Kind::ALL, Kind::word)
}

pub(super) fn kinds() -> impl TypedValueParser<Value = TableKind> {
    words(TableKind::ALL, TableKind::word)
}

pub(super) fn partial_date(text: &str) -> Result<model::PartialDate, String> {
    text.parse().map_err(|error: model::Error| format!("{error}\nhint: {}", error.hint()))
}
