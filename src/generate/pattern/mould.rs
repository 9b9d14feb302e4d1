//! Items from statements that fit a mould.

use crate::fact::field::class;
use crate::fact::pattern::mould::{Key, PARTS, Statement};
use crate::fact::quantity::{Figure, Measure, Quantity, Stated};
use crate::fact::thing::{self, capital};
use crate::fact::value::{Sort, Value};
use crate::fact::{Document, Entity, Kind, Names};
use crate::generate::distractor::{self, Company};
use crate::generate::question::{MAX_WORDS, Question, capitalise};
use crate::generate::{Candidate, Rejected, mix};
use crate::text::{inflect, number};

type Reason = &'static str;

/// All candidates of moulds.
pub(super) fn candidates(
    document: &Document<'_>,
    company: &Company<'_, '_>,
    statements: &[Statement],
) -> Vec<Result<Candidate, Rejected>> {
    statements
        .iter()
        .map(|statement| {
            candidate(document, company, statement).map_err(|reason| Rejected {
                candidate: format!("[{:?}] {}", statement.key, statement.mould.pattern),
                reason: reason.to_owned(),
            })
        })
        .collect()
}

fn candidate(
    document: &Document<'_>,
    company: &Company<'_, '_>,
    statement: &Statement,
) -> Result<Candidate, Reason> {
    let sentence = document
        .sentences
        .get(statement.sentence)
        .ok_or("no such sentence")?;
    let (text, sort) = value(document, statement)?;
    let stem = stem(document, statement)?;
    if stem.split(' ').count() > MAX_WORDS {
        return Err("the stem is too long");
    }
    let mut distractors = match &statement.key {
        Key::Member(class, name) => members(document, statement, class, name),
        Key::Region(region) => regions(document, statement, region),
        Key::Rank(rank) => ranks(&stem, *rank),
        _ => Vec::new(),
    };
    if let Some(sort) = sort {
        let question = Question {
            stem: stem.clone(),
            key: Value {
                text: text.clone(),
                sort,
                first: 0,
                last: 0,
            },
            named: vec![Names::TITLE],
            sentence: statement.sentence,
            predicate: "be".to_owned(),
            noun: noun(document, statement),
            nested: false,
            of_subject: true,
        };
        distractors = distractor::distractors(company, &question);
    }
    let section = document.article.sections.get(sentence.section);
    Ok(Candidate {
        fact: format!("{} | {text}", statement.mould.pattern),
        key: text,
        distractors,
        category: super::super::category(
            document,
            section.and_then(|s| s.path.first()).map(String::as_str),
        ),
        section: section.and_then(|s| s.heading()).map(str::to_owned),
        evidence: sentence.whole,
        salience: 5,
        about_title: false,
        mirror: None,
        stem,
    })
}

/// The key as an option shows it, and its type where there is one.
fn value(document: &Document<'_>, statement: &Statement) -> Result<(String, Option<Sort>), Reason> {
    Ok(match &statement.key {
        Key::Amount(amount) => {
            let quantity = Quantity {
                amount: amount.clone(),
                about: statement.about,
                stated: Stated::Plain,
            };
            let bare = amount.measure == Measure::Number && amount.low.digits < 2;
            if bare {
                return Err("a trifle");
            }
            (amount.written(), Some(Sort::Quantity(quantity)))
        }
        Key::Count(count) => {
            let figure = Figure {
                digits: u64::from(*count),
                decimals: 0,
            };
            (figure.written(4), Some(Sort::Count(*count)))
        }
        Key::Name(id) => {
            let entity = document.entity(*id).ok_or("no such entity")?;
            (entity.written(), Some(Sort::Name(*id)))
        }
        Key::Thing(index, plural, shown) => (
            shown.clone(),
            Some(Sort::Thing(thing::Key {
                index: *index,
                plural: *plural,
            })),
        ),
        Key::Member(_, name) => (capital(name), None),
        Key::Region(region) => (capital(region), None),
        Key::Rank(rank) => (capital(&number::ordinal_word(*rank)), None),
    })
}

fn noun(document: &Document<'_>, statement: &Statement) -> Option<String> {
    match statement.key {
        Key::Name(id) => document.entity(id).and_then(|e| e.noun.clone()),
        _ => None,
    }
}

