//! New records: their identity, and their code if they have one.
//!
//! Randomness is an argument.

use std::collections::{HashMap, HashSet};

use crate::domain::code::{Code, case_code, unit_code, unit_number};
use crate::domain::dataset::Dataset;
use crate::domain::id::RowId;
use crate::domain::schema::{ColumnKey, TableId};
use crate::domain::table::Values;
use crate::domain::value::Value;

/// Creates records that clash neither with those of a dataset nor with one another.
pub struct Fresh<'a> {
    dataset: &'a Dataset,
    random: &'a mut dyn FnMut() -> u64,
    made: HashSet<RowId>,
    codes: HashMap<TableId, Codes>,
}

/// The codes used in a table, new ones included.
#[derive(Default)]
struct Codes {
    taken: HashSet<String>,
    last: u32,
}

impl Codes {
    fn of(dataset: &Dataset, table: TableId, column: ColumnKey) -> Self {
        let mut codes = Self::default();
        dataset.table(table).scan(&[column], &mut |_, _, value| codes.note(value));
        codes
    }

    /// Marks a code as used.
    fn note(&mut self, value: Value) {
        if let Value::Text(code) = value {
            self.last = self.last.max(unit_number(&code).unwrap_or(0));
            self.taken.insert(code);
        }
    }

    fn next(&self, code: Code, random: &mut dyn FnMut() -> u64) -> String {
        match code {
            Code::Numbered => unit_code(self.last.saturating_add(1)),
            Code::Random => loop {
                let code = case_code(random());
                if !self.taken.contains(&code) {
                    return code;
                }
            },
        }
    }
}

impl<'a> Fresh<'a> {
    /// Scoped to one edit of a dataset.
    pub fn new(dataset: &'a Dataset, random: &'a mut dyn FnMut() -> u64) -> Self {
        Self { dataset, random, made: HashSet::new(), codes: HashMap::new() }
    }

    /// A new identity, and the values preceded by a generated code if the table has codes and none is
    /// given.
    pub fn record(&mut self, table: TableId, mut values: Values) -> (RowId, Values) {
        if let Some((column, code)) = table.columns().iter().find_map(|info| Some((info.key, info.code()?))) {
            let codes = self.codes.entry(table).or_insert_with(|| Codes::of(self.dataset, table, column));
            let given = values.iter().find(|(key, _)| *key == column).map(|(_, value)| value.clone());
            let value = given.unwrap_or_else(|| {
                let made = Value::Text(codes.next(code, self.random));
                values.insert(0, (column, made.clone()));
                made
            });
            codes.note(value);
        }
        (self.row(), values)
    }

    fn row(&mut self) -> RowId {
        loop {
            let row = self.dataset.fresh_id(self.random);
            if self.made.insert(row) {
                return row;
            }
        }
    }
}
