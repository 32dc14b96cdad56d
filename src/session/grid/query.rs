//! Which records a grid shows, and in which order, as requested.
//!
//! Plain data: `ask` changes it, `arrange` works out the rows.

use std::collections::HashMap;

use crate::domain::id::RowId;
use crate::domain::message::Message;
use crate::domain::schema::{ColumnKey, TableId};
use crate::domain::view::{Filter, SortOrder};

/// The rows that a figure counts, for a grid that shows only those.
#[derive(Clone, Debug)]
pub struct Subset {
    pub title: Message,
    pub rows: HashMap<RowId, Message>,
    /// Rows of another table that the figure also counts.
    pub beside: Option<Box<(TableId, Self)>>,
}

#[derive(Clone, Debug, Default)]
pub struct RowQuery {
    pub search: String,
    /// The main sort key first.
    pub sort: Vec<(ColumnKey, SortOrder)>,
    /// At most one per column.
    pub filters: Vec<Filter>,
    pub subset: Option<Subset>,
}

impl RowQuery {
    /// Whether no row is left out.
    pub fn is_all(&self) -> bool {
        self.search.is_empty() && self.filters.is_empty() && self.subset.is_none()
    }
}
