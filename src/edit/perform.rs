//! Doing an edit to the records: all of it or nothing, with what takes it back.
//!
//! Owns the order of things within one edit and its undoing half-way. Never touches history,
//! revision or the stacks of undo and redo: those are the document's.

use std::collections::HashSet;

use crate::domain::dataset::{Change, Dataset};
use crate::domain::id::{CellRef, RowId};
use crate::domain::schema::TableId;
use crate::domain::table::TableError;

use super::document::{Edit, EditError};
use super::integrity::{self, Touched};

/// Whether an edit is new, or gives back a state that was there before.
#[derive(Clone, Copy)]
pub(super) enum Way {
    Forward,
    Back,
}

/// What an edit did.
pub(super) struct Done {
    /// What takes it back.
    pub(super) inverse: Edit,
    /// What happened to which record, in order.
    pub(super) changes: Vec<(TableId, RowId, Change)>,
}

/// Does the edit; none where everything was so already. On an error the records are as they were.
pub(super) fn perform(dataset: &mut Dataset, edit: &Edit, way: Way) -> Result<Option<Done>, EditError> {
    let mut doing = Doing::default();
    let outcome = carry_out(dataset, edit, way, &mut doing).and_then(|()| integrity::check(dataset, &doing.touched));
    if let Err(error) = outcome {
        for inverse in doing.inverses.iter().rev() {
            // Taking back what was just done can not fail: each inverse meets the state it was made in.
            let _ = carry_out(dataset, inverse, Way::Back, &mut Doing::default());
        }
        return Err(error);
    }
    if doing.came_to_nothing(dataset) {
        return Ok(None);
    }
    doing.inverses.reverse();
    let inverse = match doing.inverses.len() {
        1 => doing.inverses.remove(0),
        _ => Edit::batch(doing.inverses),
    };
    Ok(Some(Done { inverse, changes: doing.changes }))
}

/// What an edit did so far.
#[derive(Default)]
struct Doing {
    inverses: Vec<Edit>,
    changes: Vec<(TableId, RowId, Change)>,
    touched: Touched,
}

impl Doing {
    /// Whether everything is as it was: nothing was done, or all that was written was written back.
    fn came_to_nothing(&self, dataset: &Dataset) -> bool {
        let mut seen = HashSet::new();
        self.inverses.iter().all(|inverse| match inverse {
            Edit::Set { cell, value } => !seen.insert(*cell) || dataset.stored(*cell) == *value,
            _ => false,
        })
    }
}

/// Does an edit's parts in order; on an error, what was done so far stays in `doing`.
fn carry_out(dataset: &mut Dataset, edit: &Edit, way: Way, doing: &mut Doing) -> Result<(), EditError> {
    match edit {
        Edit::Set { cell, value } => {
            let table = dataset.table_mut(cell.table);
            let old = match way {
                Way::Forward => table.set(cell.row, cell.column, value.clone()),
                Way::Back => table.restore(cell.row, cell.column, value.clone()),
            }?;
            // Read back: a field may hold the value in another form than it was given.
            let new = dataset.stored(*cell);
            if old != new {
                doing.touched.written(*cell, &new);
                doing.inverses.push(Edit::Set { cell: *cell, value: old.clone() });
                doing.changes.push((cell.table, cell.row, Change::Set { column: cell.column, from: old, to: new }));
            }
        }
        Edit::Insert { table, row, values, before } => {
            if dataset.contains(*row) {
                return Err(TableError::DuplicateId(*row).into());
            }
            dataset.table_mut(*table).insert(*row, values, *before)?;
            for (column, value) in values {
                doing.touched.written(CellRef { table: *table, row: *row, column: *column }, value);
            }
            doing.inverses.push(Edit::Remove { table: *table, row: *row });
            doing.changes.push((*table, *row, Change::Created));
        }
        Edit::Remove { table, row } => {
            let (values, before) = dataset.table_mut(*table).remove(*row)?;
            doing.touched.removed(*table, *row);
            doing.inverses.push(Edit::Insert { table: *table, row: *row, values, before });
            doing.changes.push((*table, *row, Change::Removed));
        }
        Edit::Batch { edits, .. } => {
            for edit in edits {
                carry_out(dataset, edit, way, doing)?;
            }
        }
    }
    Ok(())
}
