//! A table that is being filled, from a file or from records: each goes at once where it stays, so that there are
//! never two copies of all.

use std::fmt;
use std::sync::Arc;

use serde::Deserialize;
use serde::de::{Error as _, SeqAccess, Visitor};

use crate::domain::id::{RowId, RowMap};

/// Two records have the same identity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DuplicateId(pub RowId);

pub(super) struct Growing<R> {
    pub(super) rows: Vec<Arc<R>>,
    pub(super) places: RowMap<usize>,
}

impl<R> Growing<R> {
    pub(super) fn new() -> Self {
        Self { rows: Vec::new(), places: RowMap::default() }
    }

    pub(super) fn push(&mut self, id: RowId, row: R) -> Result<(), DuplicateId> {
        if self.places.insert(id, self.rows.len()).is_some() {
            return Err(DuplicateId(id));
        }
        self.rows.push(Arc::new(row));
        Ok(())
    }
}

/// Reads records, whose identity it is told how to find.
pub(super) struct RowsVisitor<R>(pub(super) fn(&R) -> RowId);

impl<'de, R: Deserialize<'de>> Visitor<'de> for RowsVisitor<R> {
    type Value = Growing<R>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("records")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut rows: A) -> Result<Growing<R>, A::Error> {
        let mut new = Growing::new();
        while let Some(row) = rows.next_element()? {
            new.push((self.0)(&row), row)
                .map_err(|DuplicateId(row)| A::Error::custom(format_args!("duplicate id {}", row.value())))?;
        }
        Ok(new)
    }
}
