//! Filters: at most one per column; a row must pass all of them, and the search.
//!
//! Values are compared by their displayed text, so that a filter means what the user saw.

use std::collections::HashMap;

use crate::domain::fold::fold;
use crate::domain::id::RowId;
use crate::domain::lens::Lens;
use crate::domain::schema::ColumnInfo;
use crate::domain::value::Value;
use crate::exchange::show;
use crate::words::Words;

use super::sheet::Sheet;
use super::sort::{self, number};

use crate::domain::view::{Filter, Test};

impl Filter {
    pub fn passes(&self, sheet: &Sheet, row: RowId, lens: &Lens, words: &Words) -> bool {
        let Some(info) = sheet.column(self.column) else { return true };
        self.takes(&sheet.value((row, self.column), lens), info, lens, words)
    }

    /// Keeps the records that pass, by their positions in the table. Each distinct value is tested
    /// once.
    pub(super) fn retain(&self, places: &mut Vec<u32>, sheet: &Sheet, lens: &Lens, words: &Words) {
        let Some(info) = sheet.column(self.column) else { return };
        let (mut known, mut passes) = (HashMap::new(), Vec::new());
        sheet.look(&[self.column], lens, &mut |_, _, value| {
            passes.push(*known.entry(value).or_insert_with_key(|value| self.takes(value, info, lens, words)));
        });
        places.retain(|place| passes.get(*place as usize).is_some_and(|passes| *passes));
    }

    fn takes(&self, value: &Value, info: &ColumnInfo, lens: &Lens, words: &Words) -> bool {
        let shown = |value: &Value| show::value(value, info.kind, lens, words);
        match &self.test {
            Test::OneOf(texts) => texts.contains(&shown(value)),
            Test::Contains(text) => fold(&shown(value)).contains(&fold(text)),
            Test::Between(from, to) => number(value, info.kind).is_some_and(|n| {
                number(from, info.kind).is_none_or(|from| from <= n) && number(to, info.kind).is_none_or(|to| n <= to)
            }),
            Test::Empty => value.is_empty(),
            Test::Filled => !value.is_empty(),
        }
    }

    /// The text that a new row needs to pass, if only one does.
    pub fn only_text(&self) -> Option<&str> {
        match &self.test {
            Test::OneOf(texts) if texts.len() == 1 => texts.first().map(String::as_str),
            _ => None,
        }
    }
}

/// Every text that a column displays and its row count: none first, then in the order of the column's sort.
pub fn values(sheet: &Sheet, info: &ColumnInfo, lens: &Lens, words: &Words) -> Vec<(String, usize)> {
    let mut held: HashMap<Value, usize> = HashMap::new();
    sheet.look(&[info.key], lens, &mut |_, _, value| *held.entry(value).or_insert(0) += 1);
    let mut counts = HashMap::new();
    for (value, count) in held {
        let text = show::value(&value, info.kind, lens, words);
        let key = || (!text.is_empty(), sort::key(&value, info.kind, lens, words));
        counts.entry(text.clone()).or_insert_with(|| (key(), 0)).1 += count;
    }
    let mut counts: Vec<_> = counts.into_iter().map(|(text, (key, count))| (key, text, count)).collect();
    counts.sort();
    counts.into_iter().map(|(_, text, count)| (text, count)).collect()
}
