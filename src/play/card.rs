//! The card to be shared: the result and nothing of the questions.

use super::{Judgement, Verdict};

/// What came of a question, on a card that gives nothing away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Right.
    Right,
    /// Wrong.
    Wrong,
    /// Time's up.
    Late,
}

impl Mark {
    /// The letter it is stored as.
    pub const fn letter(self) -> char {
        match self {
            Self::Right => 'r',
            Self::Wrong => 'w',
            Self::Late => 'l',
        }
    }

    /// The mark of a letter.
    pub const fn of(letter: char) -> Option<Self> {
        match letter {
            'r' => Some(Self::Right),
            'w' => Some(Self::Wrong),
            'l' => Some(Self::Late),
            _ => None,
        }
    }

    const fn sign(self, ascii: bool) -> &'static str {
        match (self, ascii) {
            (Self::Right, false) => "🟩",
            (Self::Wrong, false) => "🟥",
            (Self::Late, false) => "⬛",
            (Self::Right, true) => "+ ",
            (Self::Wrong, true) => "x ",
            (Self::Late, true) => "- ",
        }
    }
}

/// The marks of judgements, one each, in order.
pub fn marks<'a>(judgements: impl IntoIterator<Item = &'a Judgement>) -> Vec<Mark> {
    let mark = |judgement: &Judgement| match judgement.verdict {
        Verdict::Right | Verdict::Close => Mark::Right,
        Verdict::Wrong => Mark::Wrong,
        Verdict::Late => Mark::Late,
    };
    judgements.into_iter().map(mark).collect()
}

/// The marks in one line of a card.
const LINE: usize = 10;

/// The most marks that a card shows.
const MOST: usize = 50;

/// The card of a session, to be shared: what was played, and when if that
/// matters; a mark a question, ten a line, unless there are more than fifty; the
/// result.
pub fn card(title: &str, date: Option<&str>, marks: &[Mark], points: &str, ascii: bool) -> String {
    let dot = if ascii { " - " } else { " · " };
    let heading = ["Quizwright", title].into_iter().chain(date);
    let mut lines = vec![heading.collect::<Vec<_>>().join(dot)];
    let right = marks.iter().filter(|&&mark| mark == Mark::Right).count();
    let result = format!("{right}/{}{dot}{points}", marks.len());
    if marks.len() > MOST {
        lines.push(result);
        return lines.join("\n");
    }
    lines.extend(marks.chunks(LINE).map(|line| {
        let signs: String = line.iter().map(|mark| mark.sign(ascii)).collect();
        signs.trim_end().to_owned()
    }));
    lines.join("\n") + "  " + &result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_card_tells_the_result_and_nothing_else() {
        use Mark::{Late, Right, Wrong};
        let marks = [
            Right, Right, Wrong, Right, Late, Right, Right, Right, Wrong, Right,
        ];
        assert_eq!(
            card("Jim Halpert", Some("2026-11-23"), &marks, "6,240", false),
            "Quizwright · Jim Halpert · 2026-11-23\n🟩🟩🟥🟩⬛🟩🟩🟩🟥🟩  7/10 · 6,240"
        );
        assert_eq!(
            card("Jim Halpert", Some("2026-11-23"), &marks, "6,240", true),
            "Quizwright - Jim Halpert - 2026-11-23\n+ + x + - + + + x +  7/10 - 6,240"
        );
    }

    #[test]
    fn a_long_session_has_several_lines_and_a_very_long_one_none() {
        let marks = |n| vec![Mark::Right; n];
        for (n, words) in [
            (1, "Quizwright - A\n+  1/1 - 5"),
            (12, "Quizwright - A\n+ + + + + + + + + +\n+ +  12/12 - 5"),
            (51, "Quizwright - A\n51/51 - 5"),
        ] {
            assert_eq!(card("A", None, &marks(n), "5", true), words);
        }
    }
}
