//! Forms of words: to the dictionary form and back.

mod article;
mod irregular;
mod noun;
mod verb;

use super::Tag;

pub use article::article;
pub use noun::{plural, singular};
pub use verb::{Form, conjugate};

/// The dictionary form of a word with this tag. Names keep their form.
///
/// ```
/// use quizwright::text::{Tag, inflect::lemma};
/// assert_eq!(lemma("wrote", Tag::VBD), "write");
/// assert_eq!(lemma("Cities", Tag::NNS), "city");
/// assert_eq!(lemma("Paris", Tag::NNP), "Paris");
/// ```
pub fn lemma(word: &str, tag: Tag) -> String {
    if tag.is_proper() {
        return word.to_owned();
    }
    let lower = word.to_lowercase().replace('’', "'");
    match tag {
        Tag::NNS => noun::singular(&lower).unwrap_or(lower),
        Tag::MD => verb::modal(&lower).to_owned(),
        tag if tag.is_verb() => verb::base(&lower, tag),
        Tag::JJR | Tag::JJS | Tag::RBR | Tag::RBS => compared(&lower),
        Tag::RB if lower == "n't" => "not".to_owned(),
        _ => lower,
    }
}

/// The positive of a comparative or superlative.
fn compared(lower: &str) -> String {
    use super::lexicon::{Categories, categories};
    if let Some((_, base)) = irregular::COMPARED.iter().find(|(form, _)| *form == lower) {
        return (*base).to_owned();
    }
    let Some(stem) = lower
        .strip_suffix("er")
        .or_else(|| lower.strip_suffix("est"))
    else {
        return lower.to_owned();
    };
    let known = |word: &String| categories(word).any(Categories::ADJECTIVE.or(Categories::ADVERB));
    let candidates = [
        stem.strip_suffix('i').map(|stem| format!("{stem}y")),
        undoubled(stem).map(str::to_owned),
        Some(format!("{stem}e")),
        Some(stem.to_owned()),
    ];
    candidates
        .into_iter()
        .flatten()
        .rev()
        .find(known)
        .unwrap_or_else(|| lower.to_owned())
}

/// The stem without the doubled letter at its end.
fn undoubled(stem: &str) -> Option<&str> {
    let mut ends = stem.chars().rev();
    let (last, before) = (ends.next()?, ends.next()?);
    if last == before && !is_vowel(last) {
        stem.strip_suffix(last)
    } else {
        None
    }
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lemmas() {
        for (word, tag, expected) in [
            ("Running", Tag::VBG, "run"),
            ("lives", Tag::VBZ, "live"),
            ("lives", Tag::NNS, "life"),
            ("happier", Tag::JJR, "happy"),
            ("biggest", Tag::JJS, "big"),
            ("nicer", Tag::JJR, "nice"),
            ("best", Tag::JJS, "good"),
            ("n’t", Tag::RB, "not"),
            ("wo", Tag::MD, "will"),
            ("’s", Tag::VBZ, "be"),
            ("The", Tag::DT, "the"),
            ("Ann Lee", Tag::NNP, "Ann Lee"),
            ("", Tag::VBD, ""),
            ("s", Tag::VBZ, "s"),
        ] {
            assert_eq!(lemma(word, tag), expected, "{word} {tag}");
        }
    }
}
