//! Features as numbers: what a template saw, hashed.

/// The hash of a piece of text (FNV-1a).
pub fn text_hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// Collects the features of one decision: each is the number of its template
/// and the values the template saw.
#[derive(Debug)]
pub struct Features {
    hashes: Vec<u32>,
    first: u64,
    next: u64,
}

impl Features {
    /// A collector whose templates are numbered from `first`, so that tagger
    /// and parser do not mix.
    pub fn new(first: u64) -> Features {
        Features {
            hashes: Vec::with_capacity(192),
            first,
            next: first,
        }
    }

    /// Forgets the last decision.
    pub fn clear(&mut self) {
        self.hashes.clear();
        self.next = self.first;
    }

    /// Adds the feature of the next template.
    #[inline]
    pub fn push(&mut self, values: &[u32]) {
        self.next += 1;
        let mut hash = self.next.wrapping_mul(0x9E37_79B9_7F4A_7C15);
        for &value in values {
            hash = (hash.rotate_left(5) ^ u64::from(value)).wrapping_mul(0x517c_c1b7_2722_0a95);
        }
        // The high half of a product is the well mixed one.
        self.hashes.push((hash >> 32) as u32);
    }

    /// The features of this decision.
    pub fn hashes(&self) -> &[u32] {
        &self.hashes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_template_is_part_of_the_feature() {
        let mut features = Features::new(0);
        features.push(&[7]);
        features.push(&[7]);
        assert_ne!(features.hashes()[0], features.hashes()[1]);
        let first = features.hashes()[0];
        features.clear();
        features.push(&[7]);
        assert_eq!(features.hashes(), [first]);
    }
}
