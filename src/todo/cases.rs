//! Cases, their referrals and proposals: answers that are missing, cases in which nothing happens, pauses that end.

use chrono::{Days, NaiveDate};

use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::postponement::Duty;
use crate::domain::proposal::{Consequence, Proposal, Standing};
use crate::domain::referral::Referral;
use crate::domain::relocation::{CaseStep, Relocation};
use crate::domain::schema::Record;
use crate::indicators::{CaseRuling, case_verdict};

use super::{List, after};

pub(super) fn list(lens: &Lens, list: &mut List) {
    for case in &lens.dataset.relocations {
        match case_verdict(lens, case).ruling {
            CaseRuling::UnderWay { .. } | CaseRuling::PlatformUnderWay | CaseRuling::NotReferred => {
                waiting(lens, case, list);
            }
            CaseRuling::NoLandlord { on } => uncounted(case, on, "todo-lease-no-landlord", list),
            CaseRuling::BeforeJoining { on } => uncounted(case, on, "todo-lease-before-joining", list),
            _ => {}
        }
    }
}

fn uncounted(case: &Relocation, on: NaiveDate, key: &'static str, list: &mut List) {
    let why = Message::new(key).date("day", on);
    list.add(Duty::LeaseUncounted, case.cell(Relocation::KEYS.landlord), Some(on), why);
}

/// A case without a rehousing or an exit.
fn waiting(lens: &Lens, case: &Relocation, list: &mut List) {
    // Counted from the keys, a lease still waits for them.
    if let Some(signed) = case.lease_signed.filter(|on| *on <= lens.as_of) {
        let why = Message::new("todo-lease-no-keys").date("day", signed);
        let due = after(signed, list.thresholds.step_within);
        return list.add(Duty::LeaseUncounted, case.cell(Relocation::KEYS.moved_in), due, why);
    }
    if let Some(moved_in) = case.moved_in.filter(|on| *on <= lens.as_of && case.lease_signed.is_none()) {
        let why = Message::new("todo-keys-no-lease").date("day", moved_in);
        return list.add(Duty::LeaseUncounted, case.cell(Relocation::KEYS.lease_signed), Some(moved_in), why);
    }
    let is_paused = case.is_suspended_on(lens.as_of);
    let mut awaits_answer = false;
    for referral in lens.referrals_of_case(case.id()).filter(|referral| referral.answer.is_none()) {
        awaits_answer |= self::referral(lens, referral, is_paused, list);
    }
    for proposal in lens.proposals_of_case(case.id()) {
        awaits_answer |= self::proposal(lens, case, proposal, list);
    }
    pause(lens, case, list);
    if !is_paused && !awaits_answer {
        next_step(lens, case, list);
    }
}

/// Whether an answer is awaited.
fn referral(lens: &Lens, referral: &Referral, is_paused: bool, list: &mut List) -> bool {
    let Some(asked) = referral.asked_on.filter(|asked| *asked <= lens.as_of) else { return false };
    let landlord = referral.landlord.and_then(|row| lens.dataset.landlords.find(row));
    // Who is no party any more owes no answer.
    let Some(landlord) = landlord.filter(|landlord| landlord.is_party_on(lens.as_of)) else { return false };
    if !is_paused {
        let why = Message::new("todo-referral").text("landlord", landlord.name.clone()).date("day", asked);
        let due = after(asked, list.thresholds.answer_within);
        list.add(Duty::ReferralUnanswered, referral.cell(Referral::KEYS.answer), due, why);
    }
    true
}

/// Whether an answer is awaited.
fn proposal(lens: &Lens, case: &Relocation, proposal: &Proposal, list: &mut List) -> bool {
    match proposal.standing(lens) {
        Standing::Open => {
            let received = proposal.offer_received_on.filter(|on| *on <= lens.as_of);
            let Some(last) = proposal.answer_by().filter(|_| received.is_some()) else { return false };
            let key = if last < lens.as_of { "todo-offer-passed" } else { "todo-offer-ends" };
            if last.checked_sub_days(Days::new(list.thresholds.notice.into())).is_some_and(|from| from <= lens.as_of) {
                let cell = proposal.cell(Proposal::KEYS.answer);
                list.note(Duty::OfferEnds, cell, last, Message::new(key).date("day", last));
            }
            true
        }
        Standing::Refused => {
            follow(lens, case, proposal, list);
            false
        }
        _ => false,
    }
}

