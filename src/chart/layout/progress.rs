//! The layout of progress: delivered, pipeline and commitment, for the region on top, then one row per landlord.
//!
//! The region has a scale of its own: on that of the landlords, or they on its, one of the two could not be read.
//! Counts nothing: figures come as they are shown (rule C10: never capped), in display order.

use crate::domain::commitment::Axis;
use crate::domain::message::Message;
use crate::domain::schema::TableId;
use crate::indicators::Because;
use crate::theme::size;
use crate::words::Words;

use super::axis::step;
use super::frame::{self, Foot, GAP, MARGIN, line, pale, tick};
use super::label::Label;
use super::page::{self, LABEL_LINE, lines_height, wrapped};
pub use super::progress_row::{Expected, ProgressInput, ProgressRow};
use super::read;
use crate::chart::scene::{
    Anchor, Area, ColourRole, Counted, Mark, RowPart, Scene, Shape, Subject, Text, Weight, drawn_width, within,
};
use crate::chart::text;
use crate::chart::wording::finding::{Headline, LegendItem, legend, number, rule};

/// Minimum width of the bars next to long names and labels.
const MIN_BARS: f32 = 48.0;
const ROW_HEIGHT: (f32, f32) = (23.0, 40.0);
const AXIS_HEIGHT: f32 = 26.0;
/// Minimum distance between two figures of the axis.
const AXIS_GAP: f32 = 16.0;

/// The coordinates of rows and values.
struct ProgressPlot {
    left: f32,
    right: f32,
    /// The top of each row, and the bottom of the last.
    tops: Vec<f32>,
    bar: f32,
    /// Points per unit.
    unit: f32,
    /// The largest value.
    most: u64,
}

impl ProgressPlot {
    /// Rounded to whole points, so that edges stay sharp.
    fn x(&self, value: u64) -> f32 {
        (self.left + value as f32 * self.unit).round()
    }

    /// As it is below the region's row.
    fn below(mut self, band: &Self) -> Self {
        let (from, to) = (self.tops[0], band.tops[1] + GAP);
        self.tops.iter_mut().for_each(|top| *top += to - from);
        self
    }

    /// The width left for the label of a row.
    fn room(&self, row: &ProgressRow) -> f32 {
        self.right - self.x(row.reach()) - GAP + 0.5
    }
}

/// Grows higher than `height` where its rows need it.
pub fn scene(input: &ProgressInput, words: &Words, width: f32, height: f32) -> Scene {
    let labels: Vec<Label> = input.rows.iter().map(|row| Label::new(input, row, words)).collect();
    let of_region = Label::new(input, &input.region, words);
    let rule = rule(input, words);
    let foot = Foot::new(words, &input.imprint, &[&number(input, words)], drawn_width(width));
    let caption = format!("{rule} {}", foot.words);
    let mut scene = Scene::new((width, height), caption, read::table(input, words), words);
    scene.description = read::describe(input, (&of_region, &labels), &scene.caption, words);
    let (width, height) = (scene.width, scene.height);
    scene.marks.reserve(32 + input.rows.len() * 12);
    scene.stops.subjects.extend(input.region.subject(input.axis, RowPart::Delivered));

    let room = width - 2.0 * MARGIN;
    let fits = |title: &str| text::width(title, size::CHART_TITLE, Weight::SemiBold) <= room;
    let title = Headline::new(input, words).lines(fits);
    let top = frame::heading(&mut scene, &title, &rule, input.region.subject(input.axis, RowPart::Delivered));
    let (keys, meanings): (Vec<LegendItem>, Vec<String>) = legend(input, words).into_iter().unzip();
    let top = frame::legend(&mut scene, &meanings, top, |scene, place, area| key(scene, keys[place], area)) + GAP;
    let below = AXIS_HEIGHT + foot.height() + MARGIN;
    let room = (height - top - below) / (input.rows.len() + 1).max(1) as f32;
    let least = within(room, ROW_HEIGHT.0, ROW_HEIGHT.1).floor();
    let plot = plot(input, &labels, width, top, least);
    let band = band(input, &of_region, &plot, least);
    let plot = plot.below(&band);
    let under_region = (f32::midpoint(band.tops[1], plot.tops[0])).round() + 0.5;
    let bottom = if input.rows.is_empty() {
        frame::paragraph(&mut scene, words.text("chart-empty"), top)
    } else {
        let bottom = plot.tops.last().copied().unwrap_or(top);
        draw_row(&mut scene, input, (&input.region, &of_region), &band, 0, words);
        page::stroke(&mut scene, (MARGIN, under_region), (plot.right, under_region), ColourRole::Hairline);
        grid(&mut scene, &plot, bottom, words);
        for (index, (row, label)) in input.rows.iter().zip(&labels).enumerate() {
            draw_row(&mut scene, input, (row, label), &plot, index, words);
        }
        part_groups(&mut scene, input, &plot);
        bottom
    };
    foot.draw(&mut scene, bottom + AXIS_HEIGHT);
    scene.height = (bottom + below).max(height).ceil();
    scene
}

