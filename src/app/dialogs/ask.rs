//! A question with buttons.

use egui::Ui;

use crate::app::command::Outbox;
use crate::app::state::State;

use super::{Question, answers, title};

/// Shows it.
pub fn show(ui: &mut Ui, state: &State, question: &Question, out: &mut Outbox) {
    title(ui, &state.words().say(&question.title));
    ui.label(state.words().say(&question.text));
    let choices = question.answers.iter().map(|(word, command)| (*word, Some(command.clone()))).collect();
    answers(ui, state, choices, out);
}
