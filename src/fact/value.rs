//! What a fact says: typed values.

use std::collections::BTreeSet;

use super::name::EntityId;
use super::quantity::{Period, Quantity, Stated, is_about, scaled};
use super::{Analysed, Document, Kind};
use crate::text::number::{self, Date, DateValue};
use crate::text::{Label, Span, Tag};

/// The type of a [`Value`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Something with a name.
    Name(EntityId),
    /// A year.
    Year(i32),
    /// A month with its year, or a full date.
    Date(Date),
    /// A season of a series, counted from 1.
    Season(u32),
    /// How many there are of something.
    Count(u32),
    /// An amount with its unit.
    Quantity(Quantity),
    /// A decade or century.
    Period(Period),
    /// A common noun.
    Thing(super::thing::Key),
}

/// A typed value with the text that shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// As an option shows it.
    pub text: String,
    /// Its type.
    pub sort: Sort,
    /// The words it covers in its sentence.
    pub first: usize,
    /// The last of them.
    pub last: usize,
}

/// Nouns around the title of an episode.
const EPISODE_NOUNS: [&str; 6] = [
    "episode", "finale", "premiere", "pilot", "episodes", "opener",
];

impl Value {
    /// The value that the noun phrase headed by `head` states, if it states
    /// exactly one.
    pub fn of(document: &Document<'_>, sentence: &Analysed, head: usize) -> Option<Self> {
        let text = document.text();
        let parse = &sentence.parse;
        if parse
            .children(head)
            .any(|c| parse.label(c) == Some(Label::Conj))
        {
            return None;
        }
        let (first, last) = parse.subtree(head);
        let make = |text: String, sort| {
            Some(Self {
                text,
                sort,
                first,
                last,
            })
        };
        if let Some(id) = sentence.entities.get(head).copied().flatten() {
            let owned = parse
                .children(head)
                .any(|c| parse.label(c) == Some(Label::NmodPoss));
            let entity = document.entity(id)?;
            return if owned {
                None
            } else {
                make(entity.written(), Sort::Name(id))
            };
        }
        let case = parse
            .children(head)
            .rfind(|&c| parse.label(c) == Some(Label::Case) && c < head)
            .map_or(first, |c| c + 1);
        let span = parse.span_of(case..=last);
        if let Some(season) = season(span.of(text)).filter(|_| document.subject.in_series) {
            return make(format!("Season {season}"), Sort::Season(season));
        }
        // *the hour-long episode "Niagara"*
        let noun = parse.words.get(head)?.lemma.to_lowercase();
        if EPISODE_NOUNS.contains(&noun.as_str()) {
            let mut named = (first..=last).filter_map(|at| {
                let id = sentence.entities.get(at).copied().flatten()?;
                document.entity(id).filter(|e| e.quoted).map(|_| id)
            });
            let id = named.next()?;
            return if named.next().is_some() {
                None
            } else {
                make(document.entity(id)?.written(), Sort::Name(id))
            };
        }
        date(text, span).and_then(|(text, sort)| make(text, sort))
    }

