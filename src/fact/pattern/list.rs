//! Facts from lists and brackets: casts (*A as C, a ...*), honours with their
//! years, works with the year behind their title.

use std::collections::BTreeMap;

use crate::fact::{Document, EntityId, Kind};
use crate::text::Span;

/// What an entry states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// An actor plays a character.
    Cast {
        /// The actor.
        actor: EntityId,
        /// The character, as it is written.
        character: String,
    },
    /// The subject of the article received an honour.
    Honour {
        /// Its name.
        name: String,
        /// When.
        year: i32,
    },
    /// A work came out.
    Work {
        /// The work.
        work: EntityId,
        /// When.
        year: i32,
    },
}

/// An entry with the sentence that holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListFact {
    /// Index of its sentence.
    pub sentence: usize,
    /// What it says.
    pub entry: Entry,
}

/// The fewest entries that make a list.
const LEAST: usize = 4;

/// Kinds of works that come out on one day.
pub const DATED: [&str; 12] = [
    "film",
    "novel",
    "book",
    "album",
    "single",
    "song",
    "memoir",
    "short story",
    "video game",
    "opera",
    "play",
    "short film",
];

/// All entries of lists and brackets.
pub fn entries(document: &Document<'_>) -> Vec<ListFact> {
    let mut found = casts(document);
    found.extend(honours(document));
    found.extend(works(document));
    found
}

fn bare(text: &str) -> &str {
    text.trim_start_matches(['*', '•', '-', '–', ' ']).trim()
}

fn casts(document: &Document<'_>) -> Vec<ListFact> {
    let text = document.text();
    let mut found: Vec<(usize, ListFact)> = Vec::new();
    for (number, sentence) in document.sentences.iter().enumerate() {
        let line = bare(sentence.whole.of(text));
        let Some((actor, rest)) = line.split_once(" as ") else {
            continue;
        };
        let Some(actor) = document.names.named(actor).filter(|&id| {
            document
                .entity(id)
                .is_some_and(|e| e.kind == Some(Kind::Person) && e.name.contains(' '))
        }) else {
            continue;
        };
        let end = [",", " (", ":", " – ", " - ", ";", "."]
            .iter()
            .filter_map(|stop| {
                rest.match_indices(stop)
                    .map(|(at, _)| at)
                    .find(|&at| !rest.get(..at).is_some_and(is_title))
            })
            .min()
            .unwrap_or(rest.len());
        let character = rest.get(..end).unwrap_or_default().trim();
        let plain = character.split_whitespace().count() <= 4
            && character
                .split_whitespace()
                .all(|w| w.starts_with(char::is_uppercase))
            && character
                .chars()
                .all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '-'))
            && character.chars().count() > 3;
        if plain {
            let fact = ListFact {
                sentence: number,
                entry: Entry::Cast {
                    actor,
                    character: character.to_owned(),
                },
            };
            found.push((sentence.section, fact));
        }
    }
    let mut sizes: BTreeMap<usize, usize> = BTreeMap::new();
    for (section, _) in &found {
        *sizes.entry(*section).or_default() += 1;
    }
    found
        .into_iter()
        .filter(|(section, _)| sizes.get(section).is_some_and(|&n| n >= LEAST))
        .map(|(_, fact)| fact)
        .collect()
}

/// *Mr*, *Dr*: what a full stop behind does not end.
fn is_title(text: &str) -> bool {
    matches!(
        text.rsplit(' ').next(),
        Some("Mr" | "Mrs" | "Ms" | "Dr" | "St" | "Jr" | "Sr" | "Lt" | "Col" | "Prof")
    )
}

/// The year in brackets that a text begins with, and what follows.
fn bracketed(text: &str) -> Option<(i32, &str)> {
    let (year, rest) = text.strip_prefix('(')?.split_once(')')?;
    (year.len() == 4)
        .then(|| year.parse().ok())
        .flatten()
        .filter(|y| (1000..=2100).contains(y))
        .map(|year| (year, rest))
}

