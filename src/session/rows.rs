//! Adds, duplicates and removes records on the page of their table.

use std::collections::BTreeMap;

use crate::domain::id::{CellRef, RowId};
use crate::domain::message::Message;
use crate::domain::schema::{ColumnInfo, Group, TableId};
use crate::domain::table::Values;
use crate::edit::{self, Edit, Fresh};
use crate::exchange::entry::{self, Entry, EntryContext};

use super::Session;
use super::command::Command;
use super::dialog::{Dialog, Question};
use super::grid::{Extent, Selection};

impl Session {
    /// Adds a record, prefilled from the filters, and moves the cursor to it.
    pub(super) fn add_row(&mut self, table: TableId, before: Option<RowId>) {
        let values = self.values_of_filters(table);
        self.insert(table, vec![values], before);
    }

    /// Adds copies of the selected records, without codes, steps and exits.
    pub(super) fn duplicate_rows(&mut self, table: TableId) {
        let copies = self.selected_rows(table).into_iter().map(|row| {
            let mut values = self.dataset().table(table).values(row).unwrap_or_default();
            values.retain(|(column, _)| table.column(*column).is_some_and(is_copied));
            values
        });
        let copies = copies.collect();
        self.insert(table, copies, None);
    }

    /// Removes the selected records. Asks first if there are several, or if others refer to them.
    pub(super) fn remove_rows(&mut self, table: TableId) {
        let rows = self.selected_rows(table);
        let edit = edit::remove_rows(self.document.dataset(), table, &rows);
        // It may take along, or change, what is not to be spoken of either.
        if !self.may_make(&edit) {
            return;
        }
        let parts = if let Edit::Batch { edits, .. } = &edit { edits.as_slice() } else { &[] };
        match (parts, parts.len() > rows.len()) {
            ([], _) => {}
            ([alone], _) => {
                if self.apply(alone) {
                    self.notify(Message::new("removed").text("removed", self.listed(parts).0));
                }
            }
            (parts, takes_along) => {
                let (removed, cleared) = self.listed(parts);
                let (title, text) = if takes_along {
                    let text = Message::new("remove-cascade").text("removed", removed).text("cleared", cleared);
                    ("remove-title", text)
                } else {
                    ("remove-several-title", Message::new("remove-several").text("removed", removed))
                };
                self.ask(Dialog::Question(Question {
                    title: Message::new(title),
                    text,
                    answers: vec![("remove-go", Command::Apply(edit))],
                }));
            }
        }
    }

    /// Asks whether to add the next period, with the commitments of the last one.
    pub(super) fn ask_renew(&mut self) {
        let mut rng = self.environment.random.clone();
        let mut random = || rng.u64(..);
        let edit = edit::renew_period(&self.lens(), &mut Fresh::new(self.document.dataset(), &mut random));
        self.environment.random = rng;
        let Some(edit) = edit else { return self.refuse(Message::new("renew-none")) };
        if let Edit::Batch { label: Some(label), edits } = &edit {
            if edits.is_empty() {
                return self.refuse(Message::new("renew-nothing"));
            }
            self.ask(Dialog::Question(Question {
                title: label.clone(),
                text: Message::new("renew-text"),
                answers: vec![("renew-go", Command::Renew(edit))],
            }));
        }
    }

    /// The values that a new record needs to pass the filters, where a filter allows exactly one.
    fn values_of_filters(&self, table: TableId) -> Values {
        let lens = self.lens();
        let context = EntryContext { today: self.today(), reader: &lens, words: &self.words };
        let asked = self.grid(table).filters().iter().filter_map(|filter| {
            let info = table.column(filter.column).filter(|info| !info.is_derived())?;
            match entry::parse(info.kind, filter.only_text()?, &context) {
                Entry::Value(value) if !value.is_empty() => Some((info.key, value)),
                _ => None,
            }
        });
        asked.collect()
    }

    /// Adds records as one edit and selects them. For a single record the cursor goes to the first
    /// empty cell.
    fn insert(&mut self, table: TableId, records: Vec<Values>, before: Option<RowId>) {
        let rng = &mut self.environment.random;
        let mut random = || rng.u64(..);
        let mut fresh = Fresh::new(self.document.dataset(), &mut random);
        let records: Vec<_> = records.into_iter().map(|values| fresh.record(table, values)).collect();
        let (Some((first, values)), Some((last, _))) = (records.first(), records.last()) else { return };
        let (first, last) = (*first, *last);
        let shown = self.grid(table).columns().shown();
        let is_empty = |info: &&&ColumnInfo| !info.is_derived() && !values.iter().any(|(key, _)| *key == info.key);
        let Some(column) = shown.iter().find(is_empty).or(shown.first()).map(|info| info.key) else { return };
        let reach = if records.len() > 1 { Extent::Rows } else { Extent::Cells };
        let selection = Selection { cursor: (first, column), corner: (last, column), reach };
        let insert = |(row, values)| Edit::Insert { table, row, values, before };
        if !self.apply(&Edit::batch(records.into_iter().map(insert).collect())) {
            return;
        }
        self.show_page_of(table);
        self.focus = super::focus::Focus::Page;
        self.with_grid(table, |grid| grid.set_selection(selection));
        self.filling = (first == last).then_some((table, first));
    }

    /// The records that a removal deletes and the references that it clears, counted by table.
    fn listed(&self, edits: &[Edit]) -> (String, String) {
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

    /// The selected records, in display order.
    pub(super) fn selected_rows(&self, table: TableId) -> Vec<RowId> {
        let (grid, shown) = (self.grid(table), self.grid(table).columns().shown());
        let Some(block) = grid.block(self.arrangement(table), &shown) else { return Vec::new() };
        if grid.sheet().crossed().is_none() {
            return block.rows().to_vec();
        }
        let rows = block.cells().filter_map(|(row, info)| self.record_at(grid.sheet().cell((row, info.key)), table));
        rows.collect()
    }

    /// The record under the cursor; none where a crossed cell has no record yet.
    pub(super) fn cursor_row(&self, table: TableId) -> Option<RowId> {
        self.record_at(self.grid(table).cell()?, table)
    }

    /// The record of a cell, if it is one of the table.
    fn record_at(&self, cell: CellRef, table: TableId) -> Option<RowId> {
        (cell.table == table && self.dataset().table(table).contains(cell.row)).then_some(cell.row)
    }
}

/// Whether a column is copied: not codes, steps and exits.
fn is_copied(info: &ColumnInfo) -> bool {
    !matches!(info.group, Group::Steps | Group::Exits) && info.code().is_none()
}
