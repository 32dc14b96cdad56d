//! The fields and steps of the card: lines that take the keyboard, and the editor in place.

use egui::text::{LayoutJob, TextFormat};
use egui::{EventFilter, Id, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::app::style::{colour, palette, regular, semibold};
use crate::app::{field, grid, heard, striking};
use crate::domain::check::Severity;
use crate::domain::id::CellRef;
use crate::domain::message::Message;
use crate::domain::schema::ColumnKey;
use crate::session::card::{CardStep, Field, StepState};
use crate::session::command::{Command, Outbox};
use crate::session::grid::EditorPlace;
use crate::theme::{Rgb, size};

use super::CardFrame;

/// Width of field names.
const NAMES: f32 = 118.0;
/// Space above and below a line.
const LEADING: f32 = 2.0;
/// Height of a step.
const STEP: f32 = 26.0;
/// Distance of the timeline's dots from the left.
const DOTS: f32 = 6.0;

impl CardFrame<'_> {
    pub(super) fn field(&self, ui: &mut Ui, field: &Field, out: &mut Outbox) {
        let p = palette(ui);
        let names = NAMES.min(ui.available_width() * 0.4);
        let name = ui.painter().layout(field.label.clone(), regular(size::CAPTION + 0.5), colour(p.muted), names);
        let room = (ui.available_width() - names - 8.0).max(1.0);
        let ink = colour(self.ink(ui, field.column).unwrap_or(p.ink));
        let text = ui.painter().layout(field.text.clone(), regular(size::BODY), ink, room);
        let height = name.size().y.max(text.size().y) + 2.0 * LEADING;
        let said = format!("{} : {}", field.label, field.text);
        let (rect, response) = self.line(ui, height, self.id(field.column), field.column, &said, out);
        self.back(ui, rect, field.column, &response);
        // The first lines share a baseline.
        ui.painter().galley(rect.min + vec2(0.0, LEADING), name, colour(p.muted));
        ui.painter().galley(rect.min + vec2(names + 8.0, LEADING), text, ink);
        focus_frame(ui, rect, &response);
        self.editor(ui, rect, field.column, out);
    }

    pub(super) fn step(&self, ui: &mut Ui, step: &CardStep, [before, after]: [Option<&CardStep>; 2], out: &mut Outbox) {
        let p = palette(ui);
        let words = self.session.words();
        let date = match step.state {
            StepState::ToCome => String::new(),
            StepState::Planned(day) => words.say(&Message::new("card-planned").date("day", day)),
            StepState::Taken(day) | StepState::Ended(day) => words.date(day),
        };
        let date = step.draft.clone().unwrap_or(date);
        let known = if date.is_empty() { words.text("card-to-come") } else { &date };
        let said = format!("{} : {known}", step.label);
        let (rect, response) = self.line(ui, STEP, self.id(step.column), step.column, &said, out);
        self.back(ui, rect, step.column, &response);
        thread(ui, rect, step, [before, after]);
        let (ink, date_ink) = match step.state {
            StepState::ToCome => (p.muted, p.muted),
            StepState::Planned(_) => (p.ink, p.accent),
            StepState::Taken(_) => (p.ink, p.muted),
            StepState::Ended(_) => (p.opposite, p.opposite),
        };
        let font = if matches!(step.state, StepState::Ended(_)) { semibold(size::BODY) } else { regular(size::BODY) };
        let date_ink = self.ink(ui, step.column).unwrap_or(date_ink);
        let date = ui.painter().layout_no_wrap(date, regular(size::CAPTION + 0.5), colour(date_ink));
        let left = rect.left() + 2.0 * DOTS + 10.0;
        let mut name = LayoutJob::single_section(
            step.label.clone(),
            TextFormat { font_id: font, color: colour(ink), ..TextFormat::default() },
        );
        let room = (rect.right() - left - date.size().x - 12.0).max(1.0);
        name.wrap = egui::text::TextWrapping::truncate_at_width(room);
        let name = ui.painter().layout_job(name);
        let top = rect.center().y - name.size().y / 2.0;
        ui.painter().galley(pos2(left, top), name, colour(ink));
        let at = pos2(rect.right() - date.size().x - 4.0, top);
        ui.painter().galley(at, date, colour(date_ink));
        focus_frame(ui, rect, &response);
        self.editor(ui, rect, step.column, out);
    }

    /// Highlights the field with the keyboard or the pointer.
    fn back(&self, ui: &Ui, rect: Rect, column: ColumnKey, response: &Response) {
        let p = palette(ui);
        let is_current = self.session.card_field() == Some(column);
        if is_current || response.hovered() {
            let fill = if is_current { p.selected } else { p.raised };
            ui.painter().rect_filled(rect.expand2(vec2(6.0, 0.0)), 4.0, colour(fill));
        }
        if is_current {
            self.keep_keyboard(ui, response);
        }
        let cell = CellRef { table: self.table, row: self.row, column };
        heard::describe(response, grid::told(self.session, cell, self.session.finding_at(cell)).unwrap_or_default());
        if is_current {
            self.scroll_to(ui, rect);
        }
    }

    /// The window's focus follows the session's.
    pub(super) fn keep_keyboard(&self, ui: &Ui, response: &Response) {
        if self.session.is_in_card() {
            let all = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
            field::keep_focus(ui, response.id, all);
            ui.data_mut(|data| data.insert_temp(stop_key(), response.id));
        }
    }

    /// Scrolls to what has the keyboard, if that changed.
    pub(super) fn scroll_to(&self, ui: &Ui, rect: Rect) {
        let (_, moves) = self.session.card_scroll();
        let seen = ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or(Id::unique("card-moves"), 0), moves));
        if seen != moves {
            ui.scroll_to_rect(rect.expand(12.0), None);
        }
    }

    /// The editor, if it is open on this field of the card.
    fn editor(&self, ui: &mut Ui, rect: Rect, column: ColumnKey, out: &mut Outbox) {
        let open = self.session.grid(self.table).editor().filter(|editor| editor.place == EditorPlace::Card);
        let Some(editor) = open.filter(|editor| editor.cell.column == column && editor.cell.row == self.row) else {
            return;
        };
        let mut commands = Vec::new();
        let names = NAMES.min(rect.width() * 0.4);
        let place =
            Rect::from_min_max(pos2(rect.left() + names, rect.top() - 2.0), pos2(rect.right(), rect.top() + STEP));
        grid::show_editor(ui, self.session, editor, place, &mut commands);
        out.extend(commands.into_iter().map(|command| Command::Grid(self.table, command)));
    }

    /// The text colour of a cell with a finding.
    fn ink(&self, ui: &Ui, column: ColumnKey) -> Option<Rgb> {
        let p = palette(ui);
        let severity = self.session.finding_at(CellRef { table: self.table, row: self.row, column })?.severity;
        Some(if severity == Severity::Error { p.error } else { p.warning })
    }

    /// A clickable line for a column.
    pub(super) fn line(
        &self,
        ui: &mut Ui,
        height: f32,
        id: Id,
        to: ColumnKey,
        said: &str,
        out: &mut Outbox,
    ) -> (Rect, Response) {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let response = ui.interact(rect, id, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, said));
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        striking::menu(&response, self.session, CellRef { table: self.table, row: self.row, column: to }, out);
        if response.secondary_clicked() {
            out.push(Command::CardField(self.table, self.row, to));
        }
        if response.clicked() {
            let is_again = response.double_clicked() || self.session.card_field() == Some(to);
            let command = if is_again { Command::EditCardField } else { Command::CardField };
            out.push(command(self.table, self.row, to));
        }
        (rect, response)
    }
}

