//! Floor 4: from facts to items.
//!
//! A fact becomes a stem and a key ([`question`], infobox rules), finds its wrong
//! options ([`distractor`]), passes the gate and is ranked. Every step may
//! abstain; what is dropped is told with its reason.

mod boxed;
pub mod distractor;
mod hint;
mod pattern;
pub mod phrase;
pub mod question;
mod rank;
mod worth;

use crate::article::Article;
use crate::fact::lists::Lists;
use crate::fact::{Document, Kind, clause};
use crate::item::{Difficulty, Draft, Item, KeyDraft, Source, flaw};
use crate::text::Span;

/// An item with what it was made from.
#[derive(Clone, Debug)]
pub struct Made {
    /// The item.
    pub item: Item,
    /// The fact in one line.
    pub fact: String,
    /// Where its evidence stands in the text.
    pub evidence: Span,
    /// How much it matters, the more the higher.
    pub salience: u32,
    /// Whether the key is the subject of the article.
    about_title: bool,
    /// Whether the key is a person.
    person: bool,
    /// Whether the wrong options are invented names.
    invented: bool,
    /// Sentence and verb: two questions about one clause give each other away.
    mirror: Option<(usize, usize)>,
}

/// A candidate that was dropped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    /// The stem, or the sentence if it did not get that far.
    pub candidate: String,
    /// Why.
    pub reason: String,
}

/// What the generator made of an article.
#[derive(Clone, Debug, Default)]
pub struct Output {
    /// The items, best first within their sections, in the article's order.
    pub made: Vec<Made>,
    /// What was dropped.
    pub rejected: Vec<Rejected>,
}

/// A candidate on its way through the gate.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    pub(crate) stem: String,
    pub(crate) key: String,
    pub(crate) distractors: Vec<String>,
    pub(crate) category: String,
    pub(crate) section: Option<String>,
    pub(crate) evidence: Span,
    pub(crate) fact: String,
    pub(crate) salience: u32,
    pub(crate) about_title: bool,
    pub(crate) mirror: Option<(usize, usize)>,
}

impl Candidate {
    /// The verb of the clause it was made from, if it was made from one.
    fn verb(&self) -> &str {
        verb_of(&self.fact)
    }
}

/// The verb with which the line about a fact of a clause begins.
fn verb_of(fact: &str) -> &str {
    fact.split(" | ").next().unwrap_or_default()
}

/// Makes items of an article.
pub fn generate(article: &Article, url: Option<&str>) -> Output {
    let document = Document::read(article);
    let mut output = Output::default();
    let mut candidates = Vec::new();
    let (clauses, left) = clause::clauses(&document);
    let company = distractor::Company::new(&document, &clauses);
    for candidate in boxed::candidates(&document, &company)
        .into_iter()
        .chain(pattern::candidates(&document, &company))
    {
        match candidate {
            Ok(candidate) => candidates.push(candidate),
            Err(rejected) => output.rejected.push(rejected),
        }
    }
    for (sentence, reason) in left {
        let text = document
            .sentences
            .get(sentence)
            .map_or("", |s| s.whole.of(document.text()));
        output.rejected.push(Rejected {
            candidate: text.to_owned(),
            reason: reason.to_owned(),
        });
    }
    let of_clauses = clauses.iter().flat_map(|clause| {
        question::questions(&document, clause, &clauses)
            .into_iter()
            .map(|q| {
                (
                    clause.sentence,
                    Some((clause.sentence, clause.predicate)),
                    q,
                )
            })
    });
    let of_sentences = (0..document.sentences.len()).flat_map(|number| {
        question::of_sentence(&document, number)
            .into_iter()
            .map(move |q| (number, None, q))
    });
    for (number, mirror, question) in of_clauses.chain(of_sentences) {
        {
            let sentence = document.sentences.get(number);
            let evidence = sentence.map(|s| s.whole).unwrap_or_default();
            match question {
                Err((key, reason)) => output.rejected.push(Rejected {
                    candidate: format!("[{key}] {}", evidence.of(document.text())),
                    reason: reason.to_owned(),
                }),
                Ok(question) if rank::is_trifle(&document, &question) => {
                    output.rejected.push(Rejected {
                        candidate: format!("{} [{}]", question.stem, question.key.text),
                        reason: "a trifle".to_owned(),
                    });
                }
                Ok(question) => {
                    let distractors = distractor::distractors(&company, &question);
                    let section = sentence.and_then(|s| article.sections.get(s.section));
                    let fact = format!(
                        "{} | {} | {}",
                        question.predicate,
                        question.noun.as_deref().unwrap_or("name"),
                        question.key.text
                    );
                    candidates.push(Candidate {
                        salience: rank::salience(&document, &question),
                        mirror,
                        about_title: question.key.entity() == Some(crate::fact::Names::TITLE),
                        category: category(
                            &document,
                            section.and_then(|s| s.path.first()).map(String::as_str),
                        ),
                        section: section.and_then(|s| s.heading()).map(str::to_owned),
                        stem: question.stem,
                        key: question.key.text,
                        distractors,
                        evidence,
                        fact,
                    });
                }
            }
        }
    }
    let (actors, characters) = pattern::cast(&document);
    for mut candidate in candidates {
        // Those who play and those who are played never distract one another.
        if actors.contains(&candidate.key) {
            candidate.distractors.retain(|d| !characters.contains(d));
        } else if characters.contains(&candidate.key) {
            candidate.distractors.retain(|d| !actors.contains(d));
        }
        match gate(&document, candidate, url) {
            Ok(made) => output.made.push(made),
            Err(rejected) => output.rejected.push(rejected),
        }
    }
    rank::balance(&mut output);
    output
}

fn category(document: &Document<'_>, heading: Option<&str>) -> String {
    heading.map_or_else(|| document.article.title.clone(), str::to_owned)
}

