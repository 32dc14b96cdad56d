//! Typed days, the French way: day first, whatever the separators; months also by name.
//!
//! Owns what a date may look like. Never swaps day and month, never guesses a century.

use chrono::{Datelike, NaiveDate};

use crate::domain::fold::fold;
use crate::words::{MONTHS, Words};

use super::entry::{EntryContext, EntryError};

/// A number or a month of a typed date.
enum DatePart {
    /// Digits: their number, and how many there are.
    Number(u32, usize),
    /// A month by its name.
    Month(u32),
}

/// Reads a day; without a year it is of the year of today.
pub(super) fn parse(text: &str, context: &EntryContext) -> Result<NaiveDate, EntryError> {
    let folded = fold(without_time(text));
    let parts = parts(&folded, context.words)?;
    let this_year = context.today.year();
    match parts.as_slice() {
        [DatePart::Number(year, 4), DatePart::Number(month, 1 | 2), DatePart::Number(day, 1 | 2)] => {
            date(*day, *month, full_year(*year, 4)?)
        }
        [DatePart::Number(day, 1 | 2), DatePart::Number(month, 1 | 2) | DatePart::Month(month)] => {
            date(*day, *month, this_year)
        }
        [
            DatePart::Number(day, 1 | 2),
            DatePart::Number(month, 1 | 2) | DatePart::Month(month),
            DatePart::Number(year, digits),
        ] => date(*day, *month, full_year(*year, *digits)?),
        [DatePart::Number(ddmmyy, 6)] => date(ddmmyy / 10_000, ddmmyy / 100 % 100, full_year(ddmmyy % 100, 2)?),
        [DatePart::Number(ddmmyyyy, 8)] => {
            date(ddmmyyyy / 1_000_000, ddmmyyyy / 10_000 % 100, full_year(ddmmyyyy % 10_000, 4)?)
        }
        [DatePart::Number(_, 5)] => Err(EntryError::SerialNumber),
        _ => Err(EntryError::NotADate),
    }
}

/// The text without a time of day, which other programs copy along: it never moves the day.
fn without_time(text: &str) -> &str {
    let Some(colon) = text.find(':') else { return text };
    let before = text[..colon].trim_end_matches(|c: char| c.is_ascii_digit());
    before.strip_suffix(['T', 't']).unwrap_or(before)
}

fn parts(folded: &str, words: &Words) -> Result<Vec<DatePart>, EntryError> {
    let mut parts = Vec::new();
    for word in folded.split([' ', '/', '.', ',']).filter(|word| !word.is_empty()) {
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let (number, letters) = word.split_at(digits);
        match (number, letters) {
            (_, "") => parts.push(DatePart::Number(number.parse().map_err(|_| EntryError::NotADate)?, digits)),
            ("1", "er" | "st") => parts.push(DatePart::Number(1, 1)),
            ("", name) => parts.push(DatePart::Month(month(name, words).ok_or(EntryError::NotADate)?)),
            _ => return Err(EntryError::NotADate),
        }
    }
    Ok(parts)
}

/// The month of a name, or of three letters and more that begin one name only.
fn month(name: &str, words: &Words) -> Option<u32> {
    let mut found = (1..).zip(MONTHS).filter(|(_, key)| {
        let month = fold(words.text(key));
        month == name || (name.len() >= 3 && month.starts_with(name))
    });
    let (number, _) = found.next()?;
    found.next().is_none().then_some(number)
}

fn full_year(year: u32, digits: usize) -> Result<i32, EntryError> {
    match (digits, year) {
        (2, _) => Ok(2000 + year.cast_signed()),
        (4, 2000..=2099) => Ok(year.cast_signed()),
        _ => Err(EntryError::YearOutOfRange),
    }
}

fn date(day: u32, month: u32, year: i32) -> Result<NaiveDate, EntryError> {
    NaiveDate::from_ymd_opt(year, month, day).ok_or(EntryError::NoSuchDay)
}
