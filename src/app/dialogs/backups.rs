//! The backups of the open file: what changed since each, and the way back.

use egui::Ui;

use crate::app::style::muted;
use crate::domain::message::Message;
use crate::edit::Difference;
use crate::session::Session;
use crate::session::command::{Command, Outbox, Request};
use crate::session::dialog::Backed;

use super::{answers, lines, text, title};

pub fn show(ui: &mut Ui, session: &Session, backups: Option<&[Backed]>, out: &mut Outbox) {
    let words = session.words();
    title(ui, words.text("backups-title"));
    let said = muted(ui, words.text("backups-text"));
    text(ui, said);
    ui.add_space(8.0);
    match backups {
        None => drop(ui.label(words.text("backups-looking"))),
        Some([]) => drop(ui.label(words.text("backups-none"))),
        Some(backups) => lines::show(ui, backups, |ui, backup| line(ui, session, backup, out)),
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
    lines::cell(ui, 200.0, name);
    let told = match backup.difference {
        None => words.text("backups-unreadable").to_owned(),
        Some(difference) if difference == Difference::default() => words.text("backups-same").to_owned(),
        Some(Difference { added, removed, changed }) => words.say(
            &Message::new("backups-differs").count("changed", changed).count("added", removed).count("removed", added),
        ),
    };
    lines::cell(ui, 330.0, told);
    let is_other = backup.difference.is_some_and(|difference| difference != Difference::default());
    let asked = [
        ("backups-open", backup.difference.is_some(), Request::Open(backup.path.clone())),
        ("backups-restore", is_other && !session.is_read_only(), Request::Restore(backup.clone())),
    ];
    for (key, is_on, request) in asked {
        if lines::button(ui, words.text(key), is_on) {
            out.extend([Command::Dismiss, Command::Host(request)]);
        }
    }
}
