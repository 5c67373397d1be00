//! One module per command. Each gives back how the run ends.

mod backup;
mod completions;
mod correct;
mod count;
mod export;
mod import;
mod restore;
mod run;
mod serve;
mod show;
mod stop;
mod ties;
mod verify;

pub(crate) use run::run;
