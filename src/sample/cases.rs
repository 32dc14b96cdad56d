//! The invented cases, the landlords asked to house them, and the units proposed to them.

use std::collections::HashSet;

use chrono::{Days, NaiveDate};

use crate::domain::code::case_code;
use crate::domain::commune;
use crate::domain::id::RowId;
use crate::domain::proposal::{Answer, Author, CaleolDecision, Consequence, Proposal, Reason};
use crate::domain::referral::Referral;
use crate::domain::relocation::{ExitKind, Origin, Relocation};
use crate::domain::unit::Dwelling;
use crate::domain::value::{Money, Territory};

use super::cast::{self, CaseFate, Fate};
use super::units::{FreeUnit, FreeUnits, LettingPlan};
use super::{Making, day, later};

/// The records that cases reference.
pub(super) struct CaseSources<'a> {
    pub landlords: &'a [RowId],
    pub associations: &'a [RowId],
    pub sectors: &'a [RowId],
}

#[derive(Default)]
pub(super) struct Made {
    pub relocations: Vec<Relocation>,
    pub referrals: Vec<Referral>,
    pub proposals: Vec<Proposal>,
}

/// Creates `count` cases; those that can take an available unit do.
pub(super) fn make(count: usize, known: &CaseSources, offers: &mut FreeUnits, making: &mut Making) -> Made {
    let mut plan = cast::cases();
    making.random.shuffle(&mut plan);
    let mut made = Made::default();
    let mut codes = HashSet::new();
    for (place, way) in plan.iter().copied().cycle().take(count) {
        let mut case: Relocation = making.record(|_: &mut Relocation| {});
        while case.code.is_empty() || !codes.insert(case.code.clone()) {
            case.code = case_code(making.random.u64(..));
        }
        case.association = Some(making.one_of(known.associations));
        describe(&mut case, known, making);
        let landlord = known.landlords.get(place).copied();
        match way {
            CaseFate::Referred => {
                let answered = refer(&mut case, &mut made, place, known, 48, making);
                let offer = offers.take(place, Fate::Found);
                let from = offer.as_ref().map_or(answered, |offer| offer.from.max(answered));
                lease(&mut case, &mut made, offer, landlord, from, making);
            }
            CaseFate::Platform => {
                case.origin = Origin::Platform;
                let offer = offers.take(place, Fate::Leased);
                let from = offer.as_ref().map_or_else(|| since(9, 42, making), |offer| offer.from);
                case.need_spotted = before(from, making.number(6..30));
                lease(&mut case, &mut made, offer, landlord, from, making);
            }
            CaseFate::Waiting => wait(&mut case, &mut made, place, known, offers, making),
            CaseFate::Left => leave(&mut case, &mut made, place, known, offers, making),
            CaseFate::Outside => {
                case.origin = Origin::Outside;
                case.landlord = landlord;
                case.lease_signed = Some(since(20, 90, making));
            }
        }
        made.relocations.push(case);
    }
    made
}

/// A day within a range of days after the signature.
fn since(least: u64, most: u64, making: &mut Making) -> NaiveDate {
    later(day(2021, 3, 25), making.number(least..most))
}

fn before(from: NaiveDate, days: u64) -> Option<NaiveDate> {
    from.checked_sub_days(Days::new(days))
}

/// Asks the landlord, and sometimes another one that refuses; returns the day of the acceptance.
fn refer(
    case: &mut Relocation,
    made: &mut Made,
    place: usize,
    known: &CaseSources,
    latest: u64,
    making: &mut Making,
) -> NaiveDate {
    let asked = since(1, latest, making);
    case.need_spotted = before(asked, making.number(5..60));
    let yes = later(asked, making.number(1..6));
    let mut ask = |landlord: Option<&RowId>, answer, answered, making: &mut Making| {
        made.referrals.push(making.record(|referral: &mut Referral| {
            referral.relocation = Some(case.id());
            referral.landlord = landlord.copied();
            referral.asked_on = Some(asked);
            referral.answered_on = Some(answered);
            referral.answer = Some(answer);
        }));
    };
    ask(known.landlords.get(place), Answer::Accepted, yes, making);
    if making.happens(2) {
        let no = later(asked, making.number(2..9));
        ask(known.landlords.get((place + 5) % known.landlords.len().max(1)), Answer::Refused, no, making);
    }
    yes
}

