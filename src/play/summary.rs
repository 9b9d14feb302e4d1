//! Counting at the end.

use std::collections::BTreeMap;

use super::session::{Ending, Session};
use super::{Elapsed, Judgement, Question, Rules};

/// How many were right of how many in one category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// The category, if the items have one.
    pub category: Option<String>,
    /// Right answers.
    pub right: u32,
    /// Questions that count.
    pub of: u32,
}

/// One line of the final table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The rank, counted from 1; equal scores share one.
    pub rank: usize,
    /// The player's name.
    pub name: String,
    /// The points.
    pub score: u32,
    /// Right answers.
    pub right: u32,
    /// Questions that count.
    pub of: u32,
}

/// What there is to say at the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary<'a> {
    /// The rules that were played by.
    pub rules: &'a Rules,
    /// The seed it was dealt from.
    pub seed: u64,
    /// Why it is over.
    pub ending: Ending,
    /// The points of all players together.
    pub score: u32,
    /// Right answers.
    pub right: u32,
    /// Questions that count: judged and not struck. The one that a run's
    /// clock cut off does not count.
    pub of: u32,
    /// The thinking time of all answers.
    pub took: Elapsed,
    /// What was left on the run's clock; in sudden death, on the clocks of all
    /// right answers together.
    pub left: Elapsed,
    /// The most right answers in a row of one player.
    pub best_row: u32,
    /// Right answers by category, in alphabetical order.
    pub shares: Vec<Share>,
    /// Every question answered wrong or late, with its judgement.
    pub missed: Vec<(&'a Question, &'a Judgement)>,
    /// The questions that were reported.
    pub reported: Vec<&'a Question>,
    /// The final table if there are several players, best first.
    pub standings: Vec<Standing>,
    /// The judgements that count, in order.
    pub judgements: Vec<&'a Judgement>,
}

impl<'a> Summary<'a> {
    /// Counts a session as it stands.
    pub fn of(session: &'a Session) -> Self {
        let rules = &session.round.rules;
        let counted: Vec<&Judgement> = session
            .judgements
            .iter()
            .filter(|j| counts(rules, j))
            .collect();
        let seats = rules.seats();
        let question = |j: &Judgement| session.round.questions.get(j.question);
        let mut shares: BTreeMap<Option<&str>, (u32, u32)> = BTreeMap::new();
        for judgement in &counted {
            let category = question(judgement).and_then(|q| q.category.as_deref());
            let share = shares.entry(category).or_default();
            share.0 += u32::from(judgement.verdict.is_right());
            share.1 += 1;
        }
        Self {
            rules,
            seed: session.round.seed,
            ending: session.ending().unwrap_or(Ending::Left),
            score: (0..seats).map(|p| session.score(p)).sum(),
            right: (0..seats).map(|p| session.right(p)).sum(),
            of: size(counted.len()),
            took: counted.iter().fold(Elapsed::ZERO, |sum, j| sum + j.took),
            left: if rules.mode.ends_with_a_miss() {
                spared(rules, &counted)
            } else {
                session.left
            },
            best_row: (0..seats)
                .map(|p| best_row(session, p))
                .max()
                .unwrap_or_default(),
            shares: shares
                .into_iter()
                .map(|(category, (right, of))| Share {
                    category: category.map(str::to_owned),
                    right,
                    of,
                })
                .collect(),
            missed: session
                .judgements
                .iter()
                .filter(|j| !j.struck && !j.verdict.is_right())
                .filter_map(|j| Some((question(j)?, j)))
                .collect(),
            reported: session
                .reported
                .iter()
                .filter_map(|&n| session.round.questions.get(n))
                .collect(),
            standings: standings(session, &counted),
            judgements: counted,
        }
    }

    /// The right answers in per cent, rounded; nothing if nothing counts.
    pub fn accuracy(&self) -> Option<u32> {
        (self.of > 0).then(|| (self.right * 200 + self.of) / (self.of * 2))
    }
}

fn counts(rules: &Rules, judgement: &Judgement) -> bool {
    let cut_off = rules.mode.has_run_clock() && judgement.verdict == super::Verdict::Late;
    !judgement.struck && !cut_off
}

/// What was left on the clocks of all right answers together.
fn spared(rules: &Rules, judgements: &[&Judgement]) -> Elapsed {
    let clock = rules.clock().unwrap_or_default();
    let right = judgements.iter().filter(|j| j.verdict.is_right());
    right.fold(Elapsed::ZERO, |sum, j| sum + clock.since(j.took))
}

fn size(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

fn best_row(session: &Session, player: usize) -> u32 {
    let mut best = 0;
    let mut row = 0;
    for judgement in &session.judgements {
        if judgement.player != player || judgement.struck {
            continue;
        }
        row = if judgement.verdict.is_right() {
            row + 1
        } else {
            0
        };
        best = best.max(row);
    }
    best
}

fn standings(session: &Session, counted: &[&Judgement]) -> Vec<Standing> {
    let names = &session.round.rules.players;
    if names.len() < 2 {
        return Vec::new();
    }
    let mut table: Vec<Standing> = names
        .iter()
        .enumerate()
        .map(|(player, name)| Standing {
            rank: 1,
            name: name.clone(),
            score: session.score(player),
            right: session.right(player),
            of: size(counted.iter().filter(|j| j.player == player).count()),
        })
        .collect();
    table.sort_by_key(|standing| std::cmp::Reverse(standing.score));
    let scores: Vec<u32> = table.iter().map(|standing| standing.score).collect();
    for standing in &mut table {
        standing.rank = 1 + scores.iter().filter(|&&s| s > standing.score).count();
    }
    table
}
