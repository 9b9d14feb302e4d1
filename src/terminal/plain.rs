//! Plain mode: lines in, sentences out. For screen readers, pipes and
//! terminals that cannot do more.

use std::io::{self, IsTerminal, Write};
use std::time::Duration;

use super::clock::{Clock, Monotonic};
use super::environment::columns;
use super::lines::{Heard, Lines, StandardInput};
use super::theme::Theme;
use super::wrap::wrap;
use super::{Setting, Sink, Way, words};
use crate::play::{
    Elapsed, Ending, Event, Form, Hold, Input, Mode, Question, Scene, Session, Summary, View,
};
use crate::text::safe;

/// No signs outside ASCII: a screen reader would spell them out.
const THEME: Theme = Theme {
    colour: false,
    signs: false,
};

/// Writes a text to standard output.
///
/// # Errors
/// When nobody reads it any more.
pub fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// Plays on standard input and output.
///
/// # Errors
/// When standard output cannot be written.
pub fn play_here(session: &mut Session, setting: &Setting, sink: Sink<'_>) -> io::Result<Way> {
    let mut lines = StandardInput::listen()?;
    let clock = Monotonic::start();
    let mut out = io::stdout().lock();
    // A program that reads the lines wants them whole.
    let columns = out.is_terminal().then(columns);
    let way = play(
        session, setting, &mut lines, &mut out, columns, &clock, sink,
    )?;
    // A pipe ends with the summary; somebody who is there is asked.
    let asks = io::stdin().is_terminal() && session.missed().is_some();
    if way != Way::Over || session.ending() == Some(Ending::Left) || !asks {
        return Ok(way);
    }
    again(&mut lines, &mut out)
}

/// Asks whether to play the missed questions again.
fn again(lines: &mut dyn Lines, out: &mut dyn Write) -> io::Result<Way> {
    writeln!(
        out,
        "\nType m to play the missed ones again, or press Enter to end."
    )?;
    out.flush()?;
    Ok(match lines.hear(None) {
        Heard::Line(line) if line.trim().eq_ignore_ascii_case("m") => Way::Again,
        Heard::Interrupted => Way::Interrupted,
        _ => Way::Over,
    })
}

/// Plays a session in lines, broken at spaces if there are only so many columns.
///
/// # Errors
/// When the output cannot be written.
pub fn play(
    session: &mut Session,
    setting: &Setting,
    lines: &mut dyn Lines,
    out: &mut dyn Write,
    columns: Option<usize>,
    clock: &dyn Clock,
    sink: Sink<'_>,
) -> io::Result<Way> {
    let mut teller = Teller { out, columns };
    let mut notes = Vec::new();
    teller.opening(session, setting)?;
    if let Scene::Held(hold) = session.view().scene {
        teller.held(hold, session)?;
    }
    let mut warned = Elapsed::ZERO;
    while session.ending().is_none() {
        let mut events = Vec::new();
        if session.awaits_screen() {
            teller.question(&session.view())?;
            events.extend(session.handle(clock.now(), Input::Shown));
            warned = first_warning(session);
        }
        teller.out.flush()?;
        if !events.is_empty() {
            sink(session, &events);
        }
        let heard = lines.hear(patience(session, warned, clock.now()));
        let events = match heard {
            Heard::Interrupted => {
                teller.say("Interrupted.")?;
                teller.out.flush()?;
                return Ok(Way::Interrupted);
            }
            Heard::End => {
                let over = matches!(session.view().scene, Scene::Feedback { .. });
                let input = if over { Input::Confirm } else { Input::End };
                session.handle(clock.now(), input)
            }
            Heard::Nothing => session.handle(clock.now(), Input::Tick),
            Heard::Line(line) => match command(session, &line) {
                Ok(inputs) => {
                    let events: Vec<Event> = inputs
                        .into_iter()
                        .flat_map(|input| session.handle(clock.now(), input))
                        .collect();
                    if events.is_empty() {
                        teller.say("That is not possible now.")?;
                    }
                    events
                }
                Err(sentence) => {
                    teller.say(&sentence)?;
                    session.handle(clock.now(), Input::Tick)
                }
            },
        };
        warned = teller.remind(session, warned, &events)?;
        let events = teller.tell(session, clock, events)?;
        if !events.is_empty() {
            teller.out.flush()?;
            notes.extend(sink(session, &events));
        }
    }
    teller.say("")?;
    let summary = Summary::of(session);
    let columns = columns.unwrap_or(words::COLUMNS);
    teller
        .out
        .write_all(words::summary_text(&summary, setting, &notes, THEME, columns).as_bytes())?;
    teller.out.flush()?;
    Ok(Way::Over)
}

