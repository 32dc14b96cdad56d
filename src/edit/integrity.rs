//! Integrity: no reference may be left dangling, and a publication stays, since it was seen.
//!
//! Checked once per edit, after all its parts, so that the order within a batch does not matter. Also
//! owns removal, which cascades to or clears the references to the removed rows.

use std::collections::{HashMap, HashSet};

use crate::domain::dataset::Dataset;
use crate::domain::id::{CellRef, RowId};
use crate::domain::schema::TableId;
use crate::domain::value::{Territory, Value};

use super::edit::{Edit, EditError};

/// The rows an edit removed and the references it wrote.
#[derive(Default)]
pub(super) struct Touched {
    removed: HashSet<(TableId, RowId)>,
    written: Vec<(CellRef, RowId)>,
}

impl Touched {
    pub(super) fn written(&mut self, cell: CellRef, value: &Value) {
        self.written.extend(value.references().map(|row| (cell, row)));
    }

    pub(super) fn removed(&mut self, table: TableId, row: RowId) {
        self.removed.insert((table, row));
    }
}

/// Refuses an edit that leaves a dangling reference, or removes what was published.
pub(super) fn check(dataset: &Dataset, touched: &Touched) -> Result<(), EditError> {
    for (cell, named) in &touched.written {
        // A reference overwritten or removed by the same edit no longer counts.
        if dataset.is_dangling(*cell, *named) && dataset.stored(*cell).references().any(|row| row == *named) {
            return Err(EditError::Dangling(*cell, *named));
        }
    }
    if touched.removed.is_empty() {
        return Ok(());
    }
    let is_published =
        |(table, row): &(TableId, RowId)| *table == TableId::Publications && !dataset.table(*table).contains(*row);
    if touched.removed.iter().any(is_published) {
        return Err(EditError::Published);
    }
    let gone: HashSet<RowId> = touched
        .removed
        .iter()
        .filter(|(table, row)| !dataset.table(*table).contains(*row))
        .map(|(_, row)| *row)
        .collect();
    let still_named = dataset.naming(&|row| gone.contains(&row));
    if still_named.is_empty() { Ok(()) } else { Err(EditError::StillNamed(still_named)) }
}

/// Removes rows and those that make no sense without them; other cells that reference them are cleared.
///
/// The removal cascades to a row whose required column references a removed row (a proposal without its
/// case), or that belongs to it (a landlord's commitment must not become the region's). Other rows stay
/// and lose the reference (a case keeps its dates without its landlord).
pub fn remove_rows(dataset: &Dataset, table: TableId, rows: &[RowId]) -> Edit {
    let (mut edits, removed) = removal(dataset, table, rows);
    edits.extend(removed.into_iter().map(|(table, row)| Edit::Remove { table, row }));
    Edit::batch(edits)
}

/// The edits that clear references, and the rows that go, those that are told first.
pub(super) fn removal(dataset: &Dataset, table: TableId, rows: &[RowId]) -> (Vec<Edit>, Vec<(TableId, RowId)>) {
    let mut known = HashSet::new();
    let mut removed: Vec<(TableId, RowId)> =
        rows.iter().filter(|row| known.insert(**row)).map(|row| (table, *row)).collect();
    let mut cleared: HashMap<CellRef, Value> = HashMap::new();
    let mut unread = Vec::new();
    loop {
        let naming = dataset.naming(&|row| known.contains(&row));
        let found: Vec<_> = naming
            .iter()
            .filter(|(cell, _)| !known.contains(&cell.row))
            .filter(|(cell, _)| cell.table.column(cell.column).is_some_and(|column| column.required || column.belongs))
            .map(|(cell, _)| (cell.table, cell.row))
            .collect();
        if found.is_empty() {
            for (cell, gone) in naming.into_iter().filter(|(cell, _)| !known.contains(&cell.row)) {
                let left = cleared.entry(cell).or_insert_with(|| dataset.stored(cell));
                *left = without(left, dataset, gone);
                unread.extend(unread_sector(dataset, gone).map(|text| Edit::Draft { cell, text: Some(text) }));
            }
            break;
        }
        for (table, row) in found {
            if known.insert(row) {
                removed.push((table, row));
            }
        }
    }
    let mut cleared: Vec<_> = cleared.into_iter().collect();
    cleared.sort_by_key(|(cell, _)| (cell.table, cell.row, cell.column));
    let cleared = cleared.into_iter().map(|(cell, value)| Edit::Set { cell, value });
    (cleared.chain(unread).collect(), removed)
}

/// A value without a record that goes: instead of a sector its places, since where she may not be found must stay known.
fn without(value: &Value, dataset: &Dataset, gone: RowId) -> Value {
    let (Value::Territories(named), Some(sector)) = (value, dataset.sectors.find(gone)) else {
        return value.without_reference(gone);
    };
    let gone = Territory::Sector(gone);
    let mut all: Vec<Territory> = Vec::new();
    for place in named {
        let places = if *place == gone { sector.communes.as_slice() } else { std::slice::from_ref(place) };
        for place in places {
            if !all.contains(place) && *place != gone {
                all.push(place.clone());
            }
        }
    }
    if all.is_empty() { Value::Empty } else { Value::Territories(all) }
}

/// The name of a sector without any place: where someone avoids it, that must not be forgotten, so it stays as an entry to
/// be corrected.
fn unread_sector(dataset: &Dataset, row: RowId) -> Option<String> {
    dataset.sectors.find(row).filter(|sector| sector.communes.is_empty()).map(|sector| sector.name.clone())
}
