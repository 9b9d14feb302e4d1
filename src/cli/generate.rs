//! `quizwright generate`

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

use anyhow::Context;
use indicatif::{ProgressBar, ProgressStyle};

use super::report::{self, Hinted};
use super::{Ending, Outcome, open, output, usage};
use crate::article::{self, Article, Layout, language};
use crate::bank::{Bank, FORMAT};
use crate::generate::{Output, generate};
use crate::library::{self, StoreError};
use crate::terminal::words;
use crate::text::safe;

/// Arguments of `quizwright generate`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The articles, each made into a bank of its own; - for standard input
    #[arg(required = true, value_name = "ARTICLE")]
    articles: Vec<PathBuf>,
    /// Write the bank to this file; or the banks into this folder, or to the
    /// files of this pattern, with {} for an article's name
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// How the article is laid out; guessed unless given: seed, wikitext,
    /// extract, markdown, web, tokenised
    #[arg(long, value_parser = layout)]
    layout: Option<Layout>,
    /// Show for each item its fact, evidence and checks, and why others were
    /// dropped
    #[arg(long)]
    explain: bool,
    /// A whole bank, or one item a line
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
    /// How many articles to work on at once; as many as there are processors
    /// unless given. The banks are the same with any number
    #[arg(short, long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    /// Address of the article, to be named as source
    #[arg(long)]
    url: Option<String>,
    /// Licence of the article's text
    #[arg(long, default_value = "CC-BY-SA-4.0")]
    license: String,
}

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// A bank.
    Json,
    /// One item a line, for a pipe.
    Jsonl,
}

/// The layout of this name.
pub(super) fn layout(name: &str) -> Result<Layout, String> {
    Layout::parse(name).ok_or_else(|| {
        let names: Vec<&str> = Layout::ALL.iter().map(|l| l.as_str()).collect();
        format!("it is one of {}", names.join(", "))
    })
}

/// What became of one article.
struct Report {
    /// Words for standard error.
    notes: String,
    /// The bank, its items or their explanation.
    text: String,
    /// How many questions there are.
    count: usize,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Outcome {
    let targets = targets(arguments)?;
    let bar = bar(arguments.articles.len());
    let mut failed = false;
    in_order(
        arguments.articles.len(),
        arguments.jobs,
        |index| {
            let path = arguments.articles.get(index).map_or(Path::new("-"), |p| p);
            work(path, arguments)
        },
        |index, done| -> anyhow::Result<()> {
            bar.inc(1);
            let target = targets.get(index).and_then(Option::as_deref);
            let written = done.and_then(|report| {
                bar.suspend(|| output::note(&report.notes));
                match target {
                    None => output::data(&report.text),
                    Some(path) => {
                        write(path, report.text)?;
                        let count = u32::try_from(report.count).unwrap_or(u32::MAX);
                        let questions = words::count(count, "question", "questions");
                        let line = format!("{questions} in {}\n", path.display());
                        bar.suspend(|| output::note(&safe::lines(&line)));
                        Ok(())
                    }
                }
            });
            match written {
                // Nothing can be written any more, or there is no other article.
                Err(error) if targets.len() == 1 || output::is_broken_pipe(&error) => Err(error),
                Err(error) => {
                    failed = true;
                    bar.suspend(|| report::failure(&error));
                    Ok(())
                }
                Ok(()) => Ok(()),
            }
        },
    )?;
    bar.finish_and_clear();
    Ok(if failed {
        Ending::FoundErrors
    } else {
        Ending::Done
    })
}

/// Where each bank goes; `None` is standard output.
///
/// # Errors
/// When two banks would go to one place.
fn targets(arguments: &Arguments) -> anyhow::Result<Vec<Option<PathBuf>>> {
    let articles = &arguments.articles;
    let many = articles.len() > 1;
    if articles.iter().filter(|p| p.as_os_str() == "-").count() > 1 {
        return Err(usage("standard input can be read only once"));
    }
    let Some(output) = arguments.output.as_ref().filter(|_| !arguments.explain) else {
        if many && arguments.format == Format::Json && !arguments.explain {
            return Err(usage(
                "several articles give several banks: name a folder with -o, or take --format jsonl",
            ));
        }
        return Ok(vec![None; articles.len()]);
    };
    let given = output.to_string_lossy();
    let ending = match arguments.format {
        Format::Json => "json",
        Format::Jsonl => "jsonl",
    };
    let mut taken = BTreeSet::new();
    let mut targets = Vec::new();
    for article in articles {
        let name = match article.file_stem() {
            Some(stem) if article.as_os_str() != "-" => stem.to_string_lossy(),
            _ => "article".into(),
        };
        let target = if given.contains("{}") {
            PathBuf::from(given.replace("{}", &name))
        } else if many || output.is_dir() || given.ends_with('/') {
            output.join(format!("{name}.{ending}"))
        } else {
            output.clone()
        };
        if !taken.insert(target.clone()) {
            return Err(usage(&format!(
                "two articles would be written to {}: rename one, or give -o a pattern with {{}}",
                target.display()
            )));
        }
        targets.push(Some(target));
    }
    Ok(targets)
}

fn write(path: &Path, text: String) -> anyhow::Result<()> {
    if let Some(folder) = path.parent().filter(|f| !f.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder)
            .with_context(|| format!("cannot make the folder {}", folder.display()))?;
    }
    library::update(path, |_| Ok::<_, StoreError>((Some(text.into_bytes()), ())))
        .with_context(|| format!("cannot write {}", path.display()))
}

