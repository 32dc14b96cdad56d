//! The layout of the curve of women rehoused: steps, with their target and a steady pace.
//!
//! Lines are labelled at their end instead of in a legend, and differ in thickness and lightness, so that the
//! chart works in black and white.

use chrono::{Datelike, Months, NaiveDate};

use crate::domain::commitment::Axis;
use crate::domain::convention::CountBasis;
use crate::domain::message::Message;
use crate::indicators::Curve;
use crate::theme::size;
use crate::words::Words;

use super::axis::step;
use super::frame::{self, Foot, GAP, Imprint, MARGIN, line};
use super::steps::{Series, series, steps, table};
use crate::chart::scene::{Anchor, Area, ColourRole, Mark, RowPart, Scene, Shape, Subject, Text, Weight, drawn_width};
use crate::chart::text;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CurveInput {
    /// `None` where the span has no days.
    pub curve: Option<Curve>,
    pub imprint: Imprint,
    pub region: String,
    /// The step that counts as a rehousing (rule C4).
    pub basis: CountBasis,
}

/// Minimum width and height of the plot.
const MIN_PLOT: (f32, f32) = (120.0, 180.0);
/// Height of the plot relative to its width, up to a maximum: steep lines look fast, flat ones slow.
const PLOT_SHAPE: f32 = 0.32;
const MOST_PLOT: f32 = 260.0;
/// Distance between two labels at the end of lines.
const NAME_LINE: f32 = 20.0;
/// Minimum distance between two figures of the axis, and between two months.
const ROOM: (f32, f32) = (28.0, 12.0);
/// Above the plot, for two rows of committee names.
const TOP: f32 = 50.0;
const TOP_LINE: f32 = 18.0;
const AXIS_HEIGHT: f32 = 26.0;

/// The coordinates of days and totals.
pub(in crate::chart) struct CurvePlot {
    pub(in crate::chart) area: Area,
    starts: NaiveDate,
    days: f32,
    most: f32,
}

impl CurvePlot {
    pub(in crate::chart) fn x(&self, day: NaiveDate) -> f32 {
        let gone = (day - self.starts).num_days() as f32;
        self.area.x + (gone / self.days).clamp(0.0, 1.0) * self.area.width
    }

    pub(in crate::chart) fn y(&self, total: u32) -> f32 {
        self.area.bottom() - total as f32 / self.most * self.area.height
    }
}

pub fn scene(input: &CurveInput, words: &Words, width: f32, height: f32) -> Scene {
    let rule = words.say(&Message::new("curve-caption").text("basis", input.basis.key()));
    let notes = notes(input, words);
    let notes: Vec<&str> = notes.iter().map(String::as_str).collect();
    let foot = Foot::new(words, &input.imprint, &notes, drawn_width(width));
    let mut scene = Scene::new((width, height), format!("{rule} {}", foot.words), table(input, words), words);
    let height = scene.height;
    let series = input.curve.as_ref().map(|curve| series(curve, words)).unwrap_or_default();
    let region = series.first().map(|series| subject(series.part, series.total));
    let top = frame::heading(&mut scene, &title(input, &series, words), &rule, region) + TOP;
    let below = AXIS_HEIGHT + foot.height() + MARGIN;
    let bottom = (height - below).max(top + (scene.width * PLOT_SHAPE).clamp(MIN_PLOT.1, MOST_PLOT));
    if let Some(curve) = &input.curve {
        draw(&mut scene, curve, &series, input.imprint.as_of, (top, bottom), words);
    } else {
        frame::paragraph(&mut scene, words.text("curve-empty"), top - TOP);
    }
    foot.draw(&mut scene, bottom + AXIS_HEIGHT);
    scene.height = (bottom + below).max(height).ceil();
    scene
}

pub(in crate::chart) const fn subject(part: RowPart, value: u32) -> Subject {
    Subject { landlord: None, axis: Axis::Relocations, part, value }
}

