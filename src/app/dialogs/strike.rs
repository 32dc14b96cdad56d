//! Asks for a word to strike out.

use egui::Ui;

use crate::app::style::muted;
use crate::session::Session;
use crate::session::command::Outbox;

use super::{answers, line, title};

pub fn show(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    let words = session.words();
    title(ui, words.text("strike-title"));
    ui.label(muted(ui, words.text("strike-word-text")));
    line(ui, session, 0, words.text("strike-word-name"), "", out);
    answers(ui, session, out);
}
