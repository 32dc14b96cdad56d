//! The keys of the card: Space, Esc, and those that scroll it while the grid has the keyboard.
//!
//! All of them are the card's only where nothing is typed, no menu and no dialog is open.

use egui::{Event, Key, Modifiers};

use crate::app::command::{Command, Outbox};
use crate::app::grid;
use crate::app::pages::Page;
use crate::app::state::State;

/// Whether the space bar is the card's: it was pressed alone. With Shift or Ctrl it selects rows
/// or columns.
pub fn takes_space(ctx: &egui::Context, state: &State) -> bool {
    let is_plain = |event: &Event| match event {
        Event::Key { key: Key::Space, pressed: true, modifiers, .. } => modifiers.is_none(),
        _ => false,
    };
    grid_has_keyboard(ctx, state) && ctx.input(|input| input.events.iter().any(is_plain))
}

/// Closes the card on Esc, where Esc has nothing else to leave.
///
/// Asked before the views, so that a menu that Esc closes in this frame still counts as open.
pub fn take_escape(ctx: &egui::Context, state: &State, out: &mut Outbox) {
    let has_cut = |table| state.grid(table).cut().is_some();
    let is_of_grid = matches!(state.page(), Page::Section(section) if has_cut(state.table_of(section)));
    if state.shows_card()
        && !is_of_grid
        && grid_has_keyboard(ctx, state)
        && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
    {
        out.push(Command::Card(false));
    }
}

/// By how many pages Alt+Page Down and Alt+Page Up scroll it in this frame. Never with Ctrl: on
/// French keyboards Ctrl+Alt is AltGr.
pub fn take_pages(ctx: &egui::Context, state: &State) -> f32 {
    if state.dialog().is_some() || !grid_has_keyboard(ctx, state) {
        return 0.0;
    }
    let presses = |key| ctx.input_mut(|input| input.count_and_consume_key(Modifiers::ALT, key)) as f32;
    presses(Key::PageDown) - presses(Key::PageUp)
}

fn grid_has_keyboard(ctx: &egui::Context, state: &State) -> bool {
    let Page::Section(section) = state.page() else { return false };
    let table = state.table_of(section);
    let focused = ctx.memory(egui::Memory::focused);
    state.grid(table).editor().is_none()
        && focused.is_none_or(|focused| focused == grid::id(table))
        && !egui::Popup::is_any_open(ctx)
}
