//! Common nouns as values: *termites*, *stainless steel*, *cholera*.
//!
//! The list sorts nouns into classes whose members exclude one another, and
//! says in which frames (a verb with its slot) a class may be asked for.

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use super::value::{Sort, Value, is_plural};
use super::{Analysed, Document, Kind};
use crate::text::{Label, Tag, inflect};

const THINGS: &str = include_str!("lists/things.tsv");

/// A noun of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thing {
    /// What it is written as, and other names of the same thing.
    pub names: Vec<&'static str>,
    /// Which nouns it is asked among.
    pub class: &'static str,
    /// Its near neighbours within the class.
    pub group: &'static str,
    /// 1 (everybody knows it) to 3.
    pub fame: u8,
}

/// A class of things.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// The noun behind *which*.
    pub noun: &'static str,
    /// Where it may be asked for: `verb:slot`, or `slot` for any verb.
    pub frames: Vec<(Option<&'static str>, &'static str)>,
}

/// The list of things.
#[derive(Debug)]
pub struct Things {
    all: Vec<Thing>,
    classes: BTreeMap<&'static str, Class>,
    nouns: HashMap<&'static str, Vec<usize>>,
}

/// A thing as a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// Its place in the list.
    pub index: usize,
    /// Whether it stands in the plural.
    pub plural: bool,
}

impl Things {
    /// The list, read on first use.
    pub fn shared() -> &'static Self {
        static LIST: OnceLock<Things> = OnceLock::new();
        LIST.get_or_init(Self::read)
    }

    fn read() -> Self {
        let mut list = Self {
            all: Vec::new(),
            classes: BTreeMap::new(),
            nouns: HashMap::new(),
        };
        for line in THINGS.lines() {
            let fields: Vec<&'static str> = line.split('\t').collect();
            match fields.as_slice() {
                [class, noun, frames] if class.starts_with('=') => {
                    let frames = frames
                        .split(' ')
                        .map(|frame| match frame.split_once(':') {
                            Some((verb, slot)) => (Some(verb), slot),
                            None => (None, frame),
                        })
                        .collect();
                    let class = class.trim_start_matches('=');
                    list.classes.insert(class, Class { noun, frames });
                }
                [class, group, fame, members] => {
                    for member in members.split(", ") {
                        let names: Vec<&str> = member.split('/').collect();
                        for &name in &names {
                            list.nouns.entry(name).or_default().push(list.all.len());
                        }
                        list.all.push(Thing {
                            names,
                            class,
                            group,
                            fame: fame.parse().unwrap_or(3),
                        });
                    }
                }
                _ => {}
            }
        }
        list
    }

    /// What a noun (singular) can be; several places where it is in several
    /// classes.
    pub fn known(&self, noun: &str) -> &[usize] {
        self.nouns.get(noun).map_or(&[], Vec::as_slice)
    }

    /// A thing by its place.
    pub fn thing(&self, index: usize) -> Option<&Thing> {
        self.all.get(index)
    }

    /// A class by its name.
    pub fn class(&self, class: &str) -> Option<&Class> {
        self.classes.get(class)
    }

    /// All things of a class.
    pub fn of_class<'s>(&'s self, class: &'s str) -> impl Iterator<Item = &'s Thing> + 's {
        self.all.iter().filter(move |t| t.class == class)
    }

    /// Whether the class is asked for in this frame. In the slot `class` the
    /// verb stands for the class itself, in `is` for the noun that the thing is
    /// said to be: *the main crop is maize*.
    fn fits(&self, thing: &Thing, verb: &str, slot: &str) -> bool {
        self.class(thing.class).is_some_and(|class| match slot {
            "class" => thing.class == verb,
            "is" => {
                let eaten = matches!(verb, "food" | "prey" | "diet")
                    && matches!(
                        thing.class,
                        "insect" | "animal" | "fish" | "bird" | "crustacean" | "invertebrate"
                    );
                eaten || class.noun == verb || class.noun.ends_with(&format!(" {verb}"))
            }
            _ => class
                .frames
                .iter()
                .any(|&(v, s)| s == slot && v.is_none_or(|v| v == verb)),
        })
    }
}

/// Adjectives that change nothing about what something is.
const PLAIN: [&str; 31] = [
    "severe",
    "acute",
    "chronic",
    "serious",
    "large",
    "small",
    "young",
    "fatal",
    "wild",
    "single",
    "simple",
    "heavy",
    "advanced",
    "old",
    "right",
    "left",
    "upper",
    "lower",
    "live",
    "traditional",
    "modern",
    "raw",
    "fresh",
    "dried",
    "legitimate",
    "white",
    "painted",
    "solid",
    "pure",
    "polished",
    "local",
];

/// Adverbs that say that one thing is the chief one.
pub const CHIEFLY: [&str; 10] = [
    "mainly",
    "primarily",
    "chiefly",
    "mostly",
    "principally",
    "predominantly",
    "predominately",
    "largely",
    "exclusively",
    "almost",
];

