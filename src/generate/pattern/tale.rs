//! Items from what articles on stories tell in closed constructions.

mod behind;

use crate::fact::field::class;
use crate::fact::pattern::PatternFact;
use crate::fact::pattern::tale::{self, Tale, TaleFact};
use crate::fact::value::{Sort, Value};
use crate::fact::{Document, Entity, EntityId, Gender, Kind, Names};
use crate::generate::distractor::{self, Company};
use crate::generate::phrase::{Reason, Writer, join, possessive_of};
use crate::generate::question::{MAX_WORDS, Question, capitalise};
use crate::generate::{Candidate, Rejected, mix};
use crate::text::Tag;

/// All candidates of these constructions.
pub(super) fn candidates(
    document: &Document<'_>,
    company: &Company<'_, '_>,
    facts: &[PatternFact],
) -> Vec<Result<Candidate, Rejected>> {
    tale::tales(document)
        .iter()
        .map(|fact| {
            let teller = Teller {
                document,
                company,
                facts,
                fact,
            };
            teller.candidate().map_err(|reason| Rejected {
                candidate: document
                    .sentences
                    .get(fact.sentence)
                    .map_or("", |s| s.whole.of(document.text()))
                    .to_owned(),
                reason: reason.to_owned(),
            })
        })
        .collect()
}

/// Networks that air series for everybody.
const GENERAL_NETWORKS: [&str; 18] = [
    "ABC",
    "CBS",
    "NBC",
    "Fox",
    "HBO",
    "Showtime",
    "The CW",
    "FX",
    "AMC",
    "TBS",
    "TNT",
    "Comedy Central",
    "BBC One",
    "BBC Two",
    "ITV",
    "Channel 4",
    "Channel 5",
    "Sky One",
];

/// Names that often stand in the middle.
const MIDDLE_NAMES_OF_MEN: [&str; 12] = [
    "Edward", "Thomas", "Patrick", "Francis", "Henry", "Arthur", "Vincent", "Gregory", "Russell",
    "Leonard", "Douglas", "Stuart",
];
const MIDDLE_NAMES_OF_WOMEN: [&str; 12] = [
    "Marie",
    "Louise",
    "Elizabeth",
    "Grace",
    "Katherine",
    "Margaret",
    "Frances",
    "Josephine",
    "Eleanor",
    "Victoria",
    "Beatrice",
    "Caroline",
];

struct Teller<'f, 'd, 'a> {
    document: &'d Document<'a>,
    company: &'f Company<'d, 'a>,
    facts: &'f [PatternFact],
    fact: &'f TaleFact,
}

/// A stem with its key and the wrong options.
struct Told {
    stem: String,
    key: String,
    distractors: Vec<String>,
}

