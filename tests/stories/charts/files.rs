//! Chart files: well-formed, editable SVG and reproducible PNG.

use clefs::chart::layout::progress::ProgressInput;
use clefs::chart::out::picture::{Format, Picture, Size};
use clefs::chart::out::{png, svg};
use clefs::chart::scene::{ColourRole, Mark, Scene, Shape};
use clefs::domain::commitment::Axis;
use clefs::theme::LIGHT;
use clefs::words::{Lang, Words};
use resvg::tiny_skia::Pixmap;

use super::{different_pixels, draw, input, row, seventeen};

#[test]
fn svg_is_well_formed_whatever_the_names() {
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
fn svg_states_text_widths_so_that_a_substitute_font_does_not_overlap() {
    let scene = draw(&seventeen(Axis::Relocations), 960.0, 540.0);
    let written = svg::svg(&scene, &LIGHT);
    let document = resvg::usvg::roxmltree::Document::parse(&written).unwrap();
    let texts = scene.marks.iter().filter(|mark| matches!(mark.shape, Shape::Text(_)));
    let nodes = document.descendants().filter(|node| node.has_tag_name("text"));
    let mut n = 0;
    for (node, mark) in nodes.zip(texts) {
        let length: f32 = node.attribute("textLength").unwrap().parse().unwrap();
        assert!((length - mark.area().width).abs() < 0.01, "{:?}", node.text());
        assert_eq!(node.attribute("lengthAdjust"), Some("spacingAndGlyphs"));
        n += 1;
    }
    assert!(n > 50, "{n} texts");
}

#[test]
fn an_svg_of_outlines_needs_no_font_and_looks_the_same() {
    let scene = draw(&seventeen(Axis::Units), 720.0, 0.0);
    let picture = Picture { size: Size::FullPage, format: Format::Svg, ..Picture::default() };
    let [plain, outlined] = [false, true].map(|outlined| {
        let bytes = Picture { outlined, ..picture }.bytes(&scene).expect("it can be drawn");
        String::from_utf8(bytes).expect("text")
    });
    assert!(!outlined.contains("<text") && outlined.contains("<path"));
    let head = |svg: &str| svg.split_once("</desc>").map(|(head, _)| head.to_owned());
    assert_eq!(head(&outlined), head(&plain), "title, description, language and size stay");
    // Drawn without any font.
    let options = resvg::usvg::Options::default();
    let tree = resvg::usvg::Tree::from_str(&outlined, &options).expect("well-formed");
    let texts = png::raster(&scene, &LIGHT, 1.0).expect("it can be drawn");
    let mut drawn = Pixmap::new(texts.width, texts.height).expect("a size");
    let by = scene.width / tree.size().width();
    resvg::render(&tree, resvg::tiny_skia::Transform::from_scale(by, by), &mut drawn.as_mut());
    let pixels = drawn.data().chunks_exact(4).zip(texts.pixels.chunks_exact(4));
    let different = pixels.filter(|(a, b)| a.iter().zip(*b).any(|(a, b)| a.abs_diff(*b) > 96)).count();
    assert!(different < 200, "{different} pixels differ");
}

#[test]
fn pictures_are_reproducible_and_of_the_requested_size() {
    let scene = draw(&seventeen(Axis::Units), 585.0, 660.0);
    let picture = |scale| png::png(&scene, &LIGHT, scale).unwrap();
    assert_eq!(picture(2.0), picture(2.0));
    let size = |scale| Pixmap::decode_png(&picture(scale)).map(|pixmap| (pixmap.width(), pixmap.height())).unwrap();
    let high = scene.height as u32;
    assert_eq!((1170, 2 * high), size(2.0));
    assert_eq!((293, high.div_ceil(2)), size(f32::NAN));
    assert_eq!((2340, 4 * high), size(9.0));
}

#[test]
fn an_oversized_picture_is_refused_with_its_size() {
    let mut scene = draw(&seventeen(Axis::Units), 585.0, 660.0);
    scene.height = 60_000.0;
    let error = png::png(&scene, &LIGHT, 4.0).unwrap_err();
    assert_eq!(png::PngError::TooLarge { width: 2340, height: 240_000 }, error);
    assert!(Words::new(Lang::Fr).say(&error.message()).contains("240\u{202f}000"));
}

#[test]
fn the_picture_tolerance_still_detects_a_change_of_one_landlord() {
    let before = seventeen(Axis::Units);
    let mut after = before.clone();
    after.rows[4].delivered += 1;
    let picture = |input: &ProgressInput| {
        Pixmap::decode_png(&png::png(&draw(input, 585.0, 660.0), &LIGHT, 1.0).unwrap()).unwrap()
    };
    let (a, b) = (picture(&before), picture(&after));
    assert!(different_pixels(&a, &b) > a.pixels().len() / 2000);
}

/// A picture's alpha at a point of the scene.
fn alpha(pixmap: &Pixmap, x: f32, y: f32) -> u8 {
    pixmap.pixel(x as u32, y as u32).unwrap().alpha()
}

#[test]
fn a_picture_without_a_background_is_transparent_except_where_something_is_drawn() {
    let scene = draw(&seventeen(Axis::Units), 585.0, 660.0);
    let picture = |transparent| {
        let picture = Picture { scale: 1, transparent, ..Picture::default() };
        Pixmap::decode_png(&picture.bytes(&scene).unwrap()).unwrap()
    };
    let (white, clear) = (picture(false), picture(true));
    assert!(white.pixels().iter().all(|pixel| pixel.alpha() == 255));
    assert_eq!((alpha(&clear, 2.0, 2.0), alpha(&clear, 300.0, 658.0)), (0, 0));
    let bar = scene.marks.iter().find(|mark| mark.role == ColourRole::Delivered).unwrap().area();
    let (x, y) = (bar.x + bar.width / 2.0, bar.y + bar.height / 2.0);
    assert_eq!(alpha(&clear, x, y), 255);
    assert_eq!(clear.pixel(x as u32, y as u32), white.pixel(x as u32, y as u32));
    let seen = clear.pixels().iter().filter(|pixel| pixel.alpha() > 0).count();
    assert!(seen * 2 < clear.pixels().len(), "most of it is transparent");
}

#[test]
fn without_a_background_grid_lines_still_stop_at_labels_and_no_white_patch_is_left() {
    let scene = draw(&seventeen(Axis::Units), 585.0, 660.0);
    let is_ground = |scene: &Scene| {
        let grounds = scene.marks.iter().filter(|mark| mark.role == ColourRole::Surface && mark.subject.is_none());
        grounds.map(Mark::area).collect::<Vec<_>>()
    };
    let grounds = is_ground(&scene);
    assert!(grounds.len() > 10, "labels have backgrounds: {}", grounds.len());
    let clear = Picture { format: Format::Svg, transparent: true, ..Picture::default() }.bytes(&scene).unwrap();
    let clear = String::from_utf8(clear).unwrap();
    for ground in &grounds {
        let place = format!("x=\"{}\" y=\"{}\" width=\"{:.0}", ground.x, ground.y, ground.width.floor());
        assert!(!clear.contains(&place), "the white patch at {place} is left");
    }
    // Vertical grid lines of the drawing: none crosses a label's background.
    let document = resvg::usvg::roxmltree::Document::parse(&clear).unwrap();
    let lines: Vec<[f32; 4]> = document
        .descendants()
        .filter(|node| node.has_tag_name("line") && node.attribute("stroke") == Some(&*LIGHT.hairline.css()))
        .map(|node| ["x1", "y1", "x2", "y2"].map(|name| node.attribute(name).unwrap().parse().unwrap()))
        .collect();
    let whole =
        scene.marks.iter().filter(|mark| mark.role == ColourRole::Hairline && matches!(mark.shape, Shape::Line { .. }));
    assert!(lines.len() > whole.count(), "the lines are cut");
    for [x, from, _, to] in lines {
        let through = grounds.iter().filter(|hole| x > hole.x && x < hole.right());
        let through: Vec<_> = through.filter(|hole| from < hole.bottom() - 0.01 && hole.y + 0.01 < to).collect();
        assert!(through.is_empty(), "the line at {x} from {from} to {to} runs through {through:?}");
    }
}
