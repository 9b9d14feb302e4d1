//! What pronouns and short descriptions stand for; silent where unsure.

use super::kind::Kind;
use super::name::{EntityId, Names};
use super::{Analysed, Subject};
use crate::text::{Gender, Label, Tag};

/// What a word refers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Referent {
    /// One thing.
    One(EntityId),
    /// Several named together: *Jim and Pam*.
    Many(Vec<EntityId>),
}

/// How a third-person pronoun restricts what it can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pronoun {
    /// he, him, his, himself; she, her, hers, herself
    Person(Gender),
    /// it, its, itself
    Thing,
    /// they, them, their, theirs, themselves
    Plural,
}

impl Pronoun {
    /// Reads a pronoun of the third person.
    pub fn parse(word: &str) -> Option<Self> {
        Some(match word.to_lowercase().as_str() {
            "he" | "him" | "his" | "himself" => Self::Person(Gender::Male),
            "she" | "her" | "hers" | "herself" => Self::Person(Gender::Female),
            "it" | "its" | "itself" => Self::Thing,
            "they" | "them" | "their" | "theirs" | "themselves" => Self::Plural,
            _ => return None,
        })
    }
}

/// A name or resolved pronoun, as something later pronouns can stand for.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    entity: EntityId,
    /// Index of its sentence.
    sentence: usize,
    /// Whether it is the subject of a main clause.
    subject: bool,
    /// Whether it is the subject of any clause.
    acts: bool,
}

struct Resolver<'a> {
    text: &'a str,
    names: &'a Names,
    subject: &'a Subject,
    recent: Vec<Candidate>,
    /// Pronouns for persons that could not be resolved: somebody is meant.
    unknown: Vec<(usize, Gender)>,
    groups: Vec<(usize, Vec<EntityId>)>,
}

/// Fills in what the words of all sentences refer to.
pub(super) fn resolve(text: &str, names: &Names, subject: &Subject, sentences: &mut [Analysed]) {
    let mut resolver = Resolver {
        text,
        names,
        subject,
        recent: Vec::new(),
        unknown: Vec::new(),
        groups: Vec::new(),
    };
    let mut section = usize::MAX;
    for (number, sentence) in sentences.iter_mut().enumerate() {
        if sentence.section != section {
            section = sentence.section;
            resolver.recent.clear();
            resolver.unknown.clear();
            resolver.groups.clear();
        }
        resolver.sentence(number, sentence);
    }
}

