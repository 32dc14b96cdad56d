//! A table: records in order, found by identity; and the same table without its record type.
//!
//! Owns the order and the index. Clones share their records: a change copies the list of pointers and
//! one record. Never checks references to other tables (see `edit::integrity`) and never records an
//! inverse (see `edit`).

mod growing;

use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::id::{CellRef, RowId, RowMap};
use super::lens::Lens;
use super::schema::{Audience, Column, ColumnInfo, ColumnKey, ColumnSet, Record, Stake, TableId, Visibility};
use super::value::{Refusal, Value};
pub use growing::DuplicateId;
use growing::{Growing, RowsVisitor};

#[derive(Clone, Debug)]
pub struct Table<R> {
    rows: Arc<Vec<Arc<R>>>,
    places: Arc<RowMap<usize>>,
}

pub type Rows<'a, R> = std::iter::Map<std::slice::Iter<'a, Arc<R>>, fn(&Arc<R>) -> &R>;

impl<R> Default for Table<R> {
    fn default() -> Self {
        Self { rows: Arc::default(), places: Arc::default() }
    }
}

impl<R: PartialEq> PartialEq for Table<R> {
    fn eq(&self, other: &Self) -> bool {
        self.rows == other.rows
    }
}

impl<R: Record> Table<R> {
    /// Builds a table.
    ///
    /// # Errors
    /// If two records have the same identity.
    pub fn from_rows(rows: Vec<R>) -> Result<Self, DuplicateId> {
        let mut new = Growing::new();
        new.places.reserve(rows.len());
        rows.into_iter().try_for_each(|row| new.push(row.id(), row))?;
        Ok(new.into())
    }

    pub fn iter(&self) -> Rows<'_, R> {
        self.rows.iter().map(|record| record)
    }

    pub fn len(&self) -> usize {
        self.rows.len()
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub fn find(&self, row: RowId) -> Option<&R> {
        self.places.get(&row).map(|place| &*self.rows[*place])
    }

    fn column(key: ColumnKey) -> Option<&'static Column<R>> {
        R::columns().iter().find(|column| column.info.key == key)
    }

    /// Writes a cell and returns its old value.
    fn write(
        &mut self,
        row: RowId,
        column: ColumnKey,
        put: impl FnOnce(&Column<R>, &mut R) -> Result<(), Refusal>,
    ) -> Result<Value, TableError> {
        let place = *self.places.get(&row).ok_or(TableError::NoRow(row))?;
        let spec = Self::column(column).ok_or(TableError::NoColumn(column))?;
        let record = Arc::make_mut(&mut Arc::make_mut(&mut self.rows)[place]);
        let old = spec.get(record);
        put(spec, record).map_err(|refusal| TableError::Refused(CellRef { table: R::TABLE, row, column }, refusal))?;
        Ok(old)
    }

    fn index_from(&mut self, place: usize) {
        let places = Arc::make_mut(&mut self.places);
        for (offset, row) in self.rows[place..].iter().enumerate() {
            places.insert(row.id(), place + offset);
        }
    }
}

impl<'a, R: Record> IntoIterator for &'a Table<R> {
    type Item = &'a R;
    type IntoIter = Rows<'a, R>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<R: Record + Serialize> Serialize for Table<R> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<R> From<Growing<R>> for Table<R> {
    fn from(new: Growing<R>) -> Self {
        Self { rows: Arc::new(new.rows), places: Arc::new(new.places) }
    }
}

impl<'de, R: Record + Deserialize<'de>> Deserialize<'de> for Table<R> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(RowsVisitor(R::id)).map(Self::from)
    }
}

/// A record without its type: the non-empty values of its columns.
pub type Values = Vec<(ColumnKey, Value)>;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableError {
    NoRow(RowId),
    /// The identity is taken.
    DuplicateId(RowId),
    NoColumn(ColumnKey),
    /// The column rejected the value.
    Refused(CellRef, Refusal),
}

