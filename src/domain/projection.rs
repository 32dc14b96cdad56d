//! The projection: a copy of what an audience other than the office may read.
//!
//! It does not contain the rest, so nothing built on it can leak it. It is a dataset of its own, read through a lens
//! like any other: its records hold what is shown of them, its history and its views are empty, and the values that
//! are computed from what it lacks are kept beside. Visibility considers all dates, including plans and later ones: an
//! earlier as-of day must not reveal the commune of a unit that is now a woman's home.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::check;
use super::dataset::Dataset;
use super::id::{CellRef, RowId};
use super::lens::{Lens, Links, Reader};
use super::schema::{Audience, ColumnInfo, ColumnKey, Kind, Stake, TableId};
use super::value::Value;

/// The copy for one audience.
#[derive(Debug)]
pub struct Projection {
    audience: Audience,
    as_of: NaiveDate,
    dataset: Dataset,
    links: Links,
    /// The value of each cell that is shown.
    values: HashMap<CellRef, Value>,
}

impl Projection {
    /// Copies what `audience` may see.
    pub fn of(lens: &Lens, audience: Audience) -> Self {
        let (mut dataset, mut values) = (Dataset::default(), HashMap::new());
        let held = check::held_back(lens.dataset);
        for table in TableId::ALL {
            project(lens, (audience, &held), *table, &mut dataset, &mut values);
        }
        for draft in lens.dataset.drafts.iter().filter(|draft| values.contains_key(&draft.cell())) {
            dataset.drafts.put(draft.clone());
        }
        Self { audience, as_of: lens.as_of, links: Links::of(&dataset), dataset, values }
    }

    /// Reads the copy.
    pub const fn lens(&self) -> Lens<'_> {
        Lens::new(&self.dataset, &self.links, self.as_of).of_copy(self)
    }
}

/// Copies what may be seen of a table.
fn project(
    lens: &Lens,
    (audience, held): (Audience, &HashSet<CellRef>),
    id: TableId,
    dataset: &mut Dataset,
    values: &mut HashMap<CellRef, Value>,
) {
    let (table, columns) = (lens.dataset.table(id), id.columns_for(audience));
    let rows = table.ids().into_iter().map(|row| (row, table.stake(row, audience, lens)));
    let rows = rows.filter(|(_, stake)| table.visibility().allows(audience, *stake));
    let shown = |row: RowId, stake: Stake| {
        let cell = |column: &ColumnInfo| CellRef { table: id, row, column: column.key };
        let columns = columns.iter().filter(|column| column.visibility.allows(audience, stake));
        let columns = columns.filter(|column| !held.contains(&cell(column)));
        let values = columns.map(|column| (column, lens.value(cell(column))));
        let values = values.filter(|(column, value)| !names_hidden_rows(lens, audience, column, value));
        values.map(|(column, value)| (column.key, value)).collect::<Vec<_>>()
    };
    let is_whole = |stake: Stake| columns.iter().all(|column| column.visibility.allows(audience, stake));
    let (rows, hidden): (Vec<_>, Vec<_>) = rows.partition(|(_, stake)| is_whole(*stake));
    let rows: Vec<_> = rows.into_iter().map(|(row, stake)| (shown(row, stake), row)).collect();
    // In place, a hidden row could be identified by its neighbours, and at a fixed place it could be
    // recognised in the next export. Hidden rows come last, sorted by their visible values only, so
    // that rows with the same visible values are indistinguishable.
    let mut hidden: Vec<_> = hidden.into_iter().map(|(row, stake)| (shown(row, stake), row)).collect();
    hidden.sort_unstable();
    for (shown, row) in rows.into_iter().chain(hidden) {
        let is_stored = |(key, value): &&(ColumnKey, Value)| {
            !value.is_empty() && id.column(*key).is_some_and(|column| !column.is_derived())
        };
        let stored = shown.iter().filter(is_stored).cloned().collect();
        // What a record held, its copy holds as well: neither its identity nor a value can be refused.
        let _ = dataset.table_mut(id).insert(row, &stored, None);
        values.extend(shown.into_iter().map(|(column, value)| (CellRef { table: id, row, column }, value)));
    }
}

/// Whether a value references a row that the audience may not see.
fn names_hidden_rows(lens: &Lens, audience: Audience, column: &ColumnInfo, value: &Value) -> bool {
    match (column.kind, value) {
        (Kind::Reference(to), Value::Reference(row)) => {
            let table = lens.dataset.table(to);
            let label = table.label().iter().filter_map(|key| to.column(*key));
            let stake = table.stake(*row, audience, lens);
            !table.visibility().allows(audience, stake)
                || label.into_iter().any(|column| !column.visibility.allows(audience, stake))
        }
        _ => false,
    }
}

impl Reader for Projection {
    fn columns(&self, table: TableId) -> Vec<&'static ColumnInfo> {
        table.columns_for(self.audience)
    }

    fn rows(&self, table: TableId) -> Vec<RowId> {
        self.dataset.table(table).ids()
    }

    fn read(&self, cell: CellRef) -> Option<Value> {
        self.values.get(&cell).cloned()
    }

    fn audience(&self) -> Audience {
        self.audience
    }
}
