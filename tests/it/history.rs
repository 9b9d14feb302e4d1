//! What the program remembers, over several runs in one folder.
#![cfg(unix)]

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use assert_cmd::Command;
use predicates::prelude::*;
use predicates::str::contains;
use tempfile::TempDir;

use crate::tty::{CTRL_C, DOWN, ENTER, Tty, bank};

/// The program in lines, with a folder of its own.
struct Lines {
    folder: TempDir,
}

impl Lines {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let banks = folder.path().join("data/banks");
        fs::create_dir_all(&banks).unwrap();
        fs::write(banks.join("mine.json"), bank()).unwrap();
        Self { folder }
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn history(&self) -> PathBuf {
        self.data().join("history.sqlite3")
    }

    fn run(&self, arguments: &[&str], input: &str) -> assert_cmd::assert::Assert {
        self.with(arguments, input, &[])
    }

    fn with(
        &self,
        arguments: &[&str],
        input: &str,
        variables: &[(&str, &str)],
    ) -> assert_cmd::assert::Assert {
        Command::new(env!("CARGO_BIN_EXE_quizwright"))
            .args(arguments)
            .current_dir(self.folder.path())
            .env_clear()
            .env("QUIZWRIGHT_DATA", self.data())
            .envs(variables.iter().copied())
            .write_stdin(input)
            .assert()
    }

    fn out(&self, arguments: &[&str], input: &str) -> String {
        let assert = self.run(arguments, input).success();
        String::from_utf8(assert.get_output().stdout.clone()).unwrap()
    }

    /// The answers that are stored.
    fn stored(&self) -> Vec<serde_json::Value> {
        serde_json::from_str(&self.out(&["history", "export"], "")).unwrap()
    }
}

#[test]
fn every_answer_is_stored_and_exported() {
    let lines = Lines::new();
    lines
        .run(&["play", "mine", "--seed", "7"], "1\n2\n3\n")
        .success();
    let stored = lines.stored();
    assert_eq!(stored.len(), 3);
    assert_eq!(stored[0]["title"], "Tests");
    let keys: Vec<&String> = stored[0].as_object().unwrap().keys().collect();
    assert!(stored.iter().all(|answer| answer["player"].is_null()));
    insta::assert_debug_snapshot!(keys);
}

#[test]
fn a_reported_question_is_hidden_until_it_is_taken_back() {
    let lines = Lines::new();
    let play = ["play", "mine", "--count", "12", "--plain"];
    let text = lines.out(&play, "!\nq\ny\n");
    let stem = text
        .lines()
        .find(|line| line.contains("of the bank?"))
        .unwrap()
        .to_owned();
    let listed = lines.out(&["banks", "reported"], "");
    assert!(
        listed.contains(&stem) && listed.contains("mine"),
        "{listed}"
    );
    let all = "1\n".repeat(12);
    for _ in 0..3 {
        let text = lines.out(&play, &all);
        assert!(!text.contains(&stem), "hidden from now on");
        assert!(text.contains("Question 11 of 11."), "{text}");
    }
    // A seed deals the same to everybody.
    let seeded = lines.out(&["play", "mine", "--count", "12", "--seed", "7"], &all);
    assert!(seeded.contains(&stem));
    let id = listed.split_whitespace().next().unwrap();
    lines
        .run(
            &["banks", "reported", "--take-back", "0123456789abcdef"],
            "",
        )
        .code(1)
        .stderr(contains("hint:"));
    lines
        .run(&["banks", "reported", "--take-back", id], "")
        .success();
    assert!(lines.out(&play, &all).contains(&stem));
}

#[test]
fn review_asks_what_was_missed_and_nothing_else() {
    let lines = Lines::new();
    lines
        .run(&["review"], "")
        .success()
        .stderr(contains("Nothing is due"));
    let answers = "1\n2\n1\n2\n1\n2\n";
    lines
        .run(&["play", "mine", "--seed", "7"], answers)
        .success();
    let missed: Vec<String> = lines
        .stored()
        .iter()
        .filter(|answer| answer["verdict"] == "wrong")
        .map(|answer| answer["stem"].as_str().unwrap().to_owned())
        .collect();
    assert!(!missed.is_empty() && missed.len() < 6);
    let text = lines.out(&["review", "--count", "20"], "");
    assert!(
        text.contains(&format!("{} question", missed.len())),
        "{text}"
    );
    let all = lines.out(&["review", "--count", "20"], &"1\n".repeat(missed.len()));
    assert!(missed.iter().all(|stem| all.contains(stem)), "{all}");
}

