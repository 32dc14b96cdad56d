//! The rasteriser, tested on shapes whose pixels can be counted by hand.

use std::sync::Arc;

use clefs::theme::font;
use egui::{Color32, ColorImage, FontData, FontDefinitions, FontFamily, Pos2, Rect, TextureOptions, Ui, pos2, vec2};
use egui_kittest::Harness;

use super::{Picture, Raster};

/// A white window of 80 × 40 points with one thing painted on it.
fn window<'a>(raster: &Raster, scale: f32, paint: impl Fn(&Ui) + 'a) -> Harness<'a> {
    raster
        .harness([80.0, 40.0])
        .with_pixels_per_point(scale)
        .with_context_setup(|ctx| {
            let mut fonts = FontDefinitions::empty();
            fonts.font_data.insert("text".to_owned(), Arc::new(FontData::from_static(font::REGULAR)));
            for family in [FontFamily::Proportional, FontFamily::Monospace] {
                fonts.families.insert(family, vec!["text".to_owned()]);
            }
            ctx.set_fonts(fonts);
        })
        .build_ui(move |ui| {
            ui.painter().rect_filled(ui.ctx().viewport_rect(), 0.0, Color32::WHITE);
            paint(ui);
        })
}

fn draw(scale: f32, paint: impl Fn(&Ui)) -> Picture {
    let raster = Raster::default();
    let harness = window(&raster, scale, paint);
    raster.picture(&harness)
}

fn rect(x: f32, y: f32, width: f32, height: f32) -> Rect {
    Rect::from_min_size(pos2(x, y), vec2(width, height))
}

fn word(ui: &Ui, text: &str) {
    let font = egui::FontId::proportional(14.0);
    ui.painter().text(Pos2::new(10.0, 10.0), egui::Align2::LEFT_TOP, text, font, Color32::BLACK);
}

const WHITE: [u8; 3] = [255; 3];

#[test]
fn a_filled_rectangle_covers_its_pixels_and_no_other() {
    for (scale, times) in [(1.0, 1), (2.0, 4)] {
        let picture = draw(scale, |ui| {
            ui.painter().rect_filled(rect(10.0, 5.0, 20.0, 8.0), 0.0, Color32::from_rgb(200, 100, 50));
        });
        let [width, height] = picture.size();
        assert_eq!(picture.ink(0..width, 0..height, WHITE), 20 * 8 * times);
        let at = |x: f32, y: f32| picture.pixel((x * scale) as usize, (y * scale) as usize);
        assert_eq!([at(10.0, 5.0), at(29.0, 12.0)], [[200, 100, 50]; 2]);
        assert_eq!([at(9.0, 5.0), at(30.0, 12.0), at(10.0, 4.0), at(29.0, 13.0)], [WHITE; 4]);
    }
}

#[test]
fn translucent_paint_blends_once_along_the_diagonal_of_a_rectangle() {
    let picture = draw(1.0, |ui| {
        ui.painter().rect_filled(rect(10.0, 5.0, 20.0, 20.0), 0.0, Color32::from_black_alpha(128));
    });
    for (x, y) in (10..30).flat_map(|x| (5..25).map(move |y| (x, y))) {
        assert_eq!(picture.pixel(x, y), [127; 3], "at {x}, {y}");
    }
}

#[test]
fn a_clip_rectangle_clips() {
    let picture = draw(1.0, |ui| {
        let painter = ui.painter().with_clip_rect(rect(20.0, 0.0, 5.0, 40.0));
        painter.rect_filled(rect(10.0, 10.0, 40.0, 10.0), 0.0, Color32::BLACK);
    });
    assert_eq!(picture.ink(20..25, 10..20, WHITE), 50);
    assert_eq!(picture.ink(0..80, 0..40, WHITE), 50);
}

#[test]
fn a_text_leaves_ink_at_its_position() {
    let picture = draw(1.0, |ui| word(ui, "Clé"));
    assert!((30..200).contains(&picture.ink(10..40, 10..30, WHITE)));
    assert_eq!(picture.ink(0..80, 0..40, WHITE), picture.ink(9..40, 9..30, WHITE));
    let dark = (10..40).flat_map(|x| (10..30).map(move |y| (x, y))).any(|(x, y)| picture.pixel(x, y)[0] < 64);
    assert!(dark, "the stems of letters are nearly black");
}

#[test]
fn an_image_is_read_by_its_own_filter() {
    let show = |options: TextureOptions| {
        draw(1.0, move |ui| {
            let image = ColorImage::new([2, 1], vec![Color32::BLACK, Color32::WHITE]);
            let texture = ui.ctx().load_texture("two texels", image, options);
            let whole = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
            ui.painter().image(texture.id(), rect(0.0, 0.0, 8.0, 4.0), whole, Color32::WHITE);
            // Kept as long as the window, which shows it again in the next frame.
            ui.data_mut(|data| data.insert_temp(egui::Id::unique("kept"), texture));
        })
    };
    let nearest: Vec<u8> = (0..8).map(|x| show(TextureOptions::NEAREST).pixel(x, 1)[0]).collect();
    assert_eq!(nearest, [0, 0, 0, 0, 255, 255, 255, 255]);
    let linear: Vec<u8> = (0..8).map(|x| show(TextureOptions::LINEAR).pixel(x, 1)[0]).collect();
    assert_eq!(linear, [0, 0, 32, 96, 159, 223, 255, 255]);
}

#[test]
fn a_difference_of_one_slender_letter_fails_the_comparison() {
    let [one, same, other] = ["vilain", "vilain", "vilaln"].map(|text| draw(1.0, move |ui| word(ui, text)));
    assert_eq!(one.compare(&same), Ok(()));
    assert!(one.compare(&other).is_err());
}

/// Shapes, antialiased edges and letters are the same on every system.
#[test]
fn every_machine_draws_the_same_pixels() {
    let raster = Raster::default();
    let harness = window(&raster, 1.5, |ui| {
        word(ui, "Clés œ → 38");
        ui.painter().circle_filled(pos2(64.0, 30.0), 7.5, Color32::from_rgb(180, 95, 6));
        ui.painter().line_segment([pos2(4.0, 38.0), pos2(50.0, 31.0)], (1.5, Color32::from_rgb(31, 92, 153)));
    });
    raster.snapshot("raster", &harness);
}

#[test]
fn a_missing_or_different_snapshot_fails_with_instructions() {
    let folder = tempfile::tempdir().unwrap();
    let [before, after] = ["Alpha", "Alphb"].map(|text| draw(1.0, move |ui| word(ui, text)));
    let failure = before.compare_with_file(folder.path(), "word", false).unwrap_err();
    assert!(failure.contains("no picture") && failure.contains("CLEFS_UPDATE_SNAPSHOTS=1"), "{failure}");
    assert_eq!(before.compare_with_file(folder.path(), "word", true), Ok(()));
    assert_eq!(before.compare_with_file(folder.path(), "word", false), Ok(()));

    let failure = after.compare_with_file(folder.path(), "word", false).unwrap_err();
    assert!(failure.contains("pixels of `word` differ"), "{failure}");
    assert!(folder.path().join("word.new.png").exists() && folder.path().join("word.diff.png").exists());
    assert_eq!(before.compare_with_file(folder.path(), "word", false), Ok(()));
    assert!(!folder.path().join("word.new.png").exists(), "success removes leftovers");
}
