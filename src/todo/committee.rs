//! Committees past their day, and what they asked for.

use crate::domain::committee::{Committee, CommitteeAction, MeetingState};
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::postponement::Duty;
use crate::domain::schema::Record;

use super::{List, after};

pub(super) fn list(lens: &Lens, list: &mut List) {
    for committee in lens.dataset.committees.iter().filter(|committee| committee.state == MeetingState::Planned) {
        if let Some(day) = committee.held_on {
            let why = Message::new("todo-committee").date("day", day);
            list.add(Duty::CommitteePast, committee.cell(Committee::KEYS.state), after(day, 1), why);
        }
    }
    for action in lens.dataset.actions.iter().filter(|action| action.done.is_none()) {
        let asked = action.committee.and_then(|row| lens.dataset.committees.find(row)?.held_on);
        // Without a day of its own, it is due at the next committee.
        let next =
            lens.dataset.committees.iter().filter_map(|other| other.held_on).filter(|on| Some(*on) > asked).min();
        let Some(due) = action.due.or(next.filter(|_| asked.is_some())) else { continue };
        let why = Message::new("todo-action").date("day", due);
        list.add(Duty::ActionOpen, action.cell(CommitteeAction::KEYS.done), after(due, 1), why);
    }
}
