//! Writing a cell where its value lives: one date in one place.

use crate::domain::id::CellRef;
use crate::domain::lens::Lens;
use crate::domain::value::Value;

use super::document::Edit;

/// The edit that makes `cell` show `value`.
///
/// Where the value lives in another record it is written there, and what stood in for it is
/// cleared, so that no second copy is left to disagree.
pub fn set_cell(lens: &Lens, cell: CellRef, value: Value) -> Edit {
    let Some(home) = lens.dataset.table(cell.table).home(cell.row, cell.column, lens) else {
        return Edit::Set { cell, value };
    };
    let written = Edit::Set { cell: home, value };
    // Written empty as well where it is empty: what was typed there before is settled.
    if lens.stored(cell).is_empty() && lens.dataset.draft(cell).is_none() {
        return written;
    }
    Edit::batch(vec![written, Edit::Set { cell, value: Value::Empty }])
}
