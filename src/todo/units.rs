//! Units without a candidate, to be published again, or whose quota is agreed and not used.

use chrono::{Days, NaiveDate};

use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::postponement::Duty;
use crate::domain::proposal::Proposal;
use crate::domain::schema::Record;
use crate::domain::unit::{Unit, UnitStatus, UnitStep};

use super::{List, after};

pub(super) fn list(lens: &Lens, list: &mut List) {
    for unit in &lens.dataset.units {
        let Some(status) = unit.status(lens) else { continue };
        match status {
            UnitStatus::ToPublishAgain => {
                let cell = unit.cell(Unit::KEYS.published_again);
                list.add(Duty::PublishAgain, cell, last_answer(lens, unit), Message::new("todo-publish-again"));
            }
            UnitStatus::At(step @ (UnitStep::Published | UnitStep::PublishedAgain)) => {
                no_candidate(lens, unit, step, list);
            }
            UnitStatus::At(UnitStep::Promised | UnitStep::Identified) => {}
            UnitStatus::Proposed | UnitStatus::Accepted | UnitStatus::At(_) => continue,
        }
        if let Some(agreed) = unit.quota_agreed_on {
            let cell = unit.cell(Unit::KEYS.quota_agreed_on);
            let why = Message::new("todo-quota").date("day", agreed);
            list.add(Duty::QuotaUnused, cell, after(agreed, list.thresholds.quota_within), why);
        }
    }
}

/// The homes on offer without a candidate, as a committee may know it: by their first publication alone. A later day would
/// tell that somebody refused, and when.
pub(super) fn on_offer(lens: &Lens, list: &mut List) {
    for unit in &lens.dataset.units {
        if let Some(UnitStatus::At(UnitStep::Published | UnitStep::PublishedAgain)) = unit.status(lens) {
            without_candidate(unit, unit.published, unit.published, list);
        }
    }
}

fn no_candidate(lens: &Lens, unit: &Unit, step: UnitStep, list: &mut List) {
    let published = unit.dates(lens).date(step);
    // It is free since the last candidate went.
    without_candidate(unit, published, published.max(last_answer(lens, unit)), list);
}

fn without_candidate(unit: &Unit, published: Option<NaiveDate>, free: Option<NaiveDate>, list: &mut List) {
    let cell = unit.cell(Unit::KEYS.published);
    if let Some(last) = unit.apply_by.filter(|last| Some(*last) >= published) {
        let is_near =
            last.checked_sub_days(Days::new(list.thresholds.notice.into())).is_some_and(|on| on <= list.as_of);
        if is_near {
            let key = if last < list.as_of { "todo-apply-by-passed" } else { "todo-apply-by-ends" };
            return list.note(Duty::NoCandidate, cell, last, Message::new(key).date("day", last));
        }
    }
    if let Some(since) = free {
        let why = Message::new("todo-no-candidate").date("day", since);
        list.add(Duty::NoCandidate, cell, after(since, list.thresholds.candidate_within), why);
    }
}

/// The day on which the last of its candidates went.
fn last_answer(lens: &Lens, unit: &Unit) -> Option<NaiveDate> {
    let went = |proposal: &Proposal| proposal.answered_on.or(proposal.caleol_on).or(proposal.proposed_on);
    lens.proposals_of_unit(unit.id()).filter_map(went).filter(|day| *day <= lens.as_of).max()
}