/// Words that end the name of an honour, or begin it.
const HONOURS: [&str; 8] = [
    "Award", "Prize", "Medal", "Order", "Trophy", "Cross", "Legion", "Lecture",
];

fn honours(document: &Document<'_>) -> Vec<ListFact> {
    let text = document.text();
    if !document.subject.is_person || document.subject.is_fictional {
        return Vec::new();
    }
    let mut found: Vec<ListFact> = Vec::new();
    for (number, sentence) in document.sentences.iter().enumerate() {
        let heading = document
            .article
            .sections
            .get(sentence.section)
            .and_then(|s| s.heading())
            .unwrap_or_default()
            .to_lowercase();
        let listed = ["award", "honour", "honor", "prize", "recognition", "medal"]
            .iter()
            .any(|word| heading.contains(word));
        if !listed {
            continue;
        }
        let line = bare(sentence.whole.of(text)).trim_end_matches(['.', ';', ',']);
        let Some(at) = line.rfind('(') else {
            continue;
        };
        let (name, tail) = line.split_at(at);
        let name = name.trim();
        let Some((year, "")) = bracketed(tail) else {
            continue;
        };
        let plain = name
            .chars()
            .all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '-' | '\'' | '’'))
            && name.split_whitespace().count() <= 8
            && name.starts_with(char::is_uppercase)
            && name.split([' ', '-']).any(|w| HONOURS.contains(&w));
        if plain {
            found.push(ListFact {
                sentence: number,
                entry: Entry::Honour {
                    name: name.to_owned(),
                    year,
                },
            });
        }
    }
    let names: Vec<String> = found
        .iter()
        .filter_map(|f| match &f.entry {
            Entry::Honour { name, .. } => Some(name.clone()),
            _ => None,
        })
        .collect();
    found.retain(|f| match &f.entry {
        Entry::Honour { name, .. } => names.iter().filter(|n| *n == name).count() == 1,
        _ => true,
    });
    found
}

fn works(document: &Document<'_>) -> Vec<ListFact> {
    let text = document.text();
    let mut years: BTreeMap<EntityId, Vec<(i32, usize)>> = BTreeMap::new();
    for (number, sentence) in document.sentences.iter().enumerate() {
        if !sentence.prose {
            continue;
        }
        for mention in document.names.within(sentence.whole) {
            let dated = document.entity(mention.entity).is_some_and(|e| {
                e.kind == Some(Kind::Work) && e.noun.as_deref().is_some_and(|n| DATED.contains(&n))
            });
            if !dated || mention.entity == crate::fact::Names::TITLE {
                continue;
            }
            let behind = Span::new(mention.span.end, sentence.whole.end)
                .of(text)
                .trim_start_matches(['"', '”', '’', '\'', ' ']);
            if let Some((year, _)) = bracketed(behind) {
                years
                    .entry(mention.entity)
                    .or_default()
                    .push((year, number));
            }
        }
    }
    years
        .into_iter()
        .filter_map(|(work, told)| {
            let &(year, sentence) = told.first()?;
            told.iter().all(|(y, _)| *y == year).then_some(ListFact {
                sentence,
                entry: Entry::Work { work, year },
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;

    #[test]
    fn years_stand_in_brackets() {
        assert_eq!(bracketed("(1921) and"), Some((1921, " and")));
        assert_eq!(bracketed("(192)"), None);
        assert_eq!(bracketed("(aged 40)"), None);
    }

    #[test]
    fn a_cast_has_four_entries_or_more() {
        let cast = "Helen Ashby as Nora Vance, a pilot.\n\nPeter Lowe as Tom Reed\n\nAnna Duarte as Greta Holm, a judge.\n\n";
        let read = |more: &str| {
            let text = format!(
                "= Cold Water =\n\nCold Water is a 1987 film. Helen Ashby, Peter Lowe, Anna Duarte and James Falk star in it.\n\n== Cast ==\n\n{cast}{more}"
            );
            let (article, _) = article::read(&text, None);
            casts(&Document::read(&article)).len()
        };
        assert_eq!(read(""), 0);
        assert_eq!(read("James Falk as Walter Finch, Greta's brother.\n"), 4);
    }
}