#[test]
fn statistics_are_told_in_text_and_json() {
    let lines = Lines::new();
    lines
        .run(&["stats"], "")
        .success()
        .stdout(contains("Nothing was answered yet."));
    lines
        .run(&["play", "mine", "--seed", "7"], "1\n2\n3\n")
        .success();
    let text = lines.out(&["stats"], "");
    for words in ["3 answers", "By category", "By bank", "Tests: ", "By day"] {
        assert!(text.contains(words), "{words} in\n{text}");
    }
    assert!(!text.contains('\x1b'), "no escapes in a pipe");
    let json: serde_json::Value =
        serde_json::from_str(&lines.out(&["stats", "--json"], "")).unwrap();
    assert_eq!(json["total"]["answers"], 3);
    assert_eq!(json["banks"][0]["name"], "Tests");
}

#[test]
fn best_results_are_compared_at_the_end_and_listed() {
    let lines = Lines::new();
    let play = |seed: &str, name: &str| {
        let command = [
            "challenge",
            "countdown",
            "mine",
            "--count",
            "2",
            "--seed",
            seed,
            "--name",
            name,
        ];
        lines.out(&command, "1\n1\n")
    };
    assert!(play("7", "Ann").contains("The first result of this kind."));
    assert!(play("7", "Bob").contains("so far, of 2."));
    let best = lines.out(&["stats", "--best"], "");
    assert!(
        best.contains("Tests, countdown, 20 s, 2 questions"),
        "{best}"
    );
    assert!(
        best.contains(", Ann, ") && best.contains(", Bob, "),
        "{best}"
    );
    // Left before the end: no result.
    lines
        .run(&["challenge", "blitz", "mine"], "1\nq\ny\n")
        .success();
    assert!(!lines.out(&["stats", "--best"], "").contains("blitz"));
}

#[test]
fn the_daily_counts_once_and_leaves_a_card() {
    let lines = Lines::new();
    let daily = ["daily", "mine"];
    lines
        .run(&["daily", "mine", "--card"], "")
        .code(1)
        .stderr(contains("no card"));
    let text = lines.out(&daily, &"1\n".repeat(10));
    assert!(text.contains("/10 - "), "the card in plain mode: {text}");
    let card = lines.out(&["daily", "mine", "--card", "--ascii"], "");
    assert!(
        card.starts_with("Quizwright - Tests - 20") && card.is_ascii(),
        "{card}"
    );
    assert!(
        text.contains(card.lines().nth(1).unwrap()),
        "{card} in\n{text}"
    );
    assert!(lines.out(&["daily", "mine", "--card"], "").contains('🟩'));
    lines
        .run(&daily, &"2\n".repeat(10))
        .success()
        .stderr(contains("practice"))
        .stdout(contains("/10 - ").not());
    assert_eq!(lines.out(&["daily", "mine", "--card", "--ascii"], ""), card);
    let best = lines.out(&["stats", "--best"], "");
    assert!(
        best.contains("No challenge"),
        "practice makes no records: {best}"
    );
}

#[test]
fn a_daily_that_is_left_has_used_its_run() {
    let lines = Lines::new();
    let text = lines.out(&["daily", "mine"], "1\nq\ny\n");
    assert!(
        text.contains(" - - - - - - - - -  "),
        "the rest is late: {text}"
    );
    assert!(text.contains("/10 - "), "{text}");
    lines
        .run(&["daily", "mine"], "")
        .success()
        .stderr(contains("practice"));
}

#[test]
fn a_daily_that_was_broken_off_goes_on() {
    let mut tty = Tty::run(&["daily", "BANK"]);
    tty.see("1 / 10").see("1-4 answer").answer(true).press(" ");
    tty.see("2 / 10").see("1-4 answer").press(CTRL_C);
    assert_eq!(tty.end().0, 130);
    let mut tty = tty.once_more(&["daily", "BANK"]);
    tty.see("Pause").press("p").see("2 / 10").see("1-4 answer");
    for n in 2..=10 {
        tty.see(&format!("{n} / 10"))
            .see("1-4 answer")
            .answer(n != 3)
            .press(" ");
    }
    tty.see("Quizwright · Tests · 20")
        .see("🟩🟩🟥🟩🟩🟩🟩🟩🟩🟩  9/10 · ");
    tty.press("q");
    let (code, text) = tty.end();
    assert_eq!(code, 0);
    assert!(
        text.contains("9/10 · "),
        "it stays in the scrollback: {text}"
    );
}

