//! Confirms that a landlord was absorbed by another one (rule C11).

use chrono::NaiveDate;
use egui::Ui;

use crate::app::command::{Command, Outbox};
use crate::app::state::State;
use crate::domain::id::RowId;
use crate::domain::message::Message;
use crate::domain::schema::TableId;

use super::{Dialog, answers, hand_over, title};

/// Shows it. The day is that of the landlord's record, or today: the table is where it is changed.
pub fn show(ui: &mut Ui, state: &State, landlord: RowId, successor: Option<RowId>, on: NaiveDate, out: &mut Outbox) {
    title(ui, state.words().text("absorb-title"));
    let name = state.label_of(TableId::Landlords, landlord);
    ui.label(state.words().say(&Message::new("absorb-text").text("name", name).date("date", on)));
    if let Some(chosen) = hand_over::choice(ui, state, TableId::Landlords, landlord, successor) {
        out.push(Command::Ask(Dialog::Absorb { landlord, successor: Some(chosen), on }));
    }
    let command = successor.map(|successor| Command::Absorb { landlord, successor, on });
    answers(ui, state, vec![("absorb-go", command)], out);
}
