//! Identity of rows and cells.
//!
//! Owns how an identity is made from a random number. Never draws one: `app` or `cli` supplies it, so
//! that everything below is reproducible. Positions on screen are not identities and have no type here.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

use serde::{Deserialize, Serialize};

use super::schema::{ColumnKey, TableId};

/// Identity of a record: unique in the dataset and permanent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RowId(u64);

impl RowId {
    /// The identity of no record: the file refuses it.
    pub const NONE: Self = Self(0);

    /// Keeps 48 bits, so that the id stays short in the file.
    pub const fn from_random(random: u64) -> Self {
        Self((random & 0xFFFF_FFFF_FFFF) | 1)
    }

    /// The number written to the file.
    pub const fn value(self) -> u64 {
        self.0
    }
}

pub type RowMap<T> = HashMap<RowId, T, BuildHasherDefault<RowIdHasher>>;

pub type RowSet = HashSet<RowId, BuildHasherDefault<RowIdHasher>>;

/// Hashes a [`RowId`] only: it is already random, and tables of ten thousand records are indexed,
/// linked and sorted after every edit.
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
        // The lowest bit of an id is always set and the top sixteen never are. A hash map uses both
        // ends, so the middle of the product is rotated there.
        self.0 = n.wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(32);
    }
}

/// A cell of a record, independent of sorting, filtering and hidden columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CellRef {
    pub table: TableId,
    pub row: RowId,
    pub column: ColumnKey,
}
