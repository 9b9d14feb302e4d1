//! The session: a state machine without clock, chance, input or output.
//!
//! The law of time stands in `Session::pass_time` and nowhere else: at the
//! deadline an answer is late. A clock starts when the question is on the
//! screen ([`Input::Shown`]); before that nothing can be answered, so a key
//! that was pressed too early never answers the next question.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

use super::judge::judge;
use super::{Elapsed, Form, Judgement, Mode, Points, Question, Response, Round, Verdict};
use crate::item::ItemId;

/// How long a blitz or stacker shows what was right, unless a key goes on.
const GLANCE: Elapsed = Elapsed::from_millis(800);

/// The longest text that can be typed, in characters.
const MAX_TYPED: usize = 200;

/// What the player does, or what time and screen do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Input {
    /// Time went by.
    Tick,
    /// The question is on the screen: its clock starts.
    Shown,
    /// The option at this place: chosen, or marked if several are right.
    Choose(usize),
    /// The highlight goes up.
    Up,
    /// The highlight goes down.
    Down,
    /// Marks the highlighted option, if several are right.
    Mark,
    /// Gives the answer; after it, goes on.
    Confirm,
    /// A letter of a typed answer.
    Type(char),
    /// Takes back the last letter.
    Erase,
    /// Takes back the last word.
    EraseWord,
    /// Takes back everything typed.
    EraseAll,
    /// Takes two wrong options away.
    FiftyFifty,
    /// Shows the hint.
    Hint,
    /// Puts the question back into the bag.
    Skip,
    /// Reports a bad question.
    Report,
    /// "I was right."
    Overrule,
    /// Pauses, or goes on.
    Pause,
    /// Shows the help, or goes on.
    Help,
    /// Asks whether to leave.
    Leave,
    /// Yes, leave.
    Yes,
    /// No, stay; closes whatever covers the question.
    Stay,
    /// Ends the session without asking.
    End,
}

/// What covers the question; the clock stands still and nothing is given away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hold {
    /// A pause.
    Pause,
    /// The help.
    Help,
    /// The question whether to leave.
    Leave,
}

/// Why a session is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ending {
    /// All questions were asked.
    Played,
    /// The bag was played empty.
    Cleared,
    /// The run's clock stands at zero.
    TimeUp,
    /// Sudden death: a wrong or late answer.
    Missed,
    /// The player left.
    Left,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    /// A question is on the screen for the first time.
    Asked {
        /// Its place in the round.
        question: usize,
        /// The item it was dealt from.
        id: ItemId,
        /// The player whose turn it is.
        player: usize,
    },
    /// An answer was given, or its time ran out.
    Judged(Judgement),
    /// The player overruled a judgement; this is the new one.
    Overruled(Judgement),
    /// Two wrong options went.
    Halved {
        /// The place of the question in the round.
        question: usize,
    },
    /// The hint was shown.
    Hinted {
        /// The place of the question in the round.
        question: usize,
    },
    /// A question went back into the bag.
    Skipped {
        /// The place of the question in the round.
        question: usize,
        /// The item it was dealt from.
        id: ItemId,
    },
    /// A question was reported.
    Reported {
        /// The place of the question in the round.
        question: usize,
        /// The item it was dealt from.
        id: ItemId,
        /// Whether it counts for nothing now.
        struck: bool,
    },
    /// Something covers the question.
    Held(Hold),
    /// The question is back.
    Resumed,
    /// The session is over.
    Finished(Ending),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Phase {
    Asking,
    Feedback { since: Elapsed },
    Over { ending: Ending },
}

/// The question on the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Open {
    pub(super) question: usize,
    /// Whether the player knows it already (it was on the screen once).
    seen: bool,
    /// Since when it is on the screen; `None` while it is not.
    since: Option<Elapsed>,
    /// The thinking time before that.
    before: Elapsed,
    pub(super) highlighted: Option<usize>,
    pub(super) marked: Vec<usize>,
    pub(super) removed: Vec<usize>,
    pub(super) typed: String,
    pub(super) hinted: bool,
}

impl Open {
    fn of(question: usize) -> Self {
        Self {
            question,
            seen: false,
            since: None,
            before: Elapsed::ZERO,
            highlighted: None,
            marked: Vec::new(),
            removed: Vec::new(),
            typed: String::new(),
            hinted: false,
        }
    }