/// A table of any record type: what the grid, exports, edits and checks work on.
pub trait AnyTable {
    fn id(&self) -> TableId;
    fn visibility(&self) -> Visibility;
    /// Columns that label its records elsewhere.
    fn label(&self) -> &'static [ColumnKey];
    /// Columns that tell its records apart where one is chosen.
    fn described(&self) -> &'static [ColumnKey];
    /// The columns that different kinds of work need.
    fn sets(&self) -> &'static [ColumnSet];
    fn infos(&self) -> Vec<&'static ColumnInfo>;
    fn count(&self) -> usize;
    fn ids(&self) -> Vec<RowId>;
    fn contains(&self, row: RowId) -> bool;
    /// The stored value; `None` if there is no such row or column.
    fn get(&self, row: RowId, column: ColumnKey) -> Option<Value>;
    /// Visits the stored values of these columns, row by row. Looks each column up once, where
    /// [`AnyTable::get`] does so for each cell.
    fn scan(&self, columns: &[ColumnKey], visit: &mut dyn FnMut(RowId, ColumnKey, Value));
    /// Visits the shown values of these columns, with the position of the row in the table and of the
    /// column in the list.
    fn look(&self, columns: &[ColumnKey], lens: &Lens, visit: &mut dyn FnMut(usize, usize, Value));
    /// The stored values of a record.
    fn values(&self, row: RowId) -> Option<Values>;
    /// Whether the record says nothing yet: it has its code at most, and what every record has from the beginning.
    fn is_blank(&self, row: RowId) -> bool;
    /// The value shown through the lens.
    fn read(&self, row: RowId, column: ColumnKey, lens: &Lens) -> Option<Value>;
    /// The cell of another record that stores the value, if any.
    fn home(&self, row: RowId, column: ColumnKey, lens: &Lens) -> Option<CellRef>;
    /// The value to propose for an empty cell.
    fn proposed(&self, row: RowId, column: ColumnKey, lens: &Lens) -> Option<Value>;
    /// What a record is to an audience.
    fn stake(&self, row: RowId, audience: Audience, lens: &Lens) -> Stake;
    /// Writes a value and returns the old one.
    ///
    /// # Errors
    /// If there is no such row or column, or the column rejects the value.
    fn set(&mut self, row: RowId, column: ColumnKey, value: Value) -> Result<Value, TableError>;
    /// Writes back an earlier value, even an empty required one, and returns the present one.
    ///
    /// # Errors
    /// If there is no such row or column, or the column rejects the value.
    fn restore(&mut self, row: RowId, column: ColumnKey, value: Value) -> Result<Value, TableError>;
    /// Inserts a record before another one, or last.
    ///
    /// # Errors
    /// If the identity is taken, the other record does not exist, or a value does not fit.
    fn insert(&mut self, row: RowId, values: &Values, before: Option<RowId>) -> Result<(), TableError>;
    /// Removes a record and returns its values and the record that followed it.
    ///
    /// # Errors
    /// If there is no such record.
    fn remove(&mut self, row: RowId) -> Result<(Values, Option<RowId>), TableError>;
    /// Cells that reference a record for which `gone` is true.
    fn naming(&self, gone: &dyn Fn(RowId) -> bool) -> Vec<(CellRef, RowId)>;
}

impl<R: Record> AnyTable for Table<R> {
    fn id(&self) -> TableId {
        R::TABLE
    }

    fn visibility(&self) -> Visibility {
        R::ROWS
    }

