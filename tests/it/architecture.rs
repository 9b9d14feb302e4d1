//! The floors: a module imports only from below, and the core is pure.

use std::fs;
use std::path::{Path, PathBuf};

/// Every module and its floor; modules on one floor do not import each other.
const FLOORS: &[(&str, u8)] = &[
    ("text", 0),
    ("article", 1),
    ("fact", 2),
    ("item", 3),
    ("generate", 4),
    ("bank", 4),
    ("play", 4),
    ("schedule", 4),
    ("history", 5),
    ("exchange", 5),
    ("library", 5),
    ("terminal", 6),
    ("cli", 7),
];

/// What no module of the floors 0 to 4 may name.
const IMPURE: &[&str] = &[
    "std::fs",
    "std::net",
    "std::process",
    "std::thread",
    "std::time",
    "std::env",
    "std::io::stdin",
    "std::io::stdout",
    "std::io::stderr",
    "Instant",
    "SystemTime",
    "ThreadRng",
    "SysRng",
    "ratatui",
    "dialoguer",
    "rusqlite",
    "signal_hook",
];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// The code of a file without its comments and without its tests.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let text = match text.find("#[cfg(test)]\nmod tests {") {
        Some(tests) => text[..tests].to_owned(),
        None => text,
    };
    text.lines()
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect::<Vec<_>>()
        .join("\n")
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The module a file belongs to, `None` for the crate's own files.
fn module(path: &Path) -> Option<String> {
    let inside = path.strip_prefix(src()).unwrap();
    let first = inside.components().next()?.as_os_str().to_str()?;
    let name = first.trim_end_matches(".rs");
    (!matches!(name, "lib" | "main")).then(|| name.to_owned())
}

fn floor(module: &str) -> Option<u8> {
    FLOORS
        .iter()
        .find(|(name, _)| *name == module)
        .map(|&(_, floor)| floor)
}

/// The modules that are named after `crate::`, in `use` trees as well.
fn imports(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        let mut names = String::new();
        if let Some(tree) = rest.strip_prefix('{') {
            let mut depth = 1;
            for c in tree.chars() {
                match c {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    c if depth == 1 => names.push(c),
                    _ => {}
                }
                if depth == 0 {
                    break;
                }
            }
        } else {
            names.push_str(rest.lines().next().unwrap_or_default());
            names = names.replace(',', " ");
        }
        found.extend(
            names
                .split(',')
                .map(|name| {
                    name.trim()
                        .chars()
                        .take_while(|c| c.is_alphanumeric() || *c == '_')
                        .collect::<String>()
                })
                .filter(|name| name.chars().next().is_some_and(char::is_lowercase)),
        );
    }
    found
}

#[test]
fn every_module_has_a_floor() {
    for path in sources(&src()) {
        if let Some(module) = module(&path) {
            assert!(floor(&module).is_some(), "{module} is on no floor");
        }
    }
}

#[test]
fn imports_go_only_downward() {
    let mut checked = 0;
    for path in sources(&src()) {
        let Some(own) = module(&path) else { continue };
        for other in imports(&code(&path)) {
            let Some(below) = floor(&other) else { continue };
            let own_floor = floor(&own).unwrap();
            assert!(
                other == own || below < own_floor,
                "{}: {own} (floor {own_floor}) imports {other} (floor {below})",
                path.display()
            );
            checked += 1;
        }
    }
    assert!(checked > 10, "the test reads the imports");
}

#[test]
fn the_core_names_no_clock_file_terminal_or_chance() {
    for path in sources(&src()) {
        let Some(own) = module(&path) else { continue };
        if floor(&own).is_none_or(|floor| floor > 4) {
            continue;
        }
        let code = code(&path);
        for name in IMPURE {
            assert!(
                !code.contains(name),
                "{} names {name}, but {own} is pure",
                path.display()
            );
        }
        assert!(
            own == "play" || !code.contains("rand::"),
            "{} draws; chance is for the deal alone",
            path.display()
        );
    }
}

#[test]
fn import_trees_are_read_whole() {
    let code = "use crate::{play::{a, b}, item};\nlet x = crate::text::y();\nuse crate::Setting;";
    assert_eq!(imports(code), ["play", "item", "text"]);
}
