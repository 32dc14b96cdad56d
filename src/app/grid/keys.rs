//! Which key does what in a grid: one table, read by the view and by the tests.
//!
//! No Ctrl+Alt anywhere: on French keyboards it is AltGr.

use egui::{Event, Key, Modifiers};

use super::command::{Direction, Fill, GridCommand};
use super::selection::Reach;

/// What a frame's events ask for, in their order: a slow frame may bring a whole entry at once,
/// and the next one. A page is so many rows; `is_typing` says whether an editor is open.
pub fn commands(events: &[Event], page: isize, mut is_typing: bool, out: &mut Vec<GridCommand>) {
    for event in events {
        match event {
            Event::Text(text) if is_typing || !text.trim().is_empty() => {
                out.push(GridCommand::Input(text.clone()));
                is_typing = true;
            }
            Event::Key { key, pressed: true, modifiers, .. } if is_typing => {
                if let Some(command) = editing(*key, *modifiers, 0, None) {
                    is_typing = matches!(command, GridCommand::Today);
                    out.push(command);
                }
            }
            Event::Key { key: Key::F2, pressed: true, .. } => {
                out.push(GridCommand::Open);
                is_typing = true;
            }
            Event::Key { key: Key::ArrowDown, pressed: true, modifiers, .. } if modifiers.alt => {
                out.push(GridCommand::Open);
                is_typing = true;
            }
            Event::Key { key, pressed: true, modifiers, .. } => out.extend(moving(*key, *modifiers, page)),
            Event::Copy if !is_typing => out.push(GridCommand::Copy(false)),
            Event::Cut if !is_typing => out.push(GridCommand::Cut),
            Event::Paste(text) if is_typing => out.push(GridCommand::Input(text.clone())),
            Event::Paste(text) => out.push(GridCommand::Paste(text.clone())),
            _ => {}
        }
    }
}

/// What a key asks for while no editor is open; `None` where it is not the grid's. A page is so
/// many rows.
pub fn moving(key: Key, modifiers: Modifiers, page: isize) -> Option<GridCommand> {
    if modifiers.alt {
        return None;
    }
    let (ctrl, shift) = (modifiers.command, modifiers.shift);
    let direction = match (key, ctrl) {
        (Key::ArrowUp, true) => Direction::EdgeUp,
        (Key::ArrowDown, true) => Direction::EdgeDown,
        (Key::ArrowLeft, true) => Direction::EdgeLeft,
        (Key::ArrowRight, true) => Direction::EdgeRight,
        (Key::Home, true) => Direction::FirstCell,
        (Key::End, true) => Direction::LastCell,
        (Key::ArrowUp, false) => Direction::Up,
        (Key::ArrowDown, false) => Direction::Down,
        (Key::ArrowLeft, false) => Direction::Left,
        (Key::ArrowRight, false) => Direction::Right,
        (Key::Home, false) => Direction::Home,
        (Key::End, false) => Direction::End,
        (Key::PageUp, false) => Direction::Rows(-page),
        (Key::PageDown, false) => Direction::Rows(page),
        _ => return other(key, ctrl, shift),
    };
    Some(GridCommand::Move(direction, shift))
}

fn other(key: Key, ctrl: bool, shift: bool) -> Option<GridCommand> {
    Some(match (key, ctrl, shift) {
        (Key::Enter, false, false) => GridCommand::Commit(Direction::Down),
        (Key::Enter, false, true) => GridCommand::Commit(Direction::Up),
        (Key::Tab, false, false) => GridCommand::Commit(Direction::Right),
        (Key::Tab, false, true) => GridCommand::Commit(Direction::Left),
        (Key::Delete | Key::Backspace, false, false) => GridCommand::Clear,
        (Key::A, true, false) => GridCommand::Reach(Reach::All),
        (Key::Space, true, false) => GridCommand::Reach(Reach::Columns),
        (Key::Space, false, true) => GridCommand::Reach(Reach::Rows),
        (Key::D, true, false) => GridCommand::Fill(Fill::Down),
        (Key::R, true, false) => GridCommand::Fill(Fill::Right),
        (Key::Semicolon, true, _) => GridCommand::Today,
        (Key::Escape, false, _) => GridCommand::Cancel,
        _ => return None,
    })
}

/// What a key asks for while an editor is open, with so many entries under it and the keyboard on
/// one of them; `None` where the key is the text's.
pub fn editing(key: Key, modifiers: Modifiers, entries: usize, entry: Option<usize>) -> Option<GridCommand> {
    if modifiers.command && !modifiers.alt && key == Key::Semicolon {
        return Some(GridCommand::Today);
    }
    if modifiers.alt || modifiers.command {
        return None;
    }
    Some(match (key, modifiers.shift) {
        (Key::Enter, false) => GridCommand::Commit(Direction::Down),
        (Key::Tab, false) => GridCommand::Commit(Direction::Right),
        (Key::Tab, true) => GridCommand::Commit(Direction::Left),
        (Key::Escape, _) => GridCommand::Cancel,
        (Key::ArrowDown, false) if entries > 0 => {
            GridCommand::Offer(Some(entry.map_or(0, |at| (at + 1).min(entries - 1))))
        }
        (Key::ArrowUp, false) if entries > 0 => GridCommand::Offer(entry.and_then(|at| at.checked_sub(1))),
        _ => return None,
    })
}
