//! The cards of hascard: `# title`, then what the card asks, `---` between cards.

use std::fmt::Write as _;

use super::escape::find;
use super::pairs::{self, Pair, Pairs};
use super::{Carries, Format, Reading, Refusal, tidy};
use crate::bank::Bank;
use crate::item::{Draft, Interaction, Item, KeyDraft};

/// A deck of cards in Markdown.
pub(super) struct Hascard;

impl Format for Hascard {
    fn name(&self) -> &'static str {
        "hascard"
    }

    fn title(&self) -> &'static str {
        "hascard decks"
    }

    fn carries(&self) -> Carries {
        Carries {
            truth_as_choice: true,
            typed: true,
            accepted: true,
            several: true,
            ..Carries::CHOICES
        }
    }

    fn is_likely(&self, text: &str, _ending: &str) -> bool {
        let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let titled = lines.next().is_some_and(|line| line.starts_with("# "));
        let body = lines.next().unwrap_or_default();
        titled
            && !text.lines().any(|line| line.starts_with("## "))
            && (text.lines().any(|line| line.trim() == "---")
                || body.starts_with(['-', '*', '[', '_'])
                || order(body))
    }

    fn read(&self, text: &str, reading: &mut Reading) -> Result<(), Refusal> {
        let mut pairs = Pairs::default();
        let mut card: Option<Card> = None;
        for (n, line) in text.lines().enumerate() {
            let line = line.trim_end();
            if line == "---" {
                if let Some(card) = card.take() {
                    card.read(reading, &mut pairs);
                }
            } else if let (Some(title), true) = (line.strip_prefix("# "), card.is_none()) {
                card = Some(Card {
                    line: n + 1,
                    title: title.to_owned(),
                    body: Vec::new(),
                });
            } else if let Some(card) = &mut card {
                if !line.trim().is_empty() {
                    card.body.push(line.trim().to_owned());
                }
            } else if !line.trim().is_empty() {
                reading.left_out(n + 1, "a line outside of any card");
            }
        }
        if let Some(card) = card {
            card.read(reading, &mut pairs);
        }
        pairs::add(&pairs, reading);
        Ok(())
    }

    fn write(&self, bank: &Bank) -> String {
        let cards: Vec<_> = bank.items.iter().map(card).collect();
        cards.join("\n---\n\n")
    }
}

fn card(item: &Item) -> String {
    let mut out = format!("# {}\n", item.stem());
    match item.interaction() {
        Interaction::Several { keys, distractors } => {
            for key in keys {
                let _ = writeln!(out, "[*] {key}");
            }
            for option in distractors {
                let _ = writeln!(out, "[ ] {option}");
            }
        }
        Interaction::Entry { key, accepted } => {
            let spellings: Vec<_> = [key].into_iter().chain(accepted).map(escape).collect();
            let _ = writeln!(out, "_{}_", spellings.join("|"));
        }
        _ => {
            let key = item.key_text();
            for option in super::aiken::placed(item) {
                let sign = if option == key { '*' } else { '-' };
                let _ = writeln!(out, "{sign} {option}");
            }
        }
    }
    out
}

fn escape(text: &str) -> String {
    let text = text.replace('\\', "\\\\");
    text.replace('_', "\\_").replace('|', "\\|")
}

/// `1. something`
fn order(line: &str) -> bool {
    line.split_once(". ")
        .is_some_and(|(n, _)| n.parse::<u32>().is_ok())
}

/// Every gap is a question that repeats the whole card.
const MOST_GAPS: usize = 50;

struct Card {
    line: usize,
    title: String,
    body: Vec<String>,
}

