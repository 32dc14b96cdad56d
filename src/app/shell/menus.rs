//! The menus, built from the table of actions.

use egui::{MenuBar, ScrollArea, Ui};

use crate::app::action::{button, shortcut_name};
use crate::session::Session;
use crate::session::action::{ACTIONS, Action, Menu, word};
use crate::session::command::{Command, Outbox};

/// Height of the menu bar and a menu's margins.
const ROOM_AROUND: f32 = 72.0;

pub fn show(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    MenuBar::new().ui(ui, |ui| {
        let of = |menu| ACTIONS.iter().filter(move |action| action.menu == menu && action.is_offered(session));
        for menu in Menu::ALL.into_iter().filter(|menu| of(*menu).next().is_some()) {
            ui.menu_button(session.words().text(menu.key()), |ui| {
                begin(ui, 280.0);
                // With large text a menu may be taller than the window.
                let room = ui.ctx().content_rect().height() - ROOM_AROUND;
                ScrollArea::vertical().max_height(room).min_scrolled_height(room).show(ui, |ui| {
                    for action in of(menu) {
                        entry(ui, session, action, out);
                        if action.key == "redo" {
                            steps(ui, session, out);
                        }
                    }
                });
            });
        }
        // Who looks at a backup has left their work.
        if session.outside().backup_of.is_some() {
            button(ui, session, "reopen", out);
        }
        super::notice(ui, session, out);
    });
}

/// Begins a menu: its width at least, and how close its entries are.
pub fn begin(ui: &mut Ui, least: f32) {
    ui.set_min_width(least);
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.spacing_mut().interact_size.y = 26.0;
    ui.spacing_mut().button_padding.y = 3.0;
}

/// How many undo steps are listed.
const STEPS: usize = 15;

/// The undo steps, the latest first: choosing one undoes it and those after it.
fn steps(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    let is_any = session.undo_labels().next().is_some();
    let name = session.words().text("undo-up-to");
    ui.add_enabled_ui(is_any, |ui| {
        ui.menu_button(name, |ui| {
            for (at, label) in session.undo_labels().take(STEPS).enumerate() {
                if ui.button(session.words().say(label)).clicked() {
                    out.extend(std::iter::repeat_n(Command::Undo, at + 1));
                    ui.close();
                }
            }
        });
    });
}

/// The entry of an action. What can be chosen or switched is ticked where it is on, with room for the tick elsewhere.
pub fn entry(ui: &mut Ui, session: &Session, action: &Action, out: &mut Outbox) {
    let command = action.command(session);
    let is_on = (action.is_on)(session);
    let mut text = session.words().text(&word(action)).to_owned();
    let label = match action.key {
        "undo" => session.undo_labels().next(),
        "redo" => session.redo_label(),
        _ => None,
    };
    if let Some(label) = label {
        text = format!("{text} : {}", session.words().say(label));
    }
    let mut button = egui::Button::new(if is_on { format!("✓ {text}") } else { text });
    if let Some(shortcut) = action.shortcut {
        button = button.shortcut_text(shortcut_name(shortcut, session.words()));
    }
    if ui.add_enabled(command.is_some(), button).clicked() {
        out.extend(command);
        ui.close();
    }
}
