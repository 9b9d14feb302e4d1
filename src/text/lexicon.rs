//! What a word can be: 171,000 word forms of `WordNet` with their possible
//! categories, read in place.
//!
//! A word is looked up by its hash: 15 bits choose a bucket, 16 more are
//! compared inside it. An unknown word is taken for a known one about once in
//! ten thousand times.
//!
//! For nouns the lexicon also has the kind of thing that the commonest sense
//! names.
//!
//! ```text
//! masks    u16 * 256      the combinations of categories that occur
//! starts   u32 * 32,769   where each bucket starts, in words
//! buckets  each: (low half u16, index of mask u8, kind u8) for each word
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

macro_rules! kinds {
    ($($name:ident $file:literal $doc:literal)*) => {
        /// The kinds of thing that nouns name: the lexicographers' files of
        /// `WordNet`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $(#[doc = $doc] $name = $file - 2,)*
        }

        impl Kind {
            /// All of them, in the order of `WordNet`'s files 3 to 28.
            pub const ALL: &'static [Kind] = &[$(Kind::$name),*];
        }
    };
}

kinds! {
    Top 3 "The most general words: entity, thing."
    Act 4 "What is done: battle, marriage, murder."
    Animal 5 "An animal."
    Artifact 6 "What is made: house, car, film."
    Attribute 7 "A property: colour, length."
    Body 8 "A part of a body."
    Cognition 9 "What is thought: theory, subject."
    Communication 10 "What is said or written: book, speech, language."
    Event 11 "What happens: storm, match."
    Feeling 12 "A feeling."
    Food 13 "Food and drink."
    Group 14 "People or things together: band, company, country."
    Location 15 "A place: city, border."
    Motive 16 "A motive."
    Object 17 "A natural object: river, star."
    Person 18 "A person: inventor, mother."
    Phenomenon 19 "A natural phenomenon: light, wind."
    Plant 20 "A plant."
    Possession 21 "What is owned: money, prize."
    Process 22 "A natural process: growth."
    Quantity 23 "A quantity or unit."
    Relation 24 "A relation: ratio, link."
    Shape 25 "A shape."
    State 26 "A state: peace, illness."
    Substance 27 "A substance: iron, water."
    Time 28 "A time: year, era."
}

impl Kind {
    /// From 1; 0 stands for none.
    fn number(kind: Option<Kind>) -> u8 {
        kind.map_or(0, |kind| kind as u8)
    }

    fn from_number(number: u8) -> Option<Kind> {
        Kind::ALL.get(usize::from(number).checked_sub(1)?).copied()
    }

    /// The kind of a lexicographers' file of `WordNet`.
    pub fn of_file(file: u8) -> Option<Kind> {
        Kind::from_number(file.checked_sub(2)?)
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

/// What the lexicon says of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Entry {
    /// What the word can be.
    pub categories: Categories,
    /// Which kind of thing it names in its commonest sense as a noun.
    pub kind: Option<Kind>,
}

fn look_up(data: &[u8], word: &str) -> Option<Entry> {
    let (bucket, low) = key(word);
    let words = data.get(MASKS + STARTS..)?;
    let entries = words.get(4 * start(data, bucket)?..4 * start(data, bucket + 1)?)?;
    let &[_, _, mask, kind] = entries
        .as_chunks::<4>()
        .0
        .iter()
        .find(|[a, b, ..]| u16::from_le_bytes([*a, *b]) == low)?;
    let mask = data.get(2 * usize::from(mask)..)?.first_chunk::<2>()?;
    Some(Entry {
        categories: Categories(u16::from_le_bytes(*mask)),
        kind: Kind::from_number(kind),
    })
}

/// What a word can be; capitals do not matter.
///
/// ```
/// use quizwright::text::lexicon::categories;
/// assert!(categories("Walked").is_verb());
/// assert!(!categories("kindergarten").is_verb());
/// ```
pub fn categories(word: &str) -> Categories {
    cased(word).categories
}

/// The kind of thing that a noun, singular or plural, names in its commonest
/// sense; capitals do not matter.
///
/// ```
/// use quizwright::text::lexicon::{Kind, kind};
/// assert_eq!(kind("inventor"), Some(Kind::Person));
/// assert_eq!(kind("rivers"), Some(Kind::Object));
/// assert_eq!(kind("slowly"), None);
/// ```
pub fn kind(noun: &str) -> Option<Kind> {
    cased(noun).kind
}

fn cased(word: &str) -> Entry {
    if word.chars().any(char::is_uppercase) {
        entry(&word.to_lowercase())
    } else {
        entry(word)
    }
}

/// The entry of a word that is lower-cased already; empty if there is none.
pub fn entry(lower: &str) -> Entry {
    look_up(DATA, lower).unwrap_or_default()
}

/// Whether the lexicon has the word in any category.
pub fn is_known(word: &str) -> bool {
    !categories(word).is_empty()
}

/// Lays out a lexicon file; `None` if there are more than 256 different masks.
pub fn write(words: &[(String, Entry)]) -> Option<Vec<u8>> {
    let mut masks: Vec<u16> = words.iter().map(|(_, entry)| entry.categories.0).collect();
    masks.sort_unstable();
    masks.dedup();
    let mut entries: Vec<(usize, u16, u8, u8)> = Vec::with_capacity(words.len());
    for (word, entry) in words {
        let (bucket, low) = key(word);
        let mask = masks.binary_search(&entry.categories.0).ok()?;
        let kind = Kind::number(entry.kind);
        entries.push((bucket, low, u8::try_from(mask).ok()?, kind));
    }
    entries.sort_unstable();
    entries.dedup_by_key(|&mut (bucket, low, ..)| (bucket, low));
    masks.resize(256, 0);
    let mut bytes: Vec<u8> = masks.iter().flat_map(|mask| mask.to_le_bytes()).collect();
    for bucket in 0..=BUCKETS {
        let start = entries.partition_point(|entry| entry.0 < bucket);
        bytes.extend(u32::try_from(start).ok()?.to_le_bytes());
    }
    for (_, low, mask, kind) in entries {
        bytes.extend(low.to_le_bytes());
        bytes.extend([mask, kind]);
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_found() {
        let words: Vec<(String, Entry)> = (0..2000)
            .map(|n| {
                let entry = Entry {
                    categories: Categories(1 << (n % 10)),
                    kind: Kind::ALL.get(n % 30).copied(),
                };
                (format!("word{n}"), entry)
            })
            .collect();
        let bytes = write(&words).unwrap();
        for (word, entry) in &words {
            assert_eq!(look_up(&bytes, word), Some(*entry), "{word}");
        }
        assert_eq!(look_up(&bytes, "sword"), None);
        assert_eq!(look_up(&bytes[..100], "word1"), None);
    }

    #[test]
    fn kinds_of_things() {
        for (noun, expected) in [
            ("painters", Some(Kind::Person)),
            ("dog", Some(Kind::Animal)),
            ("Novel", Some(Kind::Communication)),
            ("year", Some(Kind::Time)),
            ("cities", Some(Kind::Location)),
            ("podcast", Some(Kind::Communication)),
            ("showrunner", Some(Kind::Person)),
            ("xqzzt", None),
        ] {
            assert_eq!(kind(noun), expected, "{noun}");
        }
        assert_eq!(Kind::of_file(18), Some(Kind::Person));
        assert_eq!(Kind::of_file(29), None);
        assert_eq!(Kind::ALL.len(), 26);
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
