//! Floor 4: the pure game. No clock, no chance after the deal, no input or output.
//!
//! [`deal`] lays a [`Round`] out from items, [`Rules`] and a seed: the last
//! time chance is used. A [`Session`] plays it: [`Session::handle`] takes the
//! time and an [`Input`] and tells what happened as [`Event`]s;
//! [`Session::view`] is what to draw, and [`Session::wake_at`] says when
//! something happens by itself. [`Summary::of`] counts at the end.

mod card;
mod daily;
mod deal;
mod elapsed;
mod judge;
mod lenient;
mod mode;
mod round;
mod rules;
mod score;
mod session;
mod summary;
#[cfg(test)]
mod tests;
mod view;

pub use card::{Mark, card, marks};
pub use daily::{DAILY_RULES, daily, fingerprint};
pub use deal::deal;
pub use elapsed::Elapsed;
pub use judge::{Judgement, Response, Verdict};
pub use lenient::{Match, compare};
pub use mode::Mode;
pub use round::{Form, Question, Round};
pub use rules::{MAX_PLAYERS, Rules};
pub use score::Points;
pub use session::{Ending, Event, Hold, Input, Session};
pub use summary::{Share, Standing, Summary};
pub use view::{Clock, Lifelines, Scene, View};
