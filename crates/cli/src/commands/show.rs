//! `twain show`: one thing with its evidence.

use register::{AsOf, ClaimKey, PartyKey, Register, TieKey};
use server::dto;

use crate::args::{Format, ShowArgs};
use crate::exit::{Exit, Failure, Outcome};
use crate::open::Context;
use crate::render::{self, Sayer};
use crate::resolve::{self, Thing};

pub(crate) async fn run(args: &ShowArgs, cx: Context<'_>) -> Outcome {
    if cx.out.format == Format::Csv {
        return Err(Failure::wrong(
            "one thing with its evidence has no CSV form",
            "use --format json, or `twain export`",
        ));
    }
    let register = cx.read().await?;
    let shown = Shown { register: &register, as_of: cx.clock.as_of(&args.days), cx };
    match args.what.as_slice() {
        [one] => match resolve::thing(&register, one)? {
            Thing::Party(party) => shown.party(party),
            Thing::Tie(tie) => shown.tie(tie),
            Thing::Claim(claim) => shown.claim(claim),
            Thing::Source(source) => shown.source(&source),
        },
        several => {
            let found = resolve::tie_between(&register, several)?;
            found.settled.iter().for_each(|sentence| cx.out.say(sentence));
            shown.tie(found.tie)
        }
    }
}

struct Shown<'a> {
    register: &'a Register,
    as_of: AsOf,
    cx: Context<'a>,
}

impl Shown<'_> {
    fn sayer(&self) -> Sayer<'_> {
        Sayer { register: self.register, as_of: self.as_of, width: self.cx.out.width() }
    }

    fn answer(&self, text: impl FnOnce(Sayer<'_>) -> String, json: impl FnOnce() -> serde_json::Value) -> Outcome {
        match self.cx.out.format {
            Format::Json => self.cx.out.json(&json())?,
            Format::Text | Format::Csv => self.cx.out.data(&text(self.sayer()))?,
        }
        Ok(Exit::Done)
    }

    fn tie(&self, tie: TieKey) -> Outcome {
        let report = self.register.report(tie, self.as_of);
        if report.state.n_known == 0 {
            let name = self.sayer().tie_name(tie);
            return Err(Failure::no(
                format!("no source had spoken of {name} by {}", self.as_of.known_on),
                "leave --known-on out, or name a later day",
            ));
        }
        self.answer(|sayer| render::tie(sayer, &report), || json(&dto::tie_report(self.register, &report)))
    }

    fn party(&self, party: PartyKey) -> Outcome {
        let view = self.register.view(self.as_of);
        let mut ties = self.register.party(party).ties().to_vec();
        ties.retain(|tie| view.state(*tie).n_known > 0);
        self.answer(|sayer| render::party(sayer, party, &ties), || json(&dto::party(self.register, &view, party)))
    }

    fn claim(&self, claim: ClaimKey) -> Outcome {
        self.answer(|sayer| render::claim(sayer, claim), || json(&dto::claim(self.register, claim)))
    }

    fn source(&self, id: &model::SourceId) -> Outcome {
        self.answer(|sayer| render::source(sayer, id), || json(&dto::source(self.register, id)))
    }
}

fn json(value: &impl serde::Serialize) -> serde_json::Value {
    serde_json::to_value(value).expect("our answers have text keys and finite numbers")
}
