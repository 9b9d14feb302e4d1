//! Banks that a command changes.

use std::path::PathBuf;

use anyhow::{Result, bail};

use super::report::{BadBank, Hinted};
use super::{data, open};
use crate::bank::{self, Bank};
use crate::item::Item;
use crate::library::{self, Name, StoreError};

/// A bank that can be written.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// What messages call it.
    pub(super) label: String,
    /// The title it gets if it is made now.
    title: String,
    /// Its file.
    pub(super) path: PathBuf,
}

impl Place {
    /// The place that a name or path stands for.
    ///
    /// # Errors
    /// When it is no name, or the name of a bank that is built in.
    pub(super) fn of(name: &str) -> Result<Self> {
        if open::is_path(name) {
            let path = PathBuf::from(name);
            let stem = path.file_stem().unwrap_or_default().to_string_lossy();
            return Ok(Self {
                label: name.to_owned(),
                title: titled(&stem),
                path,
            });
        }
        let library = data::library()?;
        let valid = Name::new(name)?;
        if !library.has(&valid) && open::built_in().any(|built_in| built_in == name) {
            return Err(Hinted {
                message: format!("the bank {name} is built in and cannot be changed"),
                hint: "add to a bank of your own: leave out --bank, or give another name"
                    .to_owned(),
            }
            .into());
        }
        Ok(Self {
            label: name.to_owned(),
            title: titled(name),
            path: library.path(&valid),
        })
    }
}

/// A title made of a file name: `my-questions` is "My questions".
fn titled(name: &str) -> String {
    let spaced = name.replace(['-', '_'], " ");
    let mut chars = spaced.trim().chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => "Questions".to_owned(),
    }
}

/// Why a bank was not changed.
#[derive(Debug, thiserror::Error)]
enum Refused {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Other(#[from] anyhow::Error),
}

/// Changes a bank under its lock. It is made if it does not exist.
///
/// # Errors
/// When the bank cannot be read or written, or `change` refuses.
pub(super) fn change<T>(place: &Place, change: impl FnOnce(&mut Bank) -> Result<T>) -> Result<T> {
    let changed = library::update(&place.path, |old| {
        let mut bank = match old {
            None => Bank::new(&place.title),
            Some(bytes) => bank::read(&bytes)
                .map_err(|not_a_bank| BadBank {
                    label: place.label.clone(),
                    not_a_bank,
                })
                .map_err(anyhow::Error::from)?,
        };
        let value = change(&mut bank)?;
        Ok((Some(bank.to_json().into_bytes()), value))
    });
    changed.map_err(|refused| match refused {
        Refused::Store(error) => error.into(),
        Refused::Other(error) => error,
    })
}

/// Adds an item to a bank, and says how many it has now.
///
/// # Errors
/// When the bank cannot be read or written, or has the item already.
pub(super) fn append(place: &Place, item: Item) -> Result<usize> {
    change(place, |bank| {
        if bank.items.iter().any(|there| there.id() == item.id()) {
            let stem = item.stem();
            bail!("the question {stem:?} is in the bank already, with the same answer");
        }
        bank.items.push(item);
        Ok(bank.items.len())
    })
}

/// The bank as it is now; an empty one if it does not exist.
///
/// # Errors
/// When it is there and cannot be read.
pub(super) fn peek(place: &Place) -> Result<Bank> {
    match std::fs::read(&place.path) {
        Ok(bytes) => bank::read(&bytes).map_err(|not_a_bank| {
            let label = place.label.clone();
            BadBank { label, not_a_bank }.into()
        }),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Bank::new(&place.title)),
        Err(error) => {
            Err(anyhow::Error::from(error).context(format!("cannot read {}", place.label)))
        }
    }
}
