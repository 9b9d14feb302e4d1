//! [`Engine`]: from a text to sentences with a tree.

use super::inflect::lemma;
use super::lexicon;
use super::model::parser::{self, Arc};
use super::model::shape::Shape;
use super::model::table::Table;
use super::model::tagger;
use super::model::vote::vote;
use super::token::{Token, tokenise};
use super::{Sentence, Span, Tag, Word, compound, peel};
use std::sync::OnceLock;

static MODEL: &[u8] = include_bytes!("data/model.bin");

/// What a model file begins with.
const MAGIC: &[u8; 4] = b"QWM2";

/// Tagger and parser with their weights.
#[derive(Debug)]
pub struct Engine {
    tagger: Table<'static>,
    forward: Table<'static>,
    backward: Table<'static>,
}

/// What the engine made of words somebody else cut.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Analysis {
    /// The tag of each word.
    pub tags: Vec<Tag>,
    /// The arc of each word.
    pub arcs: Vec<Arc>,
}

impl Engine {
    /// The engine with the shipped weights. They are read in place, so the
    /// first call costs next to nothing.
    pub fn shared() -> &'static Engine {
        static SHARED: OnceLock<Engine> = OnceLock::new();
        SHARED.get_or_init(|| Engine::open(MODEL).unwrap_or_else(Engine::blank))
    }

    /// An engine over other weights; `None` if the bytes are no model file.
    pub fn open(bytes: &'static [u8]) -> Option<Engine> {
        let [tagger, forward, backward] = unpack(bytes)?;
        Some(Engine {
            tagger,
            forward,
            backward,
        })
    }

    /// An engine that knows nothing, so that a damaged file is not a panic.
    fn blank() -> Engine {
        Engine {
            tagger: Table::empty(),
            forward: Table::empty(),
            backward: Table::empty(),
        }
    }

    /// Cuts, tags and parses a sentence. `names` are the spans of names and
    /// titles that the caller knows; each becomes one proper noun.
    ///
    /// ```
    /// use quizwright::text::{Engine, Label, sentence::split};
    /// let text = "The dog chased a cat.";
    /// let sentence = Engine::shared().analyse(text, split(text)[0], &[]);
    /// let verb = sentence.root().unwrap_or(0);
    /// assert_eq!(sentence.words[verb].lemma, "chase");
    /// assert_eq!(sentence.child(verb, Label::Nsubj), Some(1));
    /// ```
    pub fn analyse(&self, text: &str, sentence: Span, names: &[Span]) -> Sentence {
        let tokens = tokenise(text, sentence, names);
        let forms: Vec<&str> = tokens.iter().map(|token| seen_form(text, *token)).collect();
        let decided: Vec<Option<Tag>> = tokens
            .iter()
            .enumerate()
            .map(|(index, token)| {
                if token.name {
                    Some(Tag::NNP)
                } else {
                    compound::tag(&forms, index)
                }
            })
            .collect();
        let analysis = self.analyse_words(&forms, &decided);
        let count = tokens.len();
        let words = tokens
            .iter()
            .zip(analysis.tags.iter().zip(&analysis.arcs))
            .map(|(token, (&tag, arc))| Word {
                span: token.span,
                tag,
                head: (arc.head < count).then_some(arc.head),
                label: arc.label,
                lemma: lemma(token.span.of(text), tag),
                name: token.name,
                margin: arc.margin,
            })
            .collect();
        Sentence {
            span: sentence,
            words,
        }
    }

    /// Tags and parses words that are cut already; `decided` holds the tags
    /// that are known, and may be shorter.
    pub fn analyse_words(&self, forms: &[&str], decided: &[Option<Tag>]) -> Analysis {
        let shapes: Vec<Shape> = forms
            .iter()
            .map(|form| Shape::of(form, &lexicon::entry))
            .collect();
        let tags: Vec<Tag> = tagger::tag(&self.tagger, &shapes, decided)
            .iter()
            .map(|tagged| tagged.tag)
            .collect();
        let arcs = self.parse_apart(forms, &shapes, &tags);
        Analysis { tags, arcs }
    }
}

