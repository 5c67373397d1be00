//! Finished bodies, ready to send: the same few pages and records are asked for again and again, and making one costs a
//! hundred times what sending it does.
//!
//! The key is the path and query as asked. Two spellings of one question are kept twice, which costs a little memory and
//! saves reading the query at all: a hit is one hash, one read lock and one clone of a reference-counted body. The register
//! and the day are not in the key because each [`Snapshot`](crate::shared::Snapshot) has a cache of its own.
//!
//! What goes when a shard is full is settled by lot. Whoever walks through all pages in turn, as crawlers do, would find none
//! of them where the oldest goes first; by lot they find the share that fits, and a hit changes nothing, so it needs no lock
//! for writing. The standard library is enough for that.

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

    /// What it takes, with what its compressed form takes on average, made or not.
    fn weight(&self, key: &str) -> usize {
        self.body.len() + self.body.len() / 8 + key.len() + OVERHEAD
    }
}

fn tag(body: &[u8], suffix: &str) -> HeaderValue {
    let hash = blake3::hash(body).to_hex();
    HeaderValue::try_from(format!("\"{}{suffix}\"", &hash[..20])).expect("hexadecimal digits fit into a header")
}

/// One body in a shard.
#[derive(Debug)]
struct Slot {
    key: Arc<str>,
    finished: Arc<Finished>,
    weight: usize,
}

#[derive(Debug, Default)]
struct Shard {
    places: FxHashMap<Arc<str>, usize>,
    slots: Vec<Slot>,
    n_bytes: usize,
    n_lots: u64,
}

impl Shard {
    fn get(&self, key: &str) -> Option<Arc<Finished>> {
        self.places.get(key).map(|place| Arc::clone(&self.slots[*place].finished))
    }

    fn put(&mut self, slot: Slot, most_bytes: usize) {
        if let Some(place) = self.places.get(&slot.key) {
            self.remove(*place);
        }
        while self.n_bytes + slot.weight > most_bytes && !self.slots.is_empty() {
            let place = self.lot();
            self.remove(place);
        }
        self.n_bytes += slot.weight;
        self.places.insert(Arc::clone(&slot.key), self.slots.len());
        self.slots.push(slot);
    }

    fn remove(&mut self, place: usize) {
        let gone = self.slots.swap_remove(place);
        self.n_bytes -= gone.weight;
        self.places.remove(&gone.key);
        if let Some(moved) = self.slots.get(place) {
            self.places.insert(Arc::clone(&moved.key), place);
        }
    }

    /// A place drawn by lot: the same ones in the same order, every time.
    ///
    /// # Source
    /// Steele, Lea, Flood (2014), "Fast splittable pseudorandom number generators", the finalizer of SplitMix64.
    fn lot(&mut self) -> usize {
        self.n_lots = self.n_lots.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.n_lots ^ (self.n_lots >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let n_slots = self.slots.len() as u64;
        usize::try_from((mixed ^ (mixed >> 31)) % n_slots).expect("a place among the slots")
    }
}

/// The finished bodies of one snapshot.
#[derive(Debug)]
pub(crate) struct Bodies {
    /// Three quarters of the memory.
    shards: Vec<RwLock<Shard>>,
    /// The most bytes of one shard.
    share: usize,
    /// The last quarter, for the few large bodies, maps above all, each of which would empty a shard.
    large: RwLock<Shard>,
    /// The most bytes of the large ones.
    large_share: usize,
}

impl Bodies {
    pub(crate) fn new(most_bytes: usize) -> Self {
        let shards = std::iter::repeat_with(RwLock::default).take(N_SHARDS).collect();
        Self { shards, share: most_bytes / 4 * 3 / N_SHARDS, large: RwLock::default(), large_share: most_bytes / 4 }
    }

    pub(crate) fn get(&self, key: &str) -> Option<Arc<Finished>> {
        let find = |shard: &RwLock<Shard>| shard.read().unwrap_or_else(PoisonError::into_inner).get(key);
        find(self.shard(key)).or_else(|| find(&self.large))
    }

    /// Keeps a body; one that would fill more than a quarter of all memory is not kept.
    pub(crate) fn put(&self, key: &str, finished: Arc<Finished>) {
        let weight = finished.weight(key);
        let is_large = weight > self.share / 8;
        let (shard, share) = if is_large { (&self.large, self.large_share) } else { (self.shard(key), self.share) };
        if weight <= share {
            let slot = Slot { key: key.into(), finished, weight };
            shard.write().unwrap_or_else(PoisonError::into_inner).put(slot, share);
        }
    }

    fn shard(&self, key: &str) -> &RwLock<Shard> {
        let hash = FxBuildHasher.hash_one(key);
        // FxHash is weakest in its low bits.
        &self.shards[(hash >> 60) as usize % N_SHARDS]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finished(n_bytes: usize) -> Arc<Finished> {
        let text = HeaderValue::from_static("text/plain");
        Arc::new(Finished::new(text.clone(), text, Bytes::from(vec![b'a'; n_bytes])))
    }

    #[test]
    fn memory_is_bounded_and_a_walk_in_turn_finds_what_fits() {
        let bodies = Bodies::new(4_000_000);
        let walk = || (0..4_000).filter(|idx| bodies.get(&format!("/{idx}")).is_some()).count();
        for round in 0..3 {
            for idx in 0..4_000 {
                let key = format!("/{idx}");
                if bodies.get(&key).is_none() {
                    bodies.put(&key, finished(1_000));
                }
            }
            let n_found = walk();
            assert!((1_500..3_000).contains(&n_found), "round {round}: {n_found} of 4,000");
        }
        let n_bytes: usize = bodies.shards.iter().map(|shard| shard.read().expect("not poisoned").n_bytes).sum();
        assert!(n_bytes <= 3_000_000, "{n_bytes} bytes kept");
    }

    #[test]
    fn large_bodies_have_room_of_their_own_and_huge_ones_are_not_kept() {
        let bodies = Bodies::new(4_000_000);
        bodies.put("/small", finished(1_000));
        bodies.put("/map", finished(700_000));
        bodies.put("/huge", finished(1_000_000));
        assert!(bodies.get("/small").is_some() && bodies.get("/map").is_some() && bodies.get("/huge").is_none());
        bodies.put("/map2", finished(700_000));
        assert!(bodies.get("/map").is_none() && bodies.get("/map2").is_some());
        bodies.put("/small", finished(2_000));
        assert_eq!(bodies.get("/small").map(|finished| finished.body.len()), Some(2_000));
    }

    #[test]
    fn small_bodies_are_not_compressed_and_large_ones_have_their_own_tag() {
        assert!(finished(100).zipped().is_none());
        let large = finished(100_000);
        let zipped = large.zipped().expect("compressed");
        assert!(zipped.body.len() < 1_000 && zipped.etag != large.etag);
    }
}
