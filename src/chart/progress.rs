//! The progress of each landlord: delivered, in the pipeline, committed to, one row each.
//!
//! Owns the layout of the chart. Counts nothing: the figures come as they are shown (rule C10:
//! never capped), in the order in which they are shown.

use chrono::NaiveDate;

use crate::domain::commitment::Axis;
use crate::domain::convention::CountBasis;
use crate::domain::id::RowId;
use crate::domain::message::Message;
use crate::theme::size;
use crate::words::Words;

use super::finding::{Finding, caption};
use super::frame::{self, GAP, MARGIN, Note, line, tick};
use super::label::Label;
use super::scene::{
    Anchor, Area, Entry, Mark, Part, Role, Scene, Shape, Subject, Table, TableRow, Text, Weight, within,
};
use super::text;

/// The figures of one axis, period and day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgressInput {
    /// About what.
    pub axis: Axis,
    /// The landlords, in the order of the rows.
    pub rows: Vec<ProgressRow>,
    /// The region as a whole.
    pub region: ProgressRow,
    /// Women rehoused through the platform, who are not counted again here (rule C5).
    pub platform_women: u32,
    /// The day of the figures (rule C1).
    pub as_of: NaiveDate,
    /// Name of the period, such as "2021".
    pub period: String,
    /// The data is made up, and the chart says so.
    pub fictitious: bool,
    /// What a rehousing counts from (rule C4).
    pub basis: CountBasis,
}

/// The figures of one landlord, or of the region.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProgressRow {
    /// Whose; none is the region as a whole.
    pub landlord: Option<RowId>,
    /// Its name.
    pub name: String,
    /// What it committed to; none where nothing was entered.
    pub target: Option<u32>,
    /// What counts.
    pub delivered: u32,
    /// What is on the way (rule C7).
    pub pipeline: u32,
    /// How many of those on the way are suspended.
    pub suspended: u32,
}

impl ProgressRow {
    /// Whether it has something to keep: a target of zero is none (rule C10).
    pub fn committed(&self) -> bool {
        self.target.is_some_and(|target| target > 0)
    }

    /// Whether it delivered what it committed to.
    pub fn kept(&self) -> bool {
        self.committed() && Some(self.delivered) >= self.target
    }

    /// Whether there is nothing to show of it.
    pub fn idle(&self) -> bool {
        !self.committed() && self.delivered == 0 && self.pipeline == 0
    }

    /// How far its bar and tick reach.
    pub fn reach(&self) -> u64 {
        (u64::from(self.delivered) + u64::from(self.pipeline)).max(u64::from(self.target.unwrap_or(0)))
    }

    pub(super) fn shown_name(&self) -> String {
        text::one_line(&self.name).into_owned()
    }

    pub(super) fn table_row(&self) -> TableRow {
        let values = [Some(self.delivered), Some(self.pipeline), self.target].map(Entry::from).to_vec();
        TableRow { landlord: self.landlord, name: self.shown_name(), values }
    }

    /// A part of the row; none for a target that was not entered.
    pub(super) fn subject(&self, axis: Axis, part: Part) -> Option<Subject> {
        let value = match part {
            Part::Landlord | Part::Delivered => self.delivered,
            Part::Target => self.target?,
            Part::Pipeline => self.pipeline,
            Part::InAll | Part::Children | Part::Stage(_) | Part::Counted(_) => return None,
        };
        Some(Subject { landlord: self.landlord, axis, part, value })
    }
}

/// What is left to bars next to long names and labels.
const MIN_BARS: f32 = 48.0;
const ROW_HEIGHT: (f32, f32) = (24.0, 40.0);
const AXIS_HEIGHT: f32 = 28.0;
/// Room between two figures of the axis.
const AXIS_GAP: f32 = 16.0;

/// Where rows and values are.
struct Plot {
    /// Where zero is.
    left: f32,
    right: f32,
    top: f32,
    row_height: f32,
    /// Points a unit.
    unit: f32,
    /// The furthest value.
    most: u64,
}

impl Plot {
    /// Where a value is, on whole points so that edges stay sharp.
    fn x(&self, value: u64) -> f32 {
        (self.left + value as f32 * self.unit).round()
    }
}

