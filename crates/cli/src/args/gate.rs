//! The command that asks the rules: `gate`.

use clap::Args as ClapArgs;
use model::TieClass;
use register::{Body, Doing};

use super::words::{bodies, classes, doings};
use crate::clock::DayArg;

/// `twain gate`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  twain gate Houston Moscow                                   the tie between them, or a new one
  twain gate ru-tul.tula~us-ny.albany --on 2020-11-29
  twain gate us-tx cn --for municipality --on 2025-09-01      any municipality of Texas, with China
  twain gate Indianapolis Hangzhou                            places without ties, by the gazetteer
  twain gate au-nsw id --keep                                 an existing tie
  twain gate us-ak ru-kam --for university --activity exchange

The body is that of the first place named. Places may be codes that the register does not have. Not legal advice.")]
pub(crate) struct GateArgs {
    /// A tie by its id, or two places or institutions by name, id or code
    #[arg(required = true, num_args = 1..=2, value_names = ["TIE|PLACE", "PLACE"])]
    pub what: Vec<String>,
    /// The day asked about: 2025-09-01, or today
    #[arg(long, value_name = "DAY", value_parser = DayArg::parse)]
    pub on: Option<DayArg>,
    /// Use only what sources had said by this day
    #[arg(long, value_name = "DAY", value_parser = DayArg::parse)]
    pub known_on: Option<DayArg>,
    /// The kind of body the first place acts through, instead of what it is
    #[arg(long = "for", value_name = "BODY", value_parser = bodies())]
    pub body: Option<Body>,
    /// What is to be done: a tie, or an activity
    #[arg(long, value_name = "KIND", value_parser = doings(), default_value = "tie")]
    pub activity: Doing,
    /// The class of the tie, instead of that of the tie known, or any
    #[arg(long, value_name = "CLASS", value_parser = classes())]
    pub class: Option<TieClass>,
    /// Ask about a new tie, or a renewal, although one is in force
    #[arg(long, conflicts_with = "keep")]
    pub new: bool,
    /// Ask about keeping a tie, although none is known
    #[arg(long)]
    pub keep: bool,
}
