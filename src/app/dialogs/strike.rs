//! Asks for a word to strike out.

use egui::Ui;

use crate::app::style::muted;
use crate::session::Session;
use crate::session::command::Outbox;

use super::{answers, line, text, title};

pub fn show(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    let words = session.words();
    title(ui, words.text("strike-title"));
    let said = muted(ui, words.text("strike-word-text"));
    text(ui, said);
    line(ui, session, 0, words.text("strike-word-name"), "", out);
    answers(ui, session, out);
}
