//! Given names with their sex, from the lists of the US census.

use anyhow::{Context, Result};
use std::collections::BTreeMap;

/// A name is one sex's when so many times more people of that sex bear it.
const CLEAR: f64 = 8.0;

/// Lines of "name letter", in order of their bytes. Each list has lines of
/// "NAME per-cent ...".
pub(crate) fn lay_out(female: &str, male: &str) -> Result<String> {
    let mut names: BTreeMap<String, [f64; 2]> = BTreeMap::new();
    for (list, sex) in [(female, 0), (male, 1)] {
        for line in list.lines() {
            let mut fields = line.split_whitespace();
            let (Some(name), Some(share)) = (fields.next(), fields.next()) else {
                continue;
            };
            let share: f64 = share.parse().context("a share that is no number")?;
            names.entry(name.to_lowercase()).or_default()[sex] += share;
        }
    }
    let mut out = String::new();
    for (name, [female, male]) in names {
        let letter = if female > CLEAR * male {
            'f'
        } else if male > CLEAR * female {
            'm'
        } else {
            'e'
        };
        out.push_str(&name);
        out.push(' ');
        out.push(letter);
        out.push('\n');
    }
    Ok(out)
}
