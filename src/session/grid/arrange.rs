//! Which rows a grid shows, and in which order.
//!
//! Chosen and ordered anew when search, sort or limit change, not when a cell does: a row that
//! is being edited stays where it is. Knows nothing of egui.

use std::cell::OnceCell;
use std::ops::Range;
use std::sync::Arc;

use crate::domain::id::{RowId, RowMap, RowSet};
use crate::domain::lens::Lens;
use crate::domain::schema::TableId;
use crate::words::Words;

use super::folded::{self, Folded};
use super::query::RowQuery;
use super::sort;

/// The rows of a grid as they are shown.
#[derive(Clone, Debug, Default)]
pub struct Arrangement {
    rows: Vec<RowId>,
    index: Arc<Index>,
    /// Where each record of the index is shown.
    places: Vec<u32>,
    /// The rows with those that went, so that the cursor stays near and an undo brings each back
    /// to its place.
    trace: Vec<RowId>,
    /// Records that went since rows were chosen, shown or not: one that comes back is not new.
    gone: RowSet,
}

/// The place of a record that is not shown.
const NOWHERE: u32 = u32::MAX;

/// The records of a table in its order, and where each is: the same for every arrangement until a
/// record comes or goes.
#[derive(Debug, Default)]
struct Index {
    ids: Vec<RowId>,
    at: RowMap<u32>,
}

impl Index {
    /// Of a table, or the one that is kept where it is still so.
    fn of(table: TableId, lens: &Lens, kept: Option<&Arrangement>) -> Arc<Self> {
        let ids = lens.dataset.table(table).ids();
        match kept {
            Some(kept) if kept.index.ids == ids => Arc::clone(&kept.index),
            _ => {
                let at = (0..).zip(&ids).map(|(at, row)| (*row, at)).collect();
                Arc::new(Self { ids, at })
            }
        }
    }

    fn contains(&self, row: RowId) -> bool {
        self.at.contains_key(&row)
    }
}

impl Arrangement {
    /// Chooses and orders the rows of a grid. What is kept of the one before saves work.
    pub fn of(
        (table, query): (TableId, &RowQuery),
        lens: &Lens,
        words: &Words,
        folded: &OnceCell<Folded>,
        kept: Option<&Self>,
    ) -> Self {
        let index = Index::of(table, lens, kept);
        let mut chosen: Vec<u32> = (0..).take(index.ids.len()).collect();
        if let Some(subset) = &query.subset {
            chosen.retain(|at| index.ids.get(*at as usize).is_some_and(|row| subset.rows.contains_key(row)));
        }
        for filter in &query.filters {
            filter.retain(&mut chosen, table, lens, words);
        }
        if !query.search.trim().is_empty() {
            folded.get_or_init(|| Folded::of(table, lens, words)).retain(&mut chosen, &query.search);
        }
        // Stable: the last key is sorted by first.
        for (column, order) in query.sort.iter().rev() {
            if let Some(info) = table.column(*column) {
                sort::sort(&mut chosen, table, info, *order, lens, words);
            }
        }
        let rows: Vec<RowId> = chosen.iter().filter_map(|at| index.ids.get(*at as usize).copied()).collect();
        let mut places = vec![NOWHERE; index.ids.len()];
        for (place, at) in (0..).zip(&chosen) {
            if let Some(known) = places.get_mut(*at as usize) {
                *known = place;
            }
        }
        Self { trace: rows.clone(), rows, index, places, gone: RowSet::default() }
    }

    /// Takes in what came and lets go of what went, without ordering the others anew.
    #[must_use]
    pub fn updated(&self, (table, query): (TableId, &RowQuery), lens: &Lens) -> Self {
        let index = Index::of(table, lens, Some(self));
        if Arc::ptr_eq(&index, &self.index) {
            return self.clone();
        }
        if query.is_all() && query.sort.is_empty() {
            return Self { trace: self.rows.clone(), ..Self::from_rows(index.ids.clone(), index) };
        }
        let is_new = |row: &&RowId| !self.index.contains(**row) && !self.gone.contains(row);
        let mut trace = self.trace.clone();
        trace.extend(index.ids.iter().filter(is_new));
        let mut gone = self.gone.clone();
        gone.extend(self.index.ids.iter().filter(|row| !index.contains(**row)));
        let rows = trace.iter().copied().filter(|row| index.contains(*row)).collect();
        Self { trace, gone, ..Self::from_rows(rows, index) }
    }

    /// Shows a row that was not chosen: one that was just changed must be seen, wherever it stands.
    pub fn bring_in(&mut self, row: RowId) {
        if self.contains(row) || !self.index.contains(row) {
            return;
        }
        let mut rows = self.rows.clone();
        let at = self.index.at.get(&row).copied();
        // Where the table's own order is kept, it goes to its place; else last.
        let place = rows.iter().position(|other| self.index.at.get(other).copied() > at);
        rows.insert(place.unwrap_or(rows.len()), row);
        *self = Self::from_rows(rows, Arc::clone(&self.index));
    }

    fn from_rows(rows: Vec<RowId>, index: Arc<Index>) -> Self {
        let mut places = vec![NOWHERE; index.ids.len()];
        for (place, row) in (0..).zip(&rows) {
            if let Some(known) = index.at.get(row).and_then(|at| places.get_mut(*at as usize)) {
                *known = place;
            }
        }
        Self { trace: rows.clone(), rows, index, places, gone: RowSet::default() }
    }

    /// The rows, in the order in which they are shown.
    pub fn rows(&self) -> &[RowId] {
        &self.rows
    }

    /// How many rows are shown.
    pub const fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether none is.
    pub const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Whether a row is shown.
    pub fn contains(&self, row: RowId) -> bool {
        self.place(row).is_some()
    }

    /// The first row.
    pub fn first(&self) -> Option<RowId> {
        self.rows.first().copied()
    }

    /// The last row.
    pub fn last(&self) -> Option<RowId> {
        self.rows.last().copied()
    }

    /// The row so many rows from another, at most the first or the last.
    pub fn offset(&self, row: RowId, rows: isize) -> RowId {
        let Some(place) = self.place(row) else { return row };
        let last = self.rows.len().saturating_sub(1);
        self.rows.get(place.saturating_add_signed(rows).min(last)).copied().unwrap_or(row)
    }

    /// The row that followed another one before that went, or else the last one; the first where
    /// that was never shown.
    pub fn near(&self, gone: RowId) -> Option<RowId> {
        let Some(place) = self.trace.iter().position(|row| *row == gone) else { return self.first() };
        self.trace.iter().skip(place).copied().find(|row| self.contains(*row)).or_else(|| self.last())
    }

    /// Where a row is on screen.
    pub fn place(&self, row: RowId) -> Option<usize> {
        let at = *self.index.at.get(&row)?;
        self.places.get(at as usize).filter(|place| **place != NOWHERE).map(|place| *place as usize)
    }

    /// The rows of some places on screen.
    pub fn slice(&self, places: Range<usize>) -> &[RowId] {
        self.rows.get(places.start.min(self.rows.len())..places.end.min(self.rows.len())).unwrap_or(&[])
    }
}

/// Whether a row that is shown would still be chosen today: one that was edited stays until the
/// filters are applied again, and is marked.
pub fn still_fits((table, query): (TableId, &RowQuery), row: RowId, lens: &Lens, words: &Words) -> bool {
    query.subset.as_ref().is_none_or(|subset| subset.rows.contains_key(&row))
        && query.filters.iter().all(|filter| filter.passes(table, row, lens, words))
        && folded::holds(table, row, &query.search, lens, words)
}
