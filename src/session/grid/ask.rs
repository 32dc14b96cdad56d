//! Asking a grid to show something else: search, filters, sort, a subset, a named view.
//!
//! Owns how these change; which rows come of them is worked out in `arrange`.

use crate::domain::id::RowId;
use crate::domain::message::Message;
use crate::domain::schema::ColumnKey;
use crate::domain::view::{Filter, NamedView, SortOrder, Test};

use super::command::SortBy;
use super::showing::{Showing, Subset};
use super::state::Grid;

impl Grid {
    /// What is searched.
    pub fn search(&self) -> &str {
        &self.showing.search
    }

    /// The columns sorted by, the first one first.
    pub fn sort(&self) -> &[(ColumnKey, SortOrder)] {
        &self.showing.sort
    }

    /// Its filters, one a column at most.
    pub fn filters(&self) -> &[Filter] {
        &self.showing.filters
    }

    /// What it shows, as it was asked for.
    pub const fn showing(&self) -> &Showing {
        &self.showing
    }

    /// Whether nothing is left out.
    pub fn shows_all(&self) -> bool {
        self.showing.is_all()
    }

    /// The rows that it is limited to.
    pub const fn subset(&self) -> Option<&Subset> {
        self.showing.subset.as_ref()
    }

    /// Why a row is in the subset.
    pub fn reason(&self, row: RowId) -> Option<&Message> {
        self.showing.subset.as_ref()?.rows.get(&row)
    }

    /// Searches for something else.
    pub(super) fn set_search(&mut self, search: String) {
        self.showing.search = search;
        self.rearrange();
    }

    /// Sorts by a column: ascending, then descending, then not. Added to the others, or alone.
    pub(super) fn toggle_sort(&mut self, column: ColumnKey, how: SortBy) {
        let now = self.showing.sort.iter().find(|(sorted, _)| *sorted == column).map(|(_, order)| *order);
        let next = match now {
            None => Some(SortOrder::Ascending),
            Some(SortOrder::Ascending) => Some(SortOrder::Descending),
            Some(SortOrder::Descending) => None,
        };
        if how == SortBy::Alone {
            self.showing.sort.retain(|(sorted, _)| *sorted == column);
        }
        match (self.showing.sort.iter_mut().find(|(sorted, _)| *sorted == column), next) {
            (Some(kept), Some(order)) => kept.1 = order,
            (Some(_), None) => self.showing.sort.retain(|(sorted, _)| *sorted != column),
            (None, Some(order)) => self.showing.sort.push((column, order)),
            (None, None) => {}
        }
        self.rearrange();
        self.moves += 1;
    }

    /// Tests a column, or no more.
    pub(super) fn set_filter(&mut self, column: ColumnKey, test: Option<Test>) {
        self.showing.filters.retain(|filter| filter.column != column);
        self.showing.filters.extend(test.map(|test| Filter { column, test }));
        self.rearrange();
    }

    /// Leaves nothing out any more.
    pub(super) fn clear_filters(&mut self) {
        self.showing.filters.clear();
        self.showing.search.clear();
        self.showing.subset = None;
        self.rearrange();
    }

    /// Chooses and orders the rows anew.
    pub(super) fn reapply(&mut self) {
        self.rearrange();
    }

    /// What a view of this grid would keep.
    pub fn view(&self, name: String) -> NamedView {
        NamedView {
            name,
            table: self.table(),
            search: self.showing.search.clone(),
            filters: self.showing.filters.clone(),
            sort: self.showing.sort.clone(),
            hidden: self.columns.hidden().iter().map(|info| info.key).collect(),
        }
    }

    /// Shows what a view kept, or everything.
    pub(super) fn show_view(&mut self, view: Option<&NamedView>) {
        self.columns.show_all();
        self.showing.subset = None;
        self.rearrange();
        (self.showing.search, self.showing.filters, self.showing.sort) = match view {
            Some(view) => {
                view.hidden.iter().for_each(|column| self.columns.hide(*column));
                (view.search.clone(), view.filters.clone(), view.sort.clone())
            }
            None => (String::new(), Vec::new(), Vec::new()),
        };
    }

    /// Whether the grid shows what a view kept.
    pub fn is_on(&self, view: &NamedView) -> bool {
        self.showing.subset.is_none() && self.view(view.name.clone()) == *view
    }

    /// Shows only these rows, or all of them again.
    pub fn limit(&mut self, subset: Option<Subset>) {
        self.showing.subset = subset;
        self.showing.filters.clear();
        self.showing.search.clear();
        if self.showing.subset.is_some() {
            // Why they count stands beside the first columns.
            self.begin_anew();
        }
        self.rearrange();
    }
}
