//! Adding, copying and removing records from their table's page.

use crate::app::command::Command;
use crate::app::dialogs::{Dialog, Question};
use crate::app::pages::{Page, Section};
use crate::domain::id::{RowId, case_code};
use crate::domain::message::Message;
use crate::domain::schema::{ColumnInfo, ColumnKey, Group, TableId};
use crate::domain::table::Values;
use crate::domain::value::Value;
use crate::edit::{self, Edit};

use super::State;

impl State {
    /// Adds a record, with what it can know by itself, and puts the cursor on it.
    pub(super) fn add_row(&mut self, table: TableId) {
        let values = self.fresh_values(table, Vec::new());
        self.insert(table, values);
    }

    /// Adds a copy of the record under the cursor: what it is, not what became of it.
    pub(super) fn duplicate_row(&mut self, table: TableId) {
        let Some(row) = self.cursor_row(table) else { return };
        let mut values = self.dataset().table(table).values(row).unwrap_or_default();
        values.retain(|(column, _)| table.column(*column).is_some_and(is_copied));
        let values = self.fresh_values(table, values);
        self.insert(table, values);
    }

    /// Removes the record under the cursor, alone; where others name it, asks first.
    pub(super) fn remove_row(&mut self, table: TableId) {
        if let Some(row) = self.cursor_row(table) {
            self.apply(&Edit::Remove { table, row });
        }
    }

    pub(super) fn insert(&mut self, table: TableId, values: Values) {
        let rng = &mut self.surroundings.random;
        let row = self.document.dataset().fresh_id(&mut || rng.u64(..));
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

    /// What a new record knows by itself: a unit its number, a case its random code.
    pub(super) fn fresh_values(&mut self, table: TableId, mut values: Values) -> Values {
        let code = match table {
            TableId::Units => Some(self.next_unit_code()),
            TableId::Relocations => Some(self.free_case_code()),
            _ => None,
        };
        if let Some(code) = code {
            let key = ColumnKey::new("code");
            values.retain(|(column, _)| *column != key);
            values.insert(0, (key, Value::Text(code)));
        }
        values
    }

    pub(super) fn next_unit_code(&self) -> String {
        let numbers = self.dataset().units.iter().filter_map(|unit| unit.code.strip_prefix("L-")?.parse::<u32>().ok());
        format!("L-{:04}", numbers.max().unwrap_or(0).saturating_add(1))
    }

    pub(super) fn free_case_code(&mut self) -> String {
        loop {
            let code = case_code(self.random());
            if self.dataset().relocations.iter().all(|case| case.code != code) {
                return code;
            }
        }
    }

    /// Asks before removing what other records name.
    pub(super) fn ask_cascade(&mut self, edit: &Edit, named: usize) {
        let Edit::Remove { table, row } = *edit else {
            return self.complain(Message::new("remove-named").count("n", named));
        };
        let cascade = edit::remove_rows(self.dataset(), table, &[row]);
        self.dialog = Some(Dialog::Question(Question {
            title: Message::new("remove-title"),
            text: Message::new("remove-cascade").count("n", named),
            answers: vec![("remove-go", Command::Apply(cascade))],
        }));
    }

    pub(super) fn cursor_row(&self, table: TableId) -> Option<RowId> {
        self.grid(table).cursor().map(|(row, _)| row)
    }
}

/// Whether a column is taken into a copy: what a record is, not its code, its steps or its end.
fn is_copied(info: &ColumnInfo) -> bool {
    !matches!(info.group, Group::Steps | Group::Exits) && info.key != ColumnKey::new("code")
}
