//! Floor 0: text as a human reads it, cut into spans.

pub mod guess;
pub mod normal;
pub mod safe;
