//! Reviewed snapshots of charts.
//!
//! They are in `tests/snapshots/chart-*`; `CLEFS_UPDATE_SNAPSHOTS=1` updates them. Review them
//! before committing.

use std::path::PathBuf;

use clefs::chart::layout::{bar, progress};
use clefs::chart::out::{png, svg};
use clefs::chart::scene::Scene;
use clefs::domain::commitment::Axis;
use clefs::theme::{DARK, LIGHT, Palette};
use clefs::words::{Lang, Words};
use resvg::tiny_skia::Pixmap;

use super::{curve, fates};
use super::{different_pixels, draw, input, row, seventeen};

fn snapshots() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots")
}

/// Compares SVG byte for byte, and PNG with a tolerance for floating-point differences.
fn check_picture(name: &str, scene: &Scene, palette: &Palette) {
    let update = std::env::var_os("CLEFS_UPDATE_SNAPSHOTS").is_some();
    let (vector, raster) = (svg::svg(scene, palette), png::png(scene, palette, 1.0).unwrap());
    let vector_path = snapshots().join(format!("chart-{name}.svg"));
    let raster_path = snapshots().join(format!("chart-{name}.png"));
    // Encoders differ between releases: a PNG is only rewritten when its drawing changed.
    if update && std::fs::read_to_string(&vector_path).ok().as_deref() != Some(&*vector) {
        std::fs::write(&vector_path, &vector).unwrap();
        std::fs::write(&raster_path, &raster).unwrap();
    }
    let kept = std::fs::read_to_string(&vector_path).unwrap().replace("\r\n", "\n");
    assert_eq!(kept, vector, "chart-{name}.svg differs: look at it, then CLEFS_UPDATE_SNAPSHOTS=1");
    let kept = Pixmap::decode_png(&std::fs::read(&raster_path).unwrap()).unwrap();
    let drawn = Pixmap::decode_png(&raster).unwrap();
    assert_eq!((kept.width(), kept.height()), (drawn.width(), drawn.height()), "chart-{name}.png");
    let different = different_pixels(&kept, &drawn);
    assert!(different <= kept.pixels().len() / 2000, "chart-{name}.png: {different} pixels differ");
}

#[test]
fn picture_of_seventeen_landlords_units() {
    check_picture("units-17", &draw(&seventeen(Axis::Units), 585.0, 660.0), &LIGHT);
}

#[test]
fn picture_of_seventeen_landlords_relocations() {
    check_picture("relocations-17", &draw(&seventeen(Axis::Relocations), 585.0, 660.0), &LIGHT);
}

#[test]
fn picture_in_the_dark_palette() {
    check_picture("relocations-17-dark", &draw(&seventeen(Axis::Relocations), 585.0, 660.0), &DARK);
}

#[test]
fn picture_in_english_for_a_report() {
    let scene = progress::scene(&seventeen(Axis::Relocations), &Words::new(Lang::En), 960.0, 540.0);
    check_picture("relocations-17-english", &scene, &LIGHT);
}

#[test]
fn picture_of_three_landlords() {
    let mut input = seventeen(Axis::Relocations);
    input.rows.truncate(3);
    check_picture("relocations-3", &draw(&input, 585.0, 300.0), &LIGHT);
}

#[test]
fn picture_of_sixty_landlords_with_long_names() {
    let name = |number| {
        let name =
            format!("Office public fictif numéro {number} de l’habitat et du logement accompagné des pays du Nord ");
        format!("{name:x<90}")
    };
    let rows = (0..60).map(|n: u32| row(n as usize, &name(n), (!n.is_multiple_of(7)).then_some(n % 9), n % 5, n % 4));
    check_picture("units-60", &draw(&input(Axis::Units, rows.collect()), 800.0, 450.0), &LIGHT);
}

#[test]
fn picture_without_landlords() {
    check_picture("units-none", &draw(&input(Axis::Units, Vec::new()), 585.0, 200.0), &LIGHT);
}

#[test]
fn picture_of_a_new_convention() {
    let mut input = seventeen(Axis::Units);
    input.rows.iter_mut().for_each(|row| (row.target, row.delivered, row.pipeline) = (None, 0, 0));
    (input.region.delivered, input.region.pipeline) = (0, 0);
    input.imprint.fictitious = false;
    check_picture("units-zero", &draw(&input, 585.0, 660.0), &LIGHT);
}

#[test]
fn picture_of_a_target_exceeded_tenfold() {
    let rows = vec![
        row(1, "Bailleur Alpha", Some(3), 30, 4),
        row(2, "Bravo Habitat", Some(2), 1, 0),
        row(3, "Bailleur Charlie", Some(1), 1, 1),
    ];
    check_picture("units-tenfold", &draw(&input(Axis::Units, rows), 585.0, 260.0), &LIGHT);
}

#[test]
fn picture_of_the_curve_on_a_slide_and_in_half_a_page() {
    check_picture("curve-slide", &curve::draw(&curve::ten(), 960.0, 540.0), &LIGHT);
    check_picture("curve-half", &curve::draw(&curve::ten(), 400.0, 360.0), &LIGHT);
}

#[test]
fn picture_of_what_became_of_the_units() {
    check_picture("fates-slide", &fates::draw(&fates::fourteen(), 960.0, 540.0), &LIGHT);
    check_picture("fates-half", &fates::draw(&fates::fourteen(), 400.0, 360.0), &LIGHT);
    check_picture("fates-dark", &fates::draw(&fates::fourteen(), 720.0, 360.0), &DARK);
}

#[test]
fn picture_of_the_card_bars() {
    let words = Words::new(Lang::Fr);
    let units = bar::scene(
        &input(Axis::Units, vec![row(1, "Région", Some(27), 21, 9)]).region,
        Axis::Units,
        &words,
        240.0,
        16.0,
    );
    check_picture("card-units", &units, &LIGHT);
    let women = bar::scene(&row(1, "Région", Some(75), 34, 22), Axis::Relocations, &words, 240.0, 16.0);
    check_picture("card-relocations", &women, &LIGHT);
}
