//! Adding, copying and removing records from their table's page.

use std::collections::BTreeMap;

use crate::app::command::Command;
use crate::app::dialogs::{Dialog, Question};
use crate::app::pages::{Page, Section};
use crate::domain::id::RowId;
use crate::domain::message::Message;
use crate::domain::schema::{ColumnInfo, ColumnKey, Group, TableId};
use crate::domain::table::Values;
use crate::edit::{self, Edit, Fresh};
use crate::exchange::entry::{self, Entry, EntryContext};

use super::State;

impl State {
    /// Adds a record, with what it can know by itself, and puts the cursor on it.
    pub(super) fn add_row(&mut self, table: TableId) {
        let values = self.values_of_filters(table);
        self.insert(table, values);
    }

    /// Adds a copy of the record under the cursor: what it is, not what became of it.
    pub(super) fn duplicate_row(&mut self, table: TableId) {
        let Some(row) = self.cursor_row(table) else { return };
        let mut values = self.dataset().table(table).values(row).unwrap_or_default();
        values.retain(|(column, _)| table.column(*column).is_some_and(is_copied));
        self.insert(table, values);
    }

    /// Removes the record under the cursor, alone; where others name it, asks first.
    pub(super) fn remove_row(&mut self, table: TableId) {
        if let Some(row) = self.cursor_row(table) {
            self.apply(&Edit::Remove { table, row });
        }
    }

    /// What the filters of a table ask of a new record, where they ask for one thing.
    fn values_of_filters(&self, table: TableId) -> Values {
        let lens = self.lens();
        let context = EntryContext { today: self.today(), reader: &lens, words: &self.words };
        let asked = self.grid(table).filters().iter().filter_map(|filter| {
            let info = table.column(filter.column).filter(|info| !info.derived)?;
            match entry::parse(info.kind, filter.only_text()?, &context) {
                Entry::Value(value) if !value.is_empty() => Some((info.key, value)),
                _ => None,
            }
        });
        asked.collect()
    }

    pub(super) fn insert(&mut self, table: TableId, values: Values) {
        let rng = &mut self.surroundings.random;
        let mut random = || rng.u64(..);
        let (row, values) = Fresh::new(self.document.dataset(), &mut random).record(table, values);
        let column =
            table.columns().iter().find(|info| !info.derived && !values.iter().any(|(key, _)| *key == info.key));
        let column = column.map_or_else(|| ColumnKey::new("id"), |info| info.key);
        if !self.apply(&Edit::Insert { table, row, values, before: None }) {
            return;
        }
        self.page = Page::Section(Section::of(table));
        self.tabs.insert(Section::of(table), table);
        self.with_grid(table, |grid| grid.select(row, column));
    }

    /// Asks before removing what other records name.
    pub(super) fn ask_cascade(&mut self, edit: &Edit, named: usize) {
        let Edit::Remove { table, row } = *edit else {
            return self.complain(Message::new("remove-named").count("n", named));
        };
        let cascade = edit::remove_rows(self.dataset(), table, &[row]);
        let (removed, cleared) = self.listed(&cascade);
        self.dialog = Some(Dialog::Question(Question {
            title: Message::new("remove-title"),
            text: Message::new("remove-cascade").text("removed", removed).text("cleared", cleared),
            answers: vec![("remove-go", Command::Apply(cascade))],
        }));
    }

    /// What a removal takes along and what lets go, counted by table.
    fn listed(&self, cascade: &Edit) -> (String, String) {
        let edits = if let Edit::Batch { edits, .. } = cascade { edits.as_slice() } else { &[] };
        let (mut removed, mut cleared) = (BTreeMap::new(), BTreeMap::new());
        for edit in edits {
            match edit {
                Edit::Remove { table, .. } => *removed.entry(*table).or_insert(0) += 1,
                Edit::Set { cell, .. } => *cleared.entry(cell.table).or_insert(0) += 1,
                _ => {}
            }
        }
        let list = |counts: BTreeMap<TableId, usize>| {
            let one = |(table, count): (TableId, usize)| {
                self.words.say(&Message::new("edit-counted").count("count", count).text("kind", table.key()))
            };
            let list: Vec<String> = counts.into_iter().map(one).collect();
            if list.is_empty() { self.words.text("nothing").to_owned() } else { list.join(", ") }
        };
        (list(removed), list(cleared))
    }

    pub(super) fn cursor_row(&self, table: TableId) -> Option<RowId> {
        self.grid(table).cursor().map(|(row, _)| row)
    }
}

/// Whether a column is taken into a copy: what a record is, not its code, its steps or its end.
fn is_copied(info: &ColumnInfo) -> bool {
    !matches!(info.group, Group::Steps | Group::Exits) && info.key != ColumnKey::new("code")
}
