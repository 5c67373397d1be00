//! A copy of the whole file, compact and as of one moment.

use std::path::Path;

use tokio::fs;

use crate::error::storage;
use crate::{Error, SqliteLedger};

impl SqliteLedger {
    /// See [`ledger::Ledger::backup_to`]. The copy appears under its name only when it is complete and on the disk.
    pub(crate) async fn vacuum_into(&self, path: &Path) -> ledger::Result<()> {
        if path.exists() {
            return Err(ledger::Error::Exists { path: path.to_owned() });
        }
        let mut part = path.as_os_str().to_owned();
        part.push(".part");
        let part = Path::new(&part);
        if part.exists() {
            fs::remove_file(part).await.map_err(io("remove", part))?;
        }
        let text = part.to_str().ok_or_else(|| io("write", part)(std::io::ErrorKind::InvalidFilename.into()))?;
        sqlx::query("vacuum into ?").bind(text).execute(&self.readers).await.map_err(storage)?;
        sync(part).await.map_err(io("write", part))?;
        fs::rename(part, path).await.map_err(io("write", path))
    }
}

async fn sync(file: &Path) -> std::io::Result<()> {
    fs::File::options().write(true).open(file).await?.sync_all().await
}

fn io(action: &'static str, path: &Path) -> impl FnOnce(std::io::Error) -> ledger::Error {
    let path = path.to_owned();
    move |source| Error::Io { action, path, source }.into()
}
