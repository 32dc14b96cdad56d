//! Brings two versions of a dataset together, by record and field.
//!
//! Changes to different fields are both kept. Where both changed a field, the saved value stays and the
//! other becomes a draft, so that it is neither counted nor lost. A removal gives way to a change of the
//! same record. Nothing is decided by a clock.

use std::collections::BTreeSet;

use crate::domain::dataset::{Change, Dataset, HistoryEntry};
use crate::domain::id::{CellRef, RowId};
use crate::domain::schema::TableId;
use crate::domain::value::Value;

use super::apart::{Side, sides, strikes, struck_out};
use super::beside::{drafts, views};
use super::document::Stamp;
use super::edit::Edit;
use super::journal::JournalEntry;
use super::perform::trial;
use super::strike::Struck;

/// The merge of a version in work with a saved one of the same dataset.
#[derive(Clone, Debug, PartialEq)]
pub struct Merge {
    /// What turns each version into the merged one.
    edits: Both<Edit>,
    /// What each version changed.
    history: Both<Vec<HistoryEntry>>,
    /// Fields that both versions changed.
    pub clashes: Vec<Clash>,
    /// Records that one version removed and that stay, since the other changed or needs them.
    pub kept: Vec<(TableId, RowId)>,
    /// How many of my records the saved version removed.
    pub removed: usize,
    /// How many values that only my version had the saved one struck out, if the last common state is known.
    pub struck: usize,
}

/// Something of each version.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Both<T> {
    pub(super) mine: T,
    pub(super) theirs: T,
}

/// A field that both versions changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Clash {
    pub cell: CellRef,
    /// Before either change.
    pub base: Value,
    /// Becomes a draft.
    pub mine: Value,
    /// The saved value, which stays.
    pub theirs: Value,
    /// The author of the saved value; empty if a hand wrote it into the file.
    pub by: String,
}

/// What a merge is told besides the two versions.
#[derive(Clone, Copy)]
pub struct MergeContext<'a> {
    /// The last state that both versions had, if it is known. Without it, drafts and views that one of
    /// them removed stay.
    pub base: Option<&'a Dataset>,
    /// The record being typed into, which stays.
    pub in_hand: Option<RowId>,
    /// A value as it is typed, for drafts.
    pub typed: &'a dyn Fn(&Dataset, CellRef, &Value) -> String,
}

impl Merge {
    pub fn of(mine: &Dataset, theirs: &Dataset, context: MergeContext) -> Self {
        // What either struck out is in neither version from here on.
        let struck = Both { mine: strikes(theirs, mine), theirs: strikes(mine, theirs) };
        let of_mine = context.base.map_or(0, |base| values_since(base, mine, &struck.mine));
        let (mine, theirs) = (&struck_out(mine, &struck.mine), &struck_out(theirs, &struck.theirs));
        let (mine_only, theirs_only) = sides(mine, theirs);
        let versions = Versions {
            mine: Version { dataset: mine, side: &mine_only },
            theirs: Version { dataset: theirs, side: &theirs_only },
        };
        // A record that is needed may need others.
        let mut needed = BTreeSet::new();
        let merging = loop {
            let merging = Merging::run(&versions, context, &needed);
            let more = merging.needed(&versions);
            if more.is_subset(&needed) {
                break merging;
            }
            needed.extend(more);
        };
        let owned = |side: &Side| side.entries.iter().map(|entry| (*entry).clone()).collect();
        Self {
            removed: merging.mine.removes.len(),
            struck: of_mine,
            edits: Both { mine: merging.mine.into_edit(struck.mine), theirs: merging.theirs.into_edit(struck.theirs) },
            history: Both { mine: owned(&mine_only), theirs: owned(&theirs_only) },
            clashes: merging.clashes,
            kept: merging.kept,
        }
    }

    /// Whether the merged version is the saved one: there is nothing to save.
    pub fn is_saved(&self) -> bool {
        self.edits.theirs == Edit::batch(Vec::new()) && self.history.mine.is_empty()
    }

    /// Whether my version is the merged one.
    pub fn changes_nothing(&self) -> bool {
        self.edits.mine == Edit::batch(Vec::new()) && self.history.theirs.is_empty()
    }

