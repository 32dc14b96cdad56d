//! Scrolls the grid with the selection: after each of its moves, by the least that brings it into sight.

use egui::{Id, Ui, Vec2, vec2};

use crate::app::queue::Queue;
use crate::session::grid::GridMove;

use super::layout::ColumnSpans;
use super::paint::ROW;
use super::view::GridView;

/// Tolerance for rounding.
const HAIR: f32 = 0.5;

/// What the view last followed.
#[derive(Clone, Copy, Default)]
struct Followed {
    document: u64,
    moves: u64,
    size: Vec2,
    offset: Vec2,
    /// Where it should have scrolled, but the rows were not laid out yet.
    owed: Option<Vec2>,
}

/// The offset at which the selection is in sight, if it is not the present one.
pub fn wanted(ui: &Ui, id: Id, view: &GridView, spans: &ColumnSpans, space: Vec2) -> Option<Vec2> {
    let content = vec2(spans.width(), view.arrangement.len() as f32 * ROW);
    let size = space - bars(ui, content, space);
    let last: Followed = ui.data(|data| data.get_temp(id.with("followed"))).unwrap_or_default();
    let trail = view.grid.trail();
    let spacing = ui.spacing().item_spacing;
    // Another document has a grid of its own, which begins at the top.
    let document = view.session.document_number();
    let (seen, mut offset) = if document == last.document { (last.moves, last.offset) } else { (0, Vec2::ZERO) };
    // What gave the grid another size came after these moves: the queue of input waits for that.
    let before = if last.size == Vec2::ZERO { size } else { last.size };
    for step in trail.since(seen) {
        offset = followed(offset, step, view, spans, (before, spacing));
    }
    // In a smaller grid the selection may be out of sight without having moved.
    let corner = view.grid.selection().map(|selection| selection.corner);
    if last.size != size && corner.is_some() {
        let still = GridMove::to(corner);
        offset = followed(offset, &still, view, spans, (size, spacing));
    }
    let owed = last.owed.filter(|_| document == last.document && offset == last.offset);
    let most = (content - size).max(Vec2::ZERO);
    offset = owed.unwrap_or(offset).clamp(Vec2::ZERO, most);
    let now = Followed { document, moves: trail.made(), size, offset, owed: None };
    ui.data_mut(|data| data.insert_temp(id.with("followed"), now));
    if offset == last.offset {
        return None;
    }
    ui.ctx().with_plugin(Queue::note_change);
    Some(offset)
}

/// Notes where the view scrolled to. The scroll area goes no further than what it held in the last frame: a row that was
/// just added is reached in the next one.
pub fn note(ui: &Ui, id: Id, wanted: Option<Vec2>, offset: Vec2) {
    let owed = wanted.filter(|wanted| (*wanted - offset).length() > HAIR);
    if owed.is_some() {
        ui.ctx().request_repaint();
    }
    ui.data_mut(|data| {
        let followed: &mut Followed = data.get_temp_mut_or_default(id.with("followed"));
        (followed.offset, followed.owed) = (offset, owed);
    });
}

/// The space that scroll bars take.
fn bars(ui: &Ui, content: Vec2, space: Vec2) -> Vec2 {
    let bar = ui.spacing().scroll.allocated_width();
    let beside = if content.y > space.y { bar } else { 0.0 };
    let below = if content.x > space.x - beside { bar } else { 0.0 };
    let beside = if content.y > space.y - below { bar } else { 0.0 };
    vec2(beside, below)
}

fn followed(
    offset: Vec2,
    step: &GridMove,
    view: &GridView,
    spans: &ColumnSpans,
    (size, spacing): (Vec2, Vec2),
) -> Vec2 {
    let Some((row, column)) = step.to else { return Vec2::ZERO };
    let mut offset = offset;
    if let Some(place) = view.arrangement.place(row) {
        let top = place as f32 * ROW;
        offset.y = shown(offset.y, (top, top + ROW), (0.0, size.y), spacing.y);
    }
    let span = spans.span(column).filter(|span| !span.is_still);
    if step.is_home {
        offset.x = 0.0;
    } else if let Some(span) = span {
        offset.x = shown(offset.x, (span.left, span.left + span.width), (spans.still(), size.x), spacing.x);
    }
    offset
}

/// The nearest offset at which a range lies within the visible one.
fn shown(offset: f32, (start, end): (f32, f32), (from, to): (f32, f32), spacing: f32) -> f32 {
    if start < offset + from - HAIR {
        start - from - spacing
    } else if end > offset + to + HAIR {
        (end - to + spacing).min(start - from)
    } else {
        offset
    }
}
