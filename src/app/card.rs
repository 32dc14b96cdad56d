//! The record card on screen: a strip at the right of a table's page.
//!
//! A click on a field or a step gives it the keyboard, a second one edits it in place. Lines do not
//! move while the user types.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align, Id, Layout, Rect, Response, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::app::queue::Queue;
use crate::app::style::{colour, muted, palette, regular, semibold, strong};
use crate::app::{action, grid, striking};
use crate::domain::check::{Finding, Severity};
use crate::domain::id::{CellRef, RowId};
use crate::domain::message::Message;
use crate::domain::schema::{ColumnKey, Group, TableId};
use crate::session::Session;
use crate::session::card::{CardStep, Field, RecordCard, StepState};
use crate::session::command::{Command, Outbox};
use crate::session::grid::EditorPlace;
use crate::theme::{Rgb, size};

/// Preferred width.
const WIDTH: f32 = 324.0;
/// Maximum share of the table's width.
const MOST: f32 = 0.55;
const MARGIN: f32 = 16.0;
/// Width of field names.
const NAMES: f32 = 118.0;
/// Space above and below a line.
const LEADING: f32 = 2.0;
/// Height of a step.
const STEP: f32 = 26.0;
/// Share of its height that a page key scrolls by.
const PAGE: f32 = 0.8;
/// How many findings are listed; the findings page has all of them.
const MOST_FINDINGS: usize = 4;
/// Distance of the timeline's dots from the left.
const DOTS: f32 = 6.0;

/// Shows the card at the right edge, if open. Returns the space left for the page.
pub fn show(ui: &mut Ui, session: &Session, table: TableId, out: &mut Outbox) -> Rect {
    let (space, clip) = (ui.available_rect_before_wrap(), ui.clip_rect());
    if !session.shows_card() {
        return space;
    }
    let p = palette(ui);
    let width = WIDTH.min(space.width() * MOST);
    let strip = Rect::from_min_max(pos2(clip.right() - width, space.top()), clip.max);
    ui.painter().rect_filled(strip, 0.0, colour(p.surface));
    let line = Stroke::new(1.0, colour(p.border));
    ui.painter().hline(strip.x_range(), strip.top() + 0.5, line);
    ui.painter().vline(strip.left() + 0.5, strip.y_range(), line);
    let inner = Rect::from_min_max(strip.min + vec2(MARGIN, 12.0), strip.max - vec2(4.0, 4.0));
    let mut card_ui = ui.new_child(egui::UiBuilder::new().max_rect(inner).id_salt("card"));
    card_ui.set_clip_rect(strip.intersect(clip));
    body(&mut card_ui, session, table, out);
    space.with_max_x(strip.left())
}

fn body(ui: &mut Ui, session: &Session, table: TableId, out: &mut Outbox) {
    let known = session.card();
    head(ui, session, known.map(|(_, card)| card.title.as_str()), out);
    let Some((row, card)) = known else {
        ui.label(muted(ui, session.words().text("card-none")));
        return;
    };
    let frame = CardFrame { session, table, row };
    // Findings appear and disappear while the user types: at the foot they move no field.
    ui.with_layout(Layout::bottom_up(Align::Min), |ui| {
        frame.findings(ui, card, out);
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            let area = ScrollArea::vertical().id_salt("card-body").auto_shrink(false).show(ui, |ui| {
                ui.set_max_width(ui.available_width() - 12.0);
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.scroll_with_delta(vec2(0.0, -PAGE * pages_scrolled(ui, session) * ui.clip_rect().height()));
                frame.show(ui, card, out);
            });
            note_layout(ui, (area.inner_rect, area.content_size, area.state.clamped_offset()));
        });
    });
}

/// A click waits until the fields are in their places, which takes as many frames as they move.
fn note_layout(ui: &Ui, layout: (Rect, egui::Vec2, egui::Vec2)) {
    let before = ui.data_mut(|data| *data.get_temp_mut_or_insert_with(Id::unique("card-layout"), || layout));
    if before != layout {
        ui.data_mut(|data| data.insert_temp(Id::unique("card-layout"), layout));
        ui.ctx().with_plugin(Queue::note_change);
    }
}

/// Pages that the keyboard scrolled the card since the last frame.
fn pages_scrolled(ui: &Ui, session: &Session) -> f32 {
    let (pages, _) = session.card_scroll();
    let before = ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or(Id::unique("card-pages"), 0), pages));
    (pages - before) as f32
}

/// The title, and the close button.
fn head(ui: &mut Ui, session: &Session, title: Option<&str>, out: &mut Outbox) {
    ui.horizontal_top(|ui| {
        let room = (ui.available_width() - 44.0).max(1.0);
        ui.allocate_ui(vec2(room, 0.0), |ui| {
            ui.set_min_width(room);
            ui.add(egui::Label::new(strong(title.unwrap_or_default(), 16.0)).wrap());
        });
        let name = session.words().text("card-close");
        let close = ui
            .add(egui::Button::new(egui::RichText::new("×").size(20.0)).frame(false).min_size(vec2(28.0, 22.0)))
            .on_hover_text(name);
        if close.clicked() {
            out.push(Command::Card(false));
        }
        close.accessible_name(name);
    });
}

