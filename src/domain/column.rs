//! A record type and its columns: how each is read and written, and where its value is stored if not in its own
//! record.
//!
//! Owns the validation of a value before it enters a record. Each record type lists its own columns;
//! the facts common to all record types are in `schema`.

use super::id::{CellRef, RowId};
use super::lens::Lens;
use super::schema::{
    Audience, ColumnInfo, ColumnKey, Detail, Group, Kind, Naming, Search, TableId, Visibility, Written,
};
use super::value::{Refusal, Value};

/// A column of a record type: its facts, and how to read and write it.
pub struct Column<R> {
    pub info: ColumnInfo,
    get: fn(&R) -> Value,
    set: fn(&mut R, Value) -> Result<(), Refusal>,
    derive: Option<fn(&R, &Lens) -> Value>,
    home: Option<fn(&R, &Lens) -> Option<CellRef>>,
    propose: Option<fn(&R, &Lens) -> Value>,
}

impl<R> Column<R> {
    /// A column stored in the record. The `schema` macro writes the accessors.
    pub const fn stored(
        key: ColumnKey,
        kind: Kind,
        visibility: Visibility,
        get: fn(&R) -> Value,
        set: fn(&mut R, Value) -> Result<(), Refusal>,
    ) -> Self {
        let info = ColumnInfo::new(key, kind, visibility);
        Self { info, get, set, derive: None, home: None, propose: None }
    }

    /// A column computed from the record and the records it is linked to.
    pub const fn derived(key: ColumnKey, kind: Kind, visibility: Visibility, derive: fn(&R, &Lens) -> Value) -> Self {
        let info = ColumnInfo { written: Written::Never, ..ColumnInfo::new(key, kind, visibility) };
        let set = |_: &mut R, _| Err(Refusal::ReadOnly);
        Self { info, get: |_| Value::Empty, set, derive: Some(derive), home: None, propose: None }
    }

    /// Makes the column an identifier of its record.
    #[must_use]
    pub const fn naming(mut self, naming: Naming) -> Self {
        self.info.naming = Some(naming);
        self
    }

    /// Puts the column under a group header.
    #[must_use]
    pub const fn under(mut self, group: Group) -> Self {
        self.info.group = group;
        self
    }

    /// The record belongs to the one referenced here and is removed with it.
    #[must_use]
    pub const fn belonging(mut self) -> Self {
        self.info.belongs = true;
        self
    }

    /// Lets it go with the detail of a closed case.
    #[must_use]
    pub const fn going(mut self, detail: Detail) -> Self {
        self.info.detail = Some(detail);
        self
    }

    /// Gives an empty cell a meaning, by its key in the word files.
    #[must_use]
    pub const fn empty_means(mut self, key: &'static str) -> Self {
        self.info.when_empty = Some(key);
        self
    }

    /// Keeps it out of the search: who is found would tell what stands there.
    #[must_use]
    pub const fn unsearched(mut self) -> Self {
        self.info.search = Search::LeavesOut;
        self
    }

    /// Keeps it from others while it seems to name a person, unless that column says that somebody read it.
    #[must_use]
    pub const fn screened(mut self, cleared: ColumnKey) -> Self {
        self.info.screened = Some(cleared);
        self
    }

    /// Only the app writes it.
    #[must_use]
    pub const fn internal(mut self) -> Self {
        self.info.written = Written::ByApp;
        self
    }

    /// Makes the column required.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.info.required = true;
        self
    }

    /// Stores the value in another record where that record is known, so that each date is stored once.
    /// The record's own value stands in otherwise.
    #[must_use]
    pub const fn living_in(mut self, home: fn(&R, &Lens) -> Option<CellRef>) -> Self {
        self.home = Some(home);
        self
    }

    /// Proposes a value where the record has none.
    #[must_use]
    pub const fn proposing(mut self, propose: fn(&R, &Lens) -> Value) -> Self {
        self.propose = Some(propose);
        self
    }

    /// The value stored in the record itself.
    pub fn get(&self, record: &R) -> Value {
        (self.get)(record)
    }

    /// Writes to the record itself.
    ///
    /// # Errors
    /// If the column is derived, is required and the value is empty, or cannot hold the value.
    pub fn set(&self, record: &mut R, value: Value) -> Result<(), Refusal> {
        if self.info.required && value.is_empty() {
            return Err(Refusal::Required);
        }
        self.restore(record, value)
    }

    /// Writes back an earlier value. A new record may lack its required values, and undo must be able
    /// to restore that state.
    pub(super) fn restore(&self, record: &mut R, value: Value) -> Result<(), Refusal> {
        if !self.info.kind.accepts(&value) {
            return Err(Refusal::WrongKind);
        }
        (self.set)(record, value)
    }

    /// The cell of another record that stores the value, if any.
    pub fn home(&self, record: &R, lens: &Lens) -> Option<CellRef> {
        self.home.and_then(|home| home(record, lens))
    }

    /// The value to propose, if the record has none; empty if there is nothing to propose.
    pub fn proposed(&self, record: &R, lens: &Lens) -> Value {
        let propose = self.propose.filter(|_| self.read(record, lens).is_empty());
        propose.map_or(Value::Empty, |propose| propose(record, lens))
    }

    /// The value shown: derived, stored in another record, or the record's own.
    pub fn read(&self, record: &R, lens: &Lens) -> Value {
        if let Some(derive) = self.derive {
            return derive(record, lens);
        }
        match self.home(record, lens).map(|home| lens.stored(home)) {
            Some(value) if !value.is_empty() => value,
            _ => self.get(record),
        }
    }
}

/// The columns of a table that one kind of work needs, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ColumnSet {
    /// `columns-<key>` in the word files.
    pub key: &'static str,
    pub columns: &'static [ColumnKey],
}

/// A type of record: its table and its columns.
pub trait Record: Clone + Default + PartialEq + Send + Sync + 'static {
    const TABLE: TableId;
    /// Who may see its rows at all.
    const ROWS: Visibility;
    /// Columns that label a record where another references it.
    const LABEL: &'static [ColumnKey];
    /// Columns that tell its records apart where one is chosen, after the label.
    const DESCRIBED: &'static [ColumnKey] = &[];
    /// What different kinds of work need, the usual one first; all columns can be shown besides.
    const SETS: &'static [ColumnSet] = &[];

    fn columns() -> &'static [Column<Self>];

    fn id(&self) -> RowId;

    /// Called when the record enters a table.
    fn set_id(&mut self, id: RowId);

    fn cell(&self, column: ColumnKey) -> CellRef {
        CellRef { table: Self::TABLE, row: self.id(), column }
    }

    /// Whether it is openly on offer, so that a committee may see more of it.
    fn on_offer(&self, _lens: &Lens) -> bool {
        false
    }

    /// Whether it is that landlord's or that association's own.
    fn is_own(&self, _audience: Audience, _lens: &Lens) -> bool {
        false
    }
}
