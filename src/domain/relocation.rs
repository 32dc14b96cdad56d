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
use super::schema::{Column, Group, Kind, Measure, TableId, Visibility, record, schema, stored};
use super::steps::{DateHome, Step, StepDates};
use super::unit::{Dwelling, Unit};
use super::value::{Field, Money, Territory, choices};

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
        /// Another solution.
        OtherSolution = "other-solution",
        /// No follow-up.
        NoFollowUp = "no-follow-up",
        /// Unreachable.
        Unreachable = "unreachable",
        /// Redirected.
        Redirected = "redirected",
    }
}

choices! {
    /// The steps of a case, each a date, its exit last.
    pub enum CaseStep as "case-step" {
        /// The association spotted the need.
        NeedSpotted = "need_spotted",
        /// A landlord was asked.
        Referred = "referred",
        /// A landlord acknowledged.
        Acknowledged = "acknowledged",
        /// A unit was proposed.
        Proposed = "proposed",
        /// The file is complete.
        FileComplete = "file_complete",
        /// The commission examined it.
        Caleol = "caleol",
        /// She received the written offer.
        OfferReceived = "offer_received",
        /// She accepted.
        Accepted = "accepted",
        /// Lease signed.
        LeaseSigned = "lease_signed",
        /// Moved in: keys.
        MovedIn = "moved_in",
        /// Left.
        Exited = "exited",
    }
}

impl Step for CaseStep {
    const ALL: &'static [Self] = Self::ALL;
}

record! {
    /// A case.
    pub struct Relocation {
        /// Random code.
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
        /// Step.
        pub need_spotted: Option<NaiveDate>,
        /// Step; stands in for the referral's.
        pub referred: Option<NaiveDate>,
        /// Step; stands in for the referral's.
        pub acknowledged: Option<NaiveDate>,
        /// Step; stands in for the proposal's.
        pub proposed: Option<NaiveDate>,
        /// Step.
        pub file_complete: Option<NaiveDate>,
        /// Step; stands in for the proposal's.
        pub caleol: Option<NaiveDate>,
        /// Step; stands in for the proposal's.
        pub offer_received: Option<NaiveDate>,
        /// Step; stands in for the proposal's.
        pub accepted: Option<NaiveDate>,
        /// Step.
        pub lease_signed: Option<NaiveDate>,
        /// Step.
        pub moved_in: Option<NaiveDate>,
        /// First day of a pause.
        pub suspended_from: Option<NaiveDate>,
        /// Day on which it resumes.
        pub suspended_to: Option<NaiveDate>,
        /// Day of the exit.
        pub exited: Option<NaiveDate>,
        /// Kind of exit.
        pub exit_kind: Option<ExitKind>,
        /// Notes.
        pub notes: String,
    }
}

schema! { Relocation in Relocations, rows Office, label ["code"], &[
    stored!(code: Kind::Text, Office),
    stored!(association: Kind::Reference(TableId::Associations), Office),
    stored!(origin: Kind::Choice(Origin::SET), Office).required(),
    Column::derived("status", Kind::Choice(CaseStep::SET), Visibility::Office, |case: &Relocation, lens| {
        case.dates(lens).status(lens.as_of).to_value()
    }),
    stored!(landlord: Kind::Reference(TableId::Landlords), Office),
    stored!(unit: Kind::Reference(TableId::Units), Office),
    stored!(adults: Kind::Integer(Measure::Plain), Office).under(Group::Household),
    stored!(children: Kind::Integer(Measure::Plain), Office).under(Group::Household),
    stored!(dwellings: Kind::Choices(Dwelling::SET), Office).under(Group::Wishes),
    stored!(wanted: Kind::Territories, Office).under(Group::Wishes),
    stored!(avoid: Kind::Territories, Office).under(Group::Wishes),
    stored!(step_free: Kind::Flag, Office).under(Group::Wishes),
    stored!(max_rent: Kind::Money, Office).under(Group::Wishes),
    stored!(application: Kind::Flag, Office).under(Group::Wishes),
    stored!(need_spotted: Kind::Date, Office).under(Group::Steps),
    stored!(referred: Kind::Date, Office).under(Group::Steps).living_in(|case, lens| case.home(CaseStep::Referred, lens)),
    stored!(acknowledged: Kind::Date, Office).under(Group::Steps).living_in(|case, lens| case.home(CaseStep::Acknowledged, lens)),
    stored!(proposed: Kind::Date, Office).under(Group::Steps).living_in(|case, lens| case.home(CaseStep::Proposed, lens)),
    stored!(file_complete: Kind::Date, Office).under(Group::Steps),
    stored!(caleol: Kind::Date, Office).under(Group::Steps).living_in(|case, lens| case.home(CaseStep::Caleol, lens)),
    stored!(offer_received: Kind::Date, Office).under(Group::Steps).living_in(|case, lens| case.home(CaseStep::OfferReceived, lens)),
    stored!(accepted: Kind::Date, Office).under(Group::Steps).living_in(|case, lens| case.home(CaseStep::Accepted, lens)),
    stored!(lease_signed: Kind::Date, Office).under(Group::Steps),
    stored!(moved_in: Kind::Date, Office).under(Group::Steps),
    stored!(suspended_from: Kind::Date, Office).under(Group::Exits),
    stored!(suspended_to: Kind::Date, Office).under(Group::Exits),
    stored!(exited: Kind::Date, Office).under(Group::Exits),
    stored!(exit_kind: Kind::Choice(ExitKind::SET), Office).under(Group::Exits),
    stored!(earlier_case: Kind::Reference(TableId::Relocations), Office).under(Group::More),
    stored!(notes: Kind::Notes, Office).under(Group::More),
] }

