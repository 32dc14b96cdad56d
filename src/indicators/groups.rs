//! Groups of a fixed size in order of date: what may only be published for several women at once
//! (microaggregation).
//!
//! The convention's threshold is the size, say 3, and stays so once something was published. Of seven women with 2, 0, 1, 3, 1, 0, 4 children only the
//! sums 3 and 4 of the first two groups are published; the seventh woman waits for her group to fill. Groups
//! are those since the start, whatever the span, so that two spans or two days never differ by less than a
//! whole group; one that lies in two periods is in neither, nor in the sum of both.
//!
//! Owns where a group ends.

use chrono::NaiveDate;

use crate::domain::dataset::Dataset;
use crate::domain::lens::Lens;
use crate::domain::schema::Record;

use super::rounding::BASE;
use super::span::{Span, period_of};

/// How many make a group: what the first publication rounded to, else the small-number threshold. Groups of another size
/// beside those that were seen would give single women away, so a threshold that is changed later changes no group.
pub(super) fn group_size(dataset: &Dataset) -> u32 {
    let first = dataset.publications.iter().find_map(|it| it.figures().get(BASE).copied());
    let first = first.and_then(|base| u32::try_from(base).ok());
    first.unwrap_or_else(|| dataset.the_convention().small_number_threshold()).max(1)
}

/// The groups that lie within a span, as of a day (none: nothing is published yet): `all` in order of date, then of the
/// table, in chunks of `size`. The last group waits until it is full and its last day is over. A record that is entered late or moved to another day
/// shifts one record out of a group for each one in, so no difference of sums belongs to a single woman.
pub(super) fn whole_groups<T: Clone>(
    lens: &Lens,
    span: Span,
    as_of: Option<NaiveDate>,
    mut all: Vec<(NaiveDate, T)>,
    size: u32,
) -> Vec<Vec<(NaiveDate, T)>> {
    all.sort_by_key(|(on, _)| *on);
    let is_over =
        |group: &&[(NaiveDate, T)]| group.last().is_some_and(|(last, _)| as_of.is_some_and(|as_of| *last < as_of));
    let period = |on: NaiveDate| period_of(lens.dataset, on).map(Record::id);
    let is_in = |group: &&[(NaiveDate, T)]| match (group.first(), group.last()) {
        // In order of date: with both ends all of it is in one period. So the sum of the periods is that since the start.
        (Some((first, _)), Some((last, _))) => span.holds(lens.dataset, *first) && period(*first) == period(*last),
        _ => false,
    };
    all.chunks_exact(size.max(1) as usize).filter(is_over).filter(is_in).map(<[_]>::to_vec).collect()
}
