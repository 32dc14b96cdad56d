//! The records that were removed, and the way back.

use egui::Ui;

use crate::app::style::muted;
use crate::domain::message::Message;
use crate::session::Session;
use crate::session::command::{Command, Outbox};
use crate::session::dialog::Gone;

use super::{answers, lines, text, title};

pub fn show(ui: &mut Ui, session: &Session, gone: &[Gone], out: &mut Outbox) {
    let words = session.words();
    title(ui, words.text("removed-title"));
    let said = muted(ui, words.text("removed-text"));
    text(ui, said);
    ui.add_space(8.0);
    lines::show(ui, gone, |ui, Gone { what, removal }| {
        let by = Message::new("removed-by").text("day", words.date(removal.at.date()));
        let by = by.text("time", removal.at.format("%H:%M").to_string()).text("by", removal.by.as_str());
        lines::cell(ui, 360.0, what.as_str());
        lines::cell(ui, 230.0, words.say(&by));
        if lines::button(ui, words.text("removed-go"), true) {
            out.extend([Command::Dismiss, Command::BringBack(removal.clone())]);
        }
    });
    answers(ui, session, out);
}
