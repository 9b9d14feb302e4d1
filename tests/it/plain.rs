//! Plain mode, whole transcripts: what a screen reader would read.

use std::collections::VecDeque;
use std::time::Duration;

use assert_cmd::Command;
use quizwright::item::Item;
use quizwright::play::{Elapsed, Event, Mode, Rules, Session, deal};
use quizwright::terminal::lines::{Heard, Lines};
use quizwright::terminal::{Way, plain};

use crate::fixture::{
    Hand, assert_harmless, choice, entry, hostile, hostile_rules, long, other, setting, several,
    truth,
};

/// Lines that come after a time; then the input ends.
struct Script<'a> {
    clock: &'a Hand,
    lines: VecDeque<(u64, &'a str)>,
}

impl Lines for Script<'_> {
    fn hear(&mut self, at_most: Option<Duration>) -> Heard {
        let Some((wait, line)) = self.lines.front_mut() else {
            return Heard::End;
        };
        let now = self.clock.0.get();
        let most = at_most.map_or(u64::MAX, |d| u64::try_from(d.as_millis()).unwrap());
        if most < *wait {
            *wait -= most;
            self.clock.0.set(now + most);
            return Heard::Nothing;
        }
        self.clock.0.set(now + *wait);
        let line = (*line).to_owned();
        self.lines.pop_front();
        if line == "^C" {
            return Heard::Interrupted;
        }
        Heard::Line(line)
    }
}

/// The transcript of a session; what is typed is shown after `> `.
fn transcript(items: &[Item], rules: &Rules, lines: &[(u64, &str)]) -> String {
    broken(items, rules, lines, None)
}

/// The same in lines of so many columns.
fn broken(items: &[Item], rules: &Rules, lines: &[(u64, &str)], columns: Option<usize>) -> String {
    let clock = Hand::default();
    let mut script = Script {
        clock: &clock,
        lines: lines.iter().copied().collect(),
    };
    let mut session = Session::start(deal(items, rules, 7), Elapsed::ZERO);
    let mut out = Vec::new();
    let mut finished = 0;
    let way = plain::play(
        &mut session,
        &setting(),
        &mut script,
        &mut out,
        columns,
        &clock,
        &mut |_, events| {
            finished += events
                .iter()
                .filter(|event| matches!(event, Event::Finished(_)))
                .count();
            Vec::new()
        },
    );
    assert_eq!(finished, usize::from(way.unwrap() == Way::Over));
    let text = String::from_utf8(out).unwrap();
    assert!(
        !text.chars().any(|c| c.is_control() && c != '\n'),
        "no escapes"
    );
    text
}

fn at_once<'a>(lines: &[&'a str]) -> Vec<(u64, &'a str)> {
    lines.iter().map(|&line| (0, line)).collect()
}

#[test]
fn a_session() {
    let lines = at_once(&["2", "b"]);
    insta::assert_snapshot!(transcript(&[choice(), other()], &Rules::default(), &lines));
}

#[test]
fn on_a_terminal_lines_break_between_words() {
    let lines = at_once(&["h", "2"]);
    let items = [long()];
    let whole = transcript(&items, &Rules::default(), &lines);
    let text = broken(&items, &Rules::default(), &lines, Some(30));
    let asked = |text: &str| text.split("\n\n").nth(1).unwrap().to_owned();
    let (whole, text) = (asked(&whole), asked(&text));
    assert!(
        text.lines().all(|line| line.chars().count() <= 30),
        "{text}"
    );
    assert!(
        text.split_whitespace().eq(whole.split_whitespace()),
        "{text}"
    );
}

#[test]
fn lifelines_report_and_help() {
    let lines = at_once(&["f", "h", "f", "5", "hello", "?", "", "!", "1"]);
    insta::assert_snapshot!(transcript(&[choice(), other()], &Rules::default(), &lines));
}

#[test]
fn several_true_false_and_typed() {
    let lines = at_once(&["1 2", "true", "1", "/?", "", "Athlaed", "2,3", "1"]);
    let items = [several(), truth(), entry()];
    insta::assert_snapshot!(transcript(&items, &Rules::default(), &lines));
}

#[test]
fn i_was_right_is_said_of_the_last_typed_answer() {
    let rules = Rules {
        typed: true,
        ..Rules::default()
    };
    let lines = at_once(&["/h", "Kalamazoo", "/y", "/y", "Steve", "y"]);
    insta::assert_snapshot!(transcript(&[choice(), other()], &rules, &lines));
    // The end of the input is no "I was right".
    let lines = at_once(&["Kalamazoo", "Steve"]);
    let text = transcript(&[choice(), other()], &rules, &lines);
    assert!(text.contains("0 of 2 right"), "{text}");
    assert!(!text.contains("You left"), "{text}");
}

