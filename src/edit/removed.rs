//! Records that were removed, as far as the history knows them, and the edit that brings them back.
//!
//! Never knows what was struck out: that is not in the history.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDateTime;

use crate::domain::dataset::{Change, Dataset, HistoryEntry};
use crate::domain::id::{CellRef, RowId};
use crate::domain::message::Message;
use crate::domain::schema::{ColumnKey, TableId};
use crate::domain::table::Values;
use crate::domain::value::Value;

use super::edit::Edit;

/// Records that were removed together. Restricted to the office, as it contains values.
#[derive(Clone, Debug, PartialEq)]
pub struct Removal {
    /// Local time.
    pub at: NaiveDateTime,
    pub by: String,
    /// In the order in which they were removed: those that were meant first.
    pub records: Vec<(TableId, RowId, Values)>,
    /// Cells of other records that referred to them, and have not been changed since.
    cleared: Vec<(CellRef, Value)>,
}

impl Removal {
    /// The edit that brings the records back, last in their tables, and what referred to them. References to records that
    /// are no longer there stay away.
    pub fn undoing(&self, dataset: &Dataset) -> Edit {
        let back: HashSet<RowId> = self.records.iter().map(|(_, row, _)| *row).collect();
        let present = |value: &Value| {
            let gone: Vec<_> =
                value.references().filter(|row| !back.contains(row) && !dataset.contains(*row)).collect();
            gone.into_iter().fold(value.clone(), |value, row| value.without_reference(row))
        };
        let inserts = self.records.iter().map(|(table, row, values)| {
            let values = values.iter().map(|(column, value)| (*column, present(value)));
            let values = values.filter(|(_, value)| !value.is_empty()).collect();
            Edit::Insert { table: *table, row: *row, values, before: None }
        });
        let writes = self.cleared.iter().map(|(cell, value)| Edit::Set { cell: *cell, value: present(value) });
        let table = self.records.first().map_or(TableId::Units, |(table, ..)| *table);
        let count = self.records.iter().filter(|(of, ..)| *of == table).count();
        let label = Message::new("edit-bring-back").count("count", count).text("kind", table.key());
        Edit::named(label, inserts.chain(writes).collect())
    }
}

/// What is known of a record that is no longer there.
#[derive(Default)]
struct Past {
    values: BTreeMap<ColumnKey, Value>,
    is_removed: bool,
}

/// What was removed and is still gone, the latest first. A record of which no value is known is left out.
pub fn removals(dataset: &Dataset) -> Vec<Removal> {
    let mut pasts: HashMap<RowId, Past> = HashMap::new();
    let mut order: Vec<&HistoryEntry> = Vec::new();
    for entry in dataset.history.iter().filter(|entry| !dataset.table(entry.table).contains(entry.row)) {
        let past = pasts.entry(entry.row).or_default();
        match &entry.change {
            Change::Created => past.is_removed = false,
            Change::Removed => {
                past.is_removed = true;
                order.push(entry);
            }
            // What it had when it was removed, or before the history told that.
            Change::Set { column, from, to } => {
                let value = if past.is_removed { from } else { to };
                past.values.insert(*column, value.clone());
            }
            Change::Struck { .. } => {}
        }
    }
    let mut removals: Vec<Removal> = Vec::new();
    let mut told = HashSet::new();
    for entry in order.into_iter().rev().filter(|entry| told.insert(entry.row)) {
        let values = pasts.remove(&entry.row).map(|past| past.values).unwrap_or_default();
        let values: Values = values.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        if values.is_empty() {
            continue;
        }
        let record = (entry.table, entry.row, values);
        match removals.last_mut().filter(|last| (last.at, last.by.as_str()) == (entry.at, entry.by.as_str())) {
            Some(together) => together.records.insert(0, record),
            None => removals.push(Removal {
                at: entry.at,
                by: entry.by.clone(),
                records: vec![record],
                cleared: Vec::new(),
            }),
        }
    }
    clear(dataset, &mut removals);
    removals
}

/// Notes what referred to the records.
fn clear(dataset: &Dataset, removals: &mut [Removal]) {
    let of: HashMap<RowId, usize> = removals
        .iter()
        .enumerate()
        .flat_map(|(place, removal)| removal.records.iter().map(move |(_, row, _)| (*row, place)))
        .collect();
    for entry in dataset.history.iter() {
        let (Some(cell), Change::Set { from, to, .. }) = (entry.cell(), &entry.change) else { continue };
        let Some(place) = from.references().find_map(|row| of.get(&row)) else { continue };
        if let Some(removal) = removals.get_mut(*place)
            && (removal.at, removal.by.as_str()) == (entry.at, entry.by.as_str())
            && dataset.has_cell(cell)
            && dataset.stored(cell) == *to
        {
            removal.cleared.push((cell, from.clone()));
        }
    }
}
