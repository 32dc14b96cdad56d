//! The convention, its settings and its periods.
//!
//! A dataset holds one convention. Nothing assumes a region, a number of landlords, or calendar years.

use chrono::NaiveDate;

use super::schema::{Kind, Naming, NumberUnit, record, schema};
use super::value::choices;

choices! {
    /// The day on which a rehousing counts (rule C4).
    pub enum CountBasis as "basis" {
        Lease = "lease",
        Keys = "keys",
    }
}

record! {
    /// The agreement, and the settings for counting and disclosure control.
    pub struct Convention {
        pub name: String,
        pub region: String,
        /// The landlords' union that runs the monitoring.
        pub union: String,
        /// The federation of associations.
        pub federation: String,
        pub signed_on: Option<NaiveDate>,
        /// The date that a rehousing counts from; the lease by default.
        pub basis: Option<CountBasis>,
        /// Counts of people below this, crossed with an attribute, are masked; 5 by default.
        pub threshold: Option<u32>,
        /// Years after which closed cases lose their detail; 2 by default.
        pub retention_years: Option<u32>,
        /// The data is fictitious: marked as such on screen, in charts and in exports.
        pub fictitious: bool,
        /// As-of day of a sample, so that it does not age.
        pub as_of: Option<NaiveDate>,
        pub notes: String,
    }
}

schema! { Convention in Convention, rows Everyone, label [name];
    name(Kind::Text, Everyone).required(),
    region(Kind::Text, Everyone),
    union(Kind::Text, Everyone),
    federation(Kind::Text, Everyone),
    signed_on(Kind::Date, Everyone),
    basis(Kind::Choice(CountBasis::SET), Everyone).empty_means("empty-basis"),
    threshold(Kind::Integer(NumberUnit::Plain), Everyone).empty_means("empty-threshold"),
    retention_years(Kind::Integer(NumberUnit::Plain), Office).empty_means("empty-retention"),
    fictitious(Kind::Flag, Everyone),
    as_of(Kind::Date, Everyone),
    notes(Kind::Notes, Office),
}

impl Convention {
    /// The date that a rehousing counts from (rule C4).
    pub fn count_basis(&self) -> CountBasis {
        self.basis.unwrap_or(CountBasis::Lease)
    }

    /// The small-number threshold, between 3 and 11.
    pub fn small_number_threshold(&self) -> u32 {
        self.threshold.unwrap_or(5).clamp(3, 11)
    }

    /// Years after the last contact at which a closed case loses its detail: at least one, a century at most.
    pub fn retention(&self) -> u32 {
        self.retention_years.unwrap_or(2).clamp(1, 100)
    }
}

record! {
    /// A year of the convention, with its own targets. Both bounds are inclusive (rule C1).
    pub struct Period {
        /// Its name, such as "2021".
        pub name: String,
        pub starts: Option<NaiveDate>,
        pub ends: Option<NaiveDate>,
    }
}

schema! { Period in Periods, rows Everyone, label [name];
    name(Kind::Text, Everyone).naming(Naming::Name).required(),
    starts(Kind::Date, Everyone).required(),
    ends(Kind::Date, Everyone).required(),
}

impl Period {
    /// Whether the period contains the day, bounds included. A period without bounds contains nothing.
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.starts.is_some_and(|starts| starts <= day) && self.ends.is_some_and(|ends| day <= ends)
    }
}
