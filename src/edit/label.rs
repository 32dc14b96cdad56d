//! Labels for the undo menu: counts, tables and columns, never a value, since the menu may be open on a
//! shared screen.

use std::collections::HashSet;

use crate::domain::id::CellRef;
use crate::domain::message::Message;
use crate::domain::schema::TableId;

use super::edit::Edit;

pub(super) fn of(edit: &Edit) -> Message {
    match edit {
        Edit::Set { cell, .. } => of_cell("edit-set-one", *cell),
        Edit::Insert { table, .. } => counted("edit-insert", *table, 1),
        Edit::Remove { table, .. } => counted("edit-remove", *table, 1),
        Edit::Draft { cell, text: Some(_) } => of_cell("edit-draft", *cell),
        Edit::Draft { cell, text: None } => of_cell("edit-draft-remove", *cell),
        Edit::KeepView(view) => of_view("edit-view-keep", view.table),
        Edit::DropView { table, .. } => of_view("edit-view-drop", *table),
        // Never in the menu: it cannot be undone.
        Edit::Strike(_) => Message::new("edit-nothing"),
        Edit::Batch { label: Some(label), .. } => label.clone(),
        Edit::Batch { label: None, edits } => of_several(edits),
    }
}

fn of_several(edits: &[Edit]) -> Message {
    if let [only] = edits {
        return of(only);
    }
    // Cascaded removals are not counted: the requested rows come first.
    let removed: Vec<_> = flat(edits)
        .filter_map(|e| if let Edit::Remove { table, row } = e { Some((*table, *row)) } else { None })
        .collect();
    if let Some((table, _)) = removed.first() {
        return counted("edit-remove", *table, removed.iter().filter(|(t, _)| t == table).count());
    }
    let inserted: Vec<_> =
        flat(edits).filter_map(|e| if let Edit::Insert { table, .. } = e { Some(*table) } else { None }).collect();
    if let Some(table) = inserted.first() {
        return counted("edit-insert", *table, inserted.iter().filter(|t| *t == table).count());
    }
    let cells: Vec<_> =
        flat(edits).filter_map(|e| if let Edit::Set { cell, .. } = e { Some(*cell) } else { None }).collect();
    match cells.first() {
        Some(first) => {
            let rows: HashSet<_> = cells.iter().filter(|cell| cell.table == first.table).map(|cell| cell.row).collect();
            counted("edit-set", first.table, rows.len())
        }
        None => flat(edits).next().map_or_else(|| Message::new("edit-nothing"), of),
    }
}

fn flat(edits: &[Edit]) -> Box<dyn Iterator<Item = &Edit> + '_> {
    Box::new(edits.iter().flat_map(|edit| match edit {
        Edit::Batch { edits, .. } => flat(edits),
        other => Box::new(std::iter::once(other)),
    }))
}

fn counted(key: &'static str, table: TableId, count: usize) -> Message {
    Message::new(key).count("count", count).text("kind", table.key())
}

fn table_word(table: TableId) -> String {
    format!("table-{}-one", table.key())
}

/// Names the column and the table, never the content.
fn of_cell(key: &'static str, cell: CellRef) -> Message {
    Message::new(key).term("column", cell.table.column_word(cell.column)).term("table", table_word(cell.table))
}

/// Names the table, never the view's name, which is free text.
fn of_view(key: &'static str, table: TableId) -> Message {
    Message::new(key).term("table", format!("table-{}", table.key()))
}
