//! The menu of a row: what it offers, and what of it needs the window.
//!
//! Its entries are actions of the table of actions; nothing is done here that is not done there.

use crate::domain::id::CellRef;
use crate::domain::message::Message;
use crate::domain::schema::TableId;

use super::Session;
use super::focus::Focus;
use super::grid::{Grid, Selection};
use super::key::Input;

/// Its entries by the keys of their actions, in parts; those that can run are shown.
pub const ROW_MENU: [&[&str]; 4] = [
    &["cut", "copy", "copy-headers", "paste"],
    &["insert-row", "duplicate-row", "remove-row"],
    &["refer", "propose", "decide", "answer", "sign", "hand-over", "absorb"],
    &["card", "strike-cell", "strike-record"],
];

#[derive(Default)]
pub(super) struct RowMenu {
    /// A key asked for it, and it is to be opened.
    is_asked: bool,
    /// For where the clipboard is being read.
    pastes_at: Option<PastePlace>,
}

/// A document, the selection of its shown table, and the cell that is edited there.
type PastePlace = (u64, Option<(TableId, Option<Selection>, Option<CellRef>)>);

impl Session {
    /// Whether a key asked for the menu of the row under the cursor.
    pub const fn asks_row_menu(&self) -> bool {
        self.row_menu.is_asked
    }

    pub(super) const fn ask_row_menu(&mut self, is_asked: bool) {
        self.row_menu.is_asked = is_asked;
    }

    /// The clipboard will be read for the entry of a menu.
    pub(super) fn note_paste(&mut self) {
        self.row_menu.pastes_at = Some(self.paste_place());
    }

    fn paste_place(&self) -> PastePlace {
        let grid = self.shown_table().map(|table| self.grid(table));
        let place = |grid: &Grid| (grid.table(), grid.selection(), grid.editor().map(|editor| editor.cell));
        (self.opened, grid.map(place))
    }

    /// The clipboard was read for the entry of a menu, which has closed since. Its owner may have been slow: pasted only
    /// where it was asked for.
    pub fn paste_from_menu(&mut self, text: Option<String>) {
        let asked = self.row_menu.pastes_at.take();
        if asked != Some(self.paste_place()) || self.dialog.is_some() {
            return self.refuse(Message::new("paste-elsewhere"));
        }
        let Some(text) = text else { return self.refuse(Message::new("paste-nothing")) };
        self.has_popup = false;
        self.focus = if self.focus == Focus::Control { Focus::Page } else { self.focus };
        self.take(Input::Paste(text));
    }
}
