//! The program in a real terminal: whatever happens, the terminal is sane afterwards.
#![cfg(unix)]

use std::time::Duration;

use crate::tty::{CTRL_C, DOWN, ENTER, Tty, bank};

const PLAY: [&str; 6] = ["play", "BANK", "--seed", "7", "--count", "3"];

#[test]
fn a_session_by_number_keys_leaves_its_summary() {
    let mut tty = Tty::run(&PLAY);
    for n in 1..=3 {
        tty.see(&format!("{n} / 3")).see("1-4 answer");
        tty.answer(n != 2).see("It is Right");
        tty.see("Article, Part");
        tty.press(" ");
    }
    tty.see("2 of 3 right").see("play the missed ones again");
    tty.press("q");
    let (code, text) = tty.end();
    assert_eq!(code, 0);
    for words in ["2 of 3 right", "Missed", "Answer: Right", "--seed 7"] {
        assert!(text.contains(words), "{words} in\n{text}");
    }
}

#[test]
fn a_session_by_arrows_where_the_highlight_is_the_choice() {
    let mut tty = Tty::run(&PLAY);
    for n in 1..=3 {
        tty.see(&format!("{n} / 3")).see("1-4 answer");
        let place: usize = tty.digit(true).parse().unwrap();
        for step in 1..=place {
            tty.press(DOWN).see(&format!("▸ {step}"));
        }
        tty.press(ENTER).see("✓ Right").press(ENTER);
    }
    tty.see("3 of 3 right").press(ENTER);
    assert_eq!(tty.end().0, 0);
}

#[test]
fn a_session_by_mouse_alone() {
    let mut tty = Tty::run(&PLAY);
    for n in 1..=3 {
        tty.see(&format!("{n} / 3")).see("1-4 answer");
        let option = tty.option(true);
        tty.click(&option)
            .see("✓ Right")
            .see("report")
            .click("go on");
    }
    tty.see("3 of 3 right").see("Enter done").click("done");
    assert_eq!(tty.end().0, 0);
}

#[test]
fn letters_and_j_k_work_like_digits_and_arrows() {
    let mut tty = Tty::run(&PLAY);
    tty.see("1 / 3").see("1-4 answer");
    let place: u8 = tty.digit(true).parse().unwrap();
    let letter = char::from(b'a' + place - 1).to_string();
    tty.press(&letter).see("✓ Right").press(" ");
    tty.see("2 / 3").see("1-4 answer").press("j").see("▸ 1");
    tty.press("k").see("▸ 4").press(CTRL_C);
    assert_eq!(tty.end().0, 130);
}

#[test]
fn a_key_pressed_too_early_does_not_answer_the_next_question() {
    let mut tty = Tty::run(&PLAY);
    tty.see("1 / 3").see("1-4 answer");
    tty.answer(true);
    // Both are there before the next question is drawn.
    tty.press(" 1").see("2 / 3").see("1-4 answer");
    tty.press("?").see("back to the game").press("?");
    tty.see("2 / 3").see("1-4 answer");
    tty.press(CTRL_C);
    assert_eq!(tty.end().0, 130);
}

#[test]
fn the_missed_ones_come_again() {
    let mut tty = Tty::run(&PLAY);
    for n in 1..=3 {
        tty.see(&format!("{n} / 3")).see("1-4 answer");
        tty.answer(n == 1).press(" ");
    }
    tty.see("1 of 3 right").press("m").see("1 / 2");
    tty.answer(true).press(" ").see("2 / 2").see("1-4 answer");
    tty.answer(true).press(" ").see("2 of 2 right").press("q");
    let (code, text) = tty.end();
    assert_eq!(code, 0);
    assert!(text.contains("1 of 3 right") && text.contains("2 of 2 right"));
}

