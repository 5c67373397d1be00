//! The command line: every command, option and example.

mod account;
mod command;
mod correct;
mod exchange;
mod gate;
mod gazetteer;
mod help;
mod keep;
mod look;
mod plan;
mod read;
mod review;
mod words;

pub(crate) use account::{AccountArgs, AccountCommand};
pub(crate) use command::{Args, ColorWhen, Command, Days, Format, FormatArg, Global};
pub(crate) use correct::{MergeArgs, RetractArgs, SplitArgs};
pub(crate) use exchange::{ExportArgs, ExportForm, ExportWhat, ImportArgs};
pub(crate) use gate::GateArgs;
pub(crate) use gazetteer::{BuildArgs, FindArgs, GazetteerArgs, GazetteerCommand, InfoArgs, NearArgs};
pub(crate) use help::{command, read};
pub(crate) use keep::{BackupArgs, CompletionsArgs, RestoreArgs, VerifyArgs};
pub(crate) use look::{CountArgs, ListWhich, ServeArgs, ShowArgs, TiesArgs};
pub(crate) use plan::{MatchArgs, MatchForm, ObjectiveArg};
pub(crate) use read::ReadArgs;
pub(crate) use review::{
    AcceptArgs, AmendArgs, ListArgs, Queue, RejectArgs, ReviewArgs, ReviewCommand, ReviewShowArgs,
};
