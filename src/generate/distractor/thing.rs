//! Wrong options for a common noun: its neighbours in the list that the
//! article does not speak of.

use crate::fact::Document;
use crate::fact::thing::{Key, Thing, Things, capital};
use crate::generate::mix;
use crate::item::MAX_DISTRACTORS;
use crate::text::inflect;

/// Nouns that tell a person's sex.
const GENDERED: [&str; 11] = [
    "waitress",
    "governess",
    "maid",
    "nun",
    "midwife",
    "nanny",
    "monk",
    "salesman",
    "postman",
    "doorman",
    "fisherman",
];

/// Members of the key's class, its own group and fame first, none of which
/// the article mentions under any of its names.
pub(super) fn things(document: &Document<'_>, key: Key, sentence: usize) -> Vec<String> {
    let list = Things::shared();
    let Some(asked) = list.thing(key.index) else {
        return Vec::new();
    };
    let text = document.text();
    let closed = matches!(asked.class, "month" | "weekday" | "season");
    let said = spoken(match document.sentences.get(sentence) {
        Some(sentence) if closed => sentence.whole.of(text),
        _ => text,
    });
    let mut pool: Vec<&Thing> = list
        .of_class(asked.class)
        .filter(|t| *t != asked && !t.names.iter().any(|n| GENDERED.contains(n)))
        .filter(|t| !t.names.iter().any(|n| mentions(&said, n)))
        .filter(|t| !related(asked, t))
        .collect();
    pool.sort_by_key(|t| {
        let name = t.names.first().copied().unwrap_or_default();
        (
            t.group != asked.group,
            t.fame.abs_diff(asked.fame),
            mix(&document.article.title, name),
        )
    });
    let own = pool.iter().filter(|t| t.group == asked.group).count();
    if own >= super::MIN_DISTRACTORS {
        pool.retain(|t| t.group == asked.group);
    }
    pool.truncate(MAX_DISTRACTORS);
    pool.iter()
        .filter_map(|t| t.names.first())
        .map(|name| {
            capital(&if key.plural {
                inflect::plural(name)
            } else {
                (*name).to_owned()
            })
        })
        .collect()
}

/// Whether two things share a word: *anaemia* and *aplastic anaemia*.
fn related(a: &Thing, b: &Thing) -> bool {
    a.names.iter().any(|x| {
        b.names.iter().any(|y| {
            format!(" {x} ").contains(&format!(" {y} "))
                || format!(" {y} ").contains(&format!(" {x} "))
        })
    })
}

/// The words of a text in lower case, one space between and around them.
fn spoken(text: &str) -> String {
    let mut out = String::from(" ");
    for word in text
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .filter(|w| !w.is_empty())
    {
        out.push_str(&word.to_lowercase());
        out.push(' ');
    }
    out
}

fn mentions(said: &str, noun: &str) -> bool {
    let noun = noun.to_lowercase().replace('-', " ");
    said.contains(&format!(" {noun} ")) || said.contains(&format!(" {} ", inflect::plural(&noun)))
}
