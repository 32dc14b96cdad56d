//! Referrals (interpellations): a landlord asked to house a case, and its answer.

use chrono::NaiveDate;

use super::id::RowId;
use super::proposal::Answer;
use super::schema::{Detail, Group, Kind, TableId, record, schema};

record! {
    /// One landlord asked about one case; several may be asked about the same case.
    pub struct Referral {
        pub relocation: Option<RowId>,
        pub landlord: Option<RowId>,
        pub asked_on: Option<NaiveDate>,
        pub answered_on: Option<NaiveDate>,
        pub answer: Option<Answer>,
        pub notes: String,
    }
}

schema! { Referral in Referrals, rows Office, label [relocation, landlord];
    relocation(Kind::Reference(TableId::Relocations), Office).required(),
    landlord(Kind::Reference(TableId::Landlords), Office).required(),
    asked_on(Kind::DATE, Office),
    answered_on(Kind::DATE, Office),
    answer(Kind::Choice(Answer::SET), Office),
    notes(Kind::Notes, Office).under(Group::More).going(Detail::Whole),
}

impl Referral {
    /// Whether the landlord had refused by that day.
    pub fn is_refused_on(&self, day: NaiveDate) -> bool {
        self.answer == Some(Answer::Refused) && self.answered_on.is_none_or(|answered| answered <= day)
    }
}
