//! The dataset: every table of one convention, and the history of its records.
//!
//! Owns which record type is in which table. Changes only through `edit::Document`; reading
//! is free. Derived data is not here.

use std::collections::HashMap;
use std::sync::OnceLock;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::association::Association;
use super::commitment::Commitment;
use super::committee::{Committee, CommitteeAction, CommitteeDecision};
use super::context::ContextFigure;
use super::convention::{Convention, Period};
use super::id::{CellRef, RowId};
use super::keyed::{Keyed, KeyedList};
use super::landlord::Landlord;
use super::log::Log;
use super::proposal::Proposal;
use super::referral::Referral;
use super::relocation::Relocation;
use super::schema::{ColumnInfo, ColumnKey, Naming, TableId};
use super::sector::Sector;
use super::table::{AnyTable, Table};
use super::training::{Attendance, Training};
use super::unit::Unit;
use super::value::Value;
use super::view::NamedView;

/// What happened to one record, when, and by whom. For the office only: it holds old values.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HistoryEntry {
    /// When, in local time, to the second.
    pub at: NaiveDateTime,
    /// The name that the operator gave.
    pub by: String,
    /// The record's table.
    pub table: TableId,
    /// The record, which may be gone since.
    pub row: RowId,
    pub change: Change,
}

/// A text that was typed into a cell and that its column cannot hold. It counts in no figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// The record's table.
    pub table: TableId,
    pub row: RowId,
    pub column: ColumnKey,
    pub text: String,
}

impl Draft {
    /// The cell that it was typed into.
    pub const fn cell(&self) -> CellRef {
        CellRef { table: self.table, row: self.row, column: self.column }
    }
}

impl Keyed for Draft {
    type Key = CellRef;

    fn key(&self) -> CellRef {
        self.cell()
    }
}

/// A change of one record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Change {
    Created,
    Removed,
    /// One of its cells went from one value to another.
    Set {
        column: ColumnKey,
        from: Value,
        to: Value,
    },
}

/// Lists the tables once: field, record type, id.
macro_rules! tables {
    ($($(#[$meta:meta])* $field:ident: $record:ty => $id:ident,)+) => {
        /// Everything that one file holds. A copy shares its records until one side changes.
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        #[serde(default, deny_unknown_fields)]
        pub struct Dataset {
            $(
                $(#[$meta])*
                #[serde(skip_serializing_if = "Table::is_empty")]
                pub $field: Table<$record>,
            )+
            /// What happened to the records. It only grows: an undo is an entry of its own.
            #[serde(skip_serializing_if = "Log::is_empty")]
            pub history: Log<HistoryEntry>,
            /// What was typed and could not be taken, until it is corrected. For the office only.
            #[serde(skip_serializing_if = "KeyedList::is_empty")]
            pub drafts: KeyedList<Draft>,
            /// Views of the tables that the staff keep under a name.
            #[serde(skip_serializing_if = "KeyedList::is_empty")]
            pub views: KeyedList<NamedView>,
        }

        impl Dataset {
            /// A table by its id.
            pub fn table(&self, id: TableId) -> &dyn AnyTable {
                match id { $(TableId::$id => &self.$field),+ }
            }

            /// A table by its id, to change. Only `edit` calls it.
            pub(crate) fn table_mut(&mut self, id: TableId) -> &mut dyn AnyTable {
                match id { $(TableId::$id => &mut self.$field),+ }
            }

            /// Two parts of a dataset as one; None where both have the same table.
            pub(crate) fn joined(mut self, other: Self) -> Option<Self> {
                $(join(&mut self.$field, other.$field, Table::is_empty)?;)+
                join(&mut self.history, other.history, Log::is_empty)?;
                join(&mut self.drafts, other.drafts, KeyedList::is_empty)?;
                join(&mut self.views, other.views, KeyedList::is_empty)?;
                Some(self)
            }

            /// Equality of the records, history aside: what "apply then inverse is the identity" speaks of.
            pub fn same_records(&self, other: &Self) -> bool {
                $(self.$field == other.$field)&&+
            }
        }
    };
}

/// Takes over what is in the other part, where there is nothing in this one.
fn join<T>(own: &mut T, other: T, is_empty: impl Fn(&T) -> bool) -> Option<()> {
    if is_empty(own) {
        *own = other;
        return Some(());
    }
    is_empty(&other).then_some(())
}

tables! {
    convention: Convention => Convention,
    periods: Period => Periods,
    landlords: Landlord => Landlords,
    associations: Association => Associations,
    commitments: Commitment => Commitments,
    units: Unit => Units,
    relocations: Relocation => Relocations,
    /// Landlords asked for a case.
    referrals: Referral => Referrals,
    /// Units proposed to households.
    proposals: Proposal => Proposals,
    /// Quarterly meetings.
    committees: Committee => Committees,
    /// What they decided.
    decisions: CommitteeDecision => Decisions,
    /// What they asked for.
    actions: CommitteeAction => Actions,
    /// Training sessions.
    trainings: Training => Trainings,
    /// People present at them.
    attendances: Attendance => Attendances,
    /// Groups of communes.
    sectors: Sector => Sectors,
    /// What others published about the region; in no figure of the convention.
    context: ContextFigure => ContextFigures,
}

impl TableId {
    /// Facts of every column of the table, in order.
    pub fn columns(self) -> &'static [&'static ColumnInfo] {
        static ALL: OnceLock<HashMap<TableId, Vec<&'static ColumnInfo>>> = OnceLock::new();
        ALL.get_or_init(|| {
            let empty = Dataset::default();
            Self::ALL.iter().map(|id| (*id, empty.table(*id).infos())).collect()
        })
        .get(&self)
        .map_or(&[], Vec::as_slice)
    }

    /// Columns that name one of its records elsewhere.
    pub fn label(self) -> &'static [ColumnKey] {
        static EMPTY: OnceLock<Dataset> = OnceLock::new();
        EMPTY.get_or_init(Dataset::default).table(self).label()
    }

    /// The column of its names that is enough to make a record of: nothing else is required.
    pub fn made_by_name(self) -> Option<ColumnKey> {
        let mut required = self.columns().iter().filter(|column| column.required);
        let only = required.next().filter(|column| column.naming == Some(Naming::Name))?;
        required.next().is_none().then_some(only.key)
    }

    /// Facts of one column.
    pub fn column(self, key: ColumnKey) -> Option<&'static ColumnInfo> {
        self.columns().iter().find(|column| column.key == key).copied()
    }

    /// The column of that name, as files and the command line give it.
    pub fn column_named(self, name: &str) -> Option<&'static ColumnInfo> {
        self.columns().iter().find(|column| column.key.as_str() == name).copied()
    }

    /// Key of a column's name in the word files.
    pub fn column_word(self, column: ColumnKey) -> String {
        format!("col-{}-{}", self.key(), column.as_str())
    }
}

