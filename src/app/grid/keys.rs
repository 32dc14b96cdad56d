//! Which key does what in a grid: one table, read by the view and by the tests.
//!
//! No Ctrl+Alt anywhere: on French keyboards it is AltGr.

use egui::{Key, Modifiers};

use super::state::{Direction, GridCommand};

/// Rows that Page Up and Page Down move by, when the view does not say better.
const PAGE: isize = 20;

/// What a key asks for while no editor is open; `None` where it is not the grid's.
pub fn moving(key: Key, modifiers: Modifiers, page: Option<isize>) -> Option<GridCommand> {
    let page = page.unwrap_or(PAGE);
    let direction = match (key, modifiers.command, modifiers.shift) {
        (Key::ArrowUp | Key::Home, true, _) => Direction::Top,
        (Key::ArrowDown | Key::End, true, _) => Direction::Bottom,
        (Key::ArrowLeft, true, _) | (Key::Home, false, _) => Direction::Home,
        (Key::ArrowRight, true, _) | (Key::End, false, _) => Direction::End,
        (Key::ArrowUp, ..) | (Key::Enter, false, true) => Direction::Up,
        (Key::ArrowDown, ..) | (Key::Enter, false, false) => Direction::Down,
        (Key::ArrowLeft, ..) | (Key::Tab, false, true) => Direction::Left,
        (Key::ArrowRight, ..) | (Key::Tab, false, false) => Direction::Right,
        (Key::PageUp, ..) => Direction::Rows(-page),
        (Key::PageDown, ..) => Direction::Rows(page),
        (Key::Delete | Key::Backspace, false, _) => return Some(GridCommand::Clear),
        _ => return None,
    };
    (!modifiers.alt).then_some(GridCommand::Move(direction))
}

/// What a key asks for while an editor is open; `None` where it is the text's.
pub fn editing(key: Key, modifiers: Modifiers, offers: usize, offer: Option<usize>) -> Option<GridCommand> {
    if modifiers.alt || modifiers.command {
        return None;
    }
    Some(match (key, modifiers.shift) {
        (Key::Enter, false) => GridCommand::Commit(Direction::Down),
        (Key::Tab, false) => GridCommand::Commit(Direction::Right),
        (Key::Tab, true) => GridCommand::Commit(Direction::Left),
        (Key::Escape, _) => GridCommand::Cancel,
        (Key::ArrowDown, false) if offers > 0 => {
            GridCommand::Offer(Some(offer.map_or(0, |at| (at + 1).min(offers - 1))))
        }
        (Key::ArrowUp, false) if offers > 0 => GridCommand::Offer(offer.and_then(|at| at.checked_sub(1))),
        _ => return None,
    })
}
