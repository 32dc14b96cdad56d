//! Cases whose origin and unit do not go together (rules C5, C14), and exits half said.

use super::{Found, cell};
use crate::domain::lens::Lens;
use crate::domain::relocation::Origin;
use crate::domain::schema::TableId;
use crate::domain::unit::Channel;

pub(super) fn check(lens: &Lens, found: &mut Found) {
    for case in &lens.dataset.relocations {
        let at = |column| cell(TableId::Relocations, case.id(), column);
        match (case.origin, case.taken_unit(lens).map(|unit| unit.channel)) {
            (Origin::Outside, Some(Channel::Platform)) => found.warn(at("origin"), "finding-outside-platform-unit"),
            (Origin::Referral, Some(Channel::Platform)) => found.warn(at("origin"), "finding-referral-platform-unit"),
            (Origin::Platform, Some(Channel::Referral)) => found.warn(at("origin"), "finding-platform-referral-unit"),
            _ => {}
        }
        if case.exited.is_some() && case.exit_kind.is_none() {
            found.warn(at("exit_kind"), "finding-exit-kind");
        }
        if case.exited.is_none() && case.exit_kind.is_some() {
            found.warn(at("exited"), "finding-exit-day");
        }
    }
}
