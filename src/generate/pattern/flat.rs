//! Items from flat clauses: one phrase or the subject becomes the question
//! word, everything else of the clause stays.

use std::collections::{BTreeMap, BTreeSet};

use crate::fact::lists::Lists;
use crate::fact::pattern::flat::{Flat, Phrase, is_time};
use crate::fact::pattern::frame::{Frame, Slot};
use crate::fact::pattern::{Claim, PatternFact};
use crate::fact::value::{Sort, Value};
use crate::fact::{Document, EntityId, Gender, Kind, Names};
use crate::generate::boxed::is_plural;
use crate::generate::distractor::{self, Company};
use crate::generate::phrase::Writer;
use crate::generate::question::{MAX_WORDS, Question, capitalise, worth};
use crate::generate::{Candidate, Rejected};
use crate::text::inflect;

type Reason = &'static str;

/// Verbs for the ends of a life: a pronoun may stand for somebody else here.
const ONCE_IN_A_LIFE: [&str; 4] = ["bear", "die", "bury", "inter"];

/// Verbs of the table that need no object.
const INTRANSITIVE: &[&str] = &[
    "die",
    "open",
    "premiere",
    "debut",
    "graduate",
    "marry",
    "wed",
    "study",
    "enroll",
    "enrol",
    "teach",
    "lecture",
    "move",
    "emigrate",
    "relocate",
    "immigrate",
    "retire",
    "settle",
    "work",
    "sign",
    "merge",
    "launch",
    "resign",
    "abdicate",
    "convert",
    "surrender",
    "secede",
    "withdraw",
    "enlist",
    "return",
    "collapse",
    "begin",
    "close",
    "land",
];

/// All candidates of flat clauses.
pub(super) fn candidates(
    document: &Document<'_>,
    company: &Company<'_, '_>,
    flats: &[Flat],
    roles: &Roles,
) -> Vec<Result<Candidate, Rejected>> {
    let mut found = Vec::new();
    for flat in flats {
        for frame in flat.frames() {
            let asker = Asker {
                document,
                company,
                flats,
                flat,
                frame,
                roles,
            };
            let Some(asked) = asker.asked() else {
                continue;
            };
            found.push(asker.candidate(&asked).map_err(|reason| {
                let sentence = document.sentences.get(flat.sentence);
                Rejected {
                    candidate: format!(
                        "[{}] {}",
                        asked.value.text,
                        sentence.map_or("", |s| s.whole.of(document.text()))
                    ),
                    reason: reason.to_owned(),
                }
            }));
        }
    }
    found
}

struct Asker<'f, 'd, 'a> {
    document: &'d Document<'a>,
    company: &'f Company<'d, 'a>,
    flats: &'f [Flat],
    flat: &'f Flat,
    frame: &'static Frame,
    roles: &'f Roles,
}

/// The fields that persons work in, as the article tells.
pub(super) type Roles = BTreeMap<EntityId, BTreeSet<&'static str>>;

/// The fields of all jobs that the article states.
pub(super) fn roles(facts: &[PatternFact], flats: &[Flat]) -> Roles {
    let mut roles = Roles::new();
    let jobs = facts.iter().filter_map(|fact| match &fact.claim {
        Claim::Job { person, role } => Some((*person, role.as_str())),
        _ => None,
    });
    let named = flats.iter().flat_map(|flat| {
        let of_phrases = flat
            .phrases
            .iter()
            .filter_map(|p| Some((p.value.as_ref()?.entity()?, p.noun.as_deref()?)));
        of_phrases.chain(flat.role.as_deref().map(|role| (flat.subject, role)))
    });
    for (person, role) in jobs.chain(named) {
        if let Some(known) = Lists::shared().role(role)
            && !matches!(known.class, "other" | "occupation" | "kin" | "business")
        {
            roles.entry(person).or_default().insert(known.class);
        }
    }
    roles
}

/// What is asked for.
struct Asked {
    value: Value,
    /// The index of its phrase; none for the subject and a date in front.
    phrase: Option<usize>,
    preposition: Option<String>,
    noun: Option<String>,
}