#[test]
fn whoever_breaks_off_is_told_once_how_to_play_it_again() {
    let one = ["play", "BANK", "--seed", "7", "--count", "1"];
    let two = ["play", "BANK", "--seed", "7", "--count", "2"];
    let plain = ["play", "BANK", "--seed", "7", "--count", "1", "--plain"];
    // The keys after a wrong answer, what is seen when Ctrl-C comes, and whether
    // the session was over by then.
    let cases: [(&[&str], &[&str], &str, bool); 5] = [
        (&two, &[], "Space go on", false),
        (&two, &[" "], "2 / 2", false),
        (&one, &[" "], "Enter done", true),
        (&one, &[" ", "m"], "1-4 answer", false),
        (&plain, &["\r"], "Type m to play", true),
    ];
    for (arguments, keys, seen, over) in cases {
        let mut tty = Tty::sized(arguments, 80, 60, &[]);
        tty.see("Wrong 12a").see("Wrong 12b").see("Wrong 12c");
        let wrong = tty.digit(false);
        tty.press(&wrong);
        for key in keys {
            match *key {
                " " => tty.see("Space go on"),
                "m" => tty.see("Enter done"),
                _ => &mut tty,
            }
            .press(key);
        }
        tty.see(seen).press(CTRL_C);
        let (code, text) = tty.end();
        assert_eq!(code, 130, "{text}");
        let times = |words: &str| text.matches(words).count();
        assert_eq!(times("Play the same again: quizwright play"), 1, "{text}");
        let broken_off = times("Broken off. Resume: quizwright resume");
        assert_eq!(broken_off, usize::from(!over), "{text}");
        assert_eq!(times("left before the end"), 0, "{text}");
    }
}

#[test]
fn a_countdown_runs_out() {
    let mut tty = Tty::run(&[
        "challenge",
        "countdown",
        "BANK",
        "--time",
        "1s",
        "--count",
        "1",
        "--seed",
        "7",
    ]);
    tty.see("! 1 s !")
        .see("⏱ Time's up")
        .see("The answer: Right");
    tty.press(" ").see("0 of 1 right").press("q");
    let (code, text) = tty.end();
    assert_eq!(code, 0);
    assert!(
        text.contains("Beat me: quizwright challenge countdown"),
        "{text}"
    );
}

#[test]
fn a_countdown_to_its_end() {
    let mut tty = Tty::run(&["challenge", "countdown", "BANK", "--count", "2"]);
    for n in 1..=2 {
        tty.see(&format!("{n} / 2")).see("1-4 answer");
        tty.answer(true).see("for answering in").press(" ");
    }
    tty.see("2 of 2 right").press("q");
    assert_eq!(tty.end().0, 0);
}

#[test]
fn a_blitz_to_its_end() {
    let mut tty = Tty::run(&["challenge", "blitz", "BANK", "--time", "6s", "--seed", "7"]);
    tty.see("Question 1").see("1-4 answer");
    tty.answer(true).see("Question 2").see("1-4 answer");
    tty.answer(false).see("5 seconds lost");
    tty.see("Time's up")
        .press(" ")
        .see("1 right answer")
        .press("q");
    assert_eq!(tty.end().0, 0);
}

#[test]
fn a_stacker_to_its_end() {
    let mut tty = Tty::run(&["challenge", "stacker", "BANK", "--time", "10s"]);
    tty.see("Question 1").see("1-4 answer");
    tty.answer(true).see("3 seconds won");
    tty.see("Question 2").see("1-4 answer");
    tty.answer(false).see("6 seconds lost");
    tty.see("Question 3").see("1-4 answer");
    tty.answer(false).press(" ");
    tty.until("the end", |screen| {
        screen.contains("1 right answer") || screen.contains("Question 4")
    });
    if tty.text().contains("Question 4") {
        tty.see("1-4 answer").answer(false).press(" ");
    }
    tty.see("1 right answer").press("q");
    assert_eq!(tty.end().0, 0);
}

#[test]
fn a_sudden_death_to_its_end() {
    let mut tty = Tty::run(&["challenge", "sudden-death", "BANK"]);
    tty.see("Question 1").see("1-4 answer");
    tty.answer(true)
        .press(" ")
        .see("Question 2")
        .see("1-4 answer");
    tty.answer(false).press(" ");
    tty.see("That was the first miss.").press("q");
    assert_eq!(tty.end().0, 0);
}

