//! Candidates for a unit: the households to whom it was proposed, and the case that names it where no proposal
//! is recorded.

use chrono::NaiveDate;

use crate::domain::id::RowId;
use crate::domain::lens::Lens;
use crate::domain::proposal::Proposal;
use crate::domain::relocation::{CaseStep, Relocation};

/// Steps of a case that imply that a unit was proposed.
const PROPOSED: [CaseStep; 4] = [CaseStep::Proposed, CaseStep::Caleol, CaseStep::OfferReceived, CaseStep::Accepted];

/// Whether, on the lens's day, a household may still move into the unit.
pub(super) fn is_sought(lens: &Lens, unit: RowId) -> bool {
    let is_open = |proposal: &Proposal| {
        proposed_on(lens, proposal).is_some_and(|on| on <= lens.as_of) && proposal.standing(lens).is_live()
    };
    lens.proposals_of_unit(unit).any(is_open)
        || naming(lens, unit).is_some_and(|case| {
            let dates = case.dates(lens);
            dates.first_taken(&PROPOSED, lens.as_of).is_some() && dates.taken(CaseStep::Exited, lens.as_of).is_none()
        })
}

/// The day on which the unit was first proposed, on or before the lens's day.
pub(super) fn first(lens: &Lens, unit: RowId) -> Option<NaiveDate> {
    let proposed = lens.proposals_of_unit(unit).filter_map(|proposal| proposed_on(lens, proposal));
    let named = naming(lens, unit).and_then(|case| case.dates(lens).first_taken(&PROPOSED, lens.as_of));
    proposed.chain(named).filter(|on| *on <= lens.as_of).min()
}

/// The day of a proposal: its own, or the one noted on its case.
pub(super) fn proposed_on(lens: &Lens, proposal: &Proposal) -> Option<NaiveDate> {
    proposal.proposed_on.or_else(|| {
        let case = lens.dataset.relocations.find(proposal.relocation?)?;
        let (on, record) = case.stand_in(CaseStep::Proposed, lens)?;
        (record == Some(proposal.id())).then_some(on)
    })
}

/// The case that names the unit, where no proposal of it is recorded.
fn naming<'a>(lens: &Lens<'a>, unit: RowId) -> Option<&'a Relocation> {
    lens.cases_naming(unit).filter(|case| lens.proposal_of_case(case.id()).is_none()).last()
}
