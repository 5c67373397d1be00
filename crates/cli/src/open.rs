//! Opening the ledger an address names, and folding it into a register.

use std::time::Instant;

use camino::Utf8Path;
use ledger::Ledger;
use ledger_sqlite::SqliteLedger;
use model::Seq;
use register::{Gates, House, Register};

use crate::args::Global;
use crate::bundle;
use crate::clock::Clock;
use crate::exit::{Failure, Outcome, chain, file_failure};
use crate::out::Out;

/// How many entries are read at a time: on a large ledger, fewer are slower to read.
const PAGE: usize = 100_000;

/// What every command works with.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Context<'a> {
    /// The options for every command.
    pub global: &'a Global,
    /// Where it writes.
    pub out: Out,
    /// What time it is.
    pub clock: Clock,
}

impl Context<'_> {
    /// The place of the ledger.
    ///
    /// An address with `://` is another backend's, and there is none yet.
    pub(crate) fn place(&self) -> Outcome<&Utf8Path> {
        match self.global.db.split_once("://") {
            Some(("postgres" | "postgresql", _)) => Err(Failure::wrong(
                "this build has no backend for PostgreSQL yet",
                "name a file instead, such as --db twain.db",
            )),
            Some((scheme, _)) => Err(Failure::wrong(
                format!("there is no backend for `{scheme}://`"),
                "name a file, such as --db twain.db",
            )),
            None if self.global.db.is_empty() => {
                Err(Failure::wrong("the address of the ledger is empty", "name a file, such as --db twain.db"))
            }
            None => Ok(Utf8Path::new(&self.global.db)),
        }
    }

    /// Opens the ledger, and makes it if missing.
    pub(crate) async fn open(&self) -> Outcome<SqliteLedger> {
        let place = self.place()?;
        SqliteLedger::open(place).await.map_err(|error| opening(error, place))
    }

    /// Opens the ledger, which must be there.
    pub(crate) async fn open_existing(&self) -> Outcome<SqliteLedger> {
        let place = self.place()?;
        SqliteLedger::open_existing(place).await.map_err(|error| opening(error, place))
    }

    /// The register of the ledger, for a command that needs no more; see [`Self::open_for_reading`].
    pub(crate) async fn read(&self) -> Outcome<Register> {
        let (ledger, register) = self.open_for_reading().await?;
        ledger.close().await;
        Ok(register)
    }

    /// Opens the ledger for a command that reads: an empty one gets the bundled register first, unless told not to.
    pub(crate) async fn open_for_reading(&self) -> Outcome<(SqliteLedger, Register)> {
        // Bad rules are said before anything is done.
        self.house()?;
        self.gates()?;
        let ledger = self.open().await?;
        if !self.global.empty && ledger.head().await?.seq == Seq(0) {
            self.load_bundle(&ledger).await?;
        }
        let register = self.fold(&ledger).await?;
        Ok((ledger, register))
    }

    /// The register of a ledger.
    pub(crate) async fn fold(&self, ledger: &SqliteLedger) -> Outcome<Register> {
        let mut register = Register::new(self.house()?).with_gates(self.gates()?);
        catch_up(ledger, &mut register).await?;
        Ok(register)
    }

    /// The house rules: the bundled ones, or those of a file.
    pub(crate) fn house(&self) -> Outcome<House> {
        let Some(path) = &self.global.house else { return Ok(bundle::house()) };
        let text = read_text(path)?;
        House::parse(&text).map_err(|error| Failure::wrong(format!("{path}: {error}"), error.hint()))
    }

    /// The rules on what is allowed: the bundled ones, or those of files.
    pub(crate) fn gates(&self) -> Outcome<Gates> {
        if self.global.gates.is_empty() {
            return Ok(bundle::gates());
        }
        let texts = self.global.gates.iter().map(|path| Ok((path.as_str(), read_text(path)?)));
        let texts: Vec<(&str, String)> = texts.collect::<Outcome<_>>()?;
        Gates::parse(texts.iter().map(|(path, text)| (*path, text.as_str())))
            .map_err(|error| Failure::wrong(error.to_string(), error.hint()))
    }

    /// Loads the bundled register, in one batch: it is there whole or not at all.
    async fn load_bundle(&self, ledger: &SqliteLedger) -> Outcome<()> {
        let start = Instant::now();
        let bundled = bundle::read();
        let receipt = ledger.append(&bundled.bodies, self.clock.now).await?;
        self.out.say(&format!(
            "the ledger {} was empty: loaded the bundled register, {} claims from {} sources, in {:.2} s",
            self.global.db,
            receipt.names.len() - bundled.n_sources,
            bundled.n_sources,
            start.elapsed().as_secs_f64(),
        ));
        Ok(())
    }
}

/// Applies what the ledger has beyond the register's head.
pub(crate) async fn catch_up(ledger: &SqliteLedger, register: &mut Register) -> Outcome<()> {
    loop {
        let page = ledger.entries(register.head(), PAGE).await?;
        let is_last = page.len() < PAGE;
        register.apply(page);
        if is_last {
            return Ok(());
        }
    }
}

/// Reads a text file.
pub(crate) fn read_text(path: &Utf8Path) -> Outcome<String> {
    fs_err::read_to_string(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::InvalidData => Failure::wrong(format!("{path} is not text in UTF-8"), "save it as UTF-8"),
        _ => file_failure(&error),
    })
}

/// Says why a file cannot be opened as a ledger.
pub(crate) fn opening(error: ledger_sqlite::Error, place: &Utf8Path) -> Failure {
    use ledger_sqlite::Error as E;
    let is_wrong_use = matches!(
        error,
        E::Missing { .. }
            | E::Folder { .. }
            | E::NoFolder { .. }
            | E::NotSqlite { .. }
            | E::NotALedger { .. }
            | E::NewerSchema { .. }
    );
    let hint = error.hint();
    if is_wrong_use {
        return Failure::wrong(error, hint);
    }
    let message = chain(&error);
    let failure = Failure::outside(&message, hint);
    if message.contains(place.as_str()) { failure } else { failure.while_doing(format_args!("open {place}")) }
}
