//! Proposals: a unit proposed to a household, and the answers of the commission and the household.

use chrono::NaiveDate;

use super::calendar;
use super::id::RowId;
use super::schema::{Detail, Group, Kind, NumberUnit, TableId, record, schema};
use super::value::{Value, choices};

choices! {
    /// Decision of the allocation commission (CALEOL).
    pub enum CaleolDecision as "caleol-decision" {
        Awarded = "awarded",
        /// Ranked; the first in rank gets the unit.
        Ranked = "ranked",
        /// Awarded under a condition.
        Conditional = "conditional",
        NotAwarded = "not-awarded",
        /// Rejected as ineligible.
        Rejected = "rejected",
    }
}

choices! {
    pub enum Answer as "answer" {
        Accepted = "accepted",
        Refused = "refused",
    }
}

choices! {
    pub enum Author as "author" {
        Household = "household",
        /// The landlord, or its commission.
        Landlord = "landlord",
    }
}

choices! {
    /// Why it was refused. The first eight are a household's reasons, the others a landlord's.
    pub enum Reason as "reason" {
        UnsafeArea = "unsafe-area",
        TooFar = "too-far",
        DwellingType = "type",
        Rent = "rent",
        Access = "access",
        Condition = "condition",
        OtherSolution = "other-solution",
        NoAnswer = "no-answer",
        MissingPapers = "missing-papers",
        IncomeCeiling = "income-ceiling",
        IncomeTooLow = "income-too-low",
        RentDebt = "rent-debt",
        OwnsHome = "owns-home",
        NoLocalTies = "no-local-ties",
        ResidencePermit = "residence-permit",
        /// Too many or too few people for the dwelling.
        Occupation = "occupation",
        NoApplication = "no-application",
        UnitWithdrawn = "unit-withdrawn",
    }
}

impl Reason {
    /// The author whose list contains the reason.
    pub const fn author(self) -> Author {
        match self {
            Self::UnsafeArea
            | Self::TooFar
            | Self::DwellingType
            | Self::Rent
            | Self::Access
            | Self::Condition
            | Self::OtherSolution
            | Self::NoAnswer => Author::Household,
            _ => Author::Landlord,
        }
    }
}

choices! {
    /// What happens to the case after a refusal.
    pub enum Consequence as "consequence" {
        GoesOn = "goes-on",
        Pauses = "pauses",
        Leaves = "leaves",
    }
}

record! {
    pub struct Proposal {
        pub unit: Option<RowId>,
        pub relocation: Option<RowId>,
        pub proposed_on: Option<NaiveDate>,
        pub visited_on: Option<NaiveDate>,
        pub caleol_on: Option<NaiveDate>,
        pub decision: Option<CaleolDecision>,
        /// The rank, if the commission ranked candidates.
        pub rank: Option<u32>,
        /// Day the household received the written offer.
        pub offer_received_on: Option<NaiveDate>,
        /// Days to answer, as stated in the offer: at least 10 (CCH R.441-10), the default.
        pub answer_days: Option<u32>,
        pub answer: Option<Answer>,
        pub answered_on: Option<NaiveDate>,
        pub refused_by: Option<Author>,
        pub reason: Option<Reason>,
        pub consequence: Option<Consequence>,
        /// End of the pause.
        pub paused_until: Option<NaiveDate>,
        pub notes: String,
    }
}

schema! { Proposal in Proposals, rows Office, label [unit, relocation];
    unit(Kind::Reference(TableId::Units), Office).required(),
    relocation(Kind::Reference(TableId::Relocations), Office).required(),
    proposed_on(Kind::Date, Office).under(Group::Steps),
    visited_on(Kind::Date, Office).under(Group::Steps).going(Detail::Whole),
    caleol_on(Kind::Date, Office).under(Group::Steps),
    decision(Kind::Choice(CaleolDecision::SET), Office).under(Group::Steps),
    rank(Kind::Integer(NumberUnit::Plain), Office).under(Group::Steps),
    offer_received_on(Kind::Date, Office).under(Group::Steps),
    answer_days(Kind::Integer(NumberUnit::Days), Office).under(Group::Steps).empty_means("empty-answer-days").going(Detail::Whole),
    answer_by(Kind::Date, Office, |proposal, _| {
        proposal.answer_by().map_or(Value::Empty, Value::Date)
    }).under(Group::Steps),
    answer(Kind::Choice(Answer::SET), Office).under(Group::Steps),
    answered_on(Kind::Date, Office).under(Group::Steps),
    refused_by(Kind::Choice(Author::SET), Office).under(Group::Exits),
    reason(Kind::Choice(Reason::SET), Office).under(Group::Exits).going(Detail::Whole),
    consequence(Kind::Choice(Consequence::SET), Office).under(Group::Exits).going(Detail::Whole),
    paused_until(Kind::Date, Office).under(Group::Exits).going(Detail::Whole),
    notes(Kind::Notes, Office).under(Group::More).going(Detail::Whole),
}

impl Proposal {
    /// Whether the commission allocated the unit to this household.
    pub fn allocates(&self) -> bool {
        match self.decision {
            Some(CaleolDecision::Awarded | CaleolDecision::Conditional) => true,
            Some(CaleolDecision::Ranked) => self.rank == Some(1),
            Some(CaleolDecision::NotAwarded | CaleolDecision::Rejected) | None => false,
        }
    }

    /// Whether the household may still get the unit on that day: a refusal or decision dated later is
    /// only a plan.
    pub fn is_open_on(&self, day: NaiveDate) -> bool {
        let is_past = |date: Option<NaiveDate>| date.is_none_or(|date| date <= day);
        let is_refused = self.answer == Some(Answer::Refused) && is_past(self.answered_on);
        let is_turned_down = matches!(self.decision, Some(CaleolDecision::NotAwarded | CaleolDecision::Rejected))
            && is_past(self.caleol_on);
        !is_refused && !is_turned_down
    }

    /// Last day to answer the offer. Days run from the day after it was received; a period that ends on
    /// a weekend or public holiday is extended to the next working day (CCH R.441-10).
    pub fn answer_by(&self) -> Option<NaiveDate> {
        calendar::deadline(self.offer_received_on?, self.answer_days.unwrap_or(10))
    }
}
