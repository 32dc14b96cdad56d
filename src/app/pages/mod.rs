//! The pages: what each shows of the session. Columns, toolbars, nothing clever; they read, and
//! push commands.

mod dashboard;
mod findings;
mod header;
mod rows;
mod welcome;

use egui::Ui;

use crate::session::Session;
use crate::session::command::Outbox;
use crate::session::page::Page;

/// Shows the current page.
pub fn show(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    if !session.is_open() {
        welcome::show(ui, session, out);
        return;
    }
    match session.page() {
        Page::Dashboard => dashboard::show(ui, session, out),
        Page::Section(section) => rows::show(ui, session, section, out),
        Page::Findings => findings::show(ui, session, out),
    }
}
