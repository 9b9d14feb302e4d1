//! Facts that articles on stories state in closed constructions: what happens in
//! which season, what an episode reveals, who made and aired another work.

mod behind;

use super::super::front::FrontValue;
use crate::fact::field::class;
use crate::fact::{Analysed, Document, EntityId, Kind, Referent};
use crate::text::{Label, Tag, number};

/// What a construction says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tale {
    /// Something happens in a season: *whom he marries in the sixth*.
    InSeason {
        /// The season, counted from 1.
        season: u32,
        /// Who does it.
        who: Vec<EntityId>,
        /// The verb.
        verb: usize,
        /// The last word before the season.
        last: usize,
        /// To whom it is done, where a relative pronoun stood for them.
        whom: Option<EntityId>,
    },
    /// An episode reveals something, or somebody does something in it, told
    /// beside the main clause.
    InEpisode {
        /// The episode.
        episode: EntityId,
        /// First and last word of what is told.
        words: (usize, usize),
        /// Whether it is only revealed then.
        revealed: bool,
    },
    /// Somebody does or undergoes something, told where a parser goes astray.
    Did {
        /// Who.
        who: EntityId,
        /// Whether it is done to them: *being forced to listen*.
        passive: bool,
        /// The verb and the last word.
        words: (usize, usize),
    },
    /// What an episode shows.
    Features {
        /// The episode.
        episode: EntityId,
        /// The verb and the last word.
        words: (usize, usize),
    },
    /// A network airs a work: *NBC's Parks*, *Parks, an NBC series*.
    Aired {
        /// The network, as it is written.
        network: String,
        /// The work.
        work: EntityId,
    },
    /// Two persons created a work that is not the article's.
    Made {
        /// The work.
        work: EntityId,
        /// Both makers, in order.
        makers: [EntityId; 2],
    },
    /// Actors who wanted the part of the character that the article is about.
    Auditioned {
        /// The actors.
        actors: Vec<EntityId>,
    },
    /// Somebody wrote an article for a magazine.
    WroteFor {
        /// The author.
        author: EntityId,
        /// The title, in quotation marks.
        title: EntityId,
        /// *article*, *essay*.
        noun: String,
        /// The class of the paper: *magazine*.
        class: &'static str,
        /// The paper.
        paper: String,
    },
    /// Where a house of the story stands: *a shop in Lyon called X*.
    Sited {
        /// The city.
        place: EntityId,
        /// First and last word of the description.
        words: (usize, usize),
        /// What stands there.
        thing: EntityId,
    },
    /// The middle name of the character that the article is about.
    MiddleName {
        /// The name.
        name: String,
    },
    /// Who plans to move where.
    Moves {
        /// The city.
        place: EntityId,
        /// Who.
        who: Vec<EntityId>,
    },
}

/// A construction with its sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaleFact {
    /// Index of its sentence.
    pub sentence: usize,
    /// What it says.
    pub tale: Tale,
}

/// All constructions of articles on characters and series.
pub fn tales(document: &Document<'_>) -> Vec<TaleFact> {
    let subject = &document.subject;
    if !subject.is_fictional && subject.kind != Some(Kind::Work) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (number, sentence) in document.sentences.iter().enumerate() {
        if !sentence.prose {
            continue;
        }
        let reader = Reader { document, sentence };
        if number == 0
            && let Some(name) = middle_name(document, sentence)
        {
            found.push(TaleFact {
                sentence: number,
                tale: Tale::MiddleName { name },
            });
        }
        let mut tales = reader.auditioned().into_iter().collect::<Vec<_>>();
        for at in 0..sentence.parse.words.len() {
            tales.extend(reader.listed_seasons(at));
            tales.extend(reader.season(at));
            tales.extend(
                [
                    reader.gerund_season(at),
                    reader.revealed(at),
                    reader.inner_scene(at),
                    reader.opening_scene(at),
                    reader.did(at),
                    reader.features(at),
                    reader.aired(at),
                    reader.made(at),
                    reader.wrote_for(at),
                    reader.sited(at),
                    reader.moves(at),
                ]
                .into_iter()
                .flatten(),
            );
        }
        for tale in tales {
            let fact = TaleFact {
                sentence: number,
                tale,
            };
            if !found.iter().any(|f: &TaleFact| f.tale == fact.tale) {
                found.push(fact);
            }
        }
    }
    found
}

