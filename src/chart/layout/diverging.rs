//! The layout of a diverging chart: needs to the left, offers to the right, one row per dwelling type.
//!
//! The sides differ in position and pattern, not only in colour, and each bar has its number.

use crate::theme::size;

use super::fates::hatch;
use super::frame::{GAP, MARGIN, line};
use super::page::{Captions, ChartPage, label, lines_height, stroke, widest, wrapped};
use crate::chart::scene::{
    Anchor, Area, ChartTable, ColourRole, Counted, Scene, Shown, TableEntry, TableRow, Text, Weight,
};
use crate::chart::text;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DivergingRow {
    pub name: String,
    /// To the left.
    pub needs: Shown,
    pub offers: Counted,
    /// The difference in words.
    pub gap: String,
}

const ROW: (f32, f32) = (30.0, 44.0);
const HEADS: f32 = 24.0;

pub fn scene(page: &ChartPage, rows: &[DivergingRow], captions: &Captions, size: (f32, f32)) -> Scene {
    let (mut scene, begun) = page.begin(size, captions, table(page, rows));
    if rows.is_empty() {
        let bottom = page.empty(&mut scene, begun.top, "needs-empty");
        return page.end(scene, &begun, bottom);
    }
    let inner = scene.width - 2.0 * MARGIN;
    let names = widest(rows.iter().map(|row| row.name.as_str()), Weight::Regular).min(inner * 0.25).ceil();
    let gaps = widest(rows.iter().map(|row| row.gap.as_str()), Weight::Regular).min(inner * 0.25).ceil();
    let number = |n: usize| page.words.count(n);
    let left_labels: Vec<String> = rows.iter().map(|row| number(row.needs.n)).collect();
    let right_labels: Vec<String> = rows.iter().map(|row| number(row.offers.rows.len())).collect();
    let left_room = widest(left_labels.iter().map(String::as_str), Weight::SemiBold) + GAP;
    let right_room = widest(right_labels.iter().map(String::as_str), Weight::SemiBold) + GAP;
    let left = MARGIN + names + GAP + left_room;
    let right = scene.width - MARGIN - gaps - GAP - right_room;
    let most_left = rows.iter().map(|row| row.needs.n).max().unwrap_or(0);
    let most_right = rows.iter().map(|row| row.offers.rows.len()).max().unwrap_or(0);
    // Each side has room for its bars and for its heading.
    let (needs_head, offers_head) = (page.words.text("needs-head"), page.words.text("offers-head"));
    let head = |words: &str| text::width(words, size::CAPTION, Weight::SemiBold) + GAP;
    let share = most_left as f32 / (most_left + most_right).max(1) as f32;
    let axis = (left + (right - left) * share)
        .clamp((MARGIN + head(needs_head)).min(right), (scene.width - MARGIN - head(offers_head)).max(left))
        .clamp(left.min(right), right.max(left))
        .round();
    // A side without bars does not limit the scale of the other.
    let room = |side: f32, most: usize| if most == 0 { f32::MAX } else { side.max(0.0) / most as f32 };
    let unit = room(axis - left, most_left).min(room(right - axis, most_right)).min(40.0);
    for (words, x, anchor) in [(needs_head, axis - GAP, Anchor::End), (offers_head, axis + GAP, Anchor::Start)] {
        let at = line(x, text::centred(begun.top + HEADS / 2.0, size::CAPTION), size::CAPTION, words);
        scene.text(Text { anchor, weight: Weight::SemiBold, ..at }, ColourRole::Muted, None);
    }
    let room = (scene.height - begun.top - HEADS - 80.0) / rows.len() as f32;
    let least = crate::chart::scene::within(room, ROW.0, ROW.1);
    let mut y = begun.top + HEADS;
    for ((row, left_label), right_label) in rows.iter().zip(&left_labels).zip(&right_labels) {
        let name = wrapped(&row.name, Weight::Regular, names + 0.5);
        let gap = wrapped(&row.gap, Weight::Regular, gaps + 0.5);
        let height = (lines_height(name.len().max(gap.len())) + 10.0).max(least);
        let middle = y + height / 2.0;
        let bar = |from: f32, to: f32| Area::new(from, (middle - 9.0).round(), to - from, 18.0);
        label(&mut scene, &name, (MARGIN, middle), Anchor::Start, (ColourRole::Ink, Weight::Regular), None);
        let subject = row.needs.rows.clone().map(|needs| scene.count(needs));
        let end = (axis - row.needs.n as f32 * unit).round();
        scene.rect(bar(end, axis), ColourRole::Opposite, subject);
        hatch(&mut scene, bar(end, axis), ColourRole::Surface);
        let words = [left_label.clone()];
        label(&mut scene, &words, (end - GAP, middle), Anchor::End, (ColourRole::Ink, Weight::SemiBold), subject);
        let subject = (!row.offers.rows.is_empty()).then(|| scene.count(row.offers.clone()));
        let end = (axis + row.offers.rows.len() as f32 * unit).round();
        scene.rect(bar(axis, end), ColourRole::Delivered, subject);
        let words = [right_label.clone()];
        label(&mut scene, &words, (end + GAP, middle), Anchor::Start, (ColourRole::Ink, Weight::SemiBold), subject);
        let x = scene.width - MARGIN;
        label(&mut scene, &gap, (x, middle), Anchor::End, (ColourRole::Muted, Weight::Regular), None);
        y += height;
    }
    stroke(&mut scene, (axis, begun.top + HEADS), (axis, y), ColourRole::Border);
    page.end(scene, &begun, y)
}

fn table(page: &ChartPage, rows: &[DivergingRow]) -> ChartTable {
    let columns =
        ["needs-column-type", "needs-head", "offers-head"].map(|key| page.words.text(key).to_owned()).to_vec();
    let n = |n: usize| TableEntry::from(u32::try_from(n).ok());
    let row = |row: &DivergingRow| TableRow {
        landlord: None,
        name: row.name.clone(),
        values: vec![n(row.needs.n), n(row.offers.rows.len())],
    };
    ChartTable { columns, rows: rows.iter().map(row).collect() }
}
