//! What a journal keeps of an edit: enough to repeat the change on the same records.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::edit::Edit;
use super::perform::EditMode;

/// A change of a document, with its author and time. Restricted to the office, as it contains values.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JournalEntry {
    /// Local time.
    pub(super) at: NaiveDateTime,
    pub(super) by: String,
    pub(super) mode: EditMode,
    pub(super) edit: Edit,
}
