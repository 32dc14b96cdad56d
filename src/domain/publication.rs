//! Publications: what left for others as of a day, as it was shown. Later corrections of the records change none of it.
//!
//! Owns how a figure is written down. What is published is decided in `indicators::publication`.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::id::RowId;
use super::schema::{Kind, NumberUnit, TableId, record, schema};
use super::value::Value;

record! {
    /// What was published as of a day.
    pub struct Publication {
        /// The day of the figures.
        pub day: Option<NaiveDate>,
        /// The committee at which it was shown.
        pub committee: Option<RowId>,
        /// The period of its totals; none for those since the start.
        pub period: Option<RowId>,
        /// Each a name and a number: see [`Publication::figures`].
        pub figures: Vec<String>,
    }
}

schema! { Publication in Publications, rows Office, label [day];
    day(Kind::DATE, Office).required(),
    committee(Kind::Reference(TableId::Committees), Office),
    period(Kind::Reference(TableId::Periods), Office),
    units(Kind::Integer(NumberUnit::Plain), Office, |it, _| it.total(TotalKey::Units)),
    relocations(Kind::Integer(NumberUnit::Plain), Office, |it, _| it.total(TotalKey::Relocations)),
    women(Kind::Integer(NumberUnit::Plain), Office, |it, _| it.total(TotalKey::Women)),
    figures(Kind::Texts, Office).internal(),
}

/// The totals of organisations that are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TotalKey {
    Units,
    Relocations,
    Women,
}

impl TotalKey {
    pub const ALL: [Self; 3] = [Self::Units, Self::Relocations, Self::Women];

    /// Its name, also in the word files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Units => "units",
            Self::Relocations => "relocations",
            Self::Women => "women",
        }
    }

    /// The name of the total of a landlord, or of the region.
    pub fn name(self, landlord: Option<RowId>) -> String {
        let total = self.key();
        landlord.map_or_else(|| format!("{total}/region"), |row| format!("{total}/{}", row.value()))
    }
}

impl Publication {
    /// How a figure is written down.
    pub fn written(name: &str, figure: u64) -> String {
        format!("{name} {figure}")
    }

    /// The figures by name. What was not written by the app is left out.
    pub fn figures(&self) -> HashMap<&str, u64> {
        let written = self.figures.iter().filter_map(|text| text.rsplit_once(' '));
        written.filter_map(|(name, n)| Some((name, n.parse().ok()?))).collect()
    }

    fn total(&self, key: TotalKey) -> Value {
        let n = self.figures().get(key.name(None).as_str()).and_then(|n| i64::try_from(*n).ok());
        n.map_or(Value::Empty, Value::Integer)
    }
}
