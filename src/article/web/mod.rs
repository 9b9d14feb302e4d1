//! stub
use super::{Builder, Notice};
pub(super) fn read(_input: &str) -> (Builder, Vec<Notice>) {
    (Builder::new(""), Vec::new())
}
