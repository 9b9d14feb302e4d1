//! Floor 4: from facts to items.
