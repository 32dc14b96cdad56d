//! Pasting: where each text of the clipboard goes, and what it gives there.
//!
//! Touches shown rows and shown columns only. Nothing changes before everything fits, or before
//! someone saw what does not.

use crate::domain::id::{CellRef, RowId};
use crate::domain::message::Message;
use crate::domain::schema::{ColumnInfo, ColumnKey, TableId};
use crate::domain::table::Values;
use crate::domain::value::Value;
use crate::edit::{self, Edit, EditError};
use crate::exchange::entry::{self, Entry};
use crate::exchange::{clipboard, show};

use super::act::Desk;
use super::command::{Response, Then};
use super::selection::{Reach, Selection};
use super::state::Grid;

/// A paste, worked out but not applied.
#[derive(Clone, Debug)]
pub struct Paste {
    table: TableId,
    /// What goes into rows that are there.
    cells: Vec<(CellRef, Value)>,
    /// What goes into rows that are made.
    made: Vec<Values>,
    /// What does not fit.
    pub misfits: Vec<Misfit>,
    /// The first row and the last one, of those that are there; none where there are none.
    rows: Option<(RowId, RowId)>,
    /// The first column and the last one.
    columns: (ColumnKey, ColumnKey),
}

/// A text that its column does not take.
#[derive(Clone, Debug)]
pub struct Misfit {
    /// Which line of the pasted block, from 1.
    pub line: usize,
    /// Its column; none where the block is wider than the columns shown.
    pub column: Option<&'static ColumnInfo>,
    /// The text.
    pub text: String,
    /// What is wrong.
    pub problem: Message,
}

impl Grid {
    /// Pastes a text from the first cell of the selection on, or into an empty grid; one value
    /// fills a selection.
    pub(super) fn paste(&self, text: &str, desk: &mut Desk) -> Response {
        if desk.is_read_only {
            return Response::Refused(EditError::ReadOnly.message());
        }
        let (shown, mut lines) = (self.columns.shown(), clipboard::parse(text));
        let block = self.block(desk.arrangement, &shown);
        if let (Some(block), [line]) = (&block, lines.as_slice())
            && let ([value], false) = (line.as_slice(), block.is_one())
        {
            lines = vec![vec![value.clone(); block.columns().len()]; block.rows().len()];
        }
        let top = block.as_ref().and_then(|block| block.rows().first().copied());
        let left = block.as_ref().and_then(|block| block.columns().first());
        let first = left.and_then(|left| shown.iter().position(|info| info.key == left.key)).unwrap_or(0);
        let columns = shown.get(first..).unwrap_or_default();
        let (width, height) = (lines.iter().map(Vec::len).max().unwrap_or(0), isize::try_from(lines.len()));
        let down = height.unwrap_or(isize::MAX).saturating_sub(1);
        let Some((first, last)) = columns.first().zip(columns.iter().take(width).next_back()) else {
            return Response::Done;
        };
        let mut paste = Paste {
            table: self.table(),
            cells: Vec::new(),
            made: Vec::new(),
            misfits: Vec::new(),
            rows: top.map(|top| (top, desk.arrangement.offset(top, down))),
            columns: (first.key, last.key),
        };
        for (at, line) in lines.iter().enumerate() {
            let row = top.and_then(|top| row_below(top, at, desk));
            paste.line(at + 1, row, line, columns, desk);
        }
        if paste.misfits.is_empty() { paste.apply(desk) } else { Response::Preview(paste) }
    }
}

/// The row so many rows under another; none where the shown rows end.
fn row_below(top: RowId, by: usize, desk: &Desk) -> Option<RowId> {
    let place = desk.arrangement.place(top)?.checked_add(by)?;
    desk.arrangement.slice(place..place + 1).first().copied()
}

/// Whether a cell that is computed shows the text already: a row copied whole can be pasted back.
fn is_so(text: &str, (table, row): (TableId, RowId), info: &ColumnInfo, desk: &Desk) -> bool {
    info.derived && text == show::plain(table, row, info, &desk.lens, desk.words)
}

/// What a text gives in a column.
fn fitted(text: &str, info: &ColumnInfo, desk: &Desk) -> Result<Value, Message> {
    if info.derived {
        return Err(Message::new("paste-derived"));
    }
    match entry::parse(info.kind, text, &desk.entry()) {
        Entry::Value(Value::Empty) if info.required => Err(Message::new("paste-required")),
        Entry::Value(value) => Ok(value),
        Entry::Ask(_) => Err(Message::new("paste-several")),
        Entry::Error(error) => Err(error.message()),
    }
}

impl Paste {
    /// Works out one line, which goes into a row or makes one. An empty text asks nothing of a
    /// new record, and a line that gives nothing makes none.
    fn line(&mut self, n: usize, row: Option<RowId>, line: &[String], columns: &[&'static ColumnInfo], desk: &Desk) {
        let mut values = Values::new();
        let misfit = |column, text: &String, problem| Misfit { line: n, column, text: text.clone(), problem };
        for (text, info) in line.iter().zip(columns) {
            let is_blank = text.trim().is_empty();
            if (is_blank && (row.is_none() || info.derived))
                || row.is_some_and(|row| is_so(text, (self.table, row), info, desk))
            {
                continue;
            }
            match (fitted(text, info, desk), row) {
                (Ok(value), Some(row)) => {
                    self.cells.push((CellRef { table: self.table, row, column: info.key }, value));
                }
                (Ok(value), None) => values.push((info.key, value)),
                (Err(problem), _) => self.misfits.push(misfit(Some(*info), text, problem)),
            }
        }
        for text in line.iter().skip(columns.len()).filter(|text| !text.trim().is_empty()) {
            self.misfits.push(misfit(None, text, Message::new("paste-no-column")));
        }
        if !values.is_empty() {
            self.made.push(values);
        }
    }

    /// Applies what fits, as one edit.
    pub(super) fn apply(self, desk: &mut Desk) -> Response {
        let count = self.cells.len() + self.made.iter().map(Vec::len).sum::<usize>();
        let mut edits: Vec<Edit> =
            self.cells.into_iter().map(|(cell, value)| edit::set_cell(&desk.lens, cell, value)).collect();
        let mut rows = self.rows;
        for values in self.made {
            let (row, values) = (desk.fresh)(self.table, values);
            edits.push(Edit::Insert { table: self.table, row, values, before: None });
            rows = Some((rows.map_or(row, |(first, _)| first), row));
        }
        let Some((first, last)) = rows.filter(|_| !edits.is_empty()) else { return Response::Done };
        let (left, right) = self.columns;
        let selection = Selection { anchor: (last, right), cursor: (first, left), reach: Reach::Cells };
        let label = Message::new("edit-paste").count("count", count);
        Response::Apply(Edit::named(label, edits), Then::Select(selection))
    }
}
