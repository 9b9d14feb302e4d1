//! Items from the infobox.

use super::distractor::{self, Company};
use super::{Candidate, Rejected, mix};
use crate::fact::field::{self, FieldFact, Qualifier, ValueKind};
use crate::fact::lists::Lists;
use crate::fact::name::World;
use crate::fact::value::years_in;
use crate::fact::{Document, Kind, Names};
use crate::text::{given_name, inflect};

/// All candidates that the infobox gives.
pub(super) fn candidates(
    document: &Document<'_>,
    company: &Company<'_, '_>,
) -> Vec<Result<Candidate, Rejected>> {
    field::facts(document)
        .iter()
        .map(|fact| candidate(document, company, fact))
        .collect()
}

fn candidate(
    document: &Document<'_>,
    company: &Company<'_, '_>,
    fact: &FieldFact<'_>,
) -> Result<Candidate, Rejected> {
    let rejected = |reason: &str| {
        Err(Rejected {
            candidate: fact.field.line.of(document.text()).to_owned(),
            reason: reason.to_owned(),
        })
    };
    if fact.value.to_lowercase().contains("unnamed") || fact.value == document.article.title {
        return rejected("the value is no name");
    }
    if matches!(
        fact.value.to_lowercase().as_str(),
        "pilot" | "finale" | "series finale" | "the finale"
    ) {
        return rejected("the value tells that it is the first or last");
    }
    let choice = usize::try_from(mix(&document.article.title, &fact.field.key)).unwrap_or(0);
    let Some(template) = fact.rule.stems.get(choice % fact.rule.stems.len().max(1)) else {
        return rejected("no wording");
    };
    let key = written(document, fact);
    let stem = stem(document, template, fact);
    let distractors = distractors(document, company, fact, &key);
    Ok(Candidate {
        stem,
        distractors,
        category: "Profile".to_owned(),
        section: None,
        evidence: fact.field.line,
        fact: format!("{} | {} | {key}", document.article.title, fact.field.key),
        salience: match fact.rule.qualifier {
            Qualifier::Kin | Qualifier::SharedKin => 4,
            _ => 8,
        },
        about_title: false,
        mirror: None,
        key,
    })
}

/// The value as an option shows it.
fn written(document: &Document<'_>, fact: &FieldFact<'_>) -> String {
    match document
        .names
        .named(&fact.value)
        .and_then(|id| document.entity(id))
    {
        Some(entity) if fact.rule.qualifier == Qualifier::By => entity.name.clone(),
        Some(entity) if entity.quoted => entity.written(),
        _ if matches!(fact.rule.value, ValueKind::Name(Kind::Work, _))
            && fact.span.start > 0
            && document
                .text()
                .get(fact.span.start..)
                .is_some_and(|t| t.starts_with(['"', '“'])) =>
        {
            format!("\"{}\"", fact.value)
        }
        _ => fact.value.clone(),
    }
}

fn stem(document: &Document<'_>, template: &str, fact: &FieldFact<'_>) -> String {
    let subject = &document.subject;
    let mut stem = template
        .replace("{T}", &subject.written)
        .replace("{Q}", &fact.qualifier)
        .replace("{V}", &fact.qualifier)
        .replace(
            "{A}",
            &format!("{} {}", inflect::article(&fact.qualifier), fact.qualifier),
        )
        .replace("{O}", &super::phrase::join(&fact.others));
    if let Some(domain) = subject
        .domain
        .as_deref()
        .filter(|d| subject.is_fictional && *d != document.article.title)
    {
        let episode = stem.contains("which episode");
        stem = if episode {
            stem.replace("which episode", &format!("which episode of {domain}"))
        } else {
            placed(&stem, &subject.written, domain)
        };
    }
    super::question::capitalise(&stem)
}

fn distractors(
    document: &Document<'_>,
    company: &Company<'_, '_>,
    fact: &FieldFact<'_>,
    key: &str,
) -> Vec<String> {
    match fact.rule.value {
        ValueKind::Year => years(document, fact),
        ValueKind::Count => counts(&fact.value),
        ValueKind::Listed(class) => distractor::in_class(document, class, None),
        ValueKind::Name(kind, class) => {
            let mut pool = same_line(document, fact);
            let partner = PARTNERS.contains(&core(&fact.qualifier));
            let kin = matches!(fact.rule.qualifier, Qualifier::Kin | Qualifier::SharedKin);
            if partner {
                pool.clear();
            }
            if !kin || partner {
                pool.extend(siblings(document, company, fact, kind, key));
            }
            if pool.len() < distractor::MIN_DISTRACTORS + 1 {
                let near = Lists::shared()
                    .known(&fact.value)
                    .iter()
                    .find(|k| k.class == class);
                pool.extend(distractor::in_class(
                    document,
                    class,
                    near.map(|k| (k.group, k.fame)),
                ));
            }
            pool
        }
    }
}

/// A stem with its work of fiction named where it reads best.
fn placed(stem: &str, subject: &str, domain: &str) -> String {
    if stem.contains("portray") || stem.starts_with("Who plays") {
        return format!("{} in {domain}?", stem.trim_end_matches('?'));
    }
    if stem.contains("creat") || stem.contains("based") {
        return stem.replacen(subject, &format!("{subject} of {domain}"), 1);
    }
    let mut chars = stem.chars();
    let first: String = chars
        .next()
        .into_iter()
        .flat_map(char::to_lowercase)
        .collect();
    format!("In {domain}, {first}{}", chars.as_str())
}

