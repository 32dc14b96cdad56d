//! The way back from a record to the place where its link was followed.

use crate::domain::schema::TableId;

use super::Session;
use super::focus::Focus;
use super::grid::{RowQuery, Selection};
use super::page::Page;

/// How many places are remembered.
const PLACES: usize = 50;

/// Where the user was before following a link.
pub(super) struct Visited {
    page: Page,
    grid: Option<Left>,
}

/// A table as it was left.
struct Left {
    table: TableId,
    /// Of the commitments: whether they were crossed.
    is_crossed: bool,
    query: RowQuery,
    selection: Option<Selection>,
}

impl Session {
    /// Remembers where the user is, before a link is followed.
    pub(super) fn note_place(&mut self) {
        let left = |table| {
            let grid = self.grid(table);
            let is_crossed = grid.sheet().crossed().is_some();
            Left { table, is_crossed, query: grid.query().clone(), selection: grid.selection() }
        };
        self.visited.push(Visited { page: self.page, grid: self.shown_table().map(left) });
        if self.visited.len() > PLACES {
            self.visited.remove(0);
        }
    }

    pub(super) const fn can_go_back(&self) -> bool {
        !self.visited.is_empty()
    }

    /// Goes back to where the last link was followed: to the same rows, found and filtered as they were.
    pub(super) fn go_back(&mut self) {
        let Some(Visited { page, grid }) = self.visited.pop() else { return };
        let Some(Left { table, is_crossed, query, selection }) = grid else {
            (self.page, self.focus) = (page, Focus::Page);
            return;
        };
        if self.grid(table).sheet().crossed().is_some() != is_crossed {
            self.show_crossed(is_crossed);
        }
        self.show_page_of(table);
        self.with_grid(table, |grid| grid.ask_again(query));
        // Its record may have been removed since, or be shown no more.
        self.follow();
        let is_shown = |row| self.derived.arrangement(table).contains(row);
        let selection = selection.filter(|selection| is_shown(selection.cursor.0) && is_shown(selection.corner.0));
        if let Some(selection) = selection {
            self.with_grid(table, |grid| grid.set_selection(selection));
        }
    }
}
