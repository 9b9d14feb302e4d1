//! What the article is about: its lead defines it, its box gives it away, its
//! title says so.

use crate::article::{Article, speaks_of_one};
use crate::fact::kind::Kind;
use crate::fact::lists::{Lists, kind_of_class};
use crate::fact::{Analysed, Subject};
use crate::text::{Label, Tag, given_name, inflect, lexicon};

/// Works that come in parts with titles of their own.
const SERIES: [&str; 12] = [
    "series",
    "sitcom",
    "programme",
    "program",
    "show",
    "television series",
    "television sitcom",
    "drama",
    "miniseries",
    "soap opera",
    "anime",
    "podcast",
];

/// Reads from lead and infobox what the article is about.
pub(in crate::fact) fn subject(article: &Article, sentences: &[Analysed]) -> Subject {
    let lists = Lists::shared();
    let text = article.text.as_str();
    let mut subject = Subject::default();
    let field = |names: &[&str]| {
        article
            .fields
            .iter()
            .find(|f| names.contains(&f.key.to_lowercase().as_str()))
    };
    let lead = sentences.first().and_then(|lead| {
        definition(text, lead).or_else(|| apposed(lead.whole.of(text), &article.title))
    });
    if let Some((head, phrase)) = lead {
        let words = phrase.to_lowercase();
        let figure = ["character", "superhero", "supervillain"].contains(&head.as_str());
        subject.is_fictional = words.contains("fictional") || figure || head == "villain";
        if figure || lists.role(&head).is_some() {
            subject.is_person = true;
            subject.kind = Some(Kind::Person);
        } else if let Some(noun) = lists.type_noun(&head) {
            subject.kind = Some(noun.kind);
        }
        subject.in_series = SERIES.contains(&head.as_str());
        // *a television programme*
        let broadcast = ["television", "radio"].iter().any(|m| words.contains(m));
        if subject.in_series && broadcast && !subject.is_fictional {
            subject.kind = Some(Kind::Work);
        }
        subject.nouns.push(head);
    }
    // *Biblical canon*, *database*: no title of a work is written small.
    let last = article.title.rsplit(' ').next().unwrap_or_default();
    let small = !article.title.contains(' ') || last.starts_with(char::is_lowercase);
    let work = subject.kind == Some(Kind::Work) && !subject.is_fictional;
    if work && small && article.fields.is_empty() && is_common(article) {
        subject.kind = Some(Kind::Thing);
        subject.in_series = false;
    }
    let has = |keys: &[&str]| field(keys).is_some();
    // *date_birth*, *Place of birth*
    let born = article.fields.iter().any(|f| {
        let key = f.key.to_lowercase();
        key == "born" || key.contains("birth") || key.contains("death")
    });
    if has(&[
        "portrayer",
        "creator",
        "first appearance",
        "alter ego",
        "first",
        "debut",
    ]) && has(&[
        "portrayer",
        "alter ego",
        "significant other",
        "family",
        "species",
        "portrayed by",
    ]) {
        subject.is_person = true;
        subject.is_fictional = true;
        subject.kind = Some(Kind::Person);
    }
    if subject.kind.is_none() {
        if born || has(&["occupation", "spouse"]) {
            subject.is_person = true;
            subject.kind = Some(Kind::Person);
        } else if has(&["binomial", "genus", "regnum", "familia"]) {
            subject.kind = Some(Kind::Species);
        } else if has(&[
            "founder",
            "founded",
            "industry",
            "key people",
            "headquarters",
        ]) {
            subject.kind = Some(Kind::Organisation);
        } else if has(&["capital", "population", "country", "area km", "coordinates"]) {
            subject.kind = Some(Kind::Place);
        }
    }
    if subject.kind.is_none() && !subject.is_fictional {
        from_wording(article, sentences, &mut subject);
    }
    // *List of Harbour Lights characters*
    let cast = article.title.strip_prefix("List of ");
    if let Some(work) = cast.and_then(|t| t.strip_suffix(" characters")) {
        subject.domain = Some(work.to_owned());
        subject.is_fictional = true;
    }
    subject.is_person |= subject.kind == Some(Kind::Person);
    if subject.is_person {
        subject.nouns.push("character".to_owned());
    }
    if let Some(series) = field(&["series", "franchise"]) {
        subject.domain = series.values.first().map(|v| v.text.of(text).to_owned());
        subject.in_series = true;
    }
    subject
}

/// Head noun and text of the apposition behind the title: *X, the second
/// spaceflight mission of Y, was ...*
fn apposed(lead: &str, title: &str) -> Option<(String, String)> {
    let rest = lead.strip_prefix(title)?.strip_prefix(", ")?;
    let rest = ["the ", "a ", "an "]
        .iter()
        .find_map(|the| rest.strip_prefix(the))?;
    let (phrase, _) = rest.split_once(',')?;
    let end = [
        " in ", " of ", " by ", " from ", " for ", " at ", " to ", " that ",
    ]
    .iter()
    .filter_map(|word| phrase.find(word))
    .min()
    .unwrap_or(phrase.len());
    let phrase = phrase.get(..end)?;
    let last = phrase.rsplit(' ').next()?;
    let known = |noun: &str| {
        Lists::shared().role(noun).is_some() || Lists::shared().type_noun(noun).is_some()
    };
    (phrase.split(' ').count() < 7 && known(last)).then(|| (last.to_owned(), phrase.to_owned()))
}

