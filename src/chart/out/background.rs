//! A chart without its white background, to be placed on a coloured slide.
//!
//! Labels hide the grid behind a white rectangle. Without the background such a rectangle would show, so it is
//! removed and the grid lines are cut there instead. Rectangles that mean something (an empty part of a bar,
//! its sample in the legend, the backing of a number on a pattern) stay, as does one that hides anything but
//! the grid.

use crate::chart::scene::{Area, ColourRole, Mark, Scene, Shape};

/// The chart with its grid cut where a rectangle hid it.
pub fn without_background(scene: &Scene) -> Scene {
    let mut marks: Vec<Mark> = Vec::with_capacity(scene.marks.len());
    for (place, mark) in scene.marks.iter().enumerate() {
        let is_ground = || mark.role == ColourRole::Surface && mark.subject.is_none();
        match mark.shape {
            Shape::Rect(hole)
                if is_ground() && hides_grid(&marks, hole) && !is_drawn_on(&scene.marks[place + 1..], hole) =>
            {
                marks = marks.into_iter().flat_map(|mark| cut(mark, hole)).collect();
            }
            _ => marks.push(mark.clone()),
        }
    }
    Scene { marks, ..scene.clone() }
}

/// Whether lines are drawn on a rectangle: then it is a sample in the legend.
fn is_drawn_on(later: &[Mark], hole: Area) -> bool {
    later.iter().any(|mark| matches!(mark.shape, Shape::Line { .. }) && overlap(mark.area(), hole))
}

/// Whether only grid lines are behind a rectangle.
fn hides_grid(marks: &[Mark], hole: Area) -> bool {
    marks.iter().filter(|mark| overlap(mark.area(), hole)).all(is_grid)
}

/// Grid lines are horizontal or vertical, and have no subject.
fn is_grid(mark: &Mark) -> bool {
    let Shape::Line { from, to, .. } = mark.shape else { return false };
    mark.subject.is_none() && (is_same(from.0, to.0) || is_same(from.1, to.1))
}

/// The parts of a mark outside a hole.
fn cut(mark: Mark, hole: Area) -> Vec<Mark> {
    let Shape::Line { from, to, thickness } = mark.shape else { return vec![mark] };
    if !is_grid(&mark) || !overlap(mark.area(), hole) {
        return vec![mark];
    }
    let is_upright = is_same(from.0, to.0);
    let along = |(x, y): (f32, f32)| if is_upright { y } else { x };
    let (start, end) = (along(from).min(along(to)), along(from).max(along(to)));
    let (near, far) = if is_upright { (hole.y, hole.bottom()) } else { (hole.x, hole.right()) };
    let piece = |start: f32, end: f32| {
        let (from, to) = if is_upright { ((from.0, start), (from.0, end)) } else { ((start, from.1), (end, from.1)) };
        (end > start).then(|| Mark { shape: Shape::Line { from, to, thickness }, ..mark.clone() })
    };
    [piece(start, near.min(end)), piece(far.max(start), end)].into_iter().flatten().collect()
}

fn overlap(a: Area, b: Area) -> bool {
    a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom()
}

fn is_same(a: f32, b: f32) -> bool {
    (a - b).abs() < f32::EPSILON
}
