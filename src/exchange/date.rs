//! Typed dates in French order: day first, with any separators, months also by name.
//!
//! Owns the accepted date formats. Never swaps day and month, and never guesses a century: a two-digit
//! year that may be far from today prompts a question. A named day of the week must be that of the date. A time in
//! words is left over, for the notes.

use std::slice::from_ref;

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};

use crate::domain::calendar::is_plausible;
use crate::domain::fold::fold;
use crate::domain::schema::Tense;
use crate::domain::value::Value;
use crate::words::{MONTHS, WEEKDAYS, Words};

use super::parsed::{Entry, EntryContext, EntryError, Suggestion};
use super::remainder::{bare, longest};

/// Years accepted in four digits: all those that two digits can mean.
const YEARS: std::ops::RangeInclusive<u32> = 1930..=2099;

/// A component of a typed date.
enum DatePart {
    /// The value, and the number of digits.
    Number(u32, usize),
    Month(u32),
}

/// Parses a date; without a year, this year is meant, or for days to come the year that makes it the nearest.
pub(super) fn parse(text: &str, tense: Tense, context: &EntryContext) -> Entry {
    match read(text, tense, context) {
        Ok(Read::Day(day)) => Entry::Value(Value::Date(day)),
        Ok(Read::Either(days)) => {
            let offer = |day| Suggestion::new(Value::Date(day), context.words.long_date(day));
            Entry::Ask(days.map(offer).to_vec())
        }
        Err(error) => in_part(text, tense, context).unwrap_or(Entry::Error(error)),
    }
}

/// A date and a time in words: "12/04/2021 à 14h30".
fn in_part(text: &str, tense: Tense, context: &EntryContext) -> Option<Entry> {
    // In "12/04/62 à 10h" no number of the date belongs to the time.
    let is_apart = |rest: &str| rest.starts_with(|c: char| c.is_whitespace() || matches!(c, '(' | ','));
    let (day, rest) =
        longest(text, |start| of_tense(start, tense, context), |_, rest| is_apart(rest) && is_time(bare(rest)))?;
    Some(Entry::Part(Value::Date(day), rest.to_owned()))
}

/// Whether a text is a time of day, or a span of it: "de 14h à 16h", "9 heures", "au matin".
fn is_time(text: &str) -> bool {
    const AROUND: [&str; 12] = ["a", "de", "des", "du", "le", "au", "et", "entre", "vers", "at", "from", "to"];
    const PARTS: [&str; 6] = ["matin", "midi", "soir", "matinee", "soiree", "noon"];
    const UNITS: [&str; 5] = ["h", "heures", "heure", "am", "pm"];
    let folded = fold(text).replace("apres midi", "soir").replace(['(', ')', ',', '.'], " ");
    let words: Vec<&str> = folded.split_whitespace().collect();
    let is_number = |word: &str| matches!(word.len(), 1 | 2) && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_clock = |word: &str| {
        let parts = [":", "h", "am", "pm"].iter().find_map(|mark| word.split_once(*mark));
        parts.is_some_and(|(hour, minute)| is_number(hour) && (minute.is_empty() || is_number(minute)))
    };
    let is_unit = |at: Option<usize>| at.and_then(|at| words.get(at)).is_some_and(|word| UNITS.contains(word));
    let is_one = |(at, word): (usize, &&str)| {
        let has_unit = is_unit(Some(at + 1)) || is_unit(at.checked_sub(1));
        is_clock(word)
            || PARTS.contains(word)
            || AROUND.contains(word)
            || UNITS.contains(word)
            || (is_number(word) && has_unit)
    };
    let says_when = |word: &&str| is_clock(word) || PARTS.contains(word) || is_number(word);
    words.iter().enumerate().all(is_one) && words.iter().any(says_when)
}

/// The date, if the text is unambiguous.
pub(super) fn certain(text: &str, context: &EntryContext) -> Option<NaiveDate> {
    of_tense(text, Tense::Any, context)
}

fn of_tense(text: &str, tense: Tense, context: &EntryContext) -> Option<NaiveDate> {
    match read(text, tense, context) {
        Ok(Read::Day(day)) => Some(day),
        Ok(Read::Either(_)) | Err(_) => None,
    }
}

enum Read {
    Day(NaiveDate),
    /// A date in one of two centuries.
    Either([NaiveDate; 2]),
}

