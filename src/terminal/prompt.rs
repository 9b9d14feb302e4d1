//! Prompts by `dialoguer`, guarded: Ctrl-C is an answer, not a dead process
//! with a hidden cursor. Where lines are wanted, a menu is numbered lines.

use std::borrow::Cow;
use std::fmt;
use std::io::{self, IsTerminal, Write};

use dialoguer::{FuzzySelect, Select};
use fuzzy_matcher::skim::SkimMatcherV2;
use unicode_segmentation::UnicodeSegmentation;

use super::environment::Environment;
use super::lines::{Heard, Lines, StandardInput};
use super::signals::Watch;
use super::wrap::width;
use crate::text::safe;

/// What came of a prompt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer<T> {
    /// The user answered.
    Given(T),
    /// Esc, or the end of the input.
    Cancelled,
    /// Ctrl-C, or a signal.
    Interrupted,
}

/// Whether there is somebody to ask.
pub fn is_possible() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Runs a prompt; the cursor is back however it ends. `None` is Esc.
///
/// # Errors
/// When the terminal cannot be read or written.
pub fn ask<T>(
    prompt: impl FnOnce() -> Result<Option<T>, dialoguer::Error>,
) -> io::Result<Answer<T>> {
    let watch = Watch::begin()?;
    let _cursor = ShowCursor;
    #[cfg(unix)]
    let _unechoed = Unechoed::begin();
    let answer = nudged(&watch, prompt);
    let interrupted = watch.interrupted();
    watch.forget();
    match answer {
        _ if interrupted => Ok(Answer::Interrupted),
        Ok(Some(value)) => Ok(Answer::Given(value)),
        Ok(None) => Ok(Answer::Cancelled),
        Err(dialoguer::Error::IO(error)) if error.kind() == io::ErrorKind::Interrupted => {
            Ok(Answer::Interrupted)
        }
        Err(dialoguer::Error::IO(error)) => Err(error),
    }
}

/// How long a prompt may ignore a signal.
#[cfg(unix)]
const NUDGE: std::time::Duration = std::time::Duration::from_millis(100);

/// Runs a prompt that hears every signal. One that comes just before the
/// prompt begins to read would be lost on it: then it is sent again.
#[cfg(unix)]
fn nudged<T>(watch: &Watch, prompt: impl FnOnce() -> T) -> T {
    use std::sync::mpsc::{RecvTimeoutError, channel};
    let (done, waits) = channel::<()>();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            while waits.recv_timeout(NUDGE) == Err(RecvTimeoutError::Timeout) {
                if watch.interrupted() {
                    let ourselves = rustix::process::getpid();
                    // Nothing to do about a signal that cannot be sent.
                    let _ = rustix::process::kill_process(ourselves, rustix::process::Signal::INT);
                }
            }
        });
        let answer = prompt();
        drop(done);
        answer
    })
}

#[cfg(not(unix))]
fn nudged<T>(_watch: &Watch, prompt: impl FnOnce() -> T) -> T {
    prompt()
}

/// Lets the user choose one of a few things; `at` is highlighted first.
///
/// # Errors
/// When the terminal cannot be read or written.
pub fn select(
    environment: &Environment,
    title: &str,
    words: &[String],
    at: usize,
) -> io::Result<Answer<usize>> {
    let title = &safe::shown(title);
    let words: Vec<_> = words.iter().map(|entry| safe::shown(entry)).collect();
    if environment.plain {
        return select_line(title, &words, &mut io::stderr());
    }
    let (look, rows) = Look::of(*environment, words.len());
    ask(|| {
        Select::with_theme(&look)
            .with_prompt(title.as_ref())
            .items(&words)
            .default(at)
            .max_length(rows)
            .report(false)
            .interact_opt()
    })
}

/// Lets the user find one of many things by typing parts of it.
///
/// # Errors
/// When the terminal cannot be read or written.
pub fn search(
    environment: &Environment,
    title: &str,
    words: &[String],
) -> io::Result<Answer<usize>> {
    if environment.plain {
        return select(environment, title, words, 0);
    }
    let words: Vec<_> = words.iter().map(|entry| safe::shown(entry)).collect();
    let (look, _) = Look::of(*environment, words.len());
    ask(|| {
        FuzzySelect::with_theme(&look)
            .with_prompt(title)
            .items(&words)
            .default(0)
            .max_length(MOST_FOUND)
            .report(false)
            .interact_opt()
    })
}

/// The most entries of a search that are shown at once.
const MOST_FOUND: usize = 12;

