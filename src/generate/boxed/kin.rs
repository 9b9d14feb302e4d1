//! How a distant relative is related: the relation is what is asked for.

use crate::fact::Document;
use crate::generate::{Candidate, question::capitalise};
use crate::text::{Gender, given_name};

/// Relations that are asked for by their name, for women and men.
const DISTANT: [(&str, &str); 5] = [
    ("sister-in-law", "brother-in-law"),
    ("niece", "nephew"),
    ("aunt", "uncle"),
    ("stepsister", "stepbrother"),
    ("grandmother", "grandfather"),
];

/// Keys of the box under which relatives stand.
const KEYS: [&str; 3] = ["family", "relatives", "relative"];

/// One candidate for each distant relative of a character.
pub(super) fn candidates(document: &Document<'_>) -> Vec<Candidate> {
    let text = document.text();
    let subject = &document.subject;
    let Some(domain) = subject.domain.as_deref().filter(|_| subject.is_fictional) else {
        return Vec::new();
    };
    let fields = document.article.fields.iter();
    let lines = fields.filter(|f| KEYS.contains(&f.key.to_lowercase().as_str()));
    lines
        .flat_map(|field| field.values.iter().map(move |value| (field, value)))
        .filter_map(|(field, value)| {
            let name = value.text.of(text);
            let kin = value.qualifier?.of(text).to_lowercase();
            let core = kin.rsplit(' ').next()?;
            let gender = match DISTANT.iter().find(|(f, m)| *f == core || *m == core) {
                Some((female, _)) if *female == core => Gender::Female,
                Some(_) => Gender::Male,
                None if core == "cousin" => given_name(name)?,
                None => return None,
            };
            let named = name.split(' ').count() > 1 && name.starts_with(char::is_uppercase);
            if !named || name.starts_with("Unnamed") {
                return None;
            }
            let distractors = DISTANT
                .iter()
                .map(|(female, male)| match gender {
                    Gender::Female => *female,
                    _ => *male,
                })
                .chain(["cousin"])
                .filter(|other| *other != core)
                .map(capitalise)
                .collect();
            Some(Candidate {
                stem: format!("In {domain}, what is {name} to {}?", subject.written),
                key: capitalise(core),
                distractors,
                category: "Profile".to_owned(),
                section: None,
                evidence: field.line,
                fact: format!("{name} | {} | {core}", field.key),
                salience: 3,
                about_title: false,
                mirror: None,
            })
        })
        .collect()
}
