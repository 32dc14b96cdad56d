//! Paste plans: the target and the value of each text in a block, worked out before anything changes.
//!
//! Owns what fits, what does not, the names that match no record, and the effects the user may not have
//! intended. Used by paste, and by any other source of rows of text.

mod clashes;
mod fitting;
mod naming;

use std::collections::BTreeMap;

use crate::domain::id::{CellRef, RowId};
use crate::domain::lens::Lens;
use crate::domain::message::Message;
use crate::domain::schema::{ColumnInfo, ColumnKey, TableId};
use crate::domain::table::Values;
use crate::domain::value::Value;
use crate::edit::{self, Edit};
use crate::words::Words;

use super::entry::{self, EntryContext, Suggestion};
use super::leftover;

use clashes::Clashes;
pub use fitting::fits;
use fitting::{Fitted, is_so, moved};
use naming::Goal;
pub use naming::{MakeRecord, NameChoice, UnknownName, create};

/// The effect of a block of texts on a table.
#[derive(Clone, Debug)]
pub struct Plan {
    table: TableId,
    /// First and last of the existing rows; none if there are none.
    pub rows: Option<(RowId, RowId)>,
    /// First and last column.
    pub columns: (ColumnKey, ColumnKey),
    /// Values for existing rows.
    cells: Vec<(CellRef, Value)>,
    /// Values for new rows.
    made: Vec<Values>,
    /// What is left over of texts understood in part, with its column.
    rests: Vec<(Goal, ColumnKey, String)>,
    /// Texts that stand there under another name.
    renamed: Vec<String>,
    /// Cells whose values were moved elsewhere.
    cleared: Vec<CellRef>,
    /// Names that match no record.
    pub names: Vec<UnknownName>,
    pub misfits: Vec<Misfit>,
    clashes: Clashes,
    /// The whole text and the single cell it may be meant for: the lines of a note.
    pub one_cell: Option<(CellRef, String)>,
}

/// A text that its column rejects.
#[derive(Clone, Debug)]
pub struct Misfit {
    /// Line in the block, from 1.
    pub line: usize,
    /// None if the block is wider than the columns shown.
    pub column: Option<&'static ColumnInfo>,
    pub text: String,
    pub problem: Message,
    /// Where it stays as an entry to be corrected, as if it had been typed there.
    draft: Option<Goal>,
}

impl Misfit {
    /// Whether it stays in its cell, to be corrected there; otherwise it is not pasted.
    pub const fn is_kept(&self) -> bool {
        self.draft.is_some()
    }
}

/// The context for working out a plan.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    pub lens: &'a Lens<'a>,
    pub words: &'a Words,
    /// How texts are parsed.
    pub entry: EntryContext<'a>,
}

/// A plan turned into an edit.
pub struct Planned {
    pub edit: Edit,
    /// First and last row filled or created.
    pub rows: (RowId, RowId),
    /// First and last column.
    pub columns: (ColumnKey, ColumnKey),
    /// What to say of it.
    pub said: Vec<Message>,
}

