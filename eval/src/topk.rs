//! Finds the best partners of each row by inner product and says what it took.

use std::io::Write as _;
use std::time::Instant;

use anyhow::{Result, ensure};
use camino::{Utf8Path, Utf8PathBuf};
use planning::{Features, TopK, top_k};

use crate::assign::{peak_memory, read_raw};

/// Finds for each row of ROWS the rows of ITEMS with the greatest inner product.
///
/// Both files are matrices of little-endian 32-bit floating-point numbers, row by row.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The rows.
    rows: Utf8PathBuf,
    /// What they choose from.
    items: Utf8PathBuf,
    /// How many numbers describe each.
    #[arg(long, default_value_t = 64)]
    features: usize,
    /// How many to find for each row.
    #[arg(long, default_value_t = 10)]
    k: usize,
    /// Where the result goes, as CSV of row, rank, item and score.
    #[arg(long)]
    out: Option<Utf8PathBuf>,
}

pub(crate) fn run(args: &Args) -> Result<()> {
    let (rows, items) = (read(&args.rows, args.features)?, read(&args.items, args.features)?);
    let rows = Features::try_new(rows.len() / args.features, args.features, &rows)?;
    let items = Features::try_new(items.len() / args.features, args.features, &items)?;
    let start = Instant::now();
    let best = top_k(rows, items, args.k)?;
    let seconds = start.elapsed().as_secs_f64();
    let scores = |row: usize| best.row(row).iter().map(|best| f64::from(best.score));
    let total: f64 = (0..rows.n_rows()).flat_map(scores).sum();
    let work = 2.0 * rows.n_rows() as f64 * items.n_rows() as f64 * args.features as f64;
    println!("tables       {} rows, {} items, {} features", rows.n_rows(), items.n_rows(), args.features);
    println!("found        {} for each row, scores adding up to {total}", best.per_row());
    println!("solving      {seconds:.6} s, {:.0} GFLOP/s", work / seconds / 1e9);
    println!("peak memory  {}", peak_memory());
    args.out.as_deref().map_or(Ok(()), |path| write(path, rows.n_rows(), &best))
}

fn read(path: &Utf8Path, features: usize) -> Result<Vec<f32>> {
    let values = read_raw(path, |bytes: [u8; 4]| f32::from_le_bytes(bytes))?;
    ensure!(features > 0, "rows without features can't be told apart");
    ensure!(values.len() % features == 0, "{path} holds {} numbers, which are not rows of {features}", values.len());
    Ok(values)
}

fn write(path: &Utf8Path, n_rows: usize, best: &TopK) -> Result<()> {
    let mut out = std::io::BufWriter::new(fs_err::File::create(path)?);
    writeln!(out, "row,rank,item,score")?;
    for row in 0..n_rows {
        for (rank, found) in best.row(row).iter().enumerate() {
            writeln!(out, "{row},{},{},{}", rank + 1, found.item, found.score)?;
        }
    }
    out.flush()?;
    Ok(())
}
