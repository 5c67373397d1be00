//! `twain ties`: the ties that pass the filters, as they stood on a day.

use model::TieId;
use register::{PartyKey, Register, Standing, TieKey, View};
use server::dto;

use crate::args::{Format, TiesArgs};
use crate::commands::export::ties_csv;
use crate::exit::{Exit, Outcome};
use crate::open::Context;
use crate::render::{self, Sayer};
use crate::resolve;

pub(crate) async fn run(args: &TiesArgs, cx: Context<'_>) -> Outcome {
    let register = cx.read().await?;
    let filter = Filter::read(&register, args)?;
    let as_of = cx.clock.as_of(&args.days);
    let view = register.view(as_of);
    let (mut ties, n_not_begun) = filter.apply(&register, &view);
    render::by_name(&register, &mut ties);
    let sayer = Sayer { register: &register, as_of, width: cx.out.width() };
    match cx.out.format {
        Format::Text if ties.is_empty() => {}
        Format::Text => cx.out.data(&render::ties_table(sayer, &ties).render(sayer.width))?,
        Format::Json => cx.out.json(&dto::TiePageDto {
            as_of: dto::as_of(as_of),
            n_all: ties.len(),
            items: ties.iter().map(|tie| dto::tie_summary(&register, &view, *tie)).collect(),
            next: None,
        })?,
        Format::Csv => cx.out.bytes(&ties_csv(&register, ties.clone(), as_of)?)?,
    }
    cx.out.say(&summary(sayer, ties.len(), n_not_begun));
    Ok(if ties.is_empty() { Exit::No } else { Exit::Done })
}

fn summary(sayer: Sayer<'_>, n_ties: usize, n_not_begun: usize) -> String {
    let mut text = format!("{}, {}", render::counted(n_ties, "tie", "ties"), sayer.days());
    if n_not_begun > 0 {
        text += &format!("; {n_not_begun} more had not begun by that day (--all shows them)");
    }
    text
}

/// The filters, with names resolved.
struct Filter<'a> {
    args: &'a TiesArgs,
    between: Option<TieId>,
    parties: Vec<PartyKey>,
}

impl<'a> Filter<'a> {
    fn read(register: &Register, args: &'a TiesArgs) -> Outcome<Self> {
        let between = args.between.as_ref().map(|texts| resolve::relation(register, texts)).transpose()?;
        let parties: Outcome<Vec<_>> = args.party.iter().map(|text| resolve::party(register, text)).collect();
        Ok(Self { args, between, parties: parties? })
    }

    /// The ties that pass, and how many more would if they had begun.
    fn apply(&self, register: &Register, view: &View) -> (Vec<TieKey>, usize) {
        let mut n_not_begun = 0;
        let mut ties = Vec::new();
        for (tie, state) in view.iter() {
            let passes = (self.args.class.is_empty()
                || state.class.is_some_and(|class| self.args.class.contains(&class)))
                && (self.args.standing.is_empty() || self.args.standing.contains(&state.standing))
                && (self.args.pulse.is_empty() || self.args.pulse.contains(&state.pulse))
                && (self.args.level.is_empty() || self.args.level.iter().any(|level| level == register.level(tie)))
                && self.between.as_ref().is_none_or(|relation| register.is_between(tie, relation))
                && (self.parties.is_empty()
                    || self.parties.iter().any(|party| register.tie(tie).parties().contains(party)));
            let is_asked_for = self.args.all || self.args.standing.contains(&Standing::None);
            match state.standing {
                _ if !passes => {}
                Standing::None if !is_asked_for => n_not_begun += 1,
                _ => ties.push(tie),
            }
        }
        (ties, n_not_begun)
    }
}
