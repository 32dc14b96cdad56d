//! The operator's name, asked once, before the first edit: the history says who changed what.

use egui::{Key, TextEdit, Ui};

use crate::app::command::{Command, Outbox};
use crate::app::state::State;
use crate::app::style::muted;

use super::{Dialog, answers, title};

/// Shows it.
pub fn show(ui: &mut Ui, state: &State, name: &str, out: &mut Outbox) {
    let words = state.words();
    title(ui, words.text("operator-title"));
    ui.label(muted(ui, words.text("operator-text")));
    let mut typed = name.to_owned();
    let field = ui.add(TextEdit::singleline(&mut typed).desired_width(f32::INFINITY).margin(egui::Margin::symmetric(8, 6)));
    if ui.memory(|memory| memory.focused().is_none()) {
        field.request_focus();
    }
    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if field.changed() {
        out.push(Command::Ask(Dialog::Operator { name: typed.clone() }));
    }
    field.accessible_name(words.text("operator-field"));
    let command = (!typed.trim().is_empty()).then(|| Command::Operator(typed.trim().to_owned()));
    if entered && command.is_some() {
        out.push(Command::Dismiss);
        out.extend(command.clone());
    }
    answers(ui, state, vec![("operator-go", command)], out);
}