pub type MovedCell = (CellRef, &'static ColumnInfo);

impl Plan {
    pub fn new(table: TableId, rows: Option<(RowId, RowId)>, columns: (ColumnKey, ColumnKey)) -> Self {
        Self {
            table,
            rows,
            columns,
            cells: Vec::new(),
            made: Vec::new(),
            rests: Vec::new(),
            renamed: Vec::new(),
            cleared: Vec::new(),
            names: Vec::new(),
            misfits: Vec::new(),
            clashes: Clashes::default(),
            one_cell: None,
        }
    }

    /// Number of records to create.
    pub fn made(&self) -> usize {
        (0..self.made.len()).filter(|at| self.is_filled(*at)).count()
    }

    /// Whether anything of a new record was given: a value, or a text to be corrected.
    fn is_filled(&self, at: usize) -> bool {
        let is_its = |goal: &Goal| matches!(goal, Goal::Made(of, _) if *of == at);
        !self.made[at].is_empty()
            || self.misfits.iter().any(|misfit| misfit.draft.as_ref().is_some_and(is_its))
            || self.names.iter().any(|name| name.goals.iter().any(is_its))
    }

    /// Number of texts understood in part, whose rest goes to notes.
    pub const fn noted(&self) -> usize {
        self.rests.len()
    }

    /// Whether it can be applied without asking the user.
    pub fn is_plain(&self) -> bool {
        self.misfits.is_empty() && self.names.is_empty() && self.one_cell.is_none() && self.made() == 0
    }

    /// Adds one line, which fills the cells behind its columns, or creates a record where it is given none. An empty
    /// text leaves a column of a new record unset, and an empty line creates none. A column without a cell says why.
    /// `moved` is the cell that a position of the line was cut from.
    pub fn line(
        &mut self,
        at: usize,
        cell: Option<&dyn Fn(ColumnKey) -> Result<CellRef, Message>>,
        line: &[String],
        columns: &[&'static ColumnInfo],
        moved_from: &dyn Fn(usize) -> Option<MovedCell>,
        ground: Ground,
    ) {
        if cell.is_none() {
            self.made.push(Values::new());
        }
        let misfit =
            |column, text: &String, problem, draft| Misfit { line: at + 1, column, text: text.clone(), problem, draft };
        for (place, (text, info)) in line.iter().zip(columns).enumerate() {
            let is_blank = text.trim().is_empty();
            let cell = cell.map(|cell| cell(info.key));
            if (is_blank && (!matches!(cell, Some(Ok(_))) || info.is_derived()))
                || matches!(cell, Some(Ok(cell)) if is_so(text, cell, info, ground))
            {
                continue;
            }
            let goal = match cell {
                Some(Ok(cell)) => Goal::Cell(cell),
                Some(Err(problem)) => {
                    self.misfits.push(misfit(Some(*info), text, problem, None));
                    continue;
                }
                None => Goal::Made(self.made.len() - 1, info.key),
            };
            let from = moved_from(place);
            match moved(from, text, (self.table, info), ground) {
                Fitted::Value(value, rest) => {
                    let problem = self.clashes.note(goal, &value, (self.table, info), ground.lens);
                    if let Some(key) = problem.filter(|_| from.is_none()) {
                        self.misfits.push(misfit(Some(*info), text, Message::new(key), None));
                        continue;
                    }
                    self.put(goal, value);
                    let renamed = entry::renamed(info.kind, text).filter(|name| !self.renamed.contains(name));
                    self.renamed.extend(renamed.filter(|_| from.is_none()));
                    self.rests.extend(rest.map(|rest| (goal, info.key, rest)));
                    // A required cell keeps its value.
                    self.cleared.extend(from.filter(|(_, of)| !of.is_derived() && !of.required).map(|(cell, _)| cell));
                }
                Fitted::Name(table, meant) => self.name(table, text, meant, goal, ground),
                Fitted::Draft(problem) => self.misfits.push(misfit(Some(*info), text, problem, Some(goal))),
                Fitted::Misfit(problem) => self.misfits.push(misfit(Some(*info), text, problem, None)),
            }
        }
        for text in line.iter().skip(columns.len()).filter(|text| !text.trim().is_empty()) {
            self.misfits.push(misfit(None, text, Message::new("paste-no-column"), None));
        }
    }

    fn put(&mut self, goal: Goal, value: Value) {
        match goal {
            Goal::Cell(cell) => self.cells.push((cell, value)),
            Goal::Made(at, column) => self.made[at].push((column, value)),
        }
    }

    /// Records an unknown name, once for all its cells.
    fn name(&mut self, table: TableId, text: &str, meant: Vec<Suggestion>, goal: Goal, ground: Ground) {
        if let Some(known) = self.names.iter_mut().find(|name| name.is(table, text)) {
            return known.goals.push(goal);
        }
        let (offers, likely) = naming::offers(table, text, meant, &ground.entry);
        let (text, answer) = (text.trim().to_owned(), NameChoice::default());
        self.names.push(UnknownName { table, text, offers, likely, answer, goals: vec![goal] });
    }

    /// The edit for everything that fits or was resolved, and for what stays to be corrected; `None` if that is nothing.
    pub fn into_edit(mut self, lens: &Lens, words: &Words, fresh: &mut MakeRecord) -> Option<Planned> {
        let mut edits = Vec::new();
        let is_made: Vec<bool> = (0..self.made.len()).map(|at| self.is_filled(at)).collect();
        let kept = std::mem::take(&mut self.misfits).into_iter();
        let mut drafts: Vec<_> = kept.filter_map(|misfit| Some((misfit.draft?, misfit.text))).collect();
        for name in std::mem::take(&mut self.names) {
            let record = match name.answer {
                NameChoice::Keep => {
                    drafts.extend(name.goals.into_iter().map(|goal| (goal, name.text.clone())));
                    continue;
                }
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
        let count = self.cells.len() + self.made.iter().map(Vec::len).sum::<usize>() + drafts.len();
        if count == 0 {
            return None;
        }
        let said = leftover::said(self.rests.iter().map(|(.., rest)| rest.as_str()), &self.renamed);
        self.note_rests(lens, words);
        let word = if self.cleared.is_empty() { "edit-paste" } else { "edit-move" };
        // Cleared first, so that a block moved onto itself keeps its new values.
        edits.extend(self.cleared.iter().map(|cell| match lens.dataset.draft(*cell) {
            // The value underneath was not moved.
            Some(_) => Edit::Draft { cell: *cell, text: None },
            None => edit::set_cell(lens, *cell, Value::Empty),
        }));
        edits.extend(self.cells.into_iter().map(|(cell, value)| edit::set_cell(lens, cell, value)));
        let mut rows = self.rows;
        // Lines with a code come first, so that no generated code equals one of a later line.
        let code = self.table.columns().iter().find(|info| info.code().is_some()).map(|info| info.key);
        let has_code = |values: &Values| values.iter().any(|(column, _)| Some(*column) == code);
        let mut made: Vec<(usize, Values)> = self.made.into_iter().enumerate().collect();
        made.retain(|(at, _)| is_made[*at]);
        made.sort_by_key(|(_, values)| !has_code(values));
        let made: BTreeMap<_, _> = made.into_iter().map(|(at, values)| (at, fresh(self.table, values))).collect();
        let rows_made: BTreeMap<_, _> = made.iter().map(|(at, (row, _))| (*at, *row)).collect();
        for (row, values) in made.into_values() {
            edits.push(Edit::Insert { table: self.table, row, values, before: None });
            rows = Some((rows.map_or(row, |(first, _)| first), row));
        }
        let place = |goal| match goal {
            Goal::Cell(cell) => Some(cell),
            Goal::Made(at, column) => rows_made.get(&at).map(|row| CellRef { table: self.table, row: *row, column }),
        };
        let drafts = drafts.into_iter().filter_map(|(goal, text)| Some((place(goal)?, text)));
        edits.extend(drafts.map(|(cell, text)| Edit::Draft { cell, text: Some(text.trim().to_owned()) }));
        let edit = Edit::named(Message::new(word).count("count", count), edits);
        Some(Planned { edit, rows: rows?, columns: self.columns, said })
    }

    /// Adds what is left over to the notes, which the plan itself may write.
    fn note_rests(&mut self, lens: &Lens, words: &Words) {
        for (goal, column, rest) in std::mem::take(&mut self.rests) {
            let Some(notes) = leftover::notes(self.table) else { continue };
            let of = (self.table, column);
            match goal {
                Goal::Cell(cell) => {
                    let cell = CellRef { column: notes, ..cell };
                    let known = self.cells.iter_mut().rev().find(|(known, _)| *known == cell);
                    match known {
                        Some((_, value)) => *value = leftover::noted(value, of, &rest, words),
                        None => self.cells.push((cell, leftover::noted(&lens.value(cell), of, &rest, words))),
                    }
                }
                Goal::Made(at, _) => match self.made[at].iter_mut().find(|(known, _)| *known == notes) {
                    Some((_, value)) => *value = leftover::noted(value, of, &rest, words),
                    None => self.made[at].push((notes, leftover::noted(&Value::Empty, of, &rest, words))),
                },
            }
        }
    }
}
