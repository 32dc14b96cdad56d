//! What the actions of the table do where they can: the record, the columns or the choice that they are about.

use crate::chart::input::RowOrder;
use crate::domain::id::RowId;
use crate::domain::schema::{Audience, TableId};
use crate::edit::Strike;
use crate::words::Lang;

use super::Session;
use super::act::Act;
use super::command::{Command, Request};
use super::dialog::Dialog;
use super::grid::{COLUMN_ACTIONS, GridCommand};
use super::line::Line;
use super::page::Page;

pub(super) fn table(session: &Session) -> Option<TableId> {
    session.shown_table()
}

pub(super) fn can_seal(session: &Session) -> bool {
    session.is_open() && !session.is_read_only()
}

pub(super) fn seal_dialog() -> Command {
    Command::Ask(Dialog::Seal { passphrase: Line::default(), again: Line::default() })
}

pub(super) fn lock_after(session: &Session, minutes: u32) -> Option<Command> {
    session.outside().is_sealed.then_some(Command::Host(Request::LockAfter(minutes)))
}

pub(super) fn locks_after(session: &Session, minutes: u32) -> bool {
    session.outside().is_sealed && session.outside().lock_after == minutes
}

/// The table of the page, if rows can be added to it: the convention has exactly one.
pub(super) fn writable(session: &Session) -> Option<TableId> {
    let is_full = |table: TableId| table == TableId::Convention && !session.dataset().convention.is_empty();
    table(session).filter(|table| !is_full(*table) && !session.is_read_only())
}

pub(super) fn row(session: &Session) -> Option<(TableId, RowId)> {
    let table = writable(session)?;
    Some((table, session.cursor_row(table)?))
}

/// The table of the page, if its rows are its records: crossed, they are landlords; and all of them are seen.
pub(super) fn list(session: &Session) -> Option<TableId> {
    let is_list = |table: &TableId| session.grid(*table).sheet().crossed().is_none() && session.sees_whole(*table);
    table(session).filter(is_list)
}

/// The command of an act about the record under the cursor, if it is of that table.
pub(super) fn act(session: &Session, of: TableId, act: fn(RowId) -> Act) -> Option<Command> {
    let (_, row) = row(session).filter(|(table, _)| *table == of)?;
    session.can_act(act(row)).then(|| Command::Act(act(row)))
}

/// The command that strikes something out, at the cursor or where it is shown.
pub fn strike(session: &Session, strike: Strike) -> Option<Command> {
    let is_stored = match strike {
        Strike::Cell(cell) => cell.table.column(cell.column).is_some_and(|info| !info.is_derived()),
        Strike::Record(..) | Strike::Word(_) | Strike::Passage(_) | Strike::Cells(_) | Strike::Details(_) => true,
    };
    (is_stored && !session.is_read_only()).then_some(Command::AskStrike(strike))
}

/// The command of a column action, for the column of the cursor.
pub(super) fn column_action(session: &Session, key: &str) -> Option<Command> {
    let table = table(session)?;
    let (_, column) = session.grid(table).cursor()?;
    let (_, command) = COLUMN_ACTIONS.iter().find(|(known, _)| *known == key)?;
    Some(Command::Grid(table, command(column, session.grid(table).columns())?))
}

/// The next set of columns, after the last one the first; of commitments the other way to see them.
pub(super) fn next_columns(session: &Session) -> Option<Command> {
    let table = table(session)?;
    if table == TableId::Commitments {
        return Some(Command::Crossed(!session.shows_crossed()));
    }
    let columns = session.grid(table).columns();
    let count = columns.sets().count();
    let next = columns.chosen().map_or(0, |set| (set + 1) % count);
    (count > 1).then_some(Command::Grid(table, GridCommand::Columns(next)))
}

/// A command on the selected cells, or on the text of the open editor.
pub(super) fn on_cells(session: &Session, command: GridCommand) -> Option<Command> {
    let table = table(session)?;
    session.grid(table).cursor()?;
    let command = match command {
        GridCommand::Copy if session.grid(table).editor().is_some() => GridCommand::CopyText,
        GridCommand::Cut if session.grid(table).editor().is_some() => GridCommand::CutText,
        other => other,
    };
    Some(Command::Grid(table, command))
}

pub(super) fn order(session: &Session, order: RowOrder) -> Option<Command> {
    is_at(session, Page::Dashboard).then_some(Command::ChartOrder(order))
}

/// The dashboard as of the committee before or after.
pub(super) fn committee(session: &Session, is_before: bool) -> Option<Command> {
    is_at(session, Page::Dashboard).then(|| session.other_committee(is_before))?.map(Command::AsOf)
}

pub(super) fn audience(session: &Session, audience: Audience) -> Option<Command> {
    is_at(session, Page::Dashboard).then_some(Command::ChartAudience(audience))
}

pub(super) fn go(session: &Session, page: Page) -> Option<Command> {
    (session.is_open() && session.shows(page)).then_some(Command::Go(page))
}

pub(super) fn is_at(session: &Session, page: Page) -> bool {
    session.is_open() && session.page() == page
}

pub(super) fn neighbour(session: &Session, step: isize) -> Option<Page> {
    session.is_open().then_some(())?;
    let pages: Vec<_> = session.pages().collect();
    let at = pages.iter().position(|page| *page == session.page())?;
    pages.get(at.checked_add_signed(step)?).copied()
}

pub(super) const fn other_language(session: &Session) -> Lang {
    match session.words().lang() {
        Lang::Fr => Lang::En,
        Lang::En => Lang::Fr,
    }
}

pub(super) fn scale(session: &Session, step: i32) -> Option<Command> {
    let scale = session.outside().appearance.scale.saturating_add_signed(step).clamp(80, 200);
    (scale != session.outside().appearance.scale).then_some(Command::Host(Request::Scale(scale)))
}

/// Asks the system to leave the window out of captures, or no longer. Some systems cannot.
pub(super) fn leave_out(session: &Session) -> Option<Command> {
    let can = session.has_committee_window() && session.outside().can_leave_out;
    can.then(|| Command::LeaveOut(!session.is_left_out()))
}
