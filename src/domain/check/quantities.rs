//! Negative amounts and numbers, which no rent, surface or headcount can be.
//!
//! Runs on the schema and lists no columns of its own. Entry rejects them, but a file may contain them.

use super::{Findings, Severity};
use crate::domain::id::CellRef;
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::schema::{ColumnInfo, Kind, TableId};
use crate::domain::value::{Money, Value};

pub(super) fn check(lens: &Lens, found: &mut Findings) {
    let is_quantity = |column: &&&ColumnInfo| matches!(column.kind, Kind::Money | Kind::Integer(_)) && !column.derived;
    for table in TableId::ALL.iter().copied() {
        let quantities: Vec<_> = table.columns().iter().filter(is_quantity).map(|column| column.key).collect();
        lens.dataset.table(table).scan(&quantities, &mut |row, column, value| {
            if matches!(value, Value::Money(Money(..0)) | Value::Integer(..0)) {
                let message = Message::new("finding-negative").term("column", table.column_word(column));
                found.add(Severity::Error, CellRef { table, row, column }, message);
            }
        });
    }
}
