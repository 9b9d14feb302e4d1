//! Where or when a sentence is set.

use super::bound::{front_holds, is_time};
use super::tense::view;
use super::{Asker, Gap};
use crate::fact::clause::{Clause, Part, Standing};
use crate::fact::front::FrontValue;
use crate::fact::value::{Sort, Value};
use crate::fact::{Analysed, Document, Entity, EntityId, Kind, Names};
use crate::generate::phrase::{ANNOUNCING, Writer};
use crate::text::{Label, Sentence, Tag};

/// Where or when a sentence is set: its one episode, or what a fronted phrase
/// names.
#[derive(Clone, Debug)]
pub(super) struct Setting {
    pub(super) value: Value,
    pub(super) preposition: String,
    /// Whether it was cut off before parsing.
    pub(super) fronted: bool,
}

/// The last word of *heard but not seen*.
pub(super) fn contrast(text: &str, parse: &Sentence, verb: usize) -> Option<usize> {
    let other = verb + 3;
    (parse.form(text, verb + 1) == "but"
        && parse.form(text, verb + 2) == "not"
        && parse.tag(other) == Some(Tag::VBN)
        && parse.label(other) == Some(Label::Conj))
    .then_some(other)
}

/// Whether the episode is named before the clause, or inside it.
pub(super) fn reaches(text: &str, sentence: &Analysed, setting: &Setting, clause: &Clause) -> bool {
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
pub(super) fn announced_elsewhere(sentence: &Analysed, clause: &Clause) -> bool {
    sentence.parse.words.iter().enumerate().any(|(at, w)| {
        // *it is confirmed, and he is promoted*
        let joined = !clause.shared_subject
            && sentence
                .parse
                .words
                .get(clause.predicate)
                .is_some_and(|p| p.head == Some(at) && p.label == Label::Conj);
        let beside = joined
            || at > clause.predicate
                && w.head == Some(clause.predicate)
                && matches!(w.label, Label::Advcl | Label::Conj);
        at != clause.predicate
            && !beside
            && w.tag.is_verb()
            && ANNOUNCING.contains(&w.lemma.as_str())
    })
}

/// The episode that the sentence names, or else what it opens with: *In season
/// six, he is promoted in "The Meeting"*.
pub(super) fn setting(document: &Document<'_>, sentence: &Analysed) -> Option<Setting> {
    let season = matches!(
        sentence.front.as_ref().map(|f| &f.value),
        Some(FrontValue::Season(_))
    );
    if season && let Some(named) = told(document, sentence) {
        return Some(named);
    }
    fronted(document, sentence).or_else(|| {
        sentence
            .front
            .is_none()
            .then(|| told(document, sentence))
            .flatten()
    })
}

fn make(
    text: String,
    sort: Sort,
    (first, last): (usize, usize),
    preposition: &str,
    fronted: bool,
) -> Setting {
    Setting {
        value: Value {
            text,
            sort,
            first,
            last,
        },
        preposition: preposition.to_owned(),
        fronted,
    }
}

/// What the fronted phrase names.
fn fronted(document: &Document<'_>, sentence: &Analysed) -> Option<Setting> {
    let nowhere = (usize::MAX, usize::MAX);
    let front = sentence.front.as_ref()?;
    match &front.value {
        FrontValue::Title(span) => {
            let id = document.names.within(*span).first()?.entity;
            let work = document
                .entity(id)
                .filter(|e| e.kind == Some(Kind::Work) && e.noun.is_some() && id != Names::TITLE)?;
            Some(make(work.written(), Sort::Name(id), nowhere, "in", true))
        }
        FrontValue::Date(date, wording) if date.month.is_none() => Some(make(
            wording.clone(),
            Sort::Year(date.year),
            nowhere,
            &front.preposition,
            true,
        )),
        FrontValue::Date(date, wording) => Some(make(
            wording.clone(),
            Sort::Date(*date),
            nowhere,
            &front.preposition,
            true,
        )),
        FrontValue::Season(season) if document.subject.in_series => Some(make(
            format!("Season {season}"),
            Sort::Season(*season),
            nowhere,
            "in",
            true,
        )),
        FrontValue::Season(_) => None,
    }
}

/// The episode that stands in a phrase of the clause.
fn told(document: &Document<'_>, sentence: &Analysed) -> Option<Setting> {
    let parse = &sentence.parse;
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
        Some(make(written, Sort::Name(entity), range, "in", false))
    } else {
        None
    }
}

