//! Floor 6: everything that touches a terminal.
