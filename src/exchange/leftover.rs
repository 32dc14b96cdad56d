//! What is left over of a text that was understood in part goes to the notes of its record.
//!
//! Owns which column that is and how the line reads. A record without notes refuses such a text, so that nothing
//! that was typed is dropped.

use crate::domain::check::Finding;
use crate::domain::id::CellRef;
use crate::domain::lens::Lens;
use crate::domain::message::{Arg, Message};
use crate::domain::schema::{ColumnInfo, ColumnKey, Kind, TableId};
use crate::domain::value::Value;
use crate::words::Words;

use super::entry::{self, Entry, EntryContext};

/// Parses the text of a cell of a table.
pub fn parse(table: TableId, info: &ColumnInfo, text: &str, context: &EntryContext) -> Entry {
    let entry = entry::parse(info.kind, text, context);
    if notes(table).is_some() { entry } else { entry.whole() }
}

/// Why a text is not a value of a column of a table.
pub fn problem(table: TableId, info: &ColumnInfo, text: &str, context: &EntryContext) -> Option<Message> {
    match parse(table, info, text, context) {
        Entry::Value(_) | Entry::Part(..) => None,
        Entry::Ask(offers) => Some(match entry::unclear(info.kind, text, context) {
            Some(part) => Message::new("entry-ask-part").text("part", part),
            None => entry::ask(&offers, "entry-ask"),
        }),
        Entry::Error(error) => Some(error.message()),
    }
}

/// Says in the findings about entries that were kept to be corrected why each of them was not taken.
pub fn explain(findings: &mut [Finding], lens: &Lens, words: &Words) {
    let context = EntryContext { today: lens.as_of, reader: lens, words };
    let why = |cell: CellRef| problem(cell.table, cell.table.column(cell.column)?, lens.dataset.draft(cell)?, &context);
    for finding in findings.iter_mut().filter(|finding| finding.is_draft()) {
        let problem = finding.cell().and_then(why);
        if let (Some(problem), Some((_, arg))) =
            (problem, finding.message.args.iter_mut().find(|(name, _)| *name == "problem"))
        {
            *arg = Arg::Text(words.say(&problem));
        }
    }
}

/// What to say of texts that were not taken as they are: what went on in the notes, and what stands under another
/// name.
pub fn said<'a>(mut rests: impl ExactSizeIterator<Item = &'a str>, renamed: &[String]) -> Vec<Message> {
    let count = rests.len();
    let noted = rests.next().map(|rest| Message::new("leftover-noted").count("count", count).text("rest", rest));
    let renamed = (!renamed.is_empty()).then(|| Message::new("commune-of-today").text("names", renamed.join(" ; ")));
    noted.into_iter().chain(renamed).collect()
}

/// The column of a table for anything that has no column of its own: a decision's text is not one.
pub fn notes(table: TableId) -> Option<ColumnKey> {
    let mut columns = table.columns().iter().map(|info| (info.kind, info.key));
    columns.find(|(kind, key)| *kind == Kind::Notes && key.as_str() == "notes").map(|(_, key)| key)
}

/// Notes with a line for what was left over in a column; the same line is not repeated.
#[must_use]
pub fn noted(notes: &Value, (table, column): (TableId, ColumnKey), rest: &str, words: &Words) -> Value {
    let line = Message::new("leftover-line").term("column", table.column_word(column)).text("rest", rest);
    let line = words.say(&line);
    match notes {
        Value::Text(text) if text.lines().any(|known| known == line) => notes.clone(),
        Value::Text(text) => Value::Text(format!("{text}\n{line}")),
        _ => Value::Text(line),
    }
}

/// The notes that take in what is left over of texts in these cells, one per record.
pub fn all_noted(rests: &[(CellRef, String)], lens: &Lens, words: &Words) -> Vec<(CellRef, Value)> {
    let mut all: Vec<(CellRef, Value)> = Vec::new();
    for (cell, rest) in rests {
        let Some(column) = notes(cell.table) else { continue };
        let at = CellRef { column, ..*cell };
        let place = all.iter().position(|(known, _)| *known == at).unwrap_or_else(|| {
            all.push((at, lens.value(at)));
            all.len() - 1
        });
        all[place].1 = noted(&all[place].1, (cell.table, cell.column), rest, words);
    }
    all
}