/// Whether a stem asks for a figure's real name or for a relative.
fn asks_within_story(stem: &str) -> bool {
    stem.contains("real name") || distractor::KIN.iter().any(|kin| stem.contains(kin))
}

/// *scholar Ada Orr*, *Ada Orr argues*: who writes about a story is not in it.
fn writes_about(document: &Document<'_>, name: &str) -> bool {
    const BEFORE: [&str; 8] = [
        "author",
        "scholar",
        "writer",
        "critic",
        "historian",
        "professor",
        "journalist",
        "editor",
    ];
    const BEHIND: [&str; 10] = [
        " argue",
        " note",
        " write",
        " wrote",
        " comment",
        " suggest",
        " observe",
        " describe",
        " explain",
        " discuss",
    ];
    let text = document.text();
    text.match_indices(name).any(|(at, _)| {
        let before = text.get(..at).unwrap_or_default().trim_end().to_lowercase();
        let behind = text.get(at + name.len()..).unwrap_or_default();
        BEFORE.iter().any(|word| before.ends_with(word))
            || BEHIND.iter().any(|word| behind.starts_with(word))
    })
}

/// *the Tigers' coach*; *Ada Orr, 4th Countess of Moor, born*: a title in the
/// plural takes no second *s*, and one with a comma a second comma.
fn with_title_set_off(document: &Document<'_>, stem: &str) -> String {
    let title = document.article.title.as_str();
    let stem = if boxed::is_plural(document) && !document.subject.is_person {
        stem.replace(&format!("{title}'s"), &format!("{title}'"))
    } else {
        stem.to_owned()
    };
    if document.subject.is_person && title.contains(", ") {
        stem.replace(&format!("{title} "), &format!("{title}, "))
    } else {
        stem
    }
}

/// Makes the item if every check passes with every pool of distractors.
fn gate(
    document: &Document<'_>,
    candidate: Candidate,
    url: Option<&str>,
) -> Result<Made, Rejected> {
    let candidate = Candidate {
        stem: with_title_set_off(document, &candidate.stem),
        ..candidate
    };
    let reject = |reason: String| Rejected {
        candidate: format!("{} [{}]", candidate.stem, candidate.key),
        reason,
    };
    let mut distractors = candidate.distractors.clone();
    distractor::align(&candidate.key, &mut distractors);
    distractor::clean(&candidate.key, &candidate.stem, &mut distractors);
    distractor::level(&candidate.key, &mut distractors);
    if document.subject.is_fictional && asks_within_story(&candidate.stem) {
        distractors.retain(|name| !writes_about(document, name));
    }
    hint::mix_posts(&candidate.stem, &candidate.key, &mut distractors);
    if !hint::level(&candidate.key, &mut distractors) {
        return Err(reject("the key looks like none of the options".to_owned()));
    }
    distractors.truncate(crate::item::MAX_DISTRACTORS);
    let person = document
        .names
        .named(&candidate.key)
        .and_then(|id| document.entity(id))
        .is_some_and(|e| e.kind == Some(Kind::Person));
    let whole = |name: &String| name.contains(' ') == candidate.key.contains(' ');
    if person {
        distractors.retain(whole);
        if document.subject.is_tale() {
            hint::shorten(&candidate.key, &mut distractors);
        }
    }
    if let Some(word) = distractor::echo(&candidate.key, &candidate.stem) {
        return Err(reject(format!("the stem's \"{word}\" sounds like the key")));
    }
    if let Some(word) = hint::given_away(&candidate.stem, &candidate.key, &distractors) {
        return Err(reject(format!("\"{word}\" of the key stands in the stem")));
    }
    if let Some(reason) = worth::fault(document, &candidate) {
        return Err(reject(reason));
    }
    if hint::tells(&candidate.stem, &candidate.key) {
        return Err(reject("the title tells what happens".to_owned()));
    }
    if distractors.len() < distractor::MIN_DISTRACTORS {
        return Err(reject(format!("only {} distractors", distractors.len())));
    }
    let quote = candidate.evidence.of(document.text()).replace(" , ", ", ");
    let draft = Draft {
        stem: candidate.stem.clone(),
        key: Some(KeyDraft::Text(candidate.key.clone())),
        distractors,
        category: Some(candidate.category.clone()),
        difficulty: Some(difficulty(candidate.salience)),
        source: Some(Source {
            title: document.article.title.clone(),
            section: candidate.section.clone(),
            quote: Some(quote),
            url: url.map(str::to_owned),
            ..Source::default()
        }),
        ..Draft::default()
    };
    let item = Item::new(draft).map_err(|fault| reject(fault.to_string()))?;
    if let Some(flaw) = flaw::find(&item).first() {
        return Err(reject(format!("{}: {}", flaw.rule, flaw.message)));
    }
    let text = document.text();
    let invented = item
        .distractors()
        .iter()
        .filter(|o| !text.contains(*o) && Lists::shared().known(o).is_empty())
        .count();
    Ok(Made {
        person,
        invented: person && invented >= distractor::MIN_DISTRACTORS,
        about_title: candidate.about_title,
        mirror: candidate.mirror,
        item,
        fact: candidate.fact,
        evidence: candidate.evidence,
        salience: candidate.salience,
    })
}

fn difficulty(salience: u32) -> Difficulty {
    match salience {
        8.. => Difficulty::Easy,
        4..8 => Difficulty::Medium,
        _ => Difficulty::Hard,
    }
}

/// A number that depends on both texts and nothing else (FNV-1a), to choose
/// between wordings and to order equals.
pub(crate) fn mix(a: &str, b: &str) -> u64 {
    a.bytes()
        .chain([0])
        .chain(b.bytes())
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        })
}
