//! Floor 2: what an article states.
