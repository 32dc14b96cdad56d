//! What moved between a day, such as that of the last committee, and now.
//!
//! Compares the verdicts of two days, so that what was taken back shows as well as what came.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::domain::committee::MeetingState;
use crate::domain::dataset::Dataset;
use crate::domain::id::RowId;
use crate::domain::lens::Lens;
use crate::domain::relocation::Origin;

use super::count::{Count, Total};
use super::progress::Progress;
use super::relocations::{CaseRuling, CaseVerdict, case_verdict};
use super::units::{UnitRuling, UnitVerdict, unit_verdict};

/// What one landlord, or the region, moved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    /// Units that count now and did not then.
    pub units: Count,
    /// Units that counted then and do not now.
    pub units_lost: Count,
    /// Women rehoused, of both origins, who count now and did not then.
    pub women: Count,
    /// Those of them who were referred.
    pub referral: Count,
    /// Their children.
    pub children: Total,
    /// Women who counted then and do not now (an exit on the day of the lease, entered late).
    pub women_lost: Count,
}

/// What moved since the last committee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Since {
    /// Its day.
    pub day: NaiveDate,
    /// What moved.
    pub movement: Movement,
}

impl Since {
    /// The same without the children.
    pub(super) fn without_children(mut self) -> Self {
        let Movement { landlords, region } = &mut self.movement;
        landlords
            .iter_mut()
            .map(|(_, moved)| moved)
            .chain([region])
            .for_each(|moved| moved.children = Total::default());
        self
    }
}

/// What moved since the last committee before the lens's day, if one was held.
pub(super) fn since_committee(lens: &Lens, now: &Progress) -> Option<Since> {
    let day = last_committee(lens.dataset, lens.as_of)?;
    Some(Since { day, movement: since(lens, day, now) })
}

/// What moved since a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Movement {
    /// Every landlord, in the dataset's order.
    pub landlords: Vec<(RowId, Moved)>,
    /// The region.
    pub region: Moved,
}

/// What moved from the end of `day` to the lens's day, of which the verdicts are those of `now`, whatever
/// the periods.
pub fn since(lens: &Lens, day: NaiveDate, now: &Progress) -> Movement {
    let then = lens.at(day.min(lens.as_of));
    let mut movement = Movement {
        landlords: lens.dataset.landlords.iter().map(|landlord| (landlord.id(), Moved::default())).collect(),
        region: Moved::default(),
    };
    for (unit, now) in lens.dataset.units.iter().zip(&now.units) {
        match (delivered(&unit_verdict(&then, unit)), delivered(now)) {
            (None, Some(landlord)) => movement.add(landlord, |moved| moved.units.add(unit.id())),
            (Some(landlord), None) => movement.add(landlord, |moved| moved.units_lost.add(unit.id())),
            _ => {}
        }
    }
    for (case, now) in lens.dataset.relocations.iter().zip(&now.relocations) {
        match (rehoused(&case_verdict(&then, case)), rehoused(now)) {
            (None, Some(landlord)) => movement.add(landlord, |moved| {
                moved.women.add(case.id());
                if case.origin == Origin::Referral {
                    moved.referral.add(case.id());
                }
                moved.children.add(case.id(), now.children);
            }),
            (Some(landlord), None) => movement.add(landlord, |moved| moved.women_lost.add(case.id())),
            _ => {}
        }
    }
    movement
}

/// The days of the committees that were held.
pub(super) fn committee_days(dataset: &Dataset) -> impl Iterator<Item = NaiveDate> {
    let held = dataset.committees.iter().filter(|committee| committee.state == MeetingState::Held);
    held.filter_map(|committee| committee.held_on)
}

/// Days before the lens's day as of which figures may have been published: of the committees that were
/// held, and the last days of periods, as of which those are drawn from then on.
pub(super) fn published_days(lens: &Lens) -> BTreeSet<NaiveDate> {
    let ends = lens.dataset.periods.iter().filter_map(|period| period.ends);
    committee_days(lens.dataset).chain(ends).filter(|day| *day < lens.as_of).collect()
}

/// The day of the last committee held before the lens's day: what a committee looks back to.
pub fn last_committee(dataset: &Dataset, as_of: NaiveDate) -> Option<NaiveDate> {
    committee_days(dataset).filter(|held| *held < as_of).max()
}

impl Movement {
    /// What a landlord moved.
    pub fn of(&self, landlord: RowId) -> Option<&Moved> {
        self.landlords.iter().find(|(row, _)| *row == landlord).map(|(_, moved)| moved)
    }

    fn add(&mut self, landlord: RowId, add: impl Fn(&mut Moved)) {
        add(&mut self.region);
        if let Some((_, moved)) = self.landlords.iter_mut().find(|(row, _)| *row == landlord) {
            add(moved);
        }
    }
}

fn delivered(verdict: &UnitVerdict) -> Option<RowId> {
    verdict.landlord.filter(|_| matches!(verdict.ruling, UnitRuling::Delivered { .. }))
}

const fn rehoused(verdict: &CaseVerdict) -> Option<RowId> {
    match verdict.ruling {
        CaseRuling::Rehoused { landlord, .. } => Some(landlord),
        _ => None,
    }
}
