//! `twain`: the one binary. It reads arguments, the clock and the terminal, and hands everything else to the other crates.
//!
//! The order of a run: [`args`] says what is wanted, [`clock`] reads the time once, [`open`] opens the ledger and loads the
//! bundled register into an empty one, a module of [`commands`] does the work and gives text for [`out`]; [`exit`] turns the
//! end of it into a code. What ties are and mean is decided in `register`; the sentences come from `server::messages`.

mod args;
mod atlas;
mod bundle;
#[cfg(test)]
mod bundle_tests;
mod clock;
mod commands;
mod exit;
mod open;
mod out;
mod progress;
mod render;
mod resolve;
mod table;

use std::process::ExitCode;

fn main() -> ExitCode {
    let args = match args::read() {
        Ok(args) => args,
        Err(code) => return code,
    };
    let out = out::Out::new(&args.global);
    match commands::run(&args, &out) {
        Ok(exit) => exit.into(),
        Err(failure) => {
            out.failure(&failure);
            failure.exit.into()
        }
    }
}
