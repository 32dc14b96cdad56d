//! Dates in an order that can not be, and dates that stand in for another and disagree with it.

use chrono::NaiveDate;

use super::{Found, Severity, cell, column_word};
use crate::domain::id::RowId;
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::relocation::CaseStep;
use crate::domain::schema::TableId;
use crate::domain::steps::{Step, StepDates};
use crate::domain::unit::UnitStep;

use Severity::{Error, Warning};

/// A step, one that is never earlier, and how serious it is if it is: errors are impossible,
/// warnings are steps that people may have taken the other way round.
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

pub(super) fn check(lens: &Lens, found: &mut Found) {
    let data = lens.dataset;
    for unit in &data.units {
        let dates = unit.dates(lens);
        steps(TableId::Units, unit.id(), &dates, UNITS, UnitStep::key, found);
        stand_ins(TableId::Units, unit.id(), &dates, |step| unit.own_date(step), UnitStep::key, found);
    }
    for case in &data.relocations {
        let dates = case.dates(lens);
        steps(TableId::Relocations, case.id(), &dates, CASES, CaseStep::key, found);
        stand_ins(TableId::Relocations, case.id(), &dates, |step| case.own_date(step), CaseStep::key, found);
        let pause = [("suspended_from", case.suspended_from), ("suspended_to", case.suspended_to)];
        pair(TableId::Relocations, case.id(), pause, Error, found);
    }
    for party in &data.landlords {
        pair(TableId::Landlords, party.id(), [("joined", party.joined), ("left", party.left)], Error, found);
    }
    for party in &data.associations {
        pair(TableId::Associations, party.id(), [("joined", party.joined), ("left", party.left)], Error, found);
    }
    for asked in &data.referrals {
        let dates = [("asked_on", asked.asked_on), ("answered_on", asked.answered_on)];
        pair(TableId::Referrals, asked.id(), dates, Error, found);
    }
    for proposal in &data.proposals {
        let proposed = ("proposed_on", proposal.proposed_on);
        let caleol = ("caleol_on", proposal.caleol_on);
        let offer = ("offer_received_on", proposal.offer_received_on);
        let answered = ("answered_on", proposal.answered_on);
        for (dates, severity) in [
            ([proposed, ("visited_on", proposal.visited_on)], Warning),
            ([proposed, caleol], Warning),
            ([proposed, answered], Error),
            ([caleol, offer], Warning),
            ([offer, answered], Warning),
            ([answered, ("paused_until", proposal.paused_until)], Warning),
        ] {
            pair(TableId::Proposals, proposal.id(), dates, severity, found);
        }
    }
}

fn steps<S: Step>(
    table: TableId,
    row: RowId,
    dates: &StepDates<S>,
    pairs: &[Pair<S>],
    key: fn(S) -> &'static str,
    found: &mut Found,
) {
    for (before, after, severity) in pairs {
        let both = [(key(*before), dates.date(*before)), (key(*after), dates.date(*after))];
        pair(table, row, both, *severity, found);
    }
}

/// Two dates of which the first is never the later; the keys are those of their columns.
fn pair(
    table: TableId,
    row: RowId,
    [(before, earlier), (after, later)]: [(&'static str, Option<NaiveDate>); 2],
    severity: Severity,
    found: &mut Found,
) {
    if let (Some(earlier), Some(later)) = (earlier, later)
        && later < earlier
    {
        let message = Message::new("finding-order")
            .term("after", column_word(table, after))
            .term("before", column_word(table, before));
        found.add(severity, cell(table, row, after), message);
    }
}

/// One date lives in one place: where the record's own differs from the one that is shown, it
/// stands in for nothing and disagrees with the linked record's.
fn stand_ins<S: Step>(
    table: TableId,
    row: RowId,
    shown: &StepDates<S>,
    own: impl Fn(S) -> Option<NaiveDate>,
    key: fn(S) -> &'static str,
    found: &mut Found,
) {
    for (step, date) in shown.all() {
        if own(*step).is_some_and(|own| own != *date) {
            let message = Message::new("finding-stand-in").term("column", column_word(table, key(*step)));
            found.add(Warning, cell(table, row, key(*step)), message);
        }
    }
}
