//! Window and file show the same chart: the same texts at the same positions.

use clefs::app::{chart_view, install_style};
use clefs::chart::out::svg;
use clefs::chart::scene::Scene;
use clefs::domain::schema::Audience;
use clefs::theme::LIGHT;
use egui::{Context, Pos2, RawInput, Rect, Shape, vec2};
use resvg::usvg::roxmltree::Document;

use super::gallery::each;

/// A text, its anchor position, and the alignment at that anchor: 0 start, 1 end.
type Placed = (String, f32, f32, f32);

fn written(scene: &Scene) -> Vec<Placed> {
    let text = svg::svg(scene, &LIGHT);
    let document = Document::parse(&text).unwrap();
    let texts = document.descendants().filter(|node| node.has_tag_name("text"));
    let placed = texts.map(|node| {
        let number = |name: &str| node.attribute(name).unwrap().parse::<f32>().unwrap();
        let part = match node.attribute("text-anchor") {
            None => 0.0,
            Some("middle") => 0.5,
            Some("end") => 1.0,
            Some(other) => panic!("{other}"),
        };
        (node.text().unwrap().to_owned(), number("x"), number("y"), part)
    });
    placed.collect()
}

/// The texts that egui paints: first baseline, left and right edge.
fn painted(scene: &Scene) -> Vec<(String, f32, f32, f32)> {
    let ctx = Context::default();
    install_style(&ctx);
    let size = vec2(scene.width, scene.height);
    let mut shapes = Vec::new();
    // Fonts are available from the second frame on.
    for _ in 0..2 {
        let input = RawInput { screen_rect: Some(Rect::from_min_size(Pos2::ZERO, size)), ..RawInput::default() };
        let mut output = ctx.run_ui(input, |ui| {
            let painter = ui.ctx().debug_painter();
            chart_view::paint(&painter, &LIGHT, scene, Pos2::ZERO, 1.0);
        });
        shapes = output.shapes;
        output.textures_delta.clear();
    }
    let texts = shapes.iter().filter_map(|shape| match &shape.shape {
        Shape::Text(text) => {
            let baseline = text.pos.y + text.galley.rows[0].glyphs[0].pos.y;
            let (left, right) = (text.pos.x + text.galley.rect.left(), text.pos.x + text.galley.rect.right());
            Some((text.galley.text().to_owned(), left, right, baseline))
        }
        _ => None,
    });
    texts.collect()
}

#[test]
fn texts_are_at_the_same_positions_in_window_and_file() {
    each(&clefs::sample::generate(41, 60, 1), Audience::Office, |chart, _, scene| {
        let (written, painted) = (written(scene), painted(scene));
        assert!(written.len() > 10, "{chart:?} has {} texts", written.len());
        assert_eq!(written.len(), painted.len(), "{chart:?}");
        for ((text, x, y, part), (shown, left, right, baseline)) in written.into_iter().zip(painted) {
            assert_eq!(text, shown, "{chart:?}");
            let anchor = left + (right - left) * part;
            assert!((anchor - x).abs() <= 0.5, "{chart:?}: “{text}” is at {x} in the file, at {anchor} on screen");
            assert!(
                (baseline - y).abs() <= 0.5,
                "{chart:?}: the baseline of “{text}” is {y} in the file, {baseline} on screen"
            );
        }
    });
}
