//! Targets: which commitments add up for a span, and which are only shown beside them (rule C9).

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::domain::commitment::{Axis, Commitment, Counting};
use crate::domain::dataset::Dataset;
use crate::domain::id::RowId;
use crate::domain::landlord::{Landlord, answering};
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::schema::Record;

use super::span::Span;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Target {
    /// `None` where no commitment counts.
    pub total: Option<u32>,
    pub rows: Vec<RowId>,
    /// Shown beside and never added: marked as such, or without a period.
    pub beside: Vec<RowId>,
}

/// Why a commitment adds up or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommitmentRuling {
    /// It adds up with the others.
    Counts,
    /// Marked as not counting.
    Beside,
    /// Its source states no period.
    NoPeriod,
    /// It states no number.
    NoTarget,
}

/// The ruling on a commitment; it does not depend on the day (rule C9).
pub const fn commitment_ruling(commitment: &Commitment) -> CommitmentRuling {
    match (commitment.target, commitment.counting, commitment.period) {
        (None, ..) => CommitmentRuling::NoTarget,
        (_, Counting::Beside, _) => CommitmentRuling::Beside,
        (_, _, None) => CommitmentRuling::NoPeriod,
        (Some(_), Counting::Counts, Some(_)) => CommitmentRuling::Counts,
    }
}

impl CommitmentRuling {
    /// The reason, with the rule.
    pub const fn message(self) -> Message {
        Message::new(match self {
            Self::Counts => "why-commitment-counts",
            Self::Beside => "why-commitment-beside",
            Self::NoPeriod => "why-commitment-no-period",
            Self::NoTarget => "why-commitment-no-target",
        })
    }
}

#[derive(Clone, Debug, Default)]
pub struct Targets(HashMap<(Option<RowId>, Axis), Target>);

impl Targets {
    /// The targets of a span as of the lens's day.
    ///
    /// Since the start: those of the periods begun on or before that day. Commitments of an absorbed landlord,
    /// for periods that end on the day of the absorption or later, pass to its successor from that day on (rule
    /// C11).
    pub fn of(lens: &Lens, span: Span) -> Self {
        let mut targets: HashMap<_, Target> = HashMap::new();
        for commitment in &lens.dataset.commitments {
            let Some(ends) = place(lens, span, commitment) else { continue };
            let landlord = commitment
                .landlord
                .map(|row| answering(lens.dataset, row, ends.min(lens.as_of)).map_or(row, Landlord::id));
            let target = targets.entry((landlord, commitment.axis)).or_default();
            match (commitment_ruling(commitment), commitment.target) {
                (CommitmentRuling::Counts, Some(number)) => {
                    target.total = Some(target.total.unwrap_or(0).saturating_add(number));
                    target.rows.push(commitment.id());
                }
                _ => target.beside.push(commitment.id()),
            }
        }
        Self(targets)
    }

    /// `landlord` is `None` for the region.
    pub fn get(&self, landlord: Option<RowId>, axis: Axis) -> Target {
        self.0.get(&(landlord, axis)).cloned().unwrap_or_default()
    }

    /// The region's target less the landlords': negative by how much they promise beyond it (rule C9). `None`
    /// where the region has no target.
    pub fn still_to_allocate(&self, axis: Axis) -> Option<i64> {
        Some(i64::from(self.get(None, axis).total?) - self.allocated(axis))
    }

    /// The sum of the landlords' targets (rule C9).
    pub fn allocated(&self, axis: Axis) -> i64 {
        let of_landlords = self.0.iter().filter(|((landlord, of), _)| landlord.is_some() && *of == axis);
        of_landlords.map(|(_, target)| i64::from(target.total.unwrap_or(0))).sum()
    }
}

/// The periods begun in the span whose target no landlord shares, of an axis for which others are shared: landlords' totals
/// of the span cannot be held against anything.
pub fn unshared(lens: &Lens, span: Span, axis: Axis) -> Vec<RowId> {
    let begun = lens.dataset.periods.iter().filter(|period| period.starts.is_some_and(|starts| starts <= lens.as_of));
    let of_span = begun.map(Record::id).filter(|row| matches!(span, Span::SinceStart) || span == Span::Period(*row));
    let targets = of_span.map(|row| (row, Targets::of(lens, Span::Period(row))));
    let aimed = targets.filter(|(_, targets)| targets.get(None, axis).total.is_some_and(|total| total > 0));
    let (shared, unshared): (Vec<_>, Vec<_>) = aimed.partition(|(_, targets)| targets.allocated(axis) > 0);
    if shared.is_empty() { Vec::new() } else { unshared.into_iter().map(|(row, _)| row).collect() }
}

/// The last day of the commitment's period; `None` where that period is outside the span. A commitment without
/// a period belongs to every span.
fn place(lens: &Lens, span: Span, commitment: &Commitment) -> Option<NaiveDate> {
    let Some(period) = commitment.period else { return Some(lens.as_of) };
    let ends = last_day(lens.dataset, period);
    let is_of_span = match span {
        Span::Period(row) => row == period,
        Span::SinceStart => {
            lens.dataset.periods.find(period).and_then(|p| p.starts).is_some_and(|starts| starts <= lens.as_of)
        }
    };
    is_of_span.then_some(ends)
}

fn last_day(dataset: &Dataset, period: RowId) -> NaiveDate {
    dataset.periods.find(period).and_then(|period| period.ends).unwrap_or(NaiveDate::MAX)
}
