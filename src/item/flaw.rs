//! The item-writing rules that a program can check.
//!
//! The same rules gate what the generator makes and lint what people write.
//! They follow the taxonomy of item-writing flaws of Haladyna, Downing and
//! Rodriguez (2002), as far as a program can see them.

use super::{Item, Part};
use crate::text::normal::option_form;

/// How bad a flaw is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Better otherwise.
    Warning,
    /// The item should not be played like this.
    Error,
}

/// One broken rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// The rule's name, in kebab case.
    pub rule: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Where to look.
    pub part: Part,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: &'static str,
}

/// The most words a stem should have.
pub const MAX_STEM_WORDS: usize = 26;

/// All flaws of an item, in the order of the rules.
pub fn find(item: &Item) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let view = View::new(item);
    for rule in RULES {
        rule(&view, &mut flaws);
    }
    flaws
}

/// What the rules look at.
struct View<'a> {
    stem: &'a str,
    lower: String,
    words: Vec<String>,
    /// Right options, each with its part.
    keys: Vec<(Part, &'a str)>,
    /// Wrong options, each with its part.
    wrong: Vec<(Part, &'a str)>,
}

impl<'a> View<'a> {
    fn new(item: &'a Item) -> Self {
        let stem = item.stem();
        let options: Vec<(Part, &str)> = item.options().collect();
        Self {
            stem,
            lower: stem.to_lowercase(),
            words: words(stem),
            keys: options
                .iter()
                .filter(|(p, _)| matches!(p, Part::Key | Part::Keys(_)))
                .copied()
                .collect(),
            wrong: options
                .iter()
                .filter(|(p, _)| matches!(p, Part::Distractor(_)))
                .copied()
                .collect(),
        }
    }

    fn says(&self, phrase: &str) -> bool {
        contains_words(&self.words, &words(phrase))
    }
}

type Rule = fn(&View<'_>, &mut Vec<Flaw>);

const RULES: &[Rule] = &[
    control_characters,
    markup,
    spaces_and_brackets,
    end_of_stem,
    long_stem,
    pointing_words,
    reading_words,
    negative_stem,
    question_word,
    key_in_stem,
    overlapping_options,
    catch_all_option,
    long_key,
    mixed_forms,
    few_distractors,
];

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '-' | '#' | '+' | '%'))
        .map(|w| w.trim_matches(['\'', '’', '-']).to_lowercase())
        .map(|w| {
            w.strip_suffix("'s")
                .or_else(|| w.strip_suffix("’s"))
                .map(str::to_owned)
                .unwrap_or(w)
        })
        .filter(|w| !w.is_empty())
        .collect()
}

fn contains_words(long: &[String], short: &[String]) -> bool {
    !short.is_empty() && long.windows(short.len()).any(|w| w == short)
}

fn push(
    flaws: &mut Vec<Flaw>,
    rule: &'static str,
    severity: Severity,
    part: Part,
    message: impl Into<String>,
    hint: &'static str,
) {
    flaws.push(Flaw {
        rule,
        severity,
        part,
        message: message.into(),
        hint,
    });
}

fn control_characters(view: &View<'_>, flaws: &mut Vec<Flaw>) {
    let all = std::iter::once((Part::Stem, view.stem))
        .chain(view.keys.iter().chain(&view.wrong).copied());
    for (part, text) in all {
        let bad = text.chars().find(|&c| {
            (c.is_control() && c != '\n')
                || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffd}')
        });
        if let Some(c) = bad {
            let message = format!(
                "the {part} holds the control character U+{:04X}",
                u32::from(c)
            );
            push(
                flaws,
                "control-character",
                Severity::Error,
                part,
                message,
                "delete it",
            );
        }
    }
}

fn markup(view: &View<'_>, flaws: &mut Vec<Flaw>) {
    const MARKUP: [&str; 14] = [
        "[[", "]]", "{{", "}}", "'''", "<ref", "<br", "<nowiki", "&nbsp;", "&quot;", "&amp;",
        "&#0", " ISBN ", "http://",
    ];
    let all = std::iter::once((Part::Stem, view.stem))
        .chain(view.keys.iter().chain(&view.wrong).copied());
    for (part, text) in all {
        if let Some(mark) = MARKUP.iter().find(|m| text.contains(**m)) {
            let message = format!("the {part} holds markup: {mark}");
            push(
                flaws,
                "markup",
                Severity::Error,
                part,
                message,
                "write plain text",
            );
        }
    }
}

