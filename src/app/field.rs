//! A text field on screen: shows a line of the session and its caret.
//!
//! Types nothing: keys are the session's. What the mouse does in it comes back as a selection.

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{EventFilter, Id, Response, TextEdit, Ui};

use crate::session::command::{Command, Outbox};
use crate::session::focus::Focus;
use crate::session::line::Line;

/// What came of a field in a frame.
pub struct FieldResponse {
    pub response: Response,
    /// The mouse took the keyboard here, or moved the caret.
    pub is_touched: bool,
    /// What is selected, from and to these characters.
    pub selected: Option<(usize, usize)>,
}

/// Shows a line in a field that is dressed as the caller likes. egui's focus is put where the
/// session has the keyboard.
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

/// The same, for a field of a page or a dialog that asks for the keyboard itself.
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

/// Puts egui's focus where the session has the keyboard. Asked for again each frame, egui would
/// forget which keys do not move it.
pub fn keep_focus(ui: &Ui, id: Id, filter: EventFilter) {
    ui.memory_mut(|memory| {
        if !memory.has_focus(id) {
            memory.request_focus(id);
        }
        memory.set_focus_lock_filter(id, filter);
    });
}