/// What the daily of a date asks, of a bank in some order, somewhere.
fn daily_of(date: &str, backwards: bool, variables: &[(&str, &str)]) -> String {
    let lines = Lines::new();
    let mut bank: serde_json::Value = serde_json::from_str(&bank()).unwrap();
    if backwards {
        bank["items"].as_array_mut().unwrap().reverse();
    }
    let file = lines.data().join("banks/mine.json");
    fs::write(file, bank.to_string()).unwrap();
    let answers = "1\n".repeat(10);
    let command = ["daily", "mine", "--date", date, "--plain"];
    let assert = lines.with(&command, &answers, variables).success();
    let text = String::from_utf8(assert.get_output().stdout.clone()).unwrap();
    let asked = |line: &&str| {
        line.contains("of the bank?") || line.starts_with(|c: char| c.is_ascii_digit())
    };
    let until = text.split("\nMissed").next().unwrap();
    until.lines().filter(asked).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_daily_is_the_same_everywhere() {
    let mut golden = String::new();
    for date in ["2026-11-23", "2026-12-31", "2028-02-29"] {
        let here = daily_of(date, false, &[]);
        let elsewhere = [
            ("TZ", "Pacific/Kiritimati"),
            ("LANG", "tr_TR.UTF-8"),
            ("LC_ALL", "de_DE.UTF-8"),
        ];
        assert_eq!(daily_of(date, true, &elsewhere), here, "{date}");
        golden.extend([date, "\n", &here, "\n\n"]);
    }
    insta::assert_snapshot!(golden);
}

/// Plays on although the history cannot be used, and says why.
fn plays_without_memory(lines: &Lines, variables: &[(&str, &str)], why: &str) {
    lines
        .with(&["play", "mine", "--seed", "7"], "1\n2\n", variables)
        .success()
        .stdout(contains("of 2 right"))
        .stderr(
            contains("this is not remembered")
                .and(contains(why))
                .and(contains("hint:")),
        );
}

#[test]
fn a_damaged_history_is_told_played_without_and_repaired() {
    let lines = Lines::new();
    fs::write(
        lines.history(),
        "this is no database, but a text that is long enough",
    )
    .unwrap();
    plays_without_memory(&lines, &[], "it is damaged");
    assert!(
        fs::read_to_string(lines.history())
            .unwrap()
            .starts_with("this is no")
    );
    lines
        .run(&["stats"], "")
        .code(1)
        .stderr(contains("it is damaged").and(contains("history repair")));
    lines
        .run(&["history", "repair"], "")
        .success()
        .stderr(contains("history.damaged-1.sqlite3"));
    lines.run(&["play", "mine"], "1\n").success().stderr("");
    assert_eq!(lines.stored().len(), 1);
    lines
        .run(&["history", "repair"], "")
        .stderr(contains("is whole"));
}

#[test]
fn a_folder_that_cannot_be_written_is_told_and_played_without() {
    let lines = Lines::new();
    let bank = lines.folder.path().join("bank.json");
    fs::write(&bank, self::bank()).unwrap();
    let file = lines.folder.path().join("file");
    fs::write(&file, "").unwrap();
    for folder in [file.join("data"), PathBuf::from("/proc/quizwright")] {
        lines
            .with(
                &["play", bank.to_str().unwrap()],
                "1\n2\n",
                &[("QUIZWRIGHT_DATA", folder.to_str().unwrap())],
            )
            .success()
            .stdout(contains("of 2 right"))
            .stderr(contains("its folder cannot be made").and(contains("hint:")));
    }
}

#[test]
fn a_full_disk_is_told_and_played_on() {
    let lines = Lines::new();
    for blocks in ["0", "8", "64", "160"] {
        let program = env!("CARGO_BIN_EXE_quizwright");
        let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec '{program}' \"$@\"");
        let shell = Path::new("/bin/sh");
        let assert = Command::new(shell)
            .args(["-c", &script, "sh", "play", "mine", "--count", "12"])
            .current_dir(lines.folder.path())
            .env_clear()
            .env("QUIZWRIGHT_DATA", lines.data())
            .write_stdin("1\n".repeat(12))
            .assert()
            .success()
            .stdout(contains("of 12 right"));
        let words = String::from_utf8_lossy(&assert.get_output().stderr).into_owned();
        assert!(
            words.is_empty() || words.contains("this is not remembered"),
            "{blocks}: {words}"
        );
        assert!(blocks != "0" || words.contains("the disk "), "{words}");
    }
    // With room again, what was stored is whole.
    lines
        .run(&["history", "repair"], "")
        .success()
        .stderr(contains("is whole"));
    lines
        .run(&["play", "mine"], "1\n")
        .success()
        .stderr(contains("not remembered").not());
}

