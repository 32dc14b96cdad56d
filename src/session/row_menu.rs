//! The menu of a row: what it offers, and what of it needs the window.
//!
//! Its entries are actions of the table of actions; nothing is done here that is not done there.

use crate::domain::message::Message;

use super::Session;
use super::focus::Focus;
use super::key::Input;

/// Its entries by the keys of their actions, in parts; those that can run are shown.
pub const ROW_MENU: [&[&str]; 4] = [
    &["cut", "copy", "copy-headers", "paste"],
    &["insert-row", "duplicate-row", "remove-row"],
    &["refer", "propose", "answer", "sign", "hand-over", "absorb"],
    &["card", "strike-cell", "strike-record"],
];

#[derive(Default)]
pub(super) struct RowMenu {
    /// A key asked for it, and it is to be opened.
    is_asked: bool,
}

impl Session {
    /// Whether a key asked for the menu of the row under the cursor.
    pub const fn asks_row_menu(&self) -> bool {
        self.row_menu.is_asked
    }

    pub(super) const fn ask_row_menu(&mut self, is_asked: bool) {
        self.row_menu.is_asked = is_asked;
    }

    /// The clipboard was read for the entry of a menu, which has closed since.
    pub fn paste_from_menu(&mut self, text: Option<String>) {
        let Some(text) = text else { return self.refuse(Message::new("paste-nothing")) };
        self.has_popup = false;
        self.focus = if self.focus == Focus::Control { Focus::Page } else { self.focus };
        self.take(Input::Paste(text));
    }
}