    pub(super) fn thought(&self, now: Elapsed) -> Elapsed {
        self.before + self.since.map_or(Elapsed::ZERO, |since| now.since(since))
    }

    fn stop(&mut self, now: Elapsed) {
        self.before = self.thought(now);
        self.since = None;
    }

    fn halvings(&self) -> u32 {
        u32::from(self.hinted) + u32::from(!self.removed.is_empty())
    }
}

/// The lifelines a player has used up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Used {
    pub(super) fifty_fifty: bool,
    pub(super) hint: bool,
    pub(super) skip: bool,
}

/// A round being played. It is stored without its round, which does not change
/// and is stored beside it: see [`Session::restore`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    #[serde(skip)]
    pub(super) round: Round,
    pub(super) now: Elapsed,
    pub(super) upcoming: VecDeque<usize>,
    pub(super) spares: VecDeque<usize>,
    /// Places that are done, and places there are.
    pub(super) done: usize,
    pub(super) length: usize,
    pub(super) used: Vec<Used>,
    pub(super) open: Option<Open>,
    pub(super) phase: Phase,
    pub(super) hold: Option<Hold>,
    /// The run's clock as the last answer left it.
    pub(super) left: Elapsed,
    pub(super) judgements: Vec<Judgement>,
    /// Places of the reported questions.
    pub(super) reported: Vec<usize>,
    /// Whether it was broken off and taken up again.
    pub(super) resumed: bool,
}

impl Session {
    /// Puts the first question on the table.
    pub fn start(round: Round, now: Elapsed) -> Self {
        let length = round.length.min(round.questions.len());
        let mut session = Self {
            now,
            upcoming: (0..length).collect(),
            spares: (length..round.questions.len()).collect(),
            done: 0,
            length,
            used: vec![Used::default(); round.rules.seats()],
            open: None,
            phase: Phase::Asking,
            hold: None,
            left: round.rules.clock().unwrap_or_default(),
            judgements: Vec::new(),
            reported: Vec::new(),
            resumed: false,
            round,
        };
        session.next_question(&mut Vec::new());
        session
    }

    /// A stored session with the round it was dealt.
    #[must_use]
    pub fn restore(self, round: Round) -> Self {
        Self { round, ..self }
    }

    /// Takes a stored session up again, paused: the question clock starts
    /// anew, the run's clock stands where the last answer left it.
    pub fn resume(&mut self, now: Elapsed) {
        let clocked = self.mode() != Mode::Session;
        self.now = now;
        self.resumed = true;
        if let Some(open) = &mut self.open {
            open.since = None;
            if clocked {
                open.before = Elapsed::ZERO;
            }
        }
        match &mut self.phase {
            Phase::Asking => self.hold = Some(Hold::Pause),
            Phase::Feedback { since } => {
                *since = now;
                self.hold = Some(Hold::Pause);
            }
            Phase::Over { .. } => {}
        }
    }

    /// Takes what happened at a time, and tells what came of it. Time that
    /// goes backwards is ignored, as is input that means nothing now.
    pub fn handle(&mut self, now: Elapsed, input: Input) -> Vec<Event> {
        self.now = self.now.max(now);
        let mut events = Vec::new();
        let moved = self.pass_time(&mut events);
        // A key meant for what was there before says nothing about what is there now.
        if !moved || matches!(input, Input::Leave | Input::End) {
            self.take(input, &mut events);
        }
        events
    }

    /// When something happens by itself, if it does.
    pub fn wake_at(&self) -> Option<Elapsed> {
        if self.hold.is_some() {
            return None;
        }
        match self.phase {
            Phase::Asking => self.deadline(),
            Phase::Feedback { since } if self.goes_on_by_itself() => Some(since + GLANCE),
            _ => None,
        }
    }

    /// Whether a question waits for [`Input::Shown`].
    pub fn awaits_screen(&self) -> bool {
        self.phase == Phase::Asking
            && self.hold.is_none()
            && self.open.as_ref().is_some_and(|open| open.since.is_none())
    }

