//! Training of the landlords' staff by the associations: numbers of people, never names.

use chrono::NaiveDate;

use super::id::RowId;
use super::schema::{Kind, NumberUnit, TableId, record, schema};
use super::value::choices;

choices! {
    /// Part of a training; the second takes place six months after the first.
    #[derive(Default)]
    pub enum TrainingPart as "part" {
        /// First: a person counts here (rule C15).
        #[default]
        First = "first",
        Second = "second",
    }
}

record! {
    /// A session, usually shared by several landlords.
    pub struct Training {
        pub held_on: Option<NaiveDate>,
        pub part: TrainingPart,
        /// Runs the session.
        pub association: Option<RowId>,
        pub notes: String,
    }
}

schema! { Training in Trainings, rows Everyone, label [held_on, part];
    held_on(Kind::DATE, Everyone).required(),
    part(Kind::Choice(TrainingPart::SET), Everyone).required(),
    association(Kind::Reference(TableId::Associations), Everyone),
    notes(Kind::Notes, Office),
}

record! {
    /// Number of people of one landlord and trade who attended a session, or are expected to.
    pub struct Attendance {
        pub training: Option<RowId>,
        pub landlord: Option<RowId>,
        pub trade: String,
        pub people: Option<u32>,
    }
}

schema! { Attendance in Attendances, rows Everyone, label [training, landlord];
    training(Kind::Reference(TableId::Trainings), Everyone).required(),
    landlord(Kind::Reference(TableId::Landlords), Everyone).required(),
    trade(Kind::Text, Everyone),
    people(Kind::Integer(NumberUnit::People), Everyone),
}
