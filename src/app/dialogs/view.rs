//! The name under which a view is kept.

use egui::Ui;

use crate::app::command::{Command, Outbox};
use crate::app::state::State;
use crate::app::style::muted;
use crate::domain::schema::TableId;

use super::{Dialog, answers, line, title};

/// Shows it.
pub fn show(ui: &mut Ui, state: &State, table: TableId, name: &str, out: &mut Outbox) {
    let words = state.words();
    title(ui, words.text("view-title"));
    ui.label(muted(ui, words.text("view-text")));
    let mut typed = name.to_owned();
    let line = line(ui, &mut typed, words.text("view-name"), "");
    if line.changed {
        out.push(Command::Ask(Dialog::View { table, name: typed.clone() }));
    }
    let command = (!typed.trim().is_empty()).then(|| Command::KeepView(table, typed.trim().to_owned()));
    answers(ui, state, vec![("view-go", command)], out);
}