fn title(input: &CurveInput, series: &[Series], words: &Words) -> Vec<String> {
    if input.curve.is_none() {
        return vec![words.text("curve-title-none").to_owned()];
    }
    let done = series.first().map_or(0, |series| series.total) as usize;
    let target = input.curve.as_ref().and_then(|curve| curve.target);
    let key = if target.is_some() { "curve-title-of" } else { "curve-title-alone" };
    let target = target.unwrap_or(0) as usize;
    let message = Message::new(key).count("done", done).count("target", target);
    let message = message.text("beyond", if done > target { "yes" } else { "no" });
    vec![words.say(&message.text("date", words.long_date(input.imprint.as_of)))]
}

/// The notes: children, forecast, pace, number of women.
fn notes(input: &CurveInput, words: &Words) -> Vec<String> {
    let Some(curve) = &input.curve else { return Vec::new() };
    let key = if curve.children.is_some() { "curve-children-groups" } else { "curve-children-hidden" };
    let mut notes = Vec::new();
    if curve.children.is_some() || curve.groups_as_of.is_some() {
        notes.push(words.say(&Message::new(key).count("n", curve.group as usize)));
    }
    if curve.children.is_some() || curve.groups_as_of.is_none() {
        notes.extend(input.imprint.groups_note(curve.groups_as_of).map(|note| words.say(&note)));
    }
    if let (Some(forecast), Some(target)) = (curve.forecast, curve.target) {
        let message = Message::new("curve-projection")
            .text("starts", words.long_date(curve.starts))
            .text("earliest", words.long_date(forecast.earliest))
            .text("latest", words.long_date(forecast.latest));
        notes.push(words.say(&message.count("target", target as usize)));
    }
    if curve.target.is_some() {
        notes.push(words.text("curve-pace-note").to_owned());
    }
    let women = curve.in_all.last().map_or(0, |rise| rise.total);
    notes.push(words.say(&Message::new("chart-n-women").count("n", women as usize)));
    notes
}

fn draw(
    scene: &mut Scene,
    curve: &Curve,
    series: &[Series],
    as_of: NaiveDate,
    (top, bottom): (f32, f32),
    words: &Words,
) {
    let target =
        curve.target.map(|target| (target, words.say(&Message::new("curve-target").count("n", target as usize))));
    let totals = series.iter().map(|series| series.total);
    let most = totals.chain(curve.target).max().unwrap_or(0).max(1);
    let figure = |value: u64| words.number(i64::try_from(value).unwrap_or(i64::MAX));
    let figures = text::width(&figure(u64::from(most)), size::CAPTION, Weight::Regular);
    let names = series.iter().map(|series| name_width(&series.name, series.thickness));
    let names = names.chain(target.iter().map(|(_, name)| name_width(name, 1.0))).fold(0.0, f32::max);
    let left = MARGIN + figures + GAP;
    let right = (scene.width - MARGIN - names - GAP).max(left + MIN_PLOT.0);
    let plot = CurvePlot {
        area: Area::new(left, top, right - left, bottom - top),
        starts: curve.starts,
        days: ((curve.ends - curve.starts).num_days() as f32).max(1.0),
        most: most as f32,
    };
    grid(scene, &plot, u64::from(most), &figure);
    months(scene, &plot, curve.ends, words);
    committees(scene, &plot, &curve.committees, as_of, words);
    if let Some((value, _)) = &target {
        let value = *value;
        let end = (plot.area.right(), plot.y(value));
        dashes(scene, (plot.area.x, end.1), end.0, Some(subject(RowPart::Target, value)));
        // The steady pace, thin, behind the lines.
        rule(scene, (plot.area.x, plot.area.bottom()), end, 1.0, ColourRole::Border, None);
        pace_name(scene, &plot, value, words);
    }
    // Tab stops: lines and target, then each step.
    let lines: Vec<Subject> = series.iter().map(|of| stop(scene, of)).collect();
    scene.stops.subjects.extend(target.iter().map(|(value, _)| subject(RowPart::Target, *value)));
    let until = plot.x(as_of.min(curve.ends).max(curve.starts));
    for (series, line) in series.iter().zip(&lines).rev() {
        steps(scene, &plot, (curve, series, *line), until, words);
    }
    name_lines(scene, &plot, (series, &lines), target.as_ref(), until);
}

