//! The editor of one cell: a line of text, what could be meant, a calendar for dates.
//!
//! Holds nothing itself: text, offers and the reason of a refusal are in the grid's state, and
//! every change goes out as a command.

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Event, Frame, Id, Key, Order, Rect, ScrollArea, Stroke, TextEdit, Ui, vec2};

use crate::app::calendar;
use crate::app::style::{colour, palette};
use crate::domain::message::Message;
use crate::domain::schema::Kind;
use crate::domain::value::Value;

use super::command::{Direction, GridCommand};
use super::keys;
use super::state::Editor;
use super::view::GridView;

/// Shows the editor over its cell.
pub fn show(ui: &mut Ui, view: &GridView, editor: &Editor, cell: Rect, out: &mut Vec<GridCommand>) {
    let Some(info) = editor.cell.table.column(editor.cell.column) else { return };
    let p = palette(ui);
    let id = Id::unique(("editor", editor.cell));
    let mut after = Vec::new();
    if view.takes_keys {
        if ui.memory(|memory| memory.focused() != Some(id)) {
            begin(ui, editor, id);
        }
        after = take_keys(ui, editor);
        keep_focus(ui, id);
    } else {
        ui.memory_mut(|memory| memory.surrender_focus(id));
    }
    let width = cell.width().max(if matches!(info.kind, Kind::Notes) { 420.0 } else { 120.0 });
    let mut text = editor.text.clone();
    let mut rect = Rect::from_min_size(cell.min, vec2(width, cell.height()));
    if matches!(info.kind, Kind::Notes) {
        rect = Rect::from_min_size(cell.min, vec2(width, cell.height() * 4.0));
    }
    // It may be wider than its cell, and stays within the grid.
    let clip = ui.clip_rect();
    let shift = vec2((clip.right() - rect.right()).min(0.0), (clip.bottom() - rect.bottom()).min(0.0));
    rect = rect.translate(shift);
    let border = if editor.problem.is_some() { p.error } else { p.accent };
    let mut field_ui = ui.new_child(egui::UiBuilder::new().max_rect(rect));
    let frame = Frame::new()
        .fill(colour(p.surface))
        .stroke(Stroke::new(2.0, colour(border)))
        .inner_margin(egui::Margin::symmetric(6, 3));
    field_ui.spacing_mut().interact_size.y = 0.0;
    frame.show(&mut field_ui, |ui| {
        let field = if matches!(info.kind, Kind::Notes) {
            let newline = egui::KeyboardShortcut::new(egui::Modifiers::SHIFT, Key::Enter);
            TextEdit::multiline(&mut text).return_key(newline)
        } else {
            TextEdit::singleline(&mut text)
        };
        let size = rect.size() - vec2(16.0, 10.0);
        let response = ui.add(field.id(id).frame(Frame::NONE).desired_width(size.x).min_size(vec2(0.0, size.y)));
        if response.changed() {
            out.push(GridCommand::Type(text.clone()));
        }
        let name = format!("col-{}-{}", editor.cell.table.key(), info.key.as_str());
        response.accessible_name(view.words.text(&name));
    });
    // What was typed before the key is in the field by now; what came after it is typed on.
    if let Some((command, rest)) = first_command(editor, &after) {
        if matches!(command, GridCommand::Today) {
            caret_to_end(ui, id);
        }
        out.push(command);
        let is_typing = matches!(out.last(), Some(GridCommand::Today));
        keys::commands(rest, 1, is_typing, out);
    }
    if view.takes_keys {
        under(ui, view, editor, info.kind, rect, out);
    }
}

/// A cell that was typed over can be typed empty again: Ctrl+Z takes back its first letter as well.
/// What was typed there before is none of its steps.
fn begin(ui: &Ui, editor: &Editor, id: Id) {
    let mut state = TextEditState::default();
    if editor.is_typed {
        let mut undoer = state.undoer();
        undoer.add_undo(&(CCursorRange::default(), String::new()));
        state.set_undoer(undoer);
    }
    TextEdit::store_state(ui.ctx(), id, state);
    caret_to_end(ui, id);
}

/// What is typed goes on after the text.
fn caret_to_end(ui: &Ui, id: Id) {
    if let Some(mut state) = TextEditState::load(ui.ctx(), id) {
        state.cursor.set_char_range(Some(CCursorRange::one(CCursor::new(usize::MAX))));
        TextEdit::store_state(ui.ctx(), id, state);
    }
}

/// The keyboard is the editor's while it is open, and Tab, arrows and Esc do not take it away.
fn keep_focus(ui: &Ui, id: Id) {
    let filter = egui::EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
    ui.memory_mut(|memory| {
        if memory.focused() != Some(id) {
            memory.request_focus(id);
        }
        memory.set_focus_lock_filter(id, filter);
    });
}

