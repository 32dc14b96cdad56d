//! The palette: every action by its name, run with Enter.

use egui::{Key, ScrollArea, Ui, vec2};

use crate::app::action::{self, ACTIONS, Action};
use crate::app::command::{Command, Outbox};
use crate::app::state::State;
use crate::domain::fold::fold;

use super::{Dialog, line};

/// Shows it.
pub fn show(ui: &mut Ui, state: &State, search: &str, was_at: usize, out: &mut Outbox) {
    let words = state.words();
    let found: Vec<(&Action, Command)> = ACTIONS
        .iter()
        .filter(|action| action.key != "palette")
        .filter(|action| matches(words.text(&action::word(action)), search))
        .filter_map(|action| Some((action, (action.target)(state)?)))
        .collect();
    let last = found.len().saturating_sub(1);
    let mut at = was_at.min(last);
    ui.input_mut(|input| {
        if input.consume_key(egui::Modifiers::NONE, Key::ArrowDown) {
            at = (at + 1).min(last);
        }
        if input.consume_key(egui::Modifiers::NONE, Key::ArrowUp) {
            at = at.saturating_sub(1);
        }
    });
    let mut typed = search.to_owned();
    let hint = words.text("palette-hint");
    let mut run = line(ui, &mut typed, hint, hint).entered.then_some(at);
    ScrollArea::vertical().max_height(360.0).min_scrolled_height(360.0).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for (place, (action, _)) in found.iter().enumerate() {
            let mut button = egui::Button::selectable(place == at, words.text(&action::word(action)))
                .min_size(vec2(ui.available_width(), 30.0));
            if let Some(shortcut) = action.shortcut {
                button = button.shortcut_text(action::shortcut_name(ui.ctx(), shortcut, state.words()));
            }
            let response = ui.add(button);
            if place == at {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                run = Some(place);
            }
        }
        if found.is_empty() {
            ui.label(words.text("palette-none"));
        }
    });
    if let Some((_, command)) = run.and_then(|place| found.get(place)) {
        out.push(Command::Dismiss);
        out.push(command.clone());
    } else if typed != search {
        out.push(Command::Ask(Dialog::Palette { search: typed, at: 0 }));
    } else if at != was_at {
        out.push(Command::Ask(Dialog::Palette { search: typed, at }));
    }
}

fn matches(name: &str, search: &str) -> bool {
    let name = fold(name);
    fold(search).split_whitespace().all(|word| name.contains(word))
}
