//! The server as a process: its start, and requests per second with the server on one core and the client on the other.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use ::ledger::Ledger;
use jiff::Timestamp;
use ledger_sqlite::SqliteLedger;
use model::{Body, Subject};

use crate::figure::{Report, timed};

/// The register that requests are measured on.
const N_TIES: usize = 20_000;
const N_CLAIMS: usize = 200_000;
/// Seconds a load lasts.
const SECONDS: &str = "5";

pub(crate) fn measure(report: &mut Report) {
    let folder = tempfile::tempdir().expect("a folder");
    let bundled = folder.path().join("bundled.db");
    for (name, aim) in [
        ("serve: first start, loads the bundled register", "< 1,000 ms"),
        ("serve: later start on the bundled register", "< 1,000 ms"),
    ] {
        let (took, server) = timed(|| Server::start(&bundled));
        report.time(name, took, aim);
        drop(server);
    }
    let large = folder.path().join("large.db");
    let bodies = testkit::synthetic(N_TIES, N_CLAIMS, 7);
    fill(&large, &bodies);
    let (took, server) = timed(|| Server::start(&large));
    report.time("serve: start on 20,000 ties and 200,000 claims", took, "");
    if Command::new("wrk").arg("--version").output().is_err()
        || Command::new("taskset").arg("--version").output().is_err()
    {
        report.words("serve: requests", "not measured", "needs wrk and taskset: apt-get install wrk util-linux");
        return;
    }
    let ties = ids(&bodies);
    let tie_pages: Vec<String> = ties.iter().map(|id| format!("/ties/{id}?true_on=2020-11-29")).collect();
    let records: Vec<String> = ties.iter().map(|id| format!("/api/ties/{id}?true_on=2020-11-29")).collect();
    let searches: Vec<String> = searches(&bodies);
    let one = |path: &str| vec![path.to_owned()];
    // The map first: its body is large, and a cache full of pages would turn it out.
    for (name, paths, aim) in [
        ("serve: map of the whole register", &one("/api/map?true_on=2020-11-29"), "≥ 3,000/s, p99 < 10 ms"),
        ("serve: a tie as JSON, all ties in turn", &records, "≥ 60,000/s, p99 < 10 ms"),
        ("serve: a tie as JSON, 500 ties in turn", &records[..500].to_vec(), "≥ 60,000/s, p99 < 10 ms"),
        ("serve: a tie's page, all ties in turn", &tie_pages, "≥ 20,000/s, p99 < 10 ms"),
        ("serve: a tie's page, 500 ties in turn", &tie_pages[..500].to_vec(), "≥ 20,000/s, p99 < 10 ms"),
        ("serve: search, all names in turn", &searches, "≥ 25,000/s, p99 < 10 ms"),
        (
            "serve: list of 100 ties as of a day",
            &one("/api/ties?limit=100&true_on=2020-11-29"),
            "≥ 3,000/s, p99 < 10 ms",
        ),
    ] {
        let load = load(&server, folder.path(), paths);
        report.words(name, &load, aim);
    }
}

/// A running server, ended when dropped.
struct Server {
    process: Child,
    address: String,
}

impl Server {
    /// Starts the server on the first core and waits for the address it prints.
    fn start(db: &Path) -> Self {
        let mut process = Command::new("taskset")
            .args(["-c", "0", env!("CARGO_BIN_EXE_twain"), "--db"])
            .arg(db)
            .args(["serve", "--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("taskset starts the server");
        let stdout = process.stdout.take().expect("piped");
        let address = BufReader::new(stdout)
            .lines()
            .map_while(Result::ok)
            .find(|line| line.starts_with("http://"))
            .expect("the server prints its address");
        Self { process, address }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already; there is nothing to do about it here.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn fill(path: &Path, bodies: &[Body]) {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let ledger = SqliteLedger::open(path).await.expect("a new ledger");
        for batch in bodies.chunks(5_000) {
            ledger.append(batch, Timestamp::UNIX_EPOCH).await.expect("appended");
        }
    });
}

/// The names of all ties that the claims speak of, each once.
fn ids(bodies: &[Body]) -> Vec<String> {
    let mut ids: Vec<String> = bodies
        .iter()
        .filter_map(|body| match body {
            Body::Claim(claim) => match &claim.subject {
                Subject::Tie(tie) => Some(tie.to_string()),
                _ => None,
            },
            _ => None,
        })
        .collect();
    ids.sort();
    ids.dedup();
    ids
}

/// A search for every name that the claims give.
fn searches(bodies: &[Body]) -> Vec<String> {
    let mut paths: Vec<String> = bodies
        .iter()
        .filter_map(|body| match body {
            Body::Claim(claim) => match &claim.fact {
                model::Fact::Named(name) if name.text.is_ascii() => {
                    Some(format!("/api/search?q={}", name.text.replace(' ', "%20")))
                }
                _ => None,
            },
            _ => None,
        })
        .collect();
    paths.sort();
    paths.dedup();
    paths
}

/// Asks for one path and waits for the whole answer.
fn ask(server: &Server, path: &str) {
    let host = server.address.trim_start_matches("http://").trim_end();
    let mut stream = TcpStream::connect(host).expect("the server listens");
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").expect("sent");
    std::io::copy(&mut stream, &mut std::io::sink()).expect("answered");
}

/// Requests per second and the 99th percentile of the time of one, from `wrk` on the second core.
fn load(server: &Server, folder: &Path, paths: &[String]) -> String {
    if let [only] = paths {
        ask(server, only); // one large body is made once, not by 32 clients at the same moment
    }
    let script = folder.join("paths.lua");
    let mut lua = String::from("local paths = {\n");
    paths.iter().for_each(|path| writeln!(lua, "{path:?},").expect("a string takes all"));
    lua += "}\nlocal at = 0\nrequest = function() at = at % #paths + 1 return wrk.format('GET', paths[at]) end\n";
    std::fs::write(&script, lua).expect("a script");
    let output = Command::new("taskset")
        .args(["-c", "1", "wrk", "-t1", "-c32", "-d", SECONDS, "--latency", "-s"])
        .arg(&script)
        .arg(&server.address)
        .output()
        .expect("wrk runs");
    let text = String::from_utf8_lossy(&output.stdout);
    let field = |name: &str| {
        let line = text.lines().map(str::trim).find(|line| line.starts_with(name));
        line.and_then(|line| line.split_whitespace().last()).unwrap_or("?").to_owned()
    };
    let refused = text.lines().find(|line| line.contains("Non-2xx")).map_or("", |_| ", some refused");
    format!("{}/s, p99 {}{refused}", field("Requests/sec"), field("99%"))
}
