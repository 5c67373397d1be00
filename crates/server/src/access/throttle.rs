//! Trying passwords takes ever longer: by account, whoever tries, and by client, whatever name it tries.
//!
//! Names are counted as accounts compare them, so that no other way to write one is another try. An attempt is counted before its password is looked at, so that many at once gain nothing. What is remembered is bounded:
//! when a table is full, what was longest not seen goes. The waits of an account end at a minute, since its holder waits with
//! whoever tries it; those of a client at a quarter of an hour.

use std::collections::HashMap;
use std::hash::Hash;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;

/// Names, and clients, remembered at most.
const MOST: usize = 4_096;
/// After so long without an attempt all is forgotten.
const FORGET_S: i64 = 3_600;

/// How a table waits.
struct Rule {
    /// Attempts without a wait.
    n_free: u32,
    longest_wait_s: i64,
}

const BY_NAME: Rule = Rule { n_free: 5, longest_wait_s: 60 };
/// Many people may sit behind one address.
const BY_CLIENT: Rule = Rule { n_free: 20, longest_wait_s: 900 };

#[derive(Debug, Clone, Copy)]
struct Tries {
    n: u32,
    last_s: i64,
    /// Before this no further attempt.
    until_s: i64,
}

/// What is remembered of attempts to sign in.
#[derive(Debug, Default)]
pub(crate) struct Throttle {
    names: Mutex<HashMap<String, Tries>>,
    clients: Mutex<HashMap<IpAddr, Tries>>,
}

impl Throttle {
    /// Counts an attempt; how many seconds to wait, when it comes too soon.
    pub(crate) fn attempt(&self, name: &str, client: Option<IpAddr>, now: Timestamp) -> Result<(), u64> {
        let now = now.as_second();
        if let Some(client) = client {
            attempt(&mut lock(&self.clients), network(client), now, &BY_CLIENT)?;
        }
        attempt(&mut lock(&self.names), accounts::fold(name), now, &BY_NAME)
    }

    /// Forgets the attempts of a name that has signed in, and one of the client.
    pub(crate) fn forgive(&self, name: &str, client: Option<IpAddr>) {
        lock(&self.names).remove(&accounts::fold(name));
        if let Some(client) = client
            && let Some(tries) = lock(&self.clients).get_mut(&network(client))
        {
            tries.n = tries.n.saturating_sub(1);
        }
    }
}

fn lock<T>(table: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    table.lock().unwrap_or_else(PoisonError::into_inner)
}

/// An address of version 6 stands for its /64, which one household has whole.
fn network(client: IpAddr) -> IpAddr {
    match client.to_canonical() {
        IpAddr::V6(address) => Ipv6Addr::from_bits(address.to_bits() & !u128::from(u64::MAX)).into(),
        address => address,
    }
}

fn attempt<K: Eq + Hash + Clone>(table: &mut HashMap<K, Tries>, key: K, now_s: i64, rule: &Rule) -> Result<(), u64> {
    let known = table.get(&key).copied().filter(|tries| now_s - tries.last_s < FORGET_S);
    let before = known.unwrap_or(Tries { n: 0, last_s: now_s, until_s: now_s });
    if before.until_s > now_s {
        return Err((before.until_s - now_s).unsigned_abs());
    }
    if table.len() >= MOST && !table.contains_key(&key) {
        make_room(table, now_s);
    }
    let n = before.n.saturating_add(1);
    let n_beyond = n.saturating_sub(rule.n_free).min(30);
    let wait_s = if n_beyond == 0 { 0 } else { (1_i64 << n_beyond).min(rule.longest_wait_s) };
    table.insert(key, Tries { n, last_s: now_s, until_s: now_s + wait_s });
    Ok(())
}

fn make_room<K: Eq + Hash + Clone>(table: &mut HashMap<K, Tries>, now_s: i64) {
    table.retain(|_, tries| now_s - tries.last_s < FORGET_S);
    let oldest = table.iter().min_by_key(|(_, tries)| tries.last_s).map(|(key, _)| key.clone());
    if let Some(oldest) = oldest.filter(|_| table.len() >= MOST) {
        table.remove(&oldest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + second).expect("a time")
    }

    fn client(text: &str) -> Option<IpAddr> {
        Some(text.parse().expect("an address"))
    }

    #[test]
    fn an_account_is_tried_ever_more_slowly_from_wherever() {
        let throttle = Throttle::default();
        let try_it = |idx: u8, second| throttle.attempt("Clerk", client(&format!("192.0.2.{idx}")), at(second));
        for idx in 0..5 {
            assert_eq!(try_it(idx, 0), Ok(()), "{idx}");
        }
        assert_eq!(try_it(6, 0), Ok(()));
        assert_eq!(try_it(7, 0), Err(2));
        assert_eq!(throttle.attempt(" ＣＬＥＲＫ ", client("192.0.2.9"), at(1)), Err(1));
        assert_eq!((try_it(8, 2), try_it(9, 3)), (Ok(()), Err(3)));
        let mut second = 10;
        for _ in 0..20 {
            second += 60;
            assert_eq!(try_it(10, second), Ok(()));
        }
        assert_eq!(try_it(11, second), Err(60));
        assert_eq!(throttle.attempt("other", client("192.0.2.9"), at(second)), Ok(()));
        throttle.forgive("clerk", None);
        assert_eq!(try_it(11, second), Ok(()));
        assert_eq!(try_it(12, second + FORGET_S), Ok(()));
    }

    #[test]
    fn a_client_is_slowed_whatever_it_tries() {
        let throttle = Throttle::default();
        let try_it = |idx: u32, address: &str| throttle.attempt(&format!("name {idx}"), client(address), at(0));
        for idx in 0..21 {
            assert_eq!(try_it(idx, &format!("2001:db8::{idx:x}")), Ok(()), "{idx}");
        }
        assert_eq!(try_it(22, "2001:db8::ffff"), Err(2));
        assert_eq!(try_it(22, "2001:db8:0:1::1"), Ok(()));
        assert_eq!(network("::ffff:192.0.2.1".parse().expect("an address")).to_string(), "192.0.2.1");
    }

    #[test]
    fn memory_is_bounded() {
        let throttle = Throttle::default();
        for idx in 0..10_000 {
            let _ = throttle.attempt(&format!("name {idx}"), None, at(idx));
        }
        assert!(lock(&throttle.names).len() <= MOST);
    }
}