impl Resolver<'_> {
    fn is_person(&self, id: EntityId) -> bool {
        self.names
            .entities
            .get(id)
            .is_some_and(|e| e.kind == Some(Kind::Person))
    }

    fn could_be(&self, id: EntityId, gender: Gender) -> bool {
        self.names.entities.get(id).is_some_and(|e| match e.kind {
            Some(Kind::Person) => fits(e.gender, gender),
            // A name of unknown kind may be a person's.
            None => fits(e.gender, gender) && !e.quoted,
            _ => false,
        })
    }

    fn sentence(&mut self, number: usize, sentence: &mut Analysed) {
        let words = &sentence.parse.words;
        let mut refs: Vec<Option<Referent>> = vec![None; words.len()];
        let mut inside: Vec<Candidate> = Vec::new();
        for (at, word) in words.iter().enumerate() {
            // *Federer, who was seeking his second title*, acts as well.
            let described = sentence
                .parse
                .children(at)
                .any(|c| sentence.parse.label(c) == Some(Label::AclRelcl));
            let acts = word.label.is_nominal_subject() || described;
            let main_subject =
                word.label.is_nominal_subject() && word.head.is_some_and(|h| is_main(sentence, h));
            if let Some(entity) = sentence.entities.get(at).copied().flatten() {
                refs[at] = Some(Referent::One(entity));
                inside.push(Candidate {
                    entity,
                    sentence: number,
                    subject: main_subject,
                    acts,
                });
                self.group(number, sentence, at);
                continue;
            }
            let form = word.span.of(self.text);
            let referent = if word.tag.is_pronoun() {
                Pronoun::parse(form).and_then(|p| self.pronoun(p, at, number, sentence, &inside))
            } else if word.tag.is_noun() {
                self.description(at, number, sentence, &inside)
                    .map(Referent::One)
                    .or_else(|| self.pair(at, number, sentence))
            } else if word.tag == Tag::CD {
                self.pair(at, number, sentence)
            } else {
                None
            };
            if referent.is_none()
                && let Some(Pronoun::Person(gender)) = Pronoun::parse(form)
            {
                self.unknown.push((number, gender));
            }
            if let Some(Referent::One(entity)) = referent {
                inside.push(Candidate {
                    entity,
                    sentence: number,
                    subject: main_subject,
                    acts,
                });
            }
            refs[at] = referent;
        }
        sentence.refs = refs;
        self.recent.retain(|c| c.sentence + 1 >= number);
        self.unknown.retain(|(n, _)| n + 1 >= number);
        self.recent.extend(inside);
        self.groups.retain(|(n, _)| n + 1 >= number);
    }

    /// Remembers a coordination of persons headed by this word.
    fn group(&mut self, number: usize, sentence: &Analysed, at: usize) {
        if sentence
            .parse
            .words
            .get(at)
            .is_some_and(|w| w.label == Label::Conj)
        {
            return;
        }
        let mut members = Vec::new();
        for member in std::iter::once(at).chain(
            sentence
                .parse
                .children(at)
                .filter(|&c| sentence.parse.label(c) == Some(Label::Conj)),
        ) {
            match sentence.entities.get(member).copied().flatten() {
                Some(entity) if self.is_person(entity) => members.push(entity),
                _ => return,
            }
        }
        if members.len() > 1 {
            self.groups.push((number, members));
        }
    }

    fn pronoun(
        &self,
        pronoun: Pronoun,
        at: usize,
        number: usize,
        sentence: &Analysed,
        inside: &[Candidate],
    ) -> Option<Referent> {
        match pronoun {
            Pronoun::Person(gender) => self
                .person(gender, at, number, sentence, inside)
                .map(Referent::One),
            Pronoun::Thing => self.thing(at, number, sentence, inside).map(Referent::One),
            Pronoun::Plural if self.is_crowded(number, sentence) => None,
            Pronoun::Plural => self.plural(number),
        }
    }

    /// Whether a sentence names two persons apart, and others were named
    /// together before: *their* may be said of either pair.
    fn is_crowded(&self, number: usize, sentence: &Analysed) -> bool {
        let mut persons: Vec<EntityId> = self
            .names
            .within(sentence.whole)
            .iter()
            .map(|m| m.entity)
            .filter(|&id| {
                self.names
                    .entities
                    .get(id)
                    .is_some_and(|e| e.kind == Some(super::Kind::Person))
            })
            .collect();
        persons.sort_unstable();
        persons.dedup();
        let grouped = self.groups.iter().any(|(at, _)| *at == number);
        persons.len() > 1 && !grouped
    }

    /// The only group of persons named together here, or else right before.
    fn plural(&self, number: usize) -> Option<Referent> {
        let named = |n: usize| {
            let mut groups = self.groups.iter().filter(move |(at, _)| *at == n);
            (groups.next(), groups.next())
        };
        match (named(number), number.checked_sub(1).map(named)) {
            ((Some((_, one)), None), _) | ((None, _), Some((Some((_, one)), None))) => {
                Some(Referent::Many(one.clone()))
            }
            _ => None,
        }
    }

    fn person(
        &self,
        gender: Gender,
        at: usize,
        number: usize,
        sentence: &Analysed,
        inside: &[Candidate],
    ) -> Option<EntityId> {
        // A plain object cannot be the subject of its own verb.
        let own_subject = own_subject(sentence, at);
        let compatible =
            |c: &&Candidate| self.could_be(c.entity, gender) && Some(c.entity) != own_subject;
        let somebody_else = self
            .unknown
            .iter()
            .any(|&(n, g)| g == gender && n + 1 >= number);
        // What stands in a phrase before the main subject is not that subject,
        // unless it acts itself: *wanting to fool Andy, he ...*
        let opens_main = sentence
            .parse
            .label(at)
            .is_some_and(Label::is_nominal_subject)
            && sentence
                .parse
                .words
                .get(at)
                .and_then(|w| w.head)
                .is_some_and(|h| is_main(sentence, h));
        let here = distinct(
            inside
                .iter()
                .filter(compatible)
                .filter(|c| !opens_main || c.acts),
        );
        let before = distinct(
            self.recent
                .iter()
                .filter(|c| c.sentence + 1 == number)
                .filter(compatible),
        );
        let title_fits = self.subject.is_person
            && self.could_be(Names::TITLE, gender)
            && self
                .names
                .entities
                .first()
                .is_some_and(|e| e.gender == Some(gender));
        let sure = |id: EntityId| {
            self.is_person(id)
                && self
                    .names
                    .entities
                    .get(id)
                    .is_some_and(|e| fits(e.gender, gender))
        };
        let all = {
            let mut all = here.clone();
            all.extend(before.iter().filter(|b| !here.contains(b)));
            all
        };
        // The article speaks of its subject, unless somebody else who fits acts
        // here or acted in the sentence before.
        let others_act = inside
            .iter()
            .chain(self.recent.iter().filter(|c| c.sentence + 1 == number))
            .filter(compatible)
            .any(|c| c.acts && c.entity != Names::TITLE);
        let title_only =
            title_fits && !others_act && !somebody_else && own_subject != Some(Names::TITLE);
        let acts = |id: EntityId| {
            inside
                .iter()
                .chain(&self.recent)
                .any(|c| c.entity == id && c.acts)
        };
        let found = match all.as_slice() {
            [] => title_fits
                .then_some(Names::TITLE)
                .filter(|&t| Some(t) != own_subject),
            [only] if title_fits && *only != Names::TITLE && !acts(*only) => {
                title_only.then_some(Names::TITLE)
            }
            [only] if !somebody_else || *only == Names::TITLE => Some(*only),
            _ => {
                let subject_here = inside
                    .iter()
                    .filter(compatible)
                    .find(|c| c.subject)
                    .map(|c| c.entity);
                let subject_before = self
                    .recent
                    .iter()
                    .filter(|c| c.sentence + 1 == number)
                    .filter(compatible)
                    .filter(|c| c.subject)
                    .map(|c| c.entity)
                    .next();
                let is_subject = sentence
                    .parse
                    .label(at)
                    .is_some_and(Label::is_nominal_subject);
                // The first that acts in a sentence goes on from the one before.
                let main = sentence
                    .parse
                    .words
                    .get(at)
                    .and_then(|w| w.head)
                    .is_some_and(|h| is_main(sentence, h));
                let opens = is_subject && (main || here.is_empty());
                match (here.as_slice(), subject_here, subject_before) {
                    // The sentence goes on about the subject of the one before.
                    ([], _, Some(subject)) if !somebody_else && (opens || before.len() == 1) => {
                        Some(subject)
                    }
                    // One candidate in the sentence, and it is its subject.
                    ([only], Some(subject), _) if *only == subject => Some(subject),
                    // *Charles laughs at him*, after a sentence about the title.
                    ([], _, Some(Names::TITLE)) if !somebody_else && own_subject.is_some() => {
                        Some(Names::TITLE)
                    }
                    ([only], None, Some(subject)) if *only == subject => Some(subject),
                    // *Roy hears from Pam that she ...*: the only one so far.
                    ([only], _, _) if is_subject && !opens && !somebody_else => Some(*only),
                    // *Jim serves as Dwight's best man during his wedding*: whose?
                    _ => {
                        let owner = (1..at).rev().find(|&w| {
                            sentence
                                .entities
                                .get(w)
                                .copied()
                                .flatten()
                                .is_some_and(|id| self.could_be(id, gender))
                        });
                        let doubtful = owner.is_some_and(|w| {
                            sentence.parse.label(w) == Some(Label::NmodPoss)
                                && sentence.entities.get(w).copied().flatten() != Some(Names::TITLE)
                        });
                        (title_only && !doubtful).then_some(Names::TITLE)
                    }
                }
            }
        };
        found.filter(|&id| sure(id))
    }

    fn thing(
        &self,
        at: usize,
        number: usize,
        sentence: &Analysed,
        inside: &[Candidate],
    ) -> Option<EntityId> {
        if self.subject.is_person || sentence.parse.label(at) == Some(Label::Expl) {
            return None;
        }
        // *A parody of the series, it had ...*: what the first words describe.
        let form = |at: usize| sentence.parse.form(self.text, at);
        if matches!(form(0), "A" | "An") && at.checked_sub(1).is_some_and(|b| form(b) == ",") {
            return None;
        }
        let is_thing = |c: &&Candidate| {
            self.names
                .entities
                .get(c.entity)
                .is_some_and(|e| !matches!(e.kind, Some(Kind::Person)))
        };
        let here: Vec<_> = distinct(inside.iter().filter(is_thing));
        let subject_before = self
            .recent
            .iter()
            .filter(|c| c.sentence + 1 == number)
            .find(|c| c.subject)
            .map(|c| c.entity);
        let is_subject = sentence
            .parse
            .label(at)
            .is_some_and(Label::is_nominal_subject);
        let before = distinct(
            self.recent
                .iter()
                .filter(|c| c.sentence + 1 == number)
                .filter(is_thing),
        );
        // The only thing named before, or the one that acted there.
        let title_before =
            subject_before == Some(Names::TITLE) || before.as_slice() == [Names::TITLE];
        let title_is_place = self.subject.kind == Some(Kind::Place);
        match here.as_slice() {
            [Names::TITLE] => Some(Names::TITLE),
            [] if is_subject || sentence.parse.label(at) == Some(Label::NmodPoss) => {
                title_before.then_some(Names::TITLE)
            }
            // *In Norway, it sold ...*: a place that only says where.
            places
                if is_subject
                    && !title_is_place
                    && title_before
                    && places.iter().all(|&id| self.is_place(id))
                    && inside.iter().filter(is_thing).all(|c| !c.acts) =>
            {
                Some(Names::TITLE)
            }
            _ => None,
        }
    }

    fn is_place(&self, id: EntityId) -> bool {
        self.names
            .entities
            .get(id)
            .is_some_and(|e| e.kind == Some(Kind::Place))
    }

    /// *the couple*, *the two*: the two persons named together last.
    fn pair(&self, at: usize, number: usize, sentence: &Analysed) -> Option<Referent> {
        let form = sentence.parse.form(self.text, at).to_lowercase();
        if !matches!(form.as_str(), "couple" | "pair" | "duo" | "two") {
            return None;
        }
        let mut own = sentence.parse.children(at).filter(|&c| c < at);
        let definite = own.next().is_some_and(|c| {
            sentence
                .parse
                .form(self.text, c)
                .eq_ignore_ascii_case("the")
        });
        let bare = own.next().is_none()
            && sentence
                .parse
                .children(at)
                .all(|c| c < at || c == at + 1 && sentence.parse.label(c) == Some(Label::Case));
        if !definite || !bare {
            return None;
        }
        self.plural(number)
            .filter(|group| matches!(group, Referent::Many(ids) if ids.len() == 2))
    }

    /// *The company*, *the film*: the subject of the article by its type noun.
    fn description(
        &self,
        at: usize,
        number: usize,
        sentence: &Analysed,
        inside: &[Candidate],
    ) -> Option<EntityId> {
        let word = sentence.parse.words.get(at)?;
        let noun = word.span.of(self.text).to_lowercase();
        let names_subject = self.subject.nouns.iter().any(|own| same_noun(own, &noun));
        if word.tag != Tag::NN || !names_subject {
            return None;
        }
        // Another of its sort that was named here or right before.
        let rival = inside
            .iter()
            .chain(self.recent.iter().filter(|c| c.sentence + 1 == number))
            .filter(|c| c.entity != Names::TITLE)
            .filter_map(|c| self.names.entities.get(c.entity))
            .any(|e| e.noun.as_deref().is_some_and(|own| same_noun(own, &noun)));
        if rival {
            return None;
        }
        let mut children = sentence.parse.children(at).filter(|&c| {
            sentence
                .parse
                .label(c)
                .is_none_or(|l| !matches!(l, Label::Case | Label::Punct))
        });
        let determiner = children.next()?;
        let form = sentence.parse.form(self.text, determiner).to_lowercase();
        let alone = children.all(|c| c > at && sentence.parse.form(self.text, c) == "'s");
        (matches!(form.as_str(), "the" | "this") && alone).then_some(Names::TITLE)
    }
}