/// The seconds at which the time left is said.
const WARNINGS: [u64; 3] = [30, 10, 5];

/// The next time left that is worth a word, below what is left now.
fn first_warning(session: &Session) -> Elapsed {
    let left = session.view().clock.map_or(Elapsed::ZERO, |c| c.left);
    next_warning(left)
}

fn next_warning(left: Elapsed) -> Elapsed {
    WARNINGS
        .into_iter()
        .map(Elapsed::from_secs)
        .find(|&at| at < left)
        .unwrap_or_default()
}

fn patience(session: &Session, warning: Elapsed, now: Elapsed) -> Option<Duration> {
    let wake = session.wake_at()?;
    let until = wake.since(now);
    let until = if warning < until {
        until.since(warning)
    } else {
        until
    };
    Some(Duration::from_millis(until.as_millis().max(1)))
}

/// What a line means now, or a sentence that says what would mean something.
fn command(session: &Session, line: &str) -> Result<Vec<Input>, String> {
    let line = line.trim();
    let view = session.view();
    match view.scene {
        Scene::Question { question, .. } => match &question.form {
            Form::Entry { .. } => entry(line),
            Form::Choice { options, .. } => match chosen(line, options.len()).as_deref() {
                Some([place]) => Ok(vec![Input::Choose(*place)]),
                _ => match spelled(line, options) {
                    Some(place) => Ok(vec![Input::Choose(place)]),
                    None => letter(line).ok_or_else(|| usage(question)),
                },
            },
            Form::Several { options, .. } => match chosen(line, options.len()) {
                Some(places) => Ok(places
                    .into_iter()
                    .map(Input::Choose)
                    .chain([Input::Confirm])
                    .collect()),
                None => letter(line).ok_or_else(|| usage(question)),
            },
        },
        Scene::Held(Hold::Leave) => match line.to_lowercase().as_str() {
            "y" | "yes" | "q" => Ok(vec![Input::Yes]),
            _ => Ok(vec![Input::Stay]),
        },
        // Only the last question waits: "I was right" would come too late.
        Scene::Feedback { .. } => Ok(match line {
            "y" | "/y" => vec![Input::Overrule],
            _ => vec![Input::Confirm],
        }),
        _ => Ok(vec![Input::Stay]),
    }
}

/// The options that a line names: numbers or letters, apart or together.
fn chosen(line: &str, options: usize) -> Option<Vec<usize>> {
    let mut places = Vec::new();
    for word in line.split([' ', ',']).filter(|word| !word.is_empty()) {
        let mut letters = word.chars();
        let place = match (word.parse::<usize>(), letters.next(), letters.next()) {
            (Ok(number), _, _) => number.checked_sub(1)?,
            (_, Some(c), None) => match c.to_ascii_lowercase() {
                c @ 'a'..='d' => usize::try_from(u32::from(c) - u32::from('a')).ok()?,
                _ => return None,
            },
            _ => return None,
        };
        if place >= options || places.contains(&place) {
            return None;
        }
        places.push(place);
    }
    (!places.is_empty()).then_some(places)
}

/// The option that a line spells out.
fn spelled(line: &str, options: &[String]) -> Option<usize> {
    let line = line.to_lowercase();
    let same = |option: &String| safe::shown(option).to_lowercase() == line;
    options.iter().position(same)
}