/// All steps up to the lease; the dates are stored in the proposal if the unit is known.
fn lease(
    case: &mut Relocation,
    made: &mut Made,
    offer: Option<FreeUnit>,
    landlord: Option<RowId>,
    from: NaiveDate,
    making: &mut Making,
) {
    let course = LettingPlan::from(from, making);
    case.landlord = landlord;
    case.file_complete = Some(course.visited);
    case.lease_signed = Some(course.lease);
    case.moved_in = Some(course.keys);
    if let Some(offer) = offer {
        case.unit = Some(offer.unit);
        let mut proposal = propose(case, &offer, &course, making);
        award(&mut proposal, &course);
        proposal.answer = Some(Answer::Accepted);
        proposal.answered_on = Some(course.answered);
        made.proposals.push(proposal);
    } else {
        case.proposed = Some(course.proposed);
        case.caleol = Some(course.caleol);
        case.offer_received = Some(course.offer);
        case.accepted = Some(course.answered);
    }
}

/// A case in progress: with a unit proposed, with a landlord searching, or paused.
fn wait(
    case: &mut Relocation,
    made: &mut Made,
    place: usize,
    known: &CaseSources,
    offers: &mut FreeUnits,
    making: &mut Making,
) {
    let offer = offers.take(place, Fate::UnderWay).or_else(|| offers.take(place, Fate::Proposed));
    let Some(offer) = offer else {
        let answered = refer(case, made, place, known, 95, making);
        if making.happens(4) {
            case.file_complete = Some(later(answered, 6)).filter(|day| *day < super::as_of());
        }
        if making.happens(2) {
            case.suspended_from = Some(later(answered, 2));
            case.suspended_to = making.happens(5).then(|| day(2021, 9, 1));
        }
        return;
    };
    let answered = refer(case, made, place, known, 50, making);
    let course = LettingPlan::from(offer.from.max(answered), making);
    let mut proposal = propose(case, &offer, &course, making);
    case.file_complete = Some(course.visited);
    if making.happens(5) {
        award(&mut proposal, &course);
        proposal.offer_received_on = Some(day(2021, 7, 8));
    }
    made.proposals.push(proposal);
}

/// A case that exited, after a refusal if a unit published again needs one.
fn leave(
    case: &mut Relocation,
    made: &mut Made,
    place: usize,
    known: &CaseSources,
    offers: &mut FreeUnits,
    making: &mut Making,
) {
    let answered = refer(case, made, place, known, 8, making);
    let Some(offer) = offers.take_any(Fate::Republished) else {
        case.exited = Some(later(answered, making.number(15..60)));
        case.exit_kind = making.random.choice(ExitKind::ALL).copied();
        return;
    };
    let course = LettingPlan::from(offer.from.max(answered), making);
    let mut proposal = propose(case, &offer, &course, making);
    award(&mut proposal, &course);
    proposal.answer = Some(Answer::Refused);
    proposal.answered_on = Some(course.answered);
    proposal.refused_by = Some(Author::Household);
    proposal.reason = Some(Reason::OtherSolution);
    proposal.consequence = Some(Consequence::Leaves);
    made.proposals.push(proposal);
    case.exited = Some(course.answered);
    case.exit_kind = Some(ExitKind::OtherSolution);
}

fn propose(case: &Relocation, offer: &FreeUnit, course: &LettingPlan, making: &mut Making) -> Proposal {
    making.record(|proposal: &mut Proposal| {
        proposal.unit = Some(offer.unit);
        proposal.relocation = Some(case.id());
        proposal.proposed_on = Some(course.proposed);
        proposal.visited_on = Some(course.visited);
    })
}

fn award(proposal: &mut Proposal, course: &LettingPlan) {
    proposal.caleol_on = Some(course.caleol);
    proposal.decision = Some(CaleolDecision::Awarded);
    proposal.offer_received_on = Some(course.offer);
    proposal.answer_days = Some(10);
}

fn describe(case: &mut Relocation, known: &CaseSources, making: &mut Making) {
    let children = making.one_of(&[0, 1, 1, 1, 2, 2, 2, 3, 3, 4]);
    case.adults = Some(1);
    case.children = Some(children);
    case.dwellings = match children {
        0 => vec![Dwelling::T1bis, Dwelling::T2],
        1 => vec![Dwelling::T2, Dwelling::T3],
        2 => vec![Dwelling::T3, Dwelling::T4],
        _ => vec![Dwelling::T4, Dwelling::T5],
    };
    let communes = commune::all();
    case.wanted = match making.number(0..4) {
        0 => vec![Territory::Sector(making.one_of(known.sectors))],
        1 => vec![Territory::Departement(making.random.choice(commune::DEPARTEMENTS).unwrap_or_default().0.to_owned())],
        2 => vec![Territory::Anywhere],
        _ => making.random.choice(communes).map(|c| Territory::Epci(c.epci.to_owned())).into_iter().collect(),
    };
    if making.happens(2) {
        case.avoid = making.random.choice(communes).map(|c| Territory::Epci(c.epci.to_owned())).into_iter().collect();
    }
    case.step_free = Some(making.happens(1));
    case.max_rent = i64::try_from(38_000 + 500 * making.number(0..80)).ok().map(Money);
    case.application = Some(making.happens(9));
}
