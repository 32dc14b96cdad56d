//! What the editor of a cell does with what is typed.
//!
//! Nothing that is typed is lost: what can not be taken stays in the editor, with the reason.

use chrono::Datelike;

use crate::app::grid::{Direction, Editor, Grid};
use crate::domain::id::CellRef;
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::schema::{ColumnInfo, Kind, TableId};
use crate::domain::table::TableError;
use crate::domain::value::{Refusal, Value};
use crate::edit::EditError;
use crate::exchange::entry::{self, Entry, EntryContext};
use crate::exchange::show;

use super::State;

/// How many offers stand under an editor.
const OFFERS: usize = 8;

/// What is typed can not be taken as it is.
pub(super) struct EntryRefused;

impl State {
    /// Takes what is typed in the open editor of the page, if there is one.
    pub(super) fn commit_editor(&mut self) -> Result<(), EntryRefused> {
        let open = self.grids.values().find(|grid| grid.editor().is_some()).map(Grid::table);
        open.map_or(Ok(()), |table| self.commit(table))
    }

    pub(super) fn commit(&mut self, table: TableId) -> Result<(), EntryRefused> {
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

    pub(super) fn take(&mut self, table: TableId, value: Value, then: Direction) {
        let Some(cell) = self.grid(table).editor().map(|editor| editor.cell) else { return };
        if self.set(cell, value) {
            self.with_grid(table, Grid::close_editor);
            self.step(table, then);
        }
    }

    /// Whether a cell can not be written at all; says why.
    pub(super) fn refuses(&mut self, cell: CellRef) -> bool {
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

    pub(super) fn open_editor(&mut self, cell: CellRef, text: Option<String>) {
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

    pub(super) fn type_text(&mut self, table: TableId, text: String) {
        let Some(info) = self.grid(table).editor().and_then(|editor| editor.cell.table.column(editor.cell.column))
        else {
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
    pub(super) fn shown(&self, cell: CellRef, info: &ColumnInfo) -> String {
        show::value(&self.lens().value(cell), info.kind, &self.lens(), &self.words)
    }

    pub(super) fn entry_context<'a>(&'a self, lens: &'a Lens<'a>) -> EntryContext<'a> {
        EntryContext { today: self.today(), reader: lens, words: &self.words }
    }

    pub(super) fn with_editor(&mut self, table: TableId, change: impl FnOnce(&mut Editor)) {
        if let Some(editor) = self.grids.get_mut(&table).and_then(Grid::editor_mut) {
            change(editor);
        }
    }
}
