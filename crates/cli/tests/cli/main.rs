//! The whole binary from outside: code, stdout, stderr.
//!
//! Snapshots run on the invented mills of `fixtures/mills`, on a fixed day. What the bundled register must show is asserted
//! word by word in `bundled`, since its data grows.

mod backup;
mod bundled;
mod correct;
mod count;
mod export;
mod founding;
mod gate;
mod gazetteer;
mod help;
mod import;
mod kill;
mod matching;
mod read;
mod read_kill;
mod read_propose;
mod read_review;
mod reading;
mod run;
mod serve;
mod show;
mod ties;
mod verify;
