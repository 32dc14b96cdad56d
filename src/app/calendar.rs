//! A small French calendar, for dates in tables and for the day of the figures. Weeks start on
//! Monday.

use chrono::{Datelike, Days, Months, NaiveDate};
use egui::{Button, Role, Ui, WidgetInfo, vec2};

use super::style::{colour, palette, semibold};
use crate::domain::calendar::is_working_day;
use crate::theme::size;
use crate::words::{MONTHS, Words};

pub enum Picked {
    /// The first day of another month.
    Month(NaiveDate),
    Day(NaiveDate),
}

const WEEKDAYS: [&str; 7] = [
    "weekday-short-1",
    "weekday-short-2",
    "weekday-short-3",
    "weekday-short-4",
    "weekday-short-5",
    "weekday-short-6",
    "weekday-short-7",
];

/// Shows a month and returns what was clicked.
pub fn show(
    ui: &mut Ui,
    words: &Words,
    month: NaiveDate,
    chosen: Option<NaiveDate>,
    today: NaiveDate,
) -> Option<Picked> {
    let mut picked = None;
    let first = month.with_day(1)?;
    let cell = vec2(32.0, 26.0);
    ui.spacing_mut().item_spacing = vec2(2.0, 2.0);
    ui.horizontal(|ui| {
        let mut turn = |ui: &mut Ui, sign: &str, name: &str, to: Option<NaiveDate>| {
            let response = ui.add(Button::new(sign).frame(false).min_size(cell));
            if response.clicked() {
                picked = to.map(Picked::Month);
            }
            response.accessible_name(words.text(name));
        };
        turn(ui, "←", "calendar-previous", first.checked_sub_months(Months::new(1)));
        let title = format!("{} {}", words.text(MONTHS[first.month0() as usize]), first.year());
        ui.add_sized(
            vec2(cell.x * 5.0 + 8.0, cell.y),
            egui::Label::new(egui::RichText::new(title).font(semibold(size::BODY))),
        );
        turn(ui, "→", "calendar-next", first.checked_add_months(Months::new(1)));
    });
    let p = palette(ui);
    egui::Grid::new("calendar").min_col_width(cell.x).spacing(vec2(2.0, 2.0)).show(ui, |ui| {
        for weekday in WEEKDAYS {
            let text = egui::RichText::new(words.text(weekday)).size(size::CAPTION).color(colour(p.muted));
            ui.add_sized(cell, egui::Label::new(text));
        }
        ui.end_row();
        let start = first - Days::new(first.weekday().num_days_from_monday().into());
        for (place, day) in start.iter_days().take(42).enumerate() {
            let ink = match (day.month() == first.month(), is_working_day(day)) {
                (true, true) => p.ink,
                _ => p.muted,
            };
            let mut button =
                Button::new(egui::RichText::new(day.day().to_string()).color(colour(ink))).min_size(cell).frame(false);
            if chosen == Some(day) {
                button = button.fill(colour(p.selected)).frame(true);
            }
            if day == today {
                button = button.stroke(egui::Stroke::new(1.0, colour(p.accent))).frame(true);
            }
            let response = ui.add(button);
            if response.clicked() {
                picked = Some(Picked::Day(day));
            }
            let name = words.long_date(day);
            response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen == Some(day), &name));
            if place % 7 == 6 {
                ui.end_row();
            }
        }
    });
    picked
}