#[test]
fn a_bag_played_empty_is_cleared() {
    let mut tty = Tty::run(&["challenge", "sudden-death", "BANK"]);
    for n in 1..=12 {
        tty.see(&format!("Question {n}\n")).see("1-4 answer");
        tty.answer(true).press(" ");
    }
    tty.see("Cleared").press("q");
    assert_eq!(tty.end().0, 0);
}

#[test]
fn a_pause_hides_the_question() {
    let mut tty = Tty::run(&["challenge", "countdown", "BANK"]);
    tty.see("number").press("p").see("Pause").gone("number");
    tty.press("p")
        .see("number")
        .press("q")
        .see("Leave the challenge?");
    tty.press("n")
        .see("number")
        .press("q")
        .see("Leave")
        .press("y");
    assert_eq!(tty.end().0, 0);
}

#[test]
fn ctrl_c_leaves_every_screen_at_once() {
    for (keys, seen) in [
        ("", "answer"),
        ("1", "go on"),
        ("p", "Pause"),
        ("?", "back to the game"),
        ("q", "Leave the session?"),
    ] {
        let mut tty = Tty::run(&PLAY);
        tty.see("1-4 answer").press(keys).see(seen).press(CTRL_C);
        let (code, text) = tty.end();
        assert_eq!(code, 130, "{seen}");
        assert!(text.contains("--seed 7"), "how to go on: {text}");
    }
    let mut tty = Tty::run(&["play", "BANK", "--count", "1"]);
    tty.see("1-4 answer")
        .press("1")
        .see("go on")
        .press(" ")
        .see("done");
    tty.press(CTRL_C);
    assert_eq!(tty.end().0, 130);
}

#[test]
fn ctrl_c_leaves_every_prompt_with_a_cursor() {
    for keys in ["", "\x1b[B\r", "\x1b[B\x1b[B\r"] {
        let mut tty = Tty::run(&[]);
        tty.see("Play ten questions").see("Leave");
        for key in keys.split_inclusive(['B', '\r']) {
            tty.press(key);
        }
        match keys.len() {
            0 => tty.see("▸ Play"),
            4 => tty.see("Which bank?"),
            _ => tty.see("Blitz:"),
        };
        tty.press(CTRL_C);
        assert_eq!(tty.end().0, 130, "{keys:?}");
    }
}

#[test]
fn signals_end_a_game_with_the_terminal_restored() {
    for signal in ["TERM", "HUP", "INT"] {
        let mut tty = Tty::run(&PLAY);
        tty.see("1-4 answer").signal(signal);
        assert_eq!(tty.end().0, 130, "{signal}");
        let mut tty = Tty::run(&[]);
        tty.see("▸ Play ten questions").signal(signal);
        assert_eq!(tty.end().0, 130, "{signal} in the menu");
    }
}

#[test]
fn a_closed_window_ends_a_game_and_the_menu() {
    let mut tty = Tty::run(&PLAY);
    tty.see("1-4 answer");
    tty.close();
    let mut tty = Tty::run(&[]);
    tty.see("▸ Play ten questions");
    tty.close();
}

#[test]
fn enter_in_the_menu_starts_a_session_and_the_menu_comes_back() {
    let mut tty = Tty::run(&[]);
    tty.see("▸ Play ten questions").press(ENTER);
    tty.see("1 / ")
        .see("1-4 answer")
        .press("q")
        .see("Leave")
        .press("y");
    tty.see("▸ Play ten questions")
        .press("\x1b[A")
        .see("▸ Leave");
    tty.press(ENTER);
    assert_eq!(tty.end().0, 0);
}

#[test]
fn the_menu_is_whole_on_a_small_terminal() {
    let mut tty = Tty::sized(&[], 40, 12, &[]);
    tty.see("▸ Play ten questions").see("    Leave");
    assert!(tty.text().starts_with("  Quizwright\n"), "{}", tty.text());
    tty.press("\x1b[A").see("▸ Leave").press(ENTER);
    assert_eq!(tty.end().0, 0);
    // More than fits comes in pages.
    let mut tty = Tty::sized(&[], 40, 8, &[]);
    tty.see("Quizwright [Page 1/2]").see("▸ Play ten questions");
    tty.press("\x1b[A")
        .see("[Page 2/2]")
        .see("▸ Leave")
        .press(ENTER);
    assert_eq!(tty.end().0, 0);
}

