//! The projection: a copy of what an audience other than the office may read.
//!
//! It does not contain the rest, so nothing built on it can leak it. Visibility considers all dates,
//! including plans and later ones: an earlier as-of day must not reveal the commune of a unit that is
//! now a woman's home.

use std::collections::HashMap;

use super::id::{CellRef, RowId};
use super::lens::{Lens, Reader};
use super::schema::{Audience, ColumnInfo, Kind, TableId, Visibility};
use super::value::Value;

/// The copy for one audience.
#[derive(Debug)]
pub struct Projection {
    audience: Audience,
    tables: HashMap<TableId, Projected>,
}

#[derive(Debug, Default)]
struct Projected {
    columns: Vec<&'static ColumnInfo>,
    rows: Vec<RowId>,
    values: HashMap<CellRef, Value>,
}

impl Projection {
    /// Copies what `audience` may see.
    pub fn of(lens: &Lens, audience: Audience) -> Self {
        let tables = TableId::ALL.iter().map(|id| (*id, project(lens, audience, *id))).collect();
        Self { audience, tables }
    }
}

fn project(lens: &Lens, audience: Audience, id: TableId) -> Projected {
    let table = lens.dataset.table(id);
    if !table.visibility().allows(audience, false) {
        return Projected::default();
    }
    let columns: Vec<_> =
        id.columns().iter().copied().filter(|column| column.visibility.allows(audience, true)).collect();
    let hides_rows = columns.iter().any(|column| column.visibility == Visibility::WhileOnOffer);
    let mut values = HashMap::new();
    let mut copy = |row: RowId, on_offer: bool| {
        let mut shown = Vec::new();
        for column in columns.iter().filter(|column| column.visibility.allows(audience, on_offer)) {
            let cell = CellRef { table: id, row, column: column.key };
            let value = lens.value(cell);
            if !names_hidden_rows(lens, audience, column, &value) {
                shown.push((column.key, value.clone()));
                values.insert(cell, value);
            }
        }
        shown
    };
    let (mut rows, hidden): (Vec<_>, Vec<_>) =
        table.ids().into_iter().partition(|row| !hides_rows || table.on_offer(*row, lens));
    for row in &rows {
        copy(*row, hides_rows);
    }
    // In place, a hidden row could be identified by its neighbours, and at a fixed place it could be
    // recognised in the next export. Hidden rows come last, sorted by their visible values only, so
    // that rows with the same visible values are indistinguishable.
    let mut hidden: Vec<_> = hidden.into_iter().map(|row| (copy(row, false), row)).collect();
    hidden.sort_unstable();
    rows.extend(hidden.into_iter().map(|(_, row)| row));
    Projected { columns, rows, values }
}

/// Whether a value references a row that the audience may not see.
fn names_hidden_rows(lens: &Lens, audience: Audience, column: &ColumnInfo, value: &Value) -> bool {
    match (column.kind, value) {
        (Kind::Reference(to), Value::Reference(row)) => {
            let table = lens.dataset.table(to);
            let label = table.label().iter().filter_map(|key| to.column(*key));
            let on_offer = table.on_offer(*row, lens);
            !table.visibility().allows(audience, false)
                || label.into_iter().any(|column| !column.visibility.allows(audience, on_offer))
        }
        _ => false,
    }
}

impl Reader for Projection {
    fn columns(&self, table: TableId) -> Vec<&'static ColumnInfo> {
        self.tables.get(&table).map(|projected| projected.columns.clone()).unwrap_or_default()
    }

    fn rows(&self, table: TableId) -> Vec<RowId> {
        self.tables.get(&table).map(|projected| projected.rows.clone()).unwrap_or_default()
    }

    fn read(&self, cell: CellRef) -> Option<Value> {
        self.tables.get(&cell.table)?.values.get(&cell).cloned()
    }

    fn audience(&self) -> Audience {
        self.audience
    }
}
