//! Asks for the passphrase of a sealed file, or for a new one.

use egui::Ui;

use crate::app::style::{colour, muted, palette};
use crate::domain::message::Message;
use crate::session::Session;
use crate::session::answers::seal_trouble;
use crate::session::command::Outbox;

use super::{answers, line, text, title};

/// Asks for the passphrase of a file.
pub fn unlock(ui: &mut Ui, session: &Session, name: &str, why: Option<&Message>, out: &mut Outbox) {
    let words = session.words();
    title(ui, &words.say(&Message::new("unlock-title").text("name", name.to_owned())));
    let why = why.map_or_else(|| words.text("unlock-text").to_owned(), |why| words.say(why));
    let said = muted(ui, &why);
    text(ui, said);
    line(ui, session, 0, words.text("unlock-field"), words.text("unlock-field"), out);
    answers(ui, session, out);
}

/// Asks for a new passphrase, twice.
pub fn seal(ui: &mut Ui, session: &Session, (passphrase, again): (&str, &str), out: &mut Outbox) {
    let words = session.words();
    title(ui, words.text("seal-title"));
    let said = muted(ui, words.text("seal-text"));
    text(ui, said);
    ui.add_space(4.0);
    ui.label(egui::RichText::new(words.text("seal-final")).color(colour(palette(ui).error)));
    ui.add_space(4.0);
    line(ui, session, 0, words.text("seal-field"), words.text("seal-field"), out);
    line(ui, session, 1, words.text("seal-again"), words.text("seal-again"), out);
    // Nothing is wrong yet with what was not begun.
    let trouble = seal_trouble(passphrase, again).filter(|_| !passphrase.is_empty());
    ui.label(muted(ui, trouble.map_or("", |trouble| words.text(trouble))));
    answers(ui, session, out);
}
