//! The outline of a hovered or focused subject: its lines are drawn thicker, its other marks share
//! a box.

use egui::{Pos2, Rect, Stroke, StrokeKind, Ui, pos2};

use crate::app::style::{colour, palette};
use crate::chart::scene::{Scene, Shape, Subject};

use super::screen;

const MARGIN: f32 = 2.0;

/// In points of the scene.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SubjectOutline {
    /// Ends and thickness.
    pub lines: Vec<([Pos2; 2], f32)>,
    /// Boxes around the other marks; they do not overlap.
    pub boxes: Vec<Rect>,
}

pub fn outline(scene: &Scene, subject: Subject) -> SubjectOutline {
    let mut outline = SubjectOutline::default();
    for mark in scene.marks.iter().filter(|mark| mark.subject == Some(subject)) {
        if let Shape::Line { from, to, thickness } = mark.shape {
            outline.lines.push(([pos2(from.0, from.1), pos2(to.0, to.1)], thickness));
        } else {
            outline.add(screen(mark.area(), Pos2::ZERO).expand(MARGIN));
        }
    }
    outline
}

impl SubjectOutline {
    /// Adds a box, merged with those that it overlaps.
    fn add(&mut self, mut area: Rect) {
        while let Some(place) = self.boxes.iter().position(|other| other.intersects(area)) {
            area = area.union(self.boxes.swap_remove(place));
        }
        self.boxes.push(area);
    }

    pub(super) fn paint(&self, ui: &Ui, origin: Pos2) {
        let accent = colour(palette(ui).accent);
        for ([from, to], thickness) in &self.lines {
            let stroke = Stroke::new(thickness + 2.0, accent);
            ui.painter().line_segment([*from + origin.to_vec2(), *to + origin.to_vec2()], stroke);
        }
        for area in &self.boxes {
            let stroke = Stroke::new(1.5, accent);
            ui.painter().rect_stroke(area.translate(origin.to_vec2()), 2.0, stroke, StrokeKind::Outside);
        }
    }
}
