//! The banks that ship are sound, and read back as they were written.

use std::fs;

use quizwright::bank;

/// The banks in `questions/`, each with its text.
fn shipped() -> Vec<(String, String)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/questions");
    let mut banks: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "json"))
        .filter(|path| path.file_stem().is_some_and(|stem| stem != "schema"))
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            (path.display().to_string(), text)
        })
        .collect();
    banks.sort();
    assert!(!banks.is_empty());
    banks
}

#[test]
fn every_shipped_bank_is_read_and_has_no_problem() {
    for (path, text) in shipped() {
        let problems = bank::check(text.as_bytes());
        let words: Vec<_> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(words, [""; 0], "{path}");
    }
}

#[test]
fn a_bank_written_again_reads_the_same_and_settles() {
    for (path, text) in shipped() {
        let bank = bank::read(text.as_bytes()).unwrap();
        let written = bank.to_json();
        let again = bank::read(written.as_bytes()).unwrap();
        assert_eq!(again, bank, "{path}");
        assert_eq!(again.to_json(), written, "{path}");
    }
}

#[test]
fn writing_keeps_what_this_program_does_not_know_and_puts_the_schema_first() {
    let text = r#"{
  "format": 1,
  "title": "T",
  "items": [
    {
      "stem": "Is it?",
      "key": true,
      "_note": "ask again",
      "colour": ["red", {"deep": [1, 2]}]
    }
  ],
  "_todo": "more",
  "$schema": "./schema.json"
}"#;
    let bank = bank::read(text.as_bytes()).unwrap();
    assert_eq!(
        bank.to_json(),
        r#"{
  "$schema": "./schema.json",
  "format": 1,
  "title": "T",
  "items": [
    {
      "stem": "Is it?",
      "key": true,
      "_note": "ask again",
      "colour": [
        "red",
        {
          "deep": [1, 2]
        }
      ]
    }
  ],
  "_todo": "more"
}
"#
    );
}