#[test]
fn a_resize_in_the_middle_of_a_question_draws_it_again() {
    let mut tty = Tty::sized(&PLAY, 120, 40, &[]);
    tty.see("1 / 3").see("skip (no points)");
    let question = tty
        .text()
        .lines()
        .find(|l| l.contains("number"))
        .unwrap()
        .trim()
        .to_owned();
    tty.resize(40, 12).see("skip 0").see(&question);
    tty.press(DOWN).see("▸ 1");
    tty.resize(120, 40)
        .see("skip (no points)")
        .see(&question)
        .see("▸ 1");
    tty.press(CTRL_C);
    assert_eq!(tty.end().0, 130);
}

#[test]
fn no_color_means_no_colour() {
    let coloured = |variables: &[(&str, &str)]| {
        let mut tty = Tty::sized(&PLAY, 80, 24, variables);
        tty.see("1-4 answer").answer(false);
        let screen = tty.parser.screen();
        let (rows, columns) = screen.size();
        let coloured = (0..rows)
            .flat_map(|row| (0..columns).map(move |column| (row, column)))
            .filter(|&(row, column)| {
                screen.cell(row, column).unwrap().fgcolor() != vt100::Color::Default
            })
            .count();
        tty.press(CTRL_C);
        tty.end();
        coloured
    };
    assert!(coloured(&[]) > 0);
    assert_eq!(coloured(&[("NO_COLOR", "1")]), 0);
}

#[test]
fn without_a_locale_the_screen_is_ascii() {
    let mut tty = Tty::sized(&PLAY, 80, 24, &[("LANG", "")]);
    tty.see("1-4 answer");
    assert!(tty.text().is_ascii(), "{}", tty.text());
    tty.press(CTRL_C);
    tty.end();
}

#[test]
fn a_dumb_terminal_gets_lines_and_no_escapes() {
    let mut tty = Tty::sized(&PLAY, 80, 24, &[("TERM", "dumb")]);
    tty.see("Question 1 of 3.")
        .press("1\r")
        .see("Question 2 of 3.");
    assert!(!tty.parser.screen().alternate_screen());
    tty.press("x\r").see("Please type a number, 1 to 4.");
    tty.press("q\r").see("Leave?").press("y\r");
    let (code, text) = tty.end();
    assert_eq!(code, 0);
    assert!(text.contains("You left before the end."), "{text}");
}

#[test]
fn ctrl_c_in_plain_mode_and_its_menu() {
    let mut tty = Tty::sized(&PLAY, 80, 24, &[("QUIZWRIGHT_PLAIN", "1")]);
    tty.see("Question 1 of 3.").press(CTRL_C);
    assert_eq!(tty.end().0, 130);
    let mut tty = Tty::sized(&[], 80, 24, &[("TERM", "dumb")]);
    tty.see("1. Play ten questions").press(CTRL_C);
    assert_eq!(tty.end().0, 130);
}

#[test]
fn plain_mode_says_the_time_left_and_when_it_is_up() {
    let mut tty = Tty::run(&[
        "challenge",
        "countdown",
        "BANK",
        "--plain",
        "--time",
        "6s",
        "--count",
        "1",
    ]);
    tty.see("6 seconds each").see("5 seconds left.");
    tty.see("Time's up. No points.").see("0 of 1 right");
    tty.see("Type m").press(ENTER);
    assert_eq!(tty.end().0, 0);
}