fn read(text: &str, tense: Tense, context: &EntryContext) -> Result<Read, EntryError> {
    const AT_ONCE: [&str; 7] =
        ["immediatement", "immediat", "immediate", "de suite", "tout de suite", "des maintenant", "now"];
    let said = fold(text.trim());
    if let Some(day) = from_today(&said, context.today) {
        return Ok(Read::Day(day));
    }
    if tense != Tense::Any && AT_ONCE.contains(&said.as_str()) {
        return Ok(Read::Day(context.today));
    }
    let (weekday, parts) = parts(&fold(without_time(text)), context.words)?;
    let this_year = context.today.year();
    let of_year = |day, month, year, digits| match digits {
        4 if YEARS.contains(&year) => date(day, month, year.cast_signed()).map(Read::Day),
        2 => of_century(day, month, year.cast_signed(), this_year),
        _ => Err(EntryError::YearOutOfRange),
    };
    let found = match parts.as_slice() {
        [DatePart::Number(year, 4), DatePart::Number(month, 1 | 2), DatePart::Number(day, 1 | 2)] => {
            of_year(*day, *month, *year, 4)
        }
        [DatePart::Number(day, 1 | 2), DatePart::Number(month, 1 | 2) | DatePart::Month(month)] => {
            of_no_year(*day, *month, tense, context.today).map(Read::Day)
        }
        [
            DatePart::Number(day, 1 | 2),
            DatePart::Number(month, 1 | 2) | DatePart::Month(month),
            DatePart::Number(year, digits),
        ] => of_year(*day, *month, *year, *digits),
        [DatePart::Number(ddmmyy, 6)] => of_year(ddmmyy / 10_000, ddmmyy / 100 % 100, ddmmyy % 100, 2),
        // No number is a date both ways: years begin with 19 or 20, months do not.
        [DatePart::Number(yyyymmdd, 8)] if !YEARS.contains(&(yyyymmdd % 10_000)) => {
            of_year(yyyymmdd % 100, yyyymmdd / 100 % 100, yyyymmdd / 10_000, 4)
        }
        [DatePart::Number(ddmmyyyy, 8)] => of_year(ddmmyyyy / 1_000_000, ddmmyyyy / 10_000 % 100, ddmmyyyy % 10_000, 4),
        [DatePart::Number(_, 5)] => Err(EntryError::SerialNumber),
        _ => Err(EntryError::NotADate),
    }?;
    let days = match &found {
        Read::Day(day) => from_ref(day),
        Read::Either(days) => days.as_slice(),
    };
    let is_of_weekday = |day: &NaiveDate| weekday.is_none_or(|weekday| day.weekday() == weekday);
    if days.iter().any(is_of_weekday) { Ok(found) } else { Err(EntryError::WrongWeekday) }
}

/// The day that a word names by its distance from today.
fn from_today(folded: &str, today: NaiveDate) -> Option<NaiveDate> {
    let days = match folded {
        "avant hier" | "day before yesterday" => -2,
        "hier" | "yesterday" => -1,
        "aujourd'hui" | "aujourd hui" | "aujourdhui" | "ce jour" | "today" => 0,
        "demain" | "tomorrow" => 1,
        "apres demain" => 2,
        _ => return None,
    };
    today.checked_add_signed(TimeDelta::days(days))
}

/// The date of this year; for days to come that of next year, if it is nearer or this one is over.
fn of_no_year(day: u32, month: u32, tense: Tense, today: NaiveDate) -> Result<NaiveDate, EntryError> {
    let this = date(day, month, today.year());
    if tense == Tense::Any {
        return this;
    }
    match (this, date(day, month, today.year() + 1)) {
        (Ok(this), Ok(next)) => {
            let is_next = if tense == Tense::Next { this < today } else { today - this > next - today };
            Ok(if is_next { next } else { this })
        }
        // 29 February.
        (this, next) => this.or(next),
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

/// The day of the week, if one is named before or after the date, and the components.
fn parts(folded: &str, words: &Words) -> Result<(Option<Weekday>, Vec<DatePart>), EntryError> {
    let mut runs: Vec<&str> = folded.split([' ', '/', '.', ',', '_', '\\', '(', ')']).flat_map(runs).collect();
    drop_first(&mut runs, |run| run == "le");
    let before = runs.first().and_then(|run| weekday(run, words));
    drop_first(&mut runs, |_| before.is_some());
    drop_first(&mut runs, |run| run == "le");
    let last = runs.last().filter(|run| before.is_none() && month(run, words).is_none());
    let after = last.and_then(|run| weekday(run, words));
    runs.truncate(runs.len() - usize::from(after.is_some()));
    let mut parts = Vec::new();
    for run in runs {
        match (run, parts.last()) {
            _ if run.starts_with(|c: char| c.is_ascii_digit()) => {
                parts.push(DatePart::Number(run.parse().map_err(|_| EntryError::NotADate)?, run.len()));
            }
            ("er" | "st", Some(DatePart::Number(1, 1))) => {}
            ("premier", None) => parts.push(DatePart::Number(1, 1)),
            _ => parts.push(DatePart::Month(month(run, words).ok_or(EntryError::NotADate)?)),
        }
    }
    Ok((before.or(after), parts))
}

fn drop_first(runs: &mut Vec<&str>, is_dropped: impl Fn(&str) -> bool) {
    if runs.first().is_some_and(|run| is_dropped(run)) {
        runs.remove(0);
    }
}

/// Runs of digits and of other characters: "12avr21".
fn runs(word: &str) -> impl Iterator<Item = &str> {
    let mut left = word;
    std::iter::from_fn(move || {
        let is_digit = left.starts_with(|c: char| c.is_ascii_digit());
        let end = left.find(|c: char| c.is_ascii_digit() != is_digit).unwrap_or(left.len());
        let (run, rest) = left.split_at(end);
        left = rest;
        (!run.is_empty()).then_some(run)
    })
}

/// A day of the week by its name, or by an unambiguous prefix of at least three letters: "lu" is a word.
fn weekday(name: &str, words: &Words) -> Option<Weekday> {
    let is_called = |key: &str| name.len() >= 3 && fold(words.text(key)).starts_with(name);
    let mut found = (0_u8..).zip(WEEKDAYS).filter(|(_, key)| is_called(key));
    let (number, _) = found.next()?;
    found.next().is_none().then_some(number)?.try_into().ok()
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
