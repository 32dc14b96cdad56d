//! Pasting: where each text of the clipboard goes, and what it gives there.
//!
//! Touches shown rows and shown columns only. Nothing changes before everything fits, or before
//! someone saw what does not.

use crate::domain::id::{CellRef, RowId};
use crate::domain::message::Message;
use crate::domain::schema::{ColumnInfo, TableId};
use crate::domain::table::Values;
use crate::domain::value::Value;
use crate::edit::{self, Edit};
use crate::exchange::clipboard;
use crate::exchange::entry::{self, Entry};

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
    /// What is selected afterwards.
    selection: Selection,
}

/// A text that its column does not take.
#[derive(Clone, Debug)]
pub struct Misfit {
    /// Which line of the pasted block, from 1.
    pub line: usize,
    /// Its column.
    pub column: &'static ColumnInfo,
    /// The text.
    pub text: String,
    /// What is wrong.
    pub problem: Message,
}

impl Grid {
    /// Pastes a text from the first cell of the selection on; one value fills a selection.
    pub(super) fn paste(&self, text: &str, desk: &mut Desk) -> Response {
        let shown = self.columns.shown();
        let Some(block) = self.block(desk.arrangement, &shown) else { return Response::Done };
        let (Some(top), Some(left)) = (block.rows().first().copied(), block.columns().first()) else {
            return Response::Done;
        };
        if let Some(message) = desk.is_read_only.then(|| edit::EditError::ReadOnly.message()) {
            return Response::Refused(message);
        }
        let mut lines = clipboard::parse(text);
        if let ([line], false) = (lines.as_slice(), block.is_one())
            && let [value] = line.as_slice()
        {
            lines = vec![vec![value.clone(); block.columns().len()]; block.rows().len()];
        }
        let first = shown.iter().position(|info| info.key == left.key).unwrap_or(0);
        let columns = &shown[first..];
        let last_row =
            desk.arrangement.offset(top, isize::try_from(lines.len()).unwrap_or(isize::MAX).saturating_sub(1));
        let width = lines.iter().map(Vec::len).max().unwrap_or(1);
        let last_column = columns.get(width.saturating_sub(1)).or(columns.last()).map_or(left.key, |info| info.key);
        let mut paste = Paste {
            table: self.table(),
            cells: Vec::new(),
            made: Vec::new(),
            misfits: Vec::new(),
            selection: Selection { anchor: (last_row, last_column), cursor: (top, left.key), reach: Reach::Cells },
        };
        for (at, line) in lines.iter().enumerate() {
            let row = self.row_below(top, at, desk);
            let mut values = Values::new();
            for (text, info) in line.iter().zip(columns) {
                match fitted(text, info, desk) {
                    Ok(value) => match row {
                        Some(row) => {
                            paste.cells.push((CellRef { table: self.table(), row, column: info.key }, value));
                        }
                        None if value.is_empty() => {}
                        None => values.push((info.key, value)),
                    },
                    Err(problem) => {
                        paste.misfits.push(Misfit { line: at + 1, column: info, text: text.clone(), problem })
                    }
                }
            }
            if row.is_none() {
                paste.made.push(values);
            }
        }
        if paste.misfits.is_empty() { paste.apply(desk) } else { Response::Preview(paste) }
    }

    /// The row so many rows under another; none where the shown rows end.
    fn row_below(&self, top: RowId, by: usize, desk: &Desk) -> Option<RowId> {
        let place = desk.arrangement.place(top)?.checked_add(by)?;
        desk.arrangement.slice(place..place + 1).first().copied()
    }
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
    /// Applies what fits, as one edit.
    pub(super) fn apply(self, desk: &mut Desk) -> Response {
        let mut edits: Vec<Edit> =
            self.cells.into_iter().map(|(cell, value)| edit::set_cell(&desk.lens, cell, value)).collect();
        for values in self.made {
            let (row, values) = (desk.fresh)(self.table, values);
            edits.push(Edit::Insert { table: self.table, row, values, before: None });
        }
        if edits.is_empty() {
            return Response::Done;
        }
        let label = Message::new("edit-paste").count("count", edits.len());
        Response::Apply(Edit::named(label, edits), Then::Select(self.selection))
    }
}
