//! From a clause to a question: one part becomes the question word, the rest
//! follows in the order of a question.

mod thing;

use super::phrase::{ANNOUNCING, Reason, Writer, is_cut_title};
use crate::fact::clause::{Clause, Part, Standing};
use crate::fact::front::FrontValue;
use crate::fact::lists::Lists;
use crate::fact::value::{Sort, Value};
use crate::fact::{Analysed, Document, Entity, EntityId, Kind, Names};
use crate::text::{Label, Sentence, Tag, given_name, inflect};

/// A stem with its key, before distractors.
#[derive(Clone, Debug)]
pub struct Question {
    /// The question text.
    pub stem: String,
    /// The right answer.
    pub key: Value,
    /// Entities that the stem names.
    pub named: Vec<EntityId>,
    /// Index of the sentence it comes from.
    pub sentence: usize,
    /// The verb that was asked about, in its base form.
    pub predicate: String,
    /// The noun in the question word: *which city*.
    pub noun: Option<String>,
    /// Whether the key is the subject.
    pub of_subject: bool,
}

/// The most words a stem may have.
pub const MAX_WORDS: usize = 26;

/// All questions that a clause can be turned into, and why others failed.
pub fn questions(
    document: &Document<'_>,
    clause: &Clause,
) -> Vec<Result<Question, (String, Reason)>> {
    let Some(sentence) = document.sentences.get(clause.sentence) else {
        return Vec::new();
    };
    let mut out = Vec::new();
    let subject = clause.subject.head;
    let parse = &sentence.parse;
    let describes = clause
        .parts
        .iter()
        .any(|p| described(parse, clause, p).is_some());
    if describes {
        // Only what is described can be asked for: it is missing from the rest.
    } else if let Some(value) =
        Value::of(document, sentence, subject).or_else(|| Value::count(document, sentence, subject))
    {
        out.push(
            Asker {
                document,
                sentence,
                clause,
                value,
                gap: Gap::Subject,
                noun: None,
            }
            .ask(),
        );
    } else if clause.standing == Standing::Relative
        && parse.label(subject) == Some(Label::Appos)
        && parse.tag(subject) == Some(Tag::NN)
        && let Some(named) = parse.words.get(subject).and_then(|w| w.head)
        && let Some(value) = Value::of(document, sentence, named)
    {
        // *Sabre, a company that sells printers*: which company sells printers?
        let noun = parse.words.get(subject).map(|w| w.lemma.clone());
        let lists = Lists::shared();
        let fits = noun.as_deref().is_some_and(|n| match value.kind(document) {
            Some(Kind::Person) => lists.role(n).is_some(),
            kind => lists.type_noun(n).is_some_and(|t| Some(t.kind) == kind),
        });
        if fits {
            out.push(
                Asker {
                    document,
                    sentence,
                    clause,
                    value,
                    gap: Gap::Subject,
                    noun,
                }
                .ask(),
            );
        }
    }
    if clause.standing == Standing::Main
        && let Some(setting) = setting(document, sentence)
        && reaches(document.text(), sentence, &setting, clause)
        && !announced_elsewhere(sentence, clause)
    {
        let value = setting.value;
        out.push(
            Asker {
                document,
                sentence,
                clause,
                value,
                gap: Gap::Setting,
                noun: None,
            }
            .ask(),
        );
    }
    if !describes {
        out.extend(thing::questions(document, sentence, clause));
    }
    for (index, part) in clause.parts.iter().enumerate() {
        let askable = (!describes || described(parse, clause, part).is_some())
            && (part.label.is_oblique() || matches!(part.label, Label::Obj | Label::OblAgent));
        if !askable {
            continue;
        }
        let head = described(parse, clause, part).unwrap_or(part.head);
        let value = Value::of(document, sentence, head).filter(|v| {
            !(clause.standing == Standing::Main
                && setting(document, sentence).is_some_and(|s| v.sort == s.value.sort))
        });
        let value = value.or_else(|| Value::count(document, sentence, part.head));
        if let Some(value) = value {
            out.push(
                Asker {
                    document,
                    sentence,
                    clause,
                    value,
                    gap: Gap::Part(index),
                    noun: None,
                }
                .ask(),
            );
        }
    }
    out
}

/// The name that a relative pronoun stands for: *Danny Cordray, a salesman
/// whom ...*
fn described(parse: &Sentence, clause: &Clause, part: &Part) -> Option<usize> {
    let pronoun = parse
        .tag(part.head)
        .is_some_and(|t| matches!(t, Tag::WP | Tag::WDT));
    if !pronoun || clause.standing != Standing::Relative {
        return None;
    }
    let mut verb = clause.predicate;
    while parse.label(verb) == Some(Label::Conj) {
        verb = parse.words.get(verb)?.head?;
    }
    let noun = parse.words.get(verb)?.head?;
    let word = parse.words.get(noun)?;
    if word.name {
        return Some(noun);
    }
    word.head.filter(|_| word.label == Label::Appos)
}

/// Where or when a sentence is set: its one episode, or what a fronted phrase
/// names.
#[derive(Clone, Debug)]
struct Setting {
    value: Value,
    preposition: String,
    /// Whether it was cut off before parsing.
    fronted: bool,
}

/// The last word of *heard but not seen*.
fn contrast(text: &str, parse: &Sentence, verb: usize) -> Option<usize> {
    let other = verb + 3;
    (parse.form(text, verb + 1) == "but"
        && parse.form(text, verb + 2) == "not"
        && parse.tag(other) == Some(Tag::VBN)
        && parse.label(other) == Some(Label::Conj))
    .then_some(other)
}

/// Whether the episode is named before the clause, or inside it.
fn reaches(text: &str, sentence: &Analysed, setting: &Setting, clause: &Clause) -> bool {
    let parse = &sentence.parse;
    let denied = contrast(text, parse, clause.predicate);
    if setting.fronted {
        // A date holds for what stands before the semicolon.
        let episode = matches!(setting.value.sort, Sort::Name(_));
        return episode || parse.label(clause.predicate) != Some(Label::Parataxis);
    }
    // *although in "X" ...*: the episode belongs to another clause.
    let elsewhere = |at: usize| {
        matches!(parse.label(at), Some(Label::Mark))
            || parse.tag(at) == Some(Tag::WRB)
            || parse.tag(at) == Some(Tag::CC)
    };
    if setting.value.first > clause.predicate
        && (denied.unwrap_or(clause.predicate)..setting.value.first).any(elsewhere)
    {
        return false;
    }
    let mut at = setting.value.last;
    while let Some(head) = parse.words.get(at).and_then(|w| w.head) {
        if Some(head) == denied {
            return true;
        }
        if head == clause.predicate {
            return parse.label(at) != Some(Label::Conj)
                && parse.label(at) != Some(Label::Parataxis);
        }
        at = head;
    }
    false
}

