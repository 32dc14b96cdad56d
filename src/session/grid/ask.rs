//! Changes what a grid shows: search, filters, sort, a subset, a named view.
//!
//! `arrange` works out the rows.

use crate::domain::id::RowId;
use crate::domain::message::Message;
use crate::domain::schema::ColumnKey;
use crate::domain::view::{Filter, NamedView, SortOrder, Test};

use super::columns::Columns;
use super::command::SortBy;
use super::query::{RowQuery, Subset};
use super::state::Grid;

impl Grid {
    pub fn search(&self) -> &str {
        &self.query.search
    }

    pub fn sort(&self) -> &[(ColumnKey, SortOrder)] {
        &self.query.sort
    }

    /// At most one per column.
    pub fn filters(&self) -> &[Filter] {
        &self.query.filters
    }

    pub const fn query(&self) -> &RowQuery {
        &self.query
    }

    pub fn shows_all(&self) -> bool {
        self.query.is_all()
    }

    pub const fn subset(&self) -> Option<&Subset> {
        self.query.subset.as_ref()
    }

    /// Why a row is in the subset.
    pub fn reason(&self, row: RowId) -> Option<&Message> {
        self.query.subset.as_ref()?.rows.get(&row)
    }

    pub(super) fn set_search(&mut self, search: String) {
        self.query.search = search;
        self.rearrange();
    }

    /// Cycles the sort of a column: ascending, descending, none.
    pub(super) fn toggle_sort(&mut self, column: ColumnKey, how: SortBy) {
        let now = self.query.sort.iter().find(|(sorted, _)| *sorted == column).map(|(_, order)| *order);
        let next = match now {
            None => Some(SortOrder::Ascending),
            Some(SortOrder::Ascending) => Some(SortOrder::Descending),
            Some(SortOrder::Descending) => None,
        };
        if how == SortBy::Alone {
            self.query.sort.retain(|(sorted, _)| *sorted == column);
        }
        match (self.query.sort.iter_mut().find(|(sorted, _)| *sorted == column), next) {
            (Some(kept), Some(order)) => kept.1 = order,
            (Some(_), None) => self.query.sort.retain(|(sorted, _)| *sorted != column),
            (None, Some(order)) => self.query.sort.push((column, order)),
            (None, None) => {}
        }
        self.rearrange();
        self.moved();
    }

    pub(super) fn set_filter(&mut self, column: ColumnKey, test: Option<Test>) {
        self.query.filters.retain(|filter| filter.column != column);
        self.query.filters.extend(test.map(|test| Filter { column, test }));
        self.rearrange();
    }

    pub fn clear_filters(&mut self) {
        self.query.filters.clear();
        self.query.search.clear();
        self.query.subset = None;
        self.rearrange();
    }

    /// Applies filters and sort again.
    pub(super) fn reapply(&mut self) {
        self.rearrange();
    }

    /// What the grid shows, as a view.
    pub fn view(&self, name: String) -> NamedView {
        NamedView {
            name,
            table: self.table(),
            search: self.query.search.clone(),
            filters: self.query.filters.clone(),
            sort: self.query.sort.clone(),
            hidden: self.columns.hidden().iter().map(|info| info.key).collect(),
        }
    }

    /// Shows a view, or everything.
    pub(super) fn show_view(&mut self, view: Option<&NamedView>) {
        match view {
            Some(view) => self.change_columns(|columns| columns.choose_view(&view.hidden)),
            None => self.change_columns(Columns::leave_view),
        }
        self.query.subset = None;
        self.rearrange();
        (self.query.search, self.query.filters, self.query.sort) =
            view.map(|view| (view.search.clone(), view.filters.clone(), view.sort.clone())).unwrap_or_default();
    }

    /// Whether the grid shows exactly a view.
    pub fn is_on(&self, view: &NamedView) -> bool {
        self.query.subset.is_none() && self.view(view.name.clone()) == *view
    }

    /// Shows again what was asked for before.
    pub fn ask_again(&mut self, query: RowQuery) {
        self.query = query;
        self.rearrange();
    }

    /// Limits the grid to a subset, or lifts the limit.
    pub fn limit(&mut self, subset: Option<Subset>) {
        self.query.subset = subset;
        self.query.filters.clear();
        self.query.search.clear();
        if self.query.subset.is_some() {
            // The reasons are shown beside the first columns.
            self.begin_anew();
        }
        self.rearrange();
    }
}
