//! Wrong options for a common noun: its neighbours in the list that the
//! article does not speak of.

use crate::fact::Document;
use crate::fact::thing::{Key, Thing, Things, capital};
use crate::generate::mix;
use crate::generate::question::Question;
use crate::item::MAX_DISTRACTORS;
use crate::text::inflect;

/// Words that only one thing of its class deserves.
const SUPREME: [&str; 5] = [
    " predominant ",
    " dominant ",
    " most popular ",
    " largest ",
    " most common ",
];

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
pub(super) fn things(document: &Document<'_>, key: Key, question: &Question) -> Vec<String> {
    let list = Things::shared();
    let Some(asked) = list.thing(key.index) else {
        return Vec::new();
    };
    let text = document.text();
    // Where one only can be right, others that the article knows tempt most.
    let stem = question.stem.to_lowercase();
    let closed = matches!(asked.class, "month" | "weekday" | "season")
        || stem.contains("what is") && SUPREME.iter().any(|word| stem.contains(word));
    let said = spoken(match document.sentences.get(question.sentence) {
        Some(sentence) if closed => sentence.whole.of(text),
        _ => text,
    });
    let mut pool: Vec<&Thing> = list
        .of_class(asked.class)
        .filter(|t| *t != asked && !t.names.iter().any(|n| GENDERED.contains(n)))
        .filter(|t| !t.names.iter().any(|n| mentions(&said, n)))
        .filter(|t| !related(asked, t))
        .collect();
    pool.sort_unstable_by_key(|t| {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_noun_is_found_in_its_plural_and_with_other_breaks() {
        let said = spoken("She kept goats, and a half-track of cast-iron.");
        assert!(mentions(&said, "goat"));
        assert!(mentions(&said, "cast iron"));
        assert!(!mentions(&said, "sheep"));
    }

    #[test]
    fn what_shares_a_word_is_related() {
        let list = Things::shared();
        let thing = |noun: &str| list.thing(list.known(noun)[0]).unwrap();
        assert!(related(thing("steel"), thing("stainless steel")));
        assert!(!related(thing("steel"), thing("bronze")));
    }
}
