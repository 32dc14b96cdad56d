//! Referrals (interpellations): a landlord asked to house a case, and its answer.

use chrono::NaiveDate;

use super::id::RowId;
use super::landlord;
use super::lens::Lens;
use super::proposal::Answer;
use super::schema::{Audience, Detail, Group, Kind, TableId, record, schema};

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

schema! { Referral in Referrals, rows Owner, label [relocation, landlord], owned Referral::is_of;
    relocation(Kind::Reference(TableId::Relocations), Owner).required(),
    landlord(Kind::Reference(TableId::Landlords), Owner).required(),
    asked_on(Kind::DATE, Owner),
    answered_on(Kind::DATE, Owner),
    answer(Kind::Choice(Answer::SET), Owner),
    notes(Kind::Notes, Office).under(Group::More).going(Detail::Whole),
}

impl Referral {
    /// Whether that landlord was asked, or that association is the one that accompanies her.
    fn is_of(&self, audience: Audience, lens: &Lens) -> bool {
        let case = || lens.dataset.relocations.find(self.relocation?);
        match audience {
            Audience::Association(_) => case().is_some_and(|case| case.is_of(audience, lens)),
            _ => landlord::is_of(self.landlord, audience, lens),
        }
    }

    /// Whether the landlord had refused by that day.
    pub fn is_refused_on(&self, day: NaiveDate) -> bool {
        self.answer == Some(Answer::Refused) && self.answered_on.is_none_or(|answered| answered <= day)
    }
}
