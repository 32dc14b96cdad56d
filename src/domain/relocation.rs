//! Relocations (relogements): one household's path from a need to the keys.
//!
//! There is no field for a name, birth date, phone number, address or application number, and none may
//! be added: the women must not be identifiable. Codes are random.

use chrono::NaiveDate;

use super::id::{CellRef, RowId};
use super::landlord::{self, Landlord, answering};
use super::lens::Lens;
use super::proposal::{Answer, Proposal};
use super::referral::Referral;
use super::schema::{Audience, Code, Covers, Detail, Group, Kind, Naming, NumberUnit, TableId, record, schema};
use super::steps::{DateHome, Step, StepDates, steps};
use super::unit::{Dwelling, Unit};
use super::value::{ColumnValue, Money, Territory, choices};

choices! {
    /// How the household was rehoused (rules C5, C14).
    #[derive(Default)]
    pub enum Origin as "origin" {
        /// An association referred the case to a landlord.
        #[default]
        Referral = "referral",
        /// Through the platform.
        Platform = "platform",
        /// Outside the convention: shown separately, never added.
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
        /// The association identified the need.
        NeedSpotted = "need_spotted",
        Referred = "referred",
        Acknowledged = "acknowledged",
        Proposed = "proposed",
        FileComplete = "file_complete",
        Caleol = "caleol",
        /// The household received the written offer.
        OfferReceived = "offer_received",
        Accepted = "accepted",
        LeaseSigned = "lease_signed",
        /// Keys handed over.
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
        /// Refers and supports her.
        pub association: Option<RowId>,
        pub origin: Origin,
        pub adults: Option<u32>,
        /// Children who will live in the home, fixed at the lease; shared custody counts as 1.
        pub children: Option<u32>,
        pub dwellings: Vec<Dwelling>,
        pub wanted: Vec<Territory>,
        /// Places to avoid, which reveal where the perpetrator is.
        pub avoid: Vec<Territory>,
        pub step_free: Option<bool>,
        /// Maximum monthly rent including charges, before housing benefit (APL).
        pub max_rent: Option<Money>,
        /// A social housing application exists; its number is never recorded.
        pub application: Option<bool>,
        /// The case of an earlier rehousing (rule C13).
        pub earlier_case: Option<RowId>,
        /// The landlord that signed the lease (rule C6).
        pub landlord: Option<RowId>,
        /// The unit taken, if known.
        pub unit: Option<RowId>,
        pub need_spotted: Option<NaiveDate>,
        /// Used if the referral has no date.
        pub referred: Option<NaiveDate>,
        /// Used if the referral has no date.
        pub acknowledged: Option<NaiveDate>,
        /// Used if the proposal has no date.
        pub proposed: Option<NaiveDate>,
        pub file_complete: Option<NaiveDate>,
        /// Used if the proposal has no date.
        pub caleol: Option<NaiveDate>,
        /// Used if the proposal has no date.
        pub offer_received: Option<NaiveDate>,
        /// Used if the proposal has no date.
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

schema! { Relocation in Relocations, rows Owner, label [code],
    described [association, dwellings, wanted, need_spotted, children, adults, status],
    sets {
        follow [code, association, status, need_spotted, dwellings, wanted, children, landlord, unit, lease_signed,
            suspended_to, exited, notes],
        need [code, association, need_spotted, adults, children, dwellings, wanted, avoid, step_free, max_rent,
            application, origin, notes],
        path [code, association, status, need_spotted, referred, acknowledged, proposed, file_complete, caleol,
            offer_received, accepted, lease_signed, moved_in, suspended_from, suspended_to, exited, exit_kind,
            earlier_case, notes],
    },
    owned Relocation::is_of;
    code(Kind::Text, Association).naming(Naming::Code(Code::Random)),
    association(Kind::Reference(TableId::Associations), Owner),
    origin(Kind::Choice(Origin::SET), Owner).required(),
    status(Kind::Choice(CaseStep::SET), Owner, |case, lens| {
        case.status(lens).to_value()
    }),
    landlord(Kind::Reference(TableId::Landlords), Owner)
        .proposing(|case, lens| case.proposed_landlord(lens).to_value()),
    unit(Kind::Reference(TableId::Units), Owner),
    adults(Kind::Integer(NumberUnit::Adults), Owner).under(Group::Household).going(Detail::Whole),
    children(Kind::Integer(NumberUnit::Children), Owner).under(Group::Household).going(Detail::UnlessRehoused),
    dwellings(Kind::Choices(Dwelling::SET), Owner).under(Group::Wishes).going(Detail::ButFirst),
    wanted(Kind::Territories, Owner).under(Group::Wishes).going(Detail::ButFirst),
    avoid(Kind::Territories, Office).under(Group::Wishes).going(Detail::Whole).unsearched(),
    step_free(Kind::Flag, Owner).under(Group::Wishes).going(Detail::Whole),
    max_rent(Kind::Money(Covers::RentAndCharges), Owner).under(Group::Wishes).going(Detail::Whole),
    application(Kind::Flag, Owner).under(Group::Wishes).going(Detail::Whole),
    need_spotted(Kind::DATE, Owner).under(Group::Steps),
    referred(Kind::DATE, Owner).under(Group::Steps).living_in(|case, lens| case.home(CaseStep::Referred, lens)),
    acknowledged(Kind::DATE, Owner).under(Group::Steps).living_in(|case, lens| case.home(CaseStep::Acknowledged, lens)),
    proposed(Kind::DATE, Owner).under(Group::Steps).living_in(|case, lens| case.home(CaseStep::Proposed, lens)),
    file_complete(Kind::DATE, Owner).under(Group::Steps),
    caleol(Kind::DATE, Owner).under(Group::Steps).living_in(|case, lens| case.home(CaseStep::Caleol, lens)),
    offer_received(Kind::DATE, Owner).under(Group::Steps).living_in(|case, lens| case.home(CaseStep::OfferReceived, lens)),
    accepted(Kind::DATE, Owner).under(Group::Steps).living_in(|case, lens| case.home(CaseStep::Accepted, lens)),
    lease_signed(Kind::DATE, Owner).under(Group::Steps),
    moved_in(Kind::DATE, Owner).under(Group::Steps),
    suspended_from(Kind::DATE, Owner).under(Group::Exits),
    suspended_to(Kind::DATE_NEXT, Owner).under(Group::Exits),
    exited(Kind::DATE, Owner).under(Group::Exits),
    exit_kind(Kind::Choice(ExitKind::SET), Owner).under(Group::Exits),
    earlier_case(Kind::Reference(TableId::Relocations), Owner).under(Group::More).going(Detail::Whole),
    notes(Kind::Notes, Office).under(Group::More).going(Detail::Whole),
}

impl Relocation {
    /// Whether it is a case of that association, or of the landlord that signed.
    pub fn is_of(&self, audience: Audience, lens: &Lens) -> bool {
        match audience {
            Audience::Association(association) => self.association == Some(association),
            _ => landlord::is_of(self.landlord, audience, lens),
        }
    }

    /// The dates of its steps, wherever they are stored.
    pub fn dates(&self, lens: &Lens) -> StepDates<CaseStep> {
        let linked = CaseLinks::of(self, lens);
        StepDates::read(|step| linked.home(step).and_then(|home| home.date).or_else(|| step.own_date(self)))
    }

    /// The status on the lens's day: the latest step, without those of a proposal that came to nothing. Then the
    /// case waits again where it was before.
    pub fn status(&self, lens: &Lens) -> Option<CaseStep> {
        let overtaken: &[CaseStep] = match lens.proposal_of_case(self.id) {
            Some(proposal) if !proposal.standing(lens).is_live() => {
                &[CaseStep::Proposed, CaseStep::Caleol, CaseStep::OfferReceived, CaseStep::Accepted]
            }
            _ => &[],
        };
        self.dates(lens).status_without(overtaken, lens.as_of)
    }

    /// The unit it names, unless it had to let it go, or that of its accepted proposal.
    pub fn taken_unit<'a>(&self, lens: &Lens<'a>) -> Option<&'a Unit> {
        let is_accepted = |p: &&Proposal| p.answer == Some(Answer::Accepted) && p.standing(lens).is_live();
        let accepted = || lens.proposal_of_case(self.id).filter(is_accepted)?.unit;
        let named = self.unit.filter(|unit| !self.let_go(*unit, lens));
        named.or_else(accepted).and_then(|row| lens.dataset.units.find(row))
    }

    /// Whether a unit that it names was proposed and came to nothing, or she left, and no lease says otherwise.
    pub fn let_go(&self, unit: RowId, lens: &Lens) -> bool {
        let mut proposals = lens.proposals_of_case(self.id).filter(|p| p.unit == Some(unit)).peekable();
        let was_proposed = proposals.peek().is_some();
        self.has_left_by(lens.as_of)
            || was_proposed && !self.is_rehoused_by(lens.as_of) && !proposals.any(|p| p.standing(lens).is_live())
    }

    /// Whether she still waits: neither rehoused nor gone by that day.
    pub fn is_open_on(&self, day: NaiveDate) -> bool {
        !self.is_rehoused_by(day) && self.exited.is_none_or(|exit| day < exit)
    }

    /// Whether she left by that day without having been rehoused before.
    pub fn has_left_by(&self, day: NaiveDate) -> bool {
        self.exited.is_some_and(|exit| exit <= day && !self.is_rehoused_by(exit))
    }

    /// Whether the lease was signed, or the keys handed over, by that day.
    pub fn is_rehoused_by(&self, day: NaiveDate) -> bool {
        self.lease_signed.or(self.moved_in).is_some_and(|on| on <= day)
    }

    /// The landlord to suggest as the signatory if none is set: the landlord of the unit taken, or its
    /// successor on the day of the lease (rules C6, C11).
    pub fn proposed_landlord(&self, lens: &Lens) -> Option<RowId> {
        let unit = self.taken_unit(lens).filter(|_| self.landlord.is_none())?;
        let day = self.dates(lens).date(CaseStep::LeaseSigned).unwrap_or(lens.as_of);
        answering(lens.dataset, unit.landlord?, day).map(Landlord::id)
    }

    /// The case's own date of a step, if the record that would store it has none or is unknown; with
    /// that record, if there is one.
    pub fn stand_in(&self, step: CaseStep, lens: &Lens) -> Option<(NaiveDate, Option<RowId>)> {
        let home = CaseLinks::of(self, lens).home(step);
        let own = step.own_date(self).filter(|_| home.is_none_or(|home| home.date.is_none()))?;
        Some((own, home.map(|home| home.cell.row)))
    }

    /// Whether it is paused on that day; the day it resumes is not part of the pause.
    pub fn is_suspended_on(&self, day: NaiveDate) -> bool {
        self.suspended_from.is_some_and(|from| from <= day) && self.suspended_to.is_none_or(|to| day < to)
    }

    /// The cell of another record that stores a step's date.
    fn home(&self, step: CaseStep, lens: &Lens) -> Option<CellRef> {
        CaseLinks::of(self, lens).home(step).map(|home| home.cell)
    }
}

/// The records that store some of a case's dates, looked up once for all steps.
struct CaseLinks<'a> {
    /// The earliest, or the first in the table if none has a date.
    asked: Option<&'a Referral>,
    /// The first that was accepted.
    acknowledged: Option<&'a Referral>,
    /// Accepted, otherwise the latest.
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

    /// Where a step's date is stored if not in the case: in its first referral, in the first accepted
    /// referral, or in its accepted or latest proposal.
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