/// Whether one whose gender is this, if it is known, can be *he* or *she*.
fn fits(own: Option<Gender>, pronoun: Gender) -> bool {
    own.is_none_or(|own| own == pronoun || own == Gender::Either)
}

/// Whether two nouns can name one thing in turn: *skyscraper*, *building*.
fn same_noun(own: &str, other: &str) -> bool {
    const SORTS: [&[&str]; 5] = [
        &["company", "corporation", "firm"],
        &["film", "movie"],
        &["building", "skyscraper"],
        &["spacecraft", "spaceship"],
        &["song", "single"],
    ];
    own == other
        || SORTS
            .iter()
            .any(|sort| sort.contains(&own) && sort.contains(&other))
}

/// The subject of the verb that a pronoun is a plain object of.
fn own_subject(sentence: &Analysed, at: usize) -> Option<EntityId> {
    let parse = &sentence.parse;
    let word = parse.words.get(at)?;
    if word.tag != Tag::PRP || !matches!(word.label.base(), Label::Obj | Label::Iobj | Label::Obl) {
        return None;
    }
    let mut verb = word.head?;
    for _ in 0..4 {
        let subject = parse
            .children(verb)
            .find(|&c| parse.label(c).is_some_and(Label::is_nominal_subject));
        if let Some(subject) = subject {
            return sentence
                .entities
                .get(subject)
                .copied()
                .flatten()
                .or_else(|| sentence.entity(subject));
        }
        let up = parse.words.get(verb)?;
        // *told her to pay him*: she would pay.
        let controlled = up.label == Label::Xcomp
            && up.head.is_some_and(|h| {
                parse
                    .children(h)
                    .any(|c| parse.label(c) == Some(Label::Obj))
            });
        if controlled || !matches!(up.label, Label::Conj | Label::Xcomp | Label::Advcl) {
            return None;
        }
        verb = up.head?;
    }
    None
}

/// Whether the verb heads a main clause.
pub(super) fn is_main(sentence: &Analysed, verb: usize) -> bool {
    let mut at = verb;
    for _ in 0..8 {
        match sentence.parse.words.get(at) {
            Some(word) if word.head.is_none() => return true,
            Some(word) if matches!(word.label, Label::Conj | Label::Parataxis) => {
                let Some(head) = word.head else { return true };
                at = head;
            }
            _ => return false,
        }
    }
    false
}

fn distinct<'c>(candidates: impl Iterator<Item = &'c Candidate>) -> Vec<EntityId> {
    let mut out = Vec::new();
    for candidate in candidates {
        if !out.contains(&candidate.entity) {
            out.push(candidate.entity);
        }
    }
    out
}