#[test]
fn forgetting_is_asked_for_and_says_what_is_gone() {
    let lines = Lines::new();
    lines
        .run(&["history", "forget"], "")
        .success()
        .stderr(contains("nothing to forget"));
    lines.run(&["play", "mine"], "1\n2\n").success();
    lines
        .run(&["history", "forget"], "")
        .code(1)
        .stderr(contains("--yes"));
    lines
        .run(&["history", "forget", "--yes"], "")
        .success()
        .stderr(contains(
            "Forgotten: 1 session, 2 answers, 3 questions that were met",
        ));
    assert_eq!(lines.stored().len(), 0);
    lines
        .run(&["resume"], "")
        .code(1)
        .stderr(contains("no session to go on with"));
}

#[test]
fn ctrl_c_says_how_to_go_on_and_resume_does() {
    let mut tty = Tty::run(&["play", "BANK", "--seed", "7", "--count", "3"]);
    tty.see("1 / 3").see("1-4 answer").answer(true).press(" ");
    tty.see("2 / 3")
        .see("1-4 answer")
        .press("f")
        .see("—")
        .press(CTRL_C);
    let question = tty.text();
    let (code, text) = tty.end();
    assert_eq!(code, 130);
    assert!(text.contains("quizwright resume"), "{text}");
    let mut tty = tty.once_more(&["resume"]);
    tty.see("Pause")
        .press("p")
        .see("2 / 3")
        .see("1,000 points")
        .see("—");
    assert_eq!(options(&tty.text()), options(&question), "the same options");
    assert!(
        !tty.text().contains("f fifty-fifty"),
        "the lifeline is used"
    );
    tty.answer(true).press(" ").see("3 / 3").see("1-4 answer");
    tty.answer(true).press(" ").see("3 of 3 right").press("q");
    assert_eq!(tty.end().0, 0);
    let mut tty = tty.once_more(&["resume"]);
    tty.see("there is no session to go on with");
    assert_eq!(tty.end().0, 1);
}

#[test]
fn the_menu_offers_to_go_on_and_says_what_is_due() {
    let mut tty = Tty::run(&["play", "--seed", "7"]);
    tty.see("1 / 10").see("1-4 answer");
    for key in ["1", " ", "1", " "] {
        tty.press(key);
        if key == "1" {
            tty.see("go on");
        } else {
            tty.gone("go on").see("1-4 answer");
        }
    }
    tty.press(CTRL_C);
    tty.end();
    let mut tty = tty.once_more(&[]);
    tty.see("▸ Resume: Jim Halpert")
        .see("Review: ")
        .press(ENTER);
    tty.see("Pause").press("p").see("3 / 10").see("1-4 answer");
    tty.press("q")
        .see("Leave")
        .press("y")
        .see("▸ Play ten questions");
    assert!(!tty.text().contains("Resume"), "left on purpose");
    tty.press(DOWN).press(CTRL_C);
    assert_eq!(tty.end().0, 130);
}

#[test]
fn a_session_in_lines_goes_on_in_lines() {
    let mut tty = Tty::run(&["play", "BANK", "--plain", "--count", "2", "--seed", "7"]);
    tty.see("Question 1 of 2.")
        .press("1\r")
        .see("Question 2 of 2.")
        .press(CTRL_C);
    assert_eq!(tty.end().0, 130);
    let mut tty = tty.once_more(&["resume", "--plain"]);
    tty.see("Pause. Press Enter to go on.")
        .press("\r")
        .see("Question 2 of 2.");
    tty.press("1\r").see("of 2 right");
    tty.see("Type m").press("\r");
    assert_eq!(tty.end().0, 0);
}

