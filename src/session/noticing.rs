//! Says at once that what was just written seems to contain personal data, and offers to strike it out.
//!
//! Only what is found anew is said: who knows already is not told at each change. The notice repeats no text, since the
//! screen may be shared.

use crate::domain::check::{self, Finding};
use crate::domain::id::CellRef;
use crate::domain::message::Message;
use crate::edit::{ChangedAt, Edit};

use super::Session;
use super::command::Command;
use super::outside::{Notice, NoticeKind};

/// The cells that an edit writes, and what was found there before.
pub(super) struct Written {
    cells: Vec<CellRef>,
    known: Vec<Finding>,
}

impl Session {
    /// What to know of the cells that an edit is about to write.
    pub(super) fn about_to_write(&self, edit: &Edit) -> Written {
        let cells: Vec<_> = ChangedAt::all(edit).into_iter().flat_map(cells_at).collect();
        Written { known: check::personal_in(self.document.dataset(), &cells), cells }
    }

    /// Says what is personal in what was written, if it was not there before.
    pub(super) fn say_personal(&mut self, written: &Written) {
        let found = check::personal_in(self.document.dataset(), &written.cells);
        let Some(finding) = found.into_iter().find(|finding| !written.known.contains(finding)) else { return };
        let message = Message::new("personal-found").text("said", self.words.say(&finding.message));
        self.notice = Some(Notice { message, kind: NoticeKind::Refused, personal: Some(finding) });
    }

    /// Says that something was done, unless there is something personal to say about it.
    pub(super) fn notify_unless_personal(&mut self, message: Message) {
        if self.noticed().is_none() {
            self.notify(message);
        }
    }

    /// The finding that the notice is about.
    pub(super) fn noticed(&self) -> Option<&Finding> {
        self.notice.as_ref()?.personal.as_ref()
    }

    /// The command that strikes out what the notice is about.
    pub(super) fn strike_noticed(&self) -> Option<Command> {
        self.noticed().cloned().map(Command::AskStrikeFound)
    }
}

/// A cell, or every text of a record.
fn cells_at(at: ChangedAt) -> Vec<CellRef> {
    let ChangedAt { table, row, column } = at;
    let columns = match column {
        Some(column) => vec![column],
        None => table.columns().iter().filter(|info| info.kind.is_text()).map(|info| info.key).collect(),
    };
    columns.into_iter().map(|column| CellRef { table, row, column }).collect()
}
