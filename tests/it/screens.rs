//! Every screen at three sizes, in text and in style; nothing is cut.

use std::fmt::Write;

use quizwright::play::{Elapsed, Input, Mode, Rules, Scene};
use quizwright::terminal::Setting;
use quizwright::terminal::screen::{self, Drawn, Scroll};
use quizwright::terminal::theme::Theme;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};

use crate::fixture::{
    LONG, Played, assert_harmless, choice, entry, hostile, hostile_rules, long, other, setting,
    several, truth, wide,
};

const SIZES: [(u16, u16); 3] = [(40, 12), (80, 24), (120, 40)];

const PLAIN: Theme = Theme {
    colour: false,
    signs: false,
};

fn draw(played: &Played, size: (u16, u16), theme: Theme, scroll: Scroll) -> (Buffer, Drawn) {
    draw_with(played, size, theme, scroll, &setting())
}

fn draw_with(
    played: &Played,
    size: (u16, u16),
    theme: Theme,
    scroll: Scroll,
    setting: &Setting,
) -> (Buffer, Drawn) {
    let mut terminal = Terminal::new(TestBackend::new(size.0, size.1)).unwrap();
    let mut drawn = Drawn::default();
    let notes = [format!("Second best so far, of 5. {}", setting.title)];
    terminal
        .draw(|frame| drawn = screen::draw(frame, &played.session, setting, &notes, theme, scroll))
        .unwrap();
    (terminal.backend().buffer().clone(), drawn)
}

/// The lines of a screen, without the spaces at their ends.
fn text(buffer: &Buffer) -> String {
    use unicode_width::UnicodeWidthStr;
    let mut lines = Vec::new();
    for y in 0..buffer.area.height {
        let mut line = String::new();
        let mut skip = 0;
        for x in 0..buffer.area.width {
            let symbol = buffer[(x, y)].symbol();
            if skip == 0 {
                line.push_str(symbol);
                skip = symbol.width().max(1);
            }
            skip -= 1;
        }
        lines.push(line.trim_end().to_owned());
    }
    lines.join("\n")
}

/// The styled stretches of a screen, one a line.
fn style(buffer: &Buffer) -> String {
    let mut out = String::new();
    for y in 0..buffer.area.height {
        let mut stretch: Option<(u16, String, String)> = None;
        for x in 0..=buffer.area.width {
            let here = (x < buffer.area.width).then(|| &buffer[(x, y)]);
            let name = here.map(|cell| describe(cell.style())).unwrap_or_default();
            let same = stretch.as_ref().is_some_and(|(_, style, _)| *style == name);
            if !same {
                if let Some((from, style, text)) = stretch.take()
                    && !style.is_empty()
                {
                    writeln!(out, "{y:>2}:{from:<3} {style}: {}", text.trim_end()).unwrap();
                }
                stretch = here.map(|_| (x, name, String::new()));
            }
            if let (Some((_, _, text)), Some(cell)) = (&mut stretch, here) {
                text.push_str(cell.symbol());
            }
        }
    }
    out
}

fn describe(style: Style) -> String {
    let mut words = Vec::new();
    match style.fg {
        None | Some(Color::Reset) => {}
        Some(colour) => words.push(format!("{colour:?}").to_lowercase()),
    }
    for (modifier, word) in [
        (Modifier::BOLD, "bold"),
        (Modifier::DIM, "dim"),
        (Modifier::REVERSED, "reversed"),
    ] {
        if style.add_modifier.contains(modifier) {
            words.push(word.to_owned());
        }
    }
    words.join(" ")
}

/// Two snapshots of a screen: what it says and how it looks, at every size.
fn check(name: &str, played: &Played) {
    let follow = Scroll {
        top: 0,
        follow: true,
    };
    let mut words = String::new();
    let mut looks = String::new();
    for size in SIZES {
        let (buffer, _) = draw(played, size, Theme::FULL, follow);
        let title = format!("## {}x{}\n", size.0, size.1);
        write!(words, "{title}{}\n\n", text(&buffer)).unwrap();
        writeln!(looks, "{title}{}", style(&buffer)).unwrap();
    }
    insta::assert_snapshot!(name, words);
    insta::assert_snapshot!(format!("{name}.style"), looks);
}

fn session(items: &[quizwright::item::Item]) -> Played {
    Played::of(items, &Rules::default())
}

fn mode(mode: Mode) -> Played {
    Played::of(&[choice(), other()], &Rules::of(mode))
}

