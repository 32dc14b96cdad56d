//! A grid's state: selection, editor, what it shows, columns.
//!
//! Owns how that state changes by itself. What a command means for the dataset is in `act`;
//! nothing here reads or changes records.

use crate::domain::id::RowId;
use crate::domain::schema::{ColumnKey, TableId};

use super::arrange::Arrangement;
use super::columns::Columns;
use super::cut::Cut;
use super::editor::Editor;
use super::selection::{Block, CellPos, Extent, Selection};
use super::showing::Showing;
use super::step::Direction;

/// One table's grid.
#[derive(Clone, Debug)]
pub struct Grid {
    table: TableId,
    selection: Option<Selection>,
    /// Where a run of Tabs began: Enter goes back to that column.
    tab_start: Option<ColumnKey>,
    pub(super) editor: Option<Editor>,
    pub(super) cut: Option<Cut>,
    pub(super) showing: Showing,
    pub(super) columns: Columns,
    /// Raised when the cursor moved and the view must follow it.
    pub(super) moves: u64,
    /// Raised when the cursor was sent home, so that the view goes back to the left.
    pub(super) homes: u64,
    /// Raised when rows are to be chosen and ordered anew.
    pub(super) arrangement: u64,
}

impl Grid {
    /// A grid of a table.
    pub fn new(table: TableId) -> Self {
        Self {
            table,
            selection: None,
            tab_start: None,
            editor: None,
            cut: None,
            showing: Showing::default(),
            columns: Columns::of(table),
            moves: 0,
            homes: 0,
            arrangement: 0,
        }
    }

    /// Of which table.
    pub const fn table(&self) -> TableId {
        self.table
    }

    /// The cell under the cursor.
    pub fn cursor(&self) -> Option<CellPos> {
        self.selection.map(|selection| selection.cursor)
    }

    /// Raised when the cursor was sent home.
    pub const fn homes(&self) -> u64 {
        self.homes
    }

    /// What is selected.
    pub const fn selection(&self) -> Option<Selection> {
        self.selection
    }

    /// The open editor.
    pub const fn editor(&self) -> Option<&Editor> {
        self.editor.as_ref()
    }

    /// Its columns.
    pub const fn columns(&self) -> &Columns {
        &self.columns
    }

    /// Raised when the cursor moved and the view must follow it.
    pub const fn moves(&self) -> u64 {
        self.moves
    }

    /// Raised when rows are to be chosen and ordered anew.
    pub const fn arrangement(&self) -> u64 {
        self.arrangement
    }

    /// Selects one cell and shows it.
    pub fn select(&mut self, row: RowId, column: ColumnKey) {
        self.set_selection(Selection::at((row, column)));
        self.tab_start = None;
    }

    /// Selects so.
    pub fn set_selection(&mut self, selection: Selection) {
        self.selection = Some(selection);
        self.moves += 1;
    }

    /// Goes to the first row and column that will be shown.
    pub(super) const fn begin_anew(&mut self) {
        self.selection = None;
        self.moves += 1;
        self.homes += 1;
    }

    /// Shows a column that may be hidden.
    pub fn show_column(&mut self, column: ColumnKey) {
        self.columns.show(column);
    }

    /// Extends the selection to a cell.
    pub fn extend(&mut self, to: CellPos) {
        match &mut self.selection {
            Some(selection) => {
                selection.corner = to;
                self.moves += 1;
            }
            None => self.select(to.0, to.1),
        }
    }

    /// Lets the selection reach over whole rows, columns or everything.
    pub fn reach(&mut self, reach: Extent) {
        if let Some(selection) = &mut self.selection {
            selection.reach = reach;
        }
    }

    /// Notes where a run of Tabs began.
    pub(super) fn note_tab(&mut self, from: ColumnKey) {
        self.tab_start.get_or_insert(from);
    }

