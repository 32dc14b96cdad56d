//! The headers of a grid: a click sorts, an edge dragged makes a column wider.

use egui::{Id, Pos2, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::style::{colour, palette};
use crate::domain::schema::Kind;

use super::paint::{self, GUTTER, HEADER, Span, WHY};
use super::state::{GridCommand, Order};
use super::view::GridView;

/// Shows the headers over the columns; `origin` is where the first column stands, scrolled.
pub fn show(
    ui: &mut Ui,
    view: &GridView,
    columns: &[Span],
    band: Rect,
    origin: Pos2,
    frozen: f32,
    out: &mut Vec<GridCommand>,
) {
    let p = palette(ui);
    ui.painter().rect_filled(band, 0.0, colour(p.raised));
    for (place, span) in columns.iter().enumerate().rev() {
        let (left, clip) = if place == 0 {
            (band.left() + GUTTER, band)
        } else {
            (origin.x + span.left, band.with_min_x(band.left() + frozen))
        };
        let rect = Rect::from_min_size(pos2(left, band.top()), vec2(span.width, HEADER));
        let visible = rect.intersect(clip);
        if !visible.is_positive() {
            continue;
        }
        let label = view.words.text(&format!("col-{}-{}", view.grid.table().key(), span.info.key.as_str())).to_owned();
        let sign = view.grid.sort().filter(|(column, _)| *column == span.info.key).map(|(_, order)| match order {
            Order::Ascending => "▲",
            Order::Descending => "▼",
        });
        let id = Id::unique(("header", view.grid.table(), span.info.key));
        let response = ui.interact(visible, id, Sense::click());
        if response.hovered() {
            ui.painter().rect_filled(visible, 0.0, colour(p.hairline));
        }
        paint::header_text(&ui.painter().with_clip_rect(visible), rect, span.info.kind, &label, sign, p);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
        if response.clicked() {
            out.push(GridCommand::Sort(span.info.key));
        }
        let edge = Rect::from_center_size(pos2(rect.right(), rect.center().y), vec2(8.0, HEADER)).intersect(clip);
        if edge.is_positive() {
            let drag = ui
                .interact(edge, id.with("edge"), Sense::drag())
                .on_hover_and_drag_cursor(egui::CursorIcon::ResizeColumn);
            if drag.dragged() {
                out.push(GridCommand::Resize(span.info.key, span.width + drag.drag_delta().x));
            }
            ui.painter().vline(
                rect.right() - 0.5,
                (band.top() + 9.0)..=(band.bottom() - 9.0),
                egui::Stroke::new(1.0, colour(p.border)),
            );
        }
    }
    if view.grid.subset().is_some()
        && let Some(first) = columns.first()
    {
        let rect = Rect::from_min_size(pos2(origin.x + first.left + first.width, band.top()), vec2(WHY, HEADER));
        let visible = rect.intersect(band.with_min_x(band.left() + frozen));
        if visible.is_positive() {
            let painter = ui.painter().with_clip_rect(visible);
            paint::header_text(&painter, rect, Kind::Text, view.words.text("subset-why"), None, p);
        }
    }
    ui.painter().hline(band.x_range(), band.bottom() - 0.5, egui::Stroke::new(1.0, colour(p.border)));
}
