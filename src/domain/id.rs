//! Identity of rows and cells, and the codes people read.
//!
//! Owns how an identity is made from a random number. Never draws one itself:
//! randomness is handed in by `app` or `cli`, so that everything below is reproducible.
//! Positions on screen are no identity and have no type here.

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

/// One cell of one record: where a value lives, whatever is sorted, filtered or hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CellRef {
    /// The table of the record.
    pub table: TableId,
    /// The record.
    pub row: RowId,
    /// The column's key.
    pub column: ColumnKey,
}

/// Letters and digits that are not mistaken for one another when read out in a call.
const CODE_ALPHABET: &[u8; 30] = b"ABCDEFGHJKMNPQRSTVWXYZ23456789";

/// A case's code (`R-7KQ4M`): random, so that it says nothing of the woman, her order or her date.
pub fn case_code(mut random: u64) -> String {
    let mut code = String::from("R-");
    for _ in 0..5 {
        let letters = CODE_ALPHABET.len() as u64;
        code.push(CODE_ALPHABET[(random % letters) as usize] as char);
        random /= letters;
    }
    code
}

/// Whether what follows `R-` is shaped as in a case's code, capitals or not.
pub(super) fn is_after_case_prefix(text: &str) -> bool {
    text.len() == 5 && text.bytes().all(|letter| CODE_ALPHABET.contains(&letter.to_ascii_uppercase()))
}
