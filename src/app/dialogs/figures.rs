//! The figures behind a chart, as a table.
//!
//! Screen readers get the row and column names with each cell.

use egui::accesskit::Role;
use egui::{Align, Key, Label, Layout, ScrollArea, Ui, UiBuilder, vec2};

use crate::app::style::{self, muted, strong};
use crate::chart::kind::Chart;
use crate::chart::scene::ChartTable;
use crate::session::command::{Command, Outbox};
use crate::session::{Session, chart_word};
use crate::theme::size;

use super::{answers, title};

/// Height of what stays visible in a low window: title, button, margins.
const AROUND: f32 = 190.0;
/// Height of the controls above the table.
const ABOVE: f32 = 84.0;
const LINE: f32 = 24.0;
const BETWEEN: f32 = 2.0;
/// Minimum widths of the first column and of the others.
const LEAST: (f32, f32) = (220.0, 110.0);

pub fn show(ui: &mut Ui, session: &Session, chart: Chart, table: &ChartTable, out: &mut Outbox) {
    let words = session.words();
    title(ui, words.text("figures-title"));
    let room = (ui.ctx().content_rect().height() - AROUND).max(80.0);
    // The final height from the first frame, so that the dialog does not jump.
    let height = room.min(ABOVE + (table.rows.len() as f32 + 2.0) * (LINE + BETWEEN));
    let width = ui.available_width() - ui.spacing().scroll.bar_width - 8.0;
    let area = ScrollArea::both().id_salt(chart).max_height(height).min_scrolled_height(height);
    area.auto_shrink(false).show(ui, |ui| {
        ui.scroll_with_delta(vec2(0.0, -scrolled(ui, room)));
        ui.scope(|ui| {
            ui.set_max_width(width);
            above(ui, session, chart, out);
        });
        lines(ui, session, chart, table, width);
    });
    answers(ui, session, out);
}

/// The choice of a chart, and the copy button.
fn above(ui: &mut Ui, session: &Session, chart: Chart, out: &mut Outbox) {
    let words = session.words();
    ui.horizontal_wrapped(|ui| {
        style::plain_boxes(ui);
        for other in session.charts() {
            if ui.radio(other == chart, words.text(&chart_word(other))).clicked() {
                out.push(Command::Ask(session.figures_dialog(other)));
            }
        }
    });
    ui.horizontal_wrapped(|ui| {
        if ui.button(words.text("charts-copy-figures")).clicked() {
            out.push(Command::CopyFigures(chart));
        }
        super::charts::copied(ui, session);
        if session.dataset().is_fictitious() {
            ui.label(muted(ui, words.text("chart-fictitious")));
        }
    });
}

fn lines(ui: &mut Ui, session: &Session, chart: Chart, table: &ChartTable, width: f32) {
    let words = session.words();
    let columns = table.columns.len().saturating_sub(1).max(1) as f32;
    let gaps = columns * ui.spacing().item_spacing.x;
    let widths = (LEAST.0, ((width - LEAST.0 - gaps) / columns).max(LEAST.1));
    ui.spacing_mut().item_spacing.y = BETWEEN;
    // Lines of text, not buttons.
    ui.spacing_mut().interact_size.y = 0.0;
    ui.scope_builder(UiBuilder::new().accessibility_role(Role::Table), |ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_label(words.text(&chart_word(chart))));
        line(ui, widths, Role::ColumnHeader, table.columns.iter().map(|column| (column.clone(), column.clone())));
        for row in &table.rows {
            let figures = row.values.iter().zip(table.columns.iter().skip(1)).map(|(value, column)| {
                let shown = value.shown(words);
                (format!("{}, {column} : {shown}", row.name), shown)
            });
            let name = std::iter::once((row.name.clone(), row.name.clone()));
            line(ui, widths, Role::Cell, name.chain(figures));
        }
    });
}

/// How far the keys scroll the table.
fn scrolled(ui: &Ui, room: f32) -> f32 {
    let steps = [
        (Key::ArrowDown, LINE),
        (Key::ArrowUp, -LINE),
        (Key::PageDown, room - LINE),
        (Key::PageUp, LINE - room),
        (Key::End, f32::from(u16::MAX)),
        (Key::Home, -f32::from(u16::MAX)),
    ];
    ui.input(|input| steps.iter().filter(|(key, _)| input.key_pressed(*key)).map(|(_, step)| step).sum())
}

/// A line: a name on the left, figures right-aligned in their columns. Each cell is its accessible
/// name and its text.
fn line(ui: &mut Ui, widths: (f32, f32), role: Role, cells: impl Iterator<Item = (String, String)>) {
    let head = role == Role::ColumnHeader;
    ui.scope_builder(UiBuilder::new().accessibility_role(Role::Row), |ui| {
        ui.horizontal(|ui| {
            let height = if head { 2.0 * LINE } else { LINE };
            for (place, (said, shown)) in cells.enumerate() {
                let is_name = place == 0;
                let width = if is_name { widths.0 } else { widths.1 };
                let layout =
                    if is_name { Layout::left_to_right(Align::Center) } else { Layout::right_to_left(Align::Center) };
                ui.allocate_ui_with_layout(vec2(width, height), layout, |ui| {
                    ui.set_min_width(width);
                    let text = if head { strong(shown, size::CAPTION) } else { egui::RichText::new(shown) };
                    let label = Label::new(text).halign(if is_name { Align::Min } else { Align::Max });
                    let response = ui.add(if head { label.wrap() } else { label.truncate() });
                    ui.ctx().accesskit_node_builder(response.id, |node| {
                        node.set_role(role);
                        node.set_label(said);
                        node.clear_value();
                    });
                });
            }
        });
    });
}