/// A session that was played to its end, with right and wrong answers.
fn ended() -> Played {
    let mut played = session(&[choice(), other(), long(), several()]);
    for _ in 0..4 {
        match played.session.view().scene {
            quizwright::play::Scene::Question { question, .. }
                if question.stem.contains("date") =>
            {
                played.send(Input::Choose(0)).send(Input::Confirm);
            }
            quizwright::play::Scene::Question { question, .. } => {
                let right = question.stem.contains("Who plays");
                played.answer(right);
            }
            scene => panic!("no question: {scene:?}"),
        }
        played.next();
    }
    played
}

fn party() -> Played {
    let rules = Rules {
        count: Some(4),
        players: vec!["Ann".into(), "Bob".into()],
        ..Rules::default()
    };
    Played::of(&[choice(), other(), long(), truth()], &rules)
}

#[test]
fn a_question() {
    check("question", &session(&[choice()]));
}

#[test]
fn a_question_with_highlight_lifelines_and_report() {
    let mut played = mode(Mode::Session);
    played
        .send(Input::FiftyFifty)
        .send(Input::Hint)
        .send(Input::Down);
    check("question_helped", &played);
}

#[test]
fn a_long_question_keeps_the_highlight_in_sight() {
    let mut played = session(&[long()]);
    played.send(Input::Up);
    check("question_long", &played);
}

#[test]
fn a_question_in_wide_and_combining_characters() {
    check("question_wide", &session(&[wide()]));
}

#[test]
fn a_question_with_several_right_options() {
    let mut played = session(&[several()]);
    played.send(Input::Choose(1)).send(Input::Down);
    check("several", &played);
}

#[test]
fn a_true_or_false_question() {
    check("truth", &session(&[truth()]));
}

#[test]
fn a_typed_answer() {
    let mut played = session(&[entry()]);
    check("entry", &played);
    played.typed("Athlaed and more than that ");
    check("entry_typed", &played);
}

#[test]
fn a_countdown_with_its_clock() {
    let mut played = mode(Mode::Countdown);
    played.wait(7_000);
    check("countdown", &played);
    played.wait(9_000);
    check("countdown_last_seconds", &played);
    played.wait(9_000);
    check("countdown_late", &played);
}

#[test]
fn a_blitz_a_stacker_and_a_sudden_death() {
    let mut played = mode(Mode::Blitz);
    played.answer(false);
    check("blitz_wrong", &played);
    let mut played = mode(Mode::Stacker);
    played.answer(true);
    check("stacker_right", &played);
    let mut played = mode(Mode::SuddenDeath);
    played.answer(true).next();
    check("sudden_death", &played);
}

#[test]
fn what_came_of_an_answer() {
    let mut played = session(&[choice()]);
    played.answer(true);
    check("feedback_right", &played);
    let mut played = session(&[choice()]);
    played.answer(false);
    check("feedback_wrong", &played);
    played.send(Input::Report);
    check("feedback_reported", &played);
    let mut played = session(&[entry()]);
    played.typed("Athlaed").send(Input::Confirm);
    check("feedback_close", &played);
    let mut played = session(&[several()]);
    played.send(Input::Choose(0)).send(Input::Confirm);
    check("feedback_several", &played);
    let mut played = session(&[long()]);
    played.answer(false);
    check("feedback_long", &played);
}

#[test]
fn covers() {
    let mut played = mode(Mode::Countdown);
    played.wait(2_000).send(Input::Pause);
    check("pause", &played);
    let mut played = mode(Mode::Session);
    played.send(Input::Help);
    check("help", &played);
    let mut played = mode(Mode::Session);
    played.send(Input::Leave);
    check("leave", &played);
}

#[test]
fn a_party() {
    let mut played = party();
    check("party", &played);
    for _ in 0..4 {
        played.answer(true).next();
    }
    check("party_end", &played);
}

#[test]
fn the_end() {
    check("end", &ended());
    let mut played = mode(Mode::Blitz);
    played.answer(true).next().wait(90_000).next();
    check("end_blitz", &played);
}

#[test]
fn without_colours_and_signs_everything_is_said_in_ascii() {
    let mut played = session(&[several()]);
    played.send(Input::Choose(0)).send(Input::Down);
    let mut answered = session(&[other()]);
    answered.answer(false);
    let mut late = Played::of(&[other()], &Rules::of(Mode::Countdown));
    late.wait(16_000);
    for (name, played) in [("several", &played), ("wrong", &answered), ("late", &late)] {
        let (buffer, _) = draw(played, (80, 24), PLAIN, Scroll::default());
        let text = text(&buffer);
        assert!(text.is_ascii(), "{text}");
        assert!(!style(&buffer).contains("red"), "no colour");
        insta::assert_snapshot!(format!("ascii_{name}"), text + "\n\n" + &style(&buffer));
    }
}

/// Everything a screen says when its text is read from top to bottom.
fn read(played: &Played, size: (u16, u16)) -> String {
    read_with(played, size, &setting())
}

