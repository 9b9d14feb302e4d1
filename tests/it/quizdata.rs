//! The files of others, where somebody has them: not part of the repository.
//! `QUIZDATA=/path/to/quizdata cargo test --release -- --ignored quizdata`

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use quizwright::exchange::{self, Import, Options, What};
use quizwright::item::{Interaction, Item};
use serde_json::Value;

fn folder() -> PathBuf {
    PathBuf::from(std::env::var_os("QUIZDATA").unwrap())
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    files
}

fn import(path: &Path) -> Import {
    let part = |part: Option<&std::ffi::OsStr>| {
        part.map(|p| p.to_string_lossy().into_owned())
            .unwrap_or_default()
    };
    let options = Options {
        name: part(path.file_stem()),
        ending: part(path.extension()),
        typed: false,
        ..Options::default()
    };
    exchange::import(&fs::read(path).unwrap(), None, &options)
        .unwrap_or_else(|refusal| panic!("{}: {refusal}", path.display()))
}

fn count(import: &Import, what: What) -> usize {
    import.notices.iter().filter(|n| n.what == what).count()
}

/// No text has an entity left, a replacement character or a control character.
fn assert_clean(path: &Path, items: &[Item]) {
    for item in items {
        let draft = item.draft();
        let key = item.key_text();
        let texts = [&draft.stem, &key].into_iter().chain(&draft.distractors);
        for text in texts {
            let entity = text.split('&').skip(1).any(|rest| {
                let name: String = rest
                    .chars()
                    .take_while(char::is_ascii_alphanumeric)
                    .collect();
                name.len() > 1 && rest.get(name.len()..).is_some_and(|r| r.starts_with(';'))
            });
            let broken =
                text.contains('\u{fffd}') || text.chars().any(|c| c.is_control() && c != '\n');
            assert!(!entity && !broken, "{}: {text:?}", path.display());
        }
    }
}

#[test]
#[ignore = "needs the files of others"]
fn quizdata_all_of_open_trivia_db_comes_in() {
    let folder = folder().join("opentdb");
    let all = import(&folder.join("opentdb.json"));
    assert_eq!(all.questions, 5250);
    assert_eq!(all.bank.items.len() + count(&all, What::Merged), 5250);
    assert_eq!(count(&all, What::Skipped), 0);
    for path in files(&folder) {
        if !path.ends_with("error-rate-limit.json") {
            let import = import(&path);
            assert_clean(&path, &import.bank.items);
            assert_eq!(count(&import, What::Skipped), 0, "{}", path.display());
        }
    }
}

#[test]
#[ignore = "needs the files of others"]
fn quizdata_every_question_of_opentriviaqa_comes_in() {
    let (mut questions, mut came, mut merged) = (0, 0, 0);
    for path in files(&folder().join("opentriviaqa/categories")) {
        let import = import(&path);
        let bytes = fs::read(&path).unwrap();
        let marks = bytes
            .split(|&b| b == b'\n')
            .filter(|line| line.starts_with(b"#Q"))
            .count();
        assert_eq!(import.questions, marks, "{}", path.display());
        assert_eq!(count(&import, What::Skipped), 0, "{}", path.display());
        assert_clean(&path, &import.bank.items);
        questions += import.questions;
        came += import.bank.items.len();
        merged += count(&import, What::Merged);
    }
    assert_eq!(questions, came + merged);
}

/// What a parse says there is, as kind and answers; `None` if it has no counterpart.
fn expected(question: &Value) -> Option<(&'static str, BTreeSet<String>)> {
    let choices = question["choices"].as_array();
    let weight = |choice: &Value| choice["weight"].as_f64();
    let text = |choice: &Value| flat(&choice["text"]["text"]);
    match question["type"].as_str()? {
        "TF" => Some(("truth", BTreeSet::from([question["isTrue"].to_string()]))),
        "MC" => {
            let full = |c: &&Value| c["isCorrect"] == true && weight(c).is_none_or(|w| w >= 100.0);
            let part = |c: &&Value| weight(c).is_some_and(|w| w > 0.0);
            let full: BTreeSet<_> = choices?.iter().filter(full).map(text).collect();
            let right = if full.is_empty() {
                choices?.iter().filter(part).map(text).collect()
            } else {
                full
            };
            Some((if right.len() > 1 { "several" } else { "choice" }, right))
        }
        "Short" => {
            let full = |c: &&Value| weight(c).is_none_or(|w| w >= 100.0);
            Some(("typed", choices?.iter().filter(full).map(text).collect()))
        }
        _ => None,
    }
}