impl Relocation {
    /// The dates of its steps, wherever they live.
    pub fn dates(&self, lens: &Lens) -> StepDates<CaseStep> {
        let linked = Linked::of(self, lens);
        StepDates::read(|step| linked.home(step).and_then(|home| home.date).or_else(|| self.own_date(step)))
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
        let home = Linked::of(self, lens).home(step);
        let own = self.own_date(step).filter(|_| home.is_none_or(|home| home.date.is_none()))?;
        Some((own, home.map(|home| home.cell.row)))
    }

    /// Whether it is paused on that day; on the day it resumes it is not.
    pub fn is_suspended_on(&self, day: NaiveDate) -> bool {
        self.suspended_from.is_some_and(|from| from <= day) && self.suspended_to.is_none_or(|to| day < to)
    }

    /// The date that the case itself holds.
    pub(super) const fn own_date(&self, step: CaseStep) -> Option<NaiveDate> {
        match step {
            CaseStep::NeedSpotted => self.need_spotted,
            CaseStep::Referred => self.referred,
            CaseStep::Acknowledged => self.acknowledged,
            CaseStep::Proposed => self.proposed,
            CaseStep::FileComplete => self.file_complete,
            CaseStep::Caleol => self.caleol,
            CaseStep::OfferReceived => self.offer_received,
            CaseStep::Accepted => self.accepted,
            CaseStep::LeaseSigned => self.lease_signed,
            CaseStep::MovedIn => self.moved_in,
            CaseStep::Exited => self.exited,
        }
    }

    /// Where a step's date lives when it is not the case's own.
    fn home(&self, step: CaseStep, lens: &Lens) -> Option<CellRef> {
        Linked::of(self, lens).home(step).map(|home| home.cell)
    }
}

/// The records that hold some of a case's dates, found once for all of its steps.
struct Linked<'a> {
    /// The first by its date, or else the first of all.
    asked: Option<&'a Referral>,
    /// The first that said yes.
    acknowledged: Option<&'a Referral>,
    /// Accepted, or else the latest.
    proposal: Option<&'a Proposal>,
}

impl<'a> Linked<'a> {
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
        let referral = |r: &Referral, column, date| DateHome::new(TableId::Referrals, r.id(), column, date);
        let proposal = |p: &Proposal, column, date| DateHome::new(TableId::Proposals, p.id(), column, date);
        match step {
            CaseStep::Referred => self.asked.map(|r| referral(r, "asked_on", r.asked_on)),
            CaseStep::Acknowledged => self.acknowledged.map(|r| referral(r, "answered_on", r.answered_on)),
            CaseStep::Proposed => self.proposal.map(|p| proposal(p, "proposed_on", p.proposed_on)),
            CaseStep::Caleol => self.proposal.map(|p| proposal(p, "caleol_on", p.caleol_on)),
            CaseStep::OfferReceived => self.proposal.map(|p| proposal(p, "offer_received_on", p.offer_received_on)),
            CaseStep::Accepted => self
                .proposal
                .filter(|p| p.answer == Some(Answer::Accepted))
                .map(|p| proposal(p, "answered_on", p.answered_on)),
            _ => None,
        }
    }
}
