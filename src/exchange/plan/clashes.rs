//! Values of one plan that cannot all be written: two for one stored cell, or a code that is taken.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::id::CellRef;
use crate::domain::lens::Lens;
use crate::domain::schema::{ColumnInfo, TableId};
use crate::domain::value::Value;

use super::naming::Goal;

/// What the plan writes so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Clashes {
    stored: BTreeMap<CellRef, Value>,
    /// The codes of the table and of the plan; none before a code is met.
    codes: Option<BTreeSet<String>>,
}

impl Clashes {
    /// Notes a value; the key of the message if it cannot be written beside the earlier ones.
    pub(super) fn note(
        &mut self,
        goal: Goal,
        value: &Value,
        (table, info): (TableId, &ColumnInfo),
        lens: &Lens,
    ) -> Option<&'static str> {
        let cell = if let Goal::Cell(cell) = goal { Some(cell) } else { None };
        if let (Some(_), Value::Text(code)) = (info.code(), value) {
            let is_kept = cell.is_some_and(|cell| lens.stored(cell) == *value);
            return (!is_kept && !self.is_free(code, (table, info), lens)).then_some("paste-taken");
        }
        // Two columns may show one date that another record stores.
        let cell = cell?;
        let home = lens.dataset.table(cell.table).home(cell.row, cell.column, lens)?;
        let earlier = self.stored.entry(home).or_insert_with(|| value.clone());
        (earlier != value).then_some("paste-same-date")
    }

    /// Whether no record and no earlier line has the code; it is taken from now on.
    fn is_free(&mut self, code: &str, (table, info): (TableId, &ColumnInfo), lens: &Lens) -> bool {
        let codes = self.codes.get_or_insert_with(|| {
            let mut codes = BTreeSet::new();
            lens.dataset.table(table).scan(&[info.key], &mut |_, _, value| {
                if let Value::Text(code) = value {
                    codes.insert(code);
                }
            });
            codes
        });
        codes.insert(code.to_owned())
    }
}
