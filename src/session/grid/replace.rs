//! Find and replace: in the selected cells, or in all that are shown where one cell is selected.
//!
//! Works on what cells show and types the result, so that dates, amounts and names are replaced
//! as people read them. Nothing changes before the number of cells was seen.

use crate::domain::fold::fold;
use crate::domain::id::{CellRef, RowId};
use crate::domain::message::Message;
use crate::domain::schema::{ColumnInfo, ColumnKey};
use crate::domain::value::Value;
use crate::edit::{self, Edit};
use crate::exchange::entry::{self, Entry};

use super::act::Desk;
use super::command::{Response, Then};
use super::replacement::Replace;
use super::selection::{CellPos, Extent, Selection};
use super::state::Grid;

/// What a replacement comes to.
pub struct Found {
    /// Cells and their new values.
    cells: Vec<(RowId, ColumnKey, Value)>,
    /// Cells whose new text their column does not take: they stay as they are.
    pub misfits: usize,
}

impl Found {
    /// How many cells change.
    pub const fn count(&self) -> usize {
        self.cells.len()
    }
}

impl Grid {
    /// What a replacement comes to, without doing it.
    pub fn find(&self, replace: &Replace, desk: &Desk) -> Found {
        let mut found = Found { cells: Vec::new(), misfits: 0 };
        if fold(&replace.find).is_empty() {
            return found;
        }
        self.searched(desk, |row, info| {
            if info.derived {
                return;
            }
            let cell = CellRef { table: self.table(), row, column: info.key };
            let shown = desk.shown(cell, info);
            let Some(text) = replaced(&shown, &replace.find, &replace.with) else { return };
            match entry::parse(info.kind, &text, &desk.entry()) {
                Entry::Value(Value::Empty) if info.required => found.misfits += 1,
                Entry::Value(value) if value == desk.lens.value(cell) => {}
                Entry::Value(value) => found.cells.push((row, info.key, value)),
                Entry::Ask(_) | Entry::Error(_) => found.misfits += 1,
            }
        });
        found
    }

    /// Replaces, as one edit.
    pub(super) fn replace(&self, replace: &Replace, desk: &Desk) -> Response {
        if desk.is_read_only {
            return Response::Refused(edit::EditError::ReadOnly.message());
        }
        let found = self.find(replace, desk);
        let edits: Vec<Edit> = found
            .cells
            .into_iter()
            .map(|(row, column, value)| edit::set_cell(&desk.lens, CellRef { table: self.table(), row, column }, value))
            .collect();
        if edits.is_empty() {
            return Response::Refused(Message::new("replace-nothing"));
        }
        let label = Message::new("edit-replace").count("count", edits.len());
        Response::Apply(Edit::named(label, edits), Then::Stay)
    }

    /// Goes to the next cell for which `holds` is true, row by row from the cursor on and round.
    pub fn go_to_next(&mut self, desk: &Desk, holds: &dyn Fn(CellRef) -> bool) -> bool {
        let (table, shown) = (self.table(), self.columns.shown());
        let mut spots: Vec<CellPos> = Vec::new();
        for place in 0..desk.arrangement.len() {
            for row in desk.arrangement.slice(place..place + 1) {
                let held = shown.iter().filter(|info| holds(CellRef { table, row: *row, column: info.key }));
                spots.extend(held.map(|info| (*row, info.key)));
            }
        }
        let after = self.cursor().map(|(row, column)| {
            let place = |key| shown.iter().position(|info| info.key == key);
            (desk.arrangement.place(row), place(column))
        });
        let next = spots.iter().find(|(row, column)| {
            let place = shown.iter().position(|info| info.key == *column);
            after.is_none_or(|after| (desk.arrangement.place(*row), place) > after)
        });
        let Some(spot) = next.or(spots.first()) else { return false };
        self.set_selection(Selection::at(*spot));
        true
    }

    /// The cells that are looked through.
    fn searched(&self, desk: &Desk, mut look: impl FnMut(RowId, &'static ColumnInfo)) {
        let shown = self.columns.shown();
        let all = self.selection().map(|selection| Selection { reach: Extent::All, ..selection });
        let selected = self.block(desk.arrangement, &shown).filter(|block| !block.is_one());
        let everything = all.or_else(|| {
            let spot = (desk.arrangement.first()?, shown.first()?.key);
            Some(Selection { reach: Extent::All, ..Selection::at(spot) })
        });
        let block = selected.or_else(|| everything?.block(desk.arrangement, &shown));
        if let Some(block) = block {
            block.cells().for_each(|(row, info)| look(row, info));
        }
    }
}

/// The text with every place where `find` reads replaced, accents and case aside; none where it
/// does not read.
fn replaced(text: &str, find: &str, with: &str) -> Option<String> {
    let letters: Vec<char> = text.chars().collect();
    let wanted = fold(find);
    let (mut out, mut at, mut is_found) = (String::new(), 0, false);
    while at < letters.len() {
        if let Some(end) =
            (at + 1..=letters.len()).take(wanted.chars().count() * 2 + 1).find(|end| reads(&letters[at..*end], &wanted))
        {
            out.push_str(with);
            is_found = true;
            at = end;
        } else {
            out.push(letters[at]);
            at += 1;
        }
    }
    is_found.then_some(out)
}

/// Whether letters read as a folded text, blanks at their ends not taken along.
fn reads(letters: &[char], wanted: &str) -> bool {
    let is_blank = |letter: Option<&char>| letter.is_some_and(|letter| letter.is_whitespace());
    !is_blank(letters.first()) && !is_blank(letters.last()) && fold(&letters.iter().collect::<String>()) == wanted
}
