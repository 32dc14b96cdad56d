//! Units (logements): dwellings made available, and their steps.
//!
//! Owns what a unit is, its derived status and when it is openly on offer. How units are
//! counted is in `indicators`.

use chrono::NaiveDate;

use super::commune;
pub use super::dwelling::{Building, Dwelling, Energy, Financing, LeaseType, Quota};
use super::id::{CellRef, RowId};
use super::lens::Lens;
use super::proposal::{Answer, Proposal};
use super::relocation::Relocation;
use super::schema::{Column, Group, Kind, Measure, TableId, record, schema, stored};
use super::steps::{DateHome, Step, StepDates};
use super::value::{Field, Insee, Money, Value, choices};

choices! {
    /// How a unit is offered.
    #[derive(Default)]
    pub enum Channel as "channel" {
        /// Published on Pass'Logement Solidarité Femmes.
        #[default]
        Platform = "platform",
        /// Found for a case after a referral, never published.
        Referral = "referral",
    }
}

choices! {
    /// The steps of a unit, each a date; exits among them, the second publication last.
    pub enum UnitStep as "unit-step" {
        /// The landlord promised a unit.
        Promised = "promised",
        /// It is known which one.
        Identified = "identified",
        /// First publication on the platform, never overwritten.
        Published = "published",
        /// Presented to the allocation commission (CALEOL).
        Presented = "presented",
        /// Allocated by it.
        Allocated = "allocated",
        /// The household received the written offer.
        OfferReceived = "offer_received",
        /// Lease signed.
        LeaseSigned = "lease_signed",
        /// She has the keys.
        Occupied = "occupied",
        /// Taken back by the landlord.
        Withdrawn = "withdrawn",
        /// The platform's deadline passed without a candidate.
        DeadlinePassed = "deadline_passed",
        /// In works.
        Works = "works",
        /// Published once more, after a refusal or works.
        PublishedAgain = "published_again",
    }
}

impl Step for UnitStep {
    const ALL: &'static [Self] = Self::ALL;
}

choices! {
    /// The status that any audience may know: it says nothing of who moves in where.
    pub enum CoarseStatus as "coarse-status" {
        /// Promised or identified.
        ToPublish = "to-publish",
        /// Openly on offer on the platform, no candidate yet.
        Published = "published",
        /// A candidate is known, or it is no longer openly on offer.
        UnderWay = "under-way",
        /// Lease signed.
        Leased = "leased",
        /// Withdrawn, in works, or its deadline passed.
        Gone = "gone",
    }
}

record! {
    /// A dwelling made available by a landlord.
    pub struct Unit {
        /// Number in order (L-0147).
        pub code: String,
        /// Who makes it available.
        pub landlord: Option<RowId>,
        /// The landlord's own reference: an address in its software, for the office only.
        pub landlord_ref: String,
        /// How it is offered.
        pub channel: Channel,
        /// Dwelling type.
        pub dwelling: Option<Dwelling>,
        /// House or flat.
        pub building: Option<Building>,
        /// Commune.
        pub commune: Option<Insee>,
        /// Surface in square metres.
        pub surface: Option<u32>,
        /// Floor, the ground floor being 0.
        pub floor: Option<u32>,
        /// Whether there is a lift.
        pub lift: Option<bool>,
        /// Step-free access (PMR).
        pub step_free: Option<bool>,
        /// Financing.
        pub financing: Option<Financing>,
        /// Who names the candidates.
        pub quota: Option<Quota>,
        /// Day on which that holder agreed.
        pub quota_agreed_on: Option<NaiveDate>,
        /// Rent without charges, a month.
        pub rent: Option<Money>,
        /// Charges a month.
        pub charges: Option<Money>,
        /// Energy class.
        pub energy: Option<Energy>,
        /// In a priority neighbourhood (QPV).
        pub qpv: Option<bool>,
        /// Day from which it is free.
        pub available_from: Option<NaiveDate>,
        /// Last day to apply on the platform.
        pub apply_by: Option<NaiveDate>,
        /// How she will hold the lease.
        pub lease_type: Option<LeaseType>,
        /// Step.
        pub promised: Option<NaiveDate>,
        /// Step.
        pub identified: Option<NaiveDate>,
        /// Step.
        pub published: Option<NaiveDate>,
        /// Step; stands in for the proposal's.
        pub presented: Option<NaiveDate>,
        /// Step; stands in for the proposal's.
        pub allocated: Option<NaiveDate>,
        /// Step; stands in for the proposal's.
        pub offer_received: Option<NaiveDate>,
        /// Step; stands in for the case's.
        pub lease_signed: Option<NaiveDate>,
        /// Step; stands in for the case's.
        pub occupied: Option<NaiveDate>,
        /// Exit.
        pub withdrawn: Option<NaiveDate>,
        /// Exit.
        pub deadline_passed: Option<NaiveDate>,
        /// Exit.
        pub works: Option<NaiveDate>,
        /// Step.
        pub published_again: Option<NaiveDate>,
        /// Notes.
        pub notes: String,
    }
}

