//! Steps that no figure counts, or that count differently than expected: outside membership (rule C11),
//! outside every period (C16), without a landlord (C6), or without what makes them count (C7, C15).

use chrono::NaiveDate;

use super::{Findings, Severity};
use crate::domain::convention::CountBasis;
use crate::domain::landlord::answering;
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::relocation::{CaseStep, Origin, Relocation};
use crate::domain::schema::Record;
use crate::domain::steps::{Step, StepDates};
use crate::domain::training::{Attendance, Training};
use crate::domain::unit::{Channel, Unit, UnitStep};

pub(super) fn check(lens: &Lens, found: &mut Findings) {
    for session in &lens.dataset.trainings {
        if session.held_on.is_some_and(|held| is_outside_periods(lens, held)) {
            found.warn(session.cell(Training::KEYS.held_on), "finding-outside-periods");
        }
    }
    for attendance in lens.dataset.attendances.iter().filter(|attendance| attendance.people.is_none()) {
        found.warn(attendance.cell(Attendance::KEYS.people), "finding-people-unknown");
    }
}

pub(super) fn check_unit(lens: &Lens, unit: &Unit, dates: &StepDates<UnitStep>, found: &mut Findings) {
    let ahead = [UnitStep::Allocated, UnitStep::LeaseSigned, UnitStep::PublishedAgain];
    match (unit.channel, dates.date(UnitStep::Published)) {
        (Channel::Referral, Some(_)) => found.warn(unit.cell(Unit::KEYS.published), "finding-referral-published"),
        (Channel::Platform, Some(on)) => {
            let landlord = unit.landlord.and_then(|row| answering(lens.dataset, row, on));
            if landlord.is_some_and(|landlord| !landlord.is_party_on(on)) {
                found.warn(unit.cell(Unit::KEYS.published), "finding-published-outside");
            }
            if is_outside_periods(lens, on) {
                found.warn(unit.cell(Unit::KEYS.published), "finding-outside-periods");
            }
        }
        (Channel::Platform, None) if ahead.iter().any(|step| dates.date(*step).is_some()) => {
            found.warn(unit.cell(Unit::KEYS.published), "finding-never-published");
        }
        (_, None) => {}
    }
}

pub(super) fn check_case(lens: &Lens, case: &Relocation, dates: &StepDates<CaseStep>, found: &mut Findings) {
    let counted = match lens.dataset.the_convention().count_basis() {
        CountBasis::Lease => CaseStep::LeaseSigned,
        CountBasis::Keys => CaseStep::MovedIn,
    };
    let Some(on) = dates.date(counted) else { return };
    if is_outside_periods(lens, on) {
        found.warn(case.cell(counted.column()), "finding-outside-periods");
    }
    if case.origin == Origin::Outside {
        return;
    }
    if case.children.is_none() {
        found.warn(case.cell(Relocation::KEYS.children), "finding-children-unknown");
    }
    if case.origin == Origin::Referral && case.association.is_none() {
        found.warn(case.cell(Relocation::KEYS.association), "finding-no-association");
    }
    if case.origin == Origin::Referral && dates.date(CaseStep::Referred).is_none() {
        found.warn(case.cell(Relocation::KEYS.referred), "finding-never-referred");
    }
    let Some(landlord) = case.landlord.and_then(|row| answering(lens.dataset, row, on)) else {
        return found.add(Severity::Error, case.cell(Relocation::KEYS.landlord), without_landlord(lens, case));
    };
    if landlord.left.is_some_and(|left| left < on) {
        found.warn(case.cell(counted.column()), "finding-lease-after-leaving");
    }
    if landlord.joined.is_some_and(|joined| on < joined) {
        found.warn(case.cell(counted.column()), "finding-lease-before-joining");
    }
}

/// Reports a lease without a landlord, and suggests the landlord of the unit where it is known.
fn without_landlord(lens: &Lens, case: &Relocation) -> Message {
    let proposed = case.proposed_landlord(lens).and_then(|row| lens.dataset.landlords.find(row));
    proposed.map_or_else(
        || Message::new("finding-leased-without-landlord"),
        |landlord| Message::new("finding-leased-landlord-proposed").text("landlord", landlord.name.clone()),
    )
}

/// Whether periods exist and none of them contains the day.
fn is_outside_periods(lens: &Lens, day: NaiveDate) -> bool {
    let mut bounded = lens.dataset.periods.iter().filter(|period| period.starts.is_some() && period.ends.is_some());
    let mut any = false;
    !bounded.any(|period| {
        any = true;
        period.contains(day)
    }) && any
}
