//! The only place that draws a seed nobody asked for.

use rand::TryRng;
use rand::rngs::SysRng;

/// Fresh seeds are short enough to read out loud.
const BOUND: u64 = 1_000_000;

/// A seed from the system's source of randomness.
///
/// # Errors
/// When the system has none to give.
pub fn fresh() -> std::io::Result<u64> {
    let draw = SysRng.try_next_u64().map_err(std::io::Error::other)?;
    Ok(draw % BOUND)
}