/// The thing that a noun phrase names, asked for in the frame of `verb` and
/// `slot` (a preposition, `obj`, `pred`), if it is exactly one and nothing in
/// the phrase makes it another.
pub fn value(
    document: &Document<'_>,
    sentence: &Analysed,
    head: usize,
    verb: &str,
    slot: &str,
) -> Option<Value> {
    let text = document.text();
    let parse = &sentence.parse;
    let word = parse.words.get(head)?;
    let colour = slot == "pred" && word.tag.is_adjective();
    if !word.tag.is_noun() && !colour {
        return None;
    }
    // *Mercury died in 1991*: a name that is somebody's.
    let named = sentence
        .entities
        .get(head)
        .copied()
        .flatten()
        .and_then(|id| document.entity(id))
        .is_some_and(|e| !matches!(e.kind, None | Some(Kind::Thing | Kind::Species)));
    if named {
        return None;
    }
    let list = Things::shared();
    let plural = is_plural(word.tag);
    let written = |first: usize| {
        let words: Vec<String> = (first..=head)
            .map(|at| {
                let form = parse.form(text, at);
                let keeps = parse.tag(at).is_some_and(Tag::is_proper);
                match (at == head && plural, keeps) {
                    (true, _) => inflect::singular(form).unwrap_or_else(|| form.to_owned()),
                    (_, true) => form.to_owned(),
                    _ => form.to_lowercase(),
                }
            })
            .collect();
        words.join(" ")
    };
    let (first, found) = (head.saturating_sub(2)..=head)
        .filter(|&first| (first..head).all(|at| parse.is_within(at, head)))
        .find_map(|first| {
            let mut found = list.known(&written(first));
            let shown = parse.span_of(first..=head).of(text);
            for form in [shown.to_owned(), shown.to_lowercase()] {
                if found.is_empty() {
                    found = list.known(&form);
                }
            }
            (!found.is_empty()).then_some((first, found))
        })?;
    let mut fitting = found
        .iter()
        .copied()
        .filter(|&at| list.thing(at).is_some_and(|t| list.fits(t, verb, slot)));
    let index = fitting.next()?;
    if fitting.next().is_some() {
        return None;
    }
    let thing = list.thing(index)?;
    if !stands_alone(text, sentence, head, first, thing) {
        return None;
    }
    let shown = if plural {
        parse.span_of(first..=head).of(text).to_owned()
    } else {
        written(first)
    };
    Some(Value {
        text: capital(&shown),
        sort: Sort::Thing(Key { index, plural }),
        first,
        last: head,
    })
}

/// Whether nothing in the phrase says which, how many or what else.
fn stands_alone(text: &str, sentence: &Analysed, head: usize, first: usize, thing: &Thing) -> bool {
    let parse = &sentence.parse;
    let personal = matches!(
        thing.class,
        "body part" | "relative" | "organ" | "instrument"
    );
    let known = personal
        || matches!(
            thing.class,
            "instrument"
                | "season"
                | "colour"
                | "direction"
                | "disease"
                | "currency"
                | "planet layer"
                | "medal"
                | "period"
        );
    // *an Orthodox priest* is a priest.
    let trade = thing.class == "occupation";
    parse.children(head).all(|child| {
        let form = parse.form(text, child).to_lowercase();
        if (first..head).contains(&child) {
            return true;
        }
        match parse.label(child) {
            Some(Label::Case | Label::Punct | Label::Cop) => true,
            // *cholera; he was bedridden for months*
            Some(Label::Parataxis | Label::Conj | Label::Dep)
                if child > head && parse.form(text, head + 1) == ";" =>
            {
                true
            }
            Some(Label::Det) => matches!(form.as_str(), "a" | "an") || known && form == "the",
            Some(Label::Appos) => parse.form(text, head + 1) == "(",
            Some(Label::NmodPoss) => personal && parse.tag(child) == Some(Tag::PRPS),
            Some(Label::Amod | Label::Compound) if trade => child < head,
            Some(Label::Amod) => PLAIN.contains(&form.as_str()) && child < head,
            Some(Label::Advmod) => CHIEFLY.contains(&form.as_str()) && child < head,
            Some(Label::AclRelcl | Label::Acl) => parse.form(text, head + 1) == "," && child > head,
            Some(Label::Nmod | Label::NmodUnmarked) => {
                child > head + 1 && trails(text, sentence, head, child)
            }
            Some(
                Label::Nsubj
                | Label::NsubjPass
                | Label::Aux
                | Label::Obl
                | Label::Advcl
                | Label::Mark,
            ) => parse.child(head, Label::Cop).is_some(),
            _ => false,
        }
    })
}

/// *physics at Graz*, *the piano in 1904*: what the parser hung on the noun
/// says when or where it all happened.
fn trails(text: &str, sentence: &Analysed, head: usize, child: usize) -> bool {
    let parse = &sentence.parse;
    let next = parse.form(text, head + 1).to_lowercase();
    let named = parse.words.get(child).is_some_and(|w| w.name);
    parse.subtree(child).0 == head + 1
        && (matches!(next.as_str(), "at" | "in" | "during" | "under" | "while")
            || next == "from" && named)
}

/// With a capital at the start.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map(|first| first.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_thing_has_its_class() {
        let list = Things::shared();
        for thing in &list.all {
            assert!(list.class(thing.class).is_some(), "{}", thing.class);
        }
        for (name, class) in &list.classes {
            assert!(!class.frames.is_empty(), "{name}");
            assert!(list.of_class(name).count() > 3, "{name}");
        }
    }

    #[test]
    fn no_noun_stands_twice_in_a_class() {
        let list = Things::shared();
        let sorted: std::collections::BTreeMap<_, _> = list.nouns.iter().collect();
        for (noun, places) in sorted {
            let mut classes: Vec<_> = places
                .iter()
                .filter_map(|&at| list.thing(at))
                .map(|t| t.class)
                .collect();
            let count = classes.len();
            classes.sort_unstable();
            classes.dedup();
            assert_eq!(classes.len(), count, "{noun}");
        }
    }

    #[test]
    fn a_frame_chooses_the_class() {
        let list = Things::shared();
        let fits = |noun: &str, verb: &str, slot: &str| {
            list.known(noun)
                .iter()
                .filter_map(|&at| list.thing(at))
                .any(|t| list.fits(t, verb, slot))
        };
        assert!(fits("cholera", "die", "of"));
        assert!(fits("draftsman", "work", "as"));
        assert!(!fits("draftsman", "marry", "obj"));
        assert!(fits("termite", "food", "is"));
    }
}
