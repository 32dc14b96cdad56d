//! To whom the open cases of an association that leaves go (rule C11).

use egui::{ScrollArea, Ui};

use crate::app::command::{Command, Outbox};
use crate::app::state::State;
use crate::domain::id::RowId;
use crate::domain::message::Message;
use crate::domain::schema::TableId;

use super::{Dialog, answers, title};

/// Shows it.
pub fn show(ui: &mut Ui, state: &State, from: RowId, to: Option<RowId>, out: &mut Outbox) {
    title(ui, state.words().text("hand-over-title"));
    let name = state.label_of(TableId::Associations, from);
    ui.label(state.words().say(&Message::new("hand-over-text").text("name", name)));
    if let Some(chosen) = choice(ui, state, TableId::Associations, from, to) {
        out.push(Command::Ask(Dialog::HandOver { from, to: Some(chosen) }));
    }
    answers(ui, state, vec![("hand-over-go", to.map(|to| Command::HandOver { from, to }))], out);
}

/// A list of the other records of a table, one of them chosen.
pub(super) fn choice(ui: &mut Ui, state: &State, table: TableId, except: RowId, chosen: Option<RowId>) -> Option<RowId> {
    let mut picked = None;
    ScrollArea::vertical().max_height(260.0).show(ui, |ui| {
        for row in state.dataset().table(table).ids().into_iter().filter(|row| *row != except) {
            if ui.radio(chosen == Some(row), state.label_of(table, row)).clicked() {
                picked = Some(row);
            }
        }
    });
    picked
}
