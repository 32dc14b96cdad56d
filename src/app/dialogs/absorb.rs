//! Confirms that a landlord was absorbed by another one (rule C11).

use chrono::NaiveDate;
use egui::Ui;

use crate::domain::id::RowId;
use crate::domain::message::Message;
use crate::domain::schema::TableId;
use crate::session::Session;
use crate::session::command::{Command, Outbox};
use crate::session::dialog::Dialog;

use super::{answers, hand_over, text, title};

/// The date is shown only: it is that of the landlord's record, or today.
pub fn show(
    ui: &mut Ui,
    session: &Session,
    landlord: RowId,
    successor: Option<RowId>,
    on: NaiveDate,
    out: &mut Outbox,
) {
    title(ui, session.words().text("absorb-title"));
    let name = session.label_of(TableId::Landlords, landlord);
    text(ui, session.words().say(&Message::new("absorb-text").text("name", name).date("date", on)));
    if let Some(chosen) = hand_over::choice(ui, session, TableId::Landlords, landlord, successor) {
        out.push(Command::Ask(Dialog::Absorb { landlord, successor: Some(chosen), on }));
    }
    answers(ui, session, out);
}
