//! `twain serve`.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::time::Duration;

use crate::run::Place;

/// How often a condition is looked at before giving up; far more than any machine needs.
const MOST_LOOKS: u32 = 600;
const BETWEEN: Duration = Duration::from_millis(100);
/// How many clients send the half of a request.
const N_SLOW: usize = 200;
/// A body larger than any page takes.
const LARGE: usize = 64 << 20;

/// A server that ends with the test.
struct Served {
    child: Child,
    address: String,
}

impl Served {
    fn start(place: &Place) -> Self {
        let mut command = place.command(&["serve", "--listen", "127.0.0.1:0"]);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the binary runs");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("piped")).read_line(&mut line).expect("the address");
        let address = line.trim().strip_prefix("http://").expect("an address").to_owned();
        Self { child, address }
    }

    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        write!(stream, "GET {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n\r\n", self.address)
            .expect("it takes requests");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("it answers");
        answer
    }

    #[cfg(unix)]
    fn ends_on(mut self, signal: &str) -> Option<i32> {
        let sent = std::process::Command::new("kill").args([signal, &self.child.id().to_string()]).status();
        assert!(sent.expect("kill runs").success());
        for _ in 0..MOST_LOOKS {
            if let Some(status) = self.child.try_wait().expect("it is our child") {
                return status.code();
            }
            std::thread::sleep(BETWEEN);
        }
        panic!("it did not end");
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[cfg(unix)]
#[test]
fn it_answers_shows_what_others_import_and_ends_when_asked() {
    let place = Place::with_mills();
    let served = Served::start(&place);
    let ties = served.get("/api/ties");
    assert!(ties.starts_with("HTTP/1.1 200") && ties.contains("xa-7.upper-mill~xb.nether-mill"), "{ties}");
    assert!(served.get("/").contains("Nether Mill"));
    assert!(!ties.contains("xb.far"));
    place.write("more.csv", "parties,class,word,source\nxa-7.upper-mill;xb.far,full,twins,gazette-1991\n");
    place.stdout(&["import", "-q", "--kind", "ties", "more.csv"]);
    let is_seen = (0..MOST_LOOKS).any(|_| {
        std::thread::sleep(BETWEEN);
        served.get("/api/ties").contains("xb.far")
    });
    assert!(is_seen, "the new tie was never shown");
    assert_eq!(served.ends_on("-TERM"), Some(0));
    assert_eq!(place.code(&["verify"]), Some(0));
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_it_too() {
    assert_eq!(Served::start(&Place::with_mills()).ends_on("-INT"), Some(0));
}

/// Clients that send the half of a request and wait, and one that sends more than is taken, do not keep others waiting: the
/// others are answered while the slow ones are still connected.
#[test]
fn slow_clients_and_large_bodies_do_not_stop_the_others() {
    let place = Place::with_mills();
    let served = Served::start(&place);
    let letter = "/letter";
    let form = "content-type: application/x-www-form-urlencoded";
    let halves = [
        "GET / HTTP/1.1\r\nhost: mill".to_owned(),
        format!("POST {letter} HTTP/1.1\r\nhost: mill\r\n{form}\r\ncontent-length: 9000\r\n\r\nname="),
    ];
    let slow: Vec<TcpStream> = (0..N_SLOW)
        .map(|at| {
            let mut stream = TcpStream::connect(&served.address).expect("it listens");
            stream.write_all(halves[at % halves.len()].as_bytes()).expect("it takes the half of a request");
            stream
        })
        .collect();
    let mut large = TcpStream::connect(&served.address).expect("it listens");
    let head = format!("POST {letter} HTTP/1.1\r\nhost: mill\r\n{form}\r\ncontent-length: {LARGE}\r\n\r\n");
    large.write_all(head.as_bytes()).expect("it takes the head");
    // It may close the connection before all is sent: that is what is asked for.
    let _ = (0..LARGE / 4096).try_for_each(|_| large.write_all(&[b'a'; 4096]));
    for path in ["/", "/api/ties", "/places"] {
        assert!(served.get(path).starts_with("HTTP/1.1 200"), "{path}");
    }
    let is_waiting = |stream: &TcpStream| {
        stream.set_nonblocking(true).expect("a socket can be");
        stream.peek(&mut [0]).is_err_and(|error| error.kind() == std::io::ErrorKind::WouldBlock)
    };
    assert!(slow.iter().all(is_waiting), "the slow ones were still connected, and not answered");
}

#[test]
fn a_port_that_is_taken_is_the_outside() {
    let place = Place::with_mills();
    let served = Served::start(&place);
    let text = place.run(&["serve", "--listen", &served.address]);
    insta::assert_snapshot!(text.replace(&served.address, "[address]"));
}

#[test]
fn other_machines_are_kept_out() {
    let place = Place::new();
    insta::assert_snapshot!(
        [place.run(&["serve", "--listen", "0.0.0.0:8080"]), place.run(&["serve", "--listen", "8080"]),].join("\n")
    );
    assert!(!place.path("twain.db").exists());
}

#[test]
fn a_restore_waits_until_it_has_ended() {
    let place = Place::with_mills();
    place.stdout(&["backup", "-q", "copy.db"]);
    let served = Served::start(&place);
    let text = place.run(&["restore", "copy.db", "--force"]);
    assert!(text.starts_with("code: 3") && text.contains("twain serve"), "{text}");
    drop(served);
}
