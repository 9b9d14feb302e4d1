//! What the terminal can do, from what the system says about it.

use std::io::{IsTerminal, stdin, stdout};

use super::theme::Theme;
use super::words::COLUMNS;

/// How to play here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Environment {
    /// In lines instead of on a full screen.
    pub plain: bool,
    /// Colours and signs.
    pub theme: Theme,
}

/// The columns of a block of text: those of the terminal, up to as many as can
/// be read with ease.
pub fn columns() -> usize {
    let size = ratatui::crossterm::terminal::size();
    size.map_or(COLUMNS, |(columns, _)| {
        usize::from(columns).clamp(20, COLUMNS)
    })
}

/// What the system says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Streams {
    /// Standard input is a terminal.
    pub input: bool,
    /// Standard output is a terminal.
    pub output: bool,
}

impl Environment {
    /// What there is here; `plain` is what the command line asks for.
    pub fn here(plain: bool) -> Self {
        let streams = Streams {
            input: stdin().is_terminal(),
            output: stdout().is_terminal(),
        };
        Self::of(plain, streams, |name| std::env::var(name).ok())
    }

    /// The decision, from the streams and the environment variables.
    pub fn of(plain: bool, streams: Streams, variable: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| variable(name).filter(|value| !value.is_empty());
        let term = set("TERM").unwrap_or_default();
        let wanted = plain || set("QUIZWRIGHT_PLAIN").is_some_and(|value| value != "0");
        let locale = set("LC_ALL")
            .or_else(|| set("LC_CTYPE"))
            .or_else(|| set("LANG"))
            .unwrap_or_default()
            .to_ascii_lowercase();
        let dumb = term.is_empty() || term == "dumb";
        Self {
            plain: wanted || !streams.input || !streams.output || (dumb && cfg!(unix)),
            theme: Theme {
                colour: set("NO_COLOR").is_none(),
                signs: term != "linux"
                    && (locale.contains("utf-8") || locale.contains("utf8") || cfg!(windows)),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TERMINAL: Streams = Streams {
        input: true,
        output: true,
    };

    fn of(streams: Streams, variables: &[(&str, &str)]) -> Environment {
        Environment::of(false, streams, |name| {
            variables
                .iter()
                .find(|(n, _)| *n == name)
                .map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    #[cfg(unix)]
    fn plain_is_chosen_where_a_screen_cannot_be() {
        let xterm = ("TERM", "xterm-256color");
        let pipe = Streams {
            input: false,
            output: true,
        };
        let file = Streams {
            input: true,
            output: false,
        };
        for (streams, variables, plain) in [
            (TERMINAL, vec![xterm], false),
            (pipe, vec![xterm], true),
            (file, vec![xterm], true),
            (TERMINAL, vec![("TERM", "dumb")], true),
            (TERMINAL, vec![], true),
            (TERMINAL, vec![xterm, ("QUIZWRIGHT_PLAIN", "1")], true),
            (TERMINAL, vec![xterm, ("QUIZWRIGHT_PLAIN", "")], false),
            (TERMINAL, vec![xterm, ("QUIZWRIGHT_PLAIN", "0")], false),
        ] {
            assert_eq!(of(streams, &variables).plain, plain, "{variables:?}");
        }
    }

    #[test]
    fn colour_and_signs_follow_the_environment() {
        let theme = |variables: &[(&str, &str)]| of(TERMINAL, variables).theme;
        let xterm = ("TERM", "xterm");
        assert!(theme(&[xterm, ("LANG", "en_GB.UTF-8")]).signs);
        assert!(theme(&[xterm, ("LANG", "C.utf8")]).colour);
        assert!(!theme(&[xterm, ("NO_COLOR", "1")]).colour);
        assert!(theme(&[xterm, ("NO_COLOR", "")]).colour);
        #[cfg(unix)]
        {
            assert!(!theme(&[xterm]).signs);
            assert!(!theme(&[xterm, ("LANG", "C")]).signs);
            assert!(!theme(&[xterm, ("LC_ALL", "C"), ("LANG", "en_GB.UTF-8")]).signs);
            assert!(!theme(&[("TERM", "linux"), ("LANG", "en_GB.UTF-8")]).signs);
        }
    }
}
