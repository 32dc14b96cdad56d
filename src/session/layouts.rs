//! How the columns of the tables are laid out: somebody's own, they outlive the document and, in the settings, the
//! window.

use crate::domain::layout::TableLayout;
use crate::domain::schema::{Audience, TableId};

use super::Session;
use super::grid::{Columns, Grid, Sheet};

impl Session {
    /// The grids of another document, with the columns of now.
    pub(super) fn renew_grids(&mut self) {
        for table in TableId::ALL {
            let mut columns = self.list_columns(*table).clone();
            // A named view is one of the document's.
            columns.leave_view();
            self.grids.insert(*table, Grid::of(Sheet::Records(*table, Audience::Office), columns));
        }
    }

    /// Lays the columns out as the settings say.
    pub fn restore_columns(&mut self, kept: &[TableLayout]) {
        for layout in kept {
            if let Some(table) = TableId::ALL.iter().find(|table| table.key() == layout.table) {
                let columns = Columns::restored(*table, layout);
                self.grids.insert(*table, Grid::of(Sheet::Records(*table, Audience::Office), columns));
            }
        }
    }

    /// The columns for the settings, in the order of the tables.
    pub fn kept_columns(&self) -> Vec<TableLayout> {
        TableId::ALL.iter().filter_map(|table| self.list_columns(*table).kept(*table)).collect()
    }
}
