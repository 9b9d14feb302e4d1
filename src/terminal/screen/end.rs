//! The end: score, facts, a bar per category, what was missed.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::Paper;
use super::sheet::Sheet;
use crate::play::{Share, Standing, Summary};
use crate::terminal::keymap::Action;
use crate::terminal::wrap::{width, wrap};
use crate::terminal::{Setting, words};

pub(super) fn fill(
    sheet: &mut Sheet,
    summary: &Summary<'_>,
    setting: &Setting,
    notes: &[String],
    paper: Paper,
) {
    let theme = paper.theme;
    let columns = paper.columns();
    let mut foot = Vec::new();
    foot.extend(paper.button(Action::Done, "done"));
    if !summary.missed.is_empty() {
        foot.extend(paper.button(Action::Again, "play the missed ones again"));
    }
    sheet.foot = foot;
    sheet.text(&words::result(summary), theme.strong(), columns);
    if let Some(ending) = words::ending(summary.ending) {
        sheet.text(ending, Style::new(), columns);
    }
    for note in notes {
        unwrapped(sheet, &words::shown(note), columns);
    }
    if !summary.standings.is_empty() {
        sheet.gap();
        for standing in &summary.standings {
            player(sheet, standing, paper);
        }
    }
    sheet.gap();
    let facts = words::facts(summary);
    let names = facts.iter().map(|(name, _)| width(name)).max().unwrap_or(0);
    for (name, value) in facts {
        let name = format!("{name}{}  ", " ".repeat(names - width(name)));
        sheet.item(
            &Span::styled(name, theme.quiet()),
            &value,
            Style::new(),
            columns,
        );
    }
    if summary.shares.len() > 1 {
        sheet.gap();
        sheet.text("By category", theme.strong(), columns);
        categories(sheet, &summary.shares, paper);
    }
    if !summary.missed.is_empty() {
        sheet.gap();
        sheet.text("Missed", theme.strong(), columns);
        for (n, (question, judgement)) in summary.missed.iter().enumerate() {
            if n > 0 && paper.room.roomy {
                sheet.gap();
            }
            for (n, line) in words::missed(summary, question, judgement, columns, theme.signs)
                .into_iter()
                .enumerate()
            {
                let style = if n == 0 { Style::new() } else { theme.quiet() };
                sheet.add(Line::styled(line, style));
            }
        }
    }
    if let Some(card) = words::session_card(summary, setting, theme.signs) {
        sheet.gap();
        for line in card.lines() {
            unwrapped(sheet, line, columns);
        }
    }
    if !setting.replay.is_empty() {
        sheet.gap();
        sheet.text(words::invitation(summary), theme.quiet(), columns);
        sheet.text(&words::shown(&setting.replay), Style::new(), columns);
        if let Some(bank) = words::bank(summary, setting) {
            sheet.text(&bank, theme.quiet(), columns);
        }
    }
}

/// Adds a line with its spaces, as a card has them, if it fits.
fn unwrapped(sheet: &mut Sheet, line: &str, columns: usize) {
    if width(line) <= columns {
        sheet.add(Line::raw(line.to_owned()));
    } else {
        sheet.text(line, Style::new(), columns);
    }
}

fn player(sheet: &mut Sheet, standing: &Standing, paper: Paper) {
    let first = format!("{}. ", standing.rank);
    let style = if standing.rank == 1 {
        paper.theme.strong()
    } else {
        Style::new()
    };
    sheet.item(
        &Span::styled(first, style),
        &words::row(standing),
        style,
        paper.columns(),
    );
}

/// A bar per category: name, bar, count.
fn categories(sheet: &mut Sheet, shares: &[Share], paper: Paper) {
    let theme = paper.theme;
    let columns = paper.columns();
    let bar = (columns / 3).min(24);
    let counts: Vec<String> = shares
        .iter()
        .map(|share| format!("{} of {}", share.right, share.of))
        .collect();
    let widest = counts.iter().map(|count| width(count)).max().unwrap_or(0);
    let names = columns.saturating_sub(bar + widest + 4);
    let longest = shares
        .iter()
        .map(|share| width(&words::category(share)))
        .max()
        .unwrap_or(0);
    let names = names.min(longest).max(2);
    for (share, count) in shares.iter().zip(counts) {
        let lines = wrap(&words::category(share), names);
        let (full, empty) = theme.pieces();
        let right = usize::try_from(share.right).unwrap_or(0);
        let of = usize::try_from(share.of).unwrap_or(1).max(1);
        let filled = (bar * right + of / 2) / of;
        for (n, line) in lines.iter().enumerate() {
            let pad = " ".repeat(names.saturating_sub(width(line)));
            let mut spans = vec![Span::raw(format!("{line}{pad}"))];
            if n == 0 {
                spans.extend([
                    Span::raw("  "),
                    Span::styled(full.repeat(filled), theme.bar()),
                    Span::styled(empty.repeat(bar - filled), theme.quiet()),
                    Span::raw(format!("  {count}")),
                ]);
            }
            sheet.add(Line::from(spans));
        }
    }
}
