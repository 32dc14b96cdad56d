//! The welcome page, before a file is open: offers the template, the sample, a file.

use egui::{Ui, vec2};

use crate::app::action;
use crate::app::style::{self, muted, strong};
use crate::session::Session;
use crate::session::command::{Command, Outbox, Request, Start};
use crate::theme::size;

type ButtonStyle = fn(&Ui, &str) -> egui::Button<'static>;

pub fn show(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    let words = session.words();
    if session.outside().is_loading {
        ui.centered_and_justified(|ui| ui.label(words.text("loading")));
        return;
    }
    ui.add_space(40.0);
    ui.vertical_centered(|ui| {
        ui.set_max_width(720.0);
        ui.heading(words.text("welcome-title"));
        ui.label(muted(ui, words.text("welcome-subtitle")));
        ui.add_space(16.0);
        let plain: ButtonStyle = |_, text| egui::Button::new(text);
        let create = |start| Command::Ask(session.create_dialog(start));
        offer(ui, session, "welcome-template", create(Start::Template), style::primary, out);
        offer(ui, session, "welcome-sample", create(Start::Sample), plain, out);
        offer(ui, session, "welcome-open", Command::Ask(session.open_dialog()), plain, out);
        recent(ui, session, out);
        ui.add_space(8.0);
        action::button(ui, session, "about", out);
    });
}

/// A card with a title, a description and a button.
fn offer(ui: &mut Ui, session: &Session, key: &'static str, command: Command, button: ButtonStyle, out: &mut Outbox) {
    let words = session.words();
    let (title, text, go) = match key {
        "welcome-template" => ("welcome-template", "welcome-template-text", "welcome-template-go"),
        "welcome-sample" => ("welcome-sample", "welcome-sample-text", "welcome-sample-go"),
        _ => ("welcome-open", "welcome-open-text", "welcome-open-go"),
    };
    style::card(ui).show(ui, |ui| {
        ui.set_width(680.0);
        ui.horizontal(|ui| {
            ui.allocate_ui(vec2(470.0, 44.0), |ui| {
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 2.0;
                    ui.label(strong(words.text(title), size::BODY + 2.0));
                    ui.label(muted(ui, words.text(text)));
                });
            });
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if ui.add(button(ui, words.text(go)).min_size(vec2(150.0, 34.0))).clicked() {
                    out.push(command);
                }
            });
        });
    });
}

fn recent(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    let recent = &session.outside().recent;
    if recent.is_empty() {
        return;
    }
    ui.add_space(8.0);
    ui.label(strong(session.words().text("welcome-recent"), size::BODY));
    for path in recent {
        let name =
            path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
        if ui.add(egui::Button::new(name).frame(false)).on_hover_text(path.display().to_string()).clicked() {
            out.push(Command::Host(Request::Open(path.clone())));
        }
    }
}
