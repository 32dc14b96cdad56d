//! The way back from a record to the place where its link was followed.

use crate::domain::schema::TableId;

use super::Session;
use super::focus::Focus;
use super::grid::Selection;
use super::page::Page;

/// How many places are remembered.
const PLACES: usize = 50;

/// Where the user was before following a link.
#[derive(Clone, Copy)]
pub(super) struct Visited {
    page: Page,
    table: Option<(TableId, Option<Selection>)>,
}

impl Session {
    /// Remembers where the user is, before a link is followed.
    pub(super) fn note_place(&mut self) {
        let table = self.shown_table().map(|table| (table, self.grid(table).selection()));
        self.visited.push(Visited { page: self.page, table });
        if self.visited.len() > PLACES {
            self.visited.remove(0);
        }
    }

    pub(super) const fn can_go_back(&self) -> bool {
        !self.visited.is_empty()
    }

    /// Goes back to where the last link was followed.
    pub(super) fn go_back(&mut self) {
        let Some(Visited { page, table }) = self.visited.pop() else { return };
        let Some((table, selection)) = table else {
            (self.page, self.focus) = (page, Focus::Page);
            return;
        };
        self.show_page_of(table);
        // Its record may have been removed since.
        let has = |row| self.dataset().table(table).contains(row);
        let selection = selection.filter(|selection| has(selection.cursor.0) && has(selection.corner.0));
        self.with_grid(table, |grid| {
            grid.limit(None);
            if let Some(selection) = selection {
                grid.set_selection(selection);
            }
        });
    }
}