schema! { Unit in Units, rows Everyone, label ["code"], &[
    stored!(code: Kind::Text, WhileOnOffer),
    stored!(landlord: Kind::Reference(TableId::Landlords), Everyone).required(),
    stored!(landlord_ref: Kind::Text, Office),
    Column::derived("status", Kind::Choice(UnitStep::SET), super::schema::Visibility::Office, |unit: &Unit, lens| {
        unit.dates(lens).status(lens.as_of).to_value()
    }),
    Column::derived("coarse_status", Kind::Choice(CoarseStatus::SET), super::schema::Visibility::Everyone, |unit: &Unit, lens| {
        unit.coarse_status(lens).to_value()
    }),
    stored!(channel: Kind::Choice(Channel::SET), WhileOnOffer).required(),
    stored!(dwelling: Kind::Choice(Dwelling::SET), WhileOnOffer).under(Group::Dwelling),
    stored!(building: Kind::Choice(Building::SET), Office).under(Group::Dwelling),
    stored!(commune: Kind::Commune, WhileOnOffer).under(Group::Dwelling),
    Column::derived("epci", Kind::Text, super::schema::Visibility::WhileOnOffer, |unit: &Unit, _| {
        unit.place().map_or(Value::Empty, |place| Value::Text(place.epci_name.to_owned()))
    }).under(Group::Dwelling),
    stored!(surface: Kind::Integer(Measure::SquareMetres), WhileOnOffer).under(Group::Dwelling),
    stored!(rent: Kind::Money, WhileOnOffer).under(Group::Dwelling),
    stored!(charges: Kind::Money, WhileOnOffer).under(Group::Dwelling),
    stored!(energy: Kind::Choice(Energy::SET), WhileOnOffer).under(Group::Dwelling),
    stored!(floor: Kind::Integer(Measure::Plain), Office).under(Group::Dwelling),
    stored!(lift: Kind::Flag, WhileOnOffer).under(Group::Dwelling),
    stored!(step_free: Kind::Flag, WhileOnOffer).under(Group::Dwelling),
    stored!(promised: Kind::Date, WhileOnOffer).under(Group::Steps),
    stored!(identified: Kind::Date, WhileOnOffer).under(Group::Steps),
    stored!(published: Kind::Date, WhileOnOffer).under(Group::Steps),
    stored!(presented: Kind::Date, Office).under(Group::Steps).living_in(|unit, lens| unit.home(UnitStep::Presented, lens)),
    stored!(allocated: Kind::Date, Office).under(Group::Steps).living_in(|unit, lens| unit.home(UnitStep::Allocated, lens)),
    stored!(offer_received: Kind::Date, Office).under(Group::Steps).living_in(|unit, lens| unit.home(UnitStep::OfferReceived, lens)),
    stored!(lease_signed: Kind::Date, Office).under(Group::Steps).living_in(|unit, lens| unit.home(UnitStep::LeaseSigned, lens)),
    stored!(occupied: Kind::Date, Office).under(Group::Steps).living_in(|unit, lens| unit.home(UnitStep::Occupied, lens)),
    stored!(published_again: Kind::Date, Office).under(Group::Steps),
    stored!(withdrawn: Kind::Date, Office).under(Group::Exits),
    stored!(deadline_passed: Kind::Date, Office).under(Group::Exits),
    stored!(works: Kind::Date, Office).under(Group::Exits),
    stored!(financing: Kind::Choice(Financing::SET), Office).under(Group::More),
    stored!(quota: Kind::Choice(Quota::SET), Office).under(Group::More),
    stored!(quota_agreed_on: Kind::Date, Office).under(Group::More),
    stored!(qpv: Kind::Flag, Office).under(Group::More),
    stored!(available_from: Kind::Date, WhileOnOffer).under(Group::More),
    stored!(apply_by: Kind::Date, WhileOnOffer).under(Group::More),
    stored!(lease_type: Kind::Choice(LeaseType::SET), Office).under(Group::More),
    stored!(notes: Kind::Notes, Office).under(Group::More),
], on_offer Unit::is_on_offer }

