//! `twain serve`.

use std::io::{Read, Write};
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
    /// The owner's first link, while there is no owner.
    link: Option<String>,
}

impl Served {
    fn start(place: &Place) -> Self {
        Self::start_at(place, &["serve", "--listen", "127.0.0.1:0"])
    }

    fn start_at(place: &Place, args: &[&str]) -> Self {
        let mut command = place.command(args);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the binary runs");
        // The address and the link come in one piece, or the link never.
        let mut bytes = [0; 1024];
        let n_bytes = child.stdout.take().expect("piped").read(&mut bytes).expect("the address");
        let text = String::from_utf8_lossy(&bytes[..n_bytes]).into_owned();
        let mut lines = text.lines().filter_map(|line| line.strip_prefix("http://"));
        let address = lines.next().expect("an address").to_owned();
        let link = lines.next().map(|link| link[address.len()..].to_owned());
        Self { child, address, link }
    }

    /// Asks with a method, headers and a body of a form, and gives the whole answer.
    fn ask(&self, method: &str, path: &str, headers: &str, body: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n\
             content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n{headers}\r\n{body}",
            self.address,
            body.len(),
        )
        .expect("it takes requests");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("it answers");
        answer
    }

    /// Uses a one-time link: gives the answer, and the session cookie where there is one.
    fn settle(&self, link: &str, name: &str) -> (String, Option<String>) {
        let page = self.get(link);
        let between = |text: &str, start: &str, end: &str| {
            let rest = text.split_once(start)?.1;
            Some(rest.split_once(end)?.0.to_owned())
        };
        let cookie = between(&page, "set-cookie: ", ";").unwrap_or_default();
        let csrf = between(&page, "name=\"csrf\" value=\"", "\"").unwrap_or_default();
        let body = format!("csrf={csrf}&name={name}&password=mill+wheel+river+boat&again=mill+wheel+river+boat");
        let answer = self.ask("POST", link, &format!("cookie: {cookie}\r\n"), &body);
        let session = between(&answer, "set-cookie: ", ";");
        (answer, session)
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
fn the_first_link_works_once_and_dies_with_the_next_start() {
    let place = Place::with_mills();
    let first = Served::start(&place);
    let former = first.link.clone().expect("a link");
    drop(first);
    let served = Served::start(&place);
    let link = served.link.clone().expect("a link, since there is no owner");
    assert!(link.starts_with("/welcome/") && link != former);
    assert!(served.get(&former).starts_with("HTTP/1.1 404"));
    let (answer, session) = served.settle(&link, "clerk");
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    let cookie = format!("cookie: {}\r\n", session.expect("a session"));
    assert!(served.ask("GET", "/account", &cookie, "").contains("clerk"));
    assert!(served.get(&link).starts_with("HTTP/1.1 404"), "it works twice");
    drop(served);
    let served = Served::start(&place);
    assert_eq!(served.link, None, "there is an owner");
    // The session outlives the server, and `twain account` helps who has lost the password.
    assert!(served.ask("GET", "/account", &cookie, "").contains("clerk"));
    let reset = place.stdout(&["account", "reset", "clerk", "--at", "http://x"]);
    let (answer, _) = served.settle(reset.trim().strip_prefix("http://x").expect("an address"), "ignored");
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    assert!(served.ask("GET", "/account", &cookie, "").starts_with("HTTP/1.1 303"), "the old session lives");
}

#[cfg(unix)]
#[test]
fn with_an_owner_it_listens_for_other_machines() {
    let place = Place::with_mills();
    let link = place.stdout(&["account", "invite", "owner", "--at", "http://x"]);
    assert_eq!(place.code(&["serve", "--listen", "0.0.0.0:0"]), Some(2), "an invitation is no owner yet");
    let served = Served::start(&place);
    let link = link.trim().strip_prefix("http://x").expect("an address").to_owned();
    let (answer, _) = served.settle(&link, "clerk");
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    drop(served);
    let open = Served::start_at(&place, &["serve", "--listen", "0.0.0.0:0"]);
    assert!(open.address.starts_with("0.0.0.0:"), "{}", open.address);
    assert_eq!(open.ends_on("-TERM"), Some(0));
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::metadata(place.path("twain.db.accounts")).expect("it is there").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn accounts_on_the_command_line() {
    let place = Place::new();
    insta::assert_snapshot!(
        [
            place.run(&["account", "list"]),
            place.run(&["account", "invite", "mayor"]),
            place.run(&["account", "reset", "clerk"]),
            place.run(&["account", "end", "clerk"]),
        ]
        .join("\n")
    );
    let link = place.run(&["account", "invite", "reviewer", "--at", "https://twain.example.org/"]);
    assert!(link.contains("https://twain.example.org/welcome/"), "{link}");
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
