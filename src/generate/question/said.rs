//! *Who described X as "..."?*: a short judgement in somebody's own words.

use super::{Question, capitalise};
use crate::fact::value::{Sort, Value};
use crate::fact::{Document, EntityId, Kind, Names};
use crate::generate::phrase::Reason;
use crate::text::Tag;

/// Verbs with what is judged as object, and whether *as* follows.
const JUDGING: [(&str, bool); 9] = [
    ("describe", true),
    ("characterize", true),
    ("characterise", true),
    ("call", false),
    ("dub", false),
    ("label", false),
    ("deem", false),
    ("praise", true),
    ("criticize", true),
];

/// The most words of a judgement.
const MOST_WORDS: usize = 12;

/// The questions that a sentence's short quotations can be turned into.
pub(super) fn questions(
    document: &Document<'_>,
    number: usize,
) -> Vec<Result<Question, (String, Reason)>> {
    let Some(sentence) = document.sentences.get(number).filter(|s| s.prose) else {
        return Vec::new();
    };
    (0..sentence.parse.words.len())
        .filter_map(|at| judged(document, number, at).or_else(|| judged_by(document, number, at)))
        .collect()
}

/// *the critic A described X as "..."*
fn judged(
    document: &Document<'_>,
    number: usize,
    verb: usize,
) -> Option<Result<Question, (String, Reason)>> {
    let text = document.text();
    let sentence = document.sentences.get(number)?;
    let parse = &sentence.parse;
    let word = parse.words.get(verb)?;
    let &(_, with_as) = JUDGING.iter().find(|(lemma, _)| *lemma == word.lemma)?;
    if !word.tag.is_past() {
        return None;
    }
    let mut speaker = verb.checked_sub(1)?;
    while parse.tag(speaker).is_some_and(Tag::is_adverb) {
        speaker = speaker.checked_sub(1)?;
    }
    let id = sentence.entities.get(speaker).copied().flatten()?;
    // *A and B called*
    let joined = speaker
        .checked_sub(1)
        .is_some_and(|b| parse.form(text, b) == "and" || parse.form(text, b) == "by");
    let object = (verb + 1..parse.words.len().min(verb + 4))
        .find_map(|at| sentence.entity(at).filter(|&o| o != id).map(|o| (o, at)));
    let (object, last) = object?;
    let plain = (verb + 1..last).all(|at| parse.form(text, at).eq_ignore_ascii_case("the"));
    if joined || !plain {
        return None;
    }
    let end = parse.words.get(last)?.span.end;
    let rest = text.get(end..sentence.whole.end)?;
    let quote = quotation(rest, with_as)?;
    let finite = word.span.of(text).to_lowercase();
    Some(make(
        document,
        number,
        id,
        object,
        &finite,
        (speaker, speaker),
        with_as,
        &quote,
    ))
}

/// *X was described by A as "..."*
fn judged_by(
    document: &Document<'_>,
    number: usize,
    verb: usize,
) -> Option<Result<Question, (String, Reason)>> {
    let text = document.text();
    let sentence = document.sentences.get(number)?;
    let parse = &sentence.parse;
    let word = parse.words.get(verb)?;
    let &(_, with_as) = JUDGING.iter().find(|(lemma, _)| *lemma == word.lemma)?;
    let form = |at: usize| parse.form(text, at).to_lowercase();
    if word.tag != Tag::VBN || form(verb + 1) != "by" {
        return None;
    }
    let mut before = verb.checked_sub(1)?;
    let mut passive = false;
    while matches!(
        form(before).as_str(),
        "was" | "been" | "has" | "is" | "also" | "later"
    ) {
        passive = passive || matches!(form(before).as_str(), "was" | "been" | "is");
        before = before.checked_sub(1)?;
    }
    let object = sentence.entity(before).filter(|_| passive)?;
    let speaker = (verb + 2..parse.words.len().min(verb + 8))
        .take_while(|&at| !matches!(form(at).as_str(), "as" | "\"" | "“"))
        .last()?;
    let id = sentence.entities.get(speaker).copied().flatten()?;
    let rest = text.get(parse.words.get(speaker)?.span.end..sentence.whole.end)?;
    let quote = quotation(rest, with_as)?;
    let finite = word.span.of(text).to_lowercase();
    Some(make(
        document,
        number,
        id,
        object,
        &finite,
        (speaker, speaker),
        with_as,
        &quote,
    ))
}

