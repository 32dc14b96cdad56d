//! A small preview of a chart as exported: whole, on its white background, in a box.

use egui::{Color32, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::app::style::{colour, palette};
use crate::chart::scene::Scene;
use crate::theme::LIGHT;

use super::paint;

/// Shows a scene in a box, scaled down to fit. Without its background it is transparent.
pub fn preview(ui: &Ui, scene: &Scene, room: Rect, has_ground: bool) {
    let by = (room.width() / scene.width).min(room.height() / scene.height).min(1.0);
    let size = vec2(scene.width, scene.height) * by;
    let middle = room.center() - size / 2.0;
    let page = Rect::from_min_size(pos2(middle.x.round(), middle.y.round()), size);
    let painter = ui.painter().with_clip_rect(page.intersect(ui.clip_rect()));
    if has_ground {
        painter.rect_filled(page, 0.0, colour(LIGHT.surface));
    }
    paint(&painter, &LIGHT, scene, page.min, by);
    let edge = Stroke::new(1.0, colour(palette(ui).border));
    ui.painter().rect(page, 0.0, Color32::TRANSPARENT, edge, StrokeKind::Outside);
    let response = ui.interact(page, ui.scope_id().with(&scene.title), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, format!("{}\n{}", scene.title, scene.description)));
}
