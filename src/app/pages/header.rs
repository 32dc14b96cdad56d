//! The header of a page: title, badges, controls.

use egui::{Align, Layout, Ui};

use crate::app::style;
use crate::domain::schema::Audience;
use crate::session::Session;

use crate::session::page::Page;

/// Minimum width, in points, for title and controls on one line.
const ROOM: f32 = 760.0;
/// And for each badge about what others see, beside what is undone on its button.
const ROOM_FOR_BADGE: f32 = 360.0;

/// Title on the left, controls from the right.
pub fn show(ui: &mut Ui, session: &Session, title: &str, controls: impl FnOnce(&mut Ui)) {
    // With large text the controls get their own line, so as not to cover the title.
    if is_narrow(ui, session) {
        alone(ui, session, title);
        let from_right = Layout::right_to_left(Align::Center).with_main_wrap(true);
        ui.horizontal(|ui| ui.with_layout(from_right, controls));
    } else {
        line(ui, session, title, controls);
    }
}

/// Title, and the controls in a menu: where the rows below have priority.
pub fn folded(ui: &mut Ui, session: &Session, title: &str, controls: impl FnOnce(&mut Ui)) {
    line(ui, session, title, |ui| {
        let menu = ui.menu_button("…", controls).response;
        menu.accessible_name(session.words().text("header-more"));
    });
}

/// A title without controls.
pub fn alone(ui: &mut Ui, session: &Session, title: &str) {
    line(ui, session, title, |_| ());
}

/// Whether title and controls do not fit on one line.
pub fn is_narrow(ui: &Ui, session: &Session) -> bool {
    let badges_of_others = u8::from(session.is_in_seance()) + u8::from(session.has_committee_window());
    ui.available_width() < ROOM + f32::from(badges_of_others) * ROOM_FOR_BADGE
}

fn line(ui: &mut Ui, session: &Session, title: &str, controls: impl FnOnce(&mut Ui)) {
    ui.horizontal(|ui| {
        ui.set_min_height(36.0);
        ui.heading(title);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            controls(ui);
            badges(ui, session);
        });
    });
}

/// Warnings about the whole dataset.
fn badges(ui: &mut Ui, session: &Session) {
    if session.is_in_seance() {
        let badge = style::badge(ui, session.words().text("badge-seance"));
        badge.on_hover_text(session.words().text("badge-seance-why"));
    }
    if session.has_committee_window() {
        let why = match (session.outside().can_leave_out, session.is_left_out()) {
            (false, _) => "badge-window-cannot",
            (true, false) => "badge-window-in",
            (true, true) => "badge-window-out",
        };
        style::badge(ui, session.words().text("badge-window")).on_hover_text(session.words().text(why));
    }
    if session.dataset().is_fictitious() {
        style::badge(ui, session.words().text("badge-fictitious"));
    }
    if session.chart_audience() == Audience::Office && session.page() == Page::Dashboard {
        style::badge(ui, session.words().text("badge-exact"));
    }
    if session.is_read_only() {
        style::badge(ui, session.words().text("badge-read-only"));
    }
}
