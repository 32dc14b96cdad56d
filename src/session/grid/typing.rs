//! What the cell editor does with typed text.
//!
//! Typed text is never lost: invalid text stays in the editor, with the reason.

use chrono::Datelike;

use crate::domain::id::CellRef;
use crate::domain::schema::{ColumnInfo, Kind};
use crate::domain::table::TableError;
use crate::domain::value::{Refusal, Value};
use crate::edit::{self, Edit, EditError};
use crate::exchange::entry::{self, Entry, EntryError, Suggestion};
use crate::exchange::{leftover, plan, show};
use crate::session::copied::Copied;
use crate::session::key::Stroke;
use crate::session::line::{Effect, Line};

use super::act::GridContext;
use super::command::{FollowUp, Response};
use super::editor::{CalendarStep, Editor, EditorPlace};
use super::selection::CellPos;
use super::state::Grid;
use super::step::Direction;
use super::write::{write, write_and_note};

/// How many suggestions are shown for typed text.
const OFFERS: usize = 8;
/// How many are shown before anything is typed.
const CHOICES: usize = 60;

impl Grid {
    pub(super) fn begin(
        &mut self,
        (row, column): CellPos,
        place: EditorPlace,
        text: Option<&str>,
        ctx: &GridContext,
    ) -> Response {
        let (cell, at) = match place {
            EditorPlace::Grid => (self.sheet.cell((row, column)), (row, column)),
            EditorPlace::Card => {
                let cell = CellRef { table: self.table(), row, column };
                (cell, self.sheet.place(cell).unwrap_or((row, column)))
            }
        };
        let refusal = if place == EditorPlace::Grid { self.refuses(at, ctx) } else { ctx.refuses(cell) };
        if let Some(message) = refusal {
            return Response::Refused(message);
        }
        let Some(info) = cell.table.column(cell.column) else { return Response::Done };
        let draft = ctx.lens.dataset.draft(cell).map(str::to_owned);
        let shown = draft.clone().unwrap_or_else(|| ctx.shown(cell, info));
        let asked = draft.as_deref().filter(|_| text.is_none()).map(|text| entry::parse(info.kind, text, &ctx.entry()));
        let mut offers = match (info.kind, text.or(draft.as_deref())) {
            _ if let Some(Entry::Ask(offers)) = asked => offers,
            (_, Some(typed)) => (ctx.offers)(cell, info, typed, OFFERS),
            (Kind::Choice(_) | Kind::Choices(_) | Kind::Flag | Kind::Reference(_), None) => {
                (ctx.offers)(cell, info, "", CHOICES)
            }
            _ => Vec::new(),
        };
        let proposed =
            ctx.lens.dataset.table(cell.table).proposed(cell.row, cell.column, &ctx.lens).filter(|_| text.is_none());
        if let Some(value) = proposed {
            let label = show::value(&value, info.kind, &ctx.lens, ctx.words);
            offers.retain(|offer| offer.value != value);
            offers.insert(0, Suggestion::new(value, label));
        }
        let day = ctx.lens.value(cell).as_date().unwrap_or(ctx.today);
        let offer = text.and_then(|text| entry::only_meant(info.kind, text, &offers, &ctx.entry()));
        self.open_editor(Editor {
            cell,
            at,
            place,
            line: text.map_or_else(|| Line::new(shown), Line::typed),
            is_typed: text.is_some() || draft.is_some(),
            problem: draft.filter(|_| text.is_none()).and_then(|draft| ctx.problem(cell.table, info, &draft)),
            offers,
            offer,
            day: None,
            month: day.with_day(1),
        });
        self.follow_day(ctx);
        Response::Done
    }

    pub(super) fn retype(&mut self, ctx: &GridContext, change: impl FnOnce(&mut Line)) {
        let Some(editor) = &mut self.editor else { return };
        let Some(info) = editor.cell.table.column(editor.cell.column) else { return };
        change(&mut editor.line);
        editor.offers = (ctx.offers)(editor.cell, info, editor.line.text(), OFFERS);
        editor.is_typed = true;
        editor.problem = None;
        editor.offer = entry::only_meant(info.kind, editor.line.text(), &editor.offers, &ctx.entry());
        self.follow_day(ctx);
    }

