//! Charts on their way out: written as files, copied as a picture, copied as figures.
//!
//! Rasterises beside the window. What is on the charts is decided in `chart`.

use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use egui::ColorImage;

use crate::app::command::{ChartExport, Command};
use crate::chart::input::Order;
use crate::chart::kind::{Chart, Source};
use crate::chart::out::picture::{Picture, Size};
use crate::chart::out::png::{PngError, Raster};
use crate::chart::scene::{Scene, Table};
use crate::domain::message::Message;
use crate::domain::schema::Audience;
use crate::edit::Revision;
use crate::exchange::clipboard;
use crate::indicators::{Basis, Since, Total, View};
use crate::store::{self, Existing, SaveError};

use super::State;
use super::derived::ChartKey;
use super::files::Job;

/// Why a chart did not get out.
pub(super) enum ChartTrouble {
    Save(SaveError),
    Picture(PngError),
}

impl From<SaveError> for ChartTrouble {
    fn from(error: SaveError) -> Self {
        Self::Save(error)
    }
}

/// Key of a chart's name in the word files.
pub fn word(chart: Chart) -> String {
    format!("charts-{}", chart.key())
}

impl State {
    /// A chart at a size, laid out once.
    pub fn chart(&self, chart: Chart, width: f32, height: f32) -> Rc<Scene> {
        self.derived.chart(ChartKey::of(self, width, height), chart, || chart.scene(&self.source(), width, height))
    }

    /// A chart as it would leave the app, laid out once.
    pub fn picture(&self, chart: Chart, size: Size) -> Rc<Scene> {
        let (width, height) = size.points();
        self.derived.picture(ChartKey::of(self, width, height), chart, || self.scene(chart, size))
    }

    /// Whether nothing changed since a chart was drawn at this size.
    pub fn is_chart_drawn(&self, chart: Chart, width: f32, height: f32) -> bool {
        self.derived.is_drawn(&ChartKey::of(self, width, height), chart)
    }

    /// How high a chart was when it was last drawn.
    pub fn chart_height(&self, chart: Chart) -> Option<f32> {
        self.derived.chart_height(chart)
    }

    /// The charts that have something to show: trainings may not be followed.
    pub fn charts(&self) -> Vec<Chart> {
        Chart::offered(self.dataset(), &self.derived.progress)
    }

    /// In which order landlords stand on charts.
    pub const fn chart_order(&self) -> Order {
        self.chart_order
    }

    /// For whom charts are: exact in what crosses an attribute of persons for the office alone.
    pub const fn chart_audience(&self) -> Audience {
        self.chart_audience
    }

    /// Of what charts are pictures: where it changes they are others, not the same ones moved on.
    pub fn chart_look(&self) -> egui::Id {
        let View { span, as_of } = self.view();
        egui::Id::unique((self.opened, span, as_of, self.chart_order, self.chart_audience))
    }

    /// Of which records charts are: where it stays nothing on them moves.
    pub const fn chart_revision(&self) -> Revision {
        self.document.revision()
    }

    /// What moved since the last committee, if one was held.
    pub fn since_committee(&self) -> Option<&Since> {
        let Source { lens, span, progress, audience, .. } = self.source();
        self.derived.analysis.since(&Basis { lens, span, progress, audience })
    }

    /// Children of women rehoused, with these women: exact for the office, else those of whole groups.
    pub fn children(&self) -> Option<&Total> {
        let Source { lens, span, progress, audience, .. } = self.source();
        self.derived.analysis.children(&Basis { lens, span, progress, audience })
    }

