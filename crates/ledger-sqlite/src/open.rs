//! Opening: is it ours, may we write it, is its schema one we know.

use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::migrate::Migrator;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection, SqliteConnection, SqlitePool};

use crate::error::{CANNOT_OPEN, CORRUPT, NOT_A_DATABASE, READ_ONLY, primary_code};
use crate::{Error, SqliteLedger};

/// "TWAI" in ASCII, set by the first migration.
const APPLICATION_ID: u32 = 0x5457_4149;
/// How long to wait for another program that is writing.
pub(crate) const BUSY_MS: u64 = 10_000;
/// How long to wait between attempts to open a new file that another program opens at the same moment: SQLite changes the
/// journal mode without waiting for the lock.
const WAITS_MS: [u64; 9] = [5, 10, 20, 40, 80, 160, 320, 640, 1280];
/// Readers at once; more stand in line.
const N_READERS: u32 = 4;

/// At most 64 MiB of pages in memory; SQLite takes a negative number as KiB.
const CACHE_SIZE: &str = "-65536";
/// The log is folded into the file when it has 64 MiB, in pages of 4 KiB.
const LOG_PAGES: &str = "16384";

static MIGRATIONS: Migrator = sqlx::migrate!();

impl SqliteLedger {
    /// Opens the ledger at `path`, and makes it when there is no file or an empty one. An older schema is brought up to
    /// date. Other programs may have it open.
    ///
    /// # Errors
    /// When the path is a folder, not writable, not a ledger, damaged, or made by a newer program; such a file is left as
    /// it is.
    pub async fn open(path: impl AsRef<Path>) -> Result<Self, Error> {
        let path = path.as_ref();
        check_place(path)?;
        for wait_ms in WAITS_MS {
            match open_file(path).await {
                Err(Error::Busy { .. }) => tokio::time::sleep(Duration::from_millis(wait_ms)).await,
                result => return result,
            }
        }
        open_file(path).await
    }

    /// Opens the ledger at `path`, which must be there.
    ///
    /// # Errors
    /// [`Error::Missing`] when it is not, and as [`SqliteLedger::open`].
    pub async fn open_existing(path: impl AsRef<Path>) -> Result<Self, Error> {
        let path = path.as_ref();
        if path.exists() { Self::open(path).await } else { Err(Error::Missing { path: path.to_owned() }) }
    }

    /// Opens an empty ledger that is gone when the last clone is.
    ///
    /// # Errors
    /// When there is no memory.
    pub async fn open_in_memory() -> Result<Self, Error> {
        let path = Path::new(":memory:");
        // Not sqlx's option for this, with which SQLite would keep backups in memory too.
        let options = options().filename(path).create_if_missing(true);
        let writer = pool(1).connect_with(options).await.map_err(|error| opening(path, error))?;
        migrate(path, &writer).await?;
        Ok(Self { readers: writer.clone(), writer, is_file: false })
    }

    /// Waits for what is under way, folds the write-ahead log into the file and closes it. Dropping the last clone does
    /// the same in the background.
    pub async fn close(&self) {
        self.readers.close().await;
        self.writer.close().await;
    }
}

async fn open_file(path: &Path) -> Result<SqliteLedger, Error> {
    let schema = check_content(path).await?;
    let options = options().filename(path).create_if_missing(true).journal_mode(SqliteJournalMode::Wal);
    let writer = pool(1).connect_with(writing(options.clone())).await.map_err(|error| opening(path, error))?;
    if schema < newest_schema() {
        migrate(path, &writer).await?;
    }
    let readers = pool(N_READERS).connect_lazy_with(options);
    Ok(SqliteLedger { writer, readers, is_file: true })
}

fn options() -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .busy_timeout(Duration::from_millis(BUSY_MS))
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .disable_statement_logging()
}

/// What makes importing fast. Names are hashes, so a batch touches pages all over their index: room for them in memory, and
/// a longer log so that each is written to the file less often, matter more than anything else.
fn writing(options: SqliteConnectOptions) -> SqliteConnectOptions {
    options.pragma("cache_size", CACHE_SIZE).pragma("wal_autocheckpoint", LOG_PAGES).pragma("temp_store", "memory")
}