    /// Whether it is over, and why.
    pub fn ending(&self) -> Option<Ending> {
        match self.phase {
            Phase::Over { ending } => Some(ending),
            _ => None,
        }
    }

    /// What a hold covers: the question, and whether it was answered already.
    pub fn covered(&self) -> Option<(&Question, bool)> {
        let answered = matches!(self.phase, Phase::Feedback { .. });
        self.question().map(|question| (question, answered))
    }

    /// The round that is played.
    pub fn round(&self) -> &Round {
        &self.round
    }

    /// The judgements so far, in order.
    pub fn judgements(&self) -> &[Judgement] {
        &self.judgements
    }

    /// Whether it was broken off and taken up again: it does not count as a
    /// best result.
    pub fn was_resumed(&self) -> bool {
        self.resumed
    }

    /// The questions that were answered wrong or late, to play them again
    /// with the same options in the same order.
    pub fn missed(&self) -> Option<Round> {
        let mut places: Vec<usize> = Vec::new();
        for judgement in &self.judgements {
            if !judgement.verdict.is_right()
                && !judgement.struck
                && !places.contains(&judgement.question)
            {
                places.push(judgement.question);
            }
        }
        (!places.is_empty()).then(|| self.round.again(&places))
    }

    pub(super) fn mode(&self) -> Mode {
        self.round.rules.mode
    }

    pub(super) fn player(&self) -> usize {
        let done = match self.phase {
            Phase::Asking => self.done,
            _ => self.done.saturating_sub(1),
        };
        done % self.round.rules.seats()
    }

    pub(super) fn question(&self) -> Option<&Question> {
        let open = self.open.as_ref()?;
        self.round.questions.get(open.question)
    }

    /// Right answers in a row of a player, from the last one backwards.
    pub(super) fn row(&self, player: usize) -> u32 {
        let row = self
            .judgements
            .iter()
            .rev()
            .filter(|j| j.player == player && !j.struck)
            .take_while(|j| j.verdict.is_right())
            .count();
        u32::try_from(row).unwrap_or(u32::MAX)
    }

    /// Whether fifty-fifty, hint and skip can be used now.
    pub(super) fn usable(&self) -> Used {
        let none = Used::default();
        let (Some(open), Some(question), Some(used)) =
            (&self.open, self.question(), self.used.get(self.player()))
        else {
            return none;
        };
        if self.mode() != Mode::Session || self.phase != Phase::Asking {
            return none;
        }
        let halves = matches!(&question.form, Form::Choice { victims, .. } if !victims.is_empty());
        let another = !self.spares.is_empty() || !self.upcoming.is_empty();
        Used {
            fifty_fifty: !used.fifty_fifty && halves && open.removed.is_empty(),
            hint: !used.hint && question.hint.is_some() && !open.hinted,
            skip: !used.skip && another,
        }
    }

    /// Whether "I was right" can be said now: of the last answer, if it was
    /// typed, until the next one is given.
    pub(super) fn can_overrule(&self) -> bool {
        let typed = |j: &Judgement| {
            let question = self.round.questions.get(j.question);
            matches!(question.map(|q| &q.form), Some(Form::Entry { .. }))
        };
        self.mode() == Mode::Session
            && !matches!(self.phase, Phase::Over { .. })
            && self.judgements.last().is_some_and(|j| {
                typed(j)
                    && !j.overruled
                    && !j.struck
                    && matches!(j.verdict, Verdict::Wrong | Verdict::Close)
            })
    }

    /// Whether no question comes after this one.
    pub fn is_at_the_last(&self) -> bool {
        self.upcoming.is_empty()
    }

    pub(super) fn goes_on_by_itself(&self) -> bool {
        self.mode().has_run_clock() && self.left > Elapsed::ZERO
    }

    /// What is left on the clock, if there is one.
    pub(super) fn clock_left(&self) -> Option<Elapsed> {
        let limit = self.round.rules.clock()?;
        let thought = || {
            self.open
                .as_ref()
                .map_or(Elapsed::ZERO, |open| open.thought(self.now))
        };
        Some(match (self.mode().has_run_clock(), self.phase) {
            (true, Phase::Asking) => self.left.since(thought()),
            (true, _) => self.left,
            (false, _) => limit.since(thought()),
        })
    }

