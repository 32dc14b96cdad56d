//! Charts: their texts, the subjects of their marks, and layout for arbitrary figures.
//!
//! This file builds the made-up convention that the other modules draw.

mod analysed;
mod curve;
mod fates;
mod files;
mod gallery;
mod kinds;
mod layout;
mod marks;
mod opened;
mod order;
mod outline;
mod palette;
mod pictures;
mod places;
mod titles;
mod wording;
mod years;

use chrono::NaiveDate;
use clefs::chart::layout::frame::Imprint;
use clefs::chart::layout::progress::{self, ProgressInput, ProgressRow};
use clefs::chart::scene::{Scene, Shape, Text};
use clefs::domain::commitment::Axis;
use clefs::domain::convention::CountBasis;
use clefs::domain::id::RowId;
use clefs::words::{Lang, Words};
use resvg::tiny_skia::Pixmap;

/// Name; then target, delivered and pipeline of units, and the same of relocations.
type Line = (&'static str, Option<u32>, u32, u32, u32, u32, u32);

const SEVENTEEN: [Line; 17] = [
    ("Bailleur Alpha", Some(2), 2, 1, 5, 3, 1),
    ("Bravo Habitat", Some(2), 3, 0, 4, 5, 1),
    ("Bailleur Charlie", Some(3), 4, 1, 5, 4, 3),
    ("Delta Opale Logement", Some(2), 1, 0, 10, 3, 2),
    ("Bailleur Écho", Some(2), 0, 1, 3, 1, 1),
    ("Foxtrot Notre Toit", Some(1), 1, 1, 3, 2, 1),
    ("GOLF", Some(3), 2, 1, 6, 4, 2),
    ("Bailleur Hôtel", Some(1), 1, 0, 3, 1, 0),
    ("India", Some(1), 0, 0, 2, 0, 1),
    ("Juliette et Cités", Some(2), 2, 1, 5, 3, 2),
    ("Kilo-de-la-Plaine habitat", Some(2), 1, 2, 6, 2, 3),
    ("Bailleur Lima", Some(1), 0, 1, 3, 1, 1),
    ("Mike Nord", Some(2), 2, 0, 5, 3, 1),
    ("November Habitat Est", None, 0, 0, 9, 1, 2),
    ("Oscar Avesnes Immobilier", Some(1), 1, 0, 2, 0, 1),
    ("SA HLM de Papa", Some(1), 0, 0, 2, 0, 0),
    ("Québec Habitat", Some(1), 1, 0, 2, 1, 0),
];

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn row(number: usize, name: &str, target: Option<u32>, delivered: u32, pipeline: u32) -> ProgressRow {
    let landlord = Some(RowId::from_random(2 * number as u64 + 1));
    ProgressRow { landlord, name: name.to_owned(), target, delivered, pipeline, ..ProgressRow::default() }
}

fn imprint() -> Imprint {
    Imprint { source: "Convention fictive".to_owned(), as_of: day(2021, 7, 9), fictitious: true, internal: false }
}

/// Input whose region is the sum of its rows.
fn input(axis: Axis, rows: Vec<ProgressRow>) -> ProgressInput {
    let sum = |value: fn(&ProgressRow) -> u32| rows.iter().map(value).fold(0, u32::saturating_add);
    let region = ProgressRow {
        landlord: None,
        name: "Région".to_owned(),
        target: Some(sum(|row| row.target.unwrap_or(0))),
        delivered: sum(|row| row.delivered),
        pipeline: sum(|row| row.pipeline),
        suspended: sum(|row| row.suspended),
        ..ProgressRow::default()
    };
    ProgressInput {
        axis,
        rows,
        region,
        platform_women: 11,
        imprint: imprint(),
        period: "2021".to_owned(),
        unshared: Vec::new(),
        since: None,
        basis: CountBasis::Lease,
    }
}

fn seventeen(axis: Axis) -> ProgressInput {
    let rows = SEVENTEEN.iter().enumerate().map(|(number, line)| match axis {
        Axis::Relocations => row(number, line.0, Some(line.4), line.5, line.6),
        _ => row(number, line.0, line.1, line.2, line.3),
    });
    let mut input = input(axis, rows.collect());
    if axis == Axis::Relocations {
        input.rows[2].suspended = 1;
    }
    input
}

fn draw(input: &ProgressInput, width: f32, height: f32) -> Scene {
    progress::scene(input, &Words::new(Lang::Fr), width, height)
}

fn texts(scene: &Scene) -> Vec<&Text> {
    scene.marks.iter().filter_map(|mark| if let Shape::Text(text) = &mark.shape { Some(text) } else { None }).collect()
}

fn different_pixels(a: &Pixmap, b: &Pixmap) -> usize {
    let far = |(a, b): (&u8, &u8)| a.abs_diff(*b) > 24;
    a.data().chunks(4).zip(b.data().chunks(4)).filter(|(a, b)| a.iter().zip(*b).any(far)).count()
}
