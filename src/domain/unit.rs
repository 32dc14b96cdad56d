//! Units (logements): dwellings made available, and their steps.
//!
//! Owns a unit's fields, its derived status and when it is openly on offer. The counting rules are in
//! `indicators`.

mod status;

use chrono::NaiveDate;

use super::commune;
pub use super::dwelling::{Building, Dwelling, Energy, Financing, LeaseType, Quota};
use super::id::{CellRef, RowId};
use super::landlord;
use super::lens::Lens;
use super::proposal::{Answer, Proposal, Standing};
use super::relocation::{CaseStep, Relocation};
use super::schema::{Audience, Code, Covers, Group, Kind, Naming, NumberUnit, TableId, record, schema};
use super::steps::{DateHome, Step, StepDates, steps};
use super::value::{ColumnValue, Insee, Money, Value, choices};

pub use status::{CoarseStatus, UnitStatus, UnitStep};

choices! {
    #[derive(Default)]
    pub enum Channel as "channel" {
        /// Published on Pass'Logement Solidarité Femmes.
        #[default]
        Platform = "platform",
        /// Found for a case after a referral, never published.
        Referral = "referral",
    }
}

steps! { UnitStep of Unit {
    Promised in promised,
    Identified in identified,
    Published in published,
    Presented in presented,
    Allocated in allocated,
    OfferReceived in offer_received,
    LeaseSigned in lease_signed,
    Occupied in occupied,
    Withdrawn in withdrawn,
    DeadlinePassed in deadline_passed,
    Works in works,
    PublishedAgain in published_again,
} }

record! {
    pub struct Unit {
        /// Sequential (L-0147).
        pub code: String,
        /// Makes it available.
        pub landlord: Option<RowId>,
        /// The landlord's own reference, which leads to an address in its software: office only.
        pub landlord_ref: String,
        pub channel: Channel,
        pub dwelling: Option<Dwelling>,
        pub building: Option<Building>,
        pub commune: Option<Insee>,
        /// Surface in square metres.
        pub surface: Option<u32>,
        /// The ground floor is 0.
        pub floor: Option<u32>,
        pub lift: Option<bool>,
        /// Step-free access (PMR).
        pub step_free: Option<bool>,
        pub financing: Option<Financing>,
        /// Who nominates the candidates.
        pub quota: Option<Quota>,
        /// Day the quota holder agreed.
        pub quota_agreed_on: Option<NaiveDate>,
        /// Monthly rent without charges.
        pub rent: Option<Money>,
        /// Monthly.
        pub charges: Option<Money>,
        pub energy: Option<Energy>,
        /// In a priority neighbourhood (QPV).
        pub qpv: Option<bool>,
        /// First day it is free.
        pub available_from: Option<NaiveDate>,
        /// Last day to apply on the platform.
        pub apply_by: Option<NaiveDate>,
        /// How the household will hold the lease.
        pub lease_type: Option<LeaseType>,
        pub promised: Option<NaiveDate>,
        pub identified: Option<NaiveDate>,
        pub published: Option<NaiveDate>,
        /// Used if the proposal has no date.
        pub presented: Option<NaiveDate>,
        /// Used if the proposal has no date.
        pub allocated: Option<NaiveDate>,
        /// Used if the proposal has no date.
        pub offer_received: Option<NaiveDate>,
        /// Used if the case has no date.
        pub lease_signed: Option<NaiveDate>,
        /// Used if the case has no date.
        pub occupied: Option<NaiveDate>,
        pub withdrawn: Option<NaiveDate>,
        pub deadline_passed: Option<NaiveDate>,
        pub works: Option<NaiveDate>,
        pub published_again: Option<NaiveDate>,
        pub notes: String,
    }
}

