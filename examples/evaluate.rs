//! Measures the shipped engine on treebanks: `evaluate TEST.conllu...` prints
//! tags, heads (UAS) and labelled heads (LAS) in per cent, all tokens counted.

use anyhow::{Context, Result};
use quizwright::text::Engine;
use quizwright::text::model::conllu;
use quizwright::text::model::evaluation::Score;
use std::io::Write;

fn main() -> Result<()> {
    let mut out = std::io::stdout();
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path).with_context(|| path.clone())?;
        let mut score = Score::default();
        for example in conllu::read(&text) {
            let forms: Vec<&str> = example.forms.iter().map(String::as_str).collect();
            let analysis = Engine::shared().analyse_words(&forms, &[]);
            score.count(&example, &analysis.tags, &analysis.arcs);
        }
        writeln!(out, "{path}: {score}")?;
    }
    Ok(())
}
