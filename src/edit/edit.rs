//! An edit: a change that knows its inverse once it is applied, and why one is refused.

use serde::{Deserialize, Serialize};

use crate::domain::id::{CellRef, RowId};
use crate::domain::message::Message;
use crate::domain::schema::TableId;
use crate::domain::table::{TableError, Values};
use crate::domain::value::Value;
use crate::domain::view::NamedView;

use super::strike::Struck;

/// A change. Applying it produces its inverse.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Edit {
    /// Writes one cell where its value is stored (see [`super::set_cell`]) and removes its draft.
    Set {
        cell: CellRef,
        value: Value,
    },
    /// Inserts a record before another one, or last.
    Insert {
        table: TableId,
        row: RowId,
        values: Values,
        /// The record that will follow it; none inserts it last.
        before: Option<RowId>,
    },
    /// Removes a record and its drafts.
    Remove {
        table: TableId,
        row: RowId,
    },
    /// Stores, alongside a cell, typed text that its column rejected.
    Draft {
        cell: CellRef,
        /// None removes the draft.
        text: Option<String>,
    },
    /// Saves a view, replacing one of the same name.
    KeepView(NamedView),
    DropView {
        table: TableId,
        name: String,
    },
    /// Takes values or records out of everything that is kept. Has no inverse.
    Strike(Vec<Struck>),
    /// Several edits as one: all or none, and a single undo step.
    Batch {
        /// Label in the undo menu; derived from the edits if there is none. Not journaled.
        #[serde(skip)]
        label: Option<Message>,
        edits: Vec<Edit>,
    },
}

impl Edit {
    /// A batch labelled by its edits.
    pub const fn batch(edits: Vec<Self>) -> Self {
        Self::Batch { label: None, edits }
    }

    /// A batch with its own label.
    pub const fn named(label: Message, edits: Vec<Self>) -> Self {
        Self::Batch { label: Some(label), edits }
    }
}

/// Why an edit was refused. The dataset is unchanged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditError {
    /// A table rejected the change.
    Table(TableError),
    /// Other records reference what would be removed.
    StillNamed(Vec<(CellRef, RowId)>),
    /// The edit references a record that does not exist or is in another table.
    Dangling(CellRef, RowId),
    /// A publication was seen, and stays.
    Published,
    /// The document is read only.
    ReadOnly,
}

impl From<TableError> for EditError {
    fn from(error: TableError) -> Self {
        Self::Table(error)
    }
}
