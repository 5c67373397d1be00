//! Project chores: `cargo xtask help` lists them.
//!
//! They use none of the workspace's crates, so that they also run when those do not build.

mod assets;
mod bench;
mod counts;
mod eval;
mod gazetteer;
mod npm;
mod run;
mod test;
mod tidy;
mod tools;
mod up;

use std::process::ExitCode;

const HELP: &str = "\
usage: cargo xtask COMMAND

  up [ARGS]     fetch the assets and the gazetteer, build the release, serve the register (ARGS go to `twain serve`)
  test          run every check and test there is, the browser's included; also named `ci`
  tidy          hold the rules of the house that compiler and clippy do not know
  assets        build the map, the styles and the outlines into web/dist
  gazetteer [ARGS]
                build target/twain.gazetteer where it is missing (ARGS go to `twain gazetteer build`, and build it anew)
  bench [ARGS]  print the figures of docs/reference/performance.md
  eval WHAT [ARGS]
                measure what Twain reads and solves: `eval reader FILE.jsonl --out PRED.jsonl`,
                `eval geoparse FILE.xml --out PRED.jsonl [--gold-mentions]`,
                `eval match` (the bundled briefs, to be read critically), more with `eval --help`
  help          print this
";

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let command = args.next().unwrap_or_default();
    let rest: Vec<String> = args.collect();
    let done = match command.as_str() {
        "up" => up::up(&rest),
        "test" | "ci" => test::test(),
        "tidy" => tidy::tidy(),
        "assets" => assets::assets().map(|()| true),
        "gazetteer" => gazetteer::gazetteer(&rest),
        "eval" => eval::eval(&rest),
        "bench" => bench::bench(&rest),
        "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(true)
        }
        _ => {
            eprint!("{HELP}");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(3)
        }
    }
}
