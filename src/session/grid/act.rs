//! What a command does: the grid's next state, and the edit of the dataset that it requests.
//!
//! Pure: reads through the lens and applies nothing. The caller applies the edit, then calls
//! `follow`.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::id::{CellRef, RowId};
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::schema::{ColumnInfo, TableId};
use crate::domain::table::TableError;
use crate::domain::value::{Refusal, Value};
use crate::edit::{self, Edit, EditError};
use crate::exchange::entry::{EntryContext, Suggestion};
use crate::exchange::leftover;
use crate::exchange::plan::{MakeRecord, fits};
use crate::exchange::show;
use crate::words::Words;

use super::arrange::Arrangement;
use super::columns::Columns;
use super::command::{Fill, FollowUp, GridCommand, Response};
use super::copy::Headers;
use super::editor::EditorPlace;
use super::paste::paste_plan;
use super::selection::{CellPos, Selection};
use super::sheet::Sheet;
use super::state::Grid;
use super::step::Direction;
use super::write::write;

pub type OffersOfCell<'a> = dyn Fn(CellRef, &ColumnInfo, &str, usize) -> Vec<Suggestion> + 'a;

/// What commands read besides the grid.
pub struct GridContext<'a> {
    pub lens: Lens<'a>,
    pub words: &'a Words,
    /// For dates without a year, and for the shortcut that inserts it.
    pub today: NaiveDate,
    pub arrangement: &'a Arrangement,
    pub is_read_only: bool,
    /// What the list under a cell offers for a text, and at most how many.
    pub offers: &'a OffersOfCell<'a>,
    /// Creates records.
    pub fresh: &'a mut MakeRecord<'a>,
}

impl GridContext<'_> {
    pub(super) fn shown(&self, cell: CellRef, info: &ColumnInfo) -> String {
        show::value(&self.lens.value(cell), info.kind, &self.lens, self.words)
    }

    pub(super) fn entry(&self) -> EntryContext<'_> {
        EntryContext { today: self.today, reader: &self.lens, words: self.words }
    }

    /// Why a text is not a value of a column.
    pub fn problem(&self, table: TableId, info: &ColumnInfo, text: &str) -> Option<Message> {
        leftover::problem(table, info, text, &self.entry())
    }

    /// Why a cell of a record is not editable.
    pub(super) fn refuses(&self, cell: CellRef) -> Option<Message> {
        if self.is_read_only {
            return Some(EditError::ReadOnly.message());
        }
        if self.lens.hides(cell) {
            return Some(Message::new("seance-hidden"));
        }
        let is_derived = cell.table.column(cell.column).is_some_and(ColumnInfo::is_derived);
        is_derived.then(|| EditError::Table(TableError::Refused(cell, Refusal::ReadOnly)).message())
    }
}

impl Grid {
    /// Why a place of the grid is not editable.
    pub(super) fn refuses(&self, pos: CellPos, ctx: &GridContext) -> Option<Message> {
        let cell = self.sheet.cell(pos);
        let is_derived = self.sheet.column(pos.1).is_some_and(ColumnInfo::is_derived);
        ctx.refuses(cell)
            .or_else(|| is_derived.then(|| EditError::Table(TableError::Refused(cell, Refusal::ReadOnly)).message()))
            .or_else(|| self.sheet.closed(pos))
    }

