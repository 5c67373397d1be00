//! From arguments to the command they name.

use tokio::runtime::Builder;

use super::{
    account, backup, completions, correct, count, export, gate, gazetteer, import, matching, read, restore, review,
    serve, show, ties, verify,
};
use crate::args::{Args, Command, FormatArg};
use crate::clock::Clock;
use crate::exit::{Failure, Outcome};
use crate::open::Context;
use crate::out::Out;

/// Does what the arguments say.
pub(crate) fn run(args: &Args, out: &Out) -> Outcome {
    if args.global.format == FormatArg::Jsonl && !matches!(args.command, Command::Read(_)) {
        return Err(Failure::wrong("only `twain read` answers in JSON Lines", "use --format json"));
    }
    let cx = Context { global: &args.global, out: *out, clock: Clock::read(args.global.today) };
    // Only the server has many to answer at once.
    let mut builder = match args.command {
        Command::Serve(_) => Builder::new_multi_thread(),
        _ => Builder::new_current_thread(),
    };
    let runtime = builder.enable_all().build();
    let runtime = runtime.map_err(|error| Failure::outside(error, "try again").while_doing("start the run"))?;
    runtime.block_on(dispatch(&args.command, cx))
}

async fn dispatch(command: &Command, cx: Context<'_>) -> Outcome {
    match command {
        Command::Ties(args) => ties::run(args, cx).await,
        Command::Show(args) => show::run(args, cx).await,
        Command::Count(args) => count::run(args, cx).await,
        Command::Gate(args) => gate::run(args, cx).await,
        Command::Import(args) => import::run(args, cx).await,
        Command::Export(args) => export::run(args, cx).await,
        Command::Read(args) => read::run(args, cx).await,
        Command::Review(args) => review::run(args, cx).await,
        Command::Retract(args) => correct::retract(args, cx).await,
        Command::Merge(args) => correct::merge(args, cx).await,
        Command::Split(args) => correct::split(args, cx).await,
        Command::Verify(args) => verify::run(args, cx).await,
        Command::Backup(args) => backup::run(args, cx).await,
        Command::Restore(args) => restore::run(args, cx).await,
        Command::Match(args) => matching::run(args, cx).await,
        Command::Serve(args) => serve::run(args, cx).await,
        Command::Account(args) => account::run(args, cx).await,
        Command::Gazetteer(args) => gazetteer::run(args, cx),
        Command::Completions(args) => completions::run(args, cx),
    }
}
