//! What the editor of a cell does with what is typed.
//!
//! Nothing that is typed is lost: what can not be taken stays in the editor, with the reason.

use chrono::Datelike;

use crate::domain::id::{CellRef, RowId};
use crate::domain::message::Message;
use crate::domain::schema::{ColumnKey, Kind};
use crate::domain::table::TableError;
use crate::domain::value::{Refusal, Value};
use crate::edit::{Edit, EditError};
use crate::exchange::entry::{self, Entry};

use super::act::Desk;
use super::command::{Direction, Response, Then};
use super::state::{Editor, Grid};

/// How many offers stand under an editor.
const OFFERS: usize = 8;
/// How many, where all choices are offered.
const CHOICES: usize = 60;

impl Grid {
    /// Opens the editor on a cell.
    pub(super) fn begin(&mut self, row: RowId, column: ColumnKey, text: Option<&str>, desk: &Desk) -> Response {
        let cell = CellRef { table: self.table(), row, column };
        let Some(info) = cell.table.column(column) else { return Response::Done };
        if let Some(message) = desk.refuses(cell) {
            return Response::Refused(message);
        }
        let draft = desk.lens.dataset.draft(cell).map(str::to_owned);
        let shown = draft.clone().unwrap_or_else(|| desk.shown(cell, info));
        let offers = match (info.kind, text) {
            (_, Some(typed)) => entry::suggest(info.kind, typed, &desk.entry(), OFFERS),
            (Kind::Choice(_) | Kind::Choices(_) | Kind::Flag | Kind::Reference(_), None) => {
                entry::suggest(info.kind, "", &desk.entry(), CHOICES)
            }
            _ => Vec::new(),
        };
        let day = desk.lens.value(cell).as_date().unwrap_or(desk.today);
        self.open_editor(Editor {
            cell,
            text: text.map_or(shown, str::to_owned),
            is_typed: text.is_some() || draft.is_some(),
            problem: draft.filter(|_| text.is_none()).and_then(|draft| desk.problem(info, &draft)),
            offers,
            offer: None,
            month: day.with_day(1),
        });
        Response::Done
    }

    /// The text in the editor changed.
    pub(super) fn retype(&mut self, text: String, desk: &Desk) {
        let Some(editor) = &mut self.editor else { return };
        let Some(info) = editor.cell.table.column(editor.cell.column) else { return };
        editor.offers = entry::suggest(info.kind, &text, &desk.entry(), OFFERS);
        editor.text = text;
        editor.is_typed = true;
        editor.problem = None;
        editor.offer = None;
    }

    /// Types today's date: in the place of what is in a date's editor, else after it.
    pub(super) fn type_today(&mut self, desk: &Desk) {
        let Some(editor) = &self.editor else { return };
        let kind = editor.cell.table.column(editor.cell.column).map(|info| info.kind);
        let before = if kind == Some(Kind::Date) { "" } else { editor.text.as_str() };
        self.retype(format!("{before}{}", desk.words.date(desk.today)), desk);
        self.with_editor(|editor| editor.month = desk.today.with_day(1));
    }

    /// Takes what is typed in the open editor, if there is one.
    pub(super) fn commit(&mut self, desk: &Desk) -> Response {
        let Some(editor) = &mut self.editor else { return Response::Done };
        let cell = editor.cell;
        let Some(info) = cell.table.column(cell.column) else { return Response::Done };
        // What was there before is not typed anew: a text that no one touched changes nothing.
        let draft = desk.lens.dataset.draft(cell);
        if draft.is_none() && editor.text == desk.shown(cell, info) || draft == Some(editor.text.as_str()) {
            self.editor = None;
            return Response::Done;
        }
        // The reason was shown already: who insists goes on, and the text stays in the cell as it is.
        if editor.problem.is_some() {
            if editor.text.trim().is_empty() {
                self.editor = None; // Nothing is typed: there is nothing to keep.
                return Response::Done;
            }
            return Response::Apply(Edit::Draft { cell, text: Some(editor.text.clone()) }, Then::Stay);
        }
        match entry::parse(info.kind, &editor.text, &desk.entry()) {
            Entry::Value(Value::Empty) if info.required => {
                editor.problem = Some(EditError::Table(TableError::Refused(cell, Refusal::Required)).message());
            }
            Entry::Value(value) => return self.write([(cell.row, cell.column, value)], Then::Stay, desk),
            Entry::Ask(offers) => {
                editor.problem = Some(Message::new("entry-ask"));
                editor.offers = offers;
                editor.offer = None;
            }
            Entry::Error(error) => editor.problem = Some(error.message()),
        }
        Response::Held
    }

    /// Takes what is typed; what can not be taken stays in the cell as a draft.
    pub(super) fn leave(&mut self, desk: &Desk) -> Response {
        match self.commit(desk) {
            Response::Held => self.commit(desk),
            other => other,
        }
    }

    /// Takes an offer, or a day of the calendar.
    pub(super) fn take(&mut self, value: Value, then: Direction, desk: &Desk) -> Response {
        let Some(cell) = self.editor.as_ref().map(|editor| editor.cell) else { return Response::Done };
        self.write([(cell.row, cell.column, value)], Then::Step(then), desk)
    }

    pub(super) fn with_editor(&mut self, change: impl FnOnce(&mut Editor)) {
        if let Some(editor) = &mut self.editor {
            change(editor);
        }
    }
}
