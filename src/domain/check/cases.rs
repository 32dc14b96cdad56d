//! Cases whose origin contradicts their unit (rules C5, C14), incomplete exits, keys without a lease, and cases that
//! nothing chases since they have no date.

use super::Findings;
use crate::domain::lens::Lens;
use crate::domain::relocation::{Origin, Relocation};
use crate::domain::schema::Record;
use crate::domain::unit::Channel;

pub(super) fn check(lens: &Lens, found: &mut Findings) {
    for case in &lens.dataset.relocations {
        let misfit = match (case.origin, case.taken_unit(lens).map(|unit| unit.channel)) {
            (Origin::Outside, Some(Channel::Platform)) => Some("finding-outside-platform-unit"),
            (Origin::Referral, Some(Channel::Platform)) => Some("finding-referral-platform-unit"),
            (Origin::Platform, Some(Channel::Referral)) => Some("finding-platform-referral-unit"),
            _ => None,
        };
        if let Some(key) = misfit {
            found.warn(case.cell(Relocation::KEYS.origin), key);
        }
        if case.moved_in.is_some() && case.lease_signed.is_none() && case.origin != Origin::Outside {
            found.warn(case.cell(Relocation::KEYS.lease_signed), "finding-keys-no-lease");
        }
        if case.dates(lens).all().is_empty() {
            found.warn(case.cell(Relocation::KEYS.need_spotted), "finding-no-date");
        }
        if case.earlier_case == Some(case.id()) {
            found.error(case.cell(Relocation::KEYS.earlier_case), "finding-earlier-itself");
        }
        if case.exited.is_some() && case.exit_kind.is_none() {
            found.warn(case.cell(Relocation::KEYS.exit_kind), "finding-exit-kind");
        }
        if case.exited.is_none() && case.exit_kind.is_some() {
            found.warn(case.cell(Relocation::KEYS.exited), "finding-exit-day");
        }
    }
}
