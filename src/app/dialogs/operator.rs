//! The operator's name, asked once, before the first edit: the history says who changed what.

use egui::Ui;

use crate::app::command::{Command, Outbox};
use crate::app::state::State;
use crate::app::style::muted;

use super::{Dialog, answers, line, title};

/// Shows it.
pub fn show(ui: &mut Ui, state: &State, name: &str, out: &mut Outbox) {
    let words = state.words();
    title(ui, words.text("operator-title"));
    ui.label(muted(ui, words.text("operator-text")));
    let mut typed = name.to_owned();
    let line = line(ui, &mut typed, words.text("operator-field"), "");
    if line.changed {
        out.push(Command::Ask(Dialog::Operator { name: typed.clone() }));
    }
    let command = (!typed.trim().is_empty()).then(|| Command::Operator(typed.trim().to_owned()));
    answers(ui, state, vec![("operator-go", command)], out);
}
