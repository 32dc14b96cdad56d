//! The texts of a table's records, folded for the search. Built once per revision, so that a
//! keystroke in the search costs one scan.
//!
//! The search covers every text that a record's columns display, but for those that may not be found.

use std::collections::HashMap;

use crate::domain::fold::fold;
use crate::domain::id::RowId;
use crate::domain::lens::Lens;
use crate::domain::schema::{ColumnInfo, ColumnKey, Kind, Search};
use crate::domain::value::Value;
use crate::exchange::show;
use crate::words::Words;

use super::sheet::Sheet;

/// One long text, record by record, in table order.
#[derive(Debug, Default)]
pub struct Folded {
    text: String,
    /// Where each record's text ends.
    ends: Vec<usize>,
}

impl Folded {
    pub fn of(sheet: &Sheet, lens: &Lens, words: &Words) -> Self {
        let columns = sheet.columns();
        let keys: Vec<ColumnKey> = columns.iter().map(|info| info.key).collect();
        // The same few landlords, communes and dates occur in thousands of cells.
        let mut kept: Vec<HashMap<Value, String>> = vec![HashMap::new(); columns.len()];
        let mut folded = Self::default();
        sheet.look(&keys, lens, &mut |place, at, value| {
            if place > folded.ends.len() {
                folded.ends.push(folded.text.len());
            }
            let (Some(info), false) = (columns.get(at).filter(|info| info.search == Search::Covers), value.is_empty())
            else {
                return;
            };
            if matches!(info.kind, Kind::Text | Kind::Notes) {
                folded.text.push_str(&text(&value, info, lens, words));
            } else if let Some(kept) = kept.get_mut(at) {
                let text = kept.entry(value).or_insert_with_key(|value| text(value, info, lens, words));
                folded.text.push_str(text);
            }
            folded.text.push(' ');
        });
        folded.ends.push(folded.text.len());
        folded
    }

    /// Keeps the records whose text contains every word of a search, by their positions in the
    /// table.
    pub(super) fn retain(&self, places: &mut Vec<u32>, search: &str) {
        let search = fold(search);
        let wanted: Vec<&str> = search.split_whitespace().collect();
        places.retain(|place| {
            let place = *place as usize;
            let from = place.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied());
            let text = from.zip(self.ends.get(place)).and_then(|(from, to)| self.text.get(from..*to));
            text.is_some_and(|text| wanted.iter().all(|word| reads(text, word)))
        });
    }
}

/// The position of the record whose code a search is: it alone is meant, though others may mention it.
pub(super) fn coded(sheet: &Sheet, search: &str, lens: &Lens) -> Option<usize> {
    let code = sheet.columns().into_iter().find(|info| info.code().is_some())?;
    let mut found = None;
    sheet.look(&[code.key], lens, &mut |place, _, value| {
        if matches!(&value, Value::Text(code) if code.eq_ignore_ascii_case(search.trim())) {
            found = found.or(Some(place));
        }
    });
    found
}

/// Whether a text contains a word. The first letter of a search occurs in nearly every record:
/// looking for one byte avoids preparing a substring search.
fn reads(text: &str, word: &str) -> bool {
    match word.as_bytes() {
        [letter] => text.as_bytes().contains(letter),
        _ => text.contains(word),
    }
}

/// Whether a search finds a record: its text contains every word, unless another one has just that code.
pub(super) fn holds(sheet: &Sheet, row: RowId, search: &str, lens: &Lens, words: &Words) -> bool {
    let search = fold(search);
    let mut wanted = search.split_whitespace().peekable();
    if wanted.peek().is_none() {
        return true;
    }
    let texts = sheet.columns().into_iter().filter(|info| info.search == Search::Covers).filter_map(|info| {
        let value = sheet.value((row, info.key), lens);
        (!value.is_empty()).then(|| text(&value, info, lens, words))
    });
    let texts = texts.collect::<Vec<_>>().join(" ");
    let is_meant = |place: usize| sheet.rows(lens).get(place) == Some(&row);
    wanted.all(|word| texts.contains(word)) && coded(sheet, &search, lens).is_none_or(is_meant)
}

fn text(value: &Value, info: &ColumnInfo, lens: &Lens, words: &Words) -> String {
    fold(&show::value(value, info.kind, lens, words))
}