impl Teller<'_, '_, '_> {
    fn name(&self, id: EntityId) -> String {
        if id == Names::TITLE {
            return self.document.subject.written.clone();
        }
        self.document
            .entity(id)
            .map(|e| e.name.clone())
            .unwrap_or_default()
    }

    fn domain(&self) -> Result<&str, Reason> {
        super::domain(self.document).ok_or("nothing says in which work")
    }

    fn question(
        &self,
        text: String,
        sort: Sort,
        predicate: &str,
        named: Vec<EntityId>,
    ) -> Question {
        Question {
            stem: String::new(),
            key: Value {
                text,
                sort,
                first: 0,
                last: 0,
            },
            named,
            sentence: self.fact.sentence,
            predicate: predicate.to_owned(),
            noun: None,
            nested: false,
            of_subject: false,
        }
    }

    fn candidate(&self) -> Result<Candidate, Reason> {
        let told = match &self.fact.tale {
            Tale::InSeason {
                season,
                who,
                verb,
                last,
                whom,
            } => self.in_season(*season, who, (*verb, *last), *whom),
            Tale::InEpisode {
                episode,
                words,
                revealed,
            } => self.in_episode(*episode, *words, *revealed),
            Tale::Did {
                who,
                passive,
                words,
            } => self.did(*who, *passive, *words),
            Tale::Features { episode, words } => self.features(*episode, *words),
            Tale::Aired { network, work } => Ok(self.aired(network, *work)),
            Tale::Made { work, makers } => self.made(*work, *makers),
            Tale::Auditioned { actors } => self.auditioned(actors),
            Tale::WroteFor {
                author,
                title,
                noun,
                class,
                paper,
            } => Ok(self.wrote_for((*author, *title), noun, class, paper)),
            Tale::Sited {
                place,
                words,
                thing,
            } => self.sited(*place, *words, *thing),
            Tale::Moves { place, who } => self.moves(*place, who),
            Tale::MiddleName { name } => self.middle_name(name),
        }?;
        let sentence = self
            .document
            .sentences
            .get(self.fact.sentence)
            .ok_or("no such sentence")?;
        let section = self.document.article.sections.get(sentence.section);
        Ok(Candidate {
            fact: format!("{:?}", self.fact.tale),
            stem: told.stem,
            key: told.key,
            distractors: told.distractors,
            category: crate::generate::category(
                self.document,
                section.and_then(|s| s.path.first()).map(String::as_str),
            ),
            section: section.and_then(|s| s.heading()).map(str::to_owned),
            evidence: sentence.whole,
            salience: 5,
            about_title: false,
            mirror: None,
        })
    }

    /// *In which season of X does A marry B?*
    fn in_season(
        &self,
        season: u32,
        who: &[EntityId],
        (verb, last): (usize, usize),
        whom: Option<EntityId>,
    ) -> Result<Told, Reason> {
        let sentence = self
            .document
            .sentences
            .get(self.fact.sentence)
            .ok_or("no such sentence")?;
        let word = sentence.parse.words.get(verb).ok_or("no such word")?;
        let mut writer = Writer::new(self.document, None, false);
        writer.literal(&format!(
            "in which season of {} {}",
            self.domain()?,
            if who.len() > 1 { "do" } else { "does" }
        ));
        let names: Vec<String> = who.iter().map(|&id| self.name(id)).collect();
        writer.literal(&join(&names));
        writer.introduced.extend(who);
        if let Some(before) = verb.checked_sub(1)
            && word.tag == Tag::VBG
            && sentence.parse.tag(before).is_some_and(Tag::is_adverb)
        {
            writer.passage(self.fact.sentence, before, before)?;
        }
        let lemma = word.lemma.clone();
        if matches!(lemma.as_str(), "be" | "have" | "do" | "work") {
            return Err("the verb says too little");
        }
        writer.literal(&lemma);
        if last > verb {
            writer.passage(self.fact.sentence, verb + 1, last)?;
        }
        if let Some(whom) = whom {
            writer.name(whom)?;
        }
        if last == verb && whom.is_none() && who.len() < 2 {
            return Err("the stem says too little");
        }
        let key = format!("Season {season}");
        let question = self.question(key.clone(), Sort::Season(season), &lemma, who.to_vec());
        Ok(Told {
            stem: format!("{}?", capitalise(writer.text())),
            distractors: distractor::distractors(self.company, &question),
            key,
        })
    }

    /// *Which episode of X reveals that ...?*, *In which episode of X is A cross?*
    fn in_episode(
        &self,
        episode: EntityId,
        (first, last): (usize, usize),
        revealed: bool,
    ) -> Result<Told, Reason> {
        let number = self.fact.sentence;
        let sentence = self
            .document
            .sentences
            .get(number)
            .ok_or("no such sentence")?;
        let opening = format!("in which episode of {}", self.domain()?);
        let form = |at: usize| sentence.parse.form(self.document.text(), at);
        let cuts = (first + 4..last).rev().filter(|&at| {
            matches!(form(at + 1), "for" | "at" | "during")
                && form(at + 2) != "at"
                && form(at + 2) != "least"
                && sentence.parse.tag(at + 1) == Some(Tag::IN)
                && sentence.parse.tag(at) != Some(Tag::IN)
        });
        let mut told = Err("the stem is too long");
        for end in std::iter::once(last).chain(cuts) {
            let mut writer = Writer::new(self.document, Some(episode), false);
            if revealed {
                writer.literal(&format!("which episode of {} reveals that", self.domain()?));
                if let Err(reason) = writer.passage(number, first, end) {
                    told = Err(reason);
                    continue;
                }
            } else {
                writer.literal(&opening);
                let adverb = sentence.parse.tag(first + 1).is_some_and(Tag::is_adverb);
                let at = first + 1 + usize::from(adverb);
                let verb = sentence.parse.words.get(at).ok_or("no such word")?;
                let be = verb.lemma == "be";
                writer.literal(if be { "is" } else { "does" });
                writer.passage(number, first, first)?;
                if adverb {
                    writer.passage(number, first + 1, first + 1)?;
                }
                if !be {
                    writer.literal(&verb.lemma);
                }
                writer.passage(number, at + 1, end)?;
            }
            if writer.word_count() <= MAX_WORDS {
                told = Ok(writer);
                break;
            }
        }
        let writer = told?;
        if !writer.introduced.iter().any(|&id| {
            self.document.entity(id).is_some_and(|e| {
                e.kind == Some(Kind::Person) && (id == Names::TITLE || e.name.contains(' '))
            })
        }) {
            return Err("the stem names nobody");
        }
        let key = self
            .document
            .entity(episode)
            .map(Entity::written)
            .ok_or("no such entity")?;
        let mut question = self.question(key.clone(), Sort::Name(episode), "reveal", Vec::new());
        question.named.clone_from(&writer.introduced);
        Ok(Told {
            stem: format!("{}?", capitalise(writer.text())),
            distractors: distractor::distractors(self.company, &question),
            key,
        })
    }

    /// *In X, who is forced to listen to ...?*
    fn did(
        &self,
        who: EntityId,
        passive: bool,
        (verb, last): (usize, usize),
    ) -> Result<Told, Reason> {
        let number = self.fact.sentence;
        if who == Names::TITLE {
            return Err("the subject of the article is asked for often enough");
        }
        let mut writer = Writer::new(self.document, Some(who), true);
        writer.literal(&format!(
            "in {}, who{}",
            self.domain()?,
            if passive { " is" } else { "" }
        ));
        writer.passage(number, verb, last)?;
        let other = |id: EntityId| {
            id != who && self.document.entity(id).and_then(|e| e.kind) == Some(Kind::Person)
        };
        if !writer.introduced.iter().any(|&id| other(id)) {
            return Err("the stem names nobody");
        }
        if writer.word_count() > MAX_WORDS {
            return Err("the stem is too long");
        }
        let key = self.name(who);
        let lemma = self
            .document
            .sentences
            .get(number)
            .and_then(|s| s.parse.words.get(verb))
            .map(|w| w.lemma.clone())
            .unwrap_or_default();
        let mut question = self.question(key.clone(), Sort::Name(who), &lemma, Vec::new());
        question.named.clone_from(&writer.introduced);
        question.of_subject = !passive;
        Ok(Told {
            stem: format!("{}?", capitalise(writer.text())),
            distractors: distractor::distractors(self.company, &question),
            key,
        })
    }

    /// *Which episode of X features A in a dream?*
    fn features(&self, episode: EntityId, (verb, last): (usize, usize)) -> Result<Told, Reason> {
        let mut writer = Writer::new(self.document, Some(episode), false);
        writer.literal(&format!("which episode of {}", self.domain()?));
        writer.passage(self.fact.sentence, verb, last)?;
        let key = self
            .document
            .entity(episode)
            .map(Entity::written)
            .ok_or("no such entity")?;
        let mut question = self.question(key.clone(), Sort::Name(episode), "feature", Vec::new());
        question.named.clone_from(&writer.introduced);
        Ok(Told {
            stem: format!("{}?", capitalise(writer.text())),
            distractors: distractor::distractors(self.company, &question),
            key,
        })
    }

    /// Cities of the article that no sentence names together with any of these.
    fn cities(&self, key: EntityId, apart: &[EntityId]) -> Vec<String> {
        let document = self.document;
        let together = |id: EntityId| {
            document.sentences.iter().any(|s| {
                s.entities.contains(&Some(id))
                    && (s.entities.contains(&Some(key))
                        || apart.iter().any(|&a| s.entities.contains(&Some(a))))
            })
        };
        let state_behind = |name: &str| {
            document.text().match_indices(name).any(|(at, _)| {
                document
                    .text()
                    .get(at + name.len()..)
                    .and_then(|rest| rest.strip_prefix(", "))
                    .and_then(|rest| rest.split(['.', ',', '\n', ';', ')']).next())
                    .is_some_and(|state| class::find("us-state", state).is_some())
            })
        };
        let mut pool: Vec<&Entity> = document
            .names
            .entities
            .iter()
            .enumerate()
            .filter(|&(id, e)| {
                e.kind == Some(Kind::Place)
                    && id != key
                    && (class::find("city", &e.name).is_some() || state_behind(&e.name))
                    && !together(id)
                    && document
                        .sentences
                        .iter()
                        .any(|s| s.section > 0 && s.story && s.entities.contains(&Some(id)))
            })
            .map(|(_, e)| e)
            .collect();
        pool.sort_unstable_by_key(|e| (e.mentions, mix(&document.article.title, &e.name)));
        pool.into_iter().map(|e| e.name.clone()).collect()
    }

    fn sited(
        &self,
        place: EntityId,
        (first, last): (usize, usize),
        thing: EntityId,
    ) -> Result<Told, Reason> {
        let mut writer = Writer::new(self.document, Some(place), false);
        writer.literal(&format!("in {}, in which city is the", self.domain()?));
        writer.passage(self.fact.sentence, first, last)?;
        writer.name(thing)?;
        writer.literal("based");
        Ok(Told {
            stem: format!("{}?", capitalise(writer.text())),
            key: self.name(place),
            distractors: self.cities(place, &[thing]),
        })
    }

    fn middle_name(&self, name: &str) -> Result<Told, Reason> {
        let subject = &self.document.subject;
        let title = self.document.entity(Names::TITLE).and_then(|e| e.gender);
        let names = match title {
            Some(Gender::Male) => MIDDLE_NAMES_OF_MEN,
            Some(Gender::Female) => MIDDLE_NAMES_OF_WOMEN,
            _ => return Err("nothing tells which names would do"),
        };
        let mut pool: Vec<&str> = names
            .into_iter()
            .filter(|other| !self.document.text().contains(other))
            .collect();
        pool.sort_unstable_by_key(|other| (other.len().abs_diff(name.len()) / 3, mix(name, other)));
        Ok(Told {
            stem: format!(
                "In {}, what is {} middle name?",
                self.domain()?,
                possessive_of(&subject.written)
            ),
            key: name.to_owned(),
            distractors: pool.into_iter().map(str::to_owned).collect(),
        })
    }

    fn moves(&self, place: EntityId, who: &[EntityId]) -> Result<Told, Reason> {
        let names: Vec<String> = who.iter().map(|&id| self.name(id)).collect();
        Ok(Told {
            stem: format!(
                "In {}, to which city {} {} plan to move?",
                self.domain()?,
                if who.len() > 1 { "do" } else { "does" },
                join(&names)
            ),
            key: self.name(place),
            distractors: self.cities(place, &[]),
        })
    }
}
