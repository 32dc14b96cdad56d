//! Paints the marks of a scene with egui, each at the place that the scene gives it.

use egui::{Align2, Painter, Pos2, Stroke, pos2};

use crate::app::style::{colour, regular, semibold};
use crate::chart::scene::{Anchor, Scene, Shape, Weight};
use crate::theme::Palette;

use super::screen;

/// Paints the marks, from back to front.
pub fn paint(painter: &Painter, palette: &Palette, scene: &Scene, origin: Pos2) {
    for mark in &scene.marks {
        let ink = colour(mark.role.colour(palette));
        match &mark.shape {
            Shape::Rect(area) => {
                painter.rect_filled(screen(*area, origin), 0.0, ink);
            }
            Shape::Line { from, to, thickness } => {
                let at = |(x, y): (f32, f32)| pos2(origin.x + x, origin.y + y);
                painter.line_segment([at(*from), at(*to)], Stroke::new(*thickness, ink));
            }
            Shape::Text(text) => {
                let font = match text.weight {
                    Weight::Regular => regular(text.size),
                    Weight::SemiBold => semibold(text.size),
                };
                let galley = painter.layout_no_wrap(text.text.clone(), font, ink);
                let align = match text.anchor {
                    Anchor::Start => Align2::LEFT_TOP,
                    Anchor::Middle => Align2::CENTER_TOP,
                    Anchor::End => Align2::RIGHT_TOP,
                };
                // The scene gives the baseline; egui wants the top of the line.
                let baseline = galley.rows.first().and_then(|row| row.glyphs.first()).map_or(0.0, |glyph| glyph.pos.y);
                let top = pos2(origin.x + text.x, origin.y + text.y - baseline);
                painter.galley(align.anchor_size(top, galley.size()).min, galley, ink);
            }
        }
    }
}