/// The subject of a line, as a tab stop.
fn stop(scene: &mut Scene, series: &Series) -> Subject {
    if let Some(counted) = &series.counted {
        return scene.count(counted.clone());
    }
    let subject = subject(series.part, series.total);
    scene.stops.subjects.push(subject);
    subject
}

fn name_width(name: &str, thickness: f32) -> f32 {
    text::width(name, size::CHART_LABEL, weight(thickness))
}

fn weight(thickness: f32) -> Weight {
    if thickness > 2.0 { Weight::SemiBold } else { Weight::Regular }
}

pub(in crate::chart) fn rule(
    scene: &mut Scene,
    from: (f32, f32),
    to: (f32, f32),
    thickness: f32,
    role: ColourRole,
    subject: Option<Subject>,
) {
    scene.marks.push(Mark { shape: Shape::Line { from, to, thickness }, role, subject });
}

/// A horizontal dashed line.
fn dashes(scene: &mut Scene, from: (f32, f32), to: f32, subject: Option<Subject>) {
    let mut x = from.0;
    while x < to {
        rule(scene, (x, from.1), ((x + 7.0).min(to), from.1), 1.5, ColourRole::Tick, subject);
        x += 12.0;
    }
}

fn grid(scene: &mut Scene, plot: &CurvePlot, most: u64, figure: &dyn Fn(u64) -> String) {
    let by = step(ROOM.0 / plot.area.height * plot.most);
    for value in (0..=most / by).map(|index| index * by) {
        let y = (plot.area.bottom() - value as f32 / plot.most * plot.area.height).round() + 0.5;
        let role = if value == 0 { ColourRole::Border } else { ColourRole::Hairline };
        rule(scene, (plot.area.x, y), (plot.area.right(), y), 1.0, role, None);
        let at = line(plot.area.x - GAP, text::centred(y, size::CAPTION), size::CAPTION, &figure(value));
        scene.text(Text { anchor: Anchor::End, ..at }, ColourRole::Muted, None);
    }
}

/// The label of the pace, at the end of its line, below it.
fn pace_name(scene: &mut Scene, plot: &CurvePlot, target: u32, words: &Words) {
    let name = words.text("curve-pace");
    let x = plot.area.right() - text::width(name, size::CAPTION, Weight::Regular) - GAP;
    let y = plot.area.bottom() - (x - plot.area.x) / plot.area.width * (plot.area.bottom() - plot.y(target)) + 14.0;
    if x > plot.area.x + ROOM.0 && y + 8.0 < plot.area.bottom() {
        scene.text(line(x, text::centred(y, size::CAPTION), size::CAPTION, name), ColourRole::Muted, None);
    }
}

/// The first days of months, as many as fit; January has its year.
fn months(scene: &mut Scene, plot: &CurvePlot, ends: NaiveDate, words: &Words) {
    let mut free = plot.area.x;
    let mut day = plot.starts.with_day(1).filter(|first| *first >= plot.starts);
    day = day.or_else(|| plot.starts.with_day(1)?.checked_add_months(Months::new(1)));
    let middle = plot.area.bottom() + AXIS_HEIGHT / 2.0 + 2.0;
    while let Some(first) = day.filter(|first| *first <= ends) {
        let x = plot.x(first);
        let month = words.text(&format!("month-short-{}", first.month())).to_owned();
        let name = if first.month() == 1 { format!("{month} {}", first.year()) } else { month };
        let width = text::width(&name, size::CAPTION, Weight::Regular);
        if x >= free && x + width <= plot.area.right() + GAP {
            rule(scene, (x, plot.area.bottom()), (x, plot.area.bottom() + 4.0), 1.0, ColourRole::Border, None);
            scene.text(line(x, text::centred(middle, size::CAPTION), size::CAPTION, &name), ColourRole::Muted, None);
            free = x + width + ROOM.1;
        }
        day = first.checked_add_months(Months::new(1));
    }
}