    /// What charts are drawn from.
    pub(super) fn source(&self) -> Source<'_> {
        let (view, progress) = (self.view(), &self.derived.progress);
        let lens = self.lens().at(view.as_of);
        Source {
            lens,
            span: view.span,
            progress,
            analysis: &self.derived.analysis,
            order: self.chart_order,
            audience: self.chart_audience,
            words: &self.words,
        }
    }

    /// Writes a chart to a file, or all of them into a folder.
    pub(super) fn export_charts(&mut self, export: ChartExport, path: PathBuf, existing: Existing) {
        let picture = export.picture;
        let retry = Command::ExportCharts(export, path.clone(), Existing::Replace);
        let fs = Arc::clone(&self.surroundings.fs);
        let charts = export.chart.map_or_else(|| self.charts(), |chart| vec![chart]);
        let scenes: Vec<Scene> = charts.iter().map(|chart| self.scene(*chart, picture.size)).collect();
        let names: Vec<String> = charts.iter().map(|chart| self.chart_file(*chart, picture)).collect();
        self.tell(Message::new("charts-under-way").count("n", charts.len()));
        self.worker.start_in_steps(move |tell| {
            let (of, mut written) = (scenes.len(), Vec::new());
            let bytes = |place: usize| picture.bytes(&scenes[place]).map_err(ChartTrouble::Picture);
            let result = if export.chart.is_some() {
                bytes(0).and_then(|bytes| Ok(store::write_export(&*fs, &path, &bytes, existing)?))
            } else {
                store::write_exports(&*fs, &path, &names, existing, bytes, |path| {
                    written.push(path.file_name().unwrap_or_default().to_string_lossy().into_owned());
                    if written.len() < of {
                        tell(Job::ChartWritten { written: written.len(), of });
                    }
                })
            };
            tell(Job::ChartsWritten { path, written, of, result, retry });
        });
    }

    /// Says how far it got.
    pub(super) fn chart_written(&mut self, written: usize, of: usize) {
        self.tell(Message::new("charts-so-far").count("n", written).count("of", of));
    }

    /// Says what became of charts that were written: where it broke off, which ones are there.
    pub(super) fn charts_written(
        &mut self,
        path: &Path,
        (written, of): (&[String], usize),
        result: Result<(), ChartTrouble>,
        retry: Command,
    ) {
        let trouble = match result {
            Ok(()) => {
                let path = path.display().to_string();
                return self.tell(Message::new("charts-done").count("n", of).text("path", path));
            }
            Err(ChartTrouble::Save(SaveError::Exists(_))) if written.is_empty() => {
                self.notice = None;
                return self.ask_replace(retry);
            }
            Err(ChartTrouble::Save(error)) => error.message(),
            Err(ChartTrouble::Picture(error)) => error.message(),
        };
        if written.is_empty() {
            return self.complain(trouble);
        }
        let detail = self.words.say(&trouble);
        let partly = Message::new("charts-partly").count("n", written.len()).count("of", of);
        self.complain(partly.text("names", written.join(", ")).text("detail", detail));
    }

    /// Makes a picture of a chart for the clipboard.
    pub(super) fn copy_chart(&mut self, chart: Chart, picture: Picture) {
        let scene = self.scene(chart, picture.size);
        self.worker.start(move || Job::Pictured(chart, picture.raster(&scene, f32::from(picture.scale))));
    }

    /// The clipboard is to hold a picture.
    pub(super) fn pictured(&mut self, chart: Chart, result: Result<Raster, PngError>) {
        match result {
            Ok(Raster { width, height, pixels, .. }) => {
                let size = [width as usize, height as usize];
                self.copied_picture = Some(ColorImage::from_rgba_unmultiplied(size, &pixels));
                let held = if self.dataset().is_fictitious() { "no" } else { "yes" };
                self.tell(Message::new("chart-copied").term("chart", word(chart)).text("held", held));
            }
            Err(error) => self.complain(error.message()),
        }
    }

    /// Gives the figures behind a chart to the clipboard, as a table.
    pub(super) fn copy_figures(&mut self, chart: Chart) {
        let table = self.chart_figures(chart);
        let rows = table.rows.iter().map(|row| {
            std::iter::once(row.name.clone()).chain(row.values.iter().map(ToString::to_string)).collect::<Vec<_>>()
        });
        // Where the data is made up, that goes along.
        let fictitious = self.dataset().is_fictitious().then(|| vec![self.words.text("chart-fictitious").to_owned()]);
        // As of which day they are, and whether they are for the office alone, goes along as well.
        let words = &self.words;
        let day = words.say(&Message::new("as-of").date("date", self.view().as_of));
        let internal = chart.is_internal(self.chart_audience).then(|| vec![words.text("chart-internal").to_owned()]);
        let after = internal.into_iter().chain([vec![day]]).chain(fictitious);
        self.copied = Some(clipboard::write(std::iter::once(table.columns.clone()).chain(rows).chain(after)));
        self.tell(Message::new("figures-copied").term("chart", word(chart)));
    }

    /// The figures behind a chart.
    pub fn chart_figures(&self, chart: Chart) -> Table {
        self.scene(chart, Size::default()).table
    }

    /// The name of a chart's file.
    pub fn chart_file(&self, chart: Chart, picture: Picture) -> String {
        picture.file_name(chart, self.chart_audience, &self.words)
    }

    fn scene(&self, chart: Chart, size: Size) -> Scene {
        let source = self.source();
        size.draw(|width, height| chart.scene(&source, width, height))
    }
}
