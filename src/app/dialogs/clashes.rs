//! Values that two people changed: what each typed, what was there before, and the choice.

use egui::{ScrollArea, Ui};

use crate::app::style::{self, muted, strong};
use crate::domain::message::Message;
use crate::edit::{Clash, Edit};
use crate::session::Session;
use crate::session::command::{Command, Outbox};
use crate::theme::size;

use super::{answers, text, title};

/// Height of the rest of the dialog: title, answers, margins.
const AROUND: f32 = 220.0;

pub fn show(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    let words = session.words();
    title(ui, words.text("clashes-title"));
    let said = muted(ui, words.text("clashes-text"));
    text(ui, said);
    ui.add_space(8.0);
    let room = (ui.ctx().content_rect().height() - AROUND).max(80.0);
    ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| {
        let mut any = false;
        for clash in session.clashes() {
            line(ui, session, clash, out);
            any = true;
        }
        if !any {
            ui.label(words.text("clashes-none"));
        }
    });
    answers(ui, session, out);
}

fn line(ui: &mut Ui, session: &Session, clash: &Clash, out: &mut Outbox) {
    let (words, cell) = (session.words(), clash.cell);
    let column = words.text(&cell.table.column_word(cell.column)).to_owned();
    ui.label(strong(format!("{} · {column}", session.label_of(cell.table, cell.row)), size::BODY));
    let by = if clash.by.is_empty() { words.text("merged-someone").to_owned() } else { clash.by.clone() };
    let was = Message::new("clashes-was").text("value", session.clash_text(cell, &clash.base));
    ui.label(muted(ui, words.say(&was)));
    ui.horizontal_wrapped(|ui| {
        let theirs =
            Message::new("clashes-theirs").text("by", by).text("value", session.clash_text(cell, &clash.theirs));
        if ui.add(style::primary(ui, &words.say(&theirs))).clicked() {
            out.push(Command::Apply(Edit::Draft { cell, text: None }));
        }
        let mine = Message::new("clashes-mine").text("value", session.clash_text(cell, &clash.mine));
        if ui.button(words.say(&mine)).clicked() {
            out.push(Command::Apply(Edit::Set { cell, value: clash.mine.clone() }));
        }
    });
    ui.add_space(12.0);
}
