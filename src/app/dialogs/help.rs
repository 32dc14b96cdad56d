//! The shortcuts of the actions, then those of the grid.

use egui::{Grid, ScrollArea, Ui};

use crate::app::action;
use crate::app::style::strong;
use crate::session::Session;
use crate::session::action::{ACTIONS, word};
use crate::session::command::Outbox;
use crate::theme::size;

use super::{answers, title};

/// Keys of the grid, and what they do.
const GRID: [(&str, &str); 12] = [
    ("help-keys-move", "help-move"),
    ("help-keys-edge", "help-edge"),
    ("help-keys-select", "help-select"),
    ("help-keys-clipboard", "help-clipboard"),
    ("help-keys-fill", "help-fill"),
    ("help-keys-today", "help-today"),
    ("help-keys-edit", "help-edit"),
    ("help-keys-commit", "help-commit"),
    ("help-keys-cancel", "help-cancel"),
    ("help-keys-clear", "help-clear"),
    ("help-keys-offers", "help-offers"),
    ("help-keys-card", "help-card"),
];

pub fn show(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    let words = session.words();
    title(ui, words.text("help-title"));
    ScrollArea::vertical().max_height(440.0).auto_shrink([false, true]).show(ui, |ui| {
        // Lines of text, not buttons.
        ui.spacing_mut().interact_size.y = 0.0;
        Grid::new("help").num_columns(2).spacing([24.0, 2.0]).min_row_height(24.0).show(ui, |ui| {
            for action in ACTIONS {
                if let Some(shortcut) = action.shortcut {
                    ui.label(strong(action::shortcut_name(shortcut, session.words()), size::BODY));
                    ui.label(words.text(&word(action)));
                    ui.end_row();
                }
            }
            for (keys, does) in GRID {
                ui.label(strong(words.text(keys), size::BODY));
                ui.label(words.text(does));
                ui.end_row();
            }
        });
    });
    answers(ui, session, out);
}
