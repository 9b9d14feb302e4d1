//! The last touches to a written stem: what comes last, and what goes.

use super::MAX_WORDS;
use crate::fact::{Document, Kind, Names};
use crate::generate::boxed::is_plural;
use crate::text::{given_name, inflect, number};

/// A stem in the order in which one would say it.
pub(super) fn order(document: &Document<'_>, text: &str) -> String {
    let text = without_going_on(&text.replace(".\"", "\""));
    let text = text.replace(" for suspicion of ", " on suspicion of ");
    // A heart attack is no disease.
    let text = if text.contains(" die") {
        text.replace("f which disease ", "f what ")
    } else {
        text
    };
    let text = with_the(&text);
    let text = without_work_place(document, &without_manner(&text));
    let text = with_small_subject(document, date_last(&time_last(&text)));
    let text = made_up(&text).unwrap_or(text);
    let text = in_number(document, with_whole_title(document, text));
    with_small_the(document, &text)
}

/// *How many parishes make up Moor?* for *Of how many parishes does Moor
/// consist?*
fn made_up(text: &str) -> Option<String> {
    let rest = text
        .strip_prefix("of how many ")?
        .strip_suffix(" consist")?;
    let (noun, whole) = rest.split_once(" does ")?;
    (!whole.contains(" in ")).then(|| format!("how many {noun} make up {whole}"))
}

/// *receive the Moor Prize*, though its name begins with *The*: only works,
/// bands and papers keep the capital.
fn with_small_the(document: &Document<'_>, text: &str) -> String {
    let kept = |rest: &str| {
        document.names.entities.iter().any(|e| {
            let Some(name) = e.name.strip_prefix("The ") else {
                return false;
            };
            let own = e.quoted
                || e.kind
                    .is_none_or(|k| matches!(k, Kind::Work | Kind::Person))
                || e.noun.as_deref().is_some_and(|n| {
                    ["band", "group", "newspaper", "magazine", "album", "duo"]
                        .iter()
                        .any(|w| n.ends_with(w))
                });
            own && rest.starts_with(name)
        })
    };
    let known = |rest: &str| {
        document.names.entities.iter().any(|e| {
            let name = e.name.strip_prefix("The ").unwrap_or(&e.name);
            matches!(
                e.kind,
                Some(Kind::Event | Kind::Organisation | Kind::Place | Kind::Thing)
            ) && rest.starts_with(name)
        })
    };
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(" The ") {
        let (before, after) = rest.split_at(at);
        let name = after.get(5..).unwrap_or_default();
        // *publish The Amber Coast*
        let titled = [
            " as",
            " titled",
            " entitled",
            " called",
            " named",
            " publish",
            " write",
            " release",
            " direct",
            " compose",
            " edit",
            " book",
            " film",
            " album",
        ]
        .iter()
        .any(|word| before.ends_with(word));
        let inside = before.ends_with(|c: char| c.is_lowercase()) && !titled;
        out.push_str(before);
        out.push_str(if inside && known(name) && !kept(name) {
            " the "
        } else {
            " The "
        });
        rest = name;
    }
    out.push_str(rest);
    out
}

/// *the role of Orr*: who bears the title is named in full once.
fn with_whole_title(document: &Document<'_>, text: String) -> String {
    let title = &document.article.title;
    let called = |name: &str| {
        let forms = document.entity(Names::TITLE).map(|e| &e.forms);
        forms.is_some_and(|forms| forms.iter().any(|form| form == name))
    };
    let Some((first, last)) = title
        .split_once(' ')
        .filter(|(first, last)| called(last) || given_name(first).is_some())
    else {
        return text;
    };
    if text.contains(title.as_str()) || text.contains(first) {
        return text;
    }
    let mut done = false;
    let mut before = "";
    let mut words = text.split(' ').peekable();
    let mut whole: Vec<String> = Vec::new();
    while let Some(word) = words.next() {
        let bare = word.trim_end_matches(['?', ',']).trim_end_matches("'s");
        let alone = !before.ends_with('"') && !before.starts_with(char::is_uppercase);
        let clan = words
            .peek()
            .is_some_and(|next| matches!(*next, "family" | "estate"));
        before = word;
        whole.push(if bare == last && alone && !clan && !done {
            done = true;
            format!("{first} {word}")
        } else {
            word.to_owned()
        });
    }
    whole.join(" ")
}

/// *are Moorhens found*: a word, not a name.
fn with_small_subject(document: &Document<'_>, text: String) -> String {
    let written = &document.subject.written;
    let noun = written.strip_prefix("the ").unwrap_or(written);
    let small = noun.starts_with(char::is_lowercase) && !noun.contains(' ');
    if !small {
        return text;
    }
    let mut before = "";
    let words: Vec<String> = text
        .split(' ')
        .map(|word| {
            let bare = word.trim_end_matches(['?', ',']).trim_end_matches("'s");
            let one = bare.strip_suffix('s').unwrap_or(bare);
            let named = before.starts_with(char::is_uppercase) || before.is_empty();
            before = word;
            if !named && (one == capitalise(noun) || bare == capitalise(noun)) {
                word.to_lowercase()
            } else {
                word.to_owned()
            }
        })
        .collect();
    words.join(" ")
}

