//! The French working calendar, and the range of plausible dates.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// Years before and after the known ones within which a date is plausible. Anything further away is
/// more likely a typing error than a fact.
const YEARS: (i32, i32) = (30, 10);

/// Whether a year is plausible, given the years from `first` to `last`.
pub fn is_plausible(year: i32, first: i32, last: i32) -> bool {
    (first - YEARS.0..=last + YEARS.1).contains(&year)
}

/// The last day of a period of `days` that starts the day after `from`. A period that ends on a weekend
/// or public holiday is extended to the next working day. `None` if the date overflows.
pub fn deadline(from: NaiveDate, days: u32) -> Option<NaiveDate> {
    let mut end = from.checked_add_days(Days::new(days.into()))?;
    while !is_working_day(end) {
        end = end.succ_opt()?;
    }
    Some(end)
}

/// Neither a weekend nor a public holiday.
pub fn is_working_day(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !is_public_holiday(day)
}

/// Whether the day is one of the eleven public holidays (Code du travail, L.3133-1).
pub fn is_public_holiday(day: NaiveDate) -> bool {
    const FIXED: [(u32, u32); 8] = [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)];
    /// Easter Monday, Ascension, Whit Monday, in days after Easter.
    const AFTER_EASTER: [i64; 3] = [1, 39, 50];
    FIXED.contains(&(day.month(), day.day()))
        || easter(day.year()).is_some_and(|easter| AFTER_EASTER.contains(&(day - easter).num_days()))
}

/// Easter Sunday of a Gregorian year (the anonymous algorithm of 1876).
#[expect(clippy::many_single_char_names, reason = "the names that the algorithm was published with")]
fn easter(year: i32) -> Option<NaiveDate> {
    let a = year.rem_euclid(19);
    let (b, c) = (year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}
