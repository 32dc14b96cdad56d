//! Paints a grid: bands, cells and headers, by hand, since labels cost six times more.
//!
//! Defines the sizes and colours of cells. Takes no input.

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align, Painter, Pos2, Rect, Stroke, StrokeKind, vec2};

use crate::app::style::{colour, regular, semibold};
use crate::domain::schema::{ColumnInfo, Kind, Naming};
use crate::theme::{Palette, Rgb, size};

/// Height of a row, in points.
pub const ROW: f32 = 30.0;
/// Height of the header.
pub const HEADER: f32 = 34.0;
/// Height of the group names above it.
pub const GROUPS: f32 = 22.0;
/// Width of the row numbers.
pub const GUTTER: f32 = 44.0;
/// Width of the reasons why rows count, in a grid limited to a figure's rows.
pub const WHY: f32 = 500.0;
/// Space left and right of a text.
pub const PADDING: f32 = 8.0;

/// The initial width of a column: enough for its values and its header.
pub fn default_width(info: &ColumnInfo, header: &str) -> f32 {
    let for_values = match info.kind {
        Kind::Integer(_) | Kind::Flag => 56.0,
        Kind::Date(_) | Kind::Money(_) => 92.0,
        Kind::Choice(_) | Kind::Choices(_) => 144.0,
        Kind::Text if info.code().is_some() => 92.0,
        Kind::Text if info.naming == Some(Naming::Title) => 320.0,
        // A required text is the record's name, which should be readable in full.
        Kind::Text if info.required => 200.0,
        Kind::Text | Kind::Texts => 140.0,
        Kind::Reference(_) | Kind::Commune | Kind::Territories => 180.0,
        Kind::Notes => 280.0,
    };
    // A header's letter is about 7 points wide; the sort sign takes two letters.
    let for_header = (header.chars().count() + 2) as f32 * 7.0 + 2.0 * PADDING;
    for_header.max(for_values)
}

/// Whether values of a kind are right-aligned.
pub const fn is_number(kind: Kind) -> bool {
    matches!(kind, Kind::Integer(_) | Kind::Money(_))
}

/// The text of a cell, truncated with an ellipsis.
pub fn cell_text(painter: &Painter, rect: Rect, kind: Kind, text: &str, ink: Rgb) {
    if text.is_empty() {
        return;
    }
    let width = (rect.width() - 2.0 * PADDING).max(1.0);
    let mut job = LayoutJob::single_section(
        text.replace(['\n', '\r'], " "),
        TextFormat { font_id: regular(size::BODY), color: colour(ink), ..TextFormat::default() },
    );
    job.wrap = TextWrapping::truncate_at_width(width);
    job.break_on_newline = false;
    let galley = painter.layout_job(job);
    let left = if is_number(kind) { rect.right() - PADDING - galley.size().x } else { rect.left() + PADDING };
    let top = rect.center().y - galley.size().y / 2.0;
    painter.galley(Pos2::new(left, top), galley, colour(ink));
}

/// A header's text, with the sort sign.
pub fn header_text(painter: &Painter, rect: Rect, kind: Kind, text: &str, sign: Option<&str>, p: &Palette) {
    let font = semibold(size::CAPTION + 0.5);
    let format = |ink: Rgb| TextFormat { font_id: font.clone(), color: colour(ink), ..TextFormat::default() };
    let mut job = LayoutJob::single_section(text.to_owned(), format(p.ink));
    if let Some(sign) = sign {
        job.append(sign, 4.0, format(p.accent));
    }
    job.wrap = TextWrapping::truncate_at_width((rect.width() - 2.0 * PADDING).max(1.0));
    job.halign = Align::LEFT;
    let galley = painter.layout_job(job);
    let left = if is_number(kind) { rect.right() - PADDING - galley.size().x } else { rect.left() + PADDING };
    painter.galley(Pos2::new(left, rect.center().y - galley.size().y / 2.0), galley, colour(p.ink));
}

pub fn row_number(painter: &Painter, rect: Rect, number: usize, is_stray: bool, p: &Palette) {
    if is_stray {
        painter.rect_filled(rect.shrink2(vec2(0.0, 1.0)), 0.0, colour(p.warning_back));
    }
    painter.text(
        rect.right_center() - vec2(PADDING, 0.0),
        egui::Align2::RIGHT_CENTER,
        number.to_string(),
        regular(size::CAPTION),
        colour(if is_stray { p.warning } else { p.muted }),
    );
}

/// The frame around the cell under the cursor.
pub fn cursor_frame(painter: &Painter, rect: Rect, p: &Palette, has_keyboard: bool) {
    let width = if has_keyboard { 2.0 } else { 1.0 };
    painter.rect_stroke(rect.shrink(1.0), 1.0, Stroke::new(width, colour(p.accent)), StrokeKind::Middle);
}

/// The sign of a value that waits to be confirmed.
pub fn proposal(painter: &Painter, rect: Rect, p: &Palette) {
    let at = rect.left_center() + vec2(PADDING, 0.0);
    painter.text(at, egui::Align2::LEFT_CENTER, "?", semibold(size::BODY), colour(p.warning));
}

/// The dashed border of a cut cell.
pub fn cut_mark(painter: &Painter, rect: Rect, p: &Palette) {
    let rect = rect.shrink(2.5);
    let around = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
    painter.extend(egui::Shape::dashed_line(&around, Stroke::new(1.0, colour(p.accent)), 4.0, 3.0));
}

/// The background and border of a cell with a finding.
pub fn finding_mark(painter: &Painter, rect: Rect, p: &Palette, is_error: bool) {
    let (back, line) = if is_error { (p.error_back, p.error) } else { (p.warning_back, p.warning) };
    painter.rect_filled(rect, 0.0, colour(back));
    painter.rect_stroke(rect.shrink(0.5), 0.0, Stroke::new(1.0, colour(line)), StrokeKind::Inside);
}
