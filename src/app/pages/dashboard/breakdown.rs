//! Below the charts: units by stage (rule C2), and trainings (rule C15).

use egui::Ui;

use crate::app::heard;
use crate::app::style::{muted, strong};
use crate::domain::message::Message;
use crate::indicators::{Measure, Stage};
use crate::session::Session;
use crate::session::command::Outbox;
use crate::theme::size;

use super::open::measure;

/// Height on one line.
pub const HEIGHT: f32 = 46.0;

pub fn show(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    let snapshot = session.snapshot();
    let figures = &snapshot.progress().region.figures;
    ui.add_space(4.0);
    ui.spacing_mut().item_spacing.x = 8.0;
    ui.horizontal_wrapped(|ui| {
        ui.label(strong(session.words().text("breakdown-units"), size::CAPTION));
        for stage in Stage::ALL {
            let n = figures.units.at(*stage).n();
            let text = session.words().say(&Message::new(word(*stage)).count("n", n));
            let figure = ui.add(egui::Button::new(muted(ui, text)).small());
            heard::describe(&figure, session.words().text("card-units"));
            if figure.clicked() {
                out.push(measure(session, Measure::UnitsAt(*stage), None));
            }
        }
        ui.add_space(16.0);
        let training = &figures.training;
        ui.label(strong(session.words().text("breakdown-training"), size::CAPTION));
        let text = Message::new("breakdown-trained")
            .count("people", usize::try_from(training.trained.total).unwrap_or(usize::MAX))
            .count("sessions", training.sessions.n())
            .count("planned", training.planned.n());
        if ui.add(egui::Button::new(muted(ui, session.words().say(&text))).small()).clicked() {
            out.push(measure(session, Measure::Trained, None));
        }
    });
}

const fn word(stage: Stage) -> &'static str {
    match stage {
        Stage::Leased => "stage-leased",
        Stage::UnderWay => "stage-under-way",
        Stage::NoCandidate => "stage-no-candidate",
        Stage::DeadlinePassed => "stage-deadline-passed",
        Stage::WithdrawnAfterAllocation => "stage-withdrawn",
    }
}
