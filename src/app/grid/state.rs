//! A grid's state: cursor, editor, search, sort, the rows it is limited to.
//!
//! Owns how a command changes that state. Never changes the dataset: what an editor holds is
//! committed by `app::state`, which knows the document.

use std::collections::HashMap;

use crate::domain::id::{CellRef, RowId};
use crate::domain::message::Message;
use crate::domain::schema::{ColumnKey, TableId};
use crate::domain::value::Value;
use crate::exchange::entry::Suggestion;

use super::arrange::Arrangement;

/// Where the cursor goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// One column to the left.
    Left,
    /// One column to the right.
    Right,
    /// So many rows up or down.
    Rows(isize),
    /// First column.
    Home,
    /// Last column.
    End,
    /// First row.
    Top,
    /// Last row.
    Bottom,
    /// Nowhere.
    Stay,
}

/// Ascending or descending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Smallest first.
    Ascending,
    /// Largest first.
    Descending,
}

/// The rows that a figure counts, when the grid shows just those.
#[derive(Clone, Debug)]
pub struct Subset {
    /// What they are.
    pub title: Message,
    /// Each row, and why it counts.
    pub rows: HashMap<RowId, Message>,
}

/// A cell being typed in.
#[derive(Clone, Debug)]
pub struct Editor {
    /// Which cell.
    pub cell: CellRef,
    /// What is typed so far.
    pub text: String,
    /// Why it was not taken.
    pub problem: Option<Message>,
    /// What could be meant.
    pub offers: Vec<Suggestion>,
    /// The offer that the keyboard is on.
    pub offer: Option<usize>,
    /// The month that the calendar shows, as its first day.
    pub month: Option<chrono::NaiveDate>,
}

/// What can be done to a grid.
#[derive(Clone, Debug)]
pub enum GridCommand {
    /// Puts the cursor on a cell.
    Select(RowId, ColumnKey),
    /// Moves the cursor.
    Move(Direction),
    /// Opens the editor on a cell: over what it holds, or on a text that replaces it.
    Edit(RowId, ColumnKey, Option<String>),
    /// The text in the editor changed.
    Type(String),
    /// The keyboard goes to another offer.
    Offer(Option<usize>),
    /// The calendar shows another month.
    Month(chrono::NaiveDate),
    /// Takes this value into the edited cell, then moves.
    Take(Value, Direction),
    /// Takes what is typed, then moves.
    Commit(Direction),
    /// Leaves the editor; nothing is changed.
    Cancel,
    /// Empties the cell under the cursor.
    Clear,
    /// Searches.
    Search(String),
    /// Sorts by a column, then the other way, then not.
    Sort(ColumnKey),
    /// Limits the grid to some rows, or to none any more.
    Limit(Option<Subset>),
    /// A column is this wide.
    Resize(ColumnKey, f32),
}

/// One table's grid.
#[derive(Clone, Debug)]
pub struct Grid {
    table: TableId,
    cursor: Option<(RowId, ColumnKey)>,
    editor: Option<Editor>,
    search: String,
    sort: Option<(ColumnKey, Order)>,
    subset: Option<Subset>,
    widths: HashMap<ColumnKey, f32>,
    /// Raised when the cursor moved and the view must follow it.
    moves: u64,
    /// Raised when rows are to be chosen and ordered anew.
    arrangement: u64,
}

impl Grid {
    /// A grid of a table.
    pub fn new(table: TableId) -> Self {
        Self {
            table,
            cursor: None,
            editor: None,
            search: String::new(),
            sort: None,
            subset: None,
            widths: HashMap::new(),
            moves: 0,
            arrangement: 0,
        }
    }

    /// Of which table.
    pub const fn table(&self) -> TableId {
        self.table
    }

    /// The cell under the cursor.
    pub const fn cursor(&self) -> Option<(RowId, ColumnKey)> {
        self.cursor
    }

    /// The open editor.
    pub const fn editor(&self) -> Option<&Editor> {
        self.editor.as_ref()
    }

    /// The open editor, to change.
    pub const fn editor_mut(&mut self) -> Option<&mut Editor> {
        self.editor.as_mut()
    }

    /// What is searched.
    pub fn search(&self) -> &str {
        &self.search
    }

