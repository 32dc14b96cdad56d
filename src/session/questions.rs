//! Dialogs prefilled from the session: a path, the filter of a column, the figures of a chart.

use std::path::Path;
use std::sync::Arc;

use crate::chart::kind::Chart;
use crate::domain::message::Message;
use crate::domain::schema::{ColumnKey, TableId};
use crate::exchange::show;

use super::Session;
use super::command::{ChartExport, Command, Purpose, Request, Start};
use super::dialog::{Dialog, Question, filter};
use super::grid::values;
use super::line::Line;

impl Session {
    pub fn create_dialog(&self, start: Start) -> Dialog {
        let name = match start {
            Start::Template => "convention-hauts-de-france-2021.ron",
            Start::Sample => "exemple-2021.ron",
        };
        self.path_dialog(Purpose::Create(start), name)
    }

    /// Asks whether the file is no longer to be sealed.
    pub fn unseal_question(&self) -> Dialog {
        Dialog::Question(Question {
            title: Message::new("unseal-title"),
            text: Message::new("unseal-text"),
            answers: vec![("unseal-keep", Command::Dismiss), ("unseal-go", Command::Host(Request::Unseal))],
        })
    }

    pub fn open_dialog(&self) -> Dialog {
        let path = self.outside().recent.first().map(|file| file.path.display().to_string()).unwrap_or_default();
        Dialog::Path { purpose: Purpose::Open, path: Line::new(path) }
    }

    /// The path of a copy of the file: one that was found, if any.
    pub fn copy_dialog(&self) -> Dialog {
        match &self.outside().copy {
            Some(path) => Dialog::Path { purpose: Purpose::Copy, path: Line::new(path.display().to_string()) },
            None => self.path_dialog(Purpose::Copy, ""),
        }
    }

    pub fn save_as_dialog(&self) -> Dialog {
        let name = self.outside().file.as_deref().and_then(Path::file_name).unwrap_or_default();
        self.path_dialog(Purpose::SaveAs, &name.to_string_lossy())
    }

    pub fn charts_path_dialog(&self, export: ChartExport) -> Dialog {
        let name = match export.chart {
            Some(chart) => self.chart_file(chart, export.picture),
            None => self.words().text("charts-folder").to_owned(),
        };
        self.path_dialog(Purpose::Charts(export), &name)
    }

    pub(super) fn path_dialog(&self, purpose: Purpose, name: &str) -> Dialog {
        Dialog::Path { purpose, path: Line::new(self.suggested_path(name).display().to_string()) }
    }

    pub fn filter_dialog(&self, table: TableId, column: ColumnKey) -> Option<Dialog> {
        let sheet = self.grid(table).sheet();
        let info = sheet.column(column)?;
        let (lens, words) = (self.lens(), self.words());
        let now = self.grid(table).filters().iter().find(|filter| filter.column == column);
        Some(Dialog::Filter(Box::new(filter::FilterForm::new(
            table,
            info,
            values(sheet, info, &lens, words),
            now.map(|filter| &filter.test),
            |value| show::value(value, info.kind, &lens, words),
        ))))
    }

    pub fn figures_dialog(&self, chart: Chart) -> Dialog {
        Dialog::Figures { chart, table: Arc::new(self.chart_figures(chart)) }
    }
}
