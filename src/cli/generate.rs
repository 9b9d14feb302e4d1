//! `quizwright generate`

use std::fmt::Write as _;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use anyhow::Context;

use super::report::Hinted;
use super::{Ending, Outcome, output};
use crate::article::{self, Article, language};
use crate::bank::{Bank, FORMAT};
use crate::generate::{Output, generate};

/// Arguments of `quizwright generate`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The article, or - for standard input
    article: PathBuf,
    /// Write the bank to this file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Show for each item its fact and evidence, and why others were dropped
    #[arg(long)]
    explain: bool,
    /// Address of the article, to be named as source
    #[arg(long)]
    url: Option<String>,
    /// Licence of the article's text
    #[arg(long, default_value = "CC-BY-SA-4.0")]
    license: String,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Outcome {
    let article = read(&arguments.article)?;
    let made = generate(&article, arguments.url.as_deref());
    if arguments.explain {
        output::data(&explain(&article, &made))?;
        return Ok(Ending::Done);
    }
    if made.made.len() < 5 {
        output::note(&format!(
            "note: the article gave {} items; --explain tells what was dropped\n",
            made.made.len()
        ));
    }
    let bank = bank(&article, made, &arguments.license);
    let json = bank.to_json();
    match &arguments.output {
        None => output::data(&json)?,
        Some(path) => {
            std::fs::write(path, json)
                .with_context(|| format!("cannot write {}", path.display()))?;
        }
    }
    Ok(Ending::Done)
}

/// Reads and checks an article.
pub(super) fn read(path: &Path) -> anyhow::Result<Article> {
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        std::io::stdin()
            .lock()
            .read_to_end(&mut bytes)
            .context("cannot read standard input")?;
    } else {
        bytes = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    }
    let text = String::from_utf8_lossy(&bytes);
    let (article, notices) = article::read(&text, None);
    for notice in notices {
        output::note(&format!(
            "note: {}:{}: {}\n",
            path.display(),
            notice.line,
            notice.message
        ));
    }
    if !language::is_english(&article.text) {
        return Err(Hinted {
            message: format!("{} does not read as English", path.display()),
            hint: "articles in other languages cannot be turned into questions".to_owned(),
        }
        .into());
    }
    Ok(article)
}

/// The bank of what was made.
pub(super) fn bank(article: &Article, made: Output, license: &str) -> Bank {
    Bank {
        format: FORMAT,
        title: article.title.clone(),
        language: Some("en".to_owned()),
        license: Some(license.to_owned()),
        attribution: Some(format!(
            "Questions made from the article \"{}\".",
            article.title
        )),
        items: made.made.into_iter().map(|m| m.item).collect(),
        extra: serde_json::Map::new(),
    }
}

fn explain(article: &Article, made: &Output) -> String {
    let mut text = String::new();
    for (number, item) in made.made.iter().enumerate() {
        let _ = writeln!(text, "{}. {}", number + 1, item.item.stem());
        let _ = writeln!(text, "   key: {}", item.item.key_text());
        let _ = writeln!(
            text,
            "   distractors: {}",
            item.item.distractors().join(" / ")
        );
        let _ = writeln!(text, "   fact: {}  (salience {})", item.fact, item.salience);
        let _ = writeln!(text, "   evidence: {}\n", item.evidence.of(&article.text));
    }
    let mut reasons: std::collections::BTreeMap<&str, usize> = std::collections::BTreeMap::new();
    for rejected in &made.rejected {
        let _ = writeln!(text, "- {}\n    {}", rejected.reason, rejected.candidate);
        *reasons.entry(&rejected.reason).or_default() += 1;
    }
    let mut counts: Vec<_> = reasons.into_iter().collect();
    counts.sort_by_key(|&(reason, count)| (std::cmp::Reverse(count), reason));
    let _ = writeln!(
        text,
        "\n{} items, {} candidates dropped:",
        made.made.len(),
        made.rejected.len()
    );
    for (reason, count) in counts {
        let _ = writeln!(text, "{count:5}  {reason}");
    }
    text
}