/// The columns before an entry of a menu.
const MARGIN: usize = 4;

/// The rows of a menu that are not entries: empty ones, the title, the cursor's.
const ROOM: usize = 4;

/// An entry that fits in a line: a menu that scrolls is drawn anew in the wrong place.
fn shortened(entry: &str, columns: usize, signs: bool) -> String {
    if width(entry) <= columns {
        return entry.to_owned();
    }
    let dots = if signs { "…" } else { "..." };
    let room = columns.saturating_sub(width(dots));
    let mut short = String::new();
    for grapheme in entry.graphemes(true) {
        if width(&short) + width(grapheme) > room {
            break;
        }
        short.push_str(grapheme);
    }
    short.truncate(short.trim_end().len());
    short + dots
}

/// What clears a text that is too long to be changed where it stands.
const CLEAR: &str = "-";

/// Lets the user type a line, or change the one that stands there `now`; it may
/// be empty. Tab completes from what is `known`.
///
/// # Errors
/// When the terminal cannot be read or written.
pub fn text(
    environment: &Environment,
    title: &str,
    now: &str,
    known: &[String],
) -> io::Result<Answer<String>> {
    let plain = environment.plain;
    let title = match known {
        [_, ..] if !plain => format!("{title}; Tab completes"),
        _ => title.to_owned(),
    };
    let shown = safe::shown(now);
    let (columns, _) = ratatui::crossterm::terminal::size().unwrap_or((80, 24));
    let in_place = width(&title) + width(": ") + width(&shown) < usize::from(columns);
    if in_place && !plain {
        let answer = line(&title, &shown, known)?;
        // What was not touched stays as it is, also what cannot be shown.
        return Ok(match answer {
            Answer::Given(text) if text == shown => Answer::Given(now.to_owned()),
            other => other,
        });
    }
    let ask = |title: &str| {
        if plain {
            plain_line(title)
        } else {
            line(title, "", known)
        }
    };
    if now.is_empty() {
        return ask(&title);
    }
    writeln!(io::stderr(), "{shown}")?;
    let title = format!("{title} (nothing keeps this, {CLEAR} clears it)");
    Ok(match ask(&title)? {
        Answer::Given(text) if text.is_empty() => Answer::Given(now.to_owned()),
        Answer::Given(text) if text == CLEAR => Answer::Given(String::new()),
        other => other,
    })
}

/// One line that begins as `text`, trimmed.
fn line(title: &str, text: &str, known: &[String]) -> io::Result<Answer<String>> {
    let completion = Known(known);
    let answer = ask(|| {
        dialoguer::Input::<String>::new()
            .with_prompt(title)
            .with_initial_text(text)
            .allow_empty(true)
            .completion_with(&completion)
            .interact_text()
            .map(Some)
    })?;
    Ok(match answer {
        Answer::Given(text) => Answer::Given(text.trim().to_owned()),
        other => {
            // The cursor stands behind the prompt.
            writeln!(io::stderr())?;
            other
        }
    })
}

/// Completes from what is known.
struct Known<'a>(&'a [String]);

impl dialoguer::Completion for Known<'_> {
    fn get(&self, input: &str) -> Option<String> {
        let input = input.to_lowercase();
        let fits = |known: &&String| known.to_lowercase().starts_with(&input);
        self.0.iter().find(fits).cloned()
    }
}

/// One line where nothing can be edited, trimmed.
fn plain_line(title: &str) -> io::Result<Answer<String>> {
    let mut input = StandardInput::listen()?;
    writeln!(io::stderr(), "{title}:")?;
    Ok(match input.hear(None) {
        Heard::Line(line) => Answer::Given(line.trim().to_owned()),
        Heard::Interrupted => Answer::Interrupted,
        Heard::End | Heard::Nothing => Answer::Cancelled,
    })
}

/// A menu in numbered lines.
fn select_line(
    title: &str,
    words: &[Cow<'_, str>],
    out: &mut dyn Write,
) -> io::Result<Answer<usize>> {
    let mut input = StandardInput::listen()?;
    writeln!(out, "{title}")?;
    for (n, entry) in words.iter().enumerate() {
        writeln!(out, "{}. {entry}", n + 1)?;
    }
    loop {
        writeln!(out, "Type a number and press Enter.")?;
        out.flush()?;
        match input.hear(None) {
            Heard::Interrupted => return Ok(Answer::Interrupted),
            Heard::End => return Ok(Answer::Cancelled),
            Heard::Nothing => {}
            Heard::Line(line) => {
                let number = line.trim().parse::<usize>().ok();
                if let Some(place) = number.and_then(|n| n.checked_sub(1))
                    && place < words.len()
                {
                    return Ok(Answer::Given(place));
                }
            }
        }
    }
}

/// How prompts look: bold, and one sign.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Whether signs outside ASCII can be shown.
    pub signs: bool,
    /// Whether there is room for empty lines.
    pub roomy: bool,
    /// The columns of the terminal.
    pub columns: usize,
}

