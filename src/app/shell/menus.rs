//! The menus, read from the table of actions.

use egui::{MenuBar, Ui};

use crate::app::action::{self, ACTIONS, Menu};
use crate::app::command::Outbox;
use crate::app::state::State;

/// Shows the menu bar.
pub fn show(ui: &mut Ui, state: &State, out: &mut Outbox) {
    MenuBar::new().ui(ui, |ui| {
        for menu in Menu::ALL {
            ui.menu_button(state.words().text(menu.key()), |ui| {
                ui.set_min_width(280.0);
                for action in ACTIONS.iter().filter(|action| action.menu == menu) {
                    entry(ui, state, action, out);
                }
            });
        }
    });
}

fn entry(ui: &mut Ui, state: &State, action: &action::Action, out: &mut Outbox) {
    let command = (action.target)(state);
    let mut text = state.words().text(&action::word(action)).to_owned();
    let label = match action.key {
        "undo" => state.undo_label(),
        "redo" => state.redo_label(),
        _ => None,
    };
    if let Some(label) = label {
        text = format!("{text} : {}", state.words().say(label));
    }
    let mut button = egui::Button::new(text);
    if let Some(shortcut) = action.shortcut {
        button = button.shortcut_text(action::shortcut_name(ui.ctx(), shortcut, state.words()));
    }
    if ui.add_enabled(command.is_some(), button).clicked() {
        out.extend(command);
        ui.close();
    }
}
