//! The dataset: every table of one convention, and the history of its records.
//!
//! Owns the mapping of tables to record types. Changes only through `edit::Document`; anyone may read
//! it. Holds no derived data.

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
use super::postponement::Postponement;
use super::proposal::Proposal;
use super::publication::Publication;
use super::referral::Referral;
use super::relocation::Relocation;
use super::schema::{Audience, ColumnInfo, ColumnKey, ColumnSet, Naming, Stake, TableId, Visibility};
use super::sector::Sector;
use super::table::{AnyTable, Table};
use super::training::{Attendance, Training};
use super::unit::Unit;
use super::value::Value;
use super::view::NamedView;

/// A change to one record: what, when and by whom. Restricted to the office, as it contains old values.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HistoryEntry {
    /// Local time, to the second.
    pub at: NaiveDateTime,
    /// The operator's name.
    pub by: String,
    pub table: TableId,
    /// The record, which may no longer exist.
    pub row: RowId,
    pub change: Change,
}

impl HistoryEntry {
    /// The cell whose value it changed.
    pub fn cell(&self) -> Option<CellRef> {
        let Change::Set { column, .. } = self.change else { return None };
        Some(CellRef { table: self.table, row: self.row, column })
    }
}

/// A text typed into a cell whose column cannot hold it. No figure counts it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    pub table: TableId,
    pub row: RowId,
    pub column: ColumnKey,
    pub text: String,
}

impl Draft {
    /// The cell it was typed into.
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

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Change {
    Created,
    Removed,
    /// A cell changed from one value to another.
    Set {
        column: ColumnKey,
        from: Value,
        to: Value,
    },
    /// Values were struck out: of a column, or the whole record. What they were is known nowhere.
    Struck {
        column: Option<ColumnKey>,
    },
}

/// Lists the tables once: field, record type, id.
macro_rules! tables {
    ($($(#[$meta:meta])* $field:ident: $record:ty => $id:ident,)+) => {
        /// The content of one file. Clones share their records until one side changes.
        #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
        #[serde(default, deny_unknown_fields)]
        pub struct Dataset {
            $(
                $(#[$meta])*
                #[serde(skip_serializing_if = "Table::is_empty")]
                pub $field: Table<$record>,
            )+
            /// Changes to the records. Append-only: an undo is an entry of its own.
            #[serde(skip_serializing_if = "Log::is_empty")]
            pub history: Log<HistoryEntry>,
            /// Rejected entries, until they are corrected. Restricted to the office.
            #[serde(skip_serializing_if = "KeyedList::is_empty")]
            pub drafts: KeyedList<Draft>,
            /// Named views saved by the staff.
            #[serde(skip_serializing_if = "KeyedList::is_empty")]
            pub views: KeyedList<NamedView>,
        }

        impl Dataset {
            pub fn table(&self, id: TableId) -> &dyn AnyTable {
                match id { $(TableId::$id => &self.$field),+ }
            }

            /// Only `edit` calls this.
            pub(crate) fn table_mut(&mut self, id: TableId) -> &mut dyn AnyTable {
                match id { $(TableId::$id => &mut self.$field),+ }
            }

            /// Merges two parts of a dataset; `None` if both contain the same table.
            pub(crate) fn joined(mut self, other: Self) -> Option<Self> {
                $(join(&mut self.$field, other.$field, Table::is_empty)?;)+
                join(&mut self.history, other.history, Log::is_empty)?;
                join(&mut self.drafts, other.drafts, KeyedList::is_empty)?;
                join(&mut self.views, other.views, KeyedList::is_empty)?;
                Some(self)
            }

            /// Compares the records and ignores the history, so that an edit followed by its inverse
            /// compares equal.
            pub fn same_records(&self, other: &Self) -> bool {
                $(self.$field == other.$field)&&+
            }
        }
    };
}

/// Takes the other part's content where this one is empty.
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
    /// Landlords asked to house a case.
    referrals: Referral => Referrals,
    /// Units proposed to households.
    proposals: Proposal => Proposals,
    /// Quarterly meetings.
    committees: Committee => Committees,
    /// Decisions of the committees.
    decisions: CommitteeDecision => Decisions,
    /// Actions the committees asked for.
    actions: CommitteeAction => Actions,
    /// Training sessions.
    trainings: Training => Trainings,
    /// Numbers of people trained.
    attendances: Attendance => Attendances,
    /// Groups of communes.
    sectors: Sector => Sectors,
    /// Regional figures published by others; no figure of the convention includes them.
    context: ContextFigure => ContextFigures,
    /// Things to do that were put off.
    postponements: Postponement => Postponements,
    /// What left for others, as it was shown.
    publications: Publication => Publications,
}

impl TableId {
    /// Facts about every column of the table, in order.
    pub fn columns(self) -> &'static [&'static ColumnInfo] {
        static ALL: OnceLock<HashMap<TableId, Vec<&'static ColumnInfo>>> = OnceLock::new();
        ALL.get_or_init(|| {
            let empty = Dataset::default();
            Self::ALL.iter().map(|id| (*id, empty.table(*id).infos())).collect()
        })
        .get(&self)
        .map_or(&[], Vec::as_slice)
    }

    /// Columns that label its records elsewhere.
    pub fn label(self) -> &'static [ColumnKey] {
        static EMPTY: OnceLock<Dataset> = OnceLock::new();
        EMPTY.get_or_init(Dataset::default).table(self).label()
    }

    /// Columns that tell its records apart where one is chosen, after the label.
    pub fn described(self) -> &'static [ColumnKey] {
        static EMPTY: OnceLock<Dataset> = OnceLock::new();
        EMPTY.get_or_init(Dataset::default).table(self).described()
    }