struct CardFrame<'a> {
    session: &'a Session,
    table: TableId,
    row: RowId,
}

impl CardFrame<'_> {
    fn show(&self, ui: &mut Ui, card: &RecordCard, out: &mut Outbox) {
        let words = self.session.words();
        for group in Group::ALL {
            let fields = card.groups.iter().find(|(of, _)| *of == group).map_or(&[][..], |(_, fields)| fields);
            let steps = if group == Group::Steps { &card.steps[..] } else { &[] };
            if fields.is_empty() && steps.is_empty() {
                continue;
            }
            // The main group follows the title and needs no heading.
            if group != Group::Main {
                heading(ui, words.text(&format!("group-{}", group.key())));
            }
            for (place, step) in steps.iter().enumerate() {
                let neighbours = [place.checked_sub(1).and_then(|at| steps.get(at)), steps.get(place + 1)];
                self.step(ui, step, neighbours, out);
            }
            for field in fields {
                self.field(ui, field, out);
            }
        }
        heading(ui, words.text("card-history"));
        if card.history.entries.is_empty() {
            ui.label(muted(ui, words.text("card-no-history")));
        }
        for past in &card.history.entries {
            let p = palette(ui);
            let format =
                |ink: Rgb| TextFormat { font_id: regular(size::CAPTION), color: colour(ink), ..TextFormat::default() };
            let mut job = LayoutJob::default();
            job.append(&format!("{} · ", past.stamp), 0.0, format(p.muted));
            job.append(&past.change, 0.0, format(p.ink));
            ui.add(egui::Label::new(job).wrap());
            ui.add_space(4.0);
        }
        if card.history.older > 0 {
            ui.label(muted(ui, words.say(&Message::new("card-older").count("n", card.history.older))));
        }
        ui.add_space(6.0);
        action::button(ui, self.session, "strike-record", out);
        ui.add_space(16.0);
    }

    /// Independent of the record, since the card follows the cursor.
    fn id(&self, column: ColumnKey) -> Id {
        Id::unique(("card", self.table, column))
    }

    /// Why the record does not count, then the findings, the most serious nearest to the fields.
    fn findings(&self, ui: &mut Ui, card: &RecordCard, out: &mut Outbox) {
        let found: Vec<_> = self.session.findings_of(self.table, self.row).take(MOST_FINDINGS).collect();
        for (place, finding) in found.into_iter().enumerate().rev() {
            self.finding(ui, Id::unique(("card-finding", place)), finding, out);
        }
        if let Some(why) = &card.uncounted {
            ui.add(egui::Label::new(muted(ui, why.as_str())).wrap());
        }
    }

    fn finding(&self, ui: &mut Ui, id: Id, finding: &Finding, out: &mut Outbox) {
        let p = palette(ui);
        let (back, ink) =
            if finding.severity == Severity::Error { (p.error_back, p.error) } else { (p.warning_back, p.warning) };
        let text = self.session.words().say(&finding.message);
        let room = (ui.available_width() - 20.0).max(1.0);
        let galley = ui.painter().layout(text.clone(), regular(size::CAPTION), colour(ink), room);
        let Some(cell) = finding.cell() else { return };
        let (rect, response) = self.line(ui, galley.size().y + 12.0, id, cell.column, &text, out);
        ui.painter().rect_filled(rect, 5.0, colour(back));
        ui.painter().galley(rect.min + vec2(10.0, 6.0), galley, colour(ink));
        focus_frame(ui, rect, &response);
        striking::offer(ui, self.session, finding, &text, out);
        ui.add_space(6.0);
    }

    fn field(&self, ui: &mut Ui, field: &Field, out: &mut Outbox) {
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

    fn step(&self, ui: &mut Ui, step: &CardStep, [before, after]: [Option<&CardStep>; 2], out: &mut Outbox) {
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
            self.scroll_to(ui, rect);
        }
    }

    /// Scrolls to the field with the keyboard, if it changed.
    fn scroll_to(&self, ui: &Ui, rect: Rect) {
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
        let severity = self.session.finding_at(CellRef { table: self.table, row: self.row, column })?;
        Some(if severity == Severity::Error { p.error } else { p.warning })
    }

    /// A clickable line for a column.
    fn line(&self, ui: &mut Ui, height: f32, id: Id, to: ColumnKey, said: &str, out: &mut Outbox) -> (Rect, Response) {
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

fn heading(ui: &mut Ui, text: &str) {
    ui.add_space(14.0);
    ui.label(strong(text, size::CAPTION).color(colour(palette(ui).muted)));
    ui.add_space(4.0);
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

fn focus_frame(ui: &Ui, rect: Rect, response: &Response) {
    if response.has_focus() {
        let line = Stroke::new(2.0, colour(palette(ui).accent));
        ui.painter().rect_stroke(rect.expand2(vec2(5.0, 0.0)), 4.0, line, egui::StrokeKind::Inside);
    }
}