/// A text without tags and with single spaces.
fn flat(value: &Value) -> String {
    let text = value.as_str().unwrap_or_default();
    let mut out = String::new();
    let mut inside = false;
    for c in text.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => out.push(c),
            _ => {}
        }
    }
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn found(item: &Item) -> (&'static str, BTreeSet<String>) {
    let one = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    match item.interaction() {
        Interaction::TrueFalse { key } => ("truth", BTreeSet::from([key.to_string()])),
        Interaction::Choice { key, .. } => ("choice", BTreeSet::from([one(key)])),
        Interaction::Entry { key, accepted } => (
            "typed",
            [key].into_iter().chain(accepted).map(one).collect(),
        ),
        Interaction::Several { keys, .. } => ("several", keys.into_iter().map(one).collect()),
    }
}

#[test]
#[ignore = "needs the files of others"]
fn quizdata_every_gift_case_is_what_its_json_says_or_is_skipped() {
    let gift = exchange::named("gift");
    let mut cases = 0;
    for path in files(&folder().join("gift")) {
        let json = path.with_extension("json");
        if path.extension().is_none_or(|e| e != "gift") || !json.exists() {
            continue;
        }
        let import =
            exchange::import(&fs::read(&path).unwrap(), gift, &Options::default()).unwrap();
        let said: Value = serde_json::from_str(&fs::read_to_string(&json).unwrap()).unwrap();
        let mut wanted: Vec<_> = said
            .as_array()
            .unwrap()
            .iter()
            .filter_map(expected)
            .collect();
        // A number without limits is typed; the parse calls it by another name.
        let numbers = import
            .bank
            .items
            .iter()
            .map(found)
            .filter(|f| !wanted.contains(f));
        let numbers: Vec<_> = numbers.collect();
        for (kind, answers) in &numbers {
            assert_eq!(*kind, "typed", "{}: {answers:?}", path.display());
            assert!(
                answers.iter().all(|a| a.parse::<f64>().is_ok()),
                "{}: {answers:?}",
                path.display()
            );
        }
        let items: Vec<_> = import.bank.items.iter().map(found).collect();
        wanted.retain(|w| !items.contains(w));
        let merged = count(&import, What::Merged);
        assert!(
            wanted.len() <= merged,
            "{}: {wanted:?} is not among {items:?}",
            path.display()
        );
        cases += 1;
    }
    assert!(cases >= 25, "{cases}");
}

#[test]
#[ignore = "needs the files of others"]
fn quizdata_every_fault_of_an_aiken_file_is_named_with_its_line() {
    let import = import(&folder().join("aiken/aiken_errors.txt"));
    let lines: Vec<_> = import.notices.iter().map(|n| n.line).collect();
    assert_eq!(lines, [1, 5, 7, 14]);
    assert_eq!(import.bank.items.len(), 2);
}

#[test]
#[ignore = "needs the files of others"]
fn quizdata_every_other_file_is_read() {
    for name in ["anki", "csv", "hascard", "moodle", "quizlet"] {
        for path in files(&folder().join(name)) {
            if path.file_name().is_some_and(|n| n != "LICENSE") {
                let import = import(&path);
                assert_clean(&path, &import.bank.items);
                let all = import.bank.items.len() + count(&import, What::Merged);
                assert!(
                    all <= import.questions && import.questions > 0,
                    "{}",
                    path.display()
                );
            }
        }
    }
}
