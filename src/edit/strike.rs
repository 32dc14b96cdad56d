//! Striking out: a value, a record, a word or the detail of closed cases that must not be kept goes for good.
//!
//! It is taken from the records, drafts, views and the history, which keeps only that something was struck
//! out, when and by whom. The same runs on every other copy of the dataset: see `store`. No undo.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::ops::Range;

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use crate::domain::dataset::{Change, Dataset, Draft, HistoryEntry};
use crate::domain::fold::{fold, places};
use crate::domain::id::{CellRef, RowId};
use crate::domain::retention;
use crate::domain::schema::TableId;
use crate::domain::value::Value;
use crate::domain::view::{NamedView, Test};

use super::edit::Edit;
use super::integrity::removal;

/// What stands where a word was.
const MARK: &str = "…";

/// What is struck out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Strike {
    /// The value of a cell, its draft, and all its earlier values.
    Cell(CellRef),
    /// What another version struck out of several cells, with what it has left of each. Here a value stays only if it
    /// is just that: of any other it is not known what was struck out. What figures need of a case's detail stays.
    Cells(Vec<(CellRef, Value)>),
    /// A record, with those that make no sense without it.
    Record(TableId, RowId),
    /// A word or several, wherever they stand; case and accents do not matter.
    Word(String),
    /// The same where they stand as whole words: what was found has not been looked at by anybody.
    Passage(String),
    /// The detail of closed cases: all that no figure needs (see [`retention`]).
    Details(Vec<RowId>),
}

/// What a change struck out, with its author and time: in other versions it is struck out as the same change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Strikes {
    pub(super) at: NaiveDateTime,
    pub(super) by: String,
    pub(super) all: Vec<Strike>,
}

/// What is struck out, as an edit and for copies of the dataset.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Struck {
    /// What is left of the value.
    Cell(CellRef, Value),
    Record(TableId, RowId),
    /// The detail of cases, as the dataset has it.
    Details(Vec<RowId>),
}

impl Strike {
    /// The edit that strikes it out of a dataset; none if it is not there.
    pub fn edit(&self, dataset: &Dataset) -> Option<Edit> {
        let edits = match self {
            Self::Cell(cell) => vec![Edit::Strike(vec![Struck::Cell(*cell, Value::Empty)])],
            Self::Cells(cells) => strike_cells(dataset, cells),
            Self::Record(table, row) => strike_record(dataset, *table, *row),
            Self::Word(_) | Self::Passage(_) => {
                self.sought().map_or_else(Vec::new, |sought| strike_word(dataset, &sought))
            }
            Self::Details(cases) if retention::detail(dataset, cases).is_empty() => Vec::new(),
            Self::Details(cases) => vec![Edit::Strike(vec![Struck::Details(cases.clone())])],
        };
        (!edits.is_empty()).then(|| Edit::batch(edits))
    }

    /// Whether a view has the word.
    pub fn is_in_view(&self, view: &NamedView) -> bool {
        self.sought().is_some_and(|sought| view_has(view, &|text| sought.is_in(text)))
    }

    /// Whether it is looked for in every text.
    pub const fn is_text(&self) -> bool {
        matches!(self, Self::Word(_) | Self::Passage(_))
    }

    fn sought(&self) -> Option<Sought> {
        let (Self::Word(text) | Self::Passage(text)) = self else { return None };
        let folded = fold(text.trim());
        Some(Sought { folded, is_whole: matches!(self, Self::Passage(_)) }).filter(|sought| !sought.folded.is_empty())
    }

    /// In how many places it is.
    pub fn places(&self, dataset: &Dataset) -> usize {
        let places = |edit: &Edit| if let Edit::Strike(struck) = edit { struck.len() } else { 1 };
        match self.edit(dataset) {
            Some(Edit::Batch { edits, .. }) => edits.iter().map(places).sum(),
            _ => 0,
        }
    }
}

fn strike_record(dataset: &Dataset, table: TableId, row: RowId) -> Vec<Edit> {
    let (mut edits, going) = removal(dataset, table, &[row]);
    // One that was removed has a history only.
    let there = going.iter().filter(|(table, row)| dataset.table(*table).contains(*row));
    edits.extend(there.map(|(table, row)| Edit::Remove { table: *table, row: *row }));
    let struck = going.into_iter().map(|(table, row)| Struck::Record(table, row)).collect();
    vec![Edit::batch(edits), Edit::Strike(struck)]
}

fn strike_cells(dataset: &Dataset, cells: &[(CellRef, Value)]) -> Vec<Edit> {
    let left_here = |(cell, left): &(CellRef, Value)| {
        let is_detail = || cell.table.column(cell.column).is_some_and(|info| info.detail.is_some());
        let left = match left {
            left if left.is_empty() || *left == dataset.stored(*cell) => left.clone(),
            _ if is_detail() => retention::left(dataset, *cell),
            _ => Value::Empty,
        };
        (*cell, left)
    };
    let cells: BTreeMap<CellRef, Value> = cells.iter().map(left_here).collect();
    let mut with_more: BTreeSet<CellRef> = dataset.drafts.iter().map(Draft::cell).collect();
    for entry in dataset.history.iter() {
        if let (Some(cell), Change::Set { from, to, .. }) = (entry.cell(), &entry.change)
            && let Some(left) = cells.get(&cell)
            && [from, to].into_iter().any(|value| !value.is_empty() && value != left)
        {
            with_more.insert(cell);
        }
    }
    let has_more = |(cell, left): &(CellRef, Value)| dataset.stored(*cell) != *left || with_more.contains(cell);
    let struck: Vec<_> = cells.into_iter().filter(has_more).map(|(cell, left)| Struck::Cell(cell, left)).collect();
    (!struck.is_empty()).then_some(Edit::Strike(struck)).into_iter().collect()
}