fn stop_key() -> Id {
    Id::unique("card-stop")
}

/// The id of what had the keyboard in the card when it was last shown.
pub fn stop_id(ctx: &egui::Context) -> Option<Id> {
    ctx.data(|data| data.get_temp(stop_key()))
}

/// The dot of a step and the lines to its neighbours, coloured between completed steps.
fn thread(ui: &Ui, rect: Rect, step: &CardStep, [before, after]: [Option<&CardStep>; 2]) {
    let p = palette(ui);
    let is_taken = |step: &CardStep| matches!(step.state, StepState::Taken(_));
    let dot = pos2(rect.left() + DOTS, rect.center().y);
    for (other, heights) in [(before, rect.top()..=dot.y - 5.0), (after, dot.y + 5.0..=rect.bottom())] {
        let Some(other) = other else { continue };
        let ink = if is_taken(step) && is_taken(other) { p.accent } else { p.border };
        ui.painter().vline(dot.x, heights, Stroke::new(2.0, colour(ink)));
    }
    match step.state {
        StepState::Taken(_) => ui.painter().circle_filled(dot, 5.0, colour(p.accent)),
        StepState::Ended(_) => ui.painter().circle_filled(dot, 5.0, colour(p.opposite)),
        StepState::Planned(_) => ui.painter().circle_stroke(dot, 4.25, Stroke::new(1.5, colour(p.accent))),
        StepState::ToCome => ui.painter().circle_stroke(dot, 4.25, Stroke::new(1.5, colour(p.border))),
    };
}

pub(super) fn focus_frame(ui: &Ui, rect: Rect, response: &Response) {
    if response.has_focus() {
        let line = Stroke::new(2.0, colour(palette(ui).accent));
        ui.painter().rect_stroke(rect.expand2(vec2(5.0, 0.0)), 4.0, line, egui::StrokeKind::Inside);
    }
}
