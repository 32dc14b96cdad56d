//! Edits that come from grids and dialogs: everything goes through `Document::apply`.
//!
//! What undo changes comes into sight: its page, its row, the cursor where it was.

use std::sync::Arc;

use crate::domain::id::RowId;
use crate::domain::message::Message;
use crate::domain::schema::{Kind, TableId};
use crate::domain::value::Value;
use crate::edit::{Applied, ChangedAt, Document, Edit, EditError, EditPlace, Fresh, Stamp, Stepped};
use crate::exchange::entry::{self, Entry, EntryContext};
use crate::exchange::plan::MakeRecord;

use super::Session;
use super::command::Request;
use super::dialog::Dialog;
use super::focus::Focus;
use super::grid::{Desk, Direction, Grid, GridCommand, Place, Replace, Response, Selection};
use super::line::Line;

/// What is typed cannot be taken as it is.
pub(super) struct EntryRefused;

impl Session {
    /// Changes the dataset, or says why not. Gives whether it is now as asked.
    pub(super) fn apply(&mut self, edit: &Edit) -> bool {
        let Some(by) = self.operator.clone() else {
            self.operator_missing = true;
            return false;
        };
        let place = self.place();
        match self.document.apply(edit, Stamp { at: self.now(), by: &by }, place) {
            Ok(Applied::Changed) => {
                self.notice = None;
                self.follow();
                true
            }
            Ok(Applied::Nothing) => true,
            Err(error) => {
                self.complain(error.message());
                false
            }
        }
    }

    /// Takes back the last change, and goes to where it shows.
    pub(super) fn undo(&mut self) {
        self.take_step("undone", Document::undo);
    }

    /// Does it again.
    pub(super) fn redo(&mut self) {
        self.take_step("redone", Document::redo);
    }

    fn take_step(
        &mut self,
        word: &'static str,
        step: impl FnOnce(&mut Document, Stamp) -> Result<Option<Stepped>, EditError>,
    ) {
        if self.commit_editor().is_err() {
            return;
        }
        let by = self.operator.clone().unwrap_or_default();
        let at = self.now();
        match step(&mut self.document, Stamp { at, by: &by }) {
            Ok(Some(stepped)) => {
                self.follow();
                self.show_step(stepped.place, stepped.changed);
                let label = self.words.say(&stepped.label);
                self.tell(Message::new(word).text("label", label));
            }
            Ok(None) => {}
            Err(error) => self.complain(error.message()),
        }
    }

    /// Brings into sight what a step of undo changed: its page, its row even where the filters leave
    /// it out, the cursor where it was when the change was made.
    fn show_step(&mut self, place: Option<EditPlace>, changed: Option<ChangedAt>) {
        let Some(table) = changed.map(|at| at.table).or(place.map(|place| place.table)) else { return };
        self.show_page_of(table);
        self.follow();
        if let Some(ChangedAt { row, column, .. }) = changed {
            self.bring_into_rows(table, row);
            self.with_grid(table, |grid| column.into_iter().for_each(|column| grid.show_column(column)));
        }
        let before = place.filter(|place| place.table == table).and_then(|place| place.selection);
        // The selection of that moment, where it holds what changed; else what changed.
        let selection = before.filter(|selection| self.is_in_sight(table, *selection, changed)).or_else(|| {
            let ChangedAt { row, column, .. } = changed?;
            let first = self.grid(table).columns().shown().first().map(|info| info.key);
            Some(Selection::at((row, column.or(first)?)))
        });
        if let Some(selection) = selection {
            self.with_grid(table, |grid| grid.set_selection(selection));
        }
    }

    /// Whether a selection covers a change, and is shown whole.
    fn is_in_sight(&self, table: TableId, selection: Selection, changed: Option<ChangedAt>) -> bool {
        let shown = self.grid(table).columns().shown();
        let block = selection.block(self.arrangement(table), &shown);
        block.is_some_and(|block| changed.is_none_or(|at| block.rows().contains(&at.row)))
    }

