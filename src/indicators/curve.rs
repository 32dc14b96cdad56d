//! The cumulative curve of the women rehoused, and a forecast of the day on which the target is met.
//!
//! Counts nothing of its own: the figures decide who counts.

use chrono::{Days, NaiveDate};

use crate::domain::id::RowId;
use crate::domain::lens::Lens;
use crate::domain::relocation::Origin;

use super::count::Total;
use super::groups::{group_size, whole_groups};
use super::progress::Progress;
use super::relocations::{CaseRuling, rehoused_on};
use super::span::Span;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Curve {
    /// First day of the span; for 2021 the day of the signature (rule C16).
    pub starts: NaiveDate,
    /// Last day of the span, or the day of the figures where that is later.
    pub ends: NaiveDate,
    /// Women rehoused after a referral, whom the target is about (rule C5).
    pub referral: Vec<Rise>,
    /// All women rehoused, through the platform as well.
    pub in_all: Vec<Rise>,
    /// Every woman of either line, by day: what a step of the curve opens.
    pub women: Vec<(NaiveDate, Origin, RowId)>,
    /// Their children, a second measure (rule C4), by groups of women (`groups`): a step of one woman would
    /// disclose how many children she has. `None` without a full group.
    pub children: Option<Vec<Rise>>,
    /// The women of those groups.
    pub mothers: Vec<RowId>,
    /// The size of a group: the small-number threshold of the convention.
    pub group: u32,
    /// The day as of which children are read; none before the first publication.
    pub groups_as_of: Option<NaiveDate>,
    /// Rehousings committed to after a referral; `None` where nothing or zero was entered.
    pub target: Option<u32>,
    /// Days of the committees, past and future.
    pub committees: Vec<NaiveDate>,
    /// `None` where it cannot be forecast.
    pub forecast: Option<Forecast>,
}

impl Curve {
    /// The children of full groups, with their mothers.
    pub fn children_in_groups(&self) -> Option<Total> {
        let total = self.children.as_ref()?.last().map_or(0, |rise| u64::from(rise.total));
        Some(Total { total, rows: self.mothers.clone() })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rise {
    pub on: NaiveDate,
    /// At the end of the day.
    pub total: u32,
}

/// The days between which the target would be met at the mean pace since the first day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Forecast {
    pub earliest: NaiveDate,
    pub latest: NaiveDate,
}

/// Below this number of women a pace is meaningless.
const LEAST: u32 = 5;

/// The curve of the women counted in `progress`, with the groups of children as of a day. `None` where the span has no
/// days.
pub fn curve(lens: &Lens, span: Span, progress: &Progress, groups_as_of: Option<NaiveDate>) -> Option<Curve> {
    let (starts, ends) = bounds(lens, span)?;
    let women = &progress.region.figures.women;
    let (mut referral, mut in_all, mut children, mut each) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for verdict in &progress.relocations {
        if let CaseRuling::Rehoused { on, .. } = verdict.ruling {
            children.push((on, (verdict.case, verdict.children)));
        }
    }
    for case in women.in_all.rows.iter().filter_map(|row| lens.dataset.relocations.find(*row)) {
        // Rehousings before the first day of "since the start" are drawn on it.
        let Some(on) = rehoused_on(lens, case).map(|on| on.max(starts)) else { continue };
        if case.origin == Origin::Referral {
            referral.push((on, 1));
        }
        in_all.push((on, 1));
        each.push((on, case.origin, case.id()));
    }
    let target = progress.region.figures.relocations.target.total.filter(|target| *target > 0);
    let group = group_size(lens.dataset);
    each.sort_unstable_by_key(|(on, ..)| *on);
    let (children, mothers) = in_groups(whole_groups(lens, span, groups_as_of, children, group), starts);
    let referral = rises(referral);
    let total = referral.last().map_or(0, |rise| rise.total);
    let committees = lens.dataset.committees.iter().filter_map(|committee| committee.held_on);
    let mut committees: Vec<_> = committees.filter(|day| (starts..=ends).contains(day)).collect();
    committees.sort_unstable();
    Some(Curve {
        starts,
        ends,
        // What is over is not forecast.
        forecast: target.filter(|_| lens.as_of < ends).and_then(|target| forecast(starts, lens.as_of, total, target)),
        referral,
        in_all: rises(in_all),
        women: each,
        mothers,
        children,
        groups_as_of,
        group,
        target,
        committees,
    })
}

fn bounds(lens: &Lens, span: Span) -> Option<(NaiveDate, NaiveDate)> {
    let periods = &lens.dataset.periods;
    match span {
        Span::Period(row) => {
            let period = periods.find(row)?;
            let (starts, ends) = (period.starts?, period.ends?);
            (starts <= ends).then_some((starts, ends))
        }
        Span::SinceStart => {
            let starts = periods.iter().filter_map(|period| period.starts).min()?;
            let begun = periods.iter().filter(|period| period.starts.is_some_and(|starts| starts <= lens.as_of));
            let ends = begun.filter_map(|period| period.ends).max().unwrap_or(lens.as_of).max(lens.as_of);
            (starts <= ends).then_some((starts, ends))
        }
    }
}

/// Cumulative totals; days on which nothing was added have no entry.
fn rises(mut added: Vec<(NaiveDate, u32)>) -> Vec<Rise> {
    added.sort_unstable();
    let (mut rises, mut total) = (Vec::<Rise>::new(), 0_u32);
    for (on, number) in added.into_iter().filter(|(_, number)| *number > 0) {
        total = total.saturating_add(number);
        match rises.last_mut() {
            Some(last) if last.on == on => last.total = total,
            _ => rises.push(Rise { on, total }),
        }
    }
    rises
}

/// Day of a rehousing, the case, and the number of children.
type Mother = (NaiveDate, (RowId, u32));

/// Cumulative totals, each on the last day of its group, and the mothers. `None` without a full group.
fn in_groups(groups: Vec<Vec<Mother>>, starts: NaiveDate) -> (Option<Vec<Rise>>, Vec<RowId>) {
    let women: Vec<RowId> = groups.iter().flatten().map(|(_, (row, _))| *row).collect();
    let added = |group: Vec<Mother>| {
        let on = group.last().map_or(starts, |(on, _)| *on).max(starts);
        (on, group.iter().fold(0_u32, |sum, (_, (_, children))| sum.saturating_add(*children)))
    };
    // A group without children adds no step.
    let rises = rises(groups.into_iter().map(added).collect());
    ((!women.is_empty()).then_some(rises), women)
}

/// At the mean pace since the first day, one standard deviation of the count to either side: the count of `n`
/// independent events has deviation `√n`. A single day would suggest a precision that does not exist.
fn forecast(starts: NaiveDate, day: NaiveDate, total: u32, target: u32) -> Option<Forecast> {
    if total < LEAST || total >= target || day < starts {
        return None;
    }
    let days = f64::from(u32::try_from((day - starts).num_days() + 1).ok()?);
    let (left, spread) = (f64::from(target - total), f64::from(total).sqrt());
    let after = |count: f64| day.checked_add_days(Days::new((left * days / count).ceil() as u64));
    let earliest = after(f64::from(total) + spread)?;
    let latest = after(f64::from(total) - spread)?;
    Some(Forecast { earliest, latest })
}
