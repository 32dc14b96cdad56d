//! What stands below the rows of a crossed grid: the sum of each column, and what it lacks. Stays in sight, right
//! under the last row or at the foot of the grid.

use egui::{Align2, Id, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::app::style::{colour, palette, regular, semibold};
use crate::session::Session;
use crate::session::grid::{Foot, Grid};
use crate::theme::size;

use super::layout::{ColumnSpan, Layout};
use super::paint::{self, PADDING};

/// Height of the two lines.
const HEIGHT: f32 = 46.0;

/// Zero where nothing stands below the rows.
pub fn height(grid: &Grid) -> f32 {
    if grid.sheet().crossed().is_some() { HEIGHT } else { 0.0 }
}

pub fn show(ui: &Ui, session: &Session, grid: &Grid, layout: &Layout) {
    let (p, band) = (palette(ui), layout.clip);
    ui.painter().rect_filled(band, 0.0, colour(p.raised));
    for span in layout.columns() {
        let column = grid.sheet().crossed().and_then(|crossed| crossed.column(span.info.key));
        if let Some(column) = column {
            let typed = session.foot_typed(span.info.key);
            one(ui, layout, span, (&column.header, typed.as_ref().unwrap_or(&column.foot)));
        }
    }
    ui.painter().hline(band.x_range(), band.top() + 0.5, Stroke::new(1.0, colour(p.border)));
}

fn one(ui: &Ui, layout: &Layout, span: &ColumnSpan, (header, foot): (&str, &Foot)) {
    let p = palette(ui);
    let rect = layout.band(span, layout.clip.top(), HEIGHT);
    let visible = rect.intersect(layout.clip_of(span.is_still));
    if !visible.is_positive() {
        return;
    }
    let painter = ui.painter().with_clip_rect(visible);
    painter.rect_filled(visible, 0.0, colour(p.raised));
    let (align, x) = if paint::is_number(span.info.kind) {
        (Align2::RIGHT_CENTER, rect.right() - PADDING)
    } else {
        (Align2::LEFT_CENTER, rect.left() + PADDING)
    };
    let ink = if foot.is_open { p.warning } else { p.muted };
    let lines = [(14.0, &foot.sum, semibold(size::BODY), p.ink), (33.0, &foot.gap, regular(size::CAPTION), ink)];
    for (down, text, font, ink) in lines {
        painter.text(pos2(x, rect.top() + down), align, text, font, colour(ink));
    }
    let response = ui.interact(visible, Id::unique(("foot", span.info.key)), Sense::hover());
    let said = format!("{header} : {}, {}", foot.sum, foot.gap);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
}

/// Where it stands: under the rows, but within the grid.
pub fn band(rect: Rect, body: Rect, rows: f32) -> Rect {
    let top = (body.top() + rows).min(rect.bottom() - HEIGHT);
    Rect::from_min_size(pos2(rect.left(), top), vec2(body.width(), HEIGHT))
}
