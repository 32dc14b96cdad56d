//! What a grid shows: search, filters, sort, the rows it is limited to, and views that keep them.
//!
//! Owns how these change; which rows come of them is worked out in `arrange`.

use crate::domain::id::RowId;
use crate::domain::message::Message;
use crate::domain::schema::ColumnKey;
use crate::domain::view::View;

use super::filter::{Filter, Test};
use super::state::{Grid, Order, Subset};

impl Grid {
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
            table: self.table(),
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
        if self.subset.is_some() {
            // Why they count stands beside the first columns.
            self.begin_anew();
        }
        self.rearrange();
    }
}
