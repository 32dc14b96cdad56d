//! Which rows a grid shows, in which order.
//!
//! Recomputed when search, sort or filters change, not when a cell does: a row that is being edited
//! stays where it is. Independent of egui.

use std::cell::OnceCell;
use std::ops::Range;
use std::sync::Arc;

use crate::domain::id::{RowId, RowMap, RowSet};
use crate::domain::lens::Lens;
use crate::words::Words;

use super::folded::{self, Folded};
use super::query::RowQuery;
use super::sheet::Sheet;
use super::sort;

#[derive(Clone, Debug, Default)]
pub struct Arrangement {
    rows: Vec<RowId>,
    index: Arc<Index>,
    /// The place on screen of each record of the index.
    places: Vec<u32>,
    /// The rows and the removed ones, so that the cursor stays near and undo restores each to its
    /// place.
    trace: Vec<RowId>,
    /// Records removed since the last recomputation, shown or not: a restored one is not new.
    gone: RowSet,
}

const NOWHERE: u32 = u32::MAX;

/// The records of a table, in order, and the position of each; shared by arrangements until a
/// record is added or removed.
#[derive(Debug, Default)]
struct Index {
    ids: Vec<RowId>,
    at: RowMap<u32>,
}

impl Index {
    /// The index of a sheet; reuses the previous one if it is still correct.
    fn of(sheet: &Sheet, lens: &Lens, kept: Option<&Arrangement>) -> Arc<Self> {
        let ids = sheet.rows(lens);
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
    /// Filters and sorts the rows of a grid. Reuses the index of a previous arrangement.
    pub fn of(
        (sheet, query): (&Sheet, &RowQuery),
        lens: &Lens,
        words: &Words,
        folded: &OnceCell<Folded>,
        kept: Option<&Self>,
    ) -> Self {
        let index = Index::of(sheet, lens, kept);
        let mut chosen: Vec<u32> = (0..).take(index.ids.len()).collect();
        if let Some(subset) = &query.subset {
            chosen.retain(|at| index.ids.get(*at as usize).is_some_and(|row| subset.rows.contains_key(row)));
        }
        for filter in &query.filters {
            filter.retain(&mut chosen, sheet, lens, words);
        }
        if let Some(place) = folded::coded(sheet, &query.search, lens) {
            chosen.retain(|at| *at as usize == place);
        } else if !query.search.trim().is_empty() {
            folded.get_or_init(|| Folded::of(sheet, lens, words)).retain(&mut chosen, &query.search);
        }
        // The sort is stable, so the last key comes first.
        for (column, order) in query.sort.iter().rev() {
            if let Some(info) = sheet.column(*column) {
                sort::sort(&mut chosen, sheet, info, *order, lens, words);
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

    /// Adds new records and drops removed ones, without moving the others.
    #[must_use]
    pub fn updated(&self, (sheet, query): (&Sheet, &RowQuery), lens: &Lens) -> Self {
        let index = Index::of(sheet, lens, Some(self));
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

    /// Shows a row that is filtered out, since a row that was just changed must be visible.
    pub fn bring_in(&mut self, row: RowId) {
        if self.contains(row) || !self.index.contains(row) {
            return;
        }
        let mut rows = self.rows.clone();
        let at = self.index.at.get(&row).copied();
        // At its place in the table's own order, if that is the order shown.
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

    pub fn rows(&self) -> &[RowId] {
        &self.rows
    }

    pub const fn len(&self) -> usize {
        self.rows.len()
    }

    pub const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub fn contains(&self, row: RowId) -> bool {
        self.place(row).is_some()
    }

    pub fn first(&self) -> Option<RowId> {
        self.rows.first().copied()
    }

    pub fn last(&self) -> Option<RowId> {
        self.rows.last().copied()
    }

    /// The row at a distance from another, clamped to the first and last.
    pub fn offset(&self, row: RowId, rows: isize) -> RowId {
        let Some(place) = self.place(row) else { return row };
        let last = self.rows.len().saturating_sub(1);
        self.rows.get(place.saturating_add_signed(rows).min(last)).copied().unwrap_or(row)
    }

    /// The row nearest to a removed one: the next, else the last; the first if it was never shown.
    pub fn near(&self, gone: RowId) -> Option<RowId> {
        let Some(place) = self.trace.iter().position(|row| *row == gone) else { return self.first() };
        self.trace.iter().skip(place).copied().find(|row| self.contains(*row)).or_else(|| self.last())
    }

    /// The place of a row on screen.
    pub fn place(&self, row: RowId) -> Option<usize> {
        let at = *self.index.at.get(&row)?;
        self.places.get(at as usize).filter(|place| **place != NOWHERE).map(|place| *place as usize)
    }

    pub fn slice(&self, places: Range<usize>) -> &[RowId] {
        self.rows.get(places.start.min(self.rows.len())..places.end.min(self.rows.len())).unwrap_or(&[])
    }
}

/// Whether a shown row still passes the filters. An edited row stays, and is marked, until they are
/// applied again.
pub fn still_fits((sheet, query): (&Sheet, &RowQuery), row: RowId, lens: &Lens, words: &Words) -> bool {
    query.subset.as_ref().is_none_or(|subset| subset.rows.contains_key(&row))
        && query.filters.iter().all(|filter| filter.passes(sheet, row, lens, words))
        && folded::holds(sheet, row, &query.search, lens, words)
}
