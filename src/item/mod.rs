//! Floor 3, the waist: one question with everything that belongs to it.
//!
//! An [`Item`] can only be made through [`Item::new`], which checks the
//! [`Draft`] it is made from; so every item that exists can be played.

mod draft;
pub mod flaw;
mod id;

pub use draft::{Draft, Fault, KeyDraft, MAX_DISTRACTORS, MAX_TEXT, Part};
pub use id::ItemId;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

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
}

impl TryFrom<String> for Difficulty {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|level| level.as_str() == name)
            .ok_or_else(|| format!("there is no difficulty {name:?}"))
    }
}

/// Where an item's fact stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Title of the article or book.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Section of the article, if it has any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// The sentence (or infobox line) that states the fact.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// Address of the article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Fields this version does not know; kept when a bank is rewritten.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// How an item is answered, with its right and wrong answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Interaction {
    /// One right option among the key and up to [`MAX_DISTRACTORS`] wrong ones.
    Choice {
        /// The right option.
        key: String,
        /// The wrong options, closest first.
        distractors: Vec<String>,
    },
    /// Is the statement true?
    TrueFalse {
        /// Whether it is.
        key: bool,
    },
    /// The answer is typed.
    Entry {
        /// The answer that is shown.
        key: String,
        /// Other answers that count as right.
        accepted: Vec<String>,
    },
    /// Several right options.
    Several {
        /// The right options.
        keys: Vec<String>,
        /// The wrong options.
        distractors: Vec<String>,
    },
}

/// One question with everything that belongs to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Draft", into = "Draft")]
pub struct Item {
    id: ItemId,
    draft: Draft,
    interaction: Interaction,
}

impl Item {
    /// Checks a draft and makes an item of it.
    ///
    /// # Errors
    /// The first [`Fault`] of the draft; [`Draft::faults`] lists all.
    pub fn new(draft: Draft) -> Result<Self, Fault> {
        let interaction = draft.interaction()?;
        let id = ItemId::of(&draft.stem, &interaction);
        Ok(Self {
            id,
            draft,
            interaction,
        })
    }

    /// The content hash of stem and key: the same question has the same id in
    /// every bank and on every machine.
    pub fn id(&self) -> ItemId {
        self.id
    }

    /// The question text.
    pub fn stem(&self) -> &str {
        &self.draft.stem
    }

    /// How it is answered.
    pub fn interaction(&self) -> &Interaction {
        &self.interaction
    }

    /// The right answer as one line of text.
    pub fn key_text(&self) -> String {
        match &self.interaction {
            Interaction::Choice { key, .. } | Interaction::Entry { key, .. } => key.clone(),
            Interaction::TrueFalse { key } => if *key { "True" } else { "False" }.to_owned(),
            Interaction::Several { keys, .. } => keys.join(", "),
        }
    }

    /// The wrong options; none for typed and true/false items.
    pub fn distractors(&self) -> &[String] {
        match &self.interaction {
            Interaction::Choice { distractors, .. } | Interaction::Several { distractors, .. } => {
                distractors
            }
            Interaction::TrueFalse { .. } | Interaction::Entry { .. } => &[],
        }
    }

    /// The category it is filed under.
    pub fn category(&self) -> Option<&str> {
        self.draft.category.as_deref()
    }

    /// How hard it is, if anybody said.
    pub fn difficulty(&self) -> Option<Difficulty> {
        self.draft.difficulty
    }

    /// What to tell the player after the answer.
    pub fn explanation(&self) -> Option<&str> {
        self.draft.explanation.as_deref()
    }

    /// Help before the answer.
    pub fn hint(&self) -> Option<&str> {
        self.draft.hint.as_deref()
    }

    /// Where the fact stands.
    pub fn source(&self) -> Option<&Source> {
        self.draft.source.as_ref()
    }

    /// Free labels.
    pub fn tags(&self) -> &[String] {
        &self.draft.tags
    }

    /// The draft it was made from, to change it and make another item.
    pub fn draft(&self) -> &Draft {
        &self.draft
    }
}

impl TryFrom<Draft> for Item {
    type Error = Fault;

    fn try_from(draft: Draft) -> Result<Self, Fault> {
        Self::new(draft)
    }
}

impl From<Item> for Draft {
    fn from(item: Item) -> Self {
        item.draft
    }
}
