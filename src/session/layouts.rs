//! How the columns of the tables are laid out: somebody's own, they outlive the document and, in the settings, the
//! window.

use std::collections::HashMap;

use crate::domain::layout::TableLayout;
use crate::domain::schema::TableId;

use super::Session;
use super::grid::{Columns, Grid};

/// A grid for every table, with its usual columns.
pub(super) fn first_grids() -> HashMap<TableId, Grid> {
    TableId::ALL.iter().map(|table| (*table, Grid::new(Columns::of(*table)))).collect()
}

impl Session {
    /// The grids of another document, with the columns of now.
    pub(super) fn renew_grids(&mut self) {
        for grid in self.grids.values_mut() {
            let mut columns = grid.columns().clone();
            // A named view is one of the document's.
            columns.leave_view();
            *grid = Grid::new(columns);
        }
    }

    /// Lays the columns out as the settings say.
    pub fn restore_columns(&mut self, kept: &[TableLayout]) {
        for layout in kept {
            if let Some(table) = TableId::ALL.iter().find(|table| table.key() == layout.table) {
                self.grids.insert(*table, Grid::new(Columns::restored(*table, layout)));
            }
        }
    }

    /// The columns for the settings, in the order of the tables.
    pub fn kept_columns(&self) -> Vec<TableLayout> {
        TableId::ALL.iter().filter_map(|table| self.grid(*table).columns().kept()).collect()
    }
}
