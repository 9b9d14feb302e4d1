//! Floor 1: reading an article into title, infobox and sections.
