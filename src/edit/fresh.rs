//! New records: their identity, and what they know by themselves.
//!
//! Owns how units are numbered (in order) and cases are coded (at random). Randomness is handed in.

use std::collections::HashSet;

use crate::domain::dataset::Dataset;
use crate::domain::id::{RowId, case_code};
use crate::domain::schema::{ColumnKey, TableId};
use crate::domain::table::Values;
use crate::domain::value::Value;

/// Makes records that do not clash with those of a dataset, nor with one another.
pub struct Fresh<'a> {
    dataset: &'a Dataset,
    random: &'a mut dyn FnMut() -> u64,
    made: HashSet<RowId>,
    codes: HashSet<String>,
    last_unit: Option<u32>,
}

impl<'a> Fresh<'a> {
    /// For one edit of a dataset.
    pub fn new(dataset: &'a Dataset, random: &'a mut dyn FnMut() -> u64) -> Self {
        Self { dataset, random, made: HashSet::new(), codes: HashSet::new(), last_unit: None }
    }

    /// An identity, and the given values with what the record knows by itself before them.
    pub fn record(&mut self, table: TableId, mut values: Values) -> (RowId, Values) {
        let key = ColumnKey::new("code");
        match values.iter().find(|(column, _)| *column == key) {
            Some((_, Value::Text(code))) => self.note(code),
            Some(_) => {}
            None => {
                let code = match table {
                    TableId::Units => Some(self.unit_code()),
                    TableId::Relocations => Some(self.case_code()),
                    _ => None,
                };
                if let Some(code) = code {
                    values.insert(0, (key, Value::Text(code)));
                }
            }
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

    /// A code that was given is not made again.
    fn note(&mut self, code: &str) {
        if let Some(number) = number(code) {
            self.last_unit = Some(self.last_unit().max(number));
        }
        self.codes.insert(code.to_owned());
    }

    fn unit_code(&mut self) -> String {
        let next = self.last_unit().saturating_add(1);
        self.last_unit = Some(next);
        format!("L-{next:04}")
    }

    fn last_unit(&self) -> u32 {
        let codes = || self.dataset.units.iter().filter_map(|unit| number(&unit.code));
        self.last_unit.unwrap_or_else(|| codes().max().unwrap_or(0))
    }

    fn case_code(&mut self) -> String {
        loop {
            let code = case_code((self.random)());
            let is_taken = self.dataset.relocations.iter().any(|case| case.code == code);
            if !is_taken && self.codes.insert(code.clone()) {
                return code;
            }
        }
    }
}

/// The number of a unit's code.
fn number(code: &str) -> Option<u32> {
    code.strip_prefix("L-")?.parse().ok()
}