impl Engine {
    /// Parses what must be parsed apart, and the rest.
    fn parse_apart(&self, forms: &[&str], shapes: &[Shape], tags: &[Tag]) -> Vec<Arc> {
        let front = peel::comma(forms, tags).and_then(|comma| {
            let front = self.parse(shapes.get(..comma)?, tags.get(..comma)?);
            let rest = comma + 1..;
            let core = self.parse_insertion(
                forms.get(rest.clone())?,
                shapes.get(rest.clone())?,
                tags.get(rest)?,
            );
            Some(peel::join(&front, &core, tags))
        });
        front.unwrap_or_else(|| self.parse_insertion(forms, shapes, tags))
    }

    /// Parses a relative clause after the subject apart.
    fn parse_insertion(&self, forms: &[&str], shapes: &[Shape], tags: &[Tag]) -> Vec<Arc> {
        let inserted = peel::insertion(forms, tags).and_then(|(first, last)| {
            let inside = first + 1..last;
            let inner = self.parse(shapes.get(inside.clone())?, tags.get(inside)?);
            let outer_shapes = [shapes.get(..first)?, shapes.get(last + 1..)?].concat();
            let outer_tags = [tags.get(..first)?, tags.get(last + 1..)?].concat();
            let outer = self.parse(&outer_shapes, &outer_tags);
            Some(peel::insert((first, last), &inner, &outer))
        });
        inserted.unwrap_or_else(|| self.parse(shapes, tags))
    }

    /// The tree that the two parsers agree on most.
    fn parse(&self, shapes: &[Shape], tags: &[Tag]) -> Vec<Arc> {
        let forward = parser::parse(&self.forward, shapes, tags);
        let backward = parser::parse_backward(&self.backward, shapes, tags);
        vote(&forward, &backward)
    }
}

/// The word that the model sees in place of a token: of a name its last word
/// with a capital, so that a known surname helps.
fn seen_form(text: &str, token: Token) -> &str {
    let form = token.span.of(text);
    if !token.name {
        return form;
    }
    form.split_whitespace()
        .rev()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .find(|word| word.chars().next().is_some_and(char::is_uppercase))
        .unwrap_or(form)
}

/// Puts the tables of the tagger and of the two parsers into one file.
pub fn pack(tables: [&[u8]; 3]) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    for table in tables {
        let length = u32::try_from(table.len()).unwrap_or(u32::MAX);
        bytes.extend(length.to_le_bytes());
        bytes.extend(table);
    }
    bytes
}

