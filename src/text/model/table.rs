//! [`Table`]: weights read in place from a byte slice.
//!
//! A feature is 32 bits. The high ones choose one of 2^bits buckets, the low 16
//! are compared inside it. Nothing is decoded when a table is opened; only a
//! sieve of its features is made, because most of those asked for are not in it:
//!
//! ```text
//! bits     u32
//! scale    f32                  the greatest weight
//! starts   u32 * (2^bits + 1)   where each bucket starts, from the first
//! buckets  each:  n u8, n * low half u16, n * count u8,
//!                 then for each feature its count * (class u8, weight i8)
//! ```
//!
//! Numbers are little-endian. A weight w is stored as 127 times the cube root
//! of w / scale, which keeps small weights apart.

use super::Weights;

/// The most bits that can choose a bucket.
const MOST_BITS: u32 = 16;
/// How many bits of a feature choose its place in the sieve.
const SIEVE_BITS: u32 = 20;
/// How many features are looked up together.
const ROUND: usize = 256;
/// About so many features share a bucket.
const CROWD: usize = 8;

/// One feature with its weights by class, as the trainer hands it over.
pub type Row = (u32, Vec<(u8, f32)>);

/// A table of weights over bytes that somebody else owns.
#[derive(Debug, Clone)]
pub struct Table<'b> {
    bits: u32,
    starts: &'b [u8],
    buckets: &'b [u8],
    curve: Box<[f32; 256]>,
    /// A bit for each feature that is there, and for few that are not.
    sieve: Box<[u64]>,
}

impl<'b> Table<'b> {
    /// Opens a table; `None` if the bytes are too short to be one.
    pub fn open(bytes: &'b [u8]) -> Option<Table<'b>> {
        let (bits, rest) = bytes.split_first_chunk::<4>()?;
        let bits = u32::from_le_bytes(*bits);
        if !(1..=MOST_BITS).contains(&bits) {
            return None;
        }
        let (scale, rest) = rest.split_first_chunk::<4>()?;
        let scale = f32::from_le_bytes(*scale);
        let (starts, buckets) = rest.split_at_checked(4 * ((1 << bits) + 1))?;
        let mut curve = Box::new([0.0; 256]);
        for (byte, value) in (0..=u8::MAX).zip(curve.iter_mut()) {
            let root = f32::from(byte.cast_signed()) / 127.0;
            *value = root * root * root * scale;
        }
        let mut table = Table {
            bits,
            starts,
            buckets,
            curve,
            sieve: vec![0; 1 << (SIEVE_BITS - 6)].into(),
        };
        table.fill_sieve();
        Some(table)
    }

    fn fill_sieve(&mut self) {
        for bucket in 0..1 << self.bits {
            let Some((keys, _)) = self.bucket(bucket) else {
                continue;
            };
            for key in keys.as_chunks::<2>().0 {
                let (at, bit) = place(bucket, u16::from_le_bytes(*key));
                if let Some(word) = self.sieve.get_mut(at) {
                    *word |= bit;
                }
            }
        }
    }

    /// A table without weights.
    pub fn empty() -> Table<'b> {
        Table {
            bits: MOST_BITS,
            starts: &[],
            buckets: &[],
            curve: Box::new([0.0; 256]),
            sieve: Box::new([]),
        }
    }

    fn start(&self, bucket: usize) -> Option<usize> {
        let bytes = self.starts.get(4 * bucket..)?.first_chunk::<4>()?;
        usize::try_from(u32::from_le_bytes(*bytes)).ok()
    }

    /// The keys of a bucket, and what stands behind them.
    #[inline]
    fn bucket(&self, bucket: usize) -> Option<(&'b [u8], &'b [u8])> {
        let bytes = self
            .buckets
            .get(self.start(bucket)?..self.start(bucket + 1)?)?;
        let (&count, rest) = bytes.split_first()?;
        rest.split_at_checked(2 * usize::from(count))
    }

    /// Whether the table may have a feature.
    #[inline]
    fn may_have(&self, feature: u32) -> bool {
        let (at, bit) = place((feature >> (32 - self.bits)) as usize, low(feature));
        self.sieve.get(at).is_some_and(|word| word & bit != 0)
    }

