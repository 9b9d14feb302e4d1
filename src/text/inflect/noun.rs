//! Singular and plural.

use super::irregular::{NOUNS, OES, UNCHANGED};
use super::verb::{ends_sibilant, stem_before_y};
use crate::text::lexicon::{Categories, categories};

/// The plural of a noun or noun phrase, whose last word changes (or the noun
/// before "of").
///
/// ```
/// use quizwright::text::inflect::plural;
/// assert_eq!(plural("city"), "cities");
/// assert_eq!(plural("member of parliament"), "members of parliament");
/// ```
pub fn plural(noun: &str) -> String {
    for link in [" of ", " in ", "-in-"] {
        if let Some((head, rest)) = noun.split_once(link) {
            return format!("{}{link}{rest}", plural(head));
        }
    }
    if let Some((before, last)) = noun.rsplit_once(' ') {
        return format!("{before} {}", plural(last));
    }
    let lower = noun.to_lowercase();
    if UNCHANGED.contains(&lower.as_str()) {
        return noun.to_owned();
    }
    if let Some(&(singular, plural)) = NOUNS.iter().find(|(singular, _)| *singular == lower) {
        return like(noun, singular, plural);
    }
    if let Some(stem) = noun.strip_suffix("man")
        && ![
            "human", "german", "roman", "ottoman", "shaman", "talisman", "caiman", "norman",
        ]
        .contains(&lower.as_str())
    {
        return format!("{stem}men");
    }
    for ending in [
        "child", "foot", "tooth", "mouse", "wife", "life", "knife", "wolf", "half", "shelf",
        "leaf", "goose",
    ] {
        if let Some(stem) = noun.strip_suffix(ending)
            && (stem.ends_with('-') || (lower != "relief" && is_compound(stem)))
        {
            return format!("{stem}{}", plural(ending));
        }
    }
    if ["fish", "craft"].iter().any(|end| lower.ends_with(end)) && lower != "craft" {
        return noun.to_owned();
    }
    if let Some(stem) = noun.strip_suffix("sis")
        && stem.chars().count() > 2
    {
        return format!("{stem}ses");
    }
    if ends_sibilant(noun) {
        return format!("{noun}es");
    }
    if OES.contains(&lower.as_str()) {
        return format!("{noun}es");
    }
    let capital = noun.chars().next().is_some_and(char::is_uppercase);
    match stem_before_y(noun) {
        Some(stem) if !capital => format!("{stem}ies"),
        _ => format!("{noun}s"),
    }
}

/// Whether what stands before "child", "foot" ... can be a word of its own.
fn is_compound(stem: &str) -> bool {
    stem.len() >= 3
        && categories(stem).any(
            Categories::NOUN
                .or(Categories::ADJECTIVE)
                .or(Categories::VERB),
        )
}

/// `plural` with the capital that `noun` has.
fn like(noun: &str, singular: &str, plural: &str) -> String {
    if noun == singular {
        return plural.to_owned();
    }
    let mut chars = plural.chars();
    chars
        .next()
        .map(|first| first.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

/// The singular of a plural; `None` for what is no plural.
///
/// ```
/// use quizwright::text::inflect::singular;
/// assert_eq!(singular("cities").as_deref(), Some("city"));
/// assert_eq!(singular("bus"), None);
/// ```
pub fn singular(noun: &str) -> Option<String> {
    if let Some((before, last)) = noun.rsplit_once(' ') {
        return Some(format!("{before} {}", singular(last)?));
    }
    let lower = noun.to_lowercase();
    if UNCHANGED.contains(&lower.as_str()) {
        return Some(noun.to_owned());
    }
    if let Some(&(singular, plural)) = NOUNS.iter().find(|(_, plural)| *plural == lower) {
        return Some(like(noun, plural, singular));
    }
    let found = categories(&lower);
    if found.any(Categories::NOUN) && !found.any(Categories::NOUN_PLURAL) {
        return None;
    }
    // WordNet has "ga" and "bu", but "gas" and "bus" are no plurals of them.
    if found.any(Categories::NOUN) && lower.len() <= 3 {
        return None;
    }
    if let Some(stem) = noun.strip_suffix("men") {
        return Some(format!("{stem}man"));
    }
    for (many, one) in [
        ("children", "child"),
        ("feet", "foot"),
        ("teeth", "tooth"),
        ("wives", "wife"),
        ("wolves", "wolf"),
        ("mice", "mouse"),
        ("geese", "goose"),
        ("halves", "half"),
        ("shelves", "shelf"),
        ("leaves", "leaf"),
        ("lives", "life"),
        ("knives", "knife"),
    ] {
        if let Some(stem) = noun.strip_suffix(many) {
            return Some(format!("{stem}{one}"));
        }
    }
    let known = |word: &String| categories(word).any(Categories::NOUN);
    let mut candidates = Vec::new();
    if let Some(stem) = noun.strip_suffix("ies") {
        candidates.push(format!("{stem}y"));
        candidates.push(format!("{stem}ie"));
    }
    if let Some(stem) = noun.strip_suffix("es") {
        let hissing = ends_sibilant(stem) || OES.contains(&stem);
        let bare = stem.to_owned();
        let with_e = format!("{stem}e");
        if hissing && !stem.ends_with(['s', 'z']) || stem.ends_with("ss") {
            candidates.extend([bare, with_e]);
        } else {
            candidates.extend([with_e, bare]);
        }
        if let Some(short) = stem.strip_suffix('s') {
            candidates.push(format!("{short}sis"));
        }
    }
    if let Some(stem) = noun.strip_suffix('s')
        && !stem.ends_with('s')
        && !stem.is_empty()
    {
        candidates.push(stem.to_owned());
    }
    let best = candidates.iter().find(|word| known(word));
    best.or(candidates.first()).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways() {
        for (one, many) in [
            ("cat", "cats"),
            ("city", "cities"),
            ("day", "days"),
            ("bus", "buses"),
            ("box", "boxes"),
            ("church", "churches"),
            ("house", "houses"),
            ("horse", "horses"),
            ("hero", "heroes"),
            ("photo", "photos"),
            ("analysis", "analyses"),
            ("child", "children"),
            ("grandchild", "grandchildren"),
            ("woman", "women"),
            ("policeman", "policemen"),
            ("human", "humans"),
            ("wife", "wives"),
            ("species", "species"),
            ("spacecraft", "spacecraft"),
            ("phenomenon", "phenomena"),
            ("roof", "roofs"),
            ("movie", "movies"),
            ("series", "series"),
            ("Oscar", "Oscars"),
            ("pitch", "pitches"),
            ("prize", "prizes"),
            ("genus", "genera"),
            ("monarch", "monarchs"),
            ("short film", "short films"),
            ("podcast", "podcasts"),
            ("website", "websites"),
        ] {
            assert_eq!(plural(one), many, "plural of {one}");
            assert_eq!(singular(many).as_deref(), Some(one), "singular of {many}");
        }
        assert_eq!(plural("member of parliament"), "members of parliament");
        assert_eq!(plural("Emmy"), "Emmys");
        assert_eq!(plural("brother-in-law"), "brothers-in-law");
    }

    #[test]
    fn not_plurals() {
        for word in ["bus", "glass", "cat", "", "gas"] {
            assert_eq!(singular(word), None, "{word}");
        }
    }
}
