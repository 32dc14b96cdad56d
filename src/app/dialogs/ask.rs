//! A question with buttons.

use egui::Ui;

use crate::session::Session;
use crate::session::command::Outbox;
use crate::session::dialog::Question;

use super::{answers, text, title};

pub fn show(ui: &mut Ui, session: &Session, question: &Question, out: &mut Outbox) {
    title(ui, &session.words().say(&question.title));
    text(ui, session.words().say(&question.text));
    answers(ui, session, out);
}