/// *at the Moor Polytechnic*: such names take an article.
fn with_the(text: &str) -> String {
    const NAMED: [&str; 4] = ["Polytechnic", "Observatory", "Conservatory", "Institute"];
    let words: Vec<&str> = text.split(' ').collect();
    let mut out: Vec<&str> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let capital = |w: &&&str| w.starts_with(char::is_uppercase);
        let name: Vec<&&str> = words.iter().skip(at).take_while(capital).collect();
        let before = at.checked_sub(1).and_then(|b| words.get(b)).copied();
        let bare = matches!(
            before,
            Some("at" | "from" | "of" | "to" | "in" | "by" | "join")
        );
        let named = name.len() > 1
            && name
                .iter()
                .skip(1)
                .any(|w| NAMED.contains(&w.trim_end_matches([',', '?'])))
            && !name.iter().any(|w| w.ends_with("'s"));
        if bare && named {
            out.push("the");
        }
        out.push(word);
    }
    out.join(" ")
}

/// *was the Moor Games held*: a title in the plural takes its verb along.
fn in_number(document: &Document<'_>, text: String) -> String {
    if !is_plural(document) {
        return text;
    }
    let title = &document.subject.written;
    let mut text = text;
    for (one, many) in [
        ("was", "were"),
        ("is", "are"),
        ("has", "have"),
        ("does", "do"),
    ] {
        text = text
            .replace(&format!("{title} {one} "), &format!("{title} {many} "))
            .replace(&format!(" {one} {title} "), &format!(" {many} {title} "));
    }
    text
}

/// With a capital at the start.
pub fn capitalise(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

/// A long stem without the name at its end: *a firm called Moor*.
pub(super) fn without_calling(text: &str, words: usize) -> String {
    [" called ", " named "]
        .iter()
        .filter(|_| words > MAX_WORDS)
        .filter_map(|verb| text.rsplit_once(verb))
        .find(|(_, name)| name.split(' ').all(|w| w.starts_with(char::is_uppercase)))
        .map_or_else(|| text.to_owned(), |(before, _)| before.to_owned())
}

/// *In 1946, in which city did she speak*: one phrase in front is enough.
fn date_last(text: &str) -> String {
    let fronted = ["in ", "In ", "on ", "On "]
        .iter()
        .any(|p| text.starts_with(p));
    let moved = text
        .split_once(", ")
        .filter(|_| fronted)
        .and_then(|(date, rest)| {
            let month = |word: &str| (1..=12).any(|m| number::month_name(m) == Some(word));
            let dated = date
                .split(' ')
                .skip(1)
                .all(|w| w.parse::<u16>().is_ok() || month(w));
            let (_, asked) = rest.split_once(' ')?;
            let asks = ["which ", "whom ", "what "]
                .iter()
                .any(|w| asked.starts_with(w));
            let open = [" that ", " who ", " where ", " when ", " to "]
                .iter()
                .any(|w| asked.contains(w));
            let told = asked.contains(|c: char| c.is_ascii_digit() || c == ',');
            let (preposition, date) = date.split_once(' ')?;
            let preposition = preposition.to_lowercase();
            (dated && asks && !open && !told).then(|| format!("{rest} {preposition} {date}"))
        });
    moved.unwrap_or_else(|| text.to_owned())
}

/// *How many games in 1995 did Ann win*: the year comes last.
fn time_last(text: &str) -> String {
    let moved = [" did ", " does ", " was ", " were ", " has ", " have "]
        .iter()
        .filter_map(|verb| text.split_once(verb).map(|(head, rest)| (head, verb, rest)))
        .min_by_key(|(head, ..)| head.len())
        .and_then(|(head, verb, rest)| {
            let (before, year) = head.rsplit_once(" in ")?;
            let is_year = year.len() == 4 && year.parse::<u16>().is_ok();
            let counts = before.to_lowercase().starts_with("how many ");
            let dated = rest.contains(|c: char| c.is_ascii_digit());
            (is_year && counts && !dated).then(|| format!("{before}{verb}{rest} in {year}"))
        });
    moved.unwrap_or_else(|| text.to_owned())
}

/// *... in the office* at the end where the work is *The Office*.
fn without_work_place(document: &Document<'_>, text: &str) -> String {
    document
        .subject
        .domain
        .as_deref()
        .filter(|d| d.starts_with("The "))
        .and_then(|d| text.strip_suffix(&format!(" in {}", d.to_lowercase())))
        .unwrap_or(text)
        .to_owned()
}

/// Without what the writer thinks of the deed: *optimistically*.
fn without_manner(text: &str) -> String {
    const MANNERS: [&str; 9] = [
        "optimistically",
        "famously",
        "notably",
        "promptly",
        "quickly",
        "immediately",
        "subsequently",
        "eventually",
        "finally",
    ];
    let words: Vec<&str> = text.split(' ').filter(|w| !MANNERS.contains(w)).collect();
    words.join(" ")
}

/// *went on to win*: *won*.
fn without_going_on(text: &str) -> String {
    let mut out = text.to_owned();
    for (phrase, form) in [
        (" went on to ", Some(inflect::Form::Past)),
        (" goes on to ", Some(inflect::Form::Third)),
        (" go on to ", None),
    ] {
        if let Some((before, after)) = text.split_once(phrase) {
            let (verb, rest) = after.split_once(' ').unwrap_or((after, ""));
            let verb = form.map_or_else(|| verb.to_owned(), |f| inflect::conjugate(verb, f));
            format!("{before} {verb} {rest}")
                .trim_end()
                .clone_into(&mut out);
        }
    }
    out
}
