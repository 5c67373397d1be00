//! One document by its address.
//!
//! The client is `ureq`: blocking, small, kept by its author for years. `reqwest` would bring a second asynchronous stack for
//! a handful of downloads. TLS is rustls with ring, which builds with a C compiler alone.

use std::io::Read;
use std::time::Duration;

use ureq::Agent;

use crate::Error;

/// What a fetch may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Until the connection stands, names and TLS included.
    pub connect: Duration,
    /// In all.
    pub whole: Duration,
    /// How large the document may be.
    pub most_bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { connect: Duration::from_secs(5), whole: Duration::from_secs(600), most_bytes: 1 << 30 }
    }
}

/// Fetches a document by HTTP or HTTPS. Redirects are followed; a proxy is taken from the environment as usual.
///
/// # Errors
/// [`Error::Fetch`] without a good answer in time, [`Error::TooLarge`] for more than the limit.
pub fn get(url: &str, limits: Limits) -> Result<Vec<u8>, Error> {
    let failed = |reason: String| Error::Fetch { url: url.to_owned(), reason };
    let config = Agent::config_builder()
        .timeout_resolve(Some(limits.connect))
        .timeout_connect(Some(limits.connect))
        .timeout_recv_response(Some(limits.connect * 4))
        .timeout_global(Some(limits.whole))
        .build();
    let answer = Agent::new_with_config(config).get(url).call().map_err(|error| failed(error.to_string()))?;
    let mut bytes = Vec::new();
    let mut body = answer.into_body().into_reader().take(limits.most_bytes + 1);
    body.read_to_end(&mut bytes).map_err(|error| failed(error.to_string()))?;
    if bytes.len() as u64 > limits.most_bytes {
        return Err(Error::TooLarge { url: url.to_owned(), most_bytes: limits.most_bytes });
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::net::TcpListener;
    use std::thread;

    use super::*;

    /// An address on this machine that answers once.
    fn answers(answer: &'static str) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let mut request = [0; 1024];
            let _ = stream.read(&mut request);
            stream.write_all(answer.as_bytes()).unwrap();
        });
        format!("http://{address}/mills.txt")
    }

    fn check(answer: &'static str, expected: Result<&[u8], &str>) {
        let limits = Limits { most_bytes: 4, ..Limits::default() };
        match (get(&answers(answer), limits), expected) {
            (Ok(bytes), Ok(expected)) => assert_eq!(bytes, expected),
            (Err(error), Err(expected)) => assert!(error.to_string().contains(expected), "{error}"),
            (found, expected) => panic!("{found:?}, expected {expected:?}"),
        }
    }

    #[test]
    fn documents_are_fetched_within_limits() {
        check("HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nmill", Ok(b"mill"));
        check("HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nmills", Err("larger than 4 bytes"));
        check("HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n", Err("404"));
        check("nonsense", Err("failed to fetch"));
    }

    #[test]
    fn nobody_there_is_said_at_once() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/", listener.local_addr().unwrap());
        drop(listener);
        assert!(matches!(get(&url, Limits::default()), Err(Error::Fetch { .. })));
    }
}
