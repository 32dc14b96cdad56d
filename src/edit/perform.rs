//! Applies an edit to the records, atomically, and returns its inverse.
//!
//! Owns the order of operations within an edit, and the rollback. Never touches history, revision or
//! the undo and redo stacks, which belong to the document.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::domain::dataset::{Change, Dataset, Draft};
use crate::domain::id::{CellRef, RowId};
use crate::domain::keyed::Keyed;
use crate::domain::publication::Publication;
use crate::domain::schema::{Record, TableId};
use crate::domain::table::TableError;
use crate::domain::value::Value;
use crate::domain::view::ViewKey;

use super::edit::{Edit, EditError};
use super::integrity::{self, Touched};
use super::strike::{StruckOut, strike_out};

/// Whether an edit is new, restores an earlier state, or takes over another version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum EditMode {
    Forward,
    Back,
    /// As `Back`, and references that either version left dangling are taken over.
    Merge,
}

/// What an edit did.
pub(super) struct Done {
    pub(super) inverse: Edit,
    /// Changes per record, in order.
    pub(super) changes: Vec<(TableId, RowId, Change)>,
}

impl Default for Done {
    fn default() -> Self {
        Self { inverse: Edit::batch(Vec::new()), changes: Vec::new() }
    }
}

/// Applies the edit; `None` if it changes nothing. On an error the records are unchanged.
pub(super) fn perform(dataset: &mut Dataset, edit: &Edit, way: EditMode) -> Result<Option<Done>, EditError> {
    let mut doing = Doing::default();
    let outcome = carry_out(dataset, edit, way, &mut doing).and_then(|()| match way {
        EditMode::Forward | EditMode::Back => integrity::check(dataset, &doing.touched),
        EditMode::Merge => Ok(()),
    });
    if let Err(error) = outcome {
        for inverse in doing.inverses.iter().rev() {
            // Rolling back cannot fail: each inverse is applied to the state it was made in.
            let _ = carry_out(dataset, inverse, EditMode::Back, &mut Doing::default());
        }
        return Err(error);
    }
    if doing.came_to_nothing(dataset) {
        return Ok(None);
    }
    // What was published was seen: undoing the rest leaves it.
    let is_of_published = |edit: &Edit| matches!(edit, Edit::Remove { table: TableId::Publications, .. });
    doing.inverses.retain(|inverse| !is_of_published(inverse));
    doing.inverses.reverse();
    let inverse = match doing.inverses.len() {
        1 => doing.inverses.remove(0),
        _ => Edit::batch(doing.inverses),
    };
    Ok(Some(Done { inverse, changes: doing.changes }))
}

/// A copy of the dataset with edits that were made from it, references unchecked.
pub(super) fn trial(dataset: &Dataset, edits: impl Iterator<Item = Edit>) -> Dataset {
    let mut dataset = dataset.clone();
    // The edits come from these records, so none is refused.
    let _ = carry_out(&mut dataset, &Edit::batch(edits.collect()), EditMode::Merge, &mut Doing::default());
    dataset
}

/// The effects of an edit so far.
#[derive(Default)]
struct Doing {
    inverses: Vec<Edit>,
    changes: Vec<(TableId, RowId, Change)>,
    touched: Touched,
}

impl Doing {
    /// Whether the net effect is nothing: no change, or everything written was written back.
    fn came_to_nothing(&self, dataset: &Dataset) -> bool {
        if self.changes.iter().any(|(.., change)| matches!(change, Change::Struck { .. })) {
            return false;
        }
        let (mut cells, mut drafts, mut views) = (HashSet::new(), HashSet::new(), HashSet::new());
        self.inverses.iter().all(|inverse| match inverse {
            Edit::Set { cell, value } => !cells.insert(*cell) || dataset.stored(*cell) == *value,
            Edit::Draft { cell, text } => !drafts.insert(*cell) || dataset.draft(*cell) == text.as_deref(),
            Edit::KeepView(view) => !views.insert(view.key()) || dataset.views.get(&view.key()) == Some(view),
            Edit::DropView { table, name } => {
                let key = ViewKey::new(*table, name);
                let is_there = dataset.views.get(&key).is_some();
                !views.insert(key) || !is_there
            }
            Edit::Insert { .. } | Edit::Remove { .. } | Edit::Batch { .. } | Edit::Strike(_) => false,
        })
    }
}

