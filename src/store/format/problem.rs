//! File errors, with their positions and messages.
//!
//! Owns the translation of RON errors into terms of the file. A message names positions and fields,
//! never their content: it may be read on a shared screen.

use ron::Error;

use crate::domain::message::Message;
use crate::domain::schema::{Kind, TableId};
use crate::store::fs::DiskError;

use super::place::FilePlace;

/// Why a file was not opened. The file is untouched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// The disk reported an error.
    Disk(DiskError),
    Empty,
    /// Not UTF-8: another encoding, or not text.
    Encoding,
    /// Not a file of this app.
    NotClefs,
    /// The envelope cannot be parsed.
    DamagedEnvelope,
    /// It is sealed with a key that is not known: its passphrase is needed.
    Sealed,
    /// Another passphrase is needed.
    WrongPassphrase,
    /// What is sealed was altered or cut.
    DamagedSeal,
    /// No such format ever existed.
    UnknownFormat(u32),
    /// The file comes from a newer version, and was edited or damaged since.
    NewerEdited {
        found: u32,
        known: u32,
    },
    /// A newer format that cannot be parsed as ours.
    Newer {
        found: u32,
        /// The newest one known.
        known: u32,
        /// Why parsing it as ours failed.
        cause: Box<OpenError>,
    },
    /// The records cannot be parsed, or fail the integrity check.
    Malformed(Malformed),
}

impl OpenError {
    pub fn message(&self) -> Message {
        match self {
            Self::Disk(error) => error.message(),
            Self::Empty => Message::new("store-open-empty"),
            Self::Encoding => Message::new("store-open-encoding"),
            Self::NotClefs => Message::new("store-open-not-clefs"),
            Self::DamagedEnvelope => Message::new("store-open-envelope"),
            Self::Sealed => Message::new("store-open-sealed"),
            Self::WrongPassphrase => Message::new("store-open-wrong-passphrase"),
            Self::DamagedSeal => Message::new("store-open-damaged-seal"),
            Self::UnknownFormat(found) => Message::new("store-open-format").count("found", *found as usize),
            Self::Newer { found, known, .. } => {
                Message::new("store-open-newer").count("found", *found as usize).count("known", *known as usize)
            }
            Self::NewerEdited { found, known } => {
                Message::new("store-open-newer-edited").count("found", *found as usize).count("known", *known as usize)
            }
            Self::Malformed(malformed) => malformed.message(),
        }
    }
}

/// A problem at a position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Malformed {
    pub place: FilePlace,
    pub problem: Problem,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The file ends too early.
    Truncated,
    /// There is content after the end.
    Trailing,
    /// Misplaced brackets, commas or quotes.
    Syntax,
    /// Nested too deeply.
    TooDeep,
    UnknownField(String),
    /// A field occurs twice in a record.
    RepeatedField(String),
    /// A mandatory field is missing.
    MissingField(String),
    /// The field cannot hold the value: a day that does not exist, not a whole number…
    BadValue(Option<Kind>),
    NoId,
    DuplicateId(u64),
    /// A reference to a record that does not exist.
    Dangling(u64),
}

impl Problem {
    /// Translates a parser error.
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

    /// Adds the position, which refines the problem.
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
        // An unclosed bracket or quote is only detected at the very end.
        let problem = match problem {
            Self::Syntax if place.line >= lines && !text.trim_end().ends_with(')') => Self::Truncated,
            other => other,
        };
        Malformed { place, problem }
    }
}

impl FilePlace {
    /// The kind of the field at the position, from the schema.
    fn kind(&self) -> Option<Kind> {
        if self.field.as_deref() == Some("id") {
            return None;
        }
        let table = TableId::from_key(self.table.as_deref()?)?;
        Some(table.column_named(self.field.as_deref()?)?.kind)
    }
}

impl Malformed {
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

/// Message key for the expected content of a field.
const fn expected(kind: Option<Kind>) -> &'static str {
    match kind {
        Some(Kind::Date(_)) => "store-expected-date",
        Some(Kind::Integer(_)) => "store-expected-integer",
        Some(Kind::Money(_)) => "store-expected-money",
        Some(Kind::Flag) => "store-expected-flag",
        Some(Kind::Choice(_) | Kind::Choices(_)) => "store-expected-choice",
        Some(Kind::Text | Kind::Notes | Kind::Texts | Kind::Commune) => "store-expected-text",
        Some(Kind::Reference(_)) => "store-expected-reference",
        Some(Kind::Territories) | None => "store-expected-other",
    }
}