    /// The calendar follows the text, as soon as that is a day.
    fn follow_day(&mut self, ctx: &GridContext) {
        let Some(editor) = self.editor.as_mut().filter(|editor| editor.is_date()) else { return };
        let kind = editor.cell.table.column(editor.cell.column).map_or(Kind::DATE, |info| info.kind);
        editor.day = match entry::parse(kind, editor.line.text(), &ctx.entry()) {
            Entry::Value(value) | Entry::Part(value, _) => value.as_date(),
            Entry::Ask(_) | Entry::Error(_) => None,
        };
        editor.month = editor.day.and_then(|day| day.with_day(1)).or(editor.month);
    }

    /// Writes another day of the calendar into the editor; what is typed next replaces it.
    pub(super) fn step_day(&mut self, step: CalendarStep, ctx: &GridContext) {
        let Some(day) = self.editor.as_ref().and_then(|editor| step.from(editor.day_from(ctx.today))) else { return };
        let text = ctx.words.date(day);
        self.retype(ctx, |line| {
            line.set(&text);
            line.select(0, usize::MAX);
        });
    }

    pub(super) fn press(&mut self, stroke: Stroke, ctx: &GridContext) {
        let Some(editor) = &mut self.editor else { return };
        let has_lines = editor.has_lines();
        if editor.line.press(stroke, has_lines) == Effect::Changed {
            self.retype(ctx, |_| {});
        }
    }

    /// Copies the selected text.
    pub(super) fn copied_text(&self) -> Response {
        let Some(editor) = &self.editor else { return Response::Done };
        let chosen = Some(editor.line.chosen()).filter(|text| !text.is_empty());
        chosen.map_or(Response::Done, |text| Response::Copied(Copied::typed(text, Some(editor.cell))))
    }

    /// Cuts the selected text.
    pub(super) fn cut_text(&mut self, ctx: &GridContext) -> Response {
        let Some(cell) = self.editor.as_ref().map(|editor| editor.cell) else { return Response::Done };
        let mut chosen = None;
        self.retype(ctx, |line| chosen = line.cut());
        chosen.map_or(Response::Done, |text| Response::Copied(Copied::typed(&text, Some(cell))))
    }

    /// Inserts today's date: replacing the text of a date editor, else at the caret.
    pub(super) fn type_today(&mut self, ctx: &GridContext) {
        let Some(is_date) = self.editor.as_ref().map(Editor::is_date) else { return };
        let today = ctx.words.date(ctx.today);
        self.retype(ctx, |line| if is_date { line.set(&today) } else { line.insert(&today) });
    }

    /// Commits the open editor, if any. A text that its column rejects is kept beside the cell as a
    /// draft: the next key belongs to the next cell, however fast it comes.
    pub(super) fn commit(&mut self, ctx: &GridContext) -> Response {
        let Some(editor) = &self.editor else { return Response::Done };
        let cell = editor.cell;
        let Some(info) = cell.table.column(cell.column) else { return Response::Done };
        // An unchanged text is not an edit, but a draft may fit by now.
        let draft = ctx.lens.dataset.draft(cell);
        let entry = leftover::parse(cell.table, info, editor.text(), &ctx.entry());
        let is_unchanged = match draft {
            None => editor.text() == ctx.shown(cell, info),
            Some(draft) => editor.text() == draft && !matches!(entry, Entry::Value(_) | Entry::Part(..)),
        };
        if is_unchanged {
            self.editor = None;
            return Response::Done;
        }
        match entry {
            Entry::Value(Value::Empty) if info.required => {
                self.editor = None;
                Response::Refused(EditError::Table(TableError::Refused(cell, Refusal::Required)).message())
            }
            Entry::Value(value) => self.write_typed(value, &[], ctx),
            Entry::Part(value, rest) => self.write_typed(value, &[(cell, rest)], ctx),
            // Too long to be kept beside the cell either.
            Entry::Error(error @ EntryError::TooLong(_)) => {
                self.editor = None;
                Response::Refused(error.message())
            }
            Entry::Ask(_) | Entry::Error(_) => {
                let text = Some(editor.text().to_owned());
                Response::Apply(Edit::Draft { cell, text }, FollowUp::Stay)
            }
        }
    }

