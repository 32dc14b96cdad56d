//! Context figures: what others published about the region, typed in from their sources.
//!
//! They stand beside the convention's own figures and are never added to them: no rule of
//! `indicators` reads this table. They are totals, never persons.

use chrono::NaiveDate;

use super::schema::{Kind, Naming, NumberUnit, record, schema};

record! {
    /// One published figure: without who published it and when, nobody can check it.
    pub struct ContextFigure {
        /// What it counts.
        pub label: String,
        /// For when, in the source's own words: a year, a quarter.
        pub period: String,
        pub value: Option<u32>,
        pub unit: String,
        /// Who published it, where.
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
    dated(Kind::Date, Everyone).required(),
    notes(Kind::Notes, Office),
}
