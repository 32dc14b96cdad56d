//! Writes cells: the edit for values, wherever they are stored, and for what is left over of their texts.

use crate::domain::id::CellRef;
use crate::domain::message::Message;
use crate::domain::value::Value;
use crate::edit::{self, Edit};
use crate::exchange::leftover;

use super::act::GridContext;
use super::command::{FollowUp, Response};
use super::selection::CellPos;
use super::state::Grid;

impl Grid {
    /// The edit that sets the cells at these places.
    pub(super) fn write_at(
        &self,
        cells: impl IntoIterator<Item = (CellPos, Value)>,
        then: FollowUp,
        ctx: &GridContext,
    ) -> Response {
        let cells: Vec<_> = cells.into_iter().collect();
        if let Some(message) = cells.iter().find_map(|(pos, _)| self.refuses(*pos, ctx)) {
            return Response::Refused(message);
        }
        write(cells.into_iter().map(|(pos, value)| (self.sheet.cell(pos), value)).collect(), then, ctx)
    }
}

/// The edit that sets these cells. Cells that already hold the value are left out.
pub(super) fn write(cells: Vec<(CellRef, Value)>, then: FollowUp, ctx: &GridContext) -> Response {
    let mut edits = Vec::new();
    let only = if let [only] = cells.as_slice() { Some(only.clone()) } else { None };
    for (cell, value) in cells {
        if let Some(message) = ctx.refuses(cell) {
            return Response::Refused(message);
        }
        let has_value = [ctx.lens.value(cell), ctx.lens.stored(cell)].iter().all(|held| *held == value);
        if !has_value || ctx.lens.dataset.draft(cell).is_some() {
            edits.push(edit::set_cell(&ctx.lens, cell, value));
        }
    }
    let edit = if edits.len() == 1 { edits.remove(0) } else { Edit::batch(edits) };
    if let Some((cell, value)) = only
        && !edit::would_show(&ctx.lens, &edit, cell, &value)
    {
        return Response::Refused(Message::new("entry-several-sources"));
    }
    Response::Apply(edit, then)
}

/// Writes cells, and what is left over of their texts into the notes of their records, in one edit; says that, and which
/// texts stand there under another name.
pub(super) fn write_and_note(
    cells: Vec<(CellRef, Value)>,
    (rests, renamed): (&[(CellRef, String)], &[String]),
    then: FollowUp,
    ctx: &GridContext,
) -> Response {
    let said = leftover::said(rests.iter().map(|(_, rest)| rest.as_str()), renamed);
    match write(cells, then, ctx) {
        Response::Apply(edit, then) if !said.is_empty() => {
            let notes = leftover::all_noted(rests, &ctx.lens, ctx.words);
            let notes = notes.into_iter().map(|(cell, value)| edit::set_cell(&ctx.lens, cell, value));
            Response::Noted(Edit::batch([edit].into_iter().chain(notes).collect()), then, said)
        }
        other => other,
    }
}
