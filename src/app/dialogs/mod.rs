//! Dialogs, one at a time, over the page. Esc closes the dialog and nothing else; closing never
//! loses work.
//!
//! A dialog is named by its title, and has the window's focus inside from the beginning: on its first field, else on what
//! Enter gives.

mod about;
mod ask;
mod backups;
mod charts;
mod clashes;
mod figures;
mod filter;
mod form;
mod help;
mod lines;
mod operator;
mod palette;
mod paste;
mod path;
mod purge;
mod quick;
mod removed;
mod replace;
mod seal;
mod strike;
mod view;

use egui::accesskit::Node;
use egui::{Id, Modal, Response, ScrollArea, TextEdit, Ui, UiKind, WidgetText};

use crate::session::Session;
use crate::session::command::{Command, Outbox};
use crate::session::dialog::Dialog;
use crate::session::focus::Focus;

use super::field;
use super::style::{self, strong};

/// Height around a dialog that is as tall as the window: its frame, and a little of the page.
const AROUND: f32 = 64.0;

/// Shows the open dialog, if any.
pub fn show(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    let Some(dialog) = session.dialog() else { return };
    let frame = egui::Frame::window(ui.style());
    // An id per kind, so that one kind does not inherit the size of another.
    let id = Id::unique(("dialog", std::mem::discriminant(dialog)));
    let modal = Modal::new(id).frame(frame).show(ui.ctx(), |ui| {
        // With large text the window may be narrower.
        ui.set_width(width(dialog).min(ui.ctx().content_rect().width() - 64.0));
        // And lower: what does not fit scrolls.
        let room = ui.ctx().content_rect().height() - AROUND;
        let area = ScrollArea::vertical().id_salt("dialog").max_height(room).min_scrolled_height(room);
        area.auto_shrink([false, true]).show(ui, |ui| content(ui, session, dialog, out));
    });
    // A click beside it must not lose what was typed.
    let holds_work = !dialog.fields().is_empty() || matches!(dialog, Dialog::Paste { .. } | Dialog::Filter(_));
    if modal.should_close() && !holds_work {
        out.push(Command::Dismiss);
    }
}

fn content(ui: &mut Ui, session: &Session, dialog: &Dialog, out: &mut Outbox) {
    match dialog {
        Dialog::Path { purpose, path } => path::show(ui, session, *purpose, path.text(), out),
        Dialog::Question(question) => ask::show(ui, session, question, out),
        Dialog::Operator { .. } => operator::show(ui, session, out),
        Dialog::Paste { table, paste } => paste::show(ui, session, *table, paste, out),
        Dialog::Filter(draft) => filter::show(ui, session, draft, out),
        Dialog::Replace(draft) => replace::show(ui, session, draft.outcome, out),
        Dialog::View { .. } => view::show(ui, session, out),
        Dialog::Form(form) => form::show(ui, session, form, out),
        Dialog::Quick(quick) => quick::show(ui, session, quick, out),
        Dialog::Clashes => clashes::show(ui, session, out),
        Dialog::Backups(backups) => backups::show(ui, session, backups.as_deref().map(Vec::as_slice), out),
        Dialog::Removed(gone) => removed::show(ui, session, gone, out),
        Dialog::Unlock { path, why, .. } => {
            let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
            seal::unlock(ui, session, &name, why.as_ref(), out);
        }
        Dialog::Seal { passphrase, again } => {
            seal::seal(ui, session, (passphrase.text(), again.text()), out);
        }
        Dialog::Strike { .. } => strike::show(ui, session, out),
        Dialog::Purge { cases } => purge::show(ui, session, cases.len(), out),
        Dialog::Palette { at, .. } => palette::show(ui, session, *at, out),
        Dialog::Charts(export) => charts::show(ui, session, *export, out),
        Dialog::Figures { chart, table } => figures::show(ui, session, *chart, table, out),
        Dialog::Help(page) => help::show(ui, session, *page, out),
        Dialog::About => about::show(ui, session, out),
    }
}