/// The tables in a file.
fn unpack(bytes: &[u8]) -> Option<[Table<'_>; 3]> {
    let mut rest = bytes.strip_prefix(MAGIC)?;
    let mut next = || {
        let (length, after) = rest.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
        let (table, after) = after.split_at_checked(length)?;
        rest = after;
        Table::open(table)
    };
    Some([next()?, next()?, next()?])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Label, sentence};
    use sha2::{Digest, Sha256};
    use std::fmt::Write;

    fn hash(bytes: &[u8]) -> String {
        Sha256::digest(bytes)
            .iter()
            .fold(String::new(), |mut hex, byte| {
                let _ = write!(hex, "{byte:02x}");
                hex
            })
    }

    #[test]
    fn the_weights_are_those_on_record() {
        assert_eq!(hash(MODEL), include_str!("data/model.sha256").trim());
        assert!(MODEL.len() <= 4_000_000, "{} bytes", MODEL.len());
    }

    /// Each line: the words with tag, head (from 1) and label.
    fn drawing(text: &str, names: &[&str]) -> Vec<String> {
        let names: Vec<Span> = names
            .iter()
            .filter_map(|name| text.find(name).map(|at| Span::new(at, at + name.len())))
            .collect();
        let whole = sentence::split(text)[0];
        let found = Engine::shared().analyse(text, whole, &names);
        found
            .words
            .iter()
            .map(|word| {
                let head = word.head.map_or(0, |head| head + 1);
                format!("{} {} {head} {}", word.span.of(text), word.tag, word.label)
            })
            .collect()
    }

    #[test]
    fn parses_simple_sentences() {
        assert_eq!(
            drawing("Ann Lee painted the old house in 1950.", &["Ann Lee"]),
            [
                "Ann Lee NNP 2 nsubj",
                "painted VBD 0 root",
                "the DT 5 det",
                "old JJ 5 amod",
                "house NN 2 obj",
                "in IN 7 case",
                "1950 CD 2 obl",
                ". . 2 punct",
            ]
        );
        assert_eq!(
            drawing("The book was written by a nurse.", &[]),
            [
                "The DT 2 det",
                "book NN 4 nsubj:pass",
                "was VBD 4 aux:pass",
                "written VBN 0 root",
                "by IN 7 case",
                "a DT 7 det",
                "nurse NN 4 obl:agent",
                ". . 4 punct",
            ]
        );
    }

    proptest::proptest! {
        #[test]
        fn no_text_breaks_the_engine(text in "([a-zA-Z]{1,6}|[ .,'\"“”‘’()–?!-]|\\PC){0,40}") {
            let mut from = 0;
            for span in sentence::split(&text) {
                proptest::prop_assert!(span.start >= from && !span.of(&text).is_empty());
                from = span.end;
                let names: Vec<Span> = crate::text::quoted_titles(&text, span)
                    .iter()
                    .map(|title| title.inner)
                    .collect();
                let found = Engine::shared().analyse(&text, span, &names);
                let roots = found.words.iter().filter(|word| word.head.is_none());
                proptest::prop_assert_eq!(roots.count(), 1);
                let mut at = span.start;
                for word in &found.words {
                    proptest::prop_assert!(word.span.start >= at && span.contains(word.span));
                    proptest::prop_assert!(!word.span.of(&text).is_empty());
                    at = word.span.end;
                }
            }
            let _ = crate::text::number::find_dates(&text);
            let _ = crate::text::number::find_quantities(&text);
            let _ = crate::text::inflect::article(&text);
            let _ = crate::text::inflect::plural(&text);
            let _ = crate::text::inflect::singular(&text);
        }
    }

    #[test]
    fn titles_keep_their_marks_in_longer_pieces() {
        let text = "In “Rain,” he left from \"Oslo\" to \"Rome\".";
        let whole = Span::new(0, text.len());
        let names: Vec<Span> = crate::text::quoted_titles(text, whole)
            .iter()
            .map(|title| title.inner)
            .collect();
        let found = Engine::shared().analyse(text, whole, &names);
        assert_eq!(found.text_of(text, 0..=1), "In “Rain");
        assert_eq!(found.quoted_text_of(text, 0..=1), "In “Rain,”");
        assert_eq!(found.quoted_text_of(text, 1..=1), "Rain");
        assert_eq!(found.form(text, 6), "Oslo");
        assert_eq!(found.quoted_text_of(text, 6..=8), "\"Oslo\" to \"Rome\"");
    }

    #[test]
    fn any_text_gives_a_tree() {
        for text in [
            "a",
            "...",
            "“”",
            "é é é",
            "( ( (",
            "To be, or not to be: that!",
            "日本 は",
        ] {
            let sentence = Engine::shared().analyse(text, Span::new(0, text.len()), &[]);
            let roots = sentence.words.iter().filter(|word| word.head.is_none());
            assert_eq!(roots.count(), 1, "{text}");
            let root = sentence.root().unwrap();
            assert!((0..sentence.words.len()).all(|index| sentence.is_within(index, root)));
            assert!(
                sentence
                    .words
                    .iter()
                    .all(|word| word.label != Label::Dep || word.head.is_some())
            );
        }
        let nothing = Engine::shared().analyse("", Span::new(0, 0), &[]);
        assert!(nothing.words.is_empty());
    }
}
