//! The dashboard: four headline figures and charts, each a click from the rows it counts.

mod breakdown;
mod cards;
mod controls;
mod open;

use egui::{Rect, ScrollArea, Ui, vec2};
use egui_extras::{Size, StripBuilder};

use crate::app::chart_view::{self, Shown};
use crate::app::queue::Queue;
use crate::app::style;
use crate::chart::kind::Chart;
use crate::domain::message::Message;
use crate::session::command::Outbox;
use crate::session::{Session, chart_word};

use super::header;

/// The charts that stand side by side.
const BESIDE: [Chart; 2] = [Chart::Units, Chart::Relocations];
/// Height of the headline cards.
const CARDS: f32 = 148.0;
/// Space between the three parts.
const GAPS: f32 = 28.0;
/// Least height of the charts' cards: below it the page scrolls.
const CHARTS: f32 = 380.0;
/// Their greatest height, on a screen that is very high.
const MOST: f32 = 860.0;
/// Height of a chart over the whole width, until it was drawn.
const WIDE: f32 = 400.0;
/// Least width of a chart: with less, one stands below the other.
const LEAST_CHART: f32 = 420.0;

/// Shows the dashboard.
pub fn show(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    header::show(ui, session, session.words().text("page-dashboard"), |ui| controls::show(ui, session, out));
    let height = ui.available_height();
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        cards::show(ui, session, CARDS, out);
        ui.add_space(4.0);
        charts(ui, session, height - CARDS - GAPS, out);
        breakdown::show(ui, session, out);
        let mut ahead = Some(Ahead);
        for chart in session.charts().into_iter().filter(|chart| !BESIDE.contains(chart)) {
            wide(ui, session, chart, &mut ahead, out);
        }
    });
}

/// What a chart is called where it is not seen.
fn chart_name(session: &Session, chart: Chart) -> String {
    session.words().say(&Message::new("chart-name").term("chart", chart_word(chart)))
}

/// The right to draw one chart that is out of sight.
struct Ahead;

/// A chart over the whole width, under the rest. Out of sight, one is drawn anew in each frame:
/// what they show may take long to count, but the keyboard and who does not see reach them all.
fn wide(ui: &mut Ui, session: &Session, chart: Chart, ahead: &mut Option<Ahead>, out: &mut Outbox) {
    ui.add_space(12.0);
    let width = ui.available_width() - 2.0;
    let height = session.chart_height(chart).unwrap_or(WIDE);
    let place = Rect::from_min_size(ui.next_widget_position(), vec2(width, height));
    let is_due = ui.is_rect_visible(place) || session.is_chart_drawn(chart, width, 0.0) || ahead.take().is_some();
    if !is_due {
        ui.ctx().request_repaint();
        // Keys and clicks wait until every chart is in its place.
        ui.ctx().with_plugin(Queue::note_change);
        ui.allocate_space(vec2(width, height + 14.0));
        return;
    }
    let name = chart_name(session, chart);
    let shown = Shown {
        salt: chart.key(),
        name: &name,
        look: egui::Id::unique(session.chart_look()),
        revision: session.chart_revision(),
    };
    let scene = session.chart(chart, width, 0.0);
    style::card(ui).inner_margin(0).show(ui, |ui| {
        ui.set_min_size(vec2(width, scene.height));
        if let Some(subject) = chart_view::show(ui, shown, &scene, session.words()) {
            out.extend(open::subject(session, &scene, subject));
        }
    });
    ui.add_space(12.0);
}

/// Units and relocations, side by side where there is room.
fn charts(ui: &mut Ui, session: &Session, left: f32, out: &mut Outbox) {
    let gap = 16.0;
    ui.spacing_mut().item_spacing.x = gap;
    let height = (left - breakdown::HEIGHT).clamp(CHARTS, MOST);
    // The scene has its own margin: it fills its card, but for the border.
    let border = 2.0;
    let across = if ui.available_width() < 2.0 * LEAST_CHART + gap { 1 } else { 2 };
    let width = (ui.available_width() - (across - 1) as f32 * gap) / across as f32 - border;
    let scenes = BESIDE.map(|chart| session.chart(chart, width, height - border));
    let tallest = scenes.iter().map(|scene| scene.height).fold(height - border, f32::max);
    let names = BESIDE.map(|chart| chart_name(session, chart));
    let (look, revision) = (egui::Id::unique(session.chart_look()), session.chart_revision());
    let shown = BESIDE.iter().zip(&names).map(|(chart, name)| Shown { salt: chart.key(), name, look, revision });
    let charts: Vec<_> = scenes.iter().zip(shown).collect();
    StripBuilder::new(ui).sizes(Size::exact(tallest + border), 2 / across).vertical(|mut strip| {
        for row in charts.chunks(across) {
            strip.strip(|builder| {
                builder.sizes(Size::remainder(), across).horizontal(|mut strip| {
                    for (scene, shown) in row {
                        strip.cell(|ui| {
                            style::card(ui).inner_margin(0).show(ui, |ui| {
                                ui.set_min_size(vec2(width, tallest));
                                if let Some(subject) = chart_view::show(ui, *shown, scene, session.words()) {
                                    out.extend(open::subject(session, scene, subject));
                                }
                            });
                        });
                    }
                });
            });
        }
    });
}
