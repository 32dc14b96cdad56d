//! The document: a dataset, its undo and redo stacks, and the only way to change it.
//!
//! Owns revision, undo and redo. `apply` checks, changes, records the inverse, writes the history and
//! increments the revision in one call; an edit that fails or changes nothing leaves no trace. Each
//! undo step records where the user was. Whether there are unsaved changes is derived from two
//! revisions, never stored as a flag.

use std::collections::HashSet;
use std::sync::Arc;

use chrono::NaiveDateTime;

use crate::domain::dataset::{Dataset, HistoryEntry};
use crate::domain::message::Message;

use super::edit::{Edit, EditError};
use super::journal::JournalEntry;
use super::label;
use super::merge::Merge;
use super::perform::{Done, EditMode, perform};
use super::place::EditPlace;
use super::step::{ChangedAt, Stepped, UndoStep};
use super::strike::{Strike, Strikes};

/// Who makes a change, and when.
#[derive(Clone, Copy, Debug)]
pub struct Stamp<'a> {
    /// Local time.
    pub at: NaiveDateTime,
    /// The operator's name.
    pub by: &'a str,
}

/// Counts the changes of a document. It only increases: undo increments it too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Revision(u64);

/// The outcome of an edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applied {
    Changed,
    /// Nothing changed, and nothing was recorded.
    Nothing,
}

#[derive(Clone, Copy)]
enum Stepping {
    Undo,
    Redo,
}

/// A dataset with undo and redo, compared with its last saved state.
#[derive(Debug, Default)]
pub struct Document {
    dataset: Arc<Dataset>,
    undo: Vec<UndoStep>,
    redo: Vec<UndoStep>,
    revision: Revision,
    saved: Revision,
    read_only: bool,
    /// The changes not yet taken for the journal.
    journal: Vec<JournalEntry>,
}

impl Document {
    /// A freshly loaded document: nothing to undo, nothing unsaved.
    pub fn new(dataset: Dataset) -> Self {
        Self { dataset: Arc::new(dataset), ..Self::default() }
    }

    pub fn read_only(dataset: Dataset) -> Self {
        Self { read_only: true, ..Self::new(dataset) }
    }

    pub fn dataset(&self) -> &Dataset {
        &self.dataset
    }

    /// An immutable snapshot, to save or compute in the background.
    pub fn snapshot(&self) -> Arc<Dataset> {
        Arc::clone(&self.dataset)
    }

    /// The current revision, the cache key of derived data.
    pub const fn revision(&self) -> Revision {
        self.revision
    }

    pub const fn is_read_only(&self) -> bool {
        self.read_only
    }

    pub fn is_unsaved(&self) -> bool {
        self.revision != self.saved
    }

    /// Records that `revision` has been saved.
    pub const fn mark_saved(&mut self, revision: Revision) {
        self.saved = revision;
    }

    /// Changes the dataset, and records where the user is.
    ///
    /// # Errors
    /// If a table or column rejects the edit, if a reference would be left dangling, or if the document
    /// is read only. Nothing changes then.
    pub fn apply(&mut self, edit: &Edit, stamp: Stamp, place: Option<EditPlace>) -> Result<Applied, EditError> {
        let entry = JournalEntry::new(stamp, EditMode::Forward, edit.clone());
        let Some(inverse) = self.change(entry)? else { return Ok(Applied::Nothing) };
        self.redo.clear();
        if inverse != Edit::batch(Vec::new()) {
            self.undo.push(UndoStep { label: label::of(edit), edit: inverse, place });
        }
        Ok(Applied::Changed)
    }

    /// Strikes out what is told, everywhere in the document: nothing can be undone after that. Returns whether
    /// it was there.
    ///
    /// # Errors
    /// If the document is read only.
    pub fn strike(&mut self, strike: &Strike, stamp: Stamp) -> Result<bool, EditError> {
        let Some(edit) = strike.edit(&self.dataset) else { return Ok(false) };
        self.change(JournalEntry::new(stamp, EditMode::Forward, edit))?;
        self.undo.clear();
        self.redo.clear();
        Ok(true)
    }

    /// Strikes out what another version struck out. Returns whether something of it was there.
    ///
    /// # Errors
    /// As [`strike`](Self::strike).
    pub fn strike_too(&mut self, strikes: &Strikes) -> Result<bool, EditError> {
        let Strikes { at, by, all } = strikes;
        let stamp = Stamp { at: *at, by };
        all.iter().try_fold(false, |was_there, strike| Ok(self.strike(strike, stamp)? || was_there))
    }

    /// Takes the changes made since the last call, in order, to append them to a journal.
    pub fn take_journal(&mut self) -> Vec<JournalEntry> {
        std::mem::take(&mut self.journal)
    }