    /// The column to which Enter goes back after Tabs.
    pub(super) fn take_tab_start(&mut self) -> Option<ColumnKey> {
        self.tab_start.take()
    }

    /// Puts the selection somewhere that is shown, after rows have gone or columns were hidden. It
    /// never grows onto cells that no one selected; where nothing is selected, it begins.
    pub fn keep_selection_within(&mut self, arrangement: &Arrangement) {
        self.tab_start = self.tab_start.filter(|column| self.columns.is_shown(*column));
        self.selection = self.selection_within(arrangement);
        if self.editor.as_ref().is_some_and(|editor| !arrangement.contains(editor.cell.row)) {
            self.editor = None;
        }
    }

    fn selection_within(&self, arrangement: &Arrangement) -> Option<Selection> {
        let Some(Selection { cursor, corner, reach }) = self.selection else {
            return Some(Selection::at((arrangement.first()?, self.columns.shown().first()?.key)));
        };
        let row = if arrangement.contains(cursor.0) { cursor.0 } else { arrangement.near(cursor.0)? };
        // A corner that went takes the other rows along.
        let is_whole = row == cursor.0 && arrangement.contains(corner.0);
        let columns = (self.columns.near(cursor.1, corner.1)?, self.columns.near(corner.1, cursor.1)?);
        Some(Selection { cursor: (row, columns.0), corner: (if is_whole { corner.0 } else { row }, columns.1), reach })
    }

    /// The selected rows and columns, as they are shown.
    pub fn block<'a>(
        &self,
        arrangement: &'a Arrangement,
        shown: &'a [&'static crate::domain::schema::ColumnInfo],
    ) -> Option<Block<'a>> {
        self.selection?.block(arrangement, shown)
    }

    /// Opens the editor on a cell. A selection that has its cursor there stays: Ctrl+Enter fills it.
    pub(super) fn open_editor(&mut self, editor: Editor) {
        let cell = (editor.cell.row, editor.cell.column);
        if self.cursor() != Some(cell) {
            self.tab_start = None;
            self.set_selection(Selection::at(cell));
        }
        self.moves += 1;
        self.editor = Some(editor);
    }

    /// Columns stand in another order: the selection keeps to the cursor's column.
    pub(super) fn columns_moved(&mut self) {
        if let Some(selection) = &mut self.selection {
            selection.corner.1 = selection.cursor.1;
        }
    }

    /// Rows are to be chosen and ordered anew: the selection keeps to the cursor's row, since what
    /// will stand between its corners is something else.
    pub(super) fn rearrange(&mut self) {
        self.arrangement += 1;
        if let Some(selection) = &mut self.selection {
            selection.corner.0 = selection.cursor.0;
        }
    }

    /// Moves the cursor within what is shown.
    pub fn step(&mut self, direction: Direction, arrangement: &Arrangement, holds: &dyn Fn(CellPos) -> bool) {
        if let Some(from) = self.cursor_within(arrangement) {
            let to = super::step::step(from, direction, arrangement, &self.columns.shown(), holds);
            self.set_selection(Selection::at(to));
        }
    }

    /// Moves the far corner of the selection.
    pub fn step_corner(&mut self, direction: Direction, arrangement: &Arrangement, holds: &dyn Fn(CellPos) -> bool) {
        if self.cursor_within(arrangement).is_some()
            && let Some(Selection { corner, .. }) = self.selection
        {
            self.extend(super::step::step(corner, direction, arrangement, &self.columns.shown(), holds));
        }
    }

    /// The cursor, where its row is shown; else it goes to the first cell and stays there.
    fn cursor_within(&mut self, arrangement: &Arrangement) -> Option<CellPos> {
        let cursor = self.cursor().filter(|(row, _)| arrangement.contains(*row));
        if cursor.is_none() {
            let first = arrangement.first().zip(self.columns.shown().first().map(|info| info.key));
            if let Some((row, column)) = first {
                self.select(row, column);
            }
        }
        cursor
    }
}
