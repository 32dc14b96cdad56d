//! The path of a file: typed, or chosen in the platform's dialog.

use std::path::PathBuf;

use egui::Ui;

use crate::app::style::muted;
use crate::domain::schema::Audience;
use crate::report::Report;
use crate::session::Session;
use crate::session::command::{ChartExport, Command, Outbox, Purpose, Request, Start};

use super::{answers, line, text, title};

pub fn show(ui: &mut Ui, session: &Session, purpose: Purpose, path: &str, out: &mut Outbox) {
    let words = session.words();
    let (heading, hint) = match purpose {
        Purpose::Open => ("path-open", "path-open-hint"),
        Purpose::Copy => ("path-copy", "path-copy-hint"),
        Purpose::Create(Start::Template) => ("path-template", "path-create-hint"),
        Purpose::Create(Start::Sample) => ("path-sample", "path-create-hint"),
        Purpose::SaveAs => ("path-save-as", "path-create-hint"),
        Purpose::Charts(ChartExport { chart: None, .. }) => ("path-charts", "path-charts-hint"),
        Purpose::Charts(_) => ("path-chart", "path-chart-hint"),
        Purpose::Report(Report::Landlord(_) | Report::Association(_)) => ("path-report", "path-report-hint-one"),
        Purpose::Report(_) => ("path-report", "path-report-hint"),
        Purpose::Export(_, Audience::Office) => ("path-export", "path-export-hint"),
        Purpose::Export(..) => ("path-export", "path-export-hint-others"),
    };
    title(ui, words.text(heading));
    let said = muted(ui, words.text(hint));
    text(ui, said);
    ui.horizontal(|ui| {
        if ui.button(words.text("path-browse")).clicked() {
            out.push(Command::Host(Request::Browse(purpose, PathBuf::from(path))));
        }
        line(ui, session, 0, words.text("path-field"), "", out);
    });
    answers(ui, session, out);
}
