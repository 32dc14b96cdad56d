//! Spans: the stretch of time that a figure covers, and the day as of which it is counted.
//!
//! Owns the bounds of periods (rule C1), the default span and day, and the reference pace. Reads no clock:
//! today is a parameter.

use chrono::NaiveDate;

use crate::domain::convention::Period;
use crate::domain::dataset::Dataset;
use crate::domain::id::RowId;

/// The stretch of time that a figure covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Span {
    /// One period, bounds included.
    Period(RowId),
    /// Everything up to the as-of day, including steps outside every period (rule C16). Its targets are the sum
    /// of those of the periods begun on or before that day.
    SinceStart,
}

impl Span {
    /// Whether a step dated `day` belongs to the span (rules C1, C16).
    pub fn holds(self, dataset: &Dataset, day: NaiveDate) -> bool {
        match self {
            Self::Period(row) => dataset.periods.find(row).is_some_and(|period| period.contains(day)),
            Self::SinceStart => true,
        }
    }
}

/// The period of a day: the first in the table's order where periods overlap (a finding).
pub fn period_of(dataset: &Dataset, day: NaiveDate) -> Option<&Period> {
    dataset.periods.iter().find(|period| period.contains(day))
}

/// A span and the day as of which it is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SpanAsOf {
    pub span: Span,
    pub as_of: NaiveDate,
}

/// Fills in whichever of span and day is missing.
///
/// Without a span: the last period begun on or before the day, or `SinceStart` where none has begun. Without a
/// day: today, or the last day of the period if that is over. The sample's own day (`Convention::as_of`)
/// replaces `today`, so that a sample does not age.
pub fn view(dataset: &Dataset, span: Option<Span>, as_of: Option<NaiveDate>, today: NaiveDate) -> SpanAsOf {
    let now = dataset.sample_day().unwrap_or(today);
    let span = span.unwrap_or_else(|| last_begun(dataset, as_of.unwrap_or(now)));
    let as_of = as_of.unwrap_or_else(|| match span {
        Span::Period(row) => dataset.periods.find(row).and_then(|period| period.ends).map_or(now, |ends| ends.min(now)),
        Span::SinceStart => now,
    });
    SpanAsOf { span, as_of }
}

fn last_begun(dataset: &Dataset, day: NaiveDate) -> Span {
    dataset
        .periods
        .iter()
        .filter(|period| period.starts.is_some_and(|starts| starts <= day))
        .max_by_key(|period| period.starts)
        .map_or(Span::SinceStart, |period| Span::Period(period.id()))
}

/// How much of `target` a steady pace would have reached by the end of `day`, halves up: nothing before the
/// period's first day, all of it on its last (rule C16: for 2021 the first day is 25 March). `None` where the
/// period has no valid bounds.
pub fn pace(period: &Period, target: u32, day: NaiveDate) -> Option<u32> {
    let (starts, ends) = (period.starts?, period.ends?);
    let whole = u64::try_from((ends - starts).num_days()).ok()? + 1;
    let gone = u64::try_from((day.min(ends) - starts).num_days() + 1).unwrap_or(0);
    u32::try_from((2 * u64::from(target) * gone + whole) / (2 * whole)).ok()
}
