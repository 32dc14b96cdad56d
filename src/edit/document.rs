//! The document: a dataset, what undoes its changes, and the one door through which it changes.
//!
//! Owns revision, undo and redo. `apply` checks, changes, records the inverse, writes the
//! history and raises the revision in one call; an edit that fails or changes nothing leaves
//! no trace. Unsaved is derived from two revisions and is never a flag.

use std::sync::Arc;

use chrono::NaiveDateTime;

use crate::domain::dataset::{Dataset, Draft, HistoryEntry};
use crate::domain::id::{CellRef, RowId};
use crate::domain::message::Message;
use crate::domain::schema::TableId;
use crate::domain::table::{TableError, Values};
use crate::domain::value::Value;
use crate::domain::view::View;

use super::label;
use super::perform::{Way, perform};

/// A change that knows its inverse once it is applied.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Writes one cell, where its value is stored (see [`super::set_cell`] for where that is).
    Set {
        /// Which cell.
        cell: CellRef,
        /// The new value.
        value: Value,
    },
    /// Puts a new record before another one, or last.
    Insert {
        /// Into which table.
        table: TableId,
        /// Its identity.
        row: RowId,
        /// What it holds.
        values: Values,
        /// The record that will follow it; none puts it last.
        before: Option<RowId>,
    },
    /// Takes a record out.
    Remove {
        /// Of which table.
        table: TableId,
        /// Which record.
        row: RowId,
    },
    /// Several edits as one: all of them or none, and one step of undo.
    Batch {
        /// What it is called in the undo menu; derived from the edits where there is none.
        label: Option<Message>,
        /// In this order.
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

/// A step of undo or redo.
#[derive(Clone, Debug)]
struct Step {
    label: Message,
    /// What takes it back, or does it again.
    edit: Edit,
}

/// A dataset that can be changed, undone and compared with what was saved.
#[derive(Debug, Default)]
pub struct Document {
    dataset: Arc<Dataset>,
    undo: Vec<Step>,
    redo: Vec<Step>,
    /// What was typed and could not be taken, in the order of the steps: undo lets go of it.
    typed: Vec<Typed>,
    revision: Revision,
    saved: Revision,
    read_only: bool,
}

/// A draft that was typed in this session.
#[derive(Clone, Debug)]
struct Typed {
    cell: CellRef,
    /// After how many steps.
    after: usize,
    label: Message,
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

    /// The records.
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

    /// Changes the dataset.
    pub fn apply(&mut self, edit: &Edit, stamp: Stamp) -> Result<Applied, EditError> {
        let label = label::of(edit);
        let inverse = self.change(edit, Way::Forward, stamp)?;
        self.settle_drafts(edit);
        let Some(inverse) = inverse else { return Ok(Applied::Nothing) };
        self.undo.push(Step { label, edit: inverse });
        self.redo.clear();
        Ok(Applied::Changed)
    }

    /// Keeps what was typed into a cell and could not be taken, or lets go of it.
    ///
    /// No step of undo: taking back another change must not take away what someone typed. It
    /// raises the revision, so that it is saved.
    pub fn keep_draft(&mut self, cell: CellRef, text: Option<String>) {
        if self.read_only || self.dataset.draft(cell) == text.as_deref() {
            return;
        }
        let drafts = &mut Arc::make_mut(&mut self.dataset).drafts;
        drafts.retain(|draft| draft.cell() != cell);
        self.typed.retain(|typed| typed.cell != cell);
        if text.is_some() {
            let label = label::of_cell("edit-draft", cell);
            self.typed.push(Typed { cell, after: self.undo.len(), label });
        }
        drafts.extend(text.map(|text| Draft { table: cell.table, row: cell.row, column: cell.column, text }));
        self.revision.0 += 1;
    }

    /// Keeps a view under its name, in the place of an older one of that name.
    pub fn keep_view(&mut self, view: View) {
        self.drop_view(view.table, &view.name);
        if !self.read_only {
            Arc::make_mut(&mut self.dataset).views.push(view);
            self.revision.0 += 1;
        }
    }

    /// Lets go of a view.
    pub fn drop_view(&mut self, table: TableId, name: &str) {
        let is_it = |view: &View| view.table == table && view.name == name;
        if !self.read_only && self.dataset.views.iter().any(is_it) {
            Arc::make_mut(&mut self.dataset).views.retain(|view| !is_it(view));
            self.revision.0 += 1;
        }
    }

    /// What is written into a cell settles what was typed there before.
    fn settle_drafts(&mut self, edit: &Edit) {
        if self.dataset.drafts.is_empty() {
            return;
        }
        match edit {
            Edit::Set { cell, .. } => self.keep_draft(*cell, None),
            Edit::Batch { edits, .. } => edits.iter().for_each(|edit| self.settle_drafts(edit)),
            Edit::Insert { .. } | Edit::Remove { .. } => {}
        }
    }

    /// Takes back the last change. Gives its label, or none where there is nothing to undo.
    pub fn undo(&mut self, stamp: Stamp) -> Result<Option<Message>, EditError> {
        if let Some(cell) = self.typed_last() {
            let label = self.typed.last().map(|typed| typed.label.clone());
            self.keep_draft(cell, None);
            return Ok(label);
        }
        self.step(|document| &mut document.undo, |document| &mut document.redo, stamp)
    }

    /// Whose draft undo would let go of: what was typed and not taken, after the last change.
    pub fn typed_last(&self) -> Option<CellRef> {
        let last = self.typed.last().filter(|typed| typed.after >= self.undo.len())?;
        self.dataset.draft(last.cell).map(|_| last.cell)
    }

    /// Does again what was last undone. Gives its label, or none where there is nothing to redo.
    pub fn redo(&mut self, stamp: Stamp) -> Result<Option<Message>, EditError> {
        self.step(|document| &mut document.redo, |document| &mut document.undo, stamp)
    }

    /// Applies the last step of one stack and leaves its inverse on the other.
    fn step(
        &mut self,
        from: fn(&mut Self) -> &mut Vec<Step>,
        to: fn(&mut Self) -> &mut Vec<Step>,
        stamp: Stamp,
    ) -> Result<Option<Message>, EditError> {
        let Some(step) = from(self).pop() else { return Ok(None) };
        match self.change(&step.edit, Way::Back, stamp) {
            Ok(inverse) => {
                let label = step.label.clone();
                to(self).push(Step { label: step.label, edit: inverse.unwrap_or(Edit::batch(Vec::new())) });
                Ok(Some(label))
            }
            Err(error) => {
                from(self).push(step);
                Err(error)
            }
        }
    }

    /// Labels of what would be undone, the last change first. They hold no values.
    pub fn undo_labels(&self) -> impl Iterator<Item = &Message> {
        let typed_after =
            |steps: usize| self.typed.iter().rev().filter(move |typed| typed.after == steps).map(|typed| &typed.label);
        let steps = self.undo.iter().enumerate().rev();
        typed_after(self.undo.len())
            .chain(steps.flat_map(move |(place, step)| std::iter::once(&step.label).chain(typed_after(place))))
    }

    /// Labels of what would be done again, the last undone first.
    pub fn redo_labels(&self) -> impl Iterator<Item = &Message> {
        self.redo.iter().rev().map(|step| &step.label)
    }

    /// The one place where a document changes.
    fn change(&mut self, edit: &Edit, way: Way, stamp: Stamp) -> Result<Option<Edit>, EditError> {
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
