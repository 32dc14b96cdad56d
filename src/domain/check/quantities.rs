//! Amounts and numbers that no rent, surface or headcount can be: negative, or far too large.
//!
//! Runs on the schema and lists no columns of its own. Entry rejects them, but a file may contain them.

use super::{Findings, Severity};
use crate::domain::id::CellRef;
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::schema::{ColumnInfo, Kind, Record, TableId};
use crate::domain::unit::Unit;
use crate::domain::value::{Money, Value};

/// No household, home, target or meeting has that many.
const MOST: i64 = 10_000;
/// Statistics of a region may have more.
const MOST_IN_REGION: i64 = 100_000_000;
/// Cents of a rent.
const MOST_CENTS: i64 = 1_000_000;

pub(super) fn check(lens: &Lens, found: &mut Findings) {
    let is_quantity =
        |column: &&&ColumnInfo| matches!(column.kind, Kind::Money(_) | Kind::Integer(_)) && !column.is_derived();
    for unit in &lens.dataset.units {
        // Charges are a part of the rent; what is more is rent and charges together.
        if unit.rent.zip(unit.charges).is_some_and(|(rent, charges)| charges.0 > rent.0) {
            found.warn(unit.cell(Unit::KEYS.charges), "finding-charges-high");
        }
    }
    for table in TableId::ALL.iter().copied() {
        let quantities: Vec<_> = table.columns().iter().filter(is_quantity).map(|column| column.key).collect();
        lens.dataset.table(table).scan(&quantities, &mut |row, column, value| {
            let most = if table == TableId::ContextFigures { MOST_IN_REGION } else { MOST };
            let key = match value {
                Value::Money(Money(..0)) | Value::Integer(..0) => Some((Severity::Error, "finding-negative")),
                Value::Money(Money(cents)) if cents > MOST_CENTS => Some((Severity::Warning, "finding-far-number")),
                Value::Integer(number) if number > most => Some((Severity::Warning, "finding-far-number")),
                _ => None,
            };
            if let Some((severity, key)) = key {
                let message = Message::new(key).term("column", table.column_word(column));
                found.add(severity, CellRef { table, row, column }, message);
            }
        });
    }
}
