//! Typed entry: what people type into a cell, the value it gives, and what completes it.
//!
//! Nothing is guessed: a text that could mean two things is asked about, one that means nothing
//! is an error that says what to type. Owns the kinds' common shape; each kind has its file.

use chrono::NaiveDate;

use crate::domain::lens::Reader;
use crate::domain::message::Message;
use crate::domain::schema::{Kind, TableId};
use crate::domain::value::Value;
use crate::words::Words;

use super::{choice, date, number, place, reference};

/// What an entry is read by.
#[derive(Clone, Copy)]
pub struct EntryContext<'a> {
    /// The day that a date without year is of the year of.
    pub today: NaiveDate,
    /// The records that may be named: the reader's audience sees no others, completed or asked about.
    pub reader: &'a dyn Reader,
    /// The language of choices and months.
    pub words: &'a Words,
}

/// What a typed text gives.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// The value; `Empty` clears the cell.
    Value(Value),
    /// It could be any of these.
    Ask(Vec<Suggestion>),
    /// It is none; the text stays in the cell with the reason.
    Error(EntryError),
}

/// A value to offer, and how it reads.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// What choosing it gives: for a list, the whole list.
    pub value: Value,
    /// What it reads.
    pub label: String,
}

/// Why a text is no value of its column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryError {
    /// No date can be read in it.
    NotADate,
    /// There is no such day; the day comes first.
    NoSuchDay,
    /// The year is not within 1930 to 2099.
    YearOutOfRange,
    /// A spreadsheet's serial number, which is read in imports only.
    SerialNumber,
    /// No number can be read in it.
    NotANumber,
    /// The number has decimals.
    NotWhole,
    /// The number is below zero.
    Negative,
    /// The number is too large.
    TooLarge,
    /// The mark may be of thousands or of decimals.
    Ambiguous,
    /// Digits are not grouped by three.
    BadGrouping,
    /// More than two decimals.
    TooPrecise,
    /// Neither yes nor no.
    NotAFlag,
    /// None of the choices.
    NotAChoice {
        /// What may be chosen, in words.
        choices: String,
    },
    /// No commune is called so.
    NoSuchCommune,
    /// No record of the table is called so.
    NoSuchRecord(TableId),
    /// No sector, EPCI or département is called so.
    NoSuchPlace,
}

impl EntryError {
    /// The error in words; it does not repeat what was typed.
    pub fn message(&self) -> Message {
        match self {
            Self::NotADate => Message::new("entry-not-a-date"),
            Self::NoSuchDay => Message::new("entry-no-such-day"),
            Self::YearOutOfRange => Message::new("entry-year-out-of-range"),
            Self::SerialNumber => Message::new("entry-serial-number"),
            Self::NotANumber => Message::new("entry-not-a-number"),
            Self::NotWhole => Message::new("entry-not-whole"),
            Self::Negative => Message::new("entry-negative"),
            Self::TooLarge => Message::new("entry-too-large"),
            Self::Ambiguous => Message::new("entry-ambiguous"),
            Self::BadGrouping => Message::new("entry-bad-grouping"),
            Self::TooPrecise => Message::new("entry-too-precise"),
            Self::NotAFlag => Message::new("entry-not-a-flag"),
            Self::NotAChoice { choices } => Message::new("entry-not-a-choice").text("choices", choices),
            Self::NoSuchCommune => Message::new("entry-no-such-commune"),
            Self::NoSuchRecord(table) => {
                Message::new("entry-no-such-record").term("table", format!("table-{}-one", table.key()))
            }
            Self::NoSuchPlace => Message::new("entry-no-such-place"),
        }
    }
}

impl From<Result<Value, EntryError>> for Entry {
    fn from(result: Result<Value, EntryError>) -> Self {
        result.map_or_else(Self::Error, Self::Value)
    }
}

/// The most that is offered when a text could mean several things: the largest postcode covers 40 communes.
const ASKED: usize = 60;

/// What offers give: nothing is an error, one may be taken or not, several are asked about.
pub(super) fn of_offers(mut offers: Vec<Suggestion>, takes_only_one: bool, error: EntryError) -> Entry {
    offers.truncate(ASKED);
    match offers.len() {
        0 => Entry::Error(error),
        1 if takes_only_one => Entry::Value(offers.swap_remove(0).value),
        _ => Entry::Ask(offers),
    }
}

/// Reads a typed text as a value of the kind.
pub fn parse(kind: Kind, text: &str, context: &EntryContext) -> Entry {
    let text = text.trim();
    if text.is_empty() {
        return Entry::Value(Value::Empty);
    }
    match kind {
        Kind::Text => Entry::Value(Value::Text(text.split_whitespace().collect::<Vec<_>>().join(" "))),
        Kind::Notes => Entry::Value(Value::Text(text.to_owned())),
        Kind::Texts => Entry::Value(texts(text)),
        Kind::Integer(measure) => number::integer(text, measure, context.words.lang()).into(),
        Kind::Money => number::money(text).into(),
        Kind::Date => date::parse(text, context),
        Kind::Flag => choice::flag(text, context.words).into(),
        Kind::Choice(set) => choice::one(text, set, context.words),
        Kind::Choices(set) => choice::several(text, set, context.words),
        Kind::Reference(table) => reference::parse(text, table, context),
        Kind::Commune => place::commune(text),
        Kind::Territories => place::territories(text, context),
    }
}

/// What completes a text typed so far, the likeliest first; empty where the kind is not chosen
/// from a list. In a list the part after the last separator is completed.
pub fn suggest(kind: Kind, text: &str, context: &EntryContext, limit: usize) -> Vec<Suggestion> {
    let mut offers = match kind {
        Kind::Flag => choice::flags(text, context.words),
        Kind::Choice(set) => choice::suggest_one(text, set, context.words),
        Kind::Choices(set) => choice::suggest_next(text, set, context.words),
        Kind::Reference(table) => reference::suggest(text, table, context, limit),
        Kind::Commune => place::suggest_communes(text, limit),
        Kind::Territories => place::suggest_next(text, context),
        Kind::Text | Kind::Notes | Kind::Texts | Kind::Integer(_) | Kind::Money | Kind::Date => Vec::new(),
    };
    offers.truncate(limit);
    offers
}

fn texts(text: &str) -> Value {
    let list: Vec<String> = text.split(';').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect();
    if list.is_empty() { Value::Empty } else { Value::Texts(list) }
}

/// A text of several parts, cut before the last: what is settled, and what is being typed.
pub(super) fn last_part<'a>(text: &'a str, separators: &[char]) -> (&'a str, &'a str) {
    match text.rfind(separators) {
        Some(at) => {
            let (settled, typed) = text.split_at(at);
            (settled, typed.trim_start_matches(separators).trim())
        }
        None => ("", text.trim()),
    }
}
