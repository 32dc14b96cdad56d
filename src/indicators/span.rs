//! Which stretch of time a figure is for, and from which day it is looked at.
//!
//! Owns the periods' bounds (rule C1), the default view and the reference pace. Reads no clock:
//! today is handed in.

use chrono::NaiveDate;

use crate::domain::convention::Period;
use crate::domain::dataset::Dataset;
use crate::domain::id::RowId;

/// What a figure is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Span {
    /// One period, bounds included.
    Period(RowId),
    /// Everything up to the as-of day, steps outside every period too (rule C16). Its targets
    /// are those of the periods begun on or before that day, added up.
    SinceStart,
}

impl Span {
    /// Whether a step of that day belongs to the span (rules C1, C16).
    pub fn holds(self, dataset: &Dataset, day: NaiveDate) -> bool {
        match self {
            Self::Period(row) => dataset.periods.find(row).is_some_and(|period| period.contains(day)),
            Self::SinceStart => true,
        }
    }
}

/// The period of a day: the first in the table's order, should periods overlap (a finding).
pub fn period_of(dataset: &Dataset, day: NaiveDate) -> Option<&Period> {
    dataset.periods.iter().find(|period| period.contains(day))
}

/// A span and the day from which it is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct View {
    /// What is looked at.
    pub span: Span,
    /// From which day.
    pub as_of: NaiveDate,
}

/// The view that was asked for, completed.
///
/// Without a span: the last period begun on or before the day, and `SinceStart` where none has.
/// Without a day: today, or the last day of the period if that is over. A sample's own day
/// (`Convention::as_of`) stands for `today`, so that a sample does not age.
pub fn view(dataset: &Dataset, span: Option<Span>, as_of: Option<NaiveDate>, today: NaiveDate) -> View {
    let now = dataset.sample_day().unwrap_or(today);
    let span = span.unwrap_or_else(|| last_begun(dataset, as_of.unwrap_or(now)));
    let as_of = as_of.unwrap_or_else(|| match span {
        Span::Period(row) => dataset.periods.find(row).and_then(|period| period.ends).map_or(now, |ends| ends.min(now)),
        Span::SinceStart => now,
    });
    View { span, as_of }
}

fn last_begun(dataset: &Dataset, day: NaiveDate) -> Span {
    dataset
        .periods
        .iter()
        .filter(|period| period.starts.is_some_and(|starts| starts <= day))
        .max_by_key(|period| period.starts)
        .map_or(Span::SinceStart, |period| Span::Period(period.id()))
}

/// How many of `target` a straight pace would have brought by the end of `day`, halves up: from
/// nothing before the period's first day to all of it on its last (rule C16: for 2021 that is
/// from 25 March on). `None` where the period has no sound bounds.
pub fn pace(period: &Period, target: u32, day: NaiveDate) -> Option<u32> {
    let (starts, ends) = (period.starts?, period.ends?);
    let whole = u64::try_from((ends - starts).num_days()).ok()? + 1;
    let gone = u64::try_from((day.min(ends) - starts).num_days() + 1).unwrap_or(0);
    u32::try_from((2 * u64::from(target) * gone + whole) / (2 * whole)).ok()
}
