//! What belongs to the record: its year, its referrals, proposals and home in the order of time, each a step away, and the acts
//! that come next.

use egui::text::{LayoutJob, TextFormat};
use egui::{Button, Ui, vec2};

use crate::app::action;
use crate::app::style::{colour, palette, regular};
use crate::domain::schema::TableId;
use crate::session::card::RecordCard;
use crate::session::command::{Command, Outbox};
use crate::theme::size;

use super::{CardFrame, heading};

pub(super) fn year(ui: &mut Ui, card: &RecordCard) {
    let Some((title, lines)) = &card.year else { return };
    heading(ui, title);
    for line in lines {
        ui.add(egui::Label::new(line.as_str()).wrap());
    }
}

impl CardFrame<'_> {
    pub(super) fn links(&self, ui: &mut Ui, card: &RecordCard, out: &mut Outbox) {
        let words = self.session.words();
        let acts: &[&str] = match self.table {
            TableId::Relocations => &["refer", "propose", "sign"],
            TableId::Units => &["propose"],
            TableId::Referrals | TableId::Proposals => &["answer"],
            _ => &[],
        };
        if acts.is_empty() && card.links.is_empty() {
            return;
        }
        heading(ui, words.text("card-links"));
        let p = palette(ui);
        for link in &card.links {
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
            if ui.add(button).clicked() {
                out.push(Command::Reveal(link.cell));
            }
        }
        if !self.session.is_read_only() {
            ui.add_space(4.0);
            ui.horizontal_wrapped(|ui| {
                for act in acts {
                    action::plain_button(ui, self.session, act, out);
                }
            });
        }
    }
}