    /// The columns that different kinds of work need, the usual one first; none if all are shown.
    pub fn sets(self) -> &'static [ColumnSet] {
        static EMPTY: OnceLock<Dataset> = OnceLock::new();
        EMPTY.get_or_init(Dataset::default).table(self).sets()
    }

    /// Whether an audience may see rows of the table.
    pub fn is_for(self, audience: Audience) -> bool {
        self.rows().allows(audience, Stake::ALL)
    }

    /// The columns that an audience may see in at least some rows.
    pub fn columns_for(self, audience: Audience) -> Vec<&'static ColumnInfo> {
        let is_shown = |column: &&&ColumnInfo| self.is_for(audience) && column.visibility.allows(audience, Stake::ALL);
        self.columns().iter().filter(is_shown).copied().collect()
    }

    /// Whether an audience sees the rows of the table as they are: none of them only in part, or only for a time.
    pub fn is_whole_for(self, audience: Audience) -> bool {
        let is_whole = |visibility: Visibility| visibility.allows(audience, Stake::default());
        is_whole(self.rows()) && self.columns_for(audience).iter().all(|column| is_whole(column.visibility))
    }

    /// Whether the committee and whoever owns it may see a column of the table, in any row: it is about organisations.
    pub fn is_for_everyone(self, column: &ColumnInfo) -> bool {
        let is_open = |visibility| matches!(visibility, Visibility::Members | Visibility::Everyone);
        is_open(self.rows()) && is_open(column.visibility)
    }

    /// Who may see its rows at all.
    fn rows(self) -> Visibility {
        static EMPTY: OnceLock<Dataset> = OnceLock::new();
        EMPTY.get_or_init(Dataset::default).table(self).visibility()
    }

    /// The name column, if a name alone is enough to create a record: nothing else is required.
    pub fn made_by_name(self) -> Option<ColumnKey> {
        let mut required = self.columns().iter().filter(|column| column.required);
        let only = required.next().filter(|column| column.naming == Some(Naming::Name))?;
        required.next().is_none().then_some(only.key)
    }

    pub fn column(self, key: ColumnKey) -> Option<&'static ColumnInfo> {
        self.columns().iter().find(|column| column.key == key).copied()
    }

    /// The column with a name given by a file or on the command line.
    pub fn column_named(self, name: &str) -> Option<&'static ColumnInfo> {
        self.columns().iter().find(|column| column.key.as_str() == name).copied()
    }

    /// Key of a column's label in the word files.
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

    /// Whether the data is fictitious; one record that says so is enough.
    pub fn is_fictitious(&self) -> bool {
        self.convention.iter().any(|convention| convention.fictitious)
    }

    /// As-of day of fictitious data; real data uses today.
    pub fn sample_day(&self) -> Option<NaiveDate> {
        self.the_convention().as_of.filter(|_| self.is_fictitious())
    }

    /// The value stored in the record itself; empty if there is no such cell.
    pub fn stored(&self, cell: CellRef) -> Value {
        self.table(cell.table).get(cell.row, cell.column).unwrap_or_default()
    }

    /// The rejected text of a cell, if any.
    pub fn draft(&self, cell: CellRef) -> Option<&str> {
        self.drafts.get(&cell).map(|draft| draft.text.as_str())
    }

    /// Whether the record and the column exist.
    pub fn has_cell(&self, cell: CellRef) -> bool {
        self.table(cell.table).get(cell.row, cell.column).is_some()
    }

    /// Whether a reference in a cell points to no record.
    pub fn is_dangling(&self, cell: CellRef, named: RowId) -> bool {
        let to = cell.table.column(cell.column).and_then(|column| column.kind.refers_to());
        !to.is_some_and(|to| self.table(to).contains(named))
    }

    /// The references to records that do not exist, column by column.
    pub fn dangling(&self) -> Vec<(CellRef, RowId)> {
        let mut found = Vec::new();
        for table in TableId::ALL.iter().copied() {
            for (info, to) in table.columns().iter().filter_map(|info| Some((info, info.kind.refers_to()?))) {
                self.table(table).scan(&[info.key], &mut |row, column, value| {
                    let gone = value.references().filter(|named| !self.table(to).contains(*named));
                    found.extend(gone.map(|named| (CellRef { table, row, column }, named)));
                });
            }
        }
        found
    }

    /// How many records all tables have.
    pub fn records(&self) -> usize {
        TableId::ALL.iter().map(|table| self.table(*table).count()).sum()
    }

    /// Whether any table contains the record.
    pub fn contains(&self, row: RowId) -> bool {
        TableId::ALL.iter().any(|table| self.table(*table).contains(row))
    }

    /// An unused identity, from random numbers supplied by the caller.
    pub fn fresh_id(&self, random: &mut dyn FnMut() -> u64) -> RowId {
        loop {
            let row = RowId::from_random(random());
            if !self.contains(row) {
                return row;
            }
        }
    }

    /// Cells in any table that reference a record for which `gone` is true.
    pub fn naming(&self, gone: &dyn Fn(RowId) -> bool) -> Vec<(CellRef, RowId)> {
        TableId::ALL.iter().flat_map(|table| self.table(*table).naming(gone)).collect()
    }
}
