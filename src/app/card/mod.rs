//! The record card on screen: a strip at the right of a table's page.
//!
//! A click on a field or a step gives it the keyboard, a second one edits it in place. Lines do not
//! move while the user types.

mod fields;
mod links;

use egui::text::{LayoutJob, TextFormat};
use egui::{Align, Id, Layout, Rect, ScrollArea, Sense, Stroke, Ui, pos2, vec2};

use crate::app::queue::Queue;
use crate::app::style::{colour, muted, palette, regular, strong};
use crate::app::{action, explain, heard, striking};
use crate::domain::check::{Finding, Severity};
use crate::domain::id::RowId;
use crate::domain::message::Message;
use crate::domain::schema::{ColumnKey, Group, TableId};
use crate::session::Session;
use crate::session::card::{History, RecordCard};
use crate::session::command::{Command, Outbox};
use crate::theme::{Rgb, size};
use crate::words::Words;

use fields::focus_frame;
pub use fields::stop_id;

/// Preferred width.
const WIDTH: f32 = 324.0;
/// Maximum share of the table's width.
const MOST: f32 = 0.55;
const MARGIN: f32 = 16.0;
/// Share of its height that a page key scrolls by.
const PAGE: f32 = 0.8;
/// How many findings stand below the fields; more would hide them, and are only counted until they are wanted.
const MOST_FINDINGS: usize = 2;
/// Share of the card's height that a list of findings has at most.
const FINDINGS: f32 = 0.4;

