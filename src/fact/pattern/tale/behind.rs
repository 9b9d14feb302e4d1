//! What stands behind a story: who wanted its parts, who made and aired other
//! works, who wrote about it.

use super::{Reader, Tale};
use crate::fact::field::class;
use crate::fact::{EntityId, Kind, Names};
use crate::text::Tag;

impl Reader<'_, '_> {
    pub(super) fn network(&self, at: usize) -> Option<String> {
        let name = self.document.entity(self.named(at)?)?.name.clone();
        class::find("tv-network", &name).map(|e| e.name.to_owned())
    }

    pub(super) fn other_work(&self, at: usize) -> Option<EntityId> {
        self.of_kind(at, Kind::Work).filter(|&id| {
            id != Names::TITLE
                && self.document.entity(id).is_some_and(|e| {
                    !e.quoted && Some(e.name.as_str()) != self.document.subject.domain.as_deref()
                })
        })
    }

    /// *NBC's Parks and Recreation*; *Parks and Recreation, an NBC series*
    pub(super) fn aired(&self, at: usize) -> Option<Tale> {
        let work = self.other_work(at)?;
        let owner = at
            .checked_sub(2)
            .filter(|_| self.tag(at - 1) == Some(Tag::POS))
            .and_then(|b| self.network(b));
        let series = |word: usize| {
            matches!(
                self.form(word),
                "series" | "sitcom" | "show" | "comedy" | "drama"
            )
        };
        let behind =
            (self.form(at + 1) == "," && matches!(self.form(at + 2), "a" | "an") && series(at + 4))
                .then(|| self.network(at + 3))
                .flatten();
        owner
            .or(behind)
            .map(|network| Tale::Aired { network, work })
    }

    /// *X, which was created by A and B*; *X, a series created by A together
    /// with B*
    pub(super) fn made(&self, at: usize) -> Option<Tale> {
        if self.form(at) != "created" || self.form(at + 1) != "by" {
            return None;
        }
        let work = (at.saturating_sub(6)..at)
            .rev()
            .find_map(|b| self.other_work(b))?;
        let mut makers = Vec::new();
        for word in at + 2..self.sentence.parse.words.len() {
            if self.form(word) == ";" {
                break;
            }
            if let Some(id) = self.of_kind(word, Kind::Person)
                && !makers.contains(&id)
            {
                makers.push(id);
            }
        }
        let makers: [EntityId; 2] = makers.try_into().ok()?;
        Some(Tale::Made { work, makers })
    }

    /// *along with A, B, C and D*, in a sentence on an audition
    pub(super) fn auditioned(&self) -> Option<Tale> {
        let words = &self.sentence.parse.words;
        let subject = &self.document.subject;
        let story = subject.is_fictional && subject.is_person;
        if !story || !words.iter().any(|w| w.lemma == "audition") {
            return None;
        }
        let mut best: Vec<EntityId> = Vec::new();
        let mut run: Vec<EntityId> = Vec::new();
        for at in 0..words.len() {
            if let Some(id) = self.of_kind(at, Kind::Person) {
                run.push(id);
            } else if !matches!(self.form(at), "," | "and") {
                run.clear();
            }
            if run.len() > best.len() {
                best.clone_from(&run);
            }
        }
        (best.len() >= 3).then_some(Tale::Auditioned { actors: best })
    }

    /// *her article "X" for Time*; *"X," an essay for Time*
    pub(super) fn wrote_for(&self, at: usize) -> Option<Tale> {
        let title = self
            .named(at)
            .filter(|&id| self.document.entity(id).is_some_and(|e| e.quoted))?;
        let case = (at + 1..at + 7).find(|&b| self.form(b) == "for")?;
        let paper = self.document.entity(self.named(case + 1)?)?.name.clone();
        let (class, paper) = ["magazine", "newspaper"]
            .into_iter()
            .find_map(|class| class::find(class, &paper).map(|e| (class, e.name.to_owned())))?;
        let noun = (at.saturating_sub(4)..case)
            .map(|w| self.form(w))
            .find(|w| matches!(*w, "article" | "essay" | "review" | "column"))?;
        let mut authors: Vec<EntityId> = (0..self.sentence.parse.words.len())
            .filter_map(|w| self.of_kind(w, Kind::Person))
            .filter(|&id| id != Names::TITLE)
            .collect();
        authors.dedup();
        let [author] = authors.as_slice() else {
            return None;
        };
        Some(Tale::WroteFor {
            author: *author,
            title,
            noun: noun.to_owned(),
            class,
            paper,
        })
    }
}
