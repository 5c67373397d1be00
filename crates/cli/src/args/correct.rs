//! The commands that correct: `retract`, `merge`, `split`; `review` has a file of its own.

use clap::Args as ClapArgs;

/// `twain retract`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Example:
  twain retract 3f9a01c2 --reason \"typed twice\"")]
pub(crate) struct RetractArgs {
    /// The claim, by eight or more digits of its name
    pub claim: String,
    #[command(flatten)]
    pub why: Why,
}

/// `twain merge`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Example:
  twain merge us-ny.albany-city us-ny.albany --reason \"one city, two spellings\"")]
pub(crate) struct MergeArgs {
    /// The id to give up
    pub from: String,
    /// The id to keep
    pub into: String,
    #[command(flatten)]
    pub why: Why,
}

/// `twain split`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Example:
  twain split 90c4be11 --reason \"they are two towns after all\"")]
pub(crate) struct SplitArgs {
    /// The merge, by eight or more digits of its name
    pub merge: String,
    #[command(flatten)]
    pub why: Why,
}

/// Why, and by which role.
#[derive(Debug, ClapArgs)]
pub(crate) struct Why {
    /// Why, in a sentence
    #[arg(long)]
    pub reason: String,
    /// By which role; never a person's name
    #[arg(long, value_name = "ROLE", default_value = "register keeper")]
    pub by: String,
}
