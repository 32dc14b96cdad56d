//! The actions on a column, read by the menu of its header and by the table of actions.

use crate::domain::schema::ColumnKey;

use super::columns::Columns;
use super::command::{GridCommand, SortBy};

/// The command for a column; none while disabled.
type ColumnAction = fn(ColumnKey, &Columns) -> Option<GridCommand>;

/// By key. The table of actions applies them to the column under the cursor.
pub const COLUMN_ACTIONS: [(&str, ColumnAction); 11] = [
    ("column-sort", |column, _| Some(GridCommand::Sort(column, SortBy::Alone))),
    ("column-sort-also", |column, _| Some(GridCommand::Sort(column, SortBy::Also))),
    ("column-filter", |column, _| Some(GridCommand::AskFilter(column))),
    ("column-fit", |column, _| Some(GridCommand::Fit(Some(column)))),
    ("column-fit-all", |_, _| Some(GridCommand::Fit(None))),
    ("column-left", |column, columns| {
        let before = columns.beside(column, -1)?;
        Some(GridCommand::Place(column, Some(before)))
    }),
    ("column-right", |column, columns| {
        columns.beside(column, 1)?;
        Some(GridCommand::Place(column, columns.beside(column, 2)))
    }),
    ("column-freeze", |column, _| Some(GridCommand::Freeze(column))),
    ("column-hide", |column, columns| (columns.shown().len() > 1).then_some(GridCommand::Hide(column))),
    ("column-show-all", |_, columns| (!columns.hidden().is_empty()).then_some(GridCommand::ShowAll)),
    ("column-reset", |_, columns| columns.is_changed().then_some(GridCommand::ResetColumns)),
];
