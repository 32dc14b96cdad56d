//! Copying, cutting and moving cells.
//!
//! Cells that were cut keep what they hold until they are pasted, as in the spreadsheets people
//! know: nothing is lost where the paste never comes, and the move is one step of undo. Where they
//! hold something else by then, nothing is moved: what was cut is no longer there.

use crate::domain::id::{CellRef, RowId, RowSet};
use crate::domain::lens::Lens;
use crate::domain::schema::{ColumnInfo, ColumnKey, TableId};
use crate::edit::EditError;
use crate::exchange::{clipboard, show};
use crate::words::Words;

use super::act::Desk;
use super::command::Response;
use super::state::Grid;

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
}

impl Grid {
    /// The cells that the next paste moves.
    pub const fn cut(&self) -> Option<&Cut> {
        self.cut.as_ref()
    }

    /// Gives the selected cells to the clipboard.
    pub(super) fn copy(&mut self, with_headers: bool, desk: &Desk) -> Response {
        self.cut = None;
        self.copied(with_headers, desk).map_or(Response::Done, |cut| Response::Copied(cut.text))
    }

    /// Gives the selected cells to the clipboard, to be moved by the next paste.
    pub(super) fn cut_selected(&mut self, desk: &Desk) -> Response {
        if desk.is_read_only {
            return Response::Refused(EditError::ReadOnly.message());
        }
        self.cut = self.copied(false, desk);
        self.cut.as_ref().map_or(Response::Done, |cut| Response::Copied(cut.text.clone()))
    }

    /// Lets go of what was cut where its cells hold something else by now: after an undo, say.
    pub fn keep_cut(&mut self, lens: &Lens, words: &Words) {
        let table = self.table();
        let now = |cut: &Cut| written(None, table, (&cut.rows, &cut.columns), lens, words);
        self.cut = self.cut.take().filter(|cut| cut.text == now(cut));
    }

    fn copied(&self, with_headers: bool, desk: &Desk) -> Option<Cut> {
        let (table, shown) = (self.table(), self.columns.shown());
        let block = self.block(desk.arrangement, &shown)?;
        let (rows, columns) = (block.rows(), block.columns());
        let name = |info: &&'static ColumnInfo| {
            desk.words.text(&format!("col-{}-{}", table.key(), info.key.as_str())).to_owned()
        };
        let header = with_headers.then(|| columns.iter().map(name).collect());
        Some(Cut {
            text: written(header, table, (rows, columns), &desk.lens, desk.words),
            rows: rows.to_vec(),
            known: rows.iter().copied().collect(),
            columns: columns.to_vec(),
        })
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
