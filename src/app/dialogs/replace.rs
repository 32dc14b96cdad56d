//! Find and replace.

use egui::Ui;

use crate::app::style::muted;
use crate::domain::message::Message;
use crate::session::Session;
use crate::session::command::Outbox;

use super::{answers, line, title};

/// `cells` would change; `misfits` would reject the new text.
pub fn show(ui: &mut Ui, session: &Session, (cells, misfits): (usize, usize), out: &mut Outbox) {
    let words = session.words();
    title(ui, words.text("replace-heading"));
    for (place, word) in ["replace-find", "replace-with"].into_iter().enumerate() {
        ui.label(words.text(word));
        line(ui, session, place, words.text(word), "", out);
    }
    let text = Message::new("replace-count").count("cells", cells).count("misfits", misfits);
    ui.label(muted(ui, words.say(&text)));
    answers(ui, session, out);
}
