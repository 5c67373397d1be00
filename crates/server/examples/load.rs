//! temporary load test
#![allow(missing_docs, clippy::unwrap_used, clippy::allow_attributes, clippy::allow_attributes_without_reason, clippy::cast_possible_truncation)]
use std::io::{Read, Write};
use std::sync::Arc;
use std::time::{Duration, Instant};
use model::{Entry, Name, Seq};
use register::{House, Register};
use server::{Shared, Site};

fn main() {
    let n_claims: usize = std::env::args().nth(1).map_or(200_000, |a| a.parse().unwrap());
    let cache: usize = std::env::args().nth(2).map_or(64, |a| a.parse().unwrap());
    let mut register = Register::new(House::default());
    register.apply(testkit::synthetic(20_000, n_claims, 7).into_iter().enumerate().map(|(idx, body)| {
        let seq = idx as u64 + 1;
        let mut bytes = [7; 32];
        bytes[..8].copy_from_slice(&seq.wrapping_mul(0x9E37_79B9_7F4A_7C15).to_be_bytes());
        Entry { seq: Seq(seq), name: Name(bytes), recorded_at: "2024-01-02T03:04:05Z".parse().unwrap(), body }
    }));
    let ids: Vec<String> = register.tie_keys().map(|k| register.tie(k).id().to_string()).collect();
    let names: Vec<String> = register.party_keys().map(|k| register.party(k).name.clone()).collect();
    let site = Site { definitions: vec![], coverage: String::new(), licence: String::new(), today: || jiff::civil::date(2026, 11, 23), cache_bytes: cache << 20 };
    let shared = Arc::new(Shared::new(site, Arc::new(register), "head".into()));
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        let rt = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        rt.block_on(async { server::serve(tokio::net::TcpListener::from_std(listener).unwrap(), shared, std::future::pending()).await.unwrap() });
    });
    let q = |s: &str| s.bytes().map(|b| format!("%{b:02X}")).collect::<String>();
    let few = |n: usize| ids.iter().step_by((ids.len() / n).max(1)).cloned().collect::<Vec<_>>();
    let runs: Vec<(&str, Vec<String>, bool)> = vec![
        ("favicon", vec!["/favicon.svg".into()], false),
        ("tie json, all 20000", ids.iter().map(|i| format!("/api/ties/{i}")).collect(), false),
        ("tie json, 1000 of them", few(1000).iter().map(|i| format!("/api/ties/{i}")).collect(), false),
        ("tie page, all 20000", ids.iter().map(|i| format!("/ties/{i}")).collect(), false),
        ("tie page, 1000 of them", few(1000).iter().map(|i| format!("/ties/{i}")).collect(), false),
        ("search, all names", names.iter().map(|n| format!("/api/search?q={}&limit=10", q(n))).collect(), false),
        ("list of 100, 40 dates", (0..40).map(|d| format!("/api/ties?limit=100&true_on=20{:02}-01-01", d % 27)).collect(), false),
        ("list of 100, 40 dates, gzip", (0..40).map(|d| format!("/api/ties?limit=100&true_on=20{:02}-01-01", d % 27)).collect(), true),
        ("map, plain", vec!["/api/map".into()], false),
        ("map, gzip", vec!["/api/map".into()], true),
        ("home", vec!["/".into()], false),
    ];
    for (name, paths, gzip) in runs {
        let t = Instant::now();
        for p in paths.iter().take(1) { one(address, p, gzip); }
        let first = t.elapsed();
        for round in 0..2 {
            let (n, took, bytes, mut lat) = hammer(address, &paths, gzip, Duration::from_secs(3));
            lat.sort_unstable();
            println!("{name:<30} round {round} first {:>7.1} ms  {:>8.0}/s  {:>7.1} MB/s  {:>6} B  p50 {:>6.2} ms p99 {:>6.2} ms", first.as_secs_f64() * 1e3, n as f64 / took, bytes as f64 / took / 1e6, bytes / n.max(1), lat[lat.len() / 2] as f64 / 1e3, lat[lat.len() * 99 / 100] as f64 / 1e3);
        }
    }
}
fn one(a: std::net::SocketAddr, p: &str, gzip: bool) { let mut s = std::net::TcpStream::connect(a).unwrap(); s.write_all(req(p, gzip).as_bytes()).unwrap(); let mut buf = vec![0; 1 << 20]; let mut got = 0; let mut need = usize::MAX; while got < need { let n = s.read(&mut buf[..]).unwrap(); if got == 0 { need = total(&buf[..n]); } got += n; } }
fn req(p: &str, gzip: bool) -> String { format!("GET {p} HTTP/1.1\r\nhost: x\r\n{}\r\n", if gzip { "accept-encoding: gzip\r\n" } else { "" }) }
fn total(head: &[u8]) -> usize { let end = head.windows(4).position(|w| w == b"\r\n\r\n").unwrap() + 4; let text = std::str::from_utf8(&head[..end]).unwrap(); assert!(text.starts_with("HTTP/1.1 200"), "{text}"); let len: usize = text.lines().find_map(|l| l.strip_prefix("content-length: ")).unwrap().parse().unwrap(); end + len }
fn hammer(a: std::net::SocketAddr, paths: &[String], gzip: bool, time: Duration) -> (usize, f64, usize, Vec<u32>) {
    let rt = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let reqs: Arc<Vec<String>> = Arc::new(paths.iter().map(|p| req(p, gzip)).collect());
    rt.block_on(async {
        let next = Arc::new(std::sync::atomic::AtomicUsize::new(0));
        let start = Instant::now();
        let mut tasks = vec![];
        for _ in 0..32 {
            let (reqs, next) = (reqs.clone(), next.clone());
            tasks.push(tokio::spawn(async move {
                use tokio::io::{AsyncReadExt, AsyncWriteExt};
                let mut s = tokio::net::TcpStream::connect(a).await.unwrap();
                s.set_nodelay(true).unwrap();
                let mut buf = vec![0; 1 << 18];
                let (mut n, mut bytes, mut lat) = (0, 0, vec![]);
                while start.elapsed() < time {
                    let i = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                    let t = Instant::now();
                    s.write_all(reqs[i % reqs.len()].as_bytes()).await.unwrap();
                    let mut got = 0; let mut need = usize::MAX;
                    while got < need { let k = s.read(&mut buf[..]).await.unwrap(); if got == 0 { need = total(&buf[..k]); } got += k; }
                    n += 1; bytes += got; lat.push(t.elapsed().as_micros() as u32);
                }
                (n, bytes, lat)
            }));
        }
        let (mut n, mut bytes, mut lat) = (0, 0, vec![]);
        for t in tasks { let (a, b, c) = t.await.unwrap(); n += a; bytes += b; lat.extend(c); }
        (n, start.elapsed().as_secs_f64(), bytes, lat)
    })
}
