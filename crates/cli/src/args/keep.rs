//! The commands that keep the ledger: `verify`, `backup`, `restore`; and `completions`.

use camino::Utf8PathBuf;
use clap::{Args as ClapArgs, ValueHint};

/// `twain verify`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  twain verify
  twain verify --head 4321:9f…      also that nothing was cut off since that head was printed")]
pub(crate) struct VerifyArgs {
    /// A head printed earlier, kept elsewhere
    #[arg(long, value_name = "HEAD")]
    pub head: Option<String>,
}

/// `twain backup`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Example:
  twain backup backups/twain-2026-05-01.db")]
pub(crate) struct BackupArgs {
    /// The file to write
    #[arg(value_hint = ValueHint::FilePath)]
    pub file: Utf8PathBuf,
    /// Replace the file when it is there
    #[arg(long)]
    pub force: bool,
}

/// `twain restore`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Example:
  twain restore backups/twain-2026-05-01.db --force

The ledger that was there is kept beside it as NAME.before-restore.")]
pub(crate) struct RestoreArgs {
    /// The backup
    #[arg(value_hint = ValueHint::FilePath)]
    pub file: Utf8PathBuf,
    /// Replace a ledger that is there
    #[arg(long)]
    pub force: bool,
}

/// `twain completions`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  twain completions bash > ~/.local/share/bash-completion/completions/twain
  twain completions fish > ~/.config/fish/completions/twain.fish")]
pub(crate) struct CompletionsArgs {
    /// The shell
    pub shell: clap_complete::Shell,
}
