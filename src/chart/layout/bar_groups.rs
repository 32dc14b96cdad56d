//! Bars in groups: the layout of the case flow.
//!
//! Groups are stacked, in two columns where there is room. All share one scale: equal bars are equal numbers of
//! cases.

use crate::theme::size;

use super::frame::{GAP, MARGIN, line};
use super::page::{Captions, ChartPage, label, lines_height, widest, wrapped};
use crate::chart::scene::{Anchor, Area, ChartTable, ColourRole, Counted, Scene, TableEntry, TableRow, Text, Weight};
use crate::chart::text;

/// Bars with a common heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BarGroup {
    pub heading: String,
    /// Name and rows of each bar.
    pub bars: Vec<(String, Counted)>,
}

const ROW: f32 = 24.0;
const HEADING: f32 = 30.0;
/// Space between two columns, and the width from which there are two.
const GUTTER: f32 = 36.0;
const TWO: f32 = 640.0;
const MIN_BAR: f32 = 60.0;

pub fn scene(page: &ChartPage, groups: &[BarGroup], captions: &Captions, size: (f32, f32)) -> Scene {
    let (mut scene, begun) = page.begin(size, captions, table(page, groups));
    let inner = scene.width - 2.0 * MARGIN;
    let columns: Vec<&[BarGroup]> = match groups {
        // Steps on the left, outcomes on the right.
        [first, others @ ..] if inner >= TWO && !others.is_empty() => vec![std::slice::from_ref(first), others],
        all => vec![all],
    };
    let width = (inner - GUTTER * (columns.len() - 1) as f32) / columns.len() as f32;
    let all = || groups.iter().flat_map(|group| &group.bars);
    let labels: Vec<String> = all().map(|(_, counted)| page.words.count(counted.rows.len())).collect();
    let labels = widest(labels.iter().map(String::as_str), Weight::SemiBold);
    let names = widest(all().map(|(name, _)| name.as_str()), Weight::Regular);
    let names = names.min(width - labels - 2.0 * GAP - MIN_BAR).ceil();
    let most = all().map(|(_, counted)| counted.rows.len()).max().unwrap_or(0).max(1);
    let unit = (width - names - labels - 2.0 * GAP) / most as f32;
    let mut bottom = begun.top;
    for (place, groups) in columns.into_iter().enumerate() {
        let left = MARGIN + place as f32 * (width + GUTTER);
        let mut y = begun.top;
        for group in groups {
            y = bars(&mut scene, page, group, (left, width), (names, unit), y) + GAP;
        }
        bottom = bottom.max(y);
    }
    page.end(scene, &begun, bottom)
}

fn table(page: &ChartPage, groups: &[BarGroup]) -> ChartTable {
    let columns = ["ways-column", "ways-number"].map(|key| page.words.text(key).to_owned()).to_vec();
    let rows = groups.iter().flat_map(|group| {
        group.bars.iter().map(|(name, counted)| TableRow {
            landlord: None,
            name: format!("{} – {name}", group.heading),
            values: vec![TableEntry::from(u32::try_from(counted.rows.len()).ok())],
        })
    });
    ChartTable { columns, rows: rows.collect() }
}

fn bars(
    scene: &mut Scene,
    page: &ChartPage,
    group: &BarGroup,
    (left, width): (f32, f32),
    (names, unit): (f32, f32),
    top: f32,
) -> f32 {
    let mut y = top;
    for words in text::wrap(&group.heading, size::CAPTION, Weight::SemiBold, width) {
        let at = line(left, text::centred(y + HEADING / 2.0, size::CAPTION), size::CAPTION, &words);
        scene.text(Text { weight: Weight::SemiBold, ..at }, ColourRole::Muted, None);
        y += HEADING * 0.6;
    }
    y += HEADING * 0.4;
    let number = |counted: &Counted| page.words.count(counted.rows.len());
    let numbers: Vec<String> = group.bars.iter().map(|(_, counted)| number(counted)).collect();
    let start = (left + names + GAP).round();
    for ((name, counted), number) in group.bars.iter().zip(&numbers) {
        let lines = wrapped(name, Weight::Regular, names + 0.5);
        let height = (lines_height(lines.len()) + 6.0).max(ROW);
        let middle = y + height / 2.0;
        let is_none = counted.rows.is_empty();
        let end = (start + counted.rows.len() as f32 * unit).round();
        let subject = (!is_none).then(|| scene.count(counted.clone()));
        let role = if is_none { ColourRole::Muted } else { ColourRole::Ink };
        label(scene, &lines, (start - GAP, middle), Anchor::End, (role, Weight::Regular), subject);
        scene.rect(Area::new(start, (middle - 6.0).round(), end - start, 12.0), ColourRole::Delivered, subject);
        let words = [number.clone()];
        label(scene, &words, (end + GAP, middle), Anchor::Start, (role, Weight::SemiBold), subject);
        y += height;
    }
    y
}
