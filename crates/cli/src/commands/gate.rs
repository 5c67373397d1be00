//! `twain gate`: the rules on a tie or an activity, with their citations.

use model::{PartyId, TieClass};
use register::{AsOf, Ask, GateReport, Register, TieKey};
use server::dto;

use crate::args::{Days, Format, GateArgs};
use crate::atlas::Atlas;
use crate::exit::{Exit, Failure, Outcome};
use crate::open::Context;
use crate::render::{self, Sayer};
use crate::resolve::{self, Thing};

pub(crate) async fn run(args: &GateArgs, cx: Context<'_>) -> Outcome {
    if cx.out.format == Format::Csv {
        return Err(Failure::wrong("rules with their citations have no CSV form", "use --format json"));
    }
    let register = cx.read().await?;
    let as_of = cx.clock.as_of(&Days { true_on: args.on, known_on: args.known_on });
    let case = Case::find(args, &register, as_of, cx)?;
    let report = match case.tie {
        Some(tie) => register.gates_of(tie, &case.ask),
        None => register.gates().between(&register, &case.parties[0], &case.parties[1], &case.ask),
    };
    answer(&register, &case, &report, cx)
}

/// What is asked, of whom.
struct Case {
    tie: Option<TieKey>,
    parties: Vec<PartyId>,
    ask: Ask,
}

impl Case {
    fn find(args: &GateArgs, register: &Register, as_of: AsOf, cx: Context<'_>) -> Outcome<Self> {
        let tie = match args.what.as_slice() {
            [one] => Some(tie(register, one)?),
            // A bare code has no tie; looked up as a name, it could be the beginning of another.
            several if several.iter().any(|text| resolve::code(register, text).is_some()) => None,
            several => resolve::tie_between(register, several).ok().map(|found| found.tie),
        };
        let (parties, mut ask) = match tie {
            Some(tie) => {
                let parties = register.tie(tie).parties().iter().map(|party| register.party(*party).id().clone());
                (parties.collect(), register.ask_of(tie, as_of))
            }
            None => {
                let places = Atlas::new(cx).places(register, &args.what)?;
                let mut ask = Ask::new_tie(as_of);
                ask.bodies.iter_mut().zip(&places).for_each(|(slot, place)| *slot = place.body);
                (different(places.into_iter().map(|place| place.id).collect())?, ask)
            }
        };
        let seat = tie.map_or(0, |tie| resolve::seat_of(register, tie, &args.what[0]));
        if let Some(slot) = ask.bodies.get_mut(seat) {
            *slot = args.body.or(*slot);
        }
        ask.doing = args.activity;
        // Between two places with nothing formal, the question is whether a formal tie may be made.
        let is_informal = matches!(ask.class, Some(TieClass::Contact | TieClass::Solidarity | TieClass::Intent));
        if args.new || (args.what.len() == 2 && is_informal && !args.keep) {
            (ask.is_new, ask.class) = (true, None);
        }
        ask.class = args.class.or(ask.class);
        ask.is_new &= !args.keep;
        Ok(Self { tie, parties, ask })
    }
}

fn tie(register: &Register, text: &str) -> Outcome<TieKey> {
    match resolve::thing(register, text)? {
        Thing::Tie(tie) => Ok(tie),
        _ => Err(Failure::wrong(
            format!("“{text}” is not a tie"),
            "name a tie by its id, or two places, such as `twain gate Houston Moscow`",
        )),
    }
}

fn different(parties: Vec<PartyId>) -> Outcome<Vec<PartyId>> {
    match parties.as_slice() {
        [one, other] if one == other => {
            Err(Failure::wrong(format!("both names mean {one}"), "name two different places"))
        }
        _ => Ok(parties),
    }
}

fn answer(register: &Register, case: &Case, report: &GateReport, cx: Context<'_>) -> Outcome {
    match cx.out.format {
        Format::Json => cx.out.json(&dto::gate_answer(register, &case.parties, &case.ask, report))?,
        Format::Text | Format::Csv => {
            let sayer = Sayer { register, as_of: case.ask.as_of, width: cx.out.width() };
            cx.out.data(&render::gate(sayer, &case.parties, &case.ask, report))?;
        }
    }
    Ok(Exit::Done)
}