/// The region's row, above the others and as wide as there is room.
fn band(input: &ProgressInput, label: &Label, plot: &ProgressPlot, least: f32) -> ProgressPlot {
    let row = &input.region;
    let lines = wrapped(&row.name, Weight::SemiBold, plot.left - GAP - MARGIN + 0.01).len().max(1);
    let full = plot.right - plot.left - GAP;
    let bars = if full - label.width >= MIN_BARS { full - label.width } else { (full - label.least).max(MIN_BARS) };
    let (reach, top) = (row.reach().max(1), plot.tops[0]);
    let mut band = ProgressPlot { tops: vec![top], unit: bars / reach as f32, most: reach, ..*plot };
    let content = lines_height(lines).max(label.size(band.room(row)).0);
    band.tops.push(top + (content + 5.0).max(least).ceil());
    band
}

/// A separator above the landlords without a commitment, where there are others.
fn part_groups(scene: &mut Scene, input: &ProgressInput, plot: &ProgressPlot) {
    let committed = input.rows.iter().take_while(|row| row.is_committed()).count();
    if committed == 0
        || committed == input.rows.len()
        || input.rows.iter().skip(committed).any(ProgressRow::is_committed)
    {
        return;
    }
    let y = plot.tops[committed].round() + 0.5;
    let shape = Shape::Line { from: (MARGIN, y), to: (plot.right, y), thickness: 1.0 };
    scene.marks.push(Mark { shape, role: ColourRole::Hairline, subject: None });
}

/// Divides the width between names, bars and labels. Names and labels are wrapped before bars get too short to
/// read.
fn plot(input: &ProgressInput, labels: &[Label], width: f32, top: f32, least: f32) -> ProgressPlot {
    let inner = width - 2.0 * MARGIN;
    let widest = |of: fn(&Label) -> f32| labels.iter().map(of).fold(0.0, f32::max);
    let name = |row: &ProgressRow| text::width(&text::one_line(&row.name), size::CHART_LABEL, Weight::Regular);
    let region = text::width(&text::one_line(&input.region.name), size::CHART_LABEL, Weight::SemiBold);
    let longest = input.rows.iter().map(name).fold(region, f32::max);
    let bars = inner - 2.0 * GAP - widest(|label| label.width) - longest.min(width * 0.4);
    // Labels are wrapped first, then names.
    let of_label = |label: &Label| if bars < MIN_BARS { label.least } else { label.width };
    let spared = inner - labels.iter().map(of_label).fold(0.0, f32::max) - MIN_BARS - 2.0 * GAP;
    let names = longest.min((width * 0.4).min(spared.max(width * 0.2))).ceil();
    let (left, right) = (MARGIN + names + GAP, width - MARGIN);
    let most = input.rows.iter().map(ProgressRow::reach).max().unwrap_or(0).max(1);
    let unit = |(row, label): (&ProgressRow, &Label)| {
        let bars = (right - left - GAP - of_label(label)).max(MIN_BARS);
        bars / row.reach().max(1) as f32
    };
    let unit = input.rows.iter().zip(labels).map(unit).fold(f32::INFINITY, f32::min);
    let bar = (least * 0.25).round() * 2.0;
    let mut plot = ProgressPlot { left, right, tops: vec![top], bar, unit, most };
    for (row, label) in input.rows.iter().zip(labels) {
        let lines = wrapped(&row.name, Weight::Regular, names + 0.01).len().max(1);
        let content = lines_height(lines).max(label.size(plot.room(row)).0);
        let y = plot.tops.last().copied().unwrap_or(top);
        plot.tops.push(y + if content > LABEL_LINE { (content + 5.0).max(least).ceil() } else { least });
    }
    plot
}

/// The grid lines, with the figures below them.
fn grid(scene: &mut Scene, plot: &ProgressPlot, bottom: f32, words: &Words) {
    let figure = |value: u64| words.number(i64::try_from(value).unwrap_or(i64::MAX));
    let widest = text::width(&figure(plot.most), size::CAPTION, Weight::Regular);
    let step = step((widest + AXIS_GAP) / plot.unit);
    let values = (0..=plot.most / step).map(|index| index * step);
    for value in values {
        let x = plot.x(value);
        let shape = Shape::Line { from: (x + 0.5, plot.tops[0]), to: (x + 0.5, bottom + 4.0), thickness: 1.0 };
        let role = if value == 0 { ColourRole::Border } else { ColourRole::Hairline };
        scene.marks.push(Mark { shape, role, subject: None });
        let baseline = text::centred(bottom + 14.0, size::CAPTION);
        let text = Text { anchor: Anchor::Middle, ..line(x, baseline, size::CAPTION, &figure(value)) };
        scene.text(text, ColourRole::Muted, None);
    }
}

