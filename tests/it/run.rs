//! The loop of the full screen, with a keyboard and a clock made of cardboard.

use std::collections::VecDeque;
use std::io;
use std::time::Duration;

use quizwright::item::Item;
use quizwright::play::{Elapsed, Event, Mode, Rules, Scene, Session, Verdict, deal};
use quizwright::terminal::Way;
use quizwright::terminal::run::{Keyboard, Table};
use quizwright::terminal::theme::Theme;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::crossterm::event::{Event as Press, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::fixture::{Hand, choice, other, setting, truth};

/// What comes from the keyboard.
#[derive(Clone, Debug)]
enum Step {
    /// This much time goes by.
    Wait(u64),
    /// A key, pressed while nothing else is waited for.
    Key(char),
    /// A key that was in the queue already when the screen changed.
    Early(char),
    /// Any other event.
    Other(Press),
    /// A signal.
    Signal,
}

struct Cardboard<'a> {
    clock: &'a Hand,
    steps: VecDeque<Step>,
    signalled: bool,
}

fn key(c: char) -> KeyEvent {
    let code = match c {
        '\n' => KeyCode::Enter,
        c => KeyCode::Char(c),
    };
    KeyEvent::new(code, KeyModifiers::NONE)
}

impl Keyboard for Cardboard<'_> {
    fn wait(&mut self, at_most: Duration) -> io::Result<Option<Press>> {
        let drains = at_most.is_zero();
        match self.steps.pop_front() {
            Some(Step::Early(c)) => Ok(Some(Press::Key(key(c)))),
            Some(step) if drains => {
                self.steps.push_front(step);
                Ok(None)
            }
            Some(Step::Key(c)) => Ok(Some(Press::Key(key(c)))),
            Some(Step::Other(press)) => Ok(Some(press)),
            Some(Step::Wait(wait)) => {
                let most = u64::try_from(at_most.as_millis()).unwrap();
                let now = self.clock.0.get();
                self.clock.0.set(now + wait.min(most));
                if wait > most {
                    self.steps.push_front(Step::Wait(wait - most));
                }
                Ok(None)
            }
            Some(Step::Signal) | None => {
                self.signalled = true;
                Ok(None)
            }
        }
    }

    fn interrupted(&self) -> bool {
        self.signalled
    }
}

/// Plays the steps; what is left then is ended by a signal.
fn play(items: &[Item], rules: &Rules, steps: &[Step]) -> (Way, Session, Vec<Event>) {
    let clock = Hand::default();
    let mut keys = Cardboard {
        clock: &clock,
        steps: steps.iter().cloned().collect(),
        signalled: false,
    };
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    let mut session = Session::start(deal(items, rules, 7), Elapsed::ZERO);
    let mut seen = Vec::new();
    let way = Table {
        terminal: &mut terminal,
        keys: &mut keys,
        clock: &clock,
        setting: &setting(),
        theme: Theme::FULL,
        notes: Vec::new(),
    }
    .play(&mut session, &mut |_, events| {
        seen.extend_from_slice(events);
        Vec::new()
    })
    .unwrap();
    (way, session, seen)
}

fn session(steps: &[Step]) -> (Way, Session, Vec<Event>) {
    play(&[choice(), other()], &Rules::default(), steps)
}

use Step::{Early, Key, Other, Signal, Wait};

#[test]
fn every_event_reaches_the_sink_once_and_in_order() {
    let (way, _, events) = session(&[Key('1'), Key('\n'), Key('2'), Key('\n'), Key('q')]);
    assert_eq!(way, Way::Over);
    let names: Vec<&str> = events
        .iter()
        .map(|event| match event {
            Event::Asked { .. } => "asked",
            Event::Judged(_) => "judged",
            Event::Finished(_) => "finished",
            _ => "other",
        })
        .collect();
    assert_eq!(names, ["asked", "judged", "asked", "judged", "finished"]);
}

#[test]
fn a_key_from_before_the_question_is_thrown_away() {
    let (_, session, _) = session(&[Key('1'), Key('\n'), Early('1'), Early('2'), Signal]);
    assert_eq!(session.judgements().len(), 1);
    assert!(matches!(session.view().scene, Scene::Question { .. }));
}

#[test]
fn ctrl_c_is_heard_even_among_keys_that_are_thrown_away() {
    let mut ctrl_c = key('c');
    ctrl_c.modifiers = KeyModifiers::CONTROL;
    let (way, ..) = session(&[Other(Press::Key(ctrl_c))]);
    assert_eq!(way, Way::Interrupted);
}

#[test]
fn a_released_key_says_nothing() {
    let mut released = key('1');
    released.kind = KeyEventKind::Release;
    let (_, session, _) = session(&[Other(Press::Key(released)), Signal]);
    assert!(session.judgements().is_empty());
}

#[test]
fn the_clock_runs_out_without_a_key() {
    let rules = Rules::of(Mode::Countdown);
    let (_, session, _) = play(&[choice()], &rules, &[Wait(25_000), Signal]);
    let judgement = &session.judgements()[0];
    assert_eq!(judgement.verdict, Verdict::Late);
    assert_eq!(judgement.took, Elapsed::from_secs(20), "not a moment later");
}

#[test]
fn the_time_of_an_answer_is_the_time_since_it_was_shown() {
    let rules = Rules::of(Mode::Countdown);
    let (_, session, _) = play(&[choice()], &rules, &[Wait(1_234), Key('1'), Signal]);
    assert_eq!(session.judgements()[0].took, Elapsed::from_millis(1_234));
}

#[test]
fn a_blitz_goes_on_by_itself() {
    let rules = Rules::of(Mode::Blitz);
    let items = [choice(), other(), truth()];
    let (_, session, _) = play(&items, &rules, &[Key('1'), Wait(900), Signal]);
    assert!(matches!(session.view().scene, Scene::Question { .. }));
    assert_eq!(session.view().place, 2);
}

#[test]
fn again_is_offered_only_where_something_was_missed() {
    let place = |session: &Session| {
        let question = &session.round().questions[0];
        let right = (0..4).find(|&n| question.form.is_right(n)).unwrap();
        char::from_digit(u32::try_from(right).unwrap() + 1, 10).unwrap()
    };
    let dealt = Session::start(deal(&[choice()], &Rules::default(), 7), Elapsed::ZERO);
    let right = place(&dealt);
    let wrong = if right == '1' { '2' } else { '1' };
    let rules = Rules::default();
    for (answer, way) in [(right, Way::Over), (wrong, Way::Again)] {
        let steps = [Key(answer), Key('\n'), Key('m'), Key('q')];
        assert_eq!(play(&[choice()], &rules, &steps).0, way);
    }
}

#[test]
fn leaving_asks_once_and_then_shows_nothing_more() {
    let (way, session, _) = session(&[Key('q'), Key('n'), Key('q'), Key('y')]);
    assert_eq!(way, Way::Over);
    assert!(session.ending().is_some());
}