    /// When the running clock stands at zero.
    fn deadline(&self) -> Option<Elapsed> {
        let limit = self.round.rules.clock()?;
        let open = self.open.as_ref()?;
        let since = open.since?;
        let limit = if self.mode().has_run_clock() {
            self.left
        } else {
            limit
        };
        Some(since + limit.since(open.before))
    }

    /// What time does by itself. Returns whether it did anything.
    fn pass_time(&mut self, events: &mut Vec<Event>) -> bool {
        let Some(deadline) = self.wake_at() else {
            return false;
        };
        if self.now < deadline {
            return false;
        }
        match self.phase {
            Phase::Asking => self.settle(Response::Nothing, deadline, events),
            _ => self.go_on(events),
        }
        true
    }

    fn take(&mut self, input: Input, events: &mut Vec<Event>) {
        if matches!(self.phase, Phase::Over { .. }) {
            return;
        }
        if input == Input::End {
            return self.finish(Ending::Left, events);
        }
        if let Some(hold) = self.hold {
            return self.take_held(hold, input, events);
        }
        match input {
            Input::Pause => self.cover(Hold::Pause, events),
            Input::Help => self.cover(Hold::Help, events),
            Input::Leave => self.cover(Hold::Leave, events),
            _ => match self.phase {
                Phase::Asking => self.take_asking(input, events),
                _ => self.take_feedback(input, events),
            },
        }
    }

    fn cover(&mut self, hold: Hold, events: &mut Vec<Event>) {
        let now = self.now;
        if let Some(open) = &mut self.open {
            open.stop(now);
        }
        self.hold = Some(hold);
        events.push(Event::Held(hold));
    }

    fn take_held(&mut self, hold: Hold, input: Input, events: &mut Vec<Event>) {
        match (hold, input) {
            (Hold::Leave, Input::Yes) => self.finish(Ending::Left, events),
            (Hold::Pause | Hold::Help, Input::Leave) => {
                self.hold = Some(Hold::Leave);
                events.push(Event::Held(Hold::Leave));
            }
            (_, Input::Stay)
            | (Hold::Pause, Input::Pause | Input::Confirm)
            | (Hold::Help, Input::Help | Input::Confirm) => {
                self.hold = None;
                if let Phase::Feedback { since } = &mut self.phase {
                    *since = self.now;
                }
                events.push(Event::Resumed);
            }
            _ => {}
        }
    }

    fn take_asking(&mut self, input: Input, events: &mut Vec<Event>) {
        let now = self.now;
        let player = self.player();
        let Some(open) = &mut self.open else { return };
        if input == Input::Shown {
            if open.since.is_none() {
                open.since = Some(now);
                if !open.seen {
                    open.seen = true;
                    let question = open.question;
                    let id = self.round.questions.get(question).map(|q| q.id);
                    events.extend(id.map(|id| Event::Asked {
                        question,
                        id,
                        player,
                    }));
                }
            }
            return;
        }
        if open.since.is_none() {
            return; // It is not on the screen yet.
        }
        match input {
            Input::FiftyFifty | Input::Hint | Input::Skip => self.lifeline(input, events),
            Input::Report => self.report_open(events),
            Input::Overrule => self.overrule(events),
            _ => self.answer(input, events),
        }
    }

