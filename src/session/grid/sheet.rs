//! What a grid lays out: the records of a table, one a row; or crossed, one a cell.
//!
//! Owns which cell of a record stands at a place of the grid, and which record is made for a place that has none. The
//! grid works on its own rows and columns; for the records of a table they are those of the records. What is crossed
//! is worked out by the session.

use std::collections::HashMap;
use std::sync::Arc;

use crate::domain::id::{CellRef, RowId, RowMap};
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::schema::{Audience, ColumnInfo, ColumnKey, TableId};
use crate::domain::table::Values;
use crate::domain::value::Value;
use crate::edit::Edit;
use crate::words::Words;

use super::selection::CellPos;

#[derive(Clone, Debug)]
pub enum Sheet {
    /// A record in each row, its columns in the columns: those that the audience may see.
    Records(TableId, Audience),
    /// A record in each cell.
    Crossed(Arc<Crossed>),
}

#[derive(Debug)]
pub struct Crossed {
    /// The table of the records.
    pub table: TableId,
    pub rows: Vec<RowId>,
    pub columns: Vec<CrossedColumn>,
    pub cells: HashMap<CellPos, CrossedCell>,
    /// How many records of the table stand nowhere in it.
    pub left_out: usize,
}

#[derive(Debug)]
pub struct CrossedColumn {
    pub info: &'static ColumnInfo,
    pub header: String,
    /// Below the rows.
    pub foot: Foot,
    /// Its sum, and what the sum is held against.
    pub sum: Option<(i64, Option<i64>)>,
}

/// The sum of a column, and what it lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foot {
    pub sum: String,
    pub gap: String,
    /// Whether the gap is to be closed.
    pub is_open: bool,
}

#[derive(Clone, Debug)]
pub struct CrossedCell {
    pub cell: CellRef,
    /// Further records that stand here.
    pub others: Vec<RowId>,
    /// Shown instead of the value of the cell.
    pub shown: Option<Value>,
    /// The values of the record to be made, if there is none.
    pub makes: Option<Values>,
    /// Why nothing can be written here.
    pub closed: Option<Message>,
    /// The meaning of an empty cell.
    pub note: Option<String>,
    /// What is to be known about the cell, in a sentence.
    pub remark: Option<String>,
    /// Waits to be confirmed.
    pub is_proposed: bool,
}

impl Sheet {
    /// The table of the records.
    pub fn table(&self) -> TableId {
        match self {
            Self::Records(table, _) => *table,
            Self::Crossed(crossed) => crossed.table,
        }
    }

    pub fn crossed(&self) -> Option<&Crossed> {
        match self {
            Self::Records(..) => None,
            Self::Crossed(crossed) => Some(crossed),
        }
    }

    pub fn columns(&self) -> Vec<&'static ColumnInfo> {
        match self {
            Self::Records(table, audience) => table.columns_for(*audience),
            Self::Crossed(crossed) => crossed.columns.iter().map(|column| column.info).collect(),
        }
    }

    pub fn column(&self, column: ColumnKey) -> Option<&'static ColumnInfo> {
        match self {
            Self::Records(table, _) => table.column(column),
            Self::Crossed(crossed) => crossed.column(column).map(|column| column.info),
        }
    }

    pub(super) fn rows(&self, lens: &Lens) -> Vec<RowId> {
        match self {
            Self::Records(table, _) => lens.dataset.table(*table).ids(),
            Self::Crossed(crossed) => crossed.rows.clone(),
        }
    }

    pub fn header(&self, column: ColumnKey, words: &Words) -> String {
        match self {
            Self::Records(table, _) => words.text(&table.column_word(column)).to_owned(),
            Self::Crossed(crossed) => crossed.column(column).map(|column| column.header.clone()).unwrap_or_default(),
        }
    }

    /// What is crossed at a place.
    pub fn crossing(&self, pos: CellPos) -> Option<&CrossedCell> {
        self.crossed()?.cells.get(&pos)
    }

    /// The cell of a record at a place; the record may be yet to be made.
    pub fn cell(&self, pos: CellPos) -> CellRef {
        let (row, column) = pos;
        self.crossing(pos).map_or(CellRef { table: self.table(), row, column }, |crossing| crossing.cell)
    }

    /// Where the record of a cell stands.
    pub fn place(&self, cell: CellRef) -> Option<CellPos> {
        let Some(crossed) = self.crossed() else { return Some((cell.row, cell.column)) };
        let is_of = |at: &CrossedCell| {
            at.cell.table == cell.table && (at.cell.row == cell.row || at.others.contains(&cell.row))
        };
        crossed.cells.iter().find(|(_, at)| is_of(at)).map(|(pos, _)| *pos)
    }

    /// The value shown at a place.
    pub fn value(&self, pos: CellPos, lens: &Lens) -> Value {
        let shown = self.crossing(pos).and_then(|crossing| crossing.shown.clone());
        shown.unwrap_or_else(|| lens.value(self.cell(pos)))
    }

    /// Why nothing can be written at a place that its column leaves open.
    pub(super) fn closed(&self, pos: CellPos) -> Option<Message> {
        self.crossing(pos)?.closed.clone()
    }

    /// Visits the shown values of these columns, with the positions of the row and of the column in the list.
    pub(super) fn look(&self, columns: &[ColumnKey], lens: &Lens, visit: &mut dyn FnMut(usize, usize, Value)) {
        match self {
            Self::Records(table, _) => lens.look(*table, columns, visit),
            Self::Crossed(crossed) => {
                for (place, row) in crossed.rows.iter().enumerate() {
                    for (at, column) in columns.iter().enumerate() {
                        visit(place, at, self.value((*row, *column), lens));
                    }
                }
            }
        }
    }

    /// An edit of cells, preceded by the records that it needs and that are not there yet. Emptying what is not there
    /// makes nothing.
    pub fn completed(&self, edit: &Edit) -> Edit {
        let Some(crossed) = self.crossed() else { return edit.clone() };
        let missing: RowMap<&Values> =
            crossed.cells.values().filter_map(|at| Some((at.cell.row, at.makes.as_ref()?))).collect();
        let mut made = Vec::new();
        let rest = needing(edit, &missing, &mut made);
        if made.is_empty() {
            return rest.unwrap_or_else(|| Edit::batch(Vec::new()));
        }
        let label = if let Edit::Batch { label, .. } = edit { label.clone() } else { None };
        let insert = |row: RowId| {
            let values = missing.get(&row).map(|values| (*values).clone()).unwrap_or_default();
            Edit::Insert { table: crossed.table, row, values, before: None }
        };
        Edit::Batch { label, edits: made.into_iter().map(insert).chain(rest).collect() }
    }
}

/// The edit without what empties missing records; notes those that it needs.
fn needing(edit: &Edit, missing: &RowMap<&Values>, made: &mut Vec<RowId>) -> Option<Edit> {
    let (cell, is_emptied) = match edit {
        Edit::Batch { label, edits } => {
            let edits = edits.iter().filter_map(|edit| needing(edit, missing, made)).collect();
            return Some(Edit::Batch { label: label.clone(), edits });
        }
        Edit::Set { cell, value } => (cell, value.is_empty()),
        Edit::Draft { cell, text } => (cell, text.is_none()),
        other => return Some(other.clone()),
    };
    if missing.contains_key(&cell.row) {
        if is_emptied {
            return None;
        }
        if !made.contains(&cell.row) {
            made.push(cell.row);
        }
    }
    Some(edit.clone())
}

impl Crossed {
    pub fn column(&self, column: ColumnKey) -> Option<&CrossedColumn> {
        self.columns.iter().find(|known| known.info.key == column)
    }
}
