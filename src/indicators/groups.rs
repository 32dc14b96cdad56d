//! Whole groups of women, in the order of their days: what is published in groups.
//!
//! Owns where a group ends. The groups are those since the start, whatever the span: two spans, or
//! two days, never differ by fewer women than a group has.

use chrono::NaiveDate;

use crate::domain::lens::Lens;

use super::span::Span;

/// The groups that lie in a span, of what came on each of these days in all: each of just so many, in
/// the order of their days and then of the table. The last one waits until it is whole and its last
/// day is over. Of what is entered late, or moved to another day, the sum of a group never tells: as
/// many leave it as come.
pub(super) fn whole_groups<T: Clone>(
    lens: &Lens,
    span: Span,
    mut all: Vec<(NaiveDate, T)>,
    size: u32,
) -> Vec<Vec<(NaiveDate, T)>> {
    all.sort_by_key(|(on, _)| *on);
    let is_over = |group: &&[(NaiveDate, T)]| group.last().is_some_and(|(last, _)| *last < lens.as_of);
    let is_in = |group: &&[(NaiveDate, T)]| group.iter().all(|(on, _)| span.holds(lens.dataset, *on));
    all.chunks_exact(size.max(1) as usize).filter(is_over).filter(is_in).map(<[_]>::to_vec).collect()
}
