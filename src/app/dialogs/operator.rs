//! The operator's name, asked once, before the first edit: the history records who changed what.

use egui::Ui;

use crate::app::style::muted;
use crate::session::Session;
use crate::session::answers::is_name;
use crate::session::command::Outbox;
use crate::session::dialog::Dialog;

use super::{answers, line, text, title};

pub fn show(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    let words = session.words();
    title(ui, words.text("operator-title"));
    let said = muted(ui, words.text("operator-text"));
    text(ui, said);
    line(ui, session, 0, words.text("operator-field"), "", out);
    if let Some(Dialog::Operator { name }) = session.dialog()
        && !name.text().trim().is_empty()
        && !is_name(name.text())
    {
        let said = muted(ui, words.text("operator-no-name"));
        text(ui, said);
    }
    answers(ui, session, out);
}