fn stem(document: &Document<'_>, statement: &Statement) -> Result<String, Reason> {
    let mut stem = statement.mould.stem.to_owned();
    let entity = match statement.key {
        Key::Name(id) => document.entity(id),
        _ => None,
    };
    if stem.contains("{noun}") {
        let noun = noun(document, statement).ok_or("nothing says what kind of name")?;
        stem = stem.replace("{noun}", &noun);
    }
    if stem.contains("{water}") {
        let noun = noun(document, statement)
            .filter(|n| {
                matches!(
                    n.as_str(),
                    "river" | "lake" | "bay" | "island" | "peninsula" | "sea"
                )
            })
            .ok_or("nothing says what kind of name")?;
        stem = stem.replace("{water}", &noun);
    }
    if stem.contains("{Who}") {
        let who = match entity.and_then(|e| e.kind) {
            Some(Kind::Person) => "who".to_owned(),
            _ => format!(
                "which {}",
                noun(document, statement).ok_or("nothing says what kind of name")?
            ),
        };
        stem = stem.replace("{Who}", &who);
    }
    if stem.contains("{whom}") {
        let whom = match entity.and_then(|e| e.kind) {
            Some(Kind::Person) => "whom".to_owned(),
            _ => format!(
                "which {}",
                entity
                    .and_then(|e: &Entity| e.noun.clone())
                    .ok_or("nothing says what kind of name")?
            ),
        };
        stem = stem.replace("{whom}", &whom);
    }
    if let Key::Region(region) = &statement.key {
        let continent = region.split(' ').next_back().unwrap_or("");
        stem = stem.replace("{continent}", continent);
    }
    if let Key::Rank(_) = statement.key {
        let degree = statement.subject.as_deref().unwrap_or("largest");
        stem = stem.replace("{rank}", &degree.replace("most-", "most "));
    }
    if let Some(subject) = &statement.subject {
        stem = stem.replace("{S}", subject);
    }
    let titled = &document.subject.written;
    let bare = titled.strip_prefix("the ").unwrap_or(titled);
    let subject = if statement.female {
        format!("a female {bare}")
    } else {
        titled.clone()
    };
    for (index, capture) in statement.captures.iter().enumerate() {
        let ranked = matches!(statement.key, Key::Rank(_)) && index == 0;
        let plural = inflect::plural(capture);
        let capture = if ranked { &plural } else { capture };
        stem = stem.replace(&format!("{{{}}}", index + 1), capture);
    }
    stem = stem
        .replace("{T}", &subject)
        .replace("{bare}", bare)
        .replace("{does}", if statement.past { "did" } else { "does" })
        .replace("{title}", &document.article.title.to_lowercase())
        .replace("{was}", if statement.past { "was" } else { "is" })
        .replace("{About} ", if statement.about { "about " } else { "" })
        .replace("{about} ", if statement.about { "about " } else { "" });
    if stem.contains(['{', '(', '[', '\n']) {
        return Err("the stem is torn");
    }
    let varied = statement.captures.join(" ");
    let words = [
        " current ",
        " estimated ",
        " other ",
        " this ",
        " these ",
        " such ",
        " his ",
    ];
    let told = format!(" {varied} {} ", statement.subject.as_deref().unwrap_or(""));
    if words.iter().any(|word| told.contains(word)) {
        return Err("it leans on another sentence");
    }
    Ok(capitalise(&stem))
}

/// The text of the paragraph that holds the statement.
fn paragraph<'d>(document: &'d Document<'_>, statement: &Statement) -> Vec<&'d str> {
    let block = document.sentences.get(statement.sentence).map(|s| s.block);
    document
        .sentences
        .iter()
        .filter(|s| Some(s.block) == block)
        .map(|s| s.whole.of(document.text()))
        .collect()
}

/// The other members of a word list, those of the key's group first; none that
/// the paragraph names.
fn members(document: &Document<'_>, statement: &Statement, name: &str, key: &str) -> Vec<String> {
    let near = paragraph(document, statement);
    let said = |member: &str| {
        let member = member.to_lowercase();
        near.iter().any(|s| s.to_lowercase().contains(&member))
    };
    let all = class::entries(name);
    let own = all.iter().find(|e| e.name == key).copied();
    let mut pool: Vec<class::Entry> = all
        .into_iter()
        .filter(|e| e.name != key && !said(e.name) && e.fame < 3)
        .collect();
    pool.sort_unstable_by_key(|e| {
        (
            own.is_some_and(|own| own.group != e.group),
            e.fame,
            mix(&document.article.title, e.name),
        )
    });
    pool.iter().take(8).map(|e| capital(e.name)).collect()
}

/// Other parts of the continent, in the key's form, that the article does not
/// speak of.
fn regions(document: &Document<'_>, statement: &Statement, key: &str) -> Vec<String> {
    let words: Vec<&str> = key.split(' ').collect();
    let Some(continent) = words.last() else {
        return Vec::new();
    };
    let long = |word: &str| PARTS.iter().any(|(_, b)| *b == word.to_lowercase());
    let parts = |word: &str| {
        let lower = word.to_lowercase();
        PARTS.iter().position(|(a, b)| *a == lower || *b == lower)
    };
    let own: Vec<usize> = words.iter().filter_map(|w| parts(w)).collect();
    let text = document.text().to_lowercase();
    let free: Vec<usize> = (0..5)
        .filter(|p| !own.contains(p))
        .filter(|&p| {
            PARTS.get(p).is_some_and(|(a, b)| {
                let near = |w: &str| text.contains(&format!("{w} {}", continent.to_lowercase()));
                !near(a) && !near(b)
            })
        })
        .collect();
    // *East and Southern Africa*: each in the form that is in use.
    let mixed = words.len() == 4 && words.first().map(|w| long(w)) != words.get(2).map(|w| long(w));
    let style = |part: usize, like: &str| -> Option<String> {
        let (a, b) = PARTS.get(part)?;
        let word = if mixed && part == 1 || !mixed && long(like) {
            b
        } else {
            a
        };
        let upper = like.starts_with(char::is_uppercase);
        Some(if upper {
            capital(word)
        } else {
            (*word).to_owned()
        })
    };
    let mut pool = Vec::new();
    match words.as_slice() {
        [one, _] => {
            for &p in &free {
                pool.extend(style(p, one).map(|w| format!("{w} {continent}")));
            }
        }
        [one, _, two, _] => {
            for (i, &p) in free.iter().enumerate() {
                for &q in own.iter().chain(free.iter().skip(i + 1)) {
                    if let (Some(a), Some(b)) = (style(p, one), style(q, two)) {
                        pool.push(format!("{a} and {b} {continent}"));
                    }
                }
            }
        }
        _ => {}
    }
    pool.sort_unstable_by_key(|option| mix(&statement.mould.stem.to_lowercase(), option));
    pool.iter().take(6).map(|o| capital(o)).collect()
}

/// The ranks around the key.
fn ranks(stem: &str, key: u32) -> Vec<String> {
    let low = 1 + u32::try_from(mix(stem, "ranks") % 4).unwrap_or(0);
    let from = key.saturating_sub(low).max(2);
    (from..from + 6)
        .filter(|n| *n != key)
        .map(|n| capital(&number::ordinal_word(n)))
        .collect()
}
