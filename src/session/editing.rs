//! Edits from grids and dialogs. Every one goes through `Document::apply`.
//!
//! Undo and redo show what they changed: the page, the row, the cursor where it was.

use std::sync::Arc;

use crate::domain::id::{CellRef, RowId, RowSet};
use crate::domain::message::Message;
use crate::domain::schema::{ColumnInfo, Kind, TableId};
use crate::domain::value::Value;
use crate::edit::{Applied, ChangedAt, Document, Edit, EditError, EditPlace, Fresh, Stamp, Stepped};
use crate::exchange::entry::{self, Entry, EntryContext, EntryError};
use crate::exchange::plan::MakeRecord;
use crate::exchange::{leftover, show};

use super::Session;
use super::card::{self, Stop};
use super::command::Request;
use super::dialog::Dialog;
use super::focus::Focus;
use super::grid::{
    Direction, EditorPlace, FollowUp, Grid, GridCommand, GridContext, OffersOfCell, Replace, Response, Selection,
};
use super::line::Line;
use super::outside::NoticeKind;

/// The editor stays open: nothing can be recorded before the operator has a name.
pub(super) struct EntryRefused;

impl Session {
    /// Applies an edit, or reports why not. Returns whether the dataset is now as requested.
    pub(super) fn apply(&mut self, edit: &Edit) -> bool {
        if !self.may_make(edit) {
            return false;
        }
        let Some(by) = self.operator.clone() else {
            self.operator_missing = true;
            return false;
        };
        let place = self.place();
        let written = self.about_to_write(edit);
        match self.document.apply(edit, Stamp { at: self.now(), by: &by }, place) {
            Ok(Applied::Changed) => {
                self.notice.take_if(|notice| notice.kind != NoticeKind::Failed);
                self.follow();
                self.say_personal(&written);
                true
            }
            Ok(Applied::Nothing) => true,
            Err(error) => {
                self.report_problem(error.message());
                false
            }
        }
    }

    pub(super) fn undo(&mut self) {
        self.take_step("undone", |steps| steps.0, Document::undo);
    }

    pub(super) fn redo(&mut self) {
        self.take_step("redone", |steps| steps.1, Document::redo);
    }

    fn take_step(
        &mut self,
        word: &'static str,
        left: impl FnOnce((usize, usize)) -> usize,
        step: impl FnOnce(&mut Document, Stamp) -> Result<Option<Stepped>, EditError>,
    ) {
        if self.commit_editor().is_err() || left(self.steps()) == 0 {
            return;
        }
        let by = self.operator.clone().unwrap_or_default();
        let at = self.now();
        match step(&mut self.document, Stamp { at, by: &by }) {
            Ok(Some(stepped)) => {
                self.follow();
                self.show_step(stepped.place, stepped.changed);
                let label = self.words.say(&stepped.label);
                let key = if self.is_open_again(stepped.changed) { "undone-closing" } else { word };
                self.notify(Message::new(key).text("label", label));
            }
            Ok(None) => {}
            Err(error) => self.report_problem(error.message()),
        }
    }

    /// Shows what undo changed: its page, its row even if filtered out, the cursor where it was
    /// when the change was made.
    fn show_step(&mut self, place: Option<EditPlace>, changed: Option<ChangedAt>) {
        let Some(table) = changed.map(|at| at.table).or(place.map(|place| place.table)) else { return };
        self.show_page_of(table);
        self.follow();
        let stored = changed;
        let changed = changed.map(|at| self.shown_at(at));
        if let Some(ChangedAt { row, column, .. }) = changed {
            self.bring_into_rows(table, row);
            self.with_grid(table, |grid| column.into_iter().for_each(|column| grid.show_column(column)));
        }
        let before = place.filter(|place| place.table == table).and_then(|place| place.selection);
        // The selection at that time if it covers the change, else the change itself.
        let selection = before.filter(|selection| self.is_in_sight(table, *selection, changed)).or_else(|| {
            let ChangedAt { row, column, .. } = changed?;
            let first = self.grid(table).columns().shown().first().map(|info| info.key);
            Some(Selection::at((row, column.or(first)?)))
        });
        if let Some(selection) = selection {
            self.with_grid(table, |grid| grid.set_selection(selection));
        }
        if let (Focus::Card, Some(ChangedAt { row, column: Some(column), .. })) = (self.focus, stored)
            && card::stops((table, row), &self.lens(), (0, 0)).contains(&Stop::Field(column))
        {
            self.go_to_field(table, row, column);
        }
    }

