//! Bodies that come in: a client may be slow, as long as it is steady.
//!
//! What is posted may be large and the way to us narrow, so no limit on the whole of it would be fair. Instead the time spent
//! waiting for bytes is limited by the bytes that came, and no single wait may be long; the limit on the time that an answer
//! takes begins anew when the client has done its part.

use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::Error;
use axum::body::{Body, Bytes, HttpBody};
use hyper::body::{Frame, SizeHint};
use tokio::time::{Instant, Sleep, sleep_until, timeout};

/// How slow a client may be.
#[derive(Debug, Clone, Copy)]
struct Rule {
    /// How long is waited whatever comes.
    grace: Duration,
    /// After that, so many bytes must have come for each second of waiting.
    bytes_per_second: u32,
    /// The longest wait for the next bytes.
    stall: Duration,
}

/// A narrow mobile line sends a few times as much.
const RULE: Rule = Rule { grace: Duration::from_secs(10), bytes_per_second: 2 << 10, stall: Duration::from_secs(20) };

/// Whose turn it is while a body comes in.
#[derive(Debug)]
pub(crate) struct Pace(Mutex<Turn>);

#[derive(Debug, Clone, Copy)]
enum Turn {
    /// We have had what we need since then.
    Ours(Instant),
    /// We wait for the client.
    Theirs,
    /// The client was too slow, and we wait no longer.
    GivenUp,
}

#[derive(Debug, thiserror::Error)]
#[error("the body came in too slowly")]
struct TooSlow;

/// A body that is given up when it comes in too slowly.
struct Paced {
    body: Body,
    pace: Arc<Pace>,
    rule: Rule,
    n_bytes: u64,
    waited: Duration,
    /// Since when we wait for the next bytes.
    waiting: Option<Instant>,
    alarm: Pin<Box<Sleep>>,
}

/// Watches how a body comes in.
pub(crate) fn paced(body: &mut Body) -> Arc<Pace> {
    paced_by(RULE, body)
}

fn paced_by(rule: Rule, body: &mut Body) -> Arc<Pace> {
    let pace = Arc::new(Pace(Mutex::new(Turn::Ours(Instant::now()))));
    *body = Body::new(Paced {
        body: std::mem::take(body),
        pace: Arc::clone(&pace),
        rule,
        n_bytes: 0,
        waited: Duration::ZERO,
        waiting: None,
        alarm: Box::pin(sleep_until(Instant::now())),
    });
    pace
}

impl Pace {
    /// Whether the client was too slow.
    pub(crate) fn is_given_up(&self) -> bool {
        matches!(*self.turn(), Turn::GivenUp)
    }

    /// Waits for an answer at most so long beside the time in which we wait for the client; `None` when it takes longer.
    pub(crate) async fn within<F: Future + Unpin>(&self, most: Duration, mut answer: F) -> Option<F::Output> {
        loop {
            let left = self.left(most);
            match timeout(left, &mut answer).await {
                Ok(made) => return Some(made),
                Err(_) if self.left(most).is_zero() => return None,
                // Bytes came meanwhile, or are still waited for; that has a limit of its own.
                Err(_) => {}
            }
        }
    }

    fn left(&self, most: Duration) -> Duration {
        match *self.turn() {
            Turn::Ours(since) => most.saturating_sub(since.elapsed()),
            Turn::Theirs | Turn::GivenUp => most,
        }
    }

    fn turn(&self) -> MutexGuard<'_, Turn> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Rule {
    /// How much longer to wait for a client that has sent so much and was waited for so long.
    fn patience(&self, n_bytes: u64, waited: Duration) -> Duration {
        let earned = Duration::from_millis(n_bytes * 1_000 / u64::from(self.bytes_per_second));
        self.stall.min((self.grace + earned).saturating_sub(waited))
    }
}

impl HttpBody for Paced {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
        let this = self.get_mut();
        if let Poll::Ready(frame) = Pin::new(&mut this.body).poll_frame(cx) {
            let now = Instant::now();
            this.waited += this.waiting.take().map_or(Duration::ZERO, |since| now - since);
            if let Some(Ok(frame)) = &frame {
                this.n_bytes += frame.data_ref().map_or(0, |bytes| bytes.len() as u64);
            }
            *this.pace.turn() = Turn::Ours(now);
            return Poll::Ready(frame);
        }
        if this.waiting.is_none() {
            let now = Instant::now();
            this.waiting = Some(now);
            this.alarm.as_mut().reset(now + this.rule.patience(this.n_bytes, this.waited));
            *this.pace.turn() = Turn::Theirs;
        }
        ready!(this.alarm.as_mut().poll(cx));
        *this.pace.turn() = Turn::GivenUp;
        Poll::Ready(Some(Err(Error::new(TooSlow))))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use std::future::poll_fn;

    use super::*;

    const MS: Duration = Duration::from_millis(1);
    const QUICK: Rule =
        Rule { grace: Duration::from_millis(300), bytes_per_second: 100, stall: Duration::from_millis(200) };

    /// Sends so many bytes each so often, then ends or stays silent.
    struct Client {
        n_left: u32,
        n_bytes: usize,
        every: Pin<Box<Sleep>>,
        pause: Duration,
        ends: bool,
    }

    impl HttpBody for Client {
        type Data = Bytes;
        type Error = Error;

        fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
            if self.n_left == 0 {
                return if self.ends { Poll::Ready(None) } else { Poll::Pending };
            }
            ready!(self.every.as_mut().poll(cx));
            let next = Instant::now() + self.pause;
            self.every.as_mut().reset(next);
            self.n_left -= 1;
            Poll::Ready(Some(Ok(Frame::data(vec![b'x'; self.n_bytes].into()))))
        }
    }

    /// How many bytes are taken of a client, whether it is given up, and whether an answer that takes 100 ms came.
    fn check(n: u32, n_bytes: usize, pause: Duration, ends: bool) -> (usize, bool, bool) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime");
        runtime.block_on(async {
            let every = Box::pin(sleep_until(Instant::now()));
            let mut body = Body::new(Client { n_left: n, n_bytes, every, pause, ends });
            let pace = paced_by(QUICK, &mut body);
            let reading = Box::pin(async {
                let mut taken = 0;
                while let Some(Ok(frame)) = poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await {
                    taken += frame.data_ref().map_or(0, Bytes::len);
                }
                taken
            });
            let taken = pace.within(100 * MS, reading).await;
            (taken.unwrap_or_default(), pace.is_given_up(), taken.is_some())
        })
    }

    #[test]
    fn who_is_slow_and_steady_is_waited_for() {
        // 600 ms in all, six times what an answer may take.
        assert_eq!(check(20, 10, 30 * MS, true), (200, false, true));
    }

    #[test]
    fn who_sends_too_little_is_given_up() {
        let (taken, is_given_up, _) = check(1_000, 1, 30 * MS, true);
        assert!(is_given_up && taken < 20, "{taken}");
    }

    #[test]
    fn who_stops_is_given_up_whatever_came_before() {
        assert_eq!(check(1, 100_000, MS, false), (100_000, true, true));
    }

    #[test]
    fn our_own_part_has_its_limit() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime");
        let late = runtime.block_on(async {
            let pace = paced_by(QUICK, &mut Body::empty());
            pace.within(10 * MS, Box::pin(tokio::time::sleep(10_000 * MS))).await
        });
        assert!(late.is_none());
    }
}
