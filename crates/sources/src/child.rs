//! Waiting for another program, not longer than it may take.

use std::io::{self, Read};
use std::process::Child;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

/// How long a package may take.
pub(crate) const WAIT: Duration = Duration::from_secs(300);
/// What a program has written is there when it ends; what its own children go on writing is not waited for longer than this.
const AFTERWARDS: Duration = Duration::from_secs(1);

/// Why a program did not do its work.
#[derive(Debug)]
pub(crate) enum Fault {
    /// It cannot be asked whether it has ended.
    Lost(io::Error),
    /// It ended with an error, having said this.
    Failed(String),
    /// It did not end in time.
    TooSlow,
}

/// Waits for the end and gives what was said on stderr.
pub(crate) fn wait(mut child: Child) -> Result<String, Fault> {
    let said = listen(&mut child);
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait().map_err(Fault::Lost)? {
            let said = collected(&said, AFTERWARDS);
            return if status.success() { Ok(said) } else { Err(Fault::Failed(said)) };
        }
        if start.elapsed() > WAIT {
            // It may have ended by now, which is just as well.
            let _ = child.kill();
            let _ = child.wait();
            return Err(Fault::TooSlow);
        }
        thread::sleep(Duration::from_millis(50));
    }
}

/// Reads stderr beside the waiting, since a full pipe would stop the child.
fn listen(child: &mut Child) -> Receiver<Vec<u8>> {
    let (to, said) = channel();
    if let Some(mut stderr) = child.stderr.take() {
        thread::spawn(move || {
            let mut piece = [0; 4096];
            // What cannot be read is not said, and what nobody waits for is not read.
            while let Ok(n_read @ 1..) = stderr.read(&mut piece) {
                if to.send(piece[..n_read].to_vec()).is_err() {
                    return;
                }
            }
        });
    }
    said
}

fn collected(said: &Receiver<Vec<u8>>, most: Duration) -> String {
    let end = Instant::now() + most;
    let mut bytes = Vec::new();
    while let Ok(piece) = said.recv_timeout(end.saturating_duration_since(Instant::now())) {
        bytes.extend(piece);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(all(test, unix))]
mod tests {
    use std::process::{Command, Stdio};

    use super::*;

    fn ended(script: &str) -> Result<String, Fault> {
        let child = Command::new("sh").args(["-c", script]).stdin(Stdio::null()).stderr(Stdio::piped()).spawn();
        wait(child.expect("there is a shell"))
    }

    #[test]
    fn what_was_said_is_given() {
        assert_eq!(ended("echo mill >&2").unwrap(), "mill\n");
        assert!(matches!(ended("echo broken >&2; exit 1"), Err(Fault::Failed(said)) if said == "broken\n"));
    }

    #[test]
    fn a_grandchild_that_keeps_stderr_open_is_not_waited_for() {
        let start = Instant::now();
        assert_eq!(ended("echo mill >&2; sleep 20 >/dev/null &").unwrap(), "mill\n");
        assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
    }
}
