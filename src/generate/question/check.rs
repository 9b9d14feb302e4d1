//! What a clause must show before anything is asked of it.

use super::bound::{is_time, is_year};
use super::{ASKABLE, Asker, Gap, MILESTONES, PORTRAYING};
use crate::fact::clause::Part;
use crate::fact::value::Sort;
use crate::fact::{Entity, EntityId, Kind, Names};
use crate::generate::phrase::{Reason, is_cut_title};
use crate::text::{Label, Tag, given_name, number};

impl Asker<'_, '_> {
    pub(super) fn check_value(&self) -> Result<(), Reason> {
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
        // *the Islamic Caliphate* is no country.
        let realm = [
            "Caliphate",
            "Empire",
            "Khanate",
            "Sultanate",
            "Dynasty",
            "Confederation",
        ];
        let country = self
            .value
            .entity()
            .and_then(|id| self.document.entity(id))
            .is_some_and(|e| e.noun.as_deref() == Some("country"));
        if country && realm.iter().any(|r| self.value.text.ends_with(r)) {
            return Err("a realm asked for as a country");
        }
        if self.gap == Gap::Subject {
            if self.document.subject.domain.as_deref() == Some(self.value.text.as_str()) {
                return Err("the key is the work itself");
            }
            let finite = self.clause.finite();
            let plural = self.parse().tag(finite) == Some(Tag::VBP)
                || matches!(self.form(finite), "are" | "were" | "have");
            if plural
                && !matches!(
                    self.value.sort,
                    Sort::Count(_) | Sort::Quantity(_) | Sort::Thing(_)
                )
            {
                return Err("the subject is a plural");
            }
        }
        Ok(())
    }

    /// Whether a story plays in a place more than in any other: everybody
    /// guesses it.
    pub(super) fn is_main_place(&self, id: EntityId) -> bool {
        let mentions = |e: &Entity| (e.kind == Some(Kind::Place)).then_some(e.mentions);
        let entities = &self.document.names.entities;
        let most = entities.iter().filter_map(mentions).max();
        let own = self.document.entity(id).and_then(mentions);
        self.document.subject.is_fictional && own > Some(3) && own == most
    }

    /// Whether a cast with full names has nobody of this name but a first name.
    pub(super) fn is_first_name(&self, id: EntityId) -> bool {
        self.document.subject.is_fictional
            && self.document.article.title.contains(' ')
            && self.document.entity(id).is_some_and(|e| {
                e.kind == Some(Kind::Person)
                    && !e.boxed
                    && !e.name.contains(' ')
                    && given_name(&e.name).is_some()
            })
    }

    /// Whether the verb tells what hardly happens twice to the same persons.
    pub(super) fn is_milestone(&self) -> bool {
        MILESTONES.contains(&self.predicate_lemma().as_str())
    }

