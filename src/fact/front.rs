//! Fronted phrases of time and place, cut off before parsing: the parser reads
//! what is left far better.

use super::name::Found;
use super::value;
use crate::article::Article;
use crate::text::Span;
use crate::text::number::{self, Date, DateValue};

/// A fronted phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Front {
    /// The byte at which the rest of the sentence begins.
    pub end: usize,
    /// Its preposition, in lower case.
    pub preposition: String,
    /// What it names.
    pub value: FrontValue,
}

/// What a fronted phrase names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FrontValue {
    /// A quoted title: where it stands.
    Title(Span),
    /// A year, or a date with its wording.
    Date(Date, String),
    /// A season of a series.
    Season(u32),
}

/// Words that may stand between the preposition and a title.
const BEFORE_TITLE: [&str; 8] = [
    "the", "episode", "finale", "premiere", "pilot", "his", "of", "special",
];

/// Cuts off *In "X,"*, *In the season-two finale, "X,"*, *In 1954,*, *On 3 May
/// 1954,*, *In season six,*.
pub(super) fn peel(
    text: &str,
    sentence: Span,
    found: &[Found],
    article: &Article,
) -> Option<Front> {
    let whole = sentence.of(text);
    let preposition = whole.split_whitespace().next()?;
    if !matches!(preposition, "In" | "During" | "On" | "By" | "Since") {
        return None;
    }
    let start = sentence.start + preposition.len() + 1;
    let lower = preposition.to_lowercase();
    let rest = Span::new(start, sentence.end).of(text);
    let title = found
        .iter()
        .find(|f| f.quoted)
        .filter(|_| matches!(preposition, "In" | "During"));
    if let Some(title) = title {
        let between = Span::new(start, title.span.start)
            .of(text)
            .trim_end_matches(['"', '“', ' ', ',']);
        let plain = between.split_whitespace().count() <= 6
            && between.split_whitespace().all(|w| {
                let w = w.trim_end_matches(',');
                BEFORE_TITLE.contains(&w) || w.contains('-') || is_season_word(w)
            });
        let after = Span::new(title.span.end, sentence.end).of(text);
        let skip = after.len() - after.trim_start_matches(['"', '”', ',', ' ']).len();
        let set_off = after.get(..skip).is_some_and(|s| s.contains(','))
            || title.span.of(text).ends_with(['?', '!']);
        if plain && set_off {
            let end = title.span.end + skip;
            return Some(Front {
                end: end + described(Span::new(end, sentence.end).of(text)),
                preposition: lower,
                value: FrontValue::Title(title.span),
            });
        }
        return None;
    }
    let comma = rest.find(',').filter(|&at| at < 24);
    if let Some(season) = comma
        .and_then(|at| rest.get(..at))
        .and_then(value::season)
        .filter(|_| !article.title.is_empty())
    {
        let end = comma.map_or(0, |at| start + at + 1);
        return Some(Front {
            end: skip_space(text, end, sentence.end),
            preposition: lower,
            value: FrontValue::Season(season),
        });
    }
    let head = rest.get(..rest.char_indices().nth(32).map_or(rest.len(), |(at, _)| at))?;
    let (span, DateValue::On(date)) = number::find_dates(head)
        .into_iter()
        .find(|(s, _)| s.start == 0)?
    else {
        return None;
    };
    let end = start + span.end;
    let after = Span::new(end, sentence.end).of(text);
    let next = after.trim_start_matches([',', ' ']);
    let fits = after.starts_with([',', ' '])
        && next.starts_with(char::is_alphabetic)
        && !next.starts_with("and ")
        && !next.starts_with("to ")
        && !next.starts_with("or ");
    let wording = span.of(head).to_owned();
    let year_only = date.month.is_none();
    let right_size = year_only && matches!(preposition, "In" | "By" | "Since" | "During")
        || date.day.is_some() && preposition == "On"
        || date.month.is_some() && date.day.is_none() && preposition == "In";
    (fits && right_size).then(|| Front {
        end: skip_space(text, end, sentence.end),
        preposition: lower,
        value: FrontValue::Date(date, wording),
    })
}

/// The length of what the title is said to be: *In "X," \[a clip show,\] he
/// figures ...*.
fn described(rest: &str) -> usize {
    const SUBJECTS: [&str; 4] = ["he", "she", "they", "it"];
    let Some(comma) = rest.find(", ").filter(|&at| at < 40) else {
        return 0;
    };
    let (inner, after) = rest.split_at(comma);
    let after = after.trim_start_matches(", ");
    let next = after.split(' ').next().unwrap_or("");
    let article = matches!(inner.split(' ').next(), Some("a" | "an"));
    let plain = inner.split(' ').count() <= 5
        && inner
            .chars()
            .all(|c| c.is_lowercase() || matches!(c, ' ' | '-'));
    let subject = SUBJECTS.contains(&next) || next.starts_with(char::is_uppercase);
    if article && plain && subject {
        rest.len() - after.len()
    } else {
        0
    }
}

fn is_season_word(word: &str) -> bool {
    matches!(
        word,
        "season" | "series" | "hour-long" | "two-part" | "first" | "last" | "final"
    ) || number::ordinal(word).is_some()
}

fn skip_space(text: &str, from: usize, end: usize) -> usize {
    let rest = Span::new(from, end).of(text);
    from + rest.len() - rest.trim_start_matches([',', ' ']).len()
}
