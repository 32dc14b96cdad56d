//! Relocations (relogements): one household's way from a need to its keys.
//!
//! There is no field for a name, a birth date, a phone, an address or an application number,
//! and none is ever added (DOMAIN: protecting the women). Codes are random.

use chrono::NaiveDate;

use super::id::{CellRef, RowId};
use super::landlord::{Landlord, answering};
use super::lens::Lens;
use super::proposal::{Answer, Proposal};
use super::referral::Referral;
use super::schema::{Code, Group, Kind, Naming, NumberUnit, TableId, record, schema};
use super::steps::{DateHome, Step, StepDates, steps};
use super::unit::{Dwelling, Unit};
use super::value::{ColumnValue, Money, Territory, choices};

choices! {
    /// How she came to a rehousing (rules C5, C14).
    #[derive(Default)]
    pub enum Origin as "origin" {
        /// An association asked a landlord.
        #[default]
        Referral = "referral",
        /// Through the platform.
        Platform = "platform",
        /// Outside the convention: shown beside, never added.
        Outside = "outside",
    }
}

choices! {
    /// How a case ended without a rehousing, or after one.
    pub enum ExitKind as "exit-kind" {
        OtherSolution = "other-solution",
        NoFollowUp = "no-follow-up",
        Unreachable = "unreachable",
        Redirected = "redirected",
    }
}

choices! {
    /// The steps of a case, each a date, its exit last.
    pub enum CaseStep as "case-step" {
        /// The association spotted the need.
        NeedSpotted = "need_spotted",
        Referred = "referred",
        Acknowledged = "acknowledged",
        Proposed = "proposed",
        FileComplete = "file_complete",
        Caleol = "caleol",
        /// She received the written offer.
        OfferReceived = "offer_received",
        Accepted = "accepted",
        LeaseSigned = "lease_signed",
        /// Moved in: keys.
        MovedIn = "moved_in",
        Exited = "exited",
    }
}

steps! { CaseStep of Relocation {
    NeedSpotted in need_spotted,
    Referred in referred,
    Acknowledged in acknowledged,
    Proposed in proposed,
    FileComplete in file_complete,
    Caleol in caleol,
    OfferReceived in offer_received,
    Accepted in accepted,
    LeaseSigned in lease_signed,
    MovedIn in moved_in,
    Exited in exited,
} }

record! {
    pub struct Relocation {
        pub code: String,
        /// Who refers and accompanies her.
        pub association: Option<RowId>,
        /// How she came.
        pub origin: Origin,
        /// Adults of the household.
        pub adults: Option<u32>,
        /// Children who will live in the home, frozen at the lease; shared custody counts 1.
        pub children: Option<u32>,
        /// Dwelling types wanted.
        pub dwellings: Vec<Dwelling>,
        /// Places wanted.
        pub wanted: Vec<Territory>,
        /// Places to avoid: they tell where he is.
        pub avoid: Vec<Territory>,
        /// She needs step-free access.
        pub step_free: Option<bool>,
        /// The most she can pay a month, charges included, before APL.
        pub max_rent: Option<Money>,
        /// A social-housing application exists; never its number.
        pub application: Option<bool>,
        /// The case of an earlier rehousing (rule C13).
        pub earlier_case: Option<RowId>,
        /// The landlord that signed the lease (rule C6).
        pub landlord: Option<RowId>,
        /// The unit she took, where it is known.
        pub unit: Option<RowId>,
        pub need_spotted: Option<NaiveDate>,
        /// Step; stands in for the referral's.
        pub referred: Option<NaiveDate>,
        /// Step; stands in for the referral's.
        pub acknowledged: Option<NaiveDate>,
        /// Step; stands in for the proposal's.
        pub proposed: Option<NaiveDate>,
        pub file_complete: Option<NaiveDate>,
        /// Step; stands in for the proposal's.
        pub caleol: Option<NaiveDate>,
        /// Step; stands in for the proposal's.
        pub offer_received: Option<NaiveDate>,
        /// Step; stands in for the proposal's.
        pub accepted: Option<NaiveDate>,
        pub lease_signed: Option<NaiveDate>,
        pub moved_in: Option<NaiveDate>,
        /// First day of a pause.
        pub suspended_from: Option<NaiveDate>,
        /// Day on which it resumes.
        pub suspended_to: Option<NaiveDate>,
        pub exited: Option<NaiveDate>,
        pub exit_kind: Option<ExitKind>,
        pub notes: String,
    }
}

