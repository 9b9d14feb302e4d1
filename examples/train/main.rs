//! Makes the files in `src/text/data` from treebanks and word lists.
//!
//! ```text
//! train lexicon WORDS.tsv WORDNET-DICT src/text/data/lexicon.bin
//! train given   FEMALE MALE src/text/data/given-names.txt
//! train tagger WORK TRAIN.conllu...
//! train parser WORK TRAIN.conllu... --dev DEV.conllu
//! train parser WORK TRAIN.conllu... --backward
//! train pack   WORK src/text/data/model.bin
//! ```
//!
//! `WORK` is a folder for what one step leaves to the next. The same input
//! gives the same bytes every time.

mod given;
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
        /// `WordNet`'s folder with `index.noun` and `data.noun`.
        dict: PathBuf,
        /// The file to write.
        out: PathBuf,
    },
    /// Lays out the given names.
    Given {
        /// The list of women's names: lines of "NAME per-cent".
        female: PathBuf,
        /// The list of men's names.
        male: PathBuf,
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
        #[arg(long, default_value_t = 15)]
        birth: u8,
        /// Read every sentence from its end.
        #[arg(long)]
        backward: bool,
    },
    /// Lays out the weights.
    Pack {
        /// The folder of the steps before.
        work: PathBuf,
        /// The file to write.
        out: PathBuf,
        /// The smallest weight of the tagger that is kept.
        #[arg(long, default_value_t = 0.7)]
        tagger_cut: f32,
        /// The smallest weight of the forward parser that is kept.
        #[arg(long, default_value_t = 2.55)]
        forward_cut: f32,
        /// The smallest weight of the backward parser that is kept.
        #[arg(long, default_value_t = 2.65)]
        backward_cut: f32,
    },
}

fn main() -> Result<()> {
    match Arguments::parse().step {
        Step::Lexicon { words, dict, out } => {
            let text =
                |path: &Path| fs::read_to_string(path).with_context(|| path.display().to_string());
            let index = text(&dict.join("index.noun"))?;
            let data = text(&dict.join("data.noun"))?;
            write(&out, &lexicon::lay_out(&text(&words)?, &index, &data)?)
        }
        Step::Given { female, male, out } => {
            let female = fs::read_to_string(female)?;
            let names = given::lay_out(&female, &fs::read_to_string(male)?)?;
            write(&out, names.as_bytes())
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
            backward,
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
                    let score = parser::score(&tagger, weights, examples, backward);
                    say(&format!("epoch {epoch} dev {path}: {score}"))?;
                }
                Ok(())
            };
            let course = parser::Course {
                epochs,
                birth,
                backward,
            };
            let weights = parser::train(&examples, &tags, course, report)?;
            let name = if backward {
                "backward.weights"
            } else {
                "forward.weights"
            };
            fs::write(work.join(name), perceptron::dump(&weights)?)?;
            Ok(())
        }
        Step::Pack {
            work,
            out,
            tagger_cut,
            forward_cut,
            backward_cut,
        } => {
            let table = |name: &str, cut: f32| -> Result<Vec<u8>> {
                let rows = perceptron::undump(&fs::read(work.join(name))?)?;
                Table::write(&rows, cut).context("too many weights in one bucket")
            };
            let tagger = table("tagger.weights", tagger_cut)?;
            let forward = table("forward.weights", forward_cut)?;
            let backward = table("backward.weights", backward_cut)?;
            let tables = [&tagger[..], &forward[..], &backward[..]];
            for table in tables {
                say(&format!("{} bytes", table.len()))?;
            }
            write(&out, &quizwright::text::engine::pack(tables))
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
