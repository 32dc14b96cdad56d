//! A grid's state: selection, editor, query, columns.
//!
//! Nothing here reads or changes records; `act` defines what a command does to the dataset.

use crate::domain::id::{CellRef, RowId};
use crate::domain::schema::{Audience, ColumnKey, TableId};

use super::arrange::Arrangement;
use super::columns::Columns;
use super::cut::Cut;
use super::editor::Editor;
use super::query::RowQuery;
use super::selection::{CellBlock, CellPos, Extent, Selection};
use super::sheet::Sheet;
use super::step::Direction;
use super::trail::Trail;

#[derive(Clone, Debug)]
pub struct Grid {
    pub(super) sheet: Sheet,
    selection: Option<Selection>,
    /// The column where a run of Tabs began; Enter returns to it.
    tab_start: Option<ColumnKey>,
    pub(super) editor: Option<Editor>,
    /// The cell whose text the last key left as a draft; Backspace goes back to it.
    pub(super) refused: Option<CellRef>,
    pub(super) cut: Option<Cut>,
    pub(super) query: RowQuery,
    pub(super) columns: Columns,
    pub(super) trail: Trail,
    /// Incremented when rows must be filtered and sorted again.
    pub(super) arrangement: u64,
}

impl Grid {
    /// The office's grid of the records of a table.
    pub fn new(table: TableId) -> Self {
        Self::of(Sheet::Records(table, Audience::Office), Columns::of(table))
    }

    pub fn of(sheet: Sheet, columns: Columns) -> Self {
        Self {
            selection: None,
            tab_start: None,
            editor: None,
            refused: None,
            cut: None,
            query: RowQuery::default(),
            columns,
            sheet,
            trail: Trail::default(),
            arrangement: 0,
        }
    }

    /// The table of its records.
    pub fn table(&self) -> TableId {
        self.sheet.table()
    }

    pub const fn sheet(&self) -> &Sheet {
        &self.sheet
    }

    /// Lays out the same again, after a change.
    pub fn lay_out(&mut self, sheet: Sheet) {
        self.columns.follow(&sheet.columns());
        self.sheet = sheet;
    }

    /// The cell that Backspace goes back to.
    pub const fn refused(&self) -> Option<CellRef> {
        self.refused
    }

    pub fn cursor(&self) -> Option<CellPos> {
        self.selection.map(|selection| selection.cursor)
    }

    /// The cell of a record under the cursor; the record may be yet to be made.
    pub fn cell(&self) -> Option<CellRef> {
        self.cursor().map(|pos| self.sheet.cell(pos))
    }

    pub const fn selection(&self) -> Option<Selection> {
        self.selection
    }

    pub const fn editor(&self) -> Option<&Editor> {
        self.editor.as_ref()
    }

    pub const fn columns(&self) -> &Columns {
        &self.columns
    }

    /// What the view scrolls after.
    pub const fn trail(&self) -> &Trail {
        &self.trail
    }

    /// Incremented when rows must be filtered and sorted again.
    pub const fn arrangement(&self) -> u64 {
        self.arrangement
    }

    pub fn select(&mut self, row: RowId, column: ColumnKey) {
        self.set_selection(Selection::at((row, column)));
        self.tab_start = None;
    }

    pub fn set_selection(&mut self, selection: Selection) {
        self.selection = Some(selection);
        self.moved();
    }

    /// The view must scroll to the selection.
    pub(super) fn moved(&mut self) {
        self.trail.push(self.selection.map(|selection| selection.corner), false);
    }

    /// Selects the first row and column at the next arrangement.
    pub(super) fn begin_anew(&mut self) {
        self.selection = None;
        self.trail.push(None, true);
    }

    /// Brings a column into sight.
    pub fn show_column(&mut self, column: ColumnKey) {
        self.columns.reveal(column);
    }

    /// Shows other columns. The cursor stays on its row, and on its column if that is shown.
    pub(super) fn change_columns(&mut self, change: impl FnOnce(&mut Columns)) {
        change(&mut self.columns);
        self.take_tab_start();
        let Some((row, column)) = self.cursor() else { return };
        let shown = self.columns.shown();
        let first = shown.get(self.columns.still()).or(shown.first()).map(|info| info.key);
        let column = if self.columns.is_shown(column) { Some(column) } else { first };
        if let Some(column) = column {
            self.select(row, column);
            // Other columns begin at the left, as far as the cursor allows.
            self.trail.went_home();
            self.select(row, column);
        }
    }

