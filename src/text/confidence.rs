//! How far an arc can be trusted, by its margin.
//!
//! Measured on the development part of the English Web Treebank with
//! `cargo run --example evaluate -- --margins`: the least margin above which so
//! many arcs, label included, are right. On edited prose (PUD) subjects and
//! roots need about twice the margin for the same share.

use super::{Label, Word};

/// How many of a hundred such arcs are right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// Fewer than 95, or not measured.
    Doubtful,
    /// 95.
    Fair,
    /// 97.
    High,
    /// 99.
    Highest,
}

/// The margins of 95, 97 and 99 per cent for subjects.
pub const SUBJECT: [f32; 3] = [26.0, 76.0, 147.0];
/// The same for objects.
pub const OBJECT: [f32; 3] = [81.0, 103.0, 207.0];
/// The same for roots; 97 and 99 per cent only on edited prose.
pub const ROOT: [f32; 3] = [59.0, 120.0, 240.0];

impl Confidence {
    /// How far an arc with this label and margin can be trusted. Labels other
    /// than subject, object and root are always [`Confidence::Doubtful`].
    pub fn of(label: Label, margin: f32) -> Confidence {
        let steps = match label {
            Label::Root => ROOT,
            Label::Obj => OBJECT,
            label if label.is_nominal_subject() => SUBJECT,
            _ => return Confidence::Doubtful,
        };
        match steps.into_iter().filter(|&step| margin >= step).count() {
            0 => Confidence::Doubtful,
            1 => Confidence::Fair,
            2 => Confidence::High,
            _ => Confidence::Highest,
        }
    }
}

impl Word {
    /// How far the arc to its head can be trusted.
    pub fn confidence(&self) -> Confidence {
        Confidence::of(self.label, self.margin)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_margin_is_more_confidence() {
        for label in [Label::Root, Label::NsubjPass, Label::Obj] {
            let steps: Vec<Confidence> = [0.0, 90.0, 130.0, 500.0]
                .into_iter()
                .map(|margin| Confidence::of(label, margin))
                .collect();
            assert!(steps.is_sorted(), "{label}");
            assert_eq!(steps.last(), Some(&Confidence::Highest));
            assert_eq!(steps.first(), Some(&Confidence::Doubtful));
        }
        assert_eq!(Confidence::of(Label::Obl, 900.0), Confidence::Doubtful);
    }
}
