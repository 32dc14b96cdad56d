//! Whole groups of women, in the order of their days: what is published in groups.
//!
//! Owns where a group ends. The groups are those since the start, whatever the span: two spans, or
//! two days, never differ by fewer women than a group has.

use chrono::NaiveDate;

use crate::domain::lens::Lens;

use super::span::Span;

/// The groups that lie in a span, of what came on each of these days in all. A group ends on the day
/// on which it has at least so many, once that day is over; the last one waits until it is whole.
pub(super) fn whole_groups<T>(
    lens: &Lens,
    span: Span,
    mut all: Vec<(NaiveDate, T)>,
    least: u32,
) -> Vec<Vec<(NaiveDate, T)>> {
    all.sort_by_key(|(on, _)| *on);
    let (mut groups, mut open) = (Vec::new(), Vec::<(NaiveDate, T)>::new());
    for (on, of) in all {
        if open.len() >= least.max(1) as usize && open.last().is_some_and(|(last, _)| *last < on) {
            groups.push(std::mem::take(&mut open));
        }
        open.push((on, of));
    }
    // On the day of the figures more may come.
    if open.len() >= least.max(1) as usize && open.last().is_some_and(|(last, _)| *last < lens.as_of) {
        groups.push(open);
    }
    groups.retain(|group| group.iter().all(|(on, _)| span.holds(lens.dataset, *on)));
    groups
}
