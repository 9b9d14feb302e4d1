//! Floor 2: what an article states.
//!
//! [`Document::read`] cuts an article into parsed sentences, finds its names,
//! gives each one kind over the whole document, and resolves pronouns where
//! that is certain. [`clause`] and [`field`] then find the facts.

pub mod clause;
pub mod coref;
pub mod field;
pub mod front;
pub mod kind;
pub mod lists;
pub mod name;
pub mod pattern;
pub mod quantity;
mod repair;
pub mod thing;
mod typing;
pub mod value;
mod would;

pub use crate::text::Gender;
pub use coref::Referent;
pub use front::Front;
pub use kind::Kind;
pub use name::{Entity, EntityId, Names, Trade};

use std::collections::{BTreeMap, BTreeSet};

use crate::article::{Article, BlockKind, MarkKind};
use crate::text::number::{self, DateValue};
use crate::text::{Engine, Label, Sentence, Span, Tag, sentence};

/// A sentence of the article, analysed.
#[derive(Clone, Debug)]
pub struct Analysed {
    /// Index of its section.
    pub section: usize,
    /// Index of its block, counted over the whole article.
    pub block: usize,
    /// Whether its block is running text.
    pub prose: bool,
    /// Whether it tells a plot: in the present tense.
    pub story: bool,
    /// All years that it mentions.
    pub years: BTreeSet<i32>,
    /// All of it; the tree leaves out a fronted phrase.
    pub whole: Span,
    /// A fronted phrase that says where or when: *In 1954, ...*
    pub front: Option<Front>,
    /// Its words and their tree.
    pub parse: Sentence,
    /// The entity that each word names.
    pub entities: Vec<Option<EntityId>>,
    /// What each word refers to, pronouns included.
    pub refs: Vec<Option<Referent>>,
}

impl Analysed {
    /// The one entity that a word refers to.
    pub fn entity(&self, word: usize) -> Option<EntityId> {
        match self.refs.get(word) {
            Some(Some(Referent::One(id))) => Some(*id),
            _ => None,
        }
    }
}

/// Marks the sentences that tell a plot: more present than past verbs, the main
/// verb counting double, or three times in the present; where they balance, as
/// most of the section.
fn mark_story(sentences: &mut [Analysed]) {
    let balance = |parse: &Sentence| -> i32 {
        let finite = parse.root().map(|root| {
            parse
                .children(root)
                .find(|&c| {
                    c < root
                        && parse
                            .label(c)
                            .is_some_and(|l| matches!(l, Label::Aux | Label::AuxPass | Label::Cop))
                })
                .unwrap_or(root)
        });
        parse
            .words
            .iter()
            .enumerate()
            .map(|(at, w)| {
                let main = Some(at) == finite;
                match w.tag {
                    Tag::VBZ | Tag::VBP => 1 + 2 * i32::from(main),
                    Tag::VBD => -1 - i32::from(main),
                    _ => 0,
                }
            })
            .sum()
    };
    let mut sections: BTreeMap<usize, i32> = BTreeMap::new();
    for sentence in sentences.iter() {
        *sections.entry(sentence.section).or_default() += balance(&sentence.parse);
    }
    for sentence in sentences {
        let own = balance(&sentence.parse);
        let section = sections.get(&sentence.section).copied().unwrap_or_default();
        sentence.story = own > 0 || own == 0 && section > 0;
    }
}

/// What the article is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    /// Whether it is a person or a character.
    pub is_person: bool,
    /// Whether it exists only in a work of fiction.
    pub is_fictional: bool,
    /// The kind of the title entity.
    pub kind: Option<Kind>,
    /// How a stem names it: `Jim Halpert`, `the aardwolf`.
    pub written: String,
    /// Nouns that describe it: `film`, `company`, `mission`.
    pub nouns: Vec<String>,
    /// The work it belongs to, or that it is: `The Office`.
    pub domain: Option<String>,
    /// Whether the domain is a series, so that quoted titles are episodes.
    pub in_series: bool,
}

pub(crate) use typing::cast::of as of_series;

impl Subject {
    /// Whether the article tells a story, whose people go by first names.
    pub fn is_tale(&self) -> bool {
        self.is_fictional || self.in_series
    }
}

