//! What was answered, and what it is worth.

use serde::{Deserialize, Serialize};

use super::{Elapsed, Form, Match, Points, compare};
use crate::item::ItemId;

/// What the player answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Response {
    /// The option at this place.
    Option(usize),
    /// The options at these places, ascending.
    Several(Vec<usize>),
    /// This text.
    Text(String),
    /// Nothing: the time ran out.
    Nothing,
}

/// Whether it was right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The right answer.
    Right,
    /// The right answer with typing errors.
    Close,
    /// Another answer.
    Wrong,
    /// No answer in time.
    Late,
}

impl Verdict {
    /// Whether it counts as right.
    pub fn is_right(self) -> bool {
        matches!(self, Self::Right | Self::Close)
    }
}

/// The one judgement of a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// The place of the question in the round.
    pub question: usize,
    /// The item it was dealt from.
    pub id: ItemId,
    /// The player, counted from 0.
    pub player: usize,
    /// What was answered.
    pub response: Response,
    /// Whether it was right.
    pub verdict: Verdict,
    /// How long it took, pauses not counted.
    pub took: Elapsed,
    /// What it earned.
    pub points: Points,
    /// Whether the player overruled the comparison: "I was right".
    #[serde(default)]
    pub overruled: bool,
    /// Whether the player reported the question.
    #[serde(default)]
    pub reported: bool,
    /// Whether it counts for nothing because it was reported.
    #[serde(default)]
    pub struck: bool,
}

/// Judges a response that came in time.
pub(super) fn judge(form: &Form, response: &Response) -> Verdict {
    let right = match (form, response) {
        (Form::Choice { right, .. }, Response::Option(place)) => right == place,
        (Form::Several { right, .. }, Response::Several(places)) => right == places,
        (
            Form::Entry {
                key,
                accepted,
                rejected,
            },
            Response::Text(text),
        ) => match compare(text, key, accepted, rejected) {
            Match::Exact => true,
            Match::Close => return Verdict::Close,
            Match::Different => false,
        },
        _ => false,
    };
    if right {
        Verdict::Right
    } else {
        Verdict::Wrong
    }
}