schema! { Unit in Units, rows Members, label [code], described [landlord, dwelling, commune, rent, published],
    sets {
        follow [code, landlord, dwelling, commune, published, status, available_from, apply_by, quota, presented,
            allocated, lease_signed, occupied, notes],
        home [code, landlord, dwelling, commune, floor, rent, charges, energy, available_from, surface, lift, step_free,
            building, epci, financing, quota, quota_agreed_on, qpv, apply_by, lease_type, channel, landlord_ref, notes],
        path [code, landlord, dwelling, commune, status, promised, identified, published, published_again, presented,
            allocated, offer_received, lease_signed, occupied, withdrawn, deadline_passed, works, notes],
    },
    on_offer Unit::is_on_offer, owned Unit::is_of;
    code(Kind::Text, WhileOnOffer).naming(Naming::Code(Code::Numbered)),
    landlord(Kind::Reference(TableId::Landlords), Members).required(),
    landlord_ref(Kind::Text, Owner),
    status(Kind::Choice(UnitStatus::SET), Owner, |unit, lens| {
        unit.status(lens).map_or(Value::Empty, |status| Value::Choice(status.key().into()))
    }),
    coarse_status(Kind::Choice(CoarseStatus::SET), Members, |unit, lens| {
        unit.coarse_status(lens).to_value()
    }),
    channel(Kind::Choice(Channel::SET), WhileOnOffer).required(),
    dwelling(Kind::Choice(Dwelling::SET), WhileOnOffer).under(Group::Dwelling),
    building(Kind::Choice(Building::SET), Owner).under(Group::Dwelling),
    commune(Kind::Commune, WhileOnOffer).under(Group::Dwelling),
    epci(Kind::Text, WhileOnOffer, |unit, _| {
        unit.place().map_or(Value::Empty, |place| Value::Text(place.epci_name.to_owned()))
    }).under(Group::Dwelling),
    surface(Kind::Integer(NumberUnit::SquareMetres), WhileOnOffer).under(Group::Dwelling),
    rent(Kind::Money(Covers::Rent), WhileOnOffer).under(Group::Dwelling),
    charges(Kind::Money(Covers::Charges), WhileOnOffer).under(Group::Dwelling),
    energy(Kind::Choice(Energy::SET), WhileOnOffer).under(Group::Dwelling),
    floor(Kind::Integer(NumberUnit::Floor), Owner).under(Group::Dwelling),
    lift(Kind::Flag, WhileOnOffer).under(Group::Dwelling),
    step_free(Kind::Flag, WhileOnOffer).under(Group::Dwelling),
    promised(Kind::DATE, WhileOnOffer).under(Group::Steps),
    identified(Kind::DATE, WhileOnOffer).under(Group::Steps),
    published(Kind::DATE, WhileOnOffer).under(Group::Steps),
    presented(Kind::DATE, Owner).under(Group::Steps).living_in(|unit, lens| unit.home(UnitStep::Presented, lens)),
    allocated(Kind::DATE, Owner).under(Group::Steps).living_in(|unit, lens| unit.home(UnitStep::Allocated, lens)),
    offer_received(Kind::DATE, Owner).under(Group::Steps).living_in(|unit, lens| unit.home(UnitStep::OfferReceived, lens)),
    lease_signed(Kind::DATE, Owner).under(Group::Steps).living_in(|unit, lens| unit.home(UnitStep::LeaseSigned, lens)),
    occupied(Kind::DATE, Owner).under(Group::Steps).living_in(|unit, lens| unit.home(UnitStep::Occupied, lens)),
    published_again(Kind::DATE, Owner).under(Group::Steps),
    withdrawn(Kind::DATE, Owner).under(Group::Exits),
    deadline_passed(Kind::DATE, Owner).under(Group::Exits),
    works(Kind::DATE, Owner).under(Group::Exits),
    financing(Kind::Choice(Financing::SET), Owner).under(Group::More),
    quota(Kind::Choice(Quota::SET), Owner).under(Group::More),
    quota_agreed_on(Kind::DATE, Owner).under(Group::More),
    qpv(Kind::Flag, Owner).under(Group::More),
    available_from(Kind::DATE_NEAR, WhileOnOffer).under(Group::More),
    apply_by(Kind::DATE_NEAR, WhileOnOffer).under(Group::More),
    lease_type(Kind::Choice(LeaseType::SET), Owner).under(Group::More),
    notes(Kind::Notes, Office).under(Group::More),
}

impl Unit {
    fn is_of(&self, audience: Audience, lens: &Lens) -> bool {
        landlord::is_of(self.landlord, audience, lens)
    }

