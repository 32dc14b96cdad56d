//! What the rooms below the window have to say: a key and its arguments, never a sentence.
//!
//! `words` turns a message into French or English. A message never holds personal data
//! unless its contract says that it is for the office only.

use chrono::NaiveDate;

use super::value::{Halves, Money};

/// A thing to say, in no language yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Key in the word files.
    pub key: &'static str,
    /// Named arguments of the sentence.
    pub args: Vec<(&'static str, Arg)>,
}

/// An argument of a [`Message`], formatted by `words` in the language of the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// Text as it stands.
    Text(String),
    /// A count, which also picks singular or plural.
    Count(i64),
    /// A number in halves, which also picks singular or plural.
    Halves(Halves),
    Date(NaiveDate),
    Money(Money),
    /// Another key of the word files, translated in place.
    Term(String),
}

impl Message {
    /// A message without arguments yet.
    pub const fn new(key: &'static str) -> Self {
        Self { key, args: Vec::new() }
    }

    /// Adds an argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: Arg) -> Self {
        self.args.push((name, arg));
        self
    }

    #[must_use]
    pub fn count(self, name: &'static str, count: usize) -> Self {
        self.with(name, Arg::Count(i64::try_from(count).unwrap_or(i64::MAX)))
    }

    #[must_use]
    pub fn halves(self, name: &'static str, number: Halves) -> Self {
        self.with(name, Arg::Halves(number))
    }

    #[must_use]
    pub fn text(self, name: &'static str, text: impl Into<String>) -> Self {
        self.with(name, Arg::Text(text.into()))
    }

    /// Adds another word of the word files.
    #[must_use]
    pub fn term(self, name: &'static str, key: impl Into<String>) -> Self {
        self.with(name, Arg::Term(key.into()))
    }

    #[must_use]
    pub fn date(self, name: &'static str, date: NaiveDate) -> Self {
        self.with(name, Arg::Date(date))
    }
}
