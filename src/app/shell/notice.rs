//! The notice: the last thing that the app had to say, until it is closed or replaced.

use egui::Ui;

use crate::app::command::{Command, Outbox};
use crate::app::state::{Notice, State};
use crate::app::style::{colour, palette};

/// Shows the notice, if there is one.
pub fn show(ui: &mut Ui, state: &State, out: &mut Outbox) {
    let Some(Notice { message, is_problem }) = state.notice() else { return };
    let p = palette(ui);
    let (back, ink) = if *is_problem { (p.error_back, p.error) } else { (p.selected, p.ink) };
    egui::Frame::new().fill(colour(back)).corner_radius(6).inner_margin(egui::Margin::symmetric(12, 6)).show(
        ui,
        |ui| {
            ui.horizontal(|ui| {
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    if ui.button(state.words().text("close")).clicked() {
                        out.push(Command::DismissNotice);
                    }
                    ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                        ui.add(
                            egui::Label::new(egui::RichText::new(state.words().say(message)).color(colour(ink))).wrap(),
                        );
                    });
                });
            });
        },
    );
}
