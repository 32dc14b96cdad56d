//! The welcome page, before a file is open: the user's own file, other recent ones, the template, the sample.

use std::path::Path;

use egui::{Align, Layout, ScrollArea, Ui, vec2};

use crate::app::action;
use crate::app::style::{self, colour, muted, palette, strong};
use crate::domain::message::Message;
use crate::session::command::{Command, Outbox, Request, Start};
use crate::session::{FileState, RecentFile, Session};
use crate::theme::size;

/// Width of the cards, where there is room.
const WIDTH: f32 = 680.0;
/// Width of a card's button.
const BUTTON: f32 = 150.0;

/// Of one button, the one that Enter presses.
type ButtonStyle = fn(&Ui, &str) -> egui::Button<'static>;

pub fn show(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    let words = session.words();
    if session.outside().is_loading {
        ui.centered_and_justified(|ui| ui.label(words.text("loading")));
        return;
    }
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.add_space(24.0);
        ui.vertical_centered(|ui| {
            ui.set_max_width((WIDTH + 40.0).min(ui.available_width()));
            ui.heading(words.text("welcome-title"));
            ui.label(muted(ui, words.text("welcome-subtitle")));
            ui.add_space(12.0);
            let plain: ButtonStyle = |_, text| egui::Button::new(text);
            let recent = &session.outside().recent;
            if let Some((own, others)) = recent.split_first() {
                own_file(ui, session, own, out);
                for file in others {
                    other_file(ui, session, file, out);
                }
                ui.add_space(8.0);
            }
            let create = |start| Command::Ask(session.create_dialog(start));
            let first = if recent.is_empty() { style::primary } else { plain };
            offer(ui, session, "welcome-template", create(Start::Template), first, out);
            offer(ui, session, "welcome-sample", create(Start::Sample), plain, out);
            offer(ui, session, "welcome-open", Command::Ask(session.open_dialog()), plain, out);
            ui.add_space(8.0);
            action::button(ui, session, "about", out);
        });
    });
}

/// The file that was open last: Enter opens it.
fn own_file(ui: &mut Ui, session: &Session, file: &RecentFile, out: &mut Outbox) {
    let words = session.words();
    let folder = file.path.parent().map(|folder| folder.display().to_string()).unwrap_or_default();
    let told: Vec<_> = [Some(folder), state(session, file)].into_iter().flatten().collect();
    let go = words.text(if file.state == FileState::Gone { "welcome-open-go" } else { "welcome-own-go" });
    let key = egui::RichText::new(words.text("key-enter")).color(colour(palette(ui).on_accent)).size(size::CAPTION);
    let press = style::primary(ui, go).shortcut_text(key);
    if card(ui, &name(&file.path), &told.join(" · "), press) {
        out.extend(session.open_own_file());
    }
}

fn other_file(ui: &mut Ui, session: &Session, file: &RecentFile, out: &mut Outbox) {
    let told = state(session, file).map_or_else(String::new, |state| format!(" · {state}"));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.spacing_mut().interact_size.y = 24.0;
        ui.add_space(8.0);
        let button = egui::Button::new(name(&file.path)).frame(false);
        let response = ui.add_enabled(file.state != FileState::Gone, button);
        if response.on_hover_text(file.path.display().to_string()).clicked() {
            out.push(Command::Host(Request::Open(file.path.clone())));
        }
        ui.label(muted(ui, told));
    });
}

/// When a file was changed, or that it is gone, as far as the disk told.
fn state(session: &Session, file: &RecentFile) -> Option<String> {
    let words = session.words();
    match file.state {
        FileState::Unknown => None,
        FileState::Changed(day) => Some(words.say(&Message::new("welcome-changed").date("day", day))),
        FileState::Gone => Some(words.text("welcome-gone").to_owned()),
    }
}

fn name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

fn offer(ui: &mut Ui, session: &Session, key: &'static str, command: Command, button: ButtonStyle, out: &mut Outbox) {
    let words = session.words();
    let (title, text, go) = match key {
        "welcome-template" => ("welcome-template", "welcome-template-text", "welcome-template-go"),
        "welcome-sample" => ("welcome-sample", "welcome-sample-text", "welcome-sample-go"),
        _ => ("welcome-open", "welcome-open-text", "welcome-open-go"),
    };
    let button = button(ui, words.text(go));
    if card(ui, words.text(title), words.text(text), button) {
        out.push(command);
    }
}

/// A card with a title, a description and a button. Returns whether it was clicked.
fn card(ui: &mut Ui, title: &str, text: &str, button: egui::Button) -> bool {
    let width = WIDTH.min(ui.available_width() - 40.0);
    let inner = style::card(ui).show(ui, |ui| {
        ui.set_width(width);
        ui.horizontal(|ui| {
            ui.allocate_ui(vec2(width - BUTTON - 24.0, 44.0), |ui| {
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 2.0;
                    ui.label(strong(title, size::BODY + 2.0));
                    ui.add(egui::Label::new(muted(ui, text)).wrap());
                });
            });
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add(button.min_size(vec2(BUTTON, 34.0))).clicked()
            })
            .inner
        })
        .inner
    });
    inner.inner
}
