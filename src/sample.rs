//! Sample data: an obviously fictitious convention, for trying the app and measuring it.
//!
//! Owns the invented names and the course of an invented year. Deterministic: no clock, and randomness
//! only from a seed. Never contains a real organisation; only the communes are real.

mod cases;
mod cast;
mod context;
mod organisations;
mod publications;
mod units;

use std::collections::HashSet;

use chrono::{Days, NaiveDate};

use crate::domain::calendar;
use crate::domain::dataset::{Change, Dataset, HistoryEntry};
use crate::domain::id::RowId;
use crate::domain::log::Log;
use crate::domain::schema::{Record, TableId};
use crate::domain::table::Table;

/// A fictitious dataset as of 9 July 2021 with the given numbers of units and cases, spread over 17
/// invented landlords as in a plausible first half-year, with one history entry per record.
pub fn generate(units: usize, relocations: usize, seed: u64) -> Dataset {
    let mut making = Making { random: fastrand::Rng::with_seed(seed), used: HashSet::new() };
    let mut dataset = organisations::dataset(&mut making);
    let landlords: Vec<RowId> = dataset.landlords.iter().map(Record::id).collect();
    let associations: Vec<RowId> = dataset.associations.iter().map(Record::id).collect();
    let sectors: Vec<RowId> = dataset.sectors.iter().map(Record::id).collect();
    let (mut units, mut offers) = units::make(units, &landlords, &mut making);
    let known = cases::CaseSources { landlords: &landlords, associations: &associations, sectors: &sectors };
    let made = cases::make(relocations, &known, &mut offers, &mut making);
    units::stand_in(&mut units, offers, &mut making);
    dataset.units = table(units);
    dataset.relocations = table(made.relocations);
    dataset.referrals = table(made.referrals);
    dataset.proposals = table(made.proposals);
    // Last, so that a seed still gives the same other records as before.
    dataset.context = table(context::make(&mut making));
    dataset.publications = table(publications::make(&dataset, &mut making));
    dataset.history = history(&dataset);
    dataset
}

/// As-of day of the sample.
fn as_of() -> NaiveDate {
    day(2021, 7, 9)
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

/// Some days later, moved to a working day.
fn later(from: NaiveDate, days: u64) -> NaiveDate {
    let mut day = from.checked_add_days(Days::new(days)).unwrap_or(from);
    while !calendar::is_working_day(day) {
        day = day.succ_opt().unwrap_or(day);
    }
    day
}

/// A table of rows created by [`Making::record`], whose ids are unique.
fn table<R: Record>(rows: Vec<R>) -> Table<R> {
    Table::from_rows(rows).unwrap_or_default()
}

/// The state of the generator.
struct Making {
    random: fastrand::Rng,
    used: HashSet<RowId>,
}

impl Making {
    /// A record with a new identity.
    fn record<R: Record>(&mut self, fill: impl FnOnce(&mut R)) -> R {
        let mut record = R::default();
        record.set_id(self.id());
        fill(&mut record);
        record
    }

    fn id(&mut self) -> RowId {
        loop {
            let row = RowId::from_random(self.random.u64(..));
            if self.used.insert(row) {
                return row;
            }
        }
    }

    /// A random number in the range.
    fn number(&mut self, range: std::ops::Range<u64>) -> u64 {
        self.random.u64(range)
    }

    /// A random element; the default if there are none.
    fn one_of<T: Copy + Default>(&mut self, all: &[T]) -> T {
        self.random.choice(all).copied().unwrap_or_default()
    }

    /// True with a probability of `times` in ten.
    fn happens(&mut self, times: u8) -> bool {
        self.random.u8(0..10) < times
    }
}

/// A creation entry for each record; later steps are its own dates.
fn history(dataset: &Dataset) -> Log<HistoryEntry> {
    let at = as_of().and_hms_opt(9, 0, 0).unwrap_or_default();
    let created = |table: TableId| {
        dataset.table(table).ids().into_iter().map(move |row| HistoryEntry {
            at,
            by: "Exemple".to_owned(),
            table,
            row,
            change: Change::Created,
        })
    };
    TableId::ALL.iter().flat_map(|table| created(*table)).collect()
}