    pub fn extend(&mut self, to: CellPos) {
        match &mut self.selection {
            Some(selection) => {
                selection.corner = to;
                self.moved();
            }
            None => self.select(to.0, to.1),
        }
    }

    /// Extends the selection to whole rows, columns or everything.
    pub fn reach(&mut self, reach: Extent) {
        if let Some(selection) = &mut self.selection {
            selection.reach = reach;
        }
    }

    pub(super) fn note_tab(&mut self, from: ColumnKey) {
        self.tab_start.get_or_insert(from);
    }

    pub(super) fn take_tab_start(&mut self) -> Option<ColumnKey> {
        self.tab_start.take()
    }

    /// Moves the selection to shown cells, after rows were removed or columns hidden. It never
    /// grows; without a selection, the first cell is selected.
    pub fn keep_selection_within(&mut self, arrangement: &Arrangement) {
        self.tab_start = self.tab_start.filter(|column| self.columns.is_shown(*column));
        self.selection = self.selection_within(arrangement);
        if self.editor.as_ref().is_some_and(|editor| !arrangement.contains(editor.at.0)) {
            self.editor = None;
        }
    }

    fn selection_within(&self, arrangement: &Arrangement) -> Option<Selection> {
        let Some(Selection { cursor, corner, reach }) = self.selection else {
            return Some(Selection::at((arrangement.first()?, self.columns.shown().first()?.key)));
        };
        let row = if arrangement.contains(cursor.0) { cursor.0 } else { arrangement.near(cursor.0)? };
        // If a corner is gone, the selection shrinks to one row.
        let is_whole = row == cursor.0 && arrangement.contains(corner.0);
        let columns = (self.columns.near(cursor.1, corner.1)?, self.columns.near(corner.1, cursor.1)?);
        Some(Selection { cursor: (row, columns.0), corner: (if is_whole { corner.0 } else { row }, columns.1), reach })
    }

    /// The shown rows and columns of the selection.
    pub fn block<'a>(
        &self,
        arrangement: &'a Arrangement,
        shown: &'a [&'static crate::domain::schema::ColumnInfo],
    ) -> Option<CellBlock<'a>> {
        self.selection?.block(arrangement, shown)
    }

    /// Opens the editor on a cell. A selection with its cursor there stays, for Ctrl+Enter to fill.
    pub(super) fn open_editor(&mut self, editor: Editor) {
        if self.cursor() != Some(editor.at) {
            self.tab_start = None;
            self.set_selection(Selection::at(editor.at));
        }
        self.moved();
        self.editor = Some(editor);
    }

    /// Shrinks the selection to the cursor's column, since columns were reordered.
    pub(super) fn columns_moved(&mut self) {
        if let Some(selection) = &mut self.selection {
            selection.corner.1 = selection.cursor.1;
        }
    }

    /// Has rows filtered and sorted again. Shrinks the selection to the cursor's row, since other
    /// rows will lie between its corners.
    pub(super) fn rearrange(&mut self) {
        self.arrangement += 1;
        if let Some(selection) = &mut self.selection {
            selection.corner.0 = selection.cursor.0;
        }
    }

    pub fn step(&mut self, direction: Direction, arrangement: &Arrangement, holds: &dyn Fn(CellPos) -> bool) {
        if let Some(from) = self.cursor_within(arrangement) {
            let to = super::step::step(from, direction, arrangement, &self.columns.shown(), holds);
            self.set_selection(Selection::at(to));
        }
    }

    pub fn step_corner(&mut self, direction: Direction, arrangement: &Arrangement, holds: &dyn Fn(CellPos) -> bool) {
        if self.cursor_within(arrangement).is_some()
            && let Some(Selection { corner, .. }) = self.selection
        {
            self.extend(super::step::step(corner, direction, arrangement, &self.columns.shown(), holds));
        }
    }

    /// The cursor, if its row is shown; otherwise selects the first cell and returns none.
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
