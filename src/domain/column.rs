//! One column: how it is read and written, and where its value lives when not in its record.
//!
//! Owns what is asked of a value before it enters a record. Which columns there are is each
//! record type's own; what is known of one whatever the record type is in `schema`.

use super::id::CellRef;
use super::lens::Lens;
use super::schema::{ColumnInfo, ColumnKey, Group, Kind, Naming, Visibility};
use super::value::{Refusal, Value};

/// One column of a record type: its facts, and how to read and write it.
pub struct Column<R> {
    /// Facts.
    pub info: ColumnInfo,
    get: fn(&R) -> Value,
    set: fn(&mut R, Value) -> Result<(), Refusal>,
    derive: Option<fn(&R, &Lens) -> Value>,
    home: Option<fn(&R, &Lens) -> Option<CellRef>>,
}

impl<R> Column<R> {
    /// A column kept in the record. The macro `schema` writes the two functions.
    pub const fn stored(
        key: ColumnKey,
        kind: Kind,
        visibility: Visibility,
        get: fn(&R) -> Value,
        set: fn(&mut R, Value) -> Result<(), Refusal>,
    ) -> Self {
        let info = ColumnInfo::new(key, kind, visibility, false);
        Self { info, get, set, derive: None, home: None }
    }

    /// A column computed from the record and what it is linked with.
    pub const fn derived(key: ColumnKey, kind: Kind, visibility: Visibility, derive: fn(&R, &Lens) -> Value) -> Self {
        let info = ColumnInfo::new(key, kind, visibility, true);
        Self { info, get: |_| Value::Empty, set: |_, _| Err(Refusal::ReadOnly), derive: Some(derive), home: None }
    }

    /// The column names its record.
    #[must_use]
    pub const fn naming(mut self, naming: Naming) -> Self {
        self.info.naming = Some(naming);
        self
    }

    /// Puts the column under a header.
    #[must_use]
    pub const fn under(mut self, group: Group) -> Self {
        self.info.group = group;
        self
    }

    /// The record belongs to the one that it names here, and goes with it.
    #[must_use]
    pub const fn belonging(mut self) -> Self {
        self.info.belongs = true;
        self
    }

    /// An empty cell has a meaning, which the word of that key gives.
    #[must_use]
    pub const fn empty_means(mut self, key: &'static str) -> Self {
        self.info.when_empty = Some(key);
        self
    }

    /// The record makes no sense without it.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.info.required = true;
        self
    }

    /// The value lives in another record when that is known (one date in one place); what the
    /// record itself holds stands in otherwise.
    #[must_use]
    pub const fn living_in(mut self, home: fn(&R, &Lens) -> Option<CellRef>) -> Self {
        self.home = Some(home);
        self
    }

    /// What the record itself holds.
    pub fn get(&self, record: &R) -> Value {
        (self.get)(record)
    }

    /// Writes into the record itself.
    ///
    /// # Errors
    /// Where the column is derived or required and the value is empty, or cannot hold the value.
    pub fn set(&self, record: &mut R, value: Value) -> Result<(), Refusal> {
        if self.info.required && value.is_empty() {
            return Err(Refusal::Required);
        }
        self.restore(record, value)
    }

    /// Writes what the record held before: a new record has no required value yet, and an undo
    /// must be able to give that state back.
    pub(super) fn restore(&self, record: &mut R, value: Value) -> Result<(), Refusal> {
        if !self.info.kind.accepts(&value) {
            return Err(Refusal::WrongKind);
        }
        (self.set)(record, value)
    }

    /// The cell of another record in which the value lives, if it does.
    pub fn home(&self, record: &R, lens: &Lens) -> Option<CellRef> {
        self.home.and_then(|home| home(record, lens))
    }

    /// What is shown: derived, or from the home, or the record's own.
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