/// From the first key that is the grid's on, events are taken before the text field sees them.
fn take_keys(ui: &Ui, editor: &Editor) -> Vec<Event> {
    ui.input_mut(|input| {
        let first = input.events.iter().position(|event| command_of(editor, event).is_some());
        first.map_or_else(Vec::new, |at| input.events.split_off(at))
    })
}

/// The command of the first event, and the events after it.
fn first_command<'a>(editor: &Editor, events: &'a [Event]) -> Option<(GridCommand, &'a [Event])> {
    let (first, rest) = events.split_first()?;
    Some((command_of(editor, first)?, rest))
}

/// What an event asks for, where it is a key that is not the text's.
fn command_of(editor: &Editor, event: &Event) -> Option<GridCommand> {
    let Event::Key { key, pressed: true, modifiers, .. } = event else { return None };
    let command = keys::editing(*key, *modifiers, editor.entries(), editor.offer)?;
    Some(if let GridCommand::Commit(then) = command { editor.taken(then) } else { command })
}

/// Heights that a calendar with a reason, and a few offers, need.
const CALENDAR: f32 = 350.0;
const OFFERS: f32 = 192.0;

/// What is shown under the editor: why it was not taken, what could be meant, a calendar.
fn under(ui: &Ui, view: &GridView, editor: &Editor, kind: Kind, below: Rect, out: &mut Vec<GridCommand>) {
    let is_date = matches!(kind, Kind::Date);
    if editor.problem.is_none() && editor.entries() == 0 && !is_date {
        return;
    }
    let p = palette(ui);
    // Low in the window it stands above the cell instead: it never covers what is typed.
    let screen = ui.ctx().content_rect();
    let is_low = screen.bottom() - below.bottom() < if is_date { CALENDAR } else { OFFERS };
    let (pivot, at) = if is_low && below.top() - screen.top() > screen.bottom() - below.bottom() {
        (egui::Align2::LEFT_BOTTOM, below.left_top() - vec2(0.0, 4.0))
    } else {
        (egui::Align2::LEFT_TOP, below.left_bottom() + vec2(0.0, 4.0))
    };
    egui::Area::new(Id::unique(("editor-under", editor.cell)))
        .order(Order::Foreground)
        .pivot(pivot)
        .fixed_pos(at)
        .constrain(true)
        .show(ui.ctx(), |ui| {
            Frame::popup(ui.style()).show(ui, |ui| {
                ui.set_max_width(360.0);
                if let Some(problem) = &editor.problem {
                    ui.colored_label(colour(p.error), view.words.say(problem));
                }
                // A long list scrolls: it never covers the cell that it is for.
                let beside = (screen.bottom() - below.bottom()).max(if is_low { below.top() } else { 0.0 });
                let room = (beside - 32.0).max(160.0);
                ui.scope(|ui| {
                    ui.spacing_mut().item_spacing.y = 2.0;
                    let list = ScrollArea::vertical().max_height(room).min_scrolled_height(room);
                    list.show(ui, |ui| entries(ui, view, editor, below.width().max(180.0), out));
                });
                // The reason comes first, where there is no room for both.
                let has_room = editor.problem.is_none() || screen.bottom() - below.bottom() > CALENDAR + 40.0;
                if is_date
                    && has_room
                    && let Some(month) = editor.month
                {
                    let today = view.lens.as_of;
                    match calendar::show(ui, view.words, month, chosen(view, editor), today) {
                        Some(calendar::Picked::Month(month)) => out.push(GridCommand::Month(month)),
                        Some(calendar::Picked::Day(day)) => {
                            out.push(GridCommand::Take(Value::Date(day), Direction::Stay));
                        }
                        None => {}
                    }
                }
            });
        });
}

fn entries(ui: &mut Ui, view: &GridView, editor: &Editor, width: f32, out: &mut Vec<GridCommand>) {
    let mut entry = |at: usize, label: &str, command: GridCommand| {
        let is_current = editor.offer == Some(at);
        let response = ui.add(egui::Button::selectable(is_current, label).min_size(vec2(width, 28.0)));
        if is_current {
            response.scroll_to_me(None);
        }
        if response.clicked() {
            out.push(command);
        }
    };
    for (at, offer) in editor.offers.iter().enumerate() {
        entry(at, &offer.label, GridCommand::Take(offer.value.clone(), Direction::Stay));
    }
    if let Some(table) = editor.creates() {
        let label = Message::new("entry-create").text("kind", table.key()).text("name", editor.text.trim());
        entry(editor.offers.len(), &view.words.say(&label), GridCommand::Create(Direction::Stay));
    }
}

/// The day that the cell holds now.
fn chosen(view: &GridView, editor: &Editor) -> Option<chrono::NaiveDate> {
    view.lens.value(editor.cell).as_date()
}
