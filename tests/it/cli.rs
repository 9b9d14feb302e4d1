//! The commands that handle banks, as a shell sees them.

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use predicates::prelude::*;
use predicates::str::contains;
use tempfile::TempDir;

/// The program with a data folder of its own.
struct Shell {
    dir: TempDir,
}

impl Shell {
    fn new() -> Self {
        Self {
            dir: tempfile::tempdir().unwrap(),
        }
    }

    fn run(&self, arguments: &[&str]) -> assert_cmd::assert::Assert {
        self.command(arguments).assert()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::cargo_bin("quizwright").unwrap();
        command
            .args(arguments)
            .current_dir(self.dir.path())
            .env("QUIZWRIGHT_DATA", self.dir.path().join("data"));
        command
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.dir.path().join(name), bytes).unwrap();
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.dir.path().join(name)).unwrap()
    }

    fn has(&self, name: &str) -> bool {
        Path::new(&self.dir.path().join(name)).exists()
    }
}

const ADD: [&str; 9] = [
    "add",
    "--stem",
    "Which gas do plants take in to make sugar?",
    "--key",
    "Carbon dioxide",
    "--distractor",
    "Nitrogen gas",
    "--distractor",
    "Helium gas",
];

const MINE: &str = "data/banks/my-questions.json";

#[test]
fn the_first_add_makes_a_bank_in_the_library_and_banks_lists_it() {
    let shell = Shell::new();
    shell
        .run(&ADD)
        .success()
        .stdout(predicate::str::is_match("^[0-9a-f]{16}\n$").unwrap());
    shell
        .run(&["banks"])
        .success()
        .stdout(contains("my-questions").and(contains("1 question;")));
    shell.run(&["check", "my-questions"]).success();
}

#[test]
fn add_takes_one_item_as_json_and_keeps_its_notes() {
    let shell = Shell::new();
    shell
        .command(&["add", "-", "--bank", "new/bank.json"])
        .write_stdin(r#"{"stem": "Is water wet?", "key": true, "_note": "ask again"}"#)
        .assert()
        .success();
    assert!(shell.read("new/bank.json").contains("ask again"));
}

#[test]
fn adding_the_same_question_twice_fails_and_changes_nothing() {
    let shell = Shell::new();
    shell.run(&ADD).success();
    let before = shell.read(MINE);
    shell.run(&ADD).code(1).stderr(contains("already"));
    assert_eq!(shell.read(MINE), before);
}

#[test]
fn adding_to_a_broken_bank_shows_what_is_broken_and_changes_nothing() {
    let shell = Shell::new();
    shell.write(
        "b.json",
        "{\"format\": 1,\n \"title\": \"T\",\n \"items\": [}",
    );
    let mut arguments = ADD.to_vec();
    arguments.extend(["--bank", "b.json"]);
    shell
        .run(&arguments)
        .code(1)
        .stderr(contains("b.json:3:12: error[syntax]"));
    assert!(shell.read("b.json").ends_with("[}"));
}

#[test]
fn a_bank_name_cannot_be_a_path_out_of_the_library_nor_a_built_in_bank() {
    let shell = Shell::new();
    for name in ["..", "-x", "jim-halpert"] {
        let mut arguments = ADD.to_vec();
        let flag = format!("--bank={name}");
        arguments.push(&flag);
        shell.run(&arguments).code(1).stderr(contains("error:"));
    }
    assert!(!shell.has("data"));
}

#[test]
fn an_incomplete_item_is_refused_with_everything_that_lacks() {
    Shell::new()
        .run(&["add", "--key", "Oxygen"])
        .code(1)
        .stderr(contains("the stem is empty").and(contains("no distractors")));
}

#[test]
fn each_broken_bank_is_an_error_with_place_and_hint() {
    let shell = Shell::new();
    let item =
        |fields: &str| format!("{{\"format\": 1, \"title\": \"T\",\n \"items\": [{{{fields}}}]}}");
    for (bytes, expect) in [
        (
            item(r#""stem": "S?", "distractors": ["b"]"#).into_bytes(),
            "x.json:2:21: error[no-key]",
        ),
        (
            item(r#""stem": "S?", "key": "a", "distractors": ["b", "B"]"#).into_bytes(),
            "x.json:2:60: error[duplicate-option]",
        ),
        (
            b"{\"format\": 1,\n\"title\": }".to_vec(),
            "x.json:2:10: error[syntax]",
        ),
        (
            b"{\"format\": 1,\n\"title\": \"\xFF\"}".to_vec(),
            "x.json:2:11: error[encoding]",
        ),
        (
            b"{\n \"format\": 9}".to_vec(),
            "x.json:2:12: error[unknown-version]",
        ),
        (b"".to_vec(), "x.json:1:1: error[syntax]: the file is empty"),
    ] {
        shell.write("x.json", &bytes);
        let shown = || contains(expect).and(contains("hint: "));
        shell.run(&["check", "x.json"]).code(1).stdout(shown());
        shell
            .run(&[
                "add",
                "--bank",
                "x.json",
                "--stem",
                "Is water wet?",
                "--key",
                "true",
            ])
            .code(1)
            .stderr(shown());
    }
}

#[test]
fn check_reports_in_json_what_it_reports_in_words() {
    let shell = Shell::new();
    shell.write("x.json", "{\"format\": 1, \"title\": 3,\n \"items\": 4}");
    let output = shell.run(&["check", "x.json", "--format", "json"]).code(1);
    let report: serde_json::Value = serde_json::from_slice(&output.get_output().stdout).unwrap();
    assert_eq!(report["errors"], 2);
    let first = &report["problems"][0];
    assert_eq!(
        (
            &first["file"],
            &first["line"],
            &first["column"],
            &first["rule"],
            &first["text"]
        ),
        (
            &"x.json".into(),
            &1.into(),
            &24.into(),
            &"wrong-type".into(),
            &"3".into()
        )
    );
}

#[test]
fn an_unknown_bank_comes_with_a_guess() {
    Shell::new()
        .run(&["check", "jim-halpart"])
        .code(1)
        .stderr(contains("did you mean jim-halpert?"));
}