#[test]
fn two_programs_at_once_share_one_history() {
    let play = ["play", "BANK", "--count", "12"];
    let mut first = Tty::run(&play);
    let mut second = first.once_more(&play);
    for n in 1..=12 {
        for tty in [&mut first, &mut second] {
            tty.see(&format!("{n} / 12")).see("1-4 answer");
            tty.answer(n % 2 == 0).press(" ");
        }
    }
    // Neither takes the other's session up.
    let mut third = first.once_more(&["resume"]);
    third.see("there is no session to go on with");
    assert_eq!(third.end().0, 1);
    for tty in [&mut first, &mut second] {
        tty.see("6 of 12 right").press("q");
        let (code, text) = tty.end();
        assert_eq!(code, 0);
        assert!(!text.contains("not remembered"), "{text}");
    }
    let data = first.folder.path().join(".local/share/quizwright");
    let exported = Command::new(env!("CARGO_BIN_EXE_quizwright"))
        .args(["history", "export"])
        .env("QUIZWRIGHT_DATA", data)
        .assert()
        .success();
    let rows: Vec<serde_json::Value> =
        serde_json::from_slice(&exported.get_output().stdout).unwrap();
    assert_eq!(rows.len(), 24);
}

/// The lines of the options on a screen.
fn options(screen: &str) -> Vec<String> {
    screen
        .lines()
        .map(str::trim)
        .filter(|line| line.starts_with(|c: char| c.is_ascii_digit()) && !line.contains("answer"))
        .map(str::to_owned)
        .collect()
}

/// Draws of a small generator: a trial is the same when it is run again.
struct Draws(u64);

impl Draws {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }
}

/// Plays, kills the program at a random moment, and resumes. Returns whether an
/// answer whose verdict was on the screen had to be given again.
fn killed(trial: u64) -> bool {
    let mut draws = Draws(trial);
    let seed = draws.below(1_000_000).to_string();
    let mut tty = Tty::run(&["play", "BANK", "--seed", &seed, "--count", "6"]);
    let done = draws.below(5);
    let mut right = 0;
    for n in 1..=done {
        tty.see(&format!("{n} / 6")).see("1-4 answer");
        let is_right = draws.below(2) == 1;
        right += u64::from(is_right);
        tty.answer(is_right).press(" ");
    }
    let open = done + 1;
    tty.see(&format!("{open} / 6")).see("1-4 answer");
    let question = options(&tty.text());
    // With no key in flight, with one, with one after a verdict.
    let flight = draws.below(3);
    match flight {
        0 => {}
        1 => {
            let digit = tty.digit(true);
            tty.press(&digit);
        }
        _ => {
            tty.answer(true).press(" ");
        }
    }
    std::thread::sleep(Duration::from_micros(draws.below(30_000)));
    tty.signal("KILL");
    tty.process.wait();
    let mut again = tty.once_more(&["resume"]);
    again.until("an answer", |screen| {
        screen.contains("Pause") || screen.contains("no session to go on with")
    });
    if !again.text().contains("Pause") {
        // Killed before anything was answered, in the moment the file was made.
        assert!(done == 0 && flight < 2, "trial {trial}: nothing is stored");
        assert_eq!(again.end().0, 1);
        return false;
    }
    again
        .press("p")
        .gone("Pause")
        .until("a question", |screen| {
            screen.contains("1-4 answer") || screen.contains("Space go on")
        });
    let text = again.text();
    let at = (1..=6)
        .find(|n| text.contains(&format!("{n} / 6")))
        .unwrap();
    let feedback = text.contains("Space go on");
    let judged = match (at, feedback) {
        (at, false) if at == open => {
            assert_eq!(options(&text), question, "trial {trial}: the same options");
            false
        }
        (at, true) if at == open => true,
        (at, false) if at == open + 1 => true,
        _ => panic!("trial {trial}: not the right question:\n{text}"),
    };
    assert!(
        !judged || flight > 0,
        "trial {trial}: nothing was answered\n{text}"
    );
    let points = (right + u64::from(judged)) * 1000;
    let points = if points == 0 {
        "0 points".to_owned()
    } else {
        format!("{},000 points", points / 1000)
    };
    assert!(text.contains(&points), "trial {trial}: {points} in\n{text}");
    again.press(CTRL_C);
    assert_eq!(again.end().0, 130);
    flight == 2 && !judged
}

#[test]
fn killed_at_any_moment_it_goes_on_at_the_right_question() {
    for trial in 0..6 {
        killed(trial);
    }
}

#[test]
#[ignore = "takes a minute; the same with fewer moments runs always"]
fn killed_at_a_hundred_moments_it_goes_on_at_the_right_question() {
    let lost = (100..200).filter(|&trial| killed(trial)).count();
    assert!(
        lost <= 2,
        "{lost} verdicts that were on the screen were not stored yet"
    );
}
