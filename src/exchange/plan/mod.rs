//! Plans: where each text of a block goes, and what it gives there, worked out before anything
//! changes.
//!
//! Owns what fits, what does not, the names that no record answers to, and what would happen that
//! nobody may have meant. A paste makes one; so can whatever brings rows of text.

mod naming;

use crate::domain::id::{CellRef, RowId};
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::schema::{ColumnInfo, ColumnKey, Kind, TableId};
use crate::domain::table::Values;
use crate::domain::value::Value;
use crate::edit::{self, Edit};
use crate::words::Words;

use super::entry::{self, Entry, EntryContext, EntryError, Suggestion};
use super::show;

use naming::Goal;
pub use naming::{MakeRecord, NameChoice, UnknownName, create};

/// What the texts of a block give in a table.
#[derive(Clone, Debug)]
pub struct Plan {
    table: TableId,
    /// The first row and the last one, of those that are there; none where there are none.
    pub rows: Option<(RowId, RowId)>,
    /// The first column and the last one.
    pub columns: (ColumnKey, ColumnKey),
    /// What goes into rows that are there.
    cells: Vec<(CellRef, Value)>,
    /// What goes into rows that are made.
    made: Vec<Values>,
    /// Cells whose values went elsewhere.
    cleared: Vec<CellRef>,
    /// Names that no record answers to.
    pub names: Vec<UnknownName>,
    /// What does not fit.
    pub misfits: Vec<Misfit>,
    /// The whole text and the one cell that it may have been meant for: lines of a note.
    pub one_cell: Option<(CellRef, String)>,
}

/// A text that its column does not take.
#[derive(Clone, Debug)]
pub struct Misfit {
    /// Which line of the block, from 1.
    pub line: usize,
    /// Its column; none where the block is wider than the columns shown.
    pub column: Option<&'static ColumnInfo>,
    pub text: String,
    pub problem: Message,
}

/// What a plan is worked out with.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    pub lens: &'a Lens<'a>,
    pub words: &'a Words,
    /// How texts are read.
    pub entry: EntryContext<'a>,
}

/// What a plan comes to.
pub struct Planned {
    pub edit: Edit,
    /// The first row that it fills, or makes, and the last one.
    pub rows: (RowId, RowId),
    /// The first column and the last one.
    pub columns: (ColumnKey, ColumnKey),
}

/// What a text gives in a column.
enum Fitted {
    Value(Value),
    /// The name of a record that is not there, or of several: those that it may mean.
    Name(TableId, Vec<Suggestion>),
    Misfit(Message),
}

