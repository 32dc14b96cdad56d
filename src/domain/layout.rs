//! How somebody laid out the columns of a table on this machine: names and widths of columns, never a value.
//!
//! Plain data for the settings. Columns go by their names, so that one which a version does not know does not
//! make the settings unreadable.

use serde::{Deserialize, Serialize};

/// The columns of one table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TableLayout {
    pub table: String,
    /// The set that was shown last; the usual one if empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub shown: String,
    /// The sets that are not as they were at first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sets: Vec<SetLayout>,
    /// In points.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub widths: Vec<(String, u16)>,
}

/// The columns of one set.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SetLayout {
    pub set: String,
    /// The shown columns, in their order.
    pub shown: Vec<String>,
    /// How many of them do not scroll.
    pub frozen: usize,
}
