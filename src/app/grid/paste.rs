//! Pasting: where each text of the clipboard goes, and what it gives there.
//!
//! Touches shown rows and shown columns only. Nothing changes before everything fits, or before
//! someone saw what does not.

use crate::domain::fold::fold;
use crate::domain::id::{CellRef, RowId};
use crate::domain::message::Message;
use crate::domain::schema::{ColumnInfo, ColumnKey, Kind, TableId};
use crate::domain::table::Values;
use crate::domain::value::Value;
use crate::edit::{self, Edit, EditError};
use crate::exchange::entry::{self, Entry, EntryError, Suggestion};
use crate::exchange::{clipboard, show};

use super::act::{Desk, fits};
use super::command::{Response, Then};
use super::cut::Cut;
use super::naming::{self, Answer, Goal, Name};
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
    /// Cells that were cut and whose values went elsewhere.
    cleared: Vec<CellRef>,
    /// Names that no record answers to.
    pub names: Vec<Name>,
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

/// What a text gives in a column.
enum Fitted {
    Value(Value),
    /// The name of a record that is not there, or of several: those that it may mean.
    Name(TableId, Vec<Suggestion>),
    Misfit(Message),
}

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
        let (width, height) = (lines.iter().map(Vec::len).max().unwrap_or(0), isize::try_from(lines.len()));
        let down = height.unwrap_or(isize::MAX).saturating_sub(1);
        let Some((first, last)) = columns.first().zip(columns.iter().take(width).next_back()) else {
            return Response::Done;
        };
        let mut paste = Paste {
            table: self.table(),
            cells: Vec::new(),
            made: Vec::new(),
            cleared: Vec::new(),
            names: Vec::new(),
            misfits: Vec::new(),
            rows: top.map(|top| (top, desk.arrangement.offset(top, down))),
            columns: (first.key, last.key),
        };
        for (at, line) in lines.iter().enumerate() {
            let row = top.and_then(|top| row_below(top, at, desk));
            paste.line(at, row, line, columns, cut.as_ref(), desk);
        }
        let is_whole = paste.misfits.is_empty() && paste.names.is_empty();
        if is_whole { paste.apply(desk) } else { Response::Preview(paste) }
    }
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

/// Whether a cell that is computed shows the text already: a row copied whole can be pasted back.
fn is_so(text: &str, (table, row): (TableId, RowId), info: &ColumnInfo, desk: &Desk) -> bool {
    info.derived && text == show::plain(table, row, info, &desk.lens, desk.words)
}

fn fitted(text: &str, info: &ColumnInfo, desk: &Desk) -> Fitted {
    if info.derived {
        return Fitted::Misfit(Message::new("paste-derived"));
    }
    let named = match info.kind {
        Kind::Reference(table) => table.made_by_name().map(|_| table),
        _ => None,
    };
    match (entry::parse(info.kind, text, &desk.entry()), named) {
        (Entry::Value(Value::Empty), _) if info.required => Fitted::Misfit(Message::new("paste-required")),
        (Entry::Value(value), _) => Fitted::Value(value),
        (Entry::Ask(meant), Some(table)) => Fitted::Name(table, meant),
        (Entry::Error(EntryError::NoSuchRecord(_)), Some(table)) => Fitted::Name(table, Vec::new()),
        (Entry::Ask(_), None) => Fitted::Misfit(Message::new("paste-several")),
        (Entry::Error(error), _) => Fitted::Misfit(error.message()),
    }
}

/// What a cell that was cut gives in another column: its value as it is, where that column can
/// take it. No name is asked about: what can not be moved stays where it is.
fn moved(from: Option<(CellRef, &ColumnInfo)>, text: &str, into: &ColumnInfo, desk: &Desk) -> Fitted {
    let Some((cell, of)) = from else { return fitted(text, into, desk) };
    let value = desk.lens.value(cell);
    // What is to be corrected is moved as what was typed, or not at all.
    if desk.lens.dataset.draft(cell).is_none() && !into.derived && fits(&value, of, into) {
        return Fitted::Value(value);
    }
    match fitted(text, into, desk) {
        Fitted::Name(..) => Fitted::Misfit(Message::new("paste-not-moved")),
        other => other,
    }
}