    fn answer(&mut self, input: Input, events: &mut Vec<Event>) {
        let Some(open) = &mut self.open else { return };
        let Some(question) = self.round.questions.get(open.question) else {
            return;
        };
        let standing = |place: &usize| !open.removed.contains(place);
        let response = match (&question.form, input) {
            (Form::Choice { options, .. }, Input::Choose(place))
                if place < options.len() && standing(&place) =>
            {
                open.highlighted = Some(place);
                Response::Option(place)
            }
            (Form::Choice { .. }, Input::Confirm) => match open.highlighted {
                Some(place) => Response::Option(place),
                None => return,
            },
            (Form::Several { options, .. }, Input::Choose(place)) if place < options.len() => {
                open.highlighted = Some(place);
                return toggle(&mut open.marked, place);
            }
            (Form::Several { .. }, Input::Mark) => {
                if let Some(place) = open.highlighted {
                    toggle(&mut open.marked, place);
                }
                return;
            }
            (Form::Several { .. }, Input::Confirm) if !open.marked.is_empty() => {
                Response::Several(open.marked.clone())
            }
            (Form::Choice { options, .. } | Form::Several { options, .. }, Input::Up) => {
                let before = open.highlighted.unwrap_or(options.len());
                let places = (0..before).rev().chain((0..options.len()).rev());
                open.highlighted = places.into_iter().find(standing);
                return;
            }
            (Form::Choice { options, .. } | Form::Several { options, .. }, Input::Down) => {
                let after = open.highlighted.map_or(0, |place| place + 1);
                let places = (after..options.len()).chain(0..options.len());
                open.highlighted = places.into_iter().find(standing);
                return;
            }
            (Form::Entry { .. }, Input::Confirm) if !open.typed.trim().is_empty() => {
                Response::Text(open.typed.trim().to_owned())
            }
            (Form::Entry { .. }, input) => return edit(&mut open.typed, input),
            _ => return,
        };
        self.settle(response, self.now, events);
    }

    /// The one judgement of the open question.
    fn settle(&mut self, response: Response, at: Elapsed, events: &mut Vec<Event>) {
        let player = self.player();
        let rules = &self.round.rules;
        let Some(open) = &mut self.open else { return };
        let Some(question) = self.round.questions.get(open.question) else {
            return;
        };
        open.stop(at);
        let took = open.before;
        let verdict = match response {
            Response::Nothing => Verdict::Late,
            _ => judge(&question.form, &response),
        };
        if rules.mode.has_run_clock() {
            self.left = self.left.since(took);
            match verdict {
                Verdict::Right | Verdict::Close => self.left += rules.mode.gain(),
                Verdict::Wrong => self.left = self.left.since(rules.mode.penalty()),
                Verdict::Late => self.left = Elapsed::ZERO,
            }
        }
        let (place, halvings, id) = (open.question, open.halvings(), question.id);
        let points = if verdict.is_right() {
            self.points(player, took, verdict, halvings)
        } else {
            Points::none(halvings)
        };
        let judgement = Judgement {
            question: place,
            id,
            player,
            response,
            verdict,
            took,
            points,
            overruled: false,
            reported: self.reported.contains(&place),
            struck: false,
        };
        self.judgements.push(judgement.clone());
        self.done += 1;
        self.phase = Phase::Feedback { since: self.now };
        events.push(Event::Judged(judgement));
    }

    /// What a right answer earns after the judgements so far.
    fn points(&self, player: usize, took: Elapsed, verdict: Verdict, halvings: u32) -> Points {
        let rules = &self.round.rules;
        let limit = rules.clock().filter(|_| rules.mode.has_question_clock());
        let row = rules.streak.then(|| self.row(player) + 1);
        Points::right(took, limit, verdict == Verdict::Close, halvings, row)
    }

    fn take_feedback(&mut self, input: Input, events: &mut Vec<Event>) {
        match input {
            Input::Confirm => self.go_on(events),
            Input::Report => self.report_judged(events),
            Input::Overrule => self.overrule(events),
            _ => {}
        }
    }

    /// "I was right": the last judgement becomes another one.
    fn overrule(&mut self, events: &mut Vec<Event>) {
        if !self.can_overrule() {
            return;
        }
        let Some(mut judgement) = self.judgements.pop() else {
            return;
        };
        let halvings = judgement.points.halvings;
        judgement.verdict = Verdict::Right;
        judgement.overruled = true;
        judgement.points = self.points(judgement.player, judgement.took, Verdict::Right, halvings);
        self.judgements.push(judgement.clone());
        events.push(Event::Overruled(judgement));
    }

