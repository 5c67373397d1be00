//! Secrets that stand for somebody: 256 random bits, of which only a hash is kept.
//!
//! A hash without salt and work is enough here, unlike for passwords: nobody can try 2²⁵⁶ values. What a secret is for goes
//! into its hash, so that a link never passes for a session, whoever mixes up two columns.

use std::fmt;

/// What a secret is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A browser in which somebody is signed in.
    Session,
    /// A link that makes or mends an account, once.
    Link,
    /// A program that reads.
    Token,
    /// A form that nobody signed in sends.
    Form,
}

/// A secret. It is shown once, by [`Secret::reveal`]; `Debug` does not show it.
#[derive(Clone)]
pub struct Secret([u8; 32]);

impl Secret {
    /// A new one, from the random source of the system.
    ///
    /// # Panics
    /// When the system has no random source: then nothing here would be safe.
    #[must_use]
    pub fn random() -> Self {
        Self(random())
    }

    /// Reads what [`Secret::reveal`] gave: 64 hexadecimal digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        blake3::Hash::from_hex(text).ok().map(|bytes| Self(bytes.into()))
    }

    /// The secret as 64 hexadecimal digits, for its holder alone.
    #[must_use]
    pub fn reveal(&self) -> String {
        blake3::Hash::from(self.0).to_hex().to_string()
    }

    /// What is kept of it.
    #[must_use]
    pub fn kept(&self, kind: Kind) -> [u8; 32] {
        let context = match kind {
            Kind::Session => "twain 2026-11-23 accounts: session",
            Kind::Link => "twain 2026-11-23 accounts: link",
            Kind::Token => "twain 2026-11-23 accounts: token",
            Kind::Form => "twain 2026-11-23 accounts: form",
        };
        blake3::derive_key(context, &self.0)
    }

    /// A stamp for a form: shows that who made the form knew the secret, and tells nothing of it. Each is different, so that
    /// the size of a compressed page tells nothing either (the BREACH attack).
    #[must_use]
    pub fn stamp(&self) -> String {
        let salt: [u8; 16] = random();
        let salt = hex(&salt);
        format!("{salt}{}", self.stamped(&salt).to_hex())
    }

    /// Whether a stamp was made with this secret. Takes the same time whatever is wrong with it.
    #[must_use]
    pub fn is_stamp(&self, stamp: &str) -> bool {
        let Some((salt, mark)) = stamp.split_at_checked(32) else { return false };
        // `blake3::Hash` compares in constant time.
        blake3::Hash::from_hex(mark).is_ok_and(|mark| mark == self.stamped(salt))
    }

    fn stamped(&self, salt: &str) -> blake3::Hash {
        let key = blake3::derive_key("twain 2026-11-23 accounts: stamp", &self.0);
        blake3::keyed_hash(&key, salt.as_bytes())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Secret(…)")
    }
}

/// Random bytes of the system.
pub(crate) fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("a system without a random source cannot keep accounts");
    bytes
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |text, byte| text + &format!("{byte:02x}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_read_back_and_hidden() {
        let secret = Secret::random();
        let read = Secret::parse(&secret.reveal()).expect("it is read back");
        assert_eq!(read.reveal(), secret.reveal());
        assert_ne!(Secret::random().reveal(), secret.reveal());
        assert_eq!(format!("{secret:?}"), "Secret(…)");
        for text in ["", "00", &"g".repeat(64), &"0".repeat(63), &"0".repeat(65), "тайна"] {
            assert!(Secret::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn what_is_kept_depends_on_what_it_is_for() {
        let secret = Secret::random();
        let kept = [Kind::Session, Kind::Link, Kind::Token, Kind::Form].map(|kind| secret.kept(kind));
        for (idx, one) in kept.iter().enumerate() {
            assert!(kept[idx + 1..].iter().all(|other| other != one));
            assert_ne!(hex(one), secret.reveal());
        }
    }

    #[test]
    fn stamps_hold_for_their_secret_alone() {
        let (secret, other) = (Secret::random(), Secret::random());
        let stamp = secret.stamp();
        assert_ne!(stamp, secret.stamp());
        assert!(secret.is_stamp(&stamp) && !other.is_stamp(&stamp));
        let changed = if stamp.ends_with('0') { "1" } else { "0" };
        for wrong in ["", "ж", &stamp[1..], &format!("{}{changed}", &stamp[..95]), &format!("{stamp}0")] {
            assert!(!secret.is_stamp(wrong), "{wrong}");
        }
    }
}