/// A bar on a terminal when there is something to wait for; nothing elsewhere.
fn bar(count: usize) -> ProgressBar {
    if count < 2 {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(u64::try_from(count).unwrap_or(0));
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} articles, {eta} left") {
        bar.set_style(style);
    }
    bar
}

/// Does `count` pieces of work on some threads and hands over each result in
/// the order of the pieces.
fn in_order<T: Send, E>(
    count: usize,
    jobs: Option<NonZeroUsize>,
    work: impl Fn(usize) -> T + Sync,
    mut take: impl FnMut(usize, T) -> Result<(), E>,
) -> Result<(), E> {
    let threads = jobs
        .or_else(|| thread::available_parallelism().ok())
        .map_or(1, NonZeroUsize::get)
        .min(count);
    let next = AtomicUsize::new(0);
    let (sender, receiver) = mpsc::sync_channel(threads);
    thread::scope(|scope| {
        for _ in 0..threads {
            let sender = sender.clone();
            scope.spawn(|| {
                let sender = sender;
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    if index >= count || sender.send((index, work(index))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(sender);
        let receiver = receiver;
        let mut waiting = BTreeMap::new();
        let mut due = 0;
        for (index, done) in &receiver {
            waiting.insert(index, done);
            while let Some(done) = waiting.remove(&due) {
                take(due, done)?;
                due += 1;
            }
        }
        Ok(())
    })
}

/// Makes what one article gives.
fn work(path: &Path, arguments: &Arguments) -> anyhow::Result<Report> {
    let (article, mut notes) = read(path, arguments.layout)?;
    let made = generate(&article, arguments.url.as_deref());
    let count = made.made.len();
    if count < 5 && !arguments.explain {
        let _ = writeln!(
            notes,
            "note: {} gave {count} questions; --explain tells what was dropped",
            path.display(),
        );
    }
    let text = if arguments.explain {
        explain(&article, &made)
    } else {
        let bank = bank(&article, made, &arguments.license);
        match arguments.format {
            Format::Json => bank.to_json(),
            Format::Jsonl => {
                let mut lines = String::new();
                for item in &bank.items {
                    lines.push_str(&serde_json::to_string(item)?);
                    lines.push('\n');
                }
                lines
            }
        }
    };
    Ok(Report { notes, text, count })
}

/// Reads and checks an article; the second part is words for standard error.
///
/// # Errors
/// When it cannot be read, or is not in English.
pub(super) fn read(path: &Path, layout: Option<Layout>) -> anyhow::Result<(Article, String)> {
    let (label, bytes) = open::bytes(&path.to_string_lossy())?;
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let (article, notices) = parse(&bytes, &name, layout);
    let mut notes = String::new();
    for notice in notices.iter().take(10) {
        let _ = writeln!(notes, "note: {label}:{}: {}", notice.line, notice.message);
    }
    if notices.len() > 10 {
        let _ = writeln!(notes, "note: {} more of this kind", notices.len() - 10);
    }
    if !language::is_english(&article.text) {
        return Err(Hinted {
            message: format!("{label} does not read as English"),
            hint: "articles in other languages cannot be turned into questions".to_owned(),
        }
        .into());
    }
    Ok((article, notes))
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
    let mut text = format!("# {}\n\n", article.title);
    for (number, item) in made.made.iter().enumerate() {
        let _ = writeln!(text, "{}. {}", number + 1, item.item.stem());
        let _ = writeln!(text, "   key: {}", item.item.key_text());
        let _ = writeln!(
            text,
            "   distractors: {}",
            item.item.distractors().join(" / ")
        );
        let _ = writeln!(text, "   fact: {}  (salience {})", item.fact, item.salience);
        let _ = writeln!(text, "   evidence: {}", item.evidence.of(&article.text));
        let _ = writeln!(
            text,
            "   checks: {} words, {} distractors, no flaw by the rules of `check`\n",
            item.item.stem().split_whitespace().count(),
            item.item.distractors().len()
        );
    }
    let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
    for rejected in &made.rejected {
        let _ = writeln!(text, "- {}\n    {}", rejected.reason, rejected.candidate);
        *reasons.entry(&rejected.reason).or_default() += 1;
    }
    let mut counts: Vec<_> = reasons.into_iter().collect();
    counts.sort_unstable_by_key(|&(reason, count)| (std::cmp::Reverse(count), reason));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_order_with_any_number_of_threads() {
        for jobs in 1..6 {
            let mut got = Vec::new();
            let work = |n: usize| {
                thread::sleep(std::time::Duration::from_micros(
                    u64::try_from(n * 7 % 5).unwrap(),
                ));
                n * n
            };
            let done: Result<(), ()> = in_order(40, NonZeroUsize::new(jobs), work, |n, square| {
                got.push((n, square));
                Ok(())
            });
            assert_eq!(done, Ok(()));
            assert_eq!(got, (0..40).map(|n| (n, n * n)).collect::<Vec<_>>());
        }
    }

    #[test]
    fn an_error_of_the_taker_ends_the_work() {
        let done = in_order(
            1000,
            NonZeroUsize::new(2),
            |n| n,
            |n, _| if n == 3 { Err(n) } else { Ok(()) },
        );
        assert_eq!(done, Err(3));
    }
}
