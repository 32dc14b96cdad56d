//! Dangling references, empty required cells, and duplicate names.
//!
//! Runs on the schema and lists no columns of its own.

use std::collections::HashSet;

use super::{Findings, Severity};
use crate::domain::id::CellRef;
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::schema::{ColumnInfo, ColumnKey, Naming, TableId};
use crate::domain::value::Value;

pub(super) fn check(lens: &Lens, found: &mut Findings) {
    for (cell, _) in lens.dataset.dangling() {
        found.error(cell, "finding-dangling");
    }
    for table in TableId::ALL.iter().copied() {
        missing(lens, table, found);
        for column in table.columns().iter().filter(|column| column.naming.is_some_and(Naming::is_unique)) {
            duplicates(lens, table, column.key, found);
        }
    }
}

fn missing(lens: &Lens, table: TableId, found: &mut Findings) {
    // An edit may leave a code empty for now; the check still asks for it.
    let is_wanted = |info: &&&ColumnInfo| info.required || info.code().is_some();
    let required: Vec<_> = table.columns().iter().filter(is_wanted).map(|info| info.key).collect();
    lens.dataset.table(table).scan(&required, &mut |row, column, value| {
        if value.is_empty() {
            let message = Message::new("finding-missing").term("column", table.column_word(column));
            found.add(Severity::Error, CellRef { table, row, column }, message);
        }
    });
}

/// Every record after the first with the same name, ignoring case and outer spaces.
fn duplicates(lens: &Lens, table: TableId, column: ColumnKey, found: &mut Findings) {
    let mut seen = HashSet::new();
    lens.dataset.table(table).scan(&[column], &mut |row, column, value| {
        if let Value::Text(text) = value
            && !seen.insert(text.trim().to_lowercase())
        {
            let message = Message::new("finding-duplicate").term("column", table.column_word(column));
            found.add(Severity::Error, CellRef { table, row, column }, message);
        }
    });
}