fn spaces_and_brackets(view: &View<'_>, flaws: &mut Vec<Flaw>) {
    let all = std::iter::once((Part::Stem, view.stem))
        .chain(view.keys.iter().chain(&view.wrong).copied());
    for (part, text) in all {
        let stray = text != text.trim()
            || text.contains("  ")
            || [" ,", " .", " ?", " ;", "( ", " )"]
                .iter()
                .any(|s| text.contains(s) && !text.contains(" ..") && !text.contains("___"));
        if stray {
            push(
                flaws,
                "stray-space",
                Severity::Warning,
                part,
                format!("the {part} has a stray space"),
                "delete it",
            );
        }
        let count = |c: char| text.chars().filter(|&x| x == c).count();
        if count('(') != count(')') || count('"') % 2 == 1 || count('“') != count('”') {
            let message = format!("quotation marks or brackets of the {part} do not match");
            push(
                flaws,
                "unbalanced",
                Severity::Warning,
                part,
                message,
                "close what is open",
            );
        }
    }
}

fn end_of_stem(view: &View<'_>, flaws: &mut Vec<Flaw>) {
    let end = view.stem.trim_end_matches(['"', '”', '\'', '’', ')', ' ']);
    let completion = view.stem.contains("__") || end.ends_with(['…', ':']) || end.ends_with("...");
    let statement = view.keys.is_empty();
    if !end.ends_with(['?', '!', '.']) && !completion && !statement {
        push(
            flaws,
            "end-of-stem",
            Severity::Warning,
            Part::Stem,
            "the stem does not end as a question",
            "end it in a question mark, or mark the gap with ___",
        );
    }
}

fn long_stem(view: &View<'_>, flaws: &mut Vec<Flaw>) {
    let count = view.stem.split_whitespace().count();
    if count > MAX_STEM_WORDS {
        push(
            flaws,
            "long-stem",
            Severity::Warning,
            Part::Stem,
            format!(
                "the stem has {count} words; {MAX_STEM_WORDS} are the most one reads at a glance"
            ),
            "shorten it",
        );
    }
}

fn pointing_words(view: &View<'_>, flaws: &mut Vec<Flaw>) {
    const POINTING: [&str; 6] = [
        "the above",
        "the former",
        "the latter",
        "aforementioned",
        "as mentioned",
        "the following year",
    ];
    for phrase in POINTING {
        if view.says(phrase) && view.keys.len() < 2 {
            push(
                flaws,
                "pointing-word",
                Severity::Warning,
                Part::Stem,
                format!("\"{phrase}\" points at something the player does not see"),
                "say what is meant",
            );
        }
    }
    let first = view.words.first().map_or("", String::as_str);
    if matches!(
        first,
        "he" | "she" | "it" | "they" | "his" | "her" | "its" | "their"
    ) {
        push(
            flaws,
            "pointing-word",
            Severity::Warning,
            Part::Stem,
            format!("the stem begins with \"{first}\", and nobody knows who that is"),
            "name who or what is meant",
        );
    }
}

fn reading_words(view: &View<'_>, flaws: &mut Vec<Flaw>) {
    const READING: [&str; 7] = [
        "according to the article",
        "according to the text",
        "according to the passage",
        "in the passage",
        "in this article",
        "mentioned in the article",
        "the article says",
    ];
    for phrase in READING {
        if view.says(phrase) {
            push(
                flaws,
                "reading-test",
                Severity::Warning,
                Part::Stem,
                format!("\"{phrase}\" asks for reading, not for knowledge"),
                "ask for the fact itself",
            );
        }
    }
}

fn negative_stem(view: &View<'_>, flaws: &mut Vec<Flaw>) {
    let small = view.stem.split_whitespace().any(|w| w == "not");
    let asks =
        view.says("is not") || view.says("was not") || view.says("are not") || view.says("did not");
    if small && asks && view.says("which") {
        push(
            flaws,
            "small-not",
            Severity::Warning,
            Part::Stem,
            "a \"not\" in small letters is overlooked",
            "write NOT in capitals, or ask the positive question",
        );
    }
}

