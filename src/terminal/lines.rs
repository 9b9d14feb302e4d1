//! Lines of standard input, read when they are wanted.
//!
//! A read of a line has no time-out, so a thread does it; one thread for the
//! whole program, and it reads only when somebody waits for a line, so that
//! it takes no keys from a prompt or a screen.

use std::io::{self, BufRead, Read};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::Duration;

use super::signals::Watch;

/// A signal is seen within this time.
const LONGEST_WAIT: Duration = Duration::from_millis(100);

/// So much of a line is heard, in bytes.
const LONGEST_LINE: u64 = 4096;

/// What was heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// A line.
    Line(String),
    /// Nothing in time.
    Nothing,
    /// There will be no more lines.
    End,
    /// A signal asked us to end.
    Interrupted,
}

/// Where lines come from.
pub trait Lines {
    /// The next line, if there is one in time; no time is forever.
    fn hear(&mut self, at_most: Option<Duration>) -> Heard;
}

struct Reader {
    wanted: Sender<()>,
    lines: Receiver<Option<String>>,
    /// A line was asked for and has not come yet.
    asked: bool,
}

static READER: OnceLock<Mutex<Reader>> = OnceLock::new();

fn start() -> Mutex<Reader> {
    let (wanted, wishes) = mpsc::channel();
    let (sender, lines) = mpsc::channel();
    std::thread::spawn(move || {
        while wishes.recv().is_ok() {
            let line = read_line(&mut io::stdin().lock()).ok().flatten();
            if sender.send(line).is_err() {
                return;
            }
        }
    });
    Mutex::new(Reader {
        wanted,
        lines,
        asked: false,
    })
}

/// A line, without what is beyond its limit; nothing at the end.
fn read_line(input: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut line = Vec::new();
    input
        .by_ref()
        .take(LONGEST_LINE)
        .read_until(b'\n', &mut line)?;
    if line.is_empty() {
        return Ok(None);
    }
    if !line.ends_with(b"\n") {
        input.skip_until(b'\n')?;
    }
    Ok(Some(String::from_utf8_lossy(&line).into_owned()))
}

/// Standard input, and the signals while we listen.
#[derive(Debug)]
pub struct StandardInput(Watch);

impl StandardInput {
    /// Begins to listen.
    ///
    /// # Errors
    /// When signals cannot be looked after.
    pub fn listen() -> io::Result<Self> {
        Watch::begin().map(Self)
    }
}

impl Lines for StandardInput {
    fn hear(&mut self, at_most: Option<Duration>) -> Heard {
        let mut reader = READER
            .get_or_init(start)
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        if !reader.asked {
            reader.asked = reader.wanted.send(()).is_ok();
        }
        let mut left = at_most;
        loop {
            if self.0.interrupted() {
                return Heard::Interrupted;
            }
            let wait = left.unwrap_or(LONGEST_WAIT).min(LONGEST_WAIT);
            match reader.lines.recv_timeout(wait) {
                Ok(line) => {
                    reader.asked = false;
                    return line.map_or(Heard::End, Heard::Line);
                }
                Err(RecvTimeoutError::Disconnected) => return Heard::End,
                Err(RecvTimeoutError::Timeout) => {}
            }
            if let Some(time) = &mut left {
                *time = time.saturating_sub(wait);
                if time.is_zero() {
                    return Heard::Nothing;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_without_an_end_is_not_kept() {
        let text = ["1".repeat(100_000), "2".to_owned(), "3".repeat(5_000)].join("\n");
        let mut input = io::BufReader::new(text.as_bytes());
        let mut lengths = Vec::new();
        while let Some(line) = read_line(&mut input).unwrap() {
            lengths.push(line.len());
        }
        assert_eq!(lengths, [4096, 2, 4096]);
    }
}
