//! Charts as files: SVG that stays sound and editable, PNG that is the same each time.

use clefs::chart::progress::ProgressInput;
use clefs::chart::{png, svg};
use clefs::domain::commitment::Axis;
use clefs::theme::LIGHT;
use clefs::words::{Lang, Words};
use resvg::tiny_skia::Pixmap;

use super::{different_pixels, draw, input, row, seventeen};

#[test]
fn svg_is_sound_whatever_the_names() {
    let name = "A & B <script>\"x\"</script> \u{0}\u{7}\u{fffe}\u{ffff}\n]]> &amp;";
    let input = input(Axis::Units, vec![row(1, name, Some(1), 1, 1)]);
    let written = svg::svg(&draw(&input, 900.0, 200.0), &LIGHT);
    let tree = resvg::usvg::roxmltree::Document::parse(&written).unwrap();
    assert!(tree.descendants().any(|node| node.text().is_some_and(|text| text.contains("<script>\"x\"</script>"))));
    assert!(!tree.descendants().any(|node| node.has_tag_name("script")));
    assert!(png::png(&draw(&input, 900.0, 200.0), &LIGHT, 1.0).is_ok());
}

#[test]
fn svg_keeps_text_as_text_in_the_bundled_family() {
    let written = svg::svg(&draw(&seventeen(Axis::Units), 585.0, 660.0), &LIGHT);
    assert!(written.contains("font-family=\"'Source Sans 3', Arial, sans-serif\""));
    assert!(written.contains(">Kilo-de-la-Plaine habitat</text>"));
    assert!(written.contains("<title>21 logements sur 27\u{202f}; 9 bailleurs ont tenu leur engagement</title>"));
}

#[test]
fn pictures_are_the_same_each_time_and_as_large_as_asked() {
    let scene = draw(&seventeen(Axis::Units), 585.0, 660.0);
    let picture = |scale| png::png(&scene, &LIGHT, scale).unwrap();
    assert_eq!(picture(2.0), picture(2.0));
    let size = |scale| Pixmap::decode_png(&picture(scale)).map(|pixmap| (pixmap.width(), pixmap.height())).unwrap();
    assert_eq!((1170, 1320), size(2.0));
    assert_eq!((293, 330), size(f32::NAN));
    assert_eq!((2340, 2640), size(9.0));
}

#[test]
fn a_picture_too_large_is_refused_with_its_size() {
    let mut scene = draw(&seventeen(Axis::Units), 585.0, 660.0);
    scene.height = 60_000.0;
    let error = png::png(&scene, &LIGHT, 4.0).unwrap_err();
    assert_eq!(png::PngError::TooLarge { width: 2340, height: 240_000 }, error);
    assert!(Words::new(Lang::Fr).say(&error.message()).contains("240\u{202f}000"));
}

#[test]
fn the_tolerance_of_pictures_still_sees_one_landlord_change() {
    let before = seventeen(Axis::Units);
    let mut after = before.clone();
    after.rows[4].delivered += 1;
    let picture = |input: &ProgressInput| {
        Pixmap::decode_png(&png::png(&draw(input, 585.0, 660.0), &LIGHT, 1.0).unwrap()).unwrap()
    };
    let (a, b) = (picture(&before), picture(&after));
    assert!(different_pixels(&a, &b) > a.pixels().len() / 2000);
}
