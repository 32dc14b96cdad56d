//! Answers without a day, reason or author.

use std::collections::HashSet;

use super::{Findings, Severity};
use crate::domain::id::RowId;
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::proposal::{Answer, CaleolDecision, Proposal};
use crate::domain::referral::Referral;
use crate::domain::retention;
use crate::domain::schema::Record;

/// Legal minimum of days to answer a written offer (CCH R.441-10).
const FEWEST_ANSWER_DAYS: u32 = 10;

pub(super) fn check(lens: &Lens, found: &mut Findings) {
    let (mut taken, mut housed): (HashSet<RowId>, HashSet<RowId>) = Default::default();
    let past = retention::past(lens);
    for proposal in &lens.dataset.proposals {
        let is_past = proposal.relocation.is_some_and(|case| past.contains(&case));
        of_proposal(proposal, is_past, found);
        if proposal.answer == Some(Answer::Accepted) && proposal.unit.is_some_and(|unit| !taken.insert(unit)) {
            found.error(proposal.cell(Proposal::KEYS.answer), "finding-accepted-twice");
        }
        if proposal.answer == Some(Answer::Accepted)
            && proposal.standing(lens).is_live()
            && proposal.relocation.is_some_and(|case| !housed.insert(case))
        {
            found.error(proposal.cell(Proposal::KEYS.answer), "finding-accepted-two-homes");
        }
    }
    for referral in &lens.dataset.referrals {
        match (referral.answer, referral.answered_on) {
            (Some(_), None) => found.warn(referral.cell(Referral::KEYS.answered_on), "finding-answer-undated"),
            (None, Some(_)) => found.warn(referral.cell(Referral::KEYS.answer), "finding-answer-missing"),
            _ => {}
        }
    }
}

/// What goes with the retention period is not asked for after it.
fn of_proposal(proposal: &Proposal, is_past: bool, found: &mut Findings) {
    match (proposal.answer, proposal.answered_on) {
        (Some(_), None) => found.warn(proposal.cell(Proposal::KEYS.answered_on), "finding-answer-undated"),
        (None, Some(_)) => found.warn(proposal.cell(Proposal::KEYS.answer), "finding-answer-missing"),
        _ => {}
    }
    if proposal.answer == Some(Answer::Refused) {
        match (proposal.reason, proposal.refused_by) {
            (None, _) if is_past => {}
            (None, _) => found.warn(proposal.cell(Proposal::KEYS.reason), "finding-refusal-reason"),
            (Some(_), None) => found.warn(proposal.cell(Proposal::KEYS.refused_by), "finding-refusal-author"),
            (Some(reason), Some(author)) if reason.author() != author => {
                found.warn(proposal.cell(Proposal::KEYS.reason), "finding-refusal-other-list");
            }
            _ => {}
        }
    } else if proposal.reason.is_some() {
        found.warn(proposal.cell(Proposal::KEYS.answer), "finding-reason-without-refusal");
    }
    if proposal.answer_days.is_some_and(|days| days < FEWEST_ANSWER_DAYS) {
        let message = Message::new("finding-answer-days").count("days", FEWEST_ANSWER_DAYS as usize);
        found.add(Severity::Warning, proposal.cell(Proposal::KEYS.answer_days), message);
    }
    if proposal.decision == Some(CaleolDecision::Ranked) && proposal.rank.is_none() {
        found.warn(proposal.cell(Proposal::KEYS.rank), "finding-rank-missing");
    }
}
