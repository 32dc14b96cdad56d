//! Columns that are made rather than declared: a column once more for each record of another table, such as the
//! target for each period.
//!
//! They belong to no table, so nothing is ever stored under their keys. Like declared ones they last as long as the
//! process; there are as many as names were asked for.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use super::schema::{ColumnInfo, ColumnKey, Kind, TableId, Visibility, Written};

/// The column of a name, with the facts of a declared one, but computed if so asked; the same at each call.
pub fn column(name: &str, (table, like): (TableId, ColumnKey), is_derived: bool) -> &'static ColumnInfo {
    static MADE: Mutex<BTreeMap<&'static str, &'static ColumnInfo>> = Mutex::new(BTreeMap::new());
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = made.get(name) {
        return known;
    }
    let key: &'static str = Box::leak(name.to_owned().into_boxed_str());
    let like = table.column(like).copied().unwrap_or_else(|| ColumnInfo::new(like, Kind::Text, Visibility::Office));
    let written = if is_derived { Written::Never } else { like.written };
    let info: &'static ColumnInfo = Box::leak(Box::new(ColumnInfo { key: ColumnKey::new(key), written, ..like }));
    made.insert(key, info);
    info
}