    /// Executes a command on the grid's own state; the response carries the rest.
    pub fn perform(&mut self, command: GridCommand, ctx: &mut GridContext) -> Response {
        if self.editor.is_some() && command.leaves_editor() {
            return match self.commit(ctx) {
                Response::Done => self.perform(command, ctx),
                other => other.then(FollowUp::Again(Box::new(command))),
            };
        }
        let refused = self.refused.take();
        match command {
            GridCommand::Select(row, column) => self.select(row, column),
            GridCommand::Extend(row, column) => self.extend((row, column)),
            GridCommand::Reach(reach) => self.reach(reach),
            GridCommand::Move(direction) => {
                self.take_tab_start();
                self.walk(direction, ctx);
            }
            GridCommand::ExtendBy(direction) => {
                self.take_tab_start();
                self.step_corner(direction, ctx.arrangement, &holds(self.sheet.clone(), ctx));
            }
            GridCommand::Edit(row, column, place) => return self.begin((row, column), place, None, ctx),
            GridCommand::TypeOver(row, column, place, text) => {
                return self.begin((row, column), place, Some(&text), ctx);
            }
            GridCommand::Open => {
                let Some(cell) = self.cursor() else { return Response::Done };
                return self.begin(cell, EditorPlace::Grid, None, ctx);
            }
            GridCommand::Input(text) => {
                if self.editor.is_some() {
                    self.retype(ctx, |line| line.insert(&text));
                } else if let Some(cell) = self.cursor() {
                    return self.begin(cell, EditorPlace::Grid, Some(&text), ctx);
                }
            }
            GridCommand::Press(stroke) => self.press(stroke, ctx),
            GridCommand::Caret(from, to) => self.with_editor(|editor| editor.line.select(from, to)),
            GridCommand::Compose(text) => self.retype(ctx, |line| line.compose(&text)),
            GridCommand::CopyText => return self.copied_text(),
            GridCommand::CutText => return self.cut_text(ctx),
            GridCommand::Offer(offer) => self.with_editor(|editor| editor.offer = offer),
            GridCommand::Month(month) => self.with_editor(|editor| editor.month = Some(month)),
            GridCommand::StepDay(step) => self.step_day(step, ctx),
            GridCommand::Take(value, then) => return self.take(value, then, ctx),
            GridCommand::Create(then) => return self.create(then, ctx),
            GridCommand::Commit(then) => {
                let cell = self.editor.as_ref().map(|editor| editor.cell);
                return match self.commit(ctx) {
                    Response::Done => {
                        self.follow(FollowUp::Step(then), ctx);
                        Response::Done
                    }
                    Response::Apply(edit, _) => {
                        self.refused = cell.filter(|_| matches!(edit, Edit::Draft { text: Some(_), .. }));
                        Response::Apply(edit, FollowUp::Step(then))
                    }
                    noted @ Response::Noted(..) => noted.then(FollowUp::Step(then)),
                    refused => {
                        self.follow(FollowUp::Step(then), ctx);
                        refused
                    }
                };
            }
            GridCommand::CommitAll => return self.commit_all(ctx),
            GridCommand::Leave => return self.commit(ctx),
            GridCommand::Cancel => {
                // First the editor, then the cut.
                if self.editor.take().is_none() {
                    self.cut = None;
                }
            }
            GridCommand::Back => {
                let Some(at) = refused.and_then(|cell| self.sheet.place(cell)) else { return self.clear(ctx) };
                self.select(at.0, at.1);
                return self.begin(at, EditorPlace::Grid, None, ctx);
            }
            GridCommand::Clear => return self.clear(ctx),
            GridCommand::ClearCell(cell) => return clear_cells(&[cell], ctx),
            GridCommand::Fill(fill) => return self.fill(fill, ctx),
            GridCommand::Today if self.editor.is_some() => self.type_today(ctx),
            GridCommand::Today => return self.write_today(ctx),
            GridCommand::Copy => return self.copy(Headers::Without, ctx),
            GridCommand::CopyWithHeaders => return self.copy(Headers::With, ctx),
            GridCommand::Cut => return self.cut_selected(ctx),
            GridCommand::Paste(text) => return self.paste(&text, ctx),
            GridCommand::PasteAnyway(plan) => return paste_plan(Arc::unwrap_or_clone(plan), ctx),
            GridCommand::PasteAsOne(plan) => return self.paste_as_one(Arc::unwrap_or_clone(plan), ctx),
            GridCommand::Replace(replace) => return self.replace(&replace, ctx),
            GridCommand::Search(search) => self.set_search(search),
            GridCommand::Sort(column, how) => self.toggle_sort(column, how),
            GridCommand::AskFilter(column) => return Response::AskFilter(column),
            GridCommand::Filter(column, test) => self.set_filter(column, test),
            GridCommand::ClearFilters => self.clear_filters(),
            GridCommand::Reapply => self.reapply(),
            GridCommand::ShowView(view) => self.show_view(view.as_ref()),
            GridCommand::Limit(subset) => self.limit(subset),
            GridCommand::Resize(column, width) => self.columns.resize(column, width),
            GridCommand::Fit(column) => self.columns.fit(column),
            GridCommand::Hide(column) => {
                self.columns.hide(column);
                self.keep_selection_within(ctx.arrangement);
            }
            GridCommand::Show(column) => self.columns.show(column),
            GridCommand::ShowAll => self.columns.show_all(),
            GridCommand::Columns(set) => self.change_columns(|columns| columns.choose(set)),
            GridCommand::ResetColumns => self.change_columns(Columns::reset),
            GridCommand::Place(column, before) => {
                self.columns.place(column, before);
                self.columns_moved();
            }
            GridCommand::Freeze(column) => self.columns.freeze(column),
        }
        Response::Done
    }

    /// Completes a command after its edit was applied. `ctx` reads the dataset after the edit.
    pub fn follow(&mut self, then: FollowUp, ctx: &mut GridContext) -> Response {
        (self.editor, self.cut) = (None, None);
        match then {
            FollowUp::Step(direction) => self.after_entry(direction, ctx),
            FollowUp::Select(selection) => self.set_selection(selection),
            FollowUp::Again(command) => return self.perform(*command, ctx),
            FollowUp::Stay => {}
        }
        Response::Done
    }

