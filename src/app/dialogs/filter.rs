//! The filter of a column: its values with their counts, a text, bounds, empty or not.

use egui::{ScrollArea, Ui};

use crate::app::style;
use crate::domain::message::Message;
use crate::session::Session;
use crate::session::command::{Command, Outbox};
use crate::session::dialog::Dialog;
use crate::session::dialog::filter::{FilterForm, FilterKind};

use super::{answers, line, title};

/// Height of the rest of the dialog.
const AROUND: f32 = 350.0;

pub fn show(ui: &mut Ui, session: &Session, draft: &FilterForm, out: &mut Outbox) {
    let words = session.words();
    let sheet = session.grid(draft.table).sheet();
    let Some(info) = sheet.column(draft.column) else { return };
    let name = sheet.header(draft.column, words);
    title(ui, &words.say(&Message::new("filter-title").text("column", name)));
    let mut next = draft.clone();
    ui.horizontal_wrapped(|ui| {
        for sort in FilterKind::of(info.kind) {
            if ui.selectable_label(sort == draft.sort, words.text(sort.key())).clicked() {
                next.sort = sort;
            }
        }
    });
    ui.separator();
    match draft.sort {
        FilterKind::OneOf => one_of(ui, session, &mut next, out),
        FilterKind::Contains => line(ui, session, 0, words.text("filter-contains"), "", out),
        FilterKind::Between => between(ui, session, draft, out),
        FilterKind::Empty | FilterKind::Filled => {}
    }
    if next != *draft {
        out.push(Command::Ask(Dialog::Filter(Box::new(next))));
    }
    answers(ui, session, out);
}

fn one_of(ui: &mut Ui, session: &Session, next: &mut FilterForm, out: &mut Outbox) {
    let words = session.words();
    let hint = words.text("filter-search");
    line(ui, session, 0, hint, hint, out);
    let listed: Vec<(String, usize)> = next.listed().into_iter().cloned().collect();
    ui.horizontal(|ui| {
        if ui.button(words.text("filter-all")).clicked() {
            next.chosen.extend(listed.iter().map(|(text, _)| text.clone()));
        }
        if ui.button(words.text("filter-nothing")).clicked() {
            next.chosen.retain(|text| !listed.iter().any(|(listed, _)| listed == text));
        }
    });
    let height = ui.spacing().interact_size.y;
    // With large text the window may be low: the buttons stay visible.
    let room = (ui.ctx().content_rect().height() - AROUND).clamp(60.0, 260.0);
    let list = ScrollArea::vertical().max_height(room).auto_shrink([false, true]);
    list.show_rows(ui, height, listed.len(), |ui, shown| {
        style::plain_boxes(ui);
        for (text, count) in listed.get(shown).unwrap_or(&[]) {
            let mut is_in = next.chosen.contains(text);
            let name = if text.is_empty() { words.text("filter-empty") } else { text.as_str() };
            if ui.checkbox(&mut is_in, format!("{name}   {}", words.count(*count))).changed() {
                if is_in {
                    next.chosen.insert(text.clone());
                } else {
                    next.chosen.remove(text);
                }
            }
        }
    });
}

/// Two bounds, typed as in a cell, and why one is invalid.
fn between(ui: &mut Ui, session: &Session, draft: &FilterForm, out: &mut Outbox) {
    let words = session.words();
    for (place, word) in ["filter-from", "filter-to"].into_iter().enumerate() {
        ui.label(words.text(word));
        line(ui, session, place, words.text(word), "", out);
    }
    let Some(info) = session.grid(draft.table).sheet().column(draft.column) else { return };
    let problem = draft.bounds.iter().find_map(|bound| session.value_typed(info.kind, bound.text()).err());
    if let Some(problem) = problem {
        ui.label(words.say(&problem));
    }
}
