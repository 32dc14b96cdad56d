//! The view of a grid: paints the visible part, turns mouse actions into commands.
//!
//! Reads the dataset through the lens and changes nothing. Only visible rows and columns are read,
//! so a frame costs the same with ten rows or a hundred thousand.

use egui::{Id, PointerButton, Rect, Response, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::app::explain;
use crate::app::field;
use crate::app::style::{colour, palette};
use crate::domain::check::{Finding, Severity};
use crate::domain::id::RowId;
use crate::domain::lens::Lens;
use crate::domain::schema::{Kind, TableId};
use crate::exchange::show;
use crate::session::Session;
use crate::session::grid::{Arrangement, CellBlock, CellPos, EditorPlace, Extent, Grid, GridCommand};
use crate::theme::tint;
use crate::words::Words;

use super::layout::{ColumnSpan, ColumnSpans, Layout};
use super::paint::{self, GUTTER, ROW};
use super::{editor, fit, foot, header, scroll, spoken};

pub struct GridView<'a> {
    pub session: &'a Session,
    pub grid: &'a Grid,
    pub arrangement: &'a Arrangement,
    pub lens: Lens<'a>,
    pub words: &'a Words,
    /// Whether the grid or its editor has the keyboard.
    pub has_keyboard: bool,
}

impl<'a> GridView<'a> {
    pub fn of(session: &'a Session, table: TableId) -> Self {
        Self {
            session,
            grid: session.grid(table),
            arrangement: session.arrangement(table),
            lens: session.lens(),
            words: session.words(),
            has_keyboard: session.is_in_grid(),
        }
    }
}

/// The id that takes egui's focus when the grid has the keyboard.
pub fn id(table: TableId) -> Id {
    Id::unique(("grid", table))
}

/// How many rows of the last shown grid were visible.
pub fn rows_in_sight(ctx: &egui::Context) -> usize {
    ctx.data(|data| data.get_temp(rows_id())).unwrap_or(1)
}

fn rows_id() -> Id {
    Id::unique("rows-in-sight")
}

/// Shows a grid in the remaining space. Returns what its cells answer to, and where the cursor is.
pub fn show(ui: &mut Ui, view: &GridView, out: &mut Vec<GridCommand>) -> Option<(Response, Rect)> {
    let p = palette(ui);
    let rect = ui.available_rect_before_wrap();
    let id = id(view.grid.table());
    ui.painter().rect_filled(rect, 0.0, colour(p.surface));
    let spans = ColumnSpans::of(view.grid, view.words, rect.width());

    let below = vec2(0.0, foot::height(view.grid));
    let body = Rect::from_min_max(rect.min + vec2(0.0, header::height(&spans)), rect.max - below);
    let mut body_ui = ui.new_child(egui::UiBuilder::new().max_rect(body).id_salt(("body", view.grid.table())));
    // Each layout of a table scrolls by itself.
    let scrolls = id.with(view.grid.sheet().crossed().is_some());
    let area = ScrollArea::both().id_salt(scrolls).auto_shrink(false).animated(false);
    let wanted = scroll::wanted(&body_ui, scrolls, view, &spans, body.size());
    let area = match wanted {
        Some(offset) => area.scroll_offset(offset),
        None => area,
    };
    let scrolled = area.show_viewport(&mut body_ui, |ui, viewport| {
        ui.set_min_size(vec2(spans.width(), view.arrangement.len() as f32 * ROW));
        let layout = Layout::new(&spans, view.arrangement, ui.min_rect().min, ui.clip_rect());
        let shown = view.grid.columns().shown();
        let selected = view.grid.block(view.arrangement, &shown).filter(|block| !block.is_one());
        GridFrame { view, layout, id, selected }.show(ui, viewport, out)
    });
    scroll::note(ui, scrolls, wanted, scrolled.state.clamped_offset());
    let band = Rect::from_min_max(rect.min, pos2(body.right(), body.top()));
    let origin = pos2(rect.left() - scrolled.state.clamped_offset().x, rect.top());
    header::show(ui, view, &Layout::new(&spans, view.arrangement, origin, band), out);
    if below.y > 0.0 {
        let band = foot::band(rect, body, view.arrangement.len() as f32 * ROW);
        foot::show(ui, view.session, view.grid, &Layout::new(&spans, view.arrangement, origin, band));
    }
    for column in view.grid.columns().fitting() {
        out.push(GridCommand::Resize(*column, fit::width(ui, view, *column)));
    }
    ui.advance_cursor_after_rect(rect);
    scrolled.inner
}

