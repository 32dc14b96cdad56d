//! Which rows a grid shows, and in which order.
//!
//! Chosen and ordered anew when search, sort or limit change, not when a cell does: a row that
//! is being edited stays where it is. Knows nothing of egui.

use std::cell::RefCell;
use std::cmp::Ordering;

use crate::domain::fold::fold;
use crate::domain::id::{CellRef, RowId, RowMap, RowSet};
use crate::domain::lens::Lens;
use crate::domain::schema::{ColumnInfo, Kind};
use crate::domain::value::Value;
use crate::exchange::show;
use crate::words::Words;

use super::state::{Grid, Order};

/// The rows of a grid as they are shown.
#[derive(Clone, Debug, Default)]
pub struct Arrangement {
    rows: Vec<RowId>,
    places: RowMap<usize>,
    /// Rows that were there since they were ordered, shown or not: others are new.
    known: RowSet,
    /// The rows with those that went, so that the cursor stays near and an undo brings each back
    /// to its place.
    trace: Vec<RowId>,
}

impl Arrangement {
    /// Chooses and orders the rows of a grid.
    pub fn of(grid: &Grid, lens: &Lens, words: &Words, folded: &Folded) -> Self {
        let ids = lens.dataset.table(grid.table()).ids();
        let known = ids.iter().copied().collect();
        let mut rows = match grid.subset() {
            Some(subset) => ids.into_iter().filter(|row| subset.rows.contains_key(row)).collect(),
            None => ids,
        };
        for filter in grid.filters() {
            rows.retain(|row| filter.passes(grid.table(), *row, lens, words));
        }
        let wanted = wanted(grid);
        if !wanted.is_empty() {
            rows.retain(|row| folded.holds(&wanted, *row, || searchable(grid, lens, words, *row)));
        }
        // Stable: the last key is sorted by first.
        for (column, order) in grid.sort().iter().rev() {
            if let Some(info) = grid.table().column(*column) {
                sort(&mut rows, info, *order, grid, lens, words);
            }
        }
        Self::from_rows(rows, known)
    }

    /// Takes in what came and lets go of what went, without ordering the others anew.
    #[must_use]
    pub fn updated(&self, grid: &Grid, lens: &Lens, words: &Words, folded: &Folded) -> Self {
        if grid.shows_all() && grid.sort().is_empty() {
            let fresh = Self::of(grid, lens, words, folded);
            return Self { trace: self.rows.clone(), ..fresh };
        }
        let table = lens.dataset.table(grid.table());
        let (mut trace, mut known) = (self.trace.clone(), self.known.clone());
        trace.extend(table.ids().into_iter().filter(|row| known.insert(*row)));
        let rows = trace.iter().copied().filter(|row| table.contains(*row)).collect();
        Self { trace, ..Self::from_rows(rows, known) }
    }

    fn from_rows(rows: Vec<RowId>, known: RowSet) -> Self {
        let places = rows.iter().enumerate().map(|(place, row)| (*row, place)).collect();
        Self { trace: rows.clone(), rows, places, known }
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
        self.places.contains_key(&row)
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
        let Some(place) = self.places.get(&row) else { return row };
        let last = self.rows.len().saturating_sub(1);
        self.rows.get(place.saturating_add_signed(rows).min(last)).copied().unwrap_or(row)
    }

    /// The row that followed another one before that went, or else the last one; the first where
    /// that was never shown.
    pub fn near(&self, gone: RowId) -> Option<RowId> {
        let Some(place) = self.trace.iter().position(|row| *row == gone) else { return self.first() };
        self.trace.iter().skip(place).copied().find(|row| self.contains(*row)).or_else(|| self.last())
    }

    /// Where a row is on screen. For painting only.
    pub(super) fn place(&self, row: RowId) -> Option<usize> {
        self.places.get(&row).copied()
    }

