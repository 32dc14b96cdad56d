//! The operator's name, asked once, before the first edit: the history records who changed what.

use egui::Ui;

use crate::app::style::muted;
use crate::session::Session;
use crate::session::command::Outbox;

use super::{answers, line, text, title};

pub fn show(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    let words = session.words();
    title(ui, words.text("operator-title"));
    let said = muted(ui, words.text("operator-text"));
    text(ui, said);
    line(ui, session, 0, words.text("operator-field"), "", out);
    answers(ui, session, out);
}
