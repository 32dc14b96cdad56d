//! The convention, its settings and its periods.
//!
//! A dataset holds one convention. Nothing assumes a region, a number of landlords, or calendar years.

use chrono::NaiveDate;

use super::schema::{Group, Kind, Naming, NumberUnit, record, schema};
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
        /// Days that a landlord has to answer a referral; 15 by default.
        pub answer_within: Option<u32>,
        /// Days in which a published unit finds a candidate; 21 by default.
        pub candidate_within: Option<u32>,
        /// Days in which something happens in a case; 30 by default.
        pub step_within: Option<u32>,
        /// Days in which the agreement of a quota's holder is used; 30 by default.
        pub quota_within: Option<u32>,
        /// Days before the last day of an offer, or of a pause, from which it is to do; 3 by default.
        pub notice: Option<u32>,
        /// How far behind its pace a landlord may be; 2 by default.
        pub behind: Option<u32>,
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
    signed_on(Kind::DATE, Everyone),
    basis(Kind::Choice(CountBasis::SET), Everyone).empty_means("empty-basis"),
    threshold(Kind::Integer(NumberUnit::Plain), Everyone).empty_means("empty-threshold"),
    retention_years(Kind::Integer(NumberUnit::Plain), Office).empty_means("empty-retention"),
    answer_within(Kind::Integer(NumberUnit::Days), Office).under(Group::Delays).empty_means("empty-15"),
    candidate_within(Kind::Integer(NumberUnit::Days), Office).under(Group::Delays).empty_means("empty-21"),
    step_within(Kind::Integer(NumberUnit::Days), Office).under(Group::Delays).empty_means("empty-30"),
    quota_within(Kind::Integer(NumberUnit::Days), Office).under(Group::Delays).empty_means("empty-30"),
    notice(Kind::Integer(NumberUnit::Days), Office).under(Group::Delays).empty_means("empty-3"),
    behind(Kind::Integer(NumberUnit::Plain), Office).under(Group::Delays).empty_means("empty-2"),
    fictitious(Kind::Flag, Everyone),
    as_of(Kind::DATE, Everyone),
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

    /// The thresholds of what is to do, with their defaults.
    pub fn thresholds(&self) -> Thresholds {
        Thresholds {
            answer_within: self.answer_within.unwrap_or(15),
            candidate_within: self.candidate_within.unwrap_or(21),
            step_within: self.step_within.unwrap_or(30),
            quota_within: self.quota_within.unwrap_or(30),
            notice: self.notice.unwrap_or(3),
            behind: self.behind.unwrap_or(2),
        }
    }

    /// Years after the last contact at which a closed case loses its detail: at least one, a century at most.
    pub fn retention(&self) -> u32 {
        self.retention_years.unwrap_or(2).clamp(1, 100)
    }
}

/// From when something is to do; see the fields of [`Convention`]. In days, but the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thresholds {
    pub answer_within: u32,
    pub candidate_within: u32,
    pub step_within: u32,
    pub quota_within: u32,
    pub notice: u32,
    pub behind: u32,
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
    starts(Kind::DATE, Everyone).required(),
    ends(Kind::DATE, Everyone).required(),
}

impl Period {
    /// Whether the period contains the day, bounds included. A period without bounds contains nothing.
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.starts.is_some_and(|starts| starts <= day) && self.ends.is_some_and(|ends| day <= ends)
    }
}
