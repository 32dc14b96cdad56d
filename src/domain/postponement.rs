//! Postponements (reports): something to do that was put off to a day, with the reason.
//!
//! What is to do follows from the records (see `todo`); here is only what people decided about it.

use chrono::NaiveDate;

use super::id::RowId;
use super::schema::{Detail, Kind, TableId, record, schema};
use super::value::choices;

choices! {
    /// Why something is to do.
    pub enum Duty as "duty" {
        /// The last day to answer an offer comes, or has passed.
        OfferEnds = "offer-ends",
        /// A landlord has not answered a referral.
        ReferralUnanswered = "referral-unanswered",
        /// After a refusal nobody has said how the case goes on, or it was not done.
        RefusalToFollow = "refusal-to-follow",
        /// A unit left the platform for a household that will not move in.
        PublishAgain = "publish-again",
        /// A unit on the platform has no candidate.
        NoCandidate = "no-candidate",
        /// Nothing has happened in a case.
        NoNextStep = "no-next-step",
        /// The pause of a case ends.
        PauseEnds = "pause-ends",
        /// A lease that does not count yet.
        LeaseUncounted = "lease-uncounted",
        /// The agreement of a quota's holder is not used.
        QuotaUnused = "quota-unused",
        /// A committee is past its day and still planned.
        CommitteePast = "committee-past",
        /// What a committee asked for is not done.
        ActionOpen = "action-open",
        /// A landlord is behind its pace.
        Behind = "behind",
        /// Landlords have no commitment for the running period, or no period is running.
        CommitmentsMissing = "commitments-missing",
    }
}

record! {
    /// One thing to do about one record.
    pub struct Postponement {
        pub duty: Option<Duty>,
        pub unit: Option<RowId>,
        pub relocation: Option<RowId>,
        pub referral: Option<RowId>,
        pub proposal: Option<RowId>,
        pub landlord: Option<RowId>,
        pub period: Option<RowId>,
        pub committee: Option<RowId>,
        pub action: Option<RowId>,
        /// The day on which it comes back.
        pub until: Option<NaiveDate>,
        /// Why it can wait.
        pub reason: String,
    }
}

schema! { Postponement in Postponements, rows Office, label [duty];
    duty(Kind::Choice(Duty::SET), Office).required(),
    until(Kind::DATE_NEXT, Office),
    reason(Kind::Notes, Office).going(Detail::Whole),
    unit(Kind::Reference(TableId::Units), Office).belonging(),
    relocation(Kind::Reference(TableId::Relocations), Office).belonging(),
    referral(Kind::Reference(TableId::Referrals), Office).belonging(),
    proposal(Kind::Reference(TableId::Proposals), Office).belonging(),
    landlord(Kind::Reference(TableId::Landlords), Office).belonging(),
    period(Kind::Reference(TableId::Periods), Office).belonging(),
    committee(Kind::Reference(TableId::Committees), Office).belonging(),
    action(Kind::Reference(TableId::Actions), Office).belonging(),
}

impl Postponement {
    /// The record that it is about.
    pub fn about(&self) -> Option<RowId> {
        let known = [self.unit, self.relocation, self.referral, self.proposal];
        let others = [self.landlord, self.period, self.committee, self.action];
        known.into_iter().chain(others).flatten().next()
    }

    /// The column that references a record of a table; none if nothing in that table is ever to do.
    pub fn column_of(table: TableId) -> Option<super::schema::ColumnKey> {
        table_columns().find(|(to, _)| *to == table).map(|(_, column)| column)
    }
}

fn table_columns() -> impl Iterator<Item = (TableId, super::schema::ColumnKey)> {
    TableId::Postponements.columns().iter().filter_map(|info| Some((info.kind.refers_to()?, info.key)))
}
