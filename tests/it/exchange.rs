//! Files of our own in every format, and what becomes of them.

use std::fmt::Write as _;
use std::fs;

use quizwright::bank;
use quizwright::exchange::{self, Options};
use quizwright::item::Item;
use serde_json::{Map, Value};

const README: &str = include_str!("../../questions/README.md");
const SCHEMA: &str = include_str!("../../questions/schema.json");

/// The part of the README between a fence of a language and the next fence.
fn example(language: &str) -> &'static str {
    let fence = format!("```{language}\n");
    let (_, rest) = README.split_once(&fence).unwrap();
    rest.split_once("```").unwrap().0
}

/// Every file in `tests/it/exchange/`: the bank and the notices.
#[test]
fn files_of_every_format_become_these_banks() {
    insta::glob!("exchange/*.*", |path| {
        let bytes = fs::read(path).unwrap();
        let name = |part: Option<&std::ffi::OsStr>| part.unwrap().to_string_lossy().into_owned();
        let options = Options {
            name: name(path.file_stem()),
            ending: name(path.extension()),
            typed: false,
            ..Options::default()
        };
        let words = match exchange::import(&bytes, None, &options) {
            Err(refusal) => format!(
                "{}:{}: {refusal}\nhint: {}\n",
                refusal.line, refusal.column, refusal.hint
            ),
            Ok(import) => {
                let mut words = format!("{}, {} questions\n", import.format, import.questions);
                for notice in &import.notices {
                    let _ = writeln!(words, "{notice}");
                }
                words + &import.bank.to_json()
            }
        };
        insta::assert_snapshot!(words);
    });
}

#[test]
fn one_bank_in_every_format_and_what_each_loses() {
    let bank = bank::read(example("json").as_bytes()).unwrap();
    for format in exchange::ALL {
        let export = exchange::export(&bank, format);
        let mut words = export.text;
        words += "\n--- not carried ---\n";
        for loss in &export.losses {
            let _ = writeln!(words, "{} ({})", loss.what, loss.questions);
        }
        insta::assert_snapshot!(format!("export-{}", format.name()), words);
    }
}

#[test]
fn the_readme_shows_the_same_bank_in_markdown_and_in_json() {
    let json = bank::read(example("json").as_bytes()).unwrap();
    let markdown =
        exchange::import(example("markdown").as_bytes(), None, &Options::default()).unwrap();
    assert_eq!((markdown.format, markdown.notices.len()), ("markdown", 0));
    let ids = |bank: &bank::Bank| bank.items.iter().map(Item::id).collect::<Vec<_>>();
    assert_eq!(ids(&json), ids(&markdown.bank));
    assert_eq!(bank::check(example("json").as_bytes()), []);
}

/// The names of the properties at a place of the schema.
fn properties(pointer: &str) -> Vec<String> {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    let object = schema.pointer(pointer).and_then(Value::as_object).unwrap();
    object.keys().cloned().collect()
}

#[test]
fn the_schema_names_exactly_the_fields_that_the_types_write() {
    let full = r#"{"$schema": "s", "format": 1, "title": "T", "language": "en", "license": "L", "attribution": "A", "items": []}"#;
    let bank: Map<String, Value> =
        serde_json::from_str(&bank::read(full.as_bytes()).unwrap().to_json()).unwrap();
    assert_eq!(
        bank.keys().cloned().collect::<Vec<_>>(),
        properties("/properties")
    );
    let draft: quizwright::item::Draft = serde_json::from_str(
        r#"{"stem": "S", "key": "k", "keys": ["x", "y"], "distractors": ["d"], "accepted": [], "category": "c",
            "difficulty": "easy", "explanation": "e", "hint": "h",
            "source": {"title": "t", "section": "s", "quote": "q", "url": "u"}, "tags": ["t"]}"#,
    )
    .unwrap();
    assert!(draft.extra.is_empty());
    let value = serde_json::to_value(&draft).unwrap();
    let keys = |value: &Value| {
        value
            .as_object()
            .unwrap()
            .keys()
            .cloned()
            .collect::<Vec<_>>()
    };
    assert_eq!(keys(&value), properties("/$defs/item/properties"));
    assert_eq!(
        keys(&value["source"]),
        properties("/$defs/item/properties/source/properties")
    );
}
