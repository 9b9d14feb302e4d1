//! Slips of spelling: a word that no dictionary has, one letter from one that is
//! there.

use crate::fact::Document;
use crate::text::{Tag, inflect, lexicon, number};

/// *facillitate*: in no dictionary, one letter from a word that is, and nowhere
/// else in the article.
pub(super) fn is_misspelt(document: &Document<'_>, word: &str) -> bool {
    const LEAST: usize = 7;
    // The lexicon has no function words.
    const FUNCTION: [&str; 26] = [
        "against",
        "alongside",
        "although",
        "another",
        "because",
        "between",
        "despite",
        "everybody",
        "everyone",
        "everything",
        "herself",
        "himself",
        "nothing",
        "nowhere",
        "somebody",
        "someone",
        "something",
        "themselves",
        "through",
        "throughout",
        "towards",
        "underneath",
        "whatever",
        "whether",
        "without",
        "yourself",
    ];
    let word = word.trim_end_matches(',').trim_end_matches("'s");
    if word.len() < LEAST || !word.chars().all(|c| c.is_ascii_lowercase()) || is_word(word) {
        return false;
    }
    !FUNCTION.contains(&word)
        && number::cardinal(word).is_none()
        && slips(word).any(|other| is_word(&other))
        && document.text().matches(word).count() < 2
}

/// Whether the lexicon has a word, or the base of it.
fn is_word(word: &str) -> bool {
    let bases = [Tag::VBD, Tag::VBG, Tag::VBZ, Tag::NNS];
    lexicon::is_known(word)
        || bases
            .iter()
            .any(|&tag| lexicon::is_known(&inflect::lemma(word, tag)))
        || word.strip_suffix("ly").is_some_and(lexicon::is_known)
}

/// A word with one letter less, one more, or two of them in each other's place.
fn slips(word: &str) -> impl Iterator<Item = String> + '_ {
    let less = (0..word.len()).map(|at| {
        let (front, back) = word.split_at(at);
        format!("{front}{}", back.get(1..).unwrap_or_default())
    });
    let more = (1..word.len()).flat_map(move |at| {
        let (front, back) = word.split_at(at);
        ('a'..='z').map(move |letter| format!("{front}{letter}{back}"))
    });
    let moved = (0..word.len().saturating_sub(1)).map(|at| {
        let mut letters: Vec<char> = word.chars().collect();
        letters.swap(at, at + 1);
        letters.into_iter().collect()
    });
    less.chain(more).chain(moved)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_one_letter_from_a_word() {
        assert!(slips("facillitate").any(|w| w == "facilitate"));
        assert!(slips("restictions").any(|w| w == "restrictions"));
        assert!(is_word("facilitated") && !is_word("facillitated"));
    }
}