fn read_with(played: &Played, size: (u16, u16), setting: &Setting) -> String {
    let mut all = String::new();
    let mut top = 0;
    loop {
        let at = Scroll { top, follow: false };
        let (buffer, drawn) = draw_with(played, size, Theme::FULL, at, setting);
        if drawn.scroll.top < top {
            return all;
        }
        all.push_str(&text(&buffer));
        all.push('\n');
        top = drawn.scroll.top + 1;
    }
}

#[test]
fn nothing_is_cut_at_any_size() {
    let mut answered = session(&[choice()]);
    answered.answer(false);
    let mut long_answered = session(&[long()]);
    long_answered.answer(false);
    let wrapped = "It is cut off at the right edge of the screen, which nobody would like";
    let source = "The part of Jim Halpert went to John Krasinski, who had read for it twice.";
    for size in [(40, 12), (20, 12), (56, 20), (80, 24), (120, 40), (200, 60)] {
        for (played, said) in [
            (&session(&[long()]), LONG),
            (&session(&[long()]), wrapped),
            (&long_answered, LONG),
            (&long_answered, wrapped),
            (&answered, source),
            (&ended(), LONG),
            (&ended(), "quizwright play --seed 7"),
        ] {
            let read = read(played, size);
            for word in said.split_whitespace() {
                assert!(read.contains(word), "{word} at {size:?} in\n{read}");
            }
        }
    }
}

#[test]
fn no_size_is_too_small_to_draw() {
    for width in [1, 2, 3, 10, 30] {
        for height in [1, 2, 3, 5] {
            for played in [&session(&[long()]), &session(&[entry()]), &ended()] {
                draw(played, (width, height), Theme::FULL, Scroll::default());
            }
        }
    }
}

#[test]
fn a_hostile_bank_reaches_no_screen() {
    let evil = Setting {
        title: "Title\u{1b}[2J\u{202e}".into(),
        replay: "quizwright play evil\u{1b}[2J\u{202e}.json".into(),
        ..setting()
    };
    for size in SIZES {
        let mut played = Played::of(&hostile(), &hostile_rules());
        let mut seen = String::new();
        let mut see = |played: &Played| seen += &read_with(played, size, &evil);
        while played.session.ending().is_none() {
            let several = match played.session.view().scene {
                Scene::Question { question, .. } => question.form.keys().len() > 1,
                scene => panic!("no question: {scene:?}"),
            };
            for input in [Input::Hint, Input::FiftyFifty] {
                played.send(input);
                see(&played);
            }
            for cover in [Input::Help, Input::Pause, Input::Leave] {
                see(played.send(cover));
                played.send(Input::Stay);
                played.send(Input::Shown);
            }
            played.typed("x\u{202e}y");
            played.send(Input::Choose(0)).send(Input::Choose(1));
            see(&played);
            if several || played.session.judgements().is_empty() {
                played.send(Input::Confirm);
            }
            played.send(Input::Confirm).send(Input::Shown);
            see(&played);
            played.next();
        }
        see(&played);
        for words in ["␛[31mRed", "[2J", "wins"] {
            assert!(seen.contains(words), "{words} at {size:?} in\n{seen}");
        }
        assert_harmless(&seen);
    }
}

#[test]
fn a_click_on_an_option_chooses_it_and_on_a_key_presses_it() {
    use quizwright::terminal::keymap::Action;
    for size in SIZES {
        let played = session(&[choice()]);
        let (buffer, drawn) = draw(&played, size, Theme::FULL, Scroll::default());
        let lines = text(&buffer);
        for (words, action) in [
            ("3  ", Action::Game(Input::Choose(2))),
            ("? help", Action::Game(Input::Help)),
            ("q leave", Action::Game(Input::Leave)),
        ] {
            let (y, line) = lines
                .lines()
                .enumerate()
                .find(|(_, line)| line.contains(words))
                .unwrap();
            let x = line[..line.find(words).unwrap()].chars().count();
            let hit = drawn.hit(u16::try_from(x).unwrap(), u16::try_from(y).unwrap());
            assert_eq!(hit, Some(action), "{words} at {size:?}");
        }
        assert_eq!(drawn.hit(0, 0), None);
    }
}

#[test]
fn a_clock_that_has_not_run_out_never_shows_zero() {
    let mut played = mode(Mode::Countdown);
    played.wait(19_999);
    let (buffer, _) = draw(&played, (80, 24), Theme::FULL, Scroll::default());
    assert!(text(&buffer).contains("! 1 s !"));
    assert_eq!(
        played.session.wake_at(),
        Some(Elapsed::from_secs(20)),
        "and one millisecond later it is over"
    );
}
