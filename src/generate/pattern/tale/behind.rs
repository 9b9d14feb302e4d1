//! Items on what stands behind a story.

use super::{GENERAL_NETWORKS, Teller, Told};
use crate::fact::field::class;
use crate::fact::pattern::Claim;
use crate::fact::{EntityId, Gender, Names};
use crate::generate::mix;
use crate::generate::phrase::Reason;
use crate::text::given_name;

impl Teller<'_, '_, '_> {
    /// Other members of a class, those of the key's group first and only.
    pub(super) fn others(&self, of: &str, key: &str) -> Vec<String> {
        let Some(known) = class::find(of, key) else {
            return Vec::new();
        };
        let mut pool: Vec<class::Entry> = class::entries(of)
            .into_iter()
            .filter(|e| e.name != known.name && e.group == known.group)
            .filter(|e| !self.document.text().contains(e.name))
            .collect();
        pool.sort_unstable_by_key(|e| (e.fame, mix(&self.document.article.title, e.name)));
        pool.into_iter().map(|e| e.name.to_owned()).collect()
    }

    pub(super) fn aired(&self, network: &str, work: EntityId) -> Told {
        Told {
            stem: format!("On which network did {} air?", self.name(work)),
            key: network.to_owned(),
            distractors: self
                .others("tv-network", network)
                .into_iter()
                .filter(|name| GENERAL_NETWORKS.contains(&name.as_str()))
                .collect(),
        }
    }

    /// *Who created X together with A?*: the one whom the article speaks of less.
    pub(super) fn made(&self, work: EntityId, [a, b]: [EntityId; 2]) -> Result<Told, Reason> {
        let mentions = |id: EntityId| self.document.entity(id).map_or(0, |e| e.mentions);
        let (key, other) = if mentions(a) < mentions(b) {
            (a, b)
        } else {
            (b, a)
        };
        let comic = self.document.sentences.iter().any(|s| {
            let text = s.whole.of(self.document.text());
            s.section == 0 && (text.contains("sitcom") || text.contains("comedy"))
        });
        if !comic || !self.document.subject.in_series {
            return Err("nothing says what the work is like");
        }
        let gender = given_name(&self.name(key));
        let mut pool: Vec<&str> = class::entries("tv-creator")
            .into_iter()
            .filter(|e| e.group == "comedy" && !self.document.text().contains(e.name))
            .filter(|e| gender.is_none() || given_name(e.name) == gender)
            .map(|e| e.name)
            .collect();
        pool.sort_unstable_by_key(|name| mix(&self.name(work), name));
        Ok(Told {
            stem: format!(
                "Who created {} together with {}?",
                self.name(work),
                self.name(other)
            ),
            key: self.name(key),
            distractors: pool.into_iter().map(str::to_owned).collect(),
        })
    }

    /// *Which of these actors auditioned for the role of X?*
    pub(super) fn auditioned(&self, actors: &[EntityId]) -> Result<Told, Reason> {
        let key = actors
            .iter()
            .copied()
            .filter(|&id| self.name(id).contains(' '))
            .min_by_key(|&id| mix(&self.document.article.title, &self.name(id)))
            .ok_or("nobody in full")?;
        let gender = given_name(&self.name(key)).or_else(|| self.document.entity(key)?.gender);
        let tried = |id: EntityId| {
            self.document.sentences.iter().any(|s| {
                s.entities.contains(&Some(id))
                    && s.parse
                        .words
                        .iter()
                        .any(|w| matches!(w.lemma.as_str(), "audition" | "try"))
            })
        };
        let mut pool: Vec<String> = self
            .facts
            .iter()
            .filter_map(|f| match f.claim {
                Claim::Plays { actor, character } if character != Names::TITLE => Some(actor),
                _ => None,
            })
            .filter(|&id| {
                let other = given_name(&self.name(id)).or_else(|| self.document.entity(id)?.gender);
                !tried(id) && (other.is_none() || other == gender)
            })
            .map(|id| self.name(id))
            .collect();
        if matches!(gender, Some(Gender::Male | Gender::Female)) {
            pool.extend(crate::generate::pattern::screen(self.document, gender));
        }
        Ok(Told {
            stem: format!(
                "Which of these actors auditioned for the role of {} in {}?",
                self.document.subject.written,
                self.domain()?
            ),
            key: self.name(key),
            distractors: pool,
        })
    }

    pub(super) fn wrote_for(
        &self,
        (author, title): (EntityId, EntityId),
        noun: &str,
        of: &str,
        paper: &str,
    ) -> Told {
        Told {
            stem: format!(
                "For which {of} did {} write the {noun} \"{},\" which mentions {}?",
                self.name(author),
                self.name(title),
                self.document.subject.written
            ),
            key: paper.to_owned(),
            distractors: self.others(of, paper),
        }
    }
}
