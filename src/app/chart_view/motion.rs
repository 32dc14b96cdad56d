//! Animates bars and lines to their new place after an edit, so that its effect is visible.
//!
//! Only while the chart shows the same thing: after another span, day, order or size marks jump to
//! their place, as they do with animations off. Texts never move, so that every number is correct
//! from the first frame. At rest no frame is requested.

use std::collections::HashMap;
use std::sync::Arc;

use egui::{Id, Ui};

use crate::chart::scene::{Area, ColourRole, Mark, RowPart, Scene, Shape, Subject};
use crate::domain::commitment::Axis;
use crate::domain::id::RowId;
use crate::edit::Revision;

use super::ShownChart;

/// Duration in seconds.
const SECONDS: f64 = 0.25;

/// The identity of a mark, whatever its value: landlord, axis, part, count.
type MarkKey = (Option<RowId>, Axis, RowPart, usize);

#[derive(Clone)]
struct ChartMotion {
    look: (Id, [u32; 2]),
    revision: Revision,
    from: HashMap<MarkKey, Shape>,
    to: HashMap<MarkKey, Shape>,
    began: f64,
}

/// The scene in mid-animation; none at rest.
pub(super) fn moving(ui: &Ui, shown: ShownChart, scene: &Scene) -> Option<Scene> {
    let id = Id::unique(("chart-motion", shown.salt));
    let look = (shown.look, [scene.width.round() as u32, scene.height.round() as u32]);
    let now = ui.input(|input| input.time);
    let last: Option<Arc<ChartMotion>> = ui.data(|data| data.get_temp(id));
    let motion = match last {
        Some(last) if last.look == look && last.revision == shown.revision => last,
        last => {
            let keys = keyed(&scene.marks);
            let to: HashMap<MarkKey, Shape> = keys.filter_map(|(key, mark)| Some((key?, mark.shape.clone()))).collect();
            let known = last.filter(|last| last.look == look && ui.style().animation_time > 0.0);
            let (from, began) = match known {
                // An edit that moves nothing here.
                Some(last) if last.to == to => (last.from.clone(), last.began),
                Some(last) => (last.at(now), now),
                None => (HashMap::new(), f64::NEG_INFINITY),
            };
            let motion = Arc::new(ChartMotion { look, revision: shown.revision, from, to, began });
            ui.data_mut(|data| data.insert_temp(id, Arc::clone(&motion)));
            motion
        }
    };
    let part = motion.part(now)?;
    ui.ctx().request_repaint();
    let mut moved = scene.clone();
    let keys: Vec<Option<MarkKey>> = keyed(&scene.marks).map(|(key, _)| key).collect();
    let mut shift = 0.0;
    for (mark, key) in moved.marks.iter_mut().zip(keys).rev() {
        if let Some(key) = key {
            let shape = between(motion.from.get(&key), &mark.shape, part);
            shift = left(&shape) - left(&mark.shape);
            mark.shape = shape;
        } else if let (ColourRole::TickEdge, Shape::Rect(area)) = (mark.role, &mut mark.shape) {
            // The light edge of a commitment moves with it.
            area.x += shift;
        }
    }
    Some(moved)
}

/// Marks with their keys; those that do not move have none.
fn keyed(marks: &[Mark]) -> impl Iterator<Item = (Option<MarkKey>, &Mark)> {
    let mut seen: HashMap<(Option<RowId>, Axis, RowPart), usize> = HashMap::new();
    marks.iter().map(move |mark| {
        let moves = !matches!(mark.shape, Shape::Text(_)) && mark.role != ColourRole::Surface;
        let key = mark.subject.filter(|_| moves).map(|Subject { landlord, axis, part, .. }| {
            let n = seen.entry((landlord, axis, part)).or_default();
            *n += 1;
            (landlord, axis, part, *n)
        });
        (key, mark)
    })
}

impl ChartMotion {
    /// The progress, easing out; none at the end.
    fn part(&self, now: f64) -> Option<f32> {
        let time = (now - self.began) / SECONDS;
        (time < 1.0).then(|| 1.0 - (1.0 - time.max(0.0) as f32).powi(3))
    }

    fn at(&self, now: f64) -> HashMap<MarkKey, Shape> {
        match self.part(now) {
            None => self.to.clone(),
            Some(part) => self.to.iter().map(|(key, shape)| (*key, between(self.from.get(key), shape, part))).collect(),
        }
    }
}

/// Interpolates a shape. A new bar grows from nothing; a new line appears at once.
fn between(from: Option<&Shape>, to: &Shape, part: f32) -> Shape {
    let mix = |from: f32, to: f32| from + (to - from) * part;
    match (from, to) {
        (Some(Shape::Rect(from)), Shape::Rect(to)) => {
            Shape::Rect(Area { x: mix(from.x, to.x), width: mix(from.width, to.width), ..*to })
        }
        (None, Shape::Rect(to)) => Shape::Rect(Area { width: mix(0.0, to.width), ..*to }),
        (Some(Shape::Line { from: a, to: b, .. }), Shape::Line { from, to, thickness }) => Shape::Line {
            from: (mix(a.0, from.0), mix(a.1, from.1)),
            to: (mix(b.0, to.0), mix(b.1, to.1)),
            thickness: *thickness,
        },
        (_, to) => to.clone(),
    }
}

fn left(shape: &Shape) -> f32 {
    match shape {
        Shape::Rect(area) => area.x,
        Shape::Line { from, .. } => from.0,
        Shape::Text(text) => text.x,
    }
}
