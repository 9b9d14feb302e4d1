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

const DECK: &str = "# Birds\nLicence: CC0-1.0\n\n## Which bird cannot fly at all?\n- Swallow\n- Ostrich\n- Herring gull\nAnswer: 2\n\n## Which of these is no bird?\n- [x] Bat\n- [ ] Hen\n- [ ] Owl\n";

#[test]
fn a_deck_is_imported_listed_described_exported_and_removed() {
    let shell = Shell::new();
    shell.write("Our birds.md", DECK);
    shell
        .run(&["import", "Our birds.md"])
        .success()
        .stderr(contains("2 questions, 2 came in (markdown)").and(contains("our-birds")));
    shell
        .run(&["banks"])
        .success()
        .stdout(contains("our-birds").and(contains("Birds, 2 questions, CC0-1.0; installed")));
    shell
        .run(&["banks", "info", "our-birds"])
        .success()
        .stdout(contains("CC0-1.0").and(contains("Questions    2")));
    shell
        .run(&["import", "Our birds.md"])
        .code(1)
        .stderr(contains("--replace"));
    shell
        .run(&["import", "Our birds.md", "--replace"])
        .success();
    shell
        .run(&["export", "our-birds", "--to", "gift"])
        .success()
        .stdout(contains("=Ostrich"))
        .stderr(contains("2 of 2 questions written"));
    shell.run(&["banks", "remove", "our-birds"]).code(1);
    shell
        .run(&["banks", "remove", "our-birds", "--yes"])
        .success();
    shell
        .run(&["banks", "info", "our-birds"])
        .code(1)
        .stderr(contains("there is no bank called"));
}

#[test]
fn a_dry_run_shows_questions_and_writes_nothing() {
    let shell = Shell::new();
    shell.write("d.md", DECK);
    shell
        .run(&["import", "d.md", "--dry-run"])
        .success()
        .stdout(contains("right: Ostrich").and(contains("wrong: Swallow")));
    assert!(!shell.has("data"));
}

#[test]
fn a_name_for_an_import_cannot_leave_the_library() {
    let shell = Shell::new();
    shell.write("d.md", DECK);
    for name in ["../out", "/tmp/out", "a/b", ".."] {
        shell.run(&["import", "d.md", "--name", name]).code(1);
    }
    shell.write("...md", DECK);
    shell.run(&["import", "...md"]).success();
    assert!(shell.has("data/banks/birds.json") || shell.has("data/banks/md.json"));
}

#[test]
fn every_command_takes_a_deck_for_a_bank() {
    let shell = Shell::new();
    shell.write("d.md", DECK.replace("Answer: 2", "Answer: 9"));
    shell.run(&["check", "d.md"]).code(1).stdout(contains(
        "d.md:4:1: error[left-out]: the answer \"9\" is none of the options",
    ));
    shell
        .run(&["banks", "info", "d.md"])
        .success()
        .stdout(contains("Questions    1"));
}

#[test]
fn check_fix_mends_what_is_safe() {
    let shell = Shell::new();
    shell.write(
        "b.json",
        r#"{"format": 1, "title": "T", "items": [{"stem": "Which  one is red?", "key": "Ruby red", "distractors": ["Sky blue", "ruby  Red", "Sea green"]}]}"#,
    );
    shell.run(&["check", "b.json"]).code(1);
    shell
        .run(&["check", "b.json", "--fix"])
        .stderr(contains("mended spaces").and(contains("there twice")));
    let text = shell.read("b.json");
    assert!(text.contains("Which one is red?") && !text.contains("ruby"));
}

#[test]
fn an_item_is_deleted_by_the_beginning_of_its_id() {
    let shell = Shell::new();
    let added = shell.run(&ADD).success();
    let id = String::from_utf8_lossy(&added.get_output().stdout)
        .trim()
        .to_owned();
    shell
        .run(&["edit", "my-questions", "ffffffffffffffff", "--delete"])
        .code(1);
    shell
        .run(&["edit", "my-questions", &id[..6], "--delete"])
        .success();
    assert!(!shell.read(MINE).contains("Carbon"));
}