    /// *goes too far*: nothing is said of whom or what.
    pub(super) fn is_bare(&self) -> bool {
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
                && (!(part.first..=part.last).contains(&self.value.first)
                    || self.value.first > part.first + 2)
        };
        !self.clause.passive
            && self.clause.copula.is_none()
            && !several
            && !self.is_milestone()
            && self.predicate_lemma() != "appear"
            && !self.clause.parts.iter().any(said)
    }

    /// Whether the part asked for is the value and nothing else, so that taking
    /// it out leaves a whole sentence.
    pub(super) fn check_gap(&self) -> Result<(), Reason> {
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
        self.check_done()?;
        if matches!(
            self.value.sort,
            Sort::Count(_) | Sort::Quantity(_) | Sort::Period(_) | Sort::Thing(_)
        ) {
            return Ok(());
        }
        if named
            && tail.is_some()
            && !set_off
            && !self.names_within(part)
            && self.value_tail().is_none()
            && !self.has_loose_tail(part)
        {
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
    pub(super) fn check_conditions(&self) -> Result<(), Reason> {
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
        if lost || !self.sentence.story && self.loses_setting() {
            return Err("a condition that the stem would lose");
        }
        Ok(())
    }

    /// *In the long version, 120 bars return*: where it holds is told in front,
    /// by no name and no time, and the stem will not have it.
    fn loses_setting(&self) -> bool {
        const TIMES: [&str; 24] = [
            "year",
            "years",
            "time",
            "day",
            "days",
            "century",
            "decade",
            "month",
            "months",
            "week",
            "weeks",
            "period",
            "season",
            "seasons",
            "night",
            "morning",
            "evening",
            "summer",
            "winter",
            "spring",
            "autumn",
            "war",
            "end",
            "beginning",
        ];
        self.clause.parts.iter().any(|part| {
            let opens = part.preposition.map(|at| self.form(at).to_lowercase());
            let placed = opens.is_some_and(|o| {
                matches!(
                    o.as_str(),
                    "in" | "at" | "within" | "under" | "among" | "for"
                )
            });
            let words = || (part.first..=part.last).map(|at| self.form(at));
            let timed = words().any(|w| {
                let lower = w.to_lowercase();
                w.contains(|c: char| c.is_ascii_digit())
                    || TIMES.contains(&lower.as_str())
                    || (1..=12).any(|month| number::month_name(month) == Some(w))
            });
            let named = (part.first..=part.last)
                .any(|at| self.parse().words.get(at).is_some_and(|w| w.name));
            let asked = (part.first..=part.last).contains(&self.value.first);
            // *in her "Moor Speech"*
            let own = || words().any(|w| matches!(w, "his" | "her" | "its" | "their"));
            part.last < self.clause.subject.first
                && part.label.is_oblique()
                && placed
                && !asked
                && (own() || !timed && !named)
        })
    }

    /// *decides to pull a prank*, *shows his happiness*: nothing one remembers.
    pub(super) fn check_verb(&self) -> Result<(), Reason> {
        let verb = self.predicate_lemma();
        let parse = self.parse();
        let aim = matches!(
            verb.as_str(),
            "decide" | "try" | "plan" | "agree" | "offer" | "continue" | "start" | "begin"
        ) && parse.child(self.clause.predicate, Label::Xcomp).is_some();
        let feeling = matches!(verb.as_str(), "show" | "express" | "display")
            && parse
                .child(self.clause.predicate, Label::Obj)
                .and_then(|o| parse.words.get(o))
                .is_some_and(|w| {
                    matches!(
                        w.lemma.as_str(),
                        "happiness"
                            | "support"
                            | "interest"
                            | "concern"
                            | "joy"
                            | "anger"
                            | "sadness"
                            | "surprise"
                            | "jealousy"
                            | "displeasure"
                            | "frustration"
                    )
                });
        let finite = self.form(self.clause.finite()).to_lowercase();
        let to_come = matches!(finite.as_str(), "was" | "were" | "is" | "are")
            && (self.clause.finite() != self.clause.predicate
                && parse.tag(self.clause.predicate) == Some(Tag::VB)
                || verb == "be" && parse.child(self.clause.predicate, Label::Xcomp).is_some());
        if to_come {
            return Err("what was to come");
        }
        let going_on = matches!(finite.as_str(), "is" | "are")
            && parse.tag(self.clause.predicate) == Some(Tag::VBG);
        if going_on && !self.sentence.story {
            return Err("what went on when the article was written");
        }
        // *in ancient Greece*: not the Greece of today.
        let old = self.value.first.checked_sub(1).is_some_and(|b| {
            matches!(
                self.form(b).to_lowercase().as_str(),
                "ancient"
                    | "medieval"
                    | "modern"
                    | "colonial"
                    | "classical"
                    | "saharan"
                    | "sub-saharan"
            )
        });
        if old && matches!(self.value.sort, Sort::Name(_)) {
            return Err("a word before the name that the options do not have");
        }
        // *In 1969, Bo attends college*: a story in a world of years.
        let dated = self.clause.parts.iter().any(|p| {
            let opens = p.preposition.map(|at| self.form(at).to_lowercase());
            opens.is_some_and(|o| matches!(o.as_str(), "in" | "on" | "during"))
                && (p.first..=p.last).any(|at| is_year(self.form(at)))
        });
        let set = super::setting::setting(self.document, self.sentence)
            .is_some_and(|s| is_time(&s.value));
        if (dated || set)
            && matches!(parse.tag(self.clause.finite()), Some(Tag::VBZ | Tag::VBP))
            && self.clause.auxiliaries.is_empty()
            && self.clause.copula.is_none()
        {
            return Err("what happened, told as if it went on");
        }
        // *rescheduled for 1 May*: the date is that of another event.
        let arranged = matches!(
            verb.as_str(),
            "schedule" | "reschedule" | "postpone" | "plan" | "slate" | "set"
        );
        if arranged && is_time(&self.value) {
            return Err("a time that may be another verb's");
        }
        // *to whom does she fill the role of friend*
        let role = verb == "fill" && matches!(self.gap, Gap::Part(_)) && self.sentence.story;
        if role || verb == "do" && self.gap == Gap::Subject {
            return Err("the verb says too little");
        }
        if self.sentence.story && (aim && self.gap == Gap::Setting || feeling) {
            return Err("the verb says too little");
        }
        Ok(())
    }

    /// Whether the two parsers agree on subject, verb and the part asked for.
    pub(super) fn check_parse(&self) -> Result<(), Reason> {
        let parse = self.parse();
        let sure = |at: usize, least: f32| parse.words.get(at).is_some_and(|w| w.margin >= least);
        let subject = self.clause.subject.head;
        let own = !self.clause.shared_subject;
        // A name or pronoun right before its verb needs no second opinion.
        let beside = (subject + 1..self.clause.finite())
            .all(|at| parse.tag(at).is_some_and(Tag::is_adverb))
            && subject < self.clause.finite()
            && self.sentence.entity(subject).is_some()
            && parse.tag(self.clause.finite()).is_some_and(Tag::is_past);
        // *Ann, cross with Bo, gives ...* in a story
        let cross = subject == 0
            && self.sentence.story
            && self.form(1) == ","
            && self.sentence.entity(subject).is_some();
        // Nothing but the name stands before the verb.
        let opens = beside && self.clause.subject.first == 0 && self.clause.subject.last == subject;
        let trusted = sure(subject, 9.0) || opens || (beside || cross) && sure(subject, 4.0);
        if own && !trusted {
            return Err("the parse is unsure of the subject");
        }
        // A time was checked against the other verbs; an object right behind its
        // verb can hardly be anything else.
        let least = |p: &Part| {
            let behind = p.first == self.clause.predicate + 1;
            let agent = self.sentence.story
                && self.clause.passive
                && p.preposition.is_some_and(|c| self.form(c) == "by")
                && p.first <= self.clause.predicate + 2;
            if agent {
                1.0
            } else if is_time(&self.value) || behind {
                3.0
            } else {
                6.0
            }
        };
        if self.gap_part().is_some_and(|p| !sure(p.head, least(p))) {
            return Err("the parse is unsure of the part asked for");
        }
        Ok(())
    }

    /// *the hour-long episode "Niagara"*: the name stands behind the head.
    pub(super) fn names_within(&self, part: &Part) -> bool {
        self.sentence
            .entities
            .get(part.head)
            .copied()
            .flatten()
            .is_none()
    }
}
