//! `quizwright generate`

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Context;

use super::report::Hinted;
use super::{Ending, Outcome, open, output};
use crate::article::{self, Article, Layout, language};
use crate::bank::{Bank, FORMAT};
use crate::generate::{Output, generate};
use crate::library::{self, StoreError};

/// Arguments of `quizwright generate`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The article, or - for standard input
    article: PathBuf,
    /// Write the bank to this file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// How the article is laid out; guessed unless given: seed, wikitext,
    /// extract, markdown, web, tokenised
    #[arg(long, value_parser = layout)]
    layout: Option<Layout>,
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

/// The layout of this name.
pub(super) fn layout(name: &str) -> Result<Layout, String> {
    Layout::parse(name).ok_or_else(|| {
        let names: Vec<&str> = Layout::ALL.iter().map(|l| l.as_str()).collect();
        format!("it is one of {}", names.join(", "))
    })
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Outcome {
    let article = read(&arguments.article, arguments.layout)?;
    let made = generate(&article, arguments.url.as_deref());
    if arguments.explain {
        output::data(&explain(&article, &made))?;
        return Ok(Ending::Done);
    }
    if made.made.len() < 5 {
        output::note(&format!(
            "note: the article gave {} questions; --explain tells what was dropped\n",
            made.made.len()
        ));
    }
    let json = bank(&article, made, &arguments.license).to_json();
    match &arguments.output {
        None => output::data(&json)?,
        Some(path) => library::update(path, |_| Ok::<_, StoreError>((Some(json.into_bytes()), ())))
            .with_context(|| format!("cannot write {}", path.display()))?,
    }
    Ok(Ending::Done)
}

/// Reads and checks an article.
///
/// # Errors
/// When it cannot be read, or is not in English.
pub(super) fn read(path: &Path, layout: Option<Layout>) -> anyhow::Result<Article> {
    let (label, bytes) = open::bytes(&path.to_string_lossy())?;
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let (article, notices) = parse(&bytes, &name, layout);
    for notice in notices.iter().take(10) {
        output::note(&format!(
            "note: {label}:{}: {}\n",
            notice.line, notice.message
        ));
    }
    if notices.len() > 10 {
        output::note(&format!("note: {} more of this kind\n", notices.len() - 10));
    }
    if !language::is_english(&article.text) {
        return Err(Hinted {
            message: format!("{label} does not read as English"),
            hint: "articles in other languages cannot be turned into questions".to_owned(),
        }
        .into());
    }
    Ok(article)
}

/// The article in these bytes; what is no UTF-8 is marked as such.
pub(super) fn parse(
    bytes: &[u8],
    name: &str,
    layout: Option<Layout>,
) -> (Article, Vec<article::Notice>) {
    let text = String::from_utf8_lossy(bytes);
    article::read_named(&text, name, layout)
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
    let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
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