/// Whether the sentence says that something *is revealed* in the episode: then
/// only the revealing happens there.
fn announced_elsewhere(sentence: &Analysed, clause: &Clause) -> bool {
    sentence.parse.words.iter().enumerate().any(|(at, w)| {
        let beside = at > clause.predicate
            && w.head == Some(clause.predicate)
            && matches!(w.label, Label::Advcl | Label::Conj);
        at != clause.predicate
            && !beside
            && w.tag.is_verb()
            && ANNOUNCING.contains(&w.lemma.as_str())
    })
}

fn setting(document: &Document<'_>, sentence: &Analysed) -> Option<Setting> {
    let parse = &sentence.parse;
    let make = |text: String, sort, (first, last), preposition: &str, fronted| {
        Some(Setting {
            value: Value {
                text,
                sort,
                first,
                last,
            },
            preposition: preposition.to_owned(),
            fronted,
        })
    };
    let nowhere = (usize::MAX, usize::MAX);
    if let Some(front) = &sentence.front {
        return match &front.value {
            FrontValue::Title(span) => {
                let id = document.names.within(*span).first()?.entity;
                let work = document.entity(id).filter(|e| {
                    e.kind == Some(Kind::Work) && e.noun.is_some() && id != Names::TITLE
                })?;
                make(work.written(), Sort::Name(id), nowhere, "in", true)
            }
            FrontValue::Date(date, wording) if date.month.is_none() => make(
                wording.clone(),
                Sort::Year(date.year),
                nowhere,
                &front.preposition,
                true,
            ),
            FrontValue::Date(date, wording) => make(
                wording.clone(),
                Sort::Date(*date),
                nowhere,
                &front.preposition,
                true,
            ),
            FrontValue::Season(season) if document.subject.in_series => make(
                format!("Season {season}"),
                Sort::Season(*season),
                nowhere,
                "in",
                true,
            ),
            FrontValue::Season(_) => None,
        };
    }
    let quoted: Vec<(usize, EntityId)> = (0..parse.words.len())
        .filter_map(|at| {
            let id = sentence.entities.get(at).copied().flatten()?;
            document
                .entity(id)
                .filter(|e| e.quoted && e.noun.as_deref() == Some("episode") && id != Names::TITLE)
                .map(|_| (at, id))
        })
        .filter(|&(at, _)| {
            !parse
                .children(at)
                .any(|c| parse.label(c) == Some(Label::Conj))
        })
        .collect();
    let direct = |at: usize| {
        let head = parse.words.get(at).and_then(|w| w.head);
        parse.label(at).is_some_and(Label::is_oblique) && head.is_some() && head == parse.root()
    };
    let mut at_root = quoted.iter().filter(|(at, _)| direct(*at));
    let &(at, entity) = match (quoted.as_slice(), at_root.next(), at_root.next()) {
        _ if !document.subject.in_series => return None,
        ([one], _, _) | (_, Some(one), None) => one,
        _ => return None,
    };
    // It stands in a phrase with *in* or *during*.
    let mut top = at;
    while let Some(head) = parse.words.get(top)?.head {
        let nominal = matches!(
            parse.label(top),
            Some(Label::Appos | Label::Compound | Label::Flat | Label::NmodDesc)
        );
        if !nominal {
            break;
        }
        top = head;
    }
    let text = document.text();
    let inside = parse.children(top).any(|c| {
        parse.label(c) == Some(Label::Case)
            && matches!(parse.form(text, c).to_lowercase().as_str(), "in" | "during")
    });
    let own = parse.children(top).filter(|&c| {
        parse.label(c).is_some_and(|l| {
            matches!(
                l,
                Label::Case
                    | Label::Det
                    | Label::Amod
                    | Label::Compound
                    | Label::Appos
                    | Label::Flat
                    | Label::NmodDesc
                    | Label::Nummod
                    | Label::Punct
            )
        }) && (c <= at || parse.label(c) != Some(Label::Punct))
    });
    let range = own.fold((top.min(at), top.max(at)), |(first, last), c| {
        let (from, to) = parse.subtree(c);
        (first.min(from), last.max(to))
    });
    let written = document.entity(entity).map(Entity::written)?;
    if inside {
        make(written, Sort::Name(entity), range, "in", false)
    } else {
        None
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gap {
    Subject,
    Part(usize),
    /// The episode in which it all happens.
    Setting,
    /// The noun or adjective behind a copula.
    Predicate,
}

struct Asker<'d, 'a> {
    document: &'d Document<'a>,
    sentence: &'d Analysed,
    clause: &'d Clause,
    value: Value,
    gap: Gap,
    /// A noun that says what the key is: *which company*.
    noun: Option<String>,
}

/// Verbs that join an actor and a character.
pub const PORTRAYING: [&str; 3] = ["play", "portray", "voice"];

/// Prepositions that can stand before a question word for a name.
const ASKABLE: [&str; 21] = [
    "in", "at", "on", "to", "from", "with", "by", "for", "against", "during", "under", "into",
    "of", "about", "near", "through", "over", "across", "toward", "towards", "until",
];

/// Verbs for what happens once, or hardly more often.
const MILESTONES: [&str; 7] = ["marry", "die", "bear", "kill", "graduate", "divorce", "wed"];

/// Verbs for what may happen in any episode.
const MOODS: [&str; 14] = [
    "await", "feel", "worry", "enjoy", "like", "love", "hate", "miss", "wait", "decide", "hope",
    "continue", "remain", "stay",
];

/// Verbs too empty to carry a question by themselves.
const EMPTY_VERBS: [&str; 12] = [
    "have", "do", "get", "be", "include", "see", "make", "say", "contain", "feature", "involve",
    "mean",
];

impl<'d, 'a> Asker<'d, 'a> {
    fn parse(&self) -> &'d Sentence {
        &self.sentence.parse
    }

    fn form(&self, at: usize) -> &'a str {
        self.sentence.parse.form(self.document.text(), at)
    }

    fn gap_part(&self) -> Option<&'d Part> {
        match self.gap {
            Gap::Subject | Gap::Setting | Gap::Predicate => None,
            Gap::Part(index) => self.clause.parts.get(index),
        }
    }

    fn ask(self) -> Result<Question, (String, Reason)> {
        self.try_ask()
            .map_err(|reason| (self.value.text.clone(), reason))
    }

    fn try_ask(&self) -> Result<Question, Reason> {
        self.check_value()?;
        self.check_thing()?;
        self.check_gap()?;
        self.check_parse()?;
        self.check_conditions()?;
        let mut optional = self.optional_parts();
        let mut trimmed = false;
        loop {
            let (writer, noun) = self.write(&optional, trimmed)?;
            if writer.word_count() <= MAX_WORDS {
                let text = without_going_on(&writer.text().replace(".\"", "\""));
                let stem = format!("{}?", capitalise(&text));
                return Ok(Question {
                    stem,
                    named: writer.introduced.clone(),
                    key: self.value.clone(),
                    sentence: self.clause.sentence,
                    predicate: self.predicate_lemma(),
                    noun,
                    of_subject: self.gap == Gap::Subject,
                });
            }
            if optional.pop().is_none() {
                if trimmed {
                    return Err("the stem is too long");
                }
                trimmed = true;
            }
        }
    }

    fn predicate_lemma(&self) -> String {
        self.parse()
            .words
            .get(self.clause.predicate)
            .map(|w| w.lemma.clone())
            .unwrap_or_default()
    }

    fn check_value(&self) -> Result<(), Reason> {
        let subject = &self.document.subject;
        let about_title = self.sentence.entity(self.clause.subject.head) == Some(Names::TITLE);
        let namesake = self
            .sentence
            .whole
            .of(self.document.text())
            .contains("real-life");
        if subject.is_fictional && about_title && (namesake || !self.sentence.story) {
            return Err("the real world speaks of a namesake");
        }
        if PORTRAYING.contains(&self.predicate_lemma().as_str())
            && self.value.kind(self.document) == Some(Kind::Person)
        {
            return Err("who plays whom is asked in its own words");
        }
        if self.value.entity().is_some_and(|id| self.is_main_place(id)) {
            return Err("the place where it all happens");
        }
        if self.gap == Gap::Subject {
            if self.document.subject.domain.as_deref() == Some(self.value.text.as_str()) {
                return Err("the key is the work itself");
            }
            let finite = self.clause.finite();
            let plural = self.parse().tag(finite) == Some(Tag::VBP)
                || matches!(self.form(finite), "are" | "were" | "have");
            if plural && !matches!(self.value.sort, Sort::Count(_)) {
                return Err("the subject is a plural");
            }
        }
        Ok(())
    }

    /// Whether a story plays in a place more than in any other: everybody
    /// guesses it.
    fn is_main_place(&self, id: EntityId) -> bool {
        let mentions = |e: &Entity| (e.kind == Some(Kind::Place)).then_some(e.mentions);
        let entities = &self.document.names.entities;
        let most = entities.iter().filter_map(mentions).max();
        let own = self.document.entity(id).and_then(mentions);
        self.document.subject.is_fictional && own > Some(3) && own == most
    }

    /// Whether a cast with full names has nobody of this name but a first name.
    fn is_first_name(&self, id: EntityId) -> bool {
        self.document.subject.is_fictional
            && self.document.article.title.contains(' ')
            && self.document.entity(id).is_some_and(|e| {
                e.kind == Some(Kind::Person)
                    && !e.boxed
                    && !e.name.contains(' ')
                    && given_name(&e.name).is_some()
            })
    }

    /// *goes too far*: nothing is said of whom or what.
    fn is_bare(&self) -> bool {
        let subject = &self.clause.subject;
        let several = self
            .parse()
            .children(subject.head)
            .any(|c| self.parse().label(c) == Some(Label::Conj));
        let comma = |at: usize| self.form(at) == ",";
        let said = |part: &Part| {
            part.first > self.clause.predicate
                && !comma(part.first)
                && !part.first.checked_sub(1).is_some_and(comma)
                && !matches!(
                    part.label,
                    Label::Advmod | Label::OblUnmarked | Label::Punct
                )
                && !(part.first..=part.last).contains(&self.value.first)
        };
        !self.clause.passive
            && self.clause.copula.is_none()
            && !several
            && !MILESTONES.contains(&self.predicate_lemma().as_str())
            && self.predicate_lemma() != "appear"
            && !self.clause.parts.iter().any(said)
    }

    /// Whether the part asked for is the value and nothing else, so that taking
    /// it out leaves a whole sentence.
    fn check_gap(&self) -> Result<(), Reason> {
        let parse = self.parse();
        let Some(part) = self.gap_part() else {
            return Ok(());
        };
        // *and in Y*: one of several.
        let several = part
            .first
            .checked_sub(1)
            .is_some_and(|b| parse.tag(b) == Some(Tag::CC))
            || parse.tag(part.first) == Some(Tag::CC);
        if several {
            return Err("one of several");
        }
        let preposition = part.preposition.map(|at| self.form(at).to_lowercase());
        if let Some(preposition) = &preposition
            && matches!(self.value.sort, Sort::Name(_))
            && !ASKABLE.contains(&preposition.as_str())
        {
            return Err("a preposition that no question begins with");
        }
        if parse.tag(part.head).is_some_and(Tag::is_wh) {
            return Ok(());
        }
        let text = self.document.text();
        let end = parse.words.get(part.head).map_or(0, |w| w.span.end);
        if is_cut_title(text, end) {
            return Err("a title that goes on behind a colon");
        }
        // *to X suspending him*: the tail belongs to the value.
        let tail =
            (part.head + 1..=part.last).find(|&at| !parse.tag(at).is_some_and(Tag::is_punctuation));
        let set_off = self.form(part.head + 1).starts_with([',', '(', '–', '—']);
        let named = matches!(self.value.sort, Sort::Name(_));
        if matches!(self.value.sort, Sort::Count(_) | Sort::Thing(_)) {
            return Ok(());
        }
        if named && tail.is_some() && !set_off && !self.names_within(part) {
            return Err("the value goes on behind its name");
        }
        // *2012–2013*, *1998/99*
        let span = parse.span_of(part.head..=part.last);
        let rest = text.get(span.end..).unwrap_or_default();
        if !named && rest.starts_with(['–', '-', '—', '/']) {
            return Err("a span of time");
        }
        Ok(())
    }

    /// *At first he refused*: without its condition it is no longer true.
    fn check_conditions(&self) -> Result<(), Reason> {
        const CONDITIONS: [&str; 6] = [
            "at first",
            "initially",
            "originally",
            "briefly",
            "temporarily",
            "reportedly",
        ];
        let finite = self.clause.finite();
        if matches!(
            self.predicate_lemma().as_str(),
            "air" | "broadcast" | "release" | "publish"
        ) {
            return Ok(());
        }
        let lost = self.clause.parts.iter().any(|part| {
            let span = self.parse().span_of(part.first..=part.last);
            let words = span.of(self.document.text()).to_lowercase();
            part.last < finite && CONDITIONS.contains(&words.trim_matches([',', ' ']))
        });
        if lost {
            return Err("a condition that the stem would lose");
        }
        Ok(())
    }

    /// Whether the two parsers agree on subject, verb and the part asked for.
    fn check_parse(&self) -> Result<(), Reason> {
        let parse = self.parse();
        let sure = |at: usize, least: f32| parse.words.get(at).is_some_and(|w| w.margin >= least);
        let subject = self.clause.subject.head;
        let own = !self.clause.shared_subject;
        if own && !sure(subject, 12.0) {
            return Err("the parse is unsure of the subject");
        }
        if self.gap_part().is_some_and(|p| !sure(p.head, 6.0)) {
            return Err("the parse is unsure of the part asked for");
        }
        Ok(())
    }

    /// *the hour-long episode "Niagara"*: the name stands behind the head.
    fn names_within(&self, part: &Part) -> bool {
        self.sentence
            .entities
            .get(part.head)
            .copied()
            .flatten()
            .is_none()
    }

    /// Parts that may be left out when the stem is too long, the first to go
    /// last.
    fn optional_parts(&self) -> Vec<usize> {
        let droppable = |part: &Part| {
            part.label.is_oblique()
                || matches!(
                    part.label,
                    Label::Advcl | Label::Advmod | Label::AdvclRelcl | Label::Nmod
                )
        };
        self.clause
            .parts
            .iter()
            .enumerate()
            .filter(|&(index, part)| self.gap != Gap::Part(index) && droppable(part))
            .map(|(index, _)| index)
            .collect()
    }

    /// Question word for the value: fronted preposition, words, noun.
    fn question_word(&self) -> Result<(String, Option<String>), Reason> {
        let preposition = self
            .gap_part()
            .and_then(|p| p.preposition)
            .map(|at| self.form(at).to_lowercase())
            .filter(|p| !(p == "over" && self.predicate_lemma() == "take"))
            .or_else(|| {
                let setting =
                    setting(self.document, self.sentence).filter(|_| self.gap == Gap::Setting)?;
                Some(setting.preposition)
            });
        let with = |words: &str| match &preposition {
            Some(preposition) => format!("{preposition} {words}"),
            None => words.to_owned(),
        };
        match &self.value.sort {
            Sort::Thing(key) => self.thing_word(*key, preposition.as_deref()),
            Sort::Year(_) => match preposition.as_deref() {
                Some("in" | "since" | "by" | "until") => {
                    Ok((with("what year"), Some("year".into())))
                }
                _ => Err("a year that is no time of the event"),
            },
            Sort::Date(_) => match preposition.as_deref() {
                Some("on") => Ok(("on what date".into(), Some("date".into()))),
                Some("in") => Ok(("when".into(), Some("month".into()))),
                _ => Err("a date that is no time of the event"),
            },
            Sort::Season(_) => match (preposition.as_deref(), &self.document.subject.domain) {
                (Some("in" | "during"), Some(domain)) => Ok((
                    with(&format!("which season of {domain}")),
                    Some("season".into()),
                )),
                _ => Err("a season that is no time of the event"),
            },
            Sort::Count(_) => match preposition.as_deref() {
                None | Some("of" | "into") => Ok((with("how many"), Some("number".into()))),
                _ => Err("a count that measures something else"),
            },
            Sort::Name(id) => {
                let entity = self.document.entity(*id).ok_or("no such entity")?;
                let preposition = if entity.quoted && preposition.as_deref() == Some("during") {
                    Some("in".to_owned())
                } else {
                    preposition.clone()
                };
                let with = |words: &str| match &preposition {
                    Some(preposition) => format!("{preposition} {words}"),
                    None => words.to_owned(),
                };
                let kind = entity.kind.ok_or("the kind of the key is unknown")?;
                if let Some(noun) = self.noun.as_ref().filter(|_| kind != Kind::Person) {
                    return Ok((with(&format!("which {noun}")), Some(noun.clone())));
                }
                match kind {
                    Kind::Person => {
                        let object = self.gap != Gap::Subject;
                        Ok((with(if object { "whom" } else { "who" }), None))
                    }
                    Kind::Work => {
                        let noun = entity
                            .noun
                            .clone()
                            .ok_or("nothing says what kind of work")?;
                        let domain = self
                            .document
                            .subject
                            .domain
                            .as_deref()
                            .filter(|_| noun == "episode");
                        let words = match domain {
                            Some(domain) => format!("which {noun} of {domain}"),
                            None => format!("which {noun}"),
                        };
                        Ok((with(&words), Some(noun)))
                    }
                    _ => {
                        let noun = entity
                            .noun
                            .clone()
                            .ok_or("nothing says what kind of name")?;
                        Ok((with(&format!("which {noun}")), Some(noun)))
                    }
                }
            }
        }
    }

    /// A passive with *by X*, X asked for: *Who designed ...?*
    fn is_agent(&self) -> bool {
        self.clause.passive
            && self.gap_part().is_some_and(|p| {
                p.preposition
                    .is_some_and(|at| self.form(at).eq_ignore_ascii_case("by"))
                    && p.first > self.clause.predicate
            })
            && matches!(self.value.sort, Sort::Name(_))
            && self.clause.auxiliaries.len() == 1
    }

    fn write(
        &self,
        optional: &[usize],
        trimmed: bool,
    ) -> Result<(Writer<'d, 'a>, Option<String>), Reason> {
        let clause = self.clause;
        let number = clause.sentence;
        let subject_gap = self.gap == Gap::Subject;
        let agent = self.is_agent();
        let binds = subject_gap || agent;
        let mut writer = Writer::new(self.document, self.value.entity(), binds);
        if self.gap == Gap::Setting && self.value.entity().is_some() {
            writer.ask_setting(number, self.value.first, self.value.last);
        }
        let (question_word, noun) = self.question_word()?;
        let fronted = self.context(&mut writer);
        self.open_with_work(&mut writer, &question_word);
        if agent {
            let words = question_word.trim_start_matches("by ");
            writer.literal(if words == "whom" { "who" } else { words });
            let finite = self.form(clause.finite()).to_lowercase();
            let lemma = self.predicate_lemma();
            let verb = match finite.as_str() {
                "was" | "were" => inflect::conjugate(&lemma, inflect::Form::Past),
                "is" | "are" => inflect::conjugate(&lemma, inflect::Form::Third),
                _ => return Err("a passive in a rare tense"),
            };
            self.adverbs_before(&mut writer)?;
            writer.literal(&verb);
            self.subject(&mut writer)?;
        } else if subject_gap {
            writer.literal(&question_word);
            self.counted(&mut writer)?;
            self.verb_group(&mut writer, clause.finite(), clause.predicate)?;
        } else {
            writer.literal(&question_word);
            self.counted(&mut writer)?;
            let rest = self.auxiliary(&mut writer)?;
            self.subject(&mut writer)?;
            self.chiefly(&mut writer);
            match rest {
                _ if self.gap == Gap::Predicate => {}
                Rest::From(first) => self.verb_group(&mut writer, first, clause.predicate)?,
                Rest::Base => {
                    self.adverbs_before(&mut writer)?;
                    let lemma = self.predicate_lemma();
                    writer.literal(&lemma);
                }
                Rest::Nothing => {}
            }
        }
        let mut left_out = None;
        for (index, part) in clause.parts.iter().enumerate() {
            let asked = writer.is_skipped(number, part.first, part.last)
                || part
                    .first
                    .checked_sub(1)
                    .is_some_and(|b| self.form(b) == ";")
                || self.form(part.first) == ";"
                || clause.copula.is_some() && part.last <= self.predicate_block().1;
            if self.gap == Gap::Part(index) {
                self.trailer(&mut writer, part)?;
                continue;
            }
            if asked
                || fronted.contains(&index)
                || part.first < clause.predicate
            {
                continue;
            }
            let droppable = part.label.is_oblique()
                || matches!(
                    part.label,
                    Label::Advcl | Label::Advmod | Label::AdvclRelcl | Label::Nmod
                );
            if droppable && !optional.contains(&index) {
                continue;
            }
            let comma = |at: usize| matches!(self.form(at), "," | "–" | "—" | ";");
            // *in "Finale," with ...*: the comma stands inside the quotation marks.
            let quote = |at: usize| matches!(self.form(at), "\"" | "”");
            let before = part.first.checked_sub(1);
            let inner = before.filter(|&b| quote(b)).and_then(|b| b.checked_sub(1));
            let set_off =
                comma(part.first) || before.is_some_and(comma) || inner.is_some_and(comma);
            // *with Jim as his best man*: what hangs on the part left out goes too.
            let bound = left_out.is_some_and(|last| last + 1 == part.first);
            if (set_off || bound) && part.label.is_oblique() {
                left_out = Some(part.last);
                continue;
            }
            // *reveals that for three months she has led*: the content is a clause.
            let verbal = self.parse().tag(part.head).is_some_and(Tag::is_verb)
                || self.parse().child(part.head, Label::Cop).is_some();
            if part.label == Label::Ccomp && !verbal {
                return Err("the content is no clause");
            }
            let clausal = part.label.is_clause() && part.label != Label::Ccomp
                || self.parse().tag(part.head) == Some(Tag::VBG);
            if set_off && clausal {
                continue;
            }
            let short = self.without_tail(part);
            let last = short.filter(|_| trimmed).unwrap_or(part.last);
            let done = writer.passage(number, part.first, last).or_else(|reason| {
                let mut cuts = self.tails(part).into_iter().chain(short);
                cuts.find_map(|cut| writer.passage(number, part.first, cut).ok())
                    .ok_or(reason)
            });
            if done.is_err() && !(droppable && (set_off || self.is_circumstance(part))) {
                done?;
            }
        }
        self.anchor(&mut writer);
        if writer.text().contains(" is when ")
            || writer.text().contains(" was when ")
            || writer.text().contains("of the two")
            || writer.text().contains(" and who ")
        {
            return Err("the stem is torn");
        }
        self.substance(&writer)?;
        Ok((writer, noun))
    }

    /// Writes what is counted, behind *how many*.
    fn counted(&self, writer: &mut Writer<'d, 'a>) -> Result<(), Reason> {
        if !matches!(self.value.sort, Sort::Count(_)) {
            return Ok(());
        }
        let part = self.gap_part().unwrap_or(&self.clause.subject);
        let parse = self.parse();
        let own = |c: usize| matches!(parse.label(c), Some(Label::Nmod | Label::NmodPoss));
        let last = parse
            .children(part.head)
            .filter(|&c| c > part.head)
            .take_while(|&c| own(c) && self.form(c - 1) != ",")
            .map(|c| parse.subtree(c).1)
            .last()
            .unwrap_or(part.head);
        if last < part.last && !self.form(last + 1).starts_with([',', '(', '–', '—']) {
            return Err("what is counted goes on");
        }
        writer.passage(self.clause.sentence, self.value.last + 1, last)
    }

    /// Whether a part tells time, place or circumstance, so that the clause is
    /// whole without it.
    fn is_circumstance(&self, part: &Part) -> bool {
        let comma = matches!(self.form(part.first), "," | "–" | "—");
        let first = self.form(part.preposition.unwrap_or(part.first + usize::from(comma)));
        part.label == Label::Advmod
            || part.label == Label::Advcl && first.eq_ignore_ascii_case("as")
            || matches!(
                first.to_lowercase().as_str(),
                "in" | "at"
                    | "during"
                    | "after"
                    | "before"
                    | "since"
                    | "until"
                    | "throughout"
                    | "over"
                    | "despite"
                    | "under"
                    | "when"
                    | "while"
                    | "because"
                    | "although"
                    | "though"
                    | "where"
                    | "upon"
                    | "following"
                    | "within"
                    | "alongside"
                    | "by"
                    | "due"
                    | "once"
            )
    }

    /// The last word of a part without the clauses at its end.
    fn without_tail(&self, part: &Part) -> Option<usize> {
        let parse = self.parse();
        // *a performance warning*: the parser may take the noun for a verb.
        let glued = |at: usize| at == part.head + 1 && parse.tag(at) == Some(Tag::VBG);
        let cut = parse
            .children(part.head)
            .filter(|&c| {
                c > part.head
                    && !glued(c)
                    && parse
                        .label(c)
                        .is_some_and(|l| l.is_clause() && l != Label::Ccomp || l == Label::Appos)
            })
            .map(|c| parse.subtree(c).0)
            .chain((part.head + 1..=part.last).find(|&at| self.form(at) == ","))
            .min()?;
        (cut > part.head).then(|| cut - 1)
    }

    /// Whether a part that ends with word `cut` breaks off no apposition and no
    /// clause before its verb.
    fn is_whole(&self, part: &Part, cut: usize) -> bool {
        let parse = self.parse();
        (part.head + 1..=part.last).all(|at| {
            let (first, last) = parse.subtree(at);
            let begun = first <= cut && cut < last;
            match parse.label(at) {
                Some(Label::Appos) => !begun,
                Some(label) if label.is_clause() => !(begun && cut < at),
                _ => true,
            }
        })
    }

    /// The last words that a part may have without the phrases at its end, the
    /// longest first: *shows his support \[at the party\]*. A pronoun is no end:
    /// *a chance to join him* needs its goal.
    fn tails(&self, part: &Part) -> Vec<usize> {
        let parse = self.parse();
        let mut cuts: Vec<usize> = (part.head + 1..=part.last)
            .filter(|&at| {
                parse
                    .label(at)
                    .is_some_and(|l| l.is_oblique() || matches!(l, Label::Advcl | Label::Advmod))
                    && parse.subtree(at).1 == part.last
            })
            .map(|at| parse.subtree(at).0)
            .filter(|&first| first > part.head + 1)
            .map(|first| first - 1)
            .filter(|&cut| self.is_whole(part, cut))
            // *, the first \[of her two children\]*
            .filter(|&cut| !(cut.saturating_sub(2)..=cut).any(|at| self.form(at) == ","))
            .filter(|&cut| parse.tag(cut) != Some(Tag::PRP))
            .collect();
        cuts.sort_unstable_by(|a, b| b.cmp(a));
        cuts
    }

    /// Auxiliaries and verb from `from` to the predicate, as they stand.
    fn verb_group(
        &self,
        writer: &mut Writer<'d, 'a>,
        from: usize,
        to: usize,
    ) -> Result<(), Reason> {
        if self.clause.copula.is_some() {
            let (first, last) = self.predicate_block();
            if from < first {
                writer.passage(self.clause.sentence, from, first - 1)?;
            }
            return writer.passage(self.clause.sentence, first.max(from), last);
        }
        let to = contrast(self.document.text(), self.parse(), to).unwrap_or(to);
        writer.passage(self.clause.sentence, from.min(to), to)
    }

    /// A noun or adjective predicate with what belongs to it, without what
    /// hangs on the clause.
    fn predicate_block(&self) -> (usize, usize) {
        let parse = self.parse();
        let predicate = self.clause.predicate;
        let own = |label: Label| {
            matches!(
                label,
                Label::Det
                    | Label::Amod
                    | Label::Compound
                    | Label::Nmod
                    | Label::NmodPoss
                    | Label::Nummod
                    | Label::Flat
                    | Label::Advmod
                    | Label::Case
                    | Label::NmodDesc
                    | Label::Fixed
            )
        };
        let finite = self.clause.finite();
        let mut first = predicate;
        let mut last = predicate;
        for child in parse.children(predicate) {
            if parse.label(child).is_some_and(own) && child > finite {
                let (from, to) = parse.subtree(child);
                first = first.min(from);
                if child > predicate
                    && !self
                        .clause
                        .parts
                        .iter()
                        .any(|p| p.head == child && p.label.is_oblique())
                {
                    last = last.max(to);
                }
            }
        }
        (first.max(finite + 1), last)
    }

    fn adverbs_before(&self, writer: &mut Writer<'d, 'a>) -> Result<(), Reason> {
        for part in &self.clause.parts {
            if part.last < self.clause.predicate
                && part.first > self.clause.subject.last
                && part.label == Label::Advmod
                && part.first == part.last
            {
                writer.passage(self.clause.sentence, part.first, part.last)?;
            }
        }
        Ok(())
    }

    /// Writes the inverted auxiliary; tells what is left of the verb group.
    fn auxiliary(&self, writer: &mut Writer<'d, 'a>) -> Result<Rest, Reason> {
        let clause = self.clause;
        let finite = clause.finite();
        let tag = self.parse().tag(finite).ok_or("no finite verb")?;
        if finite == clause.predicate {
            if self.predicate_lemma() == "be" {
                writer.literal(&self.form(finite).to_lowercase());
                return Ok(Rest::Nothing);
            }
            writer.literal(match tag {
                Tag::VBD => "did",
                Tag::VBZ => "does",
                _ if self.subject_is_plural() => "do",
                _ => return Err("the verb does not agree with its subject"),
            });
            return Ok(Rest::Base);
        }
        let form = self.form(finite).to_lowercase();
        if form.starts_with(['\'', '’']) {
            return Err("a contracted auxiliary");
        }
        writer.literal(&form);
        Ok(Rest::From(finite + 1))
    }

    fn subject_is_plural(&self) -> bool {
        let parse = self.parse();
        let head = self.clause.subject.head;
        let word = parse.words.get(head);
        parse
            .children(head)
            .any(|c| parse.label(c) == Some(Label::Conj))
            || word.is_some_and(|w| {
                crate::fact::value::is_plural(w.tag)
                    || matches!(
                        self.form(head).to_lowercase().as_str(),
                        "they" | "who" | "that" | "which"
                    )
            })
    }

    fn subject(&self, writer: &mut Writer<'d, 'a>) -> Result<(), Reason> {
        let subject = &self.clause.subject;
        if matches!(
            self.form(subject.first).to_lowercase().as_str(),
            "a" | "an" | "some" | "one" | "many" | "several"
        ) {
            return Err("the subject is not named");
        }
        let opens = self.parse().tag(subject.first);
        if opens.is_some_and(|t| t.is_verb() || t == Tag::CC)
            || self.form(subject.first).eq_ignore_ascii_case("as")
        {
            return Err("the subject is cut off");
        }
        writer.passage(self.clause.sentence, subject.first, subject.last)
    }

    /// Writes where or when it happens, if the sentence says so before the
    /// clause: its one title, a fronted year. Returns the parts used up.
    fn context(&self, writer: &mut Writer<'d, 'a>) -> Vec<usize> {
        let mut used = Vec::new();
        let parse = self.parse();
        let clause = self.clause;
        let start = if clause.shared_subject {
            clause.finite()
        } else {
            clause.subject.first
        };
        for (index, part) in clause.parts.iter().enumerate() {
            if part.first < start && self.gap != Gap::Part(index) {
                used.push(index);
            }
        }
        if let Some(setting) = self.setting() {
            if !setting.fronted {
                writer.skip(clause.sentence, setting.value.first, setting.value.last);
            }
            match &setting.value.sort {
                Sort::Name(id) => {
                    let name = self
                        .document
                        .entity(*id)
                        .map(|e| e.name.clone())
                        .unwrap_or_default();
                    let comma = if name.ends_with(['?', '!']) { "" } else { "," };
                    let words = match &self.document.subject.domain {
                        Some(domain) if self.document.subject.in_series => {
                            format!("in {} episode \"{name}{comma}\"", the(domain))
                        }
                        _ => format!("in \"{name}{comma}\""),
                    };
                    writer.literal(&words);
                    writer.introduced.push(*id);
                }
                Sort::Year(_) | Sort::Date(_) => {
                    writer.literal(&format!("{} {},", setting.preposition, setting.value.text));
                }
                Sort::Count(_) | Sort::Thing(_) => {}
                Sort::Season(_) => {
                    let domain = self.document.subject.domain.as_deref().unwrap_or_default();
                    writer.literal(&format!(
                        "in {} of {domain},",
                        setting.value.text.to_lowercase()
                    ));
                }
            }
            return used;
        }
        for &index in &used {
            let Some(part) = clause.parts.get(index) else {
                continue;
            };
            let Some(value) = Value::of(self.document, self.sentence, part.head) else {
                // *In 1973's The Three Doctors, ...*
                let placed = part.preposition == Some(part.first)
                    && matches!(
                        self.form(part.first).to_lowercase().as_str(),
                        "in" | "at" | "during" | "on" | "for"
                    )
                    && part.last < part.first + 7
                    && setting(self.document, self.sentence)
                        .is_none_or(|s| s.value.first < part.first || s.value.first > part.last)
                    && (part.first..=part.last).any(|at| {
                        parse.words.get(at).is_some_and(|w| w.name) || is_decade(self.form(at))
                    });
                if placed
                    && writer.text().is_empty()
                    && writer
                        .passage(clause.sentence, part.first, self.without_comma(part))
                        .is_ok()
                    && !writer.text().ends_with(',')
                {
                    writer.literal(",");
                }
                continue;
            };
            let preposition = part.preposition.map(|at| self.form(at).to_lowercase());
            if let (Sort::Year(_) | Sort::Date(_), Some("in" | "on")) =
                (&value.sort, preposition.as_deref())
            {
                writer.literal(&format!(
                    "{} {},",
                    preposition.unwrap_or_default(),
                    value.text
                ));
            }
        }
        used
    }

    /// The last word of a part without a comma that closes it.
    fn without_comma(&self, part: &Part) -> usize {
        let closed = self.form(part.last) == "," && part.last > part.first;
        part.last - usize::from(closed)
    }

    /// Where or when the clause is set, unless that is asked for.
    fn setting(&self) -> Option<Setting> {
        // *In 1912, she married and in 1913 moved*: the part has its own time.
        let timed = matches!(self.value.sort, Sort::Year(_) | Sort::Date(_));
        setting(self.document, self.sentence).filter(|s| {
            let also = matches!(s.value.sort, Sort::Year(_) | Sort::Date(_));
            !(timed && also && self.clause.shared_subject)
                && s.value.sort != self.value.sort
                && self.clause.standing == Standing::Main
                && reaches(self.document.text(), self.sentence, s, self.clause)
        })
    }

    /// *In The Office, who ...*: the work comes first where nothing else sets
    /// the scene.
    fn open_with_work(&self, writer: &mut Writer<'d, 'a>, question_word: &str) {
        let subject = &self.document.subject;
        let fiction = subject.is_fictional || subject.kind == Some(Kind::Work);
        if let Some(domain) = subject
            .domain
            .as_deref()
            .filter(|_| fiction && (self.is_present() || self.sentence.story))
            && writer.text().is_empty()
            && !question_word.contains(domain)
        {
            writer.literal(&format!("in {domain},"));
        }
    }

    /// Names the work of fiction, or the subject of the article, if the stem
    /// has not done so.
    fn anchor(&self, writer: &mut Writer<'d, 'a>) {
        let subject = &self.document.subject;
        if let Some(domain) = subject
            .domain
            .as_deref()
            .filter(|_| subject.is_fictional || subject.kind == Some(Kind::Work))
        {
            let about_fiction = self.is_present() || self.sentence.story;
            if about_fiction && !writer.text().contains(domain) {
                writer.literal(&format!("in {domain}"));
            }
        }
    }

    fn is_present(&self) -> bool {
        let tag = self.parse().tag(self.clause.finite());
        matches!(tag, Some(Tag::VBZ | Tag::VBP))
    }

    /// The stem must say enough for one answer: it names the subject or its
    /// work, and holds telling words and names.
    fn substance(&self, writer: &Writer<'d, 'a>) -> Result<(), Reason> {
        let text = writer.text();
        let subject = &self.document.subject;
        let domain = subject.domain.as_deref();
        let anchored = writer.introduced.contains(&Names::TITLE)
            || text.contains(self.document.article.title.as_str())
            || domain.is_some_and(|d| text.contains(d));
        if BROKEN.iter().any(|b| text.contains(b)) || text.contains(" ,") || text.contains(" \"?") {
            return Err("the stem is torn");
        }
        if text
            .replace(" but not ", " ")
            .split(' ')
            .any(|w| w == "not")
        {
            return Err("denied");
        }
        let source = self.sentence.whole.of(self.document.text());
        let edited = text.contains('"') && (source.contains('[') || source.contains("..."));
        if edited || text.ends_with("?\"") && !text.contains("episode") {
            return Err("an edited quotation");
        }
        if text.contains(['[', '\n']) || text.contains(" \" ") || text.ends_with(" \"") {
            return Err("an edited quotation");
        }
        // *New York City:57–60*: a page number of the source.
        let characters: Vec<char> = text.chars().collect();
        let paged = characters.windows(3).any(|w| {
            matches!(w, [before, ':', after] if before.is_alphabetic() && after.is_ascii_digit())
        });
        if paged {
            return Err("a page number of the source");
        }
        if text.contains(" only ") {
            return Err("an only that may have moved");
        }
        if has_loose_noun(text) {
            return Err("a definite description without antecedent");
        }
        let timed = matches!(self.value.sort, Sort::Year(_) | Sort::Date(_));
        let finite = self.clause.finite();
        if finite != self.clause.predicate && self.form(finite) == "had" {
            return Err("a time before another");
        }
        if timed && has_year(text) {
            return Err("the stem holds another year");
        }
        let setting = self.setting();
        let names = writer
            .introduced
            .iter()
            .filter(|&&id| {
                id != Names::TITLE
                    && setting
                        .as_ref()
                        .is_none_or(|s| s.value.entity() != Some(id))
            })
            .filter(|&&id| {
                self.document.entity(id).is_some_and(|e| {
                    let unknown = e.kind == Some(Kind::Person)
                        && !e.name.contains(' ')
                        && e.mentions < 2
                        && !e.boxed;
                    let episode = e.quoted && subject.in_series;
                    Some(e.name.as_str()) != domain && !unknown && !episode
                })
            })
            .count();
        let words = text
            .split(|c: char| !c.is_alphanumeric() && c != '-' && c != '\'')
            .filter(|w| w.chars().next().is_some_and(char::is_lowercase) && w.len() > 3)
            .filter(|w| {
                !PALE_WORDS.contains(&inflect::lemma(w, Tag::VBZ).as_str())
                    && !PALE_WORDS.contains(w)
            })
            .count();
        let dated = text.contains(|c: char| c.is_ascii_digit()) || setting.is_some();
        let digits = text.contains(|c: char| c.is_ascii_digit());
        if !anchored && names < 2 && !(names == 1 && digits) {
            return Err("the stem names neither the subject nor its work");
        }
        if self.value.entity() == Some(Names::TITLE) && (names == 0 || setting.is_none() && !dated)
        {
            return Err("too little to tell the subject of the article");
        }
        let episode = self.gap == Gap::Setting && self.value.entity().is_some();
        let person = self.value.kind(self.document) == Some(Kind::Person);
        let told = self.sentence.story && writer.introduced.contains(&Names::TITLE);
        let counts = matches!(self.value.sort, Sort::Count(_));
        if counts && !dated && !self.is_present() {
            return Err("a count at no certain time");
        }
        if counts && words > 0 && (names > 0 || writer.introduced.contains(&Names::TITLE)) {
            return Ok(());
        }
        // Without the clause before it, an event is harder to tell from others.
        let torn_off = self.clause.parts.iter().any(|p| {
            matches!(p.label, Label::Advcl | Label::AdvclRelcl)
                && p.last < self.clause.subject.first
                && !matches!(
                    self.form(p.first).to_lowercase().as_str(),
                    "although" | "though" | "while" | "despite"
                )
        });
        let wanted = match (person && names == 0, setting.is_none(), told) {
            (true, true, true) => 8,
            (true, true, false) => 9,
            // Whom out of context: more has to be told.
            (false, true, _) if person && self.sentence.story => 8,
            _ => 5,
        } + match (torn_off, episode) {
            (true, true) => 6,
            (true, false) => 3,
            _ => 0,
        };
        let finite = self.form(self.clause.finite());
        let going_on = matches!(finite, "is" | "are" | "'s")
            && self.parse().tag(self.clause.predicate) == Some(Tag::VBG);
        if self.sentence.story && going_on && setting.is_none() {
            return Err("a state in a scene that is not told");
        }
        if episode && names == 0 && !writer.introduced.contains(&Names::TITLE) {
            return Err("the stem names nobody");
        }
        if episode && self.is_bare() {
            return Err("the stem says too little");
        }
        if self.noun.is_some() && self.is_present() && names == 0 {
            return Err("a habit that others may have");
        }
        if writer.introduced.iter().any(|&id| self.is_first_name(id)) {
            return Err("a first name alone");
        }
        let about_title = usize::from(episode && writer.introduced.contains(&Names::TITLE));
        let by_title = usize::from(told && person && setting.is_none());
        if 3 * names
            + by_title
            + 2 * words
            + 2 * about_title
            + usize::from(dated)
            + 3 * usize::from(MILESTONES.contains(&self.predicate_lemma().as_str()))
            < wanted + usize::from(episode)
        {
            return Err("the stem says too little");
        }
        let verb = self.predicate_lemma();
        let pale = EMPTY_VERBS.contains(&verb.as_str()) || PALE_WORDS.contains(&verb.as_str());
        if pale && names + words < 3 || episode && names == 0 && MOODS.contains(&verb.as_str()) {
            return Err("the verb says too little");
        }
        if verb == "let" && self.gap != Gap::Subject {
            return Err("a causative");
        }
        if text.contains(" only ") && self.gap != Gap::Setting {
            return Err("an only that may have moved");
        }
        let bare = text.ends_with(" agree") || text.ends_with(" decide") || text.ends_with(" try");
        let open_end = [
            " at",
            " in",
            " on",
            " of",
            " for",
            " with",
            " from",
            " by",
            " and",
            " or",
            " to",
            " the",
            " based",
            " attempting",
            " trying",
            " saying",
            " as",
            " called",
            " named",
            " known",
            " titled",
            " while",
        ];
        let tail = text.rsplit_once(", ").map_or("", |(_, tail)| tail);
        let bare = bare || tail.starts_with(char::is_lowercase) && tail.split(' ').nth(2).is_none();
        let compared = bare
            || open_end.iter().any(|e| text.ends_with(e))
            || text.split(' ').next_back().is_some_and(|w| {
                matches!(
                    w,
                    "earlier"
                        | "more"
                        | "less"
                        | "better"
                        | "later"
                        | "greater"
                        | "higher"
                        | "lower"
                        | "other"
                        | "than"
                        | "sooner"
                        | "as"
                )
            });
        if compared
            || text
                .split(' ')
                .next_back()
                .is_some_and(|w| LIGHT_NOUNS.contains(&w.trim_end_matches(',')))
        {
            return Err("the stem breaks off");
        }
        Ok(())
    }
}

