//! Acts: what is usually done next about a record. Their forms and edits are in `acts`.

use crate::domain::id::RowId;
use crate::domain::postponement::Duty;
use crate::domain::schema::TableId;

/// What is noted of a proposal or a referral.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// The household's or the landlord's answer.
    Answer,
    /// The decision of the allocation commission.
    Decision,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Asks a landlord to house a case.
    Refer(RowId),
    /// Proposes a unit to a case.
    Propose(RowId),
    /// Proposes one unit to one case.
    ProposePair(RowId, RowId),
    /// Proposes a case for a unit.
    ProposeUnit(RowId),
    /// Notes the landlord's answer to a referral.
    AnswerReferral(RowId),
    /// Notes what the allocation commission decided on a proposal.
    Decide(RowId),
    /// Notes the answer to a proposal, and what follows from it.
    AnswerProposal(RowId),
    /// Notes the lease of a case.
    Sign(RowId),
    /// Notes that the keys of a case were handed over.
    MoveIn(RowId),
    /// Gives its source to a commitment, and to the others that are selected and have none.
    Confirm(RowId),
    /// Notes that a committee was held, and publishes what it was shown.
    Close(RowId),
    /// Notes that a landlord was taken over by another one.
    Absorb(RowId),
    /// Hands the open cases of an association that leaves to another one.
    HandOver(RowId),
    /// Asks which of several, of a case or a unit, something is to be noted of.
    Choose(Next, TableId, RowId),
    /// Puts off something to do about a record.
    PutOff(Duty, TableId, RowId),
}

impl Act {
    /// Its title and its button in the word files: `act-<key>` and `act-<key>-go`.
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Refer(_) => ("act-refer", "act-refer-go"),
            Self::Propose(_) | Self::ProposePair(..) => ("act-propose", "act-propose-go"),
            Self::ProposeUnit(_) => ("act-propose-unit", "act-propose-unit-go"),
            Self::Decide(_) => ("act-decide", "act-decide-go"),
            Self::AnswerReferral(_) | Self::AnswerProposal(_) => ("act-answer", "act-answer-go"),
            Self::Choose(Next::Answer, ..) => ("act-answer", "act-choose-go"),
            Self::Choose(Next::Decision, ..) => ("act-decide", "act-choose-go"),
            Self::Sign(_) => ("act-sign", "act-sign-go"),
            Self::MoveIn(_) => ("act-move-in", "act-move-in-go"),
            Self::Confirm(_) => ("act-confirm", "act-confirm-go"),
            Self::Close(_) => ("act-close", "act-close-go"),
            Self::Absorb(_) => ("act-absorb", "act-absorb-go"),
            Self::HandOver(_) => ("act-hand-over", "act-hand-over-go"),
            Self::PutOff(..) => ("act-put-off", "act-put-off-go"),
        }
    }

    /// What was done, in the word files.
    pub const fn done(self) -> &'static str {
        match self {
            Self::Refer(_) => "act-refer-done",
            Self::Propose(_) | Self::ProposePair(..) | Self::ProposeUnit(_) => "act-propose-done",
            Self::Decide(_) | Self::Choose(Next::Decision, ..) => "act-decide-done",
            Self::AnswerReferral(_) | Self::AnswerProposal(_) | Self::Choose(Next::Answer, ..) => "act-answer-done",
            Self::Sign(_) => "act-sign-done",
            Self::MoveIn(_) => "act-move-in-done",
            Self::Confirm(_) => "act-confirm-done",
            Self::Close(_) => "act-close-done",
            Self::Absorb(_) => "act-absorb-done",
            Self::HandOver(_) => "act-hand-over-done",
            Self::PutOff(..) => "act-put-off-done",
        }
    }

    /// What follows from it that its fields do not show, in the word files.
    pub const fn follows(self) -> Option<&'static str> {
        match self {
            Self::Absorb(_) => Some("act-absorb-follows"),
            Self::HandOver(_) => Some("act-hand-over-follows"),
            Self::Close(_) => Some("act-close-follows"),
            _ => None,
        }
    }

    /// The record that it is about.
    pub const fn about(self) -> (TableId, RowId) {
        match self {
            Self::Refer(row) | Self::Propose(row) | Self::ProposePair(row, _) | Self::Sign(row) | Self::MoveIn(row) => {
                (TableId::Relocations, row)
            }
            Self::ProposeUnit(row) => (TableId::Units, row),
            Self::AnswerReferral(row) => (TableId::Referrals, row),
            Self::AnswerProposal(row) | Self::Decide(row) => (TableId::Proposals, row),
            Self::Confirm(row) => (TableId::Commitments, row),
            Self::Close(row) => (TableId::Committees, row),
            Self::Absorb(row) => (TableId::Landlords, row),
            Self::HandOver(row) => (TableId::Associations, row),
            Self::PutOff(_, table, row) | Self::Choose(_, table, row) => (table, row),
        }
    }
}