/// The id of a field, independent of the record, since the card follows the cursor.
pub fn field_id(table: TableId, column: ColumnKey) -> Id {
    Id::unique(("card", table, column))
}

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
    let title = known.map_or("", |(_, card)| card.title.as_str());
    heard::group(ui, title, "");
    head(ui, session, title, out);
    let Some((row, card)) = known else {
        let is_crossed = session.grid(table).sheet().crossed().is_some();
        let key = if is_crossed { "card-none-crossed" } else { "card-none" };
        ui.add(egui::Label::new(muted(ui, session.words().text(key))).wrap());
        return;
    };
    let frame = CardFrame { session, table, row };
    // Findings appear and disappear while the user types: at the foot they move no field.
    ui.with_layout(Layout::bottom_up(Align::Min), |ui| {
        frame.findings(ui, card, out);
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            let area = ScrollArea::vertical().id_salt(("card-body", table)).auto_shrink(false).show(ui, |ui| {
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
fn head(ui: &mut Ui, session: &Session, title: &str, out: &mut Outbox) {
    ui.horizontal_top(|ui| {
        let room = (ui.available_width() - 44.0).max(1.0);
        ui.allocate_ui(vec2(room, 0.0), |ui| {
            ui.set_min_width(room);
            ui.add(egui::Label::new(strong(title, 16.0)).wrap());
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
            if group == Group::Main {
                self.year(ui, card, out);
                self.links(ui, card, out);
            }
        }
        if let Some(history) = &card.history {
            past_changes(ui, history, words);
        }
        ui.add_space(6.0);
        action::button(ui, self.session, "strike-record", out);
        ui.add_space(16.0);
    }

    fn id(&self, column: ColumnKey) -> Id {
        field_id(self.table, column)
    }

    /// Why the record does not count, then the findings, the most serious nearest to the fields.
    fn findings(&self, ui: &mut Ui, card: &RecordCard, out: &mut Outbox) {
        let found: Vec<_> = self.session.findings_of(self.table, self.row).collect();
        if found.len() > MOST_FINDINGS {
            self.many_findings(ui, &found, out);
        } else {
            for (place, finding) in found.into_iter().enumerate().rev() {
                self.finding(ui, Id::unique(("card-finding", place)), finding, out);
            }
        }
        if let Some(why) = &card.uncounted {
            let label = egui::Label::new(muted(ui, why.as_str())).wrap().sense(Sense::focusable_noninteractive());
            let response = ui.add(label);
            focus_frame(ui, response.rect, &response);
            explain::named(&response, why, self.session.words());
        }
    }

    /// How many findings there are; a click lists them.
    fn many_findings(&self, ui: &mut Ui, found: &[&Finding], out: &mut Outbox) {
        let (p, lists) = (palette(ui), self.session.lists_findings());
        let is_error = found.iter().any(|finding| finding.severity == Severity::Error);
        let (back, ink) = if is_error { (p.error_back, p.error) } else { (p.warning_back, p.warning) };
        let count = self.session.words().say(&Message::new("card-findings").count("n", found.len()));
        let sign = if lists { "▼" } else { "▲" };
        let text = egui::RichText::new(format!("{count} {sign}")).color(colour(ink));
        let button = egui::Button::new(text).fill(colour(back)).min_size(vec2(ui.available_width() - 12.0, 0.0));
        let response = ui.add(button);
        if response.clicked() {
            out.push(Command::ListFindings(!lists));
        }
        response.accessible_name(count);
        if !lists {
            return;
        }
        let space = ui.available_rect_before_wrap();
        let top = space.bottom() - FINDINGS * space.height();
        let rect = Rect::from_min_max(pos2(space.left(), top), space.max);
        let layout = Layout::top_down(Align::Min);
        let mut list = ui.new_child(egui::UiBuilder::new().max_rect(rect).layout(layout).id_salt("card-findings"));
        ScrollArea::vertical().auto_shrink(false).show(&mut list, |ui| {
            ui.set_max_width(ui.available_width() - 12.0);
            for (place, finding) in found.iter().enumerate() {
                self.finding(ui, Id::unique(("card-finding", place)), finding, out);
            }
        });
        ui.advance_cursor_after_rect(rect);
    }

    fn finding(&self, ui: &mut Ui, id: Id, finding: &Finding, out: &mut Outbox) {
        let p = palette(ui);
        let (back, ink) =
            if finding.severity == Severity::Error { (p.error_back, p.error) } else { (p.warning_back, p.warning) };
        let text = self.session.words().advice(&finding.message);
        let room = (ui.available_width() - 20.0).max(1.0);
        let galley = ui.painter().layout(text.clone(), regular(size::CAPTION), colour(ink), room);
        let Some(cell) = finding.cell() else { return };
        let (rect, response) = self.line(ui, galley.size().y + 12.0, id, cell.column, &text, out);
        ui.painter().rect_filled(rect, 5.0, colour(back));
        ui.painter().galley(rect.min + vec2(10.0, 6.0), galley, colour(ink));
        focus_frame(ui, rect, &response);
        explain::named(&response, &text, self.session.words());
        striking::offer(ui, self.session, finding, &text, out);
        ui.add_space(6.0);
    }
}

/// What was changed, the latest first.
fn past_changes(ui: &mut Ui, history: &History, words: &Words) {
    heading(ui, words.text("card-history"));
    if history.entries.is_empty() {
        ui.label(muted(ui, words.text("card-no-history")));
    }
    for past in &history.entries {
        let p = palette(ui);
        let format =
            |ink: Rgb| TextFormat { font_id: regular(size::CAPTION), color: colour(ink), ..TextFormat::default() };
        let mut job = LayoutJob::default();
        job.append(&format!("{} · ", past.stamp), 0.0, format(p.muted));
        job.append(&past.change, 0.0, format(p.ink));
        ui.add(egui::Label::new(job).wrap());
        ui.add_space(4.0);
    }
    if history.older > 0 {
        ui.label(muted(ui, words.say(&Message::new("card-older").count("n", history.older))));
    }
}

fn heading(ui: &mut Ui, text: &str) {
    ui.add_space(14.0);
    ui.label(strong(text, size::CAPTION).color(colour(palette(ui).muted)));
    ui.add_space(4.0);
}