impl Asker<'_, '_, '_> {
    /// The part of the clause that the row asks for, if it is there.
    fn asked(&self) -> Option<Asked> {
        let flat = self.flat;
        let of_phrase = |wanted: &dyn Fn(&Phrase) -> bool| {
            flat.phrases.iter().position(wanted).and_then(|index| {
                let phrase = flat.phrases.get(index)?;
                Some(Asked {
                    value: phrase.value.clone()?,
                    phrase: Some(index),
                    preposition: phrase.preposition.clone(),
                    noun: phrase.noun.clone(),
                })
            })
        };
        let asked = match self.frame.slot {
            Slot::Subject => {
                if flat.phrases.first().is_none_or(|p| p.preposition.is_some()) {
                    return None;
                }
                let entity = self.document.entity(flat.subject)?;
                Asked {
                    value: Value {
                        text: entity.written(),
                        sort: Sort::Name(flat.subject),
                        first: 0,
                        last: 0,
                    },
                    phrase: None,
                    preposition: None,
                    noun: flat.role.clone(),
                }
            }
            Slot::Object => of_phrase(&|p| p.preposition.is_none())?,
            Slot::Behind(preposition) => {
                of_phrase(&|p| p.preposition.as_deref() == Some(preposition))?
            }
            Slot::Time => {
                let timed = of_phrase(&|p| {
                    matches!(p.preposition.as_deref(), Some("in" | "on"))
                        && p.value.as_ref().is_some_and(is_time)
                });
                match (timed, &flat.date) {
                    (Some(asked), _) => asked,
                    (None, Some((preposition, value))) => Asked {
                        value: value.clone(),
                        phrase: None,
                        preposition: Some(preposition.clone()),
                        noun: None,
                    },
                    (None, None) => return None,
                }
            }
        };
        let fits = match asked.value.sort {
            Sort::Name(id) => self
                .document
                .entity(id)
                .and_then(|e| e.kind)
                .is_some_and(|kind| self.frame.kinds.contains(&kind)),
            Sort::Year(_) | Sort::Date(_) => self.frame.slot == Slot::Time,
            Sort::Season(_)
            | Sort::Count(_)
            | Sort::Quantity(_)
            | Sort::Period(_)
            | Sort::Thing(_) => false,
        };
        fits.then(|| self.coarse(asked))
    }

    /// Days become years where nobody remembers the day.
    fn coarse(&self, asked: Asked) -> Asked {
        let value = worth::coarse(self.document, &self.flat.verb, asked.value.clone());
        let preposition = if value.sort == asked.value.sort {
            asked.preposition
        } else {
            Some("in".to_owned())
        };
        Asked {
            value,
            preposition,
            ..asked
        }
    }

    fn candidate(&self, asked: &Asked) -> Result<Candidate, Reason> {
        let (flat, document) = (self.flat, self.document);
        if is_time(&asked.value) {
            worth::has_time(&flat.verb, flat.passive)?;
        }
        let sentence = document
            .sentences
            .get(flat.sentence)
            .ok_or("no such sentence")?;
        if asked.value.entity() == Some(Names::TITLE) {
            return Err("the subject of the article is asked for often enough");
        }
        self.check(asked)?;
        let (stem, named) = self.stem(asked)?;
        let acts = match self.frame.slot {
            Slot::Subject => !flat.passive,
            Slot::Behind("by") => flat.passive,
            _ => false,
        };
        let mut question = Question {
            stem: stem.clone(),
            key: asked.value.clone(),
            named,
            sentence: flat.sentence,
            predicate: flat.verb.clone(),
            noun: asked.noun.clone(),
            of_subject: acts,
            nested: false,
        };
        let mut pool = distractor::distractors(self.company, &question);
        // A known field of work keeps out those who are known for another.
        if let Some(fields) = asked.value.entity().and_then(|id| self.roles.get(&id)) {
            pool.retain(|option| {
                document
                    .names
                    .named(option)
                    .and_then(|id| self.roles.get(&id))
                    .is_none_or(|other| !other.is_disjoint(fields))
            });
        }
        if !question.named.contains(&flat.subject) {
            question.named.push(flat.subject);
        }
        let rivals = self.rivals();
        let person = asked
            .value
            .kind(document)
            .is_some_and(|kind| kind == Kind::Person);
        // *King of the Lapiths* is a description.
        pool.retain(|option| !person || !option.contains(" of "));
        pool.retain(|option| {
            document
                .names
                .named(option.trim_matches('"'))
                .is_none_or(|id| !rivals.contains(&id))
        });
        let section = document.article.sections.get(sentence.section);
        Ok(Candidate {
            fact: format!(
                "{} | {:?} | {}",
                flat.verb, self.frame.slot, asked.value.text
            ),
            salience: super::super::rank::salience(document, &question),
            about_title: false,
            mirror: Some((flat.sentence, flat.at)),
            category: super::super::category(
                document,
                section.and_then(|s| s.path.first()).map(String::as_str),
            ),
            section: section.and_then(|s| s.heading()).map(str::to_owned),
            evidence: sentence.whole,
            key: asked.value.text.clone(),
            distractors: pool,
            stem,
        })
    }

    /// What stands in the asked place of this verb anywhere else: never a wrong
    /// option.
    fn rivals(&self) -> Vec<EntityId> {
        self.flats
            .iter()
            .filter(|f| f.verb == self.flat.verb)
            .flat_map(|f| {
                let placed = f.phrases.iter().filter_map(|p| p.value.as_ref()?.entity());
                placed.chain(std::iter::once(f.subject))
            })
            .collect()
    }

    /// What a clause says besides its time.
    fn told(&self, flat: &Flat) -> Vec<String> {
        let parse = self.document.sentences.get(flat.sentence).map(|s| &s.parse);
        flat.phrases
            .iter()
            .filter(|p| !p.value.as_ref().is_some_and(is_time))
            .filter_map(|p| Some(parse?.text_of(self.document.text(), p.first..=p.last)))
            .map(str::to_lowercase)
            .collect()
    }

    /// Whether a phrase holds a name.
    fn names_something(&self, phrase: &Phrase) -> bool {
        self.document
            .sentences
            .get(self.flat.sentence)
            .is_some_and(|s| {
                (phrase.first..=phrase.last)
                    .any(|at| s.entities.get(at).copied().flatten().is_some())
            })
    }

    fn check(&self, asked: &Asked) -> Result<(), Reason> {
        let flat = self.flat;
        let others = flat.phrases.len() - usize::from(asked.phrase.is_some());
        let kept = others + usize::from(flat.date.is_some() && asked.phrase.is_some());
        let time = is_time(&asked.value);
        let subject_named = self
            .document
            .sentences
            .get(flat.sentence)
            .is_some_and(|s| s.entities.contains(&Some(flat.subject)));
        if ONCE_IN_A_LIFE.contains(&flat.verb.as_str()) && !subject_named {
            return Err("a pronoun that stands for nothing certain");
        }
        let object = flat
            .phrases
            .first()
            .is_some_and(|p| p.preposition.is_none());
        if self.frame.verbs.is_empty() && !flat.passive && !object {
            return Err("nothing says what it was done to");
        }
        if time && flat.loose && object && !flat.phrases.iter().any(|p| self.names_something(p)) {
            return Err("the stem says too little");
        }
        if self.frame.verbs.is_empty() {
            let named = flat
                .phrases
                .iter()
                .enumerate()
                .any(|(index, p)| Some(index) != asked.phrase && self.names_something(p));
            let titled = flat.subject == Names::TITLE && flat.passive;
            if !(named || titled) || flat.present || flat.loose {
                return Err("it may have happened more than once");
            }
        }
        if self.frame.repeats && (flat.loose || kept == 0) {
            return Err("it may have happened more than once");
        }
        let transitive = !flat.passive
            && !self.frame.verbs.is_empty()
            && !INTRANSITIVE.contains(&flat.verb.as_str());
        if transitive && flat.phrases.first().is_none_or(|p| p.preposition.is_some()) {
            return Err("nothing says what it was done to");
        }
        let goes_on = asked
            .phrase
            .and_then(|index| flat.phrases.get(index + 1))
            .and_then(|p| p.preposition.as_deref())
            .is_some_and(|p| matches!(p, "from" | "to" | "between" | "with"));
        if goes_on && !time {
            return Err("the value goes on behind its name");
        }
        if self.frame.slot == Slot::Subject
            && (flat.loose
                || flat
                    .phrases
                    .first()
                    .is_none_or(|p| !self.names_something(p)))
        {
            return Err("nothing says what it was done to");
        }
        let years = flat
            .phrases
            .iter()
            .filter(|p| p.value.as_ref().is_some_and(is_time))
            .count();
        if years + usize::from(flat.date.is_some()) > 1 {
            return Err("two times for one event");
        }
        if time {
            let again = self.flats.iter().any(|f| {
                f.verb == flat.verb
                    && f.subject == flat.subject
                    && (f.sentence, f.at) != (flat.sentence, flat.at)
                    && self.told(f) == self.told(flat)
            });
            if again {
                return Err("it may have happened more than once");
            }
            // An object without a name can be another one of its kind.
            let bare = flat
                .phrases
                .iter()
                .any(|p| p.preposition.is_none() && p.value.is_none() && p.first == p.last);
            if bare {
                return Err("the stem says too little");
            }
        }
        let subject = self.document.entity(flat.subject).ok_or("no such entity")?;
        let partial = subject.kind == Some(Kind::Person)
            && flat.subject != Names::TITLE
            && !self.document.subject.is_fictional
            && (!subject.name.contains(' ')
                || self.document.names.entities.iter().any(|e| {
                    e.name
                        .strip_suffix(subject.name.as_str())
                        .is_some_and(|given| given.ends_with(' '))
                }));
        if partial {
            return Err("only one of the person's names");
        }
        if let Some(id) = asked.value.entity()
            && matches!(flat.verb.as_str(), "marry" | "wed")
        {
            let other = self.document.entity(id).and_then(|e| e.gender);
            let known = matches!(other, Some(Gender::Female | Gender::Male));
            if !known || other == subject.gender {
                return Err("nothing tells the spouses apart");
            }
        }
        Ok(())
    }

    /// The question word with its preposition.
    fn question_word(&self, asked: &Asked) -> Result<String, Reason> {
        let with = |words: &str| match &asked.preposition {
            Some(preposition) => format!("{preposition} {words}"),
            None => words.to_owned(),
        };
        match asked.value.sort {
            Sort::Year(_) if asked.preposition.as_deref() != Some("in") => {
                Err("a year that is no time of the event")
            }
            Sort::Year(_) => Ok(with("what year")),
            Sort::Date(date) if date.day.is_some() => Ok("on what date".to_owned()),
            Sort::Date(_) => Ok("when".to_owned()),
            Sort::Season(_)
            | Sort::Count(_)
            | Sort::Quantity(_)
            | Sort::Period(_)
            | Sort::Thing(_) => Err("a number that stands for somebody"),
            Sort::Name(id) => {
                let entity = self.document.entity(id).ok_or("no such entity")?;
                if entity.kind == Some(Kind::Person) {
                    let acts = matches!(self.frame.slot, Slot::Subject);
                    return Ok(match &asked.noun {
                        Some(role) => with(&format!("which {role}")),
                        None if acts => "who".to_owned(),
                        None => with("whom"),
                    });
                }
                let city = Lists::shared()
                    .known(&entity.name)
                    .iter()
                    .any(|k| k.class == "city");
                let noun = match (&asked.noun, &entity.noun) {
                    (None, Some(_)) if city && entity.kind == Some(Kind::Place) => "city",
                    (Some(noun), _) | (None, Some(noun)) => noun.as_str(),
                    (None, None) => return Err("nothing says what kind of name"),
                };
                let noun = noun
                    .strip_prefix("tv ")
                    .map_or_else(|| noun.to_owned(), |rest| format!("TV {rest}"));
                Ok(with(&format!("which {noun}")))
            }
        }
    }

    fn stem(&self, asked: &Asked) -> Result<(String, Vec<EntityId>), Reason> {
        let (flat, document) = (self.flat, self.document);
        let sentence = document
            .sentences
            .get(flat.sentence)
            .ok_or("no such sentence")?;
        let form = sentence.parse.form(document.text(), flat.at).to_lowercase();
        let acts = self.frame.slot == Slot::Subject;
        let mut writer = Writer::new(document, asked.value.entity(), acts);
        let agent = self.frame.slot == Slot::Behind("by") && flat.passive;
        if agent {
            // *was designed by X*: who designed ...?
            let bare = Asked {
                preposition: None,
                value: asked.value.clone(),
                phrase: asked.phrase,
                noun: asked.noun.clone(),
            };
            let word = self.question_word(&bare)?;
            writer.literal(if word == "whom" { "who" } else { &word });
            let tense = if flat.present {
                inflect::Form::Third
            } else {
                inflect::Form::Past
            };
            writer.literal(&inflect::conjugate(&flat.verb, tense));
            self.subject(&mut writer)?;
        } else {
            writer.literal(&self.question_word(asked)?);
            let many = flat.subject == Names::TITLE && is_plural(document);
            let be = match (flat.present, many) {
                (true, true) => "are",
                (true, false) => "is",
                (false, true) => "were",
                (false, false) => "was",
            };
            if acts {
                if flat.passive {
                    writer.literal(be);
                }
                writer.literal(&form);
            } else if flat.passive {
                writer.literal(be);
                self.subject(&mut writer)?;
                // *borne* is another word.
                let participle = inflect::conjugate(&flat.verb, inflect::Form::Participle);
                writer.literal(if flat.verb == "bear" {
                    "born"
                } else {
                    &participle
                });
            } else {
                writer.literal(match (flat.present, many) {
                    (true, true) => "do",
                    (true, false) => "does",
                    _ => "did",
                });
                self.subject(&mut writer)?;
                writer.literal(&flat.verb);
            }
        }
        for (index, phrase) in flat.phrases.iter().enumerate() {
            if Some(index) == asked.phrase {
                continue;
            }
            if let Some(preposition) = &phrase.preposition {
                writer.literal(preposition);
            }
            writer.passage(flat.sentence, phrase.first, phrase.last)?;
        }
        if let Some((preposition, value)) = &flat.date
            && !(is_time(&asked.value))
        {
            writer.literal(&format!("{preposition} {}", value.text));
        }
        self.anchor(&mut writer)?;
        if writer.word_count() > MAX_WORDS {
            return Err("the stem is too long");
        }
        if writer.word_count() < 5 {
            return Err("the stem says too little");
        }
        let stem = format!("{}?", capitalise(writer.text()));
        let years = stem
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| w.len() == 4 && matches!(w.parse(), Ok(1000..=2100)))
            .count();
        if years + usize::from(is_time(&asked.value)) > 1 {
            return Err("the stem holds another year");
        }
        if stem.contains(['[', '\n', ';'])
            || stem.contains(" ,")
            || stem.contains(" \" ")
            || paged(&stem)
        {
            return Err("the stem is torn");
        }
        Ok((stem, writer.introduced))
    }

    fn subject(&self, writer: &mut Writer<'_, '_>) -> Result<(), Reason> {
        let id = self.flat.subject;
        let articled = id != Names::TITLE
            && self.flat.definite
            && self
                .document
                .entity(id)
                .is_some_and(|e| !e.name.starts_with("The "));
        if articled {
            writer.literal("the");
        }
        writer.name(id)
    }

    /// The stem names the subject of the article, its work, or something that
    /// its full name tells.
    fn anchor(&self, writer: &mut Writer<'_, '_>) -> Result<(), Reason> {
        let document = self.document;
        let subject = &document.subject;
        let fiction = subject.is_fictional || subject.kind == Some(Kind::Work);
        let domain = subject.domain.as_deref().filter(|_| fiction);
        let told = domain.is_some_and(|d| writer.text().contains(d));
        if let Some(domain) = domain
            && self.flat.present
            && !told
        {
            writer.literal(&format!("in {domain}"));
            return Ok(());
        }
        let titled = told
            || writer.introduced.contains(&Names::TITLE)
            || writer.text().contains(document.article.title.as_str());
        let full = writer.introduced.iter().any(|&id| {
            document.entity(id).is_some_and(|e| {
                e.kind.is_some() && e.kind != Some(Kind::Place) && e.name.contains(' ')
            })
        });
        if titled || full && !fiction {
            Ok(())
        } else {
            Err("the stem names neither the subject nor its work")
        }
    }
}

/// *New York City:57*: a page number of the source.
fn paged(stem: &str) -> bool {
    let characters: Vec<char> = stem.chars().collect();
    characters
        .windows(2)
        .any(|w| matches!(w, [':', after] if after.is_ascii_digit()))
}
