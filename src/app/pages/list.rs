//! The item with the cursor in the list of a page: framed, scrolled into sight after a move, and read out.

use egui::{EventFilter, Id, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2};

use crate::app::field;
use crate::app::style::{colour, palette};
use crate::session::Session;

/// The id that takes egui's focus when the list of the page has the keyboard.
pub fn id() -> Id {
    Id::unique("page-list")
}

/// Where an item is that begins so far below the first one in sight.
pub fn line(ui: &Ui, below: f32, height: f32) -> Rect {
    let rect = ui.max_rect();
    let top = rect.top() + below - 0.5 * ui.spacing().item_spacing.y;
    Rect::from_min_max(pos2(rect.left() - 8.0, top), pos2(rect.right() + 8.0, top + height))
}

/// Shows the cursor on an item. `moves` changes when a key moved it; the next item is to be in sight too, `beside`
/// points further.
pub fn cursor(ui: &Ui, session: &Session, rect: Rect, (moves, beside): (u64, f32), said: &str) {
    let moves = (session.page(), moves);
    let seen = ui.data_mut(|data| data.get_temp(id().with("moves")));
    ui.data_mut(|data| data.insert_temp(id().with("moves"), moves));
    if seen.is_some_and(|seen: (_, u64)| seen != moves) {
        ui.scroll_to_rect(rect.expand(beside), None);
    }
    if !session.is_in_list() {
        ui.memory_mut(|memory| memory.surrender_focus(id()));
        return;
    }
    let p = palette(ui);
    let shown = rect.intersect(ui.clip_rect());
    ui.painter().rect_filled(shown, 4.0, colour(p.selected));
    ui.painter().rect_stroke(shown, 4.0, Stroke::new(1.0, colour(p.accent)), StrokeKind::Inside);
    let response = ui.interact(rect, id(), Sense::focusable_noninteractive());
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, true, said));
    let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: true };
    field::keep_focus(ui, id(), filter);
}