    /// Whether a selection is fully shown and covers a change.
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

    pub(super) fn handle_grid(&mut self, table: TableId, command: GridCommand) {
        // A user who carries on has read the notice; a failure stays until closed.
        if self.notice.as_ref().is_some_and(|notice| notice.kind != NoticeKind::Failed) {
            self.notice = None;
        }
        if let GridCommand::Search(search) = &command
            && self.focus == Focus::Search
            && self.search.text() != search
        {
            self.search = Line::new(search.as_str());
        }
        // The app may not get to close in order.
        if command.lays_out() {
            self.requests.push(Request::Remember);
        }
        let place = self.grid(table).editor().map(|editor| editor.place);
        if let (Some(EditorPlace::Card), Some(by)) = (place, step_in_card(&command)) {
            return self.commit_in_card(table, command, by);
        }
        let response = self.on_grid(table, |grid, ctx| grid.perform(command, ctx));
        self.respond(table, response);
        self.follow();
    }

    /// Commits the editor in the card, then goes to another field of the same record.
    fn commit_in_card(&mut self, table: TableId, command: GridCommand, by: isize) {
        let command = match command {
            GridCommand::Take(value, _) => GridCommand::Take(value, Direction::Stay),
            GridCommand::Create(_) => GridCommand::Create(Direction::Stay),
            _ => GridCommand::Commit(Direction::Stay),
        };
        let response = self.on_grid(table, |grid, ctx| grid.perform(command, ctx));
        self.respond(table, response);
        self.follow();
        if self.grid(table).editor().is_none() && !self.operator_missing {
            self.step_in_card(by);
        }
    }

    /// Commits the open editor, if any.
    pub(super) fn commit_editor(&mut self) -> Result<(), EntryRefused> {
        let Some(table) = self.grids.values().find(|grid| grid.editor().is_some()).map(Grid::table) else {
            return Ok(());
        };
        self.handle_grid(table, GridCommand::Leave);
        if self.grid(table).editor().is_some() { Err(EntryRefused) } else { Ok(()) }
    }

    fn respond(&mut self, table: TableId, response: Response) {
        match response {
            Response::Done => {}
            Response::Refused(message) => self.refuse(message),
            Response::Apply(edit, then) => {
                if self.carry_out(table, &edit, then) {
                    self.explain_draft(&edit);
                }
            }
            Response::Noted(edit, then, said) => {
                if self.carry_out(table, &edit, then) {
                    let said: Vec<_> = said.iter().map(|message| self.words.say(message)).collect();
                    self.notify_unless_personal(Message::new("entry-noted").text("said", said.join(" ")));
                }
            }
            Response::Copied(copied) => self.copied = Some(copied),
            Response::AskFilter(column) => {
                if let Some(dialog) = self.filter_dialog(table, column) {
                    self.ask(dialog);
                }
            }
            Response::Preview(plan) => self.ask(Dialog::Paste { table, paste: Arc::new(plan) }),
        }
    }

    fn carry_out(&mut self, table: TableId, edit: &Edit, then: FollowUp) -> bool {
        let is_applied = self.apply(&self.grid(table).sheet().completed(edit));
        if is_applied {
            self.follow();
            let response = self.on_grid(table, |grid, ctx| grid.follow(then, ctx));
            self.respond(table, response);
        }
        is_applied
    }

    /// Says why a typed text was kept as a draft.
    fn explain_draft(&mut self, edit: &Edit) {
        let Edit::Draft { cell, text: Some(text) } = edit else { return };
        if self.noticed().is_some() {
            return;
        }
        if let Some(problem) = self.problem(*cell, text) {
            let message = Message::new("draft-kept").term("column", cell.table.column_word(cell.column));
            self.refuse(message.text("problem", self.words.say(&problem)));
        }
    }

