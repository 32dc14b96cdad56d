//! The cells that a selection covers: a rectangle, whole rows, whole columns, everything.
//!
//! Corners are identities, so that sort, filter and hidden columns never shift a selection onto
//! other cells. Positions on screen are only used while a rectangle is worked out.

use std::ops::Range;

use crate::domain::id::RowId;
use crate::domain::schema::{ColumnInfo, ColumnKey};

use super::arrange::Arrangement;

pub use crate::edit::{CellPos, Extent, Selection};

/// The shown rows and columns that a selection covers.
pub struct CellBlock<'a> {
    places: Range<usize>,
    rows: &'a [RowId],
    columns: &'a [&'static ColumnInfo],
}

impl Selection {
    /// None if its corners are not shown.
    pub fn block<'a>(&self, arrangement: &'a Arrangement, shown: &'a [&'static ColumnInfo]) -> Option<CellBlock<'a>> {
        let column = |key: ColumnKey| shown.iter().position(|info| info.key == key);
        let places = between(arrangement.place(self.cursor.0)?, arrangement.place(self.corner.0)?);
        let columns = between(column(self.cursor.1)?, column(self.corner.1)?);
        let (places, columns) = match self.reach {
            Extent::Cells => (places, columns),
            Extent::Rows => (places, 0..shown.len()),
            Extent::Columns => (0..arrangement.len(), columns),
            Extent::All => (0..arrangement.len(), 0..shown.len()),
        };
        Some(CellBlock { rows: arrangement.slice(places.clone()), places, columns: shown.get(columns)? })
    }
}

const fn between(a: usize, b: usize) -> Range<usize> {
    if a < b { a..b + 1 } else { b..a + 1 }
}

impl<'a> CellBlock<'a> {
    pub const fn rows(&self) -> &'a [RowId] {
        self.rows
    }

    /// Whether it covers a position on screen in a column. For painting only.
    pub fn covers(&self, place: usize, column: ColumnKey) -> bool {
        self.places.contains(&place) && self.columns.iter().any(|info| info.key == column)
    }

    pub const fn columns(&self) -> &'a [&'static ColumnInfo] {
        self.columns
    }

    /// Row by row.
    pub fn cells(&self) -> impl Iterator<Item = (RowId, &'static ColumnInfo)> {
        self.rows.iter().flat_map(|row| self.columns.iter().map(|info| (*row, *info)))
    }

    pub const fn is_one(&self) -> bool {
        self.rows.len() == 1 && self.columns.len() == 1
    }
}