/// What was decided after a refusal, or has to be.
fn follow(lens: &Lens, case: &Relocation, proposal: &Proposal, list: &mut List) {
    // Another home is hers, or may be: what follows is said by that.
    let is_live = |other: &Proposal| other.standing(lens).is_live();
    if proposal.consequence.is_none()
        && (case.taken_unit(lens).is_some() || lens.proposals_of_case(case.id()).any(is_live))
    {
        return;
    }
    let cell = proposal.cell(Proposal::KEYS.consequence);
    let since = proposal.answered_on.or(proposal.caleol_on).or(proposal.proposed_on);
    // Nothing is to decide once the case has gone on.
    let goes_on = since.is_some_and(|since| last_event(lens, case).is_some_and(|last| since < last));
    let key = match proposal.consequence {
        Some(Consequence::GoesOn) => return,
        Some(Consequence::Pauses) if case.suspended_from.is_some() => return,
        _ if goes_on => return,
        None => "todo-refusal-undecided",
        Some(Consequence::Pauses) => "todo-refusal-pauses",
        Some(Consequence::Leaves) => "todo-refusal-leaves",
    };
    list.add(Duty::RefusalToFollow, cell, since, Message::new(key));
}

fn pause(lens: &Lens, case: &Relocation, list: &mut List) {
    if let (Some(from), None) = (case.suspended_from.filter(|from| *from <= lens.as_of), case.suspended_to) {
        let why = Message::new("todo-pause-open").date("day", from);
        let due = after(from, list.thresholds.step_within);
        return list.add(Duty::PauseEnds, case.cell(Relocation::KEYS.suspended_to), due, why);
    }
    let Some(resumes) = case.suspended_to.filter(|_| case.suspended_from.is_some()) else { return };
    let from = resumes.checked_sub_days(Days::new(list.thresholds.notice.into()));
    let has_resumed = last_event(lens, case).is_some_and(|last| resumes < last);
    let is_over = after(resumes, list.thresholds.step_within).is_some_and(|end| end <= lens.as_of);
    if from.is_some_and(|from| from <= lens.as_of) && !has_resumed && !is_over {
        let key = if resumes <= lens.as_of { "todo-pause-over" } else { "todo-pause-ends" };
        let cell = case.cell(Relocation::KEYS.suspended_to);
        list.note(Duty::PauseEnds, cell, resumes, Message::new(key).date("day", resumes));
    }
}

fn next_step(lens: &Lens, case: &Relocation, list: &mut List) {
    let Some(last) = last_event(lens, case) else { return };
    let is_planned = case.dates(lens).all().iter().any(|(_, date)| *date > lens.as_of);
    if !is_planned {
        let key = match case.status(lens) {
            Some(CaseStep::Accepted) => "todo-no-lease",
            _ if lens.proposals_of_case(case.id()).any(|it| it.standing(lens).is_live()) => "todo-proposal-idle",
            _ => "todo-no-next-step",
        };
        let why = Message::new(key).date("day", last);
        list.add(Duty::NoNextStep, case.cell(Relocation::KEYS.status), after(last, list.thresholds.step_within), why);
    }
}

/// The last day on which anything happened in a case, its referrals or its proposals.
fn last_event(lens: &Lens, case: &Relocation) -> Option<NaiveDate> {
    let own = case.dates(lens).all().iter().map(|(_, date)| Some(*date)).collect::<Vec<_>>();
    let referrals = lens.referrals_of_case(case.id()).flat_map(|it| [it.asked_on, it.answered_on]);
    let proposals = lens
        .proposals_of_case(case.id())
        .flat_map(|it| [it.proposed_on, it.visited_on, it.caleol_on, it.offer_received_on, it.answered_on]);
    let pause = [case.suspended_from, case.suspended_to];
    let all = own.into_iter().chain(referrals).chain(proposals).chain(pause);
    all.flatten().filter(|date| *date <= lens.as_of).max()
}
