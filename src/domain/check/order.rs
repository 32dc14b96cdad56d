//! Dates in an impossible or unlikely order, and stand-in dates that contradict the linked record.

use chrono::NaiveDate;

use super::{Findings, Severity};
use crate::domain::association::Association;
use crate::domain::landlord::Landlord;
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::proposal::Proposal;
use crate::domain::referral::Referral;
use crate::domain::relocation::{CaseStep, Relocation};
use crate::domain::schema::{ColumnKey, Record};
use crate::domain::steps::{Step, StepDates};
use crate::domain::unit::{Unit, UnitStep};

use Severity::{Error, Warning};

/// Two steps in their normal order, and the severity when they are reversed: an error if that is
/// impossible, a warning if it can happen.
type Pair<S> = (S, S, Severity);

const UNITS: &[Pair<UnitStep>] = &[
    (UnitStep::Promised, UnitStep::Identified, Warning),
    (UnitStep::Promised, UnitStep::Published, Warning),
    (UnitStep::Promised, UnitStep::Withdrawn, Error),
    (UnitStep::Identified, UnitStep::Published, Warning),
    (UnitStep::Published, UnitStep::Presented, Warning),
    (UnitStep::Published, UnitStep::Allocated, Warning),
    (UnitStep::Published, UnitStep::LeaseSigned, Warning),
    (UnitStep::Published, UnitStep::Occupied, Warning),
    (UnitStep::Published, UnitStep::PublishedAgain, Error),
    (UnitStep::Published, UnitStep::DeadlinePassed, Error),
    (UnitStep::Presented, UnitStep::Allocated, Warning),
    (UnitStep::Allocated, UnitStep::OfferReceived, Warning),
    (UnitStep::Allocated, UnitStep::LeaseSigned, Error),
    (UnitStep::OfferReceived, UnitStep::LeaseSigned, Warning),
    (UnitStep::PublishedAgain, UnitStep::LeaseSigned, Warning),
    (UnitStep::PublishedAgain, UnitStep::Occupied, Warning),
    (UnitStep::LeaseSigned, UnitStep::Occupied, Error),
];

const CASES: &[Pair<CaseStep>] = &[
    (CaseStep::NeedSpotted, CaseStep::Referred, Warning),
    (CaseStep::NeedSpotted, CaseStep::LeaseSigned, Error),
    (CaseStep::NeedSpotted, CaseStep::Exited, Error),
    (CaseStep::Referred, CaseStep::Acknowledged, Error),
    (CaseStep::Referred, CaseStep::LeaseSigned, Error),
    (CaseStep::Proposed, CaseStep::Caleol, Warning),
    (CaseStep::FileComplete, CaseStep::Caleol, Warning),
    (CaseStep::Caleol, CaseStep::OfferReceived, Warning),
    (CaseStep::OfferReceived, CaseStep::Accepted, Warning),
    (CaseStep::Accepted, CaseStep::LeaseSigned, Warning),
    (CaseStep::LeaseSigned, CaseStep::MovedIn, Error),
];

pub(super) fn check_unit(unit: &Unit, dates: &StepDates<UnitStep>, found: &mut Findings) {
    steps(unit, dates, UNITS, found);
    stand_ins(unit, dates, found);
}

pub(super) fn check_case(case: &Relocation, dates: &StepDates<CaseStep>, found: &mut Findings) {
    steps(case, dates, CASES, found);
    stand_ins(case, dates, found);
    let keys = Relocation::KEYS;
    let pause = [(keys.suspended_from, case.suspended_from), (keys.suspended_to, case.suspended_to)];
    pair(case, pause, Error, found);
}

pub(super) fn check(lens: &Lens, found: &mut Findings) {
    let data = lens.dataset;
    for party in &data.landlords {
        let keys = Landlord::KEYS;
        pair(party, [(keys.joined, party.joined), (keys.left, party.left)], Error, found);
    }
    for party in &data.associations {
        let keys = Association::KEYS;
        pair(party, [(keys.joined, party.joined), (keys.left, party.left)], Error, found);
    }
    for asked in &data.referrals {
        let keys = Referral::KEYS;
        pair(asked, [(keys.asked_on, asked.asked_on), (keys.answered_on, asked.answered_on)], Error, found);
    }
    for proposal in &data.proposals {
        let keys = Proposal::KEYS;
        let proposed = (keys.proposed_on, proposal.proposed_on);
        let caleol = (keys.caleol_on, proposal.caleol_on);
        let offer = (keys.offer_received_on, proposal.offer_received_on);
        let answered = (keys.answered_on, proposal.answered_on);
        for (dates, severity) in [
            ([proposed, (keys.visited_on, proposal.visited_on)], Warning),
            ([proposed, caleol], Warning),
            ([proposed, answered], Error),
            ([caleol, offer], Warning),
            ([offer, answered], Warning),
            ([answered, (keys.paused_until, proposal.paused_until)], Warning),
        ] {
            pair(proposal, dates, severity, found);
        }
    }
}

fn steps<S: Step>(record: &S::Of, dates: &StepDates<S>, pairs: &[Pair<S>], found: &mut Findings) {
    for (before, after, severity) in pairs {
        let both = [before, after].map(|step| (step.column(), dates.date(*step)));
        pair(record, both, *severity, found);
    }
}

/// Checks that the second date, if both are set, is not before the first.
fn pair<R: Record>(
    record: &R,
    [(before, earlier), (after, later)]: [(ColumnKey, Option<NaiveDate>); 2],
    severity: Severity,
    found: &mut Findings,
) {
    if let (Some(earlier), Some(later)) = (earlier, later)
        && later < earlier
    {
        let message = Message::new("finding-order")
            .term("after", R::TABLE.column_word(after))
            .term("before", R::TABLE.column_word(before));
        found.add(severity, record.cell(after), message);
    }
}

/// A date is stored in one place. If the record's own copy differs from the one shown, it contradicts
/// the linked record.
fn stand_ins<S: Step>(record: &S::Of, shown: &StepDates<S>, found: &mut Findings) {
    for (step, date) in shown.all() {
        if step.own_date(record).is_some_and(|own| own != *date) {
            let message = Message::new("finding-stand-in").term("column", S::Of::TABLE.column_word(step.column()));
            found.add(Warning, record.cell(step.column()), message);
        }
    }
}
