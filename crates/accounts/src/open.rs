//! Opening the file: readable by its owner alone, ours, with a schema we know.

use std::path::Path;
use std::time::Duration;

use sqlx::migrate::Migrator;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, SqlitePool};

use crate::Accounts;
use crate::error::{Error, Result};
use crate::password::{Hasher, Work};

/// "TWAC" in ASCII, set by the first migration.
const APPLICATION_ID: i32 = 0x5457_4143;
/// How long to wait for another program that is writing.
const BUSY: Duration = Duration::from_secs(10);
/// How often to try to open a file that another program opens at the same moment, and how long to wait between.
const TRIES: u32 = 8;
const BETWEEN: Duration = Duration::from_millis(40);

static MIGRATIONS: Migrator = sqlx::migrate!();

impl Accounts {
    /// Opens the file at `path`, and makes it when missing. Only its owner may read and write it; where others may, that is
    /// mended. An older schema is brought up to date.
    ///
    /// # Errors
    /// When the file cannot be written, is another program's, or was made by a newer program.
    pub async fn open(path: impl AsRef<Path>) -> Result<Self> {
        let path = path.as_ref();
        make_private(path).map_err(|source| Error::Io { path: path.to_owned(), source })?;
        let mut n_tries = 1;
        loop {
            match open_file(path).await {
                // SQLite changes the journal mode without waiting for the lock.
                Err(Error::Sqlite { .. }) if n_tries < TRIES => tokio::time::sleep(BETWEEN * n_tries).await,
                opened => return opened,
            }
            n_tries += 1;
        }
    }

    /// Opens a file that is gone when the last clone is. `work` is what a password costs: tests cannot wait for much.
    ///
    /// # Errors
    /// When there is no memory.
    pub async fn open_in_memory(work: Work) -> Result<Self> {
        let options = options().filename(":memory:");
        let pool = SqlitePoolOptions::new().max_connections(1).idle_timeout(None).max_lifetime(None);
        let pool = pool.connect_with(options).await?;
        migrate(&pool).await?;
        Ok(Self { pool, hasher: Hasher::new(work) })
    }

    /// Waits for what is under way and closes the file.
    pub async fn close(&self) {
        self.pool.close().await;
    }
}

async fn open_file(path: &Path) -> Result<Accounts> {
    let options = options().filename(path).journal_mode(SqliteJournalMode::Wal);
    let pool = SqlitePoolOptions::new().max_connections(4).connect_with(options).await.map_err(|error| {
        // "File is not a database": https://www.sqlite.org/rescode.html#notadb
        let code = error.as_database_error().and_then(|error| error.code().map(|code| code.into_owned()));
        if code.as_deref() == Some("26") { Error::NotOurs { path: path.to_owned() } } else { error.into() }
    })?;
    let id: i32 = sqlx::query_scalar("pragma application_id").fetch_one(&pool).await?;
    let n_tables: i64 = sqlx::query_scalar("select count(*) from sqlite_schema").fetch_one(&pool).await?;
    if id != APPLICATION_ID && (id, n_tables) != (0, 0) {
        return Err(Error::NotOurs { path: path.to_owned() });
    }
    let known = MIGRATIONS.iter().map(|migration| migration.version).max().unwrap_or_default();
    if id == APPLICATION_ID {
        let applied = "select coalesce(max(version), 0) from _sqlx_migrations where success";
        let found: i64 = sqlx::query_scalar(applied).fetch_one(&pool).await?;
        if found > known {
            return Err(Error::NewerSchema { path: path.to_owned(), found, known });
        }
    }
    migrate(&pool).await?;
    Ok(Accounts { pool, hasher: Hasher::new(Work::STANDARD) })
}

fn options() -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .busy_timeout(BUSY)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .disable_statement_logging()
}

/// All missing migrations or none.
async fn migrate(pool: &SqlitePool) -> Result<()> {
    let mut transaction = pool.begin_with("begin immediate").await?;
    let done = MIGRATIONS.run_direct(None, &mut *transaction, false).await;
    done.map_err(|error| Error::Sqlite { source: error.into() })?;
    Ok(transaction.commit().await?)
}

/// Makes the file if missing, for its owner alone; SQLite gives the files beside it the same rights.
#[cfg(unix)]
fn make_private(path: &Path) -> std::io::Result<()> {
    use std::fs::{OpenOptions, Permissions, set_permissions};
    use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
    let mut open = OpenOptions::new();
    let file = open.read(true).write(true).create(true).truncate(false).mode(0o600).open(path)?;
    if file.metadata()?.permissions().mode() & 0o077 != 0 {
        set_permissions(path, Permissions::from_mode(0o600))?;
    }
    Ok(())
}

/// Makes the file if missing. Who may read it follows from the folder.
#[cfg(not(unix))]
fn make_private(path: &Path) -> std::io::Result<()> {
    std::fs::OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path).map(drop)
}
