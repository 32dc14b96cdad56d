//! Messages for the user: a key and its arguments, never a sentence.
//!
//! `words` turns a message into French or English. A message never contains personal data unless it is
//! documented as restricted to the office.

use chrono::NaiveDate;

use super::value::{Halves, Money};

/// A message, not yet in a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Key in the word files.
    pub key: &'static str,
    pub args: Vec<(&'static str, Arg)>,
}

/// An argument of a [`Message`], formatted by `words` in the user's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// Text, inserted as is.
    Text(String),
    /// A count, which also selects singular or plural.
    Count(i64),
    /// A multiple of one half, which also selects singular or plural.
    Halves(Halves),
    Date(NaiveDate),
    Money(Money),
    /// Another key of the word files, translated in place.
    Term(String),
}

impl Message {
    pub const fn new(key: &'static str) -> Self {
        Self { key, args: Vec::new() }
    }

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

    /// Adds a term from the word files.
    #[must_use]
    pub fn term(self, name: &'static str, key: impl Into<String>) -> Self {
        self.with(name, Arg::Term(key.into()))
    }

    #[must_use]
    pub fn date(self, name: &'static str, date: NaiveDate) -> Self {
        self.with(name, Arg::Date(date))
    }
}