/// A cell that is moved, and its column.
pub type MovedCell = (CellRef, &'static ColumnInfo);

impl Plan {
    /// Nothing yet.
    pub const fn new(table: TableId, rows: Option<(RowId, RowId)>, columns: (ColumnKey, ColumnKey)) -> Self {
        Self {
            table,
            rows,
            columns,
            cells: Vec::new(),
            made: Vec::new(),
            cleared: Vec::new(),
            names: Vec::new(),
            misfits: Vec::new(),
            one_cell: None,
        }
    }

    /// How many records it makes.
    pub fn made(&self) -> usize {
        self.made.iter().filter(|values| !values.is_empty()).count()
    }

    /// Whether it does what anyone would expect of it: nothing is left to be asked.
    pub fn is_plain(&self) -> bool {
        self.misfits.is_empty() && self.names.is_empty() && self.one_cell.is_none() && self.made() == 0
    }

    /// Works out one line, which goes into a row or makes one. An empty text asks nothing of a new
    /// record, and a line that gives nothing makes none. `moved` gives the cell that a place of the
    /// line was cut from.
    pub fn line(
        &mut self,
        at: usize,
        row: Option<RowId>,
        line: &[String],
        columns: &[&'static ColumnInfo],
        moved_from: &dyn Fn(usize) -> Option<MovedCell>,
        ground: Ground,
    ) {
        if row.is_none() {
            self.made.push(Values::new());
        }
        let misfit = |column, text: &String, problem| Misfit { line: at + 1, column, text: text.clone(), problem };
        for (place, (text, info)) in line.iter().zip(columns).enumerate() {
            let is_blank = text.trim().is_empty();
            if (is_blank && (row.is_none() || info.derived))
                || row.is_some_and(|row| is_so(text, (self.table, row), info, ground))
            {
                continue;
            }
            let goal = match row {
                Some(row) => Goal::Cell(CellRef { table: self.table, row, column: info.key }),
                None => Goal::Made(self.made.len() - 1, info.key),
            };
            let from = moved_from(place);
            match moved(from, text, info, ground) {
                Fitted::Value(value) => {
                    self.put(goal, value);
                    // A cell that cannot be empty keeps what it has.
                    self.cleared.extend(from.filter(|(_, of)| !of.derived && !of.required).map(|(cell, _)| cell));
                }
                Fitted::Name(table, meant) => self.name(table, text, meant, goal, ground),
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
    fn name(&mut self, table: TableId, text: &str, meant: Vec<Suggestion>, goal: Goal, ground: Ground) {
        if let Some(known) = self.names.iter_mut().find(|name| name.is(table, text)) {
            return known.goals.push(goal);
        }
        let (offers, likely) = naming::offers(table, text, meant, &ground.entry);
        let (text, answer) = (text.trim().to_owned(), NameChoice::default());
        self.names.push(UnknownName { table, text, offers, likely, answer, goals: vec![goal] });
    }

    /// What fits and what was answered, as one edit; none where that is nothing.
    pub fn into_edit(mut self, lens: &Lens, fresh: &mut MakeRecord) -> Option<Planned> {
        let mut edits = Vec::new();
        for name in std::mem::take(&mut self.names) {
            let record = match name.answer {
                NameChoice::Refuse => continue,
                NameChoice::Link(row) => row,
                NameChoice::Create => {
                    let Some((row, insert)) = create(name.table, &name.text, fresh) else { continue };
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
            return None;
        }
        let word = if self.cleared.is_empty() { "edit-paste" } else { "edit-move" };
        // Emptied first: where a block is moved onto itself, what comes stays.
        edits.extend(self.cleared.iter().map(|cell| edit::set_cell(lens, *cell, Value::Empty)));
        edits.extend(self.cells.into_iter().map(|(cell, value)| edit::set_cell(lens, cell, value)));
        let mut rows = self.rows;
        for values in self.made {
            let (row, values) = fresh(self.table, values);
            edits.push(Edit::Insert { table: self.table, row, values, before: None });
            rows = Some((rows.map_or(row, |(first, _)| first), row));
        }
        let edit = Edit::named(Message::new(word).count("count", count), edits);
        Some(Planned { edit, rows: rows?, columns: self.columns })
    }
}

/// Whether a cell that is computed shows the text already: a row copied whole can be pasted back.
fn is_so(text: &str, (table, row): (TableId, RowId), info: &ColumnInfo, ground: Ground) -> bool {
    info.derived && text == show::plain(table, row, info, ground.lens, ground.words)
}

fn fitted(text: &str, info: &ColumnInfo, ground: Ground) -> Fitted {
    if info.derived {
        return Fitted::Misfit(Message::new("paste-derived"));
    }
    let named = match info.kind {
        Kind::Reference(table) => table.made_by_name().map(|_| table),
        _ => None,
    };
    match (entry::parse(info.kind, text, &ground.entry), named) {
        (Entry::Value(Value::Empty), _) if info.required => Fitted::Misfit(Message::new("paste-required")),
        (Entry::Value(value), _) => Fitted::Value(value),
        (Entry::Ask(meant), Some(table)) => Fitted::Name(table, meant),
        (Entry::Error(EntryError::NoSuchRecord(_)), Some(table)) => Fitted::Name(table, Vec::new()),
        (Entry::Ask(_), None) => Fitted::Misfit(Message::new("paste-several")),
        (Entry::Error(error), _) => Fitted::Misfit(error.message()),
    }
}

/// What a cell that was cut gives in another column: its value as it is, where that column can
/// take it. No name is asked about: what cannot be moved stays where it is.
fn moved(from: Option<MovedCell>, text: &str, into: &ColumnInfo, ground: Ground) -> Fitted {
    let Some((cell, of)) = from else { return fitted(text, into, ground) };
    let value = ground.lens.value(cell);
    // A draft is moved as what was typed, or not at all.
    if ground.lens.dataset.draft(cell).is_none() && !into.derived && fits(&value, of, into) {
        return Fitted::Value(value);
    }
    match fitted(text, into, ground) {
        Fitted::Name(..) => Fitted::Misfit(Message::new("paste-not-moved")),
        other => other,
    }
}

/// Whether the value of one column can be put into another: a required one is never emptied.
pub fn fits(value: &Value, from: &ColumnInfo, into: &ColumnInfo) -> bool {
    match value {
        Value::Empty => !into.required,
        Value::Reference(_) => into.kind == from.kind,
        _ => into.kind.accepts(value),
    }
}
