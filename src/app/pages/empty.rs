//! Where there is nothing to show: one sentence that says the next step, and a way to the page where it is taken.

use egui::Ui;

use crate::domain::message::Message;
use crate::domain::schema::TableId;
use crate::session::Session;
use crate::session::command::{Command, Outbox};
use crate::session::page::{Page, Section};

/// A sentence in the middle of the page, and where to go.
pub fn show(ui: &mut Ui, session: &Session, text: &str, to: &[Page], out: &mut Outbox) {
    ui.add_space(48.0);
    ui.vertical_centered(|ui| {
        ui.add(egui::Label::new(text).wrap());
        for page in to {
            go(ui, session, *page, out);
        }
    });
}

/// The button that leads to a page.
pub fn go(ui: &mut Ui, session: &Session, page: Page, out: &mut Outbox) {
    if session.shows(page) && ui.button(to(session, page.key())).clicked() {
        out.push(Command::Go(page));
    }
}

/// A table without a row to show: empty, or all of them hidden.
pub fn table(ui: &mut Ui, session: &Session, table: TableId, out: &mut Outbox) {
    let total = session.dataset().table(table).count();
    if total > 0 {
        let grid = session.grid(table);
        let is_search = grid.filters().is_empty() && grid.subset().is_none();
        let by = if is_search { "search" } else { "filters" };
        let text = Message::new("empty-search").count("total", total).text("by", by);
        return show(ui, session, &session.words().say(&text), &[], out);
    }
    let Some(first) = needed(session, table) else {
        let key = if session.is_read_only() { "empty-read-only" } else { "empty-table" };
        let text = session.words().say(&Message::new(key).text("kind", table.key()));
        return show(ui, session, &text, &[], out);
    };
    let word = format!("table-{}", first.key());
    let text = session.words().say(&Message::new("empty-needs").term("table", word.clone()));
    show(ui, session, &text, &[], out);
    ui.vertical_centered(|ui| {
        if ui.button(to(session, &word)).clicked() {
            out.push(Command::Tab(Section::of(first), first));
        }
    });
}

/// The table that has to have a record before this one can: its records have to name one.
fn needed(session: &Session, table: TableId) -> Option<TableId> {
    let named = table.columns().iter().filter(|info| info.required).filter_map(|info| info.kind.refers_to());
    named.into_iter().find(|named| session.dataset().table(*named).count() == 0)
}

fn to(session: &Session, word: &str) -> String {
    session.words().say(&Message::new("empty-go").term("page", word))
}
