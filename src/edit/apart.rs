//! What each of two versions of a dataset changed since they were the same.
//!
//! Read from the histories that both versions carry: what only one of them has is its own change. So no
//! clock and no earlier copy of the file is needed, and versions that met before are told apart rightly.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDateTime;

use crate::domain::dataset::{Change, Dataset, HistoryEntry};
use crate::domain::id::{CellRef, RowId};
use crate::domain::schema::{ColumnKey, TableId};
use crate::domain::value::Value;

use super::strike::{Struck, strike_out};

/// The changes of one version that the other does not have.
#[derive(Default)]
pub(super) struct Side<'a> {
    pub(super) entries: Vec<&'a HistoryEntry>,
    /// The value of each cell before its first change, which both had.
    bases: HashMap<CellRef, &'a Value>,
    created: HashSet<RowId>,
    removed: HashSet<RowId>,
    written: HashSet<RowId>,
}

impl<'a> Side<'a> {
    fn of(entries: Vec<&'a HistoryEntry>) -> Self {
        let mut side = Self::default();
        let mut gone = HashSet::new();
        for entry in &entries {
            let row = entry.row;
            match &entry.change {
                Change::Created => {
                    side.created.insert(row);
                    gone.remove(&row);
                }
                Change::Removed | Change::Struck { column: None } => {
                    side.removed.insert(row);
                    gone.insert(row);
                }
                Change::Struck { .. } => {}
                // What a record had when it was removed.
                Change::Set { .. } if gone.contains(&row) => {}
                Change::Set { column, from, .. } => {
                    side.written.insert(row);
                    side.bases.entry(CellRef { table: entry.table, row, column: *column }).or_insert(from);
                }
            }
        }
        Self { entries, ..side }
    }

    /// The value both versions had, if this one has another now.
    pub(super) fn base(&self, cell: CellRef, now: &Value) -> Option<&'a Value> {
        self.bases.get(&cell).copied().filter(|base| *base != now)
    }

    /// Who last changed a cell.
    pub(super) fn author(&self, cell: CellRef) -> Option<&'a str> {
        self.entries.iter().rev().find(|entry| entry.cell() == Some(cell)).map(|entry| entry.by.as_str())
    }

    pub(super) fn created(&self, row: RowId) -> bool {
        self.created.contains(&row)
    }

    pub(super) fn removed(&self, row: RowId) -> bool {
        self.removed.contains(&row)
    }

    pub(super) fn wrote(&self, row: RowId) -> bool {
        self.written.contains(&row)
    }
}

/// The changes of either version that the other does not have.
pub(super) fn sides<'a>(mine: &'a Dataset, theirs: &'a Dataset) -> (Side<'a>, Side<'a>) {
    let same = mine.history.iter().zip(theirs.history.iter()).take_while(|(mine, theirs)| mine == theirs).count();
    let (mine, theirs): (Vec<_>, Vec<_>) =
        (mine.history.iter().skip(same).collect(), theirs.history.iter().skip(same).collect());
    // The rest may still have entries in common, in another order, if the versions met before.
    (Side::of(without(&mine, &theirs)), Side::of(without(&theirs, &mine)))
}

/// What one version struck out and the other does not know of, with what it has left. Where both struck out
/// parts of a value, either may have what the other struck out: nothing is left.
pub(super) fn strikes(of: &Dataset, other: &Dataset) -> Vec<Struck> {
    let is_mark = |entry: &&HistoryEntry| matches!(entry.change, Change::Struck { .. });
    let [of_marks, other_marks] = [of, other].map(|dataset| dataset.history.iter().filter(is_mark).collect::<Vec<_>>());
    let by_other: HashSet<_> = without(&other_marks, &of_marks).into_iter().filter_map(struck_cell).collect();
    let left = |cell: CellRef| {
        let left = of.stored(cell);
        if by_other.contains(&cell) && left != other.stored(cell) { Value::Empty } else { left }
    };
    let struck = |entry: &HistoryEntry| match struck_cell(entry) {
        Some(cell) => Struck::Cell(cell, left(cell)),
        None => Struck::Record(entry.table, entry.row),
    };
    without(&of_marks, &other_marks).into_iter().map(struck).collect()
}

/// A copy of the dataset without what another version struck out.
pub(super) fn struck_out(dataset: &Dataset, strikes: &[Struck]) -> Dataset {
    let mut dataset = dataset.clone();
    strike_out(&mut dataset, strikes);
    dataset
}

/// The cell whose value was struck out; none if the whole record was.
fn struck_cell(entry: &HistoryEntry) -> Option<CellRef> {
    match entry.change {
        Change::Struck { column: Some(column) } => Some(CellRef { table: entry.table, row: entry.row, column }),
        _ => None,
    }
}

type EntryKey<'a> = (NaiveDateTime, &'a str, TableId, RowId, Option<ColumnKey>);

fn key(entry: &HistoryEntry) -> EntryKey<'_> {
    (entry.at, &entry.by, entry.table, entry.row, entry.cell().map(|cell| cell.column))
}

/// The entries that the other list does not have, each as often as it has more of it.
fn without<'a>(entries: &[&'a HistoryEntry], other: &[&'a HistoryEntry]) -> Vec<&'a HistoryEntry> {
    let mut has: HashMap<EntryKey, Vec<&HistoryEntry>> = HashMap::new();
    for entry in other.iter().copied() {
        has.entry(key(entry)).or_default().push(entry);
    }
    let is_new = |entry: &&'a HistoryEntry| {
        let same = has.get_mut(&key(entry)).and_then(|has| {
            let place = has.iter().position(|other| other.change == entry.change)?;
            Some(has.swap_remove(place))
        });
        same.is_none()
    };
    entries.iter().copied().filter(is_new).collect()
}