#[test]
fn plain_mode_plays_the_missed_ones_again() {
    let mut tty = Tty::sized(&["play", "BANK", "--count", "1", "--plain"], 80, 60, &[]);
    tty.see("Question 1 of 1.").see("4. ");
    let digit = tty.digit(false);
    tty.press(&format!("{digit}\r")).see("Type m").press("m\r");
    tty.until("the question again", |screen| {
        screen.matches("Question 1 of 1.").count() == 2
    });
    let digit = tty.digit(true);
    tty.press(&format!("{digit}\r")).see("1 of 1 right");
    assert_eq!(tty.end().0, 0);
}

#[test]
fn the_plain_menu_plays_and_comes_back() {
    let mut tty = Tty::sized(&[], 80, 60, &[("TERM", "dumb")]);
    tty.see("Type a number").press("1\r").see("Question 1 of");
    tty.press("q\r").see("Leave?").press("y\r").see("You left");
    tty.until("the menu again", |screen| {
        screen.matches("Type a number and press Enter.").count() >= 2
    });
    tty.press("10\r");
    assert_eq!(tty.end().0, 0);
}

#[test]
fn a_panic_leaves_a_sane_terminal_and_its_message() {
    let program = std::env::current_exe().unwrap();
    let arguments = [
        "--ignored",
        "--exact",
        "terminal::panics_on_stage",
        "--nocapture",
    ];
    let mut tty = Tty::spawn(program, &arguments, 80, 24, &[]);
    tty.see("this is a test of the panic hook");
    let (code, _) = tty.end();
    assert_ne!(code, 0);
}

#[test]
#[ignore = "run by a_panic_leaves_a_sane_terminal_and_its_message, in a terminal"]
fn panics_on_stage() {
    let _stage = quizwright::terminal::stage::Stage::enter().unwrap();
    panic!("this is a test of the panic hook");
}

/// What is on the screen, as a block of text.
fn block(tty: &Tty) -> String {
    let text = tty.text();
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').to_owned() + "\n"
}

/// The digit of the right answer to the built-in question on the screen.
fn right_digit(tty: &Tty) -> String {
    let bank = include_bytes!("../../questions/jim-halpert.json");
    let bank = quizwright::bank::read(bank).unwrap();
    let screen = tty.text();
    let squeezed = screen.split_whitespace().collect::<Vec<_>>().join(" ");
    let asked = |item: &&quizwright::item::Item| squeezed.contains(item.stem());
    let key = bank.items.iter().find(asked).unwrap().key_text();
    let ends = |line: &&str| line.trim_end().ends_with(&*key);
    let line = screen.lines().find(ends).unwrap();
    line.trim().chars().take(1).collect()
}

#[test]
fn the_screens_in_the_readme_are_the_real_ones() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let readme = std::fs::read_to_string(path).unwrap();
    let mut tty = Tty::run(&["play", "--seed", "5"]);
    tty.see("1 / 10").see("skip (no points)");
    let question = block(&tty);
    let digit = right_digit(&tty);
    tty.press(&digit)
        .see("✓ Right")
        .see("report a bad question");
    let answer = block(&tty);
    tty.press(CTRL_C);
    assert_eq!(tty.end().0, 130);
    let mut parts: Vec<String> = readme.split("```text\n").map(str::to_owned).collect();
    assert_eq!(parts.len(), 3);
    for (part, screen) in parts[1..].iter_mut().zip([question, answer]) {
        let (_, after) = part.split_once("```").unwrap();
        *part = format!("{screen}```{after}");
    }
    let real = parts.join("```text\n");
    if std::env::var("INSTA_UPDATE").is_ok_and(|how| how == "always") {
        std::fs::write(path, real).unwrap();
    } else {
        assert_eq!(readme, real, "INSTA_UPDATE=always writes the new ones");
    }
}

#[test]
fn the_menu_lets_one_choose_the_bank_of_a_challenge() {
    let mut tty = Tty::run(&[]);
    let banks = tty.folder.path().join(".local/share/quizwright/banks");
    std::fs::create_dir_all(&banks).unwrap();
    std::fs::write(banks.join("mine.json"), bank()).unwrap();
    tty.see("▸ Play ten questions")
        .press(DOWN)
        .press(DOWN)
        .see("▸ Challenge")
        .press(ENTER);
    tty.see("▸ Blitz")
        .press(DOWN)
        .see("▸ Countdown")
        .press(ENTER);
    tty.see("Which bank?").see("▸ jim-halpert");
    tty.press(DOWN).see("▸ mine").press(ENTER);
    tty.see("Tests · Countdown").see("number").press(CTRL_C);
    assert_eq!(tty.end().0, 130);
}

