//! `twain account`.

use accounts::Role;
use clap::{Args as ClapArgs, Subcommand};

/// `twain account`.
#[derive(Debug, ClapArgs)]
#[command(subcommand_required = true, arg_required_else_help = true, disable_help_subcommand = true)]
#[command(after_help = "\
Examples:
  twain account list
  twain account invite reviewer
  twain account reset \"partnership officer\" --at https://twain.example.org

Accounts are kept beside the ledger, in NAME.accounts; keep it apart when the ledger is published.")]
pub(crate) struct AccountArgs {
    #[command(subcommand)]
    pub what: AccountCommand,
}

/// What to do with accounts.
#[derive(Debug, Subcommand)]
pub(crate) enum AccountCommand {
    /// List accounts, those that last first
    List,
    /// Print a one-time link that makes an account with a role
    Invite(InviteArgs),
    /// Print a one-time link that gives an account a new password
    Reset(ResetArgs),
    /// End an account; its decisions and its name stay
    End(EndArgs),
}

/// `twain account invite`.
#[derive(Debug, ClapArgs)]
pub(crate) struct InviteArgs {
    /// The role: contributor, reviewer or owner
    #[arg(value_parser = role)]
    pub role: Role,
    /// Where the workbench is reached, for the link
    #[arg(long, value_name = "URL", default_value = "http://127.0.0.1:8080")]
    pub at: String,
}

/// `twain account reset`.
#[derive(Debug, ClapArgs)]
pub(crate) struct ResetArgs {
    /// The account
    pub name: String,
    /// Where the workbench is reached, for the link
    #[arg(long, value_name = "URL", default_value = "http://127.0.0.1:8080")]
    pub at: String,
}

/// `twain account end`.
#[derive(Debug, ClapArgs)]
pub(crate) struct EndArgs {
    /// The account
    pub name: String,
}

fn role(word: &str) -> Result<Role, String> {
    Role::parse(word).ok_or_else(|| "there is no such role\nhint: write contributor, reviewer or owner".to_owned())
}