impl Look {
    /// How a menu of so many entries looks here, and the rows of the terminal.
    fn of(environment: Environment, entries: usize) -> (Self, usize) {
        let (columns, rows) = ratatui::crossterm::terminal::size().unwrap_or((80, 24));
        let rows = usize::from(rows);
        let look = Self {
            signs: environment.theme.signs,
            roomy: entries + ROOM <= rows,
            columns: usize::from(columns),
        };
        (look, rows)
    }
}

const BOLD: &str = "\x1b[1m";
const NORMAL: &str = "\x1b[0m";

impl dialoguer::theme::Theme for Look {
    fn format_prompt(&self, f: &mut dyn fmt::Write, prompt: &str) -> fmt::Result {
        if self.roomy {
            write!(f, "\n  {BOLD}{prompt}{NORMAL}\n")
        } else {
            write!(f, "  {BOLD}{prompt}{NORMAL}")
        }
    }

    fn format_select_prompt_item(
        &self,
        f: &mut dyn fmt::Write,
        text: &str,
        active: bool,
    ) -> fmt::Result {
        let text = shortened(text, self.columns.saturating_sub(MARGIN + 1), self.signs);
        match (active, self.signs) {
            (true, true) => write!(f, "  {BOLD}▸ {text}{NORMAL}"),
            (true, false) => write!(f, "  {BOLD}> {text}{NORMAL}"),
            (false, _) => write!(f, "    {text}"),
        }
    }

    // What is shown is shortened, what is searched is not.
    fn format_fuzzy_select_prompt_item(
        &self,
        f: &mut dyn fmt::Write,
        text: &str,
        active: bool,
        _highlight_matches: bool,
        _matcher: &SkimMatcherV2,
        _search_term: &str,
    ) -> fmt::Result {
        self.format_select_prompt_item(f, text, active)
    }

    fn format_fuzzy_select_prompt(
        &self,
        f: &mut dyn fmt::Write,
        prompt: &str,
        search_term: &str,
        at: usize,
    ) -> fmt::Result {
        let (before, after) = search_term
            .split_at_checked(at)
            .unwrap_or((search_term, ""));
        write!(f, "  {BOLD}{prompt}{NORMAL} {before}|{after}")
    }
}

/// Keeps the terminal from echoing and gathering lines while a prompt runs.
/// Between two keys the prompt itself does not: what is typed or pasted then would
/// stand on the screen twice, and an erase key would be lost.
#[cfg(unix)]
struct Unechoed(Option<rustix::termios::Termios>);

#[cfg(unix)]
impl Unechoed {
    fn begin() -> Self {
        use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr};
        let Ok(before) = tcgetattr(io::stdin()) else {
            return Self(None);
        };
        let mut modes = before.clone();
        modes.local_modes -= LocalModes::ECHO | LocalModes::ICANON;
        let set = tcsetattr(io::stdin(), OptionalActions::Now, &modes);
        Self(set.is_ok().then_some(before))
    }
}

#[cfg(unix)]
impl Drop for Unechoed {
    fn drop(&mut self) {
        use rustix::termios::{OptionalActions, tcsetattr};
        if let Some(before) = &self.0 {
            // Nothing to do about a terminal that is gone.
            let _ = tcsetattr(io::stdin(), OptionalActions::Now, before);
        }
    }
}

struct ShowCursor;

impl Drop for ShowCursor {
    fn drop(&mut self) {
        // Nothing to do about a terminal that is gone.
        let _ = io::stderr().lock().write_all(b"\x1b[?25h");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_shortened_to_a_line_by_what_it_takes_on_a_screen() {
        for (entry, columns, signs, short) in [
            ("Daily", 5, true, "Daily"),
            ("Daily one", 8, true, "Daily o…"),
            ("Daily one", 7, true, "Daily…"),
            ("Daily one", 7, false, "Dail..."),
            ("日本語", 5, true, "日本…"),
            ("e\u{301}e\u{301}e\u{301}", 2, true, "e\u{301}…"),
            ("Daily", 0, true, "…"),
        ] {
            assert_eq!(shortened(entry, columns, signs), short);
        }
    }
}