/// Relations that are no blood relations.
const PARTNERS: [&str; 10] = [
    "girlfriend",
    "boyfriend",
    "ex-girlfriend",
    "ex-boyfriend",
    "wife",
    "husband",
    "ex-wife",
    "ex-husband",
    "fiancée",
    "fiancé",
];

fn core(qualifier: &str) -> &str {
    qualifier.rsplit(' ').next().unwrap_or(qualifier)
}

/// Values of neighbouring lines of the same sort: other relatives.
fn same_line(document: &Document<'_>, fact: &FieldFact<'_>) -> Vec<String> {
    if !matches!(fact.rule.qualifier, Qualifier::Kin | Qualifier::SharedKin) {
        return Vec::new();
    }
    let text = document.text();
    let role = |word: &str| Lists::shared().role(word.rsplit(' ').next().unwrap_or(word));
    let gender = role(&fact.qualifier).and_then(|r| r.gender);
    let mut pool: Vec<(bool, String)> = document
        .article
        .fields
        .iter()
        .filter(|f| fact.rule.keys.contains(&f.key.to_lowercase().as_str()))
        .flat_map(|f| &f.values)
        .filter_map(|v| {
            let name = v.text.of(text);
            let kin = v.qualifier?.of(text);
            let named =
                name.starts_with(|c: char| c.is_uppercase()) && !name.starts_with("Unnamed");
            let other = role(kin)
                .and_then(|r| r.gender)
                .or_else(|| given_name(name));
            let fits = (gender.is_none() || other == gender) && !PARTNERS.contains(&core(kin));
            (named && fits && kin != fact.qualifier && name != fact.value)
                .then(|| (other == gender, name.to_owned()))
        })
        .collect();
    let family = |name: &str| name.split(' ').next_back() == fact.value.split(' ').next_back();
    pool.sort_by_key(|(same, name)| (!same, !family(name), mix(&fact.value, name)));
    pool.into_iter().map(|(_, name)| name).collect()
}

/// Names of the article that are of the key's kind and stand in no relation
/// to the key's line.
fn siblings(
    document: &Document<'_>,
    company: &Company<'_, '_>,
    fact: &FieldFact<'_>,
    kind: Kind,
    key: &str,
) -> Vec<String> {
    let line = fact.field.line.of(document.text());
    let entity = document
        .names
        .named(&fact.value)
        .and_then(|id| document.entity(id));
    let id = document.names.named(&fact.value);
    let story = document.subject.is_fictional
        && !matches!(
            fact.rule.keys.first(),
            Some(&("portrayer" | "creator" | "creators" | "voice"))
        );
    let kin = matches!(fact.rule.qualifier, Qualifier::Kin | Qualifier::SharedKin);
    let gender = if kin {
        Lists::shared()
            .role(fact.qualifier.rsplit(' ').next().unwrap_or(""))
            .and_then(|r| r.gender)
    } else {
        entity.and_then(|e| e.gender)
    };
    let mut pool: Vec<_> = document
        .names
        .entities
        .iter()
        .enumerate()
        .filter(|&(other, e)| {
            other != Names::TITLE
                && Some(other) != id
                && e.kind == Some(kind)
                && e.mentions > 0
                && e.quoted == key.starts_with('"')
                && (kind == Kind::Person || entity.is_none_or(|k| k.noun == e.noun))
                && !line.contains(&e.name)
                && !matches!(e.world, World::Family | World::Elsewhere)
                && (kind != Kind::Person
                    || !document.subject.is_fictional
                    || distractor::in_story(company, other) == story)
                && (gender.is_none() || e.gender == gender)
        })
        .collect();
    pool.sort_by_key(|&(id, e)| {
        (
            std::cmp::Reverse((
                e.name.contains(' ') == key.contains(' '),
                e.gender == gender,
                e.mentions,
            )),
            id,
        )
    });
    pool.into_iter().map(|(_, e)| e.written()).collect()
}

fn years(document: &Document<'_>, fact: &FieldFact<'_>) -> Vec<String> {
    let Ok(year) = fact.value.parse::<i32>() else {
        return Vec::new();
    };
    let in_box: Vec<i32> = document
        .article
        .fields
        .iter()
        .flat_map(|f| years_in(f.line.of(document.text())))
        .collect();
    [-2, 2, -1, 3, -4, 1, -3, 4]
        .iter()
        .map(|offset| year + offset)
        .filter(|y| !in_box.contains(y) && *y <= 2100)
        .map(|y| y.to_string())
        .collect()
}

fn counts(value: &str) -> Vec<String> {
    let Ok(n) = value.parse::<u32>() else {
        return Vec::new();
    };
    let step = (n / 8).max(1);
    [
        n.saturating_sub(step),
        n + step,
        n.saturating_sub(2 * step),
        n + 2 * step,
        n + 3 * step,
    ]
    .iter()
    .filter(|&&m| m != n && m > 0)
    .map(ToString::to_string)
    .collect()
}
