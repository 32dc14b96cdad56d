//! How things are measured.

use chrono::NaiveDate;

pub mod grid;
pub mod meter;
pub mod process;
pub mod window;

/// The day of the sample.
pub fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2021, 7, 9).unwrap_or_default()
}
