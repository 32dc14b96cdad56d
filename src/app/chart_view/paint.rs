//! Paints the marks of a scene with egui.

use egui::{Align2, Painter, Pos2, Rect, Stroke, pos2, vec2};

use crate::app::style::{colour, regular, semibold};
use crate::chart::scene::{Anchor, Scene, Shape, Weight};
use crate::theme::Palette;

/// Paints the marks, from back to front, scaled by `by`.
pub fn paint(painter: &Painter, palette: &Palette, scene: &Scene, origin: Pos2, by: f32) {
    let at = |(x, y): (f32, f32)| pos2(origin.x + x * by, origin.y + y * by);
    for mark in &scene.marks {
        let ink = colour(mark.role.colour(palette));
        match &mark.shape {
            Shape::Rect(area) => {
                let area = Rect::from_two_pos(at((area.x, area.y)), at((area.right(), area.bottom())));
                painter.rect_filled(area, 0.0, ink);
            }
            Shape::Line { from, to, thickness } => {
                painter.line_segment([at(*from), at(*to)], Stroke::new(*thickness * by, ink));
            }
            Shape::Text(text) => {
                let font = match text.weight {
                    Weight::Regular => regular(text.size * by),
                    Weight::SemiBold => semibold(text.size * by),
                };
                let galley = painter.layout_no_wrap(text.text.clone(), font, ink);
                let align = match text.anchor {
                    Anchor::Start => Align2::LEFT_TOP,
                    Anchor::Middle => Align2::CENTER_TOP,
                    Anchor::End => Align2::RIGHT_TOP,
                };
                // Scenes position text by its baseline, egui by the top of the line.
                let baseline = galley.rows.first().and_then(|row| row.glyphs.first()).map_or(0.0, |glyph| glyph.pos.y);
                let top = at((text.x, text.y)) - vec2(0.0, baseline);
                painter.galley(align.anchor_size(top, galley.size()).min, galley, ink);
            }
        }
    }
}
