//! Named views: a search, filters, sort order and hidden columns saved under a name.
//!
//! Part of the dataset, so that everyone who opens it has them. They contain no records, but a filter
//! may contain a value: restricted to the office.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::fold::fold;
use super::keyed::Keyed;
use super::schema::{ColumnKey, TableId};
use super::value::Value;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SortOrder {
    Ascending,
    Descending,
}

/// The condition of a filter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Test {
    /// The text shown is one of these; an empty text stands for an empty cell.
    OneOf(BTreeSet<String>),
    /// The text shown contains this, ignoring accents and case.
    Contains(String),
    /// The value is within these bounds; an empty bound does not apply.
    Between(Value, Value),
    /// The cell is empty.
    Empty,
    /// The cell is not empty.
    Filled,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Filter {
    pub column: ColumnKey,
    pub test: Test,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedView {
    /// Unique in its table.
    pub name: String,
    pub table: TableId,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub search: String,
    /// At most one per column.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub filters: Vec<Filter>,
    /// Sort columns, the primary one first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sort: Vec<(ColumnKey, SortOrder)>,
    /// Hidden columns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hidden: Vec<ColumnKey>,
}

/// Key of a view; views of a table are sorted by name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ViewKey {
    table: TableId,
    folded: String,
    name: String,
}

impl ViewKey {
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
    /// Every column it mentions.
    pub fn columns(&self) -> impl Iterator<Item = ColumnKey> {
        let filtered = self.filters.iter().map(|filter| filter.column);
        filtered.chain(self.sort.iter().map(|(column, _)| *column)).chain(self.hidden.iter().copied())
    }
}
