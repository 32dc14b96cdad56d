//! What can be wrong with a file, each with its place and its message.
//!
//! Owns how RON's errors are told in terms of the file. A message names places and fields,
//! never what stands in them: it may be read out on a shared screen.

use ron::Error;

use crate::domain::message::Message;
use crate::domain::schema::{Kind, TableId};
use crate::store::fs::DiskError;

use super::place::FilePlace;

/// Why a file was not opened. It is untouched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// The disk did not give it.
    Disk(DiskError),
    Empty,
    /// It is not UTF-8: another encoding, or not text.
    Encoding,
    /// It does not begin as our files do.
    NotClefs,
    /// It begins so, but its first line can not be read.
    DamagedEnvelope,
    /// Its format is none that ever was.
    UnknownFormat(u32),
    /// Its format is newer and can not be read as ours.
    Newer {
        found: u32,
        /// The newest that is known.
        known: u32,
        /// Where reading it as ours failed.
        cause: Box<OpenError>,
    },
    /// Its records can not be read, or do not hold together.
    Malformed(Malformed),
}

impl OpenError {
    /// What to say of it.
    pub fn message(&self) -> Message {
        match self {
            Self::Disk(error) => error.message(),
            Self::Empty => Message::new("store-open-empty"),
            Self::Encoding => Message::new("store-open-encoding"),
            Self::NotClefs => Message::new("store-open-not-clefs"),
            Self::DamagedEnvelope => Message::new("store-open-envelope"),
            Self::UnknownFormat(found) => Message::new("store-open-format").count("found", *found as usize),
            Self::Newer { found, known, .. } => {
                Message::new("store-open-newer").count("found", *found as usize).count("known", *known as usize)
            }
            Self::Malformed(malformed) => malformed.message(),
        }
    }
}

/// Something wrong at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Malformed {
    pub place: FilePlace,
    pub problem: Problem,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The file stops before its end.
    Truncated,
    /// Something follows the end.
    Trailing,
    /// Brackets, commas or quotes are not as they should be.
    Syntax,
    /// Brackets within brackets, without an end in sight.
    TooDeep,
    /// No such table or field.
    UnknownField(String),
    /// A field stands twice in a record.
    RepeatedField(String),
    /// A field that must be there is not.
    MissingField(String),
    /// The field can not hold what stands there: a day that does not exist, no whole number…
    BadValue(Option<Kind>),
    /// A record without id.
    NoId,
    /// Two records with one id.
    DuplicateId(u64),
    /// It names a record that is not there.
    Dangling(u64),
}

impl Problem {
    /// Tells an error of the reader.
    pub(super) fn of(error: Error) -> Self {
        match error {
            Error::Eof | Error::UnclosedBlockComment => Self::Truncated,
            Error::TrailingCharacters => Self::Trailing,
            Error::ExceededRecursionLimit => Self::TooDeep,
            Error::NoSuchStructField { found, .. } => Self::UnknownField(found),
            Error::DuplicateStructField { field, .. } => Self::RepeatedField(field.to_owned()),
            Error::MissingStructField { field, .. } => Self::MissingField(field.to_owned()),
            Error::Message(text) => match text.strip_prefix("duplicate id ").map(str::parse) {
                Some(Ok(0)) => Self::NoId,
                Some(Ok(row)) => Self::DuplicateId(row),
                _ => Self::BadValue(None),
            },
            Error::NoSuchEnumVariant { .. }
            | Error::InvalidValueForType { .. }
            | Error::ExpectedInteger
            | Error::IntegerOutOfBounds
            | Error::InvalidIntegerDigit { .. }
            | Error::UnderscoreAtBeginning
            | Error::ExpectedBoolean
            | Error::ExpectedString
            | Error::ExpectedArray
            | Error::ExpectedIdentifier
            | Error::InvalidEscape(_) => Self::BadValue(None),
            _ => Self::Syntax,
        }
    }

    /// Puts the problem at its place, which tells more of it.
    pub(super) fn at(self, mut place: FilePlace, text: &str) -> Malformed {
        let lines = text.lines().count();
        let problem = match self {
            Self::BadValue(_) if place.field.is_none() => Self::Syntax,
            Self::BadValue(_) => Self::BadValue(place.kind()),
            Self::UnknownField(field) => {
                place.field = None;
                place.table = place.table.filter(|table| *table != field);
                Self::UnknownField(field)
            }
            Self::DuplicateId(row) => {
                place = FilePlace::of_row(text, place.table.as_deref().unwrap_or_default(), row);
                Self::DuplicateId(row)
            }
            other => other,
        };
        // A bracket or quote that is never closed is missed at the very end.
        let problem = match problem {
            Self::Syntax if place.line >= lines && !text.trim_end().ends_with(')') => Self::Truncated,
            other => other,
        };
        Malformed { place, problem }
    }
}

impl FilePlace {
    /// What the field at the place holds, by the schema.
    fn kind(&self) -> Option<Kind> {
        if self.field.as_deref() == Some("id") {
            return None;
        }
        let table = TableId::from_key(self.table.as_deref()?)?;
        Some(table.column_named(self.field.as_deref()?)?.kind)
    }
}

impl Malformed {
    /// What to say of it.
    pub fn message(&self) -> Message {
        let place = &self.place;
        let message = match &self.problem {
            Problem::Truncated => Message::new("store-file-truncated"),
            Problem::Trailing => Message::new("store-file-trailing"),
            Problem::Syntax => Message::new("store-file-syntax"),
            Problem::TooDeep => Message::new("store-file-too-deep"),
            Problem::UnknownField(name) => Message::new("store-file-unknown-field").text("name", name.clone()),
            Problem::RepeatedField(name) => Message::new("store-file-repeated-field").text("name", name.clone()),
            Problem::MissingField(name) => Message::new("store-file-missing-field").text("name", name.clone()),
            Problem::BadValue(kind) => Message::new("store-file-bad-value").term("expected", expected(*kind)),
            Problem::NoId => Message::new("store-file-no-id"),
            Problem::DuplicateId(_) => Message::new("store-file-duplicate-id"),
            Problem::Dangling(named) => Message::new("store-file-dangling").text("named", named.to_string()),
        };
        let known = |part: Option<String>| part.unwrap_or_else(|| "none".to_owned());
        message
            .count("line", place.line)
            .text("table", known(place.table.clone()))
            .text("row", known(place.row.map(|row| row.to_string())))
            .text("field", known(place.field.clone()))
    }
}

/// What a field should hold, in words.
const fn expected(kind: Option<Kind>) -> &'static str {
    match kind {
        Some(Kind::Date) => "store-expected-date",
        Some(Kind::Integer(_)) => "store-expected-integer",
        Some(Kind::Money) => "store-expected-money",
        Some(Kind::Flag) => "store-expected-flag",
        Some(Kind::Choice(_) | Kind::Choices(_)) => "store-expected-choice",
        Some(Kind::Text | Kind::Notes | Kind::Texts | Kind::Commune) => "store-expected-text",
        Some(Kind::Reference(_)) => "store-expected-reference",
        Some(Kind::Territories) | None => "store-expected-other",
    }
}
