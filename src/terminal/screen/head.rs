//! The head of every screen: what is played, how far, score and clock.

use ratatui::text::{Line, Span};

use super::Paper;
use crate::play::{Clock, Scene, View};
use crate::terminal::wrap::{width, wrap};
use crate::terminal::{Setting, words};

/// The seconds that are marked as the last ones.
const LAST: u64 = 5;

pub(super) fn lines(view: &View<'_>, setting: &Setting, paper: Paper) -> Vec<Line<'static>> {
    let theme = paper.theme;
    let columns = paper.columns();
    let name = name(view, setting, paper);
    if matches!(view.scene, Scene::Over(_)) {
        return vec![
            Line::styled(fit(&name, columns), theme.strong()),
            bar(None, paper),
        ];
    }
    let progress = match view.of {
        Some(of) => format!("{} / {of}", view.place),
        None => format!("Question {}", view.place),
    };
    let score = score(view, paper);
    let clock = view.clock.map(|clock| seconds(clock, paper));
    let clock_width = clock.as_ref().map_or(0, |clock| width(&clock.content));
    let rule = bar(Some(part(view)), paper);
    if paper.room.roomy {
        let left = fit(&name, columns.saturating_sub(width(&progress) + 2));
        let first = apart(
            Span::styled(left, theme.strong()),
            Span::styled(progress, theme.strong()),
            columns,
        );
        let left = fit(&score, columns.saturating_sub(clock_width + 2));
        let second = apart(Span::raw(left), clock.unwrap_or_default(), columns);
        vec![first, rule, second]
    } else {
        let left = match view.of {
            Some(_) => format!("{progress}  {score}"),
            None => score,
        };
        let left = match view.player {
            Some(player) => format!("{}  {left}", words::shown(player)),
            None => left,
        };
        let left = fit(&left, columns.saturating_sub(clock_width + 1));
        vec![
            apart(
                Span::styled(left, theme.strong()),
                clock.unwrap_or_default(),
                columns,
            ),
            rule,
        ]
    }
}

fn name(view: &View<'_>, setting: &Setting, paper: Paper) -> String {
    let title = words::shown(&setting.title);
    let mut parts = vec![title];
    if view.rules.clock().is_some() {
        parts.push(view.rules.mode.name().to_owned());
    }
    if let Some(player) = view
        .player
        .filter(|_| !matches!(view.scene, Scene::Over(_)))
    {
        parts.insert(0, words::shown(player));
    }
    parts.join(paper.theme.dot())
}

fn score(view: &View<'_>, paper: Paper) -> String {
    let mut parts = vec![if view.rules.mode.counts_points() {
        words::count(view.score, "point", "points")
    } else {
        format!("{} right", view.right)
    }];
    if view.row > 1 {
        parts.push(format!("{} in a row", view.row));
    }
    parts.join(paper.theme.dot())
}

/// The clock in whole seconds; the last five are marked by more than colour.
fn seconds(clock: Clock, paper: Paper) -> Span<'static> {
    let left = clock.left.ceil_secs();
    let text = if left >= 100 {
        format!("{}:{:02}", left / 60, left % 60)
    } else {
        format!("{left} s")
    };
    if left <= LAST {
        Span::styled(format!(" ! {text} ! "), paper.theme.alarm())
    } else {
        Span::styled(text, paper.theme.strong())
    }
}

/// How much of the bar is full, as a fraction: the clock if there is one,
/// what is done otherwise.
fn part(view: &View<'_>) -> (u64, u64) {
    if let Some(clock) = view.clock {
        let total = clock.total.max(clock.left).as_millis().max(1);
        return (clock.left.as_millis(), total);
    }
    let of = view.of.unwrap_or(view.place).max(1);
    let done = match view.scene {
        Scene::Feedback { .. } => view.place,
        _ => view.place.saturating_sub(1),
    };
    (
        u64::try_from(done).unwrap_or(0),
        u64::try_from(of).unwrap_or(1),
    )
}

/// A line across the sheet, full to a part of it.
pub(super) fn bar(part: Option<(u64, u64)>, paper: Paper) -> Line<'static> {
    let columns = paper.columns();
    let (full, empty) = paper.theme.pieces();
    let filled = part.map_or(0, |(n, of)| {
        let wide = u64::try_from(columns).unwrap_or(0);
        usize::try_from((n * wide).div_ceil(of.max(1))).unwrap_or(columns)
    });
    let filled = filled.min(columns);
    Line::from(vec![
        Span::styled(full.repeat(filled), paper.theme.bar()),
        Span::styled(empty.repeat(columns - filled), paper.theme.quiet()),
    ])
}

/// One text on the left, one on the right.
fn apart(left: Span<'static>, right: Span<'static>, columns: usize) -> Line<'static> {
    let between = columns.saturating_sub(width(&left.content) + width(&right.content));
    Line::from(vec![left, Span::raw(" ".repeat(between)), right])
}

/// The text if it fits, its beginning otherwise.
fn fit(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let first = wrap(text, columns.saturating_sub(3)).into_iter().next();
    format!("{}...", first.unwrap_or_default())
}
