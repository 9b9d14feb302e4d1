//! What happens more than once needs words that tell one time from another.

use super::Asker;
use super::bound::is_time;
use super::substance::PALE_WORDS;
use super::{Gap, MILESTONES};
use crate::fact::value::Sort;
use crate::fact::{Kind, Names};
use crate::generate::phrase::{Reason, Writer};
use crate::text::{Label, Tag, inflect};

/// Verbs for what the same person does again and again.
const REPEATABLE: [&str; 21] = [
    "visit",
    "appear",
    "return",
    "meet",
    "perform",
    "tour",
    "travel",
    "attend",
    "kiss",
    "prank",
    "reunite",
    "compete",
    "host",
    "participate",
    "speak",
    "criticize",
    "criticise",
    "praise",
    "rule",
    "revisit",
    "invite",
];

/// Verbs for contests: only the day, the year or the prize tells one from
/// another.
const CONTESTS: [&str; 13] = [
    "defend", "win", "lose", "beat", "defeat", "face", "retain", "fight", "play", "wrestle",
    "reach", "regain", "carry",
];

/// Nouns for what is won once.
const PRIZES: [&str; 9] = [
    "medal",
    "prize",
    "award",
    "scholarship",
    "fellowship",
    "nomination",
    "competition",
    "contest",
    "grant",
];

/// Words that make an event one of a kind.
const ORDINALS: [&str; 10] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
];

/// Whether a verb tells what may happen again and again.
pub(super) fn is_repeatable(verb: &str) -> bool {
    REPEATABLE.contains(&verb) || CONTESTS.contains(&verb)
}

impl<'d, 'a> Asker<'d, 'a> {
    /// Whether an adverb that hangs on the verb is one of these.
    fn has_adverb(&self, adverbs: &[&str]) -> bool {
        self.parse()
            .children(self.clause.predicate)
            .any(|c| adverbs.contains(&self.form(c).to_lowercase().as_str()))
    }

    /// A stem must tell its event from others of the same kind.
    pub(super) fn check_event(&self, writer: &Writer<'d, 'a>) -> Result<(), Reason> {
        let text = writer.text();
        let verb = self.predicate_lemma();
        if self.has_adverb(&["again"]) && !self.sentence.story {
            return Err("an again that the stem would lose");
        }
        if self.has_rival(writer) {
            return Err("another event like it");
        }
        if self.gap == Gap::Setting && self.value.entity().is_some()
            || MILESTONES.contains(&verb.as_str())
        {
            return Ok(());
        }
        let digits = text.contains(|c: char| c.is_ascii_digit());
        let ordinal = text
            .split(' ')
            .any(|w| ORDINALS.contains(&w.to_lowercase().as_str()));
        let lower = text.to_lowercase();
        let prize = verb == "win" && PRIZES.iter().any(|p| lower.contains(p));
        let strong = digits || ordinal || text.contains('"') || prize;
        if CONTESTS.contains(&verb.as_str()) {
            let played = self.sentence.story || verb == "reach" || verb == "carry";
            return if strong || played && self.weight(writer) > 1 {
                Ok(())
            } else {
                Err("an event that may have happened often")
            };
        }
        let also = !is_time(&self.value) && self.has_adverb(&["also"]);
        let often = REPEATABLE.contains(&verb.as_str()) || also;
        if often && !strong && self.weight(writer) < 2 {
            return Err("an event that may have happened often");
        }
        Ok(())
    }

    /// How much besides the subject tells the event from others.
    fn weight(&self, writer: &Writer<'d, 'a>) -> usize {
        let subject = self.sentence.entity(self.clause.subject.head);
        let names = writer
            .introduced
            .iter()
            .filter(|&&id| Some(id) != subject && id != Names::TITLE)
            .filter(|&&id| {
                let domain = self.document.subject.domain.as_deref();
                self.document
                    .entity(id)
                    .is_some_and(|e| Some(e.name.as_str()) != domain)
            })
            .map(|&id| {
                let kind = self.document.entity(id).and_then(|e| e.kind);
                1 + usize::from(matches!(kind, Some(Kind::Event | Kind::Work)))
            })
            .sum::<usize>();
        let told = self.clause.parts.iter().any(|p| {
            p.label.is_clause() && p.first > self.clause.predicate && p.last > p.first + 2
        });
        names + usize::from(told)
    }

