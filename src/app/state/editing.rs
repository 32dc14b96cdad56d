//! Edits that come from grids and dialogs: everything goes through `Document::apply`.
//!
//! Owns where the user was at each step of undo, so that taking back leads back.

use std::sync::Arc;

use chrono::NaiveDateTime;

use crate::app::dialogs::Dialog;
use crate::app::grid::{Desk, Grid, GridCommand, Replace, Response, Selection};
use crate::app::pages::Page;
use crate::domain::id::RowId;
use crate::domain::message::Message;
use crate::domain::schema::{Kind, TableId};
use crate::domain::table::Values;
use crate::domain::value::Value;
use crate::edit::{Applied, Edit, Fresh, Stamp};
use crate::exchange::entry::{self, Entry, EntryContext};

use super::State;

/// What is typed can not be taken as it is.
pub(super) struct EntryRefused;

/// Where the user was before each step of undo and redo.
#[derive(Default)]
pub(super) struct Trail {
    undo: Vec<Spot>,
    redo: Vec<Spot>,
}

type Spot = Option<(TableId, Option<Selection>)>;

impl State {
    /// Changes the dataset, or says why not. Gives whether it is now as asked.
    pub(super) fn apply(&mut self, edit: &Edit) -> bool {
        let Some(by) = self.settings.operator.clone() else {
            self.operator_missing = true;
            return false;
        };
        let spot = self.spot();
        let at = self.now();
        match self.document_mut().apply(edit, Stamp { at, by: &by }) {
            Ok(Applied::Changed) => {
                self.trail.undo.push(spot);
                self.trail.redo.clear();
                self.notice = None;
                self.note_edit();
                true
            }
            Ok(Applied::Nothing) => true,
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
        let typed = self.document.typed_last().filter(|_| !again);
        let document = self.document_mut();
        let outcome = if again { document.redo(stamp) } else { document.undo(stamp) };
        match outcome {
            Ok(Some(label)) => {
                self.note_edit();
                match typed {
                    Some(cell) => self.with_grid(cell.table, |grid| {
                        grid.set_selection(Selection::at((cell.row, cell.column)));
                    }),
                    None => self.lead_back(again),
                }
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
        // Who goes on has read what was said; a problem stays until it is closed.
        if self.notice.as_ref().is_some_and(|notice| !notice.is_problem) {
            self.notice = None;
        }
        let response = self.on_grid(table, |grid, desk| grid.perform(command, desk));
        self.respond(table, response);
    }

    /// Takes what is typed in the open editor, if there is one.
    pub(super) fn commit_editor(&mut self) -> Result<(), EntryRefused> {
        let Some(table) = self.grids.values().find(|grid| grid.editor().is_some()).map(Grid::table) else {
            return Ok(());
        };
        self.handle_grid(table, GridCommand::Leave);
        if self.grid(table).editor().is_some() { Err(EntryRefused) } else { Ok(()) }
    }

    fn respond(&mut self, table: TableId, response: Response) {
        match response {
            Response::Done | Response::Held => {}
            Response::Refused(message) => self.complain(message),
            Response::Apply(edit, then) => {
                if self.apply(&edit) {
                    self.refresh();
                    let response = self.on_grid(table, |grid, desk| grid.follow(then, desk));
                    self.respond(table, response);
                }
            }
            Response::Keep(cell, text, then) => {
                self.document_mut().keep_draft(cell, Some(text));
                self.note_edit();
                self.refresh();
                let response = self.on_grid(table, |grid, desk| grid.follow(then, desk));
                self.respond(table, response);
            }
            Response::Forget(cell) => {
                self.document_mut().keep_draft(cell, None);
                self.note_edit();
            }
            Response::Copied(text) => self.copied = Some(text),
            Response::AskFilter(column) => self.dialog = Dialog::filter(self, table, column),
            Response::Preview(paste) => self.dialog = Some(Dialog::Paste { table, paste: Arc::new(paste) }),
        }
    }

    /// How many cells a replacement changes, and how many can not take it.
    pub fn replacements(&self, table: TableId, replace: &Replace) -> (usize, usize) {
        let mut fresh = |_: TableId, values| (RowId::default(), values);
        let found = self.grid(table).find(replace, &self.desk(table, &mut fresh));
        (found.count(), found.misfits)
    }

    /// Goes to the next cell that the checks found fault with.
    pub(super) fn next_finding(&mut self, table: TableId) {
        let at_cell = std::mem::take(&mut self.derived.at_cell);
        let response = self.on_grid(table, |grid, desk| {
            let is_there = grid.go_to_next(desk, &|cell| at_cell.contains_key(&cell));
            if is_there { Response::Done } else { Response::Refused(Message::new("next-finding-none")) }
        });
        self.derived.at_cell = at_cell;
        self.respond(table, response);
    }

    /// What the commands of a grid work on.
    fn desk<'a>(&'a self, table: TableId, fresh: &'a mut dyn FnMut(TableId, Values) -> (RowId, Values)) -> Desk<'a> {
        Desk {
            lens: self.lens(),
            words: &self.words,
            today: self.today(),
            arrangement: self.derived.arrangement(table),
            is_read_only: self.is_read_only(),
            fresh,
        }
    }

    /// What a text typed outside a cell gives, or why it gives nothing.
    pub fn value_typed(&self, kind: Kind, text: &str) -> Result<Value, Message> {
        let lens = self.lens();
        let context = EntryContext { today: self.today(), reader: &lens, words: &self.words };
        match entry::parse(kind, text, &context) {
            Entry::Value(value) => Ok(value),
            Entry::Ask(_) => Err(Message::new("paste-several")),
            Entry::Error(error) => Err(error.message()),
        }
    }

    /// Lends a grid, and what its commands work on.
    fn on_grid(&mut self, table: TableId, work: impl FnOnce(&mut Grid, &mut Desk) -> Response) -> Response {
        let Some(mut grid) = self.grids.remove(&table) else { return Response::Done };
        let mut rng = self.surroundings.random.clone();
        let response = {
            let mut random = || rng.u64(..);
            let mut fresh = Fresh::new(self.document.dataset(), &mut random);
            let mut record = |table, values| fresh.record(table, values);
            let mut desk = self.desk(table, &mut record);
            work(&mut grid, &mut desk)
        };
        self.surroundings.random = rng;
        self.grids.insert(table, grid);
        response
    }

    /// Where the user is.
    fn spot(&self) -> Spot {
        let Page::Section(section) = self.page else { return None };
        let table = self.table_of(section);
        Some((table, self.grid(table).selection()))
    }

    /// Leads the cursor back to where the step that was just undone, or done again, was made.
    /// The page stays: on a shared screen nothing opens that was not asked for.
    fn lead_back(&mut self, again: bool) {
        let (from, to) = if again {
            (&mut self.trail.redo, &mut self.trail.undo)
        } else {
            (&mut self.trail.undo, &mut self.trail.redo)
        };
        let spot = from.pop().flatten();
        to.push(spot);
        let Some((table, selection)) = spot else { return };
        if let (Some(selection), Some(grid)) = (selection, self.grids.get_mut(&table)) {
            grid.set_selection(selection);
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
