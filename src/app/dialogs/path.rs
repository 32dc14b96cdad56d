//! Where a file is, or is to be: a path to type, or the platform's own dialog.

use std::path::PathBuf;

use egui::Ui;

use crate::app::command::{ChartExport, Command, Outbox, Purpose, Start};
use crate::app::state::State;
use crate::app::style::muted;
use crate::store::Existing;

use super::{Dialog, answers, line, title};

/// Shows it.
pub fn show(ui: &mut Ui, state: &State, purpose: Purpose, path: &str, out: &mut Outbox) {
    let words = state.words();
    let (heading, hint, go) = match purpose {
        Purpose::Open => ("path-open", "path-open-hint", "path-open-go"),
        Purpose::Create(Start::Template) => ("path-template", "path-create-hint", "path-create-go"),
        Purpose::Create(Start::Sample) => ("path-sample", "path-create-hint", "path-create-go"),
        Purpose::SaveAs => ("path-save-as", "path-create-hint", "path-save-go"),
        Purpose::Charts(ChartExport { chart: None, .. }) => ("path-charts", "path-charts-hint", "path-charts-go"),
        Purpose::Charts(_) => ("path-chart", "path-chart-hint", "path-charts-go"),
        Purpose::Export(_) => ("path-export", "path-export-hint", "path-export-go"),
    };
    title(ui, words.text(heading));
    ui.label(muted(ui, words.text(hint)));
    let mut typed = path.to_owned();
    ui.horizontal(|ui| {
        let browse = ui.add(egui::Button::new(words.text("path-browse")));
        if browse.clicked() {
            out.push(Command::Browse(purpose));
        }
        let line = line(ui, &mut typed, words.text("path-field"), "");
        if line.changed {
            out.push(Command::Ask(Dialog::Path { purpose, path: typed.clone() }));
        }
    });
    let command = command(purpose, &typed);
    answers(ui, state, vec![(go, command)], out);
}

/// What the typed path asks for; nothing while it is empty.
fn command(purpose: Purpose, typed: &str) -> Option<Command> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    Some(purpose.of(PathBuf::from(typed)))
}

impl Purpose {
    /// What to do with the path that was chosen.
    ///
    /// A new file gets the ending of its kind where none was typed.
    pub fn of(self, path: PathBuf) -> Command {
        let ended = |end| if path.extension().is_some() { path.clone() } else { path.with_extension(end) };
        match self {
            Self::Open => Command::Open(path),
            Self::Create(start) => Command::Create(start, ended("ron"), Existing::Refuse),
            Self::SaveAs => Command::SaveAs(ended("ron"), Existing::Refuse),
            Self::Charts(export) if export.chart.is_none() => Command::ExportCharts(export, path, Existing::Refuse),
            Self::Charts(export) => {
                Command::ExportCharts(export, ended(export.picture.format.extension()), Existing::Refuse)
            }
            Self::Export(table) => Command::Export(table, ended("csv"), Existing::Refuse),
        }
    }
}
