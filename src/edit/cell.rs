//! Writes a cell where its value is stored, so that each date is stored once.

use chrono::NaiveDateTime;

use crate::domain::id::CellRef;
use crate::domain::lens::{Lens, Links};
use crate::domain::value::Value;

use super::document::{Document, Stamp};
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

/// Whether a cell would show the value once the edit is made. Another record may then be the one whose
/// date it shows: a case shows the earliest of its referrals.
pub fn would_show(lens: &Lens, edit: &Edit, cell: CellRef, value: &Value) -> bool {
    if lens.dataset.table(cell.table).home(cell.row, cell.column, lens).is_none() {
        return true;
    }
    let mut trial = Document::new(lens.dataset.clone());
    // An edit that is refused says why by itself.
    let made = trial.apply(edit, Stamp { at: NaiveDateTime::default(), by: "" }, None);
    let links = Links::of(trial.dataset());
    made.is_err() || Lens::new(trial.dataset(), &links, lens.as_of).value(cell) == *value
}
