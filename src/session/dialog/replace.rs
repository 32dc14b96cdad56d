//! Find and replace, while it is being put together.

use crate::domain::schema::TableId;
use crate::session::grid::Replace;
use crate::session::line::Line;

/// A replacement being typed, and what it comes to.
#[derive(Clone, Debug)]
pub struct ReplaceForm {
    /// In which table.
    pub table: TableId,
    /// What is looked for.
    pub find: Line,
    /// What takes its place.
    pub with: Line,
    /// How many cells change, and how many cannot take it.
    pub outcome: (usize, usize),
}

impl ReplaceForm {
    /// Nothing typed yet.
    pub fn new(table: TableId) -> Self {
        Self { table, find: Line::default(), with: Line::default(), outcome: (0, 0) }
    }

    /// What is replaced by what.
    pub fn replace(&self) -> Replace {
        Replace { find: self.find.text().to_owned(), with: self.with.text().to_owned() }
    }
}
