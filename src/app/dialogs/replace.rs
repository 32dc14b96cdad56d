//! Find and replace.

use egui::Ui;

use crate::app::command::{Command, Outbox};
use crate::app::grid::{GridCommand, Replace};
use crate::app::state::State;
use crate::app::style::muted;
use crate::domain::message::Message;
use crate::domain::schema::TableId;

use super::{Dialog, answers, line, title};

/// A replacement being put together, and what it comes to.
#[derive(Clone, Debug)]
pub struct Draft {
    /// In which table.
    pub table: TableId,
    /// What is replaced by what.
    pub replace: Replace,
    /// Cells that change, and cells that can not.
    pub outcome: (usize, usize),
}

/// Shows it.
pub fn show(ui: &mut Ui, state: &State, draft: &Draft, out: &mut Outbox) {
    let words = state.words();
    title(ui, words.text("replace-heading"));
    let mut replace = draft.replace.clone();
    ui.label(words.text("replace-find"));
    line(ui, &mut replace.find, words.text("replace-find"), "");
    ui.label(words.text("replace-with"));
    line(ui, &mut replace.with, words.text("replace-with"), "");
    let (cells, misfits) = draft.outcome;
    let text = Message::new("replace-count").count("cells", cells).count("misfits", misfits);
    ui.label(muted(ui, words.say(&text)));
    if replace != draft.replace {
        let outcome = state.replacements(draft.table, &replace);
        out.push(Command::Ask(Dialog::Replace(Draft { table: draft.table, replace: replace.clone(), outcome })));
    }
    let go = (cells > 0).then_some(Command::Grid(draft.table, GridCommand::Replace(replace)));
    answers(ui, state, vec![("replace-all", go)], out);
}
