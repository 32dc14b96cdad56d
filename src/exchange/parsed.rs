//! What parsing a typed text gives: a value, a question or an error. Shared by the parsers of all kinds.

use chrono::NaiveDate;

use crate::domain::lens::Reader;
use crate::domain::message::Message;
use crate::domain::schema::TableId;
use crate::domain::value::Value;
use crate::words::Words;

/// The context for parsing an entry.
#[derive(Clone, Copy)]
pub struct EntryContext<'a> {
    /// Supplies the year of a date typed without one.
    pub today: NaiveDate,
    /// The records that may be referenced: parsing and completion never reveal one that the audience
    /// may not see.
    pub reader: &'a dyn Reader,
    /// Names of choices and months.
    pub words: &'a Words,
}

/// The result of parsing a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// A value; `Empty` clears the cell.
    Value(Value),
    /// A value, and what is left over of the text: it belongs into the notes of the record (see `leftover`).
    Part(Value, String),
    /// Ambiguous: one of these.
    Ask(Vec<Suggestion>),
    /// Invalid; the text stays in the cell with the reason.
    Error(EntryError),
}

/// A suggested value, and how it is called.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// The resulting value: for a list, the whole list.
    pub value: Value,
    pub label: String,
    /// What tells a record from others of its kind; empty for all else.
    pub detail: String,
    /// The heading under which it stands in a list; empty for none.
    pub heading: String,
}

impl Suggestion {
    pub const fn new(value: Value, label: String) -> Self {
        Self { value, label, detail: String::new(), heading: String::new() }
    }

    /// Adds to what tells the record.
    pub fn tell(&mut self, text: &str) {
        if !self.detail.is_empty() {
            self.detail.push_str(" · ");
        }
        self.detail.push_str(text);
    }
}

/// Why a text is not a valid value for its column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryError {
    /// Not a date.
    NotADate,
    /// No such day; the day comes first.
    NoSuchDay,
    /// The day of the week is not that of the date.
    WrongWeekday,
    /// The year is not in 1930 to 2099.
    YearOutOfRange,
    /// A spreadsheet serial number, accepted in imports only.
    SerialNumber,
    NotANumber,
    NotWhole,
    Negative,
    TooLarge,
    /// The separator may be for thousands or decimals.
    Ambiguous,
    /// Digits are not in groups of three.
    BadGrouping,
    TooPrecise,
    /// An amount with charges, in a column of rents without them.
    WithCharges,
    /// An amount without charges, in a column of amounts with them.
    WithoutCharges,
    /// An amount per year, week, day or square metre.
    NotMonthly,
    NotAFloor,
    BelowGround,
    /// Understood in part, where the rest has no place.
    Leftover,
    /// Longer than that many characters.
    TooLong(usize),
    /// Neither yes nor no.
    NotAFlag,
    NotAChoice {
        /// The valid choices, in words.
        choices: String,
    },
    NoSuchCommune,
    NoSuchRecord(TableId),
    /// No such sector, EPCI or département.
    NoSuchPlace,
}

impl EntryError {
    /// The message never repeats the text.
    pub fn message(&self) -> Message {
        match self {
            Self::TooLong(most) => Message::new("entry-too-long").count("most", *most),
            Self::NotADate => Message::new("entry-not-a-date"),
            Self::NoSuchDay => Message::new("entry-no-such-day"),
            Self::WrongWeekday => Message::new("entry-wrong-weekday"),
            Self::YearOutOfRange => Message::new("entry-year-out-of-range"),
            Self::SerialNumber => Message::new("entry-serial-number"),
            Self::NotANumber => Message::new("entry-not-a-number"),
            Self::NotWhole => Message::new("entry-not-whole"),
            Self::Negative => Message::new("entry-negative"),
            Self::TooLarge => Message::new("entry-too-large"),
            Self::Ambiguous => Message::new("entry-ambiguous"),
            Self::BadGrouping => Message::new("entry-bad-grouping"),
            Self::TooPrecise => Message::new("entry-too-precise"),
            Self::WithCharges => Message::new("entry-with-charges"),
            Self::WithoutCharges => Message::new("entry-without-charges"),
            Self::NotMonthly => Message::new("entry-not-monthly"),
            Self::NotAFloor => Message::new("entry-not-a-floor"),
            Self::BelowGround => Message::new("entry-below-ground"),
            Self::Leftover => Message::new("entry-leftover"),
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

impl Entry {
    /// For where there are no notes: a text understood in part is refused, so that nothing of it is dropped.
    #[must_use]
    pub fn whole(self) -> Self {
        match self {
            Self::Part(..) => Self::Error(EntryError::Leftover),
            other => other,
        }
    }
}

impl From<Result<Value, EntryError>> for Entry {
    fn from(result: Result<Value, EntryError>) -> Self {
        result.map_or_else(Self::Error, Self::Value)
    }
}

/// Maximum number of suggestions for an ambiguous text: the largest postcode covers 40 communes.
const ASKED: usize = 60;

/// Turns suggestions into a result: none is an error, a single one may be accepted, several prompt a
/// question.
pub(super) fn of_offers(mut offers: Vec<Suggestion>, takes_only_one: bool, error: EntryError) -> Entry {
    offers.truncate(ASKED);
    match offers.len() {
        0 => Entry::Error(error),
        1 if takes_only_one => Entry::Value(offers.swap_remove(0).value),
        _ => Entry::Ask(offers),
    }
}

/// Splits a list before its last part: what is complete, and what is being typed.
pub(super) fn last_part<'a>(text: &'a str, separators: &[char]) -> (&'a str, &'a str) {
    match text.rfind(separators) {
        Some(at) => {
            let (settled, typed) = text.split_at(at);
            (settled, typed.trim_start_matches(separators).trim())
        }
        None => ("", text.trim()),
    }
}
