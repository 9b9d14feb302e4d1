//! Floor 5: the formats that quiz users have their questions in.
//!
//! One file a format behind one trait, [`Format`]. A reader never fails at a
//! question: it gives what it understood, and a [`Notice`] with the place for
//! everything that it changed or left out. A writer never loses in silence:
//! [`Carries`] says what a format can carry, [`export`] cuts the bank down to
//! that and lists what was lost, and the law is that reading what was written
//! gives the bank that was cut down.

mod aiken;
mod anki;
mod carry;
mod check;
mod csv;
mod decode;
mod escape;
mod gift;
mod hascard;
mod html;
#[cfg(test)]
mod laws;
mod markdown;
mod moodle;
mod opentdb;
mod opentriviaqa;
mod pairs;
mod quizlet;
mod quizwright;
mod reading;
mod table;
mod tidy;

pub use carry::{Carries, Export, Loss, export};
pub use check::problems;
pub use reading::{Notice, Reading, Refusal, What};

use std::sync::Arc;
use std::sync::atomic::AtomicUsize;

use crate::bank::Bank;

/// A format that questions come in.
pub trait Format: Sync {
    /// The name on the command line.
    fn name(&self) -> &'static str;

    /// What it is called by people, for lists and messages.
    fn title(&self) -> &'static str;

    /// What an item loses on its way through the format.
    fn carries(&self) -> Carries;

    /// Whether a text is in this format, judged by its beginning and the ending
    /// of the file's name (in small letters, without the dot).
    fn is_likely(&self, text: &str, ending: &str) -> bool;

    /// Reads a text.
    ///
    /// # Errors
    /// When nothing in it can be understood at all.
    fn read(&self, text: &str, reading: &mut Reading) -> Result<(), Refusal>;

    /// Writes a bank that holds nothing but what the format carries.
    fn write(&self, bank: &Bank) -> String;
}

/// All formats, in the order in which they are tried.
pub const ALL: [&dyn Format; 11] = [
    &quizwright::Quizwright,
    &opentdb::OpenTdb,
    &moodle::MoodleXml,
    &opentriviaqa::OpenTriviaQa,
    &anki::Anki,
    &aiken::Aiken,
    &hascard::Hascard,
    &markdown::Markdown,
    &gift::Gift,
    &quizlet::Quizlet,
    &csv::Csv,
];

/// The format of a name.
pub fn named(name: &str) -> Option<&'static dyn Format> {
    ALL.into_iter().find(|format| format.name() == name)
}

/// What is known about a file besides its bytes, and how it is to be read.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The name of the file without folder and ending: a title, in some formats
    /// the category.
    pub name: String,
    /// The ending of the file's name, without the dot.
    pub ending: String,
    /// Make typed items of term and definition instead of drawing distractors
    /// from the other definitions.
    pub typed: bool,
    /// The line that is being read, for whoever watches from another thread.
    pub line: Arc<AtomicUsize>,
}

/// A bank that was read from another format.
#[derive(Clone, Debug)]
pub struct Import {
    /// The format it was in.
    pub format: &'static str,
    /// The bank.
    pub bank: Bank,
    /// What was changed, merged or left out, in the order of the file.
    pub notices: Vec<Notice>,
    /// How many notices there are besides: a file with faults everywhere would
    /// otherwise give more words than it has.
    pub untold: usize,
    /// The line that each item begins in.
    pub lines: Vec<u32>,
    /// How many questions the file has: those that came in, were merged, or were
    /// left out.
    pub questions: usize,
    /// How many of them were merged into an earlier one.
    pub merged: usize,
}

/// Reads a file of any format; `from` overrides the guess.
///
/// # Errors
/// When the format cannot be guessed, nothing in the file can be understood, or it
/// would take more than about ten times its size in memory.
pub fn import(
    bytes: &[u8],
    from: Option<&'static dyn Format>,
    options: &Options,
) -> Result<Import, Refusal> {
    let mut reading = Reading::new(options.clone()).of_size(bytes.len());
    let text = decode::text(bytes, &mut reading)?;
    let ending = options.ending.to_lowercase();
    let format = from
        .or_else(|| guess(&text, &ending))
        .ok_or_else(|| Refusal {
            line: 1,
            column: 1,
            message: "this is in no format that can be recognised".to_owned(),
            hint: format!("name its format with --from: {}", names()),
        })?;
    format.read(&text, &mut reading)?;
    reading.in_bounds()?;
    Ok(reading.finish(format))
}

/// The format that a text is most likely in.
pub fn guess(text: &str, ending: &str) -> Option<&'static dyn Format> {
    ALL.into_iter()
        .find(|format| format.is_likely(text, ending))
}

/// The names of all formats, for messages.
pub fn names() -> String {
    ALL.map(Format::name).join(", ")
}