const fn width(dialog: &Dialog) -> f32 {
    match dialog {
        Dialog::Charts(_) => 860.0,
        Dialog::Paste { .. } | Dialog::Figures { .. } | Dialog::Backups(_) | Dialog::Removed(_) | Dialog::Clashes => {
            760.0
        }
        Dialog::Quick(_) => 720.0,
        Dialog::Question(question) if question.answers.len() > 2 => 600.0,
        Dialog::Form(_)
        | Dialog::Seal { .. }
        | Dialog::Unlock { .. }
        | Dialog::Purge { .. }
        | Dialog::Palette { .. }
        | Dialog::Help(_)
        | Dialog::About
        | Dialog::Path { .. } => 560.0,
        _ => 440.0,
    }
}

/// The title, which names the dialog.
fn title(ui: &mut Ui, text: &str) {
    ui.label(strong(text, crate::theme::size::CHART_TITLE));
    name(ui, text);
    ui.add_space(4.0);
}

/// Names the dialog where it shows no title.
fn name(ui: &Ui, text: &str) {
    tell(ui, |node| {
        node.set_label(text);
        node.set_modal();
    });
}

/// What the dialog says first; a screen reader says it with the title.
fn text(ui: &mut Ui, text: impl Into<WidgetText>) -> Response {
    let text = text.into();
    tell(ui, |node| node.set_description(text.text()));
    ui.label(text)
}

/// Sets what a screen reader hears of the dialog.
fn tell(ui: &Ui, set: impl FnOnce(&mut Node)) {
    if let Some(modal) = ui.stack().iter().find(|part| part.kind() == Some(UiKind::Modal)) {
        ui.ctx().accesskit_node_builder(modal.unique_id, set);
    }
}

/// Whether the dialog has the keyboard as a whole, and the window's focus is nowhere.
fn is_without_focus(ui: &Ui, session: &Session) -> bool {
    session.focus() == Focus::Page && ui.memory(|memory| memory.focused().is_none())
}

/// The id of the nth text field of the open dialog.
pub fn field_id(place: usize) -> Id {
    Id::unique(("dialog-field", place))
}

/// The nth text field of the open dialog.
fn line(ui: &mut Ui, session: &Session, place: usize, name: &str, hint: &str, out: &mut Outbox) {
    let fields = session.dialog().map(Dialog::fields).unwrap_or_default();
    let Some(line) = fields.get(place) else { return };
    let keyboard = (Focus::Field(place), session.focus());
    let response = field::show_focusable(ui, field_id(place), line, keyboard, out, |text| {
        let field = TextEdit::singleline(text).hint_text(hint.to_owned()).desired_width(f32::INFINITY);
        let field = field.password(session.dialog().is_some_and(Dialog::is_secret));
        field.margin(egui::Margin::symmetric(8, 6))
    });
    response.accessible_name(name);
}

/// The answers of the open dialog, at the bottom right; the first is the default, given by Enter.
fn answers(ui: &mut Ui, session: &Session, out: &mut Outbox) {
    let answers = session.answers();
    ui.add_space(12.0);
    let close = if answers.is_empty() { "close" } else { "cancel" };
    let is_without_focus = is_without_focus(ui, session);
    let has_answers = !answers.is_empty();
    let dismisses = answers.iter().any(|(_, command)| matches!(command, Some(Command::Dismiss)));
    let row = egui::vec2(ui.available_width(), ui.spacing().interact_size.y);
    ui.allocate_ui_with_layout(row, egui::Layout::right_to_left(egui::Align::Center), |ui| {
        for (place, (word, command)) in answers.into_iter().enumerate() {
            let text = session.words().text(word);
            let button = if place == 0 { style::primary(ui, text) } else { egui::Button::new(text) };
            let response = ui.add_enabled(command.is_some(), button);
            if place == 0 && command.is_some() && is_without_focus {
                response.request_focus();
            }
            if place == 0 && session.focus() == Focus::Control {
                style::focus_ring(ui, &response);
            }
            if response.clicked() {
                out.push(Command::Answer(place));
            }
        }
        if dismisses {
            return;
        }
        let close = ui.button(session.words().text(close));
        if !has_answers && is_without_focus {
            close.request_focus();
        }
        if close.clicked() {
            out.push(Command::Dismiss);
        }
    });
}