    fn lifeline(&mut self, input: Input, events: &mut Vec<Event>) {
        let player = self.player();
        let usable = self.usable();
        let (Some(open), Some(used)) = (&mut self.open, self.used.get_mut(player)) else {
            return;
        };
        let place = open.question;
        let Some(question) = self.round.questions.get(place) else {
            return;
        };
        match (input, &question.form) {
            (Input::FiftyFifty, Form::Choice { victims, .. }) if usable.fifty_fifty => {
                used.fifty_fifty = true;
                open.removed.clone_from(victims);
                open.highlighted = open.highlighted.filter(|n| !victims.contains(n));
                events.push(Event::Halved { question: place });
            }
            (Input::Hint, _) if usable.hint => {
                used.hint = true;
                open.hinted = true;
                events.push(Event::Hinted { question: place });
            }
            (Input::Skip, _) if usable.skip => {
                used.skip = true;
                events.push(Event::Skipped {
                    question: place,
                    id: question.id,
                });
                let bag = if self.spares.is_empty() {
                    &mut self.upcoming
                } else {
                    &mut self.spares
                };
                bag.push_back(place);
                let another = bag.pop_front();
                self.open = another.map(Open::of);
            }
            _ => {}
        }
    }

    /// A report before the answer: in a session another question takes the
    /// place, in a challenge it only marks.
    fn report_open(&mut self, events: &mut Vec<Event>) {
        let Some((place, id)) = self
            .open
            .as_ref()
            .zip(self.question())
            .map(|(open, question)| (open.question, question.id))
        else {
            return;
        };
        let struck = self.mode() == Mode::Session;
        if self.reported.contains(&place) {
            return;
        }
        self.reported.push(place);
        events.push(Event::Reported {
            question: place,
            id,
            struck,
        });
        if !struck {
            return;
        }
        let same = |questions: &[Question], n: &usize| questions.get(*n).map(|q| q.id) == Some(id);
        // Hidden from now on: not in this session either.
        let questions = &self.round.questions;
        self.spares.retain(|n| !same(questions, n));
        let before = self.upcoming.len();
        self.upcoming.retain(|n| !same(questions, n));
        self.length -= before - self.upcoming.len();
        if let Some(spare) = self.spares.pop_front() {
            self.open = Some(Open::of(spare));
        } else {
            self.length -= 1;
            self.next_question(events);
        }
    }

    /// A report after the answer: in a session the judgement is struck.
    fn report_judged(&mut self, events: &mut Vec<Event>) {
        let strike = self.mode() == Mode::Session;
        let Some(judgement) = self.judgements.last_mut() else {
            return;
        };
        if judgement.reported {
            return;
        }
        judgement.reported = true;
        judgement.struck = strike;
        let (question, id) = (judgement.question, judgement.id);
        self.reported.push(question);
        events.push(Event::Reported {
            question,
            id,
            struck: strike,
        });
    }

    /// From the feedback to what comes next.
    fn go_on(&mut self, events: &mut Vec<Event>) {
        let missed = self
            .judgements
            .last()
            .is_some_and(|j| !j.verdict.is_right());
        match self.mode() {
            mode if mode.ends_with_a_miss() && missed => self.finish(Ending::Missed, events),
            mode if mode.has_run_clock() && self.left == Elapsed::ZERO => {
                self.finish(Ending::TimeUp, events);
            }
            _ => self.next_question(events),
        }
    }

    fn next_question(&mut self, events: &mut Vec<Event>) {
        match self.upcoming.pop_front() {
            Some(question) if self.done < self.length => {
                self.open = Some(Open::of(question));
                self.phase = Phase::Asking;
            }
            _ if self.mode().plays_the_whole_bag() => self.finish(Ending::Cleared, events),
            _ => self.finish(Ending::Played, events),
        }
    }

    fn finish(&mut self, ending: Ending, events: &mut Vec<Event>) {
        self.open = None;
        self.hold = None;
        self.phase = Phase::Over { ending };
        events.push(Event::Finished(ending));
    }
}

fn toggle(marked: &mut Vec<usize>, place: usize) {
    match marked.binary_search(&place) {
        Ok(at) => {
            marked.remove(at);
        }
        Err(at) => marked.insert(at, place),
    }
}

fn edit(typed: &mut String, input: Input) {
    match input {
        Input::Type(letter) if typed.chars().count() < MAX_TYPED && !letter.is_control() => {
            typed.push(letter);
        }
        Input::Erase => {
            typed.pop();
        }
        Input::EraseWord => {
            typed.truncate(typed.trim_end().len());
            while typed
                .chars()
                .next_back()
                .is_some_and(|c| !c.is_whitespace())
            {
                typed.pop();
            }
        }
        Input::EraseAll => typed.clear(),
        _ => {}
    }
}