/// Applies the parts of an edit in order; on an error, the effects so far stay in `doing`.
fn carry_out(dataset: &mut Dataset, edit: &Edit, way: EditMode, doing: &mut Doing) -> Result<(), EditError> {
    match edit {
        Edit::Set { cell, value } => {
            let table = dataset.table_mut(cell.table);
            let old = match way {
                EditMode::Forward => table.set(cell.row, cell.column, value.clone()),
                EditMode::Back | EditMode::Merge => table.restore(cell.row, cell.column, value.clone()),
            }?;
            // Read back, as a field may normalise its value.
            let new = dataset.stored(*cell);
            if old != new {
                doing.touched.written(*cell, &new);
                doing.inverses.push(Edit::Set { cell: *cell, value: old.clone() });
                doing.changes.push((cell.table, cell.row, Change::Set { column: cell.column, from: old, to: new }));
            }
            // When restoring, the draft has an edit of its own.
            if matches!(way, EditMode::Forward) {
                put_draft(dataset, *cell, None, doing);
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
            for cell in published_about(dataset, *row) {
                let left = Edit::Set { cell, value: dataset.stored(cell).without_reference(*row) };
                carry_out(dataset, &left, way, doing)?;
            }
            let is_of_row = |cell: &CellRef| (cell.table, cell.row) == (*table, *row);
            let drafts: Vec<CellRef> = dataset.drafts.iter().map(Draft::cell).filter(is_of_row).collect();
            for cell in drafts {
                put_draft(dataset, cell, None, doing);
            }
            doing.touched.removed(*table, *row);
            doing.changes.push((*table, *row, Change::Removed));
            // What it had stays known, so that it can be brought back.
            doing.changes.extend(values.iter().map(|(column, value)| {
                (*table, *row, Change::Set { column: *column, from: value.clone(), to: Value::Empty })
            }));
            doing.inverses.push(Edit::Insert { table: *table, row: *row, values, before });
        }
        Edit::Draft { cell, text } => {
            if !dataset.has_cell(*cell) {
                let has_row = dataset.table(cell.table).contains(cell.row);
                let error = if has_row { TableError::NoColumn(cell.column) } else { TableError::NoRow(cell.row) };
                return Err(error.into());
            }
            put_draft(dataset, *cell, text.clone(), doing);
        }
        Edit::KeepView(view) => {
            let old = dataset.views.put(view.clone());
            if old.as_ref() != Some(view) {
                let drop = || Edit::DropView { table: view.table, name: view.name.clone() };
                doing.inverses.push(old.map_or_else(drop, Edit::KeepView));
            }
        }
        Edit::DropView { table, name } => {
            let old = dataset.views.take(&ViewKey::new(*table, name));
            doing.inverses.extend(old.map(Edit::KeepView));
        }
        Edit::Strike(struck) => {
            let StruckOut { cells, records } = strike_out(dataset, struck);
            // What this edit did before belongs to what is struck out.
            doing.changes.retain(|(table, row, change)| {
                let is_of_cell = |column| cells.iter().any(|(cell, _)| (cell.row, cell.column) == (*row, column));
                !(records.contains(&(*table, *row))
                    || matches!(change, Change::Set { column, .. } if is_of_cell(*column)))
            });
            for (cell, to) in cells {
                let CellRef { table, row, column } = cell;
                doing.changes.push((table, row, Change::Struck { column: Some(column) }));
                if !to.is_empty() && dataset.has_cell(cell) {
                    doing.changes.push((table, row, Change::Set { column, from: Value::Empty, to }));
                }
            }
            doing.changes.extend(records.into_iter().map(|(table, row)| (table, row, Change::Struck { column: None })));
        }
        Edit::Batch { edits, .. } => {
            for edit in edits {
                carry_out(dataset, edit, way, doing)?;
            }
        }
    }
    Ok(())
}

/// The cells of publications that refer to a record. They let it go, since they stay.
fn published_about(dataset: &Dataset, row: RowId) -> Vec<CellRef> {
    let keys = Publication::KEYS;
    let cells = dataset.publications.iter().flat_map(|it| [keys.committee, keys.period].map(|column| it.cell(column)));
    cells.filter(|cell| dataset.stored(*cell) == Value::Reference(row)).collect()
}

/// Sets or removes the draft of a cell.
fn put_draft(dataset: &mut Dataset, cell: CellRef, text: Option<String>, doing: &mut Doing) {
    let CellRef { table, row, column } = cell;
    if dataset.draft(cell) == text.as_deref() {
        return;
    }
    let old = match text {
        Some(text) => dataset.drafts.put(Draft { table, row, column, text }),
        None => dataset.drafts.take(&cell),
    };
    doing.inverses.push(Edit::Draft { cell, text: old.map(|draft| draft.text) });
}
