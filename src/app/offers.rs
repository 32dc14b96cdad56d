//! An offer of a list under a text field: its name and, below, what tells it from the others.

use egui::text::{LayoutJob, TextFormat};
use egui::{Button, Response, Ui, Vec2};

use crate::app::heard;
use crate::app::style::{colour, palette, regular, strong};
use crate::exchange::entry::Suggestion;
use crate::theme::size;

/// The heading of an offer of a list, if the one before stands under another.
pub fn heading(ui: &mut Ui, offers: &[Suggestion], at: usize) {
    let of = |at: usize| offers.get(at).map_or("", |offer| offer.heading.as_str());
    if !of(at).is_empty() && at.checked_sub(1).is_none_or(|before| of(before) != of(at)) {
        ui.label(strong(of(at), size::CAPTION));
    }
}

/// Shows an offer; `is_current` is the one that Enter takes, which is scrolled into sight; `among` is its place
/// among so many.
pub fn show(ui: &mut Ui, offer: &Suggestion, is_current: bool, among: (usize, usize), least: Vec2) -> Response {
    let response = ui.add(button(ui, offer, is_current).min_size(least));
    heard::entry(&response, is_current, among);
    if is_current {
        response.scroll_to_me(None);
    }
    response
}

fn button<'a>(ui: &Ui, offer: &Suggestion, is_current: bool) -> Button<'a> {
    if offer.detail.is_empty() {
        return Button::selectable(is_current, offer.label.clone());
    }
    let p = palette(ui);
    let format =
        |points: f32, ink| TextFormat { font_id: regular(points), color: colour(ink), ..TextFormat::default() };
    let mut job = LayoutJob::default();
    job.append(&offer.label, 0.0, format(size::BODY, p.ink));
    job.append(&format!("\n{}", offer.detail), 0.0, format(size::CAPTION, p.muted));
    Button::selectable(is_current, job).wrap()
}