/// *Joan Mary Bell is a character*, in an article called *Jo Bell*.
fn middle_name(document: &Document<'_>, sentence: &Analysed) -> Option<String> {
    let subject = &document.subject;
    let title = &document.article.title;
    let (_, family) = title.split_once(' ')?;
    let whole = sentence.whole.of(document.text());
    let words: Vec<&str> = whole.split(' ').take(3).collect();
    let [first, middle, last] = words.as_slice() else {
        return None;
    };
    let name = |word: &str| {
        word.chars().count() > 3
            && word.starts_with(char::is_uppercase)
            && word.chars().all(char::is_alphabetic)
    };
    (subject.is_fictional
        && subject.is_person
        && name(first)
        && name(middle)
        && last.trim_end_matches(',') == family
        && !title.contains(middle))
    .then(|| (*middle).to_owned())
}

struct Reader<'d, 'a> {
    document: &'d Document<'a>,
    sentence: &'d Analysed,
}

impl<'a> Reader<'_, 'a> {
    fn form(&self, at: usize) -> &'a str {
        self.sentence.parse.form(self.document.text(), at)
    }

    fn tag(&self, at: usize) -> Option<Tag> {
        self.sentence.parse.tag(at)
    }

    fn named(&self, at: usize) -> Option<EntityId> {
        self.sentence.entities.get(at).copied().flatten()
    }

    fn of_kind(&self, at: usize, kind: Kind) -> Option<EntityId> {
        self.named(at)
            .filter(|&id| self.document.entity(id).and_then(|e| e.kind) == Some(kind))
    }

    fn episode(&self, at: usize) -> Option<EntityId> {
        self.named(at).filter(|&id| {
            self.document.subject.in_series
                && self
                    .document
                    .entity(id)
                    .is_some_and(|e| e.quoted && e.noun.as_deref() == Some("episode"))
        })
    }

    /// Whom a name or a pronoun stands for.
    fn persons(&self, at: usize) -> Option<Vec<EntityId>> {
        let ids = match self.sentence.refs.get(at)?.as_ref()? {
            Referent::One(id) => vec![*id],
            Referent::Many(ids) => ids.clone(),
        };
        let all = ids
            .iter()
            .all(|&id| self.document.entity(id).and_then(|e| e.kind) == Some(Kind::Person));
        (all && !ids.is_empty()).then_some(ids)
    }

    /// *in the third season*, *in season four*, *in the sixth* where a season
    /// was named before: the season and the last word.
    fn season_at(&self, at: usize) -> Option<(u32, usize)> {
        if !self.document.subject.in_series || self.form(at) != "in" {
            return None;
        }
        let word = |offset: usize| self.form(at + offset).to_lowercase();
        let (season, last) = if word(1) == "season" {
            let season = number::cardinal(&word(2))?;
            let season = (1..100_u32).find(|n| (f64::from(*n) - season).abs() < 0.01)?;
            (season, at + 2)
        } else if word(1) == "the" {
            let season = number::ordinal(&word(2))?;
            let full = word(3) == "season";
            let before = (0..at).any(|b| self.form(b).eq_ignore_ascii_case("season"));
            if !full && !before {
                return None;
            }
            (season, at + 2 + usize::from(full))
        } else {
            return None;
        };
        // *in the sixth and eighth*: it happens twice.
        let next = self.form(last + 1);
        let twice = matches!(next, "and" | "or") && {
            let after = self.form(last + 2);
            number::ordinal(after).is_some()
                || after == "the" && number::ordinal(self.form(last + 3)).is_some()
        };
        let ends = matches!(next, "," | "." | ";" | "and" | "") || next.starts_with('\u{2014}');
        (!twice && ends).then_some((season, last))
    }

    /// *Pam, whom he dates in season four, proposes to in the fifth and ...*
    fn listed_seasons(&self, at: usize) -> Vec<Tale> {
        if self.form(at) != "whom" {
            return Vec::new();
        }
        let whom = at
            .checked_sub(1)
            .and_then(|b| self.named(b).or_else(|| self.named(b.checked_sub(1)?)));
        let (Some(whom), Some(who)) = (whom, self.persons(at + 1)) else {
            return Vec::new();
        };
        let mut found = Vec::new();
        let mut verb = at + 2;
        let mut word = verb;
        while word < self.sentence.parse.words.len() && word < at + 60 {
            if let Some((season, last)) = self.season_at(word) {
                let plain = (verb..word).all(|w| !self.tag(w).is_some_and(Tag::is_punctuation));
                if plain
                    && self.tag(verb).is_some_and(Tag::is_finite)
                    && !who.contains(&whom)
                    && verb < word
                {
                    found.push(Tale::InSeason {
                        season,
                        who: who.clone(),
                        verb,
                        last: word - 1,
                        whom: Some(whom),
                    });
                }
                verb = last + 1;
                while matches!(self.form(verb), "," | "and") {
                    verb += 1;
                }
                word = verb;
            }
            word += 1;
        }
        found
    }

    /// *he proposes in the fifth season*, *they marry in the sixth*
    fn season(&self, at: usize) -> Option<Tale> {
        let (season, _) = self.season_at(at)?;
        let verb = (at.saturating_sub(8)..at)
            .rev()
            .take_while(|&w| !self.tag(w).is_some_and(Tag::is_punctuation))
            .find(|&w| matches!(self.tag(w), Some(Tag::VBZ | Tag::VBP)))?;
        let subject = verb.checked_sub(1)?;
        let who = self.persons(subject)?;
        let opens = subject
            .checked_sub(1)
            .is_none_or(|b| matches!(self.form(b), ";" | "," | "and") || self.is_joined(b));
        (opens && self.sentence.story).then_some(Tale::InSeason {
            season,
            who,
            verb,
            last: at - 1,
            whom: None,
        })
    }

    fn is_joined(&self, at: usize) -> bool {
        self.form(at) == "and" && at > 0 && self.named(at - 1).is_some()
    }

    /// *before moving to the other branch in the third season*
    fn gerund_season(&self, at: usize) -> Option<Tale> {
        let (season, _) = self.season_at(at)?;
        let verb = (at.saturating_sub(9)..at)
            .rev()
            .take_while(|&w| !self.tag(w).is_some_and(Tag::is_punctuation))
            .find(|&w| self.tag(w) == Some(Tag::VBG))?;
        let mut before = verb.checked_sub(1)?;
        if self.tag(before).is_some_and(Tag::is_adverb) {
            before = before.checked_sub(1)?;
        }
        if !matches!(self.form(before), "before" | "after") {
            return None;
        }
        let parse = &self.sentence.parse;
        let subject = parse
            .children(parse.root()?)
            .find(|&c| parse.label(c).is_some_and(Label::is_subject))?;
        Some(Tale::InSeason {
            season,
            who: self.persons(subject)?,
            verb,
            last: at - 1,
            whom: None,
        })
    }

    /// The last word of a clause that begins at a word: before a comma, a full
    /// stop or a second verb.
    fn end(&self, first: usize) -> Option<usize> {
        let words = self.sentence.parse.words.len();
        let stop = (first + 1..words).find(|&at| {
            let form = self.form(at);
            matches!(form, "," | "." | ";" | ":" | "\u{2013}" | "\u{2014}")
                || matches!(form, "and" | "but" | "so" | "when" | "while" | "as")
                    && (at + 1..(at + 4).min(words))
                        .any(|b| self.tag(b).is_some_and(|t| t.is_finite() || t == Tag::MD))
        })?;
        stop.checked_sub(1)
    }

    /// *In "X," it is revealed that ...*, also within the sentence.
    fn revealed(&self, at: usize) -> Option<Tale> {
        let says = self.form(at).eq_ignore_ascii_case("it")
            && self.form(at + 1) == "is"
            && self.form(at + 2) == "revealed";
        if !says {
            return None;
        }
        let front = match self.sentence.front.as_ref().map(|f| &f.value) {
            Some(FrontValue::Title(span)) => {
                self.document.names.within(*span).first().map(|m| m.entity)
            }
            _ => None,
        };
        let near = (at.saturating_sub(4)..at)
            .rev()
            .find_map(|b| self.episode(b));
        let episode = near.or(front)?;
        let first = at + 3 + usize::from(self.form(at + 3) == "that");
        let last = self.end(first)?;
        (last > first + 3).then_some(Tale::InEpisode {
            episode,
            words: (first, last),
            revealed: true,
        })
    }

    /// *..., although in "X" Ann is cross with Bo*
    fn inner_scene(&self, at: usize) -> Option<Tale> {
        let episode = self.episode(at)?;
        let mut before = at.checked_sub(1)?;
        if matches!(self.form(before), "\"" | "\u{201c}") {
            before = before.checked_sub(1)?;
        }
        // *in the season-seven episode "X"*
        if self.form(before) == "episode" {
            before = (before.saturating_sub(3)..before)
                .rev()
                .find(|&b| self.form(b) == "in")?;
        }
        let opener = before.checked_sub(1).map(|b| self.form(b))?;
        let begins = opener == "," && before == 2;
        if self.form(before) != "in"
            || !begins && !matches!(opener, "although" | "though" | "and" | "but")
        {
            return None;
        }
        let mut first = at + 1;
        while matches!(self.form(first), "," | "\"" | "\u{201d}") {
            first += 1;
        }
        self.of_kind(first, Kind::Person)?;
        let adverb = self.tag(first + 1).is_some_and(Tag::is_adverb);
        let finite = self.tag(first + 1 + usize::from(adverb)) == Some(Tag::VBZ);
        let last = self.end(first)?;
        let denied = (first..=last).any(|w| matches!(self.form(w), "not" | "n't" | "never"));
        (finite && !denied && last > first + 3).then_some(Tale::InEpisode {
            episode,
            words: (first, last),
            revealed: false,
        })
    }

    /// *In "X," Ann interviews for a job*: the parser takes the verb for a noun.
    fn opening_scene(&self, at: usize) -> Option<Tale> {
        let Some(FrontValue::Title(span)) = self.sentence.front.as_ref().map(|f| &f.value) else {
            return None;
        };
        let episode = self.document.names.within(*span).first()?.entity;
        self.document
            .entity(episode)
            .filter(|e| e.quoted && self.document.subject.in_series)?;
        self.of_kind(at, Kind::Person)?;
        let verb = self.is_masked(at + 1) && self.tag(at + 2) == Some(Tag::IN);
        let last = self.end(at)?;
        (at == 0 && verb && last > at + 3).then_some(Tale::InEpisode {
            episode,
            words: (at, last),
            revealed: false,
        })
    }

    /// A form in *-s* that is tagged as a noun.
    fn is_masked(&self, at: usize) -> bool {
        self.tag(at) == Some(Tag::NNS)
            && self.form(at).ends_with('s')
            && self.form(at).chars().all(char::is_lowercase)
    }

    /// *Ann offers Bo the post*, with *offers* taken for a noun; *Ann being
    /// forced to listen*
    fn did(&self, at: usize) -> Option<Tale> {
        let who = self
            .of_kind(at, Kind::Person)
            .filter(|_| self.sentence.story)?;
        let passive = self.form(at + 1) == "being" && self.tag(at + 2) == Some(Tag::VBN);
        let masked = self.is_masked(at + 1) && self.of_kind(at + 2, Kind::Person).is_some();
        // *Ann, who secretly loves Bo*
        let adverb = usize::from(self.tag(at + 3).is_some_and(Tag::is_adverb));
        let relative = self.form(at + 1) == ","
            && self.form(at + 2) == "who"
            && self.tag(at + 3 + adverb) == Some(Tag::VBZ)
            && self.form(at + 3 + adverb) != "has";
        if !passive && !masked && !relative {
            return None;
        }
        let verb = if relative {
            at + 3
        } else {
            at + 1 + usize::from(passive)
        };
        let last = self.end(verb)?;
        let denied =
            (verb..=last).any(|w| matches!(self.form(w), "not" | "n't" | "never" | "n’t" | "also"));
        (last > verb + 2 && !denied).then_some(Tale::Did {
            who,
            passive,
            words: (verb, last),
        })
    }

    /// *the episode "X" features Ann in a dream*
    fn features(&self, at: usize) -> Option<Tale> {
        let episode = self.episode(at)?;
        let mut verb = at + 1;
        while matches!(self.form(verb), "\"" | "\u{201d}" | ",") {
            verb += 1;
        }
        let shows = matches!(self.form(verb), "features" | "includes" | "shows");
        self.of_kind(verb + 1, Kind::Person)?;
        let last = self.end(verb)?;
        (shows && last > verb + 3).then_some(Tale::Features {
            episode,
            words: (verb, last),
        })
    }

    /// *a shop in Lyon called X*; *X, a shop in Lyon*
    fn sited(&self, at: usize) -> Option<Tale> {
        let place = self.of_kind(at, Kind::Place)?;
        class::find("city", &self.document.entity(place)?.name)?;
        let noun = at.checked_sub(2).filter(|_| self.form(at - 1) == "in")?;
        let type_noun = crate::fact::lists::Lists::shared()
            .type_noun(&self.form(noun).to_lowercase())
            .is_some_and(|t| t.kind == Kind::Organisation);
        if !type_noun {
            return None;
        }
        let article = (noun.saturating_sub(4)..noun)
            .rev()
            .find(|&w| matches!(self.form(w), "a" | "an"))?;
        let before = article
            .checked_sub(2)
            .filter(|_| self.form(article - 1) == ",")
            .and_then(|b| self.named(b));
        let behind = matches!(self.form(at + 1), "called" | "named")
            .then(|| self.named(at + 2))
            .flatten();
        Some(Tale::Sited {
            place,
            words: (article + 1, noun),
            thing: before.or(behind)?,
        })
    }

    /// *their plan to move to Lyon*, *their plans for a move to Lyon*
    fn moves(&self, at: usize) -> Option<Tale> {
        let place = self.of_kind(at, Kind::Place)?;
        let verb = at.checked_sub(2).filter(|_| self.form(at - 1) == "to")?;
        let plan = (verb.saturating_sub(3)..verb).any(|w| matches!(self.form(w), "plan" | "plans"));
        if self.form(verb) != "move" || !plan {
            return None;
        }
        let parse = &self.sentence.parse;
        let subject = parse
            .children(parse.root()?)
            .find(|&c| parse.label(c).is_some_and(Label::is_subject))?;
        let (first, last) = parse.subtree(subject);
        let mut who: Vec<EntityId> = (first..=last)
            .filter_map(|w| self.persons(w))
            .flatten()
            .collect();
        who.sort_unstable();
        who.dedup();
        (!who.is_empty()).then_some(Tale::Moves { place, who })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;

    const OPENING: &str = "= Ada Moor =\n\nAda Moor\n- Series: The Harbor\n- Portrayer: Jane Hill\n- First: \"Pilot\" (2001)\n\nAdeline Joan Moor is a fictional character in the television sitcom The Harbor, portrayed by Jane Hill. She is a nurse who works with the doctor Tom Reed. ";

    fn read(text: &str) -> Vec<Tale> {
        let whole = format!("{OPENING}\n\n== Story ==\n{text}\n");
        let (article, _) = article::read(&whole, None);
        let document = Document::read(&article);
        tales(&document).into_iter().map(|t| t.tale).collect()
    }

    #[test]
    fn each_event_of_a_list_has_its_season() {
        let told = read(
            "She likes the doctor Tom Reed, whom she meets in the second season, proposes to in the third, and has rows with in the third and fifth.",
        );
        let seasons: Vec<u32> = told
            .iter()
            .filter_map(|t| match t {
                Tale::InSeason {
                    season,
                    whom: Some(_),
                    ..
                } => Some(*season),
                _ => None,
            })
            .collect();
        assert_eq!(seasons, [2, 3]);
    }

    #[test]
    fn a_middle_name_is_read_from_the_first_sentence() {
        assert!(read("She lives in Oslo.").contains(&Tale::MiddleName {
            name: "Joan".to_owned()
        }));
    }

    #[test]
    fn three_names_in_a_row_wanted_the_part() {
        let told =
            read("Amy Stone auditioned for the role, along with Sue Bell, Kate Ross and Ann Gray.");
        assert!(
            told.iter()
                .any(|t| matches!(t, Tale::Auditioned { actors } if actors.len() == 3))
        );
        let few = read("Amy Stone auditioned for the role, along with Sue Bell.");
        assert!(!few.iter().any(|t| matches!(t, Tale::Auditioned { .. })));
    }

    #[test]
    fn who_is_made_to_do_something_is_told_behind_being() {
        let told = read("Her trick ends with Tom Reed being forced to sing for Ada Moor.");
        assert!(
            told.iter()
                .any(|t| matches!(t, Tale::Did { passive: true, .. }))
        );
    }
}
