//! Counts that keep what they count: a number on screen opens its rows (rule C12).

use crate::domain::id::RowId;

/// Records that are counted, each once; the number is how many there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Which ones, in the table's order.
    pub rows: Vec<RowId>,
}

impl Count {
    /// The number.
    pub const fn n(&self) -> usize {
        self.rows.len()
    }

    /// Counts one more.
    pub(super) fn add(&mut self, row: RowId) {
        self.rows.push(row);
    }
}

/// A measure summed over records: children of cases, people at sessions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Total {
    /// The sum.
    pub total: u64,
    /// Records that it comes from, those that bring 0 included, in the table's order.
    pub rows: Vec<RowId>,
}

impl Total {
    /// Adds what one record brings.
    pub(super) fn add(&mut self, row: RowId, amount: u32) {
        self.total += u64::from(amount);
        self.rows.push(row);
    }
}