    /// The (class, weight) pairs of a feature, still as bytes.
    #[inline]
    fn row(&self, feature: u32) -> Option<&'b [u8]> {
        let (keys, rest) = self.bucket((feature >> (32 - self.bits)) as usize)?;
        let low = low(feature);
        let (counts, rows) = rest.split_at_checked(keys.len() / 2)?;
        let place = keys
            .as_chunks::<2>()
            .0
            .iter()
            .position(|key| u16::from_le_bytes(*key) == low)?;
        let before: usize = counts.iter().take(place).map(|&n| usize::from(n)).sum();
        let own = usize::from(*counts.get(place)?);
        rows.get(2 * before..2 * (before + own))
    }

    /// Writes a table. Weights whose byte would be 0 are left out, and so are
    /// those below `cut`; rows must be in order of their features.
    ///
    /// `None` if a bucket or a row holds more than 255 entries.
    #[allow(
        clippy::cast_possible_truncation,
        reason = "a weight is at most `scale`, so its byte fits; a table stays far below 4 GB"
    )]
    pub fn write(rows: &[Row], cut: f32) -> Option<Vec<u8>> {
        let scale = rows
            .iter()
            .flat_map(|(_, row)| row)
            .fold(0f32, |top, (_, weight)| top.max(weight.abs()));
        let byte = |weight: f32| {
            let root = (weight.abs() / scale).cbrt() * 127.0;
            (root.round() * weight.signum()) as i8
        };
        let kept = rows
            .iter()
            .filter(|(_, row)| row.iter().any(|(_, weight)| weight.abs() >= cut));
        let bits = (kept.count() / CROWD).max(2).ilog2().min(MOST_BITS);
        let mut starts = Vec::with_capacity((1 << bits) + 1);
        let mut buckets = Vec::new();
        let mut rows = rows.iter().peekable();
        for bucket in 0..1usize << bits {
            starts.push(buckets.len() as u32);
            let (mut keys, mut counts, mut pairs) = (vec![], vec![], vec![]);
            while let Some((feature, row)) =
                rows.next_if(|row| (row.0 >> (32 - bits)) as usize == bucket)
            {
                let kept: Vec<(u8, i8)> = row
                    .iter()
                    .filter(|(_, weight)| weight.abs() >= cut)
                    .map(|&(class, weight)| (class, byte(weight)))
                    .filter(|&(_, weight)| weight != 0)
                    .collect();
                if kept.is_empty() {
                    continue;
                }
                keys.extend(((feature & 0xffff) as u16).to_le_bytes());
                counts.push(u8::try_from(kept.len()).ok()?);
                for (class, weight) in kept {
                    pairs.extend([class, weight.cast_unsigned()]);
                }
            }
            if counts.is_empty() {
                continue;
            }
            buckets.push(u8::try_from(counts.len()).ok()?);
            buckets.extend(keys);
            buckets.extend(counts);
            buckets.extend(pairs);
        }
        starts.push(buckets.len() as u32);
        let mut bytes = bits.to_le_bytes().to_vec();
        bytes.extend(scale.to_le_bytes());
        bytes.extend(starts.iter().flat_map(|start| start.to_le_bytes()));
        bytes.extend(buckets);
        Some(bytes)
    }
}

/// Where the sieve holds a feature: the word and the bit in it.
#[inline]
fn place(bucket: usize, low: u16) -> (usize, u64) {
    let high = bucket & ((1 << (SIEVE_BITS - 16)) - 1);
    let index = high << 16 | usize::from(low);
    (index / 64, 1 << (index % 64))
}

/// What of a feature is compared inside its bucket.
#[inline]
fn low(feature: u32) -> u16 {
    (feature & 0xffff) as u16
}

impl Weights for Table<'_> {
    /// In rounds over many features, so that the waits for memory overlap:
    /// first the sieve, then the first bytes of the buckets, then the weights.
    fn add_all(&self, features: &[u32], scores: &mut [f32]) {
        let mut found = [0; ROUND];
        for round in features.chunks(ROUND) {
            let mut count = 0;
            for &feature in round {
                if let Some(place) = found.get_mut(count) {
                    *place = feature;
                }
                count += usize::from(self.may_have(feature));
            }
            let found = found.get(..count).unwrap_or_default();
            let touched = found.iter().fold(0u8, |sum, feature| {
                let start = self.start((feature >> (32 - self.bits)) as usize);
                let first = start.and_then(|start| self.buckets.get(start));
                sum.wrapping_add(first.copied().unwrap_or(0))
            });
            std::hint::black_box(touched);
            for &feature in found {
                self.add(feature, scores);
            }
        }
    }

    #[inline]
    fn add(&self, feature: u32, scores: &mut [f32]) {
        let Some(row) = self.row(feature) else { return };
        for &[class, weight] in row.as_chunks::<2>().0 {
            if let (Some(score), Some(value)) = (
                scores.get_mut(usize::from(class)),
                self.curve.get(usize::from(weight)),
            ) {
                *score += value;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scores(table: &Table<'_>, feature: u32) -> Vec<f32> {
        let mut scores = vec![0.0; 3];
        table.add(feature, &mut scores);
        scores
    }

    #[test]
    fn what_is_written_is_read() {
        let rows = vec![
            (0x0001_0002, vec![(0, 8.0), (2, -1.0)]),
            (0x0001_0003, vec![(1, 0.5)]),
            (0xffff_ffff, vec![(2, -8.0)]),
        ];
        let bytes = Table::write(&rows, 0.0).unwrap();
        let table = Table::open(&bytes).unwrap();
        let close = |a: f32, b: f32| (a - b).abs() < 0.05;
        let first = scores(&table, 0x0001_0002);
        assert!(close(first[0], 8.0) && close(first[2], -1.0));
        assert!(close(scores(&table, 0x0001_0003)[1], 0.5));
        assert!(close(scores(&table, 0xffff_ffff)[2], -8.0));
        assert_eq!(scores(&table, 0x0001_0004), [0.0; 3]);
        assert_eq!(scores(&table, 5), [0.0; 3]);
    }

    #[test]
    fn broken_bytes_give_no_weights_and_no_panic() {
        assert!(Table::open(&[1, 2, 3]).is_none());
        assert!(Table::open(&[9; 64]).is_none());
        let mut bytes = Table::write(&[(7, vec![(0, 1.0)])], 0.0).unwrap();
        for at in (8..bytes.len()).rev().step_by(3) {
            bytes[at] ^= 0xff;
        }
        let table = Table::open(&bytes).unwrap();
        for feature in [0, 7, 0x7fff_0000, u32::MAX] {
            let _ = scores(&table, feature);
        }
    }
}
