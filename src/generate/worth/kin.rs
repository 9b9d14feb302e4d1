//! Relatives and the days of a life: whose they are must be certain.

use super::super::Candidate;
use crate::fact::lists::Lists;
use crate::fact::value::years_in;
use crate::fact::{Document, Entity, Kind, Names};
use crate::generate::distractor::{KIN, LOOSE, ONE_OF_KIN};
use crate::text::given_name;

/// The first fault of a question for a relative, a birth or a death.
pub(super) fn fault(document: &Document<'_>, candidate: &Candidate) -> Option<&'static str> {
    let stem = candidate.stem.trim_end_matches('?');
    let last = stem.rsplit(' ').next().unwrap_or_default();
    let of_somebody = stem.starts_with("Who ") && stem.contains("'s ");
    // *gives birth to Ann Lee*, where everybody knows a Lee's wife
    let family = document
        .article
        .title
        .rsplit(' ')
        .next()
        .unwrap_or_default();
    let told = stem.contains(" birth to ") && stem.ends_with(family) && family.len() > 1;
    if told && document.subject.is_person && person(document, candidate).is_some() {
        return Some("the family name gives the mother away");
    }
    if bears_family_name(document, candidate, stem) {
        return Some("the family name gives the relative away");
    }
    if document.subject.is_tale() {
        return None;
    }
    if is_nameless(document, candidate, stem) {
        return Some("a first name as key, and nothing says whose kin");
    }
    if of_somebody && LOOSE.contains(&last) {
        return Some("one of many may be meant");
    }
    let named = document
        .entity(Names::TITLE)
        .is_some_and(|title| title.forms.iter().any(|form| stem.contains(form.as_str())));
    let of_others = of_somebody && KIN.contains(&last) || stem.starts_with(ONE_OF_KIN);
    if of_others && !named {
        return Some("a relative of somebody else");
    }
    contradicts(document, candidate).then_some("the infobox has another year")
}

/// *Ada Orr* as the aunt of a figure that is a Bo Orr, and no other Orr beside
/// her.
fn bears_family_name(document: &Document<'_>, candidate: &Candidate, stem: &str) -> bool {
    let family = |name: &str| name.rsplit_once(' ').map(|(_, last)| last.to_owned());
    let Some(own) = family(&candidate.key) else {
        return false;
    };
    let kin = KIN.iter().any(|word| stem.contains(word));
    let clan = document
        .names
        .entities
        .iter()
        .filter(|e| e.name != candidate.key && family(&e.name).as_ref() == Some(&own))
        .count();
    let beside = candidate
        .distractors
        .iter()
        .any(|name| family(name).as_ref() == Some(&own));
    document.subject.is_fictional && kin && clan > 0 && !beside && !document.subject.in_series
}

/// The person that the key names.
fn person<'d>(document: &'d Document<'_>, candidate: &Candidate) -> Option<&'d Entity> {
    let id = document.names.named(&candidate.key)?;
    document.entity(id).filter(|e| e.kind == Some(Kind::Person))
}

/// *Who was killed when Tesla was five?*: a brother, of whom only the first
/// name is told.
fn is_nameless(document: &Document<'_>, candidate: &Candidate, stem: &str) -> bool {
    let key = candidate.key.as_str();
    let alone = person(document, candidate).is_some_and(|e| !e.name.contains(' '));
    let kin = stem
        .split(|c: char| !c.is_alphabetic())
        .any(|word| KIN.contains(&word) || matches!(word, "married" | "marry"));
    let famous = !Lists::shared().known(key).is_empty();
    alone && given_name(key).is_some() && !kin && !famous
}

/// *When did she die?*, said of her mother: the box knows better.
fn contradicts(document: &Document<'_>, candidate: &Candidate) -> bool {
    let labels: &[&str] = match candidate.verb() {
        "die" => &["died", "death date", "date of death", "death"],
        "bear" => &["born", "birth date", "date of birth", "birth"],
        _ => return false,
    };
    let stem = candidate.stem.as_str();
    let title = document.subject.written.as_str();
    let own = [" did ", " was "].iter().any(|verb| {
        stem.contains(&format!("{verb}{title} ")) || stem.contains(&format!("{verb}{title}?"))
    });
    let years = years_in(&candidate.key);
    let told: Vec<i32> = document
        .article
        .fields
        .iter()
        .filter(|f| labels.contains(&f.key.to_lowercase().replace('_', " ").as_str()))
        .flat_map(|f| years_in(f.line.of(document.text())))
        .collect();
    own && !years.is_empty() && !told.is_empty() && !years.iter().any(|y| told.contains(y))
}
