//! Floor 4: the pure game.
