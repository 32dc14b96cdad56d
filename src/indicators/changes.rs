//! What changed between a day, such as that of the last committee, and now.
//!
//! Compares the verdicts of both days, so that losses show as well as gains.

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

/// The changes of one landlord, or of the region.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Count now, and did not then.
    pub units: Count,
    /// Counted then, and do not now.
    pub units_lost: Count,
    /// Women rehoused, of both origins, who count now and did not then.
    pub women: Count,
    /// Of whom after a referral.
    pub referral: Count,
    /// Their children.
    pub children: Total,
    /// Women who counted then and do not now: an exit dated the day of the lease and entered late.
    pub women_lost: Count,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SinceCommittee {
    pub day: NaiveDate,
    pub changes: ChangesSince,
}

impl SinceCommittee {
    pub(super) fn without_children(mut self) -> Self {
        let ChangesSince { landlords, region } = &mut self.changes;
        landlords
            .iter_mut()
            .map(|(_, changes)| changes)
            .chain([region])
            .for_each(|changes| changes.children = Total::default());
        self
    }
}

/// `None` where no committee was held before the lens's day.
pub(super) fn since_committee(lens: &Lens, now: &Progress) -> Option<SinceCommittee> {
    let day = last_committee(lens.dataset, lens.as_of)?;
    Some(SinceCommittee { day, changes: changes_since(lens, day, now) })
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangesSince {
    /// In the dataset's order.
    pub landlords: Vec<(RowId, Changes)>,
    pub region: Changes,
}

/// Changes from the end of `day` to the lens's day, whose verdicts are those of `now`, whatever the periods.
pub fn changes_since(lens: &Lens, day: NaiveDate, now: &Progress) -> ChangesSince {
    let then = lens.at(day.min(lens.as_of));
    let mut changes = ChangesSince {
        landlords: lens.dataset.landlords.iter().map(|landlord| (landlord.id(), Changes::default())).collect(),
        region: Changes::default(),
    };
    for (unit, now) in lens.dataset.units.iter().zip(&now.units) {
        match (delivered(&unit_verdict(&then, unit)), delivered(now)) {
            (None, Some(landlord)) => changes.add(landlord, |changes| changes.units.add(unit.id())),
            (Some(landlord), None) => changes.add(landlord, |changes| changes.units_lost.add(unit.id())),
            _ => {}
        }
    }
    for (case, now) in lens.dataset.relocations.iter().zip(&now.relocations) {
        match (rehoused(&case_verdict(&then, case)), rehoused(now)) {
            (None, Some(landlord)) => changes.add(landlord, |changes| {
                changes.women.add(case.id());
                if case.origin == Origin::Referral {
                    changes.referral.add(case.id());
                }
                changes.children.add(case.id(), now.children);
            }),
            (Some(landlord), None) => changes.add(landlord, |changes| changes.women_lost.add(case.id())),
            _ => {}
        }
    }
    changes
}

pub(super) fn committee_days(dataset: &Dataset) -> impl Iterator<Item = NaiveDate> {
    let held = dataset.committees.iter().filter(|committee| committee.state == MeetingState::Held);
    held.filter_map(|committee| committee.held_on)
}

/// The last committee held before the lens's day.
pub fn last_committee(dataset: &Dataset, as_of: NaiveDate) -> Option<NaiveDate> {
    committee_days(dataset).filter(|held| *held < as_of).max()
}

impl ChangesSince {
    pub fn of(&self, landlord: RowId) -> Option<&Changes> {
        self.landlords.iter().find(|(row, _)| *row == landlord).map(|(_, changes)| changes)
    }

    fn add(&mut self, landlord: RowId, add: impl Fn(&mut Changes)) {
        add(&mut self.region);
        if let Some((_, changes)) = self.landlords.iter_mut().find(|(row, _)| *row == landlord) {
            add(changes);
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
