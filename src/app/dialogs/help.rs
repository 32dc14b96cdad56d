//! Help: how to begin; the shortcuts of the actions and of the grid; what the counting rules count.

use egui::{Align, Grid, Label, ScrollArea, Ui};

use crate::app::style::{muted, strong};
use crate::app::{action, heard};
use crate::indicators::Rule;
use crate::session::Session;
use crate::session::action::{ACTIONS, word};
use crate::session::command::{Command, Outbox};
use crate::session::dialog::{Dialog, HelpPage};
use crate::theme::size;

use super::{answers, name};

/// Keys of the grid, and what they do.
const GRID: [(&str, &str); 13] = [
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
    ("help-keys-calendar", "help-calendar"),
    ("help-keys-card", "help-card"),
];

/// What to know to begin, each with what it is about.
const START: [&str; 11] =
    ["type", "save", "file", "unit", "case", "line", "todo", "figures", "committee", "lost", "strike"];

/// Height of the rest of the dialog.
const AROUND: f32 = 220.0;

pub fn show(ui: &mut Ui, session: &Session, page: HelpPage, out: &mut Outbox) {
    name(ui, session.words().text("action-help"));
    ui.horizontal_wrapped(|ui| {
        for other in HelpPage::ALL {
            let tab = ui.selectable_label(other == page, strong(session.words().text(other.key()), size::BODY));
            heard::tab(&tab, other == page);
            if tab.clicked() {
                out.push(Command::Ask(Dialog::Help(other)));
            }
        }
    });
    ui.add_space(4.0);
    // With large text the window may be low: the button stays visible.
    let room = (ui.ctx().content_rect().height() - AROUND).clamp(60.0, 440.0);
    let area = ScrollArea::vertical().id_salt(page.key()).max_height(room).auto_shrink([false, true]);
    area.show(ui, |ui| match page {
        HelpPage::Start => start(ui, session),
        HelpPage::Keys => keys(ui, session),
        HelpPage::Rules => rules(ui, session),
    });
    answers(ui, session, out);
}

fn start(ui: &mut Ui, session: &Session) {
    let words = session.words();
    for key in START {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.label(strong(words.text(&format!("help-start-{key}")), size::BODY));
        ui.add(Label::new(words.text(&format!("help-start-{key}-text"))).wrap());
        ui.add_space(8.0);
    }
}

fn keys(ui: &mut Ui, session: &Session) {
    let words = session.words();
    // Lines of text, not buttons.
    ui.spacing_mut().interact_size.y = 0.0;
    Grid::new("help").num_columns(2).spacing([24.0, 2.0]).min_row_height(24.0).show(ui, |ui| {
        for action in ACTIONS.iter().filter(|action| action.is_offered(session)) {
            if let Some(shortcut) = action.shortcut {
                ui.label(strong(action::shortcut_name(shortcut, words), size::BODY));
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
}

fn rules(ui: &mut Ui, session: &Session) {
    let words = session.words();
    ui.add(Label::new(muted(ui, words.text("help-rules-text"))).wrap());
    for rule in Rule::all() {
        ui.horizontal_top(|ui| {
            ui.add_sized([36.0, 0.0], Label::new(strong(rule.name(), size::BODY)).halign(Align::LEFT));
            ui.add(Label::new(words.text(&rule.key())).wrap());
        });
    }
}
