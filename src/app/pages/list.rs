//! The item with the cursor in the list of a page: framed, scrolled into sight after a move, and read out.

use egui::{EventFilter, Id, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo};

use crate::app::field;
use crate::app::style::{colour, palette};
use crate::session::Session;

/// The id that takes egui's focus when the list of the page has the keyboard.
pub fn id() -> Id {
    Id::unique("page-list")
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
    ui.painter().rect_filled(rect, 4.0, colour(p.selected));
    ui.painter().rect_stroke(rect, 4.0, Stroke::new(1.0, colour(p.accent)), StrokeKind::Inside);
    let response = ui.interact(rect, id(), Sense::focusable_noninteractive());
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, true, said));
    let filter = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: true };
    field::keep_focus(ui, id(), filter);
}
