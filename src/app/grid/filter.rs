//! Filters: which rows a column lets through. One a column; a row must pass all of them, and the
//! search.
//!
//! Owns what a filter tests and how it reads. Values are told apart by what they show, so that a
//! filter means what the user saw.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::fold::fold;
use crate::domain::id::{CellRef, RowId};
use crate::domain::lens::Lens;
use crate::domain::schema::{ColumnInfo, ColumnKey, TableId};
use crate::domain::value::Value;
use crate::exchange::show;
use crate::words::Words;

use super::arrange::number;

/// What a column is tested for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// It shows one of these; the empty text is an empty cell.
    OneOf(BTreeSet<String>),
    /// It shows this somewhere, accents and case aside.
    Contains(String),
    /// It is within these bounds, as they were typed; an empty bound does not bind.
    Between(Value, Value),
    /// Nothing is entered.
    Empty,
    /// Something is entered.
    Filled,
}

/// A test of one column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// Which column.
    pub column: ColumnKey,
    /// What it is tested for.
    pub test: Test,
}

impl Filter {
    /// Whether a row passes.
    pub fn passes(&self, table: TableId, row: RowId, lens: &Lens, words: &Words) -> bool {
        let Some(info) = table.column(self.column) else { return true };
        let value = lens.value(CellRef { table, row, column: self.column });
        let shown = |value: &Value| show::value(value, info.kind, lens, words);
        match &self.test {
            Test::OneOf(texts) => texts.contains(&shown(&value)),
            Test::Contains(text) => fold(&shown(&value)).contains(&fold(text)),
            Test::Between(from, to) => number(&value, info.kind).is_some_and(|n| {
                number(from, info.kind).is_none_or(|from| from <= n) && number(to, info.kind).is_none_or(|to| n <= to)
            }),
            Test::Empty => value.is_empty(),
            Test::Filled => !value.is_empty(),
        }
    }

    /// What a new row must hold to pass, where that is one thing.
    pub fn only_text(&self) -> Option<&str> {
        match &self.test {
            Test::OneOf(texts) if texts.len() == 1 => texts.first().map(String::as_str),
            _ => None,
        }
    }
}

/// Every text that a column shows, with how many rows show it.
pub fn values(table: TableId, info: &ColumnInfo, lens: &Lens, words: &Words) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for row in lens.dataset.table(table).ids() {
        let value = lens.value(CellRef { table, row, column: info.key });
        *counts.entry(show::value(&value, info.kind, lens, words)).or_insert(0) += 1;
    }
    counts
}
