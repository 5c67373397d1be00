//! One module per command. Each gives back how the run ends.

mod account;
mod backup;
mod completions;
mod correct;
mod count;
mod export;
mod gate;
pub(crate) mod gazetteer;
mod import;
mod matching;
mod read;
mod restore;
mod review;
mod run;
mod serve;
mod show;
mod stop;
mod ties;
mod verify;

pub(crate) use run::run;
