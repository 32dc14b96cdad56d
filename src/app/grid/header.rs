//! The headers of a grid: click to sort, drag an edge to resize, drag a header to move, menu for
//! the rest.

use egui::{Id, Rect, Response, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::app::style::{colour, palette, regular};
use crate::domain::schema::{ColumnKey, Group, Kind};
use crate::domain::view::SortOrder;
use crate::session::grid::{COLUMN_ACTIONS, GridCommand, SortBy};
use crate::theme::size;

use super::layout::{ColumnSpan, ColumnSpans, Layout};
use super::paint::{self, GROUPS, HEADER};
use super::view::GridView;

/// Height around a menu that is as tall as the window.
const ROOM_AROUND: f32 = 72.0;

/// Height of the headers, with group names if there are several groups.
pub fn height(spans: &ColumnSpans) -> f32 {
    HEADER + if spans.has_groups() { GROUPS } else { 0.0 }
}

pub fn show(ui: &mut Ui, view: &GridView, layout: &Layout, out: &mut Vec<GridCommand>) {
    let p = palette(ui);
    let band = layout.clip;
    ui.painter().rect_filled(band, 0.0, colour(p.raised));
    for span in layout.columns() {
        column(ui, view, layout, span, out);
    }
    // After the headers, so that an edge can be grabbed from both sides.
    for span in layout.columns() {
        edge(ui, view, layout, span, out);
    }
    groups(ui, view, layout);
    if let Some(rect) = layout.why(band.bottom() - HEADER, HEADER) {
        let painter = ui.painter().with_clip_rect(layout.clip_of(false));
        paint::header_text(&painter, rect, Kind::Text, view.words.text("subset-why"), None, p);
    }
    ui.painter().hline(band.x_range(), band.bottom() - 0.5, Stroke::new(1.0, colour(p.border)));
}

/// The group names, each over its columns and visible while one of them is.
fn groups(ui: &Ui, view: &GridView, layout: &Layout) {
    let (p, band) = (palette(ui), layout.clip);
    let height = band.height() - HEADER;
    if height < 1.0 {
        return;
    }
    for (group, is_still, rect) in layout.groups(band.top(), height) {
        let clip = layout.clip_of(is_still);
        let visible = rect.intersect(clip);
        // The main group needs no name.
        if !visible.is_positive() || group == Group::Main {
            continue;
        }
        let painter = ui.painter().with_clip_rect(visible);
        painter.rect_filled(visible, 0.0, colour(p.raised));
        let word = format!("group-{}", group.key());
        let at = pos2(rect.left().max(clip.left()) + 8.0, rect.center().y + 2.0);
        painter.text(at, egui::Align2::LEFT_CENTER, view.words.text(&word), regular(size::CAPTION), colour(p.muted));
        let left = Stroke::new(1.0, colour(p.border));
        painter.vline(rect.left() + 0.5, (rect.top() + 6.0)..=rect.bottom(), left);
    }
}

fn column(ui: &Ui, view: &GridView, layout: &Layout, span: &ColumnSpan, out: &mut Vec<GridCommand>) {
    let p = palette(ui);
    let rect = layout.band(span, layout.clip.bottom() - HEADER, HEADER);
    let clip = layout.clip_of(span.is_still);
    let visible = rect.intersect(clip);
    if !visible.is_positive() {
        return;
    }
    let label = view.grid.sheet().header(span.info.key, view.words);
    let sign = sort_sign(view, span);
    let id = Id::unique(("header", view.grid.table(), span.info.key));
    let response = ui.interact(visible, id, Sense::click_and_drag());
    ui.painter().rect_filled(visible, 0.0, colour(if response.hovered() { p.hairline } else { p.raised }));
    paint::header_text(&ui.painter().with_clip_rect(visible), rect, span.info.kind, &label, sign.as_deref(), p);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    if response.clicked() {
        let how = if ui.input(|input| input.modifiers.shift) { SortBy::Also } else { SortBy::Alone };
        out.push(GridCommand::Sort(span.info.key, how));
    }
    reorder(ui, &response, layout, span, out);
    menu(&response, view, span, out);
}

/// The right edge of a header: drag to resize, double-click to fit.
fn edge(ui: &Ui, view: &GridView, layout: &Layout, span: &ColumnSpan, out: &mut Vec<GridCommand>) {
    let p = palette(ui);
    let rect = layout.band(span, layout.clip.bottom() - HEADER, HEADER);
    let clip = layout.clip_of(span.is_still);
    let id = Id::unique(("header-edge", view.grid.table(), span.info.key));
    let edge = Rect::from_center_size(pos2(rect.right(), rect.center().y), vec2(8.0, HEADER)).intersect(clip);
    if edge.is_positive() {
        let drag = ui.interact(edge, id, Sense::click_and_drag());
        let drag = drag.on_hover_and_drag_cursor(egui::CursorIcon::ResizeColumn);
        if drag.double_clicked() {
            out.push(GridCommand::Fit(Some(span.info.key)));
        } else if drag.dragged() {
            out.push(GridCommand::Resize(span.info.key, span.width + drag.drag_delta().x));
        }
        let heights = (rect.top() + 9.0)..=(rect.bottom() - 9.0);
        ui.painter().vline(rect.right() - 0.5, heights, Stroke::new(1.0, colour(p.border)));
    }
}

/// Dragging a header moves its column to the marked gap.
fn reorder(ui: &Ui, response: &Response, layout: &Layout, span: &ColumnSpan, out: &mut Vec<GridCommand>) {
    if !response.dragged() && !response.drag_stopped() {
        return;
    }
    let Some(pos) = response.interact_pointer_pos() else { return };
    let key = span.info.key;
    let (before, x) = layout.gap(pos.x);
    // Next to itself it does not move.
    let is_here = before == Some(key) || layout.after(key) == before;
    if response.drag_stopped() {
        if !is_here {
            out.push(GridCommand::Place(key, before));
        }
        return;
    }
    ui.ctx().set_cursor_icon(egui::CursorIcon::Grabbing);
    if !is_here {
        let line = Stroke::new(3.0, colour(palette(ui).accent));
        ui.painter().vline(x, layout.clip.y_range(), line);
    }
}

/// The sort sign, numbered if several columns are sorted.
fn sort_sign(view: &GridView, span: &ColumnSpan) -> Option<String> {
    let sort = view.grid.sort();
    let place = sort.iter().position(|(column, _)| *column == span.info.key)?;
    let sign = match sort.get(place)?.1 {
        SortOrder::Ascending => "▲",
        SortOrder::Descending => "▼",
    };
    Some(if sort.len() > 1 { format!("{sign}{}", place + 1) } else { sign.to_owned() })
}

/// The column menu, by the secondary button or the menu key.
fn menu(response: &Response, view: &GridView, span: &ColumnSpan, out: &mut Vec<GridCommand>) {
    let key = span.info.key;
    response.context_menu(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.spacing_mut().interact_size.y = 28.0;
        ui.spacing_mut().button_padding.y = 3.0;
        // With many hidden columns it may be taller than the window.
        let room = ui.ctx().content_rect().height() - ROOM_AROUND;
        ScrollArea::vertical().max_height(room).show(ui, |ui| entries(ui, view, key, out));
    });
}

fn entries(ui: &mut Ui, view: &GridView, key: ColumnKey, out: &mut Vec<GridCommand>) {
    let words = view.words;
    for (name, command) in &COLUMN_ACTIONS {
        let command = command(key, view.grid.columns());
        let button = egui::Button::new(words.text(&format!("action-{name}")));
        if ui.add_enabled(command.is_some(), button).clicked() {
            out.extend(command);
        }
    }
    let hidden = view.grid.columns().hidden();
    if !hidden.is_empty() {
        ui.separator();
        for info in hidden {
            let name = view.grid.sheet().header(info.key, words);
            if ui.button(format!("{} {name}", words.text("column-show"))).clicked() {
                out.push(GridCommand::Show(info.key));
            }
        }
    }
}
