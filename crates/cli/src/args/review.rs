//! `twain review`: the queue of what was read, and decisions on any claim.

use clap::{Args as ClapArgs, Subcommand};
use model::Verdict;

use super::words::verdicts;

/// `twain review`.
#[derive(Debug, ClapArgs)]
#[command(args_conflicts_with_subcommands = true, disable_help_subcommand = true)]
#[command(after_help = "\
Examples:
  twain review                              what waits
  twain review show 3f9a01c2                one of them, in its sentence
  twain review accept 3f9a01c2 77ab12cd
  twain review reject 3f9a01c2 --because \"speaks of Albany, Western Australia\"
  twain review amend 3f9a01c2 --held 2020-02 --because \"wrong year\"

Eight or more digits of a claim's name are enough. A decision is an entry of the ledger: nothing is
lost by it, and it is undone by deciding --anew.")]
pub(crate) struct ReviewArgs {
    #[command(subcommand)]
    pub what: Option<ReviewCommand>,
    /// The claim, by eight or more digits of its name
    #[arg(hide = true, requires_all = ["verdict", "reason"])]
    pub claim: Option<String>,
    /// What you decide
    #[arg(hide = true, value_parser = verdicts())]
    pub verdict: Option<Verdict>,
    /// The claim that counts in its place, for `amend`
    #[arg(long, hide = true, value_name = "CLAIM", required_if_eq("verdict", "amend"))]
    pub amended: Option<String>,
    /// Why, in a sentence
    #[arg(long, hide = true)]
    pub reason: Option<String>,
    /// By which role; never a person's name
    #[arg(long, hide = true, value_name = "ROLE", default_value = "register keeper")]
    pub by: String,
}

/// What to do with the queue.
#[derive(Debug, Subcommand)]
pub(crate) enum ReviewCommand {
    /// List the claims that wait
    List(ListArgs),
    /// Show a claim in its sentence, with the places its names may mean
    Show(ReviewShowArgs),
    /// Let claims count, and with them what names their parties
    Accept(AcceptArgs),
    /// Let claims not count; they are never proposed again
    Reject(RejectArgs),
    /// Let another claim count in the place of one
    Amend(Box<AmendArgs>),
}

/// `twain review list`.
#[derive(Debug, Clone, ClapArgs)]
pub(crate) struct ListArgs {
    /// Of this source only
    #[arg(long, value_name = "SOURCE")]
    pub source: Option<String>,
    /// At most so many
    #[arg(long, value_name = "N", default_value_t = 50)]
    pub limit: usize,
    /// Also what only says who a party is
    #[arg(long)]
    pub all: bool,
}

/// `twain review show`.
#[derive(Debug, ClapArgs)]
pub(crate) struct ReviewShowArgs {
    /// The claim, by eight or more digits of its name
    #[arg(value_name = "CLAIM")]
    pub claim: String,
}

/// Which claims a decision is on.
#[derive(Debug, ClapArgs)]
#[group(required = true, multiple = true)]
pub(crate) struct Queue {
    /// Claims, by eight or more digits of their names
    #[arg(value_name = "CLAIM")]
    pub claims: Vec<String>,
    /// All that waits from this source
    #[arg(long, value_name = "SOURCE", conflicts_with = "claims")]
    pub all_of: Option<String>,
}

/// `twain review accept`.
#[derive(Debug, ClapArgs)]
pub(crate) struct AcceptArgs {
    #[command(flatten)]
    pub which: Queue,
    /// Leave what names their parties waiting
    #[arg(long)]
    pub alone: bool,
    /// Decide again on what was decided
    #[arg(long)]
    pub anew: bool,
    /// Why, in a sentence
    #[arg(long, visible_alias = "because", default_value = "the words say so")]
    pub reason: String,
    /// By which role; never a person's name
    #[arg(long, value_name = "ROLE", default_value = "register keeper")]
    pub by: String,
}

/// `twain review reject`.
#[derive(Debug, ClapArgs)]
pub(crate) struct RejectArgs {
    #[command(flatten)]
    pub which: Queue,
    /// Decide again on what was decided
    #[arg(long)]
    pub anew: bool,
    /// Why, in a sentence
    #[arg(long, visible_alias = "because")]
    pub reason: String,
    /// By which role; never a person's name
    #[arg(long, value_name = "ROLE", default_value = "register keeper")]
    pub by: String,
}

/// `twain review amend`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  twain review amend 3f9a01c2 --held 2020-02 --because \"wrong year\"
  twain review amend 3f9a01c2 --subject us-ny.albany~ru-tul.tula --because \"Albany, New York is meant\"
  twain review amend 3f9a01c2 --amended 77ab12cd --because \"that claim says it better\"

A new claim on the same words is written with what you change, and counts in the place of the old.")]
pub(crate) struct AmendArgs {
    /// The claim, by eight or more digits of its name
    #[arg(value_name = "CLAIM")]
    pub claim: String,
    /// What it is about: a party, or the parties of a tie joined by ~
    #[arg(long, value_name = "ID")]
    pub subject: Option<String>,
    /// When it held: 2020-02, 1991/.., 1991/2022
    #[arg(long, value_name = "PERIOD")]
    pub held: Option<String>,
    /// The class of a tie
    #[arg(long, value_name = "CLASS")]
    pub class: Option<String>,
    /// The word the source uses for a tie
    #[arg(long, value_name = "WORD")]
    pub word: Option<String>,
    /// The kind of an act, an activity or a party
    #[arg(long, value_name = "KIND")]
    pub kind: Option<String>,
    /// The side that decided, traveled or sent; empty for all
    #[arg(long, value_name = "PARTY")]
    pub from: Option<String>,
    /// What happened, in a sentence
    #[arg(long, value_name = "TEXT")]
    pub summary: Option<String>,
    /// The condition of an act; empty for none
    #[arg(long, value_name = "TEXT")]
    pub condition: Option<String>,
    /// The number of a stated count, or of people
    #[arg(long, value_name = "N")]
    pub number: Option<u32>,
    /// The name of a party or carrier, or the words of a wish
    #[arg(long, value_name = "TEXT")]
    pub name: Option<String>,
    /// Whose words they are: an office; empty for the source's own
    #[arg(long, value_name = "OFFICE")]
    pub speaker: Option<String>,
    /// A claim that says it, in place of a new one
    #[arg(long, value_name = "CLAIM", conflicts_with_all = ["subject", "held", "class", "word", "kind", "from", "summary", "condition", "number", "name", "speaker"])]
    pub amended: Option<String>,
    /// Decide again on what was decided
    #[arg(long)]
    pub anew: bool,
    /// Why, in a sentence
    #[arg(long, visible_alias = "because")]
    pub reason: String,
    /// By which role; never a person's name
    #[arg(long, value_name = "ROLE", default_value = "register keeper")]
    pub by: String,
}
