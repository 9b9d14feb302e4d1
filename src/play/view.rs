//! What there is to draw.

use super::session::{Ending, Hold, Open, Phase, Session};
use super::{Elapsed, Judgement, Question, Rules};

/// A clock as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// What is left.
    pub left: Elapsed,
    /// What it started with.
    pub total: Elapsed,
    /// Whether it runs.
    pub running: bool,
}

/// The lifelines that can be used now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lifelines {
    /// Two wrong options go; halves the points.
    pub fifty_fifty: bool,
    /// The hint is shown; halves the points.
    pub hint: bool,
    /// Another question instead.
    pub skip: bool,
}

/// What is on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scene<'a> {
    /// A question waits for its answer.
    Question {
        /// The question.
        question: &'a Question,
        /// The place of the highlighted option.
        highlighted: Option<usize>,
        /// The places of the marked options, if several are right.
        marked: &'a [usize],
        /// The places of the options that fifty-fifty took away.
        removed: &'a [usize],
        /// What was typed so far.
        typed: &'a str,
        /// The hint, if it was asked for.
        hint: Option<&'a str>,
        /// Whether the player reported it.
        reported: bool,
    },
    /// What came of the answer.
    Feedback {
        /// The question.
        question: &'a Question,
        /// The judgement.
        judgement: &'a Judgement,
        /// The places of the options that fifty-fifty took away.
        removed: &'a [usize],
        /// Whether "I was right" can be said.
        can_overrule: bool,
        /// Whether it goes on without a key.
        by_itself: bool,
    },
    /// Something covers the question.
    Held(Hold),
    /// The session is over.
    Over(Ending),
}

/// What there is to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View<'a> {
    /// The rules that are played by.
    pub rules: &'a Rules,
    /// The number of the question, counted from 1.
    pub place: usize,
    /// How many there are, if that is known to end the session.
    pub of: Option<usize>,
    /// The points of the player whose turn it is.
    pub score: u32,
    /// The right answers of the player whose turn it is.
    pub right: u32,
    /// Right answers in a row.
    pub row: u32,
    /// The player whose turn it is, if there are several.
    pub player: Option<&'a str>,
    /// The clock, if there is one.
    pub clock: Option<Clock>,
    /// The lifelines that can be used now.
    pub lifelines: Lifelines,
    /// What is on the screen.
    pub scene: Scene<'a>,
}

impl Session {
    /// What there is to draw, as of the last time that was handled.
    pub fn view(&self) -> View<'_> {
        let player = self.player();
        let usable = self.usable();
        let rules = &self.round.rules;
        let asking = matches!(self.phase, Phase::Asking);
        View {
            rules,
            place: (self.done + usize::from(asking)).max(1),
            of: (!self.mode().plays_the_whole_bag()).then_some(self.length),
            score: self.score(player),
            right: self.right(player),
            row: self.row(player),
            player: rules.players.get(player).map(String::as_str),
            clock: self
                .clock_left()
                .zip(rules.clock())
                .map(|(left, total)| Clock {
                    left,
                    total,
                    running: asking && self.hold.is_none(),
                }),
            lifelines: Lifelines {
                fifty_fifty: usable.fifty_fifty,
                hint: usable.hint,
                skip: usable.skip,
            },
            scene: self.scene(),
        }
    }

    fn scene(&self) -> Scene<'_> {
        if let Some(hold) = self.hold {
            return Scene::Held(hold);
        }
        let ending = match self.phase {
            Phase::Over { ending } => ending,
            _ => Ending::Left,
        };
        let (Some(open), Some(question)) = (&self.open, self.question()) else {
            return Scene::Over(ending);
        };
        match (self.phase, self.judgements.last()) {
            (Phase::Asking, _) => self.asking(open, question),
            (Phase::Feedback { .. }, Some(judgement)) => Scene::Feedback {
                question,
                judgement,
                removed: &open.removed,
                can_overrule: self.can_overrule(),
                by_itself: self.goes_on_by_itself(),
            },
            _ => Scene::Over(ending),
        }
    }

    fn asking<'a>(&'a self, open: &'a Open, question: &'a Question) -> Scene<'a> {
        Scene::Question {
            question,
            highlighted: open.highlighted,
            marked: &open.marked,
            removed: &open.removed,
            typed: &open.typed,
            hint: question.hint.as_deref().filter(|_| open.hinted),
            reported: self.reported.contains(&open.question),
        }
    }

    pub(super) fn score(&self, player: usize) -> u32 {
        self.judgements
            .iter()
            .filter(|j| j.player == player && !j.struck)
            .map(|j| j.points.total())
            .sum()
    }

    pub(super) fn right(&self, player: usize) -> u32 {
        let right = self
            .judgements
            .iter()
            .filter(|j| j.player == player && !j.struck && j.verdict.is_right())
            .count();
        u32::try_from(right).unwrap_or(u32::MAX)
    }
}