#[test]
fn a_hostile_bank_reaches_nobody() {
    let items = hostile();
    let lines = at_once(&["h", "?", "", "2", "1 2", "\u{1b}[2Jno", "/y"]);
    let text = transcript(&items, &hostile_rules(), &lines);
    for words in ["␛[31mRed", "␛]52;c;ZXZpbA==␇"] {
        assert!(text.contains(words), "{words} in\n{text}");
    }
    assert_harmless(&text);
}

#[test]
fn a_countdown_says_the_time_left() {
    let lines = [(3_000, "1"), (16_500, "x"), (60_000, "")];
    let items = [choice(), other()];
    insta::assert_snapshot!(transcript(&items, &Rules::of(Mode::Countdown), &lines));
}

#[test]
fn a_blitz_and_its_result() {
    let lines = [(3_000, "2"), (6_000, "1"), (90_000, "")];
    let items = [choice(), other(), truth()];
    insta::assert_snapshot!(transcript(&items, &Rules::of(Mode::Blitz), &lines));
}

#[test]
fn a_pause_and_leaving() {
    let lines = [
        (4_000, "p"),
        (90_000, ""),
        (4_000, "q"),
        (0, ""),
        (0, "q"),
        (0, "y"),
    ];
    insta::assert_snapshot!(transcript(&[choice()], &Rules::of(Mode::Countdown), &lines));
}

#[test]
fn a_party() {
    let rules = Rules {
        players: vec!["Ann".into(), "Bob".into()],
        ..Rules::default()
    };
    let lines = at_once(&["1", "1"]);
    insta::assert_snapshot!(transcript(&[choice(), other()], &rules, &lines));
}

#[test]
fn broken_off_by_a_signal() {
    let lines = at_once(&["1", "^C"]);
    insta::assert_snapshot!(transcript(&[choice(), other()], &Rules::default(), &lines));
}

fn quizwright(arguments: &[&str], input: &str) -> assert_cmd::assert::Assert {
    let data = tempfile::tempdir().unwrap();
    Command::new(env!("CARGO_BIN_EXE_quizwright"))
        .args(arguments)
        .env_clear()
        .env("QUIZWRIGHT_DATA", data.path())
        .write_stdin(input)
        .assert()
}

#[test]
fn piped_answers_end_with_a_summary_and_exit_code_0() {
    let run = || {
        let assert = quizwright(&["play", "--plain", "--seed", "7"], "1\n2\n3\n").success();
        String::from_utf8(assert.get_output().stdout.clone()).unwrap()
    };
    let first = run();
    assert!(first.contains("Question 4 of"), "{first}");
    assert!(first.contains("of 3 right"), "{first}");
    assert!(!first.contains('\x1b'), "no escapes");
    // All but the line with the thinking time.
    let same = |text: &str| -> Vec<String> {
        let lines = text.lines().filter(|line| !line.starts_with("Points"));
        lines.map(str::to_owned).collect()
    };
    assert_eq!(same(&run()), same(&first), "a seed shows the same twice");
}

#[test]
fn a_pipe_is_plain_by_itself_and_an_empty_one_is_no_error() {
    for input in ["", "\n", "no newline", "\u{0}\n", "1\r\n2\r\n"] {
        quizwright(&["play", "--seed", "7"], input).success();
    }
    let data = tempfile::tempdir().unwrap();
    let invalid = Command::new(env!("CARGO_BIN_EXE_quizwright"))
        .arg("play")
        .env("QUIZWRIGHT_DATA", data.path())
        .write_stdin(b"\xff\xfe\n1\n".to_vec())
        .assert();
    invalid.success();
}

#[test]
fn every_challenge_plays_in_a_pipe() {
    for mode in ["blitz", "countdown", "stacker", "sudden-death"] {
        quizwright(&["challenge", mode, "--seed", "7"], "1\n2\n3\n4\n1\n2\n")
            .success()
            .stdout(predicates::str::contains(format!(
                "Beat me: quizwright challenge {mode} --seed 7"
            )));
    }
}

#[test]
fn without_a_terminal_the_home_menu_is_the_help() {
    quizwright(&[], "")
        .success()
        .stdout(predicates::str::contains("Usage: quizwright"));
}

#[test]
fn wrong_command_lines_are_usage_errors() {
    for arguments in [
        &["play", "--players", "Ann"] as &[&str],
        &["play", "--players", "Ann,Ann"],
        &["play", "--count", "0"],
        &["play", "--difficulty", "fiendish"],
        &["challenge", "blitz", "--time", "0s"],
        &["challenge", "blitz", "--count", "0"],
    ] {
        quizwright(arguments, "").code(2);
    }
}

#[test]
fn a_filter_that_lets_nothing_through_says_so() {
    quizwright(&["play", "--category", "No such thing"], "")
        .code(1)
        .stderr(predicates::str::contains("no question fits"))
        .stderr(predicates::str::contains("hint:"));
}
