//! `quizwright facts`

use std::fmt::Write as _;
use std::path::PathBuf;

use super::{Ending, Outcome, generate, output};
use crate::fact::{Document, Kind, clause, field};

/// Arguments of `quizwright facts`.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// The article, or - for standard input
    article: PathBuf,
    /// Show how each sentence was parsed
    #[arg(long)]
    parse: bool,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments) -> Outcome {
    let article = generate::read(&arguments.article, None)?;
    let document = Document::read(&article);
    let text = document.text();
    let mut out = String::new();
    let _ = writeln!(
        out,
        "subject: {} {:?}\n",
        document.subject.written, document.subject
    );
    out.push_str("names:\n");
    for entity in document
        .names
        .entities
        .iter()
        .filter(|e| e.mentions > 0 || e.boxed)
    {
        let kind = entity.kind.map_or("?", Kind::as_str);
        let noun = entity.noun.as_deref().unwrap_or("");
        let gender = entity.gender.map(|g| format!(" {g:?}")).unwrap_or_default();
        let _ = writeln!(
            out,
            "  {:12} {:14} {:3}  {}{gender}",
            kind,
            noun,
            entity.mentions,
            entity.forms.join(" = ")
        );
    }
    out.push_str("\ninfobox:\n");
    for fact in field::facts(&document) {
        let _ = writeln!(
            out,
            "  {} = {} {}",
            fact.field.key, fact.value, fact.qualifier
        );
    }
    out.push_str("\nclauses:\n");
    for clause in clause::clauses(&document).0 {
        let Some(sentence) = document.sentences.get(clause.sentence) else {
            continue;
        };
        let parse = &sentence.parse;
        let part =
            |p: &clause::Part| format!("[{} {}]", p.label, parse.text_of(text, p.first..=p.last));
        let parts: Vec<String> = clause.parts.iter().map(part).collect();
        let _ = writeln!(
            out,
            "  {} -- {} {}",
            part(&clause.subject),
            parse.text_of(
                text,
                clause.finite()..=clause.predicate.max(clause.finite())
            ),
            parts.join(" ")
        );
        let _ = writeln!(out, "      {}", parse.span.of(text));
    }
    if arguments.parse {
        for sentence in &document.sentences {
            let _ = writeln!(out, "\n{}", sentence.parse.span.of(text));
            for (at, word) in sentence.parse.words.iter().enumerate() {
                let head = word.head.map_or("root", |h| sentence.parse.form(text, h));
                let refs = sentence
                    .refs
                    .get(at)
                    .and_then(Option::as_ref)
                    .map(|r| format!("{r:?}"))
                    .unwrap_or_default();
                let _ = writeln!(
                    out,
                    "  {at:3} {:20} {:5} {:12} {head:15} {refs}",
                    word.span.of(text),
                    word.tag,
                    word.label
                );
            }
        }
    }
    output::data(&out)?;
    Ok(Ending::Done)
}