/// The chart, `width` wide and at least `height` high: it grows taller where its rows need it.
pub fn scene(input: &ProgressInput, words: &Words, width: f32, height: f32) -> Scene {
    let labels: Vec<Label> = input.rows.iter().map(|row| Label::new(input, row, words)).collect();
    let caption = caption(input, words);
    let description = describe(input, &labels, &caption, words);
    let mut scene = Scene::new((width, height), description, table(input, words));
    let (width, height) = (scene.width, scene.height);
    scene.marks.reserve(32 + input.rows.len() * 12);
    scene.stops = stops(input);

    let room = width - 2.0 * MARGIN;
    let fits = |title: &str| text::width(title, size::CHART_TITLE, Weight::SemiBold) <= room;
    let title = Finding::new(input, words).lines(fits);
    let top = frame::heading(&mut scene, &title, input.region.subject(input.axis, Part::Delivered));
    let top = frame::legend(&mut scene, input, words, top) + GAP;
    let note = Note::new(words, &caption, input.fictitious, width);
    let below = AXIS_HEIGHT + note.height() + MARGIN;
    let room = (height - top - below) / input.rows.len().max(1) as f32;
    let plot = plot(input, &labels, width, top, within(room, ROW_HEIGHT.0, ROW_HEIGHT.1).floor());
    let bottom = if input.rows.is_empty() {
        let words = text::fit(words.text("chart-empty"), size::BODY, Weight::Regular, width - 2.0 * MARGIN);
        scene.text(line(MARGIN, top + 28.0, size::BODY, &words), Role::Muted, None);
        top + 40.0
    } else {
        let bottom = top + plot.row_height * input.rows.len() as f32;
        grid(&mut scene, &plot, bottom, words);
        for (index, (row, label)) in input.rows.iter().zip(&labels).enumerate() {
            let middle = plot.top + plot.row_height * (index as f32 + 0.5);
            draw_row(&mut scene, input, row, label, &plot, middle);
        }
        part_groups(&mut scene, input, &plot);
        bottom
    };
    note.draw(&mut scene, bottom + AXIS_HEIGHT, words);
    scene.height = (bottom + below).max(height).ceil();
    scene
}

/// A line before the landlords without a commitment, where there are others.
fn part_groups(scene: &mut Scene, input: &ProgressInput, plot: &Plot) {
    let committed = input.rows.iter().take_while(|row| row.committed()).count();
    if committed == 0 || committed == input.rows.len() || input.rows.iter().skip(committed).any(ProgressRow::committed)
    {
        return;
    }
    let y = (plot.top + plot.row_height * committed as f32).round() + 0.5;
    let shape = Shape::Line { from: (MARGIN, y), to: (plot.right, y), thickness: 1.0 };
    scene.marks.push(Mark { shape, role: Role::Hairline, subject: None });
}

/// Shares the width between names, bars and labels: no label is cut while bars still have room.
fn plot(input: &ProgressInput, labels: &[Label], width: f32, top: f32, row_height: f32) -> Plot {
    let inner = width - 2.0 * MARGIN;
    let label = labels.iter().map(|label| label.width).fold(0.0, f32::max);
    let spared = inner - label - MIN_BARS - 2.0 * GAP;
    let most_name = (width * 0.4).min(spared.max(width * 0.2));
    let name = |row: &ProgressRow| text::width(&text::one_line(&row.name), size::CHART_LABEL, Weight::Regular);
    let names = input.rows.iter().map(name).fold(0.0, f32::max).min(most_name).ceil();
    let (left, right) = (MARGIN + names + GAP, width - MARGIN);
    let most = input.rows.iter().map(ProgressRow::reach).max().unwrap_or(0).max(1);
    let unit = |(row, label): (&ProgressRow, &Label)| {
        let bars = (right - left - GAP - label.width).max(MIN_BARS);
        bars / row.reach().max(1) as f32
    };
    let unit = input.rows.iter().zip(labels).map(unit).fold(f32::INFINITY, f32::min);
    Plot { left, right, top, row_height, unit, most }
}

/// The smallest step of 1, 2, 5, 10, 20 … units that is at least `room` units.
pub(super) fn step(room: f32) -> u64 {
    let mut power = 1_u64;
    loop {
        for factor in [1, 2, 5] {
            if (power * factor) as f32 >= room || power >= 10_000_000_000 {
                return power * factor;
            }
        }
        power *= 10;
    }
}

