//! What is to do: by kind, each with since when and why; it opens its place and can be put off.

use chrono::NaiveDate;
use egui::text::LayoutJob;
use egui::{Align, Layout, Rect, ScrollArea, Ui, UiBuilder, vec2};

use crate::app::style::{self, muted, regular, strong};
use crate::app::{action, heard};
use crate::domain::message::Message;
use crate::domain::postponement::Duty;
use crate::session::Session;
use crate::session::command::{Command, Outbox};
use crate::session::page::{Page, Section};
use crate::theme::size;
use crate::todo::{self, Todo};

use super::{empty, header, list};

/// Height of a line or a heading, with the gap below; and where the reason needs two lines, or more.
const LINE: f32 = 34.0;
const TWO: f32 = 50.0;
const THREE: f32 = 82.0;
/// Above and below what a line holds.
const GAP: f32 = 2.0;
/// Width of the button that opens a place, at most.
const PLACE: f32 = 230.0;
/// Width for the longest reason on one line, and on two. Where it is narrower than the first, a line only says why.
const ROOM: f32 = 1060.0;
const ROOM_FOR_TWO: f32 = 720.0;

pub fn show(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    let words = session.words();
    let title = words.text("page-todo");
    // With large text the lines have priority; each has the button too.
    if header::is_narrow(ui, session) {
        header::alone(ui, session, title);
    } else {
        header::show(ui, session, title, |ui| action::button(ui, session, "put-off", out));
    }
    let todos = session.todos();
    let waiting = todos.len() - todo::due(todos);
    if todos.is_empty() {
        let needs = Page::Section(Section::Relocations);
        return empty::show(ui, session, words.text("todo-none"), &[needs], out);
    }
    let count = Message::new("todo-count").count("n", todo::due(todos)).count("waiting", waiting);
    ui.label(muted(ui, words.say(&count)));
    let lines = lines(todos);
    let at_hand = session.todo_at_hand().map(|(_, todo)| todo);
    let is_at_hand =
        |line: &Line| matches!(line, Line::Item(todo) if at_hand.is_some_and(|it| std::ptr::eq(it, *todo)));
    let current = lines.iter().position(is_at_hand);
    style::card(ui).show(ui, |ui| {
        let item_height = line_height(ui);
        let height = |line: &Line| if matches!(line, Line::Heading(..)) { LINE } else { item_height };
        // Where each line begins, and where the last one ends.
        let tops: Vec<f32> =
            lines.iter().scan(0.0, |end, line| Some(std::mem::replace(end, *end + height(line)))).collect();
        let end = tops.last().zip(lines.last()).map_or(0.0, |(top, last)| top + height(last));
        ScrollArea::vertical().auto_shrink(false).show_viewport(ui, |ui, sight| {
            ui.set_height(end);
            let origin = ui.max_rect().min;
            for (place, (line, top)) in lines.iter().zip(&tops).enumerate() {
                let size = vec2(ui.max_rect().width(), height(line));
                let is_current = current == Some(place);
                if is_current {
                    let rect = Rect::from_min_size(origin + vec2(-8.0, *top), size + vec2(8.0, 0.0));
                    cursor(ui, session, rect, line);
                }
                if top + size.y < sight.top() || *top > sight.bottom() {
                    continue;
                }
                let rect = Rect::from_min_size(origin + vec2(0.0, *top), size).shrink2(vec2(0.0, GAP));
                let layout = match line {
                    Line::Heading(..) => Layout::left_to_right(Align::Max),
                    Line::Item(_) => Layout::left_to_right(Align::Center),
                };
                let mut ui = ui.new_child(UiBuilder::new().max_rect(rect).layout(layout).id_salt(place));
                match line {
                    Line::Heading(duty, count) => heading(&mut ui, session, *duty, *count),
                    Line::Item(todo) => item(&mut ui, session, todo, out),
                }
            }
        });
    });
}

fn line_height(ui: &Ui) -> f32 {
    match ui.available_width() {
        ROOM.. => LINE,
        ROOM_FOR_TWO.. => TWO,
        _ => THREE,
    }
}

/// The line with the cursor: highlighted, and read out.
fn cursor(ui: &Ui, session: &Session, rect: Rect, line: &Line) {
    let Line::Item(todo) = line else { return };
    let label = session.label_of(todo.place.table, todo.place.row);
    let said = format!("{label}, {}", why(session, todo));
    list::cursor(ui, session, rect, (session.todo_moves(), LINE), &said);
}

enum Line<'a> {
    /// A kind, none for what was put off; and how many.
    Heading(Option<Duty>, usize),
    Item(&'a Todo),
}

/// What is to do by kind, then what was put off.
fn lines(todos: &[Todo]) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let heading = |todo: &Todo| todo.put_off.is_none().then_some(todo.duty);
    for under_one in todos.chunk_by(|a, b| heading(a) == heading(b)) {
        lines.extend(under_one.first().map(|todo| Line::Heading(heading(todo), under_one.len())));
        lines.extend(under_one.iter().map(Line::Item));
    }
    lines
}

fn heading(ui: &mut Ui, session: &Session, duty: Option<Duty>, count: usize) {
    let words = session.words();
    let word = duty.map_or("todo-put-off".to_owned(), |duty| format!("choice-duty-{}", duty.key()));
    let name = words.text(&word);
    let text = format!("{name} ({})", words.number(i64::try_from(count).unwrap_or(i64::MAX)));
    ui.label(strong(&text, size::BODY));
}

fn item(ui: &mut Ui, session: &Session, todo: &Todo, out: &mut Outbox) {
    let words = session.words();
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
            ui.label(muted(ui, since.as_str()));
        }
        let why = if has_room {
            egui::Label::new(why).truncate()
        } else {
            let text = format!("{why} ({since})");
            let mut job = LayoutJob::simple(text, regular(size::CAPTION), ui.visuals().text_color(), 0.0);
            // What does not fit is not painted over the next line; pointing at it shows all.
            job.wrap.max_rows = if ui.max_rect().height() < THREE - 2.0 * GAP { 2 } else { 4 };
            egui::Label::new(job).wrap()
        };
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| ui.add(why));
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
    let name = if todo.put_off.is_none() { "todo-put-off-go" } else { "todo-take-up" };
    let button = ui.button(muted(ui, words.text(name)));
    if button.clicked() {
        out.push(session.put_off_command(todo));
    }
    button.accessible_name(format!("{} {label}", words.text(name)));
}
