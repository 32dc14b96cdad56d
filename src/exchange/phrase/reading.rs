//! What reading a line gives: a record with its values, or questions with their answers.

use crate::domain::id::RowId;
use crate::domain::message::Message;
use crate::domain::schema::{ColumnKey, TableId};
use crate::domain::value::Value;

/// What a line says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The record that is made or changed; none while it is not known which.
    pub record: Option<Said>,
    /// Referrals of a new case, made with it; each references the case at `link`.
    pub referrals: Vec<Said>,
    pub questions: Vec<Question>,
}

/// A record and what is said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    pub table: TableId,
    /// The record that is changed; none makes a new one.
    pub row: Option<RowId>,
    /// In the order of the schema.
    pub values: Vec<Given>,
}

/// A value, and the words that it was taken from.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    pub column: ColumnKey,
    pub value: Value,
    pub words: String,
    /// A step that was named without a day: today is meant, which must be said.
    pub is_today: bool,
}

/// Something to ask before anything is made.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    pub message: Message,
    pub choices: Vec<Choice>,
}

/// An answer: the line as it reads with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    pub label: String,
    /// What it would be, or what tells it from others.
    pub detail: String,
    pub text: String,
}

impl Reading {
    /// Whether it says all that a record needs.
    pub fn is_complete(&self) -> bool {
        self.questions.is_empty() && self.record.as_ref().is_some_and(|said| !said.values.is_empty())
    }
}

impl Said {
    pub fn value(&self, column: ColumnKey) -> Option<&Value> {
        self.values.iter().find(|given| given.column == column).map(|given| &given.value)
    }

    /// Its values without where they come from.
    pub fn plain(&self) -> Vec<(ColumnKey, Value)> {
        self.values.iter().map(|given| (given.column, given.value.clone())).collect()
    }
}