    /// How many of something the noun phrase headed by `head` states, if it
    /// states it exactly: *seven parishes*. The words covered are the number's.
    pub fn count(document: &Document<'_>, sentence: &Analysed, head: usize) -> Option<Self> {
        let text = document.text();
        let parse = &sentence.parse;
        let noun = parse.words.get(head)?;
        if !is_plural(noun.tag) || noun.name {
            return None;
        }
        let number = parse.child(head, Label::Nummod)?;
        let (first, last) = parse.subtree(number);
        let joined = parse.children(head).any(|c| {
            matches!(
                parse.label(c),
                Some(Label::Conj | Label::NmodPoss | Label::Det)
            )
        });
        let opens = (0..first)
            .rev()
            .find(|&at| parse.words.get(at).is_none_or(|w| w.head != Some(head)))
            .map_or(0, |at| at + 1);
        let case_only =
            (opens..first).all(|at| matches!(parse.label(at), Some(Label::Case | Label::Punct)));
        let other = (last + 1..=head).any(|at| {
            matches!(
                parse.form(text, at).to_lowercase().as_str(),
                "more"
                    | "other"
                    | "additional"
                    | "further"
                    | "remaining"
                    | "different"
                    | "consecutive"
                    | "-"
                    | "or"
                    | "to"
                    | "and"
                    | "new"
                    | "percent"
            )
        });
        let about = first < last && is_about(parse.form(text, first));
        let start = first + usize::from(about);
        if joined || other || !case_only || last >= head {
            return None;
        }
        if start + 1 == last
            && let Some(amount) = scaled(parse.form(text, start), parse.form(text, last))
        {
            return Some(Self {
                text: amount.written(),
                sort: Sort::Quantity(Quantity {
                    amount,
                    about,
                    stated: Stated::Plain,
                }),
                first,
                last,
            });
        }
        if start != last {
            return None;
        }
        let written = parse.form(text, number);
        let count = number::cardinal(written).and_then(whole)?;
        let year = written.len() == 4 && (1000..=2100).contains(&count);
        (count > 2 && !year && count < 1_000_000_000).then(|| Self {
            text: number::grouped(u64::from(count)),
            sort: Sort::Count(count),
            first,
            last,
        })
    }

    /// The entity it names.
    pub fn entity(&self) -> Option<EntityId> {
        match self.sort {
            Sort::Name(id) => Some(id),
            _ => None,
        }
    }

    /// The kind of the entity it names.
    pub fn kind(&self, document: &Document<'_>) -> Option<Kind> {
        self.entity()
            .and_then(|id| document.entity(id))
            .and_then(|e| e.kind)
    }
}

/// A year, month or day that fills the whole span.
pub(super) fn date(text: &str, span: Span) -> Option<(String, Sort)> {
    let phrase = span.of(text).trim();
    let dates = number::find_dates(phrase);
    let [(found, DateValue::On(date))] = dates.as_slice() else {
        return None;
    };
    if found.start != 0 || found.end != phrase.len() {
        return None;
    }
    if date.month.is_none() {
        (1000..=2100)
            .contains(&date.year)
            .then(|| (date.year.to_string(), Sort::Year(date.year)))
    } else {
        Some((written_date(*date, phrase), Sort::Date(*date)))
    }
}

/// A date as print has it, month or day first as in `wording`: *November 21,
/// 2005* for *November 21st 2005*.
pub fn written_date(date: Date, wording: &str) -> String {
    let Some(month) = date.month.and_then(number::month_name) else {
        return wording.to_owned();
    };
    match date.day {
        _ if date.year < 1 => wording.to_owned(),
        None => format!("{month} {}", date.year),
        Some(day) if wording.starts_with(char::is_alphabetic) => {
            format!("{month} {day}, {}", date.year)
        }
        Some(day) => format!("{day} {month} {}", date.year),
    }
}

/// The year of a date, if it has one.
pub fn year_of(date: &DateValue) -> Option<i32> {
    match date {
        DateValue::On(date) | DateValue::About(date) | DateValue::Range(date, _) => Some(date.year),
        DateValue::Decade(_) | DateValue::Century(_) => None,
    }
}

/// All years that a text mentions.
pub fn years_in(text: &str) -> BTreeSet<i32> {
    let mut years = BTreeSet::new();
    for (_, date) in number::find_dates(text) {
        years.extend(year_of(&date));
        if let DateValue::Range(_, to) = date {
            years.insert(to.year);
        }
    }
    years
}

/// *the third season*, *season five*, *season 8*.
pub(super) fn season(phrase: &str) -> Option<u32> {
    let lower = phrase.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    match words.as_slice() {
        ["the", nth, "season"] => number::ordinal(nth),
        ["season", n] => number::cardinal(n)
            .filter(|n| (1.0..100.0).contains(n))
            .and_then(whole),
        _ => None,
    }
}

fn whole(n: f64) -> Option<u32> {
    format!("{n:.0}")
        .parse()
        .ok()
        .filter(|&w: &u32| (f64::from(w) - n).abs() < f64::EPSILON)
}

/// Whether a word is a plural noun.
pub fn is_plural(tag: Tag) -> bool {
    matches!(tag, Tag::NNS | Tag::NNPS)
}