    /// The authors of what the saved version changed.
    pub fn authors(&self) -> impl Iterator<Item = &str> {
        self.history.theirs.iter().map(|entry| entry.by.as_str())
    }

    /// The change of my version.
    pub(super) fn of_mine(&self, stamp: Stamp) -> JournalEntry {
        JournalEntry::merging(stamp, self.edits.mine.clone(), self.history.theirs.clone())
    }

    /// The change of the saved version, for a journal that follows it.
    pub fn of_theirs(&self, stamp: Stamp) -> JournalEntry {
        JournalEntry::merging(stamp, self.edits.theirs.clone(), self.history.mine.clone())
    }
}

/// How many values of what is struck out are not as they were.
fn values_since(base: &Dataset, now: &Dataset, struck: &[Struck]) -> usize {
    let is_other = |cell: CellRef| now.stored(cell) != base.stored(cell);
    let values = |struck: &Struck| match *struck {
        Struck::Cell(cell, _) => usize::from(is_other(cell)),
        Struck::Record(table, row) => {
            let columns = table.columns().iter().filter(|info| !info.is_derived());
            columns.filter(|info| is_other(CellRef { table, row, column: info.key })).count()
        }
        Struck::Details(_) => 0,
    };
    struck.iter().map(values).sum()
}

/// A version, and what it changed.
pub(super) struct Version<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) side: &'a Side<'a>,
}

pub(super) struct Versions<'a> {
    pub(super) mine: Version<'a>,
    pub(super) theirs: Version<'a>,
}

/// The edits of one version. Records are removed last, as others may be inserted before them.
#[derive(Default)]
pub(super) struct Edits {
    inserts: Vec<Edit>,
    pub(super) writes: Vec<Edit>,
    removes: Vec<(TableId, RowId)>,
}

impl Edits {
    fn inserted(&self, of: TableId) -> impl Iterator<Item = RowId> {
        self.inserts.iter().filter_map(move |edit| match edit {
            Edit::Insert { table, row, .. } if *table == of => Some(*row),
            _ => None,
        })
    }

    fn into_edit(self, struck: Vec<Struck>) -> Edit {
        let strikes = (!struck.is_empty()).then_some(Edit::Strike(struck)).into_iter();
        let removes = self.removes.into_iter().map(|(table, row)| Edit::Remove { table, row });
        Edit::batch(strikes.chain(self.inserts).chain(self.writes).chain(removes).collect())
    }
}

#[derive(Default)]
struct Merging {
    mine: Edits,
    theirs: Edits,
    clashes: Vec<Clash>,
    kept: Vec<(TableId, RowId)>,
}

impl Merging {
    fn run(versions: &Versions, context: MergeContext, needed: &BTreeSet<(TableId, RowId)>) -> Self {
        let mut merging = Self::default();
        let Versions { mine, theirs } = versions;
        for table in TableId::ALL.iter().copied() {
            let stays = |row| needed.contains(&(table, row)) || context.in_hand == Some(row);
            let Self { mine: my_edits, theirs: their_edits, kept, .. } = &mut merging;
            // A hand that wrote into the file left no trace in the history: what it did stands.
            let by_them = |row| theirs.side.removed(row) || !mine.side.created(row);
            one_sided(table, (mine, their_edits), (theirs, my_edits), (&by_them, &stays), kept);
            let by_me = |row| mine.side.removed(row);
            let known = kept.len();
            one_sided(table, (theirs, my_edits), (mine, their_edits), (&by_me, &stays), kept);
            // A record of mine that was removed earlier, and that others kept for what they changed.
            let back = my_edits
                .inserted(table)
                .filter(|row| !theirs.side.created(*row) && !kept[known..].contains(&(table, *row)));
            let back: Vec<_> = back.filter(|row| was_removed(mine.dataset, *row)).collect();
            kept.extend(back.into_iter().map(|row| (table, row)));
            merging.fields(table, versions);
        }
        let typed: Vec<_> = merging
            .clashes
            .iter()
            .map(|clash| (clash.cell, (context.typed)(mine.dataset, clash.cell, &clash.mine)))
            .collect();
        let gone: BTreeSet<_> = merging.mine.removes.iter().chain(&merging.theirs.removes).copied().collect();
        let Self { mine: my_edits, theirs: their_edits, .. } = &mut merging;
        drafts(versions, context.base, &typed, &gone, (my_edits, their_edits));
        views(versions, context.base, (my_edits, their_edits));
        merging
    }