impl Paste {
    /// Works out one line, which goes into a row or makes one. An empty text asks nothing of a
    /// new record, and a line that gives nothing makes none.
    fn line(
        &mut self,
        at: usize,
        row: Option<RowId>,
        line: &[String],
        columns: &[&'static ColumnInfo],
        cut: Option<&Cut>,
        desk: &Desk,
    ) {
        if row.is_none() {
            self.made.push(Values::new());
        }
        let misfit = |column, text: &String, problem| Misfit { line: at + 1, column, text: text.clone(), problem };
        for (place, (text, info)) in line.iter().zip(columns).enumerate() {
            let is_blank = text.trim().is_empty();
            if (is_blank && (row.is_none() || info.derived))
                || row.is_some_and(|row| is_so(text, (self.table, row), info, desk))
            {
                continue;
            }
            let goal = match row {
                Some(row) => Goal::Cell(CellRef { table: self.table, row, column: info.key }),
                None => Goal::Made(self.made.len() - 1, info.key),
            };
            let from = cut.and_then(|cut| cut.cell((at, place), self.table));
            match moved(from, text, info, desk) {
                Fitted::Value(value) => {
                    self.put(goal, value);
                    // What can not be empty stays as well.
                    self.cleared.extend(from.filter(|(_, of)| !of.derived && !of.required).map(|(cell, _)| cell));
                }
                Fitted::Name(table, meant) => self.name(table, text, meant, goal, desk),
                Fitted::Misfit(problem) => self.misfits.push(misfit(Some(*info), text, problem)),
            }
        }
        for text in line.iter().skip(columns.len()).filter(|text| !text.trim().is_empty()) {
            self.misfits.push(misfit(None, text, Message::new("paste-no-column")));
        }
    }

    fn put(&mut self, goal: Goal, value: Value) {
        match goal {
            Goal::Cell(cell) => self.cells.push((cell, value)),
            Goal::Made(at, column) => self.made[at].push((column, value)),
        }
    }

    /// Notes a name that is to be asked about, once for all of its cells.
    fn name(&mut self, table: TableId, text: &str, meant: Vec<Suggestion>, goal: Goal, desk: &Desk) {
        if let Some(known) = self.names.iter_mut().find(|name| name.is(table, text)) {
            return known.goals.push(goal);
        }
        let (offers, likely) = naming::offers(table, text, meant, desk);
        let (text, answer) = (text.trim().to_owned(), Answer::default());
        self.names.push(Name { table, text, offers, likely, answer, goals: vec![goal] });
    }

    /// Applies what fits and what was answered, as one edit.
    pub(super) fn apply(mut self, desk: &mut Desk) -> Response {
        let mut edits = Vec::new();
        for name in std::mem::take(&mut self.names) {
            let record = match name.answer {
                Answer::Refuse => continue,
                Answer::Link(row) => row,
                Answer::Create => {
                    let Some((row, insert)) = naming::create(name.table, &name.text, desk) else { continue };
                    edits.push(insert);
                    row
                }
            };
            for goal in name.goals {
                self.put(goal, Value::Reference(record));
            }
        }
        self.made.retain(|values| !values.is_empty());
        let count = self.cells.len() + self.made.iter().map(Vec::len).sum::<usize>();
        if count == 0 {
            return Response::Done;
        }
        let word = if self.cleared.is_empty() { "edit-paste" } else { "edit-move" };
        // Emptied first: where a block is moved onto itself, what comes stays.
        edits.extend(self.cleared.iter().map(|cell| edit::set_cell(&desk.lens, *cell, Value::Empty)));
        edits.extend(self.cells.into_iter().map(|(cell, value)| edit::set_cell(&desk.lens, cell, value)));
        let mut rows = self.rows;
        for values in self.made {
            let (row, values) = (desk.fresh)(self.table, values);
            edits.push(Edit::Insert { table: self.table, row, values, before: None });
            rows = Some((rows.map_or(row, |(first, _)| first), row));
        }
        let Some((first, last)) = rows else { return Response::Done };
        let (left, right) = self.columns;
        let selection = Selection { anchor: (last, right), cursor: (first, left), reach: Reach::Cells };
        let label = Message::new(word).count("count", count);
        Response::Apply(Edit::named(label, edits), Then::Select(selection))
    }
}