#[test]
fn the_form_shows_a_question_before_it_adds_it() {
    let mut tty = Tty::run(&["add", "--bank", "BANK"]);
    tty.see("What kind of question").press("\r");
    tty.see("Question:").press("Which gas do plants take in?\r");
    tty.see("Right answer:").press("Carbon dioxide\r");
    tty.see("Wrong answer 1").press("Nitrogen gas\r");
    tty.see("Wrong answer 2").press("carbon  dioxide\r");
    tty.see("stands there already").press("Helium gas\r");
    tty.see("Wrong answer 3").press("\r");
    tty.see("Category").press("Botany\r");
    tty.see("How hard").press("\r");
    tty.see("Explanation").press("\r");
    tty.see("Source").press("\r");
    tty.see("Right: Carbon dioxide")
        .see("Is it right?")
        .press("\r");
    tty.see("as its question 13")
        .see("And now?")
        .press("\u{1b}[B\r");
    let (code, _) = tty.end();
    assert_eq!(code, 0);
}

#[test]
fn a_form_that_cannot_be_saved_can_be_changed() {
    let mut tty = Tty::run(&["add", "--bank", "BANK"]);
    tty.see("What kind of question").press("\x1b[B").press("\r");
    tty.see("Question:").press("Is water wet?\r");
    tty.see("Which is right?").press("\r");
    tty.see("Category").press("\r").see("How hard").press("\r");
    tty.see("Explanation").press("\r").see("Source").press("\r");
    tty.see("Is it right?")
        .press("\r")
        .see("And now?")
        .press("\r");
    // The same once more.
    tty.see("What kind of question").press("\x1b[B").press("\r");
    tty.see("Question:").press("Is water wet?\r");
    tty.see("the bank asks this already")
        .see("Which is right?")
        .press("\r");
    tty.see("Category").press("\r").see("How hard").press("\r");
    tty.see("Explanation").press("\r").see("Source").press("\r");
    tty.see("Is it right?").press("\r");
    tty.see("is in the bank already").see("Is it right?");
    tty.press("\x1b[B").see("▸ Change something").press("\r");
    tty.see("▸ The question").press("\r");
    tty.see("Question: Is water wet?")
        .press(&"\x7f".repeat(10))
        .press("ice wet?\r");
    tty.see("  Is ice wet?").see("Is it right?").press("\r");
    tty.see("as its question 14")
        .see("And now?")
        .press("\x1b[B\r");
    assert_eq!(tty.end().0, 0);
}

#[test]
fn editing_begins_with_what_is_there() {
    let mut tty = Tty::run(&["edit", "BANK"]);
    tty.see("Search a question:").press("number 3").press(ENTER);
    tty.see("▸ Change the question").press(ENTER);
    tty.see("Question: Question number 3 of the bank?");
    tty.press("\x7f now?").press(ENTER);
    tty.see("  Question number 3 of the bank now?")
        .see("▸ Save it");
    tty.press(DOWN).see("▸ Change something").press(ENTER);
    tty.see("▸ The question").press(DOWN).press(DOWN);
    tty.see("▸ The other answers").press(ENTER);
    tty.see("Wrong answer 1: Wrong 3a").press(ENTER);
    // What is emptied is taken out.
    tty.see(": Wrong 3b").press(&"\x7f".repeat(8)).press(ENTER);
    tty.see("Wrong answer 2, or nothing to go on: Wrong 3c")
        .press("!")
        .press(ENTER);
    tty.see("Wrong answer 3").press("Wrong 3d").press(ENTER);
    tty.see("Wrong answer 4").press(ENTER);
    tty.see("4 Wrong 3d").see("▸ Save it").press(ENTER);
    let (code, text) = tty.end();
    assert_eq!(code, 0, "{text}");
    let bank = std::fs::read_to_string(tty.folder.path().join("bank.json")).unwrap();
    let bank: serde_json::Value = serde_json::from_str(&bank).unwrap();
    let item = &bank["items"][2];
    assert_eq!(item["stem"], "Question number 3 of the bank now?");
    assert_eq!(item["key"], "Right 3");
    let others = serde_json::json!(["Wrong 3a", "Wrong 3c!", "Wrong 3d"]);
    assert_eq!(item["distractors"], others);
    assert_eq!(item["source"]["quote"], "It is Right 3.");
}

