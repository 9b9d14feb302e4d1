//! Finding the banks that a command line names.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::report::{BadBank, Hinted};
use super::{data, import};
use crate::article::language;
use crate::bank::{self, Bank};
use crate::exchange::{self, Import};
use crate::generate::generate;
use crate::library::Name;
use crate::text::guess;

/// The banks that are built in: name and text.
const BUILT_IN: [(&str, &str); 1] = [(
    "jim-halpert",
    include_str!("../../questions/jim-halpert.json"),
)];

/// A file larger than this is no bank.
const LARGEST: u64 = 256 * 1024 * 1024;

/// Where a bank comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// It is part of the program.
    BuiltIn,
    /// It came through standard input.
    Input,
    /// It is a file.
    File(PathBuf),
}

/// The text of a bank that was named, unread.
#[derive(Clone, Debug)]
pub(super) struct Source {
    /// What messages call it: the path as it was typed, or the name.
    pub(super) label: String,
    /// Where it comes from.
    pub(super) origin: Origin,
    /// What is in it.
    pub(super) bytes: Vec<u8>,
}

/// A bank that was named, read.
#[derive(Clone, Debug)]
pub(super) struct Opened {
    /// Its name, if it is built in or installed.
    pub(super) name: Option<String>,
    /// Where it comes from.
    pub(super) origin: Origin,
    /// The bank.
    pub(super) bank: Bank,
}

/// The names of the banks that are built in.
pub(super) fn built_in<'a>() -> impl Iterator<Item = &'a str> {
    BUILT_IN.iter().map(|(name, _)| *name)
}

/// The banks named on the command line, or the one built in.
///
/// # Errors
/// When one of them does not exist or cannot be read.
pub(super) fn banks(names: &[String]) -> Result<Vec<Opened>> {
    if names.is_empty() {
        return Ok(vec![open(BUILT_IN[0].0)?]);
    }
    names.iter().map(|name| open(name)).collect()
}

/// The bank of a name or path.
///
/// # Errors
/// When it does not exist or cannot be read.
pub(super) fn open(name: &str) -> Result<Opened> {
    let source = source(name)?;
    let known = match &source.origin {
        Origin::BuiltIn => true,
        Origin::File(_) => !is_path(name),
        Origin::Input => false,
    };
    let known = known.then(|| name.to_owned());
    let refused = match bank::read(&source.bytes) {
        Ok(bank) => {
            return Ok(Opened {
                name: known,
                origin: source.origin,
                bank,
            });
        }
        Err(refused) => refused,
    };
    if let Some(import) = other_format(&source) {
        let came = import.bank.items.len();
        if came < import.questions {
            import::tell(&source.label, &import, false);
        }
        return Ok(Opened {
            name: known,
            origin: source.origin,
            bank: import.bank,
        });
    }
    if let Some(bank) = article(&source)? {
        return Ok(Opened {
            name: known,
            origin: source.origin,
            bank,
        });
    }
    let label = source.label;
    let not_a_bank = refused;
    Err(BadBank { label, not_a_bank }.into())
}

/// The bank that a text file gives as an article; nothing if it is none.
///
/// # Errors
/// When it gives no question.
fn article(source: &Source) -> Result<Option<Bank>> {
    let Origin::File(path) = &source.origin else {
        return Ok(None);
    };
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    let is_json = source.bytes.trim_ascii_start().starts_with(b"{");
    let is_text = matches!(
        ending.to_lowercase().as_str(),
        "txt" | "md" | "wikitext" | "wiki"
    );
    if is_json || !is_text || std::str::from_utf8(&source.bytes).is_err() {
        return Ok(None);
    }
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let (article, _) = super::generate::parse(&source.bytes, &name, None);
    let label = &source.label;
    if language::is_english(&article.text) {
        let made = generate(&article, None);
        let bank = super::generate::bank(&article, made, "CC-BY-SA-4.0");
        if !bank.items.is_empty() {
            return Ok(Some(bank));
        }
    }
    Err(Hinted {
        message: format!("no question could be made from {label}"),
        hint: format!(
            "as an article: quizwright generate {label} --explain; \
             as a list of questions: quizwright check {label}"
        ),
    }
    .into())
}

