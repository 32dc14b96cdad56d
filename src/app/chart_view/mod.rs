//! Shows a chart's scene in the window: hover, keyboard focus, clicks.
//!
//! No layout here: what is on screen is what is exported. Each subject is a keyboard stop, visible
//! or not, and is scrolled into view when focused. For screen readers the stops form a group with
//! the chart's name, since two charts may have a stop of the same text.

mod motion;
mod outline;
mod paint;
mod preview;

use egui::accesskit::Role as NodeRole;
use egui::{Id, Pos2, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::chart::scene::{Area, Scene, Subject};
use crate::chart::wording::finding::spoken;
use crate::edit::Revision;
use crate::words::Words;

use super::explain;
use super::style::{colour, palette};

pub use outline::{SubjectOutline, outline};
pub use paint::paint;
pub use preview::preview;

/// Margin around a focused stop that is scrolled into view.
const AROUND_STOP: f32 = 12.0;

#[derive(Clone, Copy)]
pub struct ShownChart<'a> {
    /// Unique on the page.
    pub salt: &'a str,
    /// Its accessible name.
    pub name: &'a str,
    /// What it shows: span, day, order. Marks are animated only while this stays the same.
    pub look: Id,
    /// The revision of the records. Marks are animated only when it changes.
    pub revision: Revision,
}

/// Shows a scene in the remaining space; returns the clicked subject.
pub fn show(ui: &mut Ui, shown: ShownChart, scene: &Scene, words: &Words) -> Option<Subject> {
    let (id, rect) = ui.allocate_space(vec2(scene.width, scene.height));
    if ui.is_rect_visible(rect) {
        let moving = motion::moving(ui, shown, scene);
        paint(ui.painter(), palette(ui), moving.as_ref().unwrap_or(scene), rect.min, 1.0);
    }
    let group = ui.new_child(UiBuilder::new().id_salt(shown.salt).max_rect(rect).accessibility_role(NodeRole::Group));
    group.ctx().accesskit_node_builder(group.unique_id(), |node| node.set_label(shown.name));
    // The stops take the keyboard, not the picture as a whole.
    let response = group.interact(rect, id.with(shown.salt), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, format!("{}\n{}", scene.title, scene.description)));
    let mut clicked = None;
    let pointed = response.hover_pos().and_then(|pos| scene.at(pos.x - rect.left(), pos.y - rect.top()));
    if let Some(subject) = pointed {
        outline(scene, subject).paint(ui, rect.min);
        ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
        response.clone().on_hover_text_at_pointer(spoken(subject, scene.name(subject), words));
        if response.clicked() {
            clicked = Some(subject);
        }
    }
    said(&group, shown.salt, scene, words, rect.min);
    clicked.or_else(|| stops(&group, shown.salt, scene, words, rect.min))
}

/// The counting rule under the title: a stop that explains the rules it names.
fn said(ui: &Ui, salt: &str, scene: &Scene, words: &Words, origin: Pos2) {
    let Some((area, rules)) = &scene.rules else { return };
    let area = screen(*area, origin);
    let response = ui.interact(area, Id::unique((salt, "rules")), Sense::focusable_noninteractive());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, explain::all(rules, words)));
    if response.gained_focus() {
        ui.scroll_to_rect(area.expand(AROUND_STOP), None);
    }
    if response.has_focus() {
        let line = Stroke::new(1.5, colour(palette(ui).accent));
        ui.painter().rect_stroke(area.expand(2.0), 3.0, line, StrokeKind::Outside);
    }
    explain::rules(&response, rules, words);
}

/// The keyboard stops: Tab goes to the next subject, Enter opens it.
fn stops(ui: &Ui, salt: &str, scene: &Scene, words: &Words, origin: Pos2) -> Option<Subject> {
    let mut opened = None;
    for (subject, area) in scene.stops().iter().copied() {
        let area = screen(area, origin);
        let id = Id::unique((salt, subject));
        let response = ui.interact(area, id, Sense::focusable_noninteractive());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, spoken(subject, scene.name(subject), words)));
        if response.has_focus() {
            if response.gained_focus() {
                ui.scroll_to_rect(area.expand(AROUND_STOP), None);
            }
            outline(scene, subject).paint(ui, origin);
            if ui.input(|i| i.key_pressed(egui::Key::Enter) || i.key_pressed(egui::Key::Space)) {
                opened = Some(subject);
            }
        }
    }
    opened
}

fn screen(area: Area, origin: Pos2) -> Rect {
    Rect::from_min_size(pos2(origin.x + area.x, origin.y + area.y), vec2(area.width, area.height))
}