fn entry(line: &str) -> Result<Vec<Input>, String> {
    let typed = |text: &str| {
        [Input::EraseAll]
            .into_iter()
            .chain(text.chars().map(Input::Type))
            .chain([Input::Confirm])
            .collect()
    };
    match line {
        "/h" => Ok(vec![Input::Hint]),
        "/s" => Ok(vec![Input::Skip]),
        "/!" => Ok(vec![Input::Report]),
        "/p" => Ok(vec![Input::Pause]),
        "/y" => Ok(vec![Input::Overrule]),
        "/?" => Ok(vec![Input::Help]),
        "/q" => Ok(vec![Input::Leave]),
        "" => Err("Type the answer and press Enter. /? is help, /q leaves.".to_owned()),
        text => Ok(typed(text)),
    }
}

/// The command that a letter means.
fn letter(line: &str) -> Option<Vec<Input>> {
    let input = match line.to_lowercase().as_str() {
        "f" => Input::FiftyFifty,
        "h" => Input::Hint,
        "s" => Input::Skip,
        "!" => Input::Report,
        "p" => Input::Pause,
        "y" | "/y" => Input::Overrule,
        "?" => Input::Help,
        "q" => Input::Leave,
        _ => return None,
    };
    Some(vec![input])
}

fn usage(question: &Question) -> String {
    let options = question.form.options().len();
    if let Form::Several { .. } = question.form {
        return format!(
            "Please type the numbers of all right answers, such as 1 3. There are {options}. ? is help, q leaves."
        );
    }
    let to = if options == 2 { "or" } else { "to" };
    format!("Please type a number, 1 {to} {options}. ? is help, q leaves.")
}

struct Teller<'a> {
    out: &'a mut dyn Write,
    columns: Option<usize>,
}