    /// Tab remembers the column where the run began; Enter returns to it, one row down.
    fn after_entry(&mut self, direction: Direction, ctx: &GridContext) {
        match (direction, self.cursor()) {
            (Direction::Left | Direction::Right, Some((row, column))) => {
                self.note_tab(column);
                match self.columns.writable_beside(column, direction == Direction::Right) {
                    Some(next) => self.set_selection(Selection::at((row, next))),
                    None => self.walk(Direction::Stay, ctx),
                }
            }
            (Direction::Up | Direction::Down, Some((row, column))) => {
                let start = self.take_tab_start().unwrap_or(column);
                self.set_selection(Selection::at((row, start)));
                self.walk(direction, ctx);
            }
            _ => self.walk(direction, ctx),
        }
    }

    fn walk(&mut self, direction: Direction, ctx: &GridContext) {
        if direction != Direction::Stay {
            self.step(direction, ctx.arrangement, &holds(self.sheet.clone(), ctx));
        }
        if matches!(direction, Direction::Home | Direction::FirstCell) {
            self.trail.went_home();
        }
    }

    fn clear(&self, ctx: &GridContext) -> Response {
        let shown = self.columns.shown();
        let Some(block) = self.block(ctx.arrangement, &shown) else { return Response::Done };
        // Of several cells, required ones keep their value.
        let cells = block.cells().filter(|(_, info)| block.is_one() || !info.is_derived() && !info.required);
        let cells: Vec<CellPos> = cells.map(|(row, info)| (row, info.key)).collect();
        if let Some(message) = cells.iter().find_map(|pos| self.refuses(*pos, ctx)) {
            return Response::Refused(message);
        }
        clear_cells(&cells.into_iter().map(|pos| self.sheet.cell(pos)).collect::<Vec<_>>(), ctx)
    }

    /// A single selected row is filled from the row above, a single column from the column before
    /// it, as in spreadsheets.
    fn fill(&self, fill: Fill, ctx: &GridContext) -> Response {
        let shown = self.columns.shown();
        let Some(block) = self.block(ctx.arrangement, &shown) else { return Response::Done };
        let (Some(first_row), Some(first_column)) = (block.rows().first(), block.columns().first()) else {
            return Response::Done;
        };
        let from_row = if block.rows().len() == 1 { ctx.arrangement.offset(*first_row, -1) } else { *first_row };
        let before = shown.iter().take_while(|info| info.key != first_column.key).last();
        let from_column = if block.columns().len() == 1 { before.unwrap_or(first_column) } else { first_column };
        let from = |row, info: &'static ColumnInfo| match fill {
            Fill::Down => (from_row, info),
            Fill::Right => (row, *from_column),
        };
        let is_draft = |(row, info): (RowId, &'static ColumnInfo)| {
            let (row, info) = from(row, info);
            ctx.lens.dataset.draft(self.sheet.cell((row, info.key))).is_some()
        };
        // A draft is not a value, and the value underneath is not what the user sees.
        if block.cells().any(is_draft) {
            return Response::Refused(Message::new("fill-draft"));
        }
        let cells = block.cells().filter_map(|(row, info)| {
            let (from, from_info) = from(row, info);
            if info.is_derived() || (row, info.key) == (from, from_info.key) {
                return None;
            }
            let value = self.sheet.value((from, from_info.key), &ctx.lens);
            fits(&value, from_info, info).then_some(((row, info.key), value))
        });
        let cells: Vec<_> = cells.collect();
        let is_room = block.cells().any(|(row, info)| (row, info.key) != (from(row, info).0, from(row, info).1.key));
        if cells.is_empty() && is_room {
            return Response::Refused(Message::new("fill-nothing"));
        }
        self.write_at(cells, FollowUp::Stay, ctx)
    }

    fn write_today(&self, ctx: &GridContext) -> Response {
        let Some(at) = self.cursor() else { return Response::Done };
        self.write_at([(at, Value::Date(ctx.today))], FollowUp::Stay, ctx)
    }
}

/// Clearing a draft reveals the value underneath, which the user has not seen.
fn clear_cells(cells: &[CellRef], ctx: &GridContext) -> Response {
    let is_draft = |cell: &CellRef| ctx.lens.dataset.draft(*cell).is_some();
    let (drafts, values): (Vec<CellRef>, Vec<CellRef>) = cells.iter().copied().partition(is_draft);
    if drafts.is_empty() || ctx.is_read_only {
        return write(values.into_iter().map(|cell| (cell, Value::Empty)).collect(), FollowUp::Stay, ctx);
    }
    let drafts = drafts.into_iter().map(|cell| Edit::Draft { cell, text: None });
    let values = values.into_iter().map(|cell| edit::set_cell(&ctx.lens, cell, Value::Empty));
    Response::Apply(Edit::batch(drafts.chain(values).collect()), FollowUp::Stay)
}

/// Whether a cell is filled.
fn holds<'a>(sheet: Sheet, ctx: &'a GridContext) -> impl Fn(CellPos) -> bool + use<'a> {
    let lens = ctx.lens;
    move |pos| !sheet.value(pos, &lens).is_empty()
}
