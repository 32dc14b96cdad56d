//! Records that were removed: listed, and brought back.

use std::sync::Arc;

use crate::domain::id::{CellRef, RowId};
use crate::domain::lens::{Lens, Links};
use crate::domain::message::Message;
use crate::domain::schema::TableId;
use crate::edit::{self, Edit, Removal};
use crate::exchange::show;

use super::Session;
use super::dialog::{Dialog, Gone};

/// How many removals are listed.
const MOST: usize = 200;

impl Session {
    /// Lists what was removed, the latest first.
    pub(super) fn ask_removed(&mut self) {
        let mut removals = edit::removals(self.dataset());
        removals.truncate(MOST);
        if removals.is_empty() {
            return self.notify(Message::new("removed-none"));
        }
        // They are named as they would be if all were there again.
        let all = removals.iter().map(|removal| removal.undoing(self.dataset())).collect();
        let there = edit::outcome(self.dataset(), &Edit::batch(all));
        let there = there.as_ref().unwrap_or_else(|| self.dataset());
        let links = Links::of(there);
        let lens = Lens::new(there, &links, self.today());
        let name = |table: TableId, row: RowId| {
            let message = Message::new("removed-named").term("kind", format!("table-{}-one", table.key()));
            self.words.say(&message.text("label", show::label(table, row, &lens, &self.words)))
        };
        let gone = removals.into_iter().map(|removal| {
            let mut records = removal.records.iter().map(|(table, row, _)| name(*table, *row));
            let what = records.next().unwrap_or_default();
            let more = records.count();
            Gone { what: self.words.say(&Message::new("removed-what").text("what", what).count("more", more)), removal }
        });
        let gone = Arc::new(gone.collect());
        self.ask(Dialog::Removed(gone));
    }

    /// Brings back what was removed together, and goes there.
    pub(super) fn bring_back(&mut self, removal: &Removal) {
        let edit = removal.undoing(self.dataset());
        if !self.apply(&edit) {
            return;
        }
        let first = removal.records.first().and_then(|(table, row, _)| {
            let column = table.columns().first()?.key;
            Some(CellRef { table: *table, row: *row, column })
        });
        if let Some(cell) = first {
            self.reveal(cell);
        }
        self.notify_unless_personal(Message::new("brought-back"));
    }
}
