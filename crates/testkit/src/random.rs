//! Chance that is the same every time.

/// Numbers that look random and depend on the seed alone. Not for secrets.
///
/// ```
/// let mut chance = testkit::SplitMix64::new(0);
/// assert_eq!(chance.next_u64(), 0xe220_a839_7b1d_cdaf); // the published first value for seed 0
/// ```
///
/// # Source
/// Steele, Lea and Flood (2014), "Fast splittable pseudorandom number generators".
#[derive(Debug, Clone)]
pub struct SplitMix64(u64);

impl SplitMix64 {
    /// Starts from `seed`; any number will do.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub const fn next_u64(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 to `n` − 1; 0 when `n` is 0. The bias is below 2⁻³².
    #[must_use]
    pub const fn below(&mut self, n: u32) -> u32 {
        let [a, b, c, d, ..] = self.next_u64().to_be_bytes();
        let high = u32::from_be_bytes([a, b, c, d]) as u64 * n as u64;
        let [a, b, c, d, ..] = high.to_be_bytes();
        u32::from_be_bytes([a, b, c, d])
    }

    /// One of `items`.
    ///
    /// # Panics
    /// When there are none.
    pub const fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        assert!(!items.is_empty() && items.len() < 1 << 31, "pick needs something to choose from");
        #[expect(clippy::cast_possible_truncation, reason = "the length was checked above")]
        let n = items.len() as u32;
        &items[self.below(n) as usize]
    }
}