/// One vertical line per committee, short if it is still to come. Labelled where there is room, in the lower
/// row or otherwise in the upper one.
fn committees(scene: &mut Scene, plot: &CurvePlot, days: &[NaiveDate], as_of: NaiveDate, words: &Words) {
    let mut free = [MARGIN; 2];
    for day in days {
        let x = plot.x(*day).round() + 0.5;
        let is_held = *day <= as_of;
        let bottom = if is_held { plot.area.bottom() } else { plot.area.y + 8.0 };
        rule(scene, (x, plot.area.y - 4.0), (x, bottom), 1.0, ColourRole::Border, None);
        let key = if is_held { "curve-committee" } else { "curve-committee-planned" };
        let name = words.say(&Message::new(key).text("day", words.short_day(*day, plot.starts)));
        let half = text::width(&name, size::CAPTION, Weight::Regular) / 2.0;
        // Neither outside the margin nor over the labels of the lines.
        let middle = x.min(plot.area.right() - half).max(MARGIN + half);
        let row = free.iter().position(|free| middle - half >= *free);
        if let Some(row) = row.filter(|_| middle + half <= plot.area.right() + 0.1) {
            let y = plot.area.y - 10.0 - TOP_LINE * (row as f32 + 0.5);
            let baseline = text::centred(y, size::CAPTION);
            let name = Text { anchor: Anchor::Middle, ..line(middle, baseline, size::CAPTION, &name) };
            scene.text(name, ColourRole::Muted, None);
            free[row] = middle + half + ROOM.1;
        }
    }
}

/// The labels on the right, each as close to its line as the others allow.
fn name_lines(
    scene: &mut Scene,
    plot: &CurvePlot,
    (series, lines): (&[Series], &[Subject]),
    target: Option<&(u32, String)>,
    until: f32,
) {
    let mut names: Vec<(f32, &str, ColourRole, f32, Subject)> = series
        .iter()
        .zip(lines)
        .map(|(of, line)| (plot.y(of.total), of.name.as_str(), of.role, of.thickness, *line))
        .collect();
    if let Some((value, name)) = target {
        names.push((plot.y(*value), name, ColourRole::Ink, 1.0, subject(RowPart::Target, *value)));
    }
    names.sort_by(|a, b| a.0.total_cmp(&b.0));
    let x = plot.area.right() + GAP;
    let room = scene.width - MARGIN - x + 0.01;
    let lines = |name: &str, thickness| text::wrap(name, size::CHART_LABEL, weight(thickness), room);
    let mut left = names.iter().map(|(_, name, _, thickness, _)| lines(name, *thickness).len()).sum::<usize>() as f32;
    let mut free = f32::NEG_INFINITY;
    for (wanted, name, role, thickness, subject) in names {
        let lines = lines(name, thickness);
        // Leaves room for the labels below.
        let y = wanted.max(free).min(plot.area.bottom() - (left - 1.0) * NAME_LINE);
        left -= lines.len() as f32;
        for (place, words) in lines.iter().enumerate() {
            let baseline = text::centred(y + place as f32 * NAME_LINE, size::CHART_LABEL);
            let at = line(x, baseline, size::CHART_LABEL, words);
            scene.text(Text { weight: weight(thickness), ..at }, role, Some(subject));
        }
        free = y + lines.len() as f32 * NAME_LINE;
        // A leader from the end of the line to its label.
        if subject.part != RowPart::Target && until + 4.0 < plot.area.right() {
            rule(scene, (until + 3.0, wanted), (plot.area.right() + 3.0, y), 0.5, ColourRole::Border, None);
        }
    }
}
