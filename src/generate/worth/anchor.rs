//! A stem must show what it is about: the subject of the article by name.

use crate::fact::lists::Lists;
use crate::fact::{Document, Kind, Names};
use crate::text::{lexicon, number};

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
    !names_subject(document, stem) && (is_one_thing(document) || !has_own_name(document, stem))
}

/// Whether a name in the stem can stand for one thing alone: *the League of
/// Prizren*, but not *the Democratic Party*, of which every land has one.
fn has_own_name(document: &Document<'_>, stem: &str) -> bool {
    let named = document.names.entities.iter().any(|entity| {
        let own = matches!(
            entity.kind,
            Some(Kind::Person | Kind::Place | Kind::Work | Kind::Event)
        );
        let generic = entity.name.rsplit(' ').next().is_none_or(|last| {
            Lists::shared().suffix(last).is_some() && !entity.name.contains(" of ")
        });
        // *the Referendum for Self Determination*: any land may hold one.
        let common = matches!(entity.kind, Some(Kind::Event | Kind::Work))
            && Lists::shared().known(&entity.name).is_empty()
            && entity.name.split(' ').all(|word| {
                let lower = word.to_lowercase();
                lexicon::is_known(&lower) && Lists::shared().demonym(word).is_none()
            });
        own && !generic && !common && stem.contains(entity.name.as_str())
    });
    named
        || stem
            .split(|c: char| c.is_whitespace() || matches!(c, ',' | '"' | '-' | '–'))
            .skip(1)
            .map(|word| {
                word.trim_end_matches("'s")
                    .trim_matches(|c: char| !c.is_alphanumeric())
            })
            .any(|word| {
                word.starts_with(char::is_uppercase)
                    && Lists::shared().demonym(word).is_none()
                    && !(1..=12).any(|month| number::month_name(month) == Some(word))
                    && !lexicon::is_known(&word.to_lowercase())
            })
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