    /// The column sorted by.
    pub const fn sort(&self) -> Option<(ColumnKey, Order)> {
        self.sort
    }

    /// The rows that it is limited to.
    pub const fn subset(&self) -> Option<&Subset> {
        self.subset.as_ref()
    }

    /// Why a row is in the subset.
    pub fn reason(&self, row: RowId) -> Option<&Message> {
        self.subset.as_ref()?.rows.get(&row)
    }

    /// How wide a column was made.
    pub fn width(&self, column: ColumnKey) -> Option<f32> {
        self.widths.get(&column).copied()
    }

    /// Raised when the cursor moved and the view must follow it.
    pub const fn moves(&self) -> u64 {
        self.moves
    }

    /// Raised when rows are to be chosen and ordered anew.
    pub const fn arrangement(&self) -> u64 {
        self.arrangement
    }

    /// Puts the cursor on a cell and shows it.
    pub const fn select(&mut self, row: RowId, column: ColumnKey) {
        self.cursor = Some((row, column));
        self.moves += 1;
    }

    /// Puts the cursor somewhere that exists, after rows have gone.
    pub fn keep_cursor_within(&mut self, arrangement: &Arrangement) {
        if let Some((row, column)) = self.cursor
            && !arrangement.contains(row)
        {
            self.cursor = arrangement.near(row).map(|near| (near, column));
        }
        if self.editor.as_ref().is_some_and(|editor| !arrangement.contains(editor.cell.row)) {
            self.editor = None;
        }
    }

    /// Moves the cursor within the rows and columns that are shown.
    pub fn step(&mut self, direction: Direction, arrangement: &Arrangement) {
        let columns = self.table.columns();
        let Some((row, column)) = self.cursor.filter(|(row, _)| arrangement.contains(*row)) else {
            if let (Some(row), Some(column)) = (arrangement.first(), columns.first()) {
                self.select(row, column.key);
            }
            return;
        };
        let place = columns.iter().position(|info| info.key == column).unwrap_or(0);
        let last = columns.len().saturating_sub(1);
        let column_at = |place: usize| columns.get(place).map_or(column, |info| info.key);
        let (row, column) = match direction {
            Direction::Up => (arrangement.offset(row, -1), column),
            Direction::Down => (arrangement.offset(row, 1), column),
            Direction::Rows(rows) => (arrangement.offset(row, rows), column),
            Direction::Left => (row, column_at(place.saturating_sub(1))),
            Direction::Right => (row, column_at((place + 1).min(last))),
            Direction::Home => (row, column_at(0)),
            Direction::End => (row, column_at(last)),
            Direction::Top => (arrangement.first().unwrap_or(row), column),
            Direction::Bottom => (arrangement.last().unwrap_or(row), column),
            Direction::Stay => (row, column),
        };
        self.select(row, column);
    }

    /// Opens the editor on a cell.
    pub fn open_editor(&mut self, cell: CellRef, text: String) {
        self.cursor = Some((cell.row, cell.column));
        self.moves += 1;
        self.editor = Some(Editor { cell, text, problem: None, offers: Vec::new(), offer: None, month: None });
    }

    /// Closes the editor; what it held is gone.
    pub fn close_editor(&mut self) {
        self.editor = None;
    }

    /// Searches for something else.
    pub fn set_search(&mut self, search: String) {
        self.search = search;
        self.arrangement += 1;
    }

    /// Sorts by a column: ascending, then descending, then in the order of the file.
    pub fn toggle_sort(&mut self, column: ColumnKey) {
        self.sort = match self.sort {
            Some((sorted, Order::Ascending)) if sorted == column => Some((column, Order::Descending)),
            Some((sorted, Order::Descending)) if sorted == column => None,
            _ => Some((column, Order::Ascending)),
        };
        self.arrangement += 1;
        self.moves += 1;
    }

    /// Shows only these rows, or all of them again.
    pub fn limit(&mut self, subset: Option<Subset>) {
        self.subset = subset;
        self.search.clear();
        self.arrangement += 1;
    }

    /// Makes a column as wide as the mouse asks, never too narrow to take hold of again.
    pub fn resize(&mut self, column: ColumnKey, width: f32) {
        self.widths.insert(column, width.clamp(32.0, 900.0));
    }
}