    fn write_typed(&mut self, value: Value, rests: &[(CellRef, String)], ctx: &GridContext) -> Response {
        let Some(editor) = &self.editor else { return Response::Done };
        let cell = editor.cell;
        let kind = cell.table.column(cell.column).map(|info| info.kind);
        let renamed: Vec<_> = kind.and_then(|kind| entry::renamed(kind, editor.text())).into_iter().collect();
        let response = write_and_note(vec![(cell, value)], (rests, &renamed), FollowUp::Stay, ctx);
        if matches!(response, Response::Refused(_)) {
            self.editor = None;
        }
        response
    }

    /// Commits the typed text to every selected cell, parsed for each column.
    ///
    /// If the edited cell rejects it, nothing changes and the editor stays, with the reason; other cells
    /// that reject it keep their value.
    pub(super) fn commit_all(&mut self, ctx: &GridContext) -> Response {
        let Some(editor) = &self.editor else { return Response::Done };
        let (cell, text) = (editor.cell, editor.text().to_owned());
        let shown = self.columns.shown();
        let block = self.block(ctx.arrangement, &shown).filter(|block| !block.is_one());
        let Some(block) = block else { return self.commit(ctx) };
        let read = |info: &ColumnInfo| match leftover::parse(cell.table, info, &text, &ctx.entry()) {
            Entry::Value(value) if !(info.is_derived() || info.required && value.is_empty()) => Some((value, None)),
            Entry::Part(value, rest) if !info.is_derived() => Some((value, Some(rest))),
            _ => None,
        };
        let Some(own) = cell.table.column(cell.column) else { return Response::Done };
        if read(own).is_none() {
            let problem = ctx.problem(cell.table, own, &text);
            self.with_editor(|editor| editor.problem = problem);
            return Response::Done;
        }
        let (mut cells, mut rests) = (Vec::new(), Vec::new());
        let renamed: Vec<_> = entry::renamed(own.kind, &text).into_iter().collect();
        for (row, info) in block.cells() {
            let Some((value, rest)) = read(info) else { continue };
            if let Some(message) = self.refuses((row, info.key), ctx) {
                return Response::Refused(message);
            }
            let cell = self.sheet.cell((row, info.key));
            cells.push((cell, value));
            rests.extend(rest.map(|rest| (cell, rest)));
        }
        let selection = self.selection();
        write_and_note(cells, (&rests, &renamed), selection.map_or(FollowUp::Stay, FollowUp::Select), ctx)
    }

    /// Commits a suggestion, or a day of the calendar.
    pub(super) fn take(&mut self, value: Value, then: Direction, ctx: &GridContext) -> Response {
        let Some(cell) = self.editor.as_ref().map(|editor| editor.cell) else { return Response::Done };
        write(vec![(cell, value)], FollowUp::Step(then), ctx)
    }

    pub(super) fn with_editor(&mut self, change: impl FnOnce(&mut Editor)) {
        if let Some(editor) = &mut self.editor {
            change(editor);
        }
    }

    /// Creates a record named by the typed text and refers to it, as one undo step.
    pub(super) fn create(&self, then: Direction, ctx: &mut GridContext) -> Response {
        let Some(editor) = &self.editor else { return Response::Done };
        let cell = editor.cell;
        let made = editor.creates().and_then(|table| plan::create(table, editor.text(), ctx.fresh));
        let Some((row, insert)) = made else { return Response::Done };
        let set = edit::set_cell(&ctx.lens, cell, Value::Reference(row));
        Response::Apply(Edit::batch(vec![insert, set]), FollowUp::Step(then))
    }
}
