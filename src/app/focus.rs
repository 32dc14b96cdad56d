//! Keeps egui's focus and the session's together: the session decides who has the keyboard, egui only
//! among its own controls.

use egui::{Context, Id};

use crate::session::Session;
use crate::session::focus::Focus;

use super::queue::Queue;
use super::{card, dialogs, grid, pages};

/// Tells the session which of egui's own controls has the keyboard, where a key moved it there.
/// `before` is what had it in the last frame.
pub fn follow(ctx: &Context, session: &mut Session, before: &mut Option<Id>) {
    session.set_popup(egui::Popup::is_any_open(ctx));
    let focused = ctx.memory(egui::Memory::focused);
    let has_moved = std::mem::replace(before, focused) != focused;
    let may_move = ctx.with_plugin(|queue: &mut Queue| queue.focus_may_move()) == Some(true);
    match focused {
        Some(id) if may_move && has_moved => {
            session.set_focus(focus_of(ctx, id, session).unwrap_or(Focus::Control));
        }
        None if session.focus() == Focus::Control && !may_move => {
            // A click beside a dialog: what is typed next is for its field again.
            let has_field = session.dialog().is_some_and(|dialog| !dialog.fields().is_empty());
            session.set_focus(if has_field { Focus::Field(0) } else { Focus::Page });
        }
        _ => {}
    }
}

/// Takes the keyboard from egui's own controls where the session has given it elsewhere.
pub fn align(ctx: &Context, session: &Session) {
    let Some(id) = ctx.memory(egui::Memory::focused) else { return };
    // A dialog has the keyboard as a whole, whichever of its controls has the window's focus.
    let is_in_dialog = session.dialog().is_some() && session.focus() == Focus::Page;
    let is_elsewhere = session.focus() != Focus::Control && !is_in_dialog && focus_of(ctx, id, session).is_none();
    if is_elsewhere && !egui::Popup::is_any_open(ctx) {
        ctx.memory_mut(|memory| memory.surrender_focus(id));
    }
}

/// What has the keyboard where egui's focus is there; none for its own controls.
fn focus_of(ctx: &Context, id: Id, session: &Session) -> Option<Focus> {
    if id == search_id() {
        return Some(Focus::Search);
    }
    let fields = session.dialog().map_or(0, |dialog| dialog.fields().len());
    if let Some(place) = (0..fields).find(|place| dialogs::field_id(*place) == id) {
        return Some(Focus::Field(place));
    }
    if id == pages::list_id() {
        return Some(Focus::Page);
    }
    let table = session.shown_table()?;
    if session.card_stop().is_some() && card::stop_id(ctx) == Some(id) {
        return Some(Focus::Card);
    }
    let is_editor = session.grid(table).editor().is_some_and(|editor| grid::editor_id(editor.cell) == id);
    (is_editor || grid::id(table) == id).then_some(Focus::Page)
}

/// Where the page's search is.
pub fn search_id() -> Id {
    Id::unique("page-search")
}
