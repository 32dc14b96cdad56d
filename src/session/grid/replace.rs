//! Find and replace, in the selected cells, or in all shown cells if one is selected.
//!
//! Works on displayed texts and parses the result, so that dates, amounts and names are replaced as
//! the user reads them. The dialog shows the number of cells before anything changes.

use crate::domain::fold::{fold, is_blank};
use crate::domain::id::{CellRef, RowId};
use crate::domain::message::Message;
use crate::domain::schema::{ColumnInfo, ColumnKey};
use crate::domain::value::Value;
use crate::edit::{self, Edit};
use crate::exchange::entry::{self, Entry};

use super::act::GridContext;
use super::command::{FollowUp, Response};
use super::replacement::Replace;
use super::selection::{CellPos, Extent, Selection};
use super::state::Grid;

/// The outcome of a replacement.
pub struct Found {
    cells: Vec<(RowId, ColumnKey, Value)>,
    /// Cells whose column rejects the new text; they keep their value.
    pub misfits: usize,
}

impl Found {
    pub const fn count(&self) -> usize {
        self.cells.len()
    }
}

impl Grid {
    /// The outcome of a replacement, without applying it.
    pub fn find(&self, replace: &Replace, ctx: &GridContext) -> Found {
        let mut found = Found { cells: Vec::new(), misfits: 0 };
        if replace.find.is_empty() {
            return found;
        }
        self.searched(ctx, |row, info| {
            if info.is_derived() || self.sheet.closed((row, info.key)).is_some() {
                return;
            }
            let cell = self.sheet.cell((row, info.key));
            // The text of a draft is shown, not the value underneath.
            if let Some(draft) = ctx.lens.dataset.draft(cell) {
                found.misfits += usize::from(replaced(draft, &replace.find, &replace.with).is_some());
                return;
            }
            let shown = ctx.shown(cell, info);
            let Some(text) = replaced(&shown, &replace.find, &replace.with) else { return };
            match entry::parse(info.kind, &text, &ctx.entry()) {
                Entry::Value(Value::Empty) if info.required => found.misfits += 1,
                Entry::Value(value) if value == ctx.lens.value(cell) => {}
                Entry::Value(value) => found.cells.push((row, info.key, value)),
                Entry::Part(..) | Entry::Ask(_) | Entry::Error(_) => found.misfits += 1,
            }
        });
        found
    }

    pub(super) fn replace(&self, replace: &Replace, ctx: &GridContext) -> Response {
        if ctx.is_read_only {
            return Response::Refused(edit::EditError::ReadOnly.message());
        }
        let found = self.find(replace, ctx);
        let edits: Vec<Edit> = found
            .cells
            .into_iter()
            .map(|(row, column, value)| edit::set_cell(&ctx.lens, self.sheet.cell((row, column)), value))
            .collect();
        if edits.is_empty() {
            return Response::Refused(Message::new("replace-nothing"));
        }
        let label = Message::new("edit-replace").count("count", edits.len());
        Response::Apply(Edit::named(label, edits), FollowUp::Stay)
    }

    /// Goes to the next cell for which `holds` is true, row by row from the cursor, wrapping
    /// around.
    pub fn go_to_next(&mut self, ctx: &GridContext, holds: &dyn Fn(CellRef) -> bool) -> bool {
        let shown = self.columns.shown();
        let mut spots: Vec<CellPos> = Vec::new();
        for place in 0..ctx.arrangement.len() {
            for row in ctx.arrangement.slice(place..place + 1) {
                let held = shown.iter().filter(|info| holds(self.sheet.cell((*row, info.key))));
                spots.extend(held.map(|info| (*row, info.key)));
            }
        }
        let after = self.cursor().map(|(row, column)| {
            let place = |key| shown.iter().position(|info| info.key == key);
            (ctx.arrangement.place(row), place(column))
        });
        let next = spots.iter().find(|(row, column)| {
            let place = shown.iter().position(|info| info.key == *column);
            after.is_none_or(|after| (ctx.arrangement.place(*row), place) > after)
        });
        let Some(spot) = next.or(spots.first()) else { return false };
        self.set_selection(Selection::at(*spot));
        true
    }

    /// Visits the cells to search.
    fn searched(&self, ctx: &GridContext, mut look: impl FnMut(RowId, &'static ColumnInfo)) {
        let shown = self.columns.shown();
        let all = self.selection().map(|selection| Selection { reach: Extent::All, ..selection });
        let selected = self.block(ctx.arrangement, &shown).filter(|block| !block.is_one());
        let everything = all.or_else(|| {
            let spot = (ctx.arrangement.first()?, shown.first()?.key);
            Some(Selection { reach: Extent::All, ..Selection::at(spot) })
        });
        let block = selected.or_else(|| everything?.block(ctx.arrangement, &shown));
        if let Some(block) = block {
            block.cells().for_each(|(row, info)| look(row, info));
        }
    }
}

/// Replaces every match of `find`, ignoring accents and case; none without a match. Hyphens, apostrophes
/// and spaces at its ends are part of it.
fn replaced(text: &str, find: &str, with: &str) -> Option<String> {
    let core = find.trim_matches(is_blank);
    if core.is_empty() {
        return text.contains(find).then(|| text.replace(find, with));
    }
    let (start, end) = find.split_once(core)?;
    let wanted = Wanted { start, core: fold(core), end };
    let most = find.chars().count() * 2 + 1;
    let letters: Vec<char> = text.chars().collect();
    let (mut out, mut at, mut is_found) = (String::new(), 0, false);
    while at < letters.len() {
        let mut ends = (at + 1..=letters.len()).take(most);
        if let Some(end) = ends.find(|end| wanted.is(&letters[at..*end])) {
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

/// A text to find.
struct Wanted<'a> {
    start: &'a str,
    /// Folded.
    core: String,
    end: &'a str,
}

impl Wanted<'_> {
    fn is(&self, letters: &[char]) -> bool {
        let text: String = letters.iter().collect();
        let core = text.strip_prefix(self.start).and_then(|text| text.strip_suffix(self.end));
        core.is_some_and(|core| core.trim_matches(is_blank).len() == core.len() && fold(core) == self.core)
    }
}
