//! `quizwright stats`

use std::fmt::Write as _;

use super::memory::today;
use super::{Ending, Outcome, data, output};
use crate::history::{Best, Count, History, Statistics};
use crate::play::{Elapsed, Mode};
use crate::terminal::Environment;
use crate::terminal::chart::{self, Bar};
use crate::terminal::environment::columns;
use crate::terminal::words;
use crate::terminal::wrap::wrap;
use crate::text::safe;

/// Arguments of `quizwright stats`.
#[derive(Clone, Copy, Debug, Default, clap::Args)]
pub(super) struct Arguments {
    /// The best results instead
    #[arg(long)]
    pub(super) best: bool,
    /// As JSON
    #[arg(long)]
    pub(super) json: bool,
    /// Text without charts
    #[arg(long)]
    pub(super) plain: bool,
}

/// So many best results are shown of each kind.
const PLACES: u32 = 5;

/// Days on the chart.
const DAYS: usize = 60;

/// Runs the command.
pub(super) fn run(arguments: Arguments) -> Outcome {
    let history = History::open_existing(&data::folder()?)?;
    let text = if arguments.best {
        let best = history.map(|history| history.best(PLACES)).transpose()?;
        let best = best.unwrap_or_default();
        if arguments.json {
            serde_json::to_string_pretty(&best)? + "\n"
        } else {
            best_words(&best)
        }
    } else {
        let counted = history
            .map(|history| history.statistics(today()))
            .transpose()?;
        let counted = counted.unwrap_or_default();
        if arguments.json {
            serde_json::to_string_pretty(&counted)? + "\n"
        } else {
            words_of(&counted, Environment::here(arguments.plain))
        }
    };
    output::data(&text)?;
    Ok(Ending::Done)
}

/// The best results, one kind after the other.
fn best_words(best: &[Best]) -> String {
    if best.is_empty() {
        return "No challenge was played to its end yet.\n".to_owned();
    }
    let mut out = String::new();
    let mut last = None;
    for result in best {
        let kind = (&result.title, &result.mode, &result.setting);
        if last.is_some_and(|last| last != kind) {
            out.push('\n');
        }
        if last != Some(kind) {
            let line = format!("{}, {}, {}", kind.0, kind.1, kind.2);
            let _ = writeln!(out, "{}", safe::shown(&line));
        }
        last = Some(kind);
        let points = Mode::parse(&result.mode).is_some_and(Mode::counts_points);
        let mut score = if points {
            words::count(result.score, "point", "points")
        } else {
            format!("{} right", result.score)
        };
        if result.left_ms > 0 {
            let _ = write!(score, ", {} left", Elapsed::from_millis(result.left_ms));
        }
        let name = result.name.as_deref().map(|name| format!(", {name}"));
        let line = format!(
            "  {}. {score}{}, {}",
            result.place,
            name.unwrap_or_default(),
            result.date
        );
        let _ = writeln!(out, "{}", safe::shown(&line));
    }
    out
}

/// The statistics as text, with charts where they can be drawn.
fn words_of(counted: &Statistics, environment: Environment) -> String {
    let total = &counted.total;
    if total.answers == 0 {
        return "Nothing was answered yet.\n".to_owned();
    }
    let first = format!(
        "{}, {} % right, {} on average; {} in {}.",
        words::count(total.answers, "answer", "answers"),
        total.accuracy(),
        Elapsed::from_millis(total.mean_ms()),
        words::count(counted.items, "question", "questions"),
        words::count(counted.sittings, "session", "sessions"),
    );
    let second = format!(
        "Best streak: {} right in a row; now {}. Days in a row: {}.",
        counted.best_streak, counted.streak, counted.days_in_a_row
    );
    let columns = if environment.plain {
        words::COLUMNS
    } else {
        columns()
    };
    let mut out = String::new();
    for line in [first, second].iter().flat_map(|line| wrap(line, columns)) {
        let _ = writeln!(out, "{line}");
    }
    for (title, counts) in [
        ("By category", &counted.categories),
        ("By difficulty", &counted.difficulties),
        ("By bank", &counted.banks),
    ] {
        let _ = writeln!(out, "\n{title}");
        out.push_str(&table(counts, columns, environment));
    }
    let from = counted.days.len().saturating_sub(DAYS);
    let days = counted.days.get(from..).unwrap_or_default();
    let _ = writeln!(out, "\nBy day");
    match (days, environment.plain) {
        ([first, _, .., last], false) => {
            let values: Vec<u32> = days.iter().map(Count::accuracy).collect();
            let ends = [first.name.as_str(), last.name.as_str()];
            out.push_str(&chart::line(&values, ends, columns, environment.theme));
        }
        _ => out.push_str(&table(
            days,
            columns,
            Environment {
                plain: true,
                ..environment
            },
        )),
    }
    if !counted.hardest.is_empty() {
        let _ = writeln!(out, "\nHardest");
        for hard in &counted.hardest {
            let line = format!(
                "{} of {} right: {} ({})",
                hard.right, hard.answers, hard.stem, hard.key
            );
            for (n, line) in wrap(&safe::shown(&line), columns - 4).iter().enumerate() {
                let _ = writeln!(out, "{}{line}", if n == 0 { "  " } else { "    " });
            }
        }
    }
    out
}

fn table(counts: &[Count], columns: usize, environment: Environment) -> String {
    let bars: Vec<Bar> = counts
        .iter()
        .map(|count| Bar {
            name: words::shown(&count.name),
            percent: count.accuracy(),
            words: format!(
                "{} of {}, {}",
                count.right,
                count.answers,
                Elapsed::from_millis(count.mean_ms())
            ),
        })
        .collect();
    if environment.plain {
        let mut out = String::new();
        for bar in &bars {
            let _ = writeln!(out, "  {}: {} %, {}", bar.name, bar.percent, bar.words);
        }
        return out;
    }
    chart::bars(&bars, columns, environment.theme)
}