/// The quotation that follows at once, with its article: *as "the greatest of
/// all"*, *a "fool"*.
fn quotation(rest: &str, with_as: bool) -> Option<String> {
    let mut rest = rest.trim_start();
    if with_as {
        rest = rest.strip_prefix("as ")?;
        rest = rest.strip_prefix("being ").unwrap_or(rest);
    }
    let mut article = "";
    for word in ["a ", "an ", "the ", "\u{201c}", "\""] {
        if word.len() > 1
            && word.ends_with(' ')
            && let Some(after) = rest.strip_prefix(word)
        {
            article = word;
            rest = after;
            break;
        }
    }
    let inner = rest.strip_prefix(['"', '“'])?;
    let (quote, after) = inner.split_once(['"', '”'])?;
    let quote = quote.trim_end_matches([',', '.', ';']).trim();
    let words = quote.split_whitespace().count();
    let closed = after.is_empty()
        || after.starts_with([',', '.', ';', ')'])
        || inner.len() > quote.len()
            && [" in ", " and ", " for "]
                .iter()
                .any(|w| after.starts_with(w));
    let whole = !quote.contains(['[', '…', '(', ';', '?', '!', ':']) && !quote.contains("...");
    let pointing = quote.split_whitespace().any(|w| {
        matches!(
            w.to_lowercase().as_str(),
            "this" | "that" | "i" | "my" | "we" | "our" | "these"
        )
    });
    (closed && whole && !pointing && (2..=MOST_WORDS).contains(&words) && !quote.contains(". "))
        .then(|| format!("{article}\"{quote}\""))
}

#[expect(clippy::too_many_arguments, reason = "one caller each way")]
fn make(
    document: &Document<'_>,
    number: usize,
    speaker: EntityId,
    object: EntityId,
    verb: &str,
    (first, last): (usize, usize),
    with_as: bool,
    quote: &str,
) -> Result<Question, (String, Reason)> {
    let Some((who, what)) = document.entity(speaker).zip(document.entity(object)) else {
        return Err((String::new(), "no such entity"));
    };
    let fail = |reason| Err((who.name.clone(), reason));
    let noun = match who.kind {
        Some(Kind::Person) if who.name.contains(' ') => None,
        Some(Kind::Organisation | Kind::Work) => match who.noun.clone() {
            Some(noun) => Some(noun),
            None => return fail("nothing says what kind of name"),
        },
        _ => return fail("the kind of the key is unknown"),
    };
    if speaker == Names::TITLE {
        return fail("too little to tell the subject of the article");
    }
    let title = object == Names::TITLE;
    let named = title || what.name.contains(' ') || what.quoted;
    if !named || quote.contains(who.short_name().as_str()) {
        return fail("the stem names neither the subject nor its work");
    }
    let judged = if title {
        document.subject.written.clone()
    } else {
        what.written()
    };
    let word = noun
        .as_ref()
        .map_or("who".to_owned(), |n| format!("which {n}"));
    let link = if with_as { " as" } else { "" };
    let stem = format!("{} {verb} {judged}{link} {quote}?", capitalise(&word));
    Ok(Question {
        stem,
        key: Value {
            text: who.written(),
            sort: Sort::Name(speaker),
            first,
            last,
        },
        named: vec![object],
        sentence: number,
        predicate: "describe".to_owned(),
        noun,
        of_subject: true,
        nested: false,
    })
}

#[cfg(test)]
mod tests {
    use crate::article;
    use crate::fact::Document;

    /// What is asked of the sentences of a life, and the keys.
    fn asked(sentences: &str) -> Vec<String> {
        let text = format!(
            "= Marta Berg =\n\nMarta Berg (4 May 1901 – 3 June 1980) was a Norwegian painter.\n\n\
             == Life ==\n\n{sentences}\n"
        );
        let (article, _) = article::read(&text, None);
        let document = Document::read(&article);
        (0..document.sentences.len())
            .flat_map(|number| super::questions(&document, number))
            .filter_map(Result::ok)
            .map(|q| format!("{} {}", q.stem, q.key.text))
            .collect()
    }

    #[test]
    fn a_short_judgement_asks_for_its_author() {
        let asked = asked(
            "The critic Emil Strand described Marta Berg as \"the last of the great colourists\".",
        );
        let who = "Who described Marta Berg as \"the last of the great colourists\"? Emil Strand";
        assert_eq!(asked, [who]);
    }
}
