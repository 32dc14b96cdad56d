//! Actions on screen: their buttons and the names of their shortcuts.

use egui::{Response, Ui};

use crate::session::Session;
use crate::session::action::{find, word};
use crate::session::command::Outbox;
use crate::session::key::{Key, Stroke};
use crate::words::Words;

use super::style::palette;

/// Minimum window width for shortcuts on buttons: in less, they would cover the page's title.
const ROOM_FOR_SHORTCUTS: f32 = 1180.0;

/// How many letters of what is undone stand on its button; the menu has them all.
const LONGEST_LABEL: usize = 32;

/// The button of an action, greyed out while disabled; none where the action is not offered.
pub fn button(ui: &mut Ui, session: &Session, key: &str, out: &mut Outbox) {
    let Some(action) = find(key).filter(|action| action.is_offered(session)) else { return };
    let command = action.command(session);
    let mut text = session.words().text(&word(action)).to_owned();
    if key == "undo"
        && let Some(label) = session.undo_labels().next()
    {
        text = format!("{text} : {}", shortened(&session.words().say(label)));
    }
    let mut button = egui::Button::new(text).truncate();
    if let Some(shortcut) = action.shortcut
        && ui.ctx().content_rect().width() >= ROOM_FOR_SHORTCUTS
    {
        button = button.shortcut_text(shortcut_text(ui, shortcut, session.words()));
    }
    if ui.add_enabled(command.is_some(), button).clicked() {
        out.extend(command);
    }
}

/// The page's title and its other buttons have room beside it.
fn shortened(label: &str) -> String {
    match label.char_indices().nth(LONGEST_LABEL) {
        Some((end, _)) => format!("{}…", label.get(..end).unwrap_or_default().trim_end()),
        None => label.to_owned(),
    }
}

/// Whether an action makes sense now.
pub fn is_enabled(session: &Session, key: &str) -> bool {
    find(key).is_some_and(|action| action.command(session).is_some())
}

/// A button without the shortcut, where there is little room.
pub fn plain_button(ui: &mut Ui, session: &Session, key: &str, out: &mut Outbox) -> Response {
    let action = find(key);
    let command = action.and_then(|action| action.command(session));
    let text = action.map_or(String::new(), |action| session.words().text(&word(action)).to_owned());
    let response = ui.add_enabled(command.is_some(), egui::Button::new(text));
    if response.clicked() {
        out.extend(command);
    }
    response
}

fn shortcut_text(ui: &Ui, shortcut: Stroke, words: &Words) -> egui::RichText {
    let muted = super::style::colour(palette(ui).muted);
    egui::RichText::new(shortcut_name(shortcut, words)).color(muted).size(crate::theme::size::CAPTION)
}

/// The name of a shortcut in the language of the screen.
pub fn shortcut_name(shortcut: Stroke, words: &Words) -> String {
    let Stroke { modifiers, key } = shortcut;
    let ctrl = if cfg!(target_os = "macos") { "Cmd" } else { "Ctrl" };
    let key = match key {
        Key::Letter(letter) => letter.to_string(),
        Key::Sign('-') => words.text("key-minus").to_owned(),
        Key::Sign('+') => "Plus".to_owned(),
        Key::Sign(sign) => sign.to_string(),
        Key::Function(n) => format!("F{n}"),
        Key::Delete => words.text("key-delete").to_owned(),
        Key::PageUp => words.text("key-page-up").to_owned(),
        Key::PageDown => words.text("key-page-down").to_owned(),
        Key::Left => words.text("key-left").to_owned(),
        Key::Space => words.text("key-space").to_owned(),
        other => format!("{other:?}"),
    };
    let shift = modifiers.shift.then(|| words.text("key-shift"));
    [modifiers.ctrl.then_some(ctrl), modifiers.alt.then_some("Alt"), shift, Some(&key)]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join("+")
}
