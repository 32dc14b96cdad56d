//! The pages: layout only. They read the session and push commands.

mod dashboard;
mod empty;
mod findings;
mod header;
mod list;
mod matching;
mod row_menu;
mod rows;
mod todo;
mod welcome;

use egui::Ui;

use crate::session::Session;
use crate::session::command::Outbox;
use crate::session::page::Page;

pub use list::id as list_id;

pub fn show(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    if !session.is_open() {
        welcome::show(ui, session, out);
        return;
    }
    match session.page() {
        Page::Dashboard => dashboard::show(ui, session, out),
        Page::Matching => matching::show(ui, session, out),
        Page::Todo => todo::show(ui, session, out),
        Page::Section(section) => rows::show(ui, session, section, out),
        Page::Findings => findings::show(ui, session, out),
    }
}
