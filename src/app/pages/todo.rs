//! What is to do: by kind, each with since when and why; it opens its place and can be put off.

use chrono::NaiveDate;
use egui::{Align, Layout, ScrollArea, Ui, vec2};

use crate::app::heard;
use crate::app::style::{self, muted, strong};
use crate::domain::message::Message;
use crate::domain::postponement::Duty;
use crate::domain::schema::TableId;
use crate::session::Session;
use crate::session::act::Act;
use crate::session::command::{Command, Outbox};
use crate::session::page::{Page, Section};
use crate::theme::size;
use crate::todo::{self, Todo};

use super::{empty, header};

/// Height of a line, and of a heading.
const LINE: f32 = 34.0;
/// Width of the button that opens a place, at most.
const PLACE: f32 = 230.0;
/// Where a line is narrower, it only says why, on up to three lines.
const ROOM: f32 = 720.0;
const NARROW: f32 = 58.0;

pub fn show(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    let words = session.words();
    header::show(ui, session, words.text("page-todo"), |_| ());
    let todos = session.todos();
    let waiting = todos.len() - todo::due(todos);
    if todos.is_empty() {
        let needs = Page::Section(Section::Relocations);
        return empty::show(ui, session, words.text("todo-none"), &[needs], out);
    }
    let count = Message::new("todo-count").count("n", todo::due(todos)).count("waiting", waiting);
    ui.label(muted(ui, words.say(&count)));
    let lines = lines(todos);
    style::card(ui).show(ui, |ui| {
        let height = if ui.available_width() >= ROOM { LINE } else { NARROW };
        let gap = ui.spacing().item_spacing.y;
        ScrollArea::vertical().auto_shrink(false).show_rows(ui, height - gap, lines.len(), |ui, shown| {
            for line in lines.get(shown).unwrap_or(&[]) {
                match line {
                    Line::Heading(heading, count) => self::heading(ui, session, height, (*heading, *count)),
                    Line::Item(todo) => item(ui, session, height, todo, out),
                }
            }
        });
    });
}

enum Line<'a> {
    /// A kind, none for what was put off; and how many.
    Heading(Option<Duty>, usize),
    Item(&'a Todo),
}

/// What is to do by kind, then what was put off.
fn lines(todos: &[Todo]) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let (due, waiting): (Vec<&Todo>, Vec<&Todo>) = todos.iter().partition(|todo| todo.put_off.is_none());
    for of_one_kind in due.chunk_by(|a, b| a.duty == b.duty) {
        lines.push(Line::Heading(of_one_kind.first().map(|todo| todo.duty), of_one_kind.len()));
        lines.extend(of_one_kind.iter().copied().map(Line::Item));
    }
    if !waiting.is_empty() {
        lines.push(Line::Heading(None, waiting.len()));
        lines.extend(waiting.into_iter().map(Line::Item));
    }
    lines
}

fn heading(ui: &mut Ui, session: &Session, height: f32, (duty, count): (Option<Duty>, usize)) {
    let words = session.words();
    let word = duty.map_or("todo-put-off".to_owned(), |duty| format!("choice-duty-{}", duty.key()));
    let name = words.text(&word);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), height), Layout::left_to_right(Align::Max), |ui| {
        ui.set_height(height - ui.spacing().item_spacing.y);
        let text = format!("{name} ({})", words.number(i64::try_from(count).unwrap_or(i64::MAX)));
        ui.label(strong(&text, size::BODY));
    });
}

fn item(ui: &mut Ui, session: &Session, height: f32, todo: &Todo, out: &mut Outbox) {
    let words = session.words();
    ui.horizontal(|ui| {
        ui.set_height(height - ui.spacing().item_spacing.y);
        ui.spacing_mut().interact_size.y = LINE - 8.0;
        ui.spacing_mut().button_padding.y = 0.0;
        let label = session.label_of(todo.place.table, todo.place.row);
        let has_room = ui.available_width() >= ROOM;
        let width = PLACE.min(0.24 * ui.available_width());
        let button = egui::Button::new(label.as_str()).truncate().min_size(vec2(width, LINE - 8.0));
        let place = ui.add_sized([width, LINE - 8.0], button);
        let (why, since) = (why(session, todo), words.say(&since(session.today(), todo.since)));
        heard::describe(&place, heard::joined(&[&why, &since]));
        if place.clicked() {
            out.push(Command::Reveal(todo.place));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if !session.is_read_only() {
                put_off(ui, session, todo, &label, out);
            }
            if has_room {
                ui.label(muted(ui, since));
            }
            let why = if has_room {
                egui::Label::new(why).truncate()
            } else {
                egui::Label::new(egui::RichText::new(why).size(size::CAPTION)).wrap()
            };
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| ui.add(why));
        });
    });
}

/// The reason; of what was put off also until when and why.
fn why(session: &Session, todo: &Todo) -> String {
    let words = session.words();
    let why = words.say(&todo.why);
    let postponement = todo.put_off.and_then(|row| session.dataset().postponements.find(row));
    match postponement {
        Some(found) => {
            let until = found.until.unwrap_or(todo.since);
            let key = if found.reason.is_empty() { "todo-known" } else { "todo-known-why" };
            let known = Message::new(key).date("until", until).text("reason", found.reason.clone());
            format!("{} · {why}", words.say(&known))
        }
        None => why,
    }
}

/// Since when it is to do, or in how many days.
fn since(today: NaiveDate, since: NaiveDate) -> Message {
    let days = (today - since).num_days();
    let count = usize::try_from(days.unsigned_abs()).unwrap_or(usize::MAX);
    Message::new(if days < 0 { "todo-in-days" } else { "todo-since-days" }).count("days", count)
}

/// Puts it off, or takes it up again.
fn put_off(ui: &mut Ui, session: &Session, todo: &Todo, label: &str, out: &mut Outbox) {
    let words = session.words();
    let (name, command) = match todo.put_off {
        None => ("todo-put-off-go", Command::Act(Act::PutOff(todo.duty, todo.place.table, todo.place.row))),
        Some(row) => (
            "todo-take-up",
            Command::Apply(crate::edit::remove_rows(session.dataset(), TableId::Postponements, &[row])),
        ),
    };
    let button = ui.button(muted(ui, words.text(name)));
    if button.clicked() {
        out.push(command);
    }
    button.accessible_name(format!("{} {label}", words.text(name)));
}