fn question_word(view: &View<'_>, flaws: &mut Vec<Flaw>) {
    let number = |t: &str| t.chars().any(|c| c.is_ascii_digit());
    for &(part, option) in view.keys.iter().chain(&view.wrong) {
        let wrong = if view.says("what year") || view.says("which year") {
            !number(option) && !view.lower.contains("which year of")
        } else if view.lower.starts_with("who ") || view.lower.starts_with("whom ") {
            option.chars().all(|c| c.is_ascii_digit())
        } else {
            false
        };
        if wrong {
            push(
                flaws,
                "question-word",
                Severity::Error,
                part,
                format!("the {part} \"{option}\" is no answer to the question word"),
                "change the question word or the option",
            );
        }
    }
}

fn key_in_stem(view: &View<'_>, flaws: &mut Vec<Flaw>) {
    if view.keys.len() > 1 {
        return;
    }
    for &(part, key) in &view.keys {
        let key_words = words(key);
        let telling = key_words
            .iter()
            .any(|w| w.chars().count() > 1 && !is_small(w));
        if telling && contains_words(&view.words, &key_words) {
            push(
                flaws,
                "key-in-stem",
                Severity::Error,
                part,
                format!("the stem gives the key away: \"{key}\""),
                "take it out of the stem",
            );
            continue;
        }
        // A telling word that only the key shares with the stem.
        let shared = key_words.iter().find(|w| {
            w.chars().count() > 3
                && !is_small(w)
                && view.words.contains(w)
                && !view.wrong.iter().any(|(_, d)| words(d).contains(w))
        });
        if let Some(word) = shared.filter(|_| !view.wrong.is_empty()) {
            push(
                flaws,
                "word-in-stem",
                Severity::Warning,
                part,
                format!("only the key shares the word \"{word}\" with the stem"),
                "reword one of them",
            );
        }
    }
}

fn is_small(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "of"
            | "in"
            | "on"
            | "at"
            | "and"
            | "or"
            | "to"
            | "for"
            | "by"
            | "with"
            | "from"
            | "his"
            | "her"
            | "its"
            | "who"
            | "what"
            | "which"
            | "that"
            | "this"
            | "they"
            | "both"
            | "true"
            | "false"
            | "yes"
            | "no"
    )
}

fn overlapping_options(view: &View<'_>, flaws: &mut Vec<Flaw>) {
    let all: Vec<(Part, Vec<String>)> = view
        .keys
        .iter()
        .chain(&view.wrong)
        .map(|&(p, t)| (p, words(t)))
        .collect();
    for (index, (_, a)) in all.iter().enumerate() {
        for (part, b) in all.iter().skip(index + 1) {
            let inside = a != b && (contains_words(a, b) || contains_words(b, a));
            let telling = a
                .iter()
                .chain(b)
                .any(|w| w.chars().any(char::is_alphabetic) && w.len() > 2);
            if inside
                && telling
                && a.len().abs_diff(b.len()) <= 2
                && a.len().min(b.len()) == 1
                && a.len().max(b.len()) <= 3
                && is_name(view, *part)
            {
                push(
                    flaws,
                    "overlapping-options",
                    Severity::Warning,
                    *part,
                    format!("the {part} is part of another option, or the other way round"),
                    "make the options exclude each other",
                );
            }
        }
    }
}

fn is_name(view: &View<'_>, part: Part) -> bool {
    view.keys
        .iter()
        .chain(&view.wrong)
        .any(|&(p, text)| p == part && text.chars().next().is_some_and(char::is_uppercase))
}

fn catch_all_option(view: &View<'_>, flaws: &mut Vec<Flaw>) {
    for &(part, option) in view.keys.iter().chain(&view.wrong) {
        let form = option_form(option);
        if matches!(
            form.trim_end_matches('.'),
            "all of the above"
                | "none of the above"
                | "all of these"
                | "none of these"
                | "both of the above"
        ) {
            push(
                flaws,
                "catch-all",
                Severity::Warning,
                part,
                format!("\"{option}\" tests logic, not knowledge"),
                "write a wrong option of its own",
            );
        }
    }
}

