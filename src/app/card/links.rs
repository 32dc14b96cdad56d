//! What belongs to the record: its year, its referrals, proposals and home in the order of time, each a step away, and the acts
//! that come next.

use egui::text::{LayoutJob, TextFormat};
use egui::{Button, Response, RichText, Ui, vec2};

use crate::app::action;
use crate::app::style::{colour, palette, regular};
use crate::session::card::{self, RecordCard, Stop};
use crate::session::command::{Command, Outbox};
use crate::theme::size;

use super::fields::focus_frame;
use super::{CardFrame, heading};

impl CardFrame<'_> {
    /// The figures of the record's year; each opens its rows.
    pub(super) fn year(&self, ui: &mut Ui, card: &RecordCard, out: &mut Outbox) {
        let Some(year) = &card.year else { return };
        heading(ui, &year.title);
        for (place, line) in year.lines.iter().enumerate() {
            let opened = self.session.open_year_line(place);
            let ink = if opened.is_some() { palette(ui).accent } else { palette(ui).ink };
            let text = RichText::new(line.text.as_str()).color(colour(ink));
            let button = Button::new(text).wrap().frame(false).min_size(vec2(ui.available_width(), 24.0));
            let response = ui.add(button);
            self.keyboard(ui, &response, Stop::Figure(place));
            if response.clicked() {
                out.extend(opened);
            }
        }
    }

    pub(super) fn links(&self, ui: &mut Ui, card: &RecordCard, out: &mut Outbox) {
        let words = self.session.words();
        let acts = card::acts(self.table).iter().enumerate();
        let is_on = |act: &str| !self.session.is_read_only() && action::is_enabled(self.session, act);
        let acts: Vec<_> = acts.filter(|(_, act)| is_on(act)).collect();
        if acts.is_empty() && card.links.is_empty() {
            return;
        }
        heading(ui, words.text("card-links"));
        let p = palette(ui);
        for (place, link) in card.links.iter().enumerate() {
            let format = |ink| TextFormat { font_id: regular(size::BODY), color: colour(ink), ..TextFormat::default() };
            let mut job = LayoutJob::default();
            job.append(&link.what, 0.0, format(p.accent));
            if !link.state.is_empty() {
                job.append(&format!(" · {}", link.state), 0.0, format(p.ink));
            }
            if let Some(day) = link.day {
                job.append(&format!(" · {}", words.date(day)), 0.0, format(p.muted));
            }
            let button = Button::new(job).wrap().frame(false).min_size(vec2(ui.available_width(), 24.0));
            let response = ui.add(button);
            self.keyboard(ui, &response, Stop::Link(place));
            if response.clicked() {
                out.push(Command::Reveal(link.cell));
            }
        }
        if !acts.is_empty() {
            ui.add_space(4.0);
            ui.horizontal_wrapped(|ui| {
                for (place, act) in acts {
                    let response = action::plain_button(ui, self.session, act, out);
                    self.keyboard(ui, &response, Stop::Act(place));
                }
            });
        }
    }

    /// Shows that a link or an act has the keyboard, and lets the screen reader know.
    fn keyboard(&self, ui: &Ui, response: &Response, stop: Stop) {
        if self.session.card_stop() == Some(stop) {
            self.keep_keyboard(ui, response);
            self.scroll_to(ui, response.rect);
        }
        focus_frame(ui, response.rect, response);
    }
}
