//! How the women rehoused add up, day by day, and when their target would be met at this pace.
//!
//! Counts nothing of its own: the figures say who counts, and her day where she stands.

use chrono::{Days, NaiveDate};

use crate::domain::id::RowId;
use crate::domain::lens::Lens;
use crate::domain::relocation::Origin;

use super::count::Total;
use super::groups::whole_groups;
use super::progress::Progress;
use super::relocations::{CaseRuling, rehoused_on};
use super::span::Span;

/// A span, from its first day to its last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Curve {
    /// Its first day; for 2021 the day of the signature (rule C16).
    pub starts: NaiveDate,
    /// Its last day, or the day of the figures where that is later.
    pub ends: NaiveDate,
    /// Women rehoused after a referral: what the target is of (rule C5).
    pub referral: Vec<Rise>,
    /// All women rehoused, the platform's too.
    pub in_all: Vec<Rise>,
    /// The women of both, by day: what a step counts.
    pub women: Vec<(NaiveDate, Origin, RowId)>,
    /// Their children, a second measure (rule C4), in groups of women: a step of one woman would
    /// say how many children she has. Those of a group that is not whole are left to the curve of
    /// a later day, so that two curves do not say it either. None without a whole group.
    pub children: Option<Vec<Rise>>,
    /// Of which women they are.
    pub mothers: Vec<RowId>,
    /// How many women a group has: the small-number threshold of the convention.
    pub group: u32,
    /// How many are to be rehoused after a referral; none where nothing was entered or zero.
    pub target: Option<u32>,
    /// Days of the committees, held and to come.
    pub committees: Vec<NaiveDate>,
    /// When the target would be met; none where that can not be said.
    pub projection: Option<Projection>,
}

impl Curve {
    /// The children in whole groups of women, with the women that they are of; none without any.
    pub fn children_in_groups(&self) -> Option<Total> {
        let total = self.children.as_ref()?.last().map_or(0, |rise| u64::from(rise.total));
        Some(Total { total, rows: self.mothers.clone() })
    }
}

/// From a day on, the total is so much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rise {
    /// The day.
    pub on: NaiveDate,
    /// The total at its end.
    pub total: u32,
}

/// Between which days the target would be met at the mean pace since the first day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Projection {
    /// Not before.
    pub earliest: NaiveDate,
    /// Nor after.
    pub latest: NaiveDate,
}

/// Fewer women than these say nothing of a pace.
const LEAST: u32 = 5;

/// The curve of a span as of the lens's day, of the women that the figures of that span and day
/// count. None where the span has no days.
pub fn curve(lens: &Lens, span: Span, progress: &Progress) -> Option<Curve> {
    let (starts, ends) = bounds(lens, span)?;
    let women = &progress.region.figures.women;
    let (mut referral, mut in_all, mut children, mut each) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for verdict in &progress.relocations {
        if let CaseRuling::Rehoused { on, .. } = verdict.ruling {
            children.push((on, (verdict.case, verdict.children)));
        }
    }
    for case in women.in_all.rows.iter().filter_map(|row| lens.dataset.relocations.find(*row)) {
        // What came before the first day, where the span is everything, stands on it.
        let Some(on) = rehoused_on(lens, case).map(|on| on.max(starts)) else { continue };
        if case.origin == Origin::Referral {
            referral.push((on, 1));
        }
        in_all.push((on, 1));
        each.push((on, case.origin, case.id()));
    }
    let target = progress.region.figures.relocations.target.total.filter(|target| *target > 0);
    let group = lens.dataset.the_convention().small_number_threshold();
    each.sort_unstable_by_key(|(on, ..)| *on);
    let (children, mothers) = in_groups(whole_groups(lens, span, children, group), starts);
    let referral = rises(referral);
    let total = referral.last().map_or(0, |rise| rise.total);
    let committees = lens.dataset.committees.iter().filter_map(|committee| committee.held_on);
    let mut committees: Vec<_> = committees.filter(|day| (starts..=ends).contains(day)).collect();
    committees.sort_unstable();
    Some(Curve {
        starts,
        ends,
        projection: target.and_then(|target| projection(starts, lens.as_of.min(ends), total, target)),
        referral,
        in_all: rises(in_all),
        women: each,
        mothers,
        children,
        group,
        target,
        committees,
    })
}

/// The span's first and last day.
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

/// Totals from day to day; a day on which nothing was added is none.
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

/// Day of a rehousing, the case, and how many children.
type Mother = (NaiveDate, (RowId, u32));

/// Totals from group to group, and of which women they are; a group stands on its last day. None
/// where there is no whole group.
fn in_groups(groups: Vec<Vec<Mother>>, starts: NaiveDate) -> (Option<Vec<Rise>>, Vec<RowId>) {
    let women: Vec<RowId> = groups.iter().flatten().map(|(_, (row, _))| *row).collect();
    let added = |group: Vec<Mother>| {
        let on = group.last().map_or(starts, |(on, _)| *on).max(starts);
        (on, group.iter().fold(0_u32, |sum, (_, (_, children))| sum.saturating_add(*children)))
    };
    // Women without children raise nothing.
    let rises = rises(groups.into_iter().map(added).collect());
    ((!women.is_empty()).then_some(rises), women)
}

/// At the mean pace since the first day, a standard deviation of the count to either side: of `n`
/// independent events the root of `n`. A day alone would promise what nobody knows.
fn projection(starts: NaiveDate, day: NaiveDate, total: u32, target: u32) -> Option<Projection> {
    if total < LEAST || total >= target || day < starts {
        return None;
    }
    let days = f64::from(u32::try_from((day - starts).num_days() + 1).ok()?);
    let (left, spread) = (f64::from(target - total), f64::from(total).sqrt());
    let after = |count: f64| day.checked_add_days(Days::new((left * days / count).ceil() as u64));
    let earliest = after(f64::from(total) + spread)?;
    let latest = after(f64::from(total) - spread)?;
    Some(Projection { earliest, latest })
}
