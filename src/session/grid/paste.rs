//! Pasting: which texts of the clipboard go into which cells of the grid.
//!
//! Touches shown rows and shown columns only. What the texts give there is planned in `exchange`;
//! what is not plain is asked about before anything changes.

use crate::domain::fold::fold;
use crate::domain::id::{CellRef, RowId};
use crate::domain::schema::{ColumnInfo, Kind, TableId};
use crate::domain::value::Value;
use crate::edit::EditError;
use crate::exchange::clipboard;
use crate::exchange::plan::{Ground, Plan, Planned};

use super::act::Desk;
use super::command::{Response, Then};
use super::selection::{Extent, Selection};
use super::state::Grid;

impl Grid {
    /// Pastes a text from the first cell of the selection on, or into an empty grid; a block that
    /// fits into the selection several times fills it. Cells that were cut are moved.
    pub(super) fn paste(&mut self, text: &str, desk: &mut Desk) -> Response {
        self.keep_cut(&desk.lens, desk.words);
        self.cut = self.cut.take().filter(|cut| cut.is(text));
        let cut = self.cut.clone();
        if desk.is_read_only {
            return Response::Refused(EditError::ReadOnly.message());
        }
        let (shown, mut lines) = (self.columns.shown(), clipboard::parse(text));
        let block = self.block(desk.arrangement, &shown);
        if let (Some(block), None) = (&block, &cut) {
            lines = tiled(lines, (block.rows().len(), block.columns().len()));
        }
        let top = block.as_ref().and_then(|block| block.rows().first().copied());
        let left = block.as_ref().and_then(|block| block.columns().first());
        let first = left.and_then(|left| shown.iter().position(|info| info.key == left.key)).unwrap_or(0);
        let columns = shown.get(first..).unwrap_or_default();
        if lines.len() > 1 && lines.first().is_some_and(|line| is_header(line, self.table(), columns, desk)) {
            lines.remove(0);
        }
        let width = lines.iter().map(Vec::len).max().unwrap_or(0);
        let down = isize::try_from(lines.len()).unwrap_or(isize::MAX).saturating_sub(1);
        let Some((first, last)) = columns.first().zip(columns.iter().take(width).next_back()) else {
            return Response::Done;
        };
        let rows = top.map(|top| (top, desk.arrangement.offset(top, down)));
        let mut plan = Plan::new(self.table(), rows, (first.key, last.key));
        let ground = Ground { lens: &desk.lens, words: desk.words, entry: desk.entry() };
        for (at, line) in lines.iter().enumerate() {
            let row = top.and_then(|top| row_below(top, at, desk));
            let moved_from = |place| cut.as_ref().and_then(|cut| cut.cell((at, place), self.table()));
            plan.line(at, row, line, columns, &moved_from, ground);
        }
        // Lines of a letter pasted on one note are rarely meant for the notes of the next records.
        let is_one = block.is_some_and(|block| block.is_one());
        let is_note = columns.first().is_some_and(|info| info.kind == Kind::Notes);
        if let (true, true, Some((row, column)), None) = (is_one, is_note, self.cursor(), &cut)
            && lines.len() > 1
            && lines.iter().all(|line| line.len() == 1)
        {
            let text = lines.iter().map(|line| line.join("")).collect::<Vec<_>>().join("\n");
            plan.one_cell = Some((CellRef { table: self.table(), row, column }, text));
        }
        if plan.is_plain() { paste_plan(plan, desk) } else { Response::Preview(plan) }
    }

    /// Pastes the whole text of a plan into the one cell that it was meant for.
    pub(super) fn paste_as_one(&self, plan: Plan, desk: &Desk) -> Response {
        let Some((CellRef { row, column, .. }, text)) = plan.one_cell else { return Response::Done };
        self.write([(row, column, Value::Text(text))], Then::Select(Selection::at((row, column))), desk)
    }
}

/// Applies what fits of a plan and what was answered, as one edit; what it filled is selected.
pub(super) fn paste_plan(plan: Plan, desk: &mut Desk) -> Response {
    let Some(Planned { edit, rows: (first, last), columns: (left, right) }) = plan.into_edit(&desk.lens, desk.fresh)
    else {
        return Response::Done;
    };
    let selection = Selection { cursor: (first, left), corner: (last, right), reach: Extent::Cells };
    Response::Apply(edit, Then::Select(selection))
}

/// Whether a line is the headers of the columns that it would go into: a block that was copied with
/// them is pasted without.
fn is_header(line: &[String], table: TableId, columns: &[&'static ColumnInfo], desk: &Desk) -> bool {
    let name = |info: &ColumnInfo| fold(desk.words.text(&format!("col-{}-{}", table.key(), info.key.as_str())));
    line.len() <= columns.len() && line.iter().zip(columns).all(|(text, info)| fold(text) == name(info))
}

/// A block as often as it fits into a selection, down and across.
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

/// The row so many rows under another; none where the shown rows end.
fn row_below(top: RowId, by: usize, desk: &Desk) -> Option<RowId> {
    let place = desk.arrangement.place(top)?.checked_add(by)?;
    desk.arrangement.slice(place..place + 1).first().copied()
}
