//! Identity of rows and cells.
//!
//! Owns how an identity is made from a random number. Never draws one itself:
//! randomness is handed in by `app` or `cli`, so that everything below is reproducible.
//! Positions on screen are no identity and have no type here.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

use serde::{Deserialize, Serialize};

use super::schema::{ColumnKey, TableId};

/// Identity of one record, unique in the whole dataset, kept for life.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RowId(u64);

impl RowId {
    /// An id from a random number; 48 bits are kept, so that it stays short in the file.
    pub const fn from_random(random: u64) -> Self {
        Self((random & 0xFFFF_FFFF_FFFF) | 1)
    }

    /// The number as it stands in the file.
    pub const fn value(self) -> u64 {
        self.0
    }
}

/// Something for each of many records.
pub type RowMap<T> = HashMap<RowId, T, BuildHasherDefault<RowIdHasher>>;

/// Many records.
pub type RowSet = HashSet<RowId, BuildHasherDefault<RowIdHasher>>;

/// Hashes a [`RowId`] and nothing else: it is a random number already, and tables of ten thousand
/// are indexed, linked and arranged after every edit.
#[derive(Clone, Copy, Debug, Default)]
pub struct RowIdHasher(u64);

impl Hasher for RowIdHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64((self.0 << 8) | u64::from(*byte));
        }
    }

    fn write_u64(&mut self, n: u64) {
        // The lowest bit of an id is always set and the highest sixteen never are: a map looks at
        // both ends, so that the middle of the product is turned there.
        self.0 = n.wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(32);
    }
}

/// One cell of one record: where a value lives, whatever is sorted, filtered or hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CellRef {
    /// The table of the record.
    pub table: TableId,
    pub row: RowId,
    /// The column's key.
    pub column: ColumnKey,
}
