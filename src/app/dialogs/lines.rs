//! A list of lines in a dialog: texts in columns, and buttons.

use egui::{Button, Label, ScrollArea, Ui};

/// Height of the rest of the dialog: title, answers, margins.
const AROUND: f32 = 220.0;
const LINE: f32 = 34.0;

/// Shows the lines that are in sight.
pub fn show<T>(ui: &mut Ui, items: &[T], mut line: impl FnMut(&mut Ui, &T)) {
    let room = (ui.ctx().content_rect().height() - AROUND).max(80.0);
    let area = ScrollArea::vertical().max_height(room).auto_shrink([false, true]);
    area.show_rows(ui, LINE, items.len(), |ui, shown| {
        for item in items.get(shown).unwrap_or_default() {
            ui.horizontal(|ui| {
                ui.set_height(LINE - ui.spacing().item_spacing.y);
                line(ui, item);
            });
        }
    });
}

/// A text in a column.
pub fn cell(ui: &mut Ui, width: f32, text: impl Into<String>) {
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    ui.allocate_ui_with_layout(egui::vec2(width, LINE - 8.0), layout, |ui| {
        ui.set_min_width(width);
        ui.add(Label::new(text.into()).truncate());
    });
}

/// A button; whether it was clicked.
pub fn button(ui: &mut Ui, text: &str, is_on: bool) -> bool {
    ui.add_enabled(is_on, Button::new(text)).clicked()
}