#[test]
fn two_adds_at_the_same_moment_lose_nothing() {
    let shell = Shell::new();
    std::thread::scope(|scope| {
        for n in 0..12 {
            let shell = &shell;
            scope.spawn(move || {
                let stem = format!("Is the number {n} of this test a number?");
                shell
                    .run(&["add", "--stem", &stem, "--key", "true"])
                    .success();
            });
        }
    });
    let bank = quizwright::bank::read(shell.read(MINE).as_bytes()).unwrap();
    assert_eq!(bank.items.len(), 12);
}

/// Kills an add or an import at two hundred moments of its life. Whatever was
/// confirmed is in the bank, and the bank is whole.
#[cfg(unix)]
#[test]
fn kill_9_at_any_moment_loses_nothing_that_was_confirmed() {
    use std::collections::BTreeSet;
    use std::process::{Command, Stdio};
    use std::time::Duration;

    let shell = Shell::new();
    shell.write("d.md", DECK);
    let data = shell.dir.path().join("data");
    let mut confirmed = BTreeSet::new();
    let mut killed = 0;
    for n in 0..200_u64 {
        let stem = format!("Is the number {n} of this test a number?");
        let import = ["import", "d.md", "--replace", "--name", "deck"];
        let add = ["add", "--stem", &stem, "--key", "true"];
        let arguments: &[&str] = if n % 4 == 3 { &import } else { &add };
        let mut child = Command::new(env!("CARGO_BIN_EXE_quizwright"))
            .args(arguments)
            .current_dir(shell.dir.path())
            .env("QUIZWRIGHT_DATA", &data)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // Not waiting for anything: the moment is the point.
        std::thread::sleep(Duration::from_micros(n * 97 % 12_000));
        child.kill().unwrap();
        let output = child.wait_with_output().unwrap();
        killed += usize::from(!output.status.success());
        if output.stdout.ends_with(b"\n") && n % 4 != 3 {
            confirmed.insert(String::from_utf8_lossy(&output.stdout).trim().to_owned());
        }
        for name in ["my-questions", "deck"] {
            let Ok(bytes) = fs::read(data.join(format!("banks/{name}.json"))) else {
                continue;
            };
            let bank = quizwright::bank::read(&bytes).unwrap();
            if name == "my-questions" {
                let ids: BTreeSet<_> = bank.items.iter().map(|i| i.id().to_string()).collect();
                assert!(confirmed.is_subset(&ids), "{n}");
            } else {
                assert_eq!(bank.items.len(), 2);
            }
        }
    }
    // Both happened: killed in time, and done before.
    assert!(killed > 20, "{killed}");
    shell.run(&ADD).success();
}

