//! Makes the files in `src/text/data` from treebanks and word lists.
//!
//! ```text
//! train lexicon WORDS.tsv src/text/data/lexicon.bin
//! train tagger WORK TRAIN.conllu...
//! train parser WORK TRAIN.conllu... --dev DEV.conllu
//! train pack   WORK src/text/data/model.bin
//! ```
//!
//! `WORK` is a folder for what one step leaves to the next. The same input
//! gives the same bytes every time.

mod lexicon;
mod oracle;
mod parser;
mod perceptron;
mod random;
mod tagger;

use anyhow::{Context, Result};
use clap::{Parser, Subcommand};
use quizwright::text::model::conllu::{self, Example};
use quizwright::text::model::table::Table;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// Trains the language engine.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    step: Step,
}

#[derive(Subcommand)]
enum Step {
    /// Lays out the lexicon.
    Lexicon {
        /// Lines of "word TAB mask".
        words: PathBuf,
        /// The file to write.
        out: PathBuf,
    },
    /// Trains the tagger, and tags the training text without having seen it.
    Tagger {
        /// The folder for what the next step needs.
        work: PathBuf,
        /// Treebanks to learn from.
        train: Vec<PathBuf>,
        /// How often to go through them.
        #[arg(long, default_value_t = 10)]
        epochs: usize,
        /// At which update a feature comes into being.
        #[arg(long, default_value_t = 10)]
        birth: u8,
    },
    /// Trains the parser on the tags of the step before.
    Parser {
        /// The folder of the step before.
        work: PathBuf,
        /// The treebanks of the step before, in the same order.
        train: Vec<PathBuf>,
        /// Treebanks to measure on meanwhile.
        #[arg(long)]
        dev: Vec<PathBuf>,
        /// How often to go through the treebanks.
        #[arg(long, default_value_t = 15)]
        epochs: usize,
        /// At which update a feature comes into being.
        #[arg(long, default_value_t = 10)]
        birth: u8,
    },
    /// Lays out the weights.
    Pack {
        /// The folder of the steps before.
        work: PathBuf,
        /// The file to write.
        out: PathBuf,
        /// The smallest weight of the tagger that is kept.
        #[arg(long, default_value_t = 0.5)]
        tagger_cut: f32,
        /// The smallest weight of the parser that is kept.
        #[arg(long, default_value_t = 1.5)]
        parser_cut: f32,
    },
}

fn main() -> Result<()> {
    match Arguments::parse().step {
        Step::Lexicon { words, out } => {
            let text = fs::read_to_string(&words).with_context(|| words.display().to_string())?;
            write(&out, &lexicon::lay_out(&text)?)
        }
        Step::Tagger {
            work,
            train,
            epochs,
            birth,
        } => {
            let examples = read_all(&train)?;
            let (weights, tags) = tagger::train(&examples, epochs, birth);
            fs::create_dir_all(&work)?;
            fs::write(work.join("jackknife.tags"), tags)?;
            fs::write(work.join("tagger.weights"), perceptron::dump(&weights)?)?;
            Ok(())
        }
        Step::Parser {
            work,
            train,
            dev,
            epochs,
            birth,
        } => {
            let examples = read_all(&train)?;
            let tags = fs::read(work.join("jackknife.tags"))?;
            let tagger = perceptron::undump(&fs::read(work.join("tagger.weights"))?)?;
            let dev = dev
                .iter()
                .map(|path| read(path))
                .collect::<Result<Vec<_>>>()?;
            let report = |epoch: usize, weights: &[perceptron::Row]| -> Result<()> {
                for (examples, path) in dev.iter().zip(1..) {
                    let score = parser::score(&tagger, weights, examples);
                    say(&format!("epoch {epoch} dev {path}: {score}"))?;
                }
                Ok(())
            };
            let weights = parser::train(&examples, &tags, epochs, birth, report)?;
            fs::write(work.join("parser.weights"), perceptron::dump(&weights)?)?;
            Ok(())
        }
        Step::Pack {
            work,
            out,
            tagger_cut,
            parser_cut,
        } => {
            let table = |name: &str, cut: f32| -> Result<Vec<u8>> {
                let rows = perceptron::undump(&fs::read(work.join(name))?)?;
                Table::write(&rows, cut).context("too many weights in one bucket")
            };
            let tagger = table("tagger.weights", tagger_cut)?;
            let parser = table("parser.weights", parser_cut)?;
            write(&out, &quizwright::text::engine::pack(&tagger, &parser))
        }
    }
}

/// Writes a file and says its size and hash, which a test holds it to.
fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).with_context(|| path.display().to_string())?;
    let hash: String = Sha256::digest(bytes)
        .iter()
        .fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        });
    say(&format!(
        "{}: {} bytes, {hash}",
        path.display(),
        bytes.len()
    ))
}

fn say(line: &str) -> Result<()> {
    writeln!(std::io::stderr(), "{line}")?;
    Ok(())
}

fn read(path: &Path) -> Result<Vec<Example>> {
    let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    Ok(conllu::read(&text))
}

fn read_all(paths: &[PathBuf]) -> Result<Vec<Example>> {
    let mut examples = Vec::new();
    for path in paths {
        examples.extend(read(path)?);
    }
    // A few run-on lists; the longest sentences of prose are shorter.
    examples.retain(|example| example.len() <= 120);
    Ok(examples)
}
