//! The form of find and replace.

use crate::domain::schema::TableId;
use crate::session::grid::Replace;
use crate::session::line::Line;

#[derive(Clone, Debug)]
pub struct ReplaceForm {
    pub table: TableId,
    pub find: Line,
    pub with: Line,
    /// How many cells would change, and how many would reject the new text.
    pub outcome: (usize, usize),
}

impl ReplaceForm {
    pub fn new(table: TableId) -> Self {
        Self { table, find: Line::default(), with: Line::default(), outcome: (0, 0) }
    }

    pub fn replace(&self) -> Replace {
        Replace { find: self.find.text().to_owned(), with: self.with.text().to_owned() }
    }
}
