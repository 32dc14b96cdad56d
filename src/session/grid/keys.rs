//! The key bindings of the grid and of the cell editor. None uses Ctrl+Alt, which is `AltGr` on
//! French keyboards.

use crate::session::key::{Key, Modifiers, Stroke};

use super::command::{Fill, GridCommand};
use super::editor::{CalendarStep, Editor, EditorPlace};
use super::selection::Extent;
use super::step::Direction;

/// The command of a key while no editor is open, if it has one. `page` is how many rows Page Down
/// moves.
pub fn in_grid(stroke: Stroke, page: isize) -> Option<GridCommand> {
    let Modifiers { ctrl, shift, alt } = stroke.modifiers;
    if alt {
        return (stroke.key == Key::Down && !ctrl).then_some(GridCommand::Open);
    }
    let direction = match (stroke.key, ctrl) {
        (Key::Up, true) => Direction::EdgeUp,
        (Key::Down, true) => Direction::EdgeDown,
        (Key::Left, true) => Direction::EdgeLeft,
        (Key::Right, true) => Direction::EdgeRight,
        (Key::Home, true) => Direction::FirstCell,
        (Key::End, true) => Direction::LastCell,
        (Key::Up, false) => Direction::Up,
        (Key::Down, false) => Direction::Down,
        (Key::Left, false) => Direction::Left,
        (Key::Right, false) => Direction::Right,
        (Key::Home, false) => Direction::Home,
        (Key::End, false) => Direction::End,
        (Key::PageUp, false) => Direction::Rows(-page),
        (Key::PageDown, false) => Direction::Rows(page),
        _ => return other(stroke.key, ctrl, shift),
    };
    Some(if shift { GridCommand::ExtendBy(direction) } else { GridCommand::Move(direction) })
}

fn other(key: Key, ctrl: bool, shift: bool) -> Option<GridCommand> {
    Some(match (key, ctrl, shift) {
        (Key::Function(2), false, false) => GridCommand::Open,
        (Key::Enter, false, false) => GridCommand::Commit(Direction::Down),
        (Key::Enter, false, true) => GridCommand::Commit(Direction::Up),
        (Key::Tab, false, false) => GridCommand::Commit(Direction::Right),
        (Key::Tab, false, true) => GridCommand::Commit(Direction::Left),
        (Key::Delete, false, false) => GridCommand::Clear,
        (Key::Backspace, false, false) => GridCommand::Back,
        (Key::Letter('A'), true, false) => GridCommand::Reach(Extent::All),
        (Key::Space, true, false) => GridCommand::Reach(Extent::Columns),
        (Key::Space, false, true) => GridCommand::Reach(Extent::Rows),
        (Key::Letter('D'), true, false) => GridCommand::Fill(Fill::Down),
        (Key::Letter('R'), true, false) => GridCommand::Fill(Fill::Right),
        (Key::Sign(';'), true, _) => GridCommand::Today,
        (Key::Escape, false, _) => GridCommand::Cancel,
        _ => return None,
    })
}

/// The command of a key while an editor is open; none if the key edits the text.
pub fn in_editor(stroke: Stroke, editor: &Editor) -> Option<GridCommand> {
    let Modifiers { ctrl, shift, alt } = stroke.modifiers;
    let entries = editor.entries();
    Some(match (stroke.key, ctrl, shift) {
        // As in spreadsheets. Shift+Enter does the same.
        (Key::Enter, false, false) if alt && editor.has_lines() => GridCommand::Input("\n".to_owned()),
        _ if alt => return None,
        (Key::Sign(';'), true, _) => GridCommand::Today,
        (Key::Enter, true, false) if editor.place == EditorPlace::Grid => GridCommand::CommitAll,
        (Key::Enter, false, false) => taken(editor, Direction::Down),
        (Key::Tab, false, false) => taken(editor, Direction::Right),
        (Key::Tab, false, true) => taken(editor, Direction::Left),
        (Key::Escape, false, _) => GridCommand::Cancel,
        (Key::Down, false, false) if entries > 0 => {
            GridCommand::Offer(Some(editor.offer.map_or(0, |at| (at + 1).min(entries - 1))))
        }
        (Key::Up, false, false) if entries > 0 => GridCommand::Offer(editor.offer.and_then(|at| at.checked_sub(1))),
        _ if editor.is_date() && stroke.modifiers == Modifiers::NONE => return in_calendar(stroke.key, editor),
        // As in spreadsheets, where a line has no use for them.
        (Key::Down, false, false) if editor.is_plain_line() => GridCommand::Commit(Direction::Down),
        (Key::Up, false, false) if editor.is_plain_line() => GridCommand::Commit(Direction::Up),
        _ => return None,
    })
}

/// The keys of the calendar that is open under a date: those that a line of text has no use for.
fn in_calendar(key: Key, editor: &Editor) -> Option<GridCommand> {
    let step = match key {
        Key::Up => CalendarStep::Days(-7),
        Key::Down => CalendarStep::Days(7),
        Key::Left if editor.is_in_calendar() => CalendarStep::Days(-1),
        Key::Right if editor.is_in_calendar() => CalendarStep::Days(1),
        Key::PageUp => CalendarStep::Months(-1),
        Key::PageDown => CalendarStep::Months(1),
        _ => return None,
    };
    Some(GridCommand::StepDay(step))
}

/// Commits the highlighted entry, or the typed text.
fn taken(editor: &Editor, then: Direction) -> GridCommand {
    match editor.offer {
        None => GridCommand::Commit(then),
        Some(at) => match editor.offers.get(at) {
            Some(offer) => GridCommand::Take(offer.value.clone(), then),
            None => GridCommand::Create(then),
        },
    }
}
