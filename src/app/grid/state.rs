//! A grid's state: selection, editor, search, sort, filters, columns, the rows it is limited to.
//!
//! Owns how that state changes by itself. What a command means for the dataset is in `act`;
//! nothing here reads or changes records.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::domain::id::{CellRef, RowId};
use crate::domain::message::Message;
use crate::domain::schema::{ColumnKey, TableId};
use crate::exchange::entry::Suggestion;

use super::arrange::Arrangement;
use super::columns::Columns;
use super::command::Direction;
use super::filter::{Filter, Test};
use super::selection::{Block, Reach, Selection, Spot};

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
    pub month: Option<NaiveDate>,
}

/// One table's grid.
#[derive(Clone, Debug)]
pub struct Grid {
    table: TableId,
    selection: Option<Selection>,
    /// Where a run of Tabs began: Enter goes back to that column.
    tab_start: Option<ColumnKey>,
    pub(super) editor: Option<Editor>,
    search: String,
    sort: Vec<(ColumnKey, Order)>,
    filters: Vec<Filter>,
    subset: Option<Subset>,
    pub(super) columns: Columns,
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
            selection: None,
            tab_start: None,
            editor: None,
            search: String::new(),
            sort: Vec::new(),
            filters: Vec::new(),
            subset: None,
            columns: Columns::of(table),
            moves: 0,
            arrangement: 0,
        }
    }

    /// Of which table.
    pub const fn table(&self) -> TableId {
        self.table
    }

    /// The cell under the cursor.
    pub fn cursor(&self) -> Option<Spot> {
        self.selection.map(|selection| selection.cursor)
    }

    /// What is selected.
    pub const fn selection(&self) -> Option<Selection> {
        self.selection
    }

    /// The open editor.
    pub const fn editor(&self) -> Option<&Editor> {
        self.editor.as_ref()
    }

    /// What is searched.
    pub fn search(&self) -> &str {
        &self.search
    }

    /// The columns sorted by, the first one first.
    pub fn sort(&self) -> &[(ColumnKey, Order)] {
        &self.sort
    }

    /// Its filters, one a column at most.
    pub fn filters(&self) -> &[Filter] {
        &self.filters
    }

    /// Whether nothing is left out.
    pub fn shows_all(&self) -> bool {
        self.search.is_empty() && self.filters.is_empty() && self.subset.is_none()
    }

    /// The rows that it is limited to.
    pub const fn subset(&self) -> Option<&Subset> {
        self.subset.as_ref()
    }

    /// Why a row is in the subset.
    pub fn reason(&self, row: RowId) -> Option<&Message> {
        self.subset.as_ref()?.rows.get(&row)
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

    /// Puts the selection somewhere that exists, after rows have gone or columns were hidden.
    pub fn keep_selection_within(&mut self, arrangement: &Arrangement) {
        let shown = self.columns.shown();
        let Some(selection) = self.selection else { return };
        let near = |(row, column): Spot| {
            let row = if arrangement.contains(row) { row } else { arrangement.near(row)? };
            let is_shown = shown.iter().any(|info| info.key == column);
            Some((row, if is_shown { column } else { shown.first()?.key }))
        };
        self.selection = match (near(selection.anchor), near(selection.cursor)) {
            (Some(anchor), Some(cursor)) if anchor == selection.anchor || cursor == selection.cursor => {
                Some(Selection { anchor, cursor, ..selection })
            }
            (_, Some(cursor)) => Some(Selection::at(cursor)),
            _ => None,
        };
        if self.editor.as_ref().is_some_and(|editor| !arrangement.contains(editor.cell.row)) {
            self.editor = None;
        }
    }

    /// The selected rows and columns, as they are shown.
    pub fn block<'a>(
        &self,
        arrangement: &Arrangement,
        shown: &'a [&'static crate::domain::schema::ColumnInfo],
    ) -> Option<Block<'a>> {
        self.selection?.block(arrangement, shown)
    }

    /// Opens the editor on a cell.
    pub(super) fn open_editor(&mut self, editor: Editor) {
        self.select(editor.cell.row, editor.cell.column);
        self.editor = Some(editor);
    }

    /// Searches for something else.
    pub(super) fn set_search(&mut self, search: String) {
        self.search = search;
        self.arrangement += 1;
    }

    /// Sorts by a column: ascending, then descending, then not. Added to the others, or alone.
    pub(super) fn toggle_sort(&mut self, column: ColumnKey, is_added: bool) {
        let now = self.sort.iter().find(|(sorted, _)| *sorted == column).map(|(_, order)| *order);
        let next = match now {
            None => Some(Order::Ascending),
            Some(Order::Ascending) => Some(Order::Descending),
            Some(Order::Descending) => None,
        };
        if !is_added {
            self.sort.retain(|(sorted, _)| *sorted == column);
        }
        match (self.sort.iter_mut().find(|(sorted, _)| *sorted == column), next) {
            (Some(kept), Some(order)) => kept.1 = order,
            (Some(_), None) => self.sort.retain(|(sorted, _)| *sorted != column),
            (None, Some(order)) => self.sort.push((column, order)),
            (None, None) => {}
        }
        self.arrangement += 1;
        self.moves += 1;
    }

    /// Tests a column, or no more.
    pub(super) fn set_filter(&mut self, column: ColumnKey, test: Option<Test>) {
        self.filters.retain(|filter| filter.column != column);
        self.filters.extend(test.map(|test| Filter { column, test }));
        self.arrangement += 1;
    }

    /// Leaves nothing out any more.
    pub(super) fn clear_filters(&mut self) {
        self.filters.clear();
        self.search.clear();
        self.subset = None;
        self.arrangement += 1;
    }

    /// Chooses and orders the rows anew.
    pub(super) fn reapply(&mut self) {
        self.arrangement += 1;
    }

    /// Shows only these rows, or all of them again.
    pub fn limit(&mut self, subset: Option<Subset>) {
        self.subset = subset;
        self.filters.clear();
        self.search.clear();
        self.arrangement += 1;
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