impl Unit {
    /// Its commune in the reference data.
    pub fn place(&self) -> Option<&'static commune::Commune> {
        self.commune.as_ref().and_then(commune::find)
    }

    /// The dates of its steps, wherever they live.
    pub fn dates(&self, lens: &Lens) -> StepDates<UnitStep> {
        let linked = Linked::of(self, lens);
        StepDates::read(|step| linked.home(step).and_then(|home| home.date).or_else(|| self.own_date(step)))
    }

    /// The date that the unit itself holds.
    pub(super) const fn own_date(&self, step: UnitStep) -> Option<NaiveDate> {
        match step {
            UnitStep::Promised => self.promised,
            UnitStep::Identified => self.identified,
            UnitStep::Published => self.published,
            UnitStep::Presented => self.presented,
            UnitStep::Allocated => self.allocated,
            UnitStep::OfferReceived => self.offer_received,
            UnitStep::LeaseSigned => self.lease_signed,
            UnitStep::Occupied => self.occupied,
            UnitStep::Withdrawn => self.withdrawn,
            UnitStep::DeadlinePassed => self.deadline_passed,
            UnitStep::Works => self.works,
            UnitStep::PublishedAgain => self.published_again,
        }
    }

    /// Where a step's date lives when it is not the unit's own.
    fn home(&self, step: UnitStep, lens: &Lens) -> Option<CellRef> {
        Linked::of(self, lens).home(step).map(|home| home.cell)
    }

    /// Whether a committee may see what and where it is: published on the lens's day, nobody
    /// presented since, nobody's home ever, not withdrawn nor in works.
    ///
    /// Closed in doubt, plans included, so that looking from an earlier day does not bring back a
    /// home. A lease or keys, whenever, close it for good, and so do an acceptance and any case
    /// that names it. A commission, an allocation or an offer is answered only by a publication
    /// once more, on that day or later: a first publication that is dated later is a doubt.
    fn is_on_offer(&self, lens: &Lens) -> bool {
        use UnitStep as Step;
        let again = self.published_again.filter(|again| *again <= lens.as_of);
        let is_answered = |date: NaiveDate| again.is_some_and(|again| date <= again);
        let is_offered = |dates: &StepDates<Step>| {
            matches!(dates.status(lens.as_of), Some(Step::Published | Step::PublishedAgain))
                && dates.all().iter().all(|(step, date)| match step {
                    Step::LeaseSigned | Step::Occupied => false,
                    Step::Presented | Step::Allocated | Step::OfferReceived => is_answered(*date),
                    Step::Published | Step::PublishedAgain => true,
                    Step::Promised | Step::Identified | Step::Withdrawn | Step::DeadlinePassed | Step::Works => {
                        *date <= lens.as_of
                    }
                })
        };
        let holds_it = |proposal: &Proposal| {
            proposal.is_open_on(lens.as_of)
                || proposal.answer == Some(Answer::Accepted)
                || [proposal.caleol_on, proposal.offer_received_on].into_iter().flatten().any(|date| !is_answered(date))
        };
        self.channel == Channel::Platform
            && is_offered(&StepDates::read(|step| self.own_date(step)))
            && is_offered(&self.dates(lens))
            && !lens.proposals_of_unit(self.id).any(holds_it)
            && lens.case_of_unit(self.id).is_none()
    }

    /// The status that any audience may know, as of the lens's day. A unit whose place is hidden
    /// never reads published: that would tell that somebody is about to live in it.
    pub fn coarse_status(&self, lens: &Lens) -> Option<CoarseStatus> {
        Some(match self.dates(lens).status(lens.as_of)? {
            UnitStep::Promised | UnitStep::Identified if self.channel == Channel::Referral => CoarseStatus::UnderWay,
            UnitStep::Promised | UnitStep::Identified => CoarseStatus::ToPublish,
            UnitStep::Published | UnitStep::PublishedAgain if self.is_on_offer(lens) => CoarseStatus::Published,
            UnitStep::Published
            | UnitStep::PublishedAgain
            | UnitStep::Presented
            | UnitStep::Allocated
            | UnitStep::OfferReceived => CoarseStatus::UnderWay,
            UnitStep::LeaseSigned | UnitStep::Occupied => CoarseStatus::Leased,
            UnitStep::Withdrawn | UnitStep::DeadlinePassed | UnitStep::Works => CoarseStatus::Gone,
        })
    }
}

/// The records that hold some of a unit's dates, found once for all of its steps.
struct Linked<'a> {
    /// Accepted, or else the latest.
    proposal: Option<&'a Proposal>,
    /// The case that took it.
    case: Option<&'a Relocation>,
}

impl<'a> Linked<'a> {
    fn of(unit: &Unit, lens: &Lens<'a>) -> Self {
        Self { proposal: lens.proposal_of_unit(unit.id), case: lens.case_of_unit(unit.id) }
    }

    /// Where a step's date lives when it is not the unit's own: on its accepted or latest
    /// proposal, or on the case that took it.
    fn home(&self, step: UnitStep) -> Option<DateHome> {
        let proposal = |p: &Proposal, column, date| DateHome::new(TableId::Proposals, p.id(), column, date);
        let case = |c: &Relocation, column, date| DateHome::new(TableId::Relocations, c.id(), column, date);
        match step {
            UnitStep::Presented => self.proposal.map(|p| proposal(p, "caleol_on", p.caleol_on)),
            UnitStep::Allocated => {
                self.proposal.filter(|p| p.allocates()).map(|p| proposal(p, "caleol_on", p.caleol_on))
            }
            UnitStep::OfferReceived => self.proposal.map(|p| proposal(p, "offer_received_on", p.offer_received_on)),
            UnitStep::LeaseSigned => self.case.map(|c| case(c, "lease_signed", c.lease_signed)),
            UnitStep::Occupied => self.case.map(|c| case(c, "moved_in", c.moved_in)),
            _ => None,
        }
    }
}
