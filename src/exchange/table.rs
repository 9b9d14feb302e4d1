//! Questions in rows and columns, as CSV and Anki have them.

use super::pairs::{self, Pair, Pairs};
use super::{Reading, tidy};
use crate::bank::Bank;
use crate::item::{Difficulty, Draft, Interaction, Item, KeyDraft, Source};
use crate::text::normal::same_option;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Kind,
    Question,
    Answer,
    Accepted,
    Wrong,
    /// Any option, the right one among them.
    Option,
    Category,
    Difficulty,
    Explanation,
    Hint,
    Tag,
    Source,
    Section,
    Quote,
    Url,
    /// Nothing that a bank has a place for.
    Other,
}

/// A row of cells and the line it begins in.
pub(super) type Row = (usize, Vec<String>);

/// What the head of a column says, and whether its cells hold several values.
fn role(head: &str) -> (Role, bool) {
    let name: String = head
        .chars()
        .filter(|c| c.is_alphabetic())
        .flat_map(char::to_lowercase)
        .collect();
    let role = match name.as_str() {
        "type" | "kind" | "questiontype" => Role::Kind,
        "question" | "stem" | "prompt" | "q" | "questiontext" => Role::Question,
        "answer" | "correct" | "correctanswer" | "right" | "rightanswer" | "key" | "solution"
        | "correctanswers" | "answers" | "a" => Role::Answer,
        "accepted" | "accept" | "spelling" | "alsoaccepted" => Role::Accepted,
        "wrong" | "wronganswer" | "wronganswers" | "incorrect" | "incorrectanswer"
        | "incorrectanswers" | "distractor" | "distractors" => Role::Wrong,
        "option" | "options" | "choice" | "choices" | "optiona" | "optionb" | "optionc"
        | "optiond" | "optione" => Role::Option,
        "category" | "topic" | "subject" | "deck" => Role::Category,
        "difficulty" | "level" => Role::Difficulty,
        "explanation" | "feedback" | "comment" | "notes" | "rationale" => Role::Explanation,
        "hint" => Role::Hint,
        "tag" | "tags" => Role::Tag,
        "source" => Role::Source,
        "section" => Role::Section,
        "quote" => Role::Quote,
        "url" | "link" => Role::Url,
        _ => Role::Other,
    };
    let several = matches!(
        name.as_str(),
        "wronganswers"
            | "incorrectanswers"
            | "distractors"
            | "options"
            | "choices"
            | "tags"
            | "correctanswers"
            | "answers"
    );
    (role, several)
}

/// Whether heads name a question and its answer.
pub(super) fn names_questions(heads: &[String]) -> bool {
    let has = |wanted| heads.iter().any(|head| role(head).0 == wanted);
    has(Role::Question) && has(Role::Answer)
}

/// Reads rows whose columns have heads.
pub(super) fn read_questions(
    heads: &[String],
    rows: impl Iterator<Item = Row>,
    reading: &mut Reading,
) {
    let roles: Vec<_> = heads.iter().map(|head| role(head)).collect();
    for (line, cells) in rows {
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if cells.len() > roles.len() {
            reading.changed(line, "cells beyond the last column were left out");
        }
        let mut cells_of: Vec<(Role, String)> = Vec::new();
        for (&(role, several), cell) in roles.iter().zip(cells) {
            if several {
                let sign = if cell.contains('|') { '|' } else { ';' };
                cells_of.extend(cell.split(sign).map(|part| (role, part.to_owned())));
            } else {
                cells_of.push((role, cell));
            }
        }
        for (_, cell) in &mut cells_of {
            *cell = tidy::text(cell);
        }
        cells_of.retain(|(_, cell)| !cell.is_empty());
        if cells_of.len() > MOST_CELLS {
            reading.skip(line, "the row has more cells than a question has parts");
            continue;
        }
        match draft(&Cells(cells_of)) {
            Ok(draft) => reading.add(line, draft),
            Err(reason) => reading.skip(line, reason),
        }
    }
}

/// A row with more cells is no question.
const MOST_CELLS: usize = 1000;

struct Cells(Vec<(Role, String)>);

impl Cells {
    fn all(&self, role: Role) -> Vec<String> {
        let cells = self.0.iter().filter(|(r, _)| *r == role);
        cells.map(|(_, cell)| cell.clone()).collect()
    }

