//! Delays: how many days cases took from one step to the next, and how long open ones have been waiting.
//!
//! Owns the stages. Summarised by median and quartiles, never by the mean: one very long case would distort it.

use chrono::NaiveDate;

use crate::domain::id::{RowId, RowMap};
use crate::domain::lens::Lens;
use crate::domain::relocation::{CaseStep, Origin};
use crate::domain::unit::UnitStep;
use crate::domain::value::{Halves, choices};

use super::basis::Basis;
use super::candidates;
use super::figures::LandlordProgress;
use super::groups::{group_size, whole_groups};
use super::median::median;
use super::progress::Progress;

choices! {
    /// A stage from one step to the next.
    pub enum Leg as "leg" {
        /// From the referral until a landlord agrees.
        Answer = "answer",
        /// Until a unit is proposed.
        Proposal = "proposal",
        /// Until the commission.
        Caleol = "caleol",
        /// Until the lease.
        Lease = "lease",
        /// Until the keys.
        Keys = "keys",
    }
}

impl Leg {
    pub const fn steps(self) -> (CaseStep, CaseStep) {
        match self {
            Self::Answer => (CaseStep::Referred, CaseStep::Acknowledged),
            Self::Proposal => (CaseStep::Acknowledged, CaseStep::Proposed),
            Self::Caleol => (CaseStep::Proposed, CaseStep::Caleol),
            Self::Lease => (CaseStep::Caleol, CaseStep::LeaseSigned),
            Self::Keys => (CaseStep::LeaseSigned, CaseStep::MovedIn),
        }
    }
}

/// Delays of a stage, sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Delays {
    /// In days, of cases that reached the next step in the span.
    pub closed: Vec<(u32, RowId)>,
    /// In days so far, of cases that have not reached it on the day of the figures.
    pub open: Vec<(u32, RowId)>,
}

impl Delays {
    /// First quartile, median and third quartile of the closed delays. The quartiles are delays of actual
    /// cases.
    pub fn quartiles(&self) -> Option<[Halves; 3]> {
        let at = |quarter: usize| self.closed.get((self.closed.len() * quarter).div_ceil(4).saturating_sub(1));
        Some([at(1)?.0.into(), median(&self.closed)?, at(3)?.0.into()])
    }
}

/// Days from a unit's publication to its first candidate, and to its lease; each sorted.
pub type UnitDays = [Vec<(u32, RowId)>; 2];

pub(super) fn unit_days(lens: &Lens, progress: &Progress) -> RowMap<UnitDays> {
    let of = |of: &LandlordProgress| (of.landlord, unit_delays(lens, &of.figures.units.delivered.rows));
    progress.landlords.iter().map(of).collect()
}

pub fn unit_delays(lens: &Lens, units: &[RowId]) -> UnitDays {
    let mut delays = UnitDays::default();
    for unit in units.iter().filter_map(|row| lens.dataset.units.find(*row)) {
        let dates = unit.dates(lens);
        let Some(published) = dates.taken(UnitStep::Published, lens.as_of) else { continue };
        let presented = dates.taken(UnitStep::Presented, lens.as_of);
        let candidate = [candidates::first(lens, unit.id()), presented].into_iter().flatten().min();
        for (delays, end) in delays.iter_mut().zip([candidate, dates.taken(UnitStep::LeaseSigned, lens.as_of)]) {
            let days = end.and_then(|end| u32::try_from((end - published).num_days()).ok());
            delays.extend(days.map(|days| (days, unit.id())));
        }
    }
    for days in &mut delays {
        days.sort_unstable();
    }
    delays
}

/// In the order of [`Leg::ALL`]. Dates in the wrong order are findings, not delays. Outside the office closed
/// delays come in full groups: comparing two days, or two spans, would disclose those of a few cases.
pub(super) fn delays(basis: &Basis) -> [Delays; Leg::ALL.len()] {
    let mut delays: [Delays; Leg::ALL.len()] = Default::default();
    // Others read those who wait, too, as of the last publication.
    let Some(as_of) = basis.groups_as_of() else { return delays };
    let (lens, span) = (&basis.lens().at(as_of), basis.view.span);
    let mut over: [Vec<(NaiveDate, (u32, RowId))>; Leg::ALL.len()] = Default::default();
    for case in lens.dataset.relocations.iter().filter(|case| case.origin != Origin::Outside) {
        let dates = case.dates(lens);
        let taken = |step| dates.taken(step, lens.as_of);
        let is_gone = taken(CaseStep::Exited).is_some();
        for ((leg, delays), over) in Leg::ALL.iter().zip(&mut delays).zip(&mut over) {
            let (from, to) = leg.steps();
            let Some(start) = taken(from) else { continue };
            let days = |end: NaiveDate| u32::try_from((end - start).num_days()).ok();
            match taken(to) {
                Some(end) => over.extend(days(end).map(|days| (end, (days, case.id())))),
                // A skipped step is not waited for.
                None if is_gone || CaseStep::ALL.iter().any(|step| *step > to && taken(*step).is_some()) => {}
                None => delays.open.extend(days(lens.as_of).map(|days| (days, case.id()))),
            }
        }
    }
    let least = group_size(lens.dataset);
    for (delays, mut over) in delays.iter_mut().zip(over) {
        if basis.is_exact() {
            over.retain(|(end, _)| span.holds(lens.dataset, *end));
        } else {
            over = whole_groups(lens, span, basis.groups_as_of(), over, least).concat();
        }
        delays.closed = over.into_iter().map(|(_, delay)| delay).collect();
        delays.closed.sort_unstable();
        delays.open.sort_unstable();
    }
    delays
}
