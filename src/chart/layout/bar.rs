//! One bullet bar without words, for the cards of the dashboard.
//!
//! The card has the figures; the bar shows delivered, pipeline and commitment.

use crate::domain::commitment::Axis;
use crate::words::Words;

use super::frame::{pale, tick};
use super::progress::ProgressRow;
use crate::chart::scene::{Area, ChartTable, ColourRole, RowPart, Scene, within};
use crate::chart::stops::Stops;
use crate::chart::wording::finding::spoken;

/// How far the tick extends above and below the bar.
const OVERHANG: f32 = 3.0;

/// The bar of a row, exactly as large as asked. It extends to the tick or beyond, never capped (rule C10).
pub fn scene(row: &ProgressRow, axis: Axis, words: &Words, width: f32, height: f32) -> Scene {
    let (width, height) = (within(width, 16.0, 16_384.0), within(height, 4.0 * OVERHANG, 1_024.0));
    let subjects = [RowPart::Delivered, RowPart::Target, RowPart::Pipeline].map(|part| row.subject(axis, part));
    let [delivered, target, pipeline] = subjects;
    let sentences = subjects.into_iter().flatten().map(|subject| spoken(subject, &row.name, words));
    let mut scene = Scene {
        width,
        height,
        title: row.shown_name(),
        caption: String::new(),
        description: sentences.collect::<Vec<_>>().join(". "),
        lang: words.lang(),
        marks: Vec::with_capacity(5),
        stops: Stops::of(subjects.into_iter().flatten().collect()),
        table: ChartTable { columns: Vec::new(), rows: vec![row.table_row()] },
        counted: Vec::new(),
        rules: None,
    };
    let most = row.reach().max(1) as f32;
    let x = |value: u64| (value as f32 / most * width).round();
    let bar = |from: f32, to: f32| Area::new(from, OVERHANG, to - from, height - 2.0 * OVERHANG);
    let (end, far) = (x(row.delivered.into()), x(u64::from(row.delivered) + u64::from(row.pipeline)));
    scene.rect(bar(0.0, width), ColourRole::Track, None);
    scene.rect(bar(0.0, end), ColourRole::Delivered, delivered);
    pale(&mut scene, bar(end, far), pipeline);
    if let Some(value) = row.target.filter(|value| *value > 0) {
        tick(&mut scene, x(value.into()).min(width - 2.0), 0.0, height, target);
    }
    scene
}
