//! Proposals: a unit proposed to a household, the answers of the commission and the household, and where it stands.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::calendar;
use super::id::RowId;
use super::landlord;
use super::lens::Lens;
use super::relocation::ExitKind;
use super::schema::{Audience, Detail, Group, Kind, NumberUnit, TableId, record, schema};
use super::value::{ColumnValue, Value, choices};

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

    /// How a case leaves that leaves for this reason, if that follows from it.
    pub const fn exit(self) -> Option<ExitKind> {
        match self {
            Self::OtherSolution => Some(ExitKind::OtherSolution),
            Self::NoAnswer => Some(ExitKind::Unreachable),
            _ => None,
        }
    }

    /// What usually follows from it; people decide.
    pub const fn usually(self) -> Consequence {
        match self {
            Self::OtherSolution => Consequence::Leaves,
            Self::NoAnswer | Self::MissingPapers | Self::NoApplication | Self::ResidencePermit => Consequence::Pauses,
            _ => Consequence::GoesOn,
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

choices! {
    /// Where a proposal stands on a day. It follows from the answers to it and to the others of its unit and its
    /// case, so that nobody has to note that it was overtaken.
    pub enum Standing as "standing" {
        /// The household may still get the unit.
        Open = "open",
        Accepted = "accepted",
        /// By the household or the landlord.
        Refused = "refused",
        /// Not awarded, or rejected, by the commission.
        TurnedDown = "turned-down",
        /// Another household accepted the unit or moved in.
        Lost = "lost",
        /// The household accepted another unit, was rehoused elsewhere, or left.
        Gone = "gone",
    }
}

impl Standing {
    /// Whether the household may get the unit.
    pub const fn is_live(self) -> bool {
        matches!(self, Self::Open | Self::Accepted)
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

schema! { Proposal in Proposals, rows Owner, label [unit, relocation],
    sets {
        follow [unit, relocation, standing, proposed_on, caleol_on, decision, rank, offer_received_on, answer_by, answer,
            answered_on, notes],
        refusals [unit, relocation, standing, answered_on, answer, refused_by, reason, consequence, paused_until, notes],
    },
    owned Proposal::is_of;
    unit(Kind::Reference(TableId::Units), Owner).required(),
    relocation(Kind::Reference(TableId::Relocations), Owner).required(),
    standing(Kind::Choice(Standing::SET), Owner, |proposal, lens| Some(proposal.standing(lens)).to_value()),
    proposed_on(Kind::DATE, Owner).under(Group::Steps),
    visited_on(Kind::DATE, Owner).under(Group::Steps).going(Detail::Whole),
    caleol_on(Kind::DATE, Owner).under(Group::Steps),
    decision(Kind::Choice(CaleolDecision::SET), Owner).under(Group::Steps),
    rank(Kind::Integer(NumberUnit::Plain), Owner).under(Group::Steps),
    offer_received_on(Kind::DATE, Owner).under(Group::Steps),
    answer_days(Kind::Integer(NumberUnit::Days), Owner).under(Group::Steps).empty_means("empty-answer-days").going(Detail::Whole),
    answer_by(Kind::DATE, Owner, |proposal, _| {
        proposal.answer_by().map_or(Value::Empty, Value::Date)
    }).under(Group::Steps),
    answer(Kind::Choice(Answer::SET), Owner).under(Group::Steps),
    answered_on(Kind::DATE, Owner).under(Group::Steps),
    refused_by(Kind::Choice(Author::SET), Owner).under(Group::Exits),
    reason(Kind::Choice(Reason::SET), Owner).under(Group::Exits).going(Detail::Whole),
    consequence(Kind::Choice(Consequence::SET), Owner).under(Group::Exits).going(Detail::Whole),
    paused_until(Kind::DATE_NEXT, Owner).under(Group::Exits).going(Detail::Whole),
    notes(Kind::Notes, Office).under(Group::More).going(Detail::Whole),
}

impl Proposal {
    /// Whether the home is that landlord's, or that association is the one that accompanies her.
    fn is_of(&self, audience: Audience, lens: &Lens) -> bool {
        let (case, unit) = (|| lens.dataset.relocations.find(self.relocation?), || lens.dataset.units.find(self.unit?));
        match audience {
            Audience::Association(_) => case().is_some_and(|case| case.is_of(audience, lens)),
            _ => landlord::is_of(unit().and_then(|unit| unit.landlord), audience, lens),
        }
    }

    /// Whether the commission allocated the unit to this household: it awarded it, or ranked it first, or everyone
    /// before it will not move in. After a refusal the award passes to the next in rank (CCH R.441-10).
    pub fn allocates(&self, lens: &Lens) -> bool {
        match self.decision {
            Some(CaleolDecision::Awarded | CaleolDecision::Conditional) => true,
            Some(CaleolDecision::Ranked) => self.rank.is_some_and(|rank| self.is_next(rank, lens)),
            Some(CaleolDecision::NotAwarded | CaleolDecision::Rejected) | None => false,
        }
    }

    /// Whether each rank before this one is that of a household that will not move in. Others than the women of
    /// the convention are ranked too, and nobody is told what they answer.
    fn is_next(&self, rank: u32, lens: &Lens) -> bool {
        let others = self.unit.into_iter().flat_map(|unit| lens.proposals_of_unit(unit));
        let ended = others.filter(|other| other.id != self.id && other.decision == Some(CaleolDecision::Ranked));
        let ended = ended.filter(|other| !other.standing(lens).is_live()).filter_map(|other| other.rank);
        let before: BTreeSet<u32> = ended.filter(|other| (1..rank).contains(other)).collect();
        u32::try_from(before.len()).is_ok_and(|before| before + 1 == rank)
    }

    /// Where it stands on the lens's day. What is dated later is a plan.
    pub fn standing(&self, lens: &Lens) -> Standing {
        match self.answered(lens.as_of) {
            Standing::Open if self.is_lost(lens) => Standing::Lost,
            Standing::Open if self.is_gone(lens) => Standing::Gone,
            Standing::Accepted if self.is_elsewhere(lens) => Standing::Gone,
            answered => answered,
        }
    }

    /// What its own answers say by that day.
    fn answered(&self, day: NaiveDate) -> Standing {
        let is_past = |date: Option<NaiveDate>| date.is_none_or(|date| date <= day);
        match (self.answer.filter(|_| is_past(self.answered_on)), self.decision.filter(|_| is_past(self.caleol_on))) {
            (Some(Answer::Refused), _) => Standing::Refused,
            (_, Some(CaleolDecision::NotAwarded | CaleolDecision::Rejected)) => Standing::TurnedDown,
            (Some(Answer::Accepted), _) => Standing::Accepted,
            (None, _) => Standing::Open,
        }
    }

    fn is_lost(&self, lens: &Lens) -> bool {
        let Some(unit) = self.unit else { return false };
        let others = || lens.proposals_of_unit(unit).filter(|other| other.id != self.id);
        let mut cases = lens.cases_naming(unit).filter(|case| Some(case.id()) != self.relocation);
        others().any(|other| other.is_accepted(lens)) || cases.any(|case| case.is_rehoused_by(lens.as_of))
    }

    /// Whether it was accepted, and still holds.
    fn is_accepted(&self, lens: &Lens) -> bool {
        self.answered(lens.as_of) == Standing::Accepted && !self.is_elsewhere(lens)
    }

    /// Whether she moved into another home than this one, or left before she was rehoused.
    fn is_elsewhere(&self, lens: &Lens) -> bool {
        let case = self.relocation.and_then(|row| lens.dataset.relocations.find(row));
        case.is_some_and(|case| {
            let has_other = case.unit.is_some() && case.unit != self.unit && case.is_rehoused_by(lens.as_of);
            has_other || case.has_left_by(lens.as_of)
        })
    }

    fn is_gone(&self, lens: &Lens) -> bool {
        let Some(case) = self.relocation else { return false };
        let mut others = lens.proposals_of_case(case).filter(|other| other.id != self.id);
        let exited = || lens.dataset.relocations.find(case).and_then(|case| case.exited);
        self.is_elsewhere(lens)
            || others.any(|other| other.is_accepted(lens))
            || exited().is_some_and(|exit| exit <= lens.as_of)
    }

    /// Last day to answer the offer. Days run from the day after it was received; a period that ends on
    /// a weekend or public holiday is extended to the next working day (CCH R.441-10).
    pub fn answer_by(&self) -> Option<NaiveDate> {
        calendar::deadline(self.offer_received_on?, self.answer_days.unwrap_or(10))
    }
}
