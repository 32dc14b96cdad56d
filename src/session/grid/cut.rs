//! Cut cells, which the next paste moves.
//!
//! Cut cells keep their values until they are pasted, as in spreadsheets: nothing is lost without a
//! paste, and the move is one undo step. If their values have changed by then, nothing is moved.

use crate::domain::id::{CellRef, RowId, RowSet};
use crate::domain::lens::Lens;
use crate::domain::schema::{ColumnInfo, ColumnKey, TableId};
use crate::exchange::{clipboard, show};
use crate::session::copied::Copied;
use crate::words::Words;

use super::sheet::Sheet;

#[derive(Clone, Debug)]
pub struct Cut {
    rows: Vec<RowId>,
    known: RowSet,
    columns: Vec<&'static ColumnInfo>,
    /// What was put on the clipboard.
    text: String,
}

impl Cut {
    pub fn holds(&self, row: RowId, column: ColumnKey) -> bool {
        self.columns.iter().any(|info| info.key == column) && self.known.contains(&row)
    }

    /// Whether a pasted text is this cut; the system may have changed its line endings.
    pub(super) fn is(&self, text: &str) -> bool {
        self.text == text || self.text.lines().eq(text.lines())
    }

    /// The cell at a position in the block, and its column.
    pub(super) fn cell(&self, (line, place): (usize, usize), sheet: &Sheet) -> Option<(CellRef, &'static ColumnInfo)> {
        let (row, info) = (self.rows.get(line)?, self.columns.get(place)?);
        Some((sheet.cell((*row, info.key)), info))
    }

    /// Whether the cells still have the same values.
    pub(super) fn is_current(&self, sheet: &Sheet, lens: &Lens, words: &Words) -> bool {
        self.text == written(None, sheet, (&self.rows, &self.columns), lens, words)
    }

    pub(super) fn of(
        header: Option<Vec<String>>,
        sheet: &Sheet,
        (rows, columns): (&[RowId], &[&'static ColumnInfo]),
        lens: &Lens,
        words: &Words,
    ) -> Self {
        Self {
            text: written(header, sheet, (rows, columns), lens, words),
            rows: rows.to_vec(),
            known: rows.iter().copied().collect(),
            columns: columns.to_vec(),
        }
    }

    pub(super) fn copied(&self, table: TableId) -> Copied {
        Copied::cells(self.text.clone(), table, &self.columns)
    }
}

/// A block as clipboard text. Drafts are written as shown.
fn written(
    header: Option<Vec<String>>,
    sheet: &Sheet,
    (rows, columns): (&[RowId], &[&'static ColumnInfo]),
    lens: &Lens,
    words: &Words,
) -> String {
    let lines = rows.iter().map(|row| {
        let cell = |info: &&'static ColumnInfo| {
            let pos = (*row, info.key);
            let draft = lens.dataset.draft(sheet.cell(pos));
            draft.map_or_else(|| show::plain_value(&sheet.value(pos, lens), info.kind, lens, words), str::to_owned)
        };
        columns.iter().map(cell).collect::<Vec<_>>()
    });
    clipboard::write(header.into_iter().chain(lines))
}