    /// Repeats the changes of a journal. They have no undo step.
    ///
    /// # Errors
    /// If an entry does not fit the records, or the document is read only; those before it are applied.
    pub fn replay(&mut self, entries: &[JournalEntry]) -> Result<(), EditError> {
        entries.iter().try_for_each(|entry| self.change(entry.clone()).map(|_| ()))
    }

    /// Takes over what a saved version changed. Steps whose records it changed can no longer be undone.
    ///
    /// # Errors
    /// If the merge was made from other records, or the document is read only. Nothing changes then.
    pub fn merge(&mut self, merge: &Merge, stamp: Stamp) -> Result<(), EditError> {
        let entry = merge.of_mine(stamp);
        let changed: HashSet<_> = ChangedAt::all(&entry.edit).iter().map(|at| (at.table, at.row)).collect();
        self.change(entry)?;
        for steps in [&mut self.undo, &mut self.redo] {
            steps.retain(|step| !ChangedAt::all(&step.edit).iter().any(|at| changed.contains(&(at.table, at.row))));
        }
        Ok(())
    }

    /// Undoes the last step; `None` if there is nothing to undo, as in a document that is read only.
    ///
    /// # Errors
    /// If a merge made the step impossible: it is dropped.
    pub fn undo(&mut self, stamp: Stamp) -> Result<Option<Stepped>, EditError> {
        self.step(Stepping::Undo, stamp)
    }

    /// Redoes the step undone last; `None` if there is nothing to redo.
    ///
    /// # Errors
    /// As [`undo`](Self::undo).
    pub fn redo(&mut self, stamp: Stamp) -> Result<Option<Stepped>, EditError> {
        self.step(Stepping::Redo, stamp)
    }

    /// Applies the last step of one stack and pushes its inverse onto the other.
    fn step(&mut self, stepping: Stepping, stamp: Stamp) -> Result<Option<Stepped>, EditError> {
        let Some(UndoStep { label, edit, place }) = self.stack(stepping).last().cloned() else { return Ok(None) };
        let inverse = match self.change(JournalEntry::new(stamp, EditMode::Back, edit.clone())) {
            Ok(inverse) => inverse.unwrap_or_else(|| Edit::batch(Vec::new())),
            Err(error) => {
                // It would be in the way of those before it.
                self.stack(stepping).pop();
                return Err(error);
            }
        };
        // The edit that redoes a step has its parts in their original order.
        let (in_order, from, to) = match stepping {
            Stepping::Undo => (&inverse, &mut self.undo, &mut self.redo),
            Stepping::Redo => (&edit, &mut self.redo, &mut self.undo),
        };
        let changed = ChangedAt::first(in_order, place, &self.dataset);
        from.pop();
        to.push(UndoStep { label: label.clone(), edit: inverse, place });
        Ok(Some(Stepped { label, place, changed }))
    }

    const fn stack(&mut self, stepping: Stepping) -> &mut Vec<UndoStep> {
        match stepping {
            Stepping::Undo => &mut self.undo,
            Stepping::Redo => &mut self.redo,
        }
    }

    /// How many steps can be undone, and how many redone.
    pub const fn steps(&self) -> (usize, usize) {
        (self.undo.len(), self.redo.len())
    }

    /// Undo labels, the latest first. They contain no values.
    pub fn undo_labels(&self) -> impl Iterator<Item = &Message> {
        self.undo.iter().rev().map(|step| &step.label)
    }

    /// Redo labels, the latest undone first.
    pub fn redo_labels(&self) -> impl Iterator<Item = &Message> {
        self.redo.iter().rev().map(|step| &step.label)
    }

    /// The only place where a document changes. Returns the inverse.
    fn change(&mut self, entry: JournalEntry) -> Result<Option<Edit>, EditError> {
        if self.read_only {
            return Err(EditError::ReadOnly);
        }
        let dataset = Arc::make_mut(&mut self.dataset);
        let done = perform(dataset, &entry.edit, entry.mode)?;
        let history_only = entry.history.as_ref().is_some_and(|history| !history.is_empty());
        if done.is_none() && !history_only {
            return Ok(None);
        }
        let Done { inverse, changes } = done.unwrap_or_default();
        match &entry.history {
            Some(history) => dataset.history.extend(history.iter().cloned()),
            None => dataset.history.extend(changes.into_iter().map(|(table, row, change)| HistoryEntry {
                at: entry.at,
                by: entry.by.clone(),
                table,
                row,
                change,
            })),
        }
        self.revision.0 += 1;
        self.journal.push(entry);
        Ok(Some(inverse))
    }
}