schema! { Relocation in Relocations, rows Office, label [code];
    code(Kind::Text, Office).naming(Naming::Code(Code::Random)),
    association(Kind::Reference(TableId::Associations), Office),
    origin(Kind::Choice(Origin::SET), Office).required(),
    status(Kind::Choice(CaseStep::SET), Office, |case, lens| {
        case.dates(lens).status(lens.as_of).to_value()
    }),
    landlord(Kind::Reference(TableId::Landlords), Office),
    unit(Kind::Reference(TableId::Units), Office),
    adults(Kind::Integer(NumberUnit::Plain), Office).under(Group::Household),
    children(Kind::Integer(NumberUnit::Plain), Office).under(Group::Household),
    dwellings(Kind::Choices(Dwelling::SET), Office).under(Group::Wishes),
    wanted(Kind::Territories, Office).under(Group::Wishes),
    avoid(Kind::Territories, Office).under(Group::Wishes),
    step_free(Kind::Flag, Office).under(Group::Wishes),
    max_rent(Kind::Money, Office).under(Group::Wishes),
    application(Kind::Flag, Office).under(Group::Wishes),
    need_spotted(Kind::Date, Office).under(Group::Steps),
    referred(Kind::Date, Office).under(Group::Steps).living_in(|case, lens| case.home(CaseStep::Referred, lens)),
    acknowledged(Kind::Date, Office).under(Group::Steps).living_in(|case, lens| case.home(CaseStep::Acknowledged, lens)),
    proposed(Kind::Date, Office).under(Group::Steps).living_in(|case, lens| case.home(CaseStep::Proposed, lens)),
    file_complete(Kind::Date, Office).under(Group::Steps),
    caleol(Kind::Date, Office).under(Group::Steps).living_in(|case, lens| case.home(CaseStep::Caleol, lens)),
    offer_received(Kind::Date, Office).under(Group::Steps).living_in(|case, lens| case.home(CaseStep::OfferReceived, lens)),
    accepted(Kind::Date, Office).under(Group::Steps).living_in(|case, lens| case.home(CaseStep::Accepted, lens)),
    lease_signed(Kind::Date, Office).under(Group::Steps),
    moved_in(Kind::Date, Office).under(Group::Steps),
    suspended_from(Kind::Date, Office).under(Group::Exits),
    suspended_to(Kind::Date, Office).under(Group::Exits),
    exited(Kind::Date, Office).under(Group::Exits),
    exit_kind(Kind::Choice(ExitKind::SET), Office).under(Group::Exits),
    earlier_case(Kind::Reference(TableId::Relocations), Office).under(Group::More),
    notes(Kind::Notes, Office).under(Group::More),
}

impl Relocation {
    /// The dates of its steps, wherever they live.
    pub fn dates(&self, lens: &Lens) -> StepDates<CaseStep> {
        let linked = CaseLinks::of(self, lens);
        StepDates::read(|step| linked.home(step).and_then(|home| home.date).or_else(|| step.own_date(self)))
    }

    /// The unit that it names, or that of its accepted proposal.
    pub fn taken_unit<'a>(&self, lens: &Lens<'a>) -> Option<&'a Unit> {
        let accepted = || lens.proposal_of_case(self.id).filter(|p| p.answer == Some(Answer::Accepted))?.unit;
        self.unit.or_else(accepted).and_then(|row| lens.dataset.units.find(row))
    }

    /// The landlord to propose as the one that signed, where none is named: that of the unit she took,
    /// or its successor on the day of the lease (rules C6, C11).
    pub fn proposed_landlord(&self, lens: &Lens) -> Option<RowId> {
        let unit = self.taken_unit(lens).filter(|_| self.landlord.is_none())?;
        let day = self.dates(lens).date(CaseStep::LeaseSigned).unwrap_or(lens.as_of);
        answering(lens.dataset, unit.landlord?, day).map(Landlord::id)
    }

    /// The date of a step that the case itself holds, where the record on which it would live has
    /// none or is not known; with that record, where there is one.
    pub fn stand_in(&self, step: CaseStep, lens: &Lens) -> Option<(NaiveDate, Option<RowId>)> {
        let home = CaseLinks::of(self, lens).home(step);
        let own = step.own_date(self).filter(|_| home.is_none_or(|home| home.date.is_none()))?;
        Some((own, home.map(|home| home.cell.row)))
    }

    /// Whether it is paused on that day; on the day it resumes it is not.
    pub fn is_suspended_on(&self, day: NaiveDate) -> bool {
        self.suspended_from.is_some_and(|from| from <= day) && self.suspended_to.is_none_or(|to| day < to)
    }

    /// Where a step's date lives when it is not the case's own.
    fn home(&self, step: CaseStep, lens: &Lens) -> Option<CellRef> {
        CaseLinks::of(self, lens).home(step).map(|home| home.cell)
    }
}

/// The records that hold some of a case's dates, found once for all of its steps.
struct CaseLinks<'a> {
    /// The first by its date, or else the first of all.
    asked: Option<&'a Referral>,
    /// The first that said yes.
    acknowledged: Option<&'a Referral>,
    /// Accepted, or else the latest.
    proposal: Option<&'a Proposal>,
}

impl<'a> CaseLinks<'a> {
    fn of(case: &Relocation, lens: &Lens<'a>) -> Self {
        let referrals = || lens.referrals_of_case(case.id);
        Self {
            asked: referrals().min_by_key(|referral| (referral.asked_on.is_none(), referral.asked_on)),
            acknowledged: referrals()
                .filter(|referral| referral.answer == Some(Answer::Accepted) && referral.answered_on.is_some())
                .min_by_key(|referral| referral.answered_on),
            proposal: lens.proposal_of_case(case.id),
        }
    }

    /// Where a step's date lives when it is not the case's own: on its first referral, on the
    /// first that was acknowledged, or on its accepted or latest proposal.
    fn home(&self, step: CaseStep) -> Option<DateHome> {
        match step {
            CaseStep::Referred => self.asked.map(|r| DateHome::new(r, Referral::KEYS.asked_on, r.asked_on)),
            CaseStep::Acknowledged => {
                self.acknowledged.map(|r| DateHome::new(r, Referral::KEYS.answered_on, r.answered_on))
            }
            CaseStep::Proposed => self.proposal.map(|p| DateHome::new(p, Proposal::KEYS.proposed_on, p.proposed_on)),
            CaseStep::Caleol => self.proposal.map(|p| DateHome::new(p, Proposal::KEYS.caleol_on, p.caleol_on)),
            CaseStep::OfferReceived => {
                self.proposal.map(|p| DateHome::new(p, Proposal::KEYS.offer_received_on, p.offer_received_on))
            }
            CaseStep::Accepted => self
                .proposal
                .filter(|p| p.answer == Some(Answer::Accepted))
                .map(|p| DateHome::new(p, Proposal::KEYS.answered_on, p.answered_on)),
            _ => None,
        }
    }
}