    fn label(&self) -> &'static [ColumnKey] {
        R::LABEL
    }

    fn described(&self) -> &'static [ColumnKey] {
        R::DESCRIBED
    }

    fn sets(&self) -> &'static [ColumnSet] {
        R::SETS
    }

    fn infos(&self) -> Vec<&'static ColumnInfo> {
        R::columns().iter().map(|column| &column.info).collect()
    }

    fn count(&self) -> usize {
        self.rows.len()
    }

    fn ids(&self) -> Vec<RowId> {
        self.iter().map(Record::id).collect()
    }

    fn contains(&self, row: RowId) -> bool {
        self.places.contains_key(&row)
    }

    fn get(&self, row: RowId, column: ColumnKey) -> Option<Value> {
        Some(Self::column(column)?.get(self.find(row)?))
    }

    fn scan(&self, columns: &[ColumnKey], visit: &mut dyn FnMut(RowId, ColumnKey, Value)) {
        let columns: Vec<_> = columns.iter().filter_map(|key| Self::column(*key)).collect();
        for record in self {
            for column in &columns {
                visit(record.id(), column.info.key, column.get(record));
            }
        }
    }

    fn look(&self, columns: &[ColumnKey], lens: &Lens, visit: &mut dyn FnMut(usize, usize, Value)) {
        let found = columns.iter().enumerate().filter_map(|(at, key)| Some((at, Self::column(*key)?)));
        let columns: Vec<_> = found.collect();
        for (place, record) in self.iter().enumerate() {
            for (at, column) in &columns {
                visit(place, *at, column.read(record, lens));
            }
        }
    }

    fn values(&self, row: RowId) -> Option<Values> {
        let record = self.find(row)?;
        Some(
            R::columns()
                .iter()
                .map(|column| (column.info.key, column.get(record)))
                .filter(|(_, value)| !value.is_empty())
                .collect(),
        )
    }

    fn is_blank(&self, row: RowId) -> bool {
        let untouched = R::default();
        let says = |record: &R, column: &Column<R>| {
            column.info.code().is_none() && column.get(record) != column.get(&untouched)
        };
        self.find(row).is_some_and(|record| !R::columns().iter().any(|column| says(record, column)))
    }

    fn read(&self, row: RowId, column: ColumnKey, lens: &Lens) -> Option<Value> {
        Some(Self::column(column)?.read(self.find(row)?, lens))
    }

    fn home(&self, row: RowId, column: ColumnKey, lens: &Lens) -> Option<CellRef> {
        Self::column(column)?.home(self.find(row)?, lens)
    }

    fn proposed(&self, row: RowId, column: ColumnKey, lens: &Lens) -> Option<Value> {
        Some(Self::column(column)?.proposed(self.find(row)?, lens)).filter(|value| !value.is_empty())
    }

    fn stake(&self, row: RowId, audience: Audience, lens: &Lens) -> Stake {
        let Some(record) = self.find(row) else { return Stake::default() };
        Stake { on_offer: record.on_offer(lens), own: record.is_own(audience, lens) }
    }

    fn set(&mut self, row: RowId, column: ColumnKey, value: Value) -> Result<Value, TableError> {
        self.write(row, column, |spec, record| spec.set(record, value))
    }

    fn restore(&mut self, row: RowId, column: ColumnKey, value: Value) -> Result<Value, TableError> {
        self.write(row, column, |spec, record| spec.restore(record, value))
    }

    fn insert(&mut self, row: RowId, values: &Values, before: Option<RowId>) -> Result<(), TableError> {
        // The file refuses a record without an id; it must not get there.
        if row == RowId::default() {
            return Err(TableError::NoRow(row));
        }
        if self.contains(row) {
            return Err(TableError::DuplicateId(row));
        }
        let place = match before {
            Some(next) => *self.places.get(&next).ok_or(TableError::NoRow(next))?,
            None => self.rows.len(),
        };
        let mut record = R::default();
        record.set_id(row);
        for (key, value) in values {
            Self::column(*key)
                .ok_or(TableError::NoColumn(*key))?
                .set(&mut record, value.clone())
                .map_err(|refusal| TableError::Refused(CellRef { table: R::TABLE, row, column: *key }, refusal))?;
        }
        Arc::make_mut(&mut self.rows).insert(place, Arc::new(record));
        self.index_from(place);
        Ok(())
    }

    fn remove(&mut self, row: RowId) -> Result<(Values, Option<RowId>), TableError> {
        let values = self.values(row).ok_or(TableError::NoRow(row))?;
        let place = Arc::make_mut(&mut self.places).remove(&row).ok_or(TableError::NoRow(row))?;
        Arc::make_mut(&mut self.rows).remove(place);
        self.index_from(place);
        Ok((values, self.rows.get(place).map(|next| next.id())))
    }

    fn naming(&self, gone: &dyn Fn(RowId) -> bool) -> Vec<(CellRef, RowId)> {
        let naming: Vec<_> = R::columns().iter().filter(|column| column.info.kind.refers_to().is_some()).collect();
        let mut cells = Vec::new();
        for record in self {
            for column in &naming {
                for named in column.get(record).references().filter(|row| gone(*row)) {
                    let cell = CellRef { table: R::TABLE, row: record.id(), column: column.info.key };
                    cells.push((cell, named));
                }
            }
        }
        cells
    }
}
