//! The layout of the units' outcomes, landlord by landlord (rule C2).
//!
//! Five stages differ in lightness and pattern, and each part has its number: nothing depends on colour.

use crate::domain::commitment::Axis;
use crate::domain::id::RowId;
use crate::domain::message::Message;
use crate::domain::schema::TableId;
use crate::indicators::{Because, Stage, UnitDays, median};
use crate::theme::size;
use crate::words::Words;

use super::frame::{self, Foot, GAP, Imprint, MARGIN, line, pale};
use super::page::{self, lines_height, wrapped};
use crate::chart::scene::{
    Anchor, Area, ChartTable, ColourRole, Counted, Mark, RowPart, Scene, Shape, Subject, TableEntry, TableRow, Text,
    Weight, drawn_width, within,
};
use crate::chart::text;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FatesInput {
    /// The landlords that made units available, in display order.
    pub rows: Vec<FatesRow>,
    pub region: FatesRow,
    pub imprint: Imprint,
    /// The smallest number of units whose days are published: fewer would disclose the date of one lease.
    pub least: usize,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FatesRow {
    /// `None` for the region.
    pub landlord: Option<RowId>,
    pub name: String,
    /// Units per stage, in the order of [`Stage::ALL`].
    pub at: [u32; Stage::ALL.len()],
    /// Days from publication to the first candidate, and to the lease.
    pub days: UnitDays,
}

impl FatesRow {
    pub fn total(&self) -> u32 {
        self.at.iter().fold(0, |sum, n| sum.saturating_add(*n))
    }

    const fn subject(&self, stage: Stage) -> Subject {
        Subject {
            landlord: self.landlord,
            axis: Axis::Units,
            part: RowPart::Stage(stage),
            value: self.at[stage as usize],
        }
    }

    fn all(&self) -> Subject {
        Subject { landlord: self.landlord, axis: Axis::Units, part: RowPart::Delivered, value: self.total() }
    }

    fn table_row(&self, least: usize, words: &Words) -> TableRow {
        let medians = self.days.each_ref().map(|days| {
            let median = median(days).filter(|_| days.len() >= least);
            median.map_or(TableEntry::Nothing, |median| TableEntry::halves(median, words))
        });
        let values = self.at.iter().copied().chain([self.total()]).map(|n| TableEntry::from(Some(n)));
        let values = values.chain(medians).collect();
        TableRow { landlord: self.landlord, name: text::one_line(&self.name).into_owned(), values }
    }
}

const MIN_BARS: f32 = 80.0;
/// Width of a column of days, and the chart width from which there are such columns.
const DAYS: f32 = 104.0;
const DAYS_FROM: f32 = 620.0;
const ROW_HEIGHT: (f32, f32) = (26.0, 40.0);

/// Grows higher than `height` where its rows need it.
pub fn scene(input: &FatesInput, words: &Words, width: f32, height: f32) -> Scene {
    let rule = words.text("fates-caption");
    let n = words.say(&Message::new("chart-n-units").count("n", input.region.total() as usize));
    let days = days_note(input, words);
    let foot = Foot::new(words, &input.imprint, &[&days, &n], drawn_width(width));
    let rows = input.rows.iter().chain([&input.region]).map(|row| row.table_row(input.least, words)).collect();
    let mut scene = Scene::new(
        (width, height),
        format!("{rule} {}", foot.words),
        ChartTable { columns: columns(words), rows },
        words,
    );
    let height = scene.height;
    let top = frame::heading(&mut scene, &[title(input, words)], rule, Some(input.region.all()));
    scene.stops.subjects.push(input.region.all());
    let stages: Vec<String> = Stage::ALL.iter().map(|stage| stage_words(*stage, words)).collect();
    let key = |scene: &mut Scene, place: usize, area| fate(scene, Stage::ALL[place], area, None);
    let top = frame::legend(&mut scene, &stages, top, key) + GAP;
    let below = GAP + foot.height() + MARGIN;
    let top = if has_days(input, &scene) { day_heads(&mut scene, words, top) } else { top };
    let room = (height - top - below) / input.rows.len().max(1) as f32;
    let least = within(room, ROW_HEIGHT.0, ROW_HEIGHT.1).floor();
    let bottom = if input.rows.is_empty() {
        frame::paragraph(&mut scene, words.text("fates-empty"), top)
    } else {
        bars(&mut scene, input, (top, least), words)
    };
    foot.draw(&mut scene, bottom + GAP);
    scene.height = (bottom + below).max(height).ceil();
    scene
}

fn stops(row: &FatesRow) -> Vec<Subject> {
    let parts = Stage::ALL.iter().map(|stage| row.subject(*stage)).filter(|subject| subject.value > 0);
    std::iter::once(row.all()).chain(parts).collect()
}

fn title(input: &FatesInput, words: &Words) -> String {
    let count = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
    let message = Message::new("fates-title").count("n", count(input.region.total()));
    words.say(&message.count("leased", count(input.region.at[Stage::Leased as usize])))
}

fn columns(words: &Words) -> Vec<String> {
    let stages = Stage::ALL.iter().map(|stage| stage_words(*stage, words));
    std::iter::once(words.text("chart-column-landlord").to_owned())
        .chain(stages)
        .chain(["fates-column-all", "fates-days-candidate", "fates-days-lease"].map(|key| words.text(key).to_owned()))
        .collect()
}

pub fn stage_words(stage: Stage, words: &Words) -> String {
    words.text(&format!("unit-stage-{}", stage.key())).to_owned()
}

/// Draws the rows; returns their bottom.
fn bars(scene: &mut Scene, input: &FatesInput, (top, least): (f32, f32), words: &Words) -> f32 {
    let number = |n: u32| words.number(i64::from(n));
    let label = |row: &FatesRow| text::width(&number(row.total()), size::CHART_LABEL, Weight::SemiBold);
    let labels = input.rows.iter().map(label).fold(0.0, f32::max);
    let name = |row: &FatesRow| text::width(&text::one_line(&row.name), size::CHART_LABEL, Weight::Regular);
    // Days go beside the bars where these remain long enough.
    let has_days = has_days(input, scene);
    let days = if has_days { 2.0 * DAYS } else { 0.0 };
    let spared = (scene.width - 2.0 * MARGIN - labels - days - MIN_BARS - 2.0 * GAP).max(40.0);
    let names = input.rows.iter().map(name).fold(0.0, f32::max).min(scene.width * 0.4).min(spared).ceil();
    let left = (MARGIN + names + GAP).round();
    let most = input.rows.iter().map(FatesRow::total).max().unwrap_or(0).max(1);
    let unit = (scene.width - MARGIN - labels - days - GAP - left).max(1.0) / most as f32;
    let mut y = top;
    for row in &input.rows {
        scene.stops.subjects.extend(stops(row));
        let name = wrapped(&row.name, Weight::Regular, names + 0.01);
        let row_height = if name.len() > 1 { (lines_height(name.len()) + 5.0).max(least).ceil() } else { least };
        let middle = y + row_height / 2.0;
        y += row_height;
        let baseline = text::centred(middle, size::CHART_LABEL);
        page::label(
            scene,
            &name,
            (left - GAP, middle),
            Anchor::End,
            (ColourRole::Ink, Weight::Regular),
            Some(row.all()),
        );
        for (place, days) in row.days.iter().enumerate().filter(|_| has_days) {
            let x = scene.width - MARGIN - (1 - place) as f32 * DAYS;
            let at = line(x, baseline, size::CHART_LABEL, &days_words(days, input.least, words));
            let subject = waited(row, place, words)
                .filter(|all| all.rows.len() >= input.least)
                .map(|counted| scene.count(counted));
            scene.text(Text { anchor: Anchor::End, ..at }, ColourRole::Muted, subject);
        }
        let height = (least * 0.6).round();
        let y = (middle - height / 2.0).round();
        let mut before = 0_u32;
        for stage in Stage::ALL {
            let n = row.at[*stage as usize];
            let edge = |n: u32| (left + n as f32 * unit).round();
            let (from, to) = (edge(before), edge(before.saturating_add(n)));
            before = before.saturating_add(n);
            if n == 0 || to <= from {
                continue;
            }
            fate(scene, *stage, Area::new(from, y, to - from, height), Some(row.subject(*stage)));
            let shown = number(n);
            let width = text::width(&shown, size::CAPTION, Weight::SemiBold);
            if width + 6.0 <= to - from {
                let middle_x = f32::midpoint(from, to);
                // On a pattern the number needs a plain backing.
                if matches!(stage, Stage::DeadlinePassed | Stage::WithdrawnAfterAllocation) {
                    let ground = Area::new(middle_x - width / 2.0 - 2.0, y + 1.0, width + 4.0, height - 2.0);
                    scene.rect(ground, ColourRole::Surface, Some(row.subject(*stage)));
                }
                let role = if *stage == Stage::Leased { ColourRole::Surface } else { ColourRole::Ink };
                let at = line(middle_x, text::centred(middle, size::CAPTION), size::CAPTION, &shown);
                let at = Text { anchor: Anchor::Middle, weight: Weight::SemiBold, ..at };
                scene.text(at, role, Some(row.subject(*stage)));
            }
        }
        let end = (left + row.total() as f32 * unit).round() + GAP;
        let at = line(end, baseline, size::CHART_LABEL, &number(row.total()));
        scene.text(Text { weight: Weight::SemiBold, ..at }, ColourRole::Ink, Some(row.all()));
    }
    y
}

/// Whether there are columns of days: there must be room, and a landlord with enough units.
fn has_days(input: &FatesInput, scene: &Scene) -> bool {
    let is_said = |days: &Vec<_>| !days.is_empty() && days.len() >= input.least;
    scene.width >= DAYS_FROM && input.rows.iter().flat_map(|row| &row.days).any(is_said)
}

/// The region's medians, and the smallest number of units for which one is published.
fn days_note(input: &FatesInput, words: &Words) -> String {
    let ends = input.region.days.iter().zip(["candidate", "lease"]);
    let ends = ends.filter(|(days, _)| !days.is_empty() && days.len() >= input.least).map(|(days, end)| {
        words.say(&Message::new("fates-days-to").text("days", days_words(days, input.least, words)).text("end", end))
    });
    let ends: Vec<String> = ends.collect();
    if ends.is_empty() {
        return String::new();
    }
    words.say(&Message::new("fates-days-note").text("days", ends.join(", ")).count("n", input.least))
}

/// Draws the headings of the days; returns their bottom.
fn day_heads(scene: &mut Scene, words: &Words, top: f32) -> f32 {
    let heads = ["fates-days-candidate", "fates-days-lease"]
        .map(|key| text::wrap(words.text(key), size::CAPTION, Weight::Regular, DAYS - GAP));
    let lines = heads.iter().map(Vec::len).max().unwrap_or(0);
    for (place, head) in heads.iter().enumerate() {
        let x = scene.width - MARGIN - (1 - place) as f32 * DAYS;
        for (index, words) in head.iter().enumerate() {
            let y = top + (index as f32 + 0.5) * 18.0;
            let at = line(x, text::centred(y, size::CAPTION), size::CAPTION, words);
            scene.text(Text { anchor: Anchor::End, ..at }, ColourRole::Muted, None);
        }
    }
    top + lines as f32 * 18.0
}

/// A median with its number of units.
fn days_words(days: &[(u32, RowId)], least: usize, words: &Words) -> String {
    median(days).filter(|_| days.len() >= least).map_or_else(
        || words.text("fates-days-none").to_owned(),
        |median| words.say(&Message::new("fates-days").halves("days", median).count("n", days.len())),
    )
}

/// The units behind a median; `None` without any.
fn waited(row: &FatesRow, place: usize, words: &Words) -> Option<Counted> {
    let days = &row.days[place];
    let key = if place == 0 { "fates-waited-candidate" } else { "fates-waited-lease" };
    let message = Message::new(key).text("name", text::one_line(&row.name)).halves("days", median(days)?);
    let title = words.say(&message.count("n", days.len()));
    let rows = days.iter().map(|(_, row)| *row).collect();
    Some(Counted { title, table: TableId::Units, rows, because: Because::Rules, beside: None })
}

/// Part of a bar, from dark to light: leased, under way, no candidate; hatched past the deadline; empty if
/// withdrawn. The pale ones have an edge.
fn fate(scene: &mut Scene, stage: Stage, area: Area, subject: Option<Subject>) {
    let fill = match stage {
        Stage::UnderWay => return pale(scene, area, subject),
        Stage::Leased => ColourRole::Delivered,
        Stage::NoCandidate => ColourRole::Track,
        Stage::DeadlinePassed | Stage::WithdrawnAfterAllocation => ColourRole::Surface,
    };
    scene.rect(area, fill, subject);
    if stage == Stage::DeadlinePassed {
        hatch(scene, area, ColourRole::Muted);
    }
    if stage != Stage::Leased {
        outline(scene, area);
    }
}

/// Diagonal strokes from lower left to upper right.
pub(in crate::chart) fn hatch(scene: &mut Scene, area: Area, role: ColourRole) {
    let mut offset = 5.0;
    while offset < area.width + area.height {
        // Clipped to the area: from its left or lower edge to its upper or right one.
        let from = (area.x + (offset - area.height).max(0.0), area.y + offset.min(area.height));
        let to = (area.x + offset.min(area.width), area.y + (offset - area.width).max(0.0));
        let shape = Shape::Line { from, to, thickness: 1.0 };
        scene.marks.push(Mark { shape, role, subject: None });
        offset += 5.0;
    }
}

fn outline(scene: &mut Scene, area: Area) {
    let (left, top, right, bottom) = (area.x + 0.5, area.y + 0.5, area.right() - 0.5, area.bottom() - 0.5);
    for (from, to) in [
        ((left, top), (right, top)),
        ((right, top), (right, bottom)),
        ((right, bottom), (left, bottom)),
        ((left, bottom), (left, top)),
    ] {
        scene.marks.push(Mark {
            shape: Shape::Line { from, to, thickness: 1.0 },
            role: ColourRole::Muted,
            subject: None,
        });
    }
}
