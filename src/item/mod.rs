//! Floor 3, the waist: one question with everything that belongs to it.
//!
//! An [`Item`] can only be made through [`Item::new`], which checks the
//! [`Draft`] it is made from; so every item that exists can be played.

mod draft;
pub mod flaw;
mod id;
mod parts;
mod unknown;

pub use draft::{Draft, Fault, KeyDraft, MAX_DISTRACTORS, MAX_LIST, MAX_TEXT, Part};
pub use id::ItemId;
pub(crate) use unknown::{MAX_UNKNOWN, MAX_UNKNOWN_FIELDS, Name, Names, Unknown, read_object};

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use parts::{Parts, Tag};

/// How hard an item is expected to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase", try_from = "String")]
pub enum Difficulty {
    /// Most who know the subject answer it.
    Easy,
    /// About half of those who know the subject answer it.
    Medium,
    /// A detail, or with distractors close to the key.
    Hard,
}

impl Difficulty {
    /// All difficulties, easiest first.
    pub const ALL: [Self; 3] = [Self::Easy, Self::Medium, Self::Hard];

    /// The word used in banks and on the screen.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Easy => "easy",
            Self::Medium => "medium",
            Self::Hard => "hard",
        }
    }

    /// The difficulty of a word that [`Self::as_str`] gives.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.as_str() == word)
    }
}

impl TryFrom<String> for Difficulty {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        Self::named(&name).ok_or_else(|| format!("there is no difficulty {name:?}"))
    }
}

/// Where an item's fact stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Source {
    /// Title of the article or book.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Section of the article, if it has any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// The sentence (or infobox line) that states the fact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// Address of the article.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Fields this version does not know; kept when a bank is rewritten.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

read_object!(Source, "a source", required {}, optional {
    title "title" section "section" quote "quote" url "url"
});

/// How an item is answered, with its right and wrong answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Interaction<'a> {
    /// One right option among the key and up to [`MAX_DISTRACTORS`] wrong ones.
    Choice {
        /// The right option.
        key: &'a str,
        /// The wrong options, closest first.
        distractors: Vec<&'a str>,
    },
    /// Is the statement true?
    TrueFalse {
        /// Whether it is.
        key: bool,
    },
    /// The answer is typed.
    Entry {
        /// The answer that is shown.
        key: &'a str,
        /// Other answers that count as right.
        accepted: Vec<&'a str>,
    },
    /// Several right options.
    Several {
        /// The right options.
        keys: Vec<&'a str>,
        /// The wrong options.
        distractors: Vec<&'a str>,
    },
}

/// One question with everything that belongs to it, held in one piece of memory.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Draft")]
pub struct Item {
    id: ItemId,
    parts: Parts,
}

impl Item {
    /// Checks a draft and makes an item of it.
    ///
    /// # Errors
    /// The first [`Fault`] of the draft; [`Draft::faults`] lists all.
    pub fn new(draft: Draft) -> Result<Self, Fault> {
        match draft.faults().into_iter().next() {
            Some(fault) => Err(fault),
            None => Ok(Self {
                id: ItemId::of(&draft),
                parts: Parts::of(draft),
            }),
        }
    }

    /// The content hash of stem and key: the same question has the same id in
    /// every bank and on every machine.
    pub fn id(&self) -> ItemId {
        self.id
    }

    /// The question text.
    pub fn stem(&self) -> &str {
        self.parts.first(Tag::Stem).unwrap_or_default()
    }

    /// How it is answered.
    pub fn interaction(&self) -> Interaction<'_> {
        let truth = |tag| self.parts.first(tag).is_some();
        if truth(Tag::True) || truth(Tag::False) {
            return Interaction::TrueFalse {
                key: truth(Tag::True),
            };
        }
        match self.parts.first(Tag::Key) {
            Some(key) if self.parts.first(Tag::Typed).is_some() => Interaction::Entry {
                key,
                accepted: self.parts.all(Tag::Accepted),
            },
            Some(key) => Interaction::Choice {
                key,
                distractors: self.distractors(),
            },
            None => Interaction::Several {
                keys: self.parts.all(Tag::Keys),
                distractors: self.distractors(),
            },
        }
    }

    /// Key, keys, distractors and accepted spellings, each with its part.
    pub fn options(&self) -> impl Iterator<Item = (Part, &str)> {
        let (mut keys, mut distractors, mut accepted) = (0.., 0.., 0..);
        self.parts.iter().filter_map(move |(tag, text)| {
            let part = match tag {
                Tag::Key => Part::Key,
                Tag::Keys => Part::Keys(keys.next()?),
                Tag::Distractor => Part::Distractor(distractors.next()?),
                Tag::Accepted => Part::Accepted(accepted.next()?),
                _ => return None,
            };
            Some((part, text))
        })
    }

    /// The right answer as one line of text.
    pub fn key_text(&self) -> String {
        match self.interaction() {
            Interaction::Choice { key, .. } | Interaction::Entry { key, .. } => key.to_owned(),
            Interaction::TrueFalse { key } => if key { "True" } else { "False" }.to_owned(),
            Interaction::Several { keys, .. } => keys.join(", "),
        }
    }

    /// The wrong options; none for typed and true/false items.
    pub fn distractors(&self) -> Vec<&str> {
        self.parts.all(Tag::Distractor)
    }

    /// The category it is filed under.
    pub fn category(&self) -> Option<&str> {
        self.parts.first(Tag::Category)
    }

    /// How hard it is, if anybody said.
    pub fn difficulty(&self) -> Option<Difficulty> {
        self.parts
            .first(Tag::Difficulty)
            .and_then(Difficulty::named)
    }

    /// What to tell the player after the answer.
    pub fn explanation(&self) -> Option<&str> {
        self.parts.first(Tag::Explanation)
    }

    /// Help before the answer.
    pub fn hint(&self) -> Option<&str> {
        self.parts.first(Tag::Hint)
    }

    /// Where the fact stands.
    pub fn source(&self) -> Option<Source> {
        self.parts.source()
    }

    /// Free labels.
    pub fn tags(&self) -> Vec<&str> {
        self.parts.all(Tag::Label)
    }

    /// The bytes that its texts take.
    pub fn size(&self) -> usize {
        self.parts.size()
    }

    /// A draft of the item, to change it and make another one.
    pub fn draft(&self) -> Draft {
        self.parts.draft()
    }
}

impl TryFrom<Draft> for Item {
    type Error = Fault;

    fn try_from(draft: Draft) -> Result<Self, Fault> {
        Self::new(draft)
    }
}

impl fmt::Debug for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Item({} {:?})", self.id, self.draft())
    }
}

impl Serialize for Item {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.draft().serialize(serializer)
    }
}
