//! Which rows a grid shows, and in which order.
//!
//! Chosen and ordered anew when search, sort or limit change, not when a cell does: a row that
//! is being edited stays where it is. Knows nothing of egui.

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
    known: RowSet,
    /// Where rows were before some of them went, so that the cursor stays near.
    last_places: RowMap<usize>,
}

impl Arrangement {
    /// Chooses and orders the rows of a grid.
    pub fn of(grid: &Grid, lens: &Lens, words: &Words) -> Self {
        let ids = lens.dataset.table(grid.table()).ids();
        let known = ids.iter().copied().collect();
        let mut rows = match grid.subset() {
            Some(subset) => ids.into_iter().filter(|row| subset.rows.contains_key(row)).collect(),
            None => ids,
        };
        let wanted: Vec<String> = fold(grid.search()).split_whitespace().map(str::to_owned).collect();
        if !wanted.is_empty() {
            rows.retain(|row| {
                let text = searchable(grid, lens, words, *row);
                wanted.iter().all(|word| text.contains(word.as_str()))
            });
        }
        if let Some((column, order)) = grid.sort()
            && let Some(info) = grid.table().column(column)
        {
            sort(&mut rows, info, order, grid, lens, words);
        }
        Self::from_rows(rows, known)
    }

    /// Takes in what came and lets go of what went, without ordering the others anew.
    #[must_use]
    pub fn updated(&self, grid: &Grid, lens: &Lens, words: &Words) -> Self {
        if grid.search().is_empty() && grid.sort().is_none() && grid.subset().is_none() {
            let mut fresh = Self::of(grid, lens, words);
            fresh.last_places.clone_from(&self.places);
            return fresh;
        }
        let table = lens.dataset.table(grid.table());
        let mut rows: Vec<_> = self.rows.iter().copied().filter(|row| table.contains(*row)).collect();
        let ids = table.ids();
        rows.extend(ids.iter().copied().filter(|row| !self.known.contains(row)));
        let mut updated = Self::from_rows(rows, ids.into_iter().collect());
        updated.last_places.clone_from(&self.places);
        updated
    }

    fn from_rows(rows: Vec<RowId>, known: RowSet) -> Self {
        let places = rows.iter().enumerate().map(|(place, row)| (*row, place)).collect();
        Self { rows, places, known, last_places: RowMap::default() }
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

    /// A row near where another one was before it went.
    pub fn near(&self, gone: RowId) -> Option<RowId> {
        let place = self.last_places.get(&gone).copied().unwrap_or(0);
        self.rows.get(place.min(self.rows.len().checked_sub(1)?)).copied()
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
    Some(match (kind, value) {
        (_, Value::Empty) => return None,
        (_, Value::Integer(n)) => Key::Number(*n),
        (_, Value::Money(money)) => Key::Number(money.0),
        (_, Value::Date(date)) => Key::Number(date.signed_duration_since(chrono::NaiveDate::default()).num_days()),
        (_, Value::Flag(flag)) => Key::Number(i64::from(*flag)),
        (Kind::Choice(set), Value::Choice(choice)) => Key::Number(
            set.keys
                .iter()
                .position(|key| key == choice)
                .map_or(i64::MAX, |place| i64::try_from(place).unwrap_or(i64::MAX)),
        ),
        _ => Key::Text(fold(&show::value(value, kind, lens, words))),
    })
}
