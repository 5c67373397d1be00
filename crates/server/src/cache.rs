//! Finished bodies, ready to send: the same few pages and records are asked for again and again, and making one costs a
//! hundred times what sending it does.
//!
//! The key is the path and query as asked. Two spellings of one question are kept twice, which costs a little memory and
//! saves reading the query at all: a hit is one hash, one read lock and one clone of a reference-counted body. The register
//! and the day are not in the key because each [`Snapshot`](crate::shared::Snapshot) has a cache of its own. The standard library is enough: sixteen
//! shards of two generations each. A hit in the old generation moves the body to the young one; when the young one is full,
//! the old one is dropped. That keeps what is asked for, in bounded memory, without a list to keep in order.

use std::hash::BuildHasher;
use std::io::Write;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use axum::body::Bytes;
use axum::http::HeaderValue;
use flate2::Compression;
use flate2::write::GzEncoder;
use rustc_hash::{FxBuildHasher, FxHashMap};

const N_SHARDS: usize = 16;
/// Below this a body fits into one packet, and compressing it only costs time.
const MIN_GZIP: usize = 1_400;
/// What an entry costs beside its body and key.
const OVERHEAD: usize = 256;

/// A body with what its headers say.
#[derive(Debug)]
pub(crate) struct Finished {
    pub(crate) content_type: HeaderValue,
    pub(crate) cache_control: HeaderValue,
    /// Strong: the hash of the body.
    pub(crate) etag: HeaderValue,
    pub(crate) body: Bytes,
    /// Compressed when it was first asked for so.
    gzip: OnceLock<Option<Zipped>>,
}

/// The compressed form; another representation, so it has a tag of its own.
#[derive(Debug, Clone)]
pub(crate) struct Zipped {
    pub(crate) etag: HeaderValue,
    pub(crate) body: Bytes,
}

impl Finished {
    pub(crate) fn new(content_type: HeaderValue, cache_control: HeaderValue, body: Bytes) -> Self {
        let etag = tag(&body, "");
        Self { content_type, cache_control, etag, body, gzip: OnceLock::new() }
    }

    /// The body for those who accept gzip, when that is smaller.
    pub(crate) fn zipped(&self) -> Option<&Zipped> {
        self.gzip.get_or_init(|| self.zip()).as_ref()
    }

    /// Whether the compressed form was made, or found not worth it.
    pub(crate) fn is_zipped(&self) -> bool {
        self.gzip.get().is_some()
    }

    /// Whether there is a compressed form at all.
    pub(crate) fn is_compressible(&self) -> bool {
        let kind = self.content_type.as_bytes();
        let is_text = [&b"text/"[..], b"application/", b"image/svg"].iter().any(|start| kind.starts_with(start));
        is_text && self.body.len() >= MIN_GZIP
    }

    fn zip(&self) -> Option<Zipped> {
        if !self.is_compressible() {
            return None;
        }
        let mut encoder = GzEncoder::new(Vec::with_capacity(self.body.len() / 4), Compression::new(5));
        encoder.write_all(&self.body).ok()?;
        let body = Bytes::from(encoder.finish().ok()?);
        (body.len() < self.body.len()).then(|| Zipped { etag: tag(&self.body, "-gz"), body })
    }

    /// What it takes, its compressed form included whether made or not.
    fn weight(&self, key: &str) -> usize {
        self.body.len() + self.body.len() / 4 + key.len() + OVERHEAD
    }
}

fn tag(body: &[u8], suffix: &str) -> HeaderValue {
    let hash = blake3::hash(body).to_hex();
    HeaderValue::try_from(format!("\"{}{suffix}\"", &hash[..20])).expect("hexadecimal digits fit into a header")
}

#[derive(Debug, Default)]
struct Shard {
    young: FxHashMap<Box<str>, Arc<Finished>>,
    old: FxHashMap<Box<str>, Arc<Finished>>,
    young_bytes: usize,
}

/// The finished bodies of one snapshot.
#[derive(Debug)]
pub(crate) struct Bodies {
    /// Half of the memory, for what fits into a generation of a shard.
    shards: Vec<RwLock<Shard>>,
    /// The most bytes of one generation of one shard.
    share: usize,
    /// The other half, for the few bodies that do not: maps and long lists.
    large: RwLock<Shard>,
    /// The most bytes of one generation of the large ones.
    large_share: usize,
}

impl Bodies {
    pub(crate) fn new(most_bytes: usize) -> Self {
        let shards = std::iter::repeat_with(RwLock::default).take(N_SHARDS).collect();
        Self { shards, share: most_bytes / 4 / N_SHARDS, large: RwLock::default(), large_share: most_bytes / 4 }
    }

    pub(crate) fn get(&self, key: &str) -> Option<Arc<Finished>> {
        let (found, is_young) = find(self.shard(key), key).or_else(|| find(&self.large, key))?;
        if !is_young {
            self.put(key, Arc::clone(&found));
        }
        Some(found)
    }

    /// Keeps a body; one that would fill a quarter of all memory is not kept.
    pub(crate) fn put(&self, key: &str, finished: Arc<Finished>) {
        let weight = finished.weight(key);
        let (shard, share) =
            if weight <= self.share { (self.shard(key), self.share) } else { (&self.large, self.large_share) };
        if weight > share {
            return;
        }
        let mut shard = shard.write().unwrap_or_else(PoisonError::into_inner);
        if shard.young_bytes + weight > share {
            shard.old = std::mem::take(&mut shard.young);
            shard.young_bytes = 0;
        }
        if shard.young.insert(key.into(), finished).is_none() {
            shard.young_bytes += weight;
        }
    }

    fn shard(&self, key: &str) -> &RwLock<Shard> {
        let hash = FxBuildHasher.hash_one(key);
        // FxHash is weakest in its low bits.
        &self.shards[(hash >> 60) as usize % N_SHARDS]
    }
}

/// A body, and whether it is in the young generation.
fn find(shard: &RwLock<Shard>, key: &str) -> Option<(Arc<Finished>, bool)> {
    let shard = shard.read().unwrap_or_else(PoisonError::into_inner);
    let young = shard.young.get(key).map(|found| (Arc::clone(found), true));
    young.or_else(|| shard.old.get(key).map(|found| (Arc::clone(found), false)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finished(n_bytes: usize) -> Arc<Finished> {
        let text = HeaderValue::from_static("text/plain");
        Arc::new(Finished::new(text.clone(), text, Bytes::from(vec![b'a'; n_bytes])))
    }

    #[test]
    fn what_is_asked_for_stays_and_memory_is_bounded() {
        let bodies = Bodies::new(N_SHARDS * 4 * 10_000);
        bodies.put("/kept", finished(1_000));
        for idx in 0..10_000 {
            bodies.put(&format!("/{idx}"), finished(1_000));
            assert!(bodies.get("/kept").is_some(), "lost after {idx}");
        }
        let n_bytes: usize = bodies
            .shards
            .iter()
            .flat_map(|shard| {
                let shard = shard.read().expect("not poisoned");
                shard.young.values().chain(shard.old.values()).map(|body| body.body.len()).collect::<Vec<_>>()
            })
            .sum();
        assert!(n_bytes < N_SHARDS * 2 * 10_000, "{n_bytes} bytes kept");
    }

    #[test]
    fn small_bodies_are_not_compressed_and_large_ones_have_their_own_tag() {
        assert!(finished(100).zipped().is_none());
        let large = finished(100_000);
        let zipped = large.zipped().expect("compressed");
        assert!(zipped.body.len() < 1_000 && zipped.etag != large.etag);
    }
}
