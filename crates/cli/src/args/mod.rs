//! The command line: every command, option and example.

mod command;
mod correct;
mod exchange;
mod help;
mod keep;
mod look;
mod words;

pub(crate) use command::{Args, ColorWhen, Command, Days, Format, Global};
pub(crate) use correct::{MergeArgs, RetractArgs, ReviewArgs, SplitArgs};
pub(crate) use exchange::{ExportArgs, ExportForm, ExportWhat, ImportArgs};
pub(crate) use help::{command, read};
pub(crate) use keep::{BackupArgs, CompletionsArgs, RestoreArgs, VerifyArgs};
pub(crate) use look::{CountArgs, ListWhich, ServeArgs, ShowArgs, TiesArgs};
