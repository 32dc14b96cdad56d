//! The document: a dataset, what undoes its changes, and the one door through which it changes.
//!
//! Owns revision, undo and redo. `apply` checks, changes, records the inverse, writes the
//! history and raises the revision in one call; an edit that fails or changes nothing leaves
//! no trace. Undo is one list of steps, each with where the user was. Unsaved is derived from two
//! revisions and is never a flag.

use std::sync::Arc;

use chrono::NaiveDateTime;

use crate::domain::dataset::{Dataset, HistoryEntry};
use crate::domain::id::{CellRef, RowId};
use crate::domain::message::Message;
use crate::domain::schema::TableId;
use crate::domain::table::{TableError, Values};
use crate::domain::value::Value;
use crate::domain::view::NamedView;

use super::label;
use super::perform::{EditMode, perform};
use super::place::EditPlace;
use super::step::{ChangedAt, Stepped, UndoStep};

/// A change that knows its inverse once it is applied.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Writes one cell, where its value is stored (see [`super::set_cell`] for where that is),
    /// and removes its draft.
    Set {
        cell: CellRef,
        /// The new value.
        value: Value,
    },
    /// Puts a new record before another one, or last.
    Insert {
        table: TableId,
        row: RowId,
        values: Values,
        /// The record that will follow it; none puts it last.
        before: Option<RowId>,
    },
    /// Takes a record out, with its drafts.
    Remove {
        table: TableId,
        /// Which record.
        row: RowId,
    },
    /// Keeps beside a cell what was typed into it and is no value of its column.
    Draft {
        cell: CellRef,
        /// What was typed; none removes the draft.
        text: Option<String>,
    },
    /// Keeps a view under its name, in the place of an older one of that name.
    KeepView(NamedView),
    DropView {
        table: TableId,
        name: String,
    },
    /// Several edits as one: all of them or none, and one step of undo.
    Batch {
        /// What it is called in the undo menu; derived from the edits where there is none.
        label: Option<Message>,
        edits: Vec<Edit>,
    },
}

impl Edit {
    /// Several edits as one, called after what they do.
    pub const fn batch(edits: Vec<Self>) -> Self {
        Self::Batch { label: None, edits }
    }

    /// Several edits as one, under a name.
    pub const fn named(label: Message, edits: Vec<Self>) -> Self {
        Self::Batch { label: Some(label), edits }
    }
}

/// Who changes something, and when.
#[derive(Clone, Copy, Debug)]
pub struct Stamp<'a> {
    /// Local time.
    pub at: NaiveDateTime,
    /// The operator's name.
    pub by: &'a str,
}

/// Counts the changes of a document; it only grows, an undo raises it too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Revision(u64);

/// What became of an edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applied {
    /// The dataset changed.
    Changed,
    /// Everything was so already: nothing was recorded.
    Nothing,
}

/// Why an edit was refused. The dataset is as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditError {
    /// A table did not do as told.
    Table(TableError),
    /// Records name what would be removed.
    StillNamed(Vec<(CellRef, RowId)>),
    /// The edit names a record that is not there, or of another table.
    Dangling(CellRef, RowId),
    /// The document is open to be read only.
    ReadOnly,
}

impl From<TableError> for EditError {
    fn from(error: TableError) -> Self {
        Self::Table(error)
    }
}

/// A dataset that can be changed, undone and compared with what was saved.
#[derive(Debug, Default)]
pub struct Document {
    dataset: Arc<Dataset>,
    undo: Vec<UndoStep>,
    redo: Vec<UndoStep>,
    revision: Revision,
    saved: Revision,
    read_only: bool,
}

impl Document {
    /// A document as it was read: nothing to undo, nothing unsaved.
    pub fn new(dataset: Dataset) -> Self {
        Self { dataset: Arc::new(dataset), ..Self::default() }
    }

    /// A document that refuses every edit.
    pub fn read_only(dataset: Dataset) -> Self {
        Self { read_only: true, ..Self::new(dataset) }
    }

