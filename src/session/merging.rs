//! Takes over what others saved, and says so.

use std::collections::BTreeSet;

use crate::domain::id::RowId;
use crate::domain::message::Message;
use crate::edit::{JournalEntry, Merge, Stamp};

use super::Session;

impl Session {
    /// The record being typed into.
    pub fn row_in_hand(&self) -> Option<RowId> {
        self.grids.values().find_map(|grid| grid.editor()).map(|editor| editor.cell.row)
    }

    /// Takes over what others saved. Returns the change that leads there from what they saved; none if it
    /// was refused.
    pub fn merge(&mut self, merge: &Merge) -> Option<JournalEntry> {
        let by = self.operator.clone().unwrap_or_default();
        let stamp = Stamp { at: self.now(), by: &by };
        if let Err(error) = self.document.merge(merge, stamp) {
            self.report_problem(error.message());
            return None;
        }
        // The journal begins anew, from what they saved.
        self.document.take_journal();
        if merge.is_saved() {
            self.document.mark_saved(self.document.revision());
        }
        self.follow();
        self.say_merged(merge);
        Some(merge.of_theirs(stamp))
    }

    fn say_merged(&mut self, merge: &Merge) {
        if merge.changes_nothing() {
            return;
        }
        // A hand that wrote into the file left no name.
        let someone = self.words.text("merged-someone");
        let mut authors: BTreeSet<&str> = merge.authors().filter(|by| !by.is_empty()).collect();
        if authors.is_empty() {
            authors.insert(someone);
        }
        let by = authors.into_iter().collect::<Vec<_>>().join(", ");
        let message = |key| Message::new(key).text("by", by.clone());
        if !merge.clashes.is_empty() {
            self.report_problem(message("merged-clashes").count("n", merge.clashes.len()));
        } else if !merge.kept.is_empty() {
            self.report_problem(message("merged-kept").count("n", merge.kept.len()));
        } else {
            self.notify(message("merged"));
        }
    }
}