impl Dataset {
    /// The convention's record, or an empty one.
    pub fn the_convention(&self) -> &Convention {
        static NONE: OnceLock<Convention> = OnceLock::new();
        self.convention.iter().next().unwrap_or_else(|| NONE.get_or_init(Convention::default))
    }

    /// Whether the data is made up: one record that says so is enough.
    pub fn is_fictitious(&self) -> bool {
        self.convention.iter().any(|convention| convention.fictitious)
    }

    /// The day from which made-up data is looked at; real data is looked at from today.
    pub fn sample_day(&self) -> Option<NaiveDate> {
        self.the_convention().as_of.filter(|_| self.is_fictitious())
    }

    /// What a record itself holds in a cell; empty where there is no such cell.
    pub fn stored(&self, cell: CellRef) -> Value {
        self.table(cell.table).get(cell.row, cell.column).unwrap_or_default()
    }

    /// What was typed into a cell and could not be taken.
    pub fn draft(&self, cell: CellRef) -> Option<&str> {
        self.drafts.get(&cell).map(|draft| draft.text.as_str())
    }

    /// Whether a record and a column of its table make that cell.
    pub fn has_cell(&self, cell: CellRef) -> bool {
        self.table(cell.table).get(cell.row, cell.column).is_some()
    }

    /// Whether a cell that names a record names one that is not there.
    pub fn is_dangling(&self, cell: CellRef, named: RowId) -> bool {
        let to = cell.table.column(cell.column).and_then(|column| column.kind.refers_to());
        !to.is_some_and(|to| self.table(to).contains(named))
    }

    /// Whether any table has a record of that identity.
    pub fn contains(&self, row: RowId) -> bool {
        TableId::ALL.iter().any(|table| self.table(*table).contains(row))
    }

    /// An identity that no record has, from random numbers handed in.
    pub fn fresh_id(&self, random: &mut dyn FnMut() -> u64) -> RowId {
        loop {
            let row = RowId::from_random(random());
            if !self.contains(row) {
                return row;
            }
        }
    }

    /// Cells that name a record for which `gone` holds, whatever the table.
    pub fn naming(&self, gone: &dyn Fn(RowId) -> bool) -> Vec<(CellRef, RowId)> {
        TableId::ALL.iter().flat_map(|table| self.table(*table).naming(gone)).collect()
    }
}