/// A text that is looked for.
struct Sought {
    folded: String,
    /// Not in the middle of a word.
    is_whole: bool,
}

impl Sought {
    fn is_in(&self, text: &str) -> bool {
        fold(text).contains(&self.folded) && (!self.is_whole || !self.places(text).is_empty())
    }

    fn places(&self, text: &str) -> Vec<Range<usize>> {
        let is_apart = |place: &Range<usize>| {
            let before = text.get(..place.start).and_then(|before| before.chars().next_back());
            let after = text.get(place.end..).and_then(|after| after.chars().next());
            ![before, after].into_iter().flatten().any(char::is_alphanumeric)
        };
        let places = places(text, &self.folded).into_iter();
        places.filter(|place| !self.is_whole || is_apart(place)).collect()
    }

    fn out_of(&self, value: &Value) -> Value {
        match value {
            Value::Text(text) => Value::Text(self.cut(text)),
            Value::Texts(texts) => Value::Texts(texts.iter().map(|text| self.cut(text)).collect()),
            other => other.clone(),
        }
    }

    /// The text with a mark for each place.
    fn cut(&self, text: &str) -> String {
        if !self.is_in(text) {
            return text.to_owned();
        }
        let (mut left, mut from) = (String::new(), 0);
        for Range { start, end } in self.places(text) {
            left.push_str(text.get(from..start).unwrap_or_default());
            left.push_str(MARK);
            from = end;
        }
        left.push_str(text.get(from..).unwrap_or_default());
        // Where folding joins characters it is not found in parts: nothing of the text is kept.
        if self.is_in(&left) { MARK.to_owned() } else { left }
    }
}

fn strike_word(dataset: &Dataset, sought: &Sought) -> Vec<Edit> {
    let has = |text: &str| sought.is_in(text);
    let mut cells: BTreeMap<CellRef, Value> = BTreeMap::new();
    for id in TableId::ALL.iter().copied() {
        let texts: Vec<_> = id.columns().iter().filter(|info| info.is_typed_text()).collect();
        let keys: Vec<_> = texts.iter().map(|info| info.key).collect();
        dataset.table(id).scan(&keys, &mut |row, column, value| {
            if value_has(&value, &has) {
                cells.insert(CellRef { table: id, row, column }, sought.out_of(&value));
            }
        });
    }
    for entry in dataset.history.iter() {
        if let Change::Set { column, from, to } = &entry.change
            && (value_has(from, &has) || value_has(to, &has))
        {
            let cell = CellRef { table: entry.table, row: entry.row, column: *column };
            cells.entry(cell).or_insert_with(|| sought.out_of(&dataset.stored(cell)));
        }
    }
    // A draft has no history of its own: its cell keeps the mark, for those who still have the draft.
    for cell in dataset.drafts.iter().filter(|draft| has(&draft.text)).map(Draft::cell) {
        cells.entry(cell).or_insert_with(|| sought.out_of(&dataset.stored(cell)));
    }
    let struck: Vec<_> = cells.into_iter().map(|(cell, left)| Struck::Cell(cell, left)).collect();
    let struck = (!struck.is_empty()).then_some(Edit::Strike(struck));
    let views = dataset.views.iter().filter(|view| view_has(view, &has));
    let views = views.map(|view| Edit::DropView { table: view.table, name: view.name.clone() });
    views.chain(struck).collect()
}

fn value_has(value: &Value, has: &dyn Fn(&str) -> bool) -> bool {
    match value {
        Value::Text(text) => has(text),
        Value::Texts(texts) => texts.iter().any(|text| has(text)),
        _ => false,
    }
}

fn view_has(view: &NamedView, has: &dyn Fn(&str) -> bool) -> bool {
    let in_filter = |test: &Test| match test {
        Test::Contains(text) => has(text),
        Test::OneOf(texts) => texts.iter().any(|text| has(text)),
        Test::Between(from, to) => value_has(from, has) || value_has(to, has),
        Test::Empty | Test::Filled => false,
    };
    has(&view.name) || has(&view.search) || view.filters.iter().any(|filter| in_filter(&filter.test))
}

/// What was struck out of a dataset.
pub(super) struct StruckOut {
    /// With what is left of each.
    pub(super) cells: Vec<(CellRef, Value)>,
    pub(super) records: Vec<(TableId, RowId)>,
}

/// Takes values, and what records left, out of a dataset in one pass. Records that go were removed before; that they
/// were entered stays known.
pub(super) fn strike_out(dataset: &mut Dataset, struck: &[Struck]) -> StruckOut {
    let (mut cells, mut records) = (Vec::new(), Vec::new());
    for struck in struck {
        match struck {
            Struck::Cell(cell, left) => cells.push((*cell, left.clone())),
            Struck::Record(table, row) => records.push((*table, *row)),
            Struck::Details(cases) => cells.extend(retention::detail(dataset, cases)),
        }
    }
    let of_cells: HashSet<CellRef> = cells.iter().map(|(cell, _)| *cell).collect();
    let of_records: HashSet<(TableId, RowId)> = records.iter().copied().collect();
    let is_struck = |entry: &HistoryEntry| {
        of_records.contains(&(entry.table, entry.row)) && entry.change != Change::Created
            || entry.cell().is_some_and(|cell| of_cells.contains(&cell))
    };
    dataset.history.retain(|entry| !is_struck(entry));
    dataset.drafts.retain(|draft| !of_cells.contains(&draft.cell()) && !of_records.contains(&(draft.table, draft.row)));
    for (cell, left) in &cells {
        // A record that was removed has a history only.
        let _ = dataset.table_mut(cell.table).restore(cell.row, cell.column, left.clone());
    }
    StruckOut { cells, records }
}
