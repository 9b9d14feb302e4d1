//! What a stem has lost or added, seen beside its sentence: a year, a role, the
//! second of a pair, a bound, the thing that came from the place.

use super::{Candidate, has_year};
use crate::fact::{Document, Kind, Names};
use crate::generate::distractor::plain;
use crate::text::lexicon;

/// The first difference between a stem with its key and the sentence that
/// makes the item doubtful.
pub(super) fn fault(document: &Document<'_>, candidate: &Candidate) -> Option<&'static str> {
    let stem = candidate.stem.trim_end_matches('?');
    if lost_year(document, candidate) {
        return Some("the event has lost its year");
    }
    if loses_span(document, candidate) {
        return Some("the years between which it happened are lost");
    }
    if loses_bound(document, candidate) {
        return Some("more than, which the stem does not say");
    }
    if lost_role(document, candidate) {
        return Some("the role in which it was done is lost");
    }
    if lost_there(document, candidate, stem) {
        return Some("there, and nothing says where");
    }
    if cuts_pair(document, candidate) {
        return Some("one of two that were named together");
    }
    if is_of_company(document, candidate) {
        return Some("what comes from the place is taken for the place");
    }
    if names_longer_work(document, candidate) {
        return Some("a longer title than the text has");
    }
    if shares_title(document, candidate) {
        return Some("a word of the title tells the key");
    }
    if sounds_like(candidate, stem) {
        return Some("the stem tells the key by another spelling");
    }
    if names_class(candidate) {
        return Some("the noun that is asked for stands in the key alone");
    }
    if lacks_class(candidate, stem) {
        return Some("a noun that the key does not bear");
    }
    let timed = document.subject.is_tale() || has_year(&candidate.key);
    if !timed && holds_also(document, candidate) {
        return Some("also, so that others are meant too");
    }
    bare_word(document, stem).then_some("a common word as a name")
}

/// *Orr built a tower there*: the stem must name the place.
fn lost_there(document: &Document<'_>, candidate: &Candidate, stem: &str) -> bool {
    let text = candidate.evidence.of(document.text());
    let there = [" there.", " there,", " there and ", " there in "];
    there.iter().any(|word| text.contains(word))
        && !stem.contains(document.article.title.as_str())
        && !document.subject.is_tale()
}

/// *After whom is the ampere named?* — *Ampère*
fn sounds_like(candidate: &Candidate, stem: &str) -> bool {
    let stem = plain(&stem.to_lowercase());
    let words: Vec<&str> = stem.split(|c: char| !c.is_alphanumeric()).collect();
    let holds = |name: &str| {
        !name.is_ascii()
            && plain(&name.to_lowercase())
                .split(|c: char| !c.is_alphanumeric())
                .any(|w| w.len() > 4 && words.contains(&w))
    };
    holds(&candidate.key) && !candidate.distractors.iter().any(|d| holds(d))
}

/// *At which temple was she born?* — *Moor*; an army that is a navy, an
/// association that is a firm.
fn lacks_class(candidate: &Candidate, stem: &str) -> bool {
    let key = candidate.key.to_lowercase();
    let bears = ["temple", "valley", "empire", "canyon", "army"]
        .iter()
        .any(|noun| stem.contains(&format!("hich {noun} ")) && !key.contains(noun));
    bears || stem.contains("hich association ") && candidate.verb() == "sign"
}

/// *at the 2012 Winter Youth Olympics*, where the key goes without the year.
fn lost_year(document: &Document<'_>, candidate: &Candidate) -> bool {
    let text = candidate.evidence.of(document.text());
    let key = candidate.key.trim_matches('"');
    let year = text
        .split_once(key)
        .and_then(|(before, _)| before.strip_suffix(' '))
        .and_then(|before| before.rsplit(' ').next())
        .filter(|word| word.len() == 4 && has_year(word));
    !has_year(key) && year.is_some_and(|year| !candidate.stem.contains(year))
}

/// *Between 1774 and 1800, Moor sent ...*
fn loses_span(document: &Document<'_>, candidate: &Candidate) -> bool {
    let text = candidate.evidence.of(document.text());
    let framed = ["Between ", "From "].iter().any(|f| {
        text.strip_prefix(f)
            .is_some_and(|rest| rest.get(..4).is_some_and(has_year))
    });
    framed && !has_year(&candidate.stem) && !has_year(&candidate.key)
}

/// *more than 400,000*, where the stem asks how many.
fn loses_bound(document: &Document<'_>, candidate: &Candidate) -> bool {
    let text = candidate.evidence.of(document.text()).to_lowercase();
    let key = candidate.key.to_lowercase();
    candidate.stem.contains("ow many ")
        && [
            "more than ",
            "over ",
            "at least ",
            "nearly ",
            "almost ",
            "up to ",
            "fewer than ",
            "less than ",
        ]
        .iter()
        .any(|bound| text.contains(&format!("{bound}{key}")) && !candidate.stem.contains(bound))
}

/// *Ann, as commander, was trained*: beside the commander others were.
fn lost_role(document: &Document<'_>, candidate: &Candidate) -> bool {
    let text = candidate.evidence.of(document.text());
    candidate.stem.starts_with("Who ") && text.contains(", as ") && !candidate.stem.contains(" as ")
}

/// *join guitarist Ann Lee*, where the text goes on *and drummer Bo Orr*.
fn cuts_pair(document: &Document<'_>, candidate: &Candidate) -> bool {
    let text = candidate.evidence.of(document.text());
    let stem = candidate.stem.trim_end_matches('?');
    let tail: Vec<&str> = stem.split(' ').collect();
    let Some([a, b]) = tail.last_chunk::<2>() else {
        return false;
    };
    let Some((_, rest)) = text.split_once(&format!("{a} {b} and ")) else {
        return false;
    };
    let words: Vec<&str> = rest.split(' ').collect();
    let capital = |w: &&&str| w.starts_with(char::is_uppercase);
    let skip = usize::from(
        words
            .first()
            .is_some_and(|w| w.starts_with(char::is_lowercase)),
    );
    let names = words.iter().skip(skip).take_while(capital).count();
    let verb = words.get(skip + names).is_some_and(|w| {
        let found = lexicon::categories(w);
        found.is_verb() && !found.is_noun()
    });
    let by = tail.len() > 2 && tail.get(tail.len() - 3) == Some(&"by");
    b.starts_with(char::is_uppercase) && names > 1 && !verb && !by
}

/// *A company from Moor, Fenland joined ...*: the company did, not the land.
fn is_of_company(document: &Document<'_>, candidate: &Candidate) -> bool {
    let text = candidate.evidence.of(document.text());
    let title = &document.article.title;
    if !candidate.stem.contains(&format!(" did {title} ")) {
        return false;
    }
    text.match_indices(&format!(", {title} ")).any(|(at, _)| {
        let before = text.get(..at).and_then(|t| t.rsplit(' ').next());
        before.is_some_and(|w| w.starts_with(char::is_uppercase))
    })
}

/// *Ann and Bo Forever* where the text speaks of *Ann and Bo*.
fn names_longer_work(document: &Document<'_>, candidate: &Candidate) -> bool {
    let text = candidate.evidence.of(document.text());
    let entities = document.names.entities.iter().enumerate();
    entities.skip(Names::TITLE + 1).any(|(_, entity)| {
        let name = entity.name.as_str();
        !matches!(entity.kind, Some(Kind::Person | Kind::Place))
            && candidate.stem.contains(name)
            && !text.contains(name)
            && name
                .rsplit_once(' ')
                .is_some_and(|(head, _)| head.contains(' ') && text.contains(head))
    })
}

/// *Moor Center*, asked for where the title is *Moor Building*: no option has
/// that word.
fn shares_title(document: &Document<'_>, candidate: &Candidate) -> bool {
    if document.subject.is_person || document.subject.is_fictional {
        return false;
    }
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|w| w.len() > 3 && w.starts_with(char::is_uppercase))
            .map(str::to_lowercase)
            .collect()
    };
    let person = document
        .names
        .named(&candidate.key)
        .and_then(|id| document.entity(id))
        .is_some_and(|e| e.kind == Some(Kind::Person));
    let title = words(&document.article.title);
    let own = words(&candidate.key);
    let alone = |word: &String| {
        title.contains(word)
            && !candidate
                .distractors
                .iter()
                .any(|d| words(d).contains(word))
    };
    !person && !candidate.key.starts_with('"') && own.iter().any(alone)
}