    pub(super) fn set_operator(&mut self, name: String) {
        self.operator = Some(name);
        self.requests.push(Request::Remember);
        for command in std::mem::take(&mut self.waiting) {
            self.handle(command);
        }
    }

    /// Does something to a grid.
    pub(super) fn handle_grid(&mut self, table: TableId, command: GridCommand) {
        // Who goes on has read the notice; a problem stays until it is closed.
        if self.notice.as_ref().is_some_and(|notice| !notice.is_problem) {
            self.notice = None;
        }
        if let GridCommand::Search(search) = &command
            && self.focus == Focus::Search
            && self.search.text() != search
        {
            self.search = Line::new(search.as_str());
        }
        let place = self.grid(table).editor().map(|editor| editor.place);
        if let (Some(Place::Card), Some(by)) = (place, step_in_card(&command)) {
            return self.commit_in_card(table, command, by);
        }
        let response = self.on_grid(table, |grid, desk| grid.perform(command, desk));
        self.respond(table, response);
        self.follow();
    }

    /// Takes what is typed in the card, and goes to another field of the same record.
    fn commit_in_card(&mut self, table: TableId, command: GridCommand, by: isize) {
        let command = match command {
            GridCommand::Take(value, _) => GridCommand::Take(value, Direction::Stay),
            GridCommand::Create(_) => GridCommand::Create(Direction::Stay),
            _ => GridCommand::Commit(Direction::Stay),
        };
        let response = self.on_grid(table, |grid, desk| grid.perform(command, desk));
        self.respond(table, response);
        self.follow();
        if self.grid(table).editor().is_none() && !self.operator_missing {
            self.step_field(by);
        }
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
                    self.follow();
                    let response = self.on_grid(table, |grid, desk| grid.follow(then, desk));
                    self.respond(table, response);
                }
            }
            Response::Copied(text) => self.copied = Some(text),
            Response::AskFilter(column) => {
                if let Some(dialog) = self.filter_dialog(table, column) {
                    self.ask(dialog);
                }
            }
            Response::Preview(plan) => self.ask(Dialog::Paste { table, paste: Arc::new(plan) }),
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
        let at_cell = self.findings_now().clone();
        let response = self.on_grid(table, |grid, desk| {
            let is_there = grid.go_to_next(desk, &|cell| at_cell.contains_key(&cell));
            if is_there { Response::Done } else { Response::Refused(Message::new("next-finding-none")) }
        });
        self.respond(table, response);
    }

    /// What the commands of a grid work on.
    fn desk<'a>(&'a self, table: TableId, fresh: &'a mut MakeRecord<'a>) -> Desk<'a> {
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
        let mut rng = self.source.random.clone();
        let response = {
            let mut random = || rng.u64(..);
            let mut fresh = Fresh::new(self.document.dataset(), &mut random);
            let mut record = |table, values| fresh.record(table, values);
            let mut desk = self.desk(table, &mut record);
            work(&mut grid, &mut desk)
        };
        self.source.random = rng;
        self.grids.insert(table, grid);
        response
    }

    /// Where the user is.
    fn place(&self) -> Option<EditPlace> {
        let table = self.shown_table()?;
        Some(EditPlace { table, selection: self.grid(table).selection() })
    }

    pub(super) fn with_grid(&mut self, table: TableId, change: impl FnOnce(&mut Grid)) {
        if let Some(grid) = self.grids.get_mut(&table) {
            change(grid);
        }
    }
}

/// By how many fields a command that takes what is typed goes on in the card.
const fn step_in_card(command: &GridCommand) -> Option<isize> {
    match command {
        GridCommand::Commit(direction) | GridCommand::Take(_, direction) | GridCommand::Create(direction) => {
            match direction {
                Direction::Down | Direction::Right => Some(1),
                Direction::Up | Direction::Left => Some(-1),
                _ => Some(0),
            }
        }
        _ => None,
    }
}
