//! Cursor movement: one cell, a page, the edge of the data, the ends of the grid.

use crate::domain::schema::ColumnInfo;

use super::arrange::Arrangement;
use super::selection::CellPos;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Up,
    Down,
    Left,
    Right,
    /// Down, or up if negative.
    Rows(isize),
    EdgeUp,
    EdgeDown,
    EdgeLeft,
    EdgeRight,
    /// First column.
    Home,
    /// Last column.
    End,
    /// First row, first column.
    FirstCell,
    /// Last row, last column.
    LastCell,
    Stay,
}

/// The cell that a step leads to; `holds` tells whether a cell is filled.
pub fn step(
    from: CellPos,
    direction: Direction,
    arrangement: &Arrangement,
    shown: &[&'static ColumnInfo],
    holds: &dyn Fn(CellPos) -> bool,
) -> CellPos {
    let (row, column) = from;
    let last = shown.len().saturating_sub(1);
    let place = shown.iter().position(|info| info.key == column).unwrap_or(0);
    let column_at = |place: usize| shown.get(place.min(last)).map_or(column, |info| info.key);
    let first_row = arrangement.first().unwrap_or(row);
    let last_row = arrangement.last().unwrap_or(row);
    match direction {
        Direction::Stay => from,
        Direction::Up => (arrangement.offset(row, -1), column),
        Direction::Down => (arrangement.offset(row, 1), column),
        Direction::Rows(rows) => (arrangement.offset(row, rows), column),
        Direction::Left => (row, column_at(place.saturating_sub(1))),
        Direction::Right => (row, column_at(place + 1)),
        Direction::Home => (row, column_at(0)),
        Direction::End => (row, column_at(last)),
        Direction::FirstCell => (first_row, column_at(0)),
        Direction::LastCell => (last_row, column_at(last)),
        Direction::EdgeUp => edge(from, |(row, column)| (arrangement.offset(row, -1), column), holds),
        Direction::EdgeDown => edge(from, |(row, column)| (arrangement.offset(row, 1), column), holds),
        Direction::EdgeLeft => edge(from, |spot| beside(spot, shown, -1), holds),
        Direction::EdgeRight => edge(from, |spot| beside(spot, shown, 1), holds),
    }
}

fn beside((row, column): CellPos, shown: &[&'static ColumnInfo], by: isize) -> CellPos {
    let place = shown.iter().position(|info| info.key == column).and_then(|place| place.checked_add_signed(by));
    (row, place.and_then(|place| shown.get(place)).map_or(column, |info| info.key))
}

/// As in spreadsheets: to the last filled cell before a gap, else over the gap to the next filled
/// cell, else to the end.
fn edge(from: CellPos, next: impl Fn(CellPos) -> CellPos, holds: &dyn Fn(CellPos) -> bool) -> CellPos {
    let mut at = next(from);
    if at == from {
        return from;
    }
    let runs_on = holds(from) && holds(at);
    loop {
        let ahead = next(at);
        if ahead == at || (runs_on && !holds(ahead)) || (!runs_on && holds(at)) {
            return at;
        }
        at = ahead;
    }
}