/// *At which valley did she camp?* — *Valley Ford*, beside names without it.
fn names_class(candidate: &Candidate) -> bool {
    let stem = candidate.stem.to_lowercase();
    let Some((_, asked)) = stem.split_once("which ") else {
        return false;
    };
    let Some(noun) = asked.split(' ').next().filter(|n| n.len() > 3) else {
        return false;
    };
    let holds = |name: &str| {
        name.to_lowercase()
            .split(|c: char| !c.is_alphanumeric())
            .any(|w| w == noun || noun == "town" && w.ends_with(noun))
    };
    holds(&candidate.key) && candidate.distractors.iter().filter(|d| holds(d)).count() < 2
}

/// *is also found in Moor*: there is more.
fn holds_also(document: &Document<'_>, candidate: &Candidate) -> bool {
    let text = candidate.evidence.of(document.text());
    ["found", "known", "used", "spoken", "seen", "present"]
        .iter()
        .any(|verb| text.contains(&format!(" also {verb} ")))
}

/// *To which building did Time move?*: a name that the text has as a word too.
fn bare_word(document: &Document<'_>, stem: &str) -> bool {
    const BEFORE: [&str; 10] = [
        "did", "does", "has", "was", "were", "by", "of", "from", "to", "for",
    ];
    let text = document.text();
    let entities = document.names.entities.iter().enumerate();
    entities.skip(Names::TITLE + 1).any(|(_, entity)| {
        let name = entity.name.as_str();
        let common = matches!(entity.kind, None | Some(Kind::Work | Kind::Organisation))
            && !entity.quoted
            && !name.contains(' ')
            && text.contains(&format!(" {} ", name.to_lowercase()));
        common
            && stem.split(' ').collect::<Vec<_>>().windows(3).any(|w| {
                matches!(w, [before, word, next] if BEFORE.contains(before)
                    && *word == name
                    && *next != "magazine"
                    && !next.starts_with(char::is_uppercase))
            })
    })
}
