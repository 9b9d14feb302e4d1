//! The averaged perceptron.

use anyhow::{Context, Result};
use quizwright::text::model::Weights;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

pub(crate) use quizwright::text::model::table::Row;

/// Features are hashes already.
#[derive(Default, Clone)]
pub(crate) struct Identity(u64);

impl Hasher for Identity {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = self.0 << 8 | u64::from(byte);
        }
    }
    fn write_u32(&mut self, number: u32) {
        self.0 = u64::from(number).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    }
}

type Map<V> = HashMap<u32, V, BuildHasherDefault<Identity>>;

struct Weight {
    class: u8,
    changed: u32,
    value: f32,
    /// The sum of the values over all steps up to `changed`.
    sum: f32,
}

/// Weights that learn from mistakes.
pub(crate) struct Perceptron {
    rows: Map<Vec<Weight>>,
    step: u32,
    /// How many updates asked for a feature that does not exist yet.
    asked: Vec<u8>,
    birth: u8,
}

impl Perceptron {
    /// A feature comes into being with its update number `birth`.
    pub(crate) fn new(birth: u8) -> Perceptron {
        Perceptron {
            rows: Map::default(),
            step: 0,
            asked: vec![0; 1 << 24],
            birth,
        }
    }

    /// Counts one decision, right or wrong.
    pub(crate) fn tick(&mut self) {
        self.step += 1;
    }

    /// The right class of these features goes up, the wrong one down.
    pub(crate) fn learn(&mut self, features: &[u32], right: usize, wrong: usize) {
        for &feature in features {
            if !self.rows.contains_key(&feature)
                && let Some(asked) = self.asked.get_mut((feature >> 8) as usize)
                && *asked + 1 < self.birth
            {
                *asked += 1;
                continue;
            }
            self.update(feature, right, 1.0);
            self.update(feature, wrong, -1.0);
        }
    }

    fn update(&mut self, feature: u32, class: usize, by: f32) {
        let Ok(class) = u8::try_from(class) else {
            return;
        };
        let step = self.step;
        let row = self.rows.entry(feature).or_default();
        if let Some(weight) = row.iter_mut().find(|weight| weight.class == class) {
            weight.sum += weight.value * steps(step - weight.changed);
            weight.changed = step;
            weight.value += by;
        } else {
            row.push(Weight {
                class,
                changed: step,
                value: by,
                sum: 0.0,
            });
        }
    }

    /// The mean of every weight over all decisions, in order of the features.
    pub(crate) fn averaged(&self) -> Vec<Row> {
        let mut features: Vec<u32> = self.rows.keys().copied().collect();
        features.sort_unstable();
        features
            .into_iter()
            .filter_map(|feature| {
                let mut row: Vec<(u8, f32)> = self
                    .rows
                    .get(&feature)?
                    .iter()
                    .map(|weight| {
                        let sum = weight.sum + weight.value * steps(self.step - weight.changed);
                        (weight.class, sum / steps(self.step))
                    })
                    .filter(|&(_, mean)| mean != 0.0)
                    .collect();
                row.sort_unstable_by_key(|&(class, _)| class);
                (!row.is_empty()).then_some((feature, row))
            })
            .collect()
    }
}

#[allow(
    clippy::cast_precision_loss,
    reason = "counts of steps; the last digits do not matter"
)]
fn steps(count: u32) -> f32 {
    count as f32
}

impl Weights for Perceptron {
    #[inline]
    fn add(&self, feature: u32, scores: &mut [f32]) {
        for weight in self.rows.get(&feature).into_iter().flatten() {
            if let Some(score) = scores.get_mut(usize::from(weight.class)) {
                *score += weight.value;
            }
        }
    }
}

/// Rows that can be asked for a feature.
pub(crate) struct Averaged<'r>(Map<&'r [(u8, f32)]>);

impl<'r> Averaged<'r> {
    pub(crate) fn new(rows: &'r [Row]) -> Averaged<'r> {
        Averaged(rows.iter().map(|(f, row)| (*f, row.as_slice())).collect())
    }
}

impl Weights for Averaged<'_> {
    fn add(&self, feature: u32, scores: &mut [f32]) {
        for &(class, weight) in self.0.get(&feature).copied().unwrap_or_default() {
            if let Some(score) = scores.get_mut(usize::from(class)) {
                *score += weight;
            }
        }
    }
}

/// Rows as bytes, to the last bit.
pub(crate) fn dump(rows: &[Row]) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    for (feature, row) in rows {
        bytes.extend(feature.to_le_bytes());
        bytes.push(u8::try_from(row.len())?);
        for (class, weight) in row {
            bytes.push(*class);
            bytes.extend(weight.to_le_bytes());
        }
    }
    Ok(bytes)
}

/// Reads what [`dump`] wrote.
pub(crate) fn undump(bytes: &[u8]) -> Result<Vec<Row>> {
    let torn = "a torn weights file";
    let mut rows = Vec::new();
    let mut rest = bytes;
    while !rest.is_empty() {
        let (feature, after) = rest.split_first_chunk::<4>().context(torn)?;
        let (&count, after) = after.split_first().context(torn)?;
        let (pairs, after) = after
            .split_at_checked(5 * usize::from(count))
            .context(torn)?;
        let row = pairs
            .as_chunks::<5>()
            .0
            .iter()
            .map(|&[class, a, b, c, d]| (class, f32::from_le_bytes([a, b, c, d])))
            .collect();
        rows.push((u32::from_le_bytes(*feature), row));
        rest = after;
    }
    Ok(rows)
}
