//! The group of a breakdown that a case belongs to.

use crate::domain::id::RowId;

/// One group; `None` where nothing is noted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum GroupKey {
    Association(Option<RowId>),
    Departement(Option<&'static str>),
}
