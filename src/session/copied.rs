//! What goes to the clipboard: a text that no spreadsheet runs, and whether it is to be forgotten.
//!
//! One rule: what not every audience may see is confidential, and so is a text of which that is not known. When
//! it is forgotten belongs to the host.

use crate::domain::id::CellRef;
use crate::domain::schema::{ColumnInfo, TableId};
use crate::exchange::harmless::harmless_parts;

/// A text for the clipboard.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copied {
    pub text: String,
    /// The same for whoever takes tables: a word processor, a mail.
    pub html: Option<String>,
    /// It may be about persons or their homes.
    pub is_confidential: bool,
}

impl Copied {
    /// Cells of a table, as clipboard text.
    pub(super) fn cells(text: String, table: TableId, columns: &[&ColumnInfo]) -> Self {
        Self { text, is_confidential: !columns.iter().all(|info| table.is_for_everyone(info)), html: None }
    }

    /// The figures of a chart, as clipboard text: like its picture.
    pub(super) const fn figures(text: String, html: String) -> Self {
        Self { text, html: Some(html), is_confidential: true }
    }

    /// A part of a text field, or a single value; of a cell, where it is known.
    pub(super) fn typed(text: &str, of: Option<CellRef>) -> Self {
        let is_for_everyone =
            |cell: CellRef| cell.table.column(cell.column).is_some_and(|info| cell.table.is_for_everyone(info));
        Self { text: harmless_parts(text), html: None, is_confidential: !of.is_some_and(is_for_everyone) }
    }
}
