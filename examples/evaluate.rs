//! Measures the engine on treebanks.
//!
//! `evaluate TEST.conllu...` prints tags, heads (UAS) and labelled heads (LAS)
//! in per cent, all tokens counted, on the words as the treebank cuts them.
//! With `--margins` it also prints, for the arcs that questions are made from,
//! how many are right and how many stay if a margin is asked for.

use anyhow::{Context, Result};
use clap::Parser;
use quizwright::text::model::conllu;
use quizwright::text::model::evaluation::Score;
use quizwright::text::{Engine, Label};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::PathBuf;

/// Measures the engine on treebanks.
#[derive(Parser)]
struct Arguments {
    /// Treebanks in the CoNLL-U format.
    files: Vec<PathBuf>,
    /// Other weights than those that ship.
    #[arg(long)]
    weights: Option<PathBuf>,
    /// Print how many arcs are right above a margin.
    #[arg(long)]
    margins: bool,
}

/// A name, and which labels belong.
type Group = (&'static str, fn(Label) -> bool);

/// The groups of arcs whose margins are measured.
const GROUPS: [Group; 4] = [
    ("root", |label| label == Label::Root),
    ("subject", Label::is_nominal_subject),
    ("object", |label| label == Label::Obj),
    ("oblique", Label::is_oblique),
];

/// The share of right arcs to ask for.
const WANTED: [f64; 3] = [0.95, 0.97, 0.99];

/// Fewer arcs than this say nothing.
const FEWEST: usize = 50;

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let mut out = std::io::stdout();
    let other;
    let engine = match &arguments.weights {
        None => Engine::shared(),
        Some(path) => {
            let bytes = std::fs::read(path).with_context(|| path.display().to_string())?;
            other = Engine::open(bytes.leak()).context("not a weights file")?;
            &other
        }
    };
    for path in &arguments.files {
        let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
        let mut score = Score::default();
        let mut groups = GROUPS.map(|(name, belongs)| (name, belongs, Vec::new()));
        for example in conllu::read(&text) {
            let forms: Vec<&str> = example.forms.iter().map(String::as_str).collect();
            let analysis = engine.analyse_words(&forms, &[]);
            score.count(&example, &analysis.tags, &analysis.arcs);
            let gold = example.heads.iter().zip(&example.labels);
            for (arc, (&head, &label)) in analysis.arcs.iter().zip(gold) {
                let right = arc.head == head && Some(arc.label) == label;
                for (_, belongs, arcs) in &mut groups {
                    if belongs(arc.label) {
                        arcs.push((arc.margin, right));
                    }
                }
            }
        }
        writeln!(out, "{}: {score}", path.display())?;
        if arguments.margins {
            for (name, _, arcs) in groups {
                writeln!(out, "  {}", line(name, arcs))?;
            }
        }
    }
    Ok(())
}

/// One group: how many are right, and the least margin above which enough are.
fn line(name: &str, mut arcs: Vec<(f32, bool)>) -> String {
    arcs.sort_by(|a, b| b.0.total_cmp(&a.0));
    let share = |part: usize, whole: usize| ratio(part, whole) * 100.0;
    let right = arcs.iter().filter(|arc| arc.1).count();
    let mut line = format!(
        "{name:8} {:5} arcs, {:.1} right",
        arcs.len(),
        share(right, arcs.len())
    );
    for wanted in WANTED {
        let (mut right, mut kept, mut margin) = (0, 0, None);
        for (index, arc) in arcs.iter().enumerate() {
            right += usize::from(arc.1);
            if index >= FEWEST && ratio(right, index + 1) >= wanted {
                (kept, margin) = (index + 1, Some(arc.0));
            }
        }
        let kept = share(kept, arcs.len());
        let margin = margin.map_or("never".to_owned(), |margin| format!("{margin:.0}"));
        let _ = write!(
            line,
            "; {:.0}% from margin {margin}, {kept:.0} kept",
            wanted * 100.0
        );
    }
    line
}

#[allow(clippy::cast_precision_loss, reason = "counts of arcs")]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}
