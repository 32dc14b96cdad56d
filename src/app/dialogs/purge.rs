//! Shows what the purge of closed cases takes, and what it leaves.

use egui::{Label, Ui};

use crate::app::style::{muted, strong};
use crate::domain::message::Message;
use crate::domain::retention;
use crate::domain::schema::{Detail, TableId};
use crate::session::Session;
use crate::session::command::Outbox;
use crate::theme::size;
use crate::words::Words;

use super::{answers, text, title};

pub fn show(ui: &mut Ui, session: &Session, cases: usize, out: &mut Outbox) {
    let words = session.words();
    title(ui, words.text("purge-title"));
    let years = session.dataset().the_convention().retention();
    text(ui, words.say(&Message::new("purge-text").count("n", cases).count("years", years as usize)));
    heading(ui, words.text("purge-goes"));
    for table in retention::TABLES {
        let of = Message::new("purge-of").term("table", format!("table-{}", table.key()));
        ui.add(Label::new(words.say(&of.text("columns", columns(table, words)))).wrap());
    }
    ui.label(words.text("purge-goes-too"));
    heading(ui, words.text("purge-stays"));
    ui.label(words.text("purge-stays-text"));
    ui.add_space(4.0);
    ui.label(muted(ui, words.text("purge-final")));
    answers(ui, session, out);
}

fn heading(ui: &mut Ui, text: &str) {
    ui.add_space(4.0);
    ui.label(strong(text, size::BODY));
}

/// The columns of a table that go, with what of them stays.
fn columns(table: TableId, words: &Words) -> String {
    let name = |column| words.text(&table.column_word(column)).to_owned();
    let columns = table.columns().iter().filter_map(|info| {
        let message = match info.detail? {
            Detail::Whole => return Some(name(info.key)),
            Detail::ButFirst => Message::new("purge-but-first"),
            Detail::UnlessRehoused => Message::new("purge-unless-rehoused"),
        };
        Some(words.say(&message.text("column", name(info.key))))
    });
    columns.collect::<Vec<_>>().join(", ")
}
