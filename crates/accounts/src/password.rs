//! Passwords: which are taken, and how they are kept.

use std::sync::Arc;

use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization;

use crate::error::{Error, Refused, Result};
use crate::secret::random;

/// The fewest characters of a password.
///
/// # Source
/// NIST SP 800-63B-4 (2025), section 3.1.1.2: 15 where nothing but the password is asked for.
pub const LEAST_PASSWORD: usize = 15;
/// The most characters of a password.
const MOST_PASSWORD: usize = 256;
/// A password with fewer different characters is a pattern.
const LEAST_DIFFERENT: usize = 6;
/// Passwords hashed at once: each takes the memory of [`Work::STANDARD`].
const MOST_AT_ONCE: usize = 2;
/// Passwords that wait for that; more are refused, so that a flood does not hold up everybody for long.
const MOST_WAITING: usize = 64;

/// What it costs to hash a password, and so to try one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Work {
    /// Memory in KiB, at least 8.
    pub memory_kib: u32,
    /// Passes over it, at least 1.
    pub passes: u32,
}

impl Work {
    /// For every file: 19 MiB, two passes, one lane.
    ///
    /// # Source
    /// OWASP, Password Storage Cheat Sheet, argon2id.
    pub const STANDARD: Self = Self { memory_kib: 19 * 1024, passes: 2 };
    /// The least there is, for tests.
    pub const LEAST: Self = Self { memory_kib: 8, passes: 1 };
}

/// A password as kept.
#[derive(Debug, Clone)]
pub(crate) struct Kept {
    pub(crate) salt: Vec<u8>,
    pub(crate) hash: Vec<u8>,
    pub(crate) work: Work,
}

/// Hashes passwords, a few at once, off the threads that answer.
#[derive(Debug, Clone)]
pub(crate) struct Hasher {
    work: Work,
    permits: Arc<Semaphore>,
    /// Places in the line, those being hashed included.
    places: Arc<Semaphore>,
}

impl Hasher {
    pub(crate) fn new(work: Work) -> Self {
        let semaphore = |n| Arc::new(Semaphore::new(n));
        Self { work, permits: semaphore(MOST_AT_ONCE), places: semaphore(MOST_WAITING) }
    }

    /// A new password as it is to be kept.
    pub(crate) async fn keep(&self, password: &str) -> Result<Kept> {
        let salt: [u8; 16] = random();
        let hash = self.hash(password, salt.to_vec(), self.work).await?;
        Ok(Kept { salt: salt.to_vec(), hash: hash.to_vec(), work: self.work })
    }

    /// Whether a password is the one kept. Without one, takes as long and says no: who asks must not learn which names
    /// there are.
    pub(crate) async fn matches(&self, password: &str, kept: Option<&Kept>) -> Result<bool> {
        let Some(kept) = kept else {
            self.hash(password, vec![0; 16], self.work).await?;
            return Ok(false);
        };
        let found = self.hash(password, kept.salt.clone(), kept.work).await?;
        let kept: [u8; 32] = kept.hash.as_slice().try_into().unwrap_or_default();
        // `blake3::Hash` compares in constant time.
        Ok(blake3::Hash::from(found) == blake3::Hash::from(kept))
    }

    /// Whether what is kept was made with less work than is asked for today.
    pub(crate) fn is_outdated(&self, kept: &Kept) -> bool {
        kept.work != self.work
    }

    async fn hash(&self, password: &str, salt: Vec<u8>, work: Work) -> Result<[u8; 32]> {
        let _place = self.places.try_acquire().map_err(|_| Error::Busy)?;
        let _permit = self.permits.acquire().await.expect("the semaphore is never closed");
        let password = normal(password);
        let hashing = tokio::task::spawn_blocking(move || {
            let params = Params::new(work.memory_kib, work.passes, 1, Some(32))?;
            let mut hash = [0; 32];
            let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
            argon.hash_password_into(password.as_bytes(), &salt, &mut hash)?;
            Ok::<_, argon2::Error>(hash)
        });
        let failed = |message: String| Error::Hash { message };
        let hash = hashing.await.map_err(|error| failed(error.to_string()))?;
        hash.map_err(|error| failed(error.to_string()))
    }
}

/// Whether a password is taken for an account.
pub(crate) fn check(password: &str, name: &str) -> std::result::Result<(), Refused> {
    let password = normal(password);
    let n_chars = password.chars().count();
    let mut different: Vec<char> = password.chars().collect();
    different.sort_unstable();
    different.dedup();
    if n_chars < LEAST_PASSWORD {
        Err(Refused::Short)
    } else if n_chars > MOST_PASSWORD {
        Err(Refused::Long)
    } else if different.len() < LEAST_DIFFERENT || password.to_lowercase().trim() == name {
        Err(Refused::Plain)
    } else {
        Ok(())
    }
}

/// The same password typed on another keyboard has the same bytes (NFKC). What no password is so long as is cut, since
/// it cannot match anyway.
fn normal(password: &str) -> String {
    password.chars().take(MOST_PASSWORD + 1).nfkc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_that_are_taken() {
        for (password, expected) in [
            ("four words in a row", Ok(())),
            ("длинный пароль слов", Ok(())),
            ("short password", Err(Refused::Short)),
            (&"abcdefgh".repeat(40), Err(Refused::Long)),
            ("aaaaaaaaaaaaaaaa", Err(Refused::Plain)),
            ("1212121212121212", Err(Refused::Plain)),
            ("Partnership Officer", Err(Refused::Plain)),
        ] {
            assert_eq!(check(password, "partnership officer"), expected, "{password}");
        }
    }
}
