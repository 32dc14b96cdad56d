//! Edits that come from grids and dialogs, and what the editor of a cell does with what is typed.
//!
//! Everything goes through `Document::apply`. Nothing that is typed is lost: what can not be
//! taken stays in the editor, with the reason.

use chrono::{Datelike, NaiveDateTime};

use crate::app::command::Command;
use crate::app::dialogs::{Dialog, Question};
use crate::app::grid::{Direction, Grid, GridCommand};
use crate::app::pages::{Page, Section};
use crate::domain::id::{CellRef, RowId, case_code};
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::schema::{ColumnInfo, ColumnKey, Kind, TableId};
use crate::domain::table::{TableError, Values};
use crate::domain::value::{Refusal, Value};
use crate::edit::{self, Applied, Edit, EditError, Stamp};
use crate::exchange::entry::{self, Entry, EntryContext};
use crate::exchange::show;

use super::State;

/// How many offers stand under an editor.
const OFFERS: usize = 8;

/// What is typed can not be taken as it is.
pub(super) struct EntryRefused;

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

    /// Takes what is typed in the open editor of the page, if there is one.
    pub(super) fn commit_editor(&mut self) -> Result<(), EntryRefused> {
        let open = self.grids.values().find(|grid| grid.editor().is_some()).map(Grid::table);
        open.map_or(Ok(()), |table| self.commit(table))
    }

    fn commit(&mut self, table: TableId) -> Result<(), EntryRefused> {
        let Some(editor) = self.grid(table).editor() else { return Ok(()) };
        let (cell, text) = (editor.cell, editor.text.clone());
        let Some(info) = cell.table.column(cell.column) else { return Ok(()) };
        // What was there before is not typed anew: a text that no one touched changes nothing.
        if text == self.shown(cell, info) {
            self.with_grid(table, Grid::close_editor);
            return Ok(());
        }
        match entry::parse(info.kind, &text, &self.entry_context(&self.lens())) {
            Entry::Value(value) => {
                if self.set(cell, value) {
                    self.with_grid(table, Grid::close_editor);
                    return Ok(());
                }
            }
            Entry::Ask(offers) => self.with_editor(table, |editor| {
                editor.problem = Some(Message::new("entry-ask"));
                editor.offers = offers;
                editor.offer = None;
            }),
            Entry::Error(error) => {
                let message = error.message();
                self.with_editor(table, |editor| editor.problem = Some(message));
            }
        }
        Err(EntryRefused)
    }

    fn take(&mut self, table: TableId, value: Value, then: Direction) {
        let Some(cell) = self.grid(table).editor().map(|editor| editor.cell) else { return };
        if self.set(cell, value) {
            self.with_grid(table, Grid::close_editor);
            self.step(table, then);
        }
    }

    /// Writes a value where it lives.
    fn set(&mut self, cell: CellRef, value: Value) -> bool {
        if self.refuses(cell) {
            return false;
        }
        let edit = edit::set_cell(&self.lens(), cell, value);
        self.apply(&edit)
    }

    /// Whether a cell can not be written at all; says why.
    fn refuses(&mut self, cell: CellRef) -> bool {
        let error = if self.is_read_only() {
            EditError::ReadOnly
        } else if cell.table.column(cell.column).is_some_and(|info| info.derived) {
            EditError::Table(TableError::Refused(cell, Refusal::ReadOnly))
        } else {
            return false;
        };
        self.complain(error.message());
        true
    }

    fn open_editor(&mut self, cell: CellRef, text: Option<String>) {
        if self.commit_editor().is_err() {
            return;
        }
        let Some(info) = cell.table.column(cell.column) else { return };
        if self.refuses(cell) {
            return;
        }
        let shown = self.shown(cell, info);
        let typed = text.is_some();
        let text = text.unwrap_or(shown);
        let offers = match info.kind {
            Kind::Choice(_) | Kind::Choices(_) | Kind::Flag | Kind::Reference(_) => {
                entry::suggest(info.kind, if typed { &text } else { "" }, &self.entry_context(&self.lens()), 30)
            }
            _ if typed => entry::suggest(info.kind, &text, &self.entry_context(&self.lens()), OFFERS),
            _ => Vec::new(),
        };
        let day = self.lens().value(cell).as_date().unwrap_or_else(|| self.today());
        self.with_grid(cell.table, |grid| {
            grid.open_editor(cell, text);
            if let Some(editor) = grid.editor_mut() {
                editor.offers = offers;
                editor.month = day.with_day(1);
            }
        });
    }

    fn type_text(&mut self, table: TableId, text: String) {
        let Some(info) = self.grid(table).editor().and_then(|editor| editor.cell.table.column(editor.cell.column)) else {
            return;
        };
        let offers = entry::suggest(info.kind, &text, &self.entry_context(&self.lens()), OFFERS);
        self.with_editor(table, |editor| {
            editor.text = text;
            editor.problem = None;
            editor.offers = offers;
            editor.offer = None;
        });
    }

    /// What a cell shows, as the editor begins with it.
    fn shown(&self, cell: CellRef, info: &ColumnInfo) -> String {
        show::value(&self.lens().value(cell), info.kind, &self.lens(), &self.words)
    }

    fn step(&mut self, table: TableId, direction: Direction) {
        let arrangement = self.derived.arrangement(table);
        if let Some(grid) = self.grids.get_mut(&table) {
            grid.step(direction, arrangement);
        }
    }

    fn insert(&mut self, table: TableId, values: Values) {
        let rng = &mut self.surroundings.random;
        let row = self.document.dataset().fresh_id(&mut || rng.u64(..));
        let column = table.columns().iter().find(|info| !info.derived && !values.iter().any(|(key, _)| *key == info.key));
        let column = column.map_or_else(|| ColumnKey::new("id"), |info| info.key);
        if !self.apply(&Edit::Insert { table, row, values, before: None }) {
            return;
        }
        self.page = Page::Section(Section::of(table));
        self.tabs.insert(Section::of(table), table);
        self.with_grid(table, |grid| grid.select(row, column));
    }

    /// What a new record knows by itself: a unit its number, a case its random code.
    fn fresh_values(&mut self, table: TableId, mut values: Values) -> Values {
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

    fn next_unit_code(&self) -> String {
        let numbers = self.dataset().units.iter().filter_map(|unit| unit.code.strip_prefix("L-")?.parse::<u32>().ok());
        format!("L-{:04}", numbers.max().unwrap_or(0).saturating_add(1))
    }

    fn free_case_code(&mut self) -> String {
        loop {
            let code = case_code(self.random());
            if self.dataset().relocations.iter().all(|case| case.code != code) {
                return code;
            }
        }
    }

    /// Asks before removing what other records name.
    fn ask_cascade(&mut self, edit: &Edit, named: usize) {
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

    fn cursor_row(&self, table: TableId) -> Option<RowId> {
        self.grid(table).cursor().map(|(row, _)| row)
    }

    fn entry_context<'a>(&'a self, lens: &'a Lens<'a>) -> EntryContext<'a> {
        EntryContext { today: self.today(), reader: lens, words: &self.words }
    }

    fn with_grid(&mut self, table: TableId, change: impl FnOnce(&mut Grid)) {
        if let Some(grid) = self.grids.get_mut(&table) {
            change(grid);
        }
    }

    fn with_editor(&mut self, table: TableId, change: impl FnOnce(&mut crate::app::grid::Editor)) {
        if let Some(editor) = self.grids.get_mut(&table).and_then(Grid::editor_mut) {
            change(editor);
        }
    }

    fn now(&self) -> NaiveDateTime {
        (self.surroundings.clock)()
    }
}

/// Whether a column is taken into a copy: what a record is, not its code, its steps or its end.
fn is_copied(info: &ColumnInfo) -> bool {
    use crate::domain::schema::Group;
    !matches!(info.group, Group::Steps | Group::Exits) && info.key != ColumnKey::new("code")
}
