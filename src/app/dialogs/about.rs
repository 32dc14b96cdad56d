//! About: version, licences, sources of the data, and where things lie.

use std::path::Path;

use egui::Ui;

use crate::app::command::{Command, Outbox};
use crate::app::state::State;
use crate::app::style::{muted, strong};
use crate::domain::message::Message;
use crate::theme::size;

use super::{answers, title};

/// Shows it.
pub fn show(ui: &mut Ui, state: &State, out: &mut Outbox) {
    let words = state.words();
    title(ui, "Clefs");
    ui.label(words.say(&Message::new("about-version").text("version", env!("CARGO_PKG_VERSION"))));
    ui.label(words.text("about-licence"));
    ui.label(words.text("about-fonts"));
    ui.label(words.text("about-communes"));
    ui.label(words.text("about-convention"));
    ui.add_space(8.0);
    ui.label(strong(words.text("about-places"), size::BODY));
    if let Some(file) = state.file() {
        place(ui, state, "about-file", file.path(), out);
    }
    place(ui, state, "about-backups", &state.backups_folder(), out);
    place(ui, state, "about-settings", &state.settings_file(), out);
    answers(ui, state, Vec::new(), out);
}

/// A place, and a button that opens its folder.
fn place(ui: &mut Ui, state: &State, word: &str, path: &Path, out: &mut Outbox) {
    ui.horizontal(|ui| {
        if ui.button(state.words().text("about-open-folder")).clicked() {
            let folder = if path.extension().is_some() { path.parent().unwrap_or(path) } else { path };
            out.push(Command::OpenFolder(folder.to_owned()));
        }
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.label(state.words().text(word));
            ui.add(egui::Label::new(muted(ui, path.display().to_string())).wrap());
        });
    });
}
