//! Our own format: a bank is itself.

use super::{Carries, Format, Reading, Refusal};
use crate::bank::{self, Bank};

/// The format of [`crate::bank`].
pub(super) struct Quizwright;

impl Format for Quizwright {
    fn name(&self) -> &'static str {
        "quizwright"
    }

    fn title(&self) -> &'static str {
        "Quizwright's own banks"
    }

    fn carries(&self) -> Carries {
        Carries::ALL
    }

    fn is_likely(&self, text: &str, _ending: &str) -> bool {
        text.trim_start().starts_with('{') && text.contains("\"items\"")
    }

    fn read(&self, text: &str, reading: &mut Reading) -> Result<(), Refusal> {
        let bank = bank::read(text.as_bytes()).map_err(|not_a_bank| {
            let place = not_a_bank.problems.first().map(|p| &p.place);
            let problem = not_a_bank.problems.first();
            Refusal {
                line: place.map_or(1, |p| p.line),
                column: place.map_or(1, |p| p.column),
                message: problem.map_or_else(|| not_a_bank.to_string(), |p| p.message.clone()),
                hint: "`quizwright check` shows everything that is wrong".to_owned(),
            }
        })?;
        let Bank { items, .. } = bank;
        reading.bank = Bank {
            items: Vec::new(),
            ..bank
        };
        for (n, item) in items.into_iter().enumerate() {
            reading.add(n + 1, item.draft());
        }
        Ok(())
    }

    fn write(&self, bank: &Bank) -> String {
        bank.to_json()
    }
}
