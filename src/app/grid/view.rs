//! A grid on screen: paints what is in sight, turns input into commands.
//!
//! Reads the dataset through the lens and changes nothing. Only the rows and columns in sight
//! are read, so a frame costs the same with ten rows or a hundred thousand.

use egui::{Event, Id, PointerButton, Pos2, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::style::{colour, palette};
use crate::app::texts::Texts;
use crate::domain::check::Severity;
use crate::domain::id::{CellRef, RowId};
use crate::domain::lens::Lens;
use crate::domain::schema::{ColumnKey, Kind};
use crate::words::Words;

use super::arrange::Arrangement;
use super::paint::{self, GUTTER, HEADER, ROW, Span};
use super::state::{Grid, GridCommand};
use super::{editor, header, keys};

/// What a grid needs to be shown.
pub struct GridView<'a> {
    /// Its state.
    pub grid: &'a Grid,
    /// Its rows.
    pub arrangement: &'a Arrangement,
    /// The dataset.
    pub lens: Lens<'a>,
    /// The words.
    pub words: &'a Words,
    /// Texts of cells, kept while nothing changes.
    pub texts: &'a Texts,
    /// What the checks say of a cell.
    pub finding: &'a dyn Fn(CellRef) -> Option<Severity>,
    /// Whether keys are for the page: no dialog and no menu is open.
    pub takes_keys: bool,
}

/// Shows a grid in the space that is left.
pub fn show(ui: &mut Ui, view: &GridView, out: &mut Vec<GridCommand>) {
    let p = palette(ui);
    let rect = ui.available_rect_before_wrap();
    let id = Id::unique(("grid", view.grid.table()));
    ui.painter().rect_filled(rect, 0.0, colour(p.surface));
    let columns = spans(view);
    let frozen = columns.first().map_or(0.0, |first| first.width) + GUTTER;

    let body = Rect::from_min_max(rect.min + vec2(0.0, HEADER), rect.max);
    let mut body_ui = ui.new_child(egui::UiBuilder::new().max_rect(body).id_salt(("body", view.grid.table())));
    let scrolled = ScrollArea::both().id_salt(view.grid.table()).auto_shrink(false).animated(false).show_viewport(
        &mut body_ui,
        |ui, viewport| {
            let size =
                vec2(columns.last().map_or(0.0, |last| last.left + last.width), view.arrangement.len() as f32 * ROW);
            ui.set_min_size(size);
            let sheet = Sheet { view, columns: &columns, origin: ui.min_rect().min, clip: ui.clip_rect(), frozen, id };
            sheet.show(ui, viewport, out);
        },
    );
    let origin = pos2(rect.left() - scrolled.state.clamped_offset().x, rect.top());
    header::show(ui, view, &columns, Rect::from_min_max(rect.min, pos2(body.right(), body.top())), origin, frozen, out);
    ui.advance_cursor_after_rect(rect);
}

/// Every column's place, in the order of the schema.
fn spans(view: &GridView) -> Vec<Span> {
    let grid = view.grid;
    let mut left = GUTTER;
    let mut spans = Vec::new();
    for info in grid.table().columns() {
        let width = grid.width(info.key).unwrap_or_else(|| {
            let header = format!("col-{}-{}", grid.table().key(), info.key.as_str());
            paint::default_width(info, view.words.text(&header))
        });
        spans.push(Span { info, left, width });
        left += width;
        if spans.len() == 1 && grid.subset().is_some() {
            left += paint::WHY;
        }
    }
    spans
}

/// The body of a grid in one frame.
struct Sheet<'a> {
    view: &'a GridView<'a>,
    columns: &'a [Span],
    /// Where the first row's number stands, scrolled.
    origin: Pos2,
    clip: Rect,
    /// Width of the row numbers and the first column, which do not scroll sideways.
    frozen: f32,
    id: Id,
}

