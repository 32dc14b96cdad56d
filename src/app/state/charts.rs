//! Charts on their way out: written as files, copied as a picture, copied as figures.
//!
//! Rasterises beside the window. What is on the charts is decided in `chart`.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::ColorImage;

use crate::app::command::{ChartExport, Command};
use crate::chart::input::Order;
use crate::chart::kind::{Chart, Source};
use crate::chart::picture::{Picture, Size};
use crate::chart::png::{self, PngError, Raster};
use crate::chart::scene::Scene;
use crate::domain::message::Message;
use crate::domain::schema::Audience;
use crate::exchange::clipboard;
use crate::store::{self, Existing, SaveError};
use crate::theme::LIGHT;

use super::State;
use super::files::Job;

/// Why a chart did not get out.
pub(super) enum ChartTrouble {
    Save(SaveError),
    Picture(PngError),
}

impl State {
    /// The charts that have something to show: trainings may not be followed.
    pub fn charts(&self) -> Vec<Chart> {
        let figures = &self.derived.progress.region.figures.training;
        let has_trainings = figures.target.total.is_some() || figures.sessions.n() + figures.planned.n() > 0;
        Chart::ALL.into_iter().filter(|chart| *chart != Chart::Training || has_trainings).collect()
    }

    /// In which order landlords stand on charts.
    pub const fn chart_order(&self) -> Order {
        self.chart_order
    }

    /// For whom charts are: exact in what crosses an attribute of persons for the office alone.
    pub const fn chart_audience(&self) -> Audience {
        self.chart_audience
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
        let Picture { size, .. } = export.picture;
        let charts: Vec<(PathBuf, Scene)> = if let Some(chart) = export.chart {
            vec![(path.clone(), self.scene(chart, size))]
        } else {
            let file = |chart: Chart| path.join(self.chart_file(chart, export.picture));
            self.charts().into_iter().map(|chart| (file(chart), self.scene(chart, size))).collect()
        };
        let is_folder = export.chart.is_none();
        let fs = Arc::clone(&self.surroundings.fs);
        let retry = Command::ExportCharts(export, path.clone(), Existing::Replace);
        self.tell(Message::new("charts-under-way").count("n", charts.len()));
        self.worker.start(move || {
            let write = || {
                if is_folder {
                    fs.create_folders(&path)
                        .map_err(|error| ChartTrouble::Save(SaveError::Unwritable(error.to_string())))?;
                }
                // None is written where one would take the place of another.
                if existing == Existing::Refuse
                    && let Some((taken, _)) = charts.iter().find(|(path, _)| fs.permissions(path).is_ok())
                {
                    return Err(ChartTrouble::Save(SaveError::Exists(taken.clone())));
                }
                for (path, scene) in &charts {
                    let bytes = export.picture.bytes(scene).map_err(ChartTrouble::Picture)?;
                    store::write_export(&*fs, path, &bytes, existing).map_err(ChartTrouble::Save)?;
                }
                Ok(charts.len())
            };
            let result = write();
            Job::ChartsWritten { path, result, retry }
        });
    }

    /// Says what became of charts that were written.
    pub(super) fn charts_written(&mut self, path: &Path, result: Result<usize, ChartTrouble>, retry: Command) {
        match result {
            Ok(count) => {
                let path = path.display().to_string();
                self.tell(Message::new("charts-done").count("n", count).text("path", path));
            }
            Err(ChartTrouble::Save(SaveError::Exists(_))) => {
                self.notice = None;
                self.ask_replace(retry);
            }
            Err(ChartTrouble::Save(error)) => self.complain(error.message()),
            Err(ChartTrouble::Picture(error)) => self.complain(error.message()),
        }
    }

    /// Makes a picture of a chart for the clipboard.
    pub(super) fn copy_chart(&mut self, chart: Chart, picture: Picture) {
        let scene = self.scene(chart, picture.size);
        self.worker.start(move || Job::Pictured(png::raster(&scene, &LIGHT, f32::from(picture.scale))));
    }

    /// The clipboard is to hold a picture.
    pub(super) fn pictured(&mut self, result: Result<Raster, PngError>) {
        match result {
            Ok(Raster { width, height, pixels }) => {
                let size = [width as usize, height as usize];
                self.copied_picture = Some(ColorImage::from_rgba_unmultiplied(size, &pixels));
                self.tell(Message::new("chart-copied"));
            }
            Err(error) => self.complain(error.message()),
        }
    }

    /// Gives the figures behind a chart to the clipboard, as a table.
    pub(super) fn copy_figures(&mut self, chart: Chart) {
        let table = self.scene(chart, Size::default()).table;
        let rows = table.rows.iter().map(|row| {
            std::iter::once(row.name.clone()).chain(row.values.iter().map(ToString::to_string)).collect::<Vec<_>>()
        });
        // Where the data is made up, that goes along.
        let fictitious = self.dataset().is_fictitious().then(|| vec![self.words.text("chart-fictitious").to_owned()]);
        self.copied = Some(clipboard::write(std::iter::once(table.columns.clone()).chain(rows).chain(fictitious)));
        self.tell(Message::new("figures-copied"));
    }

    /// The picture that the clipboard is to hold, once.
    pub const fn take_copied_picture(&mut self) -> Option<ColorImage> {
        self.copied_picture.take()
    }

    /// The name of a chart's file.
    pub fn chart_file(&self, chart: Chart, picture: Picture) -> String {
        format!("{}.{}", self.words.text(&format!("chart-file-{}", chart.key())), picture.format.extension())
    }

    fn scene(&self, chart: Chart, size: Size) -> Scene {
        let (width, height) = size.points();
        chart.scene(&self.source(), width, height)
    }
}
