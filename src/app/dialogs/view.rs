//! Asks for the name of a view.

use egui::Ui;

use crate::app::style::muted;
use crate::session::Session;
use crate::session::command::Outbox;

use super::{answers, line, text, title};

pub fn show(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    let words = session.words();
    title(ui, words.text("view-title"));
    let said = muted(ui, words.text("view-text"));
    text(ui, said);
    line(ui, session, 0, words.text("view-name"), "", out);
    answers(ui, session, out);
}