/// The lines of the grid and the figures under them.
fn grid(scene: &mut Scene, plot: &Plot, bottom: f32, words: &Words) {
    let figure = |value: u64| words.number(i64::try_from(value).unwrap_or(i64::MAX));
    let widest = text::width(&figure(plot.most), size::CAPTION, Weight::Regular);
    let step = step((widest + AXIS_GAP) / plot.unit);
    let values = (0..=plot.most / step).map(|index| index * step);
    for value in values {
        let x = plot.x(value);
        let shape = Shape::Line { from: (x + 0.5, plot.top), to: (x + 0.5, bottom + 4.0), thickness: 1.0 };
        let role = if value == 0 { Role::Border } else { Role::Hairline };
        scene.marks.push(Mark { shape, role, subject: None });
        let baseline = text::centred(bottom + 14.0, size::CAPTION);
        let text = Text { anchor: Anchor::Middle, ..line(x, baseline, size::CAPTION, &figure(value)) };
        scene.text(text, Role::Muted, None);
    }
}

fn draw_row(scene: &mut Scene, input: &ProgressInput, row: &ProgressRow, label: &Label, plot: &Plot, middle: f32) {
    let baseline = text::centred(middle, size::CHART_LABEL);
    let role = if row.idle() { Role::Muted } else { Role::Ink };
    let room = plot.left - GAP - MARGIN;
    let name = text::one_line(&row.name);
    let name = text::fit(&name, size::CHART_LABEL, Weight::Regular, room + 0.01);
    let text = Text { anchor: Anchor::End, ..line(plot.left - GAP, baseline, size::CHART_LABEL, &name) };
    scene.text(text, role, row.subject(input.axis, Part::Landlord));

    let height = (plot.row_height * 0.25).round() * 2.0;
    let top = (middle - height / 2.0).round();
    let (delivered, pipeline) = (u64::from(row.delivered), u64::from(row.pipeline));
    let (end, far) = (plot.x(delivered), plot.x(delivered + pipeline));
    let bar = |from: f32, to: f32| Area::new(from, top, to - from, height);
    scene.rect(bar(plot.left.round(), end), Role::Delivered, row.subject(input.axis, Part::Delivered));
    scene.rect(bar(end, far), Role::Pipeline, row.subject(input.axis, Part::Pipeline));

    let start = plot.x(row.reach()) + GAP;
    let room = plot.right - start + 0.5;
    // The grid stops at the label, so that no line runs through a word.
    let shown = label.width.min(room);
    scene.rect(Area::new(start - 4.0, middle - 9.0, shown + 8.0, 18.0), Role::Surface, None);
    if let Some(target) = row.target {
        tick(scene, plot.x(u64::from(target)), top - 4.0, height + 8.0, row.subject(input.axis, Part::Target));
    }
    label.draw(scene, (start, baseline), room, row, input);
}

/// The stops of the keyboard: the finding, then each landlord and its figures.
fn stops(input: &ProgressInput) -> Vec<Subject> {
    let region = input.region.subject(input.axis, Part::Delivered);
    let rows = input.rows.iter().flat_map(|row| {
        let pipeline = row.subject(input.axis, Part::Pipeline).filter(|subject| subject.value > 0);
        [
            row.subject(input.axis, Part::Landlord),
            row.subject(input.axis, Part::Delivered),
            row.subject(input.axis, Part::Target),
            pipeline,
        ]
    });
    region.into_iter().chain(rows.flatten()).collect()
}

/// The figures behind the chart, the region last.
fn table(input: &ProgressInput, words: &Words) -> Table {
    let legend = frame::legend_words(input, words).map(|(_, words)| words);
    let columns = std::iter::once(words.text("chart-column-landlord").to_owned()).chain(legend).collect();
    Table { columns, rows: input.rows.iter().chain([&input.region]).map(ProgressRow::table_row).collect() }
}

/// The chart read out: a line a landlord, then the rule.
fn describe(input: &ProgressInput, labels: &[Label], caption: &str, words: &Words) -> String {
    let mut out = String::new();
    for (row, label) in input.rows.iter().zip(labels) {
        let message = Message::new("chart-row").text("name", row.shown_name()).text("label", label.words());
        out.push_str(&words.say(&message));
        out.push(' ');
    }
    out.push_str(caption);
    if input.fictitious {
        out.push(' ');
        out.push_str(words.text("chart-fictitious"));
        out.push('.');
    }
    out
}
