//! Solves one assignment task from a file and says what it took, to be set beside other solvers on the same file.

use std::fmt::Write as _;
use std::io::{Read, Write as _};
use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};
use camino::{Utf8Path, Utf8PathBuf};
use planning::{
    Answer, Audit, Capacities, Costs, Goal, Pair, Range, Transport, assign, audit, audit_transport, transport,
};

/// Solves an assignment task.
///
/// FILE is in OR-Library's format (the number of rows, then the costs row by row, as text, perhaps compressed with zstd), or
/// with --raw a matrix of little-endian 64-bit floating-point numbers, row by row. An infinitely bad value forbids a pair.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The costs.
    file: Utf8PathBuf,
    /// FILE is a raw matrix of this size.
    #[arg(long, num_args = 2, value_names = ["ROWS", "COLS"])]
    raw: Option<Vec<usize>>,
    /// Look for the least total (the default).
    #[arg(long, conflicts_with = "max")]
    min: bool,
    /// Look for the greatest total.
    #[arg(long)]
    max: bool,
    /// Every row has this many partners, at least and at most.
    #[arg(long, num_args = 2, value_names = ["MIN", "MAX"], requires = "col_capacity")]
    row_capacity: Option<Vec<u32>>,
    /// Every column has this many partners, at least and at most.
    #[arg(long, num_args = 2, value_names = ["MIN", "MAX"], requires = "row_capacity")]
    col_capacity: Option<Vec<u32>>,
    /// Solve so many times and tell the median time.
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
    repeat: u32,
    /// Where the chosen pairs go, as CSV of row and column numbers from 0.
    #[arg(long)]
    out: Option<Utf8PathBuf>,
}

/// What is printed.
struct Report {
    outcome: Result<Found, String>,
    seconds: f64,
}

struct Found {
    value: f64,
    pairs: Vec<Pair>,
    audit: Audit,
}

pub(crate) fn run(args: &Args) -> Result<()> {
    let (n_rows, n_cols, values) = read(args)?;
    let costs = Costs::try_new(n_rows, n_cols, &values)?;
    let goal = if args.max { Goal::Max } else { Goal::Min };
    let report = match (&args.row_capacity, &args.col_capacity) {
        (Some(rows), Some(cols)) => {
            let ranges = |n, range: &[u32]| vec![Range { min: range[0], max: range[1] }; n];
            let capacities = Capacities { rows: ranges(n_rows, rows), cols: ranges(n_cols, cols) };
            solve_capacitated(costs, goal, &capacities, args.repeat)?
        }
        _ => solve(costs, goal, args.repeat)?,
    };
    print!("{}", describe(args, costs, &report)?);
    if let (Some(path), Ok(found)) = (&args.out, &report.outcome) {
        let mut out = std::io::BufWriter::new(fs_err::File::create(path)?);
        writeln!(out, "row,col")?;
        for (row, col) in &found.pairs {
            writeln!(out, "{row},{col}")?;
        }
        out.flush()?;
    }
    Ok(())
}

fn solve(costs: Costs, goal: Goal, repeat: u32) -> Result<Report> {
    let (answer, seconds) = time(repeat, || assign(costs, goal))?;
    let outcome = match answer {
        Answer::Impossible(clash) => {
            Err(format!("{} rows and {} columns have too few partners among them", clash.rows.len(), clash.cols.len()))
        }
        Answer::Optimal(plan) => Ok(Found {
            value: plan.value,
            pairs: plan.col_of_row.iter().enumerate().filter_map(|(row, col)| Some((row, (*col)?))).collect(),
            audit: audit(costs, goal, &plan),
        }),
    };
    Ok(Report { outcome, seconds })
}

fn solve_capacitated(costs: Costs, goal: Goal, capacities: &Capacities, repeat: u32) -> Result<Report> {
    let (answer, seconds) = time(repeat, || transport(costs, goal, capacities))?;
    let outcome = match answer {
        Transport::Impossible(short) => Err(format!(
            "{} of the {:?} need {} partners together, and there is room for {}",
            short.short.len(),
            short.side,
            short.need,
            short.room
        )),
        Transport::Optimal(plan) => {
            let audit = audit_transport(costs, goal, capacities, &plan);
            Ok(Found { value: plan.value, pairs: plan.pairs, audit })
        }
    };
    Ok(Report { outcome, seconds })
}

