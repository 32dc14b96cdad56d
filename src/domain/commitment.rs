//! Commitments: targets of one landlord, or of the region as a whole.

use chrono::NaiveDate;

use super::id::RowId;
use super::schema::{Kind, NumberUnit, TableId, record, schema};
use super::value::choices;

choices! {
    /// What a target is about.
    #[derive(Default)]
    pub enum Axis as "axis" {
        /// Units published on the platform.
        #[default]
        Units = "units",
        /// Women rehoused after a referral.
        Relocations = "relocations",
        /// People trained.
        Training = "training",
    }
}

choices! {
    /// Whether a commitment counts (rule C9).
    #[derive(Default)]
    pub enum Counting as "counting" {
        /// It adds up with the others.
        #[default]
        Counts = "counts",
        /// It is shown beside and never added.
        Beside = "beside",
    }
}

record! {
    /// A target for one axis and one period.
    pub struct Commitment {
        /// Whose; none is the region as a whole.
        pub landlord: Option<RowId>,
        pub axis: Axis,
        /// For which year; none where the source states no period.
        pub period: Option<RowId>,
        pub target: Option<u32>,
        pub counting: Counting,
        /// Who said so, where.
        pub source: String,
        pub dated: Option<NaiveDate>,
        pub notes: String,
    }
}

schema! { Commitment in Commitments, rows Everyone, label [axis, period];
    landlord(Kind::Reference(TableId::Landlords), Everyone).belonging().empty_means("empty-whole-region"),
    axis(Kind::Choice(Axis::SET), Everyone).required(),
    period(Kind::Reference(TableId::Periods), Everyone),
    target(Kind::Integer(NumberUnit::Plain), Everyone),
    counting(Kind::Choice(Counting::SET), Everyone).required(),
    source(Kind::Text, Everyone),
    dated(Kind::Date, Everyone),
    notes(Kind::Notes, Office),
}
