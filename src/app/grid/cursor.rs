//! How a grid's selection changes: selected, stretched, moved, kept within what is shown.
//!
//! It never grows by itself onto cells that no one selected, whatever is sorted, hidden or removed.

use crate::domain::id::RowId;
use crate::domain::schema::{ColumnInfo, ColumnKey};

use super::arrange::Arrangement;
use super::command::Direction;
use super::selection::{Block, Reach, Selection, Spot};
use super::state::Grid;

impl Grid {
    /// The cell under the cursor.
    pub fn cursor(&self) -> Option<Spot> {
        self.selection.map(|selection| selection.cursor)
    }

    /// What is selected.
    pub const fn selection(&self) -> Option<Selection> {
        self.selection
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

    /// Stretches the selection to a cell.
    pub fn stretch(&mut self, to: Spot) {
        match &mut self.selection {
            Some(selection) => {
                selection.cursor = to;
                self.moves += 1;
            }
            None => self.select(to.0, to.1),
        }
    }

    /// Lets the selection reach over whole rows, columns or everything.
    pub fn reach(&mut self, reach: Reach) {
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
        let Some(Selection { anchor, cursor, reach }) = self.selection else {
            return Some(Selection::at((arrangement.first()?, self.columns.shown().first()?.key)));
        };
        let row = if arrangement.contains(cursor.0) { cursor.0 } else { arrangement.near(cursor.0)? };
        // A corner that went takes the other rows along.
        let is_whole = row == cursor.0 && arrangement.contains(anchor.0);
        let columns = (self.columns.near(anchor.1, cursor.1)?, self.columns.near(cursor.1, anchor.1)?);
        Some(Selection { anchor: (if is_whole { anchor.0 } else { row }, columns.0), cursor: (row, columns.1), reach })
    }

    /// The selected rows and columns, as they are shown.
    pub fn block<'a>(&self, arrangement: &Arrangement, shown: &'a [&'static ColumnInfo]) -> Option<Block<'a>> {
        self.selection?.block(arrangement, shown)
    }

    /// Columns stand in another order: the selection keeps to the cursor's column.
    pub(super) fn columns_moved(&mut self) {
        if let Some(selection) = &mut self.selection {
            selection.anchor.1 = selection.cursor.1;
        }
    }

    /// Moves the cursor within what is shown, or stretches the selection.
    pub fn step(
        &mut self,
        direction: Direction,
        stretches: bool,
        arrangement: &Arrangement,
        holds: &dyn Fn(Spot) -> bool,
    ) {
        let shown = self.columns.shown();
        let Some(from) = self.cursor().filter(|(row, _)| arrangement.contains(*row)) else {
            if let (Some(row), Some(info)) = (arrangement.first(), shown.first()) {
                self.select(row, info.key);
            }
            return;
        };
        let to = super::step::step(from, direction, arrangement, &shown, holds);
        if stretches {
            self.stretch(to);
        } else {
            self.set_selection(Selection::at(to));
        }
    }
}
