//! Charts of the open document: drawn once, for the window, a dialog or a file.

use std::rc::Rc;

use crate::chart::input::Order;
use crate::chart::kind::{Chart, Source};
use crate::chart::out::picture::{Picture, Size};
use crate::chart::scene::{Scene, Table};
use crate::domain::message::Message;
use crate::domain::schema::Audience;
use crate::edit::Revision;
use crate::exchange::clipboard;
use crate::indicators::{Basis, Since, View};

use super::Session;
use super::derived::ChartKey;

/// Key of a chart's name in the word files.
pub fn word(chart: Chart) -> String {
    format!("charts-{}", chart.key())
}

impl Session {
    /// A chart at a size, laid out once.
    pub fn chart(&self, chart: Chart, width: f32, height: f32) -> Rc<Scene> {
        self.derived.chart(self.chart_key(width, height), chart, || chart.scene(&self.source(), width, height))
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
    pub fn chart_look(&self) -> (u64, View, Order, Audience) {
        (self.opened, self.view(), self.chart_order, self.chart_audience)
    }

    /// What a chart of this size would be drawn of now.
    fn chart_key(&self, width: f32, height: f32) -> ChartKey {
        ChartKey {
            revision: self.document.revision(),
            view: self.view(),
            order: self.chart_order,
            audience: self.chart_audience,
            size: (width.round() as u32, height.round() as u32),
        }
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

    /// Children of women rehoused, and of how many of these: exact for the office, else those of
    /// whole groups.
    pub fn children(&self) -> Option<(usize, usize)> {
        let Source { lens, span, progress, audience, .. } = self.source();
        let women = &progress.region.figures.women;
        if audience == Audience::Office {
            return Some((usize::try_from(women.children.total).ok()?, women.in_all.n()));
        }
        let curve = self.derived.analysis.curve(&Basis { lens, span, progress, audience })?;
        let total = curve.children.as_ref()?.last().map_or(0, |rise| rise.total);
        Some((total as usize, curve.mothers as usize))
    }

    /// What charts are drawn from.
    fn source(&self) -> Source<'_> {
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

    /// A chart as it leaves the app.
    pub fn scene(&self, chart: Chart, size: Size) -> Scene {
        let source = self.source();
        size.draw(|width, height| chart.scene(&source, width, height))
    }
}