/// What a source is in another format, if it is in one and has questions.
pub(super) fn other_format(source: &Source) -> Option<Import> {
    let Origin::File(path) = &source.origin else {
        return None;
    };
    let part = |part: Option<&std::ffi::OsStr>| {
        part.map(|part| part.to_string_lossy().into_owned())
            .unwrap_or_default()
    };
    let options = exchange::Options {
        name: part(path.file_stem()),
        ending: part(path.extension()),
        typed: false,
        ..exchange::Options::default()
    };
    let import = exchange::import(&source.bytes, None, &options).ok()?;
    (import.format != "quizwright" && !import.bank.items.is_empty()).then_some(import)
}

/// The text of the bank of a name or path; `-` is standard input.
///
/// # Errors
/// When it does not exist or its file cannot be read.
pub(super) fn source(name: &str) -> Result<Source> {
    if name == "-" {
        let (label, bytes) = bytes(name)?;
        let origin = Origin::Input;
        return Ok(Source {
            label,
            origin,
            bytes,
        });
    }
    let origin = find(name)?;
    let bytes = match &origin {
        Origin::File(path) => {
            let file = fs::File::open(path).with_context(|| format!("cannot read {name}"))?;
            limited(file, name)?
        }
        _ => BUILT_IN
            .iter()
            .find(|(built_in, _)| *built_in == name)
            .map(|(_, text)| text.as_bytes().to_vec())
            .unwrap_or_default(),
    };
    Ok(Source {
        label: name.to_owned(),
        origin,
        bytes,
    })
}

/// The bytes of a file and what messages call it; `-` is standard input.
///
/// # Errors
/// When it cannot be read.
pub(super) fn bytes(file: &str) -> Result<(String, Vec<u8>)> {
    if file == "-" {
        let label = "standard input".to_owned();
        let bytes = limited(io::stdin().lock(), &label)?;
        return Ok((label, bytes));
    }
    let reader = fs::File::open(file).with_context(|| format!("cannot read {file}"))?;
    Ok((file.to_owned(), limited(reader, file)?))
}

/// Reads all there is, up to the limit.
fn limited(reader: impl Read, label: &str) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = reader.take(LARGEST + 1).read_to_end(&mut bytes);
    read.with_context(|| format!("cannot read {label}"))?;
    if bytes.len() as u64 > LARGEST {
        let message = format!("{label} is larger than 256 MiB");
        let hint = "split it into several files".to_owned();
        return Err(Hinted { message, hint }.into());
    }
    Ok(bytes)
}

/// Where the bank of a name or path is.
fn find(name: &str) -> Result<Origin> {
    let path = Path::new(name);
    if path.is_file() || is_path(name) {
        return Ok(Origin::File(path.to_owned()));
    }
    if let Ok(valid) = Name::new(name) {
        let library = data::library()?;
        if library.has(&valid) {
            return Ok(Origin::File(library.path(&valid)));
        }
    }
    if built_in().any(|built_in| built_in == name) {
        return Ok(Origin::BuiltIn);
    }
    Err(unknown(name)?.into())
}

/// Whether somebody who typed this meant a path rather than a name.
pub(super) fn is_path(name: &str) -> bool {
    let path = Path::new(name);
    name.contains(['/', '\\']) || path.extension().is_some() || path.is_file()
}

/// What to say when there is no bank of a name.
fn unknown(name: &str) -> Result<Hinted> {
    let installed = data::library()?.names().unwrap_or_default();
    let names = installed.iter().map(Name::as_str).chain(built_in());
    let hint = match guess::closest(name, names) {
        Some(meant) => format!("did you mean {meant}?"),
        None => "`quizwright banks` lists the banks there are; a file needs its path".to_owned(),
    };
    Ok(Hinted {
        message: format!("there is no bank called {name:?}"),
        hint,
    })
}
