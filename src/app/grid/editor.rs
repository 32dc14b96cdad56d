//! The cell editor on screen: a line of text, suggestions, a calendar for dates.
//!
//! Stateless: the text, suggestions and problem are the session's, and mouse actions become
//! commands.

use egui::accesskit::Live;
use egui::{Frame, Id, Key, Order, Rect, ScrollArea, Stroke, TextEdit, Ui, vec2};

use crate::app::style::{colour, palette};
use crate::app::{calendar, field, heard, offers};
use crate::domain::id::CellRef;
use crate::domain::message::Message;
use crate::domain::schema::{ColumnKey, Kind};
use crate::domain::value::Value;
use crate::exchange::entry::Suggestion;
use crate::session::Session;
use crate::session::grid::{Direction, Editor, EditorPlace, GridCommand};

use super::spoken;

pub fn id(cell: CellRef) -> Id {
    Id::unique(("editor", cell))
}

/// Shows the editor over its cell, within the clip of `ui`.
pub fn show(ui: &mut Ui, session: &Session, editor: &Editor, cell: Rect, out: &mut Vec<GridCommand>) {
    let Some(info) = editor.cell.table.column(editor.cell.column) else { return };
    let p = palette(ui);
    let is_note = matches!(info.kind, Kind::Notes);
    let size =
        vec2(cell.width().max(if is_note { 420.0 } else { 120.0 }), cell.height() * if is_note { 4.0 } else { 1.0 });
    // It may be wider than its cell, but stays within the grid.
    let (clip, rect) = (ui.clip_rect(), Rect::from_min_size(cell.min, size));
    let shift = vec2((clip.right() - rect.right()).min(0.0), (clip.bottom() - rect.bottom()).min(0.0));
    let rect = rect.translate(shift.max(clip.min - rect.min));
    let border = if editor.problem.is_some() { p.error } else { p.accent };
    let mut field_ui = ui.new_child(egui::UiBuilder::new().max_rect(rect));
    let frame = Frame::new()
        .fill(colour(p.surface))
        .stroke(Stroke::new(2.0, colour(border)))
        .inner_margin(egui::Margin::symmetric(6, 3));
    field_ui.spacing_mut().interact_size.y = 0.0;
    frame.show(&mut field_ui, |ui| {
        let size = rect.size() - vec2(16.0, 10.0);
        let shown = field::show(ui, id(editor.cell), &editor.line, session.is_in_editor(), |text| {
            let field = if is_note {
                let newline = egui::KeyboardShortcut::new(egui::Modifiers::SHIFT, Key::Enter);
                TextEdit::multiline(text).return_key(newline)
            } else {
                TextEdit::singleline(text)
            };
            field.frame(Frame::NONE).desired_width(size.x).min_size(vec2(0.0, size.y))
        });
        if let (true, Some((from, to))) = (shown.is_touched, shown.selected) {
            out.push(GridCommand::Caret(from, to));
        }
        heard::describe(&shown.response, spoken::edited(session, editor));
        shown.response.accessible_name(name(session, editor, info.key));
    });
    if session.is_in_editor() {
        under(ui, session, editor, info.kind, rect, out);
    }
}

/// The name of the edited cell: its column, in the grid with its header there.
fn name(session: &Session, editor: &Editor, column: ColumnKey) -> String {
    match editor.place {
        EditorPlace::Grid => session.grid(editor.cell.table).sheet().header(editor.at.1, session.words()),
        EditorPlace::Card => session.words().text(&editor.cell.table.column_word(column)).to_owned(),
    }
}

/// Heights needed by a calendar with a problem, and by a few suggestions.
const CALENDAR: f32 = 350.0;
const OFFERS: f32 = 192.0;
/// Its width, at most.
const WIDTH: f32 = 360.0;

/// The popup under the editor: the problem, suggestions, a calendar.
fn under(ui: &Ui, session: &Session, editor: &Editor, kind: Kind, below: Rect, out: &mut Vec<GridCommand>) {
    let is_date = kind.is_date();
    if editor.problem.is_none() && editor.entries() == 0 && !is_date {
        return;
    }
    let p = palette(ui);
    // Near the bottom of the window it goes above the cell, and a calendar without room there beside it: never over the
    // text.
    let screen = ui.ctx().content_rect();
    let (above, under) = (below.top() - screen.top(), screen.bottom() - below.bottom());
    let is_low = under < if is_date { CALENDAR } else { OFFERS };
    let (pivot, at) = match () {
        () if is_low && is_date && above < CALENDAR && screen.right() - below.right() > WIDTH => {
            (egui::Align2::LEFT_TOP, below.right_top() + vec2(4.0, 0.0))
        }
        () if is_low && is_date && above < CALENDAR => (egui::Align2::RIGHT_TOP, below.left_top() - vec2(4.0, 0.0)),
        () if is_low && above > under => (egui::Align2::LEFT_BOTTOM, below.left_top() - vec2(0.0, 4.0)),
        () => (egui::Align2::LEFT_TOP, below.left_bottom() + vec2(0.0, 4.0)),
    };
    egui::Area::new(Id::unique(("editor-under", editor.cell)))
        .order(Order::Foreground)
        .pivot(pivot)
        .fixed_pos(at)
        .constrain(true)
        .show(ui.ctx(), |ui| {
            Frame::popup(ui.style()).show(ui, |ui| {
                ui.set_max_width(WIDTH);
                if let Some(problem) = &editor.problem {
                    let said = ui.colored_label(colour(p.error), session.words().say(problem));
                    heard::announce(&said, Live::Assertive);
                }
                // A long list scrolls rather than covering its cell.
                let beside = (screen.bottom() - below.bottom()).max(if is_low { below.top() } else { 0.0 });
                let room = (beside - 32.0).max(160.0);
                ui.scope(|ui| {
                    ui.spacing_mut().item_spacing.y = 2.0;
                    let list = ScrollArea::vertical().max_height(room).min_scrolled_height(room);
                    list.show(ui, |ui| {
                        heard::list(ui, session.words().text("heard-offers"), id(editor.cell), |ui| {
                            entries(ui, session, editor, below.width().max(180.0), out)
                        });
                    });
                });
                // The problem has priority if there is no room for both.
                let has_room = editor.problem.is_none() || screen.bottom() - below.bottom() > CALENDAR + 40.0;
                if is_date
                    && has_room
                    && let Some(month) = editor.month
                {
                    let today = session.today();
                    match calendar::show(ui, session.words(), month, editor.day, today) {
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

/// Shows the entries, and returns the current one.
fn entries(ui: &mut Ui, session: &Session, editor: &Editor, width: f32, out: &mut Vec<GridCommand>) -> Option<Id> {
    let mut current = None;
    let mut entry = |at: usize, offer: &Suggestion, command: GridCommand| {
        let is_current = editor.offer == Some(at);
        offers::heading(ui, &editor.offers, at);
        let response = offers::show(ui, offer, is_current, (at, editor.entries()), vec2(width, 28.0));
        current = current.or(is_current.then_some(response.id));
        if response.clicked() {
            out.push(command);
        }
    };
    for (at, offer) in editor.offers.iter().enumerate() {
        entry(at, offer, GridCommand::Take(offer.value.clone(), Direction::Stay));
    }
    if let Some(table) = editor.creates() {
        let label = Message::new("entry-create").text("kind", table.key()).text("name", editor.text().trim());
        let offer = Suggestion::new(Value::Empty, session.words().say(&label));
        entry(editor.offers.len(), &offer, GridCommand::Create(Direction::Stay));
    }
    current
}
