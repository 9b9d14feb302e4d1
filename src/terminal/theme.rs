//! The one theme: the terminal's own colours, and few of them. What a colour
//! says, a sign and a word say too.

use ratatui::style::{Color, Modifier, Style};

use crate::play::Verdict;

/// Colours and signs that can be used here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Whether colours are wanted.
    pub colour: bool,
    /// Whether signs outside ASCII can be shown.
    pub signs: bool,
}

impl Theme {
    /// Colours and signs.
    pub const FULL: Self = Self {
        colour: true,
        signs: true,
    };

    fn tint(self, colour: Color) -> Style {
        if self.colour {
            Style::new().fg(colour)
        } else {
            Style::new()
        }
    }

    /// What is read second.
    pub fn quiet(self) -> Style {
        Style::new().add_modifier(Modifier::DIM)
    }

    /// What is read first.
    pub fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// Keys that can be pressed.
    pub fn key(self) -> Style {
        self.tint(Color::Cyan).add_modifier(Modifier::BOLD)
    }

    /// The option that Enter gives.
    pub fn highlight(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED | Modifier::BOLD)
    }

    /// The full part of a bar.
    pub fn bar(self) -> Style {
        self.tint(Color::Cyan)
    }

    /// The last seconds.
    pub fn alarm(self) -> Style {
        self.tint(Color::Red)
            .add_modifier(Modifier::BOLD | Modifier::REVERSED)
    }

    /// A verdict.
    pub fn verdict(self, verdict: Verdict) -> Style {
        let colour = match verdict {
            Verdict::Right | Verdict::Close => Color::Green,
            Verdict::Wrong => Color::Red,
            Verdict::Late => Color::Magenta,
        };
        self.tint(colour).add_modifier(Modifier::BOLD)
    }

    /// The sign of a verdict, one column.
    pub fn sign(self, verdict: Verdict) -> &'static str {
        match (verdict, self.signs) {
            (Verdict::Right | Verdict::Close, true) => "✓",
            (Verdict::Right | Verdict::Close, false) => "+",
            (Verdict::Wrong, true) => "✗",
            (Verdict::Wrong, false) => "x",
            (Verdict::Late, true) => "⏱",
            (Verdict::Late, false) => "-",
        }
    }

    /// Points at the highlighted option, one column.
    pub fn pointer(self) -> &'static str {
        if self.signs { "▸" } else { ">" }
    }

    /// A marked and an unmarked box.
    pub fn mark(self, marked: bool) -> &'static str {
        match (marked, self.signs) {
            (true, true) => "[✓]",
            (true, false) => "[x]",
            (false, _) => "[ ]",
        }
    }

    /// A full and an empty piece of a bar.
    pub fn pieces(self) -> (&'static str, &'static str) {
        if self.signs {
            ("━", "─")
        } else {
            ("=", "-")
        }
    }

    /// Between two facts in a line.
    pub fn dot(self) -> &'static str {
        if self.signs { " · " } else { " | " }
    }

    /// Before a quotation.
    pub fn quote(self) -> &'static str {
        if self.signs { "│ " } else { "| " }
    }

    /// There is more above, there is more below.
    pub fn more(self) -> (&'static str, &'static str) {
        if self.signs {
            ("↑", "↓")
        } else {
            ("^", "v")
        }
    }

    /// Half, as a price.
    pub fn half(self) -> &'static str {
        if self.signs { "½" } else { "1/2" }
    }

    /// Before a text that speaks for the sign's sake where ASCII must do.
    pub fn dash(self) -> &'static str {
        if self.signs { "—" } else { "--" }
    }
}