/// An article with everything that was found in it.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    /// The article.
    pub article: &'a Article,
    /// Its sentences, in order.
    pub sentences: Vec<Analysed>,
    /// Its names.
    pub names: Names,
    /// What it is about.
    pub subject: Subject,
    /// The dates that the text mentions, in order.
    pub dates: Vec<DateValue>,
    /// All years that the text mentions.
    pub years: BTreeSet<i32>,
}

impl<'a> Document<'a> {
    /// Analyses an article.
    pub fn read(article: &'a Article) -> Self {
        let text = article.text.as_str();
        let mut places = Vec::new();
        let mut block_number = 0;
        for (section, part) in article.sections.iter().enumerate() {
            for block in &part.blocks {
                for span in sentence::split(block.span.of(text)) {
                    let span =
                        Span::new(block.span.start + span.start, block.span.start + span.end);
                    let torn = article.marks.iter().any(|m| {
                        m.kind == MarkKind::Gap
                            && span.start <= m.span.start
                            && m.span.start <= span.end
                    });
                    if torn {
                        continue;
                    }
                    places.push((
                        section,
                        block_number,
                        block.kind == BlockKind::Paragraph,
                        span,
                    ));
                }
                block_number += 1;
            }
        }
        let spans: Vec<Span> = places.iter().map(|p| p.3).collect();
        let finder = name::Finder::new(article, &spans);
        let found: Vec<_> = spans.iter().map(|&span| finder.find(span)).collect();
        let title_is_quoted = found.first().is_some_and(|f| {
            f.iter()
                .any(|f| f.quoted && f.span.of(text) == article.title)
        });
        let mut gatherer = name::Gatherer::new(&article.title, title_is_quoted);
        for found in found.iter().flatten() {
            gatherer.mention(text, *found);
        }
        for value in article.fields.iter().flat_map(|f| &f.values) {
            gatherer.boxed(value.text.of(text));
        }
        let mut names = gatherer.finish();
        let engine = Engine::shared();
        let mut sentences: Vec<Analysed> = places
            .iter()
            .zip(&found)
            .map(|(&(section, block, prose, span), found)| {
                let spans: Vec<Span> = found.iter().map(|f| f.span).collect();
                let front = front::peel(text, span, found, article);
                let rest = front.as_ref().map_or(span, |f| Span::new(f.end, span.end));
                let mut parse = engine.analyse(text, rest, &spans);
                repair::mend(&mut parse);
                let count = parse.words.len();
                Analysed {
                    section,
                    block,
                    prose,
                    whole: span,
                    front,
                    story: false,
                    years: value::years_in(span.of(text)),
                    parse,
                    entities: vec![None; count],
                    refs: vec![None; count],
                }
            })
            .collect();
        mark_story(&mut sentences);
        let mut subject = typing::subject(article, &sentences);
        typing::kinds(article, &mut names, &sentences, &subject);
        for sentence in &mut sentences {
            for (word, entity) in sentence.parse.words.iter().zip(&mut sentence.entities) {
                if word.name {
                    *entity = names.within(word.span).first().map(|m| m.entity);
                }
            }
        }
        typing::finish_subject(article, &mut names, &sentences, &mut subject);
        typing::cast::complete(&mut names, &subject);
        coref::resolve(text, &names, &subject, &mut sentences);
        Self {
            article,
            sentences,
            names,
            subject,
            dates: number::find_dates(text)
                .into_iter()
                .map(|(_, date)| date)
                .collect(),
            years: value::years_in(text),
        }
    }

    /// The text that all spans refer to.
    pub fn text(&self) -> &'a str {
        &self.article.text
    }

    /// How often the text says *the* with this noun, in lower case.
    pub fn definite(&self, noun: &str) -> usize {
        let phrase = format!("the {noun}");
        self.text()
            .match_indices(&phrase)
            .filter(|(at, _)| {
                let rest = self.text().get(at + phrase.len()..).unwrap_or_default();
                !rest.starts_with(char::is_alphanumeric)
            })
            .count()
    }

    /// An entity.
    pub fn entity(&self, id: EntityId) -> Option<&Entity> {
        self.names.entities.get(id)
    }
}
