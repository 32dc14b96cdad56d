//! A grid's state: selection, editor, search, sort, filters, columns, the rows it is limited to.
//!
//! Owns how that state changes by itself, the selection aside (`cursor`). What a command means for the dataset is in `act`;
//! nothing here reads or changes records.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::domain::id::{CellRef, RowId};
use crate::domain::message::Message;
use crate::domain::schema::{ColumnKey, TableId};
use crate::domain::view::View;
use crate::exchange::entry::Suggestion;

use super::columns::Columns;
use super::filter::{Filter, Test};
use super::selection::Selection;

pub use crate::domain::view::Order;

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
    pub(super) selection: Option<Selection>,
    /// Where a run of Tabs began: Enter goes back to that column.
    pub(super) tab_start: Option<ColumnKey>,
    pub(super) editor: Option<Editor>,
    search: String,
    sort: Vec<(ColumnKey, Order)>,
    filters: Vec<Filter>,
    subset: Option<Subset>,
    pub(super) columns: Columns,
    /// Raised when the cursor moved and the view must follow it.
    pub(super) moves: u64,
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

    /// Opens the editor on a cell.
    pub(super) fn open_editor(&mut self, editor: Editor) {
        let spot = (editor.cell.row, editor.cell.column);
        if self.cursor() != Some(spot) {
            self.tab_start = None;
        }
        self.set_selection(Selection::at(spot));
        self.editor = Some(editor);
    }

    /// Rows are to be chosen and ordered anew: the selection keeps to the cursor's row, since what
    /// will stand between its corners is something else.
    fn rearrange(&mut self) {
        self.arrangement += 1;
        if let Some(selection) = &mut self.selection {
            selection.anchor.0 = selection.cursor.0;
        }
    }

    /// Searches for something else.
    pub(super) fn set_search(&mut self, search: String) {
        self.search = search;
        self.rearrange();
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
        self.rearrange();
        self.moves += 1;
    }

    /// Tests a column, or no more.
    pub(super) fn set_filter(&mut self, column: ColumnKey, test: Option<Test>) {
        self.filters.retain(|filter| filter.column != column);
        self.filters.extend(test.map(|test| Filter { column, test }));
        self.rearrange();
    }

    /// Leaves nothing out any more.
    pub(super) fn clear_filters(&mut self) {
        self.filters.clear();
        self.search.clear();
        self.subset = None;
        self.rearrange();
    }

    /// Chooses and orders the rows anew.
    pub(super) fn reapply(&mut self) {
        self.rearrange();
    }

    /// What a view of this grid would keep.
    pub fn view(&self, name: String) -> View {
        View {
            name,
            table: self.table,
            search: self.search.clone(),
            filters: self.filters.clone(),
            sort: self.sort.clone(),
            hidden: self.columns.hidden().iter().map(|info| info.key).collect(),
        }
    }

    /// Shows what a view kept, or everything.
    pub(super) fn show_view(&mut self, view: Option<&View>) {
        self.columns.show_all();
        self.subset = None;
        self.rearrange();
        (self.search, self.filters, self.sort) = match view {
            Some(view) => {
                view.hidden.iter().for_each(|column| self.columns.hide(*column));
                (view.search.clone(), view.filters.clone(), view.sort.clone())
            }
            None => (String::new(), Vec::new(), Vec::new()),
        };
    }

    /// Whether the grid shows what a view kept.
    pub fn is_on(&self, view: &View) -> bool {
        self.subset.is_none() && self.view(view.name.clone()) == *view
    }

    /// Shows only these rows, or all of them again.
    pub fn limit(&mut self, subset: Option<Subset>) {
        self.subset = subset;
        self.filters.clear();
        self.search.clear();
        self.rearrange();
    }
}
