//! Charts of the open document: drawn once, for the window, a dialog or a file.

use std::rc::Rc;

use crate::chart::input::{ChartSource, RowOrder};
use crate::chart::kind::Chart;
use crate::chart::out::picture::{Picture, Size};
use crate::chart::scene::{ChartTable, Scene};
use crate::domain::message::Message;
use crate::domain::schema::Audience;
use crate::edit::Revision;
use crate::exchange::clipboard;
use crate::indicators::{Snapshot, SpanAsOf};
use crate::words::{Lang, Words};

use super::Session;
use super::derived::ChartKey;

/// Key of a chart's name in the word files.
pub fn word(chart: Chart) -> String {
    format!("charts-{}", chart.key())
}

/// What charts are drawn from; owned, so that they can be drawn beside the window.
pub struct Drawing {
    snapshot: Snapshot,
    order: RowOrder,
    lang: Lang,
}

impl Drawing {
    /// A chart as it leaves the app, in the language of the screen.
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
    /// A chart at a size, laid out once.
    pub fn chart(&self, chart: Chart, width: f32, height: f32) -> Rc<Scene> {
        self.derived.chart(self.chart_key(width, height), chart, || {
            chart.scene(&self.drawing().source(&self.words), width, height)
        })
    }

    /// A chart as it would leave the app, laid out once.
    pub fn picture(&self, chart: Chart, size: Size) -> Rc<Scene> {
        let (width, height) = size.points();
        self.derived.picture(self.chart_key(width, height), chart, || self.scene(chart, size))
    }

    /// Whether nothing changed since a chart was drawn at this size.
    pub fn is_chart_drawn(&self, chart: Chart, width: f32, height: f32) -> bool {
        self.derived.is_drawn(&self.chart_key(width, height), chart)
    }

    /// How high a chart was when it was last drawn.
    pub fn chart_height(&self, chart: Chart) -> Option<f32> {
        self.derived.chart_height(chart)
    }

    /// The charts that have something to show: trainings may not be followed.
    pub fn charts(&self) -> Vec<Chart> {
        Chart::offered(&self.snapshot())
    }

    /// In which order landlords stand on charts.
    pub const fn chart_order(&self) -> RowOrder {
        self.chart_order
    }

    /// For whom charts are: exact in what crosses an attribute of persons for the office alone.
    pub const fn chart_audience(&self) -> Audience {
        self.chart_audience
    }

    /// Of what charts are pictures: where it changes they are others, not the same ones moved on.
    pub fn chart_look(&self) -> (u64, SpanAsOf, RowOrder, Audience) {
        (self.opened, self.view(), self.chart_order, self.chart_audience)
    }

    /// What a chart of this size would be drawn of now.
    fn chart_key(&self, width: f32, height: f32) -> ChartKey {
        ChartKey {
            snapshot: self.snapshot_of(),
            order: self.chart_order,
            size: (width.round() as u32, height.round() as u32),
        }
    }

    /// Of which records charts are: where it stays nothing on them moves.
    pub const fn chart_revision(&self) -> Revision {
        self.document.revision()
    }

    /// What charts are drawn from, to draw them beside the window as well.
    pub fn drawing(&self) -> Drawing {
        Drawing { snapshot: self.snapshot(), order: self.chart_order, lang: self.words.lang() }
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
    pub fn chart_figures(&self, chart: Chart) -> ChartTable {
        self.scene(chart, Size::default()).table
    }

    /// The name of a chart's file.
    pub fn chart_file(&self, chart: Chart, picture: Picture) -> String {
        picture.file_name(chart, self.chart_audience, &self.words)
    }

    /// A chart as it leaves the app.
    fn scene(&self, chart: Chart, size: Size) -> Scene {
        self.drawing().scene(chart, size, &self.words)
    }
}