    /// Why a text is not a value of a cell.
    pub fn problem(&self, cell: CellRef, text: &str) -> Option<Message> {
        let lens = self.lens();
        let context = EntryContext { today: self.today(), reader: &lens, words: &self.words };
        leftover::problem(cell.table, cell.table.column(cell.column)?, text, &context)
    }

    /// What a cell shows: its draft, or its value.
    pub(super) fn shown_text(&self, cell: CellRef) -> String {
        let lens = self.lens();
        let shown = |info: &ColumnInfo| show::value(&lens.value(cell), info.kind, &lens, &self.words);
        let draft = self.dataset().draft(cell).map(ToOwned::to_owned);
        draft.or_else(|| cell.table.column(cell.column).map(shown)).unwrap_or_default()
    }

    /// How many cells a replacement would change, and how many would reject the new text.
    pub fn replacements(&self, table: TableId, replace: &Replace) -> (usize, usize) {
        let mut fresh = |_: TableId, values| (RowId::default(), values);
        let offers = |cell: CellRef, info: &ColumnInfo, text: &str, limit| self.offers_of_cell(cell, info, text, limit);
        let found = self.grid(table).find(replace, &self.grid_context(table, &offers, &mut fresh));
        (found.count(), found.misfits)
    }

    pub(super) fn next_finding(&mut self, table: TableId) {
        let at_cell = self.findings_now().clone();
        let rows: RowSet = at_cell.keys().filter(|cell| cell.table == table).map(|cell| cell.row).collect();
        // A crossed cell stands for its whole record.
        let is_crossed = self.grid(table).sheet().crossed().is_some();
        let has_finding = |cell: CellRef| {
            if is_crossed { cell.table == table && rows.contains(&cell.row) } else { at_cell.contains_key(&cell) }
        };
        let response = self.on_grid(table, |grid, ctx| {
            let is_there = grid.go_to_next(ctx, &has_finding);
            if is_there { Response::Done } else { Response::Refused(Message::new("next-finding-none")) }
        });
        self.respond(table, response);
    }

    fn grid_context<'a>(
        &'a self,
        table: TableId,
        offers: &'a OffersOfCell<'a>,
        fresh: &'a mut MakeRecord<'a>,
    ) -> GridContext<'a> {
        GridContext {
            lens: self.lens(),
            words: &self.words,
            today: self.today(),
            arrangement: self.derived.arrangement(table),
            is_read_only: self.is_read_only(),
            offers,
            fresh,
        }
    }

    /// Parses a text typed outside a cell.
    ///
    /// # Errors
    ///
    /// The reason, if the text is not a value of the kind.
    pub fn value_typed(&self, kind: Kind, text: &str) -> Result<Value, Message> {
        let lens = self.lens();
        let context = EntryContext { today: self.today(), reader: &lens, words: &self.words };
        match entry::parse(kind, text, &context) {
            Entry::Value(value) => Ok(value),
            Entry::Part(..) => Err(EntryError::Leftover.message()),
            Entry::Ask(offers) => Err(entry::ask(&offers, "paste-several")),
            Entry::Error(error) => Err(error.message()),
        }
    }

    /// Runs a function on a grid and its context.
    fn on_grid(&mut self, table: TableId, work: impl FnOnce(&mut Grid, &mut GridContext) -> Response) -> Response {
        let Some(mut grid) = self.grids.remove(&table) else { return Response::Done };
        let mut rng = self.environment.random.clone();
        let response = {
            let mut random = || rng.u64(..);
            let mut fresh = Fresh::new(self.document.dataset(), &mut random);
            let mut record = |table, values| fresh.record(table, values);
            let offers =
                |cell: CellRef, info: &ColumnInfo, text: &str, limit| self.offers_of_cell(cell, info, text, limit);
            let mut ctx = self.grid_context(table, &offers, &mut record);
            work(&mut grid, &mut ctx)
        };
        self.environment.random = rng;
        self.grids.insert(table, grid);
        response
    }

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

/// How many fields further a committing command goes in the card.
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
