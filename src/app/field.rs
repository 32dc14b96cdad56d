//! A text field on screen: shows a session's line and its caret.
//!
//! Never edits text: keys go to the session. The mouse's selection is returned.

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{EventFilter, Id, Response, TextEdit, Ui};

use crate::session::command::{Command, Outbox};
use crate::session::focus::Focus;
use crate::session::line::Line;

pub struct FieldResponse {
    pub response: Response,
    /// The mouse focused the field or moved the caret.
    pub is_touched: bool,
    /// The selection, in characters.
    pub selected: Option<(usize, usize)>,
}

/// Shows a line in a field styled by the caller. egui's focus follows the session's.
pub fn show(
    ui: &mut Ui,
    id: Id,
    line: &Line,
    has_keyboard: bool,
    dress: impl for<'t> FnOnce(&'t mut String) -> TextEdit<'t>,
) -> FieldResponse {
    let mut text = line.text().to_owned();
    let (anchor, caret) = line.selection();
    if has_keyboard {
        let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
        state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(anchor), CCursor::new(caret))));
        state.store(ui.ctx(), id);
        keep_focus(ui, id, EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: true });
    } else {
        ui.memory_mut(|memory| memory.surrender_focus(id));
    }
    let output = dress(&mut text).id(id).show(ui);
    let selected = output.cursor_range.map(|range| (range.secondary.index.0, range.primary.index.0));
    let has_focus = ui.memory(|memory| memory.has_focus(id));
    let is_touched = has_focus && (!has_keyboard || selected.is_some_and(|selected| selected != (anchor, caret)));
    FieldResponse { response: output.response.response, is_touched, selected }
}

/// Shows a field of a page or a dialog, which requests the keyboard itself.
pub fn show_focusable(
    ui: &mut Ui,
    id: Id,
    line: &Line,
    (focus, now): (Focus, Focus),
    out: &mut Outbox,
    dress: impl for<'t> FnOnce(&'t mut String) -> TextEdit<'t>,
) -> Response {
    let shown = show(ui, id, line, focus == now, dress);
    if shown.is_touched {
        out.push(Command::Focus(focus, shown.selected));
    }
    shown.response
}

/// Moves egui's focus here, unless it is here already: a repeated request would reset the keys that
/// do not move focus.
pub fn keep_focus(ui: &Ui, id: Id, filter: EventFilter) {
    ui.memory_mut(|memory| {
        if !memory.has_focus(id) {
            memory.request_focus(id);
        }
        memory.set_focus_lock_filter(id, filter);
    });
}