fn draw_row(
    scene: &mut Scene,
    input: &ProgressInput,
    (row, label): (&ProgressRow, &Label),
    plot: &ProgressPlot,
    index: usize,
    words: &Words,
) {
    // The region's first figure is a stop already: the title.
    let new = stops(row, input.axis)
        .filter(|stop| !row.is_region() || !matches!(stop.part, RowPart::Landlord | RowPart::Delivered));
    scene.stops.subjects.extend(new);
    let middle = f32::midpoint(plot.tops[index], plot.tops[index + 1]);
    let role = if row.is_empty() { ColourRole::Muted } else { ColourRole::Ink };
    let (weight, part) =
        if row.is_region() { (Weight::SemiBold, RowPart::Delivered) } else { (Weight::Regular, RowPart::Landlord) };
    let name = wrapped(&row.name, weight, plot.left - GAP - MARGIN + 0.01);
    let named = row.subject(input.axis, part);
    page::label(scene, &name, (plot.left - GAP, middle), Anchor::End, (role, weight), named);

    let height = plot.bar;
    let top = (middle - height / 2.0).round();
    let (delivered, pipeline) = (u64::from(row.delivered), u64::from(row.pipeline));
    let (end, far) = (plot.x(delivered), plot.x(delivered + pipeline));
    let bar = |from: f32, to: f32| Area::new(from, top, to - from, height);
    if let Some(target) = row.target {
        // The missing part connects the tick to its row.
        scene.rect(bar(far, plot.x(u64::from(target))), ColourRole::Track, None);
    }
    scene.rect(bar(plot.left.round(), end), ColourRole::Delivered, row.subject(input.axis, RowPart::Delivered));
    if let Some(counted) = recent(input, row, words) {
        let from = plot.x(delivered.saturating_sub(row.recent.len() as u64));
        let subject = scene.count(counted);
        stripe(scene, bar(from, end), Some(subject));
    }
    pale(scene, bar(end, far), row.subject(input.axis, RowPart::Pipeline));

    let (start, room) = (plot.x(row.reach()) + GAP, plot.room(row));
    // Hides the grid behind the label, so that no line crosses a word.
    let (high, wide) = label.size(room);
    let high = high.max(18.0);
    scene.rect(Area::new(start - 4.0, middle - high / 2.0, wide.min(room) + 8.0, high), ColourRole::Surface, None);
    if let Some(target) = row.target {
        tick(scene, plot.x(u64::from(target)), top - 4.0, height + 8.0, row.subject(input.axis, RowPart::Target));
    }
    label.draw(scene, (start, middle), room, row, input);
}

/// A light line along the bottom of a part of a bar: visible without colour, and quiet where nearly everything
/// is new. Above it the pointer still hits the bar.
fn stripe(scene: &mut Scene, area: Area, subject: Option<Subject>) {
    scene.rect(Area::new(area.x, area.bottom() - 4.0, area.width, 2.0), ColourRole::Surface, subject);
}

/// Draws the sample of a legend entry.
fn key(scene: &mut Scene, key: LegendItem, area: Area) {
    match key {
        LegendItem::Delivered => scene.rect(area, ColourRole::Delivered, None),
        LegendItem::Pipeline => pale(scene, area, None),
        LegendItem::Recent => {
            scene.rect(area, ColourRole::Delivered, None);
            stripe(scene, area, None);
        }
        LegendItem::Target => tick(scene, area.x + area.width / 2.0, area.y - 1.0, area.height + 2.0, None),
    }
}

/// What was delivered since the last committee; `None` where nothing was.
fn recent(input: &ProgressInput, row: &ProgressRow, words: &Words) -> Option<Counted> {
    let since = input.since.filter(|_| !row.recent.is_empty())?;
    let table = if input.axis == Axis::Units { TableId::Units } else { TableId::Relocations };
    let message = Message::new("chart-stop-recent").text("name", row.shown_name()).text("axis", input.axis.key());
    let title =
        words.say(&message.text("day", words.short_day(since, input.imprint.as_of)).count("count", row.recent.len()));
    Some(Counted { title, table, rows: row.recent.clone(), because: Because::Rules, beside: None })
}

/// The tab stops of a landlord: its name, then its figures.
fn stops(row: &ProgressRow, axis: Axis) -> impl Iterator<Item = Subject> {
    let on_the_way = [RowPart::Pipeline, RowPart::Suspended].map(|part| row.subject(axis, part));
    let on_the_way = on_the_way.into_iter().flatten().filter(|subject| subject.value > 0);
    let parts = [RowPart::Landlord, RowPart::Delivered, RowPart::Target].map(|part| row.subject(axis, part));
    parts.into_iter().flatten().chain(on_the_way)
}
