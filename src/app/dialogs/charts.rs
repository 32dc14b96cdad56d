//! The export of charts: which, size, format, with a preview; copied or written to files.

use egui::{Rect, ScrollArea, Ui, vec2};

use crate::app::chart_view;
use crate::app::style::{self, muted};
use crate::chart::out::picture::{Format, Picture, Size};
use crate::session::command::{ChartExport, Command, Outbox};
use crate::session::dialog::Dialog;
use crate::session::{Notice, Session, chart_word};

use super::{answers, title};

/// Height of the rest of the dialog: title, buttons, notice, margins.
const AROUND: f32 = 250.0;
/// Width of the list of charts beside the preview, and minimum width of both.
const LIST: f32 = 230.0;
const LEAST_BOTH: f32 = 640.0;
const LINE: f32 = 25.0;
/// Minimum and maximum height of the preview, and height of the options under it.
const PICTURE: (f32, f32) = (160.0, 330.0);
const CHOICES: f32 = 132.0;
/// Width of the option names.
const NAMES: f32 = 60.0;

pub fn show(ui: &mut Ui, session: &Session, export: ChartExport, out: &mut Outbox) {
    let words = session.words();
    let mut next = export;
    title(ui, words.text("charts-title"));
    // With large text the window may be low: the buttons stay visible.
    let room = (ui.ctx().content_rect().height() - AROUND).max(80.0);
    let width = ui.available_width();
    ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| {
        style::plain_boxes(ui);
        if width < LEAST_BOTH {
            list(ui, session, &mut next);
            choices(ui, session, &mut next.picture);
            return;
        }
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.set_width(LIST);
                list(ui, session, &mut next);
            });
            ui.vertical(|ui| {
                let height = (room - CHOICES).clamp(PICTURE.0, PICTURE.1);
                let (_, place) = ui.allocate_space(vec2(ui.available_width(), height));
                show_pictures(ui, session, next, place);
                choices(ui, session, &mut next.picture);
            });
        });
    });
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        // The dialog stays open, to copy several charts in a row.
        let button = egui::Button::new(words.text("charts-copy-figures"));
        if ui.add_enabled(next.chart.is_some(), button).clicked() {
            out.extend(next.chart.map(Command::CopyFigures));
        }
        let button = egui::Button::new(words.text("charts-show-figures"));
        if ui.add_enabled(next.chart.is_some(), button).clicked() {
            out.extend(next.chart.map(|chart| Command::Ask(session.figures_dialog(chart))));
        }
        let charts = next.chart.map_or_else(|| session.charts(), |chart| vec![chart]);
        if charts.iter().any(|chart| chart.is_internal(session.chart_audience())) {
            style::badge(ui, words.text("badge-exact"));
        }
    });
    copied(ui, session);
    if next != export {
        out.push(Command::Ask(Dialog::Charts(next)));
    }
    answers(ui, session, out);
}

/// The notice of a copy: the page's own is hidden by the dialog.
pub(super) fn copied(ui: &mut Ui, session: &Session) {
    if let Some(Notice { message, .. }) = session.notice().filter(|notice| notice.is_of_copying()) {
        ui.label(muted(ui, session.words().say(message)));
    }
}

fn list(ui: &mut Ui, session: &Session, next: &mut ChartExport) {
    let words = session.words();
    // All of them fit in an ordinary window.
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.spacing_mut().interact_size.y = LINE;
    for chart in session.charts() {
        ui.radio_value(&mut next.chart, Some(chart), words.text(&chart_word(chart)));
    }
    ui.add_space(4.0);
    ui.radio_value(&mut next.chart, None, words.text("charts-all"));
}

/// Previews of the selected chart, or of all of them.
fn show_pictures(ui: &Ui, session: &Session, export: ChartExport, place: Rect) {
    let charts = export.chart.map_or_else(|| session.charts(), |chart| vec![chart]);
    let across = (charts.len() as f32).sqrt().ceil().max(1.0);
    let down = (charts.len() as f32 / across).ceil().max(1.0);
    let size = vec2(place.width() / across, place.height() / down);
    for (index, chart) in charts.into_iter().enumerate() {
        let (row, column) = ((index as f32 / across).floor(), index as f32 % across);
        let cell = Rect::from_min_size(place.min + vec2(column * size.x, row * size.y), size);
        let scene = session.picture(chart, export.picture.size);
        chart_view::preview(ui, &scene, cell.shrink(4.0), !export.picture.transparent);
    }
}

/// Size, format and scale.
fn choices(ui: &mut Ui, session: &Session, picture: &mut Picture) {
    let words = session.words();
    choice(ui, words.text("charts-size"), |ui| {
        for size in Size::ALL {
            ui.radio_value(&mut picture.size, size, words.text(&format!("picture-size-{}", size.key())));
        }
    });
    choice(ui, words.text("charts-format"), |ui| {
        ui.radio_value(&mut picture.format, Format::Png, words.text("picture-png"));
        ui.radio_value(&mut picture.format, Format::Svg, words.text("picture-svg"));
        ui.checkbox(&mut picture.transparent, words.text("charts-transparent"));
        let is_svg = picture.format == Format::Svg;
        ui.add_enabled(is_svg, egui::Checkbox::new(&mut picture.outlined, words.text("charts-outlined")));
    });
    // SVG is sharp at any size.
    let is_png = picture.format == Format::Png;
    choice(ui, words.text("charts-scale"), |ui| {
        for scale in 1..=3_u8 {
            let button = egui::RadioButton::new(picture.scale == scale, format!("{scale}\u{a0}×"));
            if ui.add_enabled(is_png, button).clicked() {
                picture.scale = scale;
            }
        }
    });
}

fn choice(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui)) {
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        ui.scope(|ui| {
            ui.set_min_width(NAMES);
            ui.label(muted(ui, name));
        });
        content(ui);
    });
}