impl Sheet<'_> {
    fn show(&self, ui: &mut Ui, viewport: Rect, out: &mut Vec<GridCommand>) {
        let response = ui.interact(self.clip, self.id, Sense::click());
        let has_keyboard = self.take_focus(ui);
        let first = (viewport.top() / ROW).floor().max(0.0) as usize;
        let last = (viewport.bottom() / ROW).ceil().max(0.0) as usize;
        let hovered = response.hover_pos().and_then(|pos| self.hit(pos)).map(|(row, _)| row);
        for (place, row) in (first..last).zip(self.view.arrangement.slice(first..last)) {
            self.row(ui, place, *row, hovered == Some(*row));
        }
        if let Some((row, column)) = self.view.grid.cursor()
            && let Some(cell) = self.cell_rect(row, column)
        {
            self.follow(ui, cell, column);
            let painter = ui.painter().with_clip_rect(self.clip_of(column));
            paint::cursor_frame(&painter, cell, palette(ui), has_keyboard);
        }
        self.pointer(ui, &response, out);
        if let Some(open) = self.view.grid.editor() {
            if let Some(cell) = self.cell_rect(open.cell.row, open.cell.column) {
                editor::show(ui, self.view, open, cell.intersect(self.clip.expand(1.0)), out);
            }
        } else if has_keyboard {
            self.keys(ui, out);
        }
    }

    /// The grid has the keyboard unless something else was given it.
    fn take_focus(&self, ui: &Ui) -> bool {
        if !self.view.takes_keys || self.view.grid.editor().is_some() {
            ui.memory_mut(|memory| memory.surrender_focus(self.id));
            return false;
        }
        let focused = ui.memory(egui::Memory::focused);
        if focused.is_none() {
            ui.memory_mut(|memory| memory.request_focus(self.id));
        }
        let filter = egui::EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(self.id, filter));
        focused.is_none_or(|focused| focused == self.id)
    }

    fn row(&self, ui: &Ui, place: usize, row: RowId, is_hovered: bool) {
        let p = palette(ui);
        let top = self.origin.y + place as f32 * ROW;
        let band = Rect::from_min_max(pos2(self.clip.left(), top), pos2(self.clip.right(), top + ROW));
        let is_current = self.view.grid.cursor().is_some_and(|(current, _)| current == row);
        let fill = match (is_current, is_hovered) {
            (true, _) => p.selected,
            (false, true) => p.raised,
            (false, false) => p.surface,
        };
        ui.painter().rect_filled(band, 0.0, colour(fill));
        ui.painter().hline(band.x_range(), band.bottom() - 0.5, egui::Stroke::new(1.0, colour(p.hairline)));
        for span in self.columns.iter().skip(1) {
            self.cell(ui, row, span, top);
        }
        self.why(ui, row, top);
        // The first column and the row's number stand still: they are painted over what scrolls by.
        let still = Rect::from_min_size(band.min, vec2(self.frozen, ROW - 1.0));
        ui.painter().rect_filled(still, 0.0, colour(if is_current { p.selected } else { p.raised }));
        let gutter = Rect::from_min_size(band.min, vec2(GUTTER, ROW));
        paint::row_number(ui.painter(), gutter, place + 1, p);
        if let Some(first) = self.columns.first() {
            self.cell(ui, row, first, top);
        }
    }

    /// Why the row counts, beside its first column.
    fn why(&self, ui: &Ui, row: RowId, top: f32) {
        let (Some(reason), Some(first)) = (self.view.grid.reason(row), self.columns.first()) else { return };
        let text = self.view.words.say(reason);
        let left = self.origin.x + first.left + first.width;
        let rect = Rect::from_min_size(pos2(left, top), vec2(paint::WHY, ROW));
        let clip = self.clip.with_min_x(self.clip.left() + self.frozen);
        paint::cell_text(&ui.painter().with_clip_rect(clip), rect, Kind::Text, &text, palette(ui).accent);
        let visible = rect.intersect(clip);
        if visible.is_positive() {
            let response = ui.interact(visible, self.id.with((row, "why")), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, &text));
            response.on_hover_text(text);
        }
    }

    fn cell(&self, ui: &Ui, row: RowId, span: &Span, top: f32) {
        let rect = self.span_rect(span, top);
        if rect.right() < self.clip.left() || rect.left() > self.clip.right() {
            return;
        }
        let p = palette(ui);
        let cell = CellRef { table: self.view.grid.table(), row, column: span.info.key };
        let text = self.view.texts.of(cell, span.info.kind, &self.view.lens, self.view.words);
        let painter = ui.painter().with_clip_rect(self.clip_of(span.info.key));
        if let Some(severity) = (self.view.finding)(cell) {
            paint::finding_mark(&painter, rect.shrink2(vec2(0.0, 1.0)), p, severity == Severity::Error);
        }
        let meaning = span.info.when_empty.filter(|_| text.is_empty()).map(|key| self.view.words.text(key));
        let ink = if span.info.derived || meaning.is_some() { p.muted } else { p.ink };
        paint::cell_text(&painter, rect, span.info.kind, meaning.unwrap_or(&text), ink);
        self.name(ui, cell, rect, span, &text);
    }

    /// Gives the cell a name in the accessible tree, where someone reads that tree.
    fn name(&self, ui: &Ui, cell: CellRef, rect: Rect, span: &Span, text: &str) {
        if ui.ctx().accesskit_node_builder(self.id, |_| ()).is_none() {
            return;
        }
        let visible = rect.intersect(self.clip_of(span.info.key));
        if !visible.is_positive() {
            return;
        }
        let response = ui.interact(visible, self.id.with(cell), Sense::hover());
        let header = self.view.words.text(&header_key(cell)).to_owned();
        response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, format!("{header} : {text}")));
    }

    fn pointer(&self, ui: &Ui, response: &egui::Response, out: &mut Vec<GridCommand>) {
        let pressed = ui.input(|i| i.pointer.button_pressed(PointerButton::Primary));
        let Some((row, column)) = response.interact_pointer_pos().and_then(|pos| self.hit(pos)) else { return };
        if response.double_clicked() {
            out.push(GridCommand::Edit(row, column, None));
        } else if response.clicked() || (response.is_pointer_button_down_on() && pressed) {
            // On the press, as in a spreadsheet; a click may come whole within one frame.
            response.request_focus();
            if self.view.grid.cursor() != Some((row, column)) || self.view.grid.editor().is_some() {
                out.push(GridCommand::Select(row, column));
            }
        }
    }

    fn keys(&self, ui: &Ui, out: &mut Vec<GridCommand>) {
        let page = Some(((self.clip.height() / ROW) as isize - 1).max(1));
        let mut typed = String::new();
        for event in ui.input(|input| input.events.clone()) {
            match event {
                Event::Key { key: egui::Key::F2, pressed: true, .. } => self.edit(None, out),
                Event::Key { key: egui::Key::ArrowDown, pressed: true, modifiers, .. } if modifiers.alt => {
                    self.edit(None, out);
                }
                Event::Key { key, pressed: true, modifiers, .. } => out.extend(keys::moving(key, modifiers, page)),
                Event::Text(text) if !(typed.is_empty() && text.trim().is_empty()) => typed.push_str(&text),
                _ => {}
            }
        }
        if !typed.is_empty() {
            self.edit(Some(typed), out);
        }
    }

    fn edit(&self, text: Option<String>, out: &mut Vec<GridCommand>) {
        if let Some((row, column)) = self.view.grid.cursor() {
            out.push(GridCommand::Edit(row, column, text));
        }
    }

    /// Scrolls to the cell of the cursor, when it moved since the last frame.
    fn follow(&self, ui: &mut Ui, cell: Rect, column: ColumnKey) {
        let moves = self.view.grid.moves();
        let seen = ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or(self.id, 0_u64), moves));
        if seen != moves {
            let still = if self.is_first(column) { 0.0 } else { self.frozen };
            // Whoever moved the cursor goes on typing there.
            if self.view.takes_keys && self.view.grid.editor().is_none() {
                ui.memory_mut(|memory| memory.request_focus(self.id));
            }
            ui.scroll_to_rect(Rect::from_min_max(cell.min - vec2(still, 0.0), cell.max), None);
        }
    }

    fn is_first(&self, column: ColumnKey) -> bool {
        self.columns.first().is_some_and(|first| first.info.key == column)
    }

    fn span_rect(&self, span: &Span, top: f32) -> Rect {
        let left = if self.is_first(span.info.key) { self.clip.left() + GUTTER } else { self.origin.x + span.left };
        Rect::from_min_size(pos2(left, top), vec2(span.width, ROW))
    }

    /// Where a column may paint: not over the columns that stand still.
    fn clip_of(&self, column: ColumnKey) -> Rect {
        if self.is_first(column) {
            return self.clip;
        }
        self.clip.with_min_x(self.clip.left() + self.frozen)
    }

    fn cell_rect(&self, row: RowId, column: ColumnKey) -> Option<Rect> {
        let place = self.view.arrangement.place(row)?;
        let span = self.columns.iter().find(|span| span.info.key == column)?;
        Some(self.span_rect(span, self.origin.y + place as f32 * ROW))
    }

    fn hit(&self, pos: Pos2) -> Option<(RowId, ColumnKey)> {
        let place = ((pos.y - self.origin.y) / ROW).floor();
        if place < 0.0 {
            return None;
        }
        let row = *self.view.arrangement.slice(place as usize..place as usize + 1).first()?;
        let first = self.columns.first()?;
        if pos.x < self.clip.left() + self.frozen {
            return Some((row, first.info.key));
        }
        let x = pos.x - self.origin.x;
        let span = self.columns.iter().find(|span| (span.left..span.left + span.width).contains(&x))?;
        Some((row, span.info.key))
    }
}

fn header_key(cell: CellRef) -> String {
    format!("col-{}-{}", cell.table.key(), cell.column.as_str())
}