/// *went on to play* → *played*: what came before is not told.
/// *reprised the role in*: nothing says which.
fn has_loose_noun(text: &str) -> bool {
    const LOOSE: [&str; 6] = ["role", "part", "title", "post", "position", "throne"];
    let words: Vec<&str> = text.split(' ').collect();
    words.windows(2).enumerate().any(|(at, pair)| {
        let next = words.get(at + 2).copied().unwrap_or("");
        matches!(pair, ["the", noun] if LOOSE.contains(noun))
            && !matches!(next, "of" | "that" | "for" | "which" | "played")
            && !next.starts_with(char::is_uppercase)
            && !next.starts_with('"')
    })
}

fn without_going_on(text: &str) -> String {
    let mut out = text.to_owned();
    for (phrase, form) in [
        (" went on to ", Some(inflect::Form::Past)),
        (" goes on to ", Some(inflect::Form::Third)),
        (" go on to ", None),
    ] {
        if let Some((before, after)) = text.split_once(phrase) {
            let (verb, rest) = after.split_once(' ').unwrap_or((after, ""));
            let verb = form.map_or_else(|| verb.to_owned(), |f| inflect::conjugate(verb, f));
            format!("{before} {verb} {rest}")
                .trim_end()
                .clone_into(&mut out);
        }
    }
    out
}

