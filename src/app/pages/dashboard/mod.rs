//! The dashboard: four headline figures and charts; a click opens the rows.

mod breakdown;
mod cards;
mod controls;
mod open;

use egui::{Rect, ScrollArea, Ui, vec2};
use egui_extras::{Size, StripBuilder};

use crate::app::chart_view::{self, ShownChart};
use crate::app::queue::Queue;
use crate::app::{explain, style};
use crate::chart::kind::Chart;
use crate::domain::message::Message;
use crate::domain::schema::TableId;
use crate::indicators::Span;
use crate::session::command::Outbox;
use crate::session::page::{Page, Section};
use crate::session::{Session, chart_word};

use super::{empty, header};

/// The charts shown side by side.
const BESIDE: [Chart; 2] = [Chart::Units, Chart::Relocations];
/// Height of the headline cards.
const CARDS: f32 = 148.0;
const GAPS: f32 = 28.0;
/// Minimum height of the charts: in less, the page scrolls.
const CHARTS: f32 = 380.0;
/// Maximum height of the charts, on very tall screens.
const MOST: f32 = 860.0;
/// Height of a full-width chart until it has been drawn.
const WIDE: f32 = 400.0;
/// Minimum width of a chart: in less, they are stacked.
const LEAST_CHART: f32 = 420.0;

pub fn show(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    header::show(ui, session, session.words().text("page-dashboard"), |ui| controls::show(ui, session, out));
    begin(ui, session, out);
    outside(ui, session, out);
    published(ui, session);
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

/// Before anything is entered: what comes first.
fn begin(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    let dataset = session.dataset();
    if !(dataset.units.is_empty() && dataset.relocations.is_empty()) {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.label(session.words().text("dashboard-begin"));
        for section in [Section::Units, Section::Relocations] {
            empty::go(ui, session, Page::Section(section), out);
        }
    });
}

/// How many steps the figures of no period have: they would be missed here.
fn outside(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    let n = session.findings().iter().filter(|finding| finding.is_outside_periods()).count();
    if n == 0 || session.view().span == Span::SinceStart {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        let text = session.words().say(&Message::new("dashboard-outside").count("n", n));
        let label = ui.label(style::muted(ui, text.as_str()));
        explain::named(&label, &text, session.words());
        empty::go(ui, session, Page::Findings, out);
    });
}

/// What was corrected of the figures since they were published as of their day.
fn published(ui: &mut Ui, session: &Session) {
    let snapshot = session.snapshot();
    let Some(then) = snapshot.published_then().filter(|then| !then.corrections.is_empty()) else { return };
    let words = session.words();
    let corrections = then.corrections.iter().map(|it| {
        let who = it.landlord.map(|row| session.label_of(TableId::Landlords, row));
        let text =
            Message::new("correction").text("total", it.total.key()).text("who", who.as_deref().unwrap_or("region"));
        words.say(&text.count("published", number(it.published)).count("now", number(it.now)))
    });
    let corrections: Vec<_> = corrections.collect();
    let text = Message::new("dashboard-corrected").date("day", then.day).text("corrections", corrections.join(" ; "));
    let text = words.say(&text);
    ui.add(egui::Label::new(style::muted(ui, text.as_str())).wrap());
}

fn number(n: u64) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}

/// The accessible name of a chart.
fn chart_name(session: &Session, chart: Chart) -> String {
    session.words().say(&Message::new("chart-name").term("chart", chart_word(chart)))
}

/// Permission to draw one invisible chart.
struct Ahead;

/// A full-width chart. Only one invisible chart is redrawn per frame, since figures may take long
/// to count; still, the keyboard and screen readers reach them all.
fn wide(ui: &mut Ui, session: &Session, chart: Chart, ahead: &mut Option<Ahead>, out: &mut Outbox) {
    ui.add_space(12.0);
    let width = ui.available_width() - 2.0;
    let height = session.chart_height(chart).unwrap_or(WIDE);
    let place = Rect::from_min_size(ui.next_widget_position(), vec2(width, height));
    let is_due = ui.is_rect_visible(place) || session.is_chart_drawn(chart, width, 0.0) || ahead.take().is_some();
    if !is_due {
        ui.ctx().request_repaint();
        // Keys and clicks wait until every chart is laid out.
        ui.ctx().with_plugin(Queue::note_change);
        ui.allocate_space(vec2(width, height + 14.0));
        return;
    }
    let name = chart_name(session, chart);
    let shown = ShownChart {
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

/// Units and relocations, side by side if there is room.
fn charts(ui: &mut Ui, session: &Session, left: f32, out: &mut Outbox) {
    let gap = 16.0;
    ui.spacing_mut().item_spacing.x = gap;
    let height = (left - breakdown::HEIGHT).clamp(CHARTS, MOST);
    // The scene has its own margin: it fills its card inside the border.
    let border = 2.0;
    let across = if ui.available_width() < 2.0 * LEAST_CHART + gap { 1 } else { 2 };
    let width = (ui.available_width() - (across - 1) as f32 * gap) / across as f32 - border;
    let scenes = BESIDE.map(|chart| session.chart(chart, width, height - border));
    let tallest = scenes.iter().map(|scene| scene.height).fold(height - border, f32::max);
    let names = BESIDE.map(|chart| chart_name(session, chart));
    let (look, revision) = (egui::Id::unique(session.chart_look()), session.chart_revision());
    let shown = BESIDE.iter().zip(&names).map(|(chart, name)| ShownChart { salt: chart.key(), name, look, revision });
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
