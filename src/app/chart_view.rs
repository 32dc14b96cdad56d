//! Paints a chart's scene with egui and says what was hovered or clicked.
//!
//! Decides nothing of the layout: what is on screen is what is exported.

use egui::{Align2, Id, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, Role, WidgetInfo, pos2, vec2};

use crate::chart::finding::spoken;
use crate::chart::scene::{Anchor, Area, Scene, Shape, Subject, Weight};
use crate::words::Words;

use super::style::{colour, palette, regular, semibold};

/// Shows a scene in the space that is left; gives the subject that was clicked.
pub fn show(ui: &mut Ui, salt: &str, scene: &Scene, words: &Words) -> Option<Subject> {
    let (id, rect) = ui.allocate_space(vec2(scene.width, scene.height));
    if !ui.is_rect_visible(rect) {
        return None;
    }
    paint(ui, scene, rect.min);
    let response = ui.interact(rect, id.with(salt), Sense::click());
    let name = format!("{}\n{}", scene.title, scene.description);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
    let mut clicked = None;
    let pointed = response.hover_pos().and_then(|pos| scene.at(pos.x - rect.left(), pos.y - rect.top()));
    if let Some(subject) = pointed {
        outline(ui, scene, subject, rect.min);
        ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
        response.clone().on_hover_text_at_pointer(spoken(subject, scene.name(subject), words));
        if response.clicked() {
            clicked = Some(subject);
        }
    }
    clicked.or_else(|| stops(ui, salt, scene, words, rect.min))
}

/// The stops of the keyboard: each subject can be reached with Tab and opened with Enter.
fn stops(ui: &Ui, salt: &str, scene: &Scene, words: &Words, origin: Pos2) -> Option<Subject> {
    let mut opened = None;
    for subject in scene.subjects() {
        let areas = scene.areas(*subject).map(|area| screen(area, origin));
        let Some(area) = areas.reduce(Rect::union) else { continue };
        let id = Id::unique((salt, *subject));
        let response = ui.interact(area, id, Sense::focusable_noninteractive());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, spoken(*subject, scene.name(*subject), words)));
        if response.has_focus() {
            outline(ui, scene, *subject, origin);
            if ui.input(|i| i.key_pressed(egui::Key::Enter) || i.key_pressed(egui::Key::Space)) {
                opened = Some(*subject);
            }
        }
    }
    opened
}

fn outline(ui: &Ui, scene: &Scene, subject: Subject, origin: Pos2) {
    let p = palette(ui);
    for area in scene.areas(subject) {
        let rect = screen(area, origin).expand(2.0);
        ui.painter().rect_stroke(rect, 2.0, Stroke::new(1.5, colour(p.accent)), StrokeKind::Outside);
    }
}

/// Paints the marks, from back to front.
fn paint(ui: &Ui, scene: &Scene, origin: Pos2) {
    let p = palette(ui);
    let painter = ui.painter();
    for mark in &scene.marks {
        let ink = colour(mark.role.colour(p));
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

fn screen(area: Area, origin: Pos2) -> Rect {
    Rect::from_min_size(pos2(origin.x + area.x, origin.y + area.y), vec2(area.width, area.height))
}
