//! The menu of a row, by the secondary button, the menu key or Shift+F10. Its entries are the session's.

use egui::{Popup, Pos2, Rect, Response, SetOpenCommand};

use crate::app::shell;
use crate::session::Session;
use crate::session::action;
use crate::session::command::{Command, Outbox};
use crate::session::row_menu::ROW_MENU;

/// Shows the menu of a grid's cells; `cursor` is where the cell under the cursor is.
pub fn show(response: &Response, cursor: Rect, session: &Session, out: &mut Outbox) {
    let mut menu = Popup::context_menu(response);
    // Where it opens: at the pointer, or below the cell if a key asked for it.
    let below_cell = response.id.with("row-menu");
    if session.asks_row_menu() {
        out.push(Command::RowMenu(false));
        response.ctx.data_mut(|data| data.insert_temp(below_cell, cursor.left_bottom()));
        menu = menu.open_memory(SetOpenCommand::Bool(true));
    } else if response.secondary_clicked() {
        response.ctx.data_mut(|data| data.remove::<Pos2>(below_cell));
    }
    if let Some(place) = response.ctx.data(|data| data.get_temp::<Pos2>(below_cell)) {
        menu = menu.at_position(place);
    }
    menu.show(|ui| {
        shell::begin_menu(ui, 240.0);
        let possible = |key: &&str| action::find(key).filter(|action| action.command(session).is_some());
        let parts = ROW_MENU.iter().map(|part| part.iter().filter_map(possible).collect::<Vec<_>>());
        for (place, part) in parts.filter(|part| !part.is_empty()).enumerate() {
            if place > 0 {
                ui.separator();
            }
            for action in part {
                shell::menu_entry(ui, session, action, out);
            }
        }
    });
}
