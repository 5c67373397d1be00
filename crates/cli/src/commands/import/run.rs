//! The two passes, one after the other.

use formats::table::{Context as TableContext, Mapping, SourceBook};
use ledger::Ledger;
use ledger_sqlite::SqliteLedger;
use model::{Maker, MakerKind, PartialDate, PartyId};
use register::Register;

use super::commit::{self, Writer};
use super::files::{self, File, FirstPass};
use super::known;
use super::report::Report;
use crate::args::ImportArgs;
use crate::bundle;
use crate::exit::{Exit, Failure, Outcome};
use crate::open::{Context, read_text};
use crate::resolve;

pub(crate) async fn run(args: &ImportArgs, cx: Context<'_>) -> Outcome {
    let mapping = mapping(args)?;
    let files = files::open(args, mapping.as_ref())?;
    let (ledger, register) = open(args, cx).await?;
    let parties = known::Parties(&register);
    let owner = args.owner.as_deref().map(|text| owner(&register, text)).transpose()?;
    let maker = maker(args);
    let setting = Setting { parties: &parties, maker: &maker, owner: owner.as_ref(), said_on: args.said_on };
    let mut book = known::source_book(&register);
    let passes = read_all(&files, &mut book, &setting)?;
    let context = setting.context(&book);
    let bundled = args.bundled.then(bundle::read);
    let mut report = Report::new(&files, &passes, bundled.as_ref());
    if report.n_problems() > 0 && !args.keep_going {
        report.refuse(cx)?;
        return Ok(Exit::WrongUse);
    }
    match ledger.filter(|_| !args.dry_run) {
        None => {
            let mut oracle = commit::Oracle::new(&register);
            report.is_dry = true;
            report.tally_bundled(bundled.as_ref().map(|bundled| oracle.bundled(bundled)));
            for (idx, (file, pass)) in files.iter().zip(&passes).enumerate() {
                report.tally(idx, oracle.file(file, pass, &context)?);
            }
        }
        Some(ledger) => {
            say_empty(&ledger, args, cx).await?;
            let mut writer = Writer::new(&ledger, cx, args.batch, report.n_rows());
            if let Some(bundled) = bundled {
                report.tally_bundled(Some(writer.bundled(bundled).await?));
            }
            for (idx, (file, pass)) in files.iter().zip(&passes).enumerate() {
                report.tally(idx, writer.file(file, pass, &context).await?);
            }
            report.is_stopped = writer.finish();
            ledger.close().await;
        }
    }
    report.answer(cx)
}

/// What the files are read against, but for the sources.
struct Setting<'a> {
    parties: &'a known::Parties<'a>,
    maker: &'a Maker,
    owner: Option<&'a PartyId>,
    said_on: Option<PartialDate>,
}

impl Setting<'_> {
    fn context<'b>(&'b self, book: &'b SourceBook) -> TableContext<'b> {
        TableContext { owner: self.owner, said_on: self.said_on, ..TableContext::new(book, self.parties, self.maker) }
    }
}

/// Reads every file, those that others cite first, and fills the book on the way. The answers are in the order of the files.
fn read_all(files: &[File<'_>], book: &mut SourceBook, setting: &Setting<'_>) -> Outcome<Vec<FirstPass>> {
    let mut passes: Vec<FirstPass> = files.iter().map(|_| FirstPass::default()).collect();
    for idx in files::reading_order(files) {
        let pass = files[idx].first_pass(&setting.context(book))?;
        pass.sources.iter().for_each(|source| book.insert(source.clone()));
        passes[idx] = pass;
    }
    Ok(passes)
}

/// Opens the ledger; a dry run opens only what is there.
async fn open(args: &ImportArgs, cx: Context<'_>) -> Outcome<(Option<SqliteLedger>, Register)> {
    if args.dry_run && !cx.place()?.exists() {
        return Ok((None, Register::new(cx.house()?)));
    }
    let ledger = cx.open().await?;
    let register = cx.fold(&ledger).await?;
    Ok((Some(ledger), register))
}

async fn say_empty(ledger: &SqliteLedger, args: &ImportArgs, cx: Context<'_>) -> Outcome<()> {
    if ledger.head().await?.seq.0 == 0 && !cx.global.empty && !args.bundled {
        cx.out.say("the ledger is empty, and will hold what is imported alone; `twain import --bundled` adds the bundled register");
    }
    Ok(())
}

fn mapping(args: &ImportArgs) -> Outcome<Option<Mapping>> {
    let Some(path) = &args.mapping else { return Ok(None) };
    let parsed = Mapping::parse(path.as_str(), &read_text(path)?);
    parsed.map(Some).map_err(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        Failure::wrong(
            format!("the mapping file cannot be used:\n{}", lines.join("\n")),
            "a mapping names a layout, and says which of its columns is which of yours",
        )
    })
}

/// The place whose list it is: one that is known, or the id of a new one.
fn owner(register: &Register, text: &str) -> Outcome<PartyId> {
    match resolve::party(register, text) {
        Ok(key) => Ok(register.party(key).id().clone()),
        Err(failure) => match PartyId::parse(text) {
            Ok(id) if text.contains('.') => Ok(id),
            _ => Err(Failure { exit: Exit::WrongUse, ..failure }),
        },
    }
}

fn maker(args: &ImportArgs) -> Maker {
    match &args.role {
        Some(role) => Maker { kind: MakerKind::Role, name: role.clone(), version: String::new() },
        None => bundle::importer(),
    }
}
