//! Exports charts and documents as files, or copies charts as an image.
//!
//! Rasterises in the background. `chart` decides the content.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::ColorImage;

use crate::chart::kind::Chart;
use crate::chart::out::picture::Picture;
use crate::chart::out::png::{PngError, Raster};
use crate::domain::message::Message;
use crate::report::{Report, docx};
use crate::session::chart_word;
use crate::session::command::{ChartExport, Request};
use crate::store::{self, Existing, SaveError};
use crate::words::Words;

use super::Host;
use super::job::{ChartExportError, Job};

impl Host {
    /// Writes one chart to a file, or all of them to a folder.
    pub(super) fn export_charts(&mut self, export: ChartExport, path: PathBuf, existing: Existing) {
        let picture = export.picture;
        let retry = Request::ExportCharts(export, path.clone());
        let fs = Arc::clone(&self.fs);
        let charts = export.chart.map_or_else(|| self.session.charts(), |chart| vec![chart]);
        let drawing = self.session.drawing();
        let names: Vec<String> = charts.iter().map(|chart| self.session.chart_file(*chart, picture)).collect();
        self.session.notify(Message::new("charts-under-way").count("n", charts.len()));
        self.worker.start_with_progress(move |report| {
            let (of, mut written) = (charts.len(), Vec::new());
            let scene = |place: usize| drawing.leaving(charts[place], picture.size);
            let bytes = |place: usize| picture.bytes(&scene(place)).map_err(ChartExportError::Picture);
            let result = if export.chart.is_some() {
                bytes(0).and_then(|bytes| Ok(store::write_export(&*fs, &path, &bytes, existing)?))
            } else {
                store::write_exports(&*fs, &path, &names, existing, bytes, |path| {
                    written.push(path.file_name().unwrap_or_default().to_string_lossy().into_owned());
                    if written.len() < of {
                        report(Job::ChartWritten { written: written.len(), of });
                    }
                })
            };
            report(Job::ChartsWritten { path, written, of, result, retry });
        });
    }

    /// Reports the progress.
    pub(super) fn chart_written(&mut self, written: usize, of: usize) {
        self.session.notify(Message::new("charts-so-far").count("n", written).count("of", of));
    }

    /// Reports the result of an export; after a failure, which charts were written.
    pub(super) fn charts_written(
        &mut self,
        path: &Path,
        (written, of): (&[String], usize),
        result: Result<(), ChartExportError>,
        retry: Request,
    ) {
        let trouble = match result {
            Ok(()) => {
                let path = path.display().to_string();
                let charts = self.session.charts();
                let exact = self.session.end_exact(&charts);
                let done = Message::new("charts-done").count("n", of).text("path", path);
                return self.session.notify(done.text("exact", exact));
            }
            Err(ChartExportError::Save(SaveError::Exists(_))) if written.is_empty() => {
                self.session.clear_notice();
                return self.ask_replace(retry);
            }
            Err(ChartExportError::Save(error)) if written.is_empty() => return self.not_written(&error, retry),
            Err(ChartExportError::Save(error)) => error.message(),
            Err(ChartExportError::Picture(error)) => error.message(),
            Err(ChartExportError::Document(error)) => error.message(),
        };
        if written.is_empty() {
            return self.session.report_problem(trouble);
        }
        let detail = self.session.words().say(&trouble);
        let partly = Message::new("charts-partly").count("n", written.len()).count("of", of);
        self.session.report_problem(partly.text("names", written.join(", ")).text("detail", detail));
    }

    /// Writes a document. What has its name may have been worked on by hand since: it stays, and the new one gets a number.
    pub(super) fn write_report(&mut self, report: Report, path: PathBuf) {
        let (dataset, view, lang) =
            (self.session.document().snapshot(), self.session.view(), self.session.words().lang());
        let retry = Request::WriteReport(report, path.clone());
        let fs = Arc::clone(&self.fs);
        self.session.notify(Message::new("report-under-way"));
        self.worker.start_with_progress(move |say| {
            let document = report.document(&dataset, view, &Words::new(lang));
            let bytes = docx::docx(&document, |written, of| say(Job::ChartWritten { written, of }));
            let (path, result) = match bytes {
                Ok(bytes) => store::write_beside(&*fs, &path, &bytes),
                Err(error) => (path, Err(ChartExportError::Document(error))),
            };
            say(Job::Documented { path, result, retry });
        });
    }

    pub(super) fn documented(&mut self, path: &Path, result: Result<(), ChartExportError>, retry: Request) {
        match result {
            Ok(()) => {
                let done = Message::new("report-done").text("path", path.display().to_string());
                self.session.notify(done);
            }
            Err(ChartExportError::Save(error)) => self.not_written(&error, retry),
            Err(ChartExportError::Picture(error)) => self.session.report_problem(error.message()),
            Err(ChartExportError::Document(error)) => self.session.report_problem(error.message()),
        }
    }

    /// Rasterises a chart for the clipboard.
    pub(super) fn copy_chart(&mut self, chart: Chart, picture: Picture) {
        let drawing = self.session.drawing();
        self.worker.start(move || {
            let scene = drawing.leaving(chart, picture.size);
            Job::Pictured(chart, picture.raster(&scene, f32::from(picture.scale)))
        });
    }

    /// Puts a rasterised chart on the clipboard.
    pub(super) fn pictured(&mut self, chart: Chart, result: Result<Raster, PngError>) {
        if self.file.is_none() {
            // It was locked meanwhile.
            return;
        }
        match result {
            Ok(Raster { width, height, pixels, .. }) => {
                let size = [width as usize, height as usize];
                self.copied_picture = Some(ColorImage::from_rgba_unmultiplied(size, &pixels));
                let held = if self.session.dataset().is_fictitious() { "no" } else { "yes" };
                let exact = self.session.end_exact(&[chart]);
                let copied = Message::new("chart-copied").term("chart", chart_word(chart));
                self.session.notify(copied.text("held", held).text("exact", exact));
            }
            Err(error) => self.session.report_problem(error.message()),
        }
    }
}