impl Teller<'_> {
    fn say(&mut self, sentence: &str) -> io::Result<()> {
        let Some(columns) = self.columns else {
            return writeln!(self.out, "{sentence}");
        };
        for line in wrap(sentence, columns) {
            writeln!(self.out, "{line}")?;
        }
        Ok(())
    }

    fn opening(&mut self, session: &Session, setting: &Setting) -> io::Result<()> {
        let view = session.view();
        let mode = view.rules.mode;
        let what = words::game(setting, mode);
        let questions = view.of.and_then(|of| u32::try_from(of).ok());
        let many = questions.map(|n| format!(" {}.", words::count(n, "question", "questions")));
        let clock = view.clock.map(|clock| {
            let each = if mode.has_question_clock() {
                " each"
            } else {
                ""
            };
            format!(" {} seconds{each}.", clock.total.ceil_secs())
        });
        let line = format!(
            "{what}.{}{}",
            many.unwrap_or_default(),
            clock.unwrap_or_default()
        );
        self.say(&line)?;
        self.say(if view.rules.typed {
            "Type the answer and press Enter. /? is help, /q leaves."
        } else {
            "Type the number of an answer and press Enter. ? is help, q leaves."
        })
    }

    fn question(&mut self, view: &View<'_>) -> io::Result<()> {
        let Scene::Question { question, hint, .. } = view.scene else {
            return Ok(());
        };
        self.say("")?;
        let of = view.of.map(|of| format!(" of {of}")).unwrap_or_default();
        let whose = view
            .player
            .map(|name| format!(", {}", safe::shown(name)))
            .unwrap_or_default();
        self.say(&format!("Question {}{of}{whose}.", view.place))?;
        self.say(&safe::lines(&question.stem))?;
        if let Some(task) = words::task(&question.form) {
            self.say(task)?;
        }
        if let Some(hint) = hint {
            self.say(&format!("Hint: {}", safe::shown(hint)))?;
        }
        self.options(view)
    }

    fn options(&mut self, view: &View<'_>) -> io::Result<()> {
        let Scene::Question {
            question, removed, ..
        } = view.scene
        else {
            return Ok(());
        };
        for (place, text) in question.form.options().iter().enumerate() {
            if !removed.contains(&place) {
                self.say(&format!("{}. {}", place + 1, safe::shown(text)))?;
            }
        }
        Ok(())
    }

    /// Says the time left when a warning is due; returns the next warning.
    fn remind(
        &mut self,
        session: &Session,
        warning: Elapsed,
        events: &[Event],
    ) -> io::Result<Elapsed> {
        let Some(clock) = session.view().clock.filter(|clock| clock.running) else {
            return Ok(warning);
        };
        let judged = events.iter().any(|e| matches!(e, Event::Judged(_)));
        if judged || warning == Elapsed::ZERO || clock.left > warning {
            return Ok(warning);
        }
        self.say(&format!("{} seconds left.", warning.ceil_secs()))?;
        Ok(next_warning(clock.left))
    }

    /// Says what happened. Feedback never waits: it goes on by itself.
    fn tell(
        &mut self,
        session: &mut Session,
        clock: &dyn Clock,
        events: Vec<Event>,
    ) -> io::Result<Vec<Event>> {
        let mut all = Vec::new();
        for event in events {
            match &event {
                Event::Judged(_) => self.judged(session)?,
                Event::Halved { .. } => {
                    self.say("Two wrong answers are gone. This question is worth half now.")?;
                    self.options(&session.view())?;
                }
                Event::Hinted { .. } => {
                    if let Scene::Question {
                        hint: Some(hint), ..
                    } = session.view().scene
                    {
                        let hint = safe::shown(hint);
                        self.say(&format!("Hint: {hint}\nThis question is worth half now."))?;
                    }
                }
                Event::Skipped { .. } => self.say("Skipped. It may come back later.")?,
                Event::Reported { struck, .. } => {
                    let counts = if *struck { " It does not count." } else { "" };
                    self.say(&format!("{}{counts}", words::REPORTED))?;
                }
                Event::Overruled(judgement) => {
                    let rules = &session.round().rules;
                    let earned = words::earned(rules, judgement).replace('+', "");
                    self.say(&format!("You were right. {}.", capital(&earned)))?;
                }
                Event::Held(hold) => self.held(*hold, session)?,
                Event::Resumed | Event::Asked { .. } | Event::Finished(_) => {}
            }
            all.push(event);
        }
        if let Scene::Feedback { can_overrule, .. } = session.view().scene
            && !(can_overrule && session.is_at_the_last())
        {
            all.extend(session.handle(clock.now(), Input::Confirm));
        }
        Ok(all)
    }

    fn judged(&mut self, session: &Session) -> io::Result<()> {
        let view = session.view();
        let Scene::Feedback {
            question,
            judgement,
            can_overrule,
            ..
        } = view.scene
        else {
            return Ok(());
        };
        let verdict = words::verdict(judgement.verdict);
        let earned = words::earned(view.rules, judgement);
        let earned = if earned.is_empty() {
            String::new()
        } else {
            format!(" {}.", capital(&earned.replace('+', "")))
        };
        self.say(&format!("{verdict}.{earned}"))?;
        if let Some(reckoning) = words::reckoning(view.rules, judgement) {
            self.say(&format!("{}.", capital(&reckoning)))?;
        }
        self.say(&format!(
            "The answer: {}.",
            words::key(question).trim_end_matches('.')
        ))?;
        if let Some(explanation) = &question.explanation {
            self.say(&safe::lines(explanation))?;
        }
        let source = question.source.as_ref();
        if let Some(source) = source.and_then(|source| words::cited(source, THEME.signs)) {
            self.say(&source)?;
        }
        if can_overrule {
            self.say("If you were right, type /y.")?;
        }
        Ok(())
    }

    fn held(&mut self, hold: Hold, session: &Session) -> io::Result<()> {
        match hold {
            Hold::Pause => self.say("Pause. Press Enter to go on."),
            Hold::Leave => self.say("Leave? Type y for yes; Enter stays."),
            Hold::Help => {
                let typed = session
                    .covered()
                    .is_some_and(|(question, _)| matches!(question.form, Form::Entry { .. }));
                let slash = if typed { "/" } else { "" };
                if session.round().rules.mode == Mode::Session {
                    if !typed {
                        self.say("f: fifty-fifty, two wrong answers go, half the points, once.")?;
                    }
                    self.say(&format!("{slash}h: hint, half the points, once."))?;
                    self.say(&format!("{slash}s: skip, no points, once."))?;
                }
                self.say(&format!("{slash}!: report a bad question."))?;
                self.say(&format!("{slash}p: pause."))?;
                self.say(&format!("{slash}q: leave."))?;
                self.say("Press Enter to go on.")
            }
        }
    }
}

fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}
