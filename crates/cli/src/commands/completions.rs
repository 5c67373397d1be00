//! `twain completions`: what a shell needs to complete our command line.

use crate::args::{self, CompletionsArgs};
use crate::exit::{Exit, Outcome};
use crate::open::Context;

pub(crate) fn run(args: &CompletionsArgs, cx: Context<'_>) -> Outcome {
    let mut text = Vec::new();
    clap_complete::generate(args.shell, &mut args::command(), "twain", &mut text);
    cx.out.bytes(&text)?;
    Ok(Exit::Done)
}
