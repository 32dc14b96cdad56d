//! Commitments: targets of one landlord or of the whole region.

use chrono::NaiveDate;

use super::id::RowId;
use super::schema::{Kind, NumberUnit, TableId, record, schema};
use super::value::choices;

choices! {
    /// What a target measures.
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
        /// It is added to the others.
        #[default]
        Counts = "counts",
        /// Shown separately, never added.
        Beside = "beside",
    }
}

record! {
    /// A target for one axis and one period.
    pub struct Commitment {
        /// The landlord; none for the whole region.
        pub landlord: Option<RowId>,
        pub axis: Axis,
        /// The period; none if the source states none.
        pub period: Option<RowId>,
        pub target: Option<u32>,
        pub counting: Counting,
        /// Who announced it, and where.
        pub source: String,
        pub dated: Option<NaiveDate>,
        pub notes: String,
    }
}

schema! { Commitment in Commitments, rows Everyone, label [axis, landlord, period];
    landlord(Kind::Reference(TableId::Landlords), Everyone).belonging().empty_means("empty-whole-region"),
    axis(Kind::Choice(Axis::SET), Everyone).required(),
    period(Kind::Reference(TableId::Periods), Everyone),
    target(Kind::Integer(NumberUnit::Plain), Everyone),
    counting(Kind::Choice(Counting::SET), Everyone).required(),
    source(Kind::Text, Everyone),
    dated(Kind::DATE, Everyone),
    notes(Kind::Notes, Office),
}
