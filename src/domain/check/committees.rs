//! Committees past their day that nobody closed: others read no newer figures until then.

use super::Findings;
use crate::domain::committee::{Committee, MeetingState};
use crate::domain::lens::Lens;
use crate::domain::schema::Record;

pub(super) fn check(lens: &Lens, found: &mut Findings) {
    for committee in lens.dataset.committees.iter().filter(|committee| committee.state == MeetingState::Planned) {
        if committee.held_on.is_some_and(|day| day < lens.as_of) {
            found.warn(committee.cell(Committee::KEYS.state), "finding-committee-past");
        }
    }
}
