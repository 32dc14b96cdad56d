//! What a journal keeps of an edit: enough to repeat the change on the same records.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use crate::domain::dataset::HistoryEntry;

use super::document::Stamp;
use super::edit::Edit;
use super::perform::EditMode;
use super::strike::{Strike, Strikes, Struck};

/// A change of a document, with its author and time. Restricted to the office, as it contains values.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JournalEntry {
    /// Local time.
    pub(super) at: NaiveDateTime,
    pub(super) by: String,
    pub(super) mode: EditMode,
    pub(super) edit: Edit,
    /// The history of the change, where it is that of another version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) history: Option<Vec<HistoryEntry>>,
}

impl JournalEntry {
    pub(super) fn new(stamp: Stamp, mode: EditMode, edit: Edit) -> Self {
        Self { at: stamp.at, by: stamp.by.to_owned(), mode, edit, history: None }
    }

    /// What it strikes out.
    pub fn strikes(&self) -> Option<Strikes> {
        let mut strikes = Vec::new();
        collect(&self.edit, &mut strikes);
        (!strikes.is_empty()).then(|| self.signing(strikes))
    }

    /// Strikes of the same author and time.
    pub fn signing(&self, all: Vec<Strike>) -> Strikes {
        Strikes { at: self.at, by: self.by.clone(), all }
    }

    /// Whether repeating it changes neither records nor history.
    pub fn changes_nothing(&self) -> bool {
        self.edit == Edit::batch(Vec::new()) && self.history.as_ref().is_none_or(Vec::is_empty)
    }

    /// What another version changed, with its history.
    pub(super) fn merging(stamp: Stamp, edit: Edit, history: Vec<HistoryEntry>) -> Self {
        Self { history: Some(history), ..Self::new(stamp, EditMode::Merge, edit) }
    }
}

fn collect(edit: &Edit, strikes: &mut Vec<Strike>) {
    match edit {
        Edit::Strike(struck) => {
            // In one, since each is looked for in all that is kept.
            let mut cells = Vec::new();
            for struck in struck {
                match struck {
                    Struck::Cell(cell, left) => cells.push((*cell, left.clone())),
                    Struck::Record(table, row) => strikes.push(Strike::Record(*table, *row)),
                    Struck::Details(cases) => strikes.push(Strike::Details(cases.clone())),
                }
            }
            strikes.extend((!cells.is_empty()).then_some(Strike::Cells(cells)));
        }
        Edit::Batch { edits, .. } => edits.iter().for_each(|edit| collect(edit, strikes)),
        _ => {}
    }
}
