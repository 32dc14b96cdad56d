//! The backups of the open file: what changed since each, and the way back.

use egui::{ScrollArea, Ui};

use crate::app::style::muted;
use crate::domain::message::Message;
use crate::edit::Difference;
use crate::session::Session;
use crate::session::command::{Command, Outbox, Request};
use crate::session::dialog::Backed;

use super::{answers, text, title};

/// Height of the rest of the dialog: title, answers, margins.
const AROUND: f32 = 220.0;
const LINE: f32 = 34.0;

pub fn show(ui: &mut Ui, session: &Session, backups: Option<&[Backed]>, out: &mut Outbox) {
    let words = session.words();
    title(ui, words.text("backups-title"));
    let said = muted(ui, words.text("backups-text"));
    text(ui, said);
    ui.add_space(8.0);
    match backups {
        None => drop(ui.label(words.text("backups-looking"))),
        Some([]) => drop(ui.label(words.text("backups-none"))),
        Some(backups) => {
            let room = (ui.ctx().content_rect().height() - AROUND).max(80.0);
            ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show_rows(
                ui,
                LINE,
                backups.len(),
                |ui, shown| {
                    for backup in backups.get(shown).unwrap_or_default() {
                        line(ui, session, backup, out);
                    }
                },
            );
        }
    }
    answers(ui, session, out);
}

fn line(ui: &mut Ui, session: &Session, backup: &Backed, out: &mut Outbox) {
    let words = session.words();
    let day = words.date(backup.day);
    let name = match backup.time {
        None => day.clone(),
        Some(time) => words.say(
            &Message::new("backups-replaced").text("day", day.clone()).text("time", time.format("%H:%M").to_string()),
        ),
    };
    ui.horizontal(|ui| {
        ui.set_height(LINE - ui.spacing().item_spacing.y);
        cell(ui, 200.0, name);
        let told = match backup.difference {
            None => words.text("backups-unreadable").to_owned(),
            Some(difference) if difference == Difference::default() => words.text("backups-same").to_owned(),
            Some(Difference { added, removed, changed }) => words.say(
                &Message::new("backups-differs")
                    .count("changed", changed)
                    .count("added", removed)
                    .count("removed", added),
            ),
        };
        cell(ui, 330.0, told);
        let mut button = |key, is_on, request| {
            let button = ui.add_enabled(is_on, egui::Button::new(words.text(key)));
            if button.clicked() {
                out.extend([Command::Dismiss, Command::Host(request)]);
            }
        };
        button("backups-open", backup.difference.is_some(), Request::Open(backup.path.clone()));
        let is_other = backup.difference.is_some_and(|difference| difference != Difference::default());
        button("backups-restore", is_other && !session.is_read_only(), Request::Restore(backup.clone()));
    });
}

/// A text in a column of the list.
fn cell(ui: &mut Ui, width: f32, text: String) {
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    ui.allocate_ui_with_layout(egui::vec2(width, LINE - 8.0), layout, |ui| {
        ui.set_min_width(width);
        ui.add(egui::Label::new(text).truncate());
    });
}
