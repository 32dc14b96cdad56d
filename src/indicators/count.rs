//! Counts that keep the rows they count: a number on screen opens its rows (rule C12).

use crate::domain::id::RowId;

/// Records counted once each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// In the table's order.
    pub rows: Vec<RowId>,
}

impl Count {
    pub const fn n(&self) -> usize {
        self.rows.len()
    }

    pub(super) fn add(&mut self, row: RowId) {
        self.rows.push(row);
    }
}

/// A sum over records: children of cases, people at sessions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Total {
    pub total: u64,
    /// The records summed, those that add 0 included, in the table's order.
    pub rows: Vec<RowId>,
}

impl Total {
    pub(super) fn add(&mut self, row: RowId, amount: u32) {
        self.total += u64::from(amount);
        self.rows.push(row);
    }
}
