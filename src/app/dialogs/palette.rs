//! The command palette: finds actions by name, runs them with Enter.

use egui::{ScrollArea, Ui, vec2};

use crate::app::action::shortcut_name;
use crate::app::heard;
use crate::session::Session;
use crate::session::action::word;
use crate::session::command::{Command, Outbox};

use super::{field_id, line, name, tell};

/// `at` is the highlighted action.
/// Height of the rest of the dialog.
const AROUND: f32 = 180.0;

pub fn show(ui: &mut Ui, session: &Session, at: usize, out: &mut Outbox) {
    let words = session.words();
    let hint = words.text("palette-hint");
    name(ui, words.text("action-palette"));
    tell(ui, |node| node.set_description(hint));
    line(ui, session, 0, hint, hint, out);
    let found = session.found_actions();
    // With large text the window may be low: the search stays visible.
    let room = (ui.ctx().content_rect().height() - AROUND).clamp(60.0, 360.0);
    ScrollArea::vertical().max_height(room).min_scrolled_height(room).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        if found.is_empty() {
            ui.label(words.text("palette-none"));
        }
        let count = found.len();
        heard::list(ui, words.text("heard-offers"), field_id(0), |ui| {
            let mut current = None;
            for (place, (action, command)) in found.into_iter().enumerate() {
                let mut button = egui::Button::selectable(place == at, words.text(&word(action)))
                    .min_size(vec2(ui.available_width(), 30.0));
                if let Some(shortcut) = action.shortcut {
                    button = button.shortcut_text(shortcut_name(shortcut, words));
                }
                let response = ui.add(button);
                heard::entry(&response, place == at, (place, count));
                if place == at {
                    response.scroll_to_me(None);
                    current = Some(response.id);
                }
                if response.clicked() {
                    out.extend([Command::Dismiss, command]);
                }
            }
            current
        });
    });
}
