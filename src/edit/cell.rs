//! Writes a cell where its value is stored, so that each date is stored once.

use crate::domain::id::CellRef;
use crate::domain::lens::Lens;
use crate::domain::value::Value;

use super::edit::Edit;

/// The edit that makes `cell` show `value`.
///
/// If another record stores the value, it is written there and the stand-in is cleared, so that no
/// second copy can disagree.
pub fn set_cell(lens: &Lens, cell: CellRef, value: Value) -> Edit {
    let Some(home) = lens.dataset.table(cell.table).home(cell.row, cell.column, lens) else {
        return Edit::Set { cell, value };
    };
    let written = Edit::Set { cell: home, value };
    // Written even if already empty: the edit also settles a pending draft.
    if lens.stored(cell).is_empty() && lens.dataset.draft(cell).is_none() {
        return written;
    }
    Edit::batch(vec![written, Edit::Set { cell, value: Value::Empty }])
}
