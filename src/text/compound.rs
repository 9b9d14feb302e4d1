//! Words with a hyphen, which the model never saw whole: what they are follows
//! from their last part and from the word after.

use super::Tag;
use super::lexicon::{Categories, categories};

/// The tag of word `index`, if it is a compound and its parts say what it is.
pub(crate) fn tag(forms: &[&str], index: usize) -> Option<Tag> {
    let word = *forms.get(index)?;
    let last = word.rsplit('-').next()?;
    let first = word.chars().next()?;
    if last.len() == word.len() || last.is_empty() || !word.contains(char::is_alphabetic) {
        return None;
    }
    let next = forms.get(index + 1).copied().unwrap_or("");
    let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let noun_next = categories(next).is_noun() || capital(next);
    if first.is_ascii_digit() {
        // 18-year-old boy, 80-foot wall
        return last.chars().all(char::is_alphabetic).then_some(Tag::JJ);
    }
    if !first.is_alphabetic() {
        return None;
    }
    let known = categories(word);
    if capital(word) && capital(last) && !categories(last).any(Categories::ADJECTIVE) {
        return Some(Tag::NNP);
    }
    if !known.is_empty() {
        return None;
    }
    let ends = categories(last);
    if noun_next || ends.any(Categories::VERB_PARTICIPLE) {
        Some(Tag::JJ)
    } else if ends.any(Categories::NOUN) && !ends.any(Categories::VERB_GERUND) && index > 0 {
        Some(Tag::NN)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compounds() {
        for (sentence, index, expected) in [
            ("an 18-year-old boy", 1, Some(Tag::JJ)),
            ("a season-three episode", 1, Some(Tag::JJ)),
            ("the Coca-Cola sign", 1, Some(Tag::NNP)),
            ("is London-based .", 1, Some(Tag::JJ)),
            ("a well-known man", 1, None),
            ("1952-1954", 0, None),
            ("a cat", 1, None),
            ("-", 0, None),
            ("a- -b", 0, None),
        ] {
            let forms: Vec<&str> = sentence.split(' ').collect();
            assert_eq!(tag(&forms, index), expected, "{sentence}");
        }
    }
}
