//! Where the user is: a table and the selection in it.
//!
//! Plain data based on identities, so that each undo step can keep it. The rows and columns a selection
//! covers depend on what is shown, and are resolved by the grid.

use crate::domain::id::RowId;
use crate::domain::schema::{ColumnKey, TableId};

/// A cell of a known table.
pub type CellPos = (RowId, ColumnKey);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EditPlace {
    pub table: TableId,
    /// None if no row is shown.
    pub selection: Option<Selection>,
}

/// A selection. As in spreadsheets, edits go to the cell where it was started.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    /// Where it was started: the active cell.
    pub cursor: CellPos,
    /// The opposite corner, which Shift moves.
    pub corner: CellPos,
    pub reach: Extent,
}

impl Selection {
    pub const fn at(cell: CellPos) -> Self {
        Self { cursor: cell, corner: cell, reach: Extent::Cells }
    }
}

/// How far a selection extends beyond its corners.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// The rectangle between the corners.
    #[default]
    Cells,
    Rows,
    Columns,
    All,
}
