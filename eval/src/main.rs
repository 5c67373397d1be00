//! Measures what Twain reads and solves against labeled data; `cargo xtask eval` calls it.

mod ablate;
mod assign;
mod geoparse;
mod matching;
mod reader;
mod score;
mod topk;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Measures what Twain reads and solves.
#[derive(Parser)]
#[command(name = "eval")]
struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    Assign(assign::Args),
    Geoparse(Box<geoparse::Args>),
    Match(matching::Args),
    Reader(reader::Args),
    Topk(topk::Args),
}

fn main() -> ExitCode {
    let done = match Args::parse().what {
        What::Assign(args) => assign::run(&args),
        What::Geoparse(args) => geoparse::run(&args),
        What::Match(args) => matching::run(&args),
        What::Reader(args) => reader::run(&args),
        What::Topk(args) => topk::run(&args),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}
