//! A stem must show what it is about: the subject of the article by name.

use crate::fact::lists::Lists;
use crate::fact::{Document, Kind, Names};

/// Nouns of places where much happens that is not told of the place itself.
const REGIONS: [&str; 18] = [
    "country",
    "state",
    "province",
    "territory",
    "region",
    "county",
    "district",
    "republic",
    "kingdom",
    "nation",
    "continent",
    "island",
    "city",
    "town",
    "village",
    "municipality",
    "ocean",
    "sea",
];

/// Whether a stem leaves out a subject that it cannot do without: a person, a
/// work, a firm, a house, a species.
pub(super) fn is_adrift(document: &Document<'_>, stem: &str) -> bool {
    is_one_thing(document) && !names_subject(document, stem)
}

/// Whether everything of weight in the article is said of its subject.
fn is_one_thing(document: &Document<'_>) -> bool {
    let subject = &document.subject;
    let region = subject
        .nouns
        .iter()
        .any(|noun| REGIONS.contains(&noun.as_str()))
        || Lists::shared()
            .known(&document.article.title)
            .iter()
            .any(|known| matches!(known.class, "country" | "us-state" | "city"));
    match subject.kind {
        Some(Kind::Person | Kind::Work | Kind::Organisation) => true,
        Some(Kind::Place) => !region,
        _ => subject.is_person || subject.is_fictional,
    }
}

/// Whether a stem names the subject or its work, in full or in part: *Jim*,
/// *the Oscars*, *Andorran*.
fn names_subject(document: &Document<'_>, stem: &str) -> bool {
    const STEM: usize = 5;
    let stem = stem.to_lowercase();
    let title = document.article.title.to_lowercase();
    let domain = document.subject.domain.as_deref().map(str::to_lowercase);
    let forms = document.entity(Names::TITLE).map_or(&[][..], |e| &e.forms);
    let words: Vec<&str> = stem
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .collect();
    let begins = |part: &str| {
        let begin: String = part.chars().take(STEM).collect();
        words.iter().any(|w| w.starts_with(&begin))
    };
    domain.is_some_and(|d| stem.contains(&d))
        || forms.iter().any(|form| stem.contains(&form.to_lowercase()))
        || title
            .split(|c: char| !c.is_alphanumeric())
            .any(|part| part.chars().count() > 3 && begins(part))
}
