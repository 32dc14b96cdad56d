//! What became of the units made available, landlord by landlord (rule C2).
//!
//! Owns its layout. Five fates are told apart by lightness and pattern, and each part says its
//! number: nothing hangs on a colour.

use chrono::NaiveDate;

use crate::domain::commitment::Axis;
use crate::domain::id::RowId;
use crate::domain::message::Message;
use crate::indicators::Stage;
use crate::theme::size;
use crate::words::Words;

use super::frame::{self, GAP, MARGIN, Note, line};
use super::scene::{
    Anchor, Area, Entry, Mark, Part, Role, Scene, Shape, Subject, Table, TableRow, Text, Weight, within,
};
use super::text;

/// What the chart is drawn from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FatesInput {
    /// The landlords that made units available, in the order of the rows.
    pub rows: Vec<FatesRow>,
    /// The region as a whole.
    pub region: FatesRow,
    /// The day of the figures (rule C1).
    pub as_of: NaiveDate,
    /// The data is made up, and the chart says so.
    pub fictitious: bool,
}

/// The units of a landlord, or of the region.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FatesRow {
    /// Whose; none is the region as a whole.
    pub landlord: Option<RowId>,
    /// Its name.
    pub name: String,
    /// How many at each stage, in the order of [`Stage::ALL`].
    pub at: [u32; Stage::ALL.len()],
}

impl FatesRow {
    /// All of them.
    pub fn total(&self) -> u32 {
        self.at.iter().fold(0, |sum, n| sum.saturating_add(*n))
    }

    const fn subject(&self, stage: Stage) -> Subject {
        Subject { landlord: self.landlord, axis: Axis::Units, part: Part::Stage(stage), value: self.at[stage as usize] }
    }

    fn all(&self) -> Subject {
        Subject { landlord: self.landlord, axis: Axis::Units, part: Part::Delivered, value: self.total() }
    }

    fn table_row(&self) -> TableRow {
        let values = self.at.iter().copied().chain([self.total()]).map(|n| Entry::from(Some(n))).collect();
        TableRow { landlord: self.landlord, name: text::one_line(&self.name).into_owned(), values }
    }
}

const MIN_BARS: f32 = 80.0;
const ROW_HEIGHT: (f32, f32) = (26.0, 40.0);

/// The chart, `width` wide and at least `height` high: it grows taller where its rows need it.
pub fn scene(input: &FatesInput, words: &Words, width: f32, height: f32) -> Scene {
    let caption = words.say(&Message::new("fates-caption").text("date", words.long_date(input.as_of)));
    let rows = input.rows.iter().chain([&input.region]).map(FatesRow::table_row).collect();
    let mut scene = Scene::new((width, height), caption.clone(), Table { columns: columns(words), rows });
    let (width, height) = (scene.width, scene.height);
    scene.stops = input.rows.iter().flat_map(stops).collect();
    let top = frame::heading(&mut scene, &[title(input, words)], Some(input.region.all()));
    let top = legend(&mut scene, words, top) + GAP;
    let note = Note::new(words, &caption, input.fictitious, width);
    let below = GAP + note.height() + MARGIN;
    let room = (height - top - below) / input.rows.len().max(1) as f32;
    let row_height = within(room, ROW_HEIGHT.0, ROW_HEIGHT.1).floor();
    let bottom = if input.rows.is_empty() {
        let empty = text::fit(words.text("fates-empty"), size::BODY, Weight::Regular, width - 2.0 * MARGIN);
        scene.text(line(MARGIN, top + 28.0, size::BODY, &empty), Role::Muted, None);
        top + 40.0
    } else {
        bars(&mut scene, input, (top, row_height), words);
        top + row_height * input.rows.len() as f32
    };
    note.draw(&mut scene, bottom + GAP, words);
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
        .chain([words.text("fates-column-all").to_owned()])
        .collect()
}

/// What a stage is called.
pub fn stage_words(stage: Stage, words: &Words) -> String {
    words.text(&format!("unit-stage-{}", stage.key())).to_owned()
}

