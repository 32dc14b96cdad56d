//! What does not fit of a paste, before anything changes.

use egui::{Grid, Label, ScrollArea, Ui};

use crate::app::command::{Command, Outbox};
use crate::app::grid::{GridCommand, Paste};
use crate::app::state::State;
use crate::app::style::{colour, palette, strong};
use crate::domain::message::Message;
use crate::domain::schema::TableId;
use crate::theme::size;

use super::{answers, title};

/// How many misfits are listed; how many more there are is said.
const LISTED: usize = 200;

/// Shows it.
pub fn show(ui: &mut Ui, state: &State, table: TableId, paste: &Paste, out: &mut Outbox) {
    let words = state.words();
    title(ui, words.text("paste-title"));
    ui.label(words.say(&Message::new("paste-text").count("n", paste.misfits.len())));
    ScrollArea::vertical().max_height(300.0).show(ui, |ui| {
        Grid::new("misfits").num_columns(4).striped(true).spacing([16.0, 6.0]).show(ui, |ui| {
            for head in ["paste-line", "paste-column", "paste-typed", "paste-problem"] {
                ui.label(strong(words.text(head), size::CAPTION));
            }
            ui.end_row();
            for misfit in paste.misfits.iter().take(LISTED) {
                let column = misfit.column.map(|info| format!("col-{}-{}", table.key(), info.key.as_str()));
                ui.label(words.count(misfit.line));
                ui.label(column.as_deref().map_or("", |key| words.text(key)));
                ui.add(Label::new(&misfit.text).truncate());
                ui.label(egui::RichText::new(words.say(&misfit.problem)).color(colour(palette(ui).error)));
                ui.end_row();
            }
        });
    });
    if paste.misfits.len() > LISTED {
        ui.label(words.say(&Message::new("paste-more").count("n", paste.misfits.len() - LISTED)));
    }
    let anyway = Command::Grid(table, GridCommand::PasteAnyway(paste.clone()));
    answers(ui, state, vec![("paste-go", Some(anyway))], out);
}
