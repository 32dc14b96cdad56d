//! Edits that come from grids and dialogs: everything goes through `Document::apply`.

use chrono::NaiveDateTime;

use crate::app::grid::{Direction, Grid, GridCommand};
use crate::domain::id::CellRef;
use crate::domain::message::Message;
use crate::domain::schema::TableId;
use crate::domain::value::Value;
use crate::edit::{self, Applied, Edit, EditError, Stamp};

use super::State;

impl State {
    /// Changes the dataset, or says why not. Gives whether it is now as asked.
    pub(super) fn apply(&mut self, edit: &Edit) -> bool {
        let Some(by) = self.settings.operator.clone() else {
            self.operator_missing = true;
            return false;
        };
        match self.document.apply(edit, Stamp { at: self.now(), by: &by }) {
            Ok(Applied::Changed) => {
                self.note_edit();
                true
            }
            Ok(Applied::Nothing) => true,
            Err(EditError::StillNamed(cells)) => {
                self.ask_cascade(edit, cells.len());
                false
            }
            Err(error) => {
                self.complain(error.message());
                false
            }
        }
    }

    pub(super) fn undo(&mut self, again: bool) {
        if self.commit_editor().is_err() {
            return;
        }
        let by = self.settings.operator.clone().unwrap_or_default();
        let stamp = Stamp { at: self.now(), by: &by };
        let outcome = if again { self.document.redo(stamp) } else { self.document.undo(stamp) };
        match outcome {
            Ok(Some(label)) => {
                self.note_edit();
                let key = if again { "redone" } else { "undone" };
                let label = self.words.say(&label);
                self.tell(Message::new(key).text("label", label));
            }
            Ok(None) => {}
            Err(error) => self.complain(error.message()),
        }
    }

    pub(super) fn set_operator(&mut self, name: String) {
        self.settings.operator = Some(name);
        self.keep_settings();
        for command in std::mem::take(&mut self.waiting) {
            self.handle(command);
        }
    }

    /// Does something to a grid.
    pub(super) fn handle_grid(&mut self, table: TableId, command: GridCommand) {
        match command {
            GridCommand::Select(row, column) => {
                if self.commit_editor().is_ok() {
                    self.with_grid(table, |grid| grid.select(row, column));
                }
            }
            GridCommand::Move(direction) => self.step(table, direction),
            GridCommand::Edit(row, column, text) => self.open_editor(CellRef { table, row, column }, text),
            GridCommand::Type(text) => self.type_text(table, text),
            GridCommand::Offer(offer) => self.with_editor(table, |editor| editor.offer = offer),
            GridCommand::Month(month) => self.with_editor(table, |editor| editor.month = Some(month)),
            GridCommand::Take(value, then) => self.take(table, value, then),
            GridCommand::Commit(then) => {
                if self.commit(table).is_ok() {
                    self.step(table, then);
                }
            }
            GridCommand::Cancel => self.with_grid(table, Grid::close_editor),
            GridCommand::Clear => {
                if let Some((row, column)) = self.grid(table).cursor() {
                    self.set(CellRef { table, row, column }, Value::Empty);
                }
            }
            GridCommand::Search(search) => {
                if self.commit_editor().is_ok() {
                    self.with_grid(table, |grid| grid.set_search(search));
                }
            }
            GridCommand::Sort(column) => {
                if self.commit_editor().is_ok() {
                    self.with_grid(table, |grid| grid.toggle_sort(column));
                }
            }
            GridCommand::Limit(subset) => {
                if self.commit_editor().is_ok() {
                    self.with_grid(table, |grid| grid.limit(subset));
                }
            }
            GridCommand::Resize(column, width) => self.with_grid(table, |grid| grid.resize(column, width)),
        }
    }

    /// Writes a value where it lives.
    pub(super) fn set(&mut self, cell: CellRef, value: Value) -> bool {
        if self.refuses(cell) {
            return false;
        }
        let edit = edit::set_cell(&self.lens(), cell, value);
        self.apply(&edit)
    }

    pub(super) fn step(&mut self, table: TableId, direction: Direction) {
        let arrangement = self.derived.arrangement(table);
        if let Some(grid) = self.grids.get_mut(&table) {
            grid.step(direction, arrangement);
        }
    }

    pub(super) fn with_grid(&mut self, table: TableId, change: impl FnOnce(&mut Grid)) {
        if let Some(grid) = self.grids.get_mut(&table) {
            change(grid);
        }
    }

    pub(super) fn now(&self) -> NaiveDateTime {
        (self.surroundings.clock)()
    }
}
