//! Named views: a search, filters, sort and hidden columns that the staff keep under a name.
//!
//! They are part of the dataset, so that whoever opens it finds them. They hold no record, but a
//! filter may name a value: they are for the office.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::fold::fold;
use super::keyed::Keyed;
use super::schema::{ColumnKey, TableId};
use super::value::Value;

/// Ascending or descending.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SortOrder {
    Ascending,
    Descending,
}

/// What a column is tested for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Test {
    /// It shows one of these; the empty text is an empty cell.
    OneOf(BTreeSet<String>),
    /// It shows this somewhere, accents and case aside.
    Contains(String),
    /// It is within these bounds; an empty bound does not bind.
    Between(Value, Value),
    /// Nothing is entered.
    Empty,
    /// Something is entered.
    Filled,
}

/// A test of one column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Filter {
    pub column: ColumnKey,
    pub test: Test,
}

/// A view of a table, under its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedView {
    /// Its name, unique in its table.
    pub name: String,
    pub table: TableId,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub search: String,
    /// Filters, one a column.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub filters: Vec<Filter>,
    /// The columns sorted by, the first one first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sort: Vec<(ColumnKey, SortOrder)>,
    /// The columns that are not shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hidden: Vec<ColumnKey>,
}

/// What a view is found by; views of one table stand in the order of their names.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ViewKey {
    table: TableId,
    folded: String,
    name: String,
}

impl ViewKey {
    /// Of the view of a table under a name.
    pub fn new(table: TableId, name: &str) -> Self {
        Self { table, folded: fold(name), name: name.to_owned() }
    }
}

impl Keyed for NamedView {
    type Key = ViewKey;

    fn key(&self) -> ViewKey {
        ViewKey::new(self.table, &self.name)
    }
}

impl NamedView {
    /// Every column that it names.
    pub fn columns(&self) -> impl Iterator<Item = ColumnKey> {
        let filtered = self.filters.iter().map(|filter| filter.column);
        filtered.chain(self.sort.iter().map(|(column, _)| *column)).chain(self.hidden.iter().copied())
    }
}
