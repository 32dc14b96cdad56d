//! Operations on several records, each a single undoable edit.

use chrono::NaiveDate;

use crate::domain::id::{CellRef, RowId};
use crate::domain::landlord::Landlord;
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::relocation::{CaseStep, Relocation};
use crate::domain::schema::{Record, TableId};
use crate::domain::value::Value;

use super::edit::Edit;

/// Transfers the open cases of a departing association to another (rule C11).
///
/// A case is open if it has no lease and no exit on the lens's day.
pub fn hand_over_cases(lens: &Lens, from: RowId, to: RowId) -> Edit {
    let edits: Vec<Edit> = lens
        .dataset
        .relocations
        .iter()
        .filter(|case| case.association == Some(from))
        .filter(|case| {
            let dates = case.dates(lens);
            dates.first_taken(&[CaseStep::LeaseSigned, CaseStep::MovedIn, CaseStep::Exited], lens.as_of).is_none()
        })
        .map(|case| Edit::Set { cell: case.cell(Relocation::KEYS.association), value: Value::Reference(to) })
        .collect();
    Edit::named(Message::new("edit-hand-over").count("count", edits.len()), edits)
}

/// Records that a landlord was absorbed, and that its commitment and pipeline pass to the successor
/// (rule C11). Past results stay under its own name.
pub fn absorb_landlord(landlord: RowId, successor: RowId, on: NaiveDate) -> Edit {
    let keys = Landlord::KEYS;
    let set = |column, value| Edit::Set { cell: CellRef { table: TableId::Landlords, row: landlord, column }, value };
    Edit::named(
        Message::new("edit-absorb"),
        vec![
            set(keys.absorbed_by, Value::Reference(successor)),
            set(keys.absorbed_on, Value::Date(on)),
            set(keys.absorption_confirmed, Value::Flag(true)),
        ],
    )
}
