//! How a relative in the box is related to the character the article is about.

use super::mix;
use crate::fact::Document;
use crate::generate::question::capitalise;
use crate::generate::{Candidate, distractor};
use crate::text::{Gender, given_name};

/// Keys of the box under which relatives stand.
const KEYS: [&str; 4] = ["family", "relatives", "relations", "relative"];

/// Relatives that one could take for one another. Half-blood and distant ones
/// count as what they are a kind of.
const WOMEN: [&str; 9] = [
    "mother",
    "sister",
    "daughter",
    "aunt",
    "niece",
    "cousin",
    "grandmother",
    "sister-in-law",
    "mother-in-law",
];
const MEN: [&str; 9] = [
    "father",
    "brother",
    "son",
    "uncle",
    "nephew",
    "cousin",
    "grandfather",
    "brother-in-law",
    "father-in-law",
];

/// One candidate for each relative who is no parent, child or sibling: those
/// are asked for by name.
pub(super) fn candidates(document: &Document<'_>) -> Vec<Candidate> {
    let text = document.text();
    let subject = &document.subject;
    let Some(domain) = subject.domain.as_deref().filter(|_| subject.is_fictional) else {
        return Vec::new();
    };
    let mut out = Vec::new();
    for field in &document.article.fields {
        if !KEYS.contains(&field.key.to_lowercase().as_str()) {
            continue;
        }
        for value in &field.values {
            let (name, Some(relation)) = (value.text.of(text), value.qualifier.map(|q| q.of(text)))
            else {
                continue;
            };
            let core = relation.rsplit(' ').next().unwrap_or(relation);
            let lists = if given_name(name) == Some(Gender::Male) {
                [MEN, WOMEN]
            } else {
                [WOMEN, MEN]
            };
            let list = lists.into_iter().find(|list| list.contains(&core));
            let near = ["mother", "father", "sister", "brother", "son", "daughter"];
            let Some(list) = list.filter(|_| !near.contains(&core) && name.contains(' ')) else {
                continue;
            };
            let mut others: Vec<&str> = list.into_iter().filter(|o| *o != core).collect();
            others.sort_by_key(|o| mix(name, o));
            others.truncate(2 * distractor::MIN_DISTRACTORS);
            out.push(Candidate {
                stem: format!("In {domain}, how is {name} related to {}?", subject.written),
                key: capitalise(relation),
                distractors: others.into_iter().map(capitalise).collect(),
                category: "Profile".to_owned(),
                section: None,
                evidence: field.line,
                fact: format!("{} | {relation} | {name}", subject.written),
                salience: 3,
                about_title: false,
                mirror: None,
            });
        }
    }
    out
}
