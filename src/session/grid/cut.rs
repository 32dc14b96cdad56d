//! What was cut: the cells that the next paste moves.
//!
//! Cells that were cut keep what they hold until they are pasted, as in the spreadsheets people
//! know: nothing is lost where the paste never comes, and the move is one step of undo. Where they
//! hold something else by then, nothing is moved: what was cut is no longer there.

use crate::domain::id::{CellRef, RowId, RowSet};
use crate::domain::lens::Lens;
use crate::domain::schema::{ColumnInfo, ColumnKey, TableId};
use crate::exchange::{clipboard, show};
use crate::words::Words;

/// The cells that the next paste moves.
#[derive(Clone, Debug)]
pub struct Cut {
    rows: Vec<RowId>,
    known: RowSet,
    columns: Vec<&'static ColumnInfo>,
    /// What the clipboard holds of them.
    text: String,
}

impl Cut {
    /// Whether a cell is one of them.
    pub fn holds(&self, row: RowId, column: ColumnKey) -> bool {
        self.columns.iter().any(|info| info.key == column) && self.known.contains(&row)
    }

    /// Whether a pasted text is theirs; the system may have changed its line ends.
    pub(super) fn is(&self, text: &str) -> bool {
        self.text == text || self.text.lines().eq(text.lines())
    }

    /// The cell of a place in the block, and its column.
    pub(super) fn cell(&self, (line, place): (usize, usize), table: TableId) -> Option<(CellRef, &'static ColumnInfo)> {
        let (row, info) = (self.rows.get(line)?, self.columns.get(place)?);
        Some((CellRef { table, row: *row, column: info.key }, info))
    }

    /// Whether its cells still hold what was cut; after an undo they may not.
    pub(super) fn is_current(&self, table: TableId, lens: &Lens, words: &Words) -> bool {
        self.text == written(None, table, (&self.rows, &self.columns), lens, words)
    }

    /// What is to be cut of a block, with what the clipboard holds of it.
    pub(super) fn of(
        header: Option<Vec<String>>,
        table: TableId,
        (rows, columns): (&[RowId], &[&'static ColumnInfo]),
        lens: &Lens,
        words: &Words,
    ) -> Self {
        Self {
            text: written(header, table, (rows, columns), lens, words),
            rows: rows.to_vec(),
            known: rows.iter().copied().collect(),
            columns: columns.to_vec(),
        }
    }

    /// What the clipboard holds of it.
    pub(super) fn text(&self) -> &str {
        &self.text
    }
}

/// What the clipboard holds of a block. What is to be corrected is written as it is shown.
fn written(
    header: Option<Vec<String>>,
    table: TableId,
    (rows, columns): (&[RowId], &[&'static ColumnInfo]),
    lens: &Lens,
    words: &Words,
) -> String {
    let lines = rows.iter().map(|row| {
        let cell = |info: &&'static ColumnInfo| {
            let draft = lens.dataset.draft(CellRef { table, row: *row, column: info.key });
            draft.map_or_else(|| show::plain(table, *row, info, lens, words), str::to_owned)
        };
        columns.iter().map(cell).collect::<Vec<_>>()
    });
    clipboard::write(header.into_iter().chain(lines))
}