/// Connections stay open: an idle one costs little, and one in memory is the ledger.
fn pool(n_connections: u32) -> SqlitePoolOptions {
    SqlitePoolOptions::new()
        .max_connections(n_connections)
        .test_before_acquire(false)
        .idle_timeout(None)
        .max_lifetime(None)
}

/// What can be said of the path without SQLite, whose messages here are all "unable to open database file".
fn check_place(path: &Path) -> Result<(), Error> {
    if path.is_dir() {
        return Err(Error::Folder { path: path.to_owned() });
    }
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    if !folder.is_dir() {
        return Err(Error::NoFolder { path: folder.to_owned() });
    }
    for place in [folder, path] {
        if place.metadata().is_ok_and(|metadata| metadata.permissions().readonly()) {
            return Err(Error::ReadOnly { path: place.to_owned() });
        }
    }
    Ok(())
}

/// Looks into a file that is there, on a connection that changes nothing. Gives the schema, 0 when there is none yet.
async fn check_content(path: &Path) -> Result<i64, Error> {
    if path.metadata().map_or(0, |metadata| metadata.len()) == 0 {
        return Ok(0);
    }
    let look = async {
        let mut connection = options().filename(path).connect().await?;
        let found = look(&mut connection).await?;
        connection.close().await?;
        Ok(found)
    };
    let known = newest_schema();
    match look.await.map_err(|error| opening(path, error))? {
        (APPLICATION_ID, _, found) if found > known => Err(Error::NewerSchema { path: path.to_owned(), found, known }),
        (APPLICATION_ID, _, schema) => Ok(schema),
        (0, 0, _) => Ok(0),
        (found, ..) => Err(Error::NotALedger { path: path.to_owned(), found, needed: APPLICATION_ID }),
    }
}

/// Application id, number of tables and the like, newest schema applied.
async fn look(connection: &mut SqliteConnection) -> Result<(u32, i64, i64), sqlx::Error> {
    // One transaction, since another program may be making the ledger this very moment.
    let mut transaction = connection.begin().await?;
    let id: i32 = sqlx::query_scalar("pragma application_id").fetch_one(&mut *transaction).await?;
    let n_tables: i64 = sqlx::query_scalar("select count(*) from sqlite_schema").fetch_one(&mut *transaction).await?;
    let schema = if id.cast_unsigned() == APPLICATION_ID {
        let sql = "select coalesce(max(version), 0) from _sqlx_migrations where success";
        sqlx::query_scalar(sql).fetch_one(&mut *transaction).await?
    } else {
        0
    };
    transaction.rollback().await?;
    Ok((id.cast_unsigned(), n_tables, schema))
}

fn newest_schema() -> i64 {
    MIGRATIONS.iter().map(|migration| migration.version).max().unwrap_or_default()
}

/// All missing migrations or none; of several programs that open an old file at once one does it and the others wait.
async fn migrate(path: &Path, writer: &SqlitePool) -> Result<(), Error> {
    let mut transaction = writer.begin_with("begin immediate").await.map_err(|error| opening(path, error))?;
    // `run` takes any lender of connections, which the compiler cannot prove to be `Send` inside a transaction.
    MIGRATIONS
        .run_direct(None, &mut *transaction, false)
        .await
        .map_err(|error| Error::Migration { path: path.to_owned(), source: error.into() })?;
    transaction.commit().await.map_err(|error| opening(path, error))
}

fn opening(path: &Path, error: sqlx::Error) -> Error {
    let path: PathBuf = path.to_owned();
    match primary_code(&error) {
        Some(NOT_A_DATABASE | CORRUPT) => Error::NotSqlite { path, source: error.into() },
        Some(READ_ONLY | CANNOT_OPEN) => Error::ReadOnly { path },
        _ => Error::from_sqlx(error),
    }
}
