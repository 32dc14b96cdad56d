//! The median: the middle value, or the mean of the two middle ones.
//!
//! Every median of the app is computed here.

use crate::domain::id::RowId;
use crate::domain::value::Halves;

/// The median of rows sorted by days; `None` for no rows.
pub fn median(days: &[(u32, RowId)]) -> Option<Halves> {
    median_of(days, |(days, _)| *days)
}

/// The median of anything that has a number, sorted by it.
pub(super) fn median_of<T>(sorted: &[T], number: impl Fn(&T) -> u32) -> Option<Halves> {
    let (lower, upper) = (sorted.get(sorted.len().checked_sub(1)? / 2)?, sorted.get(sorted.len() / 2)?);
    Some(Halves::between(number(lower), number(upper)))
}
