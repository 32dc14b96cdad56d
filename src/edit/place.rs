//! Where the user is: a table, and what is selected in it.
//!
//! Plain data on identities, so that each step of undo keeps the place where it was made. Which
//! rows and columns a selection covers is worked out by the grid, which knows what is shown.

use crate::domain::id::RowId;
use crate::domain::schema::{ColumnKey, TableId};

/// A cell of a table that is known already.
pub type CellPos = (RowId, ColumnKey);

/// Where the user is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EditPlace {
    pub table: TableId,
    /// What is selected there; none where no row is shown.
    pub selection: Option<Selection>,
}

/// What is selected. As in spreadsheets the cell that is edited is the one where it began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    /// Where it began: the cell that is typed into.
    pub cursor: CellPos,
    /// The far corner, which Shift moves.
    pub corner: CellPos,
    /// How far it reaches.
    pub reach: Extent,
}

impl Selection {
    pub const fn at(cell: CellPos) -> Self {
        Self { cursor: cell, corner: cell, reach: Extent::Cells }
    }
}

/// How far a selection reaches beyond its corners.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// The rectangle between them.
    #[default]
    Cells,
    Rows,
    Columns,
    All,
}