    /// The rows of some places. For painting only.
    pub(super) fn slice(&self, places: std::ops::Range<usize>) -> &[RowId] {
        self.rows.get(places.start.min(self.rows.len())..places.end.min(self.rows.len())).unwrap_or(&[])
    }
}

/// Whether a row that is shown would still be chosen today: one that was edited stays until the
/// filters are applied again, and is marked.
pub fn still_fits(grid: &Grid, row: RowId, lens: &Lens, words: &Words, folded: &Folded) -> bool {
    let wanted = wanted(grid);
    grid.subset().is_none_or(|subset| subset.rows.contains_key(&row))
        && grid.filters().iter().all(|filter| filter.passes(grid.table(), row, lens, words))
        && (wanted.is_empty() || folded.holds(&wanted, row, || searchable(grid, lens, words, row)))
}

/// The words that are searched, folded.
fn wanted(grid: &Grid) -> Vec<String> {
    fold(grid.search()).split_whitespace().map(str::to_owned).collect()
}

/// Texts of rows, folded once while nothing changes, so that a key of the search costs a look.
#[derive(Default)]
pub struct Folded {
    kept: RefCell<RowMap<String>>,
}

impl Folded {
    /// Whether a row's text holds every word.
    fn holds(&self, wanted: &[String], row: RowId, text: impl FnOnce() -> String) -> bool {
        let mut kept = self.kept.borrow_mut();
        let text = kept.entry(row).or_insert_with(text);
        wanted.iter().all(|word| text.contains(word.as_str()))
    }

    /// Forgets them all: the dataset, the day, the language or the table changed.
    pub fn clear(&self) {
        self.kept.borrow_mut().clear();
    }
}

/// Every text of a row, folded.
fn searchable(grid: &Grid, lens: &Lens, words: &Words, row: RowId) -> String {
    let mut text = String::new();
    for info in grid.table().columns() {
        let value = lens.value(CellRef { table: grid.table(), row, column: info.key });
        if !value.is_empty() {
            text.push_str(&show::value(&value, info.kind, lens, words));
            text.push(' ');
        }
    }
    fold(&text)
}

/// What a row is sorted by, computed once.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Number(i64),
    Text(String),
}

/// Stable; rows without a value come last, whichever the order.
fn sort(rows: &mut [RowId], info: &ColumnInfo, order: Order, grid: &Grid, lens: &Lens, words: &Words) {
    let keys: RowMap<Option<Key>> = rows
        .iter()
        .map(|row| {
            let value = lens.value(CellRef { table: grid.table(), row: *row, column: info.key });
            (*row, key(&value, info.kind, lens, words))
        })
        .collect();
    rows.sort_by(|a, b| match (keys.get(a).and_then(Option::as_ref), keys.get(b).and_then(Option::as_ref)) {
        (Some(a), Some(b)) => match order {
            Order::Ascending => a.cmp(b),
            Order::Descending => b.cmp(a),
        },
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    });
}

fn key(value: &Value, kind: Kind, lens: &Lens, words: &Words) -> Option<Key> {
    if value.is_empty() {
        return None;
    }
    let number = number(value, kind).map(Key::Number);
    Some(number.unwrap_or_else(|| Key::Text(fold(&show::value(value, kind, lens, words)))))
}

/// The number that a value is compared by, where it is one: amounts in cents, days since a day,
/// choices in the order in which they are offered.
pub(super) fn number(value: &Value, kind: Kind) -> Option<i64> {
    Some(match (kind, value) {
        (_, Value::Integer(n)) => *n,
        (_, Value::Money(money)) => money.0,
        (_, Value::Date(date)) => date.signed_duration_since(chrono::NaiveDate::default()).num_days(),
        (_, Value::Flag(flag)) => i64::from(*flag),
        (Kind::Choice(set), Value::Choice(choice)) => {
            let place = set.keys.iter().position(|key| key == choice);
            place.and_then(|place| i64::try_from(place).ok()).unwrap_or(i64::MAX)
        }
        _ => return None,
    })
}