struct GridFrame<'a> {
    view: &'a GridView<'a>,
    layout: Layout<'a>,
    id: Id,
    /// The selection, if it is more than one cell.
    selected: Option<CellBlock<'a>>,
}

impl GridFrame<'_> {
    fn show(&self, ui: &mut Ui, viewport: Rect, out: &mut Vec<GridCommand>) -> Option<(Response, Rect)> {
        let response = ui.interact(self.layout.clip, self.id, Sense::click_and_drag());
        self.follow_focus(ui);
        spoken::grid(ui, self.view.session, self.view.grid.table(), self.id);
        let mut cells = ui.new_child(UiBuilder::new().max_rect(self.layout.clip).accessibility_parent(self.id));
        let first = (viewport.top() / ROW).floor().max(0.0) as usize;
        let last = (viewport.bottom() / ROW).ceil().max(0.0) as usize;
        let hovered = response.hover_pos().and_then(|pos| self.layout.row_at(pos));
        for (place, row) in (first..last).zip(self.view.arrangement.slice(first..last)) {
            let band =
                Rect::from_x_y_ranges(self.layout.clip.x_range(), self.layout.top(place)..=self.layout.top(place + 1));
            self.row(&spoken::row(&mut cells, place, band), (place, *row), band, hovered == Some(*row));
        }
        let at_cursor = self.view.grid.cursor().and_then(|place| Some((place, self.layout.cell(place)?)));
        if let Some((place, cell)) = at_cursor {
            let is_still = self.layout.span(place.1).is_some_and(|span| span.is_still);
            let painter = ui.painter().with_clip_rect(self.layout.clip_of(is_still));
            paint::cursor_frame(&painter, cell, palette(ui), self.view.has_keyboard);
        }
        if let Some(finding) = response.hover_pos().and_then(|pos| self.finding_at(pos)) {
            explain::whole(&response, &self.view.words.advice(&finding.message), self.view.words);
        }
        self.pointer(ui, &response, out);
        let rows = (self.layout.clip.height() / ROW).max(1.0) as usize;
        ui.data_mut(|data| data.insert_temp(rows_id(), rows));
        let open = self.view.grid.editor().filter(|editor| editor.place == EditorPlace::Grid);
        if let Some(open) = open
            && let Some(cell) = self.layout.cell(open.at)
        {
            editor::show(ui, self.view.session, open, cell.intersect(self.layout.clip.expand(1.0)), out);
        }
        at_cursor.map(|(_, cell)| (response, cell.intersect(self.layout.clip)))
    }

    /// Moves egui's focus to where the session has the keyboard.
    fn follow_focus(&self, ui: &Ui) {
        if self.view.has_keyboard && self.view.grid.editor().is_none() {
            let filter = egui::EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
            field::keep_focus(ui, self.id, filter);
        } else {
            ui.memory_mut(|memory| memory.surrender_focus(self.id));
        }
    }

    fn row(&self, ui: &Ui, (place, row): (usize, RowId), band: Rect, is_hovered: bool) {
        let (p, top) = (palette(ui), band.top());
        let is_current = self.view.grid.cursor().is_some_and(|(current, _)| current == row);
        let fill = match (is_current, is_hovered) {
            (true, _) => p.selected,
            (false, true) => p.raised,
            (false, false) => p.surface,
        };
        ui.painter().rect_filled(band, 0.0, colour(fill));
        ui.painter().hline(band.x_range(), band.bottom() - 0.5, Stroke::new(1.0, colour(p.hairline)));
        self.why(ui, row, top);
        let mut is_covered = false;
        for span in self.layout.columns() {
            if span.is_still && !is_covered {
                // Frozen columns are painted over the scrolled ones.
                is_covered = true;
                let still = Rect::from_min_size(band.min, vec2(self.layout.still(), ROW - 1.0));
                ui.painter().rect_filled(still, 0.0, colour(if is_current { p.selected } else { p.raised }));
            }
            self.cell(ui, (place, row), span, top);
        }
        let gutter = Rect::from_min_size(band.min, vec2(GUTTER, ROW));
        paint::row_number(ui.painter(), gutter, place + 1, self.view.session.is_stray(self.view.grid.table(), row), p);
    }

    /// Why the row counts, beside the frozen columns.
    fn why(&self, ui: &Ui, row: RowId, top: f32) {
        let (Some(reason), Some(rect)) = (self.view.grid.reason(row), self.layout.why(top, ROW)) else { return };
        let text = self.view.words.say(reason);
        let clip = self.layout.clip_of(false);
        paint::cell_text(&ui.painter().with_clip_rect(clip), rect, Kind::Text, &text, palette(ui).accent);
        let visible = rect.intersect(clip);
        if visible.is_positive() {
            let response = ui.interact(visible, self.id.with((row, "why")), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, &text));
            explain::whole(&response, &text, self.view.words);
        }
    }

    fn cell(&self, ui: &Ui, (place, row): (usize, RowId), span: &ColumnSpan, top: f32) {
        let (rect, clip) = (self.layout.band(span, top, ROW), self.layout.clip);
        if rect.right() < clip.left() || rect.left() > clip.right() {
            return;
        }
        let p = palette(ui);
        let (sheet, at) = (self.view.grid.sheet(), (row, span.info.key));
        let (cell, crossing) = (sheet.cell(at), sheet.crossing(at));
        if let Some(draft) = self.view.lens.dataset.draft(cell) {
            return self.draft(ui, at, rect, span, draft);
        }
        let text = match crossing.and_then(|crossing| crossing.shown.as_ref()) {
            Some(value) => show::value(value, span.info.kind, &self.view.lens, self.view.words).into(),
            None => self.view.session.texts().of(cell, span.info.kind, &self.view.lens, self.view.words),
        };
        let painter = ui.painter().with_clip_rect(self.layout.clip_of(span.is_still));
        if span.info.is_derived() {
            // It looks as if nothing can be typed there, and Tab passes it.
            painter.rect_filled(rect.shrink2(vec2(0.0, 0.5)), 0.0, crate::app::style::faded(p.muted, 0.08));
        }
        if let Some(severity) = self.view.session.doubt_at(self.view.grid.table(), at) {
            paint::finding_mark(&painter, rect.shrink2(vec2(0.0, 1.0)), p, severity == Severity::Error);
        }
        if self.selected.as_ref().is_some_and(|block| block.covers(place, span.info.key)) {
            painter.rect_filled(rect, 0.0, crate::app::style::faded(p.accent, tint::CELLS));
        }
        let is_cut = self.view.grid.cut().is_some_and(|cut| cut.holds(row, span.info.key));
        if is_cut {
            paint::cut_mark(&painter, rect, p);
        }
        let meaning = span.info.when_empty.map(|key| self.view.words.text(key));
        let meaning = meaning.or(crossing.and_then(|crossing| crossing.note.as_deref())).filter(|_| text.is_empty());
        let ink = if span.info.is_derived() || meaning.is_some() || is_cut { p.muted } else { p.ink };
        paint::cell_text(&painter, rect, span.info.kind, meaning.unwrap_or(&text), ink);
        let Some(crossing) = crossing else { return self.name(ui, at, rect, span, &text) };
        if crossing.is_proposed {
            paint::proposal(&painter, rect, p);
            let state = self.view.words.text("crossed-proposed");
            return self.name(ui, at, rect, span, &format!("{text}, {state}"));
        }
        self.name(ui, at, rect, span, meaning.unwrap_or(&text));
    }

    /// A draft, as typed.
    fn draft(&self, ui: &Ui, at: CellPos, rect: Rect, span: &ColumnSpan, draft: &str) {
        let p = palette(ui);
        let painter = ui.painter().with_clip_rect(self.layout.clip_of(span.is_still));
        paint::finding_mark(&painter, rect.shrink2(vec2(0.0, 1.0)), p, true);
        if self.view.grid.cut().is_some_and(|cut| cut.holds(at.0, at.1)) {
            paint::cut_mark(&painter, rect, p);
        }
        paint::cell_text(&painter, rect, Kind::Text, draft, p.error);
        self.name(ui, at, rect, span, draft);
    }

    /// Names the cell for screen readers, if one is running.
    fn name(&self, ui: &Ui, at: CellPos, rect: Rect, span: &ColumnSpan, text: &str) {
        let visible = rect.intersect(self.layout.clip_of(span.is_still));
        spoken::cell(ui, self.view.session, self.id, (self.view.grid.table(), at), visible, text);
    }

    fn finding_at(&self, pos: egui::Pos2) -> Option<&Finding> {
        self.view.session.finding_of(self.view.grid.table(), self.layout.cell_at(pos)?)
    }

    fn pointer(&self, ui: &Ui, response: &egui::Response, out: &mut Vec<GridCommand>) {
        let (pressed, shift) = ui.input(|i| (i.pointer.button_pressed(PointerButton::Primary), i.modifiers.shift));
        let Some(pos) = response.interact_pointer_pos() else { return };
        if response.double_clicked() {
            if let Some((row, column)) = self.layout.cell_at(pos) {
                out.push(GridCommand::Edit(row, column, EditorPlace::Grid));
            }
            return;
        }
        if response.secondary_clicked() {
            // The menu is about the row under the pointer, or about the selection that it is in.
            if let Some((row, column)) = self.layout.cell_at(pos)
                && !self.is_selected(pos)
            {
                out.push(GridCommand::Select(row, column));
            }
            return;
        }
        // On press, as in a spreadsheet, and only then: by its release the grid may have scrolled. Press and
        // release may come within one frame.
        if pressed && (response.is_pointer_button_down_on() || response.clicked()) {
            self.press(pos, shift, out);
        } else if response.dragged()
            && self.view.grid.editor().is_none()
            && let Some((row, column)) = self.layout.nearest(pos)
            && self.view.grid.selection().map(|selection| selection.corner) != Some((row, column))
        {
            out.push(GridCommand::Extend(row, column));
        }
    }

    /// Whether the cell at a point belongs to the selection.
    fn is_selected(&self, pos: egui::Pos2) -> bool {
        let Some((row, column)) = self.layout.cell_at(pos) else { return false };
        let place = self.view.arrangement.place(row);
        let covers = |block: &CellBlock| place.is_some_and(|place| block.covers(place, column));
        self.view.grid.cursor() == Some((row, column)) || self.selected.as_ref().is_some_and(covers)
    }

    fn press(&self, pos: egui::Pos2, shift: bool, out: &mut Vec<GridCommand>) {
        if self.layout.is_gutter(pos) {
            let (Some(row), Some(first)) = (self.layout.row_at(pos), self.layout.columns().last()) else { return };
            let column = first.info.key;
            out.push(if shift { GridCommand::Extend(row, column) } else { GridCommand::Select(row, column) });
            out.push(GridCommand::Reach(Extent::Rows));
            return;
        }
        let Some((row, column)) = self.layout.cell_at(pos) else { return };
        if shift {
            out.push(GridCommand::Extend(row, column));
        } else if self.view.grid.cursor() != Some((row, column))
            || self.selected.is_some()
            || self.view.grid.editor().is_some()
            || !self.view.has_keyboard
        {
            out.push(GridCommand::Select(row, column));
        }
    }
}