    fn one(&self, role: Role) -> Option<String> {
        let all = self.all(role);
        (!all.is_empty()).then(|| all.join(" "))
    }
}

fn draft(cells: &Cells) -> Result<Draft, &'static str> {
    let stem = cells.one(Role::Question).ok_or("the row has no question")?;
    let mut answers = cells.all(Role::Answer);
    let mut wrong = cells.all(Role::Wrong);
    let options = cells.all(Role::Option);
    if !options.is_empty() {
        answers = answers
            .iter()
            .map(|answer| {
                let same = options.iter().find(|option| same_option(option, answer));
                same.or_else(|| options.get(index(answer)?)).cloned()
            })
            .collect::<Option<_>>()
            .ok_or("the right answer is none of the options")?;
        let is_right = |option: &String| answers.iter().any(|a| same_option(a, option));
        wrong.extend(options.into_iter().filter(|option| !is_right(option)));
    }
    let first = answers
        .first()
        .ok_or("the row has no right answer")?
        .clone();
    let kind = cells.one(Role::Kind).unwrap_or_default().to_lowercase();
    let truth = match first.to_lowercase().as_str() {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    };
    let is_truth =
        kind.contains("true") || kind.contains("bool") || (kind.is_empty() && wrong.is_empty());
    let mut draft = Draft {
        stem,
        category: cells.one(Role::Category),
        difficulty: cells
            .one(Role::Difficulty)
            .and_then(|level| Difficulty::try_from(level.to_lowercase()).ok()),
        explanation: cells.one(Role::Explanation),
        hint: cells.one(Role::Hint),
        tags: cells.all(Role::Tag),
        ..Draft::default()
    };
    let source = Source {
        title: cells.one(Role::Source).unwrap_or_default(),
        section: cells.one(Role::Section),
        quote: cells.one(Role::Quote),
        url: cells.one(Role::Url),
        ..Source::default()
    };
    draft.source = Some(source).filter(|source| *source != Source::default());
    match truth {
        Some(truth) if is_truth && answers.len() == 1 => {
            draft.key = Some(KeyDraft::Truth(truth));
            return Ok(draft);
        }
        _ => {}
    }
    if answers.len() > 1 {
        draft.keys = answers;
    } else {
        draft.key = Some(KeyDraft::Text(first));
        if wrong.is_empty() {
            draft.accepted = Some(cells.all(Role::Accepted));
        }
    }
    draft.distractors = wrong;
    Ok(draft)
}

/// The place that a letter or number names.
fn index(answer: &str) -> Option<usize> {
    if let Ok(number) = answer.parse::<usize>() {
        return number.checked_sub(1);
    }
    let mut letters = answer.chars();
    match (letters.next()?.to_ascii_lowercase(), letters.next()) {
        (letter @ 'a'..='z', None) => usize::try_from(u32::from(letter) - u32::from('a')).ok(),
        _ => None,
    }
}

/// Reads rows of terms and definitions. With heads, the question says what goes
/// with what.
pub(super) fn read_pairs(
    heads: Option<&[String]>,
    rows: impl Iterator<Item = Row>,
    reading: &mut Reading,
) {
    let mut found = Pairs::default();
    if let Some([left, right, ..]) = heads {
        found.heads = Some((tidy::line(left), tidy::line(right)));
    }
    if let Some(heads) = heads
        && heads.len() > 2
    {
        let rest: Vec<_> = heads.iter().skip(2).map(|h| tidy::line(h)).collect();
        reading.left_out(1, format!("columns beyond the second: {}", rest.join(", ")));
    }
    for (line, cells) in rows {
        let mut cells = cells.iter().map(|cell| tidy::text(cell));
        let (term, definition) = (cells.next(), cells.next());
        if heads.is_none() && cells.any(|cell| !cell.is_empty()) {
            reading.changed(line, "what stands behind the second column was left out");
        }
        let (term, definition) = match (term, definition) {
            (None, _) => continue,
            (Some(term), None) if term.is_empty() => continue,
            (Some(_), None) => {
                reading.skip(line, "the row has only one column");
                continue;
            }
            (Some(term), Some(definition)) => (term, definition),
        };
        if term.is_empty() || definition.is_empty() {
            if term != definition {
                reading.skip(line, "the row has a term or a definition, but not both");
            }
            continue;
        }
        let pair = Pair {
            line,
            term: &term,
            definition: &definition,
            ..Pair::default()
        };
        found.push(&pair, reading);
    }
    pairs::add(&found, reading);
}