impl Card {
    fn read(mut self, reading: &mut Reading, pairs: &mut Pairs) {
        let line = self.line;
        let before = self.body.len();
        self.body.retain(|line| !line.starts_with("!["));
        if self.body.len() < before {
            reading.changed(line, "a picture was left out");
        }
        let all = |test: &dyn Fn(&str) -> bool| {
            !self.body.is_empty() && self.body.iter().all(|line| test(line))
        };
        let with = |prefix: &str| {
            let lines = self
                .body
                .iter()
                .filter_map(|line| line.strip_prefix(prefix));
            lines.map(str::to_owned).collect::<Vec<_>>()
        };
        if self.body.is_empty() {
            reading.skip(line, "the card has nothing on its other side");
        } else if all(&|line| line.starts_with("- ") || line.starts_with("* ")) {
            match <[String; 1]>::try_from(with("* ")) {
                Ok([key]) => reading.add(line, Draft::choice(self.title, key, with("- "))),
                Err(keys) => reading.skip(
                    line,
                    format!(
                        "the card has {} right answers where one is wanted",
                        keys.len()
                    ),
                ),
            }
        } else if all(&|line| line.starts_with("[*]") || line.starts_with("[ ]")) {
            let mut draft = Draft {
                stem: self.title.clone(),
                keys: with("[*]"),
                distractors: with("[ ]"),
                ..Draft::default()
            };
            if draft.keys.len() == 1 {
                draft.key = draft.keys.pop().map(KeyDraft::Text);
            }
            reading.add(line, draft);
        } else if all(&|line| order(line)) {
            reading.skip(
                line,
                format!("putting in order has no counterpart here: {}", self.title),
            );
        } else {
            self.gaps(reading, pairs);
        }
    }

    /// A card with gaps, or a definition.
    fn gaps(self, reading: &mut Reading, pairs: &mut Pairs) {
        let body = self.body.join("\n");
        let pieces = pieces(&body);
        let count = pieces.iter().filter(|p| matches!(p, Piece::Gap(_))).count();
        if count == 0 {
            let pair = Pair {
                line: self.line,
                term: &self.title,
                definition: &tidy::text(&unescape(&body)),
                ..Pair::default()
            };
            pairs.push(&pair, reading);
            return;
        }
        if count > MOST_GAPS {
            let message = format!("the card has {count} gaps; the most is {MOST_GAPS}");
            reading.skip(self.line, message);
            return;
        }
        if count > 1 {
            reading.changed(
                self.line,
                format!("the card's {count} gaps became {count} questions"),
            );
        }
        for gap in 0..count {
            let mut stem = String::new();
            let mut spellings = Vec::new();
            let mut n = 0;
            for piece in &pieces {
                match piece {
                    Piece::Text(text) => stem.push_str(text),
                    Piece::Gap(words) => {
                        if n == gap {
                            stem.push_str("_____");
                            spellings.clone_from(words);
                        } else {
                            stem.push_str(words.first().map_or("", String::as_str));
                        }
                        n += 1;
                    }
                }
            }
            let stem = match tidy::text(&stem) {
                stem if stem == "_____" => self.title.clone(),
                stem => format!("{}: {stem}", self.title),
            };
            let mut spellings = spellings.into_iter();
            let draft = Draft {
                stem,
                key: spellings.next().map(KeyDraft::Text),
                accepted: Some(spellings.collect()),
                ..Draft::default()
            };
            reading.add(self.line, draft);
        }
    }
}

enum Piece {
    Text(String),
    Gap(Vec<String>),
}

/// The pieces of a card's body: text and `_gap|other spelling_`. A sign behind a
/// backslash means nothing, and a gap ends in its line.
fn pieces(body: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut rest = body;
    while let Some(place) = find(rest, '_') {
        let (before, behind) = rest.split_at_checked(place).unwrap_or((rest, ""));
        let inner = behind.strip_prefix('_').unwrap_or_default();
        let end = find(inner, '_').filter(|&end| {
            let gap = inner.get(..end).unwrap_or_default();
            !gap.trim().is_empty() && !gap.contains('\n')
        });
        text.push_str(before);
        let Some(end) = end else {
            text.push('_');
            rest = inner;
            continue;
        };
        pieces.push(Piece::Text(unescape(&std::mem::take(&mut text))));
        pieces.push(Piece::Gap(spellings(inner.get(..end).unwrap_or_default())));
        rest = inner.get(end + 1..).unwrap_or_default();
    }
    text.push_str(rest);
    pieces.push(Piece::Text(unescape(&text)));
    pieces
}

fn spellings(gap: &str) -> Vec<String> {
    let mut spellings = Vec::new();
    let mut rest = gap;
    while let Some(place) = find(rest, '|') {
        spellings.push(unescape(rest.get(..place).unwrap_or_default()));
        rest = rest.get(place + 1..).unwrap_or_default();
    }
    spellings.push(unescape(rest));
    spellings
}

fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\\'
            && let Some(sign) = chars.next_if(|c| matches!(c, '\\' | '_' | '|'))
        {
            out.push(sign);
        } else {
            out.push(c);
        }
    }
    out
}
