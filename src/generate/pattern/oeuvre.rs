//! Items from lists of works: which of them came out in a year, and when one of
//! them did.

use crate::fact::pattern::oeuvre::{Oeuvre, Opus, oeuvres};
use crate::fact::{Document, Names};
use crate::generate::distractor;
use crate::generate::{Candidate, category, mix};
use crate::item::MAX_DISTRACTORS;

/// The most items that one list gives, and all lists together.
const MOST: usize = 4;
const MOST_OF_ALL: usize = 6;

/// How many years apart two works may be taken for one another.
const NEAR: u32 = 20;

/// All candidates of lists of works.
pub(super) fn candidates(document: &Document<'_>) -> Vec<Candidate> {
    let lists = oeuvres(document);
    let mut found: Vec<Candidate> = Vec::new();
    for list in &lists {
        // What the prose speaks of is better known.
        let mut works: Vec<(usize, &Opus)> = list
            .works
            .iter()
            .map(|work| (document.text().matches(work.title.as_str()).count(), work))
            .collect();
        works.sort_unstable_by_key(|(told, work)| {
            (
                std::cmp::Reverse(*told),
                mix(&document.article.title, &work.title),
            )
        });
        let new = works
            .into_iter()
            .filter_map(|(_, work)| candidate(document, list, work))
            .take(MOST);
        found.extend(new.collect::<Vec<_>>());
    }
    found.truncate(MOST_OF_ALL);
    found
}

/// *Which of these albums did Ada Moor release in 1977?*
fn candidate(document: &Document<'_>, list: &Oeuvre, work: &Opus) -> Option<Candidate> {
    let alone = list.works.iter().filter(|o| o.year == work.year).count() == 1
        && list.works.iter().filter(|o| o.title == work.title).count() == 1;
    let subject = &document.subject.written;
    // The title of an album that bears the name of its maker tells nothing.
    let own = document.entity(Names::TITLE).is_some_and(|e| {
        e.forms
            .iter()
            .any(|form| work.title.contains(form.as_str()))
    });
    // What came out when its maker was dead was made by others too.
    let late = document
        .entity(Names::TITLE)
        .and_then(|e| e.years)
        .is_some_and(|(_, died)| work.year >= died);
    let mut others: Vec<&Opus> = list
        .works
        .iter()
        .filter(|o| o.year != work.year && o.year.abs_diff(work.year) <= NEAR)
        .filter(|o| !is_part(&o.title, &work.title))
        .collect();
    if !alone || own || late || others.len() < distractor::MIN_DISTRACTORS {
        return None;
    }
    others.sort_unstable_by_key(|o| (mix(&work.title, &o.title), o.year));
    let mut titles: Vec<String> = Vec::new();
    for other in others {
        if !titles.contains(&other.title) && titles.len() < MAX_DISTRACTORS {
            titles.push(other.title.clone());
        }
    }
    let section = document.article.sections.get(list.section)?;
    let craft = list.craft;
    Some(Candidate {
        stem: format!(
            "Which of these {}s did {subject} {} in {}?",
            craft.noun, craft.verb, work.year
        ),
        key: work.title.clone(),
        distractors: titles,
        category: category(document, section.path.first().map(String::as_str)),
        section: section.heading().map(str::to_owned),
        evidence: work.line,
        fact: format!("Opus | {} | {}", craft.noun, work.title),
        salience: 4,
        about_title: false,
        mirror: None,
    })
}

/// *Low Tide*, *Low Tide II*: the one is in the other.
fn is_part(a: &str, b: &str) -> bool {
    a.contains(b) || b.contains(a)
}
