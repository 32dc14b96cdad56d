//! Typed dates in French order: day first, with any separators, months also by name.
//!
//! Owns the accepted date formats. Never swaps day and month, and never guesses a century: a two-digit
//! year that may be far from today prompts a question.

use chrono::{Datelike, NaiveDate};

use crate::domain::calendar::is_plausible;
use crate::domain::fold::fold;
use crate::domain::value::Value;
use crate::words::{MONTHS, Words};

use super::parsed::{Entry, EntryContext, EntryError, Suggestion};

/// Years accepted in four digits: all those that two digits can mean.
const YEARS: std::ops::RangeInclusive<u32> = 1930..=2099;

/// A component of a typed date.
enum DatePart {
    /// The value, and the number of digits.
    Number(u32, usize),
    Month(u32),
}

/// Parses a date; without a year, this year is meant.
pub(super) fn parse(text: &str, context: &EntryContext) -> Entry {
    match read(text, context) {
        Ok(Read::Day(day)) => Entry::Value(Value::Date(day)),
        Ok(Read::Either(days)) => {
            let offer = |day| Suggestion::new(Value::Date(day), context.words.long_date(day));
            Entry::Ask(days.map(offer).to_vec())
        }
        Err(error) => Entry::Error(error),
    }
}

/// The date, if the text is unambiguous.
pub(super) fn certain(text: &str, context: &EntryContext) -> Option<NaiveDate> {
    match read(text, context) {
        Ok(Read::Day(day)) => Some(day),
        Ok(Read::Either(_)) | Err(_) => None,
    }
}

enum Read {
    Day(NaiveDate),
    /// A date in one of two centuries.
    Either([NaiveDate; 2]),
}

fn read(text: &str, context: &EntryContext) -> Result<Read, EntryError> {
    let folded = fold(without_time(text));
    let parts = parts(&folded, context.words)?;
    let this_year = context.today.year();
    let of_year = |day, month, year, digits| match digits {
        4 if YEARS.contains(&year) => date(day, month, year.cast_signed()).map(Read::Day),
        2 => of_century(day, month, year.cast_signed(), this_year),
        _ => Err(EntryError::YearOutOfRange),
    };
    match parts.as_slice() {
        [DatePart::Number(year, 4), DatePart::Number(month, 1 | 2), DatePart::Number(day, 1 | 2)] => {
            of_year(*day, *month, *year, 4)
        }
        [DatePart::Number(day, 1 | 2), DatePart::Number(month, 1 | 2) | DatePart::Month(month)] => {
            date(*day, *month, this_year).map(Read::Day)
        }
        [
            DatePart::Number(day, 1 | 2),
            DatePart::Number(month, 1 | 2) | DatePart::Month(month),
            DatePart::Number(year, digits),
        ] => of_year(*day, *month, *year, *digits),
        [DatePart::Number(ddmmyy, 6)] => of_year(ddmmyy / 10_000, ddmmyy / 100 % 100, ddmmyy % 100, 2),
        [DatePart::Number(ddmmyyyy, 8)] => of_year(ddmmyyyy / 1_000_000, ddmmyyyy / 10_000 % 100, ddmmyyyy % 10_000, 4),
        [DatePart::Number(_, 5)] => Err(EntryError::SerialNumber),
        _ => Err(EntryError::NotADate),
    }
}

/// The date in this century if that is plausible today, otherwise one of two.
fn of_century(day: u32, month: u32, year: i32, this_year: i32) -> Result<Read, EntryError> {
    let this = date(day, month, 2000 + year)?;
    Ok(if is_plausible(this.year(), this_year, this_year) {
        Read::Day(this)
    } else {
        Read::Either([date(day, month, 1900 + year)?, this])
    })
}

/// The text without a time of day, which other programs copy along; the date is unaffected. Any other
/// text after the date stays, so that it is refused and not dropped.
fn without_time(text: &str) -> &str {
    let is_of_time = |c: char| c.is_ascii_digit() || matches!(c, ':' | '.');
    let (date, time) = text.trim_end().split_at(text.trim_end().trim_end_matches(is_of_time).len());
    let hours = time.split(':').next().unwrap_or_default();
    let date = date.strip_suffix([' ', 'T', 't']).filter(|_| time.contains(':') && matches!(hours.len(), 1 | 2));
    date.unwrap_or(text)
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

/// A month by its name, or by an unambiguous prefix of at least three letters.
fn month(name: &str, words: &Words) -> Option<u32> {
    let mut found = (1..).zip(MONTHS).filter(|(_, key)| {
        let month = fold(words.text(key));
        month == name || (name.len() >= 3 && month.starts_with(name))
    });
    let (number, _) = found.next()?;
    found.next().is_none().then_some(number)
}

fn date(day: u32, month: u32, year: i32) -> Result<NaiveDate, EntryError> {
    NaiveDate::from_ymd_opt(year, month, day).ok_or(EntryError::NoSuchDay)
}
