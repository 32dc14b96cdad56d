//! Charts of the open document, for the window, a dialog or a file; memoised.

use std::rc::Rc;

use crate::chart::input::{ChartSource, RowOrder, region_row};
use crate::chart::kind::Chart;
use crate::chart::layout::bar;
use crate::chart::out::picture::{Picture, Size};
use crate::chart::scene::{ChartTable, Scene, TableRow};
use crate::domain::commitment::Axis;
use crate::domain::message::Message;
use crate::domain::schema::Audience;
use crate::edit::Revision;
use crate::exchange::clipboard;
use crate::indicators::{Snapshot, SpanAsOf};
use crate::words::{Lang, Words};

use super::Session;
use super::chart_export::ChartExport;
use super::copied::Copied;
use super::derived::ChartKey;

/// Its key in the word files.
pub fn word(chart: Chart) -> String {
    format!("charts-{}", chart.key())
}

/// The data that charts are drawn from; owned, so that it can go to another thread.
pub struct Drawing {
    snapshot: Snapshot,
    order: RowOrder,
    lang: Lang,
}

impl Drawing {
    /// A chart for export, in the language of the screen.
    pub fn leaving(&self, chart: Chart, size: Size) -> Scene {
        self.scene(chart, size, &Words::new(self.lang))
    }

    const fn source<'a>(&'a self, words: &'a Words) -> ChartSource<'a> {
        ChartSource { snapshot: &self.snapshot, order: self.order, words }
    }

    fn scene(&self, chart: Chart, size: Size, words: &Words) -> Scene {
        let source = self.source(words);
        size.draw(|width, height| chart.scene(&source, width, height))
    }
}

impl Session {
    /// A chart at a given size; memoised.
    pub fn chart(&self, chart: Chart, width: f32, height: f32) -> Rc<Scene> {
        self.derived.chart(self.chart_key(width, height), chart, || {
            chart.scene(&self.drawing().source(&self.words), width, height)
        })
    }

    /// The bar of a card; memoised.
    pub fn bar(&self, axis: Axis, width: f32, height: f32) -> Rc<Scene> {
        self.derived.bar(self.chart_key(width, height), axis, || {
            bar::scene(&region_row(&self.snapshot(), axis, &self.words), axis, &self.words, width, height)
        })
    }

    /// A chart as it would be exported; memoised.
    pub fn picture(&self, chart: Chart, size: Size) -> Rc<Scene> {
        let (width, height) = size.points();
        self.derived.picture(self.chart_key(width, height), chart, || self.scene(chart, size))
    }

    /// Whether a current drawing of this size is cached.
    pub fn is_chart_drawn(&self, chart: Chart, width: f32, height: f32) -> bool {
        self.derived.is_drawn(&self.chart_key(width, height), chart)
    }

    /// The height of the last drawing.
    pub fn chart_height(&self, chart: Chart) -> Option<f32> {
        self.derived.chart_height(chart)
    }

    /// The charts that apply to this dataset: trainings may not be recorded.
    pub fn charts(&self) -> Vec<Chart> {
        Chart::offered(&self.snapshot())
    }

    /// What the dialog for charts was left with; the first chart before.
    pub fn last_export(&self) -> ChartExport {
        let first = || ChartExport { chart: Some(Chart::Units), ..ChartExport::default() };
        let is_there = |export: &ChartExport| export.chart.is_none_or(|chart| self.charts().contains(&chart));
        self.chart_choices.export.filter(is_there).unwrap_or_else(first)
    }

    pub const fn chart_order(&self) -> RowOrder {
        self.chart_choices.order
    }

    /// Only the office sees exact figures by personal attribute, if it wants to.
    pub const fn chart_audience(&self) -> Audience {
        if self.is_in_seance() { Audience::Committee } else { self.chart_audience }
    }

    /// What charts show. When it changes, marks jump to their place; otherwise they move there.
    pub fn chart_look(&self) -> (u64, SpanAsOf, RowOrder, Audience) {
        (self.opened, self.view(), self.chart_choices.order, self.chart_audience())
    }

    /// Exact figures are chosen for one use: after it charts are rounded again. Whether that was so, as an argument of what is
    /// said.
    pub fn end_exact(&mut self, charts: &[Chart]) -> &'static str {
        let was_exact = charts.iter().any(|chart| chart.is_internal(self.chart_audience()));
        if was_exact {
            self.chart_audience = Audience::Committee;
        }
        if was_exact { "yes" } else { "no" }
    }

    fn chart_key(&self, width: f32, height: f32) -> ChartKey {
        ChartKey {
            snapshot: self.snapshot_key(),
            order: self.chart_choices.order,
            size: (width.round() as u32, height.round() as u32),
        }
    }

    /// The revision of the records that charts show.
    pub const fn chart_revision(&self) -> Revision {
        self.document.revision()
    }

    pub fn drawing(&self) -> Drawing {
        Drawing { snapshot: self.snapshot(), order: self.chart_choices.order, lang: self.words.lang() }
    }

    /// Copies the figures behind a chart to the clipboard, as a table.
    pub(super) fn copy_figures(&mut self, chart: Chart) {
        let Scene { title, caption, table, .. } = self.scene(chart, Size::default());
        let row = |row: &TableRow| {
            std::iter::once(row.name.clone()).chain(row.values.iter().map(ToString::to_string)).collect::<Vec<_>>()
        };
        let rows: Vec<Vec<String>> = table.rows.iter().map(row).collect();
        // The caption says the rule, the convention, the day, and whether they are internal. Fictitious data stays marked.
        let fictitious = self.dataset().is_fictitious().then(|| self.words.text("chart-fictitious").to_owned());
        let notes = [vec![caption], fictitious.into_iter().collect()].concat();
        let html = clipboard::html(self.words.lang().code(), &title, &table.columns, &rows, &notes);
        let before = [vec![title], table.columns.clone()].into_iter();
        let text = clipboard::write(before.chain(rows).chain(notes.into_iter().map(|note| vec![note])));
        self.copied = Some(Copied::figures(text, html));
        let exact = self.end_exact(&[chart]);
        self.notify(Message::new("figures-copied").term("chart", word(chart)).text("exact", exact));
    }

    /// How charts were asked for last, for the settings; nothing if they never were.
    pub fn kept_export(&self) -> Vec<String> {
        self.chart_choices.export.map(ChartExport::kept).unwrap_or_default()
    }

    pub fn restore_export(&mut self, kept: &[String]) {
        self.chart_choices.export = ChartExport::of_kept(kept);
    }

    /// The figures behind a chart.
    pub fn chart_figures(&self, chart: Chart) -> ChartTable {
        self.scene(chart, Size::default()).table
    }

    pub fn chart_file(&self, chart: Chart, picture: Picture) -> String {
        picture.file_name(chart, self.chart_audience(), &self.words)
    }

    fn scene(&self, chart: Chart, size: Size) -> Scene {
        self.drawing().scene(chart, size, &self.words)
    }
}
