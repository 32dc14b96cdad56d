//! Changes of a document that are no edits of its own: what others saved, a text that a sudden end left.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::domain::dataset::Dataset;
use crate::domain::id::CellRef;
use crate::domain::message::Message;
use crate::domain::value::Value;
use crate::edit::{self, Applied, Clash, Edit, JournalEntry, Merge, Stamp};
use crate::exchange::show;

use super::Session;

impl Session {
    /// The cell of the open editor, and what was typed there.
    pub fn typing(&self) -> Option<(CellRef, &str)> {
        let editor = self.grids.values().find_map(|grid| grid.editor())?;
        Some((editor.cell, if editor.is_typed { editor.text() } else { "" }))
    }

    /// Offers a text that was being typed when the app ended: as a draft of its cell.
    pub fn offer_typed(&mut self, cell: CellRef, text: String) {
        let by = self.operator.clone().unwrap_or_default();
        let stamp = Stamp { at: self.now(), by: &by };
        if self.document.apply(&Edit::Draft { cell, text: Some(text) }, stamp, None) == Ok(Applied::Changed) {
            self.follow();
            self.report_problem(Message::new("typing-offered").term("column", cell.table.column_word(cell.column)));
        }
    }

    /// Takes over the records of a backup, as one step that can be undone.
    pub fn restore_backup(&mut self, then: &Dataset, day: NaiveDate) {
        let day = self.words.date(day);
        let label = Message::new("edit-restore").text("day", day.clone());
        let edit = edit::restore(self.document.dataset(), then, label);
        if self.apply(&edit) {
            self.notify(Message::new("restored").text("day", day));
        }
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
        self.clashes.extend(merge.clashes.iter().cloned());
        self.follow();
        self.say_merged(merge);
        Some(merge.of_theirs(stamp))
    }

    /// Fields that others changed too, on which the user has not decided: their drafts are still there.
    pub fn clashes(&self) -> impl Iterator<Item = &Clash> {
        self.clashes.iter().filter(|clash| self.dataset().draft(clash.cell).is_some())
    }

    /// A value of a clash as text.
    pub fn clash_text(&self, cell: CellRef, value: &Value) -> String {
        let Some(info) = cell.table.column(cell.column) else { return String::new() };
        let text = show::value(value, info.kind, &self.lens(), &self.words);
        if text.is_empty() { self.words.text("card-empty").to_owned() } else { text }
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
        if merge.struck > 0 {
            self.report_problem(message("merged-struck").count("n", merge.struck));
        } else if !merge.clashes.is_empty() {
            self.report_problem(message("merged-clashes").count("n", merge.clashes.len()));
        } else if !merge.kept.is_empty() {
            self.report_problem(message("merged-kept").count("n", merge.kept.len()));
        } else {
            self.notify(message("merged"));
        }
    }
}
