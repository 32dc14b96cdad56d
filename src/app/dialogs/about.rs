//! About: version, licences, data sources, and the folders in use.

use std::path::Path;

use egui::{ScrollArea, Ui};

use crate::app::style::{muted, strong};
use crate::domain::message::Message;
use crate::session::Session;
use crate::session::command::{Command, Outbox, Request};
use crate::theme::size;

use super::{answers, title};

/// Height of the rest of the dialog.
const AROUND: f32 = 180.0;

pub fn show(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    title(ui, "Clefs");
    // With large text the window may be low: the button stays visible.
    let room = (ui.ctx().content_rect().height() - AROUND).max(60.0);
    ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| texts(ui, session, out));
    answers(ui, session, out);
}

fn texts(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    let words = session.words();
    ui.label(words.say(&Message::new("about-version").text("version", env!("CARGO_PKG_VERSION"))));
    ui.label(words.text("about-licence"));
    ui.label(words.text("about-fonts"));
    ui.label(words.text("about-communes"));
    ui.label(words.text("about-convention"));
    ui.add_space(8.0);
    ui.label(strong(words.text("about-places"), size::BODY));
    let outside = session.outside();
    if let Some(file) = &outside.file {
        place(ui, session, "about-file", file, out);
    }
    place(ui, session, "about-backups", &outside.backups, out);
    place(ui, session, "about-settings", &outside.settings, out);
}

/// A path, and a button that opens its folder.
fn place(ui: &mut Ui, session: &Session, word: &str, path: &Path, out: &mut Outbox) {
    ui.horizontal(|ui| {
        if ui.button(session.words().text("about-open-folder")).clicked() {
            let folder = if path.extension().is_some() { path.parent().unwrap_or(path) } else { path };
            out.push(Command::Host(Request::OpenFolder(folder.to_owned())));
        }
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.label(session.words().text(word));
            ui.add(egui::Label::new(muted(ui, path.display().to_string())).wrap());
        });
    });
}