fn long_key(view: &View<'_>, flaws: &mut Vec<Flaw>) {
    let longest = view
        .wrong
        .iter()
        .map(|(_, d)| d.chars().count())
        .max()
        .unwrap_or(0);
    if let [(part, key)] = view.keys.as_slice() {
        let length = key.chars().count();
        if longest > 0 && length > 12 && length * 10 > longest * 14 {
            push(
                flaws,
                "long-key",
                Severity::Warning,
                *part,
                "the key is longer than every wrong option by 40 %",
                "make a wrong option as long, or shorten the key",
            );
        }
    }
}

/// What an option looks like: quotation marks, digits.
fn form(option: &str) -> (bool, bool) {
    (
        option.starts_with(['"', '“']),
        !option.is_empty()
            && option
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | ' ')),
    )
}

fn mixed_forms(view: &View<'_>, flaws: &mut Vec<Flaw>) {
    if let [(part, key)] = view.keys.as_slice()
        && view.wrong.len() > 1
        && view.wrong.iter().all(|(_, d)| form(d) != form(key))
    {
        push(
            flaws,
            "odd-key",
            Severity::Warning,
            *part,
            "the key looks different from all wrong options",
            "write all options in one form",
        );
    }
}

fn few_distractors(view: &View<'_>, flaws: &mut Vec<Flaw>) {
    if (1..3).contains(&view.wrong.len()) && view.keys.len() == 1 {
        push(
            flaws,
            "few-distractors",
            Severity::Warning,
            Part::Whole,
            format!("{} wrong options: guessing is easy", view.wrong.len()),
            "add wrong options until there are three",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::item::Draft;

    fn check(stem: &str, key: &str, wrong: &[&str], expect: &[&str]) {
        let item = Item::new(Draft::choice(stem, key, wrong.iter().copied())).unwrap();
        let rules: Vec<_> = find(&item).iter().map(|f| f.rule).collect();
        assert_eq!(rules, expect, "{stem}");
    }

    #[test]
    fn a_good_item_has_no_flaw() {
        check(
            "Which planet is closest to the Sun?",
            "Mercury",
            &["Venus", "Mars", "Earth"],
            &[],
        );
        check(
            "Which language did Stroustrup design?",
            "C++",
            &["C#", "D", "Go"],
            &[],
        );
    }

    #[test]
    fn each_rule_finds_its_flaw() {
        let w = &["Venus", "Mars", "Earth"][..];
        check("Which planet [[is]] it?", "Mercury", w, &["markup"]);
        check("Which planet is it ?", "Mercury", w, &["stray-space"]);
        check("Which \"planet is it?", "Mercury", w, &["unbalanced"]);
        check("Name the planet", "Mercury", w, &["end-of-stem"]);
        check(
            "He was born on which planet?",
            "Mercury",
            w,
            &["pointing-word"],
        );
        check(
            "Which planet, according to the article, is small?",
            "Mercury",
            w,
            &["reading-test"],
        );
        check(
            "Which of these is not a gas giant?",
            "Mercury",
            w,
            &["small-not"],
        );
        check(
            "In what year was it?",
            "Mercury",
            &["1900", "1901", "1902"],
            &["question-word", "odd-key"],
        );
        check(
            "Which planet is called Mercury?",
            "Mercury",
            w,
            &["key-in-stem"],
        );
        check(
            "Which university lies in Oslo?",
            "Oslo Metropolitan University",
            &[
                "University of Bergen",
                "University of Tromsø",
                "Nord University at Bodø",
            ],
            &["word-in-stem"],
        );
        check(
            "Who is it?",
            "Halpert",
            &["Jim Halpert", "Ann Lee", "Bo Dahl"],
            &["overlapping-options"],
        );
        check(
            "Which planet?",
            "Mercury",
            &["Venus", "Mars", "None of the above"],
            &["catch-all"],
        );
        check(
            "Which planet?",
            "The smallest of all planets",
            w,
            &["long-key"],
        );
        check("Which title?", "\"Emma\"", w, &["odd-key"]);
        check("Which planet?", "Mercury", &["Venus"], &["few-distractors"]);
        check("Which\u{1b} planet?", "Mercury", w, &["control-character"]);
        let long = "Which planet ".to_owned() + &"very ".repeat(25) + "near?";
        check(&long, "Mercury", w, &["long-stem"]);
    }
}
