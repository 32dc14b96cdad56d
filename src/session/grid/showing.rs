//! Which records a grid shows, and in which order, as it was asked for.
//!
//! Plain data: how it changes is in `ask`, which rows come of it in `arrange`.

use std::collections::HashMap;

use crate::domain::id::RowId;
use crate::domain::message::Message;
use crate::domain::schema::{ColumnKey, TableId};
use crate::domain::view::{Filter, SortOrder};

/// The rows that a figure counts, when the grid shows only those.
#[derive(Clone, Debug)]
pub struct Subset {
    /// What they are.
    pub title: Message,
    /// Each row, and why it counts.
    pub rows: HashMap<RowId, Message>,
    /// Rows of another table that the figure counts too.
    pub beside: Option<Box<(TableId, Self)>>,
}

/// Search, filters, sort and subset of a grid.
#[derive(Clone, Debug, Default)]
pub struct Showing {
    pub search: String,
    /// The columns sorted by, the first one first.
    pub sort: Vec<(ColumnKey, SortOrder)>,
    /// One a column at most.
    pub filters: Vec<Filter>,
    pub subset: Option<Subset>,
}

impl Showing {
    /// Whether nothing is left out.
    pub fn is_all(&self) -> bool {
        self.search.is_empty() && self.filters.is_empty() && self.subset.is_none()
    }
}
