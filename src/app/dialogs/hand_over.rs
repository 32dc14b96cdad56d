//! Hands the open cases of a leaving association to another one (rule C11).

use egui::{ScrollArea, Ui};

use crate::app::style;
use crate::domain::id::RowId;
use crate::domain::message::Message;
use crate::domain::schema::TableId;
use crate::session::Session;
use crate::session::command::{Command, Outbox};
use crate::session::dialog::Dialog;

use super::{answers, text, title};

/// Height of the rest of the dialog.
const AROUND: f32 = 260.0;

pub fn show(ui: &mut Ui, session: &Session, from: RowId, to: Option<RowId>, out: &mut Outbox) {
    title(ui, session.words().text("hand-over-title"));
    let name = session.label_of(TableId::Associations, from);
    text(ui, session.words().say(&Message::new("hand-over-text").text("name", name)));
    if let Some(chosen) = choice(ui, session, TableId::Associations, from, to) {
        out.push(Command::Ask(Dialog::HandOver { from, to: Some(chosen) }));
    }
    answers(ui, session, out);
}

/// A list of the other records of a table, to choose one.
pub(super) fn choice(
    ui: &mut Ui,
    session: &Session,
    table: TableId,
    except: RowId,
    chosen: Option<RowId>,
) -> Option<RowId> {
    let mut picked = None;
    // With large text the window may be low: the buttons stay visible.
    let room = (ui.ctx().content_rect().height() - AROUND).clamp(60.0, 260.0);
    ScrollArea::vertical().max_height(room).show(ui, |ui| {
        style::plain_boxes(ui);
        for row in session.dataset().table(table).ids().into_iter().filter(|row| *row != except) {
            if ui.radio(chosen == Some(row), session.label_of(table, row)).clicked() {
                picked = Some(row);
            }
        }
    });
    picked
}
