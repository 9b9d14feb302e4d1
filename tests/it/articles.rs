//! Articles of others, where somebody has them: not part of the repository.
//! `ARTICLES=/path/to/articles cargo test --release -- --ignored articles`

use std::collections::VecDeque;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;

use assert_cmd::Command;
use quizwright::bank;
use quizwright::item::Item;

/// Every article of a folder and those inside it; tables beside them are none.
fn articles(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(articles(&path));
        } else if path.extension().is_some_and(|e| e != "tsv") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// What generating says: the bank, or why there is none.
fn generated(path: &Path) -> Result<Vec<u8>, String> {
    let output = Command::cargo_bin("quizwright")
        .unwrap()
        .arg("generate")
        .arg(path)
        .output()
        .unwrap();
    if output.status.success() {
        Ok(output.stdout)
    } else {
        Err(String::from_utf8_lossy(&output.stderr).into_owned())
    }
}

/// What an article's layout leaves behind, if it is read badly.
fn leftover(text: &str) -> Option<&'static str> {
    const MARKUP: [&str; 20] = [
        "[[",
        "]]",
        "{{",
        "}}",
        "'''",
        "==",
        "<ref",
        "<br",
        "</",
        "&nbsp;",
        "&quot;",
        "&amp;",
        "&#",
        "ISBN",
        "http",
        "www.",
        "[edit]",
        "Retrieved ",
        "^ ",
        "-LRB-",
    ];
    if let Some(mark) = MARKUP.into_iter().find(|mark| text.contains(mark)) {
        return Some(mark);
    }
    // A reference mark: `[12]`, `[a]`.
    let inside = text.split('[').skip(1);
    let mut inside = inside.filter_map(|rest| Some(rest.split_once(']')?.0));
    if inside.any(|mark| mark.len() < 4 && mark.chars().all(char::is_alphanumeric)) {
        return Some("a reference mark");
    }
    // A line of a list of contents: `3.1 Early life`.
    let (number, title) = text.split_once(' ').unwrap_or((text, ""));
    let counted = number.contains('.')
        && number.split('.').all(|part| {
            !part.is_empty() && part.len() < 3 && part.bytes().all(|b| b.is_ascii_digit())
        });
    (counted && title.starts_with(char::is_uppercase)).then_some("a line of contents")
}

/// Every text of an item that the player sees.
fn texts(item: &Item) -> Vec<String> {
    let source = item.source().unwrap_or_default();
    let options = item.options().map(|(_, text)| text.to_owned());
    let mut texts: Vec<String> = options.collect();
    texts.push(item.stem().to_owned());
    texts.extend(item.category().map(str::to_owned));
    texts.extend(source.section);
    texts.extend(source.quote);
    texts
}

fn judge(path: &Path) -> Result<usize, String> {
    let first = match generated(path) {
        Ok(bank) => bank,
        // An infobox alone, say, makes no question; that has to be said.
        Err(words) if words.contains("no question") => return Ok(0),
        Err(words) => return Err(words),
    };
    if generated(path).as_ref() != Ok(&first) {
        return Err("a second run gives another bank".to_owned());
    }
    if let Some(problem) = bank::check(&first).first() {
        return Err(problem.to_string());
    }
    let bank = bank::read(&first).map_err(|error| error.to_string())?;
    for item in &bank.items {
        for text in texts(item) {
            if let Some(what) = leftover(&text) {
                return Err(format!("{what} in {text:?}"));
            }
        }
    }
    Ok(bank.items.len())
}

#[test]
#[ignore = "needs the articles of others"]
fn articles_of_every_layout_give_clean_banks_and_the_same_ones_again() {
    let folder = PathBuf::from(std::env::var_os("ARTICLES").unwrap());
    let all = articles(&folder);
    let count = all.len();
    let left = Mutex::new(VecDeque::from(all));
    let (faults, items) = (Mutex::new(Vec::new()), Mutex::new(0));
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                loop {
                    let Some(path) = left.lock().unwrap().pop_front() else {
                        return;
                    };
                    match judge(&path) {
                        Ok(made) => *items.lock().unwrap() += made,
                        Err(fault) => {
                            let fault = format!("{}: {fault}", path.display());
                            faults.lock().unwrap().push(fault);
                        }
                    }
                }
            });
        }
    });
    let (faults, items) = (faults.into_inner().unwrap(), items.into_inner().unwrap());
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(items > count, "{items} items of {count} articles");
}

#[test]
fn leftovers_are_seen() {
    for (text, seen) in [
        ("Who wrote [[Emma]]?", true),
        ("He left in 1815.[12]", true),
        ("3.1 Early life", true),
        ("3.5 million people", false),
        ("Who plays Jim Halpert in \"The Office\"?", false),
    ] {
        assert_eq!(leftover(text).is_some(), seen, "{text}");
    }
}
