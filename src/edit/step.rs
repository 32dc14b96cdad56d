//! A step of undo or redo: its label, its edit, and where the user was.
//!
//! Also owns the location of the change, shown after an undo or redo.

use crate::domain::dataset::Dataset;
use crate::domain::id::{CellRef, RowId};
use crate::domain::message::Message;
use crate::domain::schema::{ColumnKey, TableId};

use super::edit::Edit;
use super::place::EditPlace;
use super::strike::Struck;

#[derive(Clone, Debug)]
pub(super) struct UndoStep {
    pub(super) label: Message,
    /// The edit that undoes or redoes it.
    pub(super) edit: Edit,
    /// Where the user was when making the change.
    pub(super) place: Option<EditPlace>,
}

/// A step that was undone or redone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stepped {
    /// Contains no value.
    pub label: Message,
    /// Where the user was when making the change.
    pub place: Option<EditPlace>,
    /// The first cell or record the step changed that still exists; those in the user's table come
    /// first.
    pub changed: Option<ChangedAt>,
}

/// A cell or a whole record that changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChangedAt {
    pub table: TableId,
    pub row: RowId,
    /// None for a whole record that was restored.
    pub column: Option<ColumnKey>,
}

impl ChangedAt {
    /// Every cell and record that an edit changes.
    pub fn all(edit: &Edit) -> Vec<Self> {
        let mut all = Vec::new();
        collect(edit, &mut all);
        all
    }

    pub(super) fn first(edit: &Edit, place: Option<EditPlace>, dataset: &Dataset) -> Option<Self> {
        let mut all = Self::all(edit);
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
        Edit::Strike(struck) => all.extend(struck.iter().flat_map(struck_at)),
        Edit::KeepView(_) | Edit::DropView { .. } => {}
        Edit::Batch { edits, .. } => edits.iter().for_each(|edit| collect(edit, all)),
    }
}

fn struck_at(struck: &Struck) -> Vec<ChangedAt> {
    match struck {
        Struck::Cell(CellRef { table, row, column }, _) => {
            vec![ChangedAt { table: *table, row: *row, column: Some(*column) }]
        }
        Struck::Record(table, row) => vec![ChangedAt { table: *table, row: *row, column: None }],
        Struck::Details(cases) => {
            let at = |row: &RowId| ChangedAt { table: TableId::Relocations, row: *row, column: None };
            cases.iter().map(at).collect()
        }
    }
}