impl<'d, 'a> Asker<'d, 'a> {
    /// Writes where or when it happens, if the sentence says so before the
    /// clause: its one title, a fronted year. Returns the parts used up.
    pub(super) fn context(&self, writer: &mut Writer<'d, 'a>) -> Vec<usize> {
        let mut used = Vec::new();
        let parse = self.parse();
        let clause = self.clause;
        let start = if clause.borrowed {
            clause.predicate
        } else if clause.shared_subject {
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
                Sort::Count(_) | Sort::Quantity(_) | Sort::Period(_) | Sort::Thing(_) => {}
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
                && view(self.document, self.sentence, clause).is_none()
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
    pub(super) fn without_comma(&self, part: &Part) -> usize {
        let closed = self.form(part.last) == "," && part.last > part.first;
        part.last - usize::from(closed)
    }

    /// Where or when the clause is set, unless that is asked for.
    pub(super) fn setting(&self) -> Option<Setting> {
        // *In 1912, she married and in 1913 moved*: the part has its own time.
        let timed = matches!(self.value.sort, Sort::Year(_) | Sort::Date(_));
        setting(self.document, self.sentence).filter(|s| {
            let also = is_time(&s.value);
            // *In 1999, ... on 16 December 1999*: once is enough.
            let twice = also
                && self.gap != Gap::Setting
                && self.clause.parts.iter().any(|p| {
                    Value::of(self.document, self.sentence, p.head).is_some_and(|v| is_time(&v))
                });
            let held = !also || front_holds(self.document, self.sentence, self.clause);
            let own = also && (timed && self.clause.shared_subject || self.asks_age());
            !own && held
                && !twice
                && s.value.sort != self.value.sort
                && self.gap != Gap::Setting
                && self.clause.standing == Standing::Main
                && reaches(self.document.text(), self.sentence, s, self.clause)
        })
    }

    /// *In The Office, who ...*: the work comes first where nothing else sets
    /// the scene.
    pub(super) fn open_with_work(&self, writer: &mut Writer<'d, 'a>, question_word: &str) {
        let subject = &self.document.subject;
        let fiction = subject.is_fictional || subject.kind == Some(Kind::Work);
        if let Some(domain) = subject
            .domain
            .as_deref()
            .filter(|_| fiction && self.tells_plot())
            && writer.text().is_empty()
            && !question_word.contains(domain)
        {
            writer.literal(&format!("in {domain},"));
        }
    }

    /// Names the work of fiction, or the subject of the article, if the stem
    /// has not done so.
    pub(super) fn anchor(&self, writer: &mut Writer<'d, 'a>) {
        let subject = &self.document.subject;
        if let Some(domain) = subject
            .domain
            .as_deref()
            .filter(|_| subject.is_fictional || subject.kind == Some(Kind::Work))
            .filter(|domain| self.tells_plot() && !writer.text().contains(domain))
        {
            writer.literal(&format!("in {domain}"));
        }
    }

    /// Whether the clause tells what happens in a story: somebody does it. Of a
    /// work, much is told in the present that is no part of it.
    fn tells_plot(&self) -> bool {
        let told = self.is_present() || self.sentence.story;
        let somebody = || {
            (0..self.parse().words.len()).any(|at| {
                self.sentence
                    .entity(at)
                    .and_then(|id| self.document.entity(id))
                    .is_some_and(|e| e.kind == Some(Kind::Person))
            })
        };
        told && (self.document.subject.is_fictional || somebody())
    }

    pub(super) fn is_present(&self) -> bool {
        let finite = self.clause.finite();
        let tag = self.parse().tag(finite);
        // *has been released* tells of the work, and not what happens in it.
        let perfect =
            finite != self.clause.predicate && matches!(self.form(finite), "has" | "have");
        matches!(tag, Some(Tag::VBZ | Tag::VBP)) && !perfect
    }
}

/// *1990s*
pub(super) fn is_decade(form: &str) -> bool {
    form.strip_suffix('s')
        .is_some_and(|year| year.len() == 4 && year.parse::<u16>().is_ok())
}

/// *the Simpsons episode*, *The Office episode*: no second article.
pub(super) fn the(domain: &str) -> String {
    if domain.starts_with("The ") {
        domain.to_owned()
    } else {
        format!("the {domain}")
    }
}