/// The last of so many results, and the median of the seconds they took.
fn time<T>(repeat: u32, solve: impl Fn() -> Result<T, planning::Error>) -> Result<(T, f64)> {
    let mut seconds = Vec::new();
    loop {
        let start = Instant::now();
        let answer = solve()?;
        seconds.push(start.elapsed().as_secs_f64());
        if seconds.len() == repeat as usize {
            seconds.sort_by(f64::total_cmp);
            return Ok((answer, seconds[seconds.len() / 2]));
        }
    }
}

fn describe(args: &Args, costs: Costs, report: &Report) -> Result<String> {
    let mut text = String::new();
    writeln!(text, "table        {} rows, {} columns", costs.n_rows(), costs.n_cols())?;
    writeln!(text, "goal         the {} total", if args.max { "greatest" } else { "least" })?;
    match &report.outcome {
        Err(reason) => writeln!(text, "impossible   {reason}")?,
        Ok(found) => {
            writeln!(text, "value        {}", found.value)?;
            writeln!(text, "pairs        {}", found.pairs.len())?;
            let proof = if found.audit.is_proof() { "holds" } else { "FAILS" };
            writeln!(text, "proof        {proof}: no answer is better by more than {:.1e}", found.audit.gap)?;
            if let Some(fault) = &found.audit.fault {
                writeln!(text, "fault        {fault}")?;
            }
        }
    }
    writeln!(text, "solving      {:.6} s", report.seconds)?;
    writeln!(text, "peak memory  {}", peak_memory())?;
    Ok(text)
}

fn read(args: &Args) -> Result<(usize, usize, Vec<f64>)> {
    if let Some(&[n_rows, n_cols]) = args.raw.as_deref() {
        let n_values = n_rows.checked_mul(n_cols).context("so many values can't be counted")?;
        let values = read_raw(&args.file, |bytes: [u8; 8]| f64::from_le_bytes(bytes))?;
        let n_found = values.len();
        ensure!(n_found == n_values, "{} holds {n_found} numbers, {n_rows} × {n_cols} are {n_values}", args.file);
        return Ok((n_rows, n_cols, values));
    }
    let bytes = fs_err::read(&args.file)?;
    let bytes = if args.file.extension() == Some("zst") { zstd::decode_all(bytes.as_slice())? } else { bytes };
    let text = String::from_utf8(bytes).with_context(|| format!("{} is not text; is it a --raw matrix?", args.file))?;
    let mut numbers = text.split_whitespace();
    let n: usize =
        numbers.next().context("the file is empty")?.parse().context("the first number is a count of rows")?;
    let parse = |number: &str| number.parse::<f64>().with_context(|| format!("\"{number}\" is not a number"));
    let values = numbers.map(parse).collect::<Result<Vec<f64>>>()?;
    if values.len() != n * n {
        bail!("{} announces {n} rows and holds {} costs, not {}", args.file, values.len(), n * n);
    }
    Ok((n, n, values))
}

/// Reads numbers of `SIZE` bytes each without holding the file beside them.
pub(crate) fn read_raw<const SIZE: usize, T>(path: &Utf8Path, number: fn([u8; SIZE]) -> T) -> Result<Vec<T>> {
    let mut file = fs_err::File::open(path)?;
    let length = usize::try_from(file.metadata()?.len())?;
    ensure!(length % SIZE == 0, "{path} has {length} bytes, which are not whole numbers of {SIZE} bytes");
    let mut numbers = Vec::with_capacity(length / SIZE);
    let mut room = vec![0; SIZE << 16];
    while numbers.len() < length / SIZE {
        let n_bytes = room.len().min(length - numbers.len() * SIZE);
        file.read_exact(&mut room[..n_bytes])?;
        numbers.extend(room[..n_bytes].as_chunks::<SIZE>().0.iter().map(|bytes| number(*bytes)));
    }
    Ok(numbers)
}

/// The most memory this process has had at once, where the system tells.
pub(crate) fn peak_memory() -> String {
    let status = fs_err::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse::<u64>().ok());
    kib.map_or_else(|| "not known here".to_owned(), |kib| format!("{} MB", kib * 1024 / 1_000_000))
}
