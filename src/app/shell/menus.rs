//! The menus, read from the table of actions.

use egui::{MenuBar, ScrollArea, Ui};

use crate::app::action::{self, ACTIONS, Menu};
use crate::app::command::{Command, Outbox};
use crate::app::state::State;

/// What a menu leaves free of the window's height: the bar, and its own margins.
const ROOM_AROUND: f32 = 72.0;

/// Shows the menu bar.
pub fn show(ui: &mut Ui, state: &State, out: &mut Outbox) {
    MenuBar::new().ui(ui, |ui| {
        for menu in Menu::ALL {
            ui.menu_button(state.words().text(menu.key()), |ui| {
                ui.set_min_width(280.0);
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.spacing_mut().interact_size.y = 26.0;
                ui.spacing_mut().button_padding.y = 3.0;
                // With large text a menu may be longer than the window is high.
                let room = ui.ctx().content_rect().height() - ROOM_AROUND;
                ScrollArea::vertical().max_height(room).min_scrolled_height(room).show(ui, |ui| {
                    for action in ACTIONS.iter().filter(|action| action.menu == menu) {
                        entry(ui, state, action, out);
                        if action.key == "redo" {
                            steps(ui, state, out);
                        }
                    }
                });
            });
        }
    });
}

/// How many steps of undo are listed.
const STEPS: usize = 15;

/// What would be undone, the last change first: choosing one takes it back with those after it.
fn steps(ui: &mut Ui, state: &State, out: &mut Outbox) {
    let is_any = state.undo_label().is_some();
    let name = state.words().text("undo-up-to");
    ui.add_enabled_ui(is_any, |ui| {
        ui.menu_button(name, |ui| {
            for (at, label) in state.undo_labels().take(STEPS).enumerate() {
                if ui.button(state.words().say(label)).clicked() {
                    out.extend(std::iter::repeat_n(Command::Undo, at + 1));
                    ui.close();
                }
            }
        });
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
