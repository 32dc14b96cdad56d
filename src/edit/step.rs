//! A step of undo or redo: what it is called, what takes it back, where the user was.
//!
//! Owns also where a step that was taken back is to be seen.

use crate::domain::dataset::Dataset;
use crate::domain::id::{CellRef, RowId};
use crate::domain::message::Message;
use crate::domain::schema::{ColumnKey, TableId};

use super::document::Edit;
use super::place::EditPlace;

/// A step of undo or redo.
#[derive(Clone, Debug)]
pub(super) struct UndoStep {
    pub(super) label: Message,
    /// What takes it back, or does it again.
    pub(super) edit: Edit,
    /// Where the user was when it was made.
    pub(super) place: Option<EditPlace>,
}

/// What was undone or done again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stepped {
    /// What the step is called. It holds no value.
    pub label: Message,
    /// Where the user was when the step was made.
    pub place: Option<EditPlace>,
    /// The first cell or record that the step changed and that is still there; one of the table
    /// where the user was comes before the others.
    pub changed: Option<ChangedAt>,
}

/// A cell or a whole record that changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChangedAt {
    /// The table of the record.
    pub table: TableId,
    pub row: RowId,
    /// The cell's column; none for a record that came back as a whole.
    pub column: Option<ColumnKey>,
}

impl ChangedAt {
    pub(super) fn first(edit: &Edit, place: Option<EditPlace>, dataset: &Dataset) -> Option<Self> {
        let mut all = Vec::new();
        collect(edit, &mut all);
        all.retain(|at| dataset.table(at.table).contains(at.row));
        let nearest = all.iter().find(|at| place.is_some_and(|place| place.table == at.table));
        nearest.or_else(|| all.first()).copied()
    }
}

fn collect(edit: &Edit, all: &mut Vec<ChangedAt>) {
    match edit {
        Edit::Set { cell, .. } | Edit::Draft { cell, .. } => {
            let CellRef { table, row, column } = *cell;
            all.push(ChangedAt { table, row, column: Some(column) });
        }
        Edit::Insert { table, row, .. } | Edit::Remove { table, row } => {
            all.push(ChangedAt { table: *table, row: *row, column: None });
        }
        Edit::KeepView(_) | Edit::DropView { .. } => {}
        Edit::Batch { edits, .. } => edits.iter().for_each(|edit| collect(edit, all)),
    }
}
