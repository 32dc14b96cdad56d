//! Messages for refused edits: tables, columns and counts, never a value.

use std::collections::HashSet;

use crate::domain::id::CellRef;
use crate::domain::message::Message;
use crate::domain::table::TableError;
use crate::domain::value::Refusal;

use super::edit::EditError;

impl EditError {
    /// The refusal as a message, suitable for any audience.
    pub fn message(&self) -> Message {
        match self {
            Self::Table(TableError::NoRow(_)) => Message::new("edit-error-no-row"),
            Self::Table(TableError::DuplicateId(_)) => Message::new("edit-error-duplicate"),
            Self::Table(TableError::NoColumn(_)) => Message::new("edit-error-no-column"),
            Self::Table(TableError::Refused(cell, refusal)) => at(refusal_key(*refusal), *cell),
            Self::StillNamed(naming) => {
                let rows: HashSet<_> = naming.iter().map(|(cell, _)| cell.row).collect();
                let tables: HashSet<_> = naming.iter().map(|(cell, _)| cell.table).collect();
                let kind = match naming.first() {
                    Some((cell, _)) if tables.len() == 1 => cell.table.key(),
                    _ => "records",
                };
                Message::new("edit-error-still-named").count("count", rows.len()).text("kind", kind)
            }
            Self::Dangling(cell, _) => at("edit-error-dangling", *cell),
            Self::Published => Message::new("edit-error-published"),
            Self::ReadOnly => Message::new("edit-error-read-only"),
        }
    }
}

const fn refusal_key(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::WrongKind => "edit-error-wrong-kind",
        Refusal::Required => "edit-error-required",
        Refusal::OutOfRange => "edit-error-out-of-range",
        Refusal::ReadOnly => "edit-error-derived",
    }
}

fn at(key: &'static str, cell: CellRef) -> Message {
    Message::new(key)
        .term("column", cell.table.column_word(cell.column))
        .term("table", format!("table-{}-one", cell.table.key()))
}