/// The rows of a bank, the heads first; columns that no item needs are left out.
pub(super) fn rows(bank: &Bank) -> Vec<Vec<String>> {
    let rows: Vec<Vec<(Role, Vec<String>)>> = bank.items.iter().map(columns).collect();
    let mut table: Vec<Vec<String>> = vec![Vec::new(); rows.len() + 1];
    for (n, (role, name)) in COLUMNS.iter().enumerate() {
        let cells = |row: &[(Role, Vec<String>)]| row.get(n).map(|(_, cells)| cells.clone());
        let widest = rows
            .iter()
            .filter_map(|row| cells(row))
            .map(|c| c.len())
            .max();
        let always = matches!(role, Role::Question | Role::Answer | Role::Kind);
        let width = widest.unwrap_or(0).max(usize::from(always));
        let (heads, body) = table.split_at_mut(1);
        let numbered = |k: usize| match role {
            Role::Wrong | Role::Accepted | Role::Tag => format!("{name} {}", k + 1),
            Role::Answer if width > 1 => format!("{name} {}", k + 1),
            _ => (*name).to_owned(),
        };
        for head in heads {
            head.extend((0..width).map(numbered));
        }
        for (to, row) in body.iter_mut().zip(&rows) {
            let mut cells = cells(row).unwrap_or_default();
            cells.resize(width, String::new());
            to.extend(cells);
        }
    }
    table
}

const COLUMNS: [(Role, &str); 14] = [
    (Role::Kind, "type"),
    (Role::Question, "question"),
    (Role::Answer, "answer"),
    (Role::Accepted, "accepted"),
    (Role::Wrong, "wrong"),
    (Role::Category, "category"),
    (Role::Difficulty, "difficulty"),
    (Role::Explanation, "explanation"),
    (Role::Hint, "hint"),
    (Role::Tag, "tag"),
    (Role::Source, "source"),
    (Role::Section, "section"),
    (Role::Quote, "quote"),
    (Role::Url, "url"),
];

/// The cells of an item, in the order of [`COLUMNS`].
fn columns(item: &Item) -> Vec<(Role, Vec<String>)> {
    let kind = match item.interaction() {
        Interaction::Choice { .. } => "choice",
        Interaction::TrueFalse { .. } => "true/false",
        Interaction::Entry { .. } => "typed",
        Interaction::Several { .. } => "several",
    };
    let answers = match item.interaction() {
        Interaction::Several { keys, .. } => keys.into_iter().map(str::to_owned).collect(),
        _ => vec![item.key_text()],
    };
    let accepted = match item.interaction() {
        Interaction::Entry { accepted, .. } => accepted.into_iter().map(str::to_owned).collect(),
        _ => Vec::new(),
    };
    let one = |text: Option<&str>| text.map(str::to_owned).into_iter().collect::<Vec<_>>();
    let all = |texts: Vec<&str>| texts.into_iter().map(str::to_owned).collect();
    let source = item.source();
    let source = source.as_ref();
    COLUMNS
        .iter()
        .map(|&(role, _)| {
            let cells = match role {
                Role::Kind => vec![kind.to_owned()],
                Role::Question => vec![item.stem().to_owned()],
                Role::Answer => answers.clone(),
                Role::Accepted => accepted.clone(),
                Role::Wrong => all(item.distractors()),
                Role::Category => one(item.category()),
                Role::Difficulty => one(item.difficulty().map(Difficulty::as_str)),
                Role::Explanation => one(item.explanation()),
                Role::Hint => one(item.hint()),
                Role::Tag => all(item.tags()),
                Role::Source => one(source.map(|s| s.title.as_str()).filter(|t| !t.is_empty())),
                Role::Section => one(source.and_then(|s| s.section.as_deref())),
                Role::Quote => one(source.and_then(|s| s.quote.as_deref())),
                Role::Url => one(source.and_then(|s| s.url.as_deref())),
                Role::Option | Role::Other => Vec::new(),
            };
            (role, cells)
        })
        .collect()
}
