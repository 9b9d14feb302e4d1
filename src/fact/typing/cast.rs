//! The cast of a known series: whom an article calls by a first name alone.

use super::{Names, Subject};
use crate::fact::Kind;
use crate::fact::lists::{Known, Lists};
use crate::text::given_name;

/// The characters that the name list has of a series.
pub(crate) fn of(series: &str) -> impl Iterator<Item = &'static Known> + '_ {
    Lists::shared()
        .class("tv-character")
        .iter()
        .filter(move |known| known.group == series)
}

/// Gives characters their full names: *Darryl* is *Darryl Philbin*, if no
/// other of the series has that first name.
pub(in crate::fact) fn complete(names: &mut Names, subject: &Subject) {
    let Some(series) = subject.domain.as_deref().filter(|_| subject.is_tale()) else {
        return;
    };
    for id in 1..names.entities.len() {
        let Some(entity) = names.entities.get(id) else {
            continue;
        };
        let alone = !entity.name.contains(' ')
            && !entity.quoted
            && matches!(entity.kind, Some(Kind::Person) | None);
        let mut bearers =
            of(series).filter(|k| k.name.split(' ').next() == Some(entity.name.as_str()));
        let (Some(known), None, true) = (bearers.next(), bearers.next(), alone) else {
            continue;
        };
        if names.named(known.name).is_some() {
            continue;
        }
        if let Some(entity) = names.entities.get_mut(id) {
            entity.gender = entity.gender.or_else(|| given_name(&entity.name));
            entity.kind = Some(Kind::Person);
            known.name.clone_into(&mut entity.name);
            entity.forms.insert(0, known.name.to_owned());
        }
    }
}