#[test]
fn nothing_that_a_hostile_bank_holds_reaches_the_terminal() {
    let shell = Shell::new();
    let evil = "\\u001b]52;c;ZXZpbA==\\u0007\\u001b[2J\\u202egpj\\u009b31m\\u0000";
    let item = format!(
        r#"{{"stem": "Which{evil} one?", "key": "a{evil}", "distractors": ["b{evil}"], "category": "c{evil}", "x{evil}": 1}}"#
    );
    let bank = |items: &str| {
        format!(
            r#"{{"format": 1, "title": "T{evil}", "license": "L{evil}", "attribution": "A{evil}", "items": [{items}]}}"#
        )
    };
    shell.write("evil.json", bank(&item));
    shell.write("broken.json", bank(&item.replace("\"key\"", "\"kex\"")));
    shell.write(
        "evil.md",
        DECK.replace("Swallow", "Swa\u{1b}[2Jllow\u{202e}"),
    );
    shell.run(&["banks", "install", "evil.json"]).success();
    for arguments in [
        &["check", "evil.json"][..],
        &["check", "broken.json"],
        &["check", "evil.md"],
        &["banks"],
        &["banks", "info", "evil.json"],
        &["banks", "browse", "evil.json"],
        &["banks", "info", "broken.json"],
        &["import", "evil.json", "--dry-run"],
        &["import", "evil.md", "--dry-run", "--all"],
        &["edit", "evil.json", "ffff", "--delete"],
        &["check", "no\u{1b}[2Jbank"],
        &[
            "add",
            "--bank",
            "broken.json",
            "--stem",
            "Is it wet?",
            "--key",
            "true",
        ],
    ] {
        let output = shell.command(arguments).output().unwrap();
        for bytes in [output.stdout, output.stderr] {
            let text = String::from_utf8(bytes).unwrap();
            let unsafe_one = text
                .chars()
                .find(|&c| c != '\n' && quizwright::text::safe::is_unsafe(c));
            assert_eq!(unsafe_one, None, "{arguments:?}\n{text}");
        }
    }
}

#[test]
fn several_articles_become_several_banks_and_one_that_fails_does_not_stop_the_others() {
    let shell = Shell::new();
    shell.write("film.txt", include_str!("../suite/box-film.txt"));
    shell.write("moon.txt", include_str!("../suite/box-moon.txt"));
    let articles = ["film.txt", "missing.txt", "moon.txt"];
    for jobs in ["1", "3"] {
        let mut arguments = vec!["generate", "--jobs", jobs, "-o"];
        let folder = format!("banks{jobs}");
        arguments.push(&folder);
        arguments.extend(articles);
        shell
            .run(&arguments)
            .code(1)
            .stdout("")
            .stderr(contains("cannot read missing.txt"));
    }
    for bank in ["film.json", "moon.json"] {
        let one = shell.read(&format!("banks1/{bank}"));
        assert_eq!(one, shell.read(&format!("banks3/{bank}")));
        assert!(one.contains("\"stem\""), "{bank}");
    }
}

#[test]
fn how_many_questions_were_written_where_is_said() {
    let shell = Shell::new();
    shell.write("film.txt", include_str!("../suite/box-film.txt"));
    shell
        .run(&["generate", "film.txt", "-o", "bank.json"])
        .success()
        .stdout("")
        .stderr(predicate::str::is_match(r"(?m)^\d+ questions in bank.json$").unwrap());
}

#[test]
fn items_one_a_line_are_json_each() {
    let shell = Shell::new();
    shell.write("film.txt", include_str!("../suite/box-film.txt"));
    shell.write("moon.txt", include_str!("../suite/box-moon.txt"));
    let out = shell
        .run(&["generate", "--format", "jsonl", "film.txt", "moon.txt"])
        .success()
        .get_output()
        .stdout
        .clone();
    let lines: Vec<serde_json::Value> = String::from_utf8(out)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert!(lines.len() > 8);
    assert!(
        lines
            .iter()
            .all(|item| item["stem"].is_string() && item["key"].is_string())
    );
}

#[test]
fn banks_that_would_meet_in_one_place_are_refused() {
    let shell = Shell::new();
    shell.write("film.txt", include_str!("../suite/box-film.txt"));
    shell
        .run(&["generate", "film.txt", "film.txt", "-o", "banks"])
        .code(2)
        .stderr(contains("two articles would be written to"));
    shell
        .run(&["generate", "film.txt", "film.txt"])
        .code(2)
        .stderr(contains("--format jsonl"));
}

#[test]
fn facts_are_told_in_words() {
    let shell = Shell::new();
    shell.write("film.txt", include_str!("../suite/box-film.txt"));
    shell
        .run(&["facts", "film.txt", "--parse"])
        .success()
        .stdout(contains("-> Marion Keele"))
        .stdout(contains("Some(").not())
        .stdout(contains("{ ").not());
}