    /// Its commune in the reference data.
    pub fn place(&self) -> Option<&'static commune::Commune> {
        self.commune.as_ref().and_then(commune::find)
    }

    /// The dates of its steps, wherever they are stored.
    pub fn dates(&self, lens: &Lens) -> StepDates<UnitStep> {
        let linked = UnitLinks::of(self, lens);
        StepDates::read(|step| linked.home(step).and_then(|home| home.date).or_else(|| step.own_date(self)))
    }

    /// The status on the lens's day: the latest step, without those of candidates who will not move in; until a lease,
    /// where the proposals stand.
    pub fn status(&self, lens: &Lens) -> Option<UnitStatus> {
        use UnitStep as Step;
        let dates = self.dates(lens);
        let proposal = lens.proposal_of_unit(self.id).filter(|it| it.proposed_on.is_none_or(|on| on <= lens.as_of));
        let standing = proposal.map(|proposal| proposal.standing(lens));
        let has_ended = standing.is_some_and(|standing| !standing.is_live());
        let overtaken: &[Step] = if has_ended { &[Step::Presented, Step::Allocated, Step::OfferReceived] } else { &[] };
        let step = dates.status_without(overtaken, lens.as_of)?;
        let taker = lens.case_of_unit(self.id);
        let has_accepted = |case: &Relocation| case.dates(lens).taken(CaseStep::Accepted, lens.as_of).is_some();
        let is_accepted = standing == Some(Standing::Accepted) || taker.is_some_and(has_accepted);
        let is_proposed = standing == Some(Standing::Open) || taker.is_some();
        Some(match step {
            Step::LeaseSigned | Step::Occupied | Step::Withdrawn | Step::DeadlinePassed | Step::Works => {
                UnitStatus::At(step)
            }
            _ if is_accepted => UnitStatus::Accepted,
            Step::Presented | Step::Allocated | Step::OfferReceived => UnitStatus::At(step),
            _ if is_proposed => UnitStatus::Proposed,
            Step::Published | Step::PublishedAgain if has_ended && self.has_left(step, lens) => {
                UnitStatus::ToPublishAgain
            }
            Step::Promised | Step::Identified | Step::Published | Step::PublishedAgain => UnitStatus::At(step),
        })
    }

    /// Whether it left the platform with a commission or an offer that came to nothing, after its last publication.
    fn has_left(&self, step: UnitStep, lens: &Lens) -> bool {
        use UnitStep as Step;
        let dates = self.dates(lens);
        let since = dates.date(Step::PublishedAgain).filter(|_| step == Step::PublishedAgain);
        let of_proposals =
            lens.proposals_of_unit(self.id).flat_map(|proposal| [proposal.caleol_on, proposal.offer_received_on]);
        let own = [Step::Presented, Step::Allocated, Step::OfferReceived].map(|step| dates.date(step));
        let is_after = |day: NaiveDate| day <= lens.as_of && since.is_none_or(|since| since < day);
        of_proposals.chain(own).flatten().any(is_after)
    }

    /// The cell of another record that stores a step's date.
    fn home(&self, step: UnitStep, lens: &Lens) -> Option<CellRef> {
        UnitLinks::of(self, lens).home(step).map(|home| home.cell)
    }

    /// Whether a committee may see its description and location: published on the lens's day, nobody
    /// presented since, never anyone's home, neither withdrawn nor in works.
    ///
    /// Hidden in doubt, considering plans too, so that an earlier as-of day does not reveal a home. A
    /// lease or keys on any date hide it for good, and so does an acceptance or a case that references
    /// it. After a commission, an allocation or an offer, only a second publication on that day or
    /// later shows it again: a first publication dated later is doubtful.
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
            proposal.standing(lens).is_live()
                || proposal.answer == Some(Answer::Accepted)
                || [proposal.caleol_on, proposal.offer_received_on].into_iter().flatten().any(|date| !is_answered(date))
        };
        self.channel == Channel::Platform
            && is_offered(&StepDates::read(|step: Step| step.own_date(self)))
            && is_offered(&self.dates(lens))
            && !lens.proposals_of_unit(self.id).any(holds_it)
            && lens.case_of_unit(self.id).is_none()
    }

    /// The status that every audience may see, as of the lens's day. A unit whose location is hidden
    /// never reads as published: that would reveal that someone is about to live in it.
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

/// The records that store some of a unit's dates, looked up once for all steps.
struct UnitLinks<'a> {
    /// The one that prevails, and whether the unit is allocated by it.
    proposal: Option<&'a Proposal>,
    is_allocated: bool,
    case: Option<&'a Relocation>,
}

impl<'a> UnitLinks<'a> {
    fn of(unit: &Unit, lens: &Lens<'a>) -> Self {
        let proposal = lens.proposal_of_unit(unit.id);
        let is_allocated = proposal.is_some_and(|proposal| proposal.allocates(lens));
        Self { proposal, is_allocated, case: lens.case_of_unit(unit.id) }
    }

    /// Where a step's date is stored if not in the unit: in its accepted or latest proposal, or in the
    /// case that took it.
    fn home(&self, step: UnitStep) -> Option<DateHome> {
        match step {
            UnitStep::Presented => self.proposal.map(|p| DateHome::new(p, Proposal::KEYS.caleol_on, p.caleol_on)),
            UnitStep::Allocated => self
                .proposal
                .filter(|_| self.is_allocated)
                .map(|p| DateHome::new(p, Proposal::KEYS.caleol_on, p.caleol_on)),
            UnitStep::OfferReceived => {
                self.proposal.map(|p| DateHome::new(p, Proposal::KEYS.offer_received_on, p.offer_received_on))
            }
            UnitStep::LeaseSigned => self.case.map(|c| DateHome::new(c, Relocation::KEYS.lease_signed, c.lease_signed)),
            UnitStep::Occupied => self.case.map(|c| DateHome::new(c, Relocation::KEYS.moved_in, c.moved_in)),
            _ => None,
        }
    }
}
