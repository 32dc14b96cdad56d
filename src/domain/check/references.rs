//! Names of records that are not there, required cells that are empty, and names given twice.
//!
//! The first two run on the schema and enumerate no columns.

use std::collections::HashSet;

use super::{Found, Severity, cell, column_word};
use crate::domain::id::CellRef;
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::schema::{ColumnKey, Kind, TableId};
use crate::domain::value::Value;

/// Columns whose values tell records apart, so that none is given twice in its table.
const UNIQUE: &[(TableId, &str)] = &[
    (TableId::Periods, "name"),
    (TableId::Landlords, "name"),
    (TableId::Associations, "name"),
    (TableId::Units, "code"),
    (TableId::Relocations, "code"),
    (TableId::Sectors, "name"),
];

/// Columns that records are called by and that an edit may leave empty: a code is given later.
const CALLED: &[(TableId, &str)] = &[(TableId::Units, "code"), (TableId::Relocations, "code")];

pub(super) fn check(lens: &Lens, found: &mut Found) {
    dangling(lens, found);
    missing(lens, found);
    for (table, column) in UNIQUE {
        duplicates(lens, *table, column, found);
    }
}

fn dangling(lens: &Lens, found: &mut Found) {
    for (cell, named) in lens.dataset.naming(&|_| true) {
        let to = match cell.table.column(cell.column).map(|column| column.kind) {
            Some(Kind::Reference(to)) => to,
            _ => TableId::Sectors,
        };
        if !lens.dataset.table(to).contains(named) {
            found.error(cell, "finding-dangling");
        }
    }
}

fn missing(lens: &Lens, found: &mut Found) {
    for table in TableId::ALL.iter().copied() {
        let required = table.columns().iter().filter(|column| column.required).map(|column| column.key);
        let called = CALLED.iter().filter(|(of, _)| *of == table).map(|(_, column)| ColumnKey::new(column));
        let required: Vec<_> = required.chain(called).collect();
        lens.dataset.table(table).scan(&required, &mut |row, column, value| {
            if value.is_empty() {
                let message = Message::new("finding-missing").term("column", column_word(table, column.as_str()));
                found.add(Severity::Error, CellRef { table, row, column }, message);
            }
        });
    }
}

/// Every record after the first of the same name, case and outer spaces aside.
fn duplicates(lens: &Lens, table: TableId, column: &'static str, found: &mut Found) {
    let mut seen = HashSet::new();
    lens.dataset.table(table).scan(&[ColumnKey::new(column)], &mut |row, _, value| {
        if let Value::Text(text) = value
            && !seen.insert(text.trim().to_lowercase())
        {
            let message = Message::new("finding-duplicate").term("column", column_word(table, column));
            found.add(Severity::Error, cell(table, row, column), message);
        }
    });
}
