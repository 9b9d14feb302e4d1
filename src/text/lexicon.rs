//! What a word can be: 171,000 word forms of `WordNet` with their possible
//! categories, read in place.
//!
//! A word is looked up by its hash: 15 bits choose a bucket, 16 more are
//! compared inside it. An unknown word is taken for a known one about once in
//! ten thousand times.
//!
//! ```text
//! masks    u16 * 256      the combinations of categories that occur
//! starts   u32 * 32,769   where each bucket starts, in words
//! buckets  each: (low half u16, index of mask u8) for each word
//! ```

use super::model::feature::text_hash;

const BUCKET_BITS: u32 = 15;
const BUCKETS: usize = 1 << BUCKET_BITS;
const MASKS: usize = 2 * 256;
const STARTS: usize = 4 * (BUCKETS + 1);

static DATA: &[u8] = include_bytes!("data/lexicon.bin");

/// What a word form can be: a set of categories.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Categories(u16);

impl Categories {
    /// A noun in the singular.
    pub const NOUN: Categories = Categories(1);
    /// A noun in the plural.
    pub const NOUN_PLURAL: Categories = Categories(2);
    /// A verb's base form.
    pub const VERB: Categories = Categories(4);
    /// A verb's third person singular.
    pub const VERB_THIRD: Categories = Categories(8);
    /// A verb's past tense.
    pub const VERB_PAST: Categories = Categories(16);
    /// A verb's gerund.
    pub const VERB_GERUND: Categories = Categories(32);
    /// An adjective.
    pub const ADJECTIVE: Categories = Categories(64);
    /// An adverb.
    pub const ADVERB: Categories = Categories(128);
    /// A comparative or superlative.
    pub const COMPARED: Categories = Categories(256);
    /// A verb's past participle.
    pub const VERB_PARTICIPLE: Categories = Categories(512);

    /// The set with these bits.
    pub fn from_bits(bits: u16) -> Categories {
        Categories(bits)
    }

    /// The bits of the set.
    pub fn bits(self) -> u16 {
        self.0
    }

    /// Whether it is one of `others`.
    pub fn any(self, others: Categories) -> bool {
        self.0 & others.0 != 0
    }

    /// Either set.
    #[must_use]
    pub const fn or(self, other: Categories) -> Categories {
        Categories(self.0 | other.0)
    }

    /// Whether the word is not known at all.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether it can be a noun.
    pub fn is_noun(self) -> bool {
        self.any(Categories::NOUN.or(Categories::NOUN_PLURAL))
    }

    /// Whether it can be a verb in any form.
    pub fn is_verb(self) -> bool {
        self.0 & (4 | 8 | 16 | 32 | 512) != 0
    }

    /// Whether it can be an adjective, compared or not.
    pub fn is_adjective(self) -> bool {
        self.any(Categories::ADJECTIVE.or(Categories::COMPARED))
    }
}

/// Bucket and low half of a word's key.
fn key(word: &str) -> (usize, u16) {
    let mut hash = text_hash(word);
    hash = (hash ^ (hash >> 15)).wrapping_mul(0x2c1b_3c6d);
    hash = (hash ^ (hash >> 12)).wrapping_mul(0x297a_2d39);
    hash ^= hash >> 15;
    let low = (hash & 0xffff) as u16;
    ((hash >> (32 - BUCKET_BITS)) as usize, low)
}

fn start(data: &[u8], bucket: usize) -> Option<usize> {
    let bytes = data.get(MASKS + 4 * bucket..)?.first_chunk::<4>()?;
    usize::try_from(u32::from_le_bytes(*bytes)).ok()
}

fn look_up(data: &[u8], word: &str) -> Option<u16> {
    let (bucket, low) = key(word);
    let words = data.get(MASKS + STARTS..)?;
    let entries = words.get(3 * start(data, bucket)?..3 * start(data, bucket + 1)?)?;
    let entry = entries
        .as_chunks::<3>()
        .0
        .iter()
        .find(|[a, b, _]| u16::from_le_bytes([*a, *b]) == low)?;
    let mask = data.get(2 * usize::from(entry[2])..)?.first_chunk::<2>()?;
    Some(u16::from_le_bytes(*mask))
}

/// What a word can be; capitals do not matter.
///
/// ```
/// use quizwright::text::lexicon::categories;
/// assert!(categories("Walked").is_verb());
/// assert!(!categories("kindergarten").is_verb());
/// ```
pub fn categories(word: &str) -> Categories {
    if word.chars().any(char::is_uppercase) {
        Categories(mask(&word.to_lowercase()))
    } else {
        Categories(mask(word))
    }
}

/// The bits of [`categories`] for a word that is lower-cased already.
pub fn mask(lower: &str) -> u16 {
    look_up(DATA, lower).unwrap_or(0)
}

/// Whether the lexicon has the word in any category.
pub fn is_known(word: &str) -> bool {
    !categories(word).is_empty()
}

/// Lays out a lexicon file; `None` if there are more than 256 different masks.
pub fn write(words: &[(String, u16)]) -> Option<Vec<u8>> {
    let mut masks: Vec<u16> = words.iter().map(|&(_, mask)| mask).collect();
    masks.sort_unstable();
    masks.dedup();
    let mut entries: Vec<(usize, u16, u8)> = Vec::with_capacity(words.len());
    for (word, mask) in words {
        let (bucket, low) = key(word);
        let index = masks.binary_search(mask).ok()?;
        entries.push((bucket, low, u8::try_from(index).ok()?));
    }
    entries.sort_unstable();
    entries.dedup_by_key(|&mut (bucket, low, _)| (bucket, low));
    masks.resize(256, 0);
    let mut bytes: Vec<u8> = masks.iter().flat_map(|mask| mask.to_le_bytes()).collect();
    for bucket in 0..=BUCKETS {
        let start = entries.partition_point(|entry| entry.0 < bucket);
        bytes.extend(u32::try_from(start).ok()?.to_le_bytes());
    }
    for (_, low, mask) in entries {
        bytes.extend(low.to_le_bytes());
        bytes.push(mask);
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_found() {
        let words: Vec<(String, u16)> = (0..2000)
            .map(|n| (format!("word{n}"), 1 << (n % 10)))
            .collect();
        let bytes = write(&words).unwrap();
        for (word, mask) in &words {
            assert_eq!(look_up(&bytes, word), Some(*mask), "{word}");
        }
        assert_eq!(look_up(&bytes, "sword"), None);
        assert_eq!(look_up(&bytes[..100], "word1"), None);
    }

    #[test]
    fn some_words() {
        for (word, noun, verb, adjective) in [
            ("dog", true, true, false),
            ("went", false, true, false),
            ("mice", true, false, false),
            ("tallest", false, false, true),
            ("podcasts", true, true, false),
            ("Sitcom", true, false, false),
            ("xqzzt", false, false, false),
        ] {
            let found = categories(word);
            assert_eq!(
                (found.is_noun(), found.is_verb(), found.is_adjective()),
                (noun, verb, adjective),
                "{word}"
            );
        }
    }
}
