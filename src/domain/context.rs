//! Context figures: what others published about the region, typed in from their sources.
//!
//! They stand beside the convention's own figures and are never added to them: no rule of
//! `indicators` reads this table. They are totals, never persons.

use chrono::NaiveDate;

use super::schema::{Kind, Measure, record, schema, stored};

record! {
    /// One published figure: without who published it and when, nobody can check it.
    pub struct ContextFigure {
        /// What it counts.
        pub label: String,
        /// For when, in the source's own words: a year, a quarter.
        pub period: String,
        /// How many.
        pub value: Option<u32>,
        /// Of what.
        pub unit: String,
        /// Who published it, where.
        pub source: String,
        /// Date of the source.
        pub dated: Option<NaiveDate>,
        /// Notes.
        pub notes: String,
    }
}

schema! { ContextFigure in ContextFigures, rows Everyone, label ["label", "period"], &[
    stored!(label: Kind::Text, Everyone).required(),
    stored!(period: Kind::Text, Everyone),
    stored!(value: Kind::Integer(Measure::Plain), Everyone).required(),
    stored!(unit: Kind::Text, Everyone),
    stored!(source: Kind::Text, Everyone).required(),
    stored!(dated: Kind::Date, Everyone).required(),
    stored!(notes: Kind::Notes, Office),
] }