    /// Whether another clause of the article says the same of another time,
    /// place or person.
    fn has_rival(&self, writer: &Writer<'d, 'a>) -> bool {
        let document = self.document;
        let text = writer.text();
        let subject = self.sentence.entity(self.clause.subject.head);
        let verb = self.predicate_lemma();
        let own_years = crate::fact::value::years_in(text);
        let words: Vec<String> = text
            .split(|c: char| !c.is_alphanumeric() && c != '-')
            .filter(|w| w.len() > 3 && w.chars().next().is_some_and(char::is_lowercase))
            .filter(|w| !PALE_WORDS.contains(w))
            .map(|w| inflect::lemma(w, Tag::NNS))
            .filter(|w| *w != verb)
            .collect();
        self.all.iter().any(|other| {
            let Some(sentence) = document.sentences.get(other.sentence) else {
                return false;
            };
            let same_verb = sentence
                .parse
                .words
                .get(other.predicate)
                .is_some_and(|w| w.lemma == verb);
            let itself = other.sentence == self.clause.sentence
                && (other.predicate == self.clause.predicate || self.gap == Gap::Subject);
            if !same_verb || itself || other.passive != self.clause.passive {
                return false;
            }
            let who = sentence.entity(other.subject.head);
            let alike = if self.gap == Gap::Subject {
                who != subject
            } else {
                who.is_some() && who == subject
            };
            let source = sentence.whole.of(document.text());
            if !alike || !own_years.is_subset(&sentence.years) {
                return false;
            }
            let names = writer.introduced.iter().all(|id| {
                Some(*id) == subject
                    || *id == Names::TITLE
                    || (0..sentence.parse.words.len()).any(|at| {
                        sentence.entities.get(at).copied().flatten() == Some(*id)
                            || sentence.entity(at) == Some(*id)
                    })
            });
            let nouns: Vec<&str> = (0..sentence.parse.words.len())
                .filter_map(|at| sentence.parse.words.get(at).map(|w| w.lemma.as_str()))
                .collect();
            let shared = words
                .iter()
                .filter(|w| nouns.iter().any(|n| n.eq_ignore_ascii_case(w)))
                .count();
            // The same answer twice is no rival.
            let same_answer = self
                .value
                .entity()
                .is_some_and(|id| sentence.entities.contains(&Some(id)))
                || is_time(&self.value) && source.contains(self.value.text.as_str());
            names && !same_answer && 10 * shared >= 6 * words.len()
        })
    }

    /// What a list behind a colon or a semicolon loses when it is cut.
    pub(super) fn check_lists(&self) -> Result<(), Reason> {
        // What is counted may well be listed behind the colon.
        if matches!(self.value.sort, Sort::Count(_)) {
            return Ok(());
        }
        let parse = self.parse();
        let cut = self.clause.parts.iter().any(|p| {
            p.first > self.clause.predicate
                && ((p.first..=p.last).any(|at| self.form(at) == ":")
                    || self.form(p.last + 1) == ":")
                && p.label != Label::Parataxis
        });
        if cut {
            return Err("a list that would be cut");
        }
        let marks: Vec<usize> = (self.clause.predicate..parse.words.len())
            .filter(|&at| self.form(at) == ";")
            .collect();
        let clauseless = marks.iter().enumerate().any(|(n, &mark)| {
            let end = marks.get(n + 1).copied().unwrap_or(parse.words.len());
            !(mark..end).any(|at| parse.tag(at).is_some_and(|t| t.is_finite() || t == Tag::MD))
        });
        if clauseless {
            return Err("a list that would be cut");
        }
        Ok(())
    }
}
