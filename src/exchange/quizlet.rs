//! Quizlet's export: a term, a tab, its definition.

use std::fmt::Write as _;

use super::table;
use super::{Carries, Format, Reading, Refusal};
use crate::bank::Bank;

/// Terms and definitions, a line each.
pub(super) struct Quizlet;

impl Format for Quizlet {
    fn name(&self) -> &'static str {
        "quizlet"
    }

    fn title(&self) -> &'static str {
        "Quizlet, terms and definitions"
    }

    fn carries(&self) -> Carries {
        Carries {
            truth_as_choice: true,
            typed: true,
            only_typed: true,
            ..Carries::CHOICES
        }
    }

    fn is_likely(&self, text: &str, ending: &str) -> bool {
        let mut lines = text.lines().filter(|line| !line.trim().is_empty()).take(20);
        let heads: Vec<_> = text
            .lines()
            .next()
            .unwrap_or_default()
            .split('\t')
            .map(str::to_owned)
            .collect();
        matches!(ending, "txt" | "tsv" | "")
            && !table::names_questions(&heads)
            && lines.clone().next().is_some()
            && lines.all(|line| line.matches('\t').count() == 1)
    }

    fn read(&self, text: &str, reading: &mut Reading) -> Result<(), Refusal> {
        // Quotation marks mean nothing here.
        let rows = text
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.trim().is_empty())
            .map(|(n, line)| (n + 1, line.split('\t').map(str::to_owned).collect()));
        table::read_pairs(None, rows, reading);
        Ok(())
    }

    fn write(&self, bank: &Bank) -> String {
        let mut out = String::new();
        for item in &bank.items {
            let _ = writeln!(out, "{}\t{}", item.stem(), item.key_text());
        }
        out
    }
}
