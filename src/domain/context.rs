//! Context figures: regional figures published by others, entered with their sources.
//!
//! They are shown beside the convention's own figures and never added to them: no rule in `indicators`
//! reads this table. They are totals, never individuals.

use chrono::NaiveDate;

use super::schema::{Kind, Naming, NumberUnit, record, schema};

record! {
    /// A published figure. The source and its date are part of it, so that it can be checked.
    pub struct ContextFigure {
        pub label: String,
        /// The period in the source's own words: a year, a quarter.
        pub period: String,
        pub value: Option<u32>,
        pub unit: String,
        /// Who published it, and where.
        pub source: String,
        pub dated: Option<NaiveDate>,
        pub notes: String,
    }
}

schema! { ContextFigure in ContextFigures, rows Everyone, label [label, period];
    label(Kind::Text, Everyone).naming(Naming::Title).required(),
    period(Kind::Text, Everyone),
    value(Kind::Integer(NumberUnit::Plain), Everyone).required(),
    unit(Kind::Text, Everyone),
    source(Kind::Text, Everyone).required(),
    dated(Kind::DATE, Everyone).required(),
    notes(Kind::Notes, Office),
}