    /// The fields of records that both versions have.
    fn fields(&mut self, table: TableId, Versions { mine, theirs }: &Versions) {
        let (my_table, their_table) = (mine.dataset.table(table), theirs.dataset.table(table));
        for row in my_table.ids() {
            if !their_table.contains(row) || my_table.values(row) == their_table.values(row) {
                continue;
            }
            for column in table.columns().iter().filter(|column| !column.is_derived()) {
                let cell = CellRef { table, row, column: column.key };
                let (my_value, their_value) = (mine.dataset.stored(cell), theirs.dataset.stored(cell));
                if my_value == their_value {
                    continue;
                }
                match (mine.side.base(cell, &my_value), theirs.side.base(cell, &their_value)) {
                    (Some(_), None) => self.theirs.writes.push(Edit::Set { cell, value: my_value }),
                    (None, _) => self.mine.writes.push(Edit::Set { cell, value: their_value }),
                    (Some(base), Some(_)) => {
                        self.mine.writes.push(Edit::Set { cell, value: their_value.clone() });
                        let by = theirs.side.author(cell).unwrap_or_default().to_owned();
                        self.clashes.push(Clash { cell, base: base.clone(), mine: my_value, theirs: their_value, by });
                    }
                }
            }
        }
    }

    /// Removed records that the merged version refers to.
    fn needed(&self, Versions { mine, theirs }: &Versions) -> BTreeSet<(TableId, RowId)> {
        if self.mine.removes.is_empty() && self.theirs.removes.is_empty() {
            return BTreeSet::new();
        }
        // What a kept record lost with its removal comes back with it.
        let names_kept = |dataset: &Dataset, (table, row): (TableId, RowId)| {
            let values = dataset.table(table).values(row).unwrap_or_default();
            values
                .iter()
                .flat_map(|(_, value)| value.references())
                .any(|named| self.kept.iter().any(|(_, kept)| *kept == named))
        };
        let mine_lost = self.mine.removes.iter().filter(|row| names_kept(mine.dataset, **row));
        let theirs_lost = self.theirs.removes.iter().filter(|row| names_kept(theirs.dataset, **row));
        let lost: BTreeSet<_> = mine_lost.chain(theirs_lost).copied().collect();
        let edits = [&self.mine.inserts, &self.mine.writes].into_iter().flatten();
        let removes = self.mine.removes.iter().map(|(table, row)| Edit::Remove { table: *table, row: *row });
        let merged = trial(mine.dataset, edits.cloned().chain(removes));
        let target = |(cell, row): (CellRef, RowId)| Some((cell.table.column(cell.column)?.kind.refers_to()?, row));
        let is_known = |(table, row): &(TableId, RowId)| {
            mine.dataset.table(*table).contains(*row) || theirs.dataset.table(*table).contains(*row)
        };
        merged.dangling().into_iter().filter_map(target).filter(is_known).chain(lost).collect()
    }
}

fn was_removed(dataset: &Dataset, row: RowId) -> bool {
    dataset.history.iter().rev().any(|entry| entry.row == row && entry.change == Change::Removed)
}

/// The records that one version has and the other does not: each is inserted there, or removed here.
fn one_sided(
    table: TableId,
    (has, insert): (&Version, &mut Edits),
    (lacks, remove): (&Version, &mut Edits),
    (is_removed, stays): (&dyn Fn(RowId) -> bool, &dyn Fn(RowId) -> bool),
    kept: &mut Vec<(TableId, RowId)>,
) {
    let mut next = None;
    // From the last: the record that follows is then already there.
    for row in has.dataset.table(table).ids().into_iter().rev() {
        if lacks.dataset.table(table).contains(row) {
            next = Some(row);
            continue;
        }
        if is_removed(row) {
            if !has.side.wrote(row) && !stays(row) {
                remove.removes.push((table, row));
                continue;
            }
            kept.push((table, row));
        }
        let values = has.dataset.table(table).values(row).unwrap_or_default();
        insert.inserts.push(Edit::Insert { table, row, values, before: next });
        next = Some(row);
    }
}