/// What each pattern means; returns where it ends.
fn legend(scene: &mut Scene, words: &Words, top: f32) -> f32 {
    const KEY: f32 = 14.0;
    const LINE: f32 = 20.0;
    let (mut x, mut y) = (MARGIN, top + 14.0);
    for stage in Stage::ALL {
        let name = stage_words(*stage, words);
        let room = scene.width - 2.0 * MARGIN - KEY - 6.0;
        let shown = text::fit(&name, size::CAPTION, Weight::Regular, room).into_owned();
        let width = KEY + 6.0 + text::width(&shown, size::CAPTION, Weight::Regular);
        if x > MARGIN && x + width > scene.width - MARGIN {
            (x, y) = (MARGIN, y + LINE);
        }
        fate(scene, *stage, Area::new(x.round(), (y - 6.0).round(), KEY, 12.0), None);
        let at = line(x.round() + KEY + 6.0, text::centred(y, size::CAPTION), size::CAPTION, &shown);
        scene.text(at, Role::Muted, None);
        x += width + 16.0;
    }
    y + LINE / 2.0
}

fn bars(scene: &mut Scene, input: &FatesInput, (top, row_height): (f32, f32), words: &Words) {
    let number = |n: u32| words.number(i64::from(n));
    let label = |row: &FatesRow| text::width(&number(row.total()), size::CHART_LABEL, Weight::SemiBold);
    let labels = input.rows.iter().map(label).fold(0.0, f32::max);
    let name = |row: &FatesRow| text::width(&text::one_line(&row.name), size::CHART_LABEL, Weight::Regular);
    let spared = (scene.width - 2.0 * MARGIN - labels - MIN_BARS - 2.0 * GAP).max(40.0);
    let names = input.rows.iter().map(name).fold(0.0, f32::max).min(scene.width * 0.4).min(spared).ceil();
    let left = (MARGIN + names + GAP).round();
    let most = input.rows.iter().map(FatesRow::total).max().unwrap_or(0).max(1);
    let unit = (scene.width - MARGIN - labels - GAP - left).max(1.0) / most as f32;
    for (place, row) in input.rows.iter().enumerate() {
        let middle = top + row_height * (place as f32 + 0.5);
        let baseline = text::centred(middle, size::CHART_LABEL);
        let name = text::one_line(&row.name);
        let name = text::fit(&name, size::CHART_LABEL, Weight::Regular, names + 0.01);
        let at = line(left - GAP, baseline, size::CHART_LABEL, &name);
        scene.text(Text { anchor: Anchor::End, ..at }, Role::Ink, Some(row.all()));
        let height = (row_height * 0.6).round();
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
                // On a pattern the number has a ground of its own.
                if matches!(stage, Stage::DeadlinePassed | Stage::WithdrawnAfterAllocation) {
                    let ground = Area::new(middle_x - width / 2.0 - 2.0, y + 1.0, width + 4.0, height - 2.0);
                    scene.rect(ground, Role::Surface, Some(row.subject(*stage)));
                }
                let role = if *stage == Stage::Leased { Role::Surface } else { Role::Ink };
                let at = line(middle_x, text::centred(middle, size::CAPTION), size::CAPTION, &shown);
                let at = Text { anchor: Anchor::Middle, weight: Weight::SemiBold, ..at };
                scene.text(at, role, Some(row.subject(*stage)));
            }
        }
        let end = (left + row.total() as f32 * unit).round() + GAP;
        let at = line(end, baseline, size::CHART_LABEL, &number(row.total()));
        scene.text(Text { weight: Weight::SemiBold, ..at }, Role::Ink, Some(row.all()));
    }
}

/// A part of a bar: leased is full, under way lighter, without a candidate lightest; deadline passed
/// is hatched, withdrawn is empty.
fn fate(scene: &mut Scene, stage: Stage, area: Area, subject: Option<Subject>) {
    let fill = match stage {
        Stage::Leased => Role::Delivered,
        Stage::UnderWay => Role::Pipeline,
        Stage::NoCandidate => Role::Track,
        Stage::DeadlinePassed | Stage::WithdrawnAfterAllocation => Role::Surface,
    };
    scene.rect(area, fill, subject);
    if stage == Stage::DeadlinePassed {
        hatch(scene, area, Role::Muted);
    }
    if fill == Role::Surface {
        outline(scene, area);
    }
}

/// Strokes from the lower left to the upper right.
pub(super) fn hatch(scene: &mut Scene, area: Area, role: Role) {
    let mut offset = 5.0;
    while offset < area.width + area.height {
        // Within the area: from its left or lower edge to its upper or right one.
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
        scene.marks.push(Mark { shape: Shape::Line { from, to, thickness: 1.0 }, role: Role::Muted, subject: None });
    }
}