/// *1990s*
fn is_decade(form: &str) -> bool {
    form.strip_suffix('s')
        .is_some_and(|year| year.len() == 4 && year.parse::<u16>().is_ok())
}

/// Whether a text holds a number of four digits that reads as a year.
fn has_year(text: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric())
        .any(|w| w.len() == 4 && matches!(w.parse(), Ok(1000..=2100)))
}

/// Nouns that say nothing without the clause behind them.
const LIGHT_NOUNS: [&str; 22] = [
    "chance",
    "opportunity",
    "permission",
    "plan",
    "plans",
    "decision",
    "attempt",
    "attempts",
    "way",
    "ability",
    "reason",
    "right",
    "power",
    "fact",
    "idea",
    "desire",
    "need",
    "effort",
    "efforts",
    "part",
    "order",
    "ways",
];

/// What no whole stem contains.
const BROKEN: [&str; 12] = [
    " when,", " where,", " that,", " which,", " as,", " and,", " or,", " but,", " to,", " of,",
    " in,", " with,",
];

/// Words that do not tell one event from another.
const PALE_WORDS: [&str; 44] = [
    "rescue", "dark", "unable", "come", "what", "which", "whom", "with", "from", "that", "does",
    "have", "been", "were", "when", "where", "into", "over", "about", "year", "date", "city",
    "episode", "season", "their", "this", "also", "more", "most", "than", "they", "them", "during",
    "after", "before", "make", "made", "take", "took", "taken", "become", "became", "tell", "told",
];

enum Rest {
    /// The verb group goes on at this word.
    From(usize),
    /// The base form of the verb follows.
    Base,
    /// Nothing is left.
    Nothing,
}

/// *the Simpsons episode*, *The Office episode*: no second article.
fn the(domain: &str) -> String {
    if domain.starts_with("The ") {
        domain.to_owned()
    } else {
        format!("the {domain}")
    }
}

/// With a capital at the start.
pub fn capitalise(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}
