//! Pasting: which clipboard texts go into which cells of the grid.
//!
//! Affects shown rows and columns only. `exchange` plans the values; anything ambiguous is
//! previewed before a change.

use crate::domain::fold::fold;
use crate::domain::id::{CellRef, RowId};
use crate::domain::message::Message;
use crate::domain::schema::{ColumnInfo, ColumnKey, Kind};
use crate::domain::value::Value;
use crate::edit::EditError;
use crate::exchange::clipboard;
use crate::exchange::plan::{Ground, Plan, Planned};

use super::act::GridContext;
use super::command::{FollowUp, Response};
use super::selection::{Extent, Selection};
use super::state::Grid;
use super::write::write;

impl Grid {
    /// Pastes a text at the first cell of the selection, or into an empty grid. A block that fits
    /// the selection several times is repeated. Cut cells are moved.
    pub(super) fn paste(&mut self, text: &str, ctx: &mut GridContext) -> Response {
        self.keep_cut(&ctx.lens, ctx.words);
        self.cut = self.cut.take().filter(|cut| cut.is(text));
        let cut = self.cut.clone();
        if ctx.is_read_only {
            return Response::Refused(EditError::ReadOnly.message());
        }
        let (shown, mut lines) = (self.columns.shown(), clipboard::parse(text));
        let block = self.block(ctx.arrangement, &shown);
        if let (Some(block), None) = (&block, &cut) {
            lines = tiled(lines, (block.rows().len(), block.columns().len()));
        }
        let top = block.as_ref().and_then(|block| block.rows().first().copied());
        let left = block.as_ref().and_then(|block| block.columns().first());
        let first = left.and_then(|left| shown.iter().position(|info| info.key == left.key)).unwrap_or(0);
        let columns = shown.get(first..).unwrap_or_default();
        if lines.len() > 1 && lines.first().is_some_and(|line| self.is_header(line, columns, ctx)) {
            lines.remove(0);
        }
        let width = lines.iter().map(Vec::len).max().unwrap_or(0);
        let down = isize::try_from(lines.len()).unwrap_or(isize::MAX).saturating_sub(1);
        let Some((first, last)) = columns.first().zip(columns.iter().take(width).next_back()) else {
            return Response::Done;
        };
        let rows = top.map(|top| (top, ctx.arrangement.offset(top, down)));
        let mut plan = Plan::new(self.table(), rows, (first.key, last.key));
        let ground = Ground { lens: &ctx.lens, words: ctx.words, entry: ctx.entry() };
        for (at, line) in lines.iter().enumerate() {
            let row = top.and_then(|top| row_below(top, at, ctx));
            let moved_from = |place| cut.as_ref().and_then(|cut| cut.cell((at, place), &self.sheet));
            let cell = |column| self.target(row, column);
            // Only a table has room for further records.
            let is_new = row.is_none() && self.sheet.crossed().is_none();
            plan.line(at, (!is_new).then_some(&cell), line, columns, &moved_from, ground);
        }
        // A multi-line text pasted on a note is rarely meant for the notes of the next records.
        let is_one = block.is_some_and(|block| block.is_one());
        let is_note = columns.first().is_some_and(|info| info.kind == Kind::Notes);
        if let (true, true, Some((row, column)), None) = (is_one, is_note, self.cursor(), &cut)
            && lines.len() > 1
            && lines.iter().all(|line| line.len() == 1)
        {
            let text = lines.iter().map(|line| line.join("")).collect::<Vec<_>>().join("\n");
            plan.one_cell = Some((self.sheet.cell((row, column)), text));
        }
        if plan.is_plain() { paste_plan(plan, ctx) } else { Response::Preview(plan) }
    }

    /// Pastes the whole text of a plan into one cell.
    pub(super) fn paste_as_one(&self, plan: Plan, ctx: &GridContext) -> Response {
        let Some((cell, text)) = plan.one_cell else { return Response::Done };
        let then = self.sheet.place(cell).map_or(FollowUp::Stay, |at| FollowUp::Select(Selection::at(at)));
        write(vec![(cell, Value::Text(text))], then, ctx)
    }

    /// The cell that a pasted text is for, or why there is none.
    fn target(&self, row: Option<RowId>, column: ColumnKey) -> Result<CellRef, Message> {
        let pos = (row.ok_or_else(|| Message::new("paste-no-row"))?, column);
        self.sheet.closed(pos).map_or_else(|| Ok(self.sheet.cell(pos)), Err)
    }

    /// Whether a line is the headers of its target columns, which are not pasted.
    fn is_header(&self, line: &[String], columns: &[&'static ColumnInfo], ctx: &GridContext) -> bool {
        let name = |info: &ColumnInfo| fold(&self.sheet.header(info.key, ctx.words));
        line.len() <= columns.len() && line.iter().zip(columns).all(|(text, info)| fold(text) == name(info))
    }
}

/// Applies what fits of a plan, with the user's choices, as one edit; selects the pasted block.
pub(super) fn paste_plan(plan: Plan, ctx: &mut GridContext) -> Response {
    let Some(planned) = plan.into_edit(&ctx.lens, ctx.words, ctx.fresh) else { return Response::Done };
    let Planned { edit, rows: (first, last), columns: (left, right), said } = planned;
    let selection = Selection { cursor: (first, left), corner: (last, right), reach: Extent::Cells };
    let then = FollowUp::Select(selection);
    if said.is_empty() { Response::Apply(edit, then) } else { Response::Noted(edit, then, said) }
}

/// Repeats a block to fill a selection, if it fits evenly.
fn tiled(lines: Vec<Vec<String>>, (rows, columns): (usize, usize)) -> Vec<Vec<String>> {
    let times = |room: usize, size: usize| if size > 0 && room.is_multiple_of(size) { room / size } else { 1 };
    let (height, width) = (lines.len(), lines.first().map_or(0, Vec::len));
    let (down, across) = (times(rows, height), times(columns, width));
    if (down, across) == (1, 1) || lines.iter().any(|line| line.len() != width) {
        return lines;
    }
    let wide = |line: &Vec<String>| line.iter().cycle().take(width * across).cloned().collect();
    lines.iter().cycle().take(height * down).map(wide).collect()
}

/// The row at a distance below another, if shown.
fn row_below(top: RowId, by: usize, ctx: &GridContext) -> Option<RowId> {
    let place = ctx.arrangement.place(top)?.checked_add(by)?;
    ctx.arrangement.slice(place..place + 1).first().copied()
}