    pub fn dataset(&self) -> &Dataset {
        &self.dataset
    }

    /// The records as they are now, to save or compute beside the window; later edits do not
    /// reach it.
    pub fn snapshot(&self) -> Arc<Dataset> {
        Arc::clone(&self.dataset)
    }

    /// How many changes so far: derived data is kept by it.
    pub const fn revision(&self) -> Revision {
        self.revision
    }

    /// Whether it refuses every edit.
    pub const fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// Whether there are changes that no save holds.
    pub fn is_unsaved(&self) -> bool {
        self.revision != self.saved
    }

    /// Notes that the state of `revision` is safe on the disk.
    pub const fn mark_saved(&mut self, revision: Revision) {
        self.saved = revision;
    }

    /// Changes the dataset, and notes where the user is.
    ///
    /// # Errors
    ///
    /// Where a table or a column does not take the edit, where a reference would be left without
    /// its record, and where the document is read only. Nothing has changed then.
    pub fn apply(&mut self, edit: &Edit, stamp: Stamp, place: Option<EditPlace>) -> Result<Applied, EditError> {
        let Some(inverse) = self.change(edit, EditMode::Forward, stamp)? else { return Ok(Applied::Nothing) };
        self.undo.push(UndoStep { label: label::of(edit), edit: inverse, place });
        self.redo.clear();
        Ok(Applied::Changed)
    }

    /// Takes back the last step; none where there is nothing to undo.
    ///
    /// # Errors
    ///
    /// Where the document is read only.
    pub fn undo(&mut self, stamp: Stamp) -> Result<Option<Stepped>, EditError> {
        self.step(false, stamp)
    }

    /// Does again the step that was last undone; none where there is nothing to redo.
    ///
    /// # Errors
    ///
    /// Where the document is read only.
    pub fn redo(&mut self, stamp: Stamp) -> Result<Option<Stepped>, EditError> {
        self.step(true, stamp)
    }

    /// Applies the last step of one list and leaves its inverse on the other.
    fn step(&mut self, again: bool, stamp: Stamp) -> Result<Option<Stepped>, EditError> {
        let from = if again { &self.redo } else { &self.undo };
        let Some(UndoStep { label, edit, place }) = from.last().cloned() else { return Ok(None) };
        let inverse = self.change(&edit, EditMode::Back, stamp)?.unwrap_or_else(|| Edit::batch(Vec::new()));
        // What does a step again has its parts in the order in which they were made.
        let changed = ChangedAt::first(if again { &edit } else { &inverse }, place, &self.dataset);
        let (from, to) = if again { (&mut self.redo, &mut self.undo) } else { (&mut self.undo, &mut self.redo) };
        from.pop();
        to.push(UndoStep { label: label.clone(), edit: inverse, place });
        Ok(Some(Stepped { label, place, changed }))
    }

    /// Labels of what would be undone, the last change first. They hold no values.
    pub fn undo_labels(&self) -> impl Iterator<Item = &Message> {
        self.undo.iter().rev().map(|step| &step.label)
    }

    /// Labels of what would be done again, the last undone first.
    pub fn redo_labels(&self) -> impl Iterator<Item = &Message> {
        self.redo.iter().rev().map(|step| &step.label)
    }

    /// The one place where a document changes.
    fn change(&mut self, edit: &Edit, way: EditMode, stamp: Stamp) -> Result<Option<Edit>, EditError> {
        if self.read_only {
            return Err(EditError::ReadOnly);
        }
        let dataset = Arc::make_mut(&mut self.dataset);
        let Some(done) = perform(dataset, edit, way)? else { return Ok(None) };
        dataset.history.extend(done.changes.into_iter().map(|(table, row, change)| HistoryEntry {
            at: stamp.at,
            by: stamp.by.to_owned(),
            table,
            row,
            change,
        }));
        self.revision.0 += 1;
        Ok(Some(done.inverse))
    }
}
