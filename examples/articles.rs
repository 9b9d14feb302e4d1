//! Reads articles and prints a line of figures for each: `articles FILE...`;
//! with `--show` the articles themselves, as they were understood.

use std::io::Write;

use quizwright::article::{self, Article, BlockKind};

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    let (flags, files): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|a| a.starts_with("--"));
    for file in files {
        let input = String::from_utf8_lossy(&std::fs::read(&file)?).into_owned();
        let layout = article::layout::guess(&input);
        let (article, notices) = article::read_named(&input, &file, Some(layout));
        let blocks: Vec<_> = article.sections.iter().flat_map(|s| &s.blocks).collect();
        let entries = blocks.iter().filter(|b| b.kind == BlockKind::ListEntry);
        let words: usize = blocks
            .iter()
            .map(|b| b.span.of(&article.text).split_whitespace().count())
            .sum();
        writeln!(
            out,
            "{:44} {:9} {:6} words {:3} sections {:3} fields {:3} entries {:3} paragraphs {:4} marks {:2} gaps {:2} notices {:2} leftovers  {} ({})",
            file.rsplit('/').next().unwrap_or(""),
            layout.as_str(),
            words,
            article.sections.len(),
            article.fields.len(),
            entries.clone().count(),
            blocks.len() - entries.count(),
            article.marks.len(),
            article
                .marks
                .iter()
                .filter(|m| m.kind == article::MarkKind::Gap)
                .count(),
            notices.len(),
            leftovers(&article),
            article.title,
            article.qualifier.as_deref().unwrap_or(""),
        )?;
        if flags.iter().any(|f| f == "--show") {
            for notice in notices {
                writeln!(out, "! {}: {}", notice.line, notice.message)?;
            }
            show(&article, &mut out)?;
        }
    }
    Ok(())
}

fn show(article: &Article, out: &mut impl Write) -> std::io::Result<()> {
    for field in &article.fields {
        let values = field.values.iter().map(|v| {
            let qualifier = v.qualifier.map(|q| q.of(&article.text)).unwrap_or_default();
            format!("[{}|{qualifier}]", v.text.of(&article.text))
        });
        writeln!(
            out,
            "- {}: {}",
            field.key,
            values.collect::<Vec<_>>().join(" ")
        )?;
    }
    for section in &article.sections {
        writeln!(out, "== {} ==", section.path.join(" / "))?;
        for block in &section.blocks {
            let sign = match block.kind {
                BlockKind::Paragraph => "",
                BlockKind::ListEntry => "* ",
            };
            writeln!(out, "{sign}{}", block.span.of(&article.text))?;
        }
    }
    Ok(())
}

/// Lines in which something is left that is no text.
fn leftovers(article: &Article) -> usize {
    const SIGNS: [&str; 18] = [
        "[[",
        "]]",
        "{{",
        "}}",
        "''",
        "<ref",
        "</",
        "ISBN ",
        "http://",
        "https://",
        "|",
        "^ ",
        "Retrieved ",
        "&nbsp;",
        "[1]",
        "[edit]",
        "@-@",
        "==",
    ];
    article
        .text
        .lines()
        .filter(|line| SIGNS.iter().any(|sign| line.contains(sign)))
        .count()
}