#[test]
fn a_bank_is_browsed_by_typing_parts_of_a_question() {
    // What does not fit in a line is found all the same.
    let mut tty = Tty::sized(&["banks", "browse", "BANK"], 30, 24, &[]);
    tty.see("Search (Esc leaves):")
        .see("▸ Question number 1 of the…");
    tty.press("number 11 bank?").see("11 bank?|").press(ENTER);
    tty.see("Right: Right 11").see("Source: Article, Part:");
    tty.see("▸ Search again").press(ENTER);
    tty.until("the search again", |screen| {
        screen.lines().any(|line| line.ends_with("leaves): |"))
    });
    tty.press("\x1b");
    assert_eq!(tty.end().0, 0);
    let mut tty = Tty::run(&["banks", "browse", "BANK", "--plain"]);
    let (code, text) = tty.end();
    assert_eq!(code, 0);
    assert!(text.contains("Right: Right 12"), "{text}");
}

#[test]
fn what_is_too_long_to_be_changed_in_place_can_be_kept() {
    let mut tty = Tty::sized(&["edit", "BANK"], 40, 24, &[]);
    tty.see("Search a question:").press(ENTER);
    tty.see("▸ Change the question").press(ENTER);
    tty.see("Question number 1 of the bank?")
        .see("nothing keeps this")
        .press(ENTER);
    tty.see("▸ Save it").press(ENTER);
    assert_eq!(tty.end().0, 0);
    let bank = std::fs::read_to_string(tty.folder.path().join("bank.json")).unwrap();
    assert!(bank.contains("Question number 1 of the bank?"));
}

#[test]
fn the_form_asks_for_the_bank_where_there_are_several() {
    let mut tty = Tty::run(&["banks", "install", "BANK"]);
    assert_eq!(tty.end().0, 0);
    let mut tty = tty.once_more(&["add"]);
    tty.see("Into which bank?")
        .see("▸ my-questions")
        .press(DOWN);
    tty.see("▸ bank").press(ENTER).see("What kind of question");
    tty.press("\x1b[B").press(ENTER);
    tty.see("Question:").press("Is water wet?\r");
    tty.see("Which is right?").press(ENTER);
    tty.see("Category")
        .press(ENTER)
        .see("How hard")
        .press(ENTER);
    tty.see("Explanation")
        .press(ENTER)
        .see("Source")
        .press(ENTER);
    tty.see("Is it right?").press(ENTER);
    tty.see("added to bank as its question 13");
    tty.see("And now?").press("\x1b[B\r");
    assert_eq!(tty.end().0, 0);
}

#[test]
fn a_form_that_is_left_hands_back_what_was_typed() {
    let mut tty = Tty::run(&["add", "--bank", "BANK"]);
    tty.see("What kind of question").press("\r");
    tty.see("Question:").press("Which gas do plants take in?\r");
    tty.see("Right answer:");
    // Between two keys the terminal is not raw: a key that comes just then is
    // taken with the next one.
    while tty.process.child.try_wait().unwrap().is_none() {
        tty.press(CTRL_C);
        while let Ok(bytes) = tty.output.recv_timeout(Duration::from_millis(200)) {
            tty.parser.process(&bytes);
        }
    }
    let (code, screen) = tty.end();
    assert_eq!(code, 130);
    assert!(
        screen.contains("\"stem\":\"Which gas do plants take in?\""),
        "{screen}"
    );
}