/// Head noun and text of what the first sentence says its subject is.
fn definition(text: &str, lead: &Analysed) -> Option<(String, String)> {
    let parse = &lead.parse;
    let cop = parse.words.iter().position(|w| w.label == Label::Cop)?;
    let head = parse.words.get(cop)?.head?;
    let word = parse.words.get(head)?;
    if !word.tag.is_noun() {
        return None;
    }
    // *one of the films* says *film*, *a species of lobster* says *species*.
    let mut noun = inflect::lemma(word.span.of(text), word.tag).to_lowercase();
    if matches!(noun.as_str(), "one" | "type" | "kind" | "form") {
        let inner = parse.child(head, Label::Nmod)?;
        noun = inflect::lemma(parse.form(text, inner), Tag::NNS).to_lowercase();
    }
    let (first, last) = parse.subtree(head);
    Some((noun, parse.text_of(text, first..=last).to_owned()))
}

/// What the wording of the lead and the title tell where the parse did not.
fn from_wording(article: &Article, sentences: &[Analysed], subject: &mut Subject) {
    let Some(lead) = sentences.first() else {
        return;
    };
    let lists = Lists::shared();
    let whole = lead.whole.of(&article.text);
    let title = article.title.as_str();
    if let [known] = lists.known(title)
        && !lists.is_ambiguous(title)
        && matches!(kind_of_class(known.class), Kind::Place | Kind::Person)
    {
        subject.kind = Some(kind_of_class(known.class));
        return;
    }
    // *desert*: what is written small is of no kind of names.
    if is_common(article) {
        return;
    }
    let first = title.split(' ').next().unwrap_or_default();
    if let Some(noun) = defined(&without_brackets(whole)) {
        let role = lists.role(&noun).is_some();
        let kind = match lists.type_noun(&noun) {
            _ if role => Some(Kind::Person)
                .filter(|_| given_name(first).is_some() && speaks_of_one(&article.text)),
            told => told.map(|n| n.kind),
        };
        if subject.kind.is_none() || subject.kind == kind {
            subject.kind = kind;
            subject.nouns.extend(kind.map(|_| noun));
        }
        if subject.kind.is_some() {
            return;
        }
    }
    // *Battle of Moor*, *Moor Dam*
    let words: Vec<&str> = article.title.split(' ').collect();
    let (Some(first), Some(last)) = (words.first(), words.last()) else {
        return;
    };
    let told = lists
        .suffix(&format!("^{first}"))
        .or_else(|| lists.suffix(last))
        .filter(|_| words.len() > 1);
    if let Some(told) = told.filter(|_| subject.kind.is_none()) {
        subject.kind = Some(told.kind);
        subject.nouns.push(told.noun.to_owned());
    }
}

/// Whether a title is a common noun: written small as often as not.
fn is_common(article: &Article) -> bool {
    let title = article.title.as_str();
    let small = title.to_lowercase();
    let count = |form: &str| article.text.matches(form).count();
    let last = title.rsplit(' ').next().unwrap_or(title);
    let end = title.contains(' ') && last.starts_with(char::is_lowercase);
    end && article.qualifier.is_none() || small != title && count(&small) >= count(title)
}

/// A text without what stands in parentheses.
fn without_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The noun with which a sentence defines its subject: the first behind *is*
/// or *was* that is a role or a type and ends its phrase.
fn defined(lead: &str) -> Option<String> {
    const REACH: usize = 18;
    const BREAKS: [&str; 32] = [
        "in",
        "of",
        "by",
        "from",
        "for",
        "at",
        "to",
        "that",
        "who",
        "which",
        "and",
        "or",
        "known",
        "based",
        "located",
        "situated",
        "born",
        "created",
        "made",
        "designed",
        "used",
        "on",
        "between",
        "with",
        "written",
        "during",
        "whose",
        "as",
        "set",
        "developed",
        "where",
        "near",
    ];
    let lists = Lists::shared();
    let words: Vec<&str> = lead.split(' ').collect();
    let be = words
        .iter()
        .position(|w| matches!(*w, "is" | "was" | "are" | "were"))?;
    let behind = words.get(be + 1..)?;
    // *is the 24th day*, *was founded*: a definition has an article.
    let article = behind
        .iter()
        .take(5)
        .position(|w| matches!(*w, "a" | "an" | "the" | "one"))?;
    let known = |noun: &str| lists.role(noun).is_some() || lists.type_noun(noun).is_some();
    for at in article + 1..behind.len().min(REACH) {
        let word = behind.get(at).copied().unwrap_or_default();
        let bare = word.trim_end_matches([',', '.', ';', ':']);
        let ends = bare.len() < word.len()
            || behind
                .get(at + 1)
                .is_none_or(|next| BREAKS.contains(next) || next.ends_with("ed"));
        // *a private, small university*
        let adjective = word.ends_with(',') && lexicon::categories(bare).is_adjective();
        if !ends || adjective || !bare.starts_with(char::is_lowercase) {
            continue;
        }
        let noun = inflect::lemma(bare, Tag::NNS).to_lowercase();
        if matches!(
            noun.as_str(),
            "one" | "type" | "kind" | "form" | "member" | "name" | "part" | "term"
        ) {
            continue;
        }
        let before = behind.get(at.wrapping_sub(1)).copied().unwrap_or_default();
        let double = format!("{before} {noun}");
        if known(&double) {
            return Some(double);
        }
        if known(&noun) {
            return Some(noun);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lead_defines_its_subject() {
        let noun = |lead: &str| defined(&without_brackets(lead));
        assert_eq!(
            noun("Ada Moor (1900 – 1980) was one of the most prominent and influential architects of the century.").as_deref(),
            Some("architect")
        );
        assert_eq!(
            noun("Moor College is a private, unaccredited, small university located in Fen.")
                .as_deref(),
            Some("university")
        );
        assert_eq!(
            noun("The Moor Tigers are a Fen League team based in Moor.").as_deref(),
            Some("team")
        );
        assert_eq!(noun("The War of Moor was fought in small ships."), None);
    }
}
